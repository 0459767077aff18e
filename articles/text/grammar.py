"""The likely subject of a verb, by rules over tags: no parser, but the common shapes of news sentences."""

from collections.abc import Sequence
from dataclasses import dataclass

from .lexicon import AUXILIARIES, FINITE_TAGS, words
from .mentions import Mention, MentionKind
from .reading import Sentence
from .tokens import Token

RELATIVE = frozenset((MentionKind.WHO, MentionKind.WHICH, MentionKind.THAT))
NEVER_INVERTED = frozenset((MentionKind.OTHER_PRONOUN, MentionKind.THAT, MentionKind.DATE))
ATTACHING = frozenset(("of", "for", "in", "at", "from", "with", "on", "by", "to", "about", "against", "including"))
ASIDES = frozenset((",", "—", "–", "--", ")"))
NEARNESS = frozenset(("close", "near", "familiar", "next"))
FINITE_AUXILIARIES = frozenset(("is", "was", "are", "were", "has", "had", "have"))
DONE = words(
    """thanked praised met apologised apologized congratulated criticised criticized accused attacked welcomed visited hugged kissed
    joined greeted embraced consoled blamed mocked rejected dismissed condemned denounced defended urged invited asked told"""
)
"""What is done to whoever stands behind it, though words come with it: "he appeared, | thanked his wife and said"."""
BRACKETS = 8
"""Tokens that brackets after a name may take."""
FARTHEST = 40
MOST_TRIED = 3


@dataclass(slots=True)
class Subject:
    """The mention taken for a verb's subject, and by which rule."""

    mention: Mention | None
    rule: str


def chain_start(tokens: Sequence[Token], verb: Token) -> int:
    """Position of the first auxiliary or adverb of the verb's chain ("has repeatedly said")."""
    at = verb.position
    while at and tokens[at - 1].segment < 0 and _in_chain(tokens[at - 1]):
        at -= 1
    return at


def _in_chain(token: Token) -> bool:
    return token.tag in ("MD", "RB") or token.lower in AUXILIARIES or (token.tag == "TO" and token.lower == "to")


def subject_of(sentence: Sentence, verb: Token) -> Subject:
    """The likely subject of a verb or of "according" in its sentence; worked out once."""
    found = sentence.subjects.get(verb.position)
    if found is None:
        found = sentence.subjects[verb.position] = subject(sentence, verb)
    return found


def subject(sentence: Sentence, verb: Token, depth: int = 0) -> Subject:
    """`subject_of`, worked out anew; `depth` counts verbs whose subject was sought for this one."""
    tokens, start = sentence.tokens, chain_start(sentence.tokens, verb)
    ends, begins = sentence.ends, sentence.begins
    if verb.lower == "according":
        return Subject(begins.get(verb.position + 2), "according")
    aside = _past_aside(tokens, verb, start, ends)
    if aside:
        return Subject(aside, "aside")
    inverted = _inverted(tokens, verb, start, begins)
    if inverted:
        return Subject(inverted, "inverted")
    if start in ends:
        return _adjacent(tokens, ends, start, verb)
    if not start:
        return _imperative(sentence, verb)
    return _shared(sentence, verb, start, depth)


def _inverted(tokens: Sequence[Token], verb: Token, start: int, begins: dict[int, Mention]) -> Mention | None:
    """ "…," said Ann Lee: the verb right after quotation or comma, its subject right after the verb."""
    if verb.tag not in ("VBD", "VBZ", "VBP") or verb.position + 1 not in begins or start != verb.position:
        return None
    following = begins[verb.position + 1]
    if following.kind in NEVER_INVERTED:
        return None
    if _begins_clause(tokens, following.after):
        return None
    before = tokens[start - 1] if start else None
    quoted = before is not None and (before.segment >= 0 or before.tag == "Q")
    comma = before is not None and before.text == "," and start > 1 and tokens[start - 2].tag not in ("NNP",)
    comma = comma and (tokens[start - 2].segment >= 0 or tokens[start - 2].tag == "Q" or verb.lower not in DONE)
    return following if quoted or comma or before is None else None


def _says_clause(tokens: Sequence[Token], verb: Token) -> bool:
    """Whether a clause of its own follows the verb within a few words: "…”, said | the pier would …"."""
    return any(_begins_clause(tokens, at) for at in range(verb.position + 2, min(len(tokens), verb.position + 5)))


def _begins_clause(tokens: Sequence[Token], at: int) -> bool:
    """Whether what stands before token `at` is the subject of an auxiliary there: "said | the pier alone | would …"."""
    while at < len(tokens) and tokens[at].tag == "RB":
        at += 1
    return at < len(tokens) and (tokens[at].tag == "MD" or tokens[at].lower in FINITE_AUXILIARIES)


def _adjacent(tokens: Sequence[Token], ends: dict[int, Mention], start: int, verb: Token) -> Subject:
    """The noun phrase before the verb, or the one that it hangs on by prepositions."""
    mention = ends[start]
    if mention.kind in RELATIVE:
        return Subject(mention, "relative")
    if verb.tag == "VBG":
        return Subject(mention, "doing")
    climbed = _head(tokens, ends, mention)
    return Subject(climbed, "adjacent" if climbed is mention else "climbed")


def _head(tokens: Sequence[Token], ends: dict[int, Mention], mention: Mention) -> Mention:
    """ "a professor of law at the university" -> "a professor"."""
    for _ in range(6):
        at = mention.first - 1
        if at > 1 and tokens[at].lower in ("to", "with") and tokens[at - 1].lower in NEARNESS and at - 1 in ends:
            mention = ends[at - 1]
            continue
        end = _before_brackets(tokens, at)
        if at < 1 or end not in ends:
            break
        outer = ends[end]
        joined = tokens[at].lower == "and" and mention.kind not in (MentionKind.NAME, MentionKind.HUMAN)
        if joined and outer.first and tokens[outer.first - 1].lower in ATTACHING:
            mention = outer
            continue
        if tokens[at].lower not in ATTACHING or outer.kind in RELATIVE:
            break
        mention = outer
    return mention


def _before_brackets(tokens: Sequence[Token], at: int) -> int:
    """Where "Chen Li-hua" ends in "Chen Li-hua (陳麗華) | of the university", for the position of the "of"."""
    if at < 3 or tokens[at - 1].text != ")" or tokens[at].tag != "IN":
        return at
    return next((k for k in range(at - 2, max(0, at - BRACKETS), -1) if tokens[k].text == "("), at)


def _past_aside(tokens: Sequence[Token], verb: Token, start: int, ends: dict[int, Mention]) -> Mention | None:
    """ "Ann Lee, who runs the shop, said": the noun phrase before the aside."""
    if start < 3 or verb.tag == "VBG" or tokens[start - 1].text not in ASIDES:
        return None
    if tokens[start - 2].segment >= 0 and not _says_clause(tokens, verb):
        return None
    mark = tokens[start - 1].text
    opening = "(" if mark == ")" else mark
    for at in range(start - 2, max(-1, start - FARTHEST), -1):
        if tokens[at].text == opening and at in ends and tokens[at].segment < 0:
            return None if tokens[at + 1].tag == "CC" else _head(tokens, ends, ends[at])
    return None


def _shared(sentence: Sentence, verb: Token, start: int, depth: int) -> Subject:
    """The subject of the finite verb before: "…, saying", "he left and said"."""
    if depth > 3:
        return Subject(None, "none")
    tokens, tried = sentence.tokens, 0
    for at in range(start - 1, max(-1, start - FARTHEST), -1):
        token = tokens[at]
        if token.segment < 0 and token.tag in FINITE_TAGS and not _is_relative(tokens, at):
            found = subject(sentence, token, depth + 1)
            if found.mention is not None and found.rule != "relative":
                return Subject(found.mention, "shared" + ("g" if verb.tag == "VBG" else ""))
            tried += 1
            if tried == MOST_TRIED:
                break
    return Subject(None, "none")


def main_subject(sentence: Sentence, verb: Token) -> Mention | None:
    """The subject of the sentence's first finite verb before `verb`, relative clauses left out; worked out once."""
    if verb.position not in sentence.mains:
        sentence.mains[verb.position] = _main_subject(sentence, verb)
    return sentence.mains[verb.position]


def _main_subject(sentence: Sentence, verb: Token) -> Mention | None:
    tokens = sentence.tokens
    for at in range(max(0, verb.position - FARTHEST), verb.position):
        token = tokens[at]
        if token.segment < 0 and token.tag in FINITE_TAGS and not _is_relative(tokens, at):
            return subject_of(sentence, token).mention
    return None


def _is_relative(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].lower in ("who", "which", "that")


def _imperative(sentence: Sentence, verb: Token) -> Subject:
    """A participle at the beginning belongs to the subject of the main verb after it."""
    if verb.tag not in ("VBG", "VBN"):
        return Subject(None, "none")
    for mention in sentence.mentions:
        after = mention.after
        if (
            mention.first > verb.position + 1
            and after < len(sentence.tokens)
            and sentence.tokens[after].tag in FINITE_TAGS
        ):
            return Subject(mention, "participle")
    return Subject(None, "none")
