"""Whatever is typed into the search box or an address: an answer or a sentence, on every face, and never an error."""

import json
from urllib.parse import urlencode

import pytest

from articles import indexing
from tests.pages import one_of_each, valid

pytestmark = pytest.mark.django_db

ASKED = [
    "/quotes/",
    "/search/",
    "/search/feed.rss",
    "/quotes/export.csv",
    "/api/v1/quotes",
    "/search/suggest",
    "/api/v1/sources",
]
ADDRESSED = ["/quotes/", "/search/", "/quotes/feed.atom", "/search/export.jsonl", "/api/v1/articles", "/search/suggest"]
ADDRESSED += ["/api/v1/sources", "/sources/", "/sourcing/", "/articles/", "/on-this-day/"]

WORDS = [
    "", " ", '"', '""', '" "', "'", "“", "“harbour", "harbour”", "«harbour", '"harbour', 'harbour"', '"harbour" "', '"a" b" c"',
    "(", ")", "()", "((harbour)", "(harbour))", "(harbour OR)", "(OR harbour)", ")(", "(" * 200 + "harbour" + ")" * 200,
    "(" * 5000, "OR", "AND", "NOT", "or", "OR OR", "harbour OR", "OR harbour", "harbour OR OR may", "AND AND", "NOT NOT harbour",
    "harbour AND NOT", "NOT", "-", "--", "--harbour", "-harbour", "- harbour", "-(harbour)", "-(-harbour)", "-(-(-(harbour)))",
    "NOT (NOT (harbour OR may) OR -open)", "-harbour -may", "harbour -harbour", "*", "**", "h*", "ha*", "*r", "*a*", "?", "harb*ur*",
    "h**r", "*harbour", "har*bour*open*", "~", "harbour~", "harbour~9", "harbour~0", "harbour~-1", "a~", "harbour~x", '"harbour open"~',
    '"harbour open"~0', '"harbour open"~5', '"harbour open"~999999999999999999999', '"harbour"~3', '"harbour open"~-2', "+harbour",
    "harbour^5", "harbour && may", "harbour || may", "!harbour", "[a TO b]", "{a}", "\\", "\\harbour", "harbour\\", "harbour/may", "a/b",
    "foo:bar", "foo:", ":", ":bar", "::", "speaker:", 'speaker:"', 'speaker:""', "speaker:*", "speaker:hal*", "speaker:-x",
    "speaker:(a b)", "speaker:speaker:halloran", "headline:(harbour OR may)", "kind:", "kind:loud", "kind:direct", "is:", "is:odd",
    "is:unnamed is:named", "date:", "date:2018-13", "date:2018-02-30", "date:0000", "date:99999", "date:2018-7", "date:July", "date:2024",
    "date:-2024", "from:2018-08-01 to:2018-07-01", "from:x", "to:", "from:2024 from:2023", "date:2024-03-05..2024-03-06", "date:unknown",
    "publication:", "section:*", "by:", "http://example.org/a?b=c&d=e", "a@b.org", "<script>alert(1)</script>", "' OR 1=1 --", "%", "%%", "%s",
    "{0}", "$(ls)", "harbour\x00open", "\x00", "har\tbour", "har\nbour", "\r\n", "\u200b", "\u2029", "\u202eharbour", "\ufeffharbour",
    "é", "é", "ÉCOLE", "ﬁ", "ſ", "İ", "ß", "北京", "北京 大学", '"北京大学"', "東京*", "서울", "กรุงเทพ", "שלום", "مرحبا بالعالم", "नमस्ते", "😀", "😀*",
    "👨‍👩‍👧", '"😀 😀"', "harbour😀", "\ud800".encode("utf-8", "replace").decode(), "1,000", "3.5", "-5", "1e9", "U.S.", "O'Brien", "rock'n'roll",
    "co-operate", "--help", "a" * 3000, "a " * 3000, "harbour " * 1250, "x" * 9999, "harbour OR " * 900, "-a " * 3000, "a* " * 50, '"' * 501,
    "harbour " + "NOT " * 50 + "may", "ha* OR ma* OR op* OR th*", "((((((((((harbour OR may) open) OR x) y) OR z) a) OR b) c) OR d) e)",
]  # fmt: skip

PARAMETERS = [
    "page=0", "page=-1", "page=99999", "page=x", "page=1.5", "page=", "page=9" + "9" * 40, "page=٣", "sort=nonsense", "sort=", "sort=newest&sort=oldest",
    "q=harbour&q=may", "q=&q=harbour", "source=0", "source=x", "source=-1", "source=99999999999999999999", "source=9223372036854775807", "source=1&source=2",
    "publication=none", "publication=%00", "publication=99999999999999999999", "publication=1", "publication=٣", "publication=²", "date=2018-13", "date=x",
    "date=2018-02-30", "date=0", "date=99999", "date=2018..2019", "from=2024&to=2023", "from=2023-01-01&date=2022", "from=x", "to=9999-99-99", "to=9999",
    "kind=loud", "kind=DIRECT", "attribution=maybe", "section=%FF", "section=" + "s" * 500, "upto=0", "upto=x", "upto=9223372036854775808", "upto=-1", "q=%", "q=%zz",
    "q=%00", "q=%FF%FE", "q=%E5%8C", "q=%C0%AF", "q[]=a", "q=a;b", "&&&", "=", "q", "?q=a", "q=%u0041", "q=+%2B+", "cursor=x", "cursor=0", "cursor=1.2.3",
    "cursor=999999999.1", "cursor=999999", "limit=x", "letter=%00", "letter=%F0%9F%98%80", "letter=%25", "letter=aa", "letter=_", "kind=%00", "sort=%00", "year=x", "year=0",
    "year=99999", "year=-1", "year=٣", "year=²", "year=" + "9" * 5000, "day=02-30", "day=x", "day=%00", "day=-", "day=02-29", "name=%00", "name=%25", "name=_", "format=x",
]  # fmt: skip


@pytest.fixture
def archive():
    one_of_each()
    indexing.rebuild()
    indexing.drain()


def _answers(client, address: str) -> None:
    response = client.get(address)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    assert response.status_code in (200, 301, 302, 400, 404, 410, 422), (response.status_code, address)
    kind = response["Content-Type"].partition(";")[0]
    if kind == "text/html" and response.status_code == 400:
        assert valid(response).find(".//*[@role='alert']").text.strip(), address
    elif kind == "application/json":
        told = json.loads(body)
        assert response.status_code == 200 or told, address
    elif response.status_code == 400:
        assert body.strip(), address


@pytest.mark.parametrize("face", ASKED)
def test_every_question_gets_an_answer_or_a_sentence(archive, client, face):
    for words in WORDS:
        _answers(client, f"{face}?{urlencode({'q': words, 'name': words}, errors='replace')}")


@pytest.mark.parametrize("face", ADDRESSED)
def test_every_parameter_gets_an_answer_or_a_sentence(archive, client, face):
    for parameters in PARAMETERS:
        _answers(client, f"{face}?{parameters}")
        _answers(client, f"{face}?{parameters}&q=harbour")
