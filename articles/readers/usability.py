"""Whether its sender lets an item be used: not what is withdrawn, held back, or under an embargo that hasn't ended."""

from datetime import UTC, datetime

from .dates import iso

_STOPPED = {
    "canceled": "was cancelled by its sender",
    "cancelled": "was cancelled by its sender",
    "killed": "was killed by its sender",
    "withheld": "is withheld by its sender",
    "withdrawn": "was withdrawn by its sender",
}
KINDS = {
    "picture": "a picture", "photo": "a picture", "graphic": "a graphic", "audio": "a sound", "video": "a video",
    "animation": "an animation", "package": "a package of other items", "composite": "a package of other items",
    "component": "a part of another item", "planning": "a plan for coverage", "event": "an event",
    "concept": "a concept", "binary": "a file of another kind",
}  # fmt: skip


def not_usable(status: str, *, embargoed: str = "") -> str:
    """The sentence why an item of this status, or under embargo until a moment, is left out; "" where it may be used.

    A status may be a code ("stat:canceled", "http://cv.iptc.org/newscodes/pubstatusg2/withheld").
    """
    word = status.strip().casefold().replace("/", ":").rpartition(":")[2]
    if word in _STOPPED:
        return f"It {_STOPPED[word]}."
    until = iso(embargoed)
    if until:
        moment = datetime.fromisoformat(until)
        if (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) > datetime.now(UTC):
            return f"It is under embargo until {until}."
    return ""


def not_text(kind: str) -> str:
    """The sentence why an item of this kind ("picture", "ninat:video") is left out; "" for a text or no kind."""
    word = kind.strip().casefold().replace("/", ":").rpartition(":")[2]
    return "" if word in ("", "text", "news") else f"It is {KINDS.get(word, f'of the kind “{kind[:60]}”')}, not a text."
