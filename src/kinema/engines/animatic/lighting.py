"""Lighting: what a prompt says of the light, over the light of the hour and the weather."""

# ruff: noqa: E501 - a table is read by its rows
from __future__ import annotations

from dataclasses import dataclass, replace

from kinema.engines.animatic.light import Light
from kinema.engines.animatic.raster import Colour, mix, times


@dataclass(frozen=True)
class Lighting:
    """How one kind of light changes another. `ambient` and `sky` are factors; `rim`, `haze` and `glow` (of
    the horizon) are colours that are mixed in by `share`; `sun` is where the key light is, `disc` how much
    larger it looks, `lamps` how many are lit at least and `dim` a factor of all that are, `shade` one of how
    dark shadows are."""

    ambient: Colour = (1.0, 1.0, 1.0)
    sky: float = 1.0
    rim: Colour | None = None
    glow: Colour | None = None
    share: float = 0.6
    sun: tuple[float, float] | None = None
    disc: float = 1.0
    lamps: float = 0.0
    dim: float = 1.0
    shade: float = 1.0


LIGHTINGS: dict[str, Lighting] = {
    "sunlight": Lighting((1.08, 1.05, 0.98), rim=(255, 240, 200), disc=1.15),
    "golden": Lighting((1.12, 0.90, 0.66), rim=(255, 176, 84), glow=(255, 190, 104), share=0.65, sun=(0.74, 0.72), disc=1.35),
    "blue hour": Lighting((0.60, 0.84, 1.20), sky=0.80, rim=(160, 190, 255), glow=(74, 108, 190), share=0.85, sun=(0.70, 1.30), lamps=0.85, shade=0.0),
    "moonlight": Lighting((0.92, 1.0, 1.18), rim=(176, 212, 255), glow=(70, 100, 170), share=0.35, disc=1.5),
    "neon": Lighting((1.0, 0.86, 1.12), rim=(255, 80, 190), glow=(96, 40, 140), share=0.5, lamps=1.0),
    "fire": Lighting((1.04, 0.86, 0.74), rim=(255, 146, 54), glow=(112, 62, 48), share=0.5, lamps=0.9),
    "spotlight": Lighting((0.86, 0.86, 0.92), sky=0.6, rim=(255, 250, 236), share=0.8, shade=0.0),
    "shafts": Lighting((0.92, 0.92, 0.92), rim=(255, 242, 206), share=0.5),
    "backlit": Lighting((0.30, 0.28, 0.34), rim=(255, 226, 170), glow=(255, 222, 170), share=0.75, sun=(0.50, 0.52), disc=1.9),
    "soft": Lighting((1.02, 1.01, 1.02), rim=(214, 212, 210), share=0.75, disc=0.9, shade=0.35),
    "hard": Lighting((1.06, 1.02, 0.94), rim=(255, 252, 236), share=1.0, disc=1.1, shade=1.35),
    "low key": Lighting((0.62, 0.62, 0.66), sky=0.62, share=0.0, dim=0.45),
    "bright": Lighting((1.12, 1.11, 1.10), sky=1.10, share=0.0),
    "lamps": Lighting((0.98, 0.92, 0.84), rim=(255, 196, 120), share=0.7, lamps=1.0),
    "glow": Lighting((0.72, 0.94, 1.08), sky=0.8, rim=(110, 255, 226), glow=(30, 110, 120), share=0.6),
}  # fmt: skip


def lit_by(light: Light, said: str | None) -> Light:
    """A light as a prompt's word of `LIGHTINGS` makes it."""
    if said is None:
        return light
    kind = LIGHTINGS[said]
    top, middle, horizon = (times(colour, kind.sky) for colour in light.sky)
    haze = times(light.haze, kind.sky)
    if kind.glow:
        middle, horizon = mix(middle, kind.glow, kind.share * 0.35), mix(horizon, kind.glow, kind.share)
        haze = mix(haze, kind.glow, kind.share * 0.6)
    by_day = light.stars < 0.5
    ambient = tuple(a * b for a, b in zip(light.ambient, kind.ambient, strict=True))
    return replace(
        light,
        sky=(top, middle, horizon),
        haze=haze,
        rim=mix(light.rim, kind.rim, kind.share) if kind.rim else light.rim,
        sun=mix(light.sun, kind.glow, 0.4) if kind.glow and by_day else light.sun,
        sun_at=kind.sun if kind.sun and by_day else light.sun_at,
        sun_size=light.sun_size * kind.disc,
        ambient=(ambient[0], ambient[1], ambient[2]),
        lamps=max(light.lamps, kind.lamps) * kind.dim,
        shade=min(light.shade * kind.shade, 0.85),
    )
