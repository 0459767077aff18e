"""Whose words a document's are: who is named as its author beside it, or where it was spoken of before."""

from collections.abc import Mapping, Sequence
from itertools import takewhile

from ..mentions import Mention
from ..reading import Reading
from ..tokens import Token
from .antecedents import Trail
from .cast import Cast
from .entity import Entity
from .folding import fold, word_set
from .places import PEOPLES
from .runs import Named, Run
from .things import Things

OWNERS = frozenset(("by", "from", "of", "at"))
KEPT_ON = frozenset(("on", "in", "to"))
ACCOUNTS = word_set("page website site account feed blog channel newsletter bulletin app wall")
"""Where an organisation posts what it says."""
FAR = 160
"""Tokens looked back over for the document's first mention."""
BEHIND = 14
"""Tokens behind a document in which its author may be told."""
READERS = word_set("seen obtained leaked shown reviewed read received forwarded quoted reported")
"""What is done to documents by those who did not write them."""
CARRIERS = word_set("""sign placard banner poster voice diary entry caption t-shirt answer reply verdict words will notebook
    handwriting inscription caption testimony evidence account version view profile biography""")
"""What carries the words of whoever it belongs to."""
SIGNS = word_set("sign placard banner poster plaque card sticker t-shirt notice board slogan")
SENT = frozenset(
    ("sent", "sends", "wrote", "writes", "issued", "issues", "posted", "posts", "'s", "’s", "s'", "'", "’")
)
"""What stands between a sender and a letter."""
WRITTEN = frozenset(("sent", "written", "signed", "drafted", "penned"))
VERBAL = frozenset(("VBD", "VBZ", "VBP", "VBN", "MD"))
AUTHORED = 10
"""Tokens in which "to the cabinet by the head of services" comes to its "by"."""
RECORDS = word_set("note notes entry record diary log minute memo")
LETTERS = word_set("message email e-mail mail note letter statement post tweet memo text texts")
"""Documents that may be spoken of by each other's names."""


class Documents:
    """Brings documents without a name to their authors."""

    def __init__(self, reading: Reading, cast: Cast, trail: Trail, run_at: Mapping[int, Run], things: Things) -> None:
        self.reading = reading
        self.cast = cast
        self.trail = trail
        self.run_at = run_at
        self.things = things

    def author(self, tokens: Sequence[Token], mention: Mention, words: Sequence[Token]) -> Entity | None:
        """Whose a document is: of the organisation in the phrase, behind it, or that was told of it before."""
        inside = [run for token in words[:-1] if (run := self.run_at.get(token.index))]
        named = [self.cast.of[run.first] for run in inside if run.first in self.cast.of]
        named = [entity for entity in named if entity.kind is not Named.PLACE and not set(entity.words) <= PEOPLES]
        if named:
            return named[-1]
        letter = fold(words[-1].text) in LETTERS
        maker = (self._sent_by(tokens, mention.after) if letter else None) or self._maker(tokens, mention.after)
        maker = maker or self._told_by(tokens, mention.after) or self._host(tokens, mention.after)
        if maker is not None or words[0].lower not in ("the", "this", "that"):
            return maker
        return self._publisher(words) or self._told_before(words) or self._writer(words)

    def _maker(self, tokens: Sequence[Token], after: int) -> Entity | None:
        """ "… by the Institute", "… released by Ann Bell"; not "… seen by the Echo"."""
        at = after + (after < len(tokens) and tokens[after].text == ",")
        at = start = self._sender(tokens, at) or at
        while at + 1 < len(tokens) and at - start < 5 and tokens[at].tag in ("VBN", "RB", "JJ", "IN"):
            if tokens[at].lower in READERS:
                return None
            if tokens[at].lower in OWNERS:
                for position in range(at + 1, min(at + 5, len(tokens))):
                    run = self.run_at.get(tokens[position].index)
                    if run is not None:
                        return self.cast.of.get(run.first)
            at += 1
        return None

    def _sent_by(self, tokens: Sequence[Token], after: int) -> Entity | None:
        """ "The email, released by a watchdog, was sent at noon by Ann Bell": Ann Bell."""
        sent = next(
            (k for k in range(after, len(tokens)) if tokens[k].lower in WRITTEN and tokens[k].segment < 0), None
        )
        by = self._sender(tokens, sent) if sent is not None else 0
        if not by:
            return None
        near = takewhile(lambda token: token.lower != "to", tokens[by + 1 : by + BEHIND])
        found = (self.run_at.get(token.index) for token in near)
        runs = [run for run in found if run is not None]
        people = [run for run in runs if run.kind is Named.PERSON]
        return self.cast.of.get((people or runs)[0].first) if runs else None

    def _sender(self, tokens: Sequence[Token], at: int) -> int:
        """The position of "by" in "sent on Friday by the board", 0 if there is none."""
        if at >= len(tokens) or tokens[at].tag not in ("VBN", "VBD") or tokens[at].lower in READERS:
            return 0
        for position in range(at + 1, min(at + BEHIND, len(tokens))):
            if tokens[position].lower == "by" and tokens[position].segment < 0:
                return position
            if tokens[position].text == "," or tokens[position].tag in ("VBD", "VBZ", "VBP", "VBN"):
                return 0
        return 0

    def _told_by(self, tokens: Sequence[Token], after: int) -> Entity | None:
        """ "A report to the cabinet by the head of services, Jo Hart,": the first name behind "by"."""
        near = list(takewhile(lambda token: token.tag not in VERBAL and not token.quoted, tokens[after:]))
        by = next((k for k, token in enumerate(near[:AUTHORED]) if token.lower == "by"), 0)
        found = (self.run_at.get(token.index) for token in near[by + 1 : by + BEHIND]) if by else ()
        return next((self.cast.of.get(run.first) for run in found if run is not None), None)

    def _host(self, tokens: Sequence[Token], after: int) -> Entity | None:
        """ "a post on the club's page": the club."""
        page = next((k for k in range(after + 2, min(after + 7, len(tokens))) if tokens[k].lower in ACCOUNTS), None)
        if page is None or tokens[after].lower not in KEPT_ON:
            return None
        owner = next((k for k in range(after + 1, page) if tokens[k].tag == "POS"), None)
        if owner is None:
            return None
        run = self.run_at.get(tokens[owner - 1].index)
        if run is not None:
            return self.cast.of.get(run.first)
        return self.things.organisation(tokens[after + 1 : owner]) if owner - after > 2 else None

    def _publisher(self, words: Sequence[Token]) -> Entity | None:
        """The organisation that was named right beside a document of that sort before."""
        head = fold(words[-1].text)
        tokens = self.reading.tokens
        for place in reversed(self.things.before(words[0].index)):
            if place.entity.kind is Named.PLACE:
                continue
            after = place.index + len(place.entity.words)
            if head in LETTERS and not any(token.lower in SENT for token in tokens[after : after + 5]):
                continue
            if any(token.lower == head for token in tokens[place.index : after + 5]):
                return place.entity
            before = tokens[max(0, place.index - 6) : place.index]
            if any(token.lower in READERS for token in before):
                continue
            if any(token.lower == head for token in before) and any(token.lower in OWNERS for token in before):
                return place.entity
        return None

    def _told_before(self, words: Sequence[Token]) -> Entity | None:
        """The author told where the document was first spoken of: "a note in the hand of Ann Bell"."""
        head = fold(words[-1].text)
        kinds = RECORDS if head in RECORDS else {head}
        tokens = self.reading.tokens
        for index in range(words[0].index - 1, max(-1, words[0].index - FAR), -1):
            if tokens[index].lower not in kinds or tokens[index].quoted:
                continue
            owner = False
            for token in tokens[index + 1 : index + BEHIND]:
                if token.tag in ("VBD", "VBZ", "VBP", "Q") or token.lower in READERS:
                    break
                owner = owner or token.lower in ("by", "from", "hand")
                run = self.run_at.get(token.index) if owner else None
                if run is not None and run.first in self.cast.of and self.cast.of[run.first].kind is not Named.PLACE:
                    return self.cast.of[run.first]
        return None

    def _writer(self, words: Sequence[Token]) -> Entity | None:
        """Whoever spoke last, if it was through such a document: "Ann Bell wrote in an email. The message …"."""
        head, speaker = fold(words[-1].text), self.trail.speaker
        if speaker is None or speaker.phrase or words[0].paragraph - self.trail.speaker_paragraph > 1:
            return None
        sentence = self.reading.sentences[self.trail.last.get(id(speaker), words[0].sentence)]
        kinds = LETTERS if head in LETTERS else {head}
        through = any(
            token.lower in kinds and not token.quoted for token in sentence.tokens if token.index < words[0].index
        )
        return speaker if through else None
