"""Run by root, the server runs as somebody else, and no folder's permissions are changed for it."""

from __future__ import annotations

import os
import pwd
import shutil
import stat
from pathlib import Path

import pytest

from archive.postgres import binaries
from archive.postgres.account import SYSTEM_ACCOUNT, Account
from archive.postgres.binaries import INSTALLATION, PACKAGE, installed
from archive.postgres.cluster import Cluster
from archive.postgres.errors import FolderOfAnotherUser, FolderOutOfReach, SocketFolderTaken
from archive.postgres.place import default_folder, socket_folder
from tests.clusters import FAST, ask, open_folder, postmaster, tell

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="needs root, who may become another user")


@pytest.fixture
def folder():
    with open_folder() as folder:
        yield folder


@pytest.fixture
def user(folder):
    """An ordinary user, with a home in the folder."""
    entry = pwd.getpwnam("nobody")
    user = Account(entry.pw_uid, entry.pw_gid, entry.pw_name)
    if not user.can_enter(installed()):
        pytest.skip("needs a virtual environment that other users can read")
    home = folder / "home"
    home.mkdir(mode=0o700)
    os.chown(home, user.uid, user.gid)
    return user


def closed_folder(above: Path) -> Path:
    closed = above / "closed"
    closed.mkdir(mode=0o700)
    return closed


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def as_user(user: Account, data: Path) -> str:
    """What `ensure()` says to a process of this user: started, joined, or the name of the error."""
    reader, writer = os.pipe()
    if (child := os.fork()) == 0:
        try:
            os.setgroups([])
            os.setgid(user.gid)
            os.setuid(user.uid)
            answer = "started" if Cluster(data, FAST).ensure() else "joined"
        except BaseException as error:
            answer = type(error).__name__
        os.write(writer, answer.encode())
        os._exit(0)
    os.waitpid(child, 0)
    os.close(writer)
    with os.fdopen(reader) as answer:
        return answer.read()


def test_root_starts_a_server_that_does_not_run_as_root(folder):
    cluster = Cluster(folder / "deep" / "postgres", FAST)
    before = [mode(path) for path in [folder, *folder.parents]]
    cluster.ensure()
    assert postmaster(cluster).username() == SYSTEM_ACCOUNT
    assert cluster.data.owner() == SYSTEM_ACCOUNT
    assert (cluster.data.parent.owner(), mode(cluster.data)) == ("root", 0o700)
    assert [mode(path) for path in [folder, *folder.parents]] == before


def test_strict_umask_of_root_does_not_lock_the_server_out(folder):
    umask = os.umask(0o077)
    try:
        assert Cluster(folder / "deep" / "postgres", FAST).ensure()
    finally:
        os.umask(umask)


def test_server_of_a_user_is_the_users_when_root_has_started_it(folder, user):
    cluster = Cluster(folder / "home" / "postgres", FAST)
    assert as_user(user, cluster.data) == "started"
    tell(cluster, "CREATE TABLE note AS SELECT 'kept' AS words")
    assert cluster.stop()

    assert cluster.ensure()
    assert postmaster(cluster).username() == user.name
    assert ask(cluster, "SELECT words FROM note") == "kept"
    assert cluster.stop()

    assert as_user(user, cluster.data) == "started"
    assert ask(cluster, "SELECT words FROM note") == "kept"


def test_root_in_the_folder_of_a_user_makes_a_server_of_the_user(folder, user):
    cluster = Cluster(folder / "home" / "postgres", FAST)
    cluster.ensure()
    assert cluster.data.owner() == user.name
    cluster.stop()
    assert as_user(user, cluster.data) == "started"


def test_server_of_root_cannot_be_used_by_a_user_who_is_told_why(folder, user, monkeypatch):
    cluster = Cluster(folder / "postgres", FAST)
    cluster.ensure()
    cluster.stop()
    assert as_user(user, cluster.data) == "FolderOfAnotherUser"
    monkeypatch.setattr(os, "geteuid", lambda: user.uid)
    with pytest.raises(
        FolderOfAnotherUser, match=f"belongs to {SYSTEM_ACCOUNT}: run this as {SYSTEM_ACCOUNT} or as root"
    ):
        cluster.ensure()


def test_folder_that_root_copied_is_given_to_the_account_of_the_server(folder):
    former = Cluster(folder / "postgres", FAST)
    former.ensure()
    tell(former, "CREATE TABLE note AS SELECT 'kept' AS words")
    former.stop()
    copy = Cluster(folder / "copy", FAST)
    shutil.copytree(former.data, copy.data)
    assert copy.data.owner() == "root"
    assert copy.ensure()
    assert ask(copy, "SELECT words FROM note") == "kept"


def test_programs_below_a_closed_folder_are_copied_and_it_stays_closed(folder, monkeypatch):
    closed = closed_folder(folder)
    for name in (f"{PACKAGE}/{INSTALLATION}", f"{PACKAGE}.libs"):
        shutil.copytree(installed().parents[2] / name, closed / name, copy_function=os.link, symlinks=True)
    (closed / PACKAGE / "__init__.py").touch()
    monkeypatch.syspath_prepend(closed)
    monkeypatch.setattr(binaries, "COPIES", folder / "programs")
    cluster = Cluster(folder / "postgres", FAST)
    assert cluster.ensure()
    assert Path(postmaster(cluster).exe()).is_relative_to(folder / "programs")
    assert mode(closed) == 0o700


def test_data_below_a_closed_folder_is_refused_with_advice(folder):
    closed = closed_folder(folder)
    with pytest.raises(FolderOutOfReach, match=f"cannot enter {closed}.*set EMBEDDED_POSTGRES_DIR"):
        Cluster(closed / "postgres", FAST).ensure()
    assert mode(closed) == 0o700


def test_data_of_a_closed_checkout_of_root_has_its_default_place_elsewhere(folder, user):
    assert default_folder(folder / ".data") == folder / ".data" / "postgres"
    assert default_folder(closed_folder(folder) / ".data").parts[:4] == ("/", "var", "lib", "on-the-record")
    assert default_folder(folder / "home" / ".data") == folder / "home" / ".data" / "postgres"


def test_socket_folder_of_somebody_else_is_not_trusted(folder, user):
    cluster = Cluster(folder / ("long" * 30) / "postgres", FAST)
    socket = socket_folder(cluster.data)
    socket.mkdir()
    os.chown(socket, user.uid, user.gid)
    try:
        with pytest.raises(SocketFolderTaken, match="belongs to nobody"):
            cluster.ensure()
    finally:
        socket.rmdir()


def test_user_without_a_name_is_told_that_postgresql_needs_one(folder):
    nameless = Account(uid=54321, gid=54321, name="")
    home = folder / "home"
    home.mkdir()
    os.chown(home, nameless.uid, nameless.gid)
    assert as_user(nameless, home / "postgres") == "AccountMissing"
