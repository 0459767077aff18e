"""How the index is, for `/status/` and the keeper."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from articles.arrays import IndexDamaged, IndexMissing, IndexUnusable
from articles.models import IndexNote

from .params import ARTICLES, QUOTES
from .store import index, is_rebuilding


class State(StrEnum):
    CURRENT = "current"
    BEHIND = "behind"
    REBUILDING = "rebuilding"
    MISSING = "missing"
    DAMAGED = "damaged"
    OUTDATED = "outdated"


SENTENCES = {
    State.CURRENT: lambda: _("The search index is up to date."),
    State.BEHIND: lambda: _("Changes wait to be indexed."),
    State.REBUILDING: lambda: _("The search index is being built."),
    State.MISSING: lambda: _("There is no search index yet; the next search makes it."),
    State.DAMAGED: lambda: _("The search index is damaged; the next search makes it anew."),
    State.OUTDATED: lambda: _("The search index is of another version; the next search makes it anew."),
}


@dataclass(frozen=True, slots=True)
class Status:
    """The state of both indexes."""

    state: State
    articles: int = 0
    """Rows in the index."""
    quotes: int = 0
    waiting: int = 0
    """Notes that are not indexed yet."""
    size: int = 0
    """Bytes on disk."""
    generation: str = ""
    updated_at: datetime | None = None

    @property
    def sentence(self) -> str:
        return SENTENCES[self.state]()


def status() -> Status:
    """How the index is now; never raises for an index that can't be used."""
    waiting = IndexNote.objects.count()
    try:
        articles, quotes = index(ARTICLES).status(), index(QUOTES).status()
    except IndexUnusable as error:
        return Status(_state_of(error), waiting=waiting)
    return Status(
        State.REBUILDING if is_rebuilding() else State.BEHIND if waiting else State.CURRENT,
        articles=articles.documents,
        quotes=quotes.documents,
        waiting=waiting,
        size=articles.bytes + quotes.bytes,
        generation=f"{articles.generation}.{quotes.generation}",
        updated_at=_changed(),
    )


def _state_of(error: IndexUnusable) -> State:
    if is_rebuilding():
        return State.REBUILDING
    if isinstance(error, IndexMissing):
        return State.MISSING
    return State.DAMAGED if isinstance(error, IndexDamaged) else State.OUTDATED


def _changed() -> datetime:
    """When a file was last put into one of the folders or taken out, as every change of an index does."""
    folder = Path(settings.SEARCH_INDEX_DIR)
    return datetime.fromtimestamp(max((folder / of).stat().st_mtime for of in (ARTICLES, QUOTES)), UTC)
