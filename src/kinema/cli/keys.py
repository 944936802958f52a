"""`kinema keys`: API keys, shown once, stored as digests."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer

from kinema.accounts import keys as api
from kinema.cli.database import with_database
from kinema.cli.tables import Json, show
from kinema.settings import load

DataDir = Annotated[Path | None, typer.Option(help="The data folder of the installation.")]

keys = typer.Typer(no_args_is_help=True, help="API keys: shown once, stored as digests.")


@keys.command("create")
def create_key(
    tenant: Annotated[str, typer.Option(help="Whose key it is.")],
    model: Annotated[
        list[str] | None, typer.Option(help="A model that it may use; repeat for more. Without: all of them.")
    ] = None,
    scope: Annotated[
        list[str] | None,
        typer.Option(
            help="`read`: query and download. `write`: create, cancel, delete. `admin`: run the installation "
            "over HTTP. Repeat for more. Without: read and write."
        ),
    ] = None,
    expires_days: Annotated[
        float | None, typer.Option(min=0.001, max=36_500, help="Days after which it opens nothing.")
    ] = None,
    data_dir: DataDir = None,
    as_json: Json = False,
) -> None:
    """Give a tenant a new key and print it: it cannot be shown again."""
    settings = load(data_dir=data_dir)
    expires_at = datetime.now(UTC) + timedelta(days=expires_days) if expires_days else None
    grant = api.Grant.checked(settings.all_models, model, scope, expires_at)
    key, secret = with_database(settings, lambda database: api.create(database, tenant, grant=grant))
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
    found = with_database(load(data_dir=data_dir), lambda database: api.every(database, tenant))
    columns = ["tenant", "hint", "created_at", "revoked_at", "id"]  # what fits a terminal
    more = ["expires_at", "models", "scopes"] if as_json else []
    show([vars(key) for key in found], columns + more, as_json=as_json)


@keys.command("revoke")
def revoke_key(key_id: str, data_dir: DataDir = None) -> None:
    """Make a key open nothing, at once and for good."""
    with_database(load(data_dir=data_dir), lambda database: api.revoke(database, key_id))
    typer.echo("The key is revoked.")
