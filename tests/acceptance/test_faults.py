"""What must hold when processes die or stop: real processes, really killed."""

from __future__ import annotations

import hashlib
import signal
import time
from pathlib import Path

import httpx2
import psutil
import psycopg
from tests.servers import FAKE, Role, Server, eventually, kill

SLOW = "[sleep=2.5] a film that is being rendered when things die"


def _rows(server: Server, query: str) -> list[tuple[object, ...]]:
    with psycopg.connect(server.database_url) as connection:
        return connection.execute(query).fetchall()  # type: ignore[call-overload,no-any-return]


def _is_processing(server: Server, task_id: str) -> bool:
    answer = server.ask("GET", f"/v1/result/{task_id}")
    return answer.status_code == 200 and answer.json()["status"] == "processing"


def _check_invariants(server: Server, accepted: list[str]) -> None:
    """Every accepted task ended once, with one published film whose bytes are what was recorded."""
    found = {
        row[0]: row[1:]
        for row in _rows(server, "SELECT id, status, artifact_key, artifact_sha256, attempt FROM tasks")
    }
    for task_id in accepted:
        status, key, sha256, attempt = found[task_id]
        assert status == "completed", (task_id, found[task_id])
        assert key == f"films/{task_id}/{attempt}.mp4"
        film = (server.data_dir / "objects" / str(key)).read_bytes()
        assert hashlib.sha256(film).hexdigest() == sha256


def test_a_killed_process_is_back_and_its_task_completes() -> None:
    """Kill -9 of any one process in mid-render loses no task, and the server is ready again by itself."""
    with Server.running(KINEMA_LEASE_SECONDS="4") as server:
        for victim in ("kinema api", "kinema worker", "kinema.worker.child", "postgres"):
            tasks = [server.accept(SLOW) for _ in range(2)]
            eventually(lambda: _is_processing(server, tasks[0]), what="the render")  # noqa: B023 (at once)
            victims = server.role.children(victim)
            assert victims, [process.cmdline() for process in server.role.children()]
            kill(victims)
            ends = [server.finish(task, 60) for task in tasks]
            assert [end["status"] for end in ends] == ["completed", "completed"], victim
            server.wait_until_ready(10)
            _check_invariants(server, tasks)


def test_everything_killed_at_once_is_finished_after_a_restart() -> None:
    """Kill -9 of every process in mid-render loses nothing: a new start finishes what was accepted."""
    with Server.running(KINEMA_LEASE_SECONDS="4") as server:
        tasks = [server.accept(SLOW) for _ in range(3)]
        eventually(lambda: _is_processing(server, tasks[0]), what="the render")
        below = server.role.children()
        server.role.process.kill()
        server.role.process.wait()
        kill(below)
        server.start()
        server.wait_until_ready()
        assert {server.finish(task)["status"] for task in tasks} == {"completed"}
        _check_invariants(server, tasks)


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
        _check_invariants(server, accepted)


def test_a_stopped_worker_changes_nothing_when_it_is_back(tmp_path: Path) -> None:
    """A worker frozen for 60 s loses its task to another within 45 s, and cannot publish or settle later."""
    with Server.running() as server:
        first = eventually(lambda: server.role.children("kinema worker"), what="the worker")
        task_id = server.accept("[sleep=3] frozen in the middle")
        eventually(lambda: _is_processing(server, task_id), what="the render")
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
            settled = _rows(server, "SELECT id, attempt, artifact_sha256, finished_at, progress FROM tasks")
            while time.monotonic() - began < 60:  # the fault itself: the worker stays frozen for a minute
                time.sleep(0.5)
            for process in frozen:
                if process.is_running():
                    process.resume()
            eventually(lambda: "claim lost to another worker" in server.log.read_text(), 30, "its waking up")
            assert (
                _rows(server, "SELECT id, attempt, artifact_sha256, finished_at, progress FROM tasks")
                == settled
            )
            _check_invariants(server, [task_id])
            eventually(
                lambda: len(list((server.data_dir / "objects" / "films" / task_id).iterdir())) == 1,
                what="the loser's film gone",
            )
        finally:
            for process in frozen:
                if process.is_running():
                    process.resume()
            second.stop()


def test_an_engine_that_crashes_every_time_fails_its_task_and_nobody_elses() -> None:
    """Retries after a crash are bounded, the failure says so, and the next task is rendered."""
    with Server.running(KINEMA_MAX_ATTEMPTS="2", KINEMA_LEASE_SECONDS="2") as server:
        crashing = server.accept("[crash]")
        end = server.finish(crashing)
        assert end["status"] == "failed"
        assert "2 times" in end["error"]
        assert server.finish(server.accept("a quiet film"))["status"] == "completed"


def test_a_render_past_its_time_fails_and_the_engine_is_replaced() -> None:
    """An engine that hangs, deaf to being cancelled, costs its task and not the worker."""
    with Server.running(KINEMA_RENDER_TIMEOUT="5") as server:
        hanging, waiting = server.accept("[hang]"), server.accept("the next film")
        end = server.finish(hanging)
        assert end["status"] == "failed"
        assert "5 seconds" in end["error"]
        assert server.finish(waiting)["status"] == "completed"


def test_a_failing_engine_and_a_wrong_film_fail_the_task_with_a_reason(server: Server) -> None:
    """What the engine refuses, and a film that is not what was promised, end as failed with an error."""
    refused, wrong = server.accept("[fail]"), server.accept("[wrong]")
    assert "asked the fake engine to fail" in server.finish(refused)["error"]
    assert "2.00 s" in server.finish(wrong)["error"]


def test_an_outage_in_mid_render_costs_neither_the_film_nor_the_waking() -> None:
    """A film that is rendered while the database dies is settled by its first attempt, and later tasks are
    claimed as soon as ever: whoever lost its connections to the queue has made new ones.
    """
    with Server.running() as server:
        task_id = server.accept("[sleep=14] through an outage, longer than a drain")
        eventually(lambda: _is_processing(server, task_id), what="the render")
        kill(server.role.children("postgres"))
        assert server.finish(task_id)["status"] == "completed"
        server.wait_until_ready(20)
        assert _rows(server, "SELECT attempt FROM tasks") == [(1,)]
        later = [server.accept(f"after the outage {number}") for number in range(3)]
        for task in later:
            server.finish(task)
        waits = _rows(
            server,
            "SELECT extract(epoch FROM started_at - created_at)::float FROM tasks WHERE prompt LIKE 'after%'"
            " ORDER BY created_at",
        )
        assert float(str(waits[0][0])) < 1, waits


def test_a_database_that_hangs_is_given_up_in_seconds() -> None:
    """While the database neither answers nor hangs up, requests get 503; then all is well again."""
    with Server.running() as server:
        frozen = server.role.children("postgres")
        for process in frozen:
            process.suspend()
        try:
            assert server.create("into the ice").status_code == 503
        finally:
            for process in frozen:
                process.resume()
        server.wait_until_ready(30)
        assert server.finish(server.accept("thawed"))["status"] == "completed"


def test_a_stop_costs_a_task_no_attempt() -> None:
    """A task that is handed on by an orderly stop has all of its attempts left."""
    with Server.running(KINEMA_DRAIN_SECONDS="0.2", KINEMA_MAX_ATTEMPTS="2") as server:
        task_id = server.accept("[sleep=3] handed on")
        for _ in range(2):
            eventually(lambda: _is_processing(server, task_id), what="the render")
            server.role.signal(signal.SIGTERM)
            assert server.role.process.wait(40) == 0
            server.start()
            server.wait_until_ready()
        assert server.finish(task_id)["status"] == "completed"


def test_a_full_disk_fails_the_task_with_the_reason(server: Server) -> None:
    """Where the engine finds no room for its film, the task says so, and the next one is rendered."""
    assert "no space left" in server.finish(server.accept("[full]"))["error"]
    assert server.finish(server.accept("with room again"))["status"] == "completed"


def test_a_broken_storage_fails_tasks_and_recovers_by_itself() -> None:
    """While films cannot be stored, tasks fail with a reason; once they can, no restart is needed."""
    with Server.running() as server:
        films = server.data_dir / "objects" / "films"
        films.write_bytes(b"a file where the folder of films should be")
        end = server.finish(server.accept("nowhere to go"))
        assert end["status"] == "failed"
        assert "could not be stored" in end["error"]
        films.unlink()
        assert server.finish(server.accept("somewhere to go"))["status"] == "completed"


def test_a_stop_hands_running_work_on() -> None:
    """SIGTERM in mid-render stops within the drain, and the next start finishes the task at once."""
    with Server.running(KINEMA_DRAIN_SECONDS="0.2") as server:
        task_id = server.accept("[sleep=4] interrupted")
        eventually(lambda: _is_processing(server, task_id), what="the render")
        server.role.signal(signal.SIGTERM)
        assert server.role.process.wait(20) == 0
        server.start()
        server.wait_until_ready()
        assert server.finish(task_id, 15)["status"] == "completed"  # sooner than its 20 s lease would end
