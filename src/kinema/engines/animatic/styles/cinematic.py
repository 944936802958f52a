"""Cinematic: teal shadows, warm lights, a little of everything that film does."""

from __future__ import annotations

from kinema.engines.animatic.kit import Grade, Style

STYLE = Style(
    name="cinematic",
    words=(
        "cinematic", "film", "movie", "movie style", "movie look", "blockbuster", "35mm film", "16mm film",
        "hollywood",
        "电影", "电影风格", "电影感", "大片", "电影质感",
    ),
    vague=1,
    grade=Grade((-6, 6, 16), (16, 4, -12), 1.16, colour=1.06, bloom=0.55, vignette=0.42, grain=5),
)  # fmt: skip
