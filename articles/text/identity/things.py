"""Which organisation "the company" takes up, and who speaks through "the report" or "a statement from …"."""

from collections.abc import Mapping, Sequence

from ..mentions import Mention
from ..reading import Reading
from ..tokens import Token
from . import organisations
from .antecedents import Place, Trail
from .cast import Cast
from .entity import Entity
from .folding import fold, word_set
from .places import PEOPLES
from .runs import Named, Run

NEAR = 40
"""Places in which organisations are looked for."""
OWNERS = frozenset(("by", "from", "of", "at"))
OF_ANY_SORT = word_set("""company firm group organisation organization charity agency newspaper site website magazine outlet
    network business retailer manufacturer operator developer insurer lender club union team trust body publisher supplier
    airline bank chain maker brewer builder broadcaster""")
"""Nouns that may be said of an organisation whose name doesn't tell its sort."""
STATES = word_set("country government nation state regime kingdom republic")


class Things:
    """Organisations and documents spoken of by a common noun."""

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
        for place in reversed(self._before(words[0].index)):
            fit = _fit(place.entity, head, plain)
            if fit > best_fit:
                best, best_fit = place.entity, fit
            if best_fit == 3:
                break
        return best

    def document(self, tokens: Sequence[Token], mention: Mention, words: Sequence[Token]) -> Entity | None:
        """Whose words a document's are: of the organisation in the phrase, behind it, or that published it before."""
        inside = [run for token in words[:-1] if (run := self.run_at.get(token.index))]
        named = [self.cast.of[run.first] for run in inside if run.first in self.cast.of]
        named = [entity for entity in named if entity.kind is not Named.PLACE and not set(entity.words) <= PEOPLES]
        if named:
            return named[-1]
        maker = self._maker(tokens, mention.after)
        if maker is not None or words[0].lower not in ("the", "this", "that"):
            return maker
        return self._publisher(words)

    def _maker(self, tokens: Sequence[Token], after: int) -> Entity | None:
        """ "… by the Institute", "… released by Ann Bell"."""
        at = after + (after < len(tokens) and tokens[after].text == ",")
        while at + 1 < len(tokens) and at - after < 5 and tokens[at].tag in ("VBN", "RB", "JJ", "IN"):
            if tokens[at].lower in OWNERS:
                for position in range(at + 1, min(at + 5, len(tokens))):
                    run = self.run_at.get(tokens[position].index)
                    if run is not None:
                        return self.cast.of.get(run.first)
            at += 1
        return None

    def _publisher(self, words: Sequence[Token]) -> Entity | None:
        """The organisation that was named right beside a document of that sort before."""
        head = fold(words[-1].text)
        tokens = self.reading.tokens
        for place in reversed(self._before(words[0].index)):
            if place.entity.kind is Named.PLACE:
                continue
            after = place.index + len(place.entity.words)
            if any(token.lower == head for token in tokens[place.index : after + 5]):
                return place.entity
            before = tokens[max(0, place.index - 6) : place.index]
            if any(token.lower == head for token in before) and any(token.lower in OWNERS for token in before):
                return place.entity
        return None

    def _before(self, index: int) -> list[Place]:
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
