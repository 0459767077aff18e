"""manage.py embedded_db, as a keeper types it."""

from __future__ import annotations

import os
import subprocess
import sys

import psycopg
import pytest

from archive.postgres.binaries import installed
from archive.postgres.cluster import Cluster, Ping
from tests.clusters import CHECKOUT, open_folder


@pytest.fixture(scope="module")
def data():
    with open_folder() as folder:
        yield folder


def embedded_db(data, *arguments, typed="", **environment):
    inherited = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return subprocess.run(
        [sys.executable, "manage.py", "embedded_db", *arguments],
        cwd=CHECKOUT,
        env=inherited | {"DATA_DIR": str(data)} | environment,
        input=typed,
        capture_output=True,
        text=True,
    )


def test_prompt_starts_the_server_whose_dump_can_be_restored(data):
    made = embedded_db(data, "psql", typed="CREATE TABLE letter AS SELECT 'Dear reader' AS words; TABLE letter;")
    assert "Dear reader" in made.stdout
    dump = data / "archive.dump"
    assert embedded_db(data, "dump", str(dump)).returncode == 0
    address = embedded_db(data, "url").stdout.strip()
    with psycopg.connect(address) as connection:
        connection.execute("DROP TABLE letter")
    subprocess.run([installed() / "pg_restore", f"--dbname={address}", dump], check=True)
    with psycopg.connect(address) as connection:
        assert connection.execute("TABLE letter").fetchall() == [("Dear reader",)]


def test_stop_stops_it(data):
    cluster = Cluster(data / "postgres")
    cluster.ensure()
    assert embedded_db(data, "stop").stdout == "Stopped.\n"
    assert cluster.state() == Ping.NO_RESPONSE
    assert embedded_db(data, "status").stdout == f"stopped, data in {cluster.data}\n"


def test_dump_that_fails_leaves_no_file(data):
    done = embedded_db(data, "dump", str(data / "no such folder" / "archive.dump"))
    assert done.returncode == 1
    assert "Nothing was written to" in done.stderr


def test_archive_with_a_server_of_its_own_has_no_embedded_one(data):
    done = embedded_db(data, "status", DATABASE_URL="postgresql://archive@localhost/archive")
    assert "DATABASE_URL is set" in done.stderr
