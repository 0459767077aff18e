"""Django's PostgreSQL backend, which starts the embedded server when a connection finds nobody there.

The database of the settings has two keys more: EMBEDDED_DATA_DIR, the data folder, and EMBEDDED_SETTINGS (optional),
settings of PostgreSQL over ours.
"""

from __future__ import annotations

from pathlib import Path

import psycopg
from django.db.backends.postgresql import base, client
from django.utils.functional import cached_property

from archive.postgres.binaries import installed
from archive.postgres.cluster import SUPERUSER, Cluster
from archive.postgres.errors import EmbeddedPostgresError
from archive.postgres.place import PORT


def cluster_of(settings_dict: dict) -> Cluster:
    """The cluster that a database of the settings is in."""
    return Cluster(Path(settings_dict["EMBEDDED_DATA_DIR"]).resolve(), settings_dict.get("EMBEDDED_SETTINGS", {}))


class DatabaseClient(client.DatabaseClient):
    @classmethod
    def settings_to_cmd_args_env(cls, settings_dict: dict, parameters: list[str]) -> tuple[list[str], dict | None]:
        """The command line of `manage.py dbshell`, with the psql of the same binaries."""
        where = {"HOST": str(cluster_of(settings_dict).socket), "PORT": str(PORT), "USER": SUPERUSER}
        arguments, environment = super().settings_to_cmd_args_env(settings_dict | where, parameters)
        return [str(installed() / "psql"), *arguments[1:]], environment


class DatabaseWrapper(base.DatabaseWrapper):
    client_class = DatabaseClient

    @cached_property
    def cluster(self) -> Cluster:
        return cluster_of(self.settings_dict)

    def get_connection_params(self) -> dict:
        return super().get_connection_params() | {"host": str(self.cluster.socket), "port": PORT, "user": SUPERUSER}

    def get_new_connection(self, conn_params: dict):
        """A connection, to a server started and a database made when they were missing.

        Raises psycopg's OperationalError, which Django makes its own of, with the reason why there is none.
        """
        try:
            return super().get_new_connection(conn_params)
        except psycopg.OperationalError:
            try:
                self.cluster.ensure()
                self.cluster.create_database(conn_params["dbname"])
            except EmbeddedPostgresError as error:
                raise psycopg.OperationalError(str(error)) from error
            return super().get_new_connection(conn_params)
