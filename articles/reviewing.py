"""A person's decisions on quotes. No machine takes them back."""

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from articles.models import Quote


def decide(quote: Quote, *, standing: str, by: AbstractBaseUser | None) -> None:
    """Store the quote as it is now, as a person's decision: confirmed, rejected, or proposed again."""
    undecided = standing == Quote.Standing.PROPOSED
    quote.standing = standing
    quote.reviewed_by = None if undecided else by
    quote.reviewed_at = None if undecided else timezone.now()
    quote.save()
