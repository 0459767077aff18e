"""A copy of a corpus in which the people have other names: does the resolver know people or names?

    python -m benchmarks.swap_names CORPUS OUT --speakers SPEAKERS.json [--seed 1]

CORPUS holds text/ID.txt and attributions/ID_ANNOTATOR.ann (brat stand-off). OUT gets the same with every person's
given names and surname replaced by random ones of several name cultures, one replacement a name for the whole corpus,
and all offsets shifted; OUT/speakers.json is the speakers file rewritten the same way. Same seed, same result.
"""

import argparse
import json
import random
import re
from bisect import bisect_left
from collections.abc import Iterable
from pathlib import Path

from articles.text.identity.given_names import FAMILY_FIRST, MEN, WOMEN, gender_of, is_given
from articles.text.identity.runs import PARTICLES, Named, runs
from articles.text.identity.titles import HONORIFICS
from articles.text.reading import read

CULTURES = {
    "Nigerian": (
        "Chidi Emeka Tunde Segun Obinna Femi Ikenna Babajide",
        "Ngozi Amara Folake Yetunde Chioma Ifeoma Bukola Adaeze",
        "Okafor Adeyemi Balogun Nwosu Eze Olawale Ibekwe Akintola Danjuma Uzodike",
    ),
    "Polish": (
        "Marek Tomasz Wojciech Zbigniew Krzysztof Andrzej",
        "Agnieszka Katarzyna Zofia Dorota Halina Bożena",
        "Kowalczyk Wiśniewski Mazur Grabowski Nowicki Szczepański Wróbel Zieliński Pawlak",
    ),
    "Indian": (
        "Arvind Suresh Harish Dinesh Pranav Venkatesh",
        "Lakshmi Sunita Kavitha Anjali Meenakshi Rukmini",
        "Chaudhary Iyengar Mukherjee Raghunathan Deshpande Kulkarni Bhandari Nambiar Saxena",
    ),
    "Irish": (
        "Fergal Cormac Diarmuid Tadhg Eoghan Colm",
        "Niamh Gráinne Sorcha Aoife Bríd Deirdre",
        "O’Halloran MacCarthaigh Geraghty O’Shaughnessy Mulcahy Tierney McGlinchey",
    ),
    "Dutch": (
        "Joost Maarten Wouter Sjoerd Pieter Bram",
        "Marijke Femke Anneke Liesbeth Saskia Hanneke",
        "Brouwer Hoekstra Zijlstra Terpstra Dijkhuizen Veenstra Bruinsma Wiersma",
    ),
    "Maori": (
        "Wiremu Hemi Tane Rangi Hohepa Tamati",
        "Mereana Aroha Ngaire Hinemoa Marama Anahera",
        "Paewai Tamihana Rewiti Parata Ngata Karaka Tipene Wharerau",
    ),
    "Spanish": (
        "Ramiro Gonzalo Ignacio Fermín Joaquín Esteban",
        "Consuelo Pilar Inés Rocío Maite Dolores",
        "Quintana Echeverría Villalobos Zamora Arrieta Izquierdo Cifuentes Labrador",
    ),
    "Turkish": (
        "Kemal Orhan Serkan Tolga Emre Cengiz",
        "Ayşe Zeynep Elif Gülsen Nermin Sevgi",
        "Yıldırım Özdemir Karaca Demirtaş Aksoy Koçak Erdinç Tunalı",
    ),
}
EAST_ASIAN = (
    "Han Seo Baek Moon Jung Kwon Lin Zhou Fang Tsai",
    "Seung-ho Mi-rae Sang-hun Ji-won Mei-ling Wen-hao Jia-hui Tae-yang",
)
UNTOLD = "Anbu Thulani Xolile Ezgin Siaosi Kahurangi Sefo Duygun Olamide Tsitsi"
"""Given names for people whose own doesn't tell the resolver their gender: neither should the new one."""
COMMON_WORDS = frozenset(
    [
        "will",
        "mark",
        "bill",
        "grant",
        "rich",
        "art",
        "jack",
        "rob",
        "pat",
        "chuck",
        "drew",
        "may",
        "april",
        "june",
        "rose",
        "hope",
        "faith",
        "grace",
        "joy",
        "chance",
        "christian",
        "chase",
        "sue",
    ]
)
"""Given names that are replaced before another name only."""
WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


class Swapper:
    """Random but steady replacements of given names and surnames."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.given: dict[str, str] = {}
        self.family: dict[str, str] = {}

    def add(self, name: str) -> None:
        """Choose replacements for the words of a person's full name."""
        words = [word for word in name.split() if WORD.search(word)]
        words = [word for word in words if word.strip(".,").lower() not in HONORIFICS | {"jr", "sr", "ii", "iii", "iv"}]
        if len(words) < 2:
            return
        first, rest = (
            words[0],
            [word for word in words[1:] if len(word.strip(".")) > 1 and word.lower() not in PARTICLES],
        )
        if first.lower() in FAMILY_FIRST and first.lower() not in MEN | WOMEN:
            self._choose(self.family, first, EAST_ASIAN[0].split())
            for word in rest:
                self._choose(self.given, word, EAST_ASIAN[1].split())
            return
        culture = CULTURES[self.random.choice(sorted(CULTURES))]
        gender = gender_of(first)
        pool = culture[0] if gender == "m" else culture[1] if gender == "f" else UNTOLD
        self._choose(self.given, first, pool.split())
        for word in rest:
            self._choose(self.family, word, culture[2].split())

    def _choose(self, table: dict[str, str], word: str, pool: list[str]) -> None:
        """A given name may be drawn again, a surname only joined to another by a hyphen."""
        key = word.strip(".,")
        if key in table or not key[:1].isupper():
            return
        if table is self.given:
            table[key] = self.random.choice(pool)
            return
        used = set(table.values())
        fresh = [name for name in pool if name not in used]
        while not fresh:
            joined = "-".join(self.random.sample([name for name in pool if "’" not in name], 2))
            fresh = [joined] if joined not in used else []
            pool = [*pool, *(name for culture in CULTURES.values() for name in culture[2].split())]
        table[key] = self.random.choice(fresh)

    def edits(self, text: str, names: Iterable[str]) -> list[tuple[int, int, str]]:
        """(start, end, replacement) in order for all words of these people's names."""
        words = {word.strip(".,") for name in names for word in name.split() if word[:1].isupper()}
        found = []
        for match in WORD.finditer(text):
            word, cut = match.group(), match.end()
            plain = re.sub(r"[’'](?:s|S)$", "", word)
            cut -= len(word) - len(plain)
            key = plain if plain in words else plain.capitalize() if plain.isupper() and len(plain) > 3 else ""
            if key not in words:
                continue
            new = self.family.get(key) or (self.given.get(key) if self._is_name(text, key, cut) else None)
            if new:
                found.append((match.start(), cut, new.upper() if plain.isupper() and len(plain) > 3 else new))
        return found

    def _is_name(self, text: str, key: str, end: int) -> bool:
        return key.lower() not in COMMON_WORDS or text[end + 1 : end + 2].isupper()

    def renamed(self, name: str, names: Iterable[str]) -> str:
        """A name or description with the same replacements."""
        return _apply(name, self.edits(name, names))


def _apply(text: str, edits: list[tuple[int, int, str]]) -> str:
    parts, at = [], 0
    for start, end, new in edits:
        parts += [text[at:start], new]
        at = end
    return "".join([*parts, text[at:]])


def _shift(edits: list[tuple[int, int, str]]):
    """A function from offsets of the old text to offsets of the new; inside a replaced word its edges."""
    ends = [end for _, end, _ in edits]
    grown, total = [0], 0
    for start, end, new in edits:
        total += len(new) - (end - start)
        grown.append(total)

    def moved(offset: int) -> int:
        k = bisect_left(ends, offset)
        if k < len(edits) and edits[k][0] < offset < edits[k][1]:
            return min(offset + grown[k], edits[k][0] + grown[k] + len(edits[k][2]))
        if k < len(edits) and offset == edits[k][1]:
            return offset + grown[k + 1]
        return offset + grown[k]

    return moved


def _annotation(line: str, moved, text: str) -> str:
    fields = line.split("\t")
    if not re.match(r"T\d+$", fields[0]) or len(fields) < 2:
        return line
    label, spans = fields[1].split(" ", 1)
    pairs = [tuple(map(moved, map(int, pair.split()))) for pair in spans.split(";")]
    covered = " ".join(text[start:end].replace("\n", " ") for start, end in pairs)
    return "\t".join([fields[0], f"{label} " + ";".join(f"{start} {end}" for start, end in pairs), covered])


def people(text: str) -> list[str]:
    """Full names that begin with a common given name, as printed in a text."""
    found = {
        run.words
        for run in runs(read(text))
        if run.kind is Named.PERSON and 1 < len(run.words) < 5 and is_given(run.words[0])
    }
    return sorted(" ".join(words) for words in found)


def swap(corpus: Path, out: Path, speakers: dict[str, list[dict]], seed: int) -> int:
    """Write the renamed corpus; the number of articles."""
    texts = {path.stem: path.read_bytes().decode() for path in sorted((corpus / "text").glob("*.txt"))}
    quoted = {
        name
        for rows in speakers.values()
        for row in rows
        if row["kind"] == "person"
        for name in [row["speaker"], *row["aliases"]]
    }
    cast = {stem: people(text) for stem, text in texts.items()}
    swapper = Swapper(seed)
    for name in sorted(quoted | {name for names in cast.values() for name in names}):
        swapper.add(name)
    for folder in ("text", "attributions"):
        (out / folder).mkdir(parents=True, exist_ok=True)
    renamed: dict[str, list[dict]] = {}
    for stem, text in texts.items():
        own = [row["speaker"] for row in speakers.get(stem, []) if row["kind"] == "person"]
        names = {*cast[stem], *own, *(name for name in quoted if name.split()[-1] in text)}
        edits = swapper.edits(text, names)
        moved, new = _shift(edits), _apply(text, edits)
        (out / "text" / f"{stem}.txt").write_bytes(new.encode())
        for path in (corpus / "attributions").glob(f"{stem}_*.ann"):
            lines = path.read_text(encoding="utf-8").split("\n")
            (out / "attributions" / path.name).write_text(
                "\n".join(_annotation(line, moved, new) for line in lines), encoding="utf-8"
            )
        if stem in speakers:
            renamed[stem] = [_row(row, moved, swapper, names) for row in speakers[stem]]
    (out / "speakers.json").write_text(json.dumps(renamed, ensure_ascii=False, indent=1), encoding="utf-8")
    return len(texts)


def _row(row: dict, moved, swapper: Swapper, names: Iterable[str]) -> dict:
    speaker = row["speaker"] and swapper.renamed(row["speaker"], names)
    aliases = [swapper.renamed(alias, names) for alias in row["aliases"]]
    return {**row, "start": moved(row["start"]), "end": moved(row["end"]), "speaker": speaker, "aliases": aliases}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--speakers", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    speakers = json.loads(options.speakers.read_text(encoding="utf-8"))
    print(f"{swap(options.corpus, options.out, speakers, options.seed)} articles renamed into {options.out}")


if __name__ == "__main__":
    main()
