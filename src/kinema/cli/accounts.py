"""`kinema tenants` and `kinema keys`: who may use this installation."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

import typer
from rich.console import Console
from rich.table import Table

from kinema.accounts import keys as api_keys
from kinema.accounts import tenants as api_tenants
from kinema.cli.database import with_database
from kinema.errors import NotFound
from kinema.settings import load

DataDir = Annotated[Path | None, typer.Option(help="The data folder of the installation.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]

tenants = typer.Typer(no_args_is_help=True, help="Tenants own tasks and have keys.")
keys = typer.Typer(no_args_is_help=True, help="API keys: shown once, stored as digests.")


@tenants.command("create")
def create_tenant(name: str, data_dir: DataDir = None) -> None:
    """Add a tenant."""
    with_database(load(data_dir=data_dir), lambda database: api_tenants.create(database, name))
    typer.echo(f"Tenant {name} created. Give it a key: kinema keys create --tenant {name}")


@tenants.command("list")
def list_tenants(data_dir: DataDir = None, as_json: Json = False) -> None:
    """Show the tenants and how many live keys each has."""
    found = with_database(load(data_dir=data_dir), api_tenants.every)
    _show(found, ["name", "keys", "created_at", "id"], as_json=as_json)


@keys.command("create")
def create_key(
    tenant: Annotated[str, typer.Option(help="Whose key it is.")],
    data_dir: DataDir = None,
    as_json: Json = False,
) -> None:
    """Give a tenant a new key and print it: it cannot be shown again."""
    key, secret = with_database(load(data_dir=data_dir), lambda database: api_keys.create(database, tenant))
    if as_json:
        typer.echo(json.dumps({"id": str(key.id), "tenant": tenant, "key": secret}))
        return
    typer.echo(secret)
    typer.echo(f"This is the only time it is shown. Revoke it with: kinema keys revoke {key.id}", err=True)


@keys.command("list")
def list_keys(
    tenant: Annotated[str | None, typer.Option(help="Only this tenant's.")] = None,
    data_dir: DataDir = None,
    as_json: Json = False,
) -> None:
    """Show keys by the little that is known of them."""
    found = with_database(load(data_dir=data_dir), lambda database: api_keys.every(database, tenant))
    rows = [vars(key) for key in found]
    _show(rows, ["tenant", "hint", "created_at", "revoked_at", "id"], as_json=as_json)


@keys.command("revoke")
def revoke_key(key_id: str, data_dir: DataDir = None) -> None:
    """Make a key open nothing, at once and for good."""
    try:
        identifier = UUID(key_id)
    except ValueError:
        raise NotFound(f"{key_id!r} is no key's id: `kinema keys list` shows them.") from None
    with_database(load(data_dir=data_dir), lambda database: api_keys.revoke(database, identifier))
    typer.echo("The key is revoked.")


def _show(rows: list[dict[str, Any]], columns: list[str], *, as_json: bool) -> None:
    if as_json:
        chosen = [{name: row[name] for name in columns} for row in rows]
        typer.echo(json.dumps(chosen, default=_plain))
        return
    table = Table(box=None, pad_edge=False)
    for name in columns:
        table.add_column(name.removesuffix("_at"), overflow="fold", no_wrap=name == "id")
    for row in rows:
        table.add_row(*(_text(row[name]) for name in columns))
    Console().print(table)


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)


def _text(value: object) -> str:
    if value is None:
        return ""
    return value.strftime("%Y-%m-%d %H:%M") if isinstance(value, datetime) else str(value)
