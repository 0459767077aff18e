"""The app server: gunicorn in this process, and under it the processes that answer, each with threads.

Any of them may write the search index or work on imports: locks let one at a time (`articles.indexing`, `articles.importing`).
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import gc
import os
import socket
import time
from collections.abc import Callable

from django.conf import settings
from django.utils.module_loading import import_string
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter

THREADS = 4
"""Requests that one process answers at once. More only take turns on its core, and each waits longer."""
M_TRIM_THRESHOLD, M_MMAP_THRESHOLD, M_ARENA_MAX = -1, -3, -8  # of malloc.h
ENOUGH = 2
"""Processes, where the machine has the cores: each holds its own part of the index in memory."""


class PortImpossible(Exception):
    def __init__(self, port: int) -> None:
        super().__init__(f"There is no port {port}: ports are numbers from 1 to 65535.")


class AddressUnusable(Exception):
    def __init__(self, host: str, port: int, reason: OSError) -> None:
        if reason.errno == errno.EADDRINUSE:
            sentence = f"Port {port} of {host} is taken: choose another one with --port."
        elif reason.errno == errno.EACCES:
            sentence = f"Port {port} needs root: choose one from 1024 on with --port."
        else:
            sentence = f"{host} is not an address of this machine: choose one with --host."
        super().__init__(sentence)


def check_address(host: str, port: int, patience: float = 3) -> None:
    """Raises PortImpossible or AddressUnusable when nobody could serve at this address now.

    A port that is taken is tried for `patience` seconds: the worker of a server that was killed outlives it by one.
    """
    if not 0 < port < 65536:
        raise PortImpossible(port)
    deadline = time.monotonic() + patience
    while reason := _reason_against(host, port):
        if reason.errno != errno.EADDRINUSE or time.monotonic() > deadline:
            raise AddressUnusable(host, port, reason)
        time.sleep(0.1)


def _reason_against(host: str, port: int) -> OSError | None:
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as reason:
        return reason
    return None


def in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def processes() -> int:
    """How many processes answer: what the setting says, else one a core, at most ENOUGH."""
    ours = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1)
    return settings.PROCESSES or min(ENOUGH, len(ours))


def keep_memory_together() -> None:
    """Let threads share memory that one of them has given back, and the process keep some of it for the next search.

    By itself glibc gives each thread an arena, which keeps what it ever needed, and the kernel each large array back.
    """
    with contextlib.suppress(AttributeError, OSError):
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(M_ARENA_MAX, 2)
        mallopt(M_MMAP_THRESHOLD, 32 << 20)
        mallopt(M_TRIM_THRESHOLD, 64 << 20)


class ArchiveServer(BaseApplication):
    """Serves the archive until it is told to stop, and then raises SystemExit; `ready` is called once it listens."""

    def __init__(self, *, host: str, port: int, ready: Callable[[], None]) -> None:
        self.address = f"{in_url(host)}:{port}"
        self.ready = ready
        super().__init__()

    def load_config(self) -> None:
        wanted = {
            "bind": self.address,
            "worker_class": "gthread",
            "workers": processes(),
            "threads": THREADS,
            "keepalive": 0,  # a connection that stays would tie its reader to one process, however busy that is
            "timeout": 120,
            "graceful_timeout": 10,
            "loglevel": "warning",
            "control_socket_disable": True,
            "when_ready": self._begin,
            "post_fork": lambda server, worker: keep_memory_together(),
        }
        for name, value in wanted.items():
            self.cfg.set(name, value)

    def _begin(self, arbiter: Arbiter) -> None:
        gc.collect()
        gc.freeze()  # what the processes have in common stays common
        arbiter.handle_hup = arbiter.handle_term  # a terminal that is closed ends the archive, and does not reload it
        self.ready()

    def load(self):
        return import_string(settings.WSGI_APPLICATION)
