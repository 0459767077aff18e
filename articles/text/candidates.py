"""Who may have said a quoted segment, and by which cue: every candidate with its features."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import dropwhile, takewhile

from .blocks import Block
from .cues import COLON, DASHES
from .features import LIKELY, Features, cue_features, unsourced_features
from .lexicon import FINITE_TAGS, VERB_TAGS, words
from .marks import WORD
from .mentions import Mention, MentionKind
from .pairing import pair_features
from .reach import pair_reach, segment_reach
from .situation import PARAGRAPH_END, PARAGRAPH_START, CueSite, Situation, bucket, plain, subjects, verbs
from .tokens import Token
from .weights import Linear

LABEL = re.compile(r"[\"“‘']?\s*((?:[A-ZÀ-ÖØ-ÞĀ-Ž](?:[^\W\d_]|[.'’-]){0,30}\s?){1,4}):\s")
TITLED = words(
    """show book film movie song album series magazine newspaper novel play documentary program programme podcast
    episode titled called entitled dubbed nicknamed named known bill act section column blog memoir single anthem
    hit tour"""
)

PRONOUNS = frozenset((MentionKind.HE_SHE, MentionKind.THEY, MentionKind.IT))
HOPELESS = 3.5
"""How far a cue's weight may be behind the best one's; none further behind was ever chosen on held-out articles."""
FEW = 3
"""Words of which every tag tells whether they are a quotation."""
SIGNED_WITHIN = 60
LONGEST_SIGNATURE = 12


class CandidateKind(StrEnum):
    """What a candidate says of the segment."""

    PAIR = "pair"
    """This mention said it by this cue."""
    LABEL = "label"
    """A speaker's label inside the segment, as in transcripts."""
    SIGNATURE = "signature"
    """A name after a dash at the end."""
    UNSOURCED = "unsourced"
    """It was said, but the text does not name a source."""
    PREVIOUS = "previous"
    """Whoever said the segment before."""
    ECHO = "echo"
    """Whoever says the same words in the body."""
    NONE = "none"
    """It is no quotation: a title, a nickname, a word at arm's length."""


@dataclass(slots=True, eq=False)
class Candidate:
    """One answer, the features it is judged by and, once judged, its score."""

    kind: CandidateKind
    cue: Token | None
    mention: Mention | None
    features: tuple[Features, ...]
    origin: "Candidate | None" = None
    """For PREVIOUS: the candidate that the segment before it was given to."""
    score: float = 0.0

    @property
    def names(self) -> list[str]:
        """The names of all its features."""
        return [name for features in self.features for name in features.names]

    @property
    def root(self) -> "Candidate":
        """The candidate itself, or the one it goes on with."""
        return self.origin or self


@dataclass(frozen=True, slots=True)
class Given:
    """The segment before, and the candidate last chosen (None before any quotation)."""

    number: int
    candidate: Candidate | None
    quoted: bool
    """Whether that very segment was taken for a quotation."""


def candidates(here: Situation, previous: Given | None, model: Linear | None = None) -> list[Candidate]:
    """All candidates of a segment; the last one is always NONE. With a model, those of hopeless cues are left out."""
    found = [*_labels(here), *_signature(here)]
    last = previous.candidate if previous else None
    pairs = list(_pairs(here, last.mention if last else None, model))
    found += pairs
    own = int(any(site.place == "same" and site.cue.likelihood >= 0.3 for site in here.sites))
    if previous is not None and last is not None:
        found.append(_previous(here, previous, last, own))
    found.append(Candidate(CandidateKind.NONE, None, None, (Features(_none_features(here, len(pairs), own)),)))
    return found


def _signature(here: Situation) -> Iterator[Candidate]:
    """ "… I was there." — Ann Lee, at the end of the paragraph or alone in the next one."""
    tokens = here.reading.tokens
    at = here.last.index + 1
    if at >= len(tokens) or tokens[at].paragraph > here.segment.paragraph + 1:
        return
    if here.left is not None and here.left.segment < 0:
        return  # words of a sentence; the name signs the whole item
    paragraph = tokens[at].paragraph
    if paragraph != here.segment.paragraph and here.reading.paragraphs[paragraph].block is not Block.SIGNATURE:
        return
    line = list(takewhile(lambda token: token.paragraph == paragraph, tokens[at : at + SIGNED_WITHIN]))
    if paragraph == here.segment.paragraph:
        line = list(dropwhile(lambda token: token.text not in DASHES, line)) if here.reading.sentences else line
    dash, *name = line or [None]
    if dash is None or dash.text not in DASHES or not name or len(name) > LONGEST_SIGNATURE:
        return
    if any(token.segment >= 0 for token in (dash, *name)):
        return  # the dash is part of what is said next
    if dash.text == "-" and any(token.tag in FINITE_TAGS for token in name):
        return  # "- The driver was jailed", the next of a list
    if name[-1].index + 1 < len(tokens) and tokens[name[-1].index + 1].paragraph == paragraph:
        return
    sentence = here.reading.sentences[name[0].sentence]
    for mention in sentence.mentions:
        if mention.first == name[0].position and mention.kind in (MentionKind.NAME, MentionKind.HUMAN):
            yield Candidate(CandidateKind.SIGNATURE, dash, mention, (Features(["SIGNATURE"]),))
            return


def _labels(here: Situation) -> Iterator[Candidate]:
    """ "WALLACE: …" at the beginning of the segment."""
    match = LABEL.match(here.text)
    if not match or match.end(1) > 40:
        return
    start, end = here.segment.start + match.start(1), here.segment.start + match.end(1)
    label = [token for token in here.tokens if start <= token.start and token.end <= end]
    colon = next((token for token in here.tokens if token.start >= end and token.text == COLON), None)
    if not label or colon is None or label[0].sentence != label[-1].sentence:
        return
    mention = Mention(
        sentence=label[0].sentence,
        first=label[0].position,
        after=label[-1].position + 1,
        start=label[0].start,
        end=label[-1].end,
        kind=MentionKind.NAME,
        head=label[-1].lower,
    )
    capitals = label[0].text.isupper()
    features = ["LABEL", f"LAB{len(label)}{capitals}", f"LABW{here.left is None}"]
    yield Candidate(CandidateKind.LABEL, colon, mention, (Features(features),))


def _pairs(here: Situation, before: Mention | None, model: Linear | None) -> Iterator[Candidate]:
    for site, shared in _hopeful(here, model):
        for mention in subjects(site):
            own, near = pair_features(here, site, mention)
            if before is not None:
                near.names.append(f"cont={_goes_on(mention, before)}{site.place}{here.extent}")
            yield Candidate(CandidateKind.PAIR, site.cue.token, mention, (*shared, own, near))
        if site.cue.likelihood >= 0.3 or site.cue.token.text == COLON:
            yield Candidate(CandidateKind.UNSOURCED, site.cue.token, None, (Features(unsourced_features(*shared)),))


def _hopeful(here: Situation, model: Linear | None) -> list[tuple[CueSite, tuple[Features, Features]]]:
    """The cues with their features; with a model, only those not far behind the best."""
    if model is None:
        return [(site, _of_cue(here, site)) for site in here.sites]
    sites = [(site, _of_cue(here, site)) for site in here.likely_sites]
    if not sites:
        return []
    weights = [own.weight(model) + near.weight(model) for _, (own, near) in sites]
    least = max(weights) - HOPELESS
    return [pair for pair, weight in zip(sites, weights, strict=True) if weight >= least]


def _of_cue(here: Situation, site: CueSite) -> tuple[Features, Features]:
    own, near = cue_features(here, site)
    near.names += pair_reach(here, site)
    return own, near


def _goes_on(mention: Mention, before: Mention) -> str:
    """Whether the mention may be whoever spoke last."""
    if mention.span == before.span:
        return "same"
    if mention.head == before.head:
        return "head"
    return f"{mention.kind}{before.kind}" if mention.kind in PRONOUNS else "other"


def _previous(here: Situation, previous: Given, given: Candidate, own: int) -> Candidate:
    features = (Features(_previous_features(here, previous, given, own)),)
    return Candidate(CandidateKind.PREVIOUS, given.cue, given.mention, features, origin=given.root)


def _previous_features(here: Situation, previous: Given, given: Candidate, own: int) -> list[str]:
    reading = here.reading
    last = reading.inside[previous.number][-1]
    gap = reading.tokens[last.index + 1 : here.first.index]
    apart = here.segment.paragraph - last.paragraph
    far, step = min(apart, 3), min(apart, 2)
    unclosed = int(not reading.segments[previous.number].closed)
    same = int(last.sentence == here.first.sentence)
    strong = _strong(here)
    others = bucket(sum(token.segment < 0 and token in strong for token in gap), (0, 1, 2))
    order = "none" if given.cue is None else ("cueafter" if given.cue.index > last.index else "cuebefore")
    left, right = plain(here.left, PARAGRAPH_START), plain(here.right, PARAGRAPH_END)
    return [
        "PREV",
        f"Ppd={far}{here.extent}",
        f"Punc={unclosed}{step}",
        f"Pss={same}{others}",
        f"Pgap={step}{bucket(len(gap), (0, 1, 2, 4, 6, 10, 20))}",
        f"Pnull={int(not previous.quoted)}{step}",
        f"Pord={order}{step}{here.extent}",
        f"Poth={others}{step}",
        f"Pbs={own}{step}",
        f"Pbeg={here.beginning}{same}{bucket(len(gap), (2, 6))}",
        f"Pw={left}{min(apart, 1)}",
        f"Pnw={right}{min(apart, 1)}",
        f"Pend={here.ending}{min(apart, 1)}",
        f"Plen={bucket(here.words, (1, 2, 3, 5, 8, 15))}{min(apart, 1)}",
        "Pgt=" + ("_".join(token.tag for token in gap) if len(gap) <= 4 else "long"),
        f"Pgv={min(verbs(gap), 3)}{min(apart, 1)}",
        f"Prch={segment_reach(here)}{step}{here.extent}",
        f"Pcl={here.clause}{step}{here.beginning}{own}",
    ]


def _strong(here: Situation) -> set[Token]:
    return {site.cue.token for site in here.strong if site.cue.token.tag in VERB_TAGS}


def _none_features(here: Situation, pairs: int, own: int) -> list[str]:
    left, right = plain(here.left, PARAGRAPH_START), plain(here.right, PARAGRAPH_END)
    tag = here.left.tag if here.left else PARAGRAPH_START
    length = bucket(here.words, (1, 2, 3, 5, 8, 15))
    inside = [token.tag for token in here.tokens if token.text[0].isalnum()]
    tags = "_".join(inside) if len(inside) <= FEW else f"long{inside[0]}"
    title, reached = int(is_title_like(here.text)), segment_reach(here)
    return [
        "NULL",
        f"Nlen={length}",
        f"Ntit={title}{length}",
        f"Npw={left}",
        f"Nnw={right}",
        f"Npt={tag}",
        f"Nend={here.ending}{here.beginning}",
        f"Nwhole={here.extent}{length}",
        f"Nbs={own}",
        f"Nptl={tag}{length}{here.beginning}",
        f"Nsing={int(here.segment.single and not here.reading.single_marks)}",
        f"Nlr={tag}_{here.right.tag if here.right else PARAGRAPH_END}{length}",
        f"Ntt={tag}{title}{here.ending}",
        f"Nclosed={int(here.segment.closed)}",
        f"Nnc={min(pairs, 3)}",
        f"Ncl={here.clause}{length}",
        f"Ntitled={_titled(here)}{title}",
        f"Nin={tags}{here.beginning}",
        f"Nit={tags}{tag}",
        f"Nlist={int(_listed(here.left))}{int(_listed(here.right))}{length}",
        f"Nwl={left}{length}{here.beginning}",
        f"Nnl={right}{length}{here.ending}",
        f"Nblock={here.reading.paragraphs[here.segment.paragraph].block}",
        f"Nrch={reached}{length}",
        f"Nrchc={reached}{here.clause}{here.beginning}",
        f"Nlk={bucket(max((site.cue.likelihood for site in here.sites if site.place == 'same'), default=0), LIKELY)}",
    ]


def _listed(token: Token | None) -> bool:
    """Whether a neighbour makes the segment one of several."""
    return token is not None and token.lower in ("and", "or", "/")


def _titled(here: Situation) -> int:
    """Whether a word like "show" or "titled" stands just before."""
    index = here.first.index
    return int(any(token.lower in TITLED for token in here.reading.tokens[max(0, index - 3) : index]))


def is_title_like(text: str) -> bool:
    """Whether few words, the longer ones all capitalised, begin with a capital."""
    words = [match.group() for match in WORD.finditer(text[:200])]
    return (
        0 < len(words) <= 8
        and words[0][0].isupper()
        and all(word[0].isupper() or word[0].isdigit() or len(word) <= 3 for word in words)
    )
