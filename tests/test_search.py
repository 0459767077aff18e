"""Questions to the archive, answered from its index."""

from datetime import date
from urllib.parse import parse_qsl

import pytest

from articles import search
from articles.models import Article, Source
from tests import make
from tests.test_query import REFUSED, UNDERSTOOD

pytestmark = pytest.mark.django_db


def found(of: str = "articles", **asked) -> list:
    return [hit.object for hit in search.run(search.read(asked, of=of)).hits]


def total(of: str = "articles", **asked) -> int:
    return search.run(search.read(asked, of=of)).total


@pytest.fixture
def harbour() -> Article:
    halloran = make.source("Edda Halloran", forms=("Halloran",))
    aske = make.source("Jorunn Aske")
    article = make.article(
        "“The barrier will be closed by winter,” Edda Halloran said.\n\n"
        "“We were never asked about the barrier,” Jorunn Aske told reporters.",
        headline="Barrier to close in Sánchez street",
        published_on=date(2018, 7, 22),
        section="Politics",
        byline="Marta Lind",
    )
    make.quote(article, "“The barrier will be closed by winter,”", halloran)
    make.quote(article, "“We were never asked about the barrier,”", aske, kind="partial", confidence=0.5)
    other = make.article(
        "The U.S. envoy co-operates. “Nothing is closed,” Halloran said at the port.",
        headline="Envoy visits port",
        published_on=date(2019, 1, 2),
        publication="Eastmere Ledger",
    )
    make.quote(other, "“Nothing is closed,”", halloran)
    return article


def test_words_are_all_found_in_any_order(harbour):
    assert found(q="winter barrier") == [harbour]
    assert total(q="winter envoy") == 0
    assert total(q="winter OR envoy") == 2


def test_quotes_are_found_by_their_words_and_speaker(harbour):
    assert [quote.source.name for quote in found("quotes", q="barrier asked")] == ["Jorunn Aske"]
    assert total("quotes", q="speaker:halloran closed") == 2
    assert total("quotes", q="closed", source=str(Source.objects.get(name="Jorunn Aske").pk)) == 0


def test_facets_count_all_hits(harbour):
    facets = search.run(search.read({"q": "closed"}, of="quotes")).facets
    assert [(c.label, c.count) for c in facets["publication"].choices] == [
        ("Eastmere Ledger", 1),
        ("The Ansel Courier", 1),
    ]
    assert [(c.label, c.count) for c in facets["year"].choices] == [("2018", 1), ("2019", 1)]


def test_what_is_saved_is_found_and_what_is_withheld_is_gone(harbour):
    assert total(q="barrier") == 1
    harbour.visibility, harbour.withheld_reason = "withheld", "asked to"
    harbour.save()
    assert total(q="barrier") == 0
    assert total("quotes", q="barrier") == 0


@pytest.mark.parametrize("of", ["articles", "quotes"])
def test_no_query_breaks_a_search(harbour, of):
    for query in [text for text, *_ in (*UNDERSTOOD, *REFUSED)]:
        assert _answered_or_corrected({"q": query}, of)


def _answered_or_corrected(asked: dict[str, str], of: str) -> search.Results:
    try:
        return search.run(search.read(asked, of=of), elsewhere=True)
    except search.BadQuery as problem:
        return search.run(search.read(dict(parse_qsl(problem.query)), of=of))


@pytest.mark.parametrize(
    ("asked", "sentence", "query"),
    [
        ({"q": '"winter'}, "A phrase begins", "q=%22winter%22"),
        ({"q": "a", "date": "2018-13"}, "There is no such day", "q=a&date=2018"),
        ({"from": "soon"}, "“soon” is not a date", ""),
        ({"from": "2019", "to": "2018"}, "2019 is after 2018", "from=2018&to=2019"),
        ({"source": "x"}, "“x” is not a number", ""),
        ({"source": "99999999999999999999"}, "is not a number", ""),
        ({"source": "987654321", "q": "a"}, "There is no source", "q=a"),
        ({"publication": "nobody"}, "There is no publication", ""),
        ({"publication": "9" * 50}, "There is no publication", ""),
        ({"kind": "shouted"}, "“shouted” is not a kind", ""),
        ({"page": "0"}, "“0” is not a number", ""),
        ({"page": "501", "q": "a"}, "Results are shown up to", "q=a"),
    ],
)
def test_a_wrong_parameter_has_its_sentence_and_a_way_on(asked, sentence, query):
    with pytest.raises(search.BadQuery) as told:
        search.run(search.read(asked, of="articles"))
    assert sentence in str(told.value)
    assert told.value.query == query


def test_filters_combine_and_each_can_be_taken_off(harbour):
    asked = {"q": "closed", "publication": "eastmere-ledger", "date": "2019-01", "kind": "direct"}
    results = search.run(search.read(asked, of="quotes"))
    assert results.total == 1
    assert [(chip.name, chip.value) for chip in results.chips] == [
        ("q", "closed"),
        ("publication", "Eastmere Ledger"),
        ("date", "January 2019"),
        ("kind", "Direct"),
    ]
    assert results.chips[2].query == "q=closed&publication=eastmere-ledger&kind=direct"


def test_a_facet_tells_what_adding_it_gives(harbour):
    results = search.run(search.read({}, of="quotes"))
    for facet in results.facets.values():
        for choice in facet.choices:
            assert total("quotes", **dict(parse_qsl(choice.query))) == choice.count, (facet.name, choice.value)


def test_a_renamed_speaker_has_the_new_name_in_facets(harbour):
    def names() -> list[str]:
        facet = search.run(search.read({}, of="quotes")).facets["source"]
        return [choice.label for choice in facet.choices]

    assert names() == ["Edda Halloran", "Jorunn Aske"]
    Source.objects.filter(name="Jorunn Aske").update(name="Jorunn Vale")
    assert names() == ["Edda Halloran", "Jorunn Vale"]


def test_a_chosen_value_is_taken_off_by_its_link(harbour):
    chosen = search.run(search.read({"kind": "partial", "q": "asked"}, of="quotes")).facets["kind"].choices[0]
    assert (chosen.chosen, chosen.query) == (True, "q=asked")


def test_years_are_counted_as_if_none_were_chosen(harbour):
    facets = search.run(search.read({"date": "2018"}, of="articles")).facets
    assert [(c.value, c.count, c.chosen) for c in facets["year"].choices] == [("2018", 1, True), ("2019", 1, False)]
    assert [c.count for c in facets["month"].choices] == [0] * 6 + [1] + [0] * 5
    july = facets["month"].choices[6]
    assert (july.label, july.query) == ("July", "date=2018-07")


def test_no_hits_tell_which_filter_killed_them(harbour):
    results = search.run(search.read({"q": "envoy", "date": "2018"}, of="articles"))
    assert {without.chip.name: without.total for without in results.without} == {"q": 1, "date": 1}
    assert results.elsewhere == 0


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("bariers", "barrier"),
        ("speaker:haloran closed", "speaker:halloran closed"),
        ("wintr barrier -x", "winter barrier -x"),
    ],
)
def test_a_misspelt_word_is_met_with_the_word_and_its_hits(harbour, typed, meant):
    suggestion = search.run(search.read({"q": typed}, of="quotes")).did_you_mean
    assert suggestion.text == meant
    assert suggestion.total == total("quotes", **dict(parse_qsl(suggestion.query))) > 0


def test_orders(harbour):
    newest = found(sort="newest")
    assert [article.published_on.year for article in newest] == [2019, 2018]
    assert found(sort="oldest") == newest[::-1]


def test_a_word_in_the_headline_comes_first(db):
    body = "Here the ferry is named once and then it goes on about other things of the day."
    make.article(body, headline="Nothing of note", published_on=date(2024, 5, 5))
    named = make.article(body, headline="The ferry", published_on=date(2020, 1, 1))
    assert found(q="ferry")[0] == named


def test_an_undated_article_is_last_and_in_no_period(db):
    undated = make.article("Old words.", published_on=None)
    dated = make.article("New words.", published_on=date(2024, 1, 1))
    assert found(sort="newest") == [dated, undated]
    assert found(sort="oldest") == [dated, undated]
    assert found(q="date:unknown") == [undated]
    assert found(to="2025") == [dated]
    assert found(q="-date:2024") == [undated]


def test_matches_are_marked_and_everything_else_is_escaped(db):
    article = make.article("He said <b>Running</b> a ferry & co-operating isn’t “free”.", headline="Ferries <run>")
    make.quote(article, "“free”")
    [hit] = search.run(search.read({"q": "run ferry cooperate"}, of="articles")).hits
    assert hit.headline == "<mark>Ferries</mark> &lt;<mark>run</mark>&gt;"
    assert "&lt;b&gt;<mark>Running</mark>&lt;/b&gt; a <mark>ferry</mark> &amp; <mark>co-operating</mark>" in hit.text
    assert hit.url.endswith("?q=run+ferry+cooperate")


def test_a_snippet_is_where_the_words_stand(db):
    make.article("Nothing here. " * 200 + "Then the ferry sank. " + "Nothing more. " * 200)
    [hit] = search.run(search.read({"q": "ferry"}, of="articles")).hits
    assert hit.text.startswith("… ")
    assert "the <mark>ferry</mark> sank" in hit.text
    assert len(hit.text) < 400


def test_a_quote_leads_to_its_place_in_the_article(harbour):
    [hit] = search.run(search.read({"q": "winter"}, of="quotes")).hits
    assert hit.url == f"{harbour.get_absolute_url()}?q=winter#quote-{hit.object.pk}"
    assert hit.text == "“The barrier will be closed by <mark>winter</mark>,”"


@pytest.mark.parametrize(
    ("q", "marked"),
    [
        ("talk", ["talks", "Talking", "talk"]),
        ('"nuclear talks"', ["nuclear talks"]),
        ('"Nuclear Talks"~2 -talk', ["nuclear", "talks"]),
        ("nucl*", ["nuclear"]),
        ("taks~", ["talks"]),
        ("headline:nuclear", []),
        ("-nuclear", []),
        ("speaker:talk", []),
        ('"nuclear', []),
        ("us", ["U.S."]),
    ],
)
def test_what_is_marked_in_a_text(q, marked):
    text = "The U.S. nuclear talks. Talking of clear talk."
    assert [span.of(text) for span in search.marks(q, text)] == marked


def test_speakers_are_suggested_by_any_form_most_quoted_first(harbour):
    kim = make.source("Kim Hallström", forms=("Hallstrom of the Board",))
    make.quote(harbour, "asked about the barrier", kim)
    suggested = search.suggest("hall")
    assert [(each["name"], each["quotes"]) for each in suggested] == [("Edda Halloran", 2), ("Kim Hallström", 1)]
    assert [each["name"] for each in search.suggest("board HALLST")] == ["Kim Hallström"]
    assert search.suggest("") == search.suggest("*") == search.suggest("nobody") == []


def test_an_unnamed_source_is_not_suggested_but_can_be_asked_for(harbour):
    unnamed = make.source("an official at the board", kind="unnamed", article=harbour)
    make.quote(harbour, "never asked", unnamed)
    assert search.suggest("official") == []
    assert total("quotes", source=str(unnamed.pk)) == 1
    assert total("quotes", attribution="unnamed") == 1


def test_articles_of_the_same_story_are_found(db):
    story = "The harbour ferry Margaret collided with the pier at Tollund during the storm on Friday."
    first = make.article(story + " Nobody was hurt.")
    second = make.article("After the ferry Margaret collided at Tollund pier, divers looked at the harbour wall.")
    for number in range(8):
        make.article(f"The council spoke of budget item {number} and schools all evening.", headline="Budget")
    assert search.similar(first) == [second]


def test_the_same_words_in_another_paper_are_found(harbour):
    wire = make.article("“We were never asked about this barrier,” Aske said.", published_on=date(2018, 7, 23))
    echo = make.quote(wire, "“We were never asked about this barrier,”")
    assert search.echoes(harbour.quotes.get(kind="partial")) == [echo]


def test_all_rows_come_in_order(harbour):
    params = search.read({"sort": "oldest"}, of="articles")
    assert [article.published_on.year for article in search.rows(params)] == [2018, 2019]
    assert len(list(search.rows(params, limit=1))) == 1
    assert search.count(params) == 2


def test_a_page_of_results_takes_a_fixed_number_of_queries(harbour, django_assert_max_num_queries):
    total(q="closed")
    with django_assert_max_num_queries(8):
        search.run(search.read({"q": "closed", "source": "", "kind": "direct"}, of="quotes"), elsewhere=True)


def test_haystack_answers_too(harbour):
    from haystack.query import SearchQuerySet

    results = SearchQuerySet().using("quotes").filter(content="barrier")
    assert results.count() == 2
    assert {result.object.source.name for result in results} == {"Edda Halloran", "Jorunn Aske"}


def test_a_choice_changes_its_parameter_and_no_other(harbour):
    q = 'closed OR "%00 a=b&c"'
    results = search.run(search.read({"q": q, "kind": "direct", "from": "2018"}, of="articles"))
    chosen = next(choice for choice in results.facets["kind"].choices if choice.chosen)
    assert dict(parse_qsl(chosen.query)) == {"q": q, "from": "2018"}
    year = next(choice for choice in results.facets["year"].choices if choice.value == "2019")
    assert dict(parse_qsl(year.query)) == {"q": q, "kind": "direct", "date": "2019"}
    speaker = results.facets["source"].choices[0]
    assert dict(parse_qsl(speaker.query))["source"] == speaker.value
