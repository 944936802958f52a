"""Bubbles: under water more of them than there always are."""

from __future__ import annotations

from kinema.engines.animatic.kit import Weather, bubbling

WEATHER = Weather(
    name="bubbles",
    words=("bubble", "bubbles", "气泡", "泡泡", "水泡"),
    sound=bubbling,
    home="underwater",
)
