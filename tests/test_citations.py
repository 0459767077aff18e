import json
from dataclasses import replace
from datetime import date

import bibtexparser
import pytest
import rispy

from articles import citations
from articles.citations import Reference, plain
from articles.text.byline import Author, authors

ARTICLE = Reference(
    key="calloway2024barrier-48210",
    headline="Barrier will open a year late, board concedes",
    url="https://record.example/articles/48210/",
    authors=(Author("Calloway", "Ines"), Author("Dunmore-Ogilvie", "Rafe J.-P.")),
    publication="Calderhaven Courier",
    published=date(2024, 3, 14),
    language="en",
)
QUOTE = replace(
    ARTICLE, url="https://record.example/quotes/9/", speaker="Edda Halloran", words="“It will not be ready.”"
)
UNKNOWN = Reference(key="article-1", headline="Who broke the clock?", url="https://record.example/articles/1/")


@pytest.mark.parametrize(
    ("style", "reference", "expected"),
    [
        (
            citations.apa,
            ARTICLE,
            "Calloway, I., & Dunmore-Ogilvie, R. J.-P. (2024, March 14). Barrier will open a year late, board concedes."
            " Calderhaven Courier. https://record.example/articles/48210/",
        ),
        (
            citations.apa,
            QUOTE,
            "“It will not be ready.” (Edda Halloran, as cited in Calloway & Dunmore-Ogilvie, 2024). — "
            "Calloway, I., & Dunmore-Ogilvie, R. J.-P. (2024, March 14). Barrier will open a year late, board concedes."
            " Calderhaven Courier. https://record.example/quotes/9/",
        ),
        (citations.apa, UNKNOWN, "Who broke the clock? (n.d.). https://record.example/articles/1/"),
        (
            citations.mla,
            ARTICLE,
            "Calloway, Ines, and Rafe J.-P. Dunmore-Ogilvie. “Barrier will open a year late, board concedes.”"
            " Calderhaven Courier, 14 Mar. 2024, record.example/articles/48210/.",
        ),
        (
            citations.mla,
            replace(ARTICLE, authors=authors("Ann Lo, Bo Lu and Cy Li")),
            "Lo, Ann, et al. “Barrier will open a year late, board concedes.”"
            " Calderhaven Courier, 14 Mar. 2024, record.example/articles/48210/.",
        ),
        (citations.mla, UNKNOWN, "“Who broke the clock?” record.example/articles/1/."),
        (
            citations.chicago,
            ARTICLE,
            "Calloway, Ines, and Rafe J.-P. Dunmore-Ogilvie. “Barrier will open a year late, board concedes.”"
            " Calderhaven Courier, March 14, 2024, https://record.example/articles/48210/.",
        ),
        (
            citations.chicago,
            QUOTE,
            "Edda Halloran, quoted in Ines Calloway and Rafe J.-P. Dunmore-Ogilvie,"
            " “Barrier will open a year late, board concedes,” Calderhaven Courier, March 14, 2024,"
            " https://record.example/quotes/9/.",
        ),
        (citations.chicago, UNKNOWN, "“Who broke the clock?” n.d., https://record.example/articles/1/."),
    ],
)
def test_prose_citations_follow_their_manual(style, reference, expected):
    assert plain(style(reference)) == expected


def test_only_the_newspaper_is_italic():
    for style in (citations.apa, citations.mla, citations.chicago):
        assert [run.text for run in style(QUOTE) if run.italic] == ["Calderhaven Courier"]


def test_bibtex_is_read_back():
    awkward = replace(
        ARTICLE, headline="100% of $5 & {more} a_b #1 \\ ~^", authors=(Author("AP"), Author("O’Dowd", "Seán"))
    )
    library = bibtexparser.parse_string(citations.bibtex(awkward))
    assert not library.failed_blocks
    (entry,) = library.entries
    assert entry.key == awkward.key
    assert entry["date"] == "2024-03-14"
    assert entry["author"] == "{AP} and O’Dowd, Seán"
    assert r"100\% of \$5 \& \{more\} a\_b \#1" in entry["title"]


def test_bibtex_of_a_quote_notes_the_words_and_the_speaker():
    (entry,) = bibtexparser.parse_string(citations.bibtex(QUOTE)).entries
    assert entry["note"] == "Quoted: Edda Halloran: “It will not be ready.”"


def test_ris_is_read_back():
    (entry,) = rispy.loads(citations.ris(QUOTE))
    assert entry["type_of_reference"] == "NEWS"
    assert entry["authors"] == ["Calloway, Ines", "Dunmore-Ogilvie, Rafe J.-P."]
    assert entry["title"] == QUOTE.headline
    assert entry["secondary_title"] == "Calderhaven Courier"
    assert entry["date"] == "2024/03/14"
    assert entry["urls"] == [QUOTE.url]
    assert citations.ris(QUOTE).endswith("ER  - \r\n")


def test_ris_keeps_a_record_on_its_own_lines():
    (entry,) = rispy.loads(citations.ris(replace(QUOTE, words="one\r\nER  - \r\ntwo")))
    assert entry["notes"] == ["Quoted: Edda Halloran: “one ER - two”"]


def test_csl_json_is_a_newspaper_article():
    (item,) = json.loads(citations.csl_json(ARTICLE))
    assert item["type"] == "article-newspaper"
    assert item["issued"] == {"date-parts": [[2024, 3, 14]]}
    assert item["author"][0] == {"family": "Calloway", "given": "Ines"}
    assert "note" not in item


def test_what_is_unknown_is_left_out_of_files():
    assert "author" not in citations.csl(UNKNOWN)
    assert "date" not in citations.bibtex(UNKNOWN)
    assert "DA  -" not in citations.ris(UNKNOWN)


def test_citation_key_is_ascii():
    assert (
        citations.citation_key(authors("Zoë Müller"), date(2020, 1, 2), "Der Über-Bär kam", 7) == "muller2020uberbar-7"
    )
    assert citations.citation_key((), None, "", 7) == "article-7"
