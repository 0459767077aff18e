"""ninjs and JSON Feed as agencies and sites write them, and JSON of no kind: invented variants of every part."""

import io
import json

import pytest

from articles.readers import read

WORDS = "The ferry will sail again, Edda Halloran said."
LATE = "It was late."
HTML = f"<p>{WORDS}</p><p>{LATE}</p>"


def items(data) -> list:
    return list(read(io.BytesIO((data if isinstance(data, str) else json.dumps(data, indent=1)).encode())))


def article(data):
    (item,) = items(data)
    assert item.article, str(item)
    return item.article


def ninjs(**fields) -> dict:
    whole = {
        "uri": "urn:x:1",
        "type": "text",
        "versioncreated": "2024-03-05T10:15:00Z",
        "headline": "Ferry returns",
        "body_xhtml": HTML,
    }
    return {name: value for name, value in (whole | fields).items() if value is not None}


@pytest.mark.parametrize(
    ("fields", "names"),
    [
        ({"byline": "By Ann Lee"}, "Ann Lee"),
        ({"by": "Ann Lee, Staff Writer"}, "Ann Lee"),
        ({"byline": "<p>By Ann Lee</p>"}, "Ann Lee"),
        ({"bylines": ["By Ann Lee", "Bo Ek"]}, "Ann Lee, Bo Ek"),
        ({"bylines": [{"value": "By Ann Lee"}, {"name": "Bo Ek"}]}, "Ann Lee, Bo Ek"),
        ({"authors": [{"name": "Ann Lee"}, {"name": "Bo Ek", "role": "photographer"}]}, "Ann Lee"),
        ({"infosources": [{"name": "Ann Lee", "role": "author"}, {"name": "Lorne Press", "role": "source"}]}, "Ann Lee"),
        ({"contributors": [{"name": "Cy Li", "role": "editor"}, {"name": "Ann Lee", "role": "Writer"}]}, "Ann Lee"),
        ({"infosources": [{"name": "Lorne Press"}]}, ""),
        ({"byline": None}, ""),
    ],
    ids=range(10),
)  # fmt: skip
def test_a_byline_is_the_names_of_those_who_wrote(fields, names):
    assert article(ninjs(**fields)).byline == names


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({}, f"{WORDS}\n\n{LATE}"),
        ({"body_xhtml": None, "body_html": HTML}, f"{WORDS}\n\n{LATE}"),
        ({"body_xhtml": None, "body_text": f"{WORDS}\n\n{LATE}"}, f"{WORDS}\n\n{LATE}"),
        ({"body_xhtml": f"<html><head><title>x</title></head><body>{HTML}</body></html>"}, f"{WORDS}\n\n{LATE}"),
        ({"body_xhtml": None, "bodies": [{"contenttype": "text/html", "value": HTML}]}, f"{WORDS}\n\n{LATE}"),
        ({"body_xhtml": None, "bodies": [{"value": HTML}]}, f"{WORDS}\n\n{LATE}"),
        ({"body_xhtml": None, "bodies": [{"role": "summary", "contentType": "text/plain", "value": "Short."}, {"role": "main", "contentType": "application/xhtml+xml", "value": HTML}]}, f"{WORDS}\n\n{LATE}"),
        ({"body_xhtml": f"<p>{WORDS}</p><figure><figcaption>The pier.</figcaption></figure><p>{LATE}<script>x()</script></p>"}, f"{WORDS}\n\n{LATE}"),
    ],
    ids=range(8),
)  # fmt: skip
def test_a_text_is_the_whole_one_in_paragraphs(fields, text):
    assert article(ninjs(**fields)).body == text


@pytest.mark.parametrize(
    ("fields", "headline"),
    [
        ({"headline": "Ferry &amp; bridge"}, "Ferry & bridge"),
        ({"headline": None, "headlines": [{"role": "short", "value": "Ferry"}, {"role": "main", "value": "Ferry returns"}]}, "Ferry returns"),
        ({"headline": None, "headlines": [{"value": "Ferry returns"}]}, "Ferry returns"),
        ({"headline": None, "title": "Ferry returns"}, "Ferry returns"),
    ],
    ids=range(4),
)  # fmt: skip
def test_a_headline_is_the_main_one(fields, headline):
    assert article(ninjs(**fields)).headline == headline


def test_a_moment_is_that_of_the_first_version_and_keeps_its_zone():
    found = article(ninjs(firstcreated="2024-03-04T10:15:00+01:00"))
    assert found.published_at.isoformat() == "2024-03-04T09:15:00+00:00"
    assert (
        article(ninjs(versioncreated=None, versionCreated="2024-03-05T10:15:00Z")).published_on.isoformat()
        == "2024-03-05"
    )


def test_a_provider_language_and_section_are_read():
    found = article(ninjs(provider={"name": "Lorne Press"}, language="en-GB", section="Harbour"))
    assert (found.publication, found.language, found.section, found.external_id) == (
        "Lorne Press",
        "en-GB",
        "Harbour",
        "urn:x:1",
    )
    assert article(ninjs(copyrightholder="Lorne Press")).publication == "Lorne Press"


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"type": "picture"}, "item: It is a picture, not a text."),
        ({"type": "video"}, "item: It is a video, not a text."),
        ({"type": "composite", "body_xhtml": None}, "item: It is a package of other items, not a text."),
        ({"pubstatus": "canceled"}, "item: It was cancelled by its sender."),
        ({"pubStatus": "withheld"}, "item: It is withheld by its sender."),
        ({"embargoed": "2999-01-01T00:00:00Z"}, "item: It is under embargo until 2999-01-01T00:00:00+00:00."),
        ({"headline": None}, "item: There is no headline."),
        ({"body_xhtml": None, "body_text": ""}, "item: There is no text."),
        ({"headline": ["a"]}, "item: There is no headline."),
        ({"body_xhtml": 7.5}, "item: There is no text."),
    ],
    ids=range(10),
)  # fmt: skip
def test_an_item_that_is_no_text_or_may_not_be_used_says_so(fields, sentence):
    (item,) = items(ninjs(**fields))
    assert str(item) == sentence


def test_a_package_gives_the_texts_it_brings_along():
    package = ninjs(
        type="composite", body_xhtml=None, associations={"main": ninjs(), "picture": {"type": "picture", "uri": "p"}}
    )
    assert [bool(item.article) for item in items(package)] == [False, True]


def test_items_in_a_list_or_in_an_answer_are_all_read():
    assert len([item for item in items([ninjs(), ninjs(uri="urn:x:2")]) if item.article]) == 2
    assert len([item for item in items({"count": 2, "items": [ninjs(), ninjs(uri="urn:x:2")]}) if item.article]) == 2


def feed(*entries, **fields) -> dict:
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Ansel Courier",
        "home_page_url": "https://courier.example/",
        "items": list(entries),
    } | fields


def entry(**fields) -> dict:
    whole = {"id": "1", "title": "Ferry returns", "content_html": HTML, "url": "https://courier.example/1"}
    return {name: value for name, value in (whole | fields).items() if value is not None}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"author": {"name": "Ann Lee"}}, {"byline": "Ann Lee"}),
        ({"authors": [{"name": "Ann Lee"}, {"name": "Bo Ek"}]}, {"byline": "Ann Lee, Bo Ek"}),
        ({"authors": [{"url": "https://x.example"}]}, {"byline": ""}),
        ({"content_html": None, "content_text": f"{WORDS}\n\n{LATE}"}, {"body": f"{WORDS}\n\n{LATE}"}),
        ({"content_html": None, "summary": WORDS}, {"body": WORDS}),
        ({"title": None}, {"headline": WORDS}),
        ({"id": 17}, {"external_id": "17"}),
        ({"id": None}, {"external_id": ""}),
        ({"url": "/1"}, {"url": "https://courier.example/1"}),
        ({"url": "javascript:alert(1)"}, {"url": ""}),
        ({"date_published": "2024-03-05T10:15:00-05:00", "date_modified": "2024-03-09"}, {"published_at.isoformat()": "2024-03-05T15:15:00+00:00"}),
        ({"date_published": "soon"}, {"published_on": None}),
        ({"language": "de"}, {"language": "de"}),
    ],
    ids=range(13),
)  # fmt: skip
def test_an_entry_of_a_json_feed_is_read(fields, expected):
    found = article(feed(entry(**fields)))
    for name, value in expected.items():
        got = found.published_at.isoformat() if "isoformat" in name else getattr(found, name)
        assert got == value


@pytest.mark.parametrize(
    "data", [feed(), feed(items=None), feed(items={"a": 1}), feed(7), feed(entry(content_html=None))], ids=range(5)
)
def test_a_json_feed_that_gives_nothing_says_why(data):
    (item,) = items(data)
    assert item.problem or item.left
    assert str(item).endswith(".")


@pytest.mark.parametrize(
    "data",
    [
        [{"headline": "Ferry returns", "body": WORDS}],
        {"headline": "Ferry returns", "body": WORDS},
        {"articles": [{"title": "Ferry returns", "content": WORDS}]},
        {"status": "ok", "total": 1, "articles": [{"title": "Ferry returns", "content": WORDS}]},
        {"response": {"docs": [{"headline": "Ferry returns", "body": WORDS}]}},
        [{"title": {"rendered": "Ferry returns"}, "content": {"rendered": WORDS}}],
        [{"headline": "Ferry returns", "body": WORDS, "authors": ["Ann Lee", "Bo Ek"], "source": {"name": "Courier"}}],
    ],
    ids=range(7),
)  # fmt: skip
def test_json_of_no_kind_is_read_as_rows(data):
    found = article(data)
    assert (found.headline, found.body) == ("Ferry returns", WORDS)
    assert (found.byline, found.publication) in (("", ""), ("Ann Lee, Bo Ek", "Courier"))
    assert article(json.dumps(data)) == found


def test_nested_keys_can_be_mapped():
    row = {"kopf": {"zeile": "Ferry returns"}, "rumpf": {"text": WORDS}}
    (item,) = items([row])
    assert "Unknown keys: kopf.zeile, rumpf.text" in str(item)
    (item,) = read(io.BytesIO(json.dumps([row]).encode()), columns={"kopf.zeile": "headline", "rumpf.text": "body"})
    assert item.article.headline == "Ferry returns"


def test_a_long_feed_on_one_line_is_a_feed():
    found = items(json.dumps(feed(*(entry(id=str(number)) for number in range(900)))))
    assert len([item for item in found if item.article]) == 900
    assert found[1].where == "line 1, entry 2"
