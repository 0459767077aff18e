"""What stands twenty or sixty times on one page. Drawn here, as templates take five times as long."""

from collections.abc import Sequence
from html import escape

from django import template
from django.utils.dates import MONTHS
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.models import Quote

from .reading import grouped

LABELS = 24
"""At most so many bars of a histogram are labelled."""
_BLANK = "\u00a0"

register = template.Library()


@register.simple_tag
def words(quote: Quote, text: SafeString | None = None, size: str = "", query: str = "") -> SafeString:
    """The words of a quote, which lead to its own page; `text` are the same with some of them marked."""
    url = escape(quote.get_absolute_url())
    inside = conditional_escape(text or quote.text)
    if size not in ("hero", "long"):
        inside = f'<a href="{url}{escape(query and "?" + query)}">{inside}</a>'
    lead = f'<span class="lead-in">{escape(quote.lead)}</span>' if quote.lead else ""
    manner = ("" if quote.opens_with_mark else " words--told") + (f" words--{escape(size)}" if size else "")
    return SafeString(f'<blockquote class="words{manner}" cite="{url}"><p>{lead}{inside}</p></blockquote>')


@register.simple_tag
def by(quote: Quote, large: bool = False) -> SafeString:
    """Whose words they are, as what, and how sure that is."""
    manner = ("" if quote.attribution == "named" else f" by--{quote.attribution}") + (" by--large" if large else "")
    return SafeString(f'<p class="by{manner}">{_who(quote)}</p>')


def _who(quote: Quote) -> str:
    if not quote.source:
        return f"<i>{escape(_('speaker not clear'))}</i>"
    who = f'<a href="{escape(quote.source.get_absolute_url())}">{escape(quote.source.name)}</a>'
    if quote.attribution == "unnamed":
        return f'{who} <span class="tag tag--unnamed">{escape(_("unnamed"))}</span>'
    role = f", {escape(quote.role)}" if quote.role else ""
    unsure = f' <span class="tag tag--uncertain">{escape(_("uncertain"))}</span>'
    return f"{who}{role}{unsure if quote.attribution == 'uncertain' else ''}"


@register.simple_tag
def choices(facet) -> SafeString:
    """The values of a facet as items of a list: each a link with its count."""
    draw = _sureness if facet.name == "attribution" else _choice
    return SafeString("\n  ".join(map(draw, facet.choices)))


def _choice(choice) -> str:
    return (
        f'<li><a href="{escape(choice.href)}"{_current(choice.chosen)}><span>{escape(str(choice.label))}</span>'
        f'<span class="num">{grouped(choice.count)}</span>'
        f'<svg class="bar" aria-hidden="true"><rect width="{choice.width}" height="100%"/></svg></a></li>'
    )


def _sureness(choice) -> str:
    return (
        f'<li><a href="{escape(choice.href)}"{_current(choice.chosen)}>'
        f'<span class="sure sure--{escape(choice.value)}">{escape(str(choice.label))}</span>'
        f'<span class="num">{grouped(choice.count)}</span></a></li>'
    )


def _current(chosen: bool) -> str:
    return ' aria-current="true"' if chosen else ""


@register.simple_tag
def histogram(label: str, choices: Sequence) -> SafeString:
    """A bar a year or a month, each a link; choices are those of a facet or a tally."""
    every = max(1, -(-len(choices) // LABELS))
    lit = not all(choice.chosen for choice in choices)
    bars = "\n  ".join(_bar(choice, n % every == 0, lit) for n, choice in enumerate(choices))
    return SafeString(f'<ol class="hist" aria-label="{escape(str(label))}">\n  {bars}\n</ol>')


def _bar(choice, labelled: bool, lit: bool) -> str:
    year, _dash, month = choice.value.partition("-")
    short = MONTHS[int(month)][:1] if month and month != "01" else f"’{year[-2:]}"
    drawn = (
        f'<svg aria-hidden="true"><rect y="{100 - choice.share:.1f}%" height="{choice.share:.1f}%"/></svg>'
        f'<span aria-hidden="true">{escape(short) if labelled else _BLANK}</span>'
        f'<span class="hide">{escape(str(choice.label))}: {grouped(choice.count)}</span>'
    )
    if not choice.count:
        return f'<li><span class="void">{drawn}</span></li>'
    return f'<li><a href="{escape(choice.href)}"{_current(lit and choice.chosen)}>{drawn}</a></li>'
