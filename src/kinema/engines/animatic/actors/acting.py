"""Acting: the things, the faces and the signs of a deed, drawn on a body."""

from __future__ import annotations

import math
from collections.abc import Sequence

import skia

from kinema.engines.animatic.actors.art import VIEW, picture
from kinema.engines.animatic.actors.brush import Canvas, Point, paint, stroke
from kinema.engines.animatic.gesture import Gesture, Thing
from kinema.engines.animatic.performance import VOICE, Pose
from kinema.engines.animatic.raster import Colour

_DARK = (110, 28, 40)
_WOOD = (140, 96, 62)


def draw_things(
    canvas: Canvas, things: Sequence[Thing], hands: tuple[Point, Point] | None, *, behind: bool
) -> None:
    """The things of a deed that the body covers, or the others; `hands` are the far and the near one's
    places on the canvas."""
    for thing in things:
        if thing.behind != behind:
            continue
        x, y = _held(thing, hands)
        if thing.stands:
            top = y - thing.at[1]
            for foot in (-0.20, 0.0, 0.20):
                legs = stroke(_WOOD, 0.030)
                canvas.drawLine(x + thing.at[0] + 0.4 * foot, top, x + thing.at[0] + foot, 0.0, legs)
        _stamp(
            canvas, thing.emoji, (x + thing.at[0], y - thing.at[1]), thing.tall, thing.turned, thing.mirrored
        )


def _held(thing: Thing, hands: tuple[Point, Point] | None) -> Point:
    if thing.hand == "none" or hands is None:
        return (0.0, 0.0)
    far, near = hands
    if thing.hand == "both":
        return ((far[0] + near[0]) / 2, (far[1] + near[1]) / 2)
    return near if thing.hand == "near" else far


def draw_rising(canvas: Canvas, gesture: Gesture, pose: Pose, moved: Point = (0.0, 0.0)) -> None:
    """Notes, hearts, tears and crumbs, each at its part of its way; `moved` is how far this body's mouth is
    from an upright one's."""
    for rising in gesture.rising:
        for n in range(rising.many):
            share = (pose.phase / rising.life + n / rising.many) % 1.0
            share /= rising.seen
            if share > 1:
                continue
            begun = math.floor(pose.phase / rising.life + n / rising.many) + n
            aside = ((begun * 0.618) % 1.0 - 0.5) * 0.9
            x = rising.start[0] + rising.way[0] * share + rising.way[1] * aside * 0.4 * share
            falls = rising.way[1] < 0
            y = rising.start[1] + rising.way[1] * (share**1.6 if falls else share)
            tall = rising.tall * (1 - 0.4 * share if falls else 0.45 + 0.55 * min(share * 3, 1))
            fade = min(share * 6, 1.0) * min((1 - share) * 4, 1.0)
            _stamp(
                canvas,
                rising.emoji,
                (x + moved[0], -y - moved[1]),
                tall,
                14 * math.sin(pose.phase * 3 + n * 2),
                opacity=fade,
            )


def draw_mouth(canvas: Canvas, mouth: str, at: Point, wide: float, beat: float, skin: Colour) -> None:
    """A mouth in the place of a face's own: laughing or singing, in time, or turned down."""
    x, y = at
    canvas.drawOval(
        skia.Rect.MakeLTRB(x - 1.25 * wide, y - 0.75 * wide, x + 1.25 * wide, y + 0.95 * wide), paint(skin)
    )
    if mouth == "sad":
        path = skia.Path()
        path.moveTo(x - wide, y + 0.4 * wide)
        path.quadTo(x, y - 0.9 * wide, x + wide, y + 0.4 * wide)
        canvas.drawPath(path, stroke(_DARK, 0.34 * wide))
        return
    high = wide * (0.75 + 0.45 * math.sin(beat * 9))
    canvas.drawOval(skia.Rect.MakeLTRB(x - wide, y - 0.5 * high, x + wide, y + high), paint(_DARK))
    canvas.drawOval(
        skia.Rect.MakeLTRB(x - 0.55 * wide, y + 0.35 * high, x + 0.55 * wide, y + 0.9 * high),
        paint((226, 96, 104)),
    )


def draw_voice(canvas: Canvas, at: Point, tall: float, t: float) -> None:
    """Arcs that go out from a mouth with every call."""
    call = (t * VOICE) % 1.0
    for n in range(3):
        share = call * 1.5 - 0.16 * n
        if not 0 < share < 1:
            continue
        radius = tall * (0.25 + 0.75 * share)
        box = skia.Rect.MakeLTRB(at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius)
        canvas.drawArc(box, -38, 62, False, stroke((255, 255, 250), 0.034 * (1 - 0.4 * share), 1 - share**2))


def _stamp(
    canvas: Canvas,
    emoji: str,
    at: Point,
    tall: float,
    turned: float = 0.0,
    mirrored: bool = False,
    opacity: float = 1.0,
) -> None:
    """Artwork with its middle at a place."""
    canvas.save()
    canvas.translate(*at)
    canvas.rotate(turned)
    scale = tall / VIEW
    canvas.scale(-scale if mirrored else scale, scale)
    canvas.translate(-VIEW / 2, -VIEW / 2)
    if opacity < 1:
        canvas.saveLayerAlpha(skia.Rect.MakeWH(VIEW, VIEW), int(255 * max(opacity, 0)))
        canvas.drawPicture(picture(emoji))
        canvas.restore()
    else:
        canvas.drawPicture(picture(emoji))
    canvas.restore()
