"""The animatic engine: from a request to a film, frame by frame."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from kinema.engines.animatic.version import VERSION
from kinema.engines.contract import Capability, Character, EngineSpec, Rendered, RenderRequest, Report


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
        can=frozenset(Capability),
    )

    def load(self) -> None:
        """Import what draws, and read the vocabulary."""
        from kinema.engines.animatic.rendering import warm_up

        warm_up()

    def render(self, request: RenderRequest, folder: Path, report: Report) -> Rendered:
        """Draw the film that the request asks for into `folder`; `report` may raise `Cancelled`."""
        from kinema.engines.animatic.rendering import render

        return render(request, folder, report)

    def cut_out(self, film: Path, name: str) -> Character:
        """Make a character of what moves in `film`, one of our own normalised files."""
        from kinema.engines.animatic.cutting import cut_out
        from kinema.media.reading import frames

        return cut_out(frames(film), name)

    def close(self) -> None:
        """Nothing is held between films but what was warmed up."""
