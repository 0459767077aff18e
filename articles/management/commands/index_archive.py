"""manage.py index_archive: both search indexes anew, beside the live ones."""

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles import indexing
from articles.management.tables import require_tables


class Command(BaseCommand):
    help = "Make the search indexes anew beside the live ones and switch to them; readers notice nothing."

    def handle(self, **options):
        require_tables()
        try:
            made = indexing.rebuild(progress=lambda rows, of: tqdm(rows, desc=of, unit="", disable=None))
        except indexing.Busy:
            raise CommandError("Another process makes the index anew just now.") from None
        self.stdout.write(f"{made['articles']} articles and {made['quotes']} quotes indexed")
