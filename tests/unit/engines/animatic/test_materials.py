"""Styles that are made of something: paper, plasticine, cels, flat shapes, pencil, pixels."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from kinema.engines.animatic.camera import View
from kinema.engines.animatic.kit import premultiplied
from kinema.engines.animatic.layer import Layer
from kinema.engines.animatic.plan import plan
from kinema.engines.animatic.raster import glow
from kinema.engines.animatic.rendering import stills
from kinema.engines.animatic.stage import Shot
from kinema.engines.animatic.take import take
from kinema.engines.animatic.vocabulary import vocabulary
from kinema.engines.contract import RenderRequest
from kinema.videos.model import Quality
from kinema.videos.size import Size

SIZE = Size(320, 180)


def frames(style: str, moments: list[float], quality: Quality = Quality.STANDARD) -> np.ndarray:
    """Frames of one scene in a style."""
    request = RenderRequest(f"A dog running across a meadow, {style}", SIZE, 4, quality, seed=5)
    return np.array(stills(request, moments)).astype(float)


@pytest.mark.parametrize("style", ["paper cut", "claymation", "pixel art"])
def test_some_styles_move_twelve_times_a_second(style: str) -> None:
    """Every other frame is the one before, but for grain."""
    odd, even, next_odd = frames(style, [2.0 + n / 24 + 0.001 for n in range(3)])
    assert np.abs(odd - even).mean() < 2.5
    assert np.abs(even - next_odd).mean() > 1.5 * np.abs(odd - even).mean() + 0.5


def test_pixel_art_is_a_grid_of_few_colours() -> None:
    """Squares of one colour, and no more than the palette has."""
    (frame,) = frames("pixel art", [2.0])
    squares = frame[: SIZE.height // 2 * 2, : SIZE.width // 2 * 2].reshape(
        SIZE.height // 2, 2, SIZE.width // 2, 2, 3
    )
    assert np.ptp(squares[:, 0, :, :, 1], axis=-1).mean() < 3
    # Colour is kept at half the size in a film, so count what luma says.
    assert len(np.unique(frame[::2, ::2].mean(axis=2).round(-1))) <= 56


def test_a_sketch_has_no_colour_and_is_hatched() -> None:
    """Grey on pale paper, and where it is dark there are strokes with paper between."""
    (frame,) = frames("pencil sketch", [2.0])
    assert (frame.max(axis=2) - frame.min(axis=2)).mean() < 25
    assert np.median(frame) > 180
    assert frame.std() > 12


def test_flat_shapes_have_few_tones() -> None:
    """Most of a minimal picture is the same as its neighbour, unlike the same scene as a film."""

    def even(style: str) -> float:
        (frame,) = frames(style, [2.0])
        return float((np.abs(np.diff(frame, axis=1)).max(axis=2) < 2).mean())

    assert even("minimalist") > even("realistic") + 0.3


def test_the_finer_quality_can_be_seen() -> None:
    """Rays fall and bodies are modelled: the picture is another, everywhere a little."""
    plain, fine = (frames("cinematic", [2.0], quality)[0] for quality in (Quality.STANDARD, Quality.HIGH))
    assert np.abs(plain - fine).mean() > 4


@pytest.mark.parametrize(("depth", "softer"), [(0.3, True), (1.0, False), (1.7, True)])
def test_a_lens_is_focused_on_the_subject(depth: float, softer: bool) -> None:
    """What is as far away as the subject stays as it is; what is further, or nearer, loses its detail."""
    art = np.random.default_rng(1).integers(0, 256, (64, 64, 1), np.uint8).repeat(4, axis=2)
    seen = Layer(art, 0.0, 0.0, depth, 720.0).unfocused().art
    before, after = (np.abs(np.diff(a[-40:-24].astype(float), axis=1)).mean() for a in (art, seen))
    assert bool(after < 0.5 * before) is softer


def bit(style: str) -> np.ndarray:
    """A soft red puff as a style makes it: float RGBA."""
    bits = vocabulary().styles[style].bits
    assert bits is not None
    return bits(
        np.pad(premultiplied((200, 60, 40), glow(20, 0.8)), ((12, 12), (12, 12), (0, 0))), 360.0
    ).astype(float)


@pytest.mark.parametrize(
    ("style", "holds"),
    [
        ("paper cut", lambda art: (art[..., 0] < 0.3 * art[..., 3]).sum() > 12),
        ("claymation", lambda art: art[21:25, 21:25, 0].max() > art[39:43, 39:43, 0].max() + 25),
        ("minimal", lambda art: np.ptp(art[art[..., 3] == 255][:, 0]) == 0),
        ("pixel", lambda art: set(np.unique(art[..., 3])) <= {0, *range(129, 256)}),
        ("sketch", lambda art: not np.ptp(art[..., :3], axis=2).any() and np.ptp(art[18:46, 32, 0]) > 60),
    ],
)  # fmt: skip
def test_flakes_and_smoke_are_made_of_what_the_style_is(
    style: str, holds: Callable[[np.ndarray], bool]
) -> None:
    """Paper throws a shadow, plasticine shines at the upper left, flat shapes have one tone, pixels are
    whole, a pencil leaves lines and no colour; all of them end where they end."""
    art = bit(style)
    soft = ((art[..., 3] > 60) & (art[..., 3] < 200)).sum() / (art[..., 3] > 0).sum()
    assert soft < 0.25
    assert holds(art)


@pytest.mark.parametrize(
    "said", ["a fox running in the snow", "a dog in the rain", "leaves fall on a meadow"]
)
def test_what_falls_is_made_of_paper_in_a_paper_film(said: str) -> None:
    """What is in the air has hard edges: the largest steps between neighbours are steeper than in a film."""

    def steps(style: str) -> float:
        request = RenderRequest(f"{said}, {style}", SIZE, 4, Quality.STANDARD, seed=5)
        reel = take(made := plan(request), made.parts[0])
        air = reel.film.elements[-1]
        shot = Shot(np.full((SIZE.height, SIZE.width, 3), 90, np.uint8), 1.0, View(), SIZE.height)
        air.draw(shot)
        return float(np.percentile(np.abs(np.diff(shot.frame[..., 1].astype(float), axis=1)), 99))

    assert steps("paper cut") > 1.3 * steps("realistic")
