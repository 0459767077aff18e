"""WordPress exports as sites of every age make them: invented variants of every part."""

import io

import pytest

from articles.readers import read

WORDS = "The ferry will sail again, Edda Halloran said."
LATE = "It was late."
SPACES = (
    'xmlns:wp="http://wordpress.org/export/1.2/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"'
)
AUTHOR = "<wp:author><wp:author_login>al</wp:author_login><wp:author_display_name><![CDATA[Ann Lee]]></wp:author_display_name></wp:author>"
DATES = "<wp:post_date>2024-03-05 10:15:00</wp:post_date><wp:post_date_gmt>2024-03-05 09:15:00</wp:post_date_gmt>"


def post(
    text=f"{WORDS}\n\n{LATE}",
    *,
    title="Ferry returns",
    kind="post",
    status="publish",
    creator="al",
    dates=DATES,
    more="",
) -> str:
    return (
        f"<item><title>{title}</title><link>https://courier.example/1</link><dc:creator>{creator}</dc:creator>"
        f'<guid isPermaLink="false">https://courier.example/?p=1</guid><excerpt:encoded>x</excerpt:encoded>'
        f"<content:encoded><![CDATA[{text}]]></content:encoded>{dates}<wp:comment_status>open</wp:comment_status>"
        f"<wp:status>{status}</wp:status><wp:post_type>{kind}</wp:post_type>{more}</item>"
    )


def export(*posts: str, authors=AUTHOR, spaces=SPACES) -> str:
    return f'<?xml version="1.0"?><rss version="2.0" {spaces}><channel><title>The Ansel Courier</title><language>en-GB</language>{authors}{"".join(posts)}</channel></rss>'


def items(data: str) -> list:
    return list(read(io.BytesIO(data.encode())))


def article(*posts: str, **options):
    (item,) = items(export(*posts, **options))
    assert item.article, str(item)
    return item.article


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (f"{WORDS}\n\n{LATE}", f"{WORDS}\n\n{LATE}"),
        (f"{WORDS}\r\n\r\n{LATE}\r\nVery.", f"{WORDS}\n\n{LATE}\nVery."),
        (f"<p>{WORDS}</p>\n{LATE}\n\nVery.", f"{WORDS}\n\n{LATE}\n\nVery."),
        (f"{WORDS}\n<h2>Later</h2>\n{LATE}", f"{WORDS}\n\nLater\n\n{LATE}"),
        (f"{WORDS}\n<ul>\n<li>A boat</li>\n<li>A bell</li>\n</ul>\n{LATE}", f"{WORDS}\n\nA boat\n\nA bell\n\n{LATE}"),
        (f"{WORDS}<!--more-->\n\n{LATE}", f"{WORDS}\n\n{LATE}"),
        (f'[caption id="a" width="300"]<img src="x.jpg"> The pier at dusk.[/caption]\n\n{WORDS}', WORDS),
        (f'{WORDS}\n\n[gallery ids="1,2"]\n\n{LATE}', f"{WORDS}\n\n{LATE}"),
        (f"{WORDS}\n\n[embed]https://video.example/1[/embed]\n\nhttps://video.example/2\n\n{LATE}", f"{WORDS}\n\n{LATE}"),
        (f'[su_quote cite="x"]{WORDS}[/su_quote]\n\n{LATE}', f"{WORDS}\n\n{LATE}"),
        ("“We was [sic] there,” said [the minister].", "“We was [sic] there,” said [the minister]."),
        (f"<!-- wp:paragraph -->\n<p>{WORDS}</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:heading -->\n<h2>Later</h2>\n<!-- /wp:heading -->\n\n<!-- wp:paragraph -->\n<p>{LATE}</p>\n<!-- /wp:paragraph -->", f"{WORDS}\n\nLater\n\n{LATE}"),
        (f'<!-- wp:image {{"id":7}} -->\n<figure class="wp-block-image"><img src="x"/><figcaption>The pier.</figcaption></figure>\n<!-- /wp:image -->\n<!-- wp:paragraph --><p>{WORDS}</p><!-- /wp:paragraph -->', WORDS),
        (f'<!-- wp:embed -->\n<figure class="wp-block-embed"><div>\nhttps://video.example/1\n</div></figure>\n<!-- /wp:embed --><!-- wp:paragraph --><p>{WORDS}</p><!-- /wp:paragraph -->', WORDS),
        (f"<!-- wp:list --><ul><!-- wp:list-item --><li>A boat</li><!-- /wp:list-item --></ul><!-- /wp:list --><!-- wp:paragraph --><p>{WORDS}</p><!-- /wp:paragraph -->", f"A boat\n\n{WORDS}"),
        (f"<script>alert(1)</script>{WORDS}<iframe src=x></iframe><style>p{{}}</style>", WORDS),
        (f"{WORDS} <o:p></o:p><g:plusone></g:plusone>", WORDS),
        (f"&ldquo;{WORDS}&rdquo; &#8212; AT&amp;T", f"“{WORDS}” — AT&T"),
    ],
    ids=range(18),
)  # fmt: skip
def test_a_text_has_its_paragraphs_and_no_codes(written, text):
    assert article(post(written)).body == text


@pytest.mark.parametrize(
    ("dates", "moment"),
    [
        (DATES, "2024-03-05T09:15:00+00:00"),
        ("<wp:post_date>2024-03-05 10:15:00</wp:post_date><wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt>", "2024-03-05"),
        ("<pubDate>Tue, 05 Mar 2024 09:15:00 +0000</pubDate><wp:post_date>2024-03-05 10:15:00</wp:post_date><wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt>", "2024-03-05T09:15:00+00:00"),
        ("<pubDate>Wed, 30 Nov -0001 00:00:00 +0000</pubDate><wp:post_date>2024-03-05 10:15:00</wp:post_date>", "2024-03-05"),
        ("<wp:post_date_gmt>2024-03-05 09:15:00</wp:post_date_gmt>", "2024-03-05T09:15:00+00:00"),
        ("", ""),
    ],
    ids=range(6),
)  # fmt: skip
def test_zeros_are_no_time(dates, moment):
    found = article(post(dates=dates))
    assert (found.published_at.isoformat() if found.published_at else "") == (moment if "T" in moment else "")
    assert (found.published_on.isoformat() if found.published_on else "") == moment[:10]


def test_a_login_gives_way_to_the_name_shown():
    assert article(post()).byline == "Ann Lee"
    assert article(post(creator="<![CDATA[al]]>")).byline == "Ann Lee"
    assert article(post(creator="bo")).byline == "bo"
    nameless = (
        "<wp:author><wp:author_login>al</wp:author_login><wp:author_display_name></wp:author_display_name></wp:author>"
    )
    assert article(post(), authors=nameless).byline == "al"


def test_what_is_no_published_post_is_left_with_what_it_is():
    kinds = [
        ("post", "draft"),
        ("post", "private"),
        ("post", "future"),
        ("post", "pending"),
        ("post", "trash"),
        ("page", "publish"),
        ("attachment", "inherit"),
        ("nav_menu_item", "publish"),
        ("revision", "inherit"),
        ("wp_block", "publish"),
    ]
    found = items(export(*(post(kind=kind, status=status) for kind, status in kinds), post()))
    assert [item.left for item in found[:-1]] == [
        f"It is a {kind} ({status}), not a published post." for kind, status in kinds
    ]
    assert found[-1].article


def test_a_post_without_title_has_its_beginning_and_without_text_is_refused():
    assert article(post(title="")).headline == WORDS
    (item,) = items(export(post("<!-- wp:image --><figure><img/></figure><!-- /wp:image -->")))
    assert str(item) == "post 1: There is no text."


def test_a_single_category_is_the_section():
    assert (
        article(
            post(
                more='<category domain="category" nicename="harbour"><![CDATA[Harbour]]></category><category domain="post_tag" nicename="x">x</category>'
            )
        ).section
        == "Harbour"
    )
    assert (
        article(post(more='<category domain="category" nicename="uncategorized">Uncategorized</category>')).section
        == ""
    )


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2"])
def test_every_version_is_known(version):
    assert article(post(), spaces=SPACES.replace("1.2", version)).url == "https://courier.example/1"


def test_a_comment_s_own_fields_are_not_the_post_s():
    comment = "<wp:comment><wp:comment_author>Gull</wp:comment_author><wp:comment_content>First!</wp:comment_content><wp:status>spam</wp:status></wp:comment>"
    found = article(post().replace("<title>", f"{comment}<title>", 1))
    assert (found.byline, found.body) == ("Ann Lee", f"{WORDS}\n\n{LATE}")
