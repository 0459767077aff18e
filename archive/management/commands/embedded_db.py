"""manage.py embedded_db: what to do with the database server that the archive brings."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from psycopg.pq import Ping

from archive.postgres.binaries import installed
from archive.postgres.cluster import SUPERUSER
from archive.postgres.errors import EmbeddedPostgresError
from archive.postgres.place import PORT

STATES = {Ping.OK: "running", Ping.REJECT: "starting or stopping", Ping.NO_RESPONSE: "stopped"}


class Command(BaseCommand):
    help = "The embedded database server: its status, its address, a prompt, a dump to keep, and how to stop it."
    requires_system_checks = []

    def add_arguments(self, parser):
        actions = parser.add_subparsers(dest="action", required=True)
        actions.add_parser("status", help="whether it runs, and where its data is")
        actions.add_parser("stop", help="stop it; the next command that needs it starts it again")
        actions.add_parser("url", help="its address, as DATABASE_URL has it")
        actions.add_parser("psql", help="PostgreSQL's own prompt")
        dump = actions.add_parser("dump", help="write all of it to a file that pg_restore reads")
        dump.add_argument("file", type=Path, help="where to; - is standard output")

    def handle(self, *, action, **options):
        if connection.settings_dict["ENGINE"] != "archive.postgres":
            raise CommandError("DATABASE_URL is set: this archive uses that server, and no embedded one.")
        self.cluster = connection.cluster
        try:
            getattr(self, action)(**options)
        except EmbeddedPostgresError as problem:
            raise CommandError(str(problem)) from None

    def status(self, **options):
        self.stdout.write(f"{STATES[self.cluster.state()]}, data in {self.cluster.data}")

    def stop(self, **options):
        self.stdout.write("Stopped." if self.cluster.stop() else "It was not running.")

    def url(self, **options):
        self.cluster.ensure()
        where = quote(str(self.cluster.socket), safe="")
        self.stdout.write(f"postgresql://{SUPERUSER}@{where}:{PORT}/{connection.settings_dict['NAME']}")

    def psql(self, **options):
        connection.ensure_connection()
        connection.close()
        call_command("dbshell")

    def dump(self, *, file, **options):
        connection.ensure_connection()
        connection.close()
        command = [installed() / "pg_dump", "--format=custom", "--no-owner", "--host", self.cluster.socket]
        command += ["--port", str(PORT), "--username", SUPERUSER, connection.settings_dict["NAME"]]
        if str(file) == "-":
            sys.exit(subprocess.run(command).returncode)
        unfinished = file.with_name(f"{file.name}.{os.getpid()}")
        try:
            if subprocess.run([*command, "--file", unfinished]).returncode:
                raise CommandError(f"Nothing was written to {file}.")
            unfinished.replace(file)
        finally:
            unfinished.unlink(missing_ok=True)
