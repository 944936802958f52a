"""A room: a wall with a window on the outside, a picture, a lamp, a floor of boards and a rug."""

from __future__ import annotations

import cv2
import numpy as np

from kinema.engines.animatic.kit import (
    ROOM_TONE,
    Floor,
    Layer,
    Place,
    Raster,
    Setup,
    Stage,
    blur,
    glow,
    mix,
    noise,
    span,
    to_bytes,
)


def build(setup: Setup) -> Stage:
    """A living room by the light of its window, or of its lamp at night."""
    height = setup.size.height
    horizon = height * (0.66 if not setup.size.is_portrait else 0.68)
    line = (
        horizon + 0.55 * (height - horizon)
        if not setup.size.is_portrait
        else horizon + 0.38 * (height - horizon)
    )
    stage = Stage(Floor(horizon, line, "stone", mirror=0.14))
    stage.behind.append(_wall(setup, horizon))
    return stage


def _wall(setup: Setup, horizon: float) -> Layer:
    light, unit, rng = setup.light, setup.unit, setup.rng
    margin, width = span(setup, 0.55)
    rows = setup.size.height + 2 * margin
    level = int(horizon + margin)
    night = setup.light.lamps > 0.6
    wall = (118, 104, 110) if night else (214, 196, 172)
    picture = np.empty((rows, width, 3), np.float32)
    picture[:level] = (
        np.array(wall, np.float32) * (0.94 + 0.10 * noise(rng, width, level, 0.1 * unit, 3))[..., None]
    )
    _boards(picture, level, rng, night=night)
    picture[level - int(0.03 * unit) : level] = np.array(mix(wall, (255, 255, 255), 0.25), np.float32) * (
        0.7 if night else 1
    )
    _window(picture, setup, int(width * 0.62), level - int(0.52 * unit))
    _frame(picture, int(width * 0.24), level - int(0.46 * unit), unit, rng)
    lamp = (int(width * 0.36), level - int(0.40 * unit))
    _lamp(picture, lamp, level, unit)
    reach = glow(int(1.0 * unit), 1.6)[..., None]
    x, y = lamp[0] - reach.shape[1] // 2, lamp[1] - reach.shape[0] // 2
    part = picture[max(y, 0) : y + reach.shape[0], max(x, 0) : x + reach.shape[1]]
    piece = reach[max(-y, 0) :, max(-x, 0) :][: part.shape[0], : part.shape[1]]
    part += piece * np.array((255, 186, 110), np.float32) * (0.55 if night else 0.10)
    del light
    return Layer(blur(to_bytes(np.clip(picture, 0, 254), rng), 0.0016 * unit), -margin, -margin, 0.6, unit)


def _boards(picture: Raster, level: int, rng: np.random.Generator, *, night: bool) -> None:
    rows, width = picture.shape[0] - level, picture.shape[1]
    y = np.linspace(0, 1, rows, dtype=np.float32)[:, None]
    x = (np.arange(width, dtype=np.float32)[None, :] - width / 2) / (0.35 + 0.9 * y) / (width * 0.075)
    board = np.floor(x).astype(int) % 97
    tone = rng.uniform(0.82, 1.08, 97).astype(np.float32)[board]
    seam = 1 - 0.35 * np.exp(-(((x % 1.0) - 0.02) ** 2) / 0.0012)
    colour = np.array((96, 66, 50) if night else (176, 124, 84), np.float32)
    picture[level:] = colour * (tone * seam * (0.75 + 0.3 * y))[..., None]


def _window(picture: Raster, setup: Setup, x: int, y: int) -> None:
    unit, sky = setup.unit, setup.light.sky
    w, h = int(0.42 * unit), int(0.40 * unit)
    rows = np.linspace(0, 1, h, dtype=np.float32)[:, None, None]
    y = max(y, 2)
    pane = np.array(sky[0], np.float32) * (1 - rows) + np.array(sky[2], np.float32) * rows
    picture[y : y + h, x : x + w] = np.repeat(pane, w, axis=1)[: picture.shape[0] - y, : picture.shape[1] - x]
    for dx in (0, w // 2, w):
        cv2.line(picture, (x + dx, y), (x + dx, y + h), (236, 230, 220), max(int(0.014 * unit), 1))
    for dy in (0, h // 2, h):
        cv2.line(picture, (x, y + dy), (x + w, y + dy), (236, 230, 220), max(int(0.014 * unit), 1))
    for side in (-1, 1):
        edge = x if side < 0 else x + w
        for n in range(5):
            fold = edge + side * int((0.01 + 0.022 * n) * unit)
            cv2.line(
                picture,
                (fold, y - int(0.04 * unit)),
                (fold, y + h + int(0.10 * unit)),
                (150 + 10 * (n % 2) * 2, 84, 74),
                int(0.024 * unit) or 1,
            )


def _frame(picture: Raster, x: int, y: int, unit: float, rng: np.random.Generator) -> None:
    y = max(y, 2)
    w, h = int(0.20 * unit), int(0.15 * unit)
    cv2.rectangle(picture, (x, y), (x + w, y + h), (104, 72, 46), -1)
    inner = (
        noise(rng, w - 12, h - 12, 30, 3)[..., None]
        if w > 24 and h > 24
        else np.zeros((max(h - 12, 1), max(w - 12, 1), 1), np.float32)
    )
    part = picture[y + 6 : y + 6 + inner.shape[0], x + 6 : x + 6 + inner.shape[1]]
    part[:] = (np.array((70, 130, 150), np.float32) + inner * np.array((150, 60, 10), np.float32))[
        : part.shape[0], : part.shape[1]
    ]


def _lamp(picture: Raster, at: tuple[int, int], level: int, unit: float) -> None:
    x, y = at
    cv2.line(
        picture, (x, y), (x, level + int(0.03 * unit)), (60, 48, 44), max(int(0.010 * unit), 1), cv2.LINE_AA
    )
    shade = np.array(
        [
            [x - int(0.045 * unit), y - int(0.09 * unit)],
            [x + int(0.045 * unit), y - int(0.09 * unit)],
            [x + int(0.085 * unit), y + int(0.02 * unit)],
            [x - int(0.085 * unit), y + int(0.02 * unit)],
        ],
        np.int32,
    )
    cv2.fillPoly(picture, [shade], (255, 222, 164), cv2.LINE_AA)


PLACE = Place(
    name="room",
    words=(
        "room", "bedroom", "kitchen", "living room", "indoors", "house interior", "office", "cafe", "café",
        "coffee shop", "library", "classroom", "sofa", "couch", "desk", "workshop", "studio", "restaurant",
        "restaurant kitchen", "diner", "bookstore", "bookshop", "shop", "supermarket", "garage",
        "greenhouse", "church", "chapel", "cathedral", "saloon", "tavern", "locker room",
        "elevator", "spaceship interior", "bar", "pub", "museum", "hallway", "corridor", "attic",
        "basement", "laboratory", "lab", "bathroom", "fireplace", "windowsill", "crypt", "rocking chair",
        "gym", "hospital", "factory", "bakery", "laundromat", "gallery",
        "房间", "卧室", "厨房", "客厅", "室内", "办公室", "咖啡馆", "咖啡店", "图书馆", "教室", "屋里",
        "屋内", "沙发", "窗台", "壁炉", "书房", "餐厅", "酒吧", "书店", "商店", "超市", "车库", "温室",
        "教堂", "博物馆", "实验室", "走廊", "工作室", "浴室", "地下室", "病房", "窗外",
    ),
    hints=("window", "ceiling", "curtains", "indoor", "桌上", "桌子", "床上", "窗前"),
    build=build,
    bed=ROOM_TONE,
    indoors=True,
)  # fmt: skip
