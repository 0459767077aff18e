"""The bell of the worker in this process."""

import threading

from django.db import transaction

rung = threading.Event()


def wake() -> None:
    """Tell the worker that there is something to do, once this transaction is committed."""
    transaction.on_commit(rung.set)
