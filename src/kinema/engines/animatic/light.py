"""Light: what the time of day and the weather do to every colour in a scene."""

# ruff: noqa: E501 - a table is read by its rows
from __future__ import annotations

from dataclasses import dataclass, replace

from kinema.engines.animatic.raster import Colour, mix, times
from kinema.engines.animatic.scene import Scene
from kinema.engines.animatic.vocabulary import vocabulary


@dataclass(frozen=True)
class Light:
    """The light of a scene. Colours are RGB of 0 to 255, `ambient` is factors about 1.

    `sky` runs from the top to the horizon. `sun` is the key light's colour, and `sun_at` its place as
    parts of the frame's width and of the height from the top to the horizon; `rim` outlines whatever stands before it; far things fade into `haze` by
    `haziness`. `stars` and `lamps` are how much of each there is; `shade` is how dark the shadows are that
    things throw.
    """

    sky: tuple[Colour, Colour, Colour]
    sun: Colour
    sun_at: tuple[float, float]
    sun_size: float
    ambient: Colour
    rim: Colour
    haze: Colour
    haziness: float
    stars: float = 0.0
    lamps: float = 0.0
    clouds: float = 0.35
    shade: float = 0.0

    def far(self, colour: Colour, distance: float) -> Colour:
        """A thing's own colour as it looks at a distance of 0 to 1 in this light."""
        return mix(times(colour, self.ambient), self.haze, min(distance * self.haziness, 1.0))


TIMES: dict[str, Light] = {
    "dawn": Light(
        sky=((92, 118, 178), (186, 168, 196), (255, 208, 160)),
        sun=(255, 214, 160), sun_at=(0.7, 0.80), sun_size=0.05,
        ambient=(0.86, 0.82, 0.95), rim=(255, 206, 150), haze=(236, 200, 190), haziness=0.85, stars=0.06, shade=0.62,
    ),
    "day": Light(
        sky=((62, 134, 214), (122, 186, 236), (206, 232, 246)),
        sun=(255, 246, 220), sun_at=(0.76, 0.27), sun_size=0.045,
        ambient=(1.0, 0.99, 0.97), rim=(255, 246, 214), haze=(196, 222, 240), haziness=0.7, shade=0.62,
    ),
    "sunset": Light(
        sky=((38, 44, 104), (164, 92, 128), (255, 176, 104)),
        sun=(255, 190, 100), sun_at=(0.7, 0.86), sun_size=0.07,
        ambient=(0.78, 0.66, 0.72), rim=(255, 178, 96), haze=(222, 146, 124), haziness=0.72, stars=0.30, lamps=0.5, shade=0.72,
    ),
    "night": Light(
        sky=((7, 11, 30), (17, 28, 66), (46, 62, 110)),
        sun=(222, 232, 255), sun_at=(0.72, 0.50), sun_size=0.04,
        ambient=(0.48, 0.54, 0.74), rim=(164, 200, 255), haze=(46, 60, 106), haziness=0.8, stars=1.0, lamps=1.0, clouds=0.0, shade=0.45,
    ),
}  # fmt: skip


def light_of(scene: Scene) -> Light:
    """The light of a scene: its time of day, then what the weather takes away from it, then the place."""
    light = TIMES[scene.time]
    weather, place = vocabulary().weathers[scene.weather], vocabulary().places[scene.setting]
    if weather.light:
        light = weather.light(light, scene.time)
    return place.light(light) if place.light else light


def overcast(light: Light, grey: Colour, share: float) -> Light:
    """A light through clouds of a colour, thick enough to hide `share` of the sky; darker by night."""
    if light.stars > 0.5:
        grey = times(grey, 0.75)
    top, middle, horizon = light.sky
    return replace(
        light,
        sky=(
            mix(top, times(grey, 0.7), share),
            mix(middle, times(grey, 0.85), share),
            mix(horizon, grey, share),
        ),
        haze=mix(light.haze, grey, share),
        sun=mix(light.sun, grey, share * 0.6),
        stars=light.stars * (1 - share),
        clouds=max(light.clouds, 0.75),
        shade=light.shade * max(1 - 2.2 * share, 0.0),
    )
