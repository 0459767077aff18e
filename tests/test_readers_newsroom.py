"""NITF and NewsML as agencies and papers write them: invented variants of every part."""

import io

import pytest

from articles.readers import read

WORDS = "The ferry will sail again, Edda Halloran said."
LATE = "It was late."


def items(data: str) -> list:
    return list(read(io.BytesIO(data.encode())))


def article(data: str):
    (item,) = items(data)
    assert item.article, str(item)
    return item.article


def left(data: str) -> str:
    (item,) = items(data)
    assert item.left, str(item)
    return item.left


def nitf(
    *,
    head="",
    docdata="",
    lines="<hedline><hl1>Ferry returns</hl1></hedline>",
    body=f"<p>{WORDS}</p><p>{LATE}</p>",
    status="",
) -> str:
    return (
        f'<?xml version="1.0"?><nitf><head>{head}<docdata{status}>{docdata}</docdata></head><body>'
        f"<body.head>{lines}</body.head><body.content>{body}</body.content><body.end><tagline>x</tagline></body.end></body></nitf>"
    )


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<byline>By Ann Lee</byline>", "Ann Lee"),
        ("<byline>By <person>Ann Lee</person></byline>", "Ann Lee"),
        ("<byline>By <person>Ann Lee</person><byttl>Staff Writer</byttl></byline>", "Ann Lee"),
        ("<byline>By ANN LEE<byttl>AP Sports Writer</byttl></byline>", "ANN LEE"),
        ("<byline>By Ann Lee, Staff Writer</byline>", "Ann Lee"),
        ("<byline><person>Ann Lee</person> and <person>Bo Ek</person>, <byttl>in Ansel</byttl></byline>", "Ann Lee and Bo Ek"),
        ("<byline>By Ann Lee</byline><byline>By Bo Ek</byline>", "Ann Lee, Bo Ek"),
        ("<byline><person><name.given>Ann</name.given> <name.family>Lee</name.family></person></byline>", "Ann Lee"),
        ("<byline><person><name.given>Ann</name.given><name.family>Lee</name.family></person></byline>", "Ann Lee"),
        ("<byline>\n  Von\n  Ann Lee, dpa\n</byline>", "Ann Lee, dpa"),
        ('<byline class="print_byline">By ANN LEE</byline><byline class="normalized_byline">Lee, Ann</byline>', "ANN LEE"),
        ('<byline class="normalized_byline">Lee, Ann</byline>', "Ann Lee"),
        ("<byline><byttl>Marine Desk</byttl></byline>", "Marine Desk"),
        ("<byline>By Ann Lee ann.lee@courier.example</byline>", "Ann Lee"),
        ("<byline></byline>", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_an_nitf_byline_is_its_names(line, names):
    assert article(nitf(lines=f"<hedline><hl1>Ferry returns</hl1></hedline>{line}")).byline == names


@pytest.mark.parametrize(
    ("docdata", "head", "moment"),
    [
        ('<date.issue norm="20240305T101500+0100"/>', "", "2024-03-05T09:15:00+00:00"),
        ('<date.issue norm="20240305T101500Z"/>', "", "2024-03-05T10:15:00+00:00"),
        ('<date.issue norm="2024-03-05T10:15:00+01:00"/>', "", "2024-03-05T09:15:00+00:00"),
        ('<date.issue norm="20240305T1015+0100"/>', "", "2024-03-05T09:15:00+00:00"),
        ('<date.issue norm="20240305T101500"/>', "", "2024-03-05"),
        ('<date.issue norm="20240305"/>', "", "2024-03-05"),
        ("<date.issue>March 5, 2024</date.issue>", "", "2024-03-05"),
        ('<date.issue norm=""/><date.release norm="20240305T101500Z"/>', "", "2024-03-05T10:15:00+00:00"),
        ("", '<pubdata date.publication="19870305T000000" name="The Ansel Courier"/>', "1987-03-05"),
        ("", "", ""),
    ],
)  # fmt: skip
def test_an_nitf_moment_keeps_its_zone(docdata, head, moment):
    found = article(nitf(docdata=docdata, head=head))
    assert (found.published_at.isoformat() if found.published_at else "") == (moment if "T" in moment else "")
    assert (found.published_on.isoformat() if found.published_on else "") == moment[:10]


@pytest.mark.parametrize(
    ("lines", "head", "headline"),
    [
        ("<hedline><hl1>Ferry <em>returns</em></hl1><hl2>After four years</hl2></hedline>", "", "Ferry returns"),
        ("<hedline><hl1>Ferry\n   returns</hl1></hedline>", "<title>x</title>", "Ferry returns"),
        ("<hedline><hl2>Ferry returns</hl2></hedline>", "", "Ferry returns"),
        ("", "<title>Ferry returns</title>", "Ferry returns"),
        ("<hedline><hl1> </hl1></hedline>", "<title>Ferry returns</title>", "Ferry returns"),
    ],
)
def test_an_nitf_headline_is_the_first_that_says_something(lines, head, headline):
    assert article(nitf(lines=lines, head=head)).headline == headline


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (f"<block><p>{WORDS}</p></block><block><p>{LATE}</p></block>", f"{WORDS}\n\n{LATE}"),
        (f"<p lede='true'>{WORDS}</p><hl2>Later</hl2><p>{LATE}</p>", f"{WORDS}\n\nLater\n\n{LATE}"),
        (f'<block class="lead_paragraph"><p>{WORDS}</p></block><block class="full_text"><p>{WORDS}</p><p>{LATE}</p></block>', f"{WORDS}\n\n{LATE}"),
        (f'<p>{WORDS}</p><media media-type="image"><media-reference source="a.jpg"/><media-caption><p>The pier.</p></media-caption><media-producer>Bo Ek</media-producer></media><p>{LATE}</p>', f"{WORDS}\n\n{LATE}"),
        (f"<p>{WORDS}</p><ul><li>A boat</li><li>A bell</li></ul>", f"{WORDS}\n\nA boat\n\nA bell"),
        (f"<p>{WORDS}</p><table><tr><th>Boat</th><th>Fare</th></tr><tr><td>Lorne</td><td>4</td></tr></table>", f"{WORDS}\n\nBoat | Fare\nLorne | 4"),
        (f"<p>{WORDS}</p><pre>Lorne  4\nTarn   5</pre>", f"{WORDS}\n\nLorne 4\nTarn 5"),
        (f"<p>{WORDS}<br/>{LATE}</p>", f"{WORDS}\n{LATE}"),
        (f"\n{WORDS}\n\n{LATE}\n", f"{WORDS}\n\n{LATE}"),
        ("<p>The <org>Lorne Line</org> of <location><city>Ansel</city></location>, <person>Edda Halloran</person>.</p>", "The Lorne Line of Ansel, Edda Halloran."),
        (f"<p>{WORDS}</p><bq><block><p>{LATE}</p></block><credit>Halloran</credit></bq>", f"{WORDS}\n\n{LATE}\n\nHalloran"),
        (f"<p>{WORDS}</p><p> </p><p>&#160;</p><p>{LATE}</p>", f"{WORDS}\n\n{LATE}"),
        (f"<p>{WORDS}</p><!-- not this --><?not this?><p>{LATE}</p>", f"{WORDS}\n\n{LATE}"),
    ],
    ids=range(13),
)  # fmt: skip
def test_an_nitf_text_keeps_its_paragraphs_and_leaves_captions(body, text):
    assert article(nitf(body=body)).body == text


def test_an_nitf_picture_s_caption_is_kept_apart():
    found = article(nitf(body=f"<p>{WORDS}</p><media><media-caption>The pier at dusk.</media-caption></media>"))
    assert (found.body, found.caption) == (WORDS, "The pier at dusk.")


def test_an_nitf_paper_page_and_address_are_read():
    head = '<pubdata name="The Ansel Courier" position.section="Harbour" ex-ref="https://courier.example/1"/>'
    found = article(nitf(head=head))
    assert (found.publication, found.section, found.url) == (
        "The Ansel Courier",
        "Harbour",
        "https://courier.example/1",
    )
    assert (
        article(nitf(lines="<hedline><hl1>F</hl1></hedline><distributor>Lorne Press</distributor>")).publication
        == "Lorne Press"
    )


def test_an_nitf_document_that_may_not_be_used_is_left():
    assert left(nitf(status=' management-status="canceled"')) == "It was cancelled by its sender."
    assert "embargo until 2999" in left(
        nitf(status=' management-status="embargoed"', docdata='<date.release norm="29990101"/>')
    )
    assert article(nitf(status=' management-status="embargoed"', docdata='<date.release norm="20240305"/>'))


def test_a_doctype_and_a_namespace_are_no_obstacle():
    doctype = '<!DOCTYPE nitf SYSTEM "http://www.nitf.org/IPTC/NITF/3.5/specification/dtd/nitf-3-5.dtd">'
    assert article(doctype + nitf().partition("?>")[2]).headline == "Ferry returns"
    spaced = nitf().replace("<nitf>", '<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/" xml:lang="en-GB">')
    assert article(spaced).language == "en-GB"


def g2(*, meta="", about="", content=None, attributes='xml:lang="en"', kind="ninat:text") -> str:
    content = (
        content
        or f"<inlineXML><html xmlns='http://www.w3.org/1999/xhtml'><head><title>x</title></head><body><p>{WORDS}</p><p>{LATE}</p></body></html></inlineXML>"
    )
    return (
        f'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" {attributes}><itemMeta><itemClass qcode="{kind}"/>'
        f"{about}<versionCreated>2024-03-06T00:00:00Z</versionCreated></itemMeta><contentMeta>{meta}<headline>Ferry returns</headline>"
        f"</contentMeta><contentSet>{content}</contentSet></newsItem>"
    )


@pytest.mark.parametrize(
    ("meta", "names"),
    [
        ("<by>By Ann Lee</by>", "Ann Lee"),
        ("<by>Ann Lee</by><by>Bo Ek</by>", "Ann Lee, Bo Ek"),
        ("<creator><name>Ann Lee</name></creator>", "Ann Lee"),
        ('<creator><name role="nrol:mnemonic">al</name><name role="nrol:full">Ann Lee</name></creator>', "Ann Lee"),
        ('<creator literal="Ann Lee"/>', "Ann Lee"),
        ('<creator qcode="staff:al"/>', ""),
        ("<creator><name>Ann Lee</name></creator><creator><name>Bo Ek</name></creator>", "Ann Lee, Bo Ek"),
        ("<by>Ann Lee</by><creator><name>al</name></creator>", "Ann Lee"),
    ],
)
def test_a_newsml_byline_is_its_names(meta, names):
    assert article(g2(meta=meta)).byline == names


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (f'<inlineData contenttype="text/plain">{WORDS}\n\n{LATE}</inlineData>', f"{WORDS}\n\n{LATE}"),
        (f'<inlineData contenttype="text/html">&lt;p&gt;{WORDS}&lt;/p&gt;&lt;p&gt;{LATE}&lt;/p&gt;</inlineData>', f"{WORDS}\n\n{LATE}"),
        (f"<inlineXML><nitf xmlns='http://iptc.org/std/NITF/2006-10-18/'><body><body.content><p>{WORDS}</p><p>{LATE}</p></body.content></body></nitf></inlineXML>", f"{WORDS}\n\n{LATE}"),
        (f"<inlineXML><div xmlns='http://www.w3.org/1999/xhtml'><h1>Ferry returns</h1><p>{WORDS}</p><p>{LATE}</p></div></inlineXML>", f"{WORDS}\n\n{LATE}"),
        (f"<inlineData>{WORDS}</inlineData><inlineXML><html><body><p>{WORDS}</p><p>{LATE}</p></body></html></inlineXML>", f"{WORDS}\n\n{LATE}"),
        (f"<inlineXML><html><body><section class='main'><p>{WORDS}</p><p>{LATE}</p></section><section class='notepad'><p>Not for publication: 555-0199</p></section></body></html></inlineXML>", f"{WORDS}\n\n{LATE}"),
        (f"<inlineXML><html><body><p>{WORDS}</p><figure><figcaption>The pier.</figcaption></figure><p>{LATE}</p></body></html></inlineXML>", f"{WORDS}\n\n{LATE}"),
    ],
    ids=range(7),
)  # fmt: skip
def test_a_newsml_text_is_read_in_any_of_its_forms(content, text):
    assert article(g2(content=content)).body == text


def test_a_newsml_moment_provider_and_language_are_read():
    about = '<provider qcode="p:lp"><name>Lorne Press</name></provider><firstCreated>2024-03-05T10:15:00+01:00</firstCreated>'
    found = article(g2(about=about, attributes="", meta='<language tag="en-GB"/>'))
    assert (found.published_at.isoformat(), found.publication, found.language) == (
        "2024-03-05T09:15:00+00:00",
        "Lorne Press",
        "en-GB",
    )
    assert article(g2(meta="<contentCreated>2024-03-05</contentCreated>")).published_on.isoformat() == "2024-03-05"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (g2(kind="ninat:picture"), "It is a picture, not a text."),
        (g2(kind="ninat:composite"), "It is a package of other items, not a text."),
        (g2(kind="x:hologram"), "It is of the kind “x:hologram”, not a text."),
        (g2(about='<pubStatus qcode="stat:canceled"/>'), "It was cancelled by its sender."),
        (g2(about='<pubStatus qcode="stat:withheld"/>'), "It is withheld by its sender."),
        (g2(about='<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/canceled"/>'), "It was cancelled by its sender."),
        (g2(about="<embargoed>2999-01-01T00:00:00Z</embargoed>"), "It is under embargo until 2999-01-01T00:00:00+00:00."),
        (g2(content='<remoteContent href="a.html"/>'), "Its text is in another file, which it only points to."),
        ('<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/"><groupSet/></packageItem>', "It is a package of other items, not a text."),
        ('<conceptItem xmlns="http://iptc.org/std/nar/2006-10-01/"><concept/></conceptItem>', "It is a concept, not a text."),
    ],
    ids=range(10),
)  # fmt: skip
def test_a_newsml_item_that_is_no_text_or_may_not_be_used_is_left_with_the_reason(data, sentence):
    assert left(data) == sentence


def test_a_past_embargo_and_a_usable_status_are_no_obstacle():
    about = '<pubStatus qcode="stat:usable"/><embargoed>2024-03-05T00:00:00Z</embargoed>'
    assert article(g2(about=about)).headline == "Ferry returns"


def test_a_news_message_gives_each_of_its_items():
    inner = g2() + g2(kind="ninat:picture") + '<packageItem guid="p"/>' + g2()
    found = items(
        f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>{inner}</itemSet></newsMessage>'
    )
    assert [(item.where, bool(item.article)) for item in found] == [
        ("item 1", True), ("item 2", False), ("item 3", False), ("item 4", True),
    ]  # fmt: skip


def newsml(
    *, lines="<HeadLine>Ferry returns</HeadLine>", content=None, status="Usable", management="", kind="Text"
) -> str:
    content = content or f"<p>{WORDS}</p><p>{LATE}</p>"
    return (
        f'<NewsML><NewsItem xml:lang="en"><NewsManagement><FirstCreated>20240305T101500+0100</FirstCreated><Status FormalName="{status}"/>'
        f'{management}</NewsManagement><NewsComponent><NewsLines>{lines}</NewsLines><AdministrativeMetadata><Provider><Party FormalName="LP"/>'
        f'</Provider></AdministrativeMetadata><ContentItem><MediaType FormalName="{kind}"/><DataContent>{content}</DataContent></ContentItem>'
        f"</NewsComponent></NewsItem></NewsML>"
    )


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (f"<nitf><body><body.content><p>{WORDS}</p><p>{LATE}</p></body.content></body></nitf>", f"{WORDS}\n\n{LATE}"),
        (f"<![CDATA[<p>{WORDS}</p><p>{LATE}</p>]]>", f"{WORDS}\n\n{LATE}"),
        (f"{WORDS}\n\n{LATE}\n", f"{WORDS}\n\n{LATE}"),
        (f"<html><head><title>x</title></head><body><p>{WORDS}</p><p>{LATE}</p></body></html>", f"{WORDS}\n\n{LATE}"),
    ],
    ids=range(4),
)
def test_an_old_newsml_text_is_read_in_any_of_its_forms(content, text):
    found = article(
        newsml(
            content=content, lines="<HeadLine>Ferry returns</HeadLine><ByLine>By Ann Lee</ByLine><ByLine>Bo Ek</ByLine>"
        )
    )
    assert (found.body, found.byline, found.publication) == (text, "Ann Lee, Bo Ek", "LP")


def test_an_old_newsml_item_without_usable_text_is_left():
    assert left(newsml(status="Canceled")) == "It was cancelled by its sender."
    assert left(newsml(kind="Photo")) == "It holds no text."
    until = '<StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>29990101T000000Z</DateAndTime></StatusWillChange>'
    assert "under embargo" in left(newsml(status="Embargoed", management=until))


def test_letters_named_in_a_dtd_elsewhere_are_those_of_html():
    doctype = '<!DOCTYPE nitf SYSTEM "nitf-3-5.dtd">'
    made = (
        doctype
        + nitf(body="<p>Zo&euml; came &mdash; late.</p>", lines="<hedline><hl1>Caf&eacute;</hl1></hedline>").partition(
            "?>"
        )[2]
    )
    assert (article(made).headline, article(made).body) == ("Café", "Zoë came — late.")
