"""Real files of every kind, which stay outside the project: what each must yield."""

from datetime import date

import pytest

from articles.readers import read


@pytest.fixture
def items(shared):
    def of(name):
        path = shared / "samples" / name
        if not path.is_file():
            pytest.skip(f"needs the sample {path}")
        with path.open("rb") as file:
            return list(read(file))

    return of


PAGES = [
    ("newspaper4k-cnn_001", "Alito and Prelogar: The nonstop", "at the Supreme Court", "Joan Biskupic", "2023-11-06T13:00:15", "Justice Samuel Alito is the", "out, won that vote, too."),
    ("newspaper4k-spanish_article", "Anticorrupción decidirá en Madrid si", "imputación de la Infanta", "", "", "El fiscal Pedro Horrach está perfilando", "pero la Audiencia anuló su decisión."),
    ("readability-lemonde-1", "Le projet de loi sur le", "massivement approuvé à l'Assemblée", "Martin Untersinger (avec Damien Leloup et Morgane Tual)", "2015-05-04T11:36:31", "Les députés ont, sans surprise, adopté à", "dénoncé des actes potentiellement illégaux."),
    ("readability-nytimes-1", "United States to Lift Sudan", "Sanctions", "Jeffrey Gettleman", "2017-01-13T05:00:04", "LONDON — After nearly 20", "“deal with the devil.”"),
    ("readability-wapo-1", "Attack stokes instability fears in", "North Africa", "Erin Cunningham", "2015-03-18", "CAIRO — Gunmen opened fire on visitors", "contributed to this report."),
    ("trafilatura-reuters.com.parasite", "'Parasite' scores historic upset at", "boosting Oscar chances", "Jill Serjeant", "2020-01-19T12:25:36", "LOS ANGELES (Reuters) - South", "and Simon Cameron-Moore"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "opens", "closes", "byline", "moment", "first", "last"), PAGES, ids=lambda v: v[:20])
def test_a_page_gives_headline_byline_moment_and_text(items, name, opens, closes, byline, moment, first, last):
    (item,) = items(f"html/{name}.html")
    article = item.article
    assert article.headline.startswith(opens)
    assert article.headline.endswith(closes)
    assert article.byline == byline
    assert str(article.published_at or article.published_on or "").replace(" ", "T").startswith(moment)
    assert article.body.startswith(first)
    assert article.body.endswith(last)


@pytest.mark.parametrize(
    ("name", "furniture"),
    [
        ("newspaper4k-spanish_article", "órdenes, que puesto me darás"),
        ("readability-nytimes-1", "Continue reading"),
        ("trafilatura-reuters.com.parasite", "Trust Principles"),
    ],
)
def test_furniture_and_comments_are_gone(items, name, furniture):
    assert furniture not in items(f"html/{name}.html")[0].article.body


@pytest.mark.parametrize(
    ("name", "count", "headline", "byline", "day"),
    [
        ("feeds/feed-extractor-atom-feed-standard-realworld.xml", 38, "In a major boost to Democrats", "", "2022-07-28"),
        ("feeds/feed-extractor-rdf-standard.xml", 3, "SpaceX Working With Cloudflare", "BeauHD", "2023-08-24"),
        ("feeds/feed-extractor-rss-feed-standard.xml", 1, "Example entry", "Alice Ecila", "2009-09-06"),
        ("jsonfeed/feed-extractor-json-feed-standard-realworld.json", 10, "The line-up for dConstruct", "", "2022-07-26"),
        ("jsonfeed/gofeed-version_json_11.json", 1, "title", "author_name", "2019-10-12"),
        ("ninjs/iptc-1.4-ninjsExMediumText1.json", 1, "Captain of wrecked cruise ship", "Paulo Santalucia and Frances d'Emilio", "2013-07-09"),
        ("ninjs/iptc-2.1-dpa_text.json", 1, "Faktencheck Derby-Elfmeter", "Christian Hollmann, dpa", "2019-05-10"),
        ("ninjs/iptc-3.1-005_complex_text_article.json", 1, "Captain of wrecked cruise ship", "Paulo Santalucia and Frances d'Emilio", "2013-07-09"),
        ("nitf/superdesk-aap.xml", 1, "The main stories on today's", "John Doe", "2013-10-20"),
        ("nitf/superdesk-ap-nitf.xml", 1, "Can trading pollution like stocks", "BERNARD CONDON", "2015-12-10"),
        ("nitf/superdesk-pa3.xml", 1, "UK BREAK-UP 'NOT INCONCEIVABLE'", "Benjamin Wright, Press Association", "2016-09-08"),
        ("newsml-1/superdesk-afp.xml", 1, "Sweden court accepts receivership", "", "2014-08-29"),
        ("newsml-g2/iptc-LISTING_2_NewsML-G2_Text_Document.xml", 1, "Fed to halt QE", "Meredith Jameson", "2016-11-21"),
        ("newsml-g2/superdesk-dpa.xml", 1, "Eintracht in London", "degenhardt.sandra", "2022-10-11"),
        ("wxr/wpimporter-small-export.xml", 11, "Hello world!", "author", "2011-01-18"),
        ("wxr/wpimporter-valid-wxr-1.1.xml", 2, "Hello world!", "John Doe", "2010-10-16"),
    ],
)  # fmt: skip
def test_a_feed_or_newsroom_file_gives_all_its_items(items, name, count, headline, byline, day):
    found = items(name)
    assert len(found) == count
    assert not [item.problem for item in found if item.problem]
    article = found[0].article
    assert article.headline.startswith(headline)
    assert article.byline == byline
    assert article.published_on == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("newsml-g2/superdesk-dpa.xml", "London (dpa) - 2019 gab", "und zog ins Endspiel ein."),
        ("newsml-1/superdesk-afp.xml", "A Chinese-owned company", "a line of electric cars."),
        ("ninjs/iptc-2.1-dpa_text.json", "Für Lucien Favre", "der Bestimmungen kommen."),
        ("nitf/superdesk-ap-nitf.xml", "NEW YORK (AP) — The gas", "content/bernard-condon ."),
    ],
)
def test_tags_and_initials_of_an_agency_are_no_text(items, name, first, last):
    body = items(name)[0].article.body
    assert body.startswith(first)
    assert body.endswith(last)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("feeds/feedparser-undeclared_namespace.xml", "The XML is broken"),
        ("jsonfeed/gofeed-invalid.json", "The JSON is broken"),
        ("ninjs/iptc-not-valid-008_extension.json", "There is no headline."),
        ("wxr/wpimporter-malformed.xml", "The XML is broken"),
    ],
)
def test_a_broken_file_is_refused_with_a_sentence(items, name, sentence):
    (item,) = items(name)
    assert str(item.problem).startswith(sentence)


def test_a_feed_without_entries_is_no_mistake(items):
    (item,) = items("feeds/gofeed-rss_feed_bom.xml")
    assert item.left


def test_only_published_posts_of_a_wordpress_export_are_articles(items):
    found = items("wxr/wpimporter-small-export.xml")
    assert sum(bool(item.article) for item in found) == 5
    assert {item.left for item in found if item.left} == {
        "It is a page (publish), not a published post.",
        "It is a page (draft), not a published post.",
        "It is a post (private), not a published post.",
    }


def test_rare_letters_of_a_wordpress_export_survive(items):
    (item,) = items("wxr/wpimporter-wxr-utf-8-challenges.xml")
    assert "🌲" in item.article.headline
    assert "𝟙𝟘𝟡𝟰𝟞𝟝" in item.article.body
