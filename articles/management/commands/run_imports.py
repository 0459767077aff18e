"""manage.py run_imports: do what imports wait for, in this process."""

from django.core.management.base import BaseCommand

from articles import importing
from articles.management.tables import require_tables


class Command(BaseCommand):
    help = "Do all that imports of the admin page wait for: read, store, take back. The server does so by itself."

    def handle(self, **options):
        require_tables()
        self.stdout.write(f"{importing.work()} pieces done")
