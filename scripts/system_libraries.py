"""Install the few system libraries that a wheel links to, where they are missing and this user may.

skia-python is linked to OpenGL, EGL and fontconfig although Kinema draws on the CPU. Desktop systems have
them; bare servers and containers do not. Needs only the standard library.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

DEBIAN = ["libgl1", "libegl1", "libfontconfig1"]
FEDORA = ["mesa-libGL", "mesa-libEGL", "fontconfig"]


def problem() -> str:
    """Return what the dynamic linker says about the drawing library; empty where it loads."""
    tried = subprocess.run([sys.executable, "-c", "import skia"], capture_output=True, text=True, check=False)
    return "" if tried.returncode == 0 else (tried.stderr.strip().splitlines() or ["it does not load"])[-1]


def main() -> int:
    """Exit with 0 where the libraries are there in the end."""
    trouble = problem()
    if not trouble:
        return 0
    apt, dnf = shutil.which("apt-get"), shutil.which("dnf")
    if os.geteuid() == 0 and (apt or dnf):
        packages = DEBIAN if apt else FEDORA
        print(f"Installing system libraries: {' '.join(packages)}")
        if apt:
            subprocess.run([apt, "update", "-qq"], check=False, stdout=subprocess.DEVNULL)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        command = [apt or dnf or "", "install", "-y", "-qq", *packages]
        subprocess.run(command, check=False, env=environment, stdout=subprocess.DEVNULL)
        trouble = problem()
        if not trouble:
            return 0
    print(
        f"The drawing library skia-python does not load: {trouble}\n"
        "It needs OpenGL, EGL and fontconfig. Install them, then run make again:\n"
        f"  Debian, Ubuntu:  sudo apt-get install {' '.join(DEBIAN)}\n"
        f"  Fedora:          sudo dnf install {' '.join(FEDORA)}",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
