"""Films from films through HTTP, drawn by the embedded engine and judged by what is seen."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from tests.acceptance.test_openai_videos import CREATE, ended
from tests.acceptance.test_sora_contract import refused
from tests.films import film, still_film
from tests.servers import Server

from kinema.media.reading import frames

Frame = NDArray[np.uint8]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """Give a server with the embedded engine, whose films are small."""
    small = {"openAiSora2Plus": {"sizes": ["320x180"]}, "openAiSora2Pro": {"sizes": ["320x180"]}}
    with Server.running(KINEMA_MODELS=json.dumps(small), KINEMA_SLOTS='{"animatic": 1}') as running:
        yield running


def made(server: Server, path: str, **body: Any) -> str:
    """Ask for a film that must be accepted; return its id."""
    answer = server.ask("POST", CREATE + path, json=body)
    assert answer.status_code == 200, answer.text
    video_id: str = answer.json()["id"]
    return video_id


def seen(server: Server, video_id: str, folder: Path) -> list[Frame]:
    """Return the frames of a film once it is completed."""
    done = ended(server, video_id)
    assert done["status"] == "completed", done
    path = folder / f"{video_id}.mp4"
    path.write_bytes(server.ask("GET", f"{CREATE}/{video_id}/content").content)
    return list(frames(path))


def distance(one: Frame, other: Frame) -> float:
    """Mean absolute difference of two frames."""
    return float(np.abs(one.astype(int) - other).mean())


def outline(frame: Frame) -> NDArray[np.float64]:
    """Where the lower half of a frame has edges, whatever its colours."""
    grey = cv2.createCLAHE(4).apply(cv2.cvtColor(frame[90:], cv2.COLOR_RGB2GRAY))
    edges = cv2.morphologyEx(grey, cv2.MORPH_GRADIENT, np.ones((3, 3)))
    return np.asarray(cv2.GaussianBlur(edges, (0, 0), 3), np.float64).ravel()


def goes_on(film: list[Frame], cut: int) -> bool:
    """Tell whether the frames at a cut differ no more than any two of the second before it do."""
    steps = [distance(one, other) for one, other in pairwise(film[cut - 24 : cut])]
    return distance(film[cut - 1], film[cut]) <= max(steps)


def test_a_remix_keeps_the_scene(server: Server, tmp_path: Path) -> None:
    """At another hour the film looks different, and its hills stand where they stood, which in a film of
    another seed they do not."""
    prompt = "A meadow, static shot, realistic"
    source, other = made(server, "", prompt=prompt), made(server, "", prompt=prompt + ", at dawn")
    before = seen(server, source, tmp_path)[48]
    after = seen(server, made(server, f"/{source}/remix", prompt="at dawn"), tmp_path)[48]
    another = seen(server, other, tmp_path)[48]
    assert distance(before, after) > 8
    alike, unlike = (np.corrcoef(outline(before), outline(frame))[0, 1] for frame in (after, another))
    assert alike > 0.9
    assert alike > unlike + 0.1


def test_an_extension_goes_on_without_a_cut(server: Server, tmp_path: Path) -> None:
    """A film that the other dialect made is extended, and that extension too: each holds what was there,
    frame by frame, and goes on from it; a remix of the whole is as long."""
    source = server.accept("A car driving in the city, tracking shot", size="320x180")
    shown = seen(server, source, tmp_path)
    first = made(server, "/extensions", prompt="on and on", seconds="4", video={"id": source})
    longer = seen(server, first, tmp_path)
    second = made(server, "/extensions", prompt="it snows at dusk", seconds="4", video={"id": first})
    longest = seen(server, second, tmp_path)
    assert (len(longer), len(longest)) == (8 * 24, 12 * 24)
    assert all((one == other).all() for one, other in zip(shown, longer[:96], strict=True))
    assert all((one == other).all() for one, other in zip(longer, longest[:192], strict=True))
    assert goes_on(longest, 96)
    assert goes_on(longest, 192)
    result = server.result(second)
    assert (result["model"], result["actualDuration"]) == ("openAiSora2Plus", 12.0)
    remix = seen(server, made(server, f"/{second}/remix", prompt="by night"), tmp_path)
    assert len(remix) == 12 * 24
    assert np.mean(remix) < np.mean(longest) - 5


def test_a_film_that_began_with_a_picture(server: Server, tmp_path: Path) -> None:
    """The picture itself is not kept: an extension of it goes on all the same, and an edit begins with it."""
    picture = np.full((180, 320, 3), (150, 120, 90), np.uint8)
    picture[60:120, 100:200] = (40, 60, 200)
    url = "data:image/png;base64," + base64.b64encode(cv2.imencode(".png", picture)[1].tobytes()).decode()
    source = made(server, "", prompt="snow", input_reference={"image_url": url})
    shown = seen(server, source, tmp_path)
    extension = made(server, "/extensions", prompt="on", seconds="4", video={"id": source})
    edit = made(server, "/edits", prompt="rain instead", video={"id": source})
    assert goes_on(seen(server, extension, tmp_path), 96)
    assert distance(shown[0], seen(server, edit, tmp_path)[0]) < 4


def red(frame: Frame) -> int:
    """How many pixels are clearly red."""
    return int(((frame[..., 0] > 110) & (frame[..., 0] > 1.8 * frame[..., 1:].max(axis=2).astype(int))).sum())


def test_a_character_plays_where_it_is_named(server: Server, tmp_path: Path) -> None:
    """The car out of one film drives in another that names it, in its own colour, and in that one's remix."""
    source = made(server, "", prompt="A red car driving in the desert, static shot")
    ended(server, source)
    answer = server.ask("POST", CREATE + "/characters", json={"name": "Rosso", "video": {"id": source}})
    assert answer.status_code == 200, answer.text
    playing = [{"id": answer.json()["id"]}]
    prompt = "Rosso drives through a snowfield"
    with_it = seen(server, made(server, "", prompt=prompt, characters=playing), tmp_path)
    without = seen(server, made(server, "", prompt=prompt), tmp_path)
    assert red(with_it[48]) > red(without[48]) + 100
    # Nobody asked for it again, and it is in the scene: a remix has it still.
    source = made(server, "", prompt=prompt, characters=playing)
    ended(server, source)
    assert red(seen(server, made(server, f"/{source}/remix", prompt="at dawn"), tmp_path)[48]) > 100


def test_a_film_that_is_brought_is_graded(server: Server, tmp_path: Path) -> None:
    """Film noir takes the colour of a film that was sent, and leaves what it shows, to the frame."""
    brought = film(tmp_path / "a.mp4", (320, 180), 1.5, background=(5, 10, 70))
    form = {"prompt": (None, "film noir"), "video": ("a.mp4", brought.read_bytes())}
    answer = server.ask("POST", CREATE + "/edits", files=form)
    assert answer.status_code == 200, answer.text
    graded = seen(server, answer.json()["id"], tmp_path)
    before = list(frames(brought))[22]  # of 30 a second
    assert len(graded) == 36
    assert np.ptp(graded[18].astype(int), axis=2).mean() < 6 < np.ptp(before.astype(int), axis=2).mean()
    assert np.corrcoef(graded[18].mean(axis=2).ravel(), before.mean(axis=2).ravel())[0, 1] > 0.5


def test_a_film_that_is_brought_goes_on(server: Server, tmp_path: Path) -> None:
    """It is there as it was, nothing jumps where it ends, here and in the next extension, and then it
    snows."""
    brought = film(tmp_path / "a.mp4", (320, 180), 1.5, background=(5, 10, 70))
    form = {"prompt": (None, "it snows"), "seconds": (None, "4"), "video": ("a.mp4", brought.read_bytes())}
    answer = server.ask("POST", CREATE + "/extensions", files=form)
    assert answer.status_code == 200, answer.text
    longer = seen(server, answer.json()["id"], tmp_path)
    again = made(server, "/extensions", prompt="on", seconds="4", video={"id": answer.json()["id"]})
    longest = seen(server, again, tmp_path)
    assert (len(longer), len(longest)) == (132, 228)
    assert all((one == other).all() for one, other in zip(longer, longest, strict=False))
    assert distance(longest[18], list(frames(brought))[22]) < 6  # of 30 a second
    assert goes_on(longest, 36)
    snowing = [distance(one, other) for one, other in pairwise(longest[108:156])]
    assert snowing[23] <= 1.1 * max(snowing[:23])
    assert distance(longest[35], longest[72]) > 5


def test_a_film_with_nobody_makes_no_character(server: Server, tmp_path: Path) -> None:
    """Grey from end to end: the engine says what it would need."""
    grey = still_film(tmp_path / "a.mp4", [Image.new("RGB", (320, 180), "grey")] * 30)
    form = {"name": (None, "Nobody"), "video": ("a.mp4", grey.read_bytes())}
    refused(server.ask("POST", CREATE + "/characters", files=form), 400, "video", "subject", "background")
