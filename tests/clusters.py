"""Embedded PostgreSQL servers of a test's own, in folders that another account can enter (pytest's are closed)."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg

from archive.postgres.cluster import SUPERUSER, Cluster
from archive.postgres.place import PORT

CHECKOUT = Path(__file__).resolve().parent.parent
FAST = {"fsync": "off"}  # nothing is lost by kill -9, only by a power cut
ENSURE = """
import json, pathlib, sys
from archive.postgres.cluster import Cluster
print(Cluster(pathlib.Path(sys.argv[1]), {"fsync": "off"}).ensure())
"""


@contextlib.contextmanager
def open_folder() -> Iterator[Path]:
    """A new folder in /tmp that all may enter; servers left in it are ended and it is removed."""
    folder = Path(tempfile.mkdtemp(prefix="otr-", dir="/tmp")).resolve()
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        for process in psutil.process_iter(["name"]):
            with contextlib.suppress(psutil.Error):
                if process.info["name"] == "postgres" and Path(process.cwd()).is_relative_to(folder):
                    process.kill()
        shutil.rmtree(folder, ignore_errors=True)


def ask(cluster: Cluster, query: str):
    """The first column of the first row."""
    with psycopg.connect(host=str(cluster.socket), port=PORT, user=SUPERUSER, dbname="postgres") as connection:
        return connection.execute(query).fetchone()[0]


def tell(cluster: Cluster, statement: str) -> None:
    with psycopg.connect(host=str(cluster.socket), port=PORT, user=SUPERUSER, dbname="postgres") as connection:
        connection.execute(statement)


def postmaster(cluster: Cluster) -> psutil.Process:
    return psutil.Process(int((cluster.data / "postmaster.pid").read_text().split()[0]))


def kill(cluster: Cluster) -> None:
    """`kill -9` of the server, and wait until none of its processes is alive."""
    family = [postmaster(cluster), *postmaster(cluster).children(recursive=True)]
    os.kill(family[0].pid, signal.SIGKILL)
    wait_for(lambda: not any(process.is_running() and process.status() != psutil.STATUS_ZOMBIE for process in family))


def wait_for(condition, *, seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while True:
        with contextlib.suppress(psutil.NoSuchProcess):
            if condition():
                return
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.01)


def start_in_another_process(data: Path, **arguments) -> subprocess.Popen:
    """A process that has the cluster in `data` running and prints whether it was the one that started it."""
    return subprocess.Popen(
        [sys.executable, "-c", ENSURE, data], cwd=CHECKOUT, stdout=subprocess.PIPE, text=True, **arguments
    )
