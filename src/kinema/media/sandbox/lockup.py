"""What a decoder's child process begins with: `python -I lockup.py DECODER WORDS…`, both by file name.

It loads the decoder with all that it imports, and nothing of Kinema besides. Then it locks the process up: no
file or socket can be opened any more, no process started or signalled, and memory and time are bounded by
what the decoder says (`MEMORY` in bytes, `CPU_SECONDS`, `SECONDS`). Only then does the decoder's `main` run
and read stdin. What is answered on stdout is the decoder's own; anything else (no answer, a short one, death)
means that what came in is of no use, and why is nobody's business.
"""

from __future__ import annotations

import ctypes
import os
import resource
import runpy
import signal
import struct
import sys
import warnings

NOT_LOCKED = 70
"""Exit status where this system does not let the child lock itself up: then nothing is decoded."""

_PR_SET_PDEATHSIG, _PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS = 1, 22, 38
_SYSCALLS = {
    # AUDIT_ARCH and the numbers of: read write close fstat lseek mmap mprotect munmap mremap madvise brk
    # rt_sigaction rt_sigprocmask rt_sigreturn restart_syscall sched_yield futex clock_gettime getrandom
    # exit exit_group
    "x86_64": (
        0xC000003E,
        (0, 1, 3, 5, 8, 9, 10, 11, 25, 28, 12, 13, 14, 15, 219, 24, 202, 228, 318, 60, 231),
    ),
    "aarch64": (
        0xC00000B7,
        (63, 64, 57, 80, 62, 222, 226, 215, 216, 233, 214, 134, 135, 139, 128, 124, 98, 113, 278, 93, 94),
    ),
}
"""All that decoding asks of the kernel: memory, the pipes that are open already, and an end."""


def main(file: str, words: list[str]) -> None:
    """Load the decoder in `file`, lock up, and run it."""
    # Libraries warn of files that are odd but readable; stderr leads nowhere, and a warning would only try
    # to open the source file to quote from it.
    warnings.simplefilter("ignore")
    decoder = runpy.run_path(file)
    try:
        lock_up(decoder["MEMORY"], decoder["CPU_SECONDS"], decoder["SECONDS"])
    except (OSError, ValueError):
        sys.exit(NOT_LOCKED)
    decoder["main"](words)


def lock_up(memory: int, cpu_seconds: int, seconds: int) -> None:
    """Take everything from this process that decoding does not need. There is no way back."""
    signal.alarm(seconds + 1)  # where the parent died and nobody is left to kill us
    for kind, limit in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_NOFILE, 0),  # stdin and stdout stay; nothing can be opened beside them
    ):
        resource.setrlimit(kind, (limit, limit))
    if sys.platform == "linux":
        _restrict_system_calls()


def _restrict_system_calls() -> None:
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    prctl.argtypes = (ctypes.c_int, *[ctypes.c_ulong] * 4)

    def must(option: int, *values: int) -> None:
        if prctl(option, *values, *[0] * (4 - len(values))):
            raise OSError(ctypes.get_errno(), f"prctl {option} failed")

    must(_PR_SET_PDEATHSIG, signal.SIGKILL)
    must(_PR_SET_NO_NEW_PRIVS, 1)
    program = syscall_filter(os.uname().machine)
    if program:
        code = ctypes.create_string_buffer(program)
        handle = ctypes.create_string_buffer(struct.pack("@HP", len(program) // 8, ctypes.addressof(code)))
        must(_PR_SET_SECCOMP, 2, ctypes.addressof(handle))


def syscall_filter(machine: str) -> bytes | None:
    """A classic BPF program (seccomp(2)) that fails every call not in `_SYSCALLS` with EPERM."""
    if machine not in _SYSCALLS:
        return None
    architecture, calls = _SYSCALLS[machine]
    load, equal, done = 0x20, 0x15, 0x06  # BPF_LD+W+ABS, BPF_JMP+JEQ+K, BPF_RET+K
    kill, fail, allow = 0x80000000, 0x00050001, 0x7FFF0000
    steps = [(load, 0, 0, 4), (equal, 1, 0, architecture), (done, 0, 0, kill), (load, 0, 0, 0)]
    steps += [(equal, len(calls) - n, 0, call) for n, call in enumerate(calls)]
    steps += [(done, 0, 0, fail), (done, 0, 0, allow)]
    return b"".join(struct.pack("=HBBI", *step) for step in steps)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
