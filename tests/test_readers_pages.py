"""Web pages, invented in the manner of many systems: headline, byline, moment and text, or the reason why not."""

import io
import json
from datetime import datetime
from pathlib import Path

import pytest

from articles.readers import read
from benchmarks.page_text import GOOD, f1

PAGES = Path(__file__).parent / "data" / "pages"
ABOUT = json.loads((PAGES / "about.json").read_text(encoding="utf-8"))


def items(page: str | bytes, **options) -> list:
    return list(read(io.BytesIO(page.encode() if isinstance(page, str) else page), **options))


def article(page: str | bytes, **options):
    (item,) = items(page, **options)
    assert item.article, str(item)
    return item.article


@pytest.mark.parametrize("name", sorted(ABOUT))
def test_a_page_gives_its_text_and_who_wrote_it_when(name):
    told, found = ABOUT[name], article((PAGES / f"{name}.html").read_bytes())
    assert f1(found.body, (PAGES / f"{name}.txt").read_text(encoding="utf-8")) >= GOOD
    for field in ("headline", "byline", "language", "publication"):
        assert getattr(found, field) == told[field]
    moment = datetime.fromisoformat(told["published"])
    assert found.published_on == moment.date()
    assert found.published_at == (moment if moment.tzinfo else None)


WORDS = "Nine of the thirteen councillors of Ansel voted for the ferry, and nobody in the gallery left before the end."
TEXT = "".join(f"<p>{number}. {WORDS}</p>" for number in ("One", "Two", "Three", "Four"))


def page(*, head: str = "", above: str = "", below: str = "", title: str = "Ferry returns to Ansel") -> str:
    return (
        f"<!DOCTYPE html><html lang=en><head><title>{title}</title>{head}</head><body><main><h1>{title}</h1>"
        f"{above}<div>{TEXT}</div>{below}</main></body></html>"
    )


def linked(**fields) -> str:
    told = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Ferry returns to Ansel"} | fields
    return f'<script type="application/ld+json">{json.dumps(told)}</script>'


@pytest.mark.parametrize(
    ("head", "above", "byline"),
    [
        (linked(author="By Ann Lee"), "", "Ann Lee"),
        (linked(author=["Ann Lee", {"name": "Bo Ek"}, {"name": "Ann Lee"}]), "", "Ann Lee, Bo Ek"),
        (linked(author={"name": ["Ann Lee", "Bo Ek"]}), "", "Ann Lee, Bo Ek"),
        (linked(author={"@id": "#7"}) + linked(**{"@type": "Person", "@id": "#7", "name": "Ann Lee"}), "", "Ann Lee"),
        (linked(author={"name": "https://x.example/ann"}), "<p class=byline>By Ann Lee</p>", "Ann Lee"),
        (linked(author={"name": "The Courier"}, publisher={"name": "The Courier"}), "<p>By Ann Lee and Bo Ek</p>", "Ann Lee and Bo Ek"),
        ('<meta name="author" content="Ann Lee, Staff Writer">', "", "Ann Lee"),
        ('<meta name="author" content="admin">', '<span class="vcard author"><a class="fn">Ann Lee</a></span>', "Ann Lee"),
        ('<meta property="article:author" content="https://facebook.com/ann">', '<a rel="author" href="/a">Ann Lee</a>', "Ann Lee"),
        ('<meta name="parsely-author" content="Ann Lee"><meta name="parsely-author" content="Bo Ek">', "", "Ann Lee, Bo Ek"),
        ("", '<div itemprop="author" itemscope><span itemprop="name">Ann Lee</span><p>Our woman afloat</p></div>', "Ann Lee"),
        ("", '<div data-testid="byline-block"><span>Ann Lee</span><span>Senior reporter</span></div>', "Ann Lee"),
        ("", '<div class="byline">By <a href="/a">Ann Lee</a> | 5 March 2024</div>', "Ann Lee"),
        ("", '<p class="article-author">Von Ann Lee</p>', "Ann Lee"),
        ("", "<p>Par Ann Lee et Bo Ek</p>", "Ann Lee et Bo Ek"),
        ("", "<p>By the time the boat came it was dark</p>", ""),
        ("", '<div class="comments"><div class="comment-author">Gull99</div><p>First!</p></div>', ""),
    ],
)  # fmt: skip
def test_a_byline_is_names_wherever_it_is_given(head, above, byline):
    assert article(page(head=head, above=above)).byline == byline


@pytest.mark.parametrize(
    ("head", "above", "moment"),
    [
        (linked(datePublished="2024-03-05T10:15:00+01:00", dateModified="2024-03-09"), "", "2024-03-05T09:15:00+00:00"),
        (linked(datePublished="2024-03-05") + '<meta property="article:published_time" content="2024-03-05T09:15Z">', "", "2024-03-05T09:15:00+00:00"),
        (linked(dateModified="2024-03-09T10:00:00Z"), "<p>March 5, 2024</p>", "2024-03-05"),
        ('<meta property="article:modified_time" content="2024-03-09T10:00:00Z">', "", ""),
        ('<meta name="DC.date.issued" content="2024-03-05">', "", "2024-03-05"),
        ('<meta name="sailthru.date" content="2024-03-05 10:15:00">', "", "2024-03-05"),
        ('<meta name="pubdate" content="1709630100">', "", "2024-03-05T09:15:00+00:00"),
        ("", '<time datetime="2024-03-05T10:15:00+0100" pubdate>yesterday</time>', "2024-03-05T09:15:00+00:00"),
        ("", '<time class="updated" datetime="2024-03-09">9 March</time><time class="entry-date published" datetime="2024-03-05T10:15:00+01:00">5 March</time>', "2024-03-05T09:15:00+00:00"),
        ("", "<p>Updated <time datetime='2024-03-09'>9 March 2024</time></p>", ""),
        ("", "<p>Dienstag, 5. März 2024, 10:15 Uhr</p>", "2024-03-05"),
        ("", "<p>Publié le 5 mars 2024 à 10h15</p>", "2024-03-05"),
        ("", "<p>Last updated: 9 March 2024</p>", ""),
        ("", "<p>03/04/2024</p>", ""),
        ("", '<div data-published="1709630100">Tuesday</div>', "2024-03-05T09:15:00+00:00"),
        ('<link rel="canonical" href="https://courier.example/2024/03/05/ferry">', "", "2024-03-05"),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-03-05",}</script>', "", "2024-03-05"),
        ('<script type="application/ld+json">//<![CDATA[\n{"@type": "NewsArticle", "datePublished": "2024-03-05"}\n//]]></script>', "", "2024-03-05"),
    ],
)  # fmt: skip
def test_a_moment_is_the_published_one_wherever_it_is_given(head, above, moment):
    found = article(page(head=head, above=above))
    assert (found.published_at or found.published_on or "") == (
        datetime.fromisoformat(moment) if "T" in moment else found.published_on or ""
    )
    assert (found.published_on.isoformat() if found.published_on else "") == moment[:10]


@pytest.mark.parametrize(
    "furniture",
    [
        '<div class="newsletter-box"><p>The best of the week, sent on Saturdays before breakfast.</p></div>',
        "<figure><img src=x><figcaption>The pier at dusk, with gulls.</figcaption></figure>",
        '<aside class="pullquote">nobody in the gallery left before the end</aside>',
        '<p>Read more: <a href="/x">How the bell was kept</a></p>',
        '<p>[<a href="/x">Read: How the bell was kept</a>]</p>',
        '<p><strong>Lire aussi :</strong> <a href="/x">La cloche du port</a></p>',
        '<div class="related-articles"><h3>Related</h3><ul><li><a href="/x">A bridge is late</a></li></ul></div>',
        '<p>ADVERTISEMENT</p><script>document.write("x")</script><iframe src="/ad">ad</iframe>',
        '<div id="disqus_thread"><p>I never liked that ferry, and I shall say so wherever I can.</p></div>',
        '<div class="cookie-banner"><p>We use cookies to make this page slower.</p></div>',
    ],
)  # fmt: skip
def test_furniture_among_the_paragraphs_is_gone(furniture):
    made = page().replace("<p>Three", f"{furniture}<p>Three")
    assert article(made).body.split("\n\n") == [f"{n}. {WORDS}" for n in ("One", "Two", "Three", "Four")]


TEASERS = "".join(
    f'<article><h2><a href="/{n}">{title}</a></h2><p>{text}</p></article>'
    for n, (title, text) in enumerate(
        [
            ("Council brings back the night ferry", "Nine councillors voted for a second-hand boat and a deficit."),
            ("Miners win a second hearing", "The company withheld seven years of readings, judges found on Friday."),
            ("Storm cuts power on the coast", "Crews expect to restore most connections by noon, the operator said."),
            ("The grandmaster of postcards", "He is winning against a lighthouse, so slowly that he may not see it."),
            (
                "How a village school stayed open",
                "Forty names, a roof and a letter of eleven pages did what no vote could.",
            ),
        ]
    )
)
FRONT = f"<html><head><title>The Ansel Courier</title></head><body><h1>The Ansel Courier</h1>{TEASERS}</body></html>"
SORRY = "We are sorry. It may have been moved, renamed or deleted, or perhaps somebody made a mistake in the address."
CONSENT = (
    "We and our 812 partners store and access information on a device, such as cookies, to process personal data. You "
    "may accept or manage your choices, including your right to object where legitimate interest is used."
)


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        (FRONT, "The page is a front page or another list of articles"),
        (FRONT.replace("The Ansel Courier", "Harbour"), "The page is a front page or another list of articles"),
        (page(title="The Courier", head='<link rel="canonical" href="https://courier.example/">'), "The page is a front"),
        (f"<html><head><title>Page not found | Courier</title></head><body><h1>Oh dear</h1><p>{SORRY}</p></body></html>", "The page only says “Page not found"),
        (f"<html><head><title>404 - Courier</title></head><body><h1>Oh dear</h1><p>{SORRY}</p></body></html>", "The page only says “404"),
        (f"<html><head><title>Just a moment...</title></head><body><p>{SORRY}</p></body></html>", "The page only says “Just a moment"),
        (f"<html><head><title>Courier</title></head><body><div><h2>Privacy</h2><p>{CONSENT}</p></div></body></html>", "The page asks for consent"),
        ("<html><head><title>Log in - Courier</title></head><body><p>Your e-mail address and your password, please.</p></body></html>", "The page asks for consent, a login"),
        ("<html><head><title>Courier</title></head><body><noscript>You need to enable JavaScript to run this app.</noscript></body></html>", "No article"),
        ("<html><head><title>A title and nothing else</title></head><body></body></html>", "No article"),
    ],
    ids=range(10),
)  # fmt: skip
def test_a_page_without_an_article_is_refused_with_the_reason(made, sentence):
    (item,) = items(made)
    assert str(item).startswith(sentence)


@pytest.mark.parametrize(
    "title", ["404 people moved after dam breaks", "Minister denied access to files, court finds", "Cookies and milk"]
)
def test_a_headline_that_sounds_like_a_refusal_is_an_article(title):
    assert article(page(title=title, above="<p class=byline>By Ann Lee</p>")).headline == title


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", ""), ("utf-8-sig", ""), ("utf-16", ""), ("cp1252", "iso-8859-1"), ("cp1252", ""), ("cp1250", "windows-1250"),
        ("iso8859-15", "iso-8859-15"),
    ],
)  # fmt: skip
def test_letters_survive_the_encoding(encoding, declared):
    late = "<style>" + "x{} " * 300 + "</style>"
    meta = f'{late}<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    text = (
        page(head=meta)
        .replace("gallery", "Café der Mönche")
        .replace("nobody", "“nobody” –" if "15" not in encoding else "€ nobody")
    )
    found = article(text.encode(encoding)).body
    assert "Café der Mönche" in found
    assert ("“nobody” –" if "15" not in encoding else "€ nobody") in found


@pytest.mark.parametrize(
    ("encoding", "declared", "words"),
    [
        ("shift_jis", "Shift_JIS", "港の渡し船は春に戻る"), ("euc_jp", "euc-jp", "港の渡し船は春に戻る"), ("gb18030", "gb2312", "渡轮将于春天恢复"),
        ("big5", "big5", "渡輪將於春天恢復"), ("euc_kr", "ks_c_5601-1987", "여객선이 봄에 돌아온다"), ("koi8_r", "koi8-r", "Паром вернётся весной"),
        ("cp1251", "windows-1251", "Паром вернётся весной"), ("cp1251", "", "Паром вернётся весной"), ("cp1253", "windows-1253", "Το πλοίο επιστρέφει"),
        ("cp1254", "iso-8859-9", "Vapur ilkbaharda dönüyor, şimdi"),
    ],
)  # fmt: skip
def test_other_scripts_survive_the_encoding(encoding, declared, words):
    meta = f'<meta charset="{declared}">' if declared else ""
    text = page(head=meta, title=words).replace(WORDS, f"{words}, {words}, {words}. " * 3)
    found = article(text.encode(encoding))
    assert found.headline == words
    assert f"{words}, {words}" in found.body


def test_a_page_that_calls_its_article_by_a_wrong_name_keeps_it():
    long = "".join(
        f"<p>I never liked that ferry, wrote reader number {n}, and I shall say so wherever I can.</p>"
        for n in range(30)
    )
    made = (
        page()
        .replace("<div>", '<div class="share-related content">', 1)
        .replace("</main>", f'<div class="comments">{long}</div></main>')
    )
    assert article(made).body.split("\n\n") == [f"{n}. {WORDS}" for n in ("One", "Two", "Three", "Four")]


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<table><tr><th>Ward</th><th>For</th></tr><tr><td>North</td><td>412</td></tr></table>", ["Ward | For", "North | 412"]),
        ("<ul><li>A boat</li><li>A bell</li></ul>", ["A boat", "A bell"]),
        ("<dl><dt>Fare</dt><dd>Four crowns at night</dd></dl>", ["Fare", "Four crowns at night"]),
        ("<blockquote><p>It was one very long winter.</p></blockquote>", ["It was one very long winter."]),
        ("<h2>What it will cost</h2>", ["What it will cost"]),
        ("<p><a href=/1>The harbour master</a> and <a href=/2>the treasurer</a> did not <a href=/3>speak to each other</a>.</p>", ["The harbour master and the treasurer did not speak to each other."]),
        ('<g:plusone></g:plusone><p>It was <o:p>late</o:p>.</p>', ["It was late."]),
    ],
    ids=range(7),
)  # fmt: skip
def test_what_stands_among_the_paragraphs_stays_in_its_place(inner, text):
    lines = [f"{n}. {WORDS}" for n in ("One", "Two", "Three", "Four")]
    assert article(page().replace("<p>Three", f"{inner}<p>Three")).body.split("\n\n") == [*lines[:2], *text, *lines[2:]]


def test_a_beginning_without_a_paragraph_of_its_own_and_a_hidden_second_page_are_text():
    made = (
        page()
        .replace("<div><p>One", "<div class=text>One")
        .replace("<p>Three", "</div><div class=text style='display:none'><p>Three")
    )
    assert article(made).body.split("\n\n") == [f"{n}. {WORDS}" for n in ("One", "Two", "Three", "Four")]


def test_a_date_from_before_newspapers_is_none():
    head = '<meta property="article:published_time" content="0001-01-01T00:00:00Z"><meta name="pubdate" content="2024-03-05">'
    assert article(page(head=head)).published_on.isoformat() == "2024-03-05"


@pytest.mark.parametrize(
    ("head", "above"),
    [
        ("<title>{} - The Ansel Courier</title>", "<h1>{}</h1>"),
        ("<title>{} | Harbour | The Ansel Courier</title>", ""),
        ("<title>The Ansel Courier - {}</title>", "<h2>{}</h2>"),
        ("<title>The Ansel Courier: {}</title>", "<b>{}</b>"),
        ("<title>{} | Courier</title>", '<h1><a href="/">Courier</a></h1><h2>{}</h2>'),
        ("<title>{}</title>", '<h1><span class="kicker">Harbour</span> <span>{}</span></h1>'),
        ('<title>{}</title><meta property="og:title" content="You won’t believe which boat is back">', "<h1>{}</h1>"),
        ("<title>Opinion | {} - Courier</title>", "<h1>{}</h1>"),
        ('<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{}"}}</script>', ""),
        ("", "<h1>{}</h1>"),
    ],
    ids=range(10),
)  # fmt: skip
def test_a_headline_is_freed_from_the_site_s_name_and_other_titles(head, above):
    title = "Ferry returns to Ansel after four years"
    made = f"<html><head>{head.format(title)}</head><body>{above.format(title)}<div>{TEXT}</div></body></html>"
    assert article(made).headline == title


def test_letters_escaped_twice_in_json_are_those_meant():
    head = linked(headline="Ferry &amp;#8217;returns&amp;#8217;", author={"name": "Ann O&#039;Lee"})
    found = article(page(head=head, title="Other").replace("<h1>Other</h1>", ""))
    assert (found.headline, found.byline) == ("Ferry ’returns’", "Ann O'Lee")


@pytest.mark.parametrize(
    ("made", "url"),
    [
        (page(title="Privacy law passes"), ""),
        (page(title="Lost file found in harbour office", above="<p>5 March 2024</p>"), ""),
        (page(), "https://courier.example/?p=91"),
        (page(), "https://courier.example/a/91"),
        (page().replace("</p>", '</p><a href="#">Share</a>'), ""),
    ],
    ids=range(5),
)
def test_an_article_that_says_little_of_itself_is_not_refused(made, url):
    assert article(made, url=url).body.count(WORDS) == 4


def test_paragraphs_in_the_cell_of_a_layout_stay_paragraphs():
    lines = [f"{n}. {WORDS}" for n in ("One", "Two", "Three", "Four", "Five", "Six")]
    menu = "".join(f"<tr><td><a href=/{n}>Harbour news of the year {n}</a></td></tr>" for n in range(1950, 2010))
    made = (
        f"<html><head><title>Ferry returns to Ansel</title></head><body><table><tr><td><table>{menu}</table></td>"
        f"<td><b>Ferry returns to Ansel</b><br><br>{'<br><br>'.join(lines)}</td></tr></table></body></html>"
    )
    assert article(made).body.split("\n\n") == lines


@pytest.mark.parametrize(
    "name", ["entry has-comments", "post comments-open tag-comment", "post category-related", "hentry comment-count-12"]
)
def test_an_article_is_not_its_comments_because_it_says_it_has_some(name):
    below = "<footer><p>The Courier is printed on the estuary, and has been since anybody can remember, by three sisters.</p></footer>"
    made = (
        page().replace("h1>", "h2>").replace("<div>", f'<div class="{name}">', 1).replace("</main>", f"</main>{below}")
    )
    assert article(made).body.split("\n\n") == [f"{n}. {WORDS}" for n in ("One", "Two", "Three", "Four")]


def test_a_text_told_to_programs_that_breaks_off_cuts_nothing():
    lines = [f"{n}. {WORDS}" for n in ("One", "Two", "Three", "Four")]
    whole = page(
        head=linked(articleBody="\n".join(lines)),
        below="<p>All of it was read by our lawyers before it was printed.</p>",
    )
    assert article(whole).body.split("\n\n") == lines
    cut = page(head=linked(articleBody="\n".join(lines)[:-30]), below="")
    assert article(cut).body.split("\n\n") == lines


def test_a_page_s_state_gives_way_to_the_text_it_shows():
    other = [
        {"text": f"Number {n}: what readers of the Courier are reading at the moment, by the thousand."}
        for n in range(30)
    ]
    state = json.dumps({"props": {"stories": other, "related": other}})
    made = page(head=f'<script id="__NEXT_DATA__" type="application/json">{state}</script>')
    assert article(made).body.split("\n\n") == [f"{n}. {WORDS}" for n in ("One", "Two", "Three", "Four")]
