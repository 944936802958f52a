"""Space: stars, a nebula, and the Earth below, turning, lit from one side through its thin air."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from kinema.engines.animatic.kit import (
    Bed,
    Floor,
    Light,
    Place,
    Raster,
    Setup,
    Shot,
    Stage,
    glow,
    mix,
    noise,
    shine,
    smooth,
    starfield,
)
from kinema.engines.animatic.raster import between, thrice


def build(setup: Setup) -> Stage:
    """Stars behind, the planet's limb across the lower part, a sun beyond its edge."""
    height = setup.size.height
    stage = Stage(
        Floor(height * 0.9, height * (0.99 if not setup.size.is_portrait else 0.80), "none"),
        raised=0.20,
        rays=False,
    )
    stage.behind.append(starfield(setup))
    stage.behind.append(Planet(setup))
    stage.behind.append(Flare(setup))
    return stage


_MAP = 1200
"""The sides of the map that the Earth's half is painted from, in pixels."""


class Planet:
    """The Earth: a disc of sea, land and cloud that turns, under a shade and a shell of air that do not."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        width, height = setup.size
        self._radius = int(max(width, height) * 0.80)
        top = 0.60 if not setup.size.is_portrait else 0.64
        self._centre = (width * 0.60, height * top + self._radius)
        self._disc = self._texture(1.0)
        self._air = self._shell()

    def _texture(self, scale: float) -> Raster:
        """Sea, land and cloud seen from above, as a disc without light: premultiplied RGBA."""
        rng, radius = self._setup.rng, int(self._radius * scale)
        side = 2 * radius
        half = side // 2
        y, x = np.mgrid[0:half, 0:half].astype(np.float32) * (4.0 / side) - 1
        r2 = np.clip(x * x + y * y, 0, 1)
        z = np.sqrt(1 - r2)
        u = (np.arctan2(x, z) / np.pi + 0.5) * _MAP
        v = (np.arcsin(np.clip(y, -1, 1)) / np.pi + 0.5) * _MAP
        land = cv2.remap(noise(rng, _MAP, _MAP, _MAP / 6, 7), u, v, cv2.INTER_LINEAR)
        swirl = (noise(rng, _MAP, _MAP, _MAP / 6.92, 3) - 0.5) * 0.105 * _MAP
        gx, gy = np.meshgrid(np.arange(_MAP, dtype=np.float32), np.arange(_MAP, dtype=np.float32))
        clouds = cv2.remap(
            noise(rng, _MAP, _MAP, _MAP / 10.59, 7),
            gx + swirl,
            gy * 1.6 + swirl,
            cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_WRAP,
        )
        cloud = cv2.remap(clouds, u, v, cv2.INTER_LINEAR)
        sea = between((12, 46, 104), (30, 112, 166), smooth(land, 0.38, 0.53))
        soil = between((58, 88, 54), (146, 122, 88), smooth(land, 0.60, 0.72))
        picture = between(sea, soil, smooth(land, 0.535, 0.552))
        cover = smooth(cloud, 0.44, 0.70) * 0.94
        shadow = np.roll(cover, (5, -7), axis=(0, 1))
        picture = between(picture, (0, 0, 0), 0.42 * shadow * (1 - cover))
        white = between((0, 0, 0), (246, 249, 253), 0.80 + 0.25 * cloud)
        picture = between(picture, white, cover) * np.array([1.02, 1.0, 0.98], np.float32)  # a warm sun
        disc: Raster = np.clip(picture, 0, 255).astype(np.uint8)
        disc = cv2.resize(disc, (side, side), interpolation=cv2.INTER_CUBIC)
        cover = np.zeros((side, side), np.uint8)
        cv2.circle(cover, (8 * side - 8, 8 * side - 8), 8 * side, 255, -1, cv2.LINE_AA, 4)
        return cv2.merge([cv2.multiply(disc, thrice(cover), scale=1 / 255), cover])

    def _shell(self) -> Raster:
        """A map the size of the frame and a margin: the light of the air, and as its alpha that of the sun on
        the disc."""
        width, height = self._setup.size
        margin = int(0.25 * self._setup.unit)
        y, x = np.mgrid[-margin : height + margin, -margin : width + margin].astype(np.float32)
        dx, dy = (x - self._centre[0]) / self._radius, (y - self._centre[1]) / self._radius
        r = np.hypot(dx, dy)
        above = np.maximum(r - 1, 0)
        aslant = 0.62 * dx - 0.66 * dy
        facing = aslant + 0.42 * np.sqrt(np.clip(1 - r * r, 0, 1))
        shade = np.clip(smooth(facing, -0.06, 0.62) * 0.88 + 0.012, 0, 1)
        disc = np.clip((1 - r) * (self._radius / 1.6) + 0.5, 0, 1)
        outer = np.exp(-34 * above) * 0.85 + np.exp(-10 * above) * 0.22
        around = smooth(r, 0.90, 1.0) * disc * 0.62 + outer * (1 - disc)
        thin = np.exp(((r - 1.003) / 0.0035) ** 2 * -0.5) * 0.75
        sunward = 0.12 + 0.88 * smooth(aslant, 0.05, 0.95)
        air = between((0, 0, 0), (70, 150, 255), around * sunward)
        air += between((0, 0, 0), (176, 214, 255), thin * sunward)
        return cv2.merge([np.clip(air, 0, 255).astype(np.uint8), (shade * 255).astype(np.uint8)])

    def draw(self, shot: Shot) -> None:
        """Turn the disc, light it, and lay it over the stars with its air."""
        height, width = shot.frame.shape[:2]
        view, unit, depth = shot.view, self._setup.unit, 0.34
        zoom = 1 + (view.zoom - 1) * depth
        cx = width / 2 + zoom * (self._centre[0] - (view.x * depth + view.turn) * unit - width / 2)
        cy = height / 2 + zoom * (self._centre[1] - view.y * depth * unit - height / 2)
        top = max(int(cy - self._radius * zoom * 1.16), 0)
        limb = max(int(cy - self._radius * zoom) - 2, 0)
        if top >= height:
            return
        margin = int(0.25 * unit)
        tx = cx - zoom * (self._centre[0] + margin)
        ty = cy - zoom * (self._centre[1] + margin) - top
        place = np.array([[zoom, 0, tx], [0, zoom, ty]], np.float32)
        shell = cv2.warpAffine(
            self._air, place, (width, height - top), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        )
        if limb < height:
            angle = 1.35 * shot.t
            turn = cv2.getRotationMatrix2D((float(self._radius), float(self._radius)), -angle, zoom)
            turn[:, 2] += (cx - self._radius, cy - self._radius - limb)
            disc = cv2.warpAffine(self._disc, turn, (width, height - limb), flags=cv2.INTER_LINEAR)
            shade = cv2.cvtColor(cv2.extractChannel(shell[limb - top :], 3), cv2.COLOR_GRAY2RGB)
            lit = cv2.multiply(cv2.cvtColor(disc, cv2.COLOR_RGBA2RGB), shade, dst=shade, scale=1 / 255)
            clear = cv2.cvtColor(cv2.bitwise_not(cv2.extractChannel(disc, 3)), cv2.COLOR_GRAY2RGB)
            under = shot.frame[limb:]
            cv2.multiply(under, clear, dst=under, scale=1 / 255)
            cv2.add(under, lit, dst=under)
        cv2.add(shot.frame[top:], cv2.cvtColor(shell, cv2.COLOR_RGBA2RGB), dst=shot.frame[top:])


class Flare:
    """The sun at the planet's edge: a bright point, a wide glow and a thin streak across."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self._glow = (glow(160, 3.0) * 255).astype(np.uint8)
        streak = np.exp(-(np.linspace(-1, 1, 24, dtype=np.float32) ** 2) * 12)[:, None]
        along = np.exp(-(np.linspace(-1, 1, 900, dtype=np.float32) ** 2) * 9)[None, :]
        self._streak = (streak * along * 150).astype(np.uint8)

    def draw(self, shot: Shot) -> None:
        """Add its light."""
        width, height = self._setup.size
        unit = self._setup.unit
        x = width * 0.90 - (shot.view.x * 0.2 + shot.view.turn) * unit
        y = height * (0.20 if not self._setup.size.is_portrait else 0.16) - shot.view.y * 0.2 * unit
        colour = mix((255, 255, 255), self._setup.light.sun, 0.3)
        for reach, power in ((0.16, 1.0), (0.75, 0.55)):
            side = int(reach * unit * 2)
            mask = cv2.convertScaleAbs(cv2.resize(self._glow, (side, side)), alpha=power)
            shine(shot.frame, mask, int(x - side / 2), int(y - side / 2), colour)
        line = cv2.resize(self._streak, (int(1.6 * unit), max(int(0.012 * unit), 3)))
        shine(shot.frame, line, int(x - 0.8 * unit), int(y - line.shape[0] / 2), (150, 190, 255))


def lit(light: Light) -> Light:
    """A sun without air."""
    return replace(light, ambient=(0.84, 0.86, 0.94), rim=(236, 242, 255), sun_at=(0.9, 0.3))


PLACE = Place(
    name="space",
    words=(
        "space", "outer space", "orbit", "galaxy", "cosmos", "universe", "nebula", "above the earth",
        "milky way galaxy", "asteroid", "asteroid field", "asteroid belt",
        "deep space",
        "太空", "太空中", "宇宙", "星系", "银河系", "轨道", "外太空", "地球上空", "星云",
        "银河", "小行星",
    ),
    build=build,
    bed=Bed(((30, -4), (55, 0), (70, -8), (200, -24), (2000, -60)), 0.080, 9.0, 0.20),
    light=lit,
    nightly=True,
)  # fmt: skip
