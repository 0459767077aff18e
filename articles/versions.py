"""An article through time: what it was, what changed, who changed it, and how to have it back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise, zip_longest

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.ingest import store
from articles.models import Article

FIELDS = (
    *("headline", "body", "byline", "section", "language", "url", "external_id", "published_on", "published_at"),
    *("caption", "credit", "corrected_at", "correction", "visibility", "withheld_reason", "publication_id"),
)
LONGEST = 3000
"""Words of a paragraph up to which its words are compared one by one."""


class NoReason(ValueError):
    """Withheld without saying why; `str()` is the sentence for the editor."""

    def __init__(self) -> None:
        super().__init__(_("Say why the article is withheld."))


class How(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one paragraph that were kept, removed or added."""

    how: How
    words: str


@dataclass(frozen=True, slots=True)
class Version:
    """The article as it was from `at` on; `changed` names the fields that differ from the version before."""

    number: int
    at: datetime
    by: AbstractBaseUser | None
    why: str
    changed: list[str]
    record: object
    before: object | None

    @property
    def difference(self) -> list[list[Piece]]:
        """The changed paragraphs of the text, each in pieces."""
        return list(difference(self.before.body if self.before else "", self.record.body))

    @property
    def fields(self) -> list[tuple[str, object, object]]:
        """Name, old and new value of every changed field but the text."""
        names = [name for name in self.changed if name != "body"] if self.before else []
        return [(_name(name), getattr(self.before, name), getattr(self.record, name)) for name in names]


def versions(article: Article) -> list[Version]:
    """All versions, the newest first; saves that changed nothing are left out."""
    records = list(article.history.select_related("history_user").order_by("history_date", "history_id"))
    found = []
    for before, record in pairwise([None, *records]):
        changed = [name for name in FIELDS if before is None or getattr(before, name) != getattr(record, name)]
        if changed:
            why, by = record.history_change_reason or "", record.history_user
            found.append(Version(record.history_id, record.history_date, by, why, changed, record, before))
    return found[::-1]


def difference(before: str, after: str) -> Iterator[list[Piece]]:
    """The paragraphs that differ, word by word; those that are the same are left out."""
    old, new = _paragraphs(before), _paragraphs(after)
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            for one, other in zip_longest(old[a:b], new[c:d], fillvalue=""):
                yield list(_pieces(one.split(), other.split()))


@transaction.atomic
def revert(article: Article, version: int, *, by: AbstractBaseUser) -> None:
    """Make the article as it was in that version, as a new version; its quotes follow their words."""
    record = article.history.get(history_id=version)
    before = article.body
    for name in FIELDS:
        setattr(article, name, getattr(record, name))
    _store(article, before=before, why=_("as of %s") % f"{record.history_date:%Y-%m-%d %H:%M}", by=by)


@transaction.atomic
def withhold(article: Article, *, reason: str, by: AbstractBaseUser) -> None:
    """No reader sees it or its quotes any more; raises `NoReason`."""
    if not reason.strip():
        raise NoReason
    article.visibility, article.withheld_reason = Article.Visibility.WITHHELD, reason.strip()[:500]
    _store(article, before=article.body, why="withheld", by=by)


@transaction.atomic
def restore(article: Article, *, by: AbstractBaseUser) -> None:
    """Readers see it again."""
    article.visibility, article.withheld_reason = Article.Visibility.PUBLISHED, ""
    _store(article, before=article.body, why="restored", by=by)


@transaction.atomic
def mark_corrected(article: Article, *, note: str, by: AbstractBaseUser) -> None:
    """Tell readers that it was corrected, today, and what."""
    article.corrected_at, article.correction = timezone.now(), note.strip()
    _store(article, before=article.body, why="corrected", by=by)


def _store(article: Article, *, before: str, why: str, by: AbstractBaseUser) -> None:
    article._history_user, article._change_reason = by, why[:100]
    store(article, before=before)


def _name(field: str) -> str:
    return str(Article._meta.get_field(field.removesuffix("_id")).verbose_name)


def _paragraphs(body: str) -> list[str]:
    return [line for line in body.splitlines() if line.strip()]


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    if max(len(old), len(new)) > LONGEST:
        yield Piece(How.GONE, " ".join(old))
        yield Piece(How.NEW, " ".join(new))
        return
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            yield Piece(How.KEPT, " ".join(old[a:b]))
            continue
        if a < b:
            yield Piece(How.GONE, " ".join(old[a:b]))
        if c < d:
            yield Piece(How.NEW, " ".join(new[c:d]))
