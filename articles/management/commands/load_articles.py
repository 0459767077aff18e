"""manage.py load_articles FILE…: articles from JSON Lines."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles.loading import Tally, load, rehearse
from articles.readers.json_lines import read_lines


class Command(BaseCommand):
    help = "Load articles from JSON Lines files: one article a line, only headline and body required."

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen and write nothing")

    def handle(self, *, files, dry_run, **options):
        for path in files:
            if not path.is_file():
                raise CommandError(f"There is no file {path}.")
        tally = Tally()
        for path in files:
            self._load(path, rehearse if dry_run else load, tally)
        self.stdout.write(str(tally) + (" (dry run: nothing written)" if dry_run else ""))
        if tally.problems:
            sys.exit(1)

    def _load(self, path, verb, tally):
        reported = len(tally.problems)
        with path.open("rb") as file, tqdm(total=path.stat().st_size, unit="B", unit_scale=True, disable=None) as bar:

            def done(line):
                bar.update(file.tell() - bar.n)

            verb(read_lines(iter(file.readline, b"")), origin=path.name, tally=tally, done=done)
        for number, sentence in tally.problems[reported:]:
            self.stderr.write(f"{path.name}, line {number}: {sentence}")
