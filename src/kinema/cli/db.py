"""`kinema db`: the database and its schema."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kinema.accounts.bootstrap import rotate_link_secret
from kinema.cli.database import database_url, with_database
from kinema.db import schema
from kinema.db.embedded.dump import dump as save
from kinema.db.embedded.dump import restore as bring_back
from kinema.settings import load

DataDir = Annotated[Path | None, typer.Option(help="The data folder of the installation.")]

db = typer.Typer(no_args_is_help=True, help="The database and its schema.")


@db.command()
def upgrade(data_dir: DataDir = None) -> None:
    """Bring the schema to this version's. The embedded database does so by itself at every start."""
    with database_url(load(data_dir=data_dir)) as url:
        typer.echo(f"The schema is at revision {schema.upgrade(url)}.", err=True)


@db.command()
def check(data_dir: DataDir = None) -> None:
    """Say whether the schema is the one that this version needs."""
    with database_url(load(data_dir=data_dir)) as url:
        schema.check_now(url)
    typer.echo(f"The schema is at revision {schema.head()}, as it should be.")


@db.command()
def dump(file: Path, data_dir: DataDir = None) -> None:
    """Write the whole database to a file, in use or not: a backup, and the way to a newer PostgreSQL."""
    with database_url(load(data_dir=data_dir)) as url:
        save(url, file)
    typer.echo(f"The database is in {file}. The films are files in the data folder.")


@db.command()
def restore(file: Path, data_dir: DataDir = None) -> None:
    """Put a dump in the place of the database, while nothing is connected; a broken file changes nothing."""
    with database_url(load(data_dir=data_dir)) as url:
        bring_back(url, file)
        schema.upgrade(url)
    typer.echo("The database was restored.")


@db.command("rotate-links")
def rotate_links(
    data_dir: DataDir = None,
    forget_older: Annotated[
        bool, typer.Option(help="Make every link that was given out so far invalid.")
    ] = False,
) -> None:
    """Sign download links with a new secret; API processes take it up when they start."""
    with_database(
        load(data_dir=data_dir), lambda database: rotate_link_secret(database, forget_older=forget_older)
    )
    typer.echo("Links are signed with a new secret once the API has been restarted.")
