"""The commands, as an operator types them."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import stat
import subprocess
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
import pytest
from PIL import Image
from tests.packages import install
from tests.seaweed import SECRET, aws_environment
from tests.servers import FAKE, Server, free_port, kinema, temporary_folder

from kinema import __version__

EX_CONFIG = 78
Done = subprocess.CompletedProcess[str]


def at(folder: Path | Server) -> list[str]:
    """Return the option that names an installation's data folder."""
    return ["--data-dir", str(folder.data_dir if isinstance(folder, Server) else folder)]


def refused(done: Done, code: int, *words: str) -> None:
    """Make sure that a command ended so, with one plain sentence on standard error and no traceback."""
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert "kinema: " in done.stderr
    for word in words:
        assert word in done.stderr


def listed(*words: str) -> list[dict[str, Any]]:
    """Return what a command lists as JSON."""
    rows: list[dict[str, Any]] = json.loads(kinema(*words, "--json").stdout)
    return rows


def accepts(server: Server, key: str) -> bool:
    """Tell whether a key opens the server."""
    return server.ask("GET", "/v1/result/x", key=key).status_code == 404


# Tenants and keys, beside a running server


def test_a_new_tenant_and_its_key(server: Server) -> None:
    """A tenant is added and listed, its key works at once and is shown this once, and never again."""
    said = kinema("tenants", "create", "acme", *at(server)).stdout
    assert "kinema keys create --tenant acme" in said
    made = kinema("keys", "create", "--tenant", "acme", *at(server))
    key = made.stdout.strip()
    assert re.fullmatch(r"kn-[\w-]{43}", key)
    assert accepts(server, key)
    row = next(row for row in listed("tenants", "list", *at(server)) if row["name"] == "acme")
    assert row["keys"] == 1
    assert UUID(row["id"])
    assert datetime.fromisoformat(row["created_at"]).tzinfo
    found = listed("keys", "list", "--tenant", "acme", *at(server))
    assert [row["tenant"] for row in found] == ["acme"]
    assert found[0]["hint"] == f"kn-…{key[-4:]}"
    assert found[0]["revoked_at"] is None
    assert found[0]["id"] in made.stderr
    shown = kinema("keys", "list", *at(server)).stdout
    assert found[0]["id"] in shown
    assert "operator" in shown
    assert key not in shown + json.dumps(found)
    assert "acme" in kinema("tenants", "list", *at(server)).stdout


def test_a_revoked_key_is_401_at_once(server: Server) -> None:
    """A revoked key opens nothing from that moment on; the tenant's other key still does."""
    two = server.new_key("leaver")
    made = json.loads(kinema("keys", "create", "--tenant", "leaver", "--json", *at(server)).stdout)
    identifier, one = made["id"], made["key"]
    assert accepts(server, one)
    assert "revoked" in kinema("keys", "revoke", identifier, *at(server)).stdout
    assert server.ask("GET", "/v1/result/x", key=one).status_code == 401
    assert accepts(server, two)
    when = {row["id"]: row["revoked_at"] for row in listed("keys", "list", "--tenant", "leaver", *at(server))}
    assert when.pop(identifier) is not None
    assert [*when.values()] == [None]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["keys", "create", "--tenant", "nobody"], ["'nobody'", "kinema tenants create"]),
        (["keys", "revoke", "nonsense"], ["'nonsense'", "kinema keys list"]),
        (["keys", "revoke", "00000000-0000-0000-0000-000000000000"], ["kinema keys list"]),
        (["tenants", "create", "operator"], ["'operator' already"]),
        (["tenants", "create", "a b"], ["'a b'", "letters"]),
        (["tenants", "create", "x" * 64], ["1 to 63"]),
    ],
)
def test_what_cannot_be_is_refused_in_words(server: Server, words: list[str], said: list[str]) -> None:
    """An unknown tenant or key and a name that can be none are refused in one sentence, with exit code 1."""
    refused(kinema(*words, *at(server), check=False), 1, *said)


# Without a server


@pytest.fixture(scope="module")
def idle() -> Iterator[Path]:
    """Give the data folder of an installation that was made by a command and that no server runs on."""
    with temporary_folder("kinema-idle-") as folder:
        kinema("tenants", "create", "acme", *at(folder))
        yield folder


def test_tenants_and_keys_without_a_server(idle: Path) -> None:
    """Keys are made and revoked while no server runs: the commands run the database for the while."""
    made = json.loads(kinema("keys", "create", "--tenant", "acme", "--json", *at(idle)).stdout)
    assert set(made) == {"id", "tenant", "key"}
    kinema("keys", "revoke", made["id"], *at(idle))
    row = next(row for row in listed("keys", "list", *at(idle)) if row["id"] == made["id"])
    assert row["revoked_at"]
    assert not [*idle.glob("**/postmaster.pid")], "a command left its database running"


# Film by command


def test_generate_saves_the_film(server: Server, tmp_path: Path) -> None:
    """`generate` makes a film with the operator's key, saves it where it was told and prints where."""
    out = tmp_path / "new folder" / "film.mp4"
    done = kinema("generate", "A cat", "--url", server.url, "--out", str(out), "--seconds", "4", *at(server))
    assert done.stdout.splitlines()[-1].endswith("film.mp4")
    assert out.read_bytes()[4:8] == b"ftyp"
    assert [path.name for path in out.parent.iterdir()] == ["film.mp4"]


def test_generate_with_an_image(server: Server, tmp_path: Path) -> None:
    """`generate --image` takes a picture as the first frame."""
    picture, out = tmp_path / "first.webp", tmp_path / "film.mp4"
    Image.new("RGB", (1280, 720)).save(picture)
    words = ["A cat", "--size", "1280x720", "--image", str(picture), "--out", str(out)]
    kinema("generate", *words, KINEMA_URL=server.url, KINEMA_KEY=server.key)
    assert out.stat().st_size > 1_000


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["A cat", "--size", "1x1"], ["720x1280 or 1280x720", '"1x1"']),
        (["A cat", "--seconds", "5"], ["4, 8 or 12"]),
        (["A [fail] cat"], ["not made", "asked the fake engine to fail"]),
        (["A cat", "--key", "kn-wrong"], ["API key"]),
        (["A cat", "--key", "ключ"], ["key"]),
        (["A cat", "--out", "/dev/null/film.mp4"], ["cannot be saved", "/dev/null/film.mp4"]),
        (["A cat", "--url", "http://a:b"], ["address"]),
        (["A cat", "--url", "nonsense"], ["cannot be reached"]),
    ],
)
def test_generate_says_why_not(server: Server, tmp_path: Path, words: list[str], said: list[str]) -> None:
    """A refusal, a film that fails and a wrong option end `generate` in a sentence and with exit code 1."""
    more = [] if "--url" in words else ["--url", server.url]
    out = [] if "--out" in words else ["--out", str(tmp_path / "film.mp4")]
    refused(kinema("generate", *words, *more, *out, *at(server), check=False), 1, *said)
    assert not [*tmp_path.iterdir()]


def test_generate_without_a_server(tmp_path: Path) -> None:
    """Where nobody listens, `generate` says which address it asked."""
    url = f"http://127.0.0.1:{free_port()}"
    done = kinema("generate", "A cat", "--url", url, "--key", "kn-any", check=False)
    refused(done, 1, url, "cannot be reached")


def test_generate_without_a_key(tmp_path: Path) -> None:
    """Without a key, and without an installation here, `generate` says how to give one."""
    refused(kinema("generate", "A cat", *at(tmp_path), check=False), EX_CONFIG, "--key", str(tmp_path))


# Examining an installation


def test_doctor_of_a_healthy_installation(server: Server) -> None:
    """`doctor` finds nothing wrong beside a running server, and says what it looked at."""
    done = kinema("doctor", *at(server), KINEMA_PORT=str(server.port), **FAKE)
    assert "bad" not in done.stdout
    for word in (
        "settings",
        "engine fake",
        "data folder",
        "storage",
        "free space",
        "database and schema",
        "port",
    ):
        assert word in done.stdout


def test_doctor_of_a_sick_one(server: Server, tmp_path: Path) -> None:
    """`doctor` names what is wrong, goes on to the rest and ends with exit code 1."""
    site = install(tmp_path, "teahouse", {}, {"terraces": "teahouse:PLACE"})
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        done = kinema(
            "doctor",
            check=False,
            KINEMA_DATA_DIR="/dev/null/data",
            KINEMA_DATABASE_URL="postgresql://u:hunter2@127.0.0.1:1/x",
            KINEMA_SLOTS='{"nope": 1}',
            KINEMA_PORT=str(taken.getsockname()[1]),
            PYTHONPATH=os.pathsep.join(filter(None, (os.environ.get("PYTHONPATH"), str(site)))),
        )
    assert done.returncode == 1
    assert "hunter2" not in done.stdout + done.stderr
    bad = [line for line in done.stdout.splitlines() if line.strip().startswith("bad")]
    for word in (
        "engine nope",
        "extension terraces (teahouse 1.0)",
        "data folder",
        "free space",
        "database",
        "port",
    ):
        assert any(word in line for line in bad), done.stdout


def test_doctor_of_a_bucket_that_is_away(server: Server) -> None:
    """`doctor` says why the storage cannot be used, once and without its secret."""
    aws = aws_environment(f"http://127.0.0.1:{free_port()}")
    done = kinema("doctor", *at(server), check=False, KINEMA_STORAGE_URL="s3://films", **aws, **FAKE)
    assert done.returncode == 1
    (bad,) = [line for line in done.stdout.splitlines() if "storage" in line]
    assert "s3://films" in bad
    assert "error sending request" in bad
    assert SECRET not in done.stdout + done.stderr


def test_a_bucket_without_credentials_is_refused(database_url: str) -> None:
    """`api` and `worker` do not start on a bucket that they cannot open, and name the variable."""
    settings = {"KINEMA_DATABASE_URL": database_url, "KINEMA_STORAGE_URL": "s3://films"}
    for command in ("api", "worker"):
        done = kinema(command, check=False, **settings, **FAKE, **aws_environment("", secret=""))
        refused(done, EX_CONFIG, "AWS_SECRET_ACCESS_KEY")


def test_doctor_of_wrong_settings() -> None:
    """Settings that cannot be read are what `doctor` finds, in the words that name the variable."""
    done = kinema("doctor", check=False, KINEMA_SLOTS="{")
    assert done.returncode == 1
    assert "KINEMA_SLOTS" in done.stdout


# The schema


def test_the_schema_of_a_database_of_ones_own(empty_database: str) -> None:
    """`db check` refuses an empty database saying what to do, `db upgrade` does it, twice without harm."""
    setting = {"KINEMA_DATABASE_URL": empty_database}
    refused(kinema("db", "check", check=False, **setting), EX_CONFIG, "kinema db upgrade", "none")
    for _ in range(2):
        assert "revision" in kinema("db", "upgrade", **setting).stderr
    assert "as it should be" in kinema("db", "check", **setting).stdout
    with psycopg.connect(empty_database) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    for command in ("check", "upgrade"):
        refused(kinema("db", command, check=False, **setting), EX_CONFIG, "9999", "newer")


@pytest.mark.parametrize("command", [["db", "check"], ["db", "upgrade"]])
def test_a_database_that_is_away(command: list[str]) -> None:
    """A database that does not answer ends a command in a sentence, without its password."""
    done = kinema(*command, check=False, KINEMA_DATABASE_URL="postgresql://u:hunter2@127.0.0.1:1/x")
    refused(done, 1, "database")
    assert "hunter2" not in done.stderr


@pytest.mark.parametrize("role", ["api", "worker"])
def test_a_role_apart_needs_a_database(role: str) -> None:
    """`api` and `worker` alone are refused without a database to share, and say so."""
    refused(kinema(role, check=False), EX_CONFIG, "KINEMA_DATABASE_URL", "kinema serve")


def test_a_workers_slots_are_a_number() -> None:
    """`worker --engine` with slots that are no number from 1 to 64 is refused, not taken for one slot."""
    for count in ("two", "0"):
        refused(kinema("worker", "--engine", f"fake={count}", check=False), EX_CONFIG, "KINEMA_SLOTS (fake)")


def test_version_and_help() -> None:
    """`version` prints the version; without a command, the commands are listed."""
    assert kinema("version").stdout.strip() == __version__
    listing = kinema(check=False)
    words = ("serve", "api", "worker", "generate", "doctor", "tenants", "keys", "models", "db", "version")
    for word in words:
        assert word in listing.stdout + listing.stderr


# How serving starts


def test_the_first_key_is_the_operators_alone(server: Server) -> None:
    """The first key is left in a file that its owner alone can read, and the log does not hold it."""
    path = server.data_dir / "operator.key"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    log = server.log.read_text()
    assert str(path) in log
    assert server.key not in log


def test_a_port_in_use_is_refused(tmp_path: Path) -> None:
    """Where somebody else has the port, `serve` says so and makes nothing."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = kinema("serve", "--port", port, *at(tmp_path / "data"), check=False, **FAKE)
    refused(done, EX_CONFIG, port, "--port")
    assert not (tmp_path / "data").exists()


def test_a_second_server_on_the_same_data_is_refused(server: Server) -> None:
    """A second `serve` on one data folder is refused in words, and the first goes on."""
    done = kinema("serve", "--port", str(free_port()), *at(server), check=False, **FAKE)
    refused(done, EX_CONFIG, str(server.data_dir))
    server.wait_until_ready()


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"KINEMA_BOOTSTRAP_KEY": "too-short"}, ["KINEMA_BOOTSTRAP_KEY", "20"]),
        ({"KINEMA_BOOTSTRAP_KEY": ""}, ["KINEMA_BOOTSTRAP_KEY", "20"]),
        ({"KINEMA_SLOTS": '{"nope": 1}'}, ["'nope'", "Installed:", "fake"]),
        ({"KINEMA_EGRESS_ALLOW": "minio"}, ["KINEMA_EGRESS_ALLOW", "minio.internal:9000"]),
        ({"KINEMA_MODELS": "{"}, ["KINEMA_MODELS", "JSON"]),
    ],
)
def test_wrong_settings_stop_the_start(tmp_path: Path, settings: dict[str, str], words: list[str]) -> None:
    """`serve` does not start with settings that cannot be: exit code 78, and words that name them."""
    done = kinema("serve", *at(tmp_path / "data"), check=False, **{**FAKE, **settings})
    refused(done, EX_CONFIG, *words)
    assert "too-short" not in done.stderr
    assert not (tmp_path / "data").exists()


def test_a_brought_key() -> None:
    """KINEMA_BOOTSTRAP_KEY is the operator's key, is in no file or log; SIGTERM ends the server with 0."""
    brought = "brought-by-the-operator-" + os.urandom(8).hex()
    with Server.running(KINEMA_BOOTSTRAP_KEY=brought) as server:
        assert accepts(server, brought)
        assert not (server.data_dir / "operator.key").exists()
        assert [row["tenant"] for row in listed("keys", "list", *at(server))] == ["operator"]
        assert brought not in server.log.read_text()
        server.role.signal(signal.SIGTERM)
        assert server.role.process.wait(30) == 0
