"""Films that are brought, with OpenAI's own client: taken in, graded or gone on from, told of as others."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path

import av
import httpx2
import openai
import pytest
from tests.acceptance.test_openai_characters import portrayed
from tests.acceptance.test_openai_videos import CREATE
from tests.acceptance.test_sora_contract import refused
from tests.films import film
from tests.servers import Server

pytestmark = pytest.mark.filterwarnings("ignore:The Sora API is scheduled:DeprecationWarning")


@pytest.fixture(scope="module")
def client(server: Server) -> openai.OpenAI:
    """Give a client with a tenant of its own."""
    return openai.OpenAI(base_url=server.url + "/v1", api_key=server.new_key("editor"), max_retries=0)


@pytest.fixture(scope="module")
def upload(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Give a film of one and a half seconds."""
    return film(tmp_path_factory.mktemp("upload") / "a.mp4", (320, 180), 1.5).read_bytes()


@pytest.fixture(scope="module")
def edited(client: openai.OpenAI, upload: bytes) -> openai.types.Video:
    """Give the edit of that film, once it is completed."""
    made = client.videos.edit(prompt="film noir", video=("a.mp4", upload))
    assert (made.status, made.seconds, made.size, made.model) == ("queued", "2", "1280x720", "sora-2")
    return client.videos.poll(made.id)


def seconds_used(server: Server, client: openai.OpenAI) -> int:
    """Return how many seconds the client's tenant was charged today, or will be."""
    used = server.ask("GET", "/v1/usage", key=client.api_key).json()["data"]
    return int(used[0]["seconds"])


def test_a_film_that_is_brought_keeps_its_length(
    server: Server, client: openai.OpenAI, edited: openai.types.Video
) -> None:
    """It has the size that fits best and is as long as it was; its seconds are charged rounded up."""
    assert (edited.status, edited.seconds, edited.remixed_from_video_id) == ("completed", "2", None)
    with av.open(io.BytesIO(client.videos.download_content(edited.id).read())) as opened:
        video = opened.streams.video[0]
        assert (video.width, video.height, video.frames) == (1280, 720, 36)
    assert seconds_used(server, client) == 2
    assert server.ask("GET", f"/v1/result/{edited.id}", key=client.api_key).json()["actualDuration"] == 1.5
    brought = server.data_dir / "objects" / "references" / edited.id
    assert not list(brought.glob("*"))


def test_an_edit_of_an_edit(server: Server, client: openai.OpenAI, edited: openai.types.Video) -> None:
    """What was graded is graded again and can be extended; there is no scene to remix."""
    json = {"prompt": "snow", "video": {"id": edited.id}}
    again = server.ask("POST", f"{CREATE}/edits", key=client.api_key, json=json).json()
    done = client.videos.poll(again["id"])
    assert (done.status, done.seconds, done.remixed_from_video_id) == ("completed", "2", edited.id)
    answer = server.ask("POST", f"{CREATE}/{edited.id}/remix", key=client.api_key, json={"prompt": "snow"})
    refused(answer, 400, "video", "Edit it")
    json["seconds"] = "4"
    longer = server.ask("POST", f"{CREATE}/extensions", key=client.api_key, json=json).json()
    assert (longer["seconds"], client.videos.poll(longer["id"]).status) == ("6", "completed")
    answer = server.ask("POST", f"{CREATE}/{longer['id']}/remix", key=client.api_key, json={"prompt": "snow"})
    refused(answer, 400, "video", "Edit it")


def test_a_file_is_edited_once(server: Server, client: openai.OpenAI, upload: bytes) -> None:
    """A film that was sent before is named by its id; the same request is the same edit, the file gone or
    not."""
    file = client.files.create(file=("a.mp4", upload), purpose="user_data")
    form = {"prompt": (None, "dusk"), "model": (None, "sora-2-pro"), "video[id]": (None, file.id)}
    once = {"Idempotency-Key": "edit-a-file"}
    first = server.ask("POST", f"{CREATE}/edits", key=client.api_key, files=form, headers=once)
    assert first.status_code == 200, first.text
    assert first.json()["model"] == "sora-2-pro"
    client.files.delete(file.id)
    again = server.ask("POST", f"{CREATE}/edits", key=client.api_key, files=form, headers=once)
    assert (again.status_code, again.json()) == (200, first.json())
    gone = server.ask("POST", f"{CREATE}/edits", key=client.api_key, files=form)
    refused(gone, 404, "video", "video.id")
    unknown = {"prompt": "dusk", "video": {"id": "video_" + "0" * 32}}
    for path in ("edits", "extensions"):
        refused(server.ask("POST", f"{CREATE}/{path}", json=unknown), 404, "video", "video.id")


def test_a_film_that_is_brought_is_extended(
    server: Server, client: openai.OpenAI, upload: bytes, tmp_path: Path
) -> None:
    """What comes of it holds it and the new seconds, which alone are charged; it is extended again, edited
    and deleted as any other."""
    (tmp_path / "a.mp4").write_bytes(upload)
    before = seconds_used(server, client)
    with (tmp_path / "a.mp4").open("rb") as file:
        made = client.videos.extend(prompt="on and on", seconds="4", video=file)
    assert (made.status, made.seconds, made.size, made.model) == ("queued", "6", "1280x720", "sora-2")
    assert seconds_used(server, client) - before == 4
    done = client.videos.poll(made.id)
    assert (done.status, done.seconds, done.remixed_from_video_id) == ("completed", "6", None)
    with av.open(io.BytesIO(client.videos.download_content(made.id).read())) as opened:
        assert (opened.streams.video[0].frames, len(opened.streams.audio)) == (132, 1)
    assert not list((server.data_dir / "objects" / "references" / made.id).glob("*"))
    video = {"video": {"id": made.id}}
    longer = client.videos.extend(prompt="on", seconds="4", video=openai.omit, extra_body=video)  # type: ignore[arg-type]
    edit = client.videos.edit(prompt="film noir", video=openai.omit, extra_body=video)  # type: ignore[arg-type]
    assert client.videos.delete(made.id).deleted
    assert [(film.status, film.seconds) for film in map(client.videos.poll, (longer.id, edit.id))] == [
        ("completed", "10"),
        ("completed", "6"),
    ]
    answer = server.ask("POST", f"{CREATE}/{longer.id}/remix", key=client.api_key, json={"prompt": "snow"})
    refused(answer, 400, "video", "Edit it")


def test_a_file_is_extended_once(server: Server, client: openai.OpenAI, upload: bytes) -> None:
    """A file is named by its id and the model by its name; the same request is the same extension, and not
    the edit of that file."""
    file = client.files.create(file=("a.mp4", upload), purpose="user_data")
    json = {"prompt": "dusk", "model": "sora-2-pro", "video": {"id": file.id}}
    once = {"Idempotency-Key": "extend-a-file"}
    ask = {"key": client.api_key, "json": json, "headers": once}
    first, again = (server.ask("POST", f"{CREATE}/extensions", **ask) for _ in range(2))
    assert first.status_code == 200, first.text
    assert (first.json()["model"], first.json()["seconds"]) == ("sora-2-pro", "6")
    assert again.json()["id"] == first.json()["id"]
    assert server.ask("POST", f"{CREATE}/edits", **ask).status_code == 409


@pytest.mark.parametrize("path", ["edits", "extensions"])
def test_a_repeated_upload_is_not_decoded(server: Server, upload: bytes, path: str) -> None:
    """The idempotency key is looked up before the film is: its repetition, and its use for another request,
    cost no decoding."""
    once = {"Idempotency-Key": f"bytes-{path}"}

    def send(prompt: str) -> httpx2.Response:
        form = {"prompt": (None, prompt), "video": ("a.mp4", upload)}
        return server.ask("POST", f"{CREATE}/{path}", files=form, headers=once)

    first = send("dusk")
    with ThreadPoolExecutor(2) as pool:
        repeated = pool.submit(send, "dusk"), pool.submit(send, "snow")
        while not all(answer.done() for answer in repeated):
            assert not server.role.children("sandbox/film.py")
    assert [(first.status_code, repeated[0].result().json())] == [(200, first.json())]
    refused(repeated[1].result(), 409, None, f"which made {first.json()['id']}")


def test_a_broken_form_is_not_in_the_log(server: Server) -> None:
    """A form whose parts cannot be told apart is refused to its sender, and the log has no warning of it."""
    headers = {"Content-Type": "multipart/form-data; boundary=edge"}
    refused(server.ask("POST", f"{CREATE}/edits", content=b"not a form", headers=headers), 400, None, "form")
    assert "python_multipart" not in server.log.read_text()


def test_what_is_no_film_to_begin_with(
    server: Server, client: openai.OpenAI, upload: bytes, tmp_path: Path
) -> None:
    """Hostile, endless and portrait films, unknown fields, other lengths: a 400 that names the field."""
    endless = film(tmp_path / "a.mp4", (64, 64), 21, fps=5, sound=None).read_bytes()
    for data, said in (
        (b"", "cannot be read"),
        (upload[:5000], "cannot be read"),
        (endless, "longer than 20 seconds"),
        (portrayed(tmp_path), "a person's face"),
    ):
        with pytest.raises(openai.BadRequestError, match=said) as error:
            client.videos.edit(prompt="snow", video=("a.mp4", data))
        assert error.value.param == "video"
    with pytest.raises(openai.BadRequestError, match="a person's face") as error:
        client.videos.extend(prompt="snow", seconds="4", video=("a.mp4", data))
    for path, field in product(("edits", "extensions"), ("seconds", "size", "characters[][id]")):
        form = {"prompt": (None, "snow"), "video": ("a.mp4", upload), field: (None, "5")}
        refused(server.ask("POST", f"{CREATE}/{path}", files=form), 400, field.partition("[")[0])
    refused(server.ask("POST", f"{CREATE}/edits", files={"video": ("a.mp4", upload)}), 400, "prompt")
