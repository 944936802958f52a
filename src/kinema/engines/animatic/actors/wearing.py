"""Wearing: looks drawn on heads, trunks and necks, of people and of animals."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from typing import Literal

import skia

from kinema.engines.animatic.actors.brush import Canvas, Point, paint, stroke
from kinema.engines.animatic.actors.wardrobe import PERSON, Clothes, Worn
from kinema.engines.animatic.raster import Colour, mix

Layer = Literal["behind", "face", "crown"]
_DRAWN = ("chest", "round")
_PALE = 380
"""How bright a colour is, all three together, on which patterns are dark."""
_WAIST = 0.76
"""Where a skirt begins."""
_GLASSES = 1.6
"""How large glasses are on an animal, whose eyes are, as a part of a person's."""
_ASIDE = 0.62
"""How much narrower glasses are on an animal that is seen from the side."""


def draw_on_head(canvas: Canvas, worn: Sequence[Worn], layer: Layer, clothes: Clothes = PERSON) -> None:
    """What is behind the head, on the face or on the crown; the head is one unit high, on its chin."""
    for look, colour, _ in worn:
        if draw := getattr(look, layer):
            draw(canvas, colour, clothes)


def is_clad(clothes: Clothes) -> bool:
    """Whether anything is drawn on the trunk."""
    return any(
        pattern or look.chest or (look.round and look.part != "neck") for look, _, pattern in clothes.worn
    )


def draw_on_trunk(canvas: Canvas, clothes: Clothes, turn: float, aside: float) -> None:
    """Patterns, and what is round the trunk or on its front, which is turned so far to us. The trunk is one
    unit long, below its neck."""
    for one in clothes.worn:
        look, colour, pattern = one
        if pattern:
            low, high = _patterned(one, clothes)
            canvas.save()
            canvas.clipRect(skia.Rect.MakeLTRB(-1, low, 1, high))
            _draw_pattern(canvas, pattern, colour)
            canvas.restore()
        if look.round and look.part != "neck":
            look.round(canvas, colour, clothes)
        if look.chest and turn > 0.1:
            canvas.save()
            canvas.translate(aside, 0)
            canvas.scale(turn, 1)
            look.chest(canvas, colour, clothes)
            canvas.restore()


def draw_on_neck(canvas: Canvas, worn: Sequence[Worn], phase: float, *, front: bool = False) -> None:
    """What is round the neck, whose ends swing; the `front` of it too, where no trunk has it."""
    canvas.skew(0.06 * math.sin(2 * math.pi * phase), 0)
    for look, colour, _ in worn:
        if look.part == "neck":
            for draw in (look.round, look.chest if front else None):
                if draw:
                    draw(canvas, colour, PERSON)


def draw_on_animal(canvas: Canvas, worn: Sequence[Worn], size: float, eyes: Point) -> None:
    """Hat and glasses on an animal's head of that height, seen from the side: about its middle, with one eye
    towards us."""
    canvas.save()
    canvas.translate(-0.05 * size, 0.50 * size)
    canvas.scale(size, size)
    draw_on_head(canvas, worn, "crown")
    canvas.restore()
    canvas.save()
    canvas.translate(*eyes)
    canvas.scale(_GLASSES * size * _ASIDE, _GLASSES * size)
    canvas.translate(0.15, 0.48)
    draw_on_head(canvas, [one for one in worn if one.look.part == "eyes"], "face")
    canvas.restore()


def _patterned(one: Worn, clothes: Clothes) -> tuple[float, float]:
    """From where to where on the trunk the pattern of cloth is seen: a top's ends where a skirt begins."""
    match one.look.part:
        case "legs":
            return (_WAIST, 2.0) if clothes.skirt else (0.0, 0.0)
        case "body" | "over" | "apron":
            whole = not clothes.skirt or (one.look.wear and one.look.wear(PERSON, one.colour).skirt)
            return 0.0, 2.0 if whole else _WAIST
        case _:
            return 0.0, 0.0


def _draw_pattern(canvas: Canvas, pattern: str, colour: Colour) -> None:
    """What cloth has on it, all over the trunk."""
    ink = mix(colour, (40, 40, 70), 0.55) if sum(colour) > _PALE else mix(colour, (255, 255, 255), 0.72)
    match pattern:
        case "striped" | "checked":
            lines = stroke(ink, 0.10 if pattern == "striped" else 0.05, 1.0 if pattern == "striped" else 0.7)
            for n in range(9):
                canvas.drawLine(-0.9, 0.06 + 0.21 * n, 0.9, 0.06 + 0.21 * n, lines)
            for n in range(8 * (pattern == "checked")):
                canvas.drawLine(-0.74 + 0.21 * n, 0.0, -0.74 + 0.21 * n, 1.8, lines)
        case _:
            canvas.drawPath(_dots(0.055 if pattern == "dotted" else 0.075), paint(ink))
            if pattern == "floral":
                canvas.drawPath(_dots(0.032), paint((250, 204, 70)))


@cache
def _dots(size: float) -> object:
    """Dots all over a trunk."""
    path = skia.Path()
    for n in range(40):
        path.addCircle(-0.75 + 0.21 * (n % 8) + 0.105 * (n // 8 % 2), 0.16 + 0.25 * (n // 8), size)
    return path


def fitted(canvas: Canvas, size: float, middle: Point) -> None:
    """Bring what is on a face to eyes that are apart and placed in another way than usual."""
    canvas.translate(middle[0], middle[1] + 0.48 * size)
    canvas.scale(size, size)


def layer_bounds(neck: Point, hip: Point) -> object:
    """Where trunk and skirt are."""
    return skia.Rect.MakeLTRB(min(neck[0], hip[0]) - 0.4, neck[1] - 0.12, max(neck[0], hip[0]) + 0.4, 0.1)
