"""The `kinema` command: its groups, and how errors end it."""

from __future__ import annotations

import sys

import typer

from kinema import __version__
from kinema.cli import db, doctor, generate, keys, models, roles, tenants
from kinema.client import ClientError
from kinema.errors import KinemaError, Misconfigured

EX_CONFIG = 78
"""The exit code for an installation that is set up wrongly (sysexits.h): starting again will not help."""

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Kinema: a self-hosted video-generation API server.",
)
app.command()(roles.serve)
app.command()(roles.api)
app.command()(roles.worker)
app.command()(generate.generate)
app.command()(doctor.doctor)
app.command()(models.models)
app.add_typer(tenants.tenants, name="tenants")
app.add_typer(keys.keys, name="keys")
app.add_typer(db.db, name="db")


@app.command()
def version() -> None:
    """Print the version."""
    typer.echo(__version__)


def main() -> None:
    """Run the command line; what went wrong is one sentence on standard error."""
    try:
        app()
    except (KinemaError, ClientError) as error:
        print(f"kinema: {error}", file=sys.stderr)  # noqa: T201 (the command's own voice)
        sys.exit(EX_CONFIG if isinstance(error, Misconfigured) else 1)
