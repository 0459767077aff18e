"""manage.py export_archive FILE: the whole archive in one file."""

import os
import sys
from pathlib import Path

from django.core.management.base import BaseCommand
from tqdm import tqdm

from articles import archiving
from articles.management.tables import require_tables


class Command(BaseCommand):
    help = "Write the whole archive, decisions, history and accounts included, to one file of JSON Lines."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE", help="where to; - is standard output")

    def handle(self, *, file, **options):
        require_tables()
        if str(file) == "-":
            archiving.export(sys.stdout.buffer)
            return
        unfinished = file.with_name(f"{file.name}.{os.getpid()}")
        try:
            handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with open(handle, "wb") as target, tqdm(desc="rows", unit="", disable=None) as bar:
                counts = archiving.export(target, done=bar.update)
            unfinished.replace(file)
        finally:
            unfinished.unlink(missing_ok=True)
        self.stdout.write(f"{counts.total():,} rows, {counts['articles.article']:,} articles, written to {file}")
