"""Room for large bodies: never more than there is, and always some for whoever comes next."""

import asyncio
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinema.api import room
from kinema.api.room import SMALL, Room, hold
from kinema.errors import Unavailable

MOST = 256 * 2**20
LARGEST = 32 * 2**20
A, B, *_ = TENANTS = [UUID(int=number) for number in range(1, 6)]

counts = st.integers(SMALL + 1, LARGEST)


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have nobody wait long."""
    monkeypatch.setattr(room, "PATIENCE", 0.01)


@given(st.lists(st.tuples(st.sampled_from(TENANTS), counts), max_size=12))
def test_no_tenant_holds_more_than_is_left_for_others(asked: list[tuple[UUID, int]]) -> None:
    """Whatever comes, the room is never overdrawn, and what a tenant takes leaves as much for others."""

    async def run() -> None:
        lent = Room(MOST)
        for tenant, count in asked:
            fits = lent.held[tenant] + count <= lent.free - count
            try:
                await asyncio.wait_for(lent.hold(tenant, count), 1)
            except Unavailable:
                assert not fits
            else:
                assert fits
                assert lent.held[tenant] <= lent.free
            assert lent.free + lent.held.total() == MOST

    room.PATIENCE = 0.0
    asyncio.run(run())


async def test_a_newcomer_finds_room_beside_one_that_takes_all_it_can() -> None:
    """One tenant's uploads, however many and slow, leave the next as much as it holds itself."""
    lent = Room(MOST)
    with lent.lent(A):
        for _ in range(4):
            await hold(LARGEST)
        with pytest.raises(
            Unavailable, match=r"32\.0 MiB right now beside 128\.0 MiB in other requests of yours"
        ):
            await hold(LARGEST)
        await hold(SMALL)  # which is never refused
        with lent.lent(B):
            await hold(LARGEST)
            await hold(LARGEST)
            with pytest.raises(Unavailable, match="beside 64"):
                await hold(LARGEST)
    assert (lent.free, lent.held.total()) == (MOST, 0)


async def test_room_that_becomes_free_goes_to_who_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """A request that finds no room is let in once another ends, and one whose client leaves holds nothing."""
    monkeypatch.setattr(room, "PATIENCE", 5)
    lent = Room(4 * LARGEST)

    async def upload(tenant: UUID, leave: asyncio.Event) -> None:
        with lent.lent(tenant):
            await hold(LARGEST)
            await leave.wait()

    leave, done = asyncio.Event(), asyncio.Event()
    done.set()
    first = [asyncio.create_task(upload(A, leave)) for _ in range(2)]
    second = [asyncio.create_task(upload(A, done)) for _ in range(8)]
    await asyncio.sleep(0)
    assert lent.held[A] == 2 * LARGEST
    second[0].cancel()
    first[0].cancel()
    await asyncio.gather(*second[1:])
    leave.set()
    await asyncio.gather(*first, return_exceptions=True)
    assert (lent.free, lent.held.total()) == (4 * LARGEST, 0)
