"""Clients of others, unmodified, against a real server with the fake engine: `make test-clients`."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.acceptance.test_sora_contract import picture
from tests.films import film
from tests.servers import Server, clean_environment, free_port, kinema

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
INSTALLED = ROOT / ".venv-clients" / "bin"
PATIENCE = 60.0

BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)

Run = Callable[..., str]


@pytest.fixture(scope="module")
def receiver() -> str:
    """Give a free address that webhooks may be received at."""
    return f"127.0.0.1:{free_port()}"


@pytest.fixture(scope="module")
def server(receiver: str) -> Iterator[Server]:
    """Give a server that may send to that address."""
    with Server.running(KINEMA_WEBHOOK_ALLOW=receiver) as running:
        yield running


@pytest.fixture(scope="module")
def admin_key(server: Server) -> str:
    """Give a key that may administer."""
    options = ("--tenant", "operator", "--scope", "admin", "--json", "--data-dir", str(server.data_dir))
    return str(json.loads(kinema("keys", "create", *options).stdout)["key"])


@pytest.fixture
def run(server: Server, tmp_path: Path) -> Run:
    """Give what runs a client in an empty folder, to its good end, and returns what it printed."""
    environment = clean_environment(
        {
            "KINEMA_URL": server.url,
            "KINEMA_KEY": server.key,
            "LITELLM_LOCAL_MODEL_COST_MAP": "True",  # it would ask the network for a newer one
            "no_proxy": "127.0.0.1",
        }
    )

    def run(*command: str | Path, **more: str) -> str:
        client = subprocess.Popen(
            command,
            cwd=tmp_path,
            env={**environment, **more},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        try:
            printed, _ = client.communicate(timeout=PATIENCE)
        except BaseException:
            os.killpg(client.pid, signal.SIGKILL)
            raise
        assert client.returncode == 0, f"{command} exited with {client.returncode}:\n{printed}"
        return printed

    return run


@pytest.fixture
def brought(tmp_path: Path) -> dict[str, str]:
    """Give where what users bring is: PICTURE and FILM, that films may begin with."""
    cat = tmp_path / "cat.png"
    cat.write_bytes(picture(720, 1280))
    return {"PICTURE": str(cat), "FILM": str(film(tmp_path / "film.mp4", seconds=1.5))}


@pytest.mark.parametrize("tests", ["openai.test.mjs", "openai-webhooks.test.mjs"])
def test_openai_for_node(run: Run, brought: dict[str, str], receiver: str, tests: str) -> None:
    """Every test of OpenAI's client for Node passes, and there are some."""
    printed = run(INSTALLED / "node", "--test", HERE / tests, **brought, RECEIVER=receiver)
    assert re.search(r"pass [1-9]", printed), printed


def test_litellm(run: Run, brought: dict[str, str]) -> None:
    """LiteLLM's functions for videos, in turn and asynchronous, do what they do with OpenAI."""
    run(INSTALLED / "python", HERE / "litellm_videos.py", **brought)


@pytest.mark.parametrize(
    ("client", "file", "pin"),
    [
        ("`openai` for Python", "requirements/dev.txt", "\nopenai=={} "),
        ("`openai` for Node", "tests/clients/package.json", '"openai": "{}"'),
        ("`litellm`", "requirements/clients.txt", "\nlitellm=={} "),
    ],
    ids=["python", "node", "litellm"],
)
def test_documented_versions(client: str, file: str, pin: str) -> None:
    """The versions that the docs say are tested are those that are pinned."""
    row = re.search(rf"^\| {client} \| (\S+) \|", (ROOT / "docs" / "api.md").read_text(), re.MULTILINE)
    assert row, f"docs/api.md has no row for {client}"
    assert pin.format(row[1]) in (ROOT / file).read_text()


def snippets(word: str, language: str = "") -> list[pytest.ParameterSet]:
    """Return the blocks in README.md and the docs that have the word, of that language where one is given."""
    return [
        pytest.param(match[2], id=f"{page.name}:{text.count(chr(10), 0, match.start()) + 1}")
        for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
        for text in [page.read_text()]
        for match in BLOCK.finditer(text)
        if language in ("", match[1]) and word in match[2]
    ]


@pytest.mark.parametrize("snippet", snippets("KINEMA_KEY", "python"))
def test_documented_python(run: Run, tmp_path: Path, snippet: str) -> None:
    """A documented Python program runs as it is written, and leaves a film."""
    run(sys.executable, "-c", snippet)
    assert is_film(tmp_path / "cat.mp4")


@pytest.mark.parametrize("snippet", snippets("KINEMA_KEY", "js"))
def test_documented_node(run: Run, tmp_path: Path, snippet: str) -> None:
    """A documented program for Node runs as it is written, and leaves a film."""
    (tmp_path / "node_modules").symlink_to(HERE / "node_modules")
    program = tmp_path / "cat.mjs"
    program.write_text(snippet)
    run(INSTALLED / "node", program)
    assert is_film(tmp_path / "cat.mp4")


@pytest.mark.usefixtures("brought")
@pytest.mark.parametrize("snippet", snippets("curl "))
def test_documented_curl(run: Run, server: Server, admin_key: str, tmp_path: Path, snippet: str) -> None:
    """Documented curl commands succeed as they are written, in turn, and the answers have what is shown."""
    (tmp_path / ".curlrc").write_text("fail-with-body\nsilent\nshow-error\n")
    last = ""
    for command in re.split(r"^(?=curl )", snippet, flags=re.MULTILINE)[1:]:
        printed = run("bash", "-euc", command, ID=last, CURL_HOME=str(tmp_path), KINEMA_ADMIN_KEY=admin_key)
        if " -o " in command or " -N " in command:
            continue
        answer = json.loads(printed)
        shown = re.findall(r'"(\w+)":', "".join(re.findall(r"^#.*", command, re.MULTILINE)))
        assert set(shown) <= set(answer), answer
        last = answer.get("id", last)
        if answer.get("status") == "queued":
            server.finish(last)


def is_film(path: Path) -> bool:
    """Tell whether a file is an MP4."""
    return path.read_bytes()[4:8] == b"ftyp"
