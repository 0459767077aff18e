"""Which organisation "the company" or "it" takes up, and for which one a spokesman speaks."""

from collections.abc import Mapping, Sequence

from ..mentions import Mention, MentionKind
from ..reading import Reading
from ..tokens import Token
from . import organisations
from .antecedents import Place, Trail
from .cast import Cast
from .entity import Entity
from .folding import fold, word_set
from .given_names import is_given
from .places import PEOPLES
from .runs import Named, Run

NEAR = 40
"""Places in which organisations are looked for."""
OF_ANY_SORT = word_set("""company firm group organisation organization charity agency newspaper site website magazine outlet
    network business retailer manufacturer operator developer insurer lender club union team trust body publisher supplier
    airline bank chain maker brewer builder broadcaster""")
"""Nouns that may be said of an organisation whose name doesn't tell its sort."""
STATES = word_set("country government nation state regime kingdom republic")
SPOKESPEOPLE = word_set("spokesman spokeswoman spokesperson spokesmen spokeswomen spokespeople spokespersons")
BODIES = (MentionKind.ORGANISATION, MentionKind.DOCUMENT)
BACK = 3
"""Sentences in which the organisation or document that "it" means is looked for."""


class Things:
    """Organisations spoken of by a common noun or through somebody."""

    def __init__(self, reading: Reading, cast: Cast, trail: Trail, run_at: Mapping[int, Run]) -> None:
        self.reading = reading
        self.cast = cast
        self.trail = trail
        self.run_at = run_at

    def organisation(self, words: Sequence[Token]) -> Entity | None:
        """The organisation last named that a definite phrase fits, None if none does."""
        head = fold(words[-1].text)
        plain = {fold(token.text) for token in words[:-1] if token.tag in ("NN", "NNP", "JJ")}
        best, best_fit = None, 0
        for place in reversed(self.before(words[0].index)):
            fit = _fit(place.entity, head, plain)
            if fit > best_fit:
                best, best_fit = place.entity, fit
            if best_fit == 3:
                break
        return best

    def represented(self, tokens: Sequence[Token], mention: Mention, words: Sequence[Token]) -> Entity | None:
        """Whose words a spokesman's are: of the organisation before the noun or behind it, "for the trust"."""
        inside = [self._body_at(token) for token in words[:-1]]
        if any(inside):
            return next(entity for entity in reversed(inside) if entity)
        at = mention.after
        if at + 1 >= len(tokens) or tokens[at].lower not in ("for", "of", "at"):
            return None
        for position in range(at + 1, min(at + 5, len(tokens))):
            entity = self._body_at(tokens[position]) or self._likely_body_at(tokens[position])
            if entity is not None or tokens[position].tag not in ("DT", "JJ", "NN"):
                return entity
        return None

    def _body_at(self, token: Token) -> Entity | None:
        """The organisation in whose name a token stands; no country, no people."""
        run = self.run_at.get(token.index)
        entity = self.cast.of.get(run.first) if run is not None else None
        if entity is None or entity.kind is Named.PLACE or entity.is_person or set(entity.words) <= PEOPLES:
            return None
        return entity

    def _likely_body_at(self, token: Token) -> Entity | None:
        """A name of several words that is nobody's given name and of which nothing else is known."""
        run = self.run_at.get(token.index)
        entity = self.cast.of.get(run.first) if run is not None else None
        if entity is None or entity.kind is not Named.UNSURE or len(entity.words) < 2 or is_given(entity.words[0]):
            return None
        if entity.gender or entity.role_words:
            return None
        entity.kind = Named.ORGANISATION
        return entity

    def taken_up(self, token: Token) -> Mention | None:
        """The phrase for an organisation or a document that "it" at a token takes up: the last one that is a subject."""
        for number in range(token.sentence, max(-1, token.sentence - BACK - 1), -1):
            sentence = self.reading.sentences[number]
            if token.paragraph - sentence.paragraph > 1:
                break
            for mention in reversed(sentence.mentions):
                words = sentence.tokens[mention.first : mention.after]
                if words[-1].index >= token.index or words[0].quoted or not self.is_body(mention, words):
                    continue
                if self.trail.grammar(words[0].index, words[-1].index + 1)[1]:
                    return mention
        return None

    def is_body(self, mention: Mention, words: Sequence[Token]) -> bool:
        """Whether a phrase means an organisation or a document."""
        if self._body_at(words[-1]) is not None:
            return True
        if words[-1].index in self.run_at:
            return False
        known = words[0].lower == "the" and len(words) == 2 and self.organisation(words) is not None
        return mention.kind in BODIES or known

    def before(self, index: int) -> list[Place]:
        """Where organisations and places were named, up to a token."""
        return [
            place
            for place in self.trail.places[-NEAR:]
            if place.index < index and not place.entity.is_person and not place.entity.phrase
        ]


def _fit(entity: Entity, head: str, plain: set[str]) -> int:
    """How well a noun fits an organisation: 3 by name or told sort, 1 where nothing is known, 0 not at all."""
    if entity.kind is Named.PLACE:
        return 2 if head in STATES and not (plain & PEOPLES) else 0
    sorts = organisations.noun_types(head)
    own = organisations.types_of(entity.words)
    if any(word.endswith(head) for word in entity.words) or head in entity.role_words or plain & set(entity.words):
        return 3
    if sorts & own or any(sorts & organisations.noun_types(word) for word in entity.role_words):
        return 3
    known = entity.kind is Named.ORGANISATION or entity.hints["thing"] >= 2
    return 1 if known and head in OF_ANY_SORT and not own else 0
