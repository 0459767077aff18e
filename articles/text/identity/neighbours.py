"""Who is named beside a phrase: in apposition, where the phrase goes on, or before a place or an outlet."""

from collections.abc import Mapping, Sequence

from ..mentions import Mention
from ..reading import Reading
from ..tokens import Token
from . import heads, organisations, phrases
from .cast import Cast
from .entity import Entity
from .extents import PARTICLES
from .folding import fold
from .runs import PARTY, Named, Run
from .things import OF_ANY_SORT
from .titles import POST_NOMINALS, is_human_noun, is_title

REVEREND = frozenset(("Right", "Rt", "Most", "Very", "Rev", "Reverend", "Hon"))
FURTHER_WORDS = 6
"""Words of a trade that may stand between the end of a mention and the name it leads on to."""
BRACKETS = 5
"""Tokens that brackets between an office and a name may take."""
FROM = frozenset(("of", "from", "at"))
"""Words after a name that tell where its bearer works: "the curator, Ann Bell of the Gallery,"."""
THEN_AND_NOW = frozenset(("now", "then", "once", "formerly", "today", "still", "later", "currently"))
"""Adverbs that may begin an apposition: "Jo Hart, now a nurse"."""


class Neighbours:
    """Finds the entity named by or beside a phrase; `tokens` are always those of its sentence."""

    def __init__(self, reading: Reading, cast: Cast, run_at: Mapping[int, Run]) -> None:
        self.reading = reading
        self.cast = cast
        self.run_at = run_at

    def named(self, words: Sequence[Token]) -> Entity | None:
        """The entity named by the last words of a phrase."""
        run = self.run_at.get(words[-1].index) if words else None
        if run is None and words and words[-1].lower in PARTICLES:  # "van | 't Hoff"
            run = self.run_at.get(words[-1].index + 1) or self.run_at.get(words[-1].index + 2)
        if run is None or run.kind is Named.OFFICE:
            return None
        entity = self.cast.of.get(run.first)
        lettered = words[-1].index >= run.after and words[0].lower in heads.ONE and entity is not None
        return None if lettered and not entity.is_person else entity  # "one Labour MP"

    def lettered(self, tokens: Sequence[Token], mention: Mention) -> Entity | None:
        """ "Ruth Dray, QC, said", "Ruth Dray, D-N.Y., said": what is taken for the source means the name before."""
        letters = tokens[mention.first : mention.after]
        if mention.first < 2 or not all(
            (fold(token.text) in POST_NOMINALS and token.text.isupper()) or PARTY.match(token.text) for token in letters
        ):
            return None
        before = tokens[mention.first - 1]
        return self.named(tokens[: mention.first - 1] if before.text == "," else tokens[: mention.first])

    def led_on(self, tokens: Sequence[Token], mention: Mention) -> Entity | None:
        """ "Ruritan party | boss Ann Bell", "master | of ceremonies Jo Hart": the name that the phrase goes on to."""
        at = mention.after - 1
        for _ in range(FURTHER_WORDS):
            at = self._past_brackets(tokens, at + 1)
            if at >= len(tokens):
                return None
            run = self.run_at.get(tokens[at].index)
            entity = self.cast.of.get(run.first) if run is not None else None
            if run is not None and entity is not None and entity.is_person and len(run.words) > 1:
                before = tokens[at - 1]
                titled = bool(run.titles) or is_title(before.text)
                trade = titled or is_human_noun(before.lower) or tokens[mention.after].lower == "of"
                begins = run.whole == tokens[at].index and at > mention.after
                return entity if begins and trade and not run.quoted else None
            trade = is_human_noun(tokens[at].lower) or tokens[at].lower in ("of", "and")
            if not trade and tokens[at].tag not in ("NN", "NNS", "NNP", "JJ", "VBG"):
                return None
        return None

    def _past_brackets(self, tokens: Sequence[Token], at: int) -> int:
        """ "Deputy Commissioner of Police (South) | Vikram Bell": behind what an office is of."""
        near = tokens[at : at + BRACKETS]
        if not near or near[0].text != "(":
            return at
        return next((each.position + 1 for each in near if each.text == ")"), at)

    def one_of_them(self, tokens: Sequence[Token], mention: Mention) -> Entity | None:
        """ "Residents are angry. “It is loud,” says | one, | Ian Bell, 71.": whoever is named behind the comma."""
        alone = mention.after - mention.first == 1 and tokens[mention.first].lower in ("one", "another")
        at = mention.after
        if not alone or at + 1 >= len(tokens) or tokens[at].text != ",":
            return None
        run = next((run for token in tokens[at + 1 : at + 5] if (run := self.run_at.get(token.index))), None)
        begins = run is not None and (run.whole == tokens[at + 1].index or is_human_noun(self._before(run).lower))
        entity = self.cast.of.get(run.first) if begins and len(run.words) > 1 else None
        return entity if entity is not None and entity.is_person else None

    def _before(self, run: Run) -> Token:
        return self.reading.tokens[run.whole - 1]

    def called(self, tokens: Sequence[Token], mention: Mention) -> Entity | None:
        """ "a group called Save Our Pier" names the group."""
        at = mention.after
        first = tokens[mention.first].lower
        if at + 1 >= len(tokens) or tokens[at].lower not in ("called", "named") or first not in ("a", "an", "one"):
            return None
        run = self.run_at.get(tokens[at + 1].index)
        return self.cast.of.get(run.first) if run is not None and not run.quoted else None

    def outlet_list(self, tokens: Sequence[Token], mention: Mention, named: Entity) -> Entity | None:
        """ "Ann Bell, Evening Echo: …" names the writer, not the paper."""
        at = mention.first
        if (
            named.is_person
            or at < 2
            or tokens[at - 1].text != ","
            or mention.after >= len(tokens)
            or tokens[mention.after].text != ":"
        ):
            return None
        before = self.named(tokens[at - 2 : at - 1])
        return before if before is not None and before.is_person else None

    def resident(self, tokens: Sequence[Token], mention: Mention, named: Entity) -> Entity | None:
        """ "Jo Hart, of Springfield, said" names Jo Hart, not the town."""
        if named.is_person or mention.first < 3:
            return None
        at = mention.first - 1
        while at > 1 and mention.first - at < 6 and (tokens[at].text == "," or tokens[at].tag == "NNP"):
            at -= 1
        if tokens[at].lower not in ("of", "from") or tokens[at - 1].text != ",":
            return None
        before = self.named(tokens[at - 2 : at - 1])
        return before if before is not None and before.is_person else None

    def beside(self, tokens: Sequence[Token], mention: Mention) -> Entity | None:
        """The person named in apposition: "the spokeswoman, Jo Hart," or "Jo Hart, a spokeswoman"."""
        noun = tokens[mention.after - 1]
        if noun.lower.endswith("ing") and mention.after - mention.first > 1:  # "counsel assisting"
            noun = tokens[mention.after - 2]
        if noun.tag == "NNS":
            return self._first_of_several(tokens, mention.after)
        if not is_human_noun(fold(noun.text)) and not is_title(noun.text):
            return self._enclosed(tokens, mention)
        end = phrases.extended(self.reading, tokens, mention.first, mention.after, len(tokens)).end
        after = next((k for k in range(mention.after, len(tokens)) if tokens[k].start >= end), len(tokens))
        for position in range(mention.after, after):  # "former secretary of state Ann Bell"
            run = self.run_at.get(tokens[position].index)
            begins = run is not None and run.whole == tokens[position].index and run.kind is Named.PERSON
            if begins and tokens[position - 1].tag in ("NN", "NNP"):
                return self.cast.of.get(run.first)
        following = self._named_next(tokens, mention.after) or self._named_next(tokens, after)
        if following is not None:
            return following
        at = mention.first - (mention.first > 2 and tokens[mention.first - 1].lower in THEN_AND_NOW)
        if at >= 2 and tokens[at - 1].text == ",":
            entity = self.named(tokens[at - 2 : at - 1])
            if entity is not None and entity.is_person and tokens[mention.first].tag in ("DT", "NN", "JJ", "NNP"):
                return entity
        return None

    def _enclosed(self, tokens: Sequence[Token], mention: Mention) -> Entity | None:
        """ "His shadow, Fiona Hart, said": a full name between commas after a phrase for we do not know what."""
        at = mention.after
        owned = tokens[mention.first].tag == "PRP$" or any(token.tag == "POS" for token in tokens[mention.first : at])
        if not owned or fold(tokens[at - 1].text) in organisations.NOUNS | organisations.DOCUMENTS:
            return None
        begin = self._past_owner(tokens, at + 1)
        run = self.run_at.get(tokens[begin].index) if begin < len(tokens) and tokens[at].text == "," else None
        if run is None or len(run.words) < 2 or run.whole != tokens[begin].index:
            return None
        if run.kind is not Named.PERSON and begin == at + 1:
            return None
        closed = run.end < len(self.reading.tokens) and self.reading.tokens[run.end].text == ","
        return self.cast.of.get(run.first) if closed else None

    def _past_owner(self, tokens: Sequence[Token], at: int) -> int:
        """ "Labour's | Vic Stone": behind whose somebody is, if a person's name follows."""
        run = self.run_at.get(tokens[at].index) if at < len(tokens) else None
        mark = run.end - tokens[0].index if run is not None else len(tokens)
        if mark + 1 >= len(tokens) or tokens[mark].tag != "POS":
            return at
        owned = self.run_at.get(tokens[mark + 1].index)
        somebody = owned is not None and owned.kind in (Named.PERSON, Named.UNSURE) and len(owned.words) > 1
        return mark + 1 if somebody else at

    def before_whose(self, tokens: Sequence[Token], mention: Mention) -> Entity | None:
        """ "the Crafts Trust, | whose website | says": whoever is named before the comma."""
        at = mention.first - 1
        return self.named(tokens[:at]) if at > 0 and tokens[at].text == "," else None

    def after_apposition(self, tokens: Sequence[Token], run: Run) -> Entity | None:
        """ "the widow of Ian Bell, | Jo Bell, said": who is named after a name and its comma."""
        at = run.end - tokens[0].index
        return self._named_next(tokens, at) if at < len(tokens) and tokens[at].text == "," else None

    def body_beside(self, tokens: Sequence[Token], mention: Mention) -> Entity | None:
        """ "The applicant, Fairhill Farms Ltd, said": the body that a phrase with "the" or "its" is given the name of."""
        at = mention.after
        if at + 1 >= len(tokens) or tokens[at].text != "," or tokens[mention.first].tag not in ("DT", "PRP$"):
            return None
        at += 1 + (tokens[at + 1].lower == "the")
        sort = at + 1 < len(tokens) and tokens[at].lower in organisations.NOUNS  # "the insurer Northwall"
        at += sort
        run = self.run_at.get(tokens[at].index) if at < len(tokens) else None
        if run is None or run.whole != tokens[at].index or run.quoted or not self._closes(run):
            return None
        entity = self.cast.of.get(run.first)
        if entity is None or not (entity.kind is Named.ORGANISATION or (sort and entity.kind is Named.UNSURE)):
            return None
        return entity

    def _first_of_several(self, tokens: Sequence[Token], at: int) -> Entity | None:
        """ "its chairmen, Ann Bell and Jo Hart": the first of those named in apposition."""
        if at + 1 >= len(tokens) or tokens[at].text != ",":
            return None
        run = self.run_at.get(tokens[at + 1].index)
        entity = self.cast.of.get(run.first) if run is not None and run.whole == tokens[at + 1].index else None
        if entity is None or not entity.is_person or run.end >= len(self.reading.tokens):
            return None
        following = self.reading.tokens[run.end]
        joint = following.lower == "and" and self.run_at.get(following.index + 1) is not None
        return entity if joint else None

    def _named_next(self, tokens: Sequence[Token], at: int) -> Entity | None:
        """The person whose name follows at a position, after a comma or at once."""
        told = False
        if at < len(tokens) and tokens[at].text == ",":
            at += 1
            if at + 1 < len(tokens) and tokens[at].lower == "the" and tokens[at + 1].text in REVEREND:
                at += 1
            trade = self._past_trade(tokens, at)
            told, at = trade > at, self._past_owner(tokens, trade)
        run = self.run_at.get(tokens[at].index) if at < len(tokens) else None
        if run is None or run.whole != tokens[at].index or run.quoted or not self._closes(run):
            return None
        entity = self.cast.of.get(run.first)
        if told and entity is not None and entity.may_be_person:
            entity.hints["person"] += 2
        if entity is not None and not entity.is_person and self._is_enclosed(run):
            entity.kind = Named.PERSON  # "A doctor at the hospital, Cem Ozgur, said"
        return entity if entity is not None and entity.is_person else None

    def _is_enclosed(self, run: Run) -> bool:
        """Whether two or three words of a name that may be anybody's stand between commas."""
        tokens = self.reading.tokens
        unknown = run.kind is Named.UNSURE and len(run.words) in (2, 3)
        commas = run.end < len(tokens) and tokens[run.whole - 1].text == tokens[run.end].text == ","
        firm = fold(tokens[run.whole - 2].text) in OF_ANY_SORT  # "an aide at the company, Fenwick Hall, said"
        return unknown and commas and not firm and not organisations.NOUNS & set(run.folded)

    def _past_trade(self, tokens: Sequence[Token], at: int) -> int:
        """ "His lawyer, | advocate Ann Bell,", "her son, | the actor Ian Bell,": behind what else somebody is, if a name follows."""
        begin = at + (at < len(tokens) and tokens[at].lower == "the")
        for position in range(begin, min(begin + 4, len(tokens))):
            if self.run_at.get(tokens[position].index) is not None:
                named = position > at and is_human_noun(tokens[position - 1].lower)
                return position if named else at
            if tokens[position].tag not in ("NN", "JJ") and not is_human_noun(tokens[position].lower):
                break
        return at

    def _closes(self, run: Run) -> bool:
        """Whether an apposition's name is followed as one: by a comma, a full stop, a quotation or a verb of saying."""
        tokens = self.reading.tokens
        following = tokens[run.end] if run.end < len(tokens) else None
        if following is None or following.tag in ("Q", "WP", "VBD", "VBZ", "RB") or following.lower in FROM:
            return True
        return following.tag != "POS" and not following.text[0].isalnum()
