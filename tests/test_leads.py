"""Words told in the newspaper's voice are never shown without what the newspaper puts before them."""

import csv
import io

import pytest

from articles.models import Quote
from tests import make

BODY = (
    "Edda Halloran denied on Monday that the gate was late.\n\n"
    "She called it “a rehearsal.” The hinges are sound, she said.\n\n"
    "“Cold,” she said.\n\n"
    "Halloran said\n\nthat it was over."
)


@pytest.fixture
def article(db):
    return make.article(BODY)


def quote(article, words, cue, *, kind="indirect", **fields):
    at = article.body.index(cue)
    made = make.quote(article, words, make.source(), kind=kind, cue_start=at, cue_end=at + len(cue), **fields)
    return Quote.objects.with_rows().get(pk=made.pk)


@pytest.mark.parametrize(
    ("words", "cue", "kind", "printed"),
    [
        ("that the gate was late", "denied", "indirect", "denied on Monday that the gate was late"),
        ("it “a rehearsal.”", "called", "partial", "called it “a rehearsal.”"),
        ("The hinges are sound", "said", "indirect", "The hinges are sound"),
        ("“Cold,”", "She called", "direct", "“Cold,”"),
        ("The hinges are sound", "called", "indirect", "The hinges are sound"),
        ("that it was over", "said\n", "indirect", "that it was over"),
        ("that it was over", "denied", "indirect", "that it was over"),
    ],
    ids=["before", "partial", "after", "direct", "beyond a quotation", "another paragraph", "far away"],
)
def test_what_is_printed_from_cue_to_words_leads_them(article, words, cue, kind, printed):
    assert quote(article, words, cue, kind=kind).as_printed == printed


def test_words_adrift_have_no_lead(article):
    assert quote(article, "that the gate was late", "denied", adrift=True).lead == ""


def test_every_face_shows_the_lead(client, article):
    told = quote(article, "that the gate was late", "denied")
    source = told.source.get_absolute_url()
    for address in (told.get_absolute_url(), "/quotes/?q=gate", source):
        assert '<span class="lead-in">denied on Monday </span>' in client.get(address).content.decode(), address
    assert "denied on Monday that the gate" in client.get(f"{source}feed.atom").content.decode()
    assert client.get(f"/api/v1/quotes/{told.pk}").json()["lead"] == "denied on Monday "
    assert "denied on Monday that the gate" in client.get(f"{told.get_absolute_url()}cite.bib").content.decode()
    table = b"".join(client.get("/quotes/export.csv?q=gate").streaming_content).decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(table))
    assert (row["lead"], row["words"]) == ("denied on Monday ", "that the gate was late")
