"""The animatic engine: from a request to a film, frame by frame."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from kinema.engines.contract import EngineSpec, Rendered, RenderRequest, Report

VERSION = "1"


class AnimaticEngine:
    """Draws and scores an illustrated film from a prompt on the CPU, by rules and with no model.

    Nothing that draws is imported with this module: processes that never render read `spec` too.
    """

    spec: ClassVar[EngineSpec] = EngineSpec(
        name="animatic",
        version=VERSION,
        title="Animatic: a rule-based illustrated film, drawn on the CPU",
        sizes=None,
        seconds=range(1, 121),
        reference=True,
        sound=True,
    )

    def load(self) -> None:
        """Import what draws, and read the vocabulary."""
        from kinema.engines.animatic.rendering import warm_up

        warm_up()

    def render(self, request: RenderRequest, folder: Path, report: Report) -> Rendered:
        """Draw the film that the request asks for into `folder`; `report` may raise `Cancelled`."""
        from kinema.engines.animatic.rendering import render

        return render(request, folder, report)

    def close(self) -> None:
        """Nothing is held between films but what was warmed up."""
