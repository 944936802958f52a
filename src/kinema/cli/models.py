"""`kinema models`: what clients may name, who draws it and what it costs."""

from __future__ import annotations

from kinema.cli.tables import Json, show
from kinema.settings import load


def models(as_json: Json = False) -> None:
    """Show the models with their engines and prices (millionths of your currency for a second of film)."""
    rows = [
        {
            "model": model.name,
            "engine": model.engine,
            "quality": model.quality,
            "micros_per_second": model.price,
        }
        for model in load().all_models.values()
    ]
    show(rows, [*rows[0]], as_json=as_json)
