"""manage.py load_articles FILE…: articles from files of any format the archive reads."""

import argparse
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles.duplicates import Twins
from articles.loading import Tally, load, rehearse
from articles.management.tables import require_tables
from articles.readers import read
from articles.readers.columns import FIELDS


def columns(said: str) -> dict[str, str]:
    """The mapping of "Titel=headline,Text=body"; raises `ArgumentTypeError` with the sentence."""
    pairs = dict(pair.rpartition("=")[::2] for pair in said.split(","))
    unknown = sorted(set(pairs.values()) - set(FIELDS))
    if unknown or not all(pairs):
        raise argparse.ArgumentTypeError(f"say COLUMN=FIELD,COLUMN=FIELD…; fields are {', '.join(FIELDS)}")
    return pairs


class Command(BaseCommand):
    help = (
        "Load articles from files: text, web pages, CSV, TSV, XLSX, JSON Lines, JSON Feed, ninjs, RSS, Atom, RDF, "
        "NITF, NewsML, WordPress exports, and zip files of these. The format is told from the content."
    )

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen and write nothing")
        parser.add_argument(
            "--columns", type=columns, help="what columns of other names hold: Titel=headline,Text=body"
        )

        parser.add_argument(
            "--twins",
            type=Twins,
            choices=list(Twins),
            default=Twins.KEEP,
            help="a new article with nearly the text of a stored one: keep it as another version of the story, "
            "skip it, or update the one of the same publication",
        )

    def handle(self, *, files, dry_run, columns, twins, **options):
        require_tables()
        for path in files:
            if not path.is_file():
                raise CommandError(f"There is no file {path}.")
        tally = Tally()
        for path in files:
            self._load(path, rehearse if dry_run else load, tally, columns, twins)
        for sentence, count in tally.left.most_common():
            self.stdout.write(f"{count} left out: {sentence}")
        self.stdout.write(str(tally) + (" (dry run: nothing written)" if dry_run else ""))
        if tally.problems:
            sys.exit(1)

    def _load(self, path, verb, tally, columns, twins):
        reported = len(tally.problems)
        with path.open("rb") as file, tqdm(total=path.stat().st_size, unit="B", unit_scale=True, disable=None) as bar:

            def done(item):
                bar.update(max(0, file.tell() - bar.n))

            verb(read(file, columns=columns), name=path.name, tally=tally, done=done, twins=twins)
        for sentence in tally.problems[reported:]:
            self.stderr.write(sentence)
