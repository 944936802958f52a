"""Edits of films that are brought, with OpenAI's own client: taken in, graded, and told of as other films."""

from __future__ import annotations

import io
from pathlib import Path

import av
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


def test_a_film_that_is_brought_keeps_its_length(
    server: Server, client: openai.OpenAI, edited: openai.types.Video
) -> None:
    """It has the size that fits best and is as long as it was; its seconds are charged rounded up."""
    assert (edited.status, edited.seconds, edited.remixed_from_video_id) == ("completed", "2", None)
    with av.open(io.BytesIO(client.videos.download_content(edited.id).read())) as opened:
        video = opened.streams.video[0]
        assert (video.width, video.height, video.frames) == (1280, 720, 36)
    used = server.ask("GET", "/v1/usage", key=client.api_key).json()["data"]
    assert used[0]["seconds"] == 2
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


def test_a_film_that_is_brought_is_edited_before_it_is_extended(server: Server, upload: bytes) -> None:
    """An extension of one is refused as a file and by a file's id, and the refusal says what to do."""
    for video in ({"video": ("a.mp4", upload)}, {"video[id]": (None, "file_" + "0" * 32)}):
        answer = server.ask("POST", f"{CREATE}/extensions", files={"prompt": (None, "snow"), **video})
        refused(answer, 400, "video", "POST /v1/videos/edits")


def test_a_broken_form_is_not_in_the_log(server: Server) -> None:
    """A form whose parts cannot be told apart is refused to its sender, and the log has no warning of it."""
    headers = {"Content-Type": "multipart/form-data; boundary=edge"}
    refused(server.ask("POST", f"{CREATE}/edits", content=b"not a form", headers=headers), 400, None, "form")
    assert "python_multipart" not in server.log.read_text()


def test_what_is_no_film_to_edit(
    server: Server, client: openai.OpenAI, upload: bytes, tmp_path: Path
) -> None:
    """Hostile, endless and portrait films and unknown fields are a 400 that names the field."""
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
    for field in ("seconds", "size", "characters[][id]"):
        form = {"prompt": (None, "snow"), "video": ("a.mp4", upload), field: (None, "4")}
        refused(server.ask("POST", f"{CREATE}/edits", files=form), 400, field.partition("[")[0])
    refused(server.ask("POST", f"{CREATE}/edits", files={"video": ("a.mp4", upload)}), 400, "prompt")
