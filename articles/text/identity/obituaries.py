"""Whose life an obituary tells: whoever its beginning says has died, and whom its pronouns mean more often than not."""

from collections.abc import Mapping, Sequence

from ..reading import Reading
from .entity import Entity
from .runs import Run

BEGINNING = 2
"""Paragraphs of the text within which a death is told that makes an obituary."""
NEAR = 40
"""Tokens after a name in which the death stands."""
AGED = frozenset(("aged", "age"))


def departed(reading: Reading, runs: Sequence[Run], of: Mapping[int, Entity]) -> Entity | None:
    """The person who "has died aged 88", None where the article is no obituary."""
    first = next((run for run in runs if run.body and not run.quoted and run.first in of), None)
    if first is None or first.paragraph > BEGINNING:
        return None
    entity = of[first.first]
    near = [token.lower for token in reading.tokens[first.end : first.end + NEAR] if not token.quoted]
    dead = "died" in near and bool(AGED & set(near[near.index("died") :]))
    return entity if dead and entity.may_be_person and _tells_birth(reading) else None


def _tells_birth(reading: Reading) -> bool:
    """Whether a birth is told, as obituaries do and other news of a death does not."""
    for sentence in reading.sentences:
        lower = [token.lower for token in sentence.tokens if not token.quoted]
        if lower[:1] == ["born"] or ("born" in lower and lower[max(0, lower.index("born") - 1)] == "was"):
            return True
    return False
