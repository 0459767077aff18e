"""Count how often each word is a cue, and lend rare words what is known of their kin."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from articles.text.evaluation.corpus import Annotated
from articles.text.lexicon import words
from articles.text.reading import read

REPORTING = words(
    """accuse acknowledge add address admit advise affirm allege announce answer argue ask assert assure aver beam beg
    believe blast boast brag brand call caution chant cite claim clarify comment complain concede conclude confess
    confide confirm contend counter crow cry declare demand denounce deny describe disclose dismiss dispute dub echo
    elaborate email emphasise emphasize enquire enthuse estimate exclaim explain fume grin gripe groan grumble gush hail
    hint hold imply implore inform inquire insist instruct interject intimate joke label lament laugh maintain moan mock
    muse mutter note object observe offer opine order pen plead pledge point pose post praise predict proclaim promise
    propose protest query quip quote rage rail read reassure recall reckon recommend recount refute reiterate reject
    relate remark remember remind repeat reply report respond retort reveal roar rule say scoff scold scream shout shriek
    shrug sigh signal slam snap sneer sob speculate state stress submit suggest sum summarise summarize swear taunt tease
    tell testify text thank think thunder tweet underline urge venture vow wail warn weep welcome whisper wonder write
    yell"""
)
KIN = 2.0
"""How many sightings the rate of a word's kin counts for."""
UNSEEN = 0.02
KNOWN = 0.5
LEAST = 0.01


@dataclass(slots=True)
class Counts:
    """How often words stand outside quotation marks, and how often they are part of a cue there."""

    seen: Counter = field(default_factory=Counter)
    cues: Counter = field(default_factory=Counter)

    def without(self, other: "Counts") -> "Counts":
        """These counts less those of one article, so that no article is judged by itself."""
        return Counts(self.seen - other.seen, self.cues - other.cues)


def count(article: Annotated) -> Counts:
    """The counts of one article; words that may be names are left out."""
    counts = Counts()
    inside = {k for attribution in article.attributions for span in attribution.cue for k in range(*span)}
    for token in read(article.text, likely={}).tokens:
        if token.segment < 0 and token.tag != "NNP" and token.lower[0].isalpha():
            counts.seen[token.lower] += 1
            counts.cues[token.lower] += token.start in inside
    return counts


def total(counts: Iterable[Counts]) -> Counts:
    """All counts together."""
    whole = Counts()
    for each in counts:
        whole.seen.update(each.seen)
        whole.cues.update(each.cues)
    return whole


def stem(word: str) -> str:
    """What the forms of a verb have in common, roughly."""
    for ending in ("ying", "ied", "ies"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)]
    for ending in ("ing", "ed", "es", "s", "e", "y"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls" else word


STEMS = frozenset(stem(verb) for verb in REPORTING)


def likelihoods(counts: Counts) -> dict[str, float]:
    """P(part of a cue | word), smoothed by the rate of the word's kin; unlikely words left out."""
    kin_seen, kin_cues = Counter(), Counter()
    for word, number in counts.seen.items():
        kin_seen[stem(word)] += number
        kin_cues[stem(word)] += counts.cues[word]
    rates = {}
    for word in sorted(counts.seen.keys() | _inflected()):
        root = stem(word)
        prior = KNOWN if root in STEMS else UNSEEN
        kin = (kin_cues[root] + prior) / (kin_seen[root] + 1)
        rate = (counts.cues[word] + KIN * kin) / (counts.seen[word] + KIN)
        if rate >= LEAST and (counts.cues[word] or root in STEMS or rate > 2 * UNSEEN):
            rates[word] = round(rate, 3)
    return rates


def _inflected() -> set[str]:
    """Forms of the reporting verbs, whether seen or not."""
    forms = set()
    for verb in REPORTING:
        base = verb.removesuffix("e")
        forms |= {verb, verb + "s", base + "ed", base + "ing"}
        if verb.endswith("y") and verb[-2] not in "aeiou":
            forms |= {verb[:-1] + "ies", verb[:-1] + "ied"}
    return forms
