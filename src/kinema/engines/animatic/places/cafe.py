"""A café: a counter with its machine, bottles, lamps over it, tables, a window on the street."""

from __future__ import annotations

import numpy as np

from kinema.engines.animatic.kit import (
    RATE,
    Bed,
    Place,
    Scene,
    Setup,
    Stage,
    Track,
    decay,
    place,
    scattered,
    shaped,
)
from kinema.engines.animatic.scenery.fittings import counter
from kinema.engines.animatic.scenery.furnishings import chair, cups, hanging, picture, table
from kinema.engines.animatic.scenery.interior import Interior, interior, lit
from kinema.engines.animatic.scenery.outside import Window
from kinema.engines.animatic.scenery.pen import Furnishing

ROOM = Interior(
    walls=((150, 92, 76), (96, 120, 112), (186, 156, 122), (110, 96, 120)),
    ground=(138, 98, 68),
    window=Window(0.42, sill=0.18, wide=0.50, high=0.42, view="city", bars=(2, 1)),
    against=(
        Furnishing(counter, -0.44),
        Furnishing(picture(0.14, 0.18), 0.06, 0.34),
        Furnishing(hanging((52, 60, 66)), -0.64, 0.58, lights=((0.0, 0.0, 0.7),)),
        Furnishing(hanging((52, 60, 66)), -0.28, 0.60, lights=((0.0, 0.0, 0.7),)),
        Furnishing(hanging((206, 150, 70)), 0.44, 0.62, lights=((0.0, 0.0, 0.6),)),
    ),
    standing=(
        Furnishing(chair((96, 68, 52)), 0.40),
        Furnishing(table(0.26, 0.19, (176, 128, 84), cups), 0.58),
        Furnishing(chair((96, 68, 52)), 0.76),
    ),
    near=(Furnishing(chair((120, 84, 60)), -0.66),),
)


def build(setup: Setup) -> Stage:
    """Furnished as it is, one way round or the other."""
    return interior(setup, ROOM)


def murmur(track: Track, scene: Scene, rng: np.random.Generator) -> None:  # noqa: ARG001 - whoever is there
    """Voices of other tables, of which no word is understood."""
    moments, rng = rng.spawn(2)
    for at in scattered(len(track) // RATE, 7, moments):
        samples = int(rng.uniform(0.10, 0.24) * RATE)
        low = rng.uniform(180, 420)
        points = ((0.5 * low, -20), (low, 0), (2.6 * low, -4), (7 * low, -24))
        voice = shaped(rng, samples, points) * decay(samples, 0.04, 0.10)
        place(track, voice, float(at), rng.uniform(0.004, 0.012), rng.uniform(-0.9, 0.9))


PLACE = Place(
    name="cafe",
    words=(
        "cafe", "café", "coffee shop", "restaurant", "diner", "bar", "pub", "tavern", "saloon", "bakery",
        "bistro", "brasserie", "canteen", "cafeteria", "food court", "wine bar", "jazz bar", "karaoke bar",
        "sushi bar", "pizzeria", "steakhouse", "speakeasy", "ice cream parlor", "tea house", "teahouse",
        "ramen shop", "noodle shop", "patisserie", "dining hall", "mess hall", "deli", "coffeehouse",
        "coffee house", "咖啡馆", "咖啡店", "餐厅", "酒吧", "茶馆", "茶馆里", "茶楼", "茶室", "酒馆",
        "酒馆里", "酒楼", "饭馆", "饭店", "面馆", "拉面店", "火锅店", "寿司店", "面包店", "面包房",
        "蛋糕店", "甜品店", "奶茶店", "咖啡厅", "咖啡馆里", "吧台", "吧台前", "食堂", "小吃店", "烘焙店",
        "糕点店", "餐馆", "餐厅里", "酒吧里",
    ),
    build=build,
    bed=Bed(((70, -8), (200, -2), (450, 0), (1100, -9), (3500, -24)), 0.024, 3.7, 0.25),
    life=murmur,
    light=lit,
    broader="room",
    indoors=True,
)  # fmt: skip
