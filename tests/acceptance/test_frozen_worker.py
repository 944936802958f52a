"""What must hold when a worker stops in mid-render and comes back."""

from __future__ import annotations

import time
from pathlib import Path

from tests.servers import FAKE, Role, Server, eventually


def test_a_stopped_worker_changes_nothing_when_it_is_back(tmp_path: Path) -> None:
    """A worker frozen for 60 s loses its task to another within 45 s, and cannot publish or settle later."""
    with Server.running() as server:
        first = eventually(lambda: server.role.children("kinema worker"), what="the worker")
        task_id = server.accept("[sleep=3] frozen in the middle")
        eventually(lambda: server.is_processing(task_id), what="the render")
        frozen = [*first, *server.role.children("kinema.worker.child")]
        for process in frozen:
            process.suspend()
        second = Role(
            ["worker", "--data-dir", str(server.data_dir)],
            tmp_path / "second.log",
            {**FAKE, "KINEMA_DATABASE_URL": server.database_url},
        )
        try:
            began = time.monotonic()
            assert server.finish(task_id, 45 + 3)["status"] == "completed"
            settled = server.rows("SELECT id, attempt, artifact_sha256, finished_at, progress FROM tasks")
            while time.monotonic() - began < 60:  # the fault itself: the worker stays frozen for a minute
                time.sleep(0.5)
            for process in frozen:
                if process.is_running():
                    process.resume()
            eventually(lambda: "claim lost to another worker" in server.log.read_text(), 30, "its waking up")
            assert (
                server.rows("SELECT id, attempt, artifact_sha256, finished_at, progress FROM tasks")
                == settled
            )
            server.check_invariants([task_id])
            eventually(
                lambda: len(list((server.data_dir / "objects" / "films" / task_id).iterdir())) == 1,
                what="the loser's film gone",
            )
        finally:
            for process in frozen:
                if process.is_running():
                    process.resume()
            second.stop()
