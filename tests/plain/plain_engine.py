"""An engine of another package, which can do nothing but draw a prompt. Tests put its folder on the path."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from kinema.engines.contract import EngineSpec
from kinema.testing.fake import FakeEngine


class PlainEngine(FakeEngine):
    """The fake engine without its capabilities."""

    spec: ClassVar[EngineSpec] = replace(FakeEngine.spec, name="plain", can=frozenset())
