"""The lifeline's child side, with pipes of this process."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Iterator
from typing import BinaryIO

import pytest

from kinema import lifeline


@pytest.fixture
def pipe() -> Iterator[tuple[int, BinaryIO]]:
    """A pipe: its reading end's number and its writing end."""
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as parent:
        yield reading, parent
    os.close(reading)


@pytest.mark.parametrize("value", ["", "x", "-1", "99999", "0:1", "1:", ":", "0"])
def test_only_a_true_lifeline_is_read(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """An absent, broken or foreign number is no lifeline, and nothing is watched."""
    monkeypatch.setenv(lifeline.VARIABLE, value)
    assert lifeline.descriptor() is None
    assert lifeline.watch() is False


def test_a_pipe_with_the_same_number_is_not_a_lifeline(
    monkeypatch: pytest.MonkeyPatch, pipe: tuple[int, BinaryIO]
) -> None:
    """A grandchild that has the variable but another pipe under its number leaves that pipe alone."""
    monkeypatch.setenv(lifeline.VARIABLE, f"{pipe[0]}:{os.fstat(pipe[0]).st_ino + 1}")
    assert lifeline.descriptor() is None


async def test_the_end_of_the_parent_is_noticed(
    monkeypatch: pytest.MonkeyPatch, pipe: tuple[int, BinaryIO]
) -> None:
    """`closed()` and `watch()` wait while the parent holds its end, and both act when it lets go."""
    for name, value in lifeline.environment(pipe[0]).items():
        monkeypatch.setenv(name, value)
    called = threading.Event()
    assert lifeline.watch(called.set)
    waiting = asyncio.create_task(lifeline.closed())
    done, _ = await asyncio.wait([waiting], timeout=0.05)
    assert not done
    assert not called.is_set()
    pipe[1].close()
    await asyncio.wait_for(waiting, 5)
    assert await asyncio.to_thread(called.wait, 5)
