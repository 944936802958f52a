"""Becomes another program: in its own session, as its own user, and gone when the process that asked is gone.

Run as a script by its path (`python -I -S launch.py …`), with the standard library alone, because two things
cannot be done from outside: the parent-death signal must be set *after* the change of user, which clears it,
and a `preexec_fn` is not safe in a process that has threads.

    launch.py UID GID PARENT SIGNAL LOG PROGRAM [ARGUMENT …]

LOG is a file for both outputs, or empty where they are to stay as they are.
"""

from __future__ import annotations

import ctypes
import os
import sys

PR_SET_PDEATHSIG = 1


def main(argv: list[str]) -> None:
    """Change session, user and outputs, then run PROGRAM in this process."""
    uid, gid, parent, death_signal = (int(word) for word in argv[:4])
    log, program = argv[4], argv[5:]
    libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None
    if os.getsid(0) != os.getpid():
        os.setsid()
    if os.getuid() != uid:
        os.setgroups([])
        os.setgid(gid)
        os.setuid(uid)
    os.umask(0o077)
    os.chdir("/")
    if log:
        outputs = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(outputs, 1)
        os.dup2(outputs, 2)
    if libc is not None:
        libc.prctl(PR_SET_PDEATHSIG, death_signal, 0, 0, 0)
    if os.getppid() != parent:  # it died before the line above took hold
        sys.exit("whoever asked for this process has gone")
    # Nothing of Kinema's environment: it may hold secrets, and PGOPTIONS or LC_ALL would change the server.
    environment = {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}
    os.execve(program[0], program, environment)  # noqa: S606 - becoming that program is the point


if __name__ == "__main__":
    main(sys.argv[1:])
