"""manage.py check_index: is everything found that should be, as it is now, and nothing else?"""

import sys

from django.core.management.base import BaseCommand

from articles import indexing
from articles.management.tables import require_tables

SHOWN = 10


class Command(BaseCommand):
    help = "Compare the search indexes with the database, both ways. Exit status 1 where they differ."

    def add_arguments(self, parser):
        parser.add_argument("--repair", action="store_true", help="bring what differs up to date")

    def handle(self, *, repair, **options):
        require_tables()
        verb = indexing.repair if repair else indexing.check
        drifts = [verb(of) for of in indexing.BOTH]
        for drift in drifts:
            self.stdout.write(_line(drift, repair))
        if any(drifts) and not repair:
            sys.exit(1)


def _line(drift, repaired: bool) -> str:
    if not drift:
        return f"{drift.of}: right, {drift.rows} rows"
    if drift.unusable:
        return f"{drift.of}: {drift.unusable}" + (" Made anew." if repaired else "")
    named = {"missing": drift.missing, "stale": drift.stale, "too many": drift.extra}
    told = "; ".join(f"{len(ids)} {name} ({_some(ids)})" for name, ids in named.items() if ids)
    return f"{drift.of}: {told}" + (". Mended." if repaired else "")


def _some(ids: tuple[int, ...]) -> str:
    return ", ".join(map(str, ids[:SHOWN])) + (", …" if len(ids) > SHOWN else "")
