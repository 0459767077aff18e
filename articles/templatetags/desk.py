"""What the editor's desk is drawn with: the text of an article, ready to choose words in."""

from collections.abc import Iterable, Sequence

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.agenda import agenda
from articles.speakers import Said
from articles.text.marking import Paragraph, Stretch

register = template.Library()


@register.inclusion_tag("desk/_todo.html", takes_context=True)
def todo(context) -> dict[str, object]:
    """What needs doing, for whom may do it."""
    return {"todo": agenda(), "perms": context.get("perms")}


@register.simple_tag
def desk_text(paragraphs: Iterable[Paragraph], there: str = "") -> SafeString:
    """Paragraphs that tell where they start in the body; the number beside a quote leads to its card.

    `there` goes behind the number in the query, such as "&publication=3".
    """
    rows = ((paragraph.start, _drawn(paragraph.parts, there)) for paragraph in paragraphs)
    return format_html_join("\n", '<p data-start="{}">{}</p>', rows)


def _drawn(parts: Sequence[str | Stretch], there: str) -> SafeString:
    return format_html_join("", "{}", ((_part(part, there),) for part in parts))


def _part(part: str | Stretch, there: str) -> SafeString:
    if isinstance(part, str):
        return conditional_escape(part)
    said: Said = part.label
    manners = " ".join(["said", *(f"said--{name}" for name in said.manners), *(["said--more"] * (not part.opening))])
    cue = _cue(said, there) if part.opening else ""
    inside = _drawn(part.parts, there)
    return format_html('<span class="{}" data-quote="{}">{}{}</span>', manners, said.quote.pk, cue, inside)


def _cue(said: Said, there: str) -> SafeString:
    return format_html(
        '<a class="cue" href="?quote={}{}" aria-label="{}"><b>{}</b><span>{}</span></a>',
        said.quote.pk,
        there,
        _("Quote %(number)s, %(who)s") % {"number": said.number, "who": said.who},
        said.key,
        said.number,
    )
