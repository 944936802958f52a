"""How a process notices that the one which started it is gone, even by kill -9.

The parent holds the writing end of a pipe and never writes; the child inherits the reading end and waits for
the end of file. Works everywhere and needs no polling, unlike a look at the parent's process number.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import threading
from collections.abc import Callable

VARIABLE = "KINEMA_LIFELINE"


def environment(descriptor: int) -> dict[str, str]:
    """What a parent adds to the environment of a child that inherits `descriptor`, a pipe's reading end.

    The pipe's inode goes with the number: an environment travels further down than descriptors do, and a
    grandchild must not read from a pipe of its own that happens to have the same number.
    """
    return {VARIABLE: f"{descriptor}:{os.fstat(descriptor).st_ino}"}


def descriptor() -> int | None:
    """The lifeline's descriptor in this process, or None where nobody holds one."""
    number, _, inode = os.environ.get(VARIABLE, "").partition(":")
    try:
        found = os.fstat(int(number)).st_ino
    except (ValueError, OSError):
        return None
    return int(number) if str(found) == inode else None


def leave() -> None:
    """End this process at once: its parent is gone, and with it whoever could use what it does."""
    os._exit(1)


def watch(callback: Callable[[], None] = leave) -> bool:
    """Call `callback` from a thread of its own once the parent is gone; say whether there is a lifeline.

    The default ends the process, even where the main thread is deep in a render.
    """
    line = descriptor()
    if line is None:
        return False

    def wait() -> None:
        while os.read(line, 1):
            pass
        callback()

    threading.Thread(target=wait, name="lifeline", daemon=True).start()
    return True


async def closed() -> None:
    """Return once the parent is gone; for ever waiting where there is no lifeline."""
    loop = asyncio.get_running_loop()
    gone = asyncio.Event()

    def tell() -> None:
        with contextlib.suppress(RuntimeError):  # the loop has ended meanwhile, and so has the wait
            loop.call_soon_threadsafe(gone.set)

    watch(tell)
    await gone.wait()
