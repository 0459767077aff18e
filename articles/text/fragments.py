"""Links to the very words: text fragments, which browsers scroll to and mark.

See the WICG draft "URL Fragment Text Directives": `#:~:text=start,end`, parts percent-encoded,
`-`, `,` and `&` too, because they part the directive.
"""

from collections.abc import Iterable
from urllib.parse import quote

_WHOLE = 60
"""Words of at most so many characters stand in the link whole; of longer ones beginning and end."""
_ENDS = 5
_OUTSIDE = "“”„«»\"‘’'… \t\n,.;:"


def fragment(stretches: Iterable[str]) -> str:
    """`:~:text=…` for stretches of a page's text, without "#"; quotation marks at their ends are left
    out, for pages differ in them. Empty for nothing."""
    directives = [f"text={directive}" for stretch in stretches if (directive := _directive(stretch))]
    return f":~:{'&'.join(directives)}" if directives else ""


def _directive(stretch: str) -> str:
    words = stretch.strip(_OUTSIDE).split()
    text = " ".join(words)
    if len(text) <= _WHOLE or len(words) < 2 * _ENDS:
        return _encoded(text)
    return f"{_encoded(' '.join(words[:_ENDS]))},{_encoded(' '.join(words[-_ENDS:]))}"


def _encoded(text: str) -> str:
    return quote(text, safe="").replace("-", "%2D")
