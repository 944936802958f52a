"""Characters: cut out of a film, and playing in another."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from kinema.engines.animatic import AnimaticEngine
from kinema.engines.animatic.cutting import LARGEST, cut_out
from kinema.engines.animatic.rendering import stills
from kinema.engines.contract import Character, RenderRequest
from kinema.errors import EngineFailed
from kinema.videos.model import Quality
from kinema.videos.size import Size

SIZE = Size(320, 180)


def footage(count: int = 20, *, pan: float = 0.0) -> list[np.ndarray]:
    """A green ball that rolls to the right before a patterned wall, which the camera may pan along."""
    chance = np.random.default_rng(1)
    wall = np.repeat(np.repeat(chance.integers(70, 150, (30, 80), np.uint8), 8, 0), 8, 1)
    frames = []
    for n in range(count):
        left = round(pan * n)
        frame = np.repeat(wall[:240, left : left + 426, None], 3, axis=2).copy()
        y, x = np.mgrid[:240, :426]
        frame[(x - 80 - 12 * n) ** 2 + (y - 140) ** 2 < 40**2] = (30, 200, 60)
        frames.append(frame)
    return frames


@pytest.mark.parametrize("pan", [0.0, 5.0])
def test_what_moves_is_cut_out(pan: float) -> None:
    """The cut-out is the subject and nothing else, small enough, with its colour, whatever the camera
    does."""
    character = cut_out(footage(pan=pan), "Ball")
    height, width, channels = character.pixels.shape
    assert channels == 4
    assert max(height, width) <= LARGEST
    assert 70 <= height <= 90
    assert 70 <= width <= 90
    solid = character.pixels[character.pixels[..., 3] > 200][:, :3].astype(int)
    assert (np.abs(solid - (30, 200, 60)).max(axis=1) < 30).mean() > 0.95
    assert character.pixels[..., 3].mean() / 255 == pytest.approx(np.pi / 4, abs=0.1)
    red, green, blue = (int(character.palette[0][n : n + 2], 16) for n in (1, 3, 5))
    assert green > 150 > max(red, blue)
    assert character.facing == 1
    assert character.quality > 0.7


def test_what_stands_still_is_cut_out_by_its_colours() -> None:
    """A still picture's subject is what differs from its border; the hint is lower."""
    still = footage(1)[0]
    character = cut_out([np.roll(still, 120, axis=1)] * 8, "Ball")
    solid = character.pixels[character.pixels[..., 3] > 200][:, :3].astype(int)
    assert (np.abs(solid - (30, 200, 60)).max(axis=1) < 30).mean() > 0.8
    assert character.quality < 0.7


def test_where_nothing_stands_out_it_is_said() -> None:
    """A film of one colour has nobody in it."""
    with pytest.raises(EngineFailed, match="subject"):
        cut_out([np.full((90, 160, 3), 128, np.uint8)] * 8, "Nobody")
    with pytest.raises(EngineFailed, match="frames"):
        cut_out([], "Nobody")


def test_the_same_film_gives_the_same_character() -> None:
    """Cutting out is a function of the frames."""
    one, two = (cut_out(footage(12), "Ball") for _ in range(2))
    assert (one.pixels == two.pixels).all()
    assert one.palette == two.palette


def magenta() -> Character:
    """A character of a colour that nothing else has."""
    pixels = np.zeros((200, 120, 4), np.uint8)
    pixels[10:190, 10:110] = (255, 0, 255, 255)
    return Character("Zed", pixels)


@pytest.mark.parametrize(
    "prompt", ["ZED runs through a meadow", "可爱的Zed在草地上跳舞", "A dog and zed on the beach"]
)
def test_a_character_appears_and_moves(prompt: str) -> None:
    """Where the prompt names it, it is in the picture, bent and moved, in the light of the scene."""
    asked = RenderRequest(prompt, SIZE, 2, Quality.STANDARD, 7, characters=[magenta()])
    seen = [_magenta(frame) for frame in stills(asked, [0.8, 1.0, 1.2])]
    assert all(mask.sum() > 150 for mask in seen)
    assert (seen[0] != seen[1]).sum() > 30
    assert (seen[1] != seen[2]).sum() > 30


def test_a_character_that_is_not_named_stays_away() -> None:
    """Its name must be there as a word."""
    asked = RenderRequest("Zeds in a meadow", SIZE, 2, Quality.STANDARD, 7, characters=[magenta()])
    assert _magenta(stills(asked, [1])[0]).sum() < 20


def test_the_engine_cuts_characters_from_files(tmp_path: Path) -> None:
    """What it drew itself it can cut out of its film, and let play in another."""
    engine = AnimaticEngine()
    engine.load()
    asked = RenderRequest("A red car driving in the desert, static shot", SIZE, 2, Quality.STANDARD, 3)
    film = engine.render(asked, tmp_path, lambda _: None).path
    car = engine.cut_out(film, "小红")
    assert car.name == "小红"
    red, green, blue = (int(car.palette[0][n : n + 2], 16) for n in (1, 3, 5))
    assert red > 1.5 * max(green, blue)
    (frame,) = stills(RenderRequest("小红在雪地上行驶", SIZE, 2, Quality.STANDARD, 3, characters=[car]), [1])
    assert ((frame[..., 0] > 120) & (frame[..., 0] > 2 * frame[..., 1].astype(int))).sum() > 100


def _magenta(frame: np.ndarray) -> np.ndarray:
    red, green, blue = (frame[..., n].astype(int) for n in range(3))
    return (np.minimum(red, blue) > 1.6 * green + 20) & (np.minimum(red, blue) > 60)
