"""`kinema tenants` and `kinema keys`: who may use this installation."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

import typer
from rich.console import Console
from rich.table import Table

from kinema.accounts import keys as api_keys
from kinema.accounts import tenants as api_tenants
from kinema.accounts.limits import limit as set_limits
from kinema.cli.database import with_database
from kinema.errors import InvalidRequest, NotFound
from kinema.settings import load

DataDir = Annotated[Path | None, typer.Option(help="The data folder of the installation.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]

Limit = Annotated[str | None, typer.Option(help="A whole number, or `none` for no limit.", metavar="N|none")]

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


@tenants.command("limit")
def limit_tenant(
    name: str,
    weight: Annotated[int | None, typer.Option(help="Its share of rendering, by others' weights.")] = None,
    creations_per_minute: Limit = None,
    polls_per_minute: Limit = None,
    max_running: Limit = None,
    max_queued: Limit = None,
    micros_per_day: Limit = None,
    micros_per_month: Limit = None,
    seconds_per_day: Limit = None,
    seconds_per_month: Limit = None,
    data_dir: DataDir = None,
) -> None:
    """Limit what a tenant may use, and print all of its limits. What is not given stays as it is."""
    given = {
        "creations_per_minute": creations_per_minute,
        "polls_per_minute": polls_per_minute,
        "max_running": max_running,
        "max_queued": max_queued,
        "micros_per_day": micros_per_day,
        "micros_per_month": micros_per_month,
        "seconds_per_day": seconds_per_day,
        "seconds_per_month": seconds_per_month,
    }
    limits = {what: _limit(what, text) for what, text in given.items() if text is not None}
    if weight is not None:
        limits["weight"] = weight
    now = with_database(load(data_dir=data_dir), lambda database: set_limits(database, name, limits))
    typer.echo(json.dumps(now, indent=2))


@keys.command("create")
def create_key(
    tenant: Annotated[str, typer.Option(help="Whose key it is.")],
    model: Annotated[
        list[str] | None, typer.Option(help="A model that it may use; repeat for more. Without: all of them.")
    ] = None,
    read_only: Annotated[
        bool, typer.Option("--read-only", help="It may query and download, not create, cancel or delete.")
    ] = False,
    expires_days: Annotated[
        float | None, typer.Option(min=0.001, max=36_500, help="Days after which it opens nothing.")
    ] = None,
    data_dir: DataDir = None,
    as_json: Json = False,
) -> None:
    """Give a tenant a new key and print it: it cannot be shown again."""
    settings = load(data_dir=data_dir)
    for name in model or ():
        if name not in settings.all_models:
            raise InvalidRequest(f"There is no model {name!r}. Known: {', '.join(settings.all_models)}.")
    grant = api_keys.Grant(
        models=tuple(model) if model else None,
        scopes=("read",) if read_only else api_keys.SCOPES,
        expires_at=datetime.now(UTC) + timedelta(days=expires_days) if expires_days else None,
    )
    key, secret = with_database(settings, lambda database: api_keys.create(database, tenant, grant=grant))
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
    columns = ["tenant", "hint", "created_at", "revoked_at", "id"]  # what fits a terminal
    _show(rows, [*columns, "expires_at", "models", "scopes"] if as_json else columns, as_json=as_json)


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


def _limit(what: str, text: str) -> int | None:
    if text == "none":
        return None
    if not text.isascii() or not text.isdecimal() or len(text) > 18:
        option = "--" + what.replace("_", "-")
        raise InvalidRequest(f"{option} must be a whole number or `none`, not {text!r}.")
    return int(text)
