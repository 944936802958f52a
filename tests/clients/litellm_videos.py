"""LiteLLM, unmodified, against a real server: run by test_clients.py with LiteLLM's own Python.

KINEMA_URL, KINEMA_KEY and the paths PICTURE, a PNG of 720 × 1280, and FILM, an MP4 of 1.5 s, come from the
environment.
"""

from __future__ import annotations

import asyncio
import os
import time
from pathlib import Path
from typing import Any

import litellm
import openai
from litellm.types.videos.main import VideoObject

SERVER: dict[str, Any] = {
    "api_base": f"{os.environ['KINEMA_URL']}/v1",
    "api_key": os.environ["KINEMA_KEY"],
    "custom_llm_provider": "openai",
}
ASKED: dict[str, Any] = {"prompt": "A cat", "model": "sora-2", "size": "1280x720", "seconds": "8"}
OVER = ("completed", "failed")


def in_turn() -> None:
    """A film is created, polled, downloaded and listed; a picture goes along; refusals are its own errors."""
    video = litellm.video_generation(**ASKED, **SERVER)
    assert (video.status, video.model, video.size, video.seconds) == ("queued", "sora-2", "1280x720", "8")
    status = ended(video)
    assert (status.status, status.progress, status.error) == ("completed", 100, None), status
    assert litellm.video_content(video.id, **SERVER)[4:8] == b"ftyp"
    assert litellm.video_content(video.id, variant="thumbnail", **SERVER)[8:12] == b"WEBP"
    assert litellm.video_list(limit=1, **SERVER)["data"][0]["id"] == video.id

    with Path(os.environ["PICTURE"]).open("rb") as picture:
        made = litellm.video_generation("A cat", "openai/sora-2-pro", input_reference=picture, **SERVER)
    assert (made.status, made.model, made.size) == ("queued", "sora-2-pro", "720x1280")

    bad = refusal(**{**ASKED, "seconds": "5"}, **SERVER)
    assert isinstance(bad, litellm.BadRequestError), bad
    assert "seconds must be 4, 8, 12, 16 or 20" in bad.message
    assert isinstance(refusal(**ASKED, **{**SERVER, "api_key": "wrong"}), litellm.AuthenticationError)


def from_films() -> None:
    """A film is remixed, edited and extended, one that is brought too; two characters play in one."""
    source = ended(litellm.video_generation(**ASKED, **SERVER))
    film = Path(os.environ["FILM"]).read_bytes()
    file = litellm.create_file(("film.mp4", film), "user_data", **SERVER)
    made = [
        litellm.video_remix(source.id, "by night", **SERVER),
        litellm.video_edit(source.id, "in snow", **SERVER),
        litellm.video_extension(source.id, "on", "4", **SERVER),
        litellm.video_edit("", "film noir", video=film, **SERVER),
        litellm.video_extension(file.id, "on", "4", **SERVER),
    ]
    films = [ended(video) for video in made]
    assert [(film.status, film.seconds) for film in films] == [
        ("completed", seconds) for seconds in ("8", "8", "12", "2", "6")
    ], films

    mia, tom = (litellm.video_create_character(name, film, **SERVER) for name in ("Mia", "Tom"))
    assert litellm.video_get_character(mia.id, **SERVER).name == "Mia"
    both = [{"id": character.id} for character in (mia, tom)]
    assert ended(litellm.video_generation(**ASKED, characters=both, **SERVER)).status == "completed"
    both[1]["id"] = "char_" + "0" * 32
    assert "characters[1].id" in refusal(**ASKED, characters=both, **SERVER).message


async def at_once() -> None:
    """The asynchronous functions create, poll and download just so."""
    video = await litellm.avideo_generation(**ASKED, **SERVER)
    assert video.status == "queued"
    while (status := await litellm.avideo_status(video.id, **SERVER)).status not in OVER:  # noqa: ASYNC110 (as clients do)
        await asyncio.sleep(0.05)
    assert status.status == "completed", status
    assert (await litellm.avideo_content(video.id, **SERVER))[4:8] == b"ftyp"


def ended(video: VideoObject) -> VideoObject:
    """Return how a film ended, once it did."""
    while (status := litellm.video_status(video.id, **SERVER)).status not in OVER:
        time.sleep(0.05)
    return status


def refusal(**asked: Any) -> openai.APIStatusError:
    """Return the error that a creation ends with; all of LiteLLM's are OpenAI's too."""
    try:
        made = litellm.video_generation(**asked)
    except openai.APIStatusError as error:
        return error
    raise AssertionError(f"{asked} was accepted: {made}")


if __name__ == "__main__":
    litellm.suppress_debug_info = True
    in_turn()
    from_films()
    asyncio.run(at_once())
