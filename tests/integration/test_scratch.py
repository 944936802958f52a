"""Scratch folders: each process's its own, and those of dead processes nobody's."""

from __future__ import annotations

from pathlib import Path

from kinema.filelock import FileLock, own_folder


def test_a_workers_scratch_is_its_own_and_goes_with_it(tmp_path: Path) -> None:
    """Two workers on one folder get two scratch folders, and each removes its own alone."""
    with own_folder(tmp_path, "worker") as one:
        (one / "film.mp4").write_bytes(b"film")
        with own_folder(tmp_path, "worker") as other:
            assert other != one
            assert (one / "film.mp4").exists()
        assert not other.exists()
        assert (one / "film.mp4").exists()
    assert not one.exists()


def test_only_scratch_that_nobody_holds_is_removed(tmp_path: Path) -> None:
    """A folder whose lock is free is a dead process's; one whose lock is held is a living one's; folders of
    another kind are not looked at."""
    dead, living = tmp_path / "worker-dead", tmp_path / "worker-living"
    for folder in (dead, living):
        folder.mkdir()
        (folder / "film.mp4").write_bytes(b"film")
    lock = FileLock(living / "lock")
    assert lock.acquire()
    with own_folder(tmp_path, "worker"):
        assert not dead.exists()
        assert (living / "film.mp4").exists()
        with own_folder(tmp_path, "metrics") as metrics:
            assert metrics.exists()
            assert (living / "film.mp4").exists()
    lock.release()
