"""Artistic: strong colours, in strokes on canvas."""

from __future__ import annotations

from kinema.engines.animatic.kit import Grade, Style, canvas

STYLE = Style(
    name="artistic",
    words=(
        "artistic", "art", "painting", "oil painting", "painterly", "impressionist", "impressionism",
        "van gogh", "monet", "ukiyo-e", "storybook illustration", "illustration",
        "illustrated", "fresco", "gouache", "mural", "tapestry", "stained glass", "mosaic", "pop art",
        "art deco", "surrealist",
        "艺术", "油画", "艺术风格", "绘画", "印象派", "浮世绘", "壁画", "敦煌壁画", "年画", "插画", "绘本",
        "梵高",
    ),
    vague=1,
    grade=Grade(
        (8, 0, 10), (12, 6, -4), 1.10, colour=1.22, bloom=0.45, vignette=0.25, grain=3,
        texture=canvas, coarse=True,
    ),
    lens=False,
)  # fmt: skip
