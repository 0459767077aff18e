"""The cast of an article: every name brought to the one entity it means."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..ordinary import is_ordinary
from ..reading import Reading
from . import kinship, organisations
from .entity import BY_NAME, Entity, core, given_gender, surname_key
from .extents import PARTICLES
from .folding import word_set
from .given_names import FAMILY_FIRST, is_given, same_given
from .places import PEOPLES
from .runs import Named, Run
from .same_names import ends, lacks_given_name, last_in_full, one_person, thing_words
from .titles import HONORIFICS, KIN, is_title

MOST = 12
"""Entities of one surname that are looked at; work stays linear whatever the text."""
GIVEN_NAME_TITLES = word_set(
    "sir dame lady lord prince princess king queen pope sister brother father fr rabbi imam pastor bishop dr sheikh st aunt uncle auntie aunty"
)
BEFORE_THINGS = word_set("in at from the of to a an")
OFFICES = word_set("""president senator sen governor gov mayor judge justice minister secretary general king queen pope prince
    princess chancellor premier ambassador bishop archbishop""")
NEWLY_NAMED = 1.2
SAME_HONORIFIC = 2.5
MARRIED = 3.0


class Cast:
    """Entities of an article and the runs that name them."""

    def __init__(self, reading: Reading, runs: Sequence[Run]) -> None:
        self.reading = reading
        self.entities: list[Entity] = []
        self.of: dict[int, Entity] = {}
        """The entity named by the run whose first token has this index."""
        self._surname: dict[str, list[Entity]] = defaultdict(list)
        self._first: dict[str, list[Entity]] = defaultdict(list)
        self._inner: dict[str, list[Entity]] = defaultdict(list)
        self._thing: dict[tuple[str, ...], Entity] = {}
        self._thing_first: dict[str, Entity] = {}
        self._thing_tail: dict[tuple[str, ...], Entity] = {}
        self._saint: dict[tuple[str, ...], Entity] = {}
        self._acronym: dict[str, Entity] = {}
        self._alone: dict[str, Entity] = {}
        self.parts: list[Run] = []
        """Names found inside the capitals of headings."""
        self._runs = runs
        self._tails: list[Run] = []
        self._honoured = {
            run.folded[-1] for run in runs if len(run.words) == 1 and any(title in HONORIFICS for title in run.titles)
        }
        self._printed = {run.folded for run in runs if run.kind is Named.PERSON and is_given(run.folded[0])}
        self._printed |= {words[-1:] for words in self._printed}

    def _known_part(self, run: Run) -> Run:
        """ "Billionaire Mark Cuban", "Absent Cuban" without the first word, where "Mark Cuban" is printed elsewhere."""
        known = run.folded[1:] in self._printed and not is_given(run.folded[0])
        if known and (len(run.words) > 2 or (is_ordinary(run.words[0].lower()) and self._begins_sentence(run))):
            return self._part(run, 1, len(run.words) - 1)
        return run

    def _begins_sentence(self, run: Run) -> bool:
        first = self.reading.tokens[run.first]
        return first.position == 0 or self.reading.tokens[run.first - 1].tag == "Q"

    def enter_full(self) -> None:
        """Full names first: of the body, then of quotations, then of headings and captions."""
        full = [run for run in self._runs if run.kind is not Named.OFFICE and len(run.words) > 1]
        for place in (_plain_body, _quoted_body):
            here = [self._known_part(run) for run in full if place(run)]
            self._tails += [run for run in here if len(run.words) == 1]
            here = [run for run in here if len(run.words) > 1]
            for run in here:
                if run.kind is Named.PERSON and not lacks_given_name(run):
                    self._enter_person(run)
            for run in here:
                if run.kind is Named.PERSON and lacks_given_name(run):
                    self._enter_person(run)
            for run in here:
                if run.kind in (Named.ORGANISATION, Named.PLACE):
                    self._enter_thing(run)
            for run in here:
                if run.kind is Named.UNSURE:
                    self._enter_unsure(run)
        for run, entity in kinship.relatives(self.reading.tokens, self._runs, self.of):
            self._enter_relative(run, entity)
        for run in full:
            if not run.body:
                self._enter_heading(run)

    def claim(self) -> None:
        """ "Mr Vella": somebody of that surname is a person, whatever "developer Con Vella" is taken for."""
        for run in self._runs:
            honoured = len(run.words) == 1 and any(title in HONORIFICS for title in run.titles)
            known = self._surname[surname_key(run.folded[0])][-MOST:] if honoured else ()
            if not known or any(entity.kind is Named.PERSON for entity in known):
                continue
            for entity in known:
                if entity.kind is Named.UNSURE and len(entity.words) > 1 and not entity.contradicts(run.gender):
                    entity.kind = Named.PERSON

    def enter_short(self) -> None:
        """Then surnames and the like, in order, when roles and ages are known."""
        short = [run for run in self._runs if len(run.words) == 1 and run.first not in self.of]
        for run in sorted([*short, *self._tails], key=lambda run: run.first):
            entity = self._short(run)
            if entity is not None:
                self._put(run, entity)

    def _enter_heading(self, run: Run) -> None:
        """In headings and captions capitals join more than names: what is known is looked for first."""
        if self._enter_known_parts(run):
            return
        if run.kind is Named.PERSON:
            start = next((k for k, word in enumerate(run.folded) if is_given(word)), 0)
            if 2 <= len(run.words) - start <= 3:
                self._enter_person(self._part(run, start, len(run.words) - start))
        elif run.kind in (Named.ORGANISATION, Named.PLACE) and len(run.words) <= 5:
            self._enter_thing(run)

    def _enter_known_parts(self, run: Run) -> bool:
        """Put what is known of a heading's words where it stands, people before things; whether there was any."""
        taken: set[int] = set()
        for people in (True, False):
            for size in range(min(len(run.folded), 6), 0 if people else 1, -1):
                for start in range(len(run.folded) - size + 1):
                    here = range(start, start + size)
                    known = self._known(run.folded[start : start + size], people=people)
                    if known is not None and taken.isdisjoint(here):
                        self._put(self._part(run, start, size), known)
                        taken.update(here)
        return bool(taken)

    def _known(self, words: tuple[str, ...], *, people: bool) -> Entity | None:
        """The person (or thing) of the body whose name these words are."""
        if not people:
            return self._thing.get(words)
        known = [
            entity
            for entity in self._surname.get(surname_key(words[-1]), ())[-MOST:]
            if entity.may_be_person and (len(words) == 1 or same_given(entity.words[0], words[0]))
        ]
        return known[-1] if known else None

    def _part(self, run: Run, start: int, size: int) -> Run:
        """The name of `size` words inside a heading's capitals."""
        first = run.first + start
        part = replace(
            run,
            first=first,
            after=first + size,
            end=first + size,
            whole=first,
            words=run.words[start : start + size],
            folded=run.folded[start : start + size],
            titles=run.titles if start == 0 and size > 1 else (),
        )
        self.parts.append(part)
        return part

    def _put(self, run: Run, entity: Entity) -> None:
        entity.add(run)
        self.of[run.first] = entity

    def _new(self, run: Run) -> Entity:
        words, suffix = core(run.words)
        entity = Entity(words, suffix, run.kind)
        self.entities.append(entity)
        return entity

    def _enter_person(self, run: Run) -> None:
        words, suffix = core(run.words)
        for entity in reversed(self._surname[surname_key(words[-1])][-MOST:]):
            if one_person(entity, words, suffix) and entity.gender in ("", run.gender or entity.gender):
                self._put(run, entity)
                return
            if len(words) == 2 and is_title(run.words[0]) and words[0] in entity.role_words:
                self._put(run, entity)  # "Justice Bell", whom the text calls Justice Ann Bell elsewhere
                return
        longer = next((each for each in self._first[words[0]][-MOST:] if self._is_begun(each, words, run)), None)
        if longer is not None:
            self._put(run, longer)
            return
        if given_gender(words) == "" and self._ends_a_name(words):
            self._tails.append(run)
            return
        entity = self._new(run)
        gender = given_gender(words)
        if gender:
            entity.hints[gender] += BY_NAME
        self._index(entity)
        self._put(run, entity)

    def _is_begun(self, entity: Entity, words: tuple[str, ...], run: Run) -> bool:
        """ "Madam Nurul Ain" of "Nurul Ain Rahmat": somebody's name begins in these words."""
        begun = 1 < len(words) < len(entity.words) and entity.words[: len(words)] == words
        honoured = any(title in HONORIFICS for title in run.titles)  # "Ann Bell Calls for Peace" is a headline
        return begun and honoured and entity.may_be_person and not entity.contradicts(run.gender)

    def _enter_relative(self, run: Run, entity: Entity) -> None:
        """Somebody with a relative's surname, unless the full name is printed elsewhere."""
        for known in self._surname[surname_key(entity.words[-1])][-MOST:]:
            if one_person(known, entity.words, ""):
                self._put(run, known)
                return
        gender = given_gender(entity.words)
        if gender:
            entity.hints[gender] += BY_NAME
        self.entities.append(entity)
        self._index(entity)
        self._put(run, entity)

    def _index(self, entity: Entity) -> None:
        words = entity.words
        self._surname[surname_key(words[-1])].append(entity)
        self._first[words[0]].append(entity)
        for word in words[1:-1]:
            if word not in PARTICLES:
                self._inner[surname_key(word)].append(entity)

    def _ends_a_name(self, words: tuple[str, ...]) -> bool:
        """Whether somebody's longer name ends in these words: "Suu Kyi", "van der Merwe", "García Márquez"."""
        return any(ends(entity, words) for entity in self._surname[surname_key(words[-1])][-MOST:])

    def _enter_thing(self, run: Run) -> None:
        words = thing_words(run.folded)
        bearers = self._surname[surname_key(words[-1])][-MOST:] if run.kind is Named.PLACE else ()
        bearer = next((each for each in bearers if each.words == words), None)
        saint = self._saint.get(words) if words[0] == "st" else None  # "St Brenda's" of "St Brenda's Hospital"
        entity = bearer or self._thing.get(words) or self._thing_tail.get(words) or saint
        if entity is None:
            entity = self._new(run)
            self._thing[words] = entity
            self._thing_first.setdefault(words[0], entity)
            self._saint.setdefault(words[:2], entity)
            for start in range(1, min(len(words) - 1, 4)):
                self._thing_tail.setdefault(words[start:], entity)
            for acronym in {organisations.initials(run.words), "".join(word[0] for word in run.words)}:
                if len(acronym) > 1:
                    self._acronym.setdefault(acronym.casefold(), entity)
        self._note_acronym(run, entity)
        self._put(run, entity)

    def _note_acronym(self, run: Run, entity: Entity) -> None:
        """ "World Health Organisation (WHO)"."""
        tokens = self.reading.tokens
        if run.after + 2 < len(tokens) and tokens[run.after].text == "(" and tokens[run.after + 2].text == ")":
            acronym = tokens[run.after + 1].text
            if organisations.is_acronym(acronym):
                entity.acronym = acronym
                self._acronym[acronym.replace(".", "").casefold()] = entity

    def _enter_unsure(self, run: Run) -> None:
        words, suffix = core(run.words)
        if self._ends_a_name(words):
            self._tails.append(run)
            return
        candidates = self._surname[surname_key(words[-1])][-MOST:]
        known = next((e for e in reversed(candidates) if one_person(e, words, suffix)), None)
        if known is not None:
            self._put(run, known)
        elif thing_words(run.folded) in self._thing:
            self._put(run, self._thing[thing_words(run.folded)])
        else:
            entity = self._new(run)
            self._index(entity)
            self._thing.setdefault(thing_words(run.folded), entity)
            initials = organisations.initials(run.words)
            if len(initials) > 2:
                self._acronym.setdefault(initials.casefold(), entity)
            self._note_acronym(run, entity)
            self._put(run, entity)

    def _short(self, run: Run) -> Entity | None:
        """The entity that a single word means where it stands; None for "Cuban" before a noun and a title alone."""
        word = run.folded[-1]
        letters = word.replace(".", "")
        if run.kind is Named.ORGANISATION and letters in self._acronym:
            return self._acronym[letters]
        before = self.reading.tokens[run.first - 1].lower if run.first else ""
        if run.kind is Named.PLACE or word in PEOPLES or run.kind is Named.OFFICE:
            doubtful = before in BEFORE_THINGS or self._before_noun(run)
            people = None if doubtful else self._people(run, word, by_given_name=False)
            return people or (self._single(run) if run.kind is Named.PLACE else None)
        people = self._people(run, word)
        if people:
            return people
        if not run.titles and word in self._thing_first and self._thing_first[word].kind is Named.ORGANISATION:
            return self._thing_first[word]
        return self._single(run)

    def _before_noun(self, run: Run) -> bool:
        tokens = self.reading.tokens
        return run.after < len(tokens) and tokens[run.after].tag in ("NN", "NNS", "JJ", "NNP")

    def _people(self, run: Run, word: str, *, by_given_name: bool = True) -> Entity | None:
        key = surname_key(word)
        found = self._fitting(run, self._surname[key][-MOST:])
        if len(run.words) > 1:
            found = [entity for entity in found if ends(entity, core(run.words)[0])]
        elif key in FAMILY_FIRST:
            found += self._fitting(run, [entity for entity in self._first[key][-MOST:] if entity not in found])
        if not found:
            found = self._fitting(run, [e for e in self._inner[key][-MOST:] if len(e.words) > 2 and e.may_be_person])
        honoured = [title for title in run.titles if title in HONORIFICS and title not in GIVEN_NAME_TITLES]
        if not found and by_given_name:
            found = self._fitting(run, self._first[word][-MOST:])
            if honoured:  # "Mr Zulkarnain" of "Zulkarnain bin Omar", but no "Mr James" of "James Bell"
                found = [entity for entity in found if self._goes_by_given_name(entity)] if len(found) == 1 else []
        if len(found) < 2:
            return found[0] if found else None
        newest = max(found, key=lambda entity: last_in_full(entity, run))
        return max(found, key=lambda entity: self._likely(run, entity) + self._newly(run) * (entity is newest))

    def _goes_by_given_name(self, entity: Entity) -> bool:
        """Whether nobody is "Mr Omar" where "Mr Zulkarnain" may be Zulkarnain bin Omar."""
        return entity.words[-1] not in self._honoured

    def _newly(self, run: Run) -> float:
        return NEWLY_NAMED if run.titles else NEWLY_NAMED / 2

    def _fitting(self, run: Run, entities: Iterable[Entity]) -> list[Entity]:
        return [
            entity
            for entity in entities
            if len(entity.words) > 1
            and entity.may_be_person
            and not entity.contradicts(run.gender)
            and not self._another_office(run, entity)
        ]

    def _another_office(self, run: Run, entity: Entity) -> bool:
        """ "President Obama" is not the Michelle Obama of a later paragraph."""
        offices = [title for title in run.titles if title in OFFICES]
        if not offices or any(title in entity.role_words for title in offices):
            return False
        return (
            bool(entity.runs) and entity.runs[0].first > run.first and bool(entity.gender == "f" or entity.role_words)
        )

    def _likely(self, run: Run, entity: Entity) -> float:
        """How likely one of several people of a name is meant: the one named last and most, or by that title."""
        before = [other for other in entity.runs[-40:] if other.first < run.first]
        likely = entity.weight
        if before:
            last = max(other.sentence for other in before)
            likely += 2.0 - 0.12 * min(run.sentence - last, 20)
            likely += SAME_HONORIFIC * any(run.titles and other.titles == run.titles for other in before)
        likely += 2.0 * any(title in entity.role_words for title in run.titles)
        likely += MARRIED * ("mrs" in run.titles and "husband" in entity.relatives)
        if run.gender and entity.gender:
            likely += 1.0 if entity.gender == run.gender else -2.0
        adjective = self.reading.tokens[run.whole - 1].lower if run.whole else ""
        if adjective in ("elder", "older", "younger", "senior", "junior") and adjective in entity.role_words:
            likely += 3.0
        if any(word in KIN for word in entity.role_words) and not run.titles:
            likely -= 1.0
        return likely

    def _single(self, run: Run) -> Entity:
        word = run.folded[0] + (":" + run.gender if run.gender else "")
        entity = self._alone.get(word) or (self._alone.get(run.folded[0]) if not run.gender else None)
        if entity is None and run.gender:
            plain = self._alone.get(run.folded[0])
            entity = plain if plain is not None and plain.gender in ("", run.gender) else None
        if entity is None:
            entity = self._new(run)
        self._alone[word] = entity
        self._alone.setdefault(run.folded[0], entity)
        return entity


def _plain_body(run: Run) -> bool:
    return run.body and not run.quoted


def _quoted_body(run: Run) -> bool:
    return run.body and run.quoted
