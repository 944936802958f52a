"""Packages as pip leaves them: modules, and beside them what they declare."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def install(
    folder: Path,
    name: str,
    modules: Mapping[str, str],
    entry_points: Mapping[str, str],
    group: str = "kinema.animatic",
) -> Path:
    """Install a package of version 1.0 into a folder, with entry points of one group; returns the folder,
    which goes on the path."""
    package, declared = folder / name, folder / f"{name}-1.0.dist-info"
    for made in (package, declared):
        made.mkdir(parents=True)
    (package / "__init__.py").touch()
    for module, code in modules.items():
        (package / f"{module}.py").write_text(code)
    (declared / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    lines = (f"{entry} = {value}\n" for entry, value in entry_points.items())
    (declared / "entry_points.txt").write_text(f"[{group}]\n" + "".join(lines))
    return folder
