"""A confirmed decision survives whatever happens to its article, its source and the whole archive."""

import io
import json

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import archiving, importing, reviewing, sources, versions
from articles.attribution import attribute
from articles.ingest import ingest, store
from articles.models import Article, Decision, Import, Merge, Quote, Source
from articles.readers.data import article_data
from tests import make

pytestmark = pytest.mark.django_db

PARAGRAPHS = [
    "The board met on Tuesday in the old customs house.",
    "“The harbour will open in May,” Edda Halloran, the chief executive, said. “Not before.”",
    "Jorunn Aske said the budget was spent. “It is a plan,” she said.",
    "A senior official, who would not be named, said the hinges had failed.",
]
NEW = "“Nobody told us,” Mara Voss said."
FIELDS = ("text", "kind", "source_id", "standing", "reviewed_by_id", "reviewed_at")
OPERATIONS = [
    *("extract", "deliver", "above", "below", "between", "revert"),
    *("merge", "unmerge", "split", "move", "undo"),
    *("bring", "take_back", "print_again", "withhold", "restore", "export"),
]


class Life:
    """An article that was imported, three decisions of an editor on it, and what happens to it."""

    def __init__(self) -> None:
        self.by = make.editor()
        self.paragraphs = list(PARAGRAPHS)
        self.edits = 0
        self.bring()
        self.pk = Article.objects.get().pk
        self.visibility = "published"
        self.other = make.source("Edda M. Halloran-Voss")
        first, second, third = self.article.quotes.order_by("start")[:3]
        reviewing.attribute_to(first, make.source("Tam Lorne"), by=self.by)
        reviewing.attribute_to(second, None, by=self.by)
        reviewing.reject(third, by=self.by)
        self.decided: dict[int, tuple] = {}
        self.note(first.pk, second.pk, third.pk)
        self.first, self.source = first.pk, Quote.objects.get(pk=first.pk).source

    @property
    def article(self) -> Article:
        return Article.objects.get(pk=self.pk)

    def note(self, *numbers: int) -> None:
        """What the editor has decided just now, to compare with for ever."""
        for quote in Quote.objects.filter(pk__in=numbers):
            self.decided[quote.pk] = tuple(getattr(quote, name) for name in FIELDS)

    def row(self, **fields) -> dict[str, str]:
        body = "\n\n".join(self.paragraphs)
        return {
            "headline": f"Harbour, edition {self.edits}",
            "body": body,
            "external_id": "h1",
            "publication": "Courier",
            **fields,
        }

    def do(self, operation: str) -> None:
        self.edits += 1
        getattr(self, operation)()

    def extract(self) -> None:
        attribute(self.article)

    def deliver(self) -> None:
        ingest(article_data(**self.row()))

    def bring(self) -> None:
        """By way of the import page."""
        data = json.dumps(self.row()).encode()
        made = importing.submit([importing.Upload("harbour.jsonl", len(data), io.BytesIO(data))], by=self.by)
        importing.work()
        importing.run(made)
        importing.work()

    def take_back(self) -> None:
        """The latest import that can be, which leaves what a person has decided on."""
        if made := Import.objects.filter(state="done").first():
            importing.undo(made)
            importing.work()

    def print_again(self) -> None:
        """Another paper prints the same words: one story."""
        twin = self.row(external_id=f"t{self.edits}", publication=f"Paper {self.edits}")
        story = ingest(article_data(**twin)).article.story_id
        assert story is not None
        assert self.article.story_id == story

    def withhold(self) -> None:
        versions.withhold(self.article, reason="A lawyer wrote.", by=self.by)
        self.visibility = "withheld"

    def restore(self) -> None:
        versions.restore(self.article, by=self.by)
        self.visibility = "published"

    def export(self) -> None:
        """The whole archive into a file and back."""
        file = io.BytesIO()
        archiving.export(file)
        archiving.restore(io.BytesIO(file.getvalue()), replace=True)

    def revert(self) -> None:
        """To the text of the first version; who may see it is a matter of its own."""
        self.paragraphs = list(PARAGRAPHS)
        versions.revert(self.article, versions.versions(self.article)[-1].number, by=self.by)
        self.visibility = self.article.visibility

    def split(self) -> None:
        """The first quote in its two parts."""
        quote = Quote.objects.get(pk=self.first)
        if len(quote.spans) == 2:
            decision = reviewing.split(quote, by=self.by)
            self.note(*(kept["id"] for kept in decision.after))

    def move(self) -> None:
        """The second quote to another source, as where one source was two."""
        number = list(self.decided)[1]
        reviewing.move([Quote.objects.get(pk=number)], make.source(f"Sal Orme {self.edits}"), by=self.by)
        self.note(number)

    def undo(self) -> None:
        """What was decided last, unless that is one of the first three decisions."""
        last = Decision.objects.standing().filter(article=self.pk).first()
        if last.verb not in ("split", "attribute") or Decision.objects.standing().filter(article=self.pk).count() < 4:
            return
        try:
            taken = reviewing.undo(self.article, by=self.by)
        except reviewing.Undecidable:
            return
        before = {kept["id"] for kept in taken.before}
        for kept in taken.after:
            if kept["id"] not in before:
                del self.decided[kept["id"]]
        self.note(*before)

    def above(self) -> None:
        self.edit(0)

    def below(self) -> None:
        self.edit(len(self.paragraphs))

    def between(self) -> None:
        self.edit(2)

    def edit(self, at: int) -> None:
        self.paragraphs.insert(min(at, len(self.paragraphs)), f"{NEW} It was the {self.edits}th time.")
        article = self.article
        before, article.body = article.body, "\n\n".join(self.paragraphs)
        store(article, before=before)

    def merge(self) -> None:
        if not Merge.objects.filter(undone_at=None).exists():
            sources.merge(self.source, into=self.other, by=self.by)

    def unmerge(self) -> None:
        """Where nothing was built on it."""
        for merge in Merge.objects.filter(undone_at=None):
            try:
                sources.unmerge(merge, by=self.by)
            except sources.Unmergeable:
                return

    def check(self) -> None:
        article = self.article
        assert article.visibility == self.visibility
        for number, (text, kind, source, standing, by, at) in self.decided.items():
            quote = Quote.objects.get(pk=number)
            source = source and Source.objects.get(pk=source).final.pk
            assert (quote.text, quote.kind, quote.source_id) == (text, kind, source)
            assert (quote.standing, quote.reviewed_by_id, quote.reviewed_at, quote.adrift) == (standing, by, at, False)
            assert " … ".join(article.body[start:end].strip() for start, end in quote.spans) == text
            same = Quote.objects.filter(article=article, start=quote.start, kind=kind)
            assert set(same.values_list("pk", flat=True)) == {number}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(operations=st.lists(st.sampled_from(OPERATIONS), min_size=1, max_size=10))
def test_decisions_survive_whatever_happens(db, operations):
    with transaction.atomic():
        life = Life()
        for operation in operations:
            life.do(operation)
            life.check()
        life.unmerge()
        life.check()
        transaction.set_rollback(True)
