"""A confirmed decision survives whatever happens to its article and its source."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import reviewing, sources
from articles.attribution import attribute
from articles.ingest import ingest, store
from articles.models import Article, Merge, Quote
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
OPERATIONS = ["extract", "deliver", "above", "below", "between", "merge", "unmerge"]


class Life:
    """An article with three decisions of an editor, and what happens to it."""

    def __init__(self) -> None:
        self.by = make.editor()
        self.paragraphs = list(PARAGRAPHS)
        self.edits = 0
        self.article = ingest(self.data()).article
        self.other = make.source("Edda M. Halloran-Voss")
        quotes = list(self.article.quotes.order_by("start"))
        self.decided = [
            (quotes[0].pk, self.decide(quotes[0], make.source("Tam Lorne"))),
            (quotes[1].pk, self.decide(quotes[1], None)),
            (quotes[2].pk, self.decide(quotes[2], quotes[2].source, reject=True)),
        ]
        self.source = Quote.objects.get(pk=quotes[0].pk).source

    def data(self):
        body = "\n\n".join(self.paragraphs)
        return article_data(
            headline=f"Harbour, edition {self.edits}", body=body, external_id="h1", publication="Courier"
        )

    def decide(self, quote, source, *, reject=False):
        if reject:
            reviewing.reject(quote, by=self.by)
        else:
            reviewing.attribute_to(quote, source, by=self.by)
        quote.refresh_from_db()
        return (quote.text, quote.kind, quote.source_id, quote.standing, quote.reviewed_by_id, quote.reviewed_at)

    def do(self, operation: str) -> None:
        self.edits += 1
        getattr(self, operation)()

    def extract(self) -> None:
        attribute(Article.objects.get())

    def deliver(self) -> None:
        ingest(self.data())

    def above(self) -> None:
        self.edit(0)

    def below(self) -> None:
        self.edit(len(self.paragraphs))

    def between(self) -> None:
        self.edit(2)

    def edit(self, at: int) -> None:
        self.paragraphs.insert(at, f"{NEW} It was the {self.edits}th time.")
        article = Article.objects.get()
        before, article.body = article.body, "\n\n".join(self.paragraphs)
        store(article, before=before)

    def merge(self) -> None:
        if not Merge.objects.filter(undone_at=None).exists():
            sources.merge(self.source, into=self.other, by=self.by)

    def unmerge(self) -> None:
        for merge in Merge.objects.filter(undone_at=None):
            sources.unmerge(merge, by=self.by)

    def check(self) -> None:
        body = Article.objects.get().body
        for number, (text, kind, source, standing, by, at) in self.decided:
            quote = Quote.objects.get(pk=number)
            merged = source == self.source.pk and Merge.objects.filter(undone_at=None).exists()
            source = self.other.pk if merged else source
            assert (quote.text, quote.kind, quote.source_id) == (text, kind, source)
            assert (quote.standing, quote.reviewed_by_id, quote.reviewed_at, quote.adrift) == (standing, by, at, False)
            assert " … ".join(body[start:end].strip() for start, end in quote.spans) == text
            words = set(Quote.objects.filter(start=quote.start, kind=kind).values_list("pk", flat=True))
            assert words == {number}


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(operations=st.lists(st.sampled_from(OPERATIONS), min_size=1, max_size=7))
def test_decisions_survive_whatever_happens(db, operations):
    with transaction.atomic():
        life = Life()
        for operation in operations:
            life.do(operation)
            life.check()
        life.unmerge()
        life.check()
        transaction.set_rollback(True)
