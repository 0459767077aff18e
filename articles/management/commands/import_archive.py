"""manage.py import_archive FILE: what export_archive wrote, read back."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles import archiving
from articles.management.tables import require_tables


class Command(BaseCommand):
    help = "Read an archive that export_archive wrote into an empty one. Accounts become those of the file."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE", help="from where; - is standard input")
        parser.add_argument("--replace", action="store_true", help="lose the articles that are here")

    def handle(self, *, file, replace, **options):
        require_tables()
        if str(file) != "-" and not file.is_file():
            raise CommandError(f"There is no file {file}.")
        with tqdm(desc="rows", unit="", disable=None) as bar:
            try:
                counts = self._restore(file, replace, bar.update)
            except archiving.NotRestored as problem:
                raise CommandError(str(problem)) from None
        self.stdout.write(f"{counts.total():,} rows, {counts['articles.article']:,} articles, read")

    def _restore(self, file, replace, done):
        if str(file) == "-":
            return archiving.restore(sys.stdin.buffer, replace=replace, done=done)
        with file.open("rb") as source:
            return archiving.restore(source, replace=replace, done=done)
