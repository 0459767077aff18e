"""The app server: gunicorn in this process, one worker with threads.

One worker is a decision: the search index has one writer, and what a process remembers (limits, caches) is shared.
"""

from __future__ import annotations

import errno
import socket
import time
from collections.abc import Callable

from django.conf import settings
from django.utils.module_loading import import_string
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter

THREADS = 8


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


class ArchiveServer(BaseApplication):
    """Serves the archive until it is told to stop, and then raises SystemExit; `ready` is called once it listens."""

    def __init__(self, *, host: str, port: int, ready: Callable[[], None]) -> None:
        self.address = f"{in_url(host)}:{port}"
        self.ready = ready
        super().__init__()

    def load_config(self) -> None:
        settings = {
            "bind": self.address,
            "worker_class": "gthread",
            "workers": 1,
            "threads": THREADS,
            "timeout": 120,
            "graceful_timeout": 10,
            "loglevel": "warning",
            "control_socket_disable": True,
            "when_ready": self._begin,
        }
        for name, value in settings.items():
            self.cfg.set(name, value)

    def _begin(self, arbiter: Arbiter) -> None:
        arbiter.handle_hup = arbiter.handle_term  # a terminal that is closed ends the archive, and does not reload it
        self.ready()

    def load(self):
        return import_string(settings.WSGI_APPLICATION)
