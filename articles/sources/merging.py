"""Two sources that are one, and how that is taken back; one source that was two."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from simple_history.utils import bulk_update_with_history

from articles.models import Merge, NotTheSame, Quote, Role, Source


class Unmergeable(ValueError):
    """Sources that can't be merged or parted; `str()` is the sentence for the editor."""


class Itself(Unmergeable):
    def __init__(self) -> None:
        super().__init__(_("Choose two different sources."))


class MergedAway(Unmergeable):
    def __init__(self, source: Source) -> None:
        super().__init__(_("“%s” has been merged into another source already.") % source)


class OfTwoArticles(Unmergeable):
    def __init__(self) -> None:
        super().__init__(_("Unnamed sources of different articles can't be told to be one."))


class BuiltUpon(Unmergeable):
    def __init__(self, why: str) -> None:
        super().__init__(_("This merge can't be taken back any more: %s") % why)


@transaction.atomic
def merge(gone: Source, *, into: Source, by: AbstractBaseUser) -> Merge:
    """All that `gone` said, its names and roles go to the other; its address leads there from now on.

    Raises `Unmergeable`. The record tells which rows moved; `unmerge` moves them back.
    """
    gone, kept = _both(gone, into)
    _check(gone, kept)
    quotes = list(Quote.objects.filter(source=gone).select_for_update())
    forms = gone.forms.exclude(form__in=kept.forms.values("form"))
    form_ids = list(forms.values_list("pk", flat=True))
    gone.forms.filter(pk__in=form_ids).update(source=kept)
    moved = {"quotes": [quote.pk for quote in quotes], "forms": form_ids, "roles": _move_roles(gone, kept)}
    _attribute(quotes, kept, reason="merge", by=by)
    NotTheSame.objects.filter(_pair(gone, kept)).delete()
    gone.merged_into = kept
    _save(gone, reason="merge", by=by)
    return Merge.objects.create(kept=kept, gone=gone, by=by, moved=moved)


@transaction.atomic
def unmerge(merge: Merge, *, by: AbstractBaseUser) -> None:
    """Two sources again, each with its own; raises `BuiltUpon` where somebody decided on a moved quote since."""
    merge = Merge.objects.select_for_update().get(pk=merge.pk)
    gone, kept = _both(merge.gone, merge.kept)
    quotes = list(Quote.objects.filter(pk__in=merge.moved["quotes"]).select_for_update())
    _check_unbuilt(merge, gone, kept, quotes)
    gone.merged_into = None
    _save(gone, reason="unmerge", by=by)
    _attribute(quotes, gone, reason="unmerge", by=by)
    kept.forms.filter(pk__in=merge.moved["forms"]).update(source=gone)
    _move_roles(kept, gone, _roles_to_return(merge, kept, quotes))
    merge.undone_at = timezone.now()
    merge.save(update_fields=["undone_at"])


def not_the_same(one: Source, other: Source, *, by: AbstractBaseUser) -> None:
    """Remember that these are two; they are not proposed for a merge again."""
    if one.pk == other.pk:
        raise Itself
    one, other = sorted((one, other), key=lambda source: source.pk)
    NotTheSame.objects.get_or_create(one=one, other=other, defaults={"by": by})


def _both(one: Source, other: Source) -> tuple[Source, Source]:
    """Both as they are now, locked in one order whoever asks."""
    rows = {
        source.pk: source
        for source in Source.objects.select_for_update().filter(pk__in=[one.pk, other.pk]).order_by("pk")
    }
    return rows[one.pk], rows[other.pk]


def _check(gone: Source, kept: Source) -> None:
    if gone.pk == kept.pk:
        raise Itself
    for source in (gone, kept):
        if source.merged_into_id:
            raise MergedAway(source)
    if kept.article_id and kept.article_id != gone.article_id:
        raise OfTwoArticles


def _check_unbuilt(merge: Merge, gone: Source, kept: Source, quotes: list[Quote]) -> None:
    if merge.undone_at:
        raise BuiltUpon(_("it has been taken back already."))
    if kept.merged_into_id or gone.merged_into_id != kept.pk:
        raise BuiltUpon(_("the sources have been merged further."))
    if any(quote.source_id != kept.pk for quote in quotes):
        raise BuiltUpon(_("some of the quotes have got another source since."))
    if any(quote.reviewed_at and quote.reviewed_at > merge.at for quote in quotes):
        raise BuiltUpon(_("some of the quotes have been reviewed since."))


def _pair(one: Source, other: Source) -> Q:
    return Q(one=one, other=other) | Q(one=other, other=one)


def _attribute(quotes: list[Quote], source: Source, *, reason: str, by: AbstractBaseUser) -> None:
    for quote in quotes:
        quote.source = source
    bulk_update_with_history(quotes, Quote, ["source"], batch_size=500, default_user=by, default_change_reason=reason)


def _move_roles(origin: Source, to: Source, which: Iterable[Role] | None = None) -> list[int]:
    """Move roles, but for those the other has at the very same place; their numbers."""
    taken = set(to.roles.values_list("article_id", "start"))
    roles = origin.roles.all() if which is None else which
    ids = [role.pk for role in roles if (role.article_id, role.start) not in taken]
    Role.objects.filter(pk__in=ids).update(source=to)
    return ids


def _roles_to_return(merge: Merge, kept: Source, quotes: list[Quote]) -> list[Role]:
    """The moved ones, and those found anew in articles where only the parted source speaks."""
    articles = {quote.article_id for quote in quotes}
    shared = set(Quote.objects.filter(source=kept, article__in=articles).values_list("article_id", flat=True))
    return list(kept.roles.filter(Q(pk__in=merge.moved["roles"]) | Q(article__in=articles - shared)))


def _save(source: Source, *, reason: str, by: AbstractBaseUser) -> None:
    source._history_user, source._change_reason = by, reason
    source.save()
