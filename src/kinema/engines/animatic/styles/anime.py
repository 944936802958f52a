"""Anime: clear bright colours, and light that blooms."""

from __future__ import annotations

from kinema.engines.animatic.kit import Grade, Style, cel_body

STYLE = Style(
    name="anime",
    words=(
        "anime", "manga", "ghibli", "cartoon", "animation", "animated film", "pixar", "disney",
        "cel-shaded", "cel shaded", "comic", "comic book", "comic style", "comic book style", "comic strip",
        "动漫", "动画", "卡通", "日漫", "二次元", "宫崎骏", "动漫风格", "日系", "皮克斯", "漫画", "吉卜力",
    ),
    grade=Grade((6, 4, 18), (8, 6, 4), 1.02, lift=0.03, colour=1.28, bloom=0.75, vignette=0.12, grain=0),
    body=cel_body,
    lens=False,
)  # fmt: skip
