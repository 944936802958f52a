"""The PostgreSQL server that Kinema brings along, so that one command is enough to run it."""

from kinema.db.embedded.server import EmbeddedPostgres, running

__all__ = ["EmbeddedPostgres", "running"]
