"""Imports: files and addresses put in together, looked at before they are stored, and taken back as one."""

from .running import keep_working, work
from .submitting import Address, TooBig, Upload, map_columns, submit
from .verbs import NotNow, cancel, failed, preview, progress, run, tally, undo

__all__ = [
    "Address",
    "NotNow",
    "TooBig",
    "Upload",
    "cancel",
    "failed",
    "keep_working",
    "map_columns",
    "preview",
    "progress",
    "run",
    "submit",
    "tally",
    "undo",
    "work",
]
