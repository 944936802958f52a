"""The animatic engine, judged by the films it makes."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from kinema.engines.animatic import AnimaticEngine
from kinema.engines.animatic.plan import plan
from kinema.engines.animatic.reel import Reel
from kinema.engines.animatic.sound.loudness import lufs
from kinema.engines.contract import Cancelled, RenderRequest
from kinema.media.film import FPS
from kinema.media.probe import probe
from kinema.videos.model import Quality
from kinema.videos.size import Size

PHOTO = Path(__file__).parents[1] / "pictures" / "astronaut.jpg"
SMALL = RenderRequest("A cat dancing in the rain", Size(320, 180), 1, Quality.STANDARD, seed=7)


@pytest.fixture(scope="module")
def engine() -> AnimaticEngine:
    """One loaded engine for all."""
    loaded = AnimaticEngine()
    loaded.load()
    return loaded


def ignore(fraction: float) -> None:
    """A report to nobody."""


def frames(path: Path) -> list[np.ndarray]:
    """Every frame of a film, as RGB."""
    with av.open(str(path)) as container:
        return [
            frame.reformat(format="rgb24", src_colorspace="ITU709").to_ndarray()
            for frame in container.decode(video=0)
        ]


def fingerprint(path: Path) -> str:
    """A hash of what is seen."""
    return hashlib.sha256(b"".join(frame.tobytes() for frame in frames(path))).hexdigest()


def film(engine: AnimaticEngine, request: RenderRequest, folder: Path) -> Path:
    """Render into a new folder."""
    folder.mkdir()
    return engine.render(request, folder, ignore).path


@pytest.mark.parametrize("size", [Size(320, 180), Size(180, 320), Size(162, 158)])
def test_a_film_is_what_was_asked_for(engine: AnimaticEngine, tmp_path: Path, size: Size) -> None:
    """Size, length and frame rate are exact, and sound is as long as the picture."""
    measured = probe(film(engine, replace(SMALL, size=size, seconds=2), tmp_path / "a"))
    assert (measured.size, measured.frames, measured.fps) == (size, 48, 24.0)
    assert measured.sound_seconds == pytest.approx(2.0, abs=1 / 24)


def test_the_same_request_gives_the_same_frames_and_another_seed_others(
    engine: AnimaticEngine, tmp_path: Path
) -> None:
    """Chance comes from the seed alone."""
    first = fingerprint(film(engine, SMALL, tmp_path / "a"))
    assert fingerprint(film(engine, SMALL, tmp_path / "b")) == first
    assert fingerprint(film(engine, replace(SMALL, seed=8), tmp_path / "c")) != first


def test_something_moves_in_every_part_of_the_film(engine: AnimaticEngine, tmp_path: Path) -> None:
    """No two frames that follow each other are equal, and none is blank."""
    seen = frames(film(engine, SMALL, tmp_path / "a"))
    assert all(np.abs(a.astype(int) - b).mean() > 0.2 for a, b in pairwise(seen))
    assert all(frame.std() > 3 for frame in seen)


def test_sound_is_stereo_at_its_loudness(engine: AnimaticEngine, tmp_path: Path) -> None:
    """-16 LUFS within half a unit as the file is heard, two channels that differ, peaks 1 dB below full."""
    with av.open(str(film(engine, replace(SMALL, seconds=3), tmp_path / "a"))) as container:
        blocks = [frame.to_ndarray() for frame in container.decode(audio=0)]
    track = np.concatenate(blocks, axis=1).T.astype(np.float32)
    assert lufs(track) == pytest.approx(-16, abs=0.5)
    assert np.abs(track[:, 0] - track[:, 1]).max() > 0.01
    assert np.abs(track).max() < 10 ** (-1 / 20)


def test_the_reference_image_is_the_first_frame_and_then_lives(
    engine: AnimaticEngine, tmp_path: Path
) -> None:
    """Within 35 dB at first, corners within 12 steps; in its place still; moving later, never a border."""
    size = Size(320, 180)
    x, y = np.meshgrid(np.linspace(0, 255, size.width), np.linspace(0, 255, size.height))
    picture = np.stack([x, 90 + y / 2, 255 - x], -1).astype(np.uint8)
    picture[60:120, 120:200] = (20, 30, 40)
    request = replace(SMALL, prompt="snow falls, noir, slow pan", size=size, seconds=2, reference=picture)
    seen = frames(film(engine, request, tmp_path / "a"))
    error = seen[0].astype(float) - picture
    assert 10 * np.log10(255**2 / np.mean(error**2)) > 35
    assert np.abs(error[[0, 0, -1, -1], [0, -1, 0, -1]]).max() <= 12
    assert np.abs(seen[1].astype(float) - picture).mean() < 2
    assert np.abs(seen[-1].astype(float) - picture).mean() > 4
    plain = replace(request, prompt="static shot, realistic, minimal")
    last = frames(film(engine, plain, tmp_path / "b"))[-1]
    assert min(edge.mean() for edge in (last[0], last[-1], last[:, 0], last[:, -1])) > 40


def test_a_frame_that_is_shown_twice_is_drawn_once() -> None:
    """Paper moves twelve times a second: two twenty-fourths share what is drawn, and the next are others."""
    reel = Reel(plan(replace(SMALL, prompt="a cat walking in a meadow, paper cut")))
    first, again, other = (reel.draw(number / FPS).layers[0][1] for number in range(3))
    assert again is first
    assert not np.array_equal(other, first)


def a_picture(kind: str, size: Size) -> np.ndarray:
    """A picture of a kind that is hard for an encoder."""
    match kind:
        case "photo":
            with Image.open(PHOTO) as photo:
                return np.asarray(photo.convert("RGB").resize(size))
        case "flat":
            return np.full((size.height, size.width, 3), (210, 60, 40), np.uint8)
        case "pixels":
            odd = np.add.outer(np.arange(size.height), np.arange(size.width)) % 2
            return np.repeat((odd * 255).astype(np.uint8)[..., None], 3, 2)
    chance = np.random.default_rng(1)
    tones = chance.integers(0, 255, (size.height // 20, size.width // 20), np.uint8)
    return np.repeat(np.kron(tones, np.ones((20, 20), np.uint8))[..., None], 3, 2)


@pytest.mark.parametrize("quality", list(Quality))
@pytest.mark.parametrize("kind", ["photo", "flat", "pixels", "blocks"])
def test_any_picture_is_the_first_frame(
    engine: AnimaticEngine, tmp_path: Path, kind: str, quality: Quality
) -> None:
    """Within 35 dB whatever is on it and in either quality; then it moves, and is cut nowhere."""
    picture = a_picture(kind, Size(320, 180))
    request = replace(SMALL, prompt="it snows", quality=quality, reference=picture)
    seen = frames(film(engine, request, tmp_path / "a"))
    assert 10 * np.log10(255**2 / np.mean((seen[0].astype(float) - picture) ** 2)) > 35
    assert np.abs(seen[-1].astype(float) - seen[12]).mean() > 0.5
    last, mean = seen[-1], picture.mean()
    assert min(edge.mean() for edge in (last[0], last[-1], last[:, 0], last[:, -1])) > 0.4 * mean


def test_progress_is_true_and_complete(engine: AnimaticEngine, tmp_path: Path) -> None:
    """It only grows, comes about once a frame, and ends at 1."""
    fractions: list[float] = []
    engine.render(SMALL, tmp_path, fractions.append)
    assert fractions == sorted(fractions)
    assert len(fractions) >= 24
    assert fractions[-1] == 1.0


def test_a_cancelled_render_stops_and_leaves_nothing(engine: AnimaticEngine, tmp_path: Path) -> None:
    """`Cancelled` passes through, no further frame is drawn, and no file stays."""
    calls = 0

    def cancel(fraction: float) -> None:
        nonlocal calls
        calls += 1
        if calls == 60:  # late enough for the file to have been begun
            raise Cancelled

    with pytest.raises(Cancelled):
        engine.render(replace(SMALL, seconds=30), tmp_path, cancel)
    assert calls == 60
    assert list(tmp_path.iterdir()) == []


def test_the_file_says_what_it_is(engine: AnimaticEngine, tmp_path: Path) -> None:
    """The metadata names the renderer as rule-based and credits the artwork."""
    with av.open(str(film(engine, SMALL, tmp_path / "a"))) as container:
        assert "rule-based" in container.metadata["comment"]
        assert "CC-BY 4.0" in container.metadata["copyright"]


@pytest.mark.parametrize(
    "prompt",
    [
        "Two red foxes running through a snowy forest at dawn, watercolour",
        "A rocket launching from a desert at sunset, camera tilts up",
        "A sailboat crossing a calm sea under a starry sky, slow pan",
        "An astronaut floating in space above the Earth, dolly in",
        "Three butterflies over a spring meadow, anime style",
        "An old train crossing mountains in fog, vintage film",
        "A whale swimming underwater among bubbles and fish",
        "A penguin walking on the ice, pencil sketch",
        "A dog jumping on the beach, oil painting",
        "A robot dancing on stage, pixel art, confetti",
        "A girl reading in a bedroom at night, handheld",
        "A UFO flying in the sky, falling leaves, film noir",
        "🙃 \u0000 \ud83d ﷺ",
    ],
)
def test_every_setting_style_and_move_renders(engine: AnimaticEngine, tmp_path: Path, prompt: str) -> None:
    """Each draws, in either quality, frames that are neither blank nor still."""
    quality = Quality.HIGH if len(prompt) % 2 else Quality.STANDARD
    rendered = engine.render(
        replace(SMALL, prompt=prompt, size=Size(192, 108), quality=quality), tmp_path, ignore
    )
    seen = frames(rendered.path)
    assert len(seen) == 24
    assert seen[12].std() > 3
    assert np.abs(seen[5].astype(int) - seen[18]).mean() > 0.1
    assert rendered.understood
