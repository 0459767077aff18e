"""What holds for the project as a whole."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys

import pytest
from django.core.management import call_command

from tests.clusters import CHECKOUT

PRODUCTION = {"DEBUG": "0", "HTTPS": "1", "ALLOWED_HOSTS": "archive.example.org"}


def run(*command: str, **environment: str) -> subprocess.CompletedProcess:
    inherited = {name: value for name, value in os.environ.items() if name != "DJANGO_ALLOW_ASYNC_UNSAFE"}
    return subprocess.run(
        [sys.executable, *command], cwd=CHECKOUT, env=inherited | environment, capture_output=True, text=True
    )


@pytest.mark.parametrize("command", ["check", "format --check"])
def test_ruff_has_nothing_to_say(command):
    done = run("-m", "ruff", *command.split(), ".")
    assert done.returncode == 0, done.stdout


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True)


def test_production_settings_pass_the_deployment_check():
    done = run(
        "manage.py", "check", "--deploy", "--fail-level", "WARNING", SECRET_KEY=secrets.token_urlsafe(50), **PRODUCTION
    )
    assert done.returncode == 0, done.stderr


def test_setting_that_cannot_be_read_is_a_sentence():
    done = run("manage.py", "migrate", DEBUG="maybe")
    assert done.returncode == 1
    assert done.stderr == 'Environment variable "DEBUG" invalid: Not a valid boolean.\n'


def test_output_that_nobody_reads_on_ends_quietly(tmp_path):
    article = tmp_path / "article.txt"
    article.write_text("“It leaks,” Ann Bell said. " * 1000, encoding="utf-8")
    command = [sys.executable, "manage.py", "extract_quotes", *[str(article)] * 3]
    with subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        running.stdout.read(100)
        running.stdout.close()
        assert running.stderr.read() == ""
