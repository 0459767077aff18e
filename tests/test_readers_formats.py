"""Every format in a small file of our own, told apart by content."""

import gzip
import io
import json
import zipfile
from datetime import UTC, date, datetime

import pytest
from openpyxl import Workbook

from articles.readers import read
from articles.readers.data import LIMITS

WORDS = "The ferry will sail again, Edda Halloran said."


def items(data: bytes | str, **options) -> list:
    return list(read(io.BytesIO(data.encode() if isinstance(data, str) else data), **options))


def article(data: bytes | str, **options):
    (item,) = items(data, **options)
    assert item.article, str(item)
    return item.article


def packed(members: dict[str, bytes | str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as target:
        for name, data in members.items():
            target.writestr(name, data)
    return file.getvalue()


def workbook(*rows) -> bytes:
    book, file = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(file)
    return file.getvalue()


NITF = f"""<?xml version="1.0"?><nitf xml:lang="en"><head><title>T</title><docdata><doc-id id-string="n-1"/>
<date.issue norm="20240305T101500+0100"/></docdata><pubdata name="The Ansel Courier"/></head><body><body.head>
<hedline><hl1>Ferry <em>returns</em></hl1></hedline><byline>By <person>Ann Lee</person><byttl>Staff</byttl></byline>
</body.head><body.content><p>{WORDS}</p><p>It was late.</p></body.content></body></nitf>"""
G2 = f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" xml:lang="en"><itemMeta>
<itemClass qcode="ninat:text"/><versionCreated>2024-03-06T00:00:00Z</versionCreated></itemMeta><contentMeta>
<contentCreated>2024-03-05T10:15:00+01:00</contentCreated><by>By Ann Lee</by><headline>Ferry returns</headline>
</contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
<body><p>{WORDS}</p><p>It was late.</p></body></html></inlineXML></contentSet></newsItem>"""
NEWSML = f"""<NewsML><NewsItem xml:lang="en"><Identification><NewsIdentifier><PublicIdentifier>urn:x:1</PublicIdentifier>
</NewsIdentifier></Identification><NewsManagement><FirstCreated>20240305T101500+0100</FirstCreated></NewsManagement>
<NewsComponent><NewsLines><HeadLine>Ferry returns</HeadLine><ByLine>Ann Lee</ByLine></NewsLines><ContentItem>
<DataContent><p>{WORDS}</p><p>It was late.</p><p>al/eh</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"""
RSS = f"""<rss version="2.0"><channel><title>The Ansel Courier</title><item><title>Ferry returns</title>
<author>ann@example.org (Ann Lee)</author><pubDate>Tue, 05 Mar 2024 10:15:00 +0100</pubDate><guid>urn:x:1</guid>
<description>&lt;p&gt;{WORDS}&lt;/p&gt;&lt;p&gt;It was late.&lt;/p&gt;</description></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Ansel Courier</title><entry><id>urn:x:1</id>
<title>Ferry returns</title><author><name>Ann Lee</name></author><published>2024-03-05T10:15:00+01:00</published>
<content type="html">&lt;p&gt;{WORDS}&lt;/p&gt;&lt;p&gt;It was late.&lt;/p&gt;</content></entry></feed>"""
RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>The Ansel Courier</title></channel>
<item rdf:about="urn:x:1"><title>Ferry returns</title><dc:creator>Ann Lee</dc:creator><dc:date>2024-03-05T10:15:00+01:00
</dc:date><description>&lt;p&gt;{WORDS}&lt;/p&gt;&lt;p&gt;It was late.&lt;/p&gt;</description></item></rdf:RDF>"""
WXR = f"""<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Ansel Courier</title>
<wp:author><wp:author_login>al</wp:author_login><wp:author_display_name>Ann Lee</wp:author_display_name></wp:author>
<item><title>Ferry returns</title><dc:creator>al</dc:creator><guid>urn:x:1</guid><wp:post_type>post</wp:post_type>
<wp:status>publish</wp:status><wp:post_date>2024-03-05 10:15:00</wp:post_date>
<wp:post_date_gmt>2024-03-05 09:15:00</wp:post_date_gmt>
<content:encoded><![CDATA[{WORDS}

It was late.]]></content:encoded></item></channel></rss>"""
JSON_FEED = json.dumps({
    "version": "https://jsonfeed.org/version/1.1", "title": "The Ansel Courier", "items": [{
        "id": "urn:x:1", "title": "Ferry returns", "authors": [{"name": "Ann Lee"}],
        "date_published": "2024-03-05T10:15:00+01:00", "content_html": f"<p>{WORDS}</p><p>It was late.</p>"}],
})  # fmt: skip
NINJS = {
    "uri": "urn:x:1", "type": "text", "versioncreated": "2024-03-05T10:15:00+01:00", "byline": "By Ann Lee",
    "headline": "Ferry returns", "body_xhtml": f"<p>{WORDS}</p><p>It was late.</p>",
}  # fmt: skip
NINJS_3 = {
    "uri": "urn:x:1", "type": "text", "contentCreated": "2024-03-05T10:15:00+01:00", "by": "Ann Lee",
    "headlines": [{"role": "short", "value": "Ferry"}, {"role": "main", "value": "Ferry returns"}],
    "bodies": [
        {"contentType": "text/plain", "value": f"{WORDS} It was late."},
        {"contentType": "text/html", "value": f"<p>{WORDS}</p><p>It was late.</p>"},
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    "data",
    [NITF, G2, NEWSML, RSS, ATOM, RDF, WXR, JSON_FEED, json.dumps(NINJS, indent=1), json.dumps(NINJS_3)],
    ids=["nitf", "g2", "newsml", "rss", "atom", "rdf", "wordpress", "json-feed", "ninjs", "ninjs-3"],
)
def test_a_newsroom_format_gives_headline_byline_moment_and_paragraphs(data):
    found = article(data)
    assert found.headline == "Ferry returns"
    assert found.byline in ("Ann Lee", "Ann Lee Staff")
    assert found.published_on == date(2024, 3, 5)
    assert found.published_at == datetime(2024, 3, 5, 9, 15, tzinfo=UTC)
    assert found.body == f"{WORDS}\n\nIt was late."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_plain_text_in_any_common_encoding(encoding):
    found = article("Zoë’s ferry\n\nIt came — late.\n\nVery late.".encode(encoding))
    assert (found.headline, found.body) == ("Zoë’s ferry", "It came — late.\n\nVery late.")


@pytest.mark.parametrize(
    "data",
    [
        "id,headline,body,published\n7,Ferry returns,\"First, this.\nThen that.\",2024-03-05\n",
        "id;title;text;date\n7;Ferry returns;\"First, this.\nThen that.\";05.03.2024\n",
        "\ufeffid\tHeadline\tBody\tDate\n7\tFerry returns\t\"First, this.\nThen that.\"\tMarch 5, 2024\n",
    ],
    ids=["comma", "semicolon", "tab"],
)  # fmt: skip
def test_a_table_with_known_columns(data):
    found = article(data)
    assert (found.external_id, found.headline, found.body) == ("7", "Ferry returns", "First, this.\nThen that.")
    assert found.published_on == date(2024, 3, 5)


def test_a_table_in_a_foreign_tongue_needs_a_mapping():
    table = "Titel;Inhalt;Quelle\nFerry returns;It came.;Courier\n"
    (item,) = items(table)
    assert "Say which columns hold the headline and the text; the table has: Titel, Inhalt, Quelle." in str(item)
    found = article(table, columns={"Titel": "headline", "Inhalt": "body", "Quelle": "publication"})
    assert (found.headline, found.body, found.publication) == ("Ferry returns", "It came.", "Courier")


def test_a_sentence_with_commas_is_not_a_table():
    assert article("Rain, wind, and snow\n\nIt rained, it blew, it snowed.\n").headline == "Rain, wind, and snow"


def test_a_workbook_gives_the_values_last_shown():
    rows = [["headline", "body", "published", "id"], ["Ferry returns", "It came.", datetime(2024, 3, 5), 7]]
    found = article(workbook(*rows))
    assert (found.headline, found.published_on, found.external_id) == ("Ferry returns", date(2024, 3, 5), "7")


def test_a_formula_is_never_computed():
    (item,) = items(workbook(["headline", "body"], ["Ferry returns", '=HYPERLINK("http://x.example","Run")']))
    assert str(item) == "row 2: There is no text."


def test_json_lines_with_keys_of_other_names():
    line = json.dumps({"title": "Ferry returns", "text": "It came.", "date": "2024-03-05"})
    assert article(line + "\n" + "\n").published_on == date(2024, 3, 5)
    odd = json.dumps({"Kopf": "Ferry returns", "Rumpf": "It came.", "n": 1})
    assert "Unknown keys: Kopf, Rumpf, n." in str(items(odd)[0])
    assert article(odd, columns={"Kopf": "headline", "Rumpf": "body"}).headline == "Ferry returns"


def test_json_lines_may_hold_ninjs():
    found = items(json.dumps(NINJS) + "\n" + json.dumps(NINJS_3) + "\n{\n")
    assert [item.where for item in found] == ["line 1", "line 2", "line 3"]
    assert [bool(item.article) for item in found] == [True, True, False]


def test_a_json_array_is_read_as_lines_are():
    found = items(json.dumps([{"headline": "H", "body": "B"}, 7]))
    assert [str(item) for item in found] == [
        "item 1: H",
        "item 2: This is not a JSON object: it is a list or a single value.",
    ]


PAGE = """<!DOCTYPE html><html lang="en-GB"><head><title>{title} | The Ansel Courier</title>
<meta property="og:site_name" content="The Ansel Courier"><link rel="canonical" href="https://courier.example/ferry">
<script type="application/ld+json">{linked}</script></head><body><nav><a href="/">Home</a></nav>
<main><article><h1>{title}</h1><p class="byline">By Ann Lee</p>{text}</article>
<section class="comments"><p>First! I never liked that ferry, and I shall say so wherever I can.</p></section></main>
<script>alert(1)</script></body></html>"""
TEXT = "".join(
    f"<p>The ferry {verb} on {day}, and everybody on the quay saw it do so, the mayor among them.</p>"
    for verb, day in [("left", "Monday"), ("returned", "Tuesday"), ("sank", "Wednesday"), ("rose", "Thursday")]
)


def test_a_web_page_gives_its_article_and_nothing_else():
    linked = {"@context": "https://schema.org", "@graph": [
        {"@type": "WebSite", "name": "x"},
        {"@type": ["NewsArticle"], "headline": "Ferry sinks", "author": [{"name": "Ann Lee"}, {"name": "Bo Ek"}],
         "datePublished": "2024-03-05T10:15:00+01:00", "publisher": {"name": "The Ansel Courier"}},
    ]}  # fmt: skip
    found = article(PAGE.format(title="Ferry sinks", linked=json.dumps(linked), text=TEXT), url="https://x.example/")
    assert (found.headline, found.byline, found.language) == ("Ferry sinks", "Ann Lee, Bo Ek", "en-GB")
    assert found.published_at == datetime(2024, 3, 5, 9, 15, tzinfo=UTC)
    assert (found.publication, found.url) == ("The Ansel Courier", "https://courier.example/ferry")
    assert found.body.startswith("The ferry left on Monday")
    assert found.body.endswith("the mayor among them.")
    assert "First!" not in found.body
    assert "alert" not in found.body


def test_a_page_without_metadata_gives_what_its_markup_says():
    found = article(PAGE.format(title="Ferry sinks again", linked="{broken", text=TEXT))
    assert (found.headline, found.byline, found.published_on) == ("Ferry sinks again", "Ann Lee", None)


def test_a_zip_of_anything_names_the_member():
    found = items(packed({
        "a.txt": "Ferry returns\n\nIt came.", "b/c.xml": NITF, "d.zip": packed({"e.csv": "headline,body\nH,B\n"}),
        "f.png": b"\x89PNG\r\n", "__MACOSX/x": b"\0", "g.jsonl": '{"headline": "H"}\n',
    }))  # fmt: skip
    assert [item.where for item in found] == [
        "a.txt", "b/c.xml, article 1", "d.zip, e.csv, row 2", "f.png", "g.jsonl, line 1",
    ]  # fmt: skip
    assert [bool(item.article) for item in found] == [True, True, True, False, False]
    assert found[3].left.startswith("It is a picture.")


def test_a_gzipped_file_is_read():
    assert article(gzip.compress(NITF.encode())).headline == "Ferry returns"


def test_an_identifier_longer_than_the_field_keeps_its_beginning():
    one, other = (article(RSS.replace("urn:x:1", "urn:x:" + "y" * 400 + end)) for end in "ab")
    assert one.external_id.startswith("urn:x:yyy")
    assert len(one.external_id) == LIMITS["external_id"]
    assert one.external_id != other.external_id


def test_a_day_in_a_wordpress_export_is_the_day_there():
    late = WXR.replace("2024-03-05 10:15:00", "2024-03-05 23:30:00").replace(
        "2024-03-05 09:15:00", "2024-03-06 04:30:00"
    )
    assert article(late).published_on == date(2024, 3, 5)
