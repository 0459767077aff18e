"""The API: what it answers, that it keeps to its own description, and that nothing asked of it is a fault of ours."""

import json

import jsonschema
import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import indexing
from articles.models import Article
from tests import make
from tests.pages import BODY, one_of_each

pytestmark = pytest.mark.django_db
API = "/api/v1"


@pytest.fixture
def described(client):
    """The API's own description, as a function that checks an answer against it."""
    schema = client.get(f"{API}/openapi.json").json()

    def check(path, response):
        shape = schema["paths"][f"{API}{path}"]["get"]["responses"][str(response.status_code)]["content"]
        whole = {**shape["application/json"]["schema"], "components": schema["components"]}
        jsonschema.validate(response.json(), whole, cls=jsonschema.Draft202012Validator)
        return response.json()

    check.schema = schema
    return check


def test_it_describes_itself_in_openapi_3_1(described):
    assert described.schema["openapi"].startswith("3.1")
    assert {f"{API}/articles", f"{API}/quotes", f"{API}/sources", f"{API}/publications"} <= set(
        described.schema["paths"]
    )
    assert all(set(operations) == {"get"} for operations in described.schema["paths"].values())


def test_an_article_comes_with_text_quotes_and_citation(client, described):
    article, _edda, quote = one_of_each()
    data = described("/articles/{id}", client.get(f"{API}/articles/{article.pk}"))
    assert data["body"] == BODY
    assert [one["attribution"] for one in data["quotes"]] == ["named", "uncertain", "unnamed"]
    assert data["citation"]["type"] == "article-newspaper"
    for one in data["quotes"]:
        assert " … ".join(BODY[start:end] for start, end in one["spans"]).startswith(one["text"])


def test_a_quote_comes_with_an_annotation_that_finds_its_words(client, described):
    _article, _edda, quote = one_of_each()
    data = described("/quotes/{id}", client.get(f"{API}/quotes/{quote.pk}"))
    for target in data["annotation"]["target"]:
        words, place = target["selector"]
        assert BODY[place["start"] : place["end"]] == words["exact"]
        assert BODY.count(words["prefix"] + words["exact"] + words["suffix"]) == 1


def test_a_search_is_the_search_of_the_pages(client, described):
    _article, edda, quote = one_of_each()
    data = described("/quotes", client.get(f"{API}/quotes", {"q": "harbour", "source": edda.pk, "from": "2024"}))
    assert data["total"] == 1
    assert data["items"][0]["id"] == quote.pk
    assert data["items"][0]["role"] == "the chief executive"
    assert described("/articles", client.get(f"{API}/articles", {"q": "reporters"}))["total"] == 1


def test_pages_follow_one_another_to_the_end(client):
    body = " ".join(f"“Word{n} is here,” she said." for n in range(120))
    article = make.article(body)
    edda = make.source()
    for n in range(120):
        make.quote(article, f"“Word{n} is here,”", edda)
    seen, address = [], f"{API}/quotes?sort=oldest"
    while address:
        data = client.get(address.removeprefix("http://testserver")).json()
        seen += [row["id"] for row in data["items"]]
        address = data["next"]
    assert len(seen) == len(set(seen)) == 120


def test_sources_are_found_by_any_form_of_the_name_page_by_page(client, described):
    article = make.article(" ".join(f"“Word{n},” she said." for n in range(105)))
    for n in range(105):
        make.quote(article, f"“Word{n},”", make.source(f"Ann Lo{n:03}", forms=(f"Lo{n:03}", "Zoë")))
    data = described("/sources", client.get(f"{API}/sources", {"name": "zoe ann"}))
    assert data["total"] == 105
    more = client.get(data["next"].removeprefix("http://testserver")).json()
    assert [row["name"] for row in more["items"]][-1] == "Ann Lo104"
    assert len(data["items"]) + len(more["items"]) == 105


def test_a_source_comes_with_names_and_roles_and_a_merged_one_as_what_it_is_now(client, described):
    _article, edda, _quote = one_of_each()
    other = make.source("E. Halloran", merged_into=edda)
    data = described("/sources/{id}", client.get(f"{API}/sources/{other.pk}"))
    assert data["id"] == edda.pk
    assert data["names"] == ["Edda Halloran", "Halloran"]
    assert data["roles"][0]["text"] == "the chief executive"


def test_errors_are_sentences(client, described):
    article, _edda, quote = one_of_each()
    assert described("/quotes", client.get(f"{API}/quotes", {"date": "soon"}))["problem"]
    assert described("/quotes", client.get(f"{API}/quotes", {"cursor": "x"}))["problem"]
    assert client.get(f"{API}/articles/0").json()["problem"]
    Article.objects.update(visibility="withheld", withheld_reason="By order of the court.")
    for address in (f"{API}/articles/{article.pk}", f"{API}/quotes/{quote.pk}"):
        response = client.get(address)
        assert response.status_code == 410
        assert response.json()["problem"] == "By order of the court."
    Article.objects.update(visibility="draft")
    assert client.get(f"{API}/quotes/{quote.pk}").status_code == 404


def test_other_sites_may_read_and_nobody_may_write(client):
    one_of_each()
    assert client.get(f"{API}/publications")["Access-Control-Allow-Origin"] == "*"
    assert client.post(f"{API}/quotes", {}).status_code == 405


def test_a_search_asks_little_of_the_database(client, django_assert_max_num_queries):
    for n in range(1, 9):
        one_of_each(n)
    indexing.drain()
    with django_assert_max_num_queries(6):
        assert client.get(f"{API}/quotes").json()["total"] == 24


def test_the_page_of_the_docs_needs_nothing_of_other_sites(client):
    page = client.get(reverse("api:openapi-view")).content.decode()
    assert "https://cdn" not in page
    assert "<style" not in page


ANY = st.text(alphabet=st.characters(codec="utf-8"), max_size=12) | st.sampled_from(
    [
        "2018-07",
        "-1",
        "0",
        "99999999999999999999",
        '"',
        "((",
        "a AND",
        "direct",
        "newest",
        "*",
        "~",
        "speaker:",
        "1.1",
        "\0",
    ]
)


@given(
    path=st.sampled_from(["/quotes", "/articles", "/sources"]),
    asked=st.dictionaries(
        st.sampled_from(
            [
                "q",
                "source",
                "publication",
                "date",
                "from",
                "to",
                "section",
                "kind",
                "attribution",
                "sort",
                "cursor",
                "page",
                "upto",
                "name",
            ]
        ),
        ANY,
    ),
)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_asked_is_a_fault_of_ours(client, path, asked):
    client.raise_request_exception = False
    response = client.get(f"{API}{path}", asked)
    assert response.status_code in (200, 400, 422), (path, asked)
    json.loads(response.content)


@pytest.mark.parametrize("path", ["/quotes", "/articles", "/sources"])
@pytest.mark.parametrize("number", ["99999999999999999999", "-1", "x", "%00"])
def test_an_id_that_cannot_be_is_not_there(client, path, number):
    assert client.get(f"{API}{path}/{number}").status_code in (404, 422)
