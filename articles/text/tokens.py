"""Words and marks of a text, each with its place; nothing is normalised away."""

import re
from collections.abc import Iterator

ABBREVIATIONS = (
    "Mr|Mrs|Ms|Mx|Dr|Const|Cst|Supt|Insp|Det|Brig|Cdr|Ald|Cllr|Coun|Atty|Asst|Assoc|Smt|Shri|Adv|Revd|Ven|Alta|Ont|Que|Sask|Rs|Nos|Pvt|"
    "Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Sgt|Capt|Cpl|Maj|Cmdr|Adm|Rev|Hon|Prof|Fr|Msgr|St|Jr|Sr|No|"
    "Jan|Feb|Aug|Sept|Oct|Nov|Dec|Inc|Corp|Co|Ltd|Bros|vs|Fla|Va|Pa|Calif|Mass|Conn|Ariz|Ill|Ind|Mich|Minn|Mo|Nev|Ore|"
    r"Tenn|Tex|Wash|Wis|Ky|La|Md|Del|Ga|Ala|Ark|Colo|Kan|Neb|Okla|Wyo|a\.m|p\.m"
)

DAMAGE = r"(?:(?:(?<=[ÃÂ\x83])|(?<=A[\u0302\u0303]))(?:[\x80-\x9f\xa1-\xbf]|1⁄4))"
"""What follows "Ã" in a word whose accent was lost to a wrong encoding ("GarcÃ­a"), composed or not."""

GLOTTAL = r"[A-Z][a-zāēīōū]{0,15}+(?:(?<=[AEIOUaeiouāēīōū])['’‘ʻ][aeiouāēīōū][a-zāēīōū]{0,15}){1,3}(?:-[^\W_]{1,30})*\b"
"""A name with a glottal stop: "Mo'unga", "Fa'afetai"."""
# Every repetition either consumes what it scans or is bounded: the scan stays linear on hostile text.
TOKEN = re.compile(
    rf"""
      [A-Za-z]++(?=[ ,])                                                # most words; nothing below would make more of them
    | (?:https?://\S+ | (?<!\w)\w[\w.+-]{{0,63}}+@\w[\w.-]{{0,63}}\w | [@\#]\w+)  # address, mail, handle
    | (?:[A-Z]\.){{1,5}}(?=\W|$)                                        # U.S.
    | [A-Z]-(?:[A-Z][a-z]{{0,5}}\.){{1,3}}(?=\W|$)                       # R-Ga.
    | (?=[A-Zapv])(?:{ABBREVIATIONS})\.(?!\w)
    | \d[\d,.]{{0,15}}(?:-[^\W\d_]{{1,20}})+                            # 34-year-old
    | \d[\d,.:]{{0,30}}\d%?
    | \d%?
    | {GLOTTAL}(?:['’]s\b)?
    | (?:[ODLNM]['’](?=[A-Z]))?[^\W\d_]+(?:(?:[\u0300-\u036f]+|{DAMAGE})[^\W\d_]*)*(?:[-‐][^\W_]+)*(?:['’](?:s|S|re|ve|ll|d|m|t)\b)?
    | [^\W_]+
    | [\"“”„«»'‘’‚‹›`]{{6,}}                                            # a run of marks is no prose
    | (?<=\bin\s)['’]t(?=\s[A-Z]) | (?<=\bvan\s)['’]t(?=\s[A-Z])           # Sophie in 't Veld
    | ``|''|\.\.\.|--+
    | [^\w\s]{{16,}}
    | [^\s\w]
    | _+
    """,
    re.X,
)
CLITIC = re.compile(r"(n['’]t|['’](?:s|S|re|ve|ll|d|m))$")


class Token:
    """One word or mark; offsets count characters of the whole text, half-open.

    `segment` is the index of the quoted segment it lies in, -1 outside quotation marks.
    """

    __slots__ = ("end", "index", "lower", "paragraph", "position", "segment", "sentence", "start", "tag", "text")

    def __init__(self, text: str, start: int, end: int, paragraph: int) -> None:
        self.text = text
        self.lower = text.lower().replace("’", "'")
        self.start = start
        self.end = end
        self.paragraph = paragraph
        self.segment = -1
        self.sentence = self.position = self.index = 0
        self.tag = ""

    def __repr__(self) -> str:
        return f"{self.text}/{self.tag}"

    @property
    def quoted(self) -> bool:
        """Whether it stands inside quotation marks."""
        return self.segment >= 0


def tokenize(text: str, start: int, end: int, paragraph: int) -> Iterator[Token]:
    """The tokens of `text[start:end]`, clitics ('s, n't, 'll) apart from their word."""
    for match in TOKEN.finditer(text, start, end):
        word, (at, to) = match[0], match.span()
        clitic = CLITIC.search(word, to - at - 3) if to - at > 2 and ("'" in word or "’" in word) else None
        if clitic and clitic.start():
            cut = at + clitic.start()
            yield Token(word[: clitic.start()], at, cut, paragraph)
            yield Token(word[clitic.start() :], cut, to, paragraph)
        else:
            yield Token(word, at, to, paragraph)
