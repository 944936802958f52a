"""The line before expensive work: bounded, in turns, and no tenant fills it."""

import asyncio
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinema.errors import Unavailable
from kinema.media.line import Line

steps = st.one_of(
    st.tuples(st.just("come"), st.integers(1, 2)),
    st.tuples(st.just("come"), st.integers(1, 4)),
    st.tuples(st.just("end"), st.integers(0, 5)),
    st.tuples(st.just("leave"), st.integers(0, 20)),
)
"""A tenant's request comes; one that has its turn ends; one that waits leaves."""


@given(at_once=st.integers(1, 2), most=st.integers(0, 12), steps=st.lists(steps, min_size=10, max_size=50))
def test_turns_go_round(at_once: int, most: int, steps: list[tuple[str, int]]) -> None:
    """Whatever comes, ends and leaves: turns are had by as many as may and all that could, a tenant's own in
    their order, and before a tenant's second every other that waits has had one."""
    asyncio.run(_run(Line(at_once, most, "things are done"), steps))


async def _run(line: Line, steps: list[tuple[str, int]]) -> None:
    waiting: list[tuple[int, asyncio.Task[None]]] = []
    working: list[tuple[int, asyncio.Task[None], asyncio.Event]] = []
    passed_by: Counter[tuple[int, int]] = Counter()

    async def visit(tenant: int) -> None:
        async with line.turn(tenant):
            task, end = asyncio.current_task(), asyncio.Event()
            assert task is not None
            assert (tenant, task) == next(entry for entry in waiting if entry[0] == tenant)
            waiting.remove((tenant, task))
            for other in {entry[0] for entry in waiting} - {tenant}:
                passed_by[tenant, other] += 1
                assert passed_by[tenant, other] <= 1
            for key in [key for key in passed_by if key[1] == tenant]:
                del passed_by[key]
            working.append((tenant, task, end))
            await end.wait()

    for step, number in steps:
        if step == "come":
            of_tenant = sum(tenant == number for tenant, _ in waiting)
            fits = len(working) < line.at_once or of_tenant < most_free(line, waiting)
            task = asyncio.create_task(visit(number))
            waiting.append((number, task))
            await _settled()
            if not fits:
                waiting.remove((number, task))
                with pytest.raises(Unavailable, match=r"Too many things are done.* again shortly"):
                    await task
        elif step == "end" and working:
            _, task, end = working.pop(number % len(working))
            end.set()
            await task
        elif step == "leave" and waiting:
            tenant, task = waiting.pop(number % len(waiting))
            task.cancel()
            if not any(entry[0] == tenant for entry in waiting):
                for key in [key for key in passed_by if key[1] == tenant]:
                    del passed_by[key]
        await _settled()
        assert len(working) == line.at_once or not waiting
        assert len(waiting) <= line.most_waiting
    while working:
        _, task, end = working.pop()
        end.set()
        await task
        await _settled()
    assert not waiting


def most_free(line: Line, waiting: list[tuple[int, asyncio.Task[None]]]) -> int:
    """Return how many places are free."""
    return line.most_waiting - len(waiting)


async def _settled() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_a_turn_that_comes_as_its_client_leaves_goes_to_the_next() -> None:
    """No turn is lost with a request that is cancelled in the moment in which it would have begun."""
    line = Line(1, 4, "things are done")
    had = []

    async def visit(tenant: str) -> None:
        async with line.turn(tenant):
            had.append(tenant)

    async with line.turn("first"):
        gone, stays = asyncio.create_task(visit("gone")), asyncio.create_task(visit("stays"))
        await _settled()
    gone.cancel()
    await asyncio.wait_for(stays, 10)
    assert had == ["stays"]


async def test_a_refusal_tells_whose_share_is_full() -> None:
    """A tenant that fills its share is told so; another finds its place, until all are taken."""
    line = Line(1, 4, "films are being checked")
    async with asyncio.TaskGroup() as group, line.turn("a"):

        async def visit(tenant: str) -> None:
            async with line.turn(tenant):
                pass

        for tenant in "aab":
            group.create_task(visit(tenant))
        await _settled()
        with pytest.raises(Unavailable, match="and 2 of yours wait"):
            await asyncio.wait_for(visit("a"), 10)
        group.create_task(visit("c"))
        await _settled()
        with pytest.raises(Unavailable, match=r"^Too many films are being checked\. Try again shortly\.$"):
            await asyncio.wait_for(visit("d"), 10)
