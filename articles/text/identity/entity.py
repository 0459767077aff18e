"""One person, organisation or unnamed source of an article while it is being put together."""

import math
from collections import Counter
from dataclasses import dataclass, field

from ..document import Role, SourceKind, Span
from ..ordinary import is_common
from .folding import fold
from .given_names import FAMILY_FIRST, gender_of, is_given, leaning
from .places import PEOPLES
from .runs import PLACE_WORDS, Named, Run
from .titles import OFFICE_NAMES, SUFFIXES, alike, noun_gender

PERSON, UNSURE = Named.PERSON, Named.UNSURE
SIKH = {"kaur": "f"}
"""What follows given names of either gender: "Harjit Kaur", "Harjit Kaur Bell"."""
BY_NAME = 3
"""The weight of the hint that a given name is."""


@dataclass(slots=True, eq=False)
class Entity:
    """Who is meant by some runs; its kind and gender are what the text's hints add up to."""

    words: tuple[str, ...]
    """Folded words of the fullest form, without middle initials and Jr./Sr."""
    suffix: str = ""
    kind: Named = Named.UNSURE
    runs: list[Run] = field(default_factory=list)
    forms: Counter[tuple[str, ...]] = field(default_factory=Counter)
    mentions: set[Span] = field(default_factory=set)
    roles: list[Role] = field(default_factory=list)
    role_words: Counter[str] = field(default_factory=Counter)
    hints: Counter[str] = field(default_factory=Counter)
    """Weight of hints: m, f, person, thing."""
    age: str = ""
    acronym: str = ""
    at_birth: set[tuple[str, ...]] = field(default_factory=set)
    """Forms printed only where a birth is told: "Ann Mary Bell was born"."""
    phrase: str = ""
    """The printed phrase of an unnamed source."""
    many: bool = False
    """Several people ("diplomats")."""
    relatives: dict[str, "Entity"] = field(default_factory=dict)
    """Whose wife, son … somebody is said to be, by the word for the other."""
    note: str = ""
    speaks_for: "Entity | None" = None
    """The organisation whose words a spokesman's are."""

    def add(self, run: Run) -> None:
        """Count one more place where the entity is named."""
        self.runs.append(run)
        self.forms[run.words] += 1 if run.body and not run.quoted else 0
        if run.kind is Named.PERSON and self.kind is Named.UNSURE:
            self.kind = Named.PERSON
        if run.gender:
            self.hints[run.gender] += 5
        for title in run.titles:
            self.learn(title)
        if run.folded[0] in OFFICE_NAMES:
            self.learn(run.folded[0])

    def learn(self, word: str) -> None:
        """A word of what the entity is said to be ("senator")."""
        if self.role_words[word] < 1000:
            self.role_words.update(alike(word))
        gender = noun_gender(word)
        if gender:
            self.hints[gender] += 2

    @property
    def is_person(self) -> bool:
        """Whether everything together speaks for a person."""
        if self.kind is UNSURE:
            return self.hints["person"] > self.hints["thing"]
        return self.kind is PERSON

    @property
    def may_be_person(self) -> bool:
        """Whether nothing speaks clearly against a person."""
        if self.many:
            return False
        return self.kind is PERSON or (self.kind is UNSURE and self.hints["person"] >= self.hints["thing"])

    @property
    def gender(self) -> str:
        """ "m", "f" or ""."""
        men, women = self.hints["m"], self.hints["f"]
        return "" if men == women else "m" if men > women else "f"

    @property
    def leaning(self) -> str:
        """The gender that an unknown given name sounds like."""
        if self.phrase:
            return ""
        if len(self.words) < 2:
            return gender_of(self.words[0])
        return leaning(self.words[1] if self.words[0] in FAMILY_FIRST and "-" in self.words[1] else self.words[0])

    @property
    def by_name_only(self) -> bool:
        """Whether nothing but the given name tells the gender."""
        return not self.phrase and len(self.words) > 1 and abs(self.hints["m"] - self.hints["f"]) == BY_NAME

    def contradicts(self, gender: str) -> bool:
        """Whether more than a pronoun near by speaks against a gender."""
        other = {"m": "f", "f": "m"}.get(gender, "")
        return bool(other) and self.hints[other] - self.hints[gender] >= 2

    @property
    def weight(self) -> float:
        """How prominent: the logarithm of how often it is named."""
        return math.log(1 + len(self.runs))

    @property
    def source_kind(self) -> SourceKind:
        """What kind of source it makes."""
        if self.phrase:
            return SourceKind.UNNAMED
        untold = self.kind is UNSURE and self.hints["person"] == self.hints["thing"]
        somebody = self.is_person or (untold and _sounds_like_somebody(self.longest))
        return SourceKind.PERSON if somebody else SourceKind.ORGANISATION

    @property
    def longest(self) -> tuple[str, ...]:
        """The fullest printed form, as words; one with initials only if there is no other."""
        forms = self.forms or Counter(run.words for run in self.runs) or Counter([tuple(self.phrase.split())])

        def fullness(words: tuple[str, ...]) -> tuple[bool, float, int]:
            spelt = sum(len(word.replace(".", "")) > 1 for word in words)
            return len(words) > 1 or len(self.words) < 2, min(spelt, 7) + min(forms[words], 6) / 4, len(words)

        known = [words for words in forms if len(words) > 1 and words not in self.at_birth]
        return max(known or forms, key=fullness)


def _sounds_like_somebody(words: tuple[str, ...]) -> bool:
    """Whether the words of a name mean nothing else: "Rakeyia Falla", "George", not "Third Point" or "Voicebox UK"."""
    if len(words) == 1:
        return is_given(words[0]) and fold(words[0]) not in PLACE_WORDS
    plain = all(word[0].isupper() and not word.isupper() and not is_common(word.lower()) for word in words)
    return len(words) in (2, 3) and plain and not any(fold(word) in PLACE_WORDS | PEOPLES for word in words)


def core(words: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """Folded words without middle initials and the like, and the suffix ("jr") apart."""
    folded = [fold(word) for word in words]
    suffix = ""
    while len(folded) > 1 and folded[-1] in SUFFIXES and folded[0] not in OFFICE_NAMES:
        suffix = folded.pop()
    kept = [
        word
        for number, word in enumerate(folded)
        if number in (0, len(folded) - 1) or len(word.replace(".", "")) > 1 or words[number] == "Ó"
    ]
    return tuple(kept), suffix


def surname_key(word: str) -> str:
    """What a surname is looked up by: "al-sisi" and "sisi" alike."""
    head, hyphen, tail = word.partition("-")
    return tail if hyphen and head in ("al", "el", "as", "ash", "ad", "an", "ur", "ul") else word


def given_gender(words: tuple[str, ...]) -> str:
    """The gender that the first names tell, if any."""
    if len(words) < 2:
        return ""
    if words[0] in FAMILY_FIRST and "-" in words[1]:
        return gender_of(words[1])
    if words[1] in SIKH:
        return SIKH[words[1]]
    first = gender_of(words[0])
    if first or len(words) < 3:
        return first
    return gender_of(words[1])
