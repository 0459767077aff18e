"""manage.py move_archive DATABASE_URL: the archive taken to another PostgreSQL server."""

import os
import subprocess
import sys
from tempfile import TemporaryDirectory

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    help = "Copy the whole archive into an empty database of another server, and say how to go on with that one."

    def add_arguments(self, parser):
        parser.add_argument("url", metavar="DATABASE_URL", help="postgresql://user:password@host/database")

    def handle(self, *, url, **options):
        with TemporaryDirectory(dir=settings.DATA_DIR) as folder:
            file = os.path.join(folder, "archive.jsonl")
            call_command("export_archive", file, stdout=self.stdout)
            self._there(url, "migrate", "--no-input", "--verbosity=0")
            self._there(url, "import_archive", file)
        self.stdout.write("The archive is there. Put this into .env, and start it:\n  DATABASE_URL=" + url)

    def _there(self, url, *arguments):
        command = [sys.executable, str(settings.BASE_DIR / "manage.py"), *arguments]
        done = subprocess.run(command, env={**os.environ, "DATABASE_URL": url}, capture_output=True, text=True)
        if done.returncode:
            said = done.stderr.strip().splitlines() or ["it says nothing"]
            raise CommandError(f"The other server did not take it: {said[-1]}")
