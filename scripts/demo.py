"""`make demo`: a server on its embedded defaults, a key, the contract's own example, a film.

Everything goes through the same doors that a user has: the command line and HTTP. The data folder is a
temporary one, so nothing stays behind but the film.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from rich.console import Console

from kinema.cli.generate import watch
from kinema.client import Client, ClientError

PROMPT = "A cat dancing in the rain, cinematic style"
OUT = Path("out")
START_LIMIT = 90.0
"""Seconds in which a first start must be ready; it takes a few."""

console = Console(highlight=False)


def main() -> int:
    """Exit with 0 where a film was made."""
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="kinema-demo-") as folder:
        Path(folder).chmod(0o755)  # as root, the database's own user has to pass through
        data = Path(folder, "data")
        url = f"http://127.0.0.1:{_free_port()}"
        with (OUT / "demo.log").open("w") as log:
            server = _start(url, data, log)
            try:
                return _make_film(server, url, data)
            except (ClientError, TimeoutError) as error:
                console.print(f"[red]The demo failed:[/] {error}\nThe server's log is in {OUT / 'demo.log'}")
                return 1
            finally:
                _stop(server)


def _make_film(server: subprocess.Popen[bytes], url: str, data: Path) -> int:
    began = time.monotonic()
    _wait_until_ready(server, url)
    console.print(f"Kinema is ready at {url} after {time.monotonic() - began:.1f} s")
    created = subprocess.run(
        [sys.executable, "-m", "kinema", "keys", "create", "--tenant", "operator", "--data-dir", str(data)],
        check=True,
        capture_output=True,
        text=True,
    )
    with Client(url, created.stdout.strip()) as client:
        console.print("An API key was made; sending the contract's own example:\n")
        console.print(
            f"  POST /v1/sora/videos\n"
            f'  {{"model": "openAiSora2Plus", "prompt": "{PROMPT}", "aspect_ratio": "16:9", "seconds": 8}}\n'
        )
        began = time.monotonic()
        film = watch(client, client.create(PROMPT, aspect_ratio="16:9", seconds=8))
        if film.status != "completed":
            raise ClientError(film.error or "The film was not made.")
        saved = client.download(film, OUT / "a-cat-dancing-in-the-rain.mp4")
    console.print(
        f"\n{film.duration:g} s of film in {time.monotonic() - began:.1f} s, with sound: [bold]{saved}[/]"
    )
    console.print(
        "\nMore:\n"
        "  make serve                                     a server that stays, on http://127.0.0.1:8000\n"
        '  .venv/bin/kinema generate "two red foxes …"    a film of your own, from it\n'
        "  make help                                      everything else\n"
    )
    return 0


def _start(url: str, data: Path, log: object) -> subprocess.Popen[bytes]:
    console.print("Starting the server: a database, the API and a worker with the animatic engine")
    settings = {name: value for name, value in os.environ.items() if not name.startswith("KINEMA_")}
    command = ["serve", "--port", url.rpartition(":")[2], "--data-dir", str(data)]
    return subprocess.Popen(
        [sys.executable, "-m", "kinema", *command],
        stdout=log,  # type: ignore[arg-type]
        stderr=subprocess.STDOUT,
        env=settings,
        start_new_session=True,  # Ctrl-C reaches this process, which then stops the server in order
    )


def _wait_until_ready(server: subprocess.Popen[bytes], url: str) -> None:
    deadline = time.monotonic() + START_LIMIT
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise ClientError(f"the server ended with exit code {server.returncode}")
        try:
            with opener.open(f"{url}/health/ready", timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"the server was not ready within {START_LIMIT:g} s")


def _stop(server: subprocess.Popen[bytes]) -> None:
    server.send_signal(signal.SIGTERM)
    try:
        server.wait(40)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
    console.print("The server was stopped.")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


if __name__ == "__main__":
    sys.exit(main())
