"""What commands need before they begin."""

from django.core.management import CommandError
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor


def require_tables() -> None:
    """Raises CommandError where the database can't be reached, or hasn't the tables of this version of the archive."""
    try:
        executor = MigrationExecutor(connection)
    except OperationalError as problem:
        raise CommandError(f"The database cannot be used: {problem}") from None
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise CommandError(
            "The database hasn’t the tables of this version of the archive yet: "
            "“python3 manage.py migrate” makes them, and so does “python3 manage.py serve”."
        )
