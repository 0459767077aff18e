"""The embedded server starts whatever happened to it before. Every fault is really made."""

from __future__ import annotations

import ctypes
import locale
import os
import shutil
import subprocess
import sys

import psutil
import psycopg
import pytest

from archive.postgres.account import account_for
from archive.postgres.binaries import installed
from archive.postgres.cluster import SUPERUSER, Cluster, Ping
from archive.postgres.errors import FolderHoldsSomethingElse, OtherVersion, StillHeld
from archive.postgres.place import PORT
from tests.clusters import FAST, ask, kill, open_folder, postmaster, start_in_another_process, tell, wait_for

PR_SET_CHILD_SUBREAPER = 36


@pytest.fixture(scope="module")
def shared_cluster():
    with open_folder() as folder:
        cluster = Cluster(folder / "postgres", FAST)
        cluster.ensure()
        tell(cluster, "CREATE TABLE note (words text)")
        tell(cluster, "INSERT INTO note VALUES ('kept')")
        yield cluster


@pytest.fixture
def cluster(shared_cluster):
    """A running server that has stored the word "kept"; tests may leave it in any state."""
    shared_cluster.ensure()
    return shared_cluster


@pytest.fixture
def folder():
    with open_folder() as folder:
        yield folder


def test_second_call_joins_the_running_server(cluster):
    assert not cluster.ensure()


def test_server_that_was_stopped_starts_with_its_data(cluster):
    assert cluster.stop()
    assert cluster.state() == Ping.NO_RESPONSE
    assert not cluster.stop()
    assert cluster.ensure()
    assert ask(cluster, "SELECT words FROM note") == "kept"


def test_nothing_listens_on_the_network(cluster):
    assert ask(cluster, "SHOW listen_addresses") == ""
    assert (cluster.socket / ".s.PGSQL.5432").stat().st_mode & 0o777 == 0o700


def test_kill_9_loses_nothing_committed(cluster):
    for number in range(3):
        tell(cluster, f"INSERT INTO note VALUES ('written before kill {number}')")
        kill(cluster)
        assert cluster.ensure()
    assert ask(cluster, "SELECT count(*) FROM note WHERE words LIKE 'written before kill _'") == 3


@pytest.mark.skipif(
    sys.platform != "linux", reason="needs Linux: a process that adopts the server and does not reap it"
)
def test_zombie_of_the_killed_server_is_not_taken_for_a_server(cluster):
    adopt = ctypes.CDLL(None).prctl
    cluster.stop()
    adopt(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    try:
        cluster.ensure()
    finally:
        adopt(PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0)
    former = postmaster(cluster)
    kill(cluster)
    assert former.status() == psutil.STATUS_ZOMBIE

    assert cluster.ensure()

    assert former.status() == psutil.STATUS_ZOMBIE
    assert ask(cluster, "SELECT words FROM note") == "kept"
    os.waitpid(former.pid, 0)


def test_pid_that_another_program_got_is_not_taken_for_a_server(cluster):
    lines = (cluster.data / "postmaster.pid").read_text().splitlines()
    owner = cluster.data.stat()
    kill(cluster)
    switch = {"user": owner.st_uid, "group": owner.st_gid, "extra_groups": []} if os.geteuid() == 0 else {}
    other = subprocess.Popen(["sleep", "60"], **switch)
    try:
        (cluster.data / "postmaster.pid").write_text("\n".join([str(other.pid), *lines[1:]]) + "\n")
        assert cluster.ensure()
        assert other.poll() is None
    finally:
        other.kill()
        other.wait()


def test_server_that_does_not_answer_is_named_and_left_alone(cluster):
    server = postmaster(cluster)
    server.suspend()
    try:
        with pytest.raises(StillHeld, match=str(server.pid)):
            Cluster(cluster.data, FAST, patience=0).ensure()
    finally:
        server.resume()
    assert ask(cluster, "SELECT words FROM note") == "kept"


def test_first_start_killed_half_way_is_begun_again(folder):
    starter = start_in_another_process(folder / "postgres")
    wait_for(lambda: list(folder.glob("postgres.new-*/global/pg_control")))
    starter.kill()
    starter.wait()
    assert not (folder / "postgres").exists()

    cluster = Cluster(folder / "postgres", FAST)
    assert cluster.ensure()
    assert ask(cluster, "SELECT 1") == 1
    wait_for(lambda: not list(folder.glob("postgres.new-*/PG_VERSION")))


def test_initdb_killed_half_way_in_the_data_folder_itself_is_begun_again(folder):
    data = folder / "postgres"
    data.mkdir()
    account = account_for(data)
    os.chown(data, account.uid, account.gid)
    initdb = subprocess.Popen([installed() / "initdb", "-U", "postgres", "-D", data, "-N"], cwd="/", **account.switch)
    wait_for((data / "PG_VERSION").exists)
    initdb.kill()
    initdb.wait()

    cluster = Cluster(data, FAST)
    assert cluster.ensure()
    assert ask(cluster, "SELECT 1") == 1


def test_damaged_database_is_never_removed(cluster, folder):
    cluster.create_database("precious")
    cluster.stop()
    data = folder / "postgres"
    shutil.copytree(cluster.data, data, ignore=shutil.ignore_patterns("pg_control"))
    with pytest.raises(FolderHoldsSomethingElse, match="Nothing in it was touched"):
        Cluster(data, FAST).ensure()
    assert (data / "PG_VERSION").exists()


def test_folder_of_other_files_is_left_alone(folder):
    letter = folder / "postgres" / "letter.txt"
    letter.parent.mkdir()
    letter.write_text("Dear reader")
    with pytest.raises(FolderHoldsSomethingElse):
        Cluster(letter.parent, FAST).ensure()
    assert letter.read_text() == "Dear reader"


def test_empty_folder_is_used(folder):
    data = folder / "postgres"
    data.mkdir()
    assert Cluster(data, FAST).ensure()


def test_database_of_another_major_version_is_refused(folder):
    data = folder / "postgres"
    (data / "base" / "5").mkdir(parents=True)
    (data / "global").mkdir()
    (data / "global" / "pg_control").touch()
    (data / "PG_VERSION").write_text("16\n")
    with pytest.raises(OtherVersion, match="PostgreSQL 16 and this is PostgreSQL 18"):
        Cluster(data, FAST).ensure()


@pytest.mark.parametrize(
    "environment", [{"LC_ALL": "C"}, {"LANG": "tlh_KX.UTF-8"}, {"PGPORT": "1", "PGDATA": "/nowhere"}]
)
def test_letters_with_accents_have_capitals_whatever_the_environment(folder, monkeypatch, environment):
    if name := environment.get("LANG"):
        with pytest.raises(locale.Error):
            locale.setlocale(locale.LC_COLLATE, name)
    monkeypatch.delenv("LC_ALL", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    cluster = Cluster(folder / "postgres", FAST)
    assert cluster.ensure()
    assert ask(cluster, "SELECT upper('é')") == "É"
    assert ask(cluster, "SELECT 'SÁNCHEZ' ILIKE 'sánchez'")


@pytest.mark.parametrize("name", ["with a blank, 'quotes' and $HOME", "a" * 120, "é" * 60])
def test_any_path_will_do(folder, name):
    data = folder / name / "postgres"
    cluster = Cluster(data, FAST)
    assert cluster.ensure()
    assert ask(cluster, "SHOW data_directory") == str(data)
    assert cluster.socket.stat().st_mode & 0o777 == 0o700
    kill(cluster)
    assert cluster.ensure()
    assert cluster.stop()
    shutil.rmtree(cluster.socket)


def test_of_six_that_start_it_at_once_one_does_and_all_are_served(folder):
    starters = [start_in_another_process(folder / "postgres") for _ in range(6)]
    answers = [process.communicate(timeout=60)[0].strip() for process in starters]
    assert sorted(answers) == ["False"] * 5 + ["True"]


def test_server_with_too_many_clients_is_not_down(folder):
    cluster = Cluster(folder / "postgres", FAST | {"max_connections": "4", "max_wal_senders": "0"})
    cluster.ensure()
    where = {"host": str(cluster.socket), "port": PORT, "user": SUPERUSER, "dbname": "postgres"}
    clients = [psycopg.connect(**where) for _ in range(4)]
    with pytest.raises(psycopg.OperationalError, match="too many clients"):
        psycopg.connect(**where)
    assert cluster.state() == Ping.OK
    assert not cluster.ensure()
    for client in clients:
        client.close()


def test_missing_database_is_made_once(cluster):
    assert cluster.create_database('with "quotes"')
    assert not cluster.create_database('with "quotes"')


def test_interrupt_in_a_terminal_does_not_reach_the_server(folder):
    starter = start_in_another_process(folder / "postgres", start_new_session=True)
    starter.communicate(timeout=60)
    assert os.getsid(postmaster(Cluster(folder / "postgres")).pid) != starter.pid
