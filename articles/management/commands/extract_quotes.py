"""Print the quotes of text files, one JSON line a file."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles.management.tables import require_tables
from articles.text import extract
from articles.text.as_json import extraction_as_json
from articles.text.explain import explanations


class Command(BaseCommand):
    help = "Print the quotes of UTF-8 text files as JSON, one line a file. Offsets count characters of the file."
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="*", metavar="FILE", help="a text file; - is standard input")
        parser.add_argument(
            "--all", action="store_true", help="instead: read every article of the archive again, after an upgrade"
        )
        parser.add_argument("--explain", action="store_true", help="print the candidates of each quotation and why")

    def handle(self, *, files: list[str], all: bool, explain: bool, **options: Any) -> None:
        if bool(files) == all:
            raise CommandError("Name text files, or give --all to read the archive again.")
        if all:
            require_tables()
            self.read_archive_again()
        for name in files:
            text = read_text(name)
            found = {"explained": list(explanations(text))} if explain else extraction_as_json(extract(text))
            row = {"id": "-" if name == "-" else Path(name).stem, **found}
            self.stdout.write(json.dumps(row, ensure_ascii=False))

    def read_archive_again(self) -> None:
        from articles.reextraction import reextract, waiting  # here: files need no database

        count = waiting()
        with tqdm(total=count, unit="article", disable=None) as bar:
            changes = reextract(done=lambda article: bar.update())
        self.stdout.write(f"{count} articles read again: {changes}")


def read_text(name: str) -> str:
    """The text of a file, newlines untouched; CommandError with a sentence if it can't be read."""
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return data.decode("utf-8")
    except OSError as error:
        raise CommandError(f"{name}: cannot be read ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise CommandError(f"{name}: is not UTF-8 text.") from error
