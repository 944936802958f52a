"""What must hold when processes die: real ones, really killed."""

from __future__ import annotations

import httpx2
import psutil
from tests.servers import Server, eventually, kill

SLOW = "[sleep=2.5] a film that is being rendered when things die"


def test_a_killed_process_is_back_and_its_task_completes() -> None:
    """Kill -9 of any one process in mid-render loses no task, and the server is ready again by itself."""
    with Server.running(KINEMA_LEASE_SECONDS="4") as server:
        for victim in ("kinema api", "kinema worker", "kinema.worker.child", "postgres"):
            tasks = [server.accept(SLOW) for _ in range(2)]
            eventually(lambda: server.is_processing(tasks[0]), what="the render")  # noqa: B023 (at once)
            victims = server.role.children(victim)
            assert victims, [process.cmdline() for process in server.role.children()]
            kill(victims)
            ends = [server.finish(task, 60) for task in tasks]
            assert [end["status"] for end in ends] == ["completed", "completed"], victim
            server.wait_until_ready(10)
            server.check_invariants(tasks)


def test_everything_killed_at_once_is_finished_after_a_restart() -> None:
    """Kill -9 of every process in mid-render loses nothing: a new start finishes what was accepted, and
    removes the folders that the dead left."""
    with Server.running(KINEMA_LEASE_SECONDS="4") as server:
        tasks = [server.accept(SLOW) for _ in range(3)]
        eventually(lambda: server.is_processing(tasks[0]), what="the render")
        below = server.role.children()
        server.role.process.kill()
        server.role.process.wait()
        kill(below)
        server.start()
        server.wait_until_ready()
        assert {server.finish(task)["status"] for task in tasks} == {"completed"}
        server.check_invariants(tasks)
        kept = (server.data_dir / "scratch").iterdir()
        assert sorted(folder.name.partition("-")[0] for folder in kept) == ["metrics", "worker"]


def test_the_supervisors_death_leaves_no_process_behind() -> None:
    """Kill -9 of `kinema serve` itself takes the database, the API, the worker and its engine along."""
    with Server.running() as server:
        below = server.role.children()
        assert len(below) >= 4
        server.role.process.kill()
        server.role.process.wait()
        eventually(
            lambda: not any(p.is_running() and p.status() != psutil.STATUS_ZOMBIE for p in below),
            20,
            "the end of all children",
        )


def test_creations_during_kills_are_all_or_nothing() -> None:
    """While the API and the database are killed again and again, every 2xx is a task that completes."""
    with Server.running(KINEMA_LEASE_SECONDS="4") as server:
        accepted: list[str] = []
        for turn in range(60):
            if turn % 20 == 10:
                kill(server.role.children("postgres" if turn % 40 == 10 else "kinema api"))
            try:
                answer = server.create(f"film number {turn}")
            except httpx2.HTTPError:
                continue
            assert answer.status_code in (200, 503), answer.text
            if answer.status_code == 200:
                accepted.append(answer.json()["id"])
            else:
                assert int(answer.headers["retry-after"]) > 0
        server.wait_until_ready(15)
        assert len(accepted) >= 10
        for task_id in accepted:
            assert server.finish(task_id, 90)["status"] == "completed"
        server.check_invariants(accepted)
