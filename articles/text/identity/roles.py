"""What the article says somebody is: words before the name, appositions after it, the noun before a comma."""

import re
from collections.abc import Sequence

from ..document import Role, Span
from ..reading import Reading
from ..tokens import Token
from . import organisations
from .entity import Entity
from .folding import fold, word_set
from .places import PEOPLES
from .runs import STATES, Named, Run
from .titles import HONORIFICS, KIN, MODIFIERS, POST_NOMINALS, is_human_noun, is_title, noun_gender

TRADE_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "ant", "ee", "smith", "wright")
LONGEST_ROLE = 40
SPOUSES = {"husband": "f", "wife": "m"}
"""The likely gender of somebody whose husband or wife is spoken of."""
BEFORE_TAGS = frozenset(("NN", "NNS", "JJ", "NNP", "CD", "POS", "DT", "PRP$", "VBN", "VBG"))
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
STOPS = frozenset((".", ";", ":", "—", "–", "--", "(", ")", "!", "?"))
STYLES = frozenset(("Hon", "Right", "Rt", "Most", "Very", "Rev", "Revd", "Reverend", "Honourable", "Honorable"))
"""Styles of address before which "the" belongs to the name."""
PARTICIPLES = word_set("""retired retiring disgraced sitting serving acting ranking presiding leading managing founding visiting reigning
    outgoing incoming deposed ousted jailed elected appointed convicted accused embattled leading departing defending exiled renowned celebrated
    distinguished registered undecided unelected qualified designated syndicated decorated seasoned trusted""")
"""Participles that describe an office or its holder."""
ABSTRACT = word_set("""approach change claim decision example fact figure idea move pattern point position possibility practice reference
    reminder result sign signal step""")
"""What an apposition with "a" may call all that was said before: "…, a sign of broad support"."""
AGE = re.compile(r"\d{1,3}")
HEAD_TAGS = frozenset(("NN", "NNP", "NNS"))
LINKING = frozenset(("who", "which", "that", "of", "for", "at", "in", "from", "with", "on", "to", "and"))


def collect(reading: Reading, run: Run, entity: Entity) -> None:
    """Give the entity the roles and role words that stand beside one of its runs."""
    tokens = reading.sentences[run.sentence].tokens
    base = tokens[0].index
    first, after, whole = run.first - base, run.after - base, run.whole - base
    _before(reading, tokens, whole, first, entity)
    _noun_before_comma(reading, tokens, whole, after, entity)
    after = _age(tokens, after, entity)
    _apposition(reading, tokens, after, entity)
    _copula(tokens, after, entity)
    _birth(tokens[after : after + 2], run, entity)
    relative = (
        tokens[after + 1 : after + 3]
        if after < len(tokens) and tokens[after].text == ","
        else tokens[after : after + 2]
    )
    placed = (
        whole > 0 and tokens[whole - 1].lower in PLACING and run.kind is not Named.PERSON
    )  # "a nurse in Torsk, who"
    if relative and relative[0].lower == "which" and tokens[after].text == ",":
        entity.hints["thing"] += 2
    if run.kind is not Named.PERSON and _is_team(tokens, whole, relative):
        entity.hints["thing"] += 3
        entity.role_words.update(TEAM)
    elif relative and relative[0].lower in ("who", "whose") and not placed:
        entity.hints["person"] += 2
        if relative[-1].lower in SPOUSES and relative[0].lower == "whose":
            entity.hints[SPOUSES[relative[-1].lower]] += 3


def _before(reading: Reading, tokens: Sequence[Token], whole: int, first: int, entity: Entity) -> None:
    """ "US President", "Pompeo's lawyer", "the striker"."""
    at = whole
    while (
        at > 0
        and whole - at < 12
        and tokens[at - 1].tag in BEFORE_TAGS
        and tokens[at - 1].segment == tokens[first].segment
    ):
        at -= 1
        if tokens[at].tag in ("DT", "PRP$"):
            break
    if at > 0 and tokens[at - 1].tag == "MD":
        return  # "would counsel Bell"
    while at < first and tokens[at].tag in ("POS", "DT"):
        at += 1
    words = _from_noun(tokens[at:first])
    while words and words[-1].text[:1].isupper() and fold(words[-1].text) in HONORIFICS:
        words = words[:-1]
    if not words:
        return
    head = words[-1]
    titled = any(_is_office(token) for token in (head, *tokens[max(at, whole) : first]))
    if entity.kind is not Named.PERSON and head.lower in organisations.NOUNS and first == whole:
        entity.role_words[head.lower] += 1
        entity.hints["thing"] += 3
        return
    if not (titled or is_human_noun(head.lower)) or head.tag in ("POS", "CD", "NNS"):
        return
    if len(words) == 1 and fold(head.text) in MODIFIERS:
        entity.learn(fold(head.text))
        return
    entity.hints["person"] += 3
    _give(reading, words, entity, heads=words)


def _is_office(token: Token) -> bool:
    """Whether a word is a title that says what somebody does: "Senator", "doctor"; not "Mr", "Dr"."""
    return is_title(token.text) and (token.text.islower() or fold(token.text) not in HONORIFICS)


def _from_noun(words: Sequence[Token]) -> Sequence[Token]:
    """The words without a participle that governs them: "Senator" of "including Senator"; "retired general" stays whole."""
    governs = (
        words
        and words[0].tag in ("VBG", "VBN")
        and words[0].text.isalpha()
        and words[0].text.islower()
        and words[0].lower not in PARTICIPLES
    )
    return words[1:] if governs else words


def _noun_before_comma(reading: Reading, tokens: Sequence[Token], whole: int, after: int, entity: Entity) -> None:
    """ "the firm's chief executive, Ann Bell", "a spokeswoman for the trust, Jo Hart", "the chair, the Hon Jo Hart"."""
    if whole > 2 and tokens[whole - 1].lower == "the" and tokens[whole].text in STYLES:
        whole -= 1
    if whole < 2 or tokens[whole - 1].text != ",":
        return
    before = tokens[whole - 2]
    start = phrase_before_comma(tokens, whole - 1)
    if start is None and entity.kind is not Named.PERSON and before.lower in organisations.NOUNS:
        entity.role_words[before.lower] += 1
        entity.hints["thing"] += 3
        return
    if start is None or _begins_clause(tokens, after) and start > 0 and tokens[start - 1].lower not in ("as", "the"):
        return
    entity.hints["person"] += 3
    words = tokens[start : whole - 1]
    plain = words[1:] if words[0].tag == "DT" and words[0].lower == "the" else words
    _give(reading, plain, entity, heads=plain)


def _begins_clause(tokens: Sequence[Token], after: int) -> bool:
    """Whether a verb follows a name, so that what stands before its comma is of another clause: "… to the mayor, Bell said"."""
    if after < len(tokens) and tokens[after].tag == "RB":
        after += 1
    return after < len(tokens) and tokens[after].tag in FINITE


def phrase_before_comma(tokens: Sequence[Token], comma: int) -> int | None:
    """Where a human noun phrase that ends at a comma begins, None if none does; it may hold "for X"."""
    at, head = comma - 1, None
    while at >= 0 and comma - at < 14:
        token = tokens[at]
        if (
            token.text in (",", ".", ";", ":", "(", ")")
            or token.tag in FINITE
            or token.tag in ("Q", "PRP", "TO", "CC", "VB")
        ):
            break
        if token.tag in ("NN", "NNP") and is_human_noun(token.lower) and _ends_noun(tokens, at, comma):
            head = at
        at -= 1
    if head is None:
        return None
    start = head
    while start > 0 and head - start < 10 and tokens[start - 1].tag in BEFORE_TAGS:
        start -= 1
        if tokens[start].tag in ("DT", "PRP$") or (tokens[start].lower in ("one", "another")):
            break
    return start


def _ends_noun(tokens: Sequence[Token], at: int, comma: int) -> bool:
    """Whether the noun at `at` is the head of its phrase: nothing nominal follows it."""
    following = tokens[at + 1]
    return at + 1 == comma or following.lower in LINKING or following.tag in ("IN", "VBN", "VBG")


def _age(tokens: Sequence[Token], after: int, entity: Entity) -> int:
    """Take ", 34," or "(34)" after a name; the position behind it."""
    if after + 1 < len(tokens) and tokens[after].text in (",", "(") and AGE.fullmatch(tokens[after + 1].text):
        closing = tokens[after + 2].text if after + 2 < len(tokens) else "."
        counted = after + 2 < len(tokens) and tokens[after + 2].tag in (
            "NN",
            "NNS",
            "JJ",
            "CD",
            "NNP",
        )  # "Torsk Mor, 90 acres"
        if closing in (",", ")", ".", "and", "from", "who") or (tokens[after].text == "," and not counted):
            entity.age = entity.age or tokens[after + 1].text
            entity.hints["person"] += 4
            return after + 2 + (closing == ")")
    return after


def _apposition(reading: Reading, tokens: Sequence[Token], after: int, entity: Entity) -> None:
    """ ", a Korea expert at the Centre for …" up to the next comma or full stop."""
    while after < len(tokens) and fold(tokens[after].text) in POST_NOMINALS:
        after += 1
    if after + 1 >= len(tokens) or tokens[after].text != ",":
        return
    at = after + 1
    end = at
    while end < len(tokens) and end - at < LONGEST_ROLE and tokens[end].text not in STOPS and tokens[end].tag != "Q":
        if tokens[end].text == "," or tokens[end].segment != tokens[after].segment:
            break
        end += 1
    head = _noun_head(tokens, at, end)
    if head is None:
        return
    words = tokens[at:end]
    person = is_human_noun(tokens[head].lower) or is_title(tokens[head].text)
    one_of_many = tokens[at].lower in ("a", "an")
    trade = tokens[head].lower.endswith(TRADE_ENDINGS) and tokens[head].lower not in organisations.NOUNS
    person = person or (
        one_of_many
        and tokens[head].lower not in ABSTRACT
        and (entity.kind is Named.PERSON or (entity.kind is Named.UNSURE and trade))
    )
    if not person:
        entity.hints["thing"] += tokens[head].tag == "NN" and tokens[at].tag == "DT"
        if tokens[head].lower in organisations.NOUNS:
            entity.role_words[tokens[head].lower] += 1
            entity.hints["thing"] += 3
        return
    if tokens[end - 1].tag in FINITE:
        return
    entity.hints["person"] += 3
    _give(reading, words, entity, heads=tokens[at : head + 1])


def _noun_head(tokens: Sequence[Token], at: int, end: int) -> int | None:
    """The head noun of the first base phrase in [at, end), None if it is none."""
    if (
        at >= end
        or tokens[at].lower == "whose"
        or tokens[at].tag not in ("DT", "PRP$", "NN", "JJ", "NNP", "CD", "RB", "VBN", "VBG")
    ):
        return None
    if tokens[at].tag in ("VBN", "VBG") and at + 1 < end and tokens[at + 1].tag in ("IN", "TO", "DT", "PRP$"):
        return None  # "called by the coroner"
    head = None
    for position in range(at, min(end, at + 14)):
        token = tokens[position]
        if token.tag in FINITE and position > at:
            return head if position > at + 1 and tokens[position - 1].lower == "who" else None
        if token.tag in HEAD_TAGS or is_human_noun(token.lower):
            head = position
        elif token.tag in ("IN", "WP", "WP$", "WDT", "CC", "TO") and head is not None:
            break
        elif token.tag in ("PRP",):
            return None
    return head


def _copula(tokens: Sequence[Token], after: int, entity: Entity) -> None:
    """ "Bell is a nurse": words only, nothing to print."""
    if (
        after + 1 < len(tokens)
        and tokens[after].lower in ("is", "was", "became", "'s")
        and tokens[after + 1].tag in ("DT", "PRP$", "NN")
    ):
        head = _noun_head(tokens, after + 1, min(len(tokens), after + 9))
        if head is not None and is_human_noun(tokens[head].lower):
            entity.hints["person"] += 2
            _learn(tokens[after + 1 : head + 1], entity)


def _birth(following: Sequence[Token], run: Run, entity: Entity) -> None:
    """ "Ann Mary Bell was born": the names somebody was given, not the one that somebody goes by."""
    if [token.lower for token in following] == ["was", "born"] and len(run.words) > 2:
        entity.at_birth.add(run.words)


def _give(reading: Reading, words: Sequence[Token], entity: Entity, *, heads: Sequence[Token]) -> None:
    """Note a role; "his wife" says nothing to who reads it elsewhere, but helps to find her again."""
    while len(words) > 1 and words[-1].tag in ("IN", "TO", "CC", "DT", "POS"):
        words = words[:-1]  # "host of the | “Morning Show”"
    span = Span(words[0].start, words[-1].end)
    text = " ".join(span.of(reading.text).split())
    if words[0].tag != "PRP$" and len(entity.roles) < 8 and all(role.text != text for role in entity.roles):
        entity.roles.append(Role(text, span))
    _learn(heads, entity)


def _learn(heads: Sequence[Token], entity: Entity) -> None:
    last = fold(heads[-1].text)
    if heads[0].tag == "PRP$" or any(token.tag == "POS" for token in heads):
        kin = [token for token in heads if token.lower in KIN]
        if kin:
            entity.hints[noun_gender(kin[-1].lower)] += 4
    for token in heads[-8:]:
        word = fold(token.text)
        if token.tag in ("NN", "NNP", "JJ", "CD") and (word not in HONORIFICS or word == last):
            entity.role_words[word] += 1 if word in PEOPLES else 0
            entity.learn(word)


def hint_from_place(reading: Reading, run: Run, entity: Entity) -> None:
    """What the words around a run say about its being a person or a thing."""
    tokens = reading.sentences[run.sentence].tokens
    before = run.whole - tokens[0].index - 1
    after = run.after - tokens[0].index
    previous = tokens[before].lower if before >= 0 else ""
    following = tokens[after] if after < len(tokens) else None
    attributive = following is not None and following.tag in ("NN", "NNS", "JJ", "NNP")
    if previous in ARTICLES and run.kind is not Named.PERSON and not attributive:
        entity.hints["thing"] += 2
    state = (
        following is not None and following.text == "," and after + 1 < len(tokens) and tokens[after + 1].text in STATES
    )
    resident = previous in ("of", "from") and before > 0 and tokens[before - 1].text == ","
    if run.kind is Named.UNSURE and _is_listed(tokens, before):
        entity.role_words["company"] += 1
        entity.hints["thing"] += 3
    elif (previous in PLACING and not attributive) or state or resident:
        entity.hints["thing"] += 2
        entity.hints["place"] += 1
    if run.kind is not Named.PERSON and _is_ground(tokens, before, run):
        entity.hints["thing"] += 4
    if previous in SAYING:
        entity.hints["person"] += 2
    if following is not None and following.lower in SAYING and previous != "the":
        entity.hints["person"] += 2


def _is_team(tokens: Sequence[Token], whole: int, relative: Sequence[Token]) -> bool:
    """ "Wealdshire, who have not won": a side, as British papers write of one."""
    many = (
        len(relative) == 2 and relative[0].lower == "who" and (relative[1].tag == "VBP" or relative[1].lower == "were")
    )
    return many and not (whole and tokens[whole - 1].lower in ("and", "or", ","))


def _is_listed(tokens: Sequence[Token], before: int) -> bool:
    """ "Shares in | Corvane", "investors in the grain handler | Bell Terminals": a company that can be bought."""
    at = before
    while at > 0 and before - at < TRADES and tokens[at].tag in ("NN", "JJ", "DT") and tokens[at].text[0].islower():
        at -= 1
    return at > 0 and tokens[at].lower in ("in", "of") and tokens[at - 1].lower in SHARES


def _is_ground(tokens: Sequence[Token], before: int, run: Run) -> bool:
    """ "the island of Torsk Mor", "the village was Lower Brath", "lives on Abbot Hill": a spot on the map."""
    if before < 0:
        return False
    previous = tokens[before].lower
    if before > 0 and previous in ("of", "is", "was") and tokens[before - 1].lower in GROUNDS:
        return True
    return previous in ON_GROUND and len(run.folded) > 1 and run.folded[-1] in GROUND_ENDINGS


GROUNDS = word_set("""island isle town village city port suburb hamlet parish county district province region borough township
    peninsula valley lake settlement neighbourhood neighborhood""")
ON_GROUND = word_set("in at on near from to through around outside up down along behind above below of")
GROUND_ENDINGS = word_set("""hill hills vale hall wood woods green common fields moor heath bay beach head point cross end gate
    terrace close crescent drive gardens grove mews quay wharf harbour mill farm""")
TEAM = ("team", "side", "club")
SHARES = word_set("shares share stake stakes stock shareholders investors investor shareholder takeover")
"""What there is in companies, or of them."""
TRADES = 4
"""Words that may say what sort of company it is."""
ARTICLES = frozenset(("the", "a", "an"))
PLACING = frozenset(("in", "at", "near", "across", "outside", "into"))
SAYING = word_set(
    "said says told added adds wrote asked insisted argued explained recalled replied admitted thinks believes hopes joked continued"
)
