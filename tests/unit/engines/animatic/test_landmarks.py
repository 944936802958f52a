"""Trees and landmarks as subjects: they look like the season and the hour, and their lamps shine at night."""

from __future__ import annotations

import numpy as np
import pytest

from kinema.engines.animatic.actors.actor import Actor
from kinema.engines.animatic.actors.body import Glowing
from kinema.engines.animatic.actors.brush import Easel
from kinema.engines.animatic.actors.cast import body
from kinema.engines.animatic.dyes import COLOURS
from kinema.engines.animatic.parse import parse
from kinema.engines.animatic.performance import Pose
from kinema.engines.animatic.plan import plan
from kinema.engines.animatic.raster import Raster
from kinema.engines.animatic.take import take
from kinema.engines.animatic.vocabulary import vocabulary
from kinema.engines.contract import RenderRequest
from kinema.videos.model import Quality
from kinema.videos.size import Size


def drawn(prompt: str, *, lies: str = "", phase: float = 0.0, glow: bool = False) -> Raster:
    """The prompt's first subject by itself, unlit: premultiplied RGBA."""
    subject = parse(prompt).subjects[0]
    played = body(subject, vocabulary().motions["stand"], lies=lies)
    painter = played.glow if glow and isinstance(played, Glowing) else played.paint
    art = Easel((400, 300)).draw(lambda canvas: painter(canvas, Pose(phase=phase)), 120.0, (200.0, 270.0))
    return art.copy()


def colour(art: Raster) -> np.ndarray:
    """The mean colour of what is drawn."""
    return art[art[..., 3] > 128][:, :3].astype(float).mean(axis=0)


def test_trees_have_the_season() -> None:
    """Green in summer, orange where leaves lie, bare under snow, pink where it is a cherry."""
    green, orange, bare = (drawn("a tree", lies=lies) for lies in ("", "leaves", "snow"))
    assert colour(green)[1] > colour(green)[0] + 20
    assert colour(orange)[0] > colour(orange)[1] + 40
    assert (bare[..., 3] > 128).sum() < 0.5 * (green[..., 3] > 128).sum()
    assert colour(drawn("a cherry tree"))[2] > colour(green)[2] + 60


@pytest.mark.parametrize(
    "name",
    [
        "lighthouse",
        "windmill",
        "volcano",
        "sandcastle",
        "a pile of gold",
        "rainbow",
        "pirate ship",
        "crate",
        "pyramid",
        "peacock",
    ],
)
def test_landmarks_are_drawn_inside_their_box(name: str) -> None:
    """Something is to be seen, and nothing is cut off, whatever the moment."""
    subject = parse(f"{name} in the evening").subjects[0]
    played = body(subject, vocabulary().motions["stand"])
    box, scale = played.box, 100.0
    size = (int(2 * box.side * scale) + 2, int((box.up + box.down) * scale) + 2)
    for phase in np.linspace(0, 9, 7):
        art = Easel((size[0] + 40, size[1] + 40)).draw(
            lambda canvas, phase=phase: played.paint(canvas, Pose(phase=float(phase))),
            scale,
            (size[0] / 2 + 20, box.up * scale + 21),
        )
        assert (art[..., 3] > 128).sum() > 500
        edge = art[..., 3].copy()
        edge[20:-20, 20:-20] = 0
        assert edge.max() < 16


def test_sails_turn() -> None:
    """A windmill's picture is another one a moment later, and so is a waterfall's."""
    for name in ("a windmill", "a waterfall"):
        assert np.mean(drawn(name) != drawn(name, phase=1.0)) > 0.01


def test_lava_and_lamps_shine_at_night() -> None:
    """They are as bright as by day where the rest is dark."""
    for prompt in ("A volcano erupting", "A lighthouse"):
        brightest = []
        for hour in ("at noon", "at night"):
            made = plan(RenderRequest(f"{prompt} {hour}", Size(320, 180), 4, Quality.STANDARD, seed=5))
            actor = next(e for e in take(made, made.parts[0]).film.elements if isinstance(e, Actor))
            art, _ = actor._paint(actor.performance.at(1.0), actor.height, 1.0)
            brightest.append(np.percentile(art[..., 0][art[..., 3] > 200], 99.5))
        assert brightest[1] > 0.85 * brightest[0]


@pytest.mark.parametrize(("animal", "dish"), [("cat", True), ("deer", False), ("cow", False)])
def test_pets_eat_from_a_dish_and_the_others_do_not(animal: str, dish: bool) -> None:
    """The red of the dish is on the floor before a cat, and nowhere before who grazes."""
    subject = parse(f"a {animal} eats").subjects[0]
    played = body(subject, vocabulary().motions["eat"])
    art = Easel((400, 300)).draw(lambda canvas: played.paint(canvas, Pose(phase=0.3)), 120.0, (200.0, 250.0))
    low = art[200:, 220:].astype(int)
    red = (low[..., 0] > 120) & (low[..., 1] < 60) & (low[..., 2] < 80) & (low[..., 3] > 200)
    assert (red.sum() > 40) == dish


@pytest.mark.parametrize(
    ("name", "colour_name"), [("umbrella", "red"), ("sneaker", "orange"), ("rose", "blue")]
)
def test_things_have_the_colour_that_was_said(name: str, colour_name: str) -> None:
    """What is coloured in the artwork has the hue of that colour, whatever it had."""
    art = drawn(f"a {colour_name} {name}")
    vivid = art[(art[..., 3] > 200) & (np.ptp(art[..., :3].astype(int), axis=2) > 90)][:, :3].astype(float)
    wanted = np.array(COLOURS[colour_name], float)
    hues = vivid / np.linalg.norm(vivid, axis=1, keepdims=True)
    assert np.median(hues @ (wanted / np.linalg.norm(wanted))) > 0.97


def test_fireworks_burst_above_and_go_on() -> None:
    """From the first moment on sparks are in the air, at another place a second later."""
    frames = [drawn("fireworks", phase=phase, glow=True)[..., 3] > 60 for phase in (0.1, 1.1, 30.0)]
    assert all(frame.sum() > 50 for frame in frames)
    assert (frames[0] & frames[1]).sum() < 0.5 * frames[0].sum()


def test_a_peacock_that_stands_opens_its_tail() -> None:
    """It covers more a moment later, and no such thing where it walks."""
    fan = [(drawn("A peacock", phase=phase)[..., 3] > 128).sum() for phase in (0.0, 1.5)]
    assert fan[1] > 1.5 * fan[0]
