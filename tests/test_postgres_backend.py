"""Django on the embedded server: whatever is missing is there when the first query needs it."""

from __future__ import annotations

import pytest
from django.db import OperationalError
from django.db.utils import ConnectionHandler

from archive.postgres.base import cluster_of
from tests.clusters import FAST, kill, open_folder


@pytest.fixture(scope="module")
def database():
    """The settings of a database that has never been used."""
    with open_folder() as folder:
        yield {
            "ENGINE": "archive.postgres",
            "NAME": "news",
            "EMBEDDED_DATA_DIR": folder / "postgres",
            "EMBEDDED_SETTINGS": FAST,
            "CONN_MAX_AGE": 600,
            "CONN_HEALTH_CHECKS": True,
        }


@pytest.fixture
def connect(database, django_db_blocker):
    """Makes connections to it, or to another one that differs by some settings."""
    with django_db_blocker.unblock():
        yield lambda **changes: ConnectionHandler({"default": database | changes})["default"]


def first_value(connection, query):
    with connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchone()[0]


def test_first_query_starts_the_server_and_makes_the_database(connect):
    connection = connect()
    assert first_value(connection, "SELECT current_database()") == "news"
    assert connection.vendor == "postgresql"
    connection.close()


def test_database_that_was_dropped_is_made_again(connect):
    other = connect(NAME="other")
    assert first_value(other, "SELECT current_database()") == "other"
    other.close()
    with connect().cursor() as cursor:
        cursor.execute("DROP DATABASE other WITH (FORCE)")
    assert first_value(connect(NAME="other"), "SELECT current_database()") == "other"


def test_request_after_the_server_was_killed_is_answered(connect, database):
    connection = connect()
    assert first_value(connection, "SELECT 1") == 1
    kill(cluster_of(database))
    connection.close_if_unusable_or_obsolete()  # what Django does as each request begins
    assert first_value(connection, "SELECT 1") == 1
    connection.close()


def test_refusal_of_the_server_is_not_hidden(connect):
    with pytest.raises(OperationalError, match="no_such_setting"):
        connect(OPTIONS={"options": "-c no_such_setting=1"}).ensure_connection()


def test_reason_why_there_is_no_server_is_a_database_error(connect):
    with open_folder() as folder:
        (folder / "postgres").mkdir()
        (folder / "postgres" / "letter.txt").touch()
        with pytest.raises(OperationalError, match="holds files that are not a whole PostgreSQL database"):
            connect(EMBEDDED_DATA_DIR=folder / "postgres").ensure_connection()


def test_shell_is_the_psql_of_the_same_release(connect):
    connection = connect()
    arguments, _ = connection.client.settings_to_cmd_args_env(connection.settings_dict, ["-c", "SELECT 1"])
    assert arguments[0].endswith("pginstall18/bin/psql")
    assert str(connection.cluster.socket) in arguments
