"""RSS, Atom and RDF as sites write them: invented variants of every part."""

import io

import pytest

from articles.readers import read

WORDS = "The ferry will sail again, Edda Halloran said."
LATE = "It was late."
HTML = f"&lt;p&gt;{WORDS}&lt;/p&gt;&lt;p&gt;{LATE}&lt;/p&gt;"
SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:media="http://search.yahoo.com/mrss/" '
    'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
)


def items(data: str | bytes) -> list:
    return list(read(io.BytesIO(data.encode() if isinstance(data, str) else data)))


def article(data: str | bytes):
    (item,) = items(data)
    assert item.article, str(item)
    return item.article


def rss(
    inner="",
    *,
    title="<title>Ferry returns</title>",
    text=f"<description>{HTML}</description>",
    channel="",
    version="2.0",
    top="",
) -> str:
    return (
        f'<?xml version="1.0"?>{top}<rss version="{version}" {SPACES}><channel><title>The Ansel Courier</title>'
        f"<link>https://courier.example/</link>{channel}<item>{title}{text}{inner}</item></channel></rss>"
    )


def atom(
    inner="", *, title="<title>Ferry returns</title>", text=f'<content type="html">{HTML}</content>', feed=""
) -> str:
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom" {feed}><title>The Ansel Courier</title><link href="https://courier.example/"/>'
        f"<entry><id>urn:x:1</id>{title}{text}{inner}</entry></feed>"
    )


@pytest.mark.parametrize(
    ("data", "names"),
    [
        (rss("<author>ann@courier.example (Ann Lee)</author>"), "Ann Lee"),
        (rss("<author>ann@courier.example</author>"), ""),
        (rss("<author>Ann Lee</author>"), "Ann Lee"),
        (rss("<dc:creator>By Ann Lee</dc:creator>"), "Ann Lee"),
        (rss("<dc:creator><![CDATA[Ann Lee]]></dc:creator><dc:creator>Bo Ek</dc:creator>"), "Ann Lee, Bo Ek"),
        (rss("<dc:creator>Ann Lee, Staff Writer</dc:creator>"), "Ann Lee"),
        (rss("<dc:creator>admin</dc:creator>"), ""),
        (atom("<author><name>Ann Lee</name><email>a@x.example</email></author><author><name>Bo Ek</name></author>"), "Ann Lee, Bo Ek"),
        (atom("<contributor><name>Cy Li</name></contributor><author><name>Ann Lee</name></author>"), "Ann Lee"),
        (atom(), ""),
    ],
    ids=range(10),
)  # fmt: skip
def test_a_byline_is_all_names_without_addresses(data, names):
    assert article(data).byline == names


@pytest.mark.parametrize(
    ("data", "moment"),
    [
        (rss("<pubDate>Tue, 05 Mar 2024 10:15:00 +0100</pubDate>"), "2024-03-05T09:15:00+00:00"),
        (rss("<pubDate>Tue, 05 Mar 2024 10:15:00 EST</pubDate>"), "2024-03-05T15:15:00+00:00"),
        (rss("<pubDate>Tue, 05 Mar 2024 10:15:00 CET</pubDate>"), "2024-03-05T09:15:00+00:00"),
        (rss("<pubDate>5 Mar 24 10:15 GMT</pubDate>"), "2024-03-05T10:15:00+00:00"),
        (rss("<pubDate>2024-03-05T10:15:00+01:00</pubDate>"), "2024-03-05T09:15:00+00:00"),
        (rss("<pubDate>2024-03-05 10:15:00</pubDate>"), "2024-03-05"),
        (rss("<pubDate>Di, 05 März 2024 10:15:00 +0100</pubDate>"), "2024-03-05"),
        (rss("<dc:date>2024-03-05</dc:date>"), "2024-03-05"),
        (rss("<dcterms:created>2024-03-05T10:15:00Z</dcterms:created><dcterms:modified>2024-03-09T10:15:00Z</dcterms:modified>"), "2024-03-05T10:15:00+00:00"),
        (rss("<pubDate>soon</pubDate>"), ""),
        (rss(), ""),
        (atom("<published>2024-03-05T10:15:00Z</published><updated>2024-03-09T10:15:00Z</updated>"), "2024-03-05T10:15:00+00:00"),
        (atom("<updated>2024-03-05T10:15:00.123Z</updated>"), "2024-03-05T10:15:00.123000+00:00"),
    ],
    ids=range(13),
)  # fmt: skip
def test_a_moment_is_the_published_one(data, moment):
    found = article(data)
    assert (found.published_at.isoformat() if found.published_at else "") == (moment if "T" in moment else "")
    assert (found.published_on.isoformat() if found.published_on else "") == moment[:10]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (rss(text=f"<description>Short.</description><content:encoded><![CDATA[<p>{WORDS}</p><p>{LATE}</p>]]></content:encoded>"), f"{WORDS}\n\n{LATE}"),
        (rss(text=f"<content:encoded><![CDATA[<p>{WORDS}</p><p>{LATE}</p>]]></content:encoded><description>Short.</description>"), f"{WORDS}\n\n{LATE}"),
        (rss(text=f"<description>{WORDS}</description>"), WORDS),
        (rss(text=f"<description>{WORDS} &amp;amp; more &amp;lt; 5</description>"), f"{WORDS} & more < 5"),
        (rss(text=f"<description><![CDATA[{WORDS}<br/><br/>{LATE}]]></description>"), f"{WORDS}\n\n{LATE}"),
        (rss(text=f"<media:description>{WORDS}</media:description>"), WORDS),
        (rss(text=f"<description>{WORDS}</description><media:content url='a.jpg'><media:description>The pier.</media:description></media:content>"), WORDS),
        (rss(text=f"<description>&lt;figure&gt;&lt;img&gt;&lt;figcaption&gt;The pier.&lt;/figcaption&gt;&lt;/figure&gt;{HTML}</description>"), f"{WORDS}\n\n{LATE}"),
        (atom(text=f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{WORDS}</p><p>{LATE}</p></div></content>'), f"{WORDS}\n\n{LATE}"),
        (atom(text=f'<content type="text">{WORDS}</content>'), WORDS),
        (atom(text=f'<summary>Short.</summary><content type="html">{HTML}</content>'), f"{WORDS}\n\n{LATE}"),
        (atom(text=f'<content src="https://courier.example/1"/><summary type="html">{HTML}</summary>'), f"{WORDS}\n\n{LATE}"),
        (rss(text=f"<description>&lt;p&gt;{WORDS}&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&lt;/p&gt;</description>"), WORDS),
    ],
    ids=range(13),
)  # fmt: skip
def test_a_text_is_the_whole_one_in_paragraphs(data, text):
    assert article(data).body == text


@pytest.mark.parametrize(
    ("data", "headline"),
    [
        (rss(title="<title>Ferry &amp;amp; bridge</title>"), "Ferry & bridge"),
        (rss(title="<title>Ferry &amp; bridge</title>"), "Ferry & bridge"),
        (rss(title="<title><![CDATA[Ferry & <b>bridge</b>]]></title>"), "Ferry & bridge"),
        (rss(title="<title>Fares below 5 &lt; 6</title>"), "Fares below 5 < 6"),
        (atom(title='<title type="html">Ferry &amp;amp; &lt;em&gt;bridge&lt;/em&gt;</title>'), "Ferry & bridge"),
        (rss(title=""), WORDS),
        (rss(title="<title/>"), WORDS),
    ],
    ids=range(7),
)  # fmt: skip
def test_a_headline_is_plain_and_the_text_s_beginning_where_there_is_none(data, headline):
    assert article(data).headline == headline


@pytest.mark.parametrize(
    ("data", "url", "identifier"),
    [
        (rss("<link>https://courier.example/1</link><guid>urn:x:1</guid>"), "https://courier.example/1", "urn:x:1"),
        (rss("<guid isPermaLink='true'>https://courier.example/1</guid>"), "https://courier.example/1", "https://courier.example/1"),
        (rss("<link>/1</link>"), "https://courier.example/1", ""),
        (atom('<link href="/1"/>', feed='xml:base="https://courier.example/base/"'), "https://courier.example/1", "urn:x:1"),
        (atom('<link rel="self" href="https://courier.example/feed/1"/><link rel="alternate" href="https://courier.example/1"/>'), "https://courier.example/1", "urn:x:1"),
        (rss("<link>javascript:alert(1)</link>"), "", ""),
    ],
    ids=range(6),
)  # fmt: skip
def test_an_address_is_whole_and_an_identifier_stable(data, url, identifier):
    found = article(data)
    assert (found.url, found.external_id) == (url, identifier)


def test_the_channel_says_language_and_publication_and_a_source_says_otherwise():
    found = article(rss(channel="<language>en-gb</language>"))
    assert (found.language, found.publication) == ("en-gb", "The Ansel Courier")
    assert (
        article(rss('<source url="https://brennick.example/rss">The Brennick Post</source>')).publication
        == "The Brennick Post"
    )
    assert article(atom(feed='xml:lang="de"')).language == "de"


@pytest.mark.parametrize("version", ["0.91", "0.92", "0.93", "0.94", "2.0"])
def test_old_versions_and_their_doctype_are_read(version):
    top = '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">'
    assert article(rss(version=version, top=top)).body == f"{WORDS}\n\n{LATE}"


def test_old_relatives_are_read():
    old = f'<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>C</title><entry><title>Ferry returns</title><issued>2024-03-05T10:15:00Z</issued><modified>2024-03-09T10:15:00Z</modified><content type="text/html" mode="escaped">{HTML}</content></entry></feed>'
    assert (article(old).body, article(old).published_on.isoformat()) == (f"{WORDS}\n\n{LATE}", "2024-03-05")
    rdf = f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>C</title></channel><item><title>Ferry returns</title><link>https://c.example/1</link><description>{WORDS}</description></item></rdf:RDF>'
    assert article(rdf).body == WORDS


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (rss().replace("</item>", ""), "The XML is broken: Opening and ending tag mismatch"),
        (rss(text="<description>AT&T</description>"), "The XML is broken"),
        (rss("<x:y>1</x:y>"), "The XML is broken: Namespace prefix x"),
        (rss().replace("<item>", "<item><title>H</title>").partition("<item>")[0] + "</channel></rss>", "It is well-formed and holds no articles."),
        ('<feed xmlns="http://www.w3.org/2005/Atom"><title>C</title></feed>', "It is well-formed and holds no articles."),
        (rss(text=""), "entry 1: There is no text."),
        (rss().replace("<?xml version=\"1.0\"?>", '<?xml version="1.0" encoding="utf-8"?>').encode().replace(b"ferry", b"f\xe9rry"), "The XML is broken"),
    ],
    ids=range(7),
)  # fmt: skip
def test_a_feed_that_gives_nothing_says_why(data, sentence):
    (item,) = items(data)
    assert str(item).startswith(sentence)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "windows-1252"])
def test_a_feed_in_any_encoding_is_read(encoding):
    declared = rss(
        text="<description>Zoë’s ferry.</description>"
        if "8859" not in encoding
        else "<description>Zoë’s ferry.</description>".replace("’", "'")
    )
    data = declared.replace('"1.0"?>', f'"1.0" encoding="{encoding.removesuffix("-sig")}"?>', 1).encode(encoding)
    assert article(data).body.startswith("Zoë")


def test_a_feed_has_as_many_items_as_entries():
    entry = f"<item><title>Ferry returns</title><description>{WORDS}</description></item>"
    found = items(rss().replace("</channel>", entry * 40 + "</channel>"))
    assert [item.where for item in found] == [f"entry {number}" for number in range(1, 42)]


def test_a_headline_that_is_a_whole_post_is_cut_at_a_word():
    assert article(rss(title=f"<title>{'ferry ' * 200}</title>")).headline == "ferry " * 16 + "…"


def test_a_date_in_the_future_is_left_out():
    assert article(rss("<pubDate>Tue, 05 Mar 2999 10:15:00 +0100</pubDate>")).published_on is None
