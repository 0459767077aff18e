"""The whole archive, served as a keeper serves it, through everything that kills it."""

from __future__ import annotations

import contextlib
import http.cookiejar
import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request

import psutil
import psycopg
import pytest

from archive.management.commands.serve import names_of
from archive.postgres.cluster import SUPERUSER, Cluster, Ping
from archive.postgres.place import PORT
from archive.server import AddressUnusable, PortImpossible, check_address
from tests.clusters import CHECKOUT, kill, open_folder, wait_for

ADDRESS = re.compile(r"The archive is at (\S+)/")
PASSWORD = re.compile(r"password +(\S+)")


class Serving:
    """`manage.py serve` with data of its own, until it says where the archive is."""

    def __init__(self, data, *arguments):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = str(probe.getsockname()[1])
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("DATABASE_URL", "EMBEDDED"))
        }
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "serve", "--port", port, *arguments],
            cwd=CHECKOUT,
            env=environment | {"DATA_DIR": str(data)},
            stdout=subprocess.PIPE,
            text=True,
        )
        self.said = ""
        for line in self.process.stdout:
            self.said += line
            if found := ADDRESS.match(line):
                self.address = found[1]
                return
        pytest.fail(f"serve ended: {self.said}")

    def status(self, path):
        try:
            with urllib.request.urlopen(self.address + path, timeout=60) as answer:
                return answer.status
        except urllib.error.HTTPError as error:
            return error.code

    def end(self, number):
        self.process.send_signal(number)
        self.process.wait(timeout=60)
        self.process.stdout.close()


@pytest.fixture(scope="module")
def data():
    with open_folder() as folder:
        yield folder


@pytest.fixture
def serving(data):
    with contextlib.ExitStack() as stack:

        def start(*arguments):
            running = Serving(data, *arguments)
            stack.callback(lambda: running.process.poll() is None and running.process.kill())
            return running

        yield start


def logs_in(address, name, password):
    """Whether the admin lets this account in."""
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    login = f"{address}/admin/login/?next=/admin/password_change/"
    token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', opener.open(login).read().decode())[1]
    form = urllib.parse.urlencode({"username": name, "password": password, "csrfmiddlewaretoken": token})
    return opener.open(login, form.encode()).url == f"{address}/admin/password_change/"


def load(data, **article):
    """`manage.py load_articles` of one article, beside the server."""
    file = data / "article.jsonl"
    file.write_text(json.dumps(article))
    command = [sys.executable, "manage.py", "load_articles", file]
    subprocess.run(command, cwd=CHECKOUT, env=os.environ | {"DATA_DIR": str(data)}, check=True, capture_output=True)


def found(address, word):
    """How many articles a search finds."""
    page = urllib.request.urlopen(f"{address}/search/?q={word}", timeout=60).read().decode()
    return len(set(re.findall(r'href="(?:https?://[^/"]+)?/articles/(\d+)/', page)))


def test_archive_survives_whatever_kills_it(serving, data):
    cluster = Cluster(data / "postgres")
    first = serving("--no-samples")
    password = PASSWORD.search(first.said)[1]
    assert logs_in(first.address, "editor", password)
    assert not logs_in(first.address, "editor", "another")
    assert found(first.address, "kittiwake") == 0
    load(data, headline="A kittiwake nests on the bridge", body="“It has the best view,” said the warden, Ana Ruiz.")
    wait_for(lambda: found(first.address, "kittiwake") == 1)

    kill(cluster)
    assert found(first.address, "kittiwake") == 1
    assert logs_in(first.address, "editor", password)

    collected = (data / "static-collected").stat().st_mtime_ns
    first.end(signal.SIGKILL)
    second = serving("--no-samples")
    assert "password" not in second.said.split("The archive is at")[0]
    assert logs_in(second.address, "editor", password)

    assert (data / "static-collected").stat().st_mtime_ns == collected

    second.end(signal.SIGINT)
    assert second.process.returncode == 0
    assert cluster.state() == Ping.NO_RESPONSE


def test_killed_process_of_the_server_is_replaced_while_another_answers(serving, data):
    running = serving("--no-samples")
    server = psutil.Process(running.process.pid)
    assert running.status("/articles/") == 200
    first = server.children()
    first[0].kill()
    assert running.status("/articles/") == 200
    wait_for(lambda: len(now := server.children()) == len(first) and first[0] not in now)
    assert running.status("/articles/") == 200
    running.end(signal.SIGTERM)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_end_of_a_service_or_terminal_stops_everything_that_was_started(serving, data, number):
    running = serving("--no-samples")
    assert running.status("/articles/") == 200
    running.end(number)
    assert running.process.returncode == 0
    assert Cluster(data / "postgres").state() == Ping.NO_RESPONSE


def test_database_stays_while_something_else_uses_it(serving, data):
    cluster = Cluster(data / "postgres")
    running = serving("--no-samples")
    with psycopg.connect(host=str(cluster.socket), port=PORT, user=SUPERUSER, dbname="postgres") as other:
        running.end(signal.SIGINT)
        assert running.process.returncode == 0
        assert other.execute("SELECT 1").fetchone() == (1,)
    cluster.stop()


def test_static_files_may_be_kept_for_ever(serving):
    running = serving("--no-samples")
    page = urllib.request.urlopen(f"{running.address}/admin/login/").read().decode()
    style = re.search(r'href="(/static/admin/css/base\.[0-9a-f]+\.css)"', page)[1]
    with urllib.request.urlopen(running.address + style) as answer:
        assert "immutable" in answer.headers["Cache-Control"]
    running.end(signal.SIGTERM)


def test_taken_port_is_a_sentence():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(AddressUnusable, match="is taken: choose another one with --port"):
            check_address("127.0.0.1", other.getsockname()[1], patience=0)


@pytest.mark.parametrize("host", ["203.0.113.7", "no such host"])
def test_address_of_another_machine_is_a_sentence(host):
    with pytest.raises(AddressUnusable, match="not an address of this machine"):
        check_address(host, 8000)


@pytest.mark.parametrize("port", [0, -1, 65536])
def test_impossible_port_is_a_sentence(port):
    with pytest.raises(PortImpossible, match="from 1 to 65535"):
        check_address("127.0.0.1", port)


def test_archive_answers_to_the_names_of_the_address_it_listens_at():
    assert names_of("192.0.2.1") == ["192.0.2.1"]
    assert names_of("::1") == ["[::1]"]
    assert socket.gethostname() in names_of("0.0.0.0")
