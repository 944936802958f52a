"""`kinema tenants`: who owns tasks, what each may use and has used."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from kinema.accounts import tenants as api
from kinema.accounts import usage as used
from kinema.accounts.limits import LIMITS
from kinema.cli.database import with_database
from kinema.cli.tables import Json, plain, show
from kinema.db.pool import Database
from kinema.settings import load

DataDir = Annotated[Path | None, typer.Option(help="The data folder of the installation.")]
Limit = Annotated[str | None, typer.Option(help="A whole number, or `none` for no limit.", metavar="N|none")]

T = TypeVar("T")

tenants = typer.Typer(no_args_is_help=True, help="Tenants own tasks and have keys.")


@tenants.command("create")
def create_tenant(name: str, data_dir: DataDir = None) -> None:
    """Add a tenant."""
    _run(data_dir, lambda database: api.create(database, name))
    typer.echo(f"Tenant {name} created. Give it a key: kinema keys create --tenant {name}")


@tenants.command("list")
def list_tenants(data_dir: DataDir = None, as_json: Json = False) -> None:
    """Show the tenants and how many live keys each has."""
    found = _run(data_dir, api.every)
    columns = ["name", "keys", "created_at", "suspended_at", "id"]
    show([vars(tenant) for tenant in found], columns, as_json=as_json)


@tenants.command("show")
def show_tenant(name: str, data_dir: DataDir = None) -> None:
    """Print a tenant with its limits, as JSON."""
    _print(_run(data_dir, lambda database: api.tenant_named(database, name)))


@tenants.command("limit")
def limit_tenant(
    name: str,
    weight: Annotated[
        str | None, typer.Option(help="Its share of rendering, by others' weights.", metavar="N")
    ] = None,
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
    """Limit what a tenant may use, and print it with its limits. What is not given stays as it is."""
    given = locals()
    limits = {limit: _number(given[limit]) for limit in LIMITS if given[limit] is not None}
    _print(_run(data_dir, lambda database: api.change(database, name, limits)))


@tenants.command("suspend")
def suspend_tenant(name: str, data_dir: DataDir = None) -> None:
    """Have a tenant's keys open nothing until it is resumed. What it queued before is rendered."""
    _run(data_dir, lambda database: api.change(database, name, suspended=True))
    typer.echo(f"Tenant {name} is suspended. Let it go on with: kinema tenants resume {name}")


@tenants.command("resume")
def resume_tenant(name: str, data_dir: DataDir = None) -> None:
    """Let a suspended tenant go on."""
    _run(data_dir, lambda database: api.change(database, name, suspended=False))
    typer.echo(f"Tenant {name} goes on.")


@tenants.command("delete")
def delete_tenant(name: str, data_dir: DataDir = None) -> None:
    """Delete a tenant that made and keeps nothing, with its keys."""
    _run(data_dir, lambda database: api.delete(database, name))
    typer.echo(f"Tenant {name} is deleted.")


@tenants.command("usage")
def show_usage(
    name: str,
    first: Annotated[
        str | None, typer.Option("--from", metavar="YYYY-MM-DD", help="The first day (UTC).")
    ] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="YYYY-MM-DD", help="The last day.")] = None,
    by: Annotated[used.By, typer.Option(help="What to tell apart.")] = used.By.DAY,
    data_dir: DataDir = None,
    as_json: Json = False,
) -> None:
    """Show what a tenant used, by default over the last 31 days; money in millionths of your currency."""
    period = used.Period.of(first, last)

    async def sums(database: Database) -> list[dict[str, object]]:
        tenant = await api.tenant_named(database, name)
        return await used.sums(database, tenant.id, period, by)

    rows = [{by.value: row["part"], **row} for row in _run(data_dir, sums)]
    show(rows, [by.value, "tasks", "seconds", "micros"], as_json=as_json)


def _run(data_dir: Path | None, work: Callable[[Database], Awaitable[T]]) -> T:
    return with_database(load(data_dir=data_dir), work)


def _print(tenant: api.Tenant) -> None:
    typer.echo(json.dumps(vars(tenant), default=plain, indent=2))


def _number(text: str) -> int | str | None:
    """Return the number that is written there, None for `none`; any other text is refused later, with it."""
    if text == "none":
        return None
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 20 else text
