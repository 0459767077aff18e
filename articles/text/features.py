"""What the ranker looks at, as short names: of a cue near a segment. No name holds a word that could be anybody's.

Names that do not depend on the segment are made and weighed once for all segments of a sentence.
"""

from collections.abc import Callable, Hashable

from .grammar import subject_of
from .lexicon import FINITE_TAGS, VERB_TAGS
from .reading import Sentence
from .situation import PARAGRAPH_END, PARAGRAPH_START, CueSite, Situation, bucket, coarse, plain, verbs
from .tokens import Token
from .weights import Linear

NEAR = (0, 1, 2, 4, 8)
LIKELY = (0.1, 0.3, 0.6, 0.85)
BEFORE_CUE = frozenset((",", "and", "to", "who", "which", "as", "was", "were", "is", "has", "had", "but", "by", "not"))
AFTER_CUE = frozenset((",", ":", "that", "to", "of", "on", "for", "as", "in", ".", "by", "a", "the"))


class Features:
    """Names of features, weighed when first asked."""

    __slots__ = ("_weight", "names")

    def __init__(self, names: list[str]) -> None:
        self.names = names
        self._weight: float | None = None

    def weight(self, model: Linear) -> float:
        """The sum of the weights of the features."""
        if self._weight is None:
            self._weight = model.score(self.names)
        return self._weight


def once(sentence: Sentence, key: Hashable, names: Callable[[], list[str]]) -> Features:
    """The features kept for a sentence under that key, made when first asked for."""
    found = sentence.features.get(key)
    if found is None:
        found = sentence.features[key] = Features(names())
    return found


def neighbour(token: Token | None, kept: frozenset[str], outside: str) -> str:
    """A neighbour of the cue: a kept word, Q for a quotation, otherwise the tag."""
    if token is None:
        return outside
    if token.segment >= 0:
        return "Q"
    return token.lower if token.lower in kept else token.tag


def side(site: CueSite) -> str:
    return "<" if site.before else ">"


def cue_features(here: Situation, site: CueSite) -> tuple[Features, Features]:
    """Of the cue alone, shared by all its pairs: in its sentence, and near the segment."""
    own = once(site.sentence, site.cue.token.position, lambda: _around_cue(site))
    return own, Features(_near(here, site))


def _near(here: Situation, site: CueSite) -> list[str]:
    likelihood, place, at, gap = site.cue.likelihood, site.place, side(site), len(site.gap)
    beside = plain(here.left, PARAGRAPH_START) if site.before else plain(here.right, PARAGRAPH_END)
    names = [
        f"w={place}{at}",
        f"wp={place}{at}{bucket(likelihood, (0.03, 0.1, 0.3, 0.6, 0.85))}",
        f"gap={place}{at}{bucket(gap, (0, 1, 2, 3, 5, 8, 14, 25))}",
        f"gp={at}{bucket(gap, NEAR)}{here.ending}{here.beginning}",
        f"nseg={place}{min(site.crossed, 3)}",
        f"cuegap={bucket(likelihood, LIKELY)}{bucket(gap, (0, 1, 2, 4, 8, 14))}{at}",
        f"end={place}{at}{here.ending}",
        f"pw={bucket(gap, (0, 2, 6))}{beside}",
        f"len={place}{bucket(here.words, (1, 2, 3, 5, 8, 15))}",
        f"cl={place}{at}{here.clause}{here.beginning}{here.ending}",
    ]
    return names + _rivals(here, site) + _gap(site)


def _rivals(here: Situation, site: CueSite) -> list[str]:
    """Strong cues nearer on this side, or as near on the other."""
    gap, cue, near = len(site.gap), site.cue.token, max(len(site.gap), 4)
    nearer = opposite = outer = 0
    for other in here.strong:
        if other.cue.token is cue:
            continue
        if other.before != site.before:
            opposite += len(other.gap) <= near and not other.crossed
        elif len(other.gap) < gap:
            nearer += 1
        if other.before and other.sentence is site.sentence and other.cue.token.index < cue.index:
            outer += 1
    nearer, opposite = min(2, nearer), min(2, opposite)
    at, likely = side(site), bucket(site.cue.likelihood, (0.1, 0.3, 0.6))
    return [f"ns{nearer}{opposite}", f"ns{at}{nearer}{opposite}{likely}", f"outer{at}{min(2, outer)}{likely}"]


def _around_cue(site: CueSite) -> list[str]:
    tokens, token = site.sentence.tokens, site.cue.token
    before = tokens[token.position - 1] if token.position else None
    left, right = neighbour(before, BEFORE_CUE, "<S>"), neighbour(_after(site), AFTER_CUE, "</S>")
    return [
        f"cue={token.lower}",
        f"ct={token.tag}",
        f"cp={left}{token.tag}",
        f"cn={right}{token.tag}",
        f"cnl={token.lower}{right}",
    ]


def _after(site: CueSite) -> Token | None:
    tokens, position = site.sentence.tokens, site.cue.token.position
    return tokens[position + 1] if position + 1 < len(tokens) else None


def _gap(site: CueSite) -> list[str]:
    at, gap, tag = side(site), site.gap, site.cue.token.tag
    marks, reporting = [token.text for token in gap], verbs(gap) if gap else 0
    names = [
        f"cn{at}={neighbour(_after(site), AFTER_CUE, '</S>')}{tag}",
        f"gv={at}{min(3, reporting)}",
        f"gcl={at}{int('.' in marks or ';' in marks)}",
        f"gthat={at}{int('that' in [token.lower for token in gap[:3]])}",
        f"nthat={at}{that_follows(site)}{tag}",
        f"gcom={at}{min(3, marks.count(','))}{min(2, reporting)}",
        f"last={at}{_closes_sentence(site)}{min(1, site.crossed)}",
    ]
    if len(gap) <= 3:
        names.append(f"gt={at}{'_'.join([coarse(token) for token in gap])}")
    return names


def that_follows(site: CueSite) -> int:
    """Whether the gap reads "… that", without a verb before it: the claim on Monday that "…"."""
    for token in site.gap[:12]:
        if token.lower == "that":
            return 1
        if token.tag in VERB_TAGS:
            break
    return 0


def _closes_sentence(site: CueSite) -> int:
    """Whether the cue is the "…, said X." at the end, which covers the whole sentence."""
    tokens, token = site.sentence.tokens, site.cue.token
    if site.before or subject_of(site.sentence, token).rule != "inverted":
        return 0
    return 1 + int(not any(other.tag in FINITE_TAGS for other in tokens[token.position + 1 :]))


def unsourced_features(own: Features, near: Features) -> list[str]:
    """Of a cue whose source the text doesn't name, from the features of the cue."""
    return [
        "NOSRC",
        *("z" + name for name in near.names[:3]),
        *("z" + name for name in own.names if name.startswith(("cue=", "cp=", "cn="))),
    ]
