"""Every installed engine passes the contract suite that third-party engines run."""

from __future__ import annotations

import pytest

from kinema.engines.animatic import AnimaticEngine
from kinema.engines.registry import engine, engines
from kinema.errors import Misconfigured
from kinema.testing.contract import EngineContract
from kinema.testing.fake import FakeEngine


class TestAnimatic(EngineContract):
    """The embedded engine."""

    engine = AnimaticEngine


class TestFake(EngineContract):
    """The engine of the tests."""

    engine = FakeEngine


def test_engines_are_found_by_entry_point() -> None:
    """The registry lists what is installed, and refuses an unknown name, listing the known ones."""
    assert {"animatic", "fake"} <= set(engines())
    assert engine("animatic").spec.name == "animatic"
    with pytest.raises(Misconfigured, match="animatic"):
        engine("no-such-engine")
