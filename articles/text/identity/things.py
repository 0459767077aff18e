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
GENERAL = word_set("group organisation organization body outfit")
"""Nouns that are said of organisations of any known sort but those of a state and newspapers."""
OF_BANKS = word_set(
    "bank lender company firm group business institution insurer chain organisation organization board regulator"
)
"""Nouns that may be said of a bank: it is no retailer."""
OFFICIAL = frozenset(("newspaper", "court", "government", "parliament", "police", "university", "hospital"))
STATES = word_set("country government nation state regime kingdom republic")
INDICES = word_set("ftse asx jse nasdaq nyse dax bse nse fortune tsx nikkei nzx")
"""Where companies are listed."""
SPOKESPEOPLE = word_set("spokesman spokeswoman spokesperson spokesmen spokeswomen spokespeople spokespersons")
BODIES = (MentionKind.ORGANISATION, MentionKind.DOCUMENT)
FADING = -0.15
SPOKE = 0.8
IN_SENTENCE = 3
"""How well a company's noun fits a name of the same sentence."""
MOST = 400
"""Entities looked at."""
FAR = 1200
"""Tokens in which a body may have been brought in by a phrase."""
GOVERNING = word_set("board management leadership executive")
"""Parts of an organisation that speak for the whole."""
FURTHEST = 10
"""The same, and paragraphs, where a document is read out."""
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
        best, best_score = None, 0.0
        places = self.before(words[0].index)
        acting = {id(place.entity) for place in places if place.forward > 0}
        for place in places:
            if self._is_family(place.entity) or place.entity.words[-1] in PEOPLES:
                continue
            fit = _fit(place.entity, head, plain, acting=id(place.entity) in acting)
            inside = place.sentence == words[0].sentence and self.reading.tokens[place.index].position > 0
            if inside and self._is_alone(place.entity, head):
                fit = max(fit, IN_SENTENCE)
            score = fit and 2.0 * fit + self._forward(place, words[0])
            if score > best_score:
                best, best_score = place.entity, score
        if best is not None and self._is_alone(best, head):
            best.role_words[head] += 1  # a company from here on
        return best or self._named_later(words[0].index, head, plain)

    def only_placed(self, words: Sequence[Token]) -> bool:
        """ "the Perth company", "the FTSE 250 company": no name stands in the phrase but of where it is or is listed."""
        runs = [run for token in words if (run := self.run_at.get(token.index)) is not None]
        return all(run.kind is Named.PLACE or run.folded[0] in INDICES for run in runs)

    def _is_alone(self, entity: Entity, head: str) -> bool:
        """ "Shares in Corvane fell after the company …": a name of we do not know what beside a noun that fits anything."""
        unknown = entity.kind is Named.UNSURE and not entity.is_person and not entity.gender
        unknown = unknown and not entity.hints["place"]
        return unknown and head in OF_ANY_SORT and not entity.role_words and not set(entity.words) & PEOPLES

    def _named_later(self, index: int, head: str, plain: set[str]) -> Entity | None:
        """The one organisation that is named only below and has the noun, or the word before it, in its name."""
        fitting = [
            entity
            for entity in self.cast.entities[:MOST]
            if entity.kind is Named.ORGANISATION
            and not entity.phrase
            and entity.runs
            and entity.runs[0].first > index
            and len(entity.words) > 1
            and (entity.words[-1] == head or entity.words[-1] in plain)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def introduced(self, words: Sequence[Token]) -> Mention | None:
        """The phrase by which a body of that noun was brought in without a name: "a state ballot commission"."""
        head, tokens = words[-1].lower, self.reading.tokens
        for index in range(words[0].index - 1, max(-1, words[0].index - FAR), -1):
            if tokens[index].lower != head or tokens[index].quoted or tokens[index].tag not in ("NN", "NNP"):
                continue
            sentence = self.reading.sentences[tokens[index].sentence]
            for mention in sentence.mentions:
                phrase = sentence.tokens[mention.first : mention.after]
                if phrase[-1].index == index and len(phrase) > 2 and self._brings_in(phrase):
                    return mention
        return None

    def _brings_in(self, phrase: Sequence[Token]) -> bool:
        """Whether a phrase is of somebody's body or of one among several, and no name itself."""
        owned = any(token.tag == "POS" for token in phrase[:-1])
        return (owned or phrase[0].lower in ("a", "an")) and phrase[-1].index not in self.run_at

    def named_since(self, entity: Entity, index: int) -> bool:
        """Whether an organisation was named behind a token."""
        return any(place.entity is entity and place.index > index for place in self.trail.places[-NEAR:])

    def _forward(self, place: Place, token: Token) -> float:
        """How near an organisation was named, and how much the grammar and its speaking put it forward."""
        nearness = FADING * min(token.sentence - place.sentence, 12)
        return min(place.forward, 1.5) / 2 + nearness + SPOKE * (place.entity is self.trail.speaker)

    def _is_family(self, entity: Entity) -> bool:
        """ "The Cusworths" of a Deborah Cusworth."""
        if len(entity.words) != 1 or not entity.words[0].endswith("s") or entity.kind is Named.ORGANISATION:
            return False
        names = {entity.words[0][:-1], entity.words[0].removesuffix("es")}
        return any(other.words[-1] in names for other in self.cast.entities[:MOST] if other.is_person)

    def represented(self, tokens: Sequence[Token], mention: Mention, words: Sequence[Token]) -> Entity | None:
        """Whose words a spokesman's are: of the organisation before the noun or behind it, "for the trust"."""
        inside = [self._body_at(token) for token in words[:-1]]
        if any(inside):
            return next(entity for entity in reversed(inside) if entity)
        at = mention.after
        alone = at < len(tokens) and tokens[at].tag != "IN"
        if alone and len(words) == 3 and words[0].tag == "DT" and fold(words[1].text) in organisations.NOUNS:
            return self.organisation(words[1:2])  # "a company spokeswoman"
        if at + 1 >= len(tokens) or tokens[at].lower not in ("for", "of", "at"):
            return None
        noun = tokens[at + 2] if at + 3 < len(tokens) and tokens[at + 1].lower == "the" else None
        named = (
            noun is not None and tokens[at + 3].text == "," and at + 4 < len(tokens) and self._body_at(tokens[at + 4])
        )
        if named and fold(noun.text) in organisations.NOUNS:
            return named  # "for the firm, Brightways,"
        if noun and fold(noun.text) in organisations.NOUNS and tokens[at + 3].tag in ("VBD", "VBZ", ",", ".", "VBN"):
            return self.organisation(tokens[at + 1 : at + 3])
        for position in range(at + 1, min(at + 5, len(tokens))):
            entity = self._body_at(tokens[position]) or self._likely_body_at(tokens[position])
            if entity is not None or tokens[position].tag not in ("DT", "JJ", "NN"):
                return entity
        return None

    def of_somebody(self, words: Sequence[Token]) -> str:
        """How the body in whose phrase a name stands is called: "Bell campaign" of "the rival Mrs. Bell's campaign"."""
        run = next(run for token in words if (run := self.run_at.get(token.index)) is not None)
        owner = self.cast.of.get(run.first)
        if owner is None or not owner.is_person:
            first = words[1] if words[0].tag == "DT" and len(words) > 1 else words[0]
            return self.reading.text[first.start : words[-1].end]
        text = self.reading.text[self.reading.tokens[run.first].start : words[-1].end]
        plain = run.after + 1 == words[-1].index
        return text.replace("'s ", " ").replace("’s ", " ").replace("s' ", "s ").replace("s’ ", "s ") if plain else text

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

    def governed(self, tokens: Sequence[Token], after: int) -> Entity | None:
        """ "the board | of Tolland plc": the organisation that its board speaks for."""
        if after + 1 >= len(tokens) or tokens[after].lower != "of":
            return None
        return self._body_at(tokens[after + 1 + (tokens[after + 1].lower == "the" and after + 2 < len(tokens))])

    def taken_up(self, token: Token, *, documents: bool = False) -> Mention | None:
        """The phrase for an organisation or a document that "it" at a token takes up: the last one that is a subject.

        With `documents`, only a document, from further back.
        """
        for number in range(token.sentence, max(-1, token.sentence - (FURTHEST if documents else BACK) - 1), -1):
            sentence = self.reading.sentences[number]
            if token.paragraph - sentence.paragraph > (FURTHEST if documents else 1):
                break
            for mention in reversed(sentence.mentions):
                words = sentence.tokens[mention.first : mention.after]
                if documents and mention.kind is not MentionKind.DOCUMENT:
                    continue
                if words[-1].index >= token.index or words[0].quoted or not self.is_body(mention, words):
                    continue
                if self.apposed(sentence.tokens, mention) is not None:
                    continue
                if self.trail.grammar(words[0].index, words[-1].index + 1)[1]:
                    return mention
        return None

    def apposed(self, tokens: Sequence[Token], mention: Mention) -> Entity | None:
        """ "The Spine Trust, | a charity, called": the body that a phrase tells something of."""
        at = mention.first - 1
        if at < 1 or tokens[at].text != "," or tokens[mention.first].lower not in ("a", "an"):
            return None
        told = mention.kind is MentionKind.ORGANISATION and mention.after < len(tokens)
        return self._body_at(tokens[at - 1]) if told and tokens[mention.after].text in (",", "which", "that") else None

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


def _fit(entity: Entity, head: str, plain: set[str], *, acting: bool) -> float:
    """How well a noun fits an organisation: 3 by name, 2.5 by told sort, 1 where nothing is known, 0 not at all."""
    if entity.kind is Named.PLACE:
        return 2 if head in STATES and not (plain & PEOPLES) else 0
    if "bank" in entity.words and head not in OF_BANKS or entity.words[-1] == "exchange" and head in OF_ANY_SORT:
        return 0
    sorts = organisations.noun_types(head)
    own = organisations.types_of(entity.words)
    if any(word.endswith(head) for word in entity.words) or head in entity.role_words or plain & set(entity.words):
        return 3
    if head == "union" and "association" in own:
        return 2
    if sorts & own or any(sorts & organisations.noun_types(word) for word in entity.role_words):
        return 2.5
    organisation = entity.kind is Named.ORGANISATION
    if head in GENERAL and organisation and not own & OFFICIAL:
        return 2
    known = organisation or (acting and entity.hints["thing"] >= 2)
    return 1 if known and head in OF_ANY_SORT and not own - {"team"} else 0
