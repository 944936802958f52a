"""The portrait policy through HTTP: inline and behind an address, refusing and warning."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread

import pytest
from PIL import Image, ImageOps
from tests.servers import Server, kinema, temporary_folder

ASTRONAUT = Path(__file__).parents[1] / "pictures" / "astronaut.jpg"


def portrait(kind: str = "JPEG") -> bytes:
    """Return a photograph of a person as a 720x1280 file."""
    out = BytesIO()
    ImageOps.pad(Image.open(ASTRONAUT), (720, 1280), color=(90, 90, 90)).save(out, kind)
    return out.getvalue()


def inline(data: bytes) -> list[str]:
    """Return a reference that carries its bytes."""
    return ["data:image/jpeg;base64," + base64.b64encode(data).decode()]


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Serve the portrait as /portrait.jpg; lend the port."""
    folder = tmp_path_factory.mktemp("gallery")
    (folder / "portrait.jpg").write_bytes(portrait())

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as web:
        Thread(target=web.serve_forever, daemon=True).start()
        yield web.server_port
        web.shutdown()


@pytest.fixture(scope="module")
def rejecting(gallery: int) -> Iterator[Server]:
    """Give a server with the default policy that may reach the gallery."""
    with Server.running(KINEMA_EGRESS_ALLOW=f"127.0.0.1:{gallery}") as running:
        yield running


@pytest.fixture(scope="module")
def warning(gallery: int) -> Iterator[Server]:
    """Give a server that only warns."""
    with Server.running(KINEMA_PORTRAIT_POLICY="warn", KINEMA_EGRESS_ALLOW=f"127.0.0.1:{gallery}") as running:
        yield running


@pytest.mark.parametrize("field", ["input_reference", "image_urls"])
def test_an_inline_portrait_is_refused_at_creation(rejecting: Server, field: str) -> None:
    """An inline portrait is a 400 that names its field, says what was found and what to do."""
    answer = rejecting.create(**{field: inline(portrait())})
    assert answer.status_code == 400
    error = answer.json()["error"]
    assert (error["param"], error["code"]) == (field, "portrait_refused")
    assert "a person's face" in error["message"]
    assert "send an image without one" in error["message"]


def test_a_portrait_behind_an_address_fails_its_task(rejecting: Server, gallery: int) -> None:
    """A portrait that the worker fetches fails the task, saying why."""
    done = rejecting.finish(rejecting.accept(image_urls=[f"http://127.0.0.1:{gallery}/portrait.jpg"]))
    assert done["status"] == "failed"
    assert "a person's face" in done["error"]


def test_a_picture_without_a_person_is_taken(rejecting: Server) -> None:
    """Under the same policy a gradient becomes a film, and nothing is warned of."""
    out = BytesIO()
    Image.linear_gradient("L").resize((720, 1280)).convert("RGB").save(out, "PNG")
    answer = rejecting.create(input_reference=inline(out.getvalue()))
    assert answer.status_code == 200, answer.text
    assert "x-kinema-warning" not in answer.headers
    assert rejecting.finish(answer.json()["id"])["status"] == "completed"


def test_a_warning_lets_it_pass(warning: Server, gallery: int) -> None:
    """Under `warn` a portrait is taken either way; the creation's answer and the log tell."""
    answer = warning.create(input_reference=inline(portrait()))
    assert answer.status_code == 200
    assert "a person's face" in answer.headers["x-kinema-warning"]
    assert "portraits.found" in warning.log.read_text()
    task = warning.accept(image_urls=[f"http://127.0.0.1:{gallery}/portrait.jpg"])
    assert warning.finish(task)["status"] == "completed"


def test_another_model_file_stops_the_start() -> None:
    """`serve` does not start with a model file of another hash: exit code 78, and both hashes."""
    with temporary_folder("kinema-model-") as folder:
        (model := folder / "yunet.onnx").write_bytes(b"weights")
        setting = {"KINEMA_FACE_MODEL": str(model), "KINEMA_FACE_MODEL_SHA256": "0" * 64}
        done = kinema("serve", "--data-dir", str(folder / "data"), check=False, **setting)
    assert done.returncode == 78
    assert "KINEMA_FACE_MODEL_SHA256" in done.stderr + done.stdout
    assert "0" * 64 in done.stderr + done.stdout
