"""manage.py serve: the archive, ready to be read, at an address."""

from __future__ import annotations

import contextlib
import ipaddress
import os
import signal
import socket
import sys
import time
from collections.abc import Iterator

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connection, connections
from tqdm import tqdm

from archive.postgres.cluster import Cluster
from archive.postgres.errors import EmbeddedPostgresError
from archive.preparation import collect_static_files, make_first_editor, samples_wanted, search_works
from archive.server import AddressUnusable, ArchiveServer, PortImpossible, check_address, in_url
from articles import indexing

FAREWELL = 2  # seconds
SAMPLES = settings.BASE_DIR / "fixtures" / "articles.jsonl"


class Command(BaseCommand):
    help = "Serve the archive: makes what is missing (database, static files, an editor's account), then listens."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--host", default="127.0.0.1", help="address to listen at (default: this machine only)")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--no-samples", action="store_true", help="leave an empty archive empty")

    def handle(self, *, host, port, no_samples, **options):
        if settings.DEBUG:
            raise CommandError("DEBUG shows readers the inside of the archive: unset it, or use manage.py runserver.")
        try:
            check_address(host, port)
        except (AddressUnusable, PortImpossible) as problem:
            raise CommandError(str(problem)) from None
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        settings.ALLOWED_HOSTS += [name for name in names_of(host) if name not in settings.ALLOWED_HOSTS]
        with contextlib.suppress(KeyboardInterrupt), embedded_server():
            self._prepare(no_samples=no_samples)
            connections.close_all()
            ArchiveServer(host=host, port=port, ready=lambda: self._greet(host, port)).run()

    def _prepare(self, *, no_samples):
        try:
            call_command("migrate", interactive=False, verbosity=0)
        except OperationalError as problem:
            raise CommandError(f"The database cannot be used: {problem}") from None
        collect_static_files()
        if not no_samples:
            self._load_samples()
        if not search_works():
            self.stdout.write("Making the search index …")
            with contextlib.suppress(indexing.Busy):
                indexing.rebuild(progress=lambda rows, of: tqdm(rows, desc=of, unit="", disable=None))
        indexing.drain()
        if editor := make_first_editor():
            self.stdout.write(f"\nAn editor's account was made. It is shown this once:\n    name      {editor.name}")
            self.stdout.write(f"    password  {editor.password}")
            self.stdout.flush()

    def _load_samples(self):
        with samples_wanted() as wanted:
            if wanted:
                self.stdout.write("Loading the sample articles …")
                call_command("load_articles", SAMPLES)

    def _greet(self, host, port):
        address = f"http://{in_url(host)}:{port}/"
        self.stdout.write(f"\nThe archive is at {address}\nEditors work at {address}admin/")
        self.stdout.write(f"Its data is in {settings.DATA_DIR}, its database in {where_rows_are()}")
        self.stdout.write("Another account: python3 manage.py createsuperuser")
        self.stdout.write("A forgotten password: python3 manage.py changepassword NAME")
        self.stdout.write("Ctrl-C stops it.")
        self.stdout.flush()


@contextlib.contextmanager
def embedded_server() -> Iterator[None]:
    """Stop the embedded database server at the end, unless others still use it."""
    if connection.settings_dict["ENGINE"] != "archive.postgres":
        yield
        return
    we = os.getpid()
    try:
        connection.cluster.ensure()
    except EmbeddedPostgresError as problem:
        raise CommandError(str(problem)) from None
    try:
        yield
    finally:
        if os.getpid() == we:  # and not gunicorn's worker, which leaves by the same way
            connections.close_all()
            if clients_stay(connection.cluster):
                print("The database stays for what else uses it; manage.py embedded_db stop ends it.", flush=True)
            else:
                connection.cluster.stop()


def clients_stay(cluster: Cluster) -> bool:
    """Whether others use the database; connections of our own that just ended are waited for."""
    deadline = time.monotonic() + FAREWELL
    while cluster.clients():
        if time.monotonic() > deadline:
            return True
        time.sleep(0.05)
    return False


def where_rows_are() -> str:
    """The folder of the embedded server, or the name of the one that DATABASE_URL gives."""
    database = connection.settings_dict
    return str(database.get("EMBEDDED_DATA_DIR") or f"{database['NAME']} of {database['HOST'] or 'this machine'}")


def names_of(host: str) -> list[str]:
    """The names by which browsers may ask for an archive that listens at `host`."""
    try:
        everywhere = ipaddress.ip_address(host).is_unspecified
    except ValueError:
        everywhere = False
    if not everywhere:
        return [in_url(host)]
    name = socket.gethostname()
    with contextlib.suppress(OSError):
        return [name, socket.getfqdn(), *{in_url(found[4][0]) for found in socket.getaddrinfo(name, None)}]
    return [name]
