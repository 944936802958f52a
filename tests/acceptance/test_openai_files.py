"""Files with OpenAI's own client: kept, listed, used as a reference, expired and deleted."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import Any

import httpx2
import openai
import psycopg
import pytest
from openai.types import FileObject
from PIL import Image
from tests.acceptance.test_portraits import portrait
from tests.acceptance.test_sora_contract import refused
from tests.servers import Server, eventually

pytestmark = pytest.mark.filterwarnings("ignore:The Sora API is scheduled:DeprecationWarning")


@pytest.fixture(scope="module")
def client(server: Server) -> openai.OpenAI:
    """Give a client with a tenant of its own."""
    return openai.OpenAI(base_url=server.url + "/v1", api_key=server.new_key("filer"), max_retries=0)


def png(size: tuple[int, int] = (720, 1280)) -> bytes:
    """A picture of nobody."""
    out = BytesIO()
    Image.linear_gradient("L").resize(size).convert("RGB").save(out, "PNG")
    return out.getvalue()


def test_a_file_comes_back_as_it_was_sent(client: openai.OpenAI) -> None:
    """What the client types say is there, and the bytes are the same; the name loses its folders."""
    sent = bytes(range(256)) * 20
    file = client.files.create(file=("../etc/Katze 🐈.bin", sent), purpose="user_data")
    assert isinstance(file, FileObject)
    assert (file.object, file.bytes, file.filename) == ("file", len(sent), "Katze 🐈.bin")
    assert (file.purpose, file.status, file.expires_at) == ("user_data", "processed", None)
    assert abs(file.created_at - time.time()) < 60
    assert client.files.retrieve(file.id) == file
    answer = client.files.with_raw_response.content(file.id)
    assert answer.content == sent
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_files_are_listed_page_by_page(client: openai.OpenAI) -> None:
    """The client's own paging sees each file once, in either order, and by purpose."""
    ids = [client.files.create(file=(f"{n}.txt", b"x"), purpose="vision").id for n in range(3)]
    assert [file.id for file in client.files.list(limit=2, purpose="vision")] == ids[::-1]
    assert [file.id for file in client.files.list(limit=1, order="asc", purpose="vision")] == ids
    for wrong in (
        {"after": "video_" + "0" * 32},
        {"after": "\0"},
        {"purpose": "\0"},
        {"limit": 0},
        {"limit": 10_001},
    ):
        with pytest.raises(openai.BadRequestError) as error:
            client.files.list(**wrong)
        assert [error.value.param] == list(wrong)


def test_files_may_be_deleted_while_they_are_listed(client: openai.OpenAI) -> None:
    """The client's own paging goes on behind a file that is deleted by then, in either order."""
    for order in ("desc", "asc"):
        ids = {client.files.create(file=(f"{n}.txt", b"x"), purpose="batch").id for n in range(3)}
        deleted = {
            client.files.delete(file.id).id
            for file in client.files.list(limit=1, order=order, purpose="batch")  # type: ignore[arg-type]
        }
        assert deleted == ids


def test_a_deleted_file_is_gone(client: openai.OpenAI) -> None:
    """Its id is unknown from then on, for every verb."""
    file = client.files.create(file=("a.txt", b"x"), purpose="evals")
    gone = client.files.delete(file.id)
    assert (gone.id, gone.object, gone.deleted) == (file.id, "file", True)
    for ask in (client.files.retrieve, client.files.delete, client.files.content):
        with pytest.raises(openai.NotFoundError):
            ask(file.id)


def test_a_file_expires_when_it_was_said_to(server: Server, client: openai.OpenAI) -> None:
    """Once its time is over nobody sees it, and the sweeper takes its bytes."""
    file = client.files.create(
        file=("a.txt", b"x"), purpose="vision", expires_after={"anchor": "created_at", "seconds": 3600}
    )
    assert file.expires_at == pytest.approx(file.created_at + 3600, abs=1)
    kept = server.data_dir / "objects" / "files" / file.id / "content"
    assert kept.read_bytes() == b"x"
    with psycopg.connect(server.database_url) as connection:
        connection.execute("UPDATE files SET expires_at = now() WHERE id = %s", [file.id])
    with pytest.raises(openai.NotFoundError):
        client.files.retrieve(file.id)
    eventually(lambda: not kept.exists(), 15, "the end of the file")


@pytest.mark.parametrize(
    ("fields", "param"),
    [
        ({"purpose": "vision"}, "file"),
        ({"file": b"x"}, "purpose"),
        ({"file": b"x", "purpose": "fun"}, "purpose"),
        ({"file": "text", "purpose": "vision"}, "file"),
        ({"file": b"", "purpose": "vision"}, "file"),
        ({"file": b"x", "purpose": "vision", "name": "a"}, "name"),
        *(
            ({"file": b"x", "purpose": "vision", **expiry}, "expires_after")
            for expiry in (
                {"expires_after[seconds]": "3600"},
                {"expires_after[anchor]": "created_at", "expires_after[seconds]": "3599"},
                {"expires_after[anchor]": "created_at", "expires_after[seconds]": "1e9"},
                {"expires_after": "3600"},
            )
        ),
    ],
)
def test_a_file_that_cannot_be(server: Server, fields: dict[str, Any], param: str) -> None:
    """A missing, odd or unknown field is a 400 that names it."""
    form = {
        name: ("a", value) if isinstance(value, bytes) else (None, value) for name, value in fields.items()
    }
    refused(server.ask("POST", "/v1/files", files=form), 400, param)


def test_what_is_kept_has_a_bound(server: Server) -> None:
    """A tenant that keeps as much as it may is told so, and nothing is stored of what it sends then."""
    key = server.new_key("hoarder")
    with psycopg.connect(server.database_url) as connection:
        connection.execute(
            "INSERT INTO files (id, tenant_id, filename, purpose, bytes) "
            "SELECT 'file_' || repeat('f', 32), id, 'all', 'vision', 1073741823 "
            "FROM tenants WHERE name = 'hoarder'"
        )
    form = {"purpose": (None, "vision"), "file": ("a", b"xy")}
    before = len(list((server.data_dir / "objects" / "files").iterdir()))
    refused(server.ask("POST", "/v1/files", files=form, key=key), 402, None, "1,024 MiB")
    assert len(list((server.data_dir / "objects" / "files").iterdir())) <= before
    form["file"] = ("a", b"x")
    assert server.ask("POST", "/v1/files", files=form, key=key).status_code == 200


def test_an_idempotency_key_makes_one_file(server: Server) -> None:
    """Parallel requests make one file and one object and answer the same; other bytes, another name and a
    deleted file are 409."""
    key = server.new_key("careful")

    def send(data: bytes = b"x", name: str = "a", once: str = "file-1") -> httpx2.Response:
        form = {
            "purpose": (None, "vision"),
            "file": (name, data),
            "expires_after[anchor]": (None, "created_at"),
            "expires_after[seconds]": (None, "3600"),
        }
        return server.ask("POST", "/v1/files", files=form, key=key, headers={"Idempotency-Key": once})

    folder = server.data_dir / "objects" / "files"
    before = {path for path in folder.rglob("*") if path.is_file()}
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: send(), range(4)))
    assert {(answer.status_code, answer.text) for answer in answers} == {(200, answers[0].text)}
    made = answers[0].json()["id"]
    assert {path for path in folder.rglob("*") if path.is_file()} - before == {folder / made / "content"}
    for other in (send(b"y"), send(name="b")):
        refused(other, 409, None, "another request")
        assert other.json()["error"]["code"] == "idempotency_key_reused"
    film = server.ask(
        "POST", "/v1/videos", json={"prompt": "A"}, key=key, headers={"Idempotency-Key": "file-1"}
    )
    refused(film, 409, None, "another request")
    assert send(once="file-2").json()["id"] != made
    assert server.ask("DELETE", f"/v1/files/{made}", key=key).status_code == 200
    refused(send(), 409, None, f"made {made}, which is gone")
    assert not (folder / made / "content").exists()


def test_a_file_is_a_reference(server: Server, client: openai.OpenAI) -> None:
    """An image that was sent before is the first frame, read when the film is asked for: it may go then."""
    file = client.files.create(file=("a.png", png()), purpose="vision")
    video = client.videos.create(
        prompt="A cat [sleep=1]", extra_body={"input_reference": {"file_id": file.id}}
    )
    client.files.delete(file.id)
    done = eventually(lambda: (found := client.videos.retrieve(video.id)).status == "completed" and found)
    assert done.id == video.id
    json = {"prompt": "A cat", "input_reference": {"file_id": file.id}}
    refused(server.ask("POST", "/v1/videos", json=json), 404, "input_reference", "input_reference.file_id")


def test_a_file_is_judged_as_any_reference(client: openai.OpenAI) -> None:
    """No picture, another size and a portrait are refused when they are used, each in its own words."""
    for data, said in ((b"x", "not a PNG"), (png((64, 64)), "64x64"), (portrait(), "a person's face")):
        file = client.files.create(file=("a", data), purpose="vision")
        with pytest.raises(openai.BadRequestError, match=said) as error:
            client.videos.create(prompt="A cat", extra_body={"input_reference": {"file_id": file.id}})
        assert error.value.param == "input_reference"


def test_files_are_their_tenants_own(server: Server, client: openai.OpenAI) -> None:
    """A foreign id is an unknown one, in paths and in bodies."""
    file = client.files.create(file=("a.png", png()), purpose="vision")
    for method, path, body in (
        ("GET", "/v1/files/{}", None),
        ("DELETE", "/v1/files/{}", None),
        ("GET", "/v1/files/{}/content", None),
        ("POST", "/v1/videos", {"prompt": "A cat", "input_reference": {"file_id": "{}"}}),
    ):
        answers = [
            server.ask(
                method,
                path.format(file_id),
                json=body and {**body, "input_reference": {"file_id": file_id}},
            )
            for file_id in (file.id, "file_" + "0" * 32, "x")
        ]
        assert {(answer.status_code, answer.text) for answer in answers} == {(404, answers[0].text)}
    assert client.files.retrieve(file.id) == file
