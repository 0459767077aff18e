"""Commands on a machine where the archive can't be read yet say why, and nothing else."""

import os
import subprocess
import sys

import pytest

from tests.clusters import CHECKOUT, open_folder

COMMANDS = [
    ("load_articles", "fixtures/articles.jsonl"),
    ("extract_quotes", "--all"),
    ("check_index",),
    ("index_archive",),
    ("export_archive", "-"),
    ("import_archive", "fixtures/articles.jsonl"),
    ("run_imports",),
]


def said(command, **environment) -> str:
    """All that a command prints that must fail."""
    ran = subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=CHECKOUT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 1
    return ran.stdout + ran.stderr


@pytest.fixture(scope="module")
def data():
    with open_folder() as folder:
        yield {"DATA_DIR": str(folder), "DATABASE_URL": "", "EMBEDDED_POSTGRES_DIR": ""}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_database_without_tables_is_a_sentence(command, data):
    assert said(command, **data).startswith("CommandError: The database hasn’t the tables")


def test_database_out_of_reach_is_a_sentence():
    told = said(("load_articles", "fixtures/articles.jsonl"), DATABASE_URL="postgres://nobody@127.0.0.1:1/nothing")
    assert told.startswith("CommandError: The database cannot be used:")
