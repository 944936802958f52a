"""A rocket's fire and smoke: a flame of light under the nozzle, puffs that swell where it has been."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import cv2
import numpy as np

from kinema.engines.animatic.performance import Performance
from kinema.engines.animatic.raster import Raster, glow, mix, noise, over, premultiplied, shine, smooth
from kinema.engines.animatic.stage import Setup, Shot

if TYPE_CHECKING:
    from kinema.engines.animatic.actors.actor import Actor

SHRINK = 3
"""How many times smaller smoke is made."""
_LASTS = 12.0
"""Seconds until a puff of smoke is gone."""


def puff(setup: Setup) -> Raster:
    """A ball of smoke, lit from the side of the sun."""
    light = setup.light
    side = 96
    cloud = noise(setup.rng, side, side, 30, 4)
    ball = glow(side // 2, 0.75)
    alpha = np.clip(smooth(ball * (0.55 + 0.9 * cloud), 0.12, 0.55), 0, 1) * 0.92
    across = np.linspace(-1, 1, side, dtype=np.float32)
    way = 1.0 if light.sun_at[0] > 0.5 else -1.0
    lit = np.clip(0.55 + 0.40 * way * across[None, :] - 0.45 * across[:, None] + (cloud - 0.5) * 0.9, 0, 1)
    dark = np.array(mix(light.far((150, 140, 150), 0.2), light.sky[0], 0.25), np.float32)
    bright = np.array(mix(light.sun, (255, 250, 244), 0.45), np.float32)
    art = premultiplied(dark + (bright - dark) * lit[..., None], alpha)
    return setup.style.bits(art, 2 * side) if setup.style.bits else art


def blown(setup: Setup) -> float:
    """How fast the wind takes smoke to the left, in short sides a second."""
    return 0.30 * max(setup.weather.wind - 0.2, 0.0)


def billow(frame: Raster, small: Raster, shrink: int) -> None:
    """Lay smoke over the frame that was made `shrink` times smaller."""
    left, top, columns, rows = cv2.boundingRect(cv2.extractChannel(small, 3))
    if not rows:
        return
    left, top = max(left - 1, 0), max(top - 1, 0)
    filled = small[top : top + rows + 2, left : left + columns + 2]
    size = (filled.shape[1] * shrink, filled.shape[0] * shrink)
    over(frame, cv2.resize(filled, size), left * shrink, top * shrink)


class Exhaust:
    """The fire and smoke of one rocket, drawn behind it."""

    def __init__(self, setup: Setup, actor: Actor) -> None:
        self._setup = setup
        self._actor = actor
        self._rate = 20 if setup.fine else 13
        self._blown = blown(setup)
        self._made = setup.style.bits is not None
        self._shrink = 1 if self._made else SHRINK
        self._puffs = [puff(setup) for _ in range(4)]
        self._flame = self._jet()
        self._halo = (glow(64, 2.2) * 255).astype(np.uint8)
        count = int(setup.span[1] * self._rate) + 1
        self._chance = setup.rng.uniform(-1, 1, (count * 2, 4))

    def _jet(self) -> Raster:
        """The flame as light: float colours (h, w, 3), white at the nozzle, orange at its end."""
        rows, columns = 160, 64
        y = np.linspace(0, 1, rows, dtype=np.float32)[:, None]
        x = np.linspace(-1, 1, columns, dtype=np.float32)[None, :]
        width = 0.42 * (1 - y) ** 0.6 * (1 + 0.5 * np.sin(y * 9) * (1 - y)) + 0.04
        body = np.exp(-((x / width) ** 2) * 1.4) * np.clip((1 - y) * 1.4, 0, 1)
        core = np.exp(-((x / (width * 0.5)) ** 2) * 1.6) * np.clip((0.75 - y) * 2, 0, 1)
        colour = body[..., None] * np.array([255, 128, 30], np.float32) + core[..., None] * np.array(
            [120, 150, 190], np.float32
        )
        return np.asarray(np.clip(colour, 0, 255).astype(np.uint8))

    def draw(self, shot: Shot) -> None:
        """Smoke first, then fire and its glow on everything around."""
        pose = self._actor.performance.at(shot.t)
        unit, zoom = self._setup.unit, shot.view.zoom
        x, ground = self._actor.screen(pose, shot)
        nozzle = ground - pose.lift * unit * zoom
        if pose.power <= 0:
            return
        self._smoke(shot, ground)
        flicker = 1 + 0.10 * math.sin(shot.t * 57) + 0.06 * math.sin(shot.t * 91)
        height = int(self._actor.height * (0.35 + 0.55 * min(pose.lift * 3, 1)) * pose.power * flicker * zoom)
        height = int(height * pose.size)
        width = max(int(self._actor.height * 0.34 * zoom * pose.size), 1)
        if height > 4:
            jet = cv2.resize(self._flame, (width, height))
            top, left = int(nozzle - 0.015 * unit), int(x - width / 2)
            _add(shot.frame, jet, left, top)
        for radius, strength in ((0.16, 0.9), (0.62, 0.30 + 0.05 * flicker)):
            size = int(radius * unit * 2)
            mask = cv2.convertScaleAbs(
                cv2.resize(self._halo, (size, size)),
                alpha=strength * pose.power * (1 - 0.4 * min(pose.lift, 1)),
            )
            shine(shot.frame, mask, int(x - size / 2), int(nozzle + 0.03 * unit - size / 2), (255, 170, 80))

    def _smoke(self, shot: Shot, ground: float) -> None:
        height, width = shot.frame.shape[:2]
        small = np.zeros((height // self._shrink + 1, width // self._shrink + 1, 4), np.uint8)
        performance, unit, zoom = self._actor.performance, self._setup.unit, shot.view.zoom
        ignition = 0.06 * performance.seconds
        last = int((shot.t - ignition) * self._rate)
        for n in range(max(last, 0) + 1):
            born = ignition + n / self._rate
            age = shot.t - born
            if not 0 < age < _LASTS:
                continue
            pose = performance.at(born)
            a, b, c, d = self._chance[n % len(self._chance)]
            low = float(np.clip(1 - pose.lift * 4, 0, 1))
            # By the ground it rolls out to both sides; higher up it hangs in a column and drifts.
            spread = (0.55 * (1 - math.exp(-age * 1.4)) * a + 0.05 * c) * low + (0.03 + 0.035 * age) * a * (
                1 - low
            )
            rise = 0.03 * age + 0.05 * abs(b) * low * age - (0.05 + 0.10 * (1 - low)) * (1 - low)
            size = (0.10 + 0.13 * min(age, 2.5) ** 0.6 + 0.05 * d) * (0.8 + 0.4 * low) * unit * zoom
            px, _ = self._actor.screen(pose, shot)
            sx = px + (spread - self._blown * age) * unit * zoom
            sy = ground - (pose.lift + max(rise, -pose.lift)) * unit * zoom - size * 0.22 * low
            sy += (_sinking(performance, shot.t) - _sinking(performance, born)) * unit * zoom
            side = max(int(size / self._shrink), 4)
            fade = pose.power * min(age * 5, 1) * (1 - 0.55 * float(smooth(age, 1.5, 5)))
            fade *= 1 - float(smooth(age, 0.7 * _LASTS, _LASTS))
            if sy + size < 0 or sy - size > height:
                continue
            if self._made:  # what is made of something does not fade, it gets smaller
                side, fade = max(int(side * fade**0.5), 4), float(fade > 0.05)
            puff = cv2.resize(self._puffs[n % 4], (side, side), interpolation=cv2.INTER_LINEAR)
            hot = float(np.clip(1 - age * 2.6, 0, 1)) * 0.75
            if hot > 0.02:
                puff = _heated(puff, hot)
            over(small, puff, int(sx / self._shrink - side / 2), int(sy / self._shrink - side / 2), fade)
        billow(shot.frame, small, self._shrink)


def _heated(puff: Raster, share: float) -> Raster:
    """Smoke lit from within by the flame."""
    alpha = puff[..., 3:].astype(np.float32) / 255
    fire = np.array([255, 168, 72], np.float32) * alpha
    mixed = puff[..., :3] + (fire - puff[..., :3]) * share
    return np.dstack([mixed, puff[..., 3]]).astype(np.uint8)


def _add(frame: Raster, light: Raster, x: int, y: int) -> None:
    left, top = max(x, 0), max(y, 0)
    right, bottom = min(x + light.shape[1], frame.shape[1]), min(y + light.shape[0], frame.shape[0])
    if left < right and top < bottom:
        part = frame[top:bottom, left:right]
        part[:] = cv2.add(part, light[top - y : bottom - y, left - x : right - x])


def _sinking(performance: Performance, t: float) -> float:
    """How far what a rocket left behind has sunk in the frame, where the camera keeps up with it past its
    shot."""
    return 0.30 * performance.rise / performance.seconds * max(t - performance.seconds, 0.0)
