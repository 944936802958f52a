"""Realistic: a grade that stays out of the way."""

from __future__ import annotations

from kinema.engines.animatic.kit import Grade, Style

STYLE = Style(
    name="realistic",
    words=(
        "realistic", "realism", "photorealistic", "photo-realistic", "hyperrealistic", "hyper-realistic",
        "lifelike", "photo", "photographic", "documentary", "nature documentary", "found footage", "gopro",
        "live action",
        "写实", "逼真", "真实", "真实感", "纪实", "照片", "写实风格", "纪录片",
    ),
    vague=1,
    grade=Grade((0, 0, 3), (3, 1, -2), 1.04, colour=0.96, bloom=0.30, vignette=0.20, grain=4),
)  # fmt: skip
