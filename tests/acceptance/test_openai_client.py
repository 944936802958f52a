"""OpenAI's own Python client, unmodified, against a real server with the fake engine."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import av
import openai
import pytest
from PIL import Image
from tests.acceptance.test_sora_contract import inline, picture
from tests.servers import Server

# The client says this of OpenAI's own server.
pytestmark = pytest.mark.filterwarnings("ignore:The Sora API is scheduled to:DeprecationWarning")


@pytest.fixture(scope="module")
def client(server: Server) -> Iterator[openai.OpenAI]:
    """Give a client whose base URL is the server's, and nothing else set."""
    with openai.OpenAI(base_url=f"{server.url}/v1", api_key=server.key) as opened:
        yield opened


def test_a_film_from_creation_to_deletion(client: openai.OpenAI) -> None:
    """`create_and_poll` ends with a completed video, whose content downloads and which can be deleted."""
    video = client.videos.create_and_poll(
        prompt="A cat dancing in the rain", model="sora-2", seconds="8", size="1280x720"
    )
    assert (video.status, video.progress, video.error) == ("completed", 100, None), video
    assert (video.object, video.model, video.seconds, video.size) == ("video", "sora-2", "8", "1280x720")
    assert video.prompt == "A cat dancing in the rain"
    assert video.completed_at is not None
    assert video.expires_at is not None
    assert video.created_at <= video.completed_at < video.expires_at
    content = client.videos.download_content(video.id).read()
    with av.open(io.BytesIO(content)) as film:
        assert (film.streams.video[0].width, film.streams.video[0].height) == (1280, 720)
    assert client.videos.retrieve(video.id) == video
    deleted = client.videos.delete(video.id)
    assert (deleted.id, deleted.object, deleted.deleted) == (video.id, "video.deleted", True)
    with pytest.raises(openai.NotFoundError):
        client.videos.retrieve(video.id)


async def test_the_async_client(server: Server) -> None:
    """The asynchronous client creates, polls, lists and downloads just so."""
    async with openai.AsyncOpenAI(base_url=f"{server.url}/v1", api_key=server.key) as client:
        made = await client.videos.create(prompt="A dog")
        assert (made.status, made.progress, made.model) == ("queued", 0, "sora-2")
        assert (made.seconds, made.size) == ("4", "720x1280")
        done = await client.videos.poll(made.id)
        assert done.status == "completed"
        assert made.id in [video.id async for video in client.videos.list()]
        content = await client.videos.download_content(made.id)
        assert (await content.aread())[4:8] == b"ftyp"


def test_a_film_that_fails(client: openai.OpenAI) -> None:
    """`create_and_poll` returns a failed video with the reason, and nothing is raised."""
    video = client.videos.create_and_poll(prompt="[fail]")
    assert video.status == "failed"
    assert video.error is not None
    assert (video.error.code, bool(video.error.message)) == ("render_failed", True)


@pytest.mark.parametrize("order", ["asc", "desc"])
def test_paging(server: Server, order: str) -> None:
    """Iterating a list of small pages gives every video of the tenant once, in the order asked for."""
    key = server.new_key(f"paging-{order}")
    with openai.OpenAI(base_url=f"{server.url}/v1", api_key=key) as client:
        made = [client.videos.create(prompt=f"Film {number}").id for number in range(5)]
        page = client.videos.list(limit=2, order=order)  # type: ignore[arg-type]
        assert len(page.data) == 2
        assert page.has_next_page()
        found = [video.id for video in page]
        assert found == (made if order == "asc" else made[::-1])


def test_a_reference_as_a_file_and_as_a_url(client: openai.OpenAI) -> None:
    """A reference may be an uploaded file or a data URL, and is measured before the task is accepted."""
    right, wrong = picture(720, 1280), picture(64, 64)
    for file in (("any name.png", right), io.BytesIO(right)):
        assert client.videos.create(prompt="A cat", input_reference=file).status == "queued"
    with pytest.raises(openai.BadRequestError) as refused:
        client.videos.create(prompt="A cat", input_reference=("a.png", wrong))
    assert (refused.value.param, refused.value.code) == ("input_reference", "invalid_image")
    # This client refuses an object here; as an extra field it goes out with bracketed names.
    body: dict[str, Any] = {"input_reference": {"image_url": inline(right)}}
    assert client.videos.create(prompt="A cat", extra_body=body).status == "queued"
    with pytest.raises(openai.BadRequestError) as refused:
        client.videos.create(prompt="A cat", extra_body={"input_reference": {"image_url": inline(wrong)}})
    assert refused.value.param == "input_reference"


def test_errors_are_the_clients_own(server: Server, client: openai.OpenAI) -> None:
    """A refusal is raised as the class that the client has for it, with the field and the code."""
    with pytest.raises(openai.BadRequestError) as refused:
        client.videos.create(prompt="A cat", seconds="5")  # type: ignore[arg-type]
    assert (refused.value.param, refused.value.code) == ("seconds", "unsupported_value")
    assert refused.value.type == "invalid_request_error"
    with pytest.raises(openai.NotFoundError):
        client.videos.retrieve("video_" + "0" * 32)
    with pytest.raises(openai.BadRequestError) as refused:
        client.videos.extend(prompt="on", seconds="4", video=("a.mp4", b"a film"))
    assert (refused.value.param, refused.value.code) == ("video", "invalid_video")
    with (
        openai.OpenAI(base_url=f"{server.url}/v1", api_key="wrong") as stranger,
        pytest.raises(openai.AuthenticationError) as unknown,
    ):
        stranger.videos.list()
    assert unknown.value.code == "invalid_api_key"


def test_films_from_films(client: openai.OpenAI) -> None:
    """A film is remixed, edited and extended by the client's own methods, and each is polled to its end."""
    source = client.videos.create_and_poll(prompt="A cat")
    remix = client.videos.poll(client.videos.remix(source.id, prompt="by night").id)
    # Of videos this client takes files alone; as an extra field the id goes out with a bracketed name.
    of_source, of_remix = ({"video": {"id": video.id}} for video in (source, remix))
    made = client.videos.edit(prompt="in snow", video=openai.omit, extra_body=of_source)  # type: ignore[arg-type]
    edit = client.videos.poll(made.id)
    for video in (remix, edit):
        assert (video.status, video.remixed_from_video_id, video.seconds) == ("completed", source.id, "4")
    made = client.videos.extend(prompt="on", seconds="4", video=openai.omit, extra_body=of_remix)  # type: ignore[arg-type]
    extension = client.videos.poll(made.id)
    assert (extension.status, made.seconds, extension.seconds) == ("completed", "8", "8")
    with av.open(io.BytesIO(client.videos.download_content(extension.id).read())) as film:
        assert film.streams.video[0].frames == 8 * 24
    with pytest.raises(openai.NotFoundError):
        client.videos.remix("video_" + "0" * 32, prompt="on")


def test_pictures_of_a_film(client: openai.OpenAI) -> None:
    """The thumbnail is a WebP of the film's size, the spritesheet a JPEG of 4 × 4 frames, each time again."""
    video = client.videos.create_and_poll(prompt="A cat", size="1280x720")
    for _ in range(2):  # made, and kept
        thumbnail = client.videos.download_content(video.id, variant="thumbnail")
        assert thumbnail.response.headers["content-type"] == "image/webp"
        with Image.open(io.BytesIO(thumbnail.read())) as image:
            assert (image.format, image.size) == ("WEBP", (1280, 720))
        sheet = client.videos.download_content(video.id, variant="spritesheet")
        with Image.open(io.BytesIO(sheet.read())) as image:
            assert (image.format, image.size) == ("JPEG", (1280, 720))


def test_models(client: openai.OpenAI) -> None:
    """The models are listed with what each takes, and each can be asked for by name."""
    names = [model.id for model in client.models.list()]
    assert {"sora-2", "sora-2-pro", "sora-2-2025-12-08", "openAiSora2Plus"} <= set(names)
    pro = client.models.retrieve("sora-2-pro").model_dump()
    assert "1792x1024" in pro["sizes"]
    assert pro["seconds"] == ["4", "8", "12", "16", "20"]
    with pytest.raises(openai.NotFoundError):
        client.models.retrieve("sora-9")
