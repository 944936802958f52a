"""The SQL of Kinema: one file of `db/sql` per query, read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import LiteralString


@cache
def sql(name: str) -> LiteralString:
    """Return the text of `db/sql/{name}.sql`. It is ours, never a user's, hence a literal."""
    return (files("kinema.db") / "sql" / f"{name}.sql").read_text()
