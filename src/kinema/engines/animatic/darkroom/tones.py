"""Tones: what a palette and a light do to a style's grade."""

# ruff: noqa: E501 - a table is read by its rows
from __future__ import annotations

from dataclasses import dataclass, replace

from kinema.engines.animatic.darkroom.grade import Grade
from kinema.engines.animatic.raster import Colour
from kinema.engines.animatic.scene import Scene
from kinema.engines.animatic.vocabulary import vocabulary


@dataclass(frozen=True)
class Tone:
    """A change to a grade: factors of `colour`, `contrast` and `bloom`, the rest is added."""

    colour: float = 1.0
    contrast: float = 1.0
    bloom: float = 1.0
    lift: float = 0.0
    vignette: float = 0.0
    shadows: Colour = (0, 0, 0)
    lights: Colour = (0, 0, 0)


PALETTES: dict[str, Tone] = {
    "warm": Tone(shadows=(14, 2, -12), lights=(26, 6, -30)),
    "cool": Tone(shadows=(-12, 2, 20), lights=(-26, 0, 26)),
    "pastel": Tone(colour=0.72, contrast=0.78, lift=0.17, shadows=(14, 6, 16), lights=(10, 4, 6), vignette=-0.3),
    "blue": Tone(colour=0.7, shadows=(-16, -2, 26), lights=(-36, -6, 24)),
    "pink": Tone(colour=0.9, lift=0.04, shadows=(20, -4, 10), lights=(18, -16, 4)),
    "green": Tone(colour=0.5, shadows=(-16, 14, -10), lights=(-38, 10, -32)),
    "purple": Tone(colour=0.5, shadows=(16, -12, 30), lights=(4, -36, 20)),
    "red": Tone(colour=0.4, shadows=(30, -14, -14), lights=(26, -60, -62)),
    "yellow": Tone(colour=0.55, lift=0.03, shadows=(14, 8, -18), lights=(18, 6, -64)),
    "sepia": Tone(colour=0.15, contrast=0.94, shadows=(18, 6, -12), lights=(18, 2, -40)),
    "muted": Tone(colour=0.42, contrast=0.92, lift=0.04, shadows=(4, 4, 2), lights=(2, 0, -8)),
    "vivid": Tone(colour=1.45, contrast=1.10),
}  # fmt: skip
LIGHTS: dict[str, Tone] = {
    "golden": Tone(bloom=1.3, shadows=(10, 2, -8), lights=(18, 6, -22)),
    "blue hour": Tone(colour=0.9, shadows=(-6, 0, 14), lights=(-12, -2, 16)),
    "moonlight": Tone(colour=0.82, shadows=(-6, 0, 12), lights=(-10, 0, 14)),
    "neon": Tone(bloom=1.2, shadows=(4, -4, 8)),
    "fire": Tone(bloom=1.2, vignette=0.16, shadows=(12, 0, -10), lights=(26, 4, -34)),
    "spotlight": Tone(contrast=1.08, vignette=0.2),
    "backlit": Tone(contrast=1.08, bloom=1.6),
    "soft": Tone(contrast=0.86, lift=0.05, bloom=1.25, vignette=-0.15),
    "hard": Tone(contrast=1.22, bloom=0.7),
    "low key": Tone(contrast=1.18, vignette=0.28),
    "bright": Tone(contrast=0.95, lift=0.05, vignette=-0.2),
    "glow": Tone(bloom=1.6, shadows=(-6, 4, 10)),
}  # fmt: skip


def graded(scene: Scene) -> Grade:
    """The grade of a scene: its style's, toned by its light and its palette."""
    grade = vocabulary().styles[scene.style].grade
    for tone in (LIGHTS.get(scene.light or ""), PALETTES.get(scene.palette or "")):
        if tone is not None:
            grade = _toned(grade, tone)
    return grade


def _toned(grade: Grade, tone: Tone) -> Grade:
    return replace(
        grade,
        colour=grade.colour * tone.colour,
        contrast=grade.contrast * tone.contrast,
        bloom=grade.bloom * tone.bloom,
        lift=grade.lift + tone.lift,
        vignette=min(max(grade.vignette + tone.vignette, 0.0), 0.85),
        shadows=_sum(grade.shadows, tone.shadows),
        lights=_sum(grade.lights, tone.lights),
    )


def _sum(first: Colour, second: Colour) -> Colour:
    return (first[0] + second[0], first[1] + second[1], first[2] + second[2])
