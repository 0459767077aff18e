"""People whose surname is told by a relative's: "his wife, Susan", "Sanjeev and Sunniva Krol"."""

from collections import Counter
from collections.abc import Mapping, Sequence

from ..tokens import Token
from .entity import Entity
from .extents import PARTICLES
from .folding import fold, word_set
from .given_names import gender_of, is_given
from .organisations import is_acronym
from .places import PEOPLES, PLACES
from .runs import Named, Run
from .titles import is_human_noun, noun_gender, title_gender

SAME_SURNAME = word_set("""wife husband mother father mum mom dad son daughter sister brother twin widow widower
    sons daughters sisters brothers granddaughter grandson father-in-law mother-in-law""")
IN_LAWS = word_set("father-in-law mother-in-law")
"""Of the surname of a woman's husband, not of a man's wife."""
MARRYING = word_set("wife husband widow widower mother father mum mom dad mother-in-law father-in-law")
"""Of whom a relative of a double surname may have brought either half."""
OTHER_WAY = {
    "wife": ("husband", "husband"), "husband": ("wife", "wife"),
    "mother": ("son", "daughter"), "father": ("son", "daughter"), "mum": ("son", "daughter"), "dad": ("son", "daughter"),
    "son": ("father", "mother"), "daughter": ("father", "mother"),
    "brother": ("brother", "sister"), "sister": ("brother", "sister"),
}  # fmt: skip
"""What somebody is to that relative: a man, a woman."""
WHERE = frozenset(("from", "in", "at", "near", "of"))
"""Words before a place that somebody is from."""
OWNER_GENDER = {"his": "m", "her": "f"}
MARKS = frozenset("\"'”’»")
"""What may close a nickname."""


def relatives(tokens: Sequence[Token], runs: Sequence[Run], of: Mapping[int, Entity]) -> list[tuple[Run, Entity]]:
    """The runs of one given name whose bearer has a relative's surname, each with a new entity of full name."""
    found: list[tuple[Run, Entity]] = []
    alone = Counter(run.folded[0] for run in runs if len(run.words) == 1)
    last: list[Entity] = []
    first: Entity | None = None
    surnames: dict[str, Entity] = {}
    for number, run in enumerate(runs):
        known = of.get(run.first)
        if known is not None and known.may_be_person and len(known.words) > 1:
            surnames[known.words[-1]] = known
        elif known is None and len(run.words) == 1 and not run.quoted and run.folded[0] in surnames:
            bearer = surnames[run.folded[0]]
            if not bearer.contradicts(run.gender) and not is_given(run.folded[0]):
                last = [*last[-11:], bearer]
            continue
        if known is not None:
            if known.may_be_person and len(known.words) > 1 and not run.quoted:
                last = [*last[-11:], known]
                first = first or (known if known.kind is Named.PERSON else None)
            continue
        if len(run.words) > 1 or run.kind is Named.PLACE or run.kind is Named.OFFICE or run.quoted or run.titles:
            continue
        entity = (
            _by_kin(tokens, run, of, last, first)
            or _of_couple(tokens, run, runs[number + 1 : number + 2], of, alone)
            or _nicknamed(tokens, run, runs[number + 1 : number + 4])
        )
        if entity is not None:
            last = [*last[-11:], entity]
            found.append((run, entity))
    return found


def _by_kin(
    tokens: Sequence[Token], run: Run, of: Mapping[int, Entity], last: Sequence[Entity], first: Entity | None
) -> Entity | None:
    """ "Brask's mother, Violet," or "his sister Nerys"; "the dead man's son" is the first person's."""
    at = run.first - 1
    if at > 0 and tokens[at].text == ",":
        at -= 1
    if at < 1 or tokens[at].lower not in SAME_SURNAME or tokens[at].sentence != run.sentence:
        return None
    kin, before = tokens[at].lower, at - 1
    if tokens[before].tag in ("JJ", "NN"):
        before -= 1
    owner = None
    if tokens[before].lower in OWNER_GENDER:
        wanted = OWNER_GENDER[tokens[before].lower]
        owner = _nearest(tokens, last, wanted)
        if kin in IN_LAWS and wanted == "m":
            return None
    elif tokens[before].lower == "their":
        owner = (
            last[-1]
            if last and any(each is not last[-1] and each.words[-1] == last[-1].words[-1] for each in last)
            else None
        )
    elif tokens[before].lower == "whose":
        owner = last[-1] if last and last[-1].runs[-1:] else None
    elif tokens[before].tag == "POS":
        owner = next((of[k] for k in range(before - 1, max(-1, before - 4), -1) if k in of), None)
        if owner is None:
            word = tokens[before - 1].lower
            honoured = title_gender(tokens[before - 2].text)  # "Mr Bell's brother"
            owner = next(
                (
                    entity
                    for entity in reversed(last)
                    if entity.words[-1] in (word, word.removesuffix("s")) and not entity.contradicts(honoured)
                ),
                None,
            )
            if owner is None and word == "couple" and last:
                owner = last[-1]
            elif (
                owner is None and is_human_noun(word) and first is not None and not first.contradicts(noun_gender(word))
            ):
                owner = first
        if owner is None and honoured and tokens[before - 1].text[0].isupper():
            return _surnamed(run, tokens[before - 1], kin)
    if owner is None or not owner.may_be_person or len(owner.words) < 2:
        return None
    entity = _alone(run) if kin in MARRYING and "-" in owner.words[-1] else _named(run, owner)
    entity.hints[noun_gender(kin.removesuffix("s"))] += 4
    entity.learn(kin)
    _relate(entity, kin, owner)
    return entity


def _surnamed(run: Run, surname: Token, kin: str) -> Entity:
    """ "Mr Rudge’s wife, | Sheila": where nobody of the name is named in full."""
    entity = Entity((run.folded[0], fold(surname.text)), kind=Named.PERSON)
    entity.forms[(run.words[0], surname.text)] += 1
    entity.hints[noun_gender(kin)] += 4
    entity.learn(kin)
    return entity


def _nearest(tokens: Sequence[Token], last: Sequence[Entity], gender: str) -> Entity | None:
    """The person named last whom "his" or "her" may mean."""
    for each in reversed(last):
        if each.gender == gender:
            return each
        if not each.gender and (each.kind is Named.PERSON or any(_is_presented(tokens, run) for run in each.runs[:3])):
            return each
    return None


def _is_presented(tokens: Sequence[Token], run: Run) -> bool:
    """ "Leonie Brack, 82," or "Leonie Brack, a nurse": what follows is said of a person."""
    comma, following = tokens[run.after : run.after + 1], tokens[run.after + 1 : run.after + 2]
    if not following or comma[0].text != ",":
        return False
    if run.whole and tokens[run.whole - 1].lower in WHERE:
        return False  # "a keeper from Upper Thorley, who"
    return following[0].text.isdigit() or following[0].lower in ("who", "a", "an")


def _relate(entity: Entity, kin: str, owner: Entity) -> None:
    owner.relatives[kin] = entity
    for other in OTHER_WAY.get(kin, ()):
        if owner.gender in ("", noun_gender(other)):
            entity.relatives[other] = owner


def _of_couple(
    tokens: Sequence[Token], run: Run, following: Sequence[Run], of: Mapping[int, Entity], alone: Mapping[str, int]
) -> Entity | None:
    """ "Sanjeev and Sunniva Krol": the first has the second's surname."""
    if (
        run.after >= len(tokens)
        or tokens[run.after].lower != "and"
        or not following
        or following[0].whole != run.after + 1
    ):
        return None
    other = of.get(following[0].first)
    if other is None or not other.may_be_person or len(other.words) != 2:
        return None
    word = run.folded[0]
    if (
        word in PLACES
        or word in PEOPLES
        or not (
            is_given(word) or tokens[run.first].position == 0 or tokens[run.first - 1].tag in ("IN", "NN", "NNS", ",")
        )
    ):
        return None
    first, second = gender_of(word), gender_of(other.words[0])
    foreign = alone[word] == 1 and tokens[run.first].position == 0 and not is_acronym(run.words[0])
    if not (is_given(word) or foreign) or any(entity.words[-1] == word for entity in of.values()):
        return None
    other.kind = Named.PERSON
    entity = _named(run, other)
    if not second and first:
        other.hints["f" if first == "m" else "m"] += 4
    if not first and not second:
        entity.hints["m"] += 2
        other.hints["f"] += 2
    if not first and second:
        entity.hints["f" if second == "m" else "m"] += 4
    return entity


def _nicknamed(tokens: Sequence[Token], run: Run, following: Sequence[Run]) -> Entity | None:
    """'John "Tig" Bellamy': given name, nickname in marks, surname."""
    if run.after >= len(tokens) or tokens[run.after].tag != "Q" or not is_given(run.words[0]):
        return None
    closing = next((k for k in range(run.after + 2, min(run.after + 5, len(tokens))) if tokens[k].text in MARKS), None)
    surname = next((other for other in following if closing is not None and other.first == closing + 1), None)
    if surname is None or len(surname.words) > 2 or surname.sentence != run.sentence:
        return None
    entity = Entity((run.folded[0], *surname.folded), kind=Named.PERSON)
    entity.forms[(run.words[0], *surname.words)] += 1
    return entity


def _named(run: Run, owner: Entity) -> Entity:
    surname = _surname(owner)
    entity = Entity((run.folded[0], *owner.words[-len(surname) :]), kind=Named.PERSON)
    entity.forms[(run.words[0], *surname)] += 1
    return entity


def _alone(run: Run) -> Entity:
    """Somebody who is called by the given name: a Bell-Hart may have married either."""
    entity = Entity(run.folded, kind=Named.PERSON)
    entity.forms[run.words] += 1
    return entity


def _surname(owner: Entity) -> tuple[str, ...]:
    """The printed surname: the last word, with the particles before it."""
    words = owner.longest
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in PARTICLES:
        at -= 1
    return words[at:]
