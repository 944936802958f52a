"""Places: one module each, whose `build` draws what stands still and returns a stage."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from kinema.engines.animatic.stage import Setup, Stage


def build(setup: Setup) -> Stage:
    """The stage of a scene's setting."""
    module = import_module(f"{__name__}.{setup.scene.setting}")
    builder: Callable[[Setup], Stage] = module.build
    return builder(setup.own())
