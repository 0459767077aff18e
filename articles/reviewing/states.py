"""A quote as it is at one moment: to compare, to keep and to bring back."""

import hashlib
import json

from django.core.serializers.json import DjangoJSONEncoder

from articles.models import Quote

COMPARED = ("source_id", "text", "spans", "kind", "standing", "adrift")
KEPT = (
    *COMPARED,
    "start",
    "end",
    "cue_start",
    "cue_end",
    "mention_start",
    "mention_end",
    "reviewed_by_id",
    "reviewed_at",
)


def state(quote: Quote) -> dict[str, object]:
    """What a decision can change in a quote, with its number as `id`."""
    return {"id": quote.pk, **{name: getattr(quote, name) for name in KEPT}}


def restore(quote: Quote, state: dict[str, object]) -> None:
    """Set the quote to a state that was kept; it is not saved."""
    for name in KEPT:
        field = Quote._meta.get_field(name.removesuffix("_id"))
        setattr(quote, name, state[name] if field.is_relation else field.to_python(state[name]))


def same(quote: Quote, state: dict[str, object]) -> bool:
    """Whether the quote is still as kept."""
    return all(getattr(quote, name) == state[name] for name in COMPARED)


def revision(quote: Quote) -> str:
    """A short word that changes whenever the quote does: send it along, and get it compared."""
    compared = [getattr(quote, name) for name in COMPARED]
    return hashlib.sha256(json.dumps(compared, cls=DjangoJSONEncoder).encode()).hexdigest()[:16]
