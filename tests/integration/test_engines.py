"""Every installed engine passes the contract suite that third-party engines run."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from tests.packages import install

from kinema.engines.animatic import AnimaticEngine
from kinema.engines.registry import engine, spec_of
from kinema.errors import Misconfigured
from kinema.testing.contract import EngineContract
from kinema.testing.fake import FakeEngine


class TestAnimatic(EngineContract):
    """The embedded engine."""

    engine = AnimaticEngine


class TestFake(EngineContract):
    """The engine of the tests."""

    engine = FakeEngine


@pytest.mark.parametrize("code", ["1 / 0", "Engine = 1 +", "class Motor: pass", "import no_such_library"])
def test_an_engine_that_breaks_is_one_that_is_not_there(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the package of an engine does when it is loaded, it is named, and nothing else breaks."""
    install(tmp_path, "breaks", {"engine": code}, {"breaks": "breaks.engine:Engine"}, "kinema.engines")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(
        Misconfigured, match=r"'breaks' is installed, but breaks\.engine:Engine does not load: \w+:"
    ):
        engine("breaks")
    assert spec_of("breaks") is None
    spec_of.cache_clear()
    for name in [name for name in sys.modules if name.split(".")[0] == "breaks"]:
        del sys.modules[name]


def test_engines_are_found_by_entry_point() -> None:
    """The registry lists what is installed, and refuses an unknown name, listing the known ones."""
    for name in ("animatic", "fake"):
        assert engine(name).spec.name == name
    with pytest.raises(Misconfigured, match="animatic"):
        engine("no-such-engine")
