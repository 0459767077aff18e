"""People without a name, brought in by "a boy of nine" or "the Bishop of Dunmere", and those named only afterwards."""

from collections.abc import Mapping, Sequence

from ..mentions import Mention, MentionKind
from ..reading import Reading
from ..tokens import Token
from .cast import Cast
from .descriptions import ANYBODY, of_another_rank, of_other_roles
from .entity import Entity
from .folding import word_set
from .runs import Named, Run
from .titles import KIN, alike, is_human_noun, noun_gender

ONE = frozenset(("a", "an", "one", "another"))
LEADING = word_set("leader boss head chief")
"""Of "the leader of the council" there is one, though the word is said of many."""
LIKENED = word_set("is was were be been being become became as like than not called named of")
"""Words after which "a nurse" says what somebody is and brings in nobody."""
LEDE = 3
"""Paragraphs in which somebody may be spoken of by trade and named anywhere below."""
NEAR = 2
"""Paragraphs within which somebody may be named later on."""
CALLED = 9
"""Tokens in which "who gave his name as" may come to the name."""
NAMING = frozenset(("name", "himself", "herself", "known", "identified"))
OPENING = 5
"""Words of a sentence in which its first name may begin."""
TAKEN_UP = 4
"""Paragraphs within which "the boy" takes up "a boy"."""


class Introductions:
    """Who is brought in without a name, and who of them the article names later."""

    def __init__(self, reading: Reading, cast: Cast, run_at: Mapping[int, Run]) -> None:
        self.reading = reading
        self.cast = cast
        self.run_at = run_at
        self._brought_in: dict[str, tuple[Entity, int]] = {}

    def brings_in(self, tokens: Sequence[Token], mention: Mention) -> bool:
        """Whether "a boy" in a sentence is somebody new: no apposition, no predicate, one person."""
        first, last = tokens[mention.first], tokens[mention.after - 1]
        if first.lower not in ONE or first.quoted or last.tag not in ("NN", "NNP"):
            return False
        if mention.kind is not MentionKind.HUMAN and not is_human_noun(last.lower):
            return False
        before = tokens[mention.first - 1] if mention.first else None
        if before is None:
            return True
        if before.lower in LIKENED or before.tag == "CC":
            return False
        return not (before.text in (",", "—", "–", "(") and tokens[mention.first - 2].tag in ("NNP", "CD"))

    def office(self, words: Sequence[Token]) -> Run | None:
        """The office in "the Bishop of Dunmere", printed with a capital and without a name."""
        run = self.run_at.get(words[1].index) if len(words) > 1 and words[0].lower == "the" else None
        if run is None or run.kind is not Named.OFFICE or words[0].quoted:
            return None
        following = [token.lower for token in self.reading.tokens[run.end : run.end + 2]]
        told = following[:1] == [","] and following[1:] in (["who"], ["whose"], ["a"], ["an"])
        return run if told or "of" in run.folded else None

    def called(self, tokens: Sequence[Token], mention: Mention) -> Entity | None:
        """ "A man who gave his name only as Baz": who that is."""
        begin = mention.after + (mention.after < len(tokens) and tokens[mention.after].text == ",")
        near = tokens[begin : begin + CALLED]
        if len(near) > 1 and near[0].lower == "surnamed":  # "a tourist surnamed Wu"
            run = self.run_at.get(near[1].index)
            return self._person_of(run)
        name = next((k for k, token in enumerate(near) if token.lower in NAMING), None)
        if name is None or near[0].lower != "who":
            return None
        at = next((k for k in range(name + 1, len(near)) if near[k].index in self.run_at), 0)
        told = at and (near[at - 1].lower == "as" or near[at - 1].text == "," and near[at - 2].lower == "name")
        called = at == name + 1 and near[name - 1].lower.startswith("call")  # "who calls himself Baz"
        return self._person_of(self.run_at[near[at].index]) if told or called else None

    def _person_of(self, run: Run | None) -> Entity | None:
        entity = self.cast.of.get(run.first) if run is not None else None
        if entity is not None:
            entity.hints["person"] += 3
        return entity

    def remember(self, head: str, entity: Entity, paragraph: int) -> None:
        """Somebody is brought in by a phrase with this head."""
        self._brought_in[head] = (entity, paragraph)

    def taken_up(self, head: str, paragraph: int) -> Entity | None:
        """Whom "the boy" takes up: the boy brought in a little before."""
        entity, where = self._brought_in.get(head, (None, 0))
        return entity if entity is not None and paragraph - where <= TAKEN_UP else None

    def named_later(self, mention: Mention, words: Sequence[Token], head: str) -> Entity | None:
        """The person of that trade who is named below, "A nurse told …" being the lede; None if nobody is."""
        paragraph, index = words[0].paragraph, words[-1].index
        if head in KIN or (words[0].lower in ONE and paragraph > LEDE):
            return None
        furthest = paragraph + NEAR if paragraph > LEDE or head in ANYBODY else len(self.reading.paragraphs)
        wanted, gender = alike(head) if head not in ANYBODY else {head}, noun_gender(head)
        for entity in sorted(self.cast.entities[:400], key=_first):
            if not entity.runs or _first(entity) <= index or not entity.is_person or entity.contradicts(gender):
                continue
            if entity.runs[0].paragraph > furthest:
                return None
            if of_another_rank(head, entity):
                continue
            if entity.runs[0].body and (head in entity.role_words or any(word in entity.role_words for word in wanted)):
                return entity
        return None

    def named_next(self, mention: Mention, words: Sequence[Token], head: str, *, aged: bool = False) -> Entity | None:
        """Whoever is named first of all at the beginning of the next paragraph, after "said the scientist who …".

        With `aged`, only with an age: "Ann Bell, 34, …".
        """
        paragraph = words[0].paragraph + 1
        gender = noun_gender(head)
        for sentence in self.reading.sentences[words[0].sentence + 1 :]:
            if sentence.paragraph > paragraph:
                return None
            if sentence.paragraph == paragraph:
                run = self._opening(sentence.tokens)
                entity = self.cast.of.get(run.first) if run is not None and run.kind is Named.PERSON else None
                new = entity is not None and entity.runs[0].first == run.first and len(run.words) > 1
                if new and head not in KIN | LEADING and of_other_roles(entity, head):
                    return None
                told = not aged or (entity is not None and bool(entity.age))
                return entity if new and told and not run.quoted and not entity.contradicts(gender) else None
        return None

    def _opening(self, tokens: Sequence[Token]) -> Run | None:
        """The name that a sentence begins with, after what its bearer is: "Developer Ann Bell"."""
        for token in tokens[:OPENING]:
            run = self.run_at.get(token.index)
            if run is not None and run.kind is Named.PERSON:
                return run
            if token.tag not in ("NN", "JJ", "NNP", "POS", "CD"):
                return None
        return None


def _first(entity: Entity) -> int:
    return min((run.first for run in entity.runs if run.body and not run.quoted), default=1 << 30)
