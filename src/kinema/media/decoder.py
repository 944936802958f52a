"""The child process in which a user's picture is decoded: its bytes come in, raw RGB pixels go out.

It is run by its file name, in Python's isolated mode, and imports Pillow and nothing of Kinema. Once Pillow
is there it locks itself up: no file or socket can be opened any more, no process started or signalled, and
memory and time are bounded.
Only then is the picture read from stdin. The answer on stdout is a `HEADER`, and for `PIXELS` exactly
width × height × 3 bytes after it. Anything else (no answer, a short one, death) means that the picture is
of no use; why is nobody's business.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import struct
import sys
import warnings
from io import BytesIO

# ImagePalette, MpoImagePlugin and TiffImagePlugin are what Pillow would import only when it needs them:
# after `lock_up` no module can be read.
from PIL import (  # noqa: F401
    Image,
    ImageFile,
    ImagePalette,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

MEMORY = 512 * 1024 * 1024
SECONDS = 10
CPU_SECONDS = 3

HEADER = struct.Struct(">cII")
"""Verdict, width, height."""
PIXELS = b"P"
"""The picture has the size that was asked for; its pixels follow."""
SIZE = b"S"
"""The picture has this size, which is not the one that was asked for; nothing follows."""
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
_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""EXIF orientations other than 1, and what turns the stored picture upright (EXIF 2.3, 4.6.4)."""


def main() -> None:
    """Read a picture from stdin and answer on stdout; `argv` holds the width and height that it must have."""
    try:
        lock_up()
    except (OSError, ValueError):
        sys.exit(NOT_LOCKED)
    size = (int(sys.argv[1]), int(sys.argv[2]))
    verdict, found, pixels = judge(sys.stdin.buffer.read(), size)
    sys.stdout.buffer.write(HEADER.pack(verdict, *found) + pixels)
    sys.stdout.buffer.flush()


def lock_up() -> None:
    """Take everything from this process that decoding does not need. There is no way back."""
    signal.alarm(SECONDS + 1)  # where the parent died and nobody is left to kill us
    for kind, limit in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, CPU_SECONDS),
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


def judge(data: bytes, wanted: tuple[int, int]) -> tuple[bytes, tuple[int, int], bytes]:
    """Measure a picture and decode it if it measures `wanted`; raises whatever Pillow raises."""
    # libwebp reserves the canvas as soon as the file is opened, so its size has to be read before.
    early = webp_size(data)
    if early and sorted(early) != sorted(wanted):
        return SIZE, early, b""
    with opened(data) as image:
        # Only where the size may yet turn out right: a PNG is decoded to find its EXIF data.
        fits = sorted(image.size) == sorted(wanted)
        turn = orientation(image) if fits or image.format != "PNG" else 1
        found = image.size[::-1] if turn >= 5 else image.size
        if found != wanted:
            return SIZE, found, b""
        upright = on_black(image)
        if turn in _TURNS:
            upright = upright.transpose(_TURNS[turn])
        return PIXELS, found, upright.tobytes()


def opened(data: bytes) -> ImageFile.ImageFile:
    """Read a picture's header. Not through `Image.open`: that would try, and import, every other format."""
    source = BytesIO(data)
    if data.startswith(b"\x89PNG"):
        return PngImagePlugin.PngImageFile(source)
    if data.startswith(b"\xff\xd8"):
        return JpegImagePlugin.jpeg_factory(source)
    return WebPImagePlugin.WebPImageFile(source)


def webp_size(data: bytes) -> tuple[int, int] | None:
    """Width and height from the header of a WebP file (RFC 9649), None where it has none."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP" or len(data) < 30:
        return None
    match data[12:16]:
        case b"VP8X":
            return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
        case b"VP8L" if data[20] == 0x2F:
            bits = int.from_bytes(data[21:25], "little")
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8 " if data[23:26] == b"\x9d\x01\x2a":
            width, height = struct.unpack_from("<HH", data, 26)
            return width & 0x3FFF, height & 0x3FFF
        case _:
            return None


def orientation(image: Image.Image) -> int:
    """The EXIF orientation, 1 to 8. Broken EXIF data say nothing; they do not spoil the picture."""
    try:
        value = image.getexif().get(_ORIENTATION)
    except (OSError, SyntaxError, ValueError, KeyError, IndexError, TypeError, struct.error):
        image.load()  # a PNG is decoded on the way, and that it can be decoded is another question
        return 1
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def on_black(image: Image.Image) -> Image.Image:
    """Decode the first frame to 8-bit RGB, transparency laid on black."""
    image.load()
    if image.mode.startswith("I"):  # 16 bits of grey, which Pillow would clip rather than scale
        return image.convert("I").point(lambda value: value * (1 / 256) + 0).convert("L").convert("RGB")
    if not image.has_transparency_data:
        return image.convert("RGB")
    rgba = image.convert("RGBA")
    black = Image.new("RGB", rgba.size)
    black.paste(rgba, mask=rgba.getchannel("A"))
    return black


if __name__ == "__main__":
    # Pillow warns of files that are odd but readable; stderr leads nowhere, and a warning would only
    # try to open the source file to quote from it.
    warnings.simplefilter("ignore")
    main()
