"""What pages of the reading room are drawn with: days, marked stories, citations."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from django import template
from django.contrib.humanize.templatetags.humanize import intcomma
from django.core.paginator import Page
from django.utils.formats import date_format
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import get_text_list
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from articles.citations import Run
from articles.models import Quote
from articles.paging import numbers
from articles.speakers import Said
from articles.text.byline import authors
from articles.text.marking import Paragraph, Stretch

ROLE_LINES = 5
"""Roles drawn as lines; the table below has them all."""

register = template.Library()


@register.simple_tag
def day(value: date | None, style: str = "long") -> SafeString:
    """A day as `<time>`: "14 March 2024", or "14 Mar 2024" for style "short"; None is "undated"."""
    return _day(value, style, get_language())


@lru_cache(maxsize=5000)
def _day(value: date | None, style: str, language: str) -> SafeString:
    """A page of results has twenty days, mostly printed before."""
    if value is None:
        return format_html('<span class="undated">{}</span>', _("undated"))
    layout = pgettext("short date", "j M Y") if style == "short" else pgettext("long date", "j F Y")
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), date_format(value, layout))


@register.filter
@lru_cache(maxsize=5000)
def grouped(number: int) -> str:
    """A count with its thousands set apart: "1,337"."""
    return intcomma(number)


@register.filter
def kind_name(kind: str) -> str:
    """A kind of quote as readers are told it: "direct", "partial", "reported speech"."""
    return _kind_name(kind, get_language())


@lru_cache(maxsize=20)
def _kind_name(kind: str, language: str) -> str:
    return _("reported speech") if kind == Quote.Kind.INDIRECT else str(Quote.Kind(kind).label)


@register.filter
def writers(byline: str) -> str:
    """The names of a byline, in ordinary letters: "Ann Lo, Bo Lu and Cy Li"."""
    return get_text_list([author.name for author in authors(byline)], pgettext("last two of a list", "and"))


@register.simple_tag
def runs(citation: Iterable[Run]) -> SafeString:
    """A prose citation, titles of newspapers in italics."""
    return format_html_join(
        "", "{}", ((format_html("<i>{}</i>", run.text) if run.italic else run.text,) for run in citation)
    )


@register.simple_tag
def story(paragraphs: Iterable[Paragraph]) -> SafeString:
    """Paragraphs of a body with quotes marked in place; the only place where article text turns into HTML."""
    return format_html_join("\n", "<p>{}</p>", ((_drawn(paragraph.parts),) for paragraph in paragraphs))


def _drawn(parts: Sequence[str | Stretch]) -> SafeString:
    return format_html_join("", "{}", ((_part(part),) for part in parts))


def _part(part: str | Stretch) -> SafeString:
    if isinstance(part, str):
        return conditional_escape(part)
    if isinstance(part.label, Said):
        return _said(part.label, part)
    return format_html("<mark>{}</mark>", _drawn(part.parts))


def _said(said: Said, stretch: Stretch) -> SafeString:
    tag = "q" if said.is_printed else "span"
    classes = " ".join(["said", *(f"said--{name}" for name in said.manners), *(["said--more"] * (not stretch.opening))])
    inside = _drawn(stretch.parts)
    if not stretch.opening:
        return format_html(
            '<{0} class="{1}" data-quote="{2}" title="{3}">{4}</{0}>', tag, classes, said.quote.pk, said.who, inside
        )
    return format_html(
        '<{0} class="{1}" id="quote-{2}" data-quote="{2}">{3}{4}</{0}>', tag, classes, said.quote.pk, _cue(said), inside
    )


def _cue(said: Said) -> SafeString:
    return format_html(
        '<a class="cue" href="{}" aria-label="{}"><b>{}</b><span>{}</span><i>{}</i></a>',
        said.quote.get_absolute_url(),
        _("Quote %(number)s, %(who)s") % {"number": said.number, "who": said.who},
        said.key,
        said.number,
        said.who,
    )


@register.inclusion_tag("articles/_role_lines.html")
def role_lines(roles: Sequence) -> dict[str, object]:
    """The roles stated most often, as lines over the years; positions in pixels down, per cent across."""
    dated = sorted((role for role in roles if role.width), key=lambda role: -role.times)[:ROLE_LINES]
    rows = [
        {
            "text": role.text,
            "left": role.left,
            "right": min(role.left + role.width, 100),
            "leftward": role.left > 50,
            "top": 14 + 34 * n,
            "under": 23 + 34 * n,
        }
        for n, role in enumerate(sorted(dated, key=lambda role: role.left))
    ]
    return {"rows": rows, "height": 34 * len(rows)}


@register.inclusion_tag("articles/_pager.html", takes_context=True)
def pager(context: template.Context, page: Page) -> dict[str, object]:
    """Links to the pages of rows, with the rest of the query string kept."""
    query = context["request"].GET.copy()

    def href(number: int) -> str:
        query["page"] = number
        return f"?{query.urlencode()}"

    return _pager(
        page.number,
        page.paginator.num_pages,
        href,
        href(page.previous_page_number()) if page.has_previous() else "",
        href(page.next_page_number()) if page.has_next() else "",
    )


@register.inclusion_tag("articles/_pager.html")
def result_pager(results) -> dict[str, object]:
    """Links to the pages of a search."""
    before, after = (f"?{query}" if query else "" for query in (results.previous, results.next))
    return _pager(results.page, results.pages, lambda number: f"?{results.page_query(number)}", before, after)


def _pager(here: int, last: int, href, before: str, after: str) -> dict[str, object]:
    links = [{"number": number, "href": href(number) if number else ""} for number in numbers(here, last)]
    return {"links": links, "here": here, "before": before, "after": after}


class _Json:
    """Data that stands in HTML as JSON: quotation marks as they are, what could end a script escaped."""

    def __init__(self, data: object) -> None:
        self.data = data

    def __html__(self) -> str:
        text = json.dumps(self.data, ensure_ascii=False, separators=(",", ":"))
        return text.translate({ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"})


@register.simple_tag
def linked_data(data: dict[str, object]) -> SafeString | str:
    """JSON-LD, which a strict content-security policy lets stand because nothing runs it."""
    return format_html('<script type="application/ld+json">{}</script>', _Json(data)) if data else ""
