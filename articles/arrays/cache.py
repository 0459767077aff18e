"""One bounded memory for everything derived from segments: the least recently used arrays go first."""

from collections import OrderedDict
from threading import Lock

_arrays = OrderedDict()
_lock = Lock()
_limit = 64 << 20
_used = 0


def limit(size):
    """Bound the caches of all indexes of this process to `size` bytes."""
    global _limit
    _limit = size
    with _lock:
        _shrink()


def remember(key, make):
    """The array kept under `key`, made by `make()` when it isn't there; callers must not change it."""
    global _used
    with _lock:
        if key in _arrays:
            _arrays.move_to_end(key)
            return _arrays[key]
    value = make()
    with _lock:
        if key not in _arrays:
            _arrays[key] = value
            _used += value.nbytes
            _shrink()
    return value


def used():
    """Bytes held at the moment."""
    return _used


def _shrink():
    global _used
    while _used > _limit and _arrays:
        _used -= _arrays.popitem(last=False)[1].nbytes
