"""Carrying a database over: to a file, and from a file into a fresh database that takes the old one's place.

The way from one major version of PostgreSQL to the next, and a backup. Uses the wheel's own programs, so the
dump is made by the same version as the server.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path
from typing import LiteralString

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from kinema.db.embedded import binaries
from kinema.errors import Misconfigured

OLD, NEW = "{}_before_restore", "{}_incoming"


def dump(url: str, file: Path) -> None:
    """Write the whole database at `url` to `file`, whole or not at all. Works while the server is in use."""
    with tempfile.NamedTemporaryFile(
        dir=file.absolute().parent, prefix=f".{file.name}.", delete=False
    ) as part:
        pass  # mode 0600: a dump holds everything that the database does
    try:
        _call("pg_dump", url, "--format=custom", "--no-owner", "--no-privileges", f"--file={part.name}")
        os.replace(part.name, file)
    except BaseException:
        os.unlink(part.name)
        raise


def restore(url: str, file: Path) -> None:
    """Put what `dump()` wrote in the place of the database at `url`.

    The dump goes into a database of its own first; only when that worked do the two change names, so a
    broken file leaves everything as it was. Raises `Misconfigured` where the file cannot be restored, and
    where somebody is connected to the database: `kinema serve` must be stopped.
    """
    if not file.is_file():
        raise Misconfigured(f"There is no dump at {file}.")
    name = str(conninfo_to_dict(url)["dbname"])
    new, old = NEW.format(name), OLD.format(name)
    with psycopg.connect(make_conninfo(url, dbname="postgres"), autocommit=True) as connection:

        def run(statement: LiteralString, *names: str) -> None:
            connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))

        if connection.execute("SELECT 1 FROM pg_stat_activity WHERE datname = %s", [name]).fetchone():
            raise _in_use(name)
        for left_behind in (new, old):
            run("DROP DATABASE IF EXISTS {}", left_behind)
        run("CREATE DATABASE {} TEMPLATE template0", new)
        try:
            target = make_conninfo(url, dbname=new)
            _call(
                "pg_restore",
                target,
                "--no-owner",
                "--no-privileges",
                "--exit-on-error",
                str(file),
            )
            with connection.transaction():
                run("ALTER DATABASE {} RENAME TO {}", name, old)
                run("ALTER DATABASE {} RENAME TO {}", new, name)
        except psycopg.errors.ObjectInUse as error:
            raise _in_use(name) from error
        finally:  # after a success it has another name
            run("DROP DATABASE IF EXISTS {}", new)
        run("DROP DATABASE {}", old)


def _in_use(name: str) -> Misconfigured:
    return Misconfigured(
        f"The database {name} is in use, and a restore takes its place. Stop `kinema serve` and whatever "
        "else is connected to it, then restore again."
    )


def _call(program: str, url: str, *arguments: str) -> None:
    """Run a program on the database at `url`, whose password must not stand in the list of processes."""
    parameters = conninfo_to_dict(url)
    password = parameters.pop("password", None)
    secret = {"PGPASSWORD": str(password)} if password else {}
    arguments = (f"--dbname={make_conninfo('', **parameters)}", *arguments)
    command = [str(binaries.programs() / program), *arguments]
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **secret},
    )
    if done.returncode:
        raise Misconfigured(f"{program} did not succeed: {done.stderr.strip()}")
