"""Lists that a command prints: a table for people, JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]


def show(rows: Sequence[dict[str, Any]], columns: list[str], *, as_json: bool) -> None:
    """Print these columns of the rows."""
    if as_json:
        chosen = [{name: row[name] for name in columns} for row in rows]
        typer.echo(json.dumps(chosen, default=plain))
        return
    table = Table(box=None, pad_edge=False)
    for name in columns:
        table.add_column(name.removesuffix("_at"), overflow="fold", no_wrap=name == "id")
    for row in rows:
        table.add_row(*(_text(row[name]) for name in columns))
    Console().print(table)


def plain(value: object) -> str:
    """Return what JSON has no type for, as text."""
    return value.isoformat() if isinstance(value, datetime) else str(value)


def _text(value: object) -> str:
    if value is None:
        return ""
    return value.strftime("%Y-%m-%d %H:%M") if isinstance(value, datetime) else str(value)
