"""Pages that hold no article: front pages and lists, pages not found, walls of consent or login."""

import re
from urllib.parse import urlsplit

from .item import Unreadable
from .page_metadata import Metadata
from .paragraphs import folded


class NoArticle(Unreadable):
    def __init__(self) -> None:
        super().__init__("No article was found on the page.")


class ListOfArticles(Unreadable):
    def __init__(self) -> None:
        super().__init__("The page is a front page or another list of articles, not an article.")


class NotFound(Unreadable):
    def __init__(self, says: str) -> None:
        super().__init__(f"The page only says “{says[:80]}”; it holds no article.")


class Wall(Unreadable):
    def __init__(self) -> None:
        super().__init__("The page asks for consent, a login or a subscription; it holds no article.")


_NOT_FOUND = re.compile(
    r"\b(404|403|500|503)\b(?!\s*(?:people|years|million|jobs|homes|miles|km|mph))|(?:page|article|file|content) (?:was |is |can ?not be |could not be )?"
    r"(?:not found|unavailable|no longer available|missing|found)|not found$|(?:does ?n[o’']t|no longer) exists?\b|access denied|^forbidden|"
    r"just a moment|are you (?:a )?(?:human|robot)|attention required|captcha|service unavailable|bad gateway|"
    r"seite (?:wurde )?nicht gefunden|page (?:introuvable|non trouvée)|página no encontrada|pagina non trovata|"
    r"pagina niet gevonden|página não encontrada|sidan (?:hittades inte|kunde inte hittas)",
    re.IGNORECASE,
)
_WALL = re.compile(
    r"^(?:before you continue|log ?in|sign ?in|sign up|register|subscribe|create (?:an|your) account|cookie\w*|consent|privacy|"
    r"anmelden|einloggen|connexion|se connecter|iniciar sesión|accedi|inloggen|we value your privacy)\b",
    re.IGNORECASE,
)
_CONSENT = ("cookie", "consent", "partner", "privacy", "personal data", "device", "legitimate interest", "datenschutz",
            "einwilligung", "données personnelles", "consentement", "consentimiento", "datos personales")  # fmt: skip
_SCRIPTED = re.compile(
    r"(?:enable|activate|turn on|requires?) java ?script|javascript (?:is|to be) (?:disabled|enabled)", re.IGNORECASE
)
_BEGINNING = 40
"""Characters by which a line of the text is found on the page."""
_ARTICLE_PATH = re.compile(r"(?!/(?:index|home|default)\b)/.*(?:\w{4}|\d)")
_MORE = re.compile(r"(?:read|full|see|continue|learn|mehr|lire|leer|más|weiter|more|suite)\b", re.IGNORECASE)
_TITLE = 15
"""Characters of a link that is the title of an article, not a tag or a button."""


def check(about: Metadata, lines: list[str], *, links: set[str]) -> None:
    """Raise the sentence where the `lines` found on a page are no article; `links` are its links' words, folded."""
    said = [line for line in lines if folded(line) != folded(about.headline)]
    if not said:
        raise NoArticle
    if about.is_told:
        return
    body = " ".join(said)
    vague = not about.byline and not about.published
    if vague and len(body) < 1500 and (found := next(filter(_NOT_FOUND.search, about.titles), "")):
        raise NotFound(found)
    words = sum(word in body.casefold() for word in _CONSENT)
    if vague and ((len(body) < 3000 and words > 3) or (len(body) < 300 and any(map(_WALL.match, about.titles)))):
        raise Wall
    if len(body) < 400 and _SCRIPTED.search(body):
        raise NoArticle
    if _is_front(about) or _are_teasers(about.lines, said, links):
        raise ListOfArticles


def _is_front(about: Metadata) -> bool:
    """Whether the page's address is that of a site and it says it is one."""
    address = urlsplit(about.address or about.url)
    is_site = bool(address.netloc) and not address.query and not _ARTICLE_PATH.search(address.path)
    return is_site and not about.byline


def _are_teasers(page: list[str], lines: list[str], links: set[str]) -> bool:
    """Whether most of the lines stand beside a title or "Read more" that is a link by itself, or are one."""
    if len(lines) < 3:
        return False
    linked = [folded(line) in links and (len(line) >= _TITLE or bool(_MORE.match(line))) for line in page]
    beside: dict[str, bool] = {}
    for at, line in enumerate(page):
        near = linked[at] or (at > 0 and linked[at - 1]) or (at + 1 < len(page) and linked[at + 1])
        beside[line[:_BEGINNING]] = beside.get(line[:_BEGINNING], True) and near
    return sum(beside.get(line[:_BEGINNING], False) for line in lines) > 0.6 * len(lines)
