"""What must hold when an engine crashes, hangs, fails or lies."""

from __future__ import annotations

from tests.servers import Server


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


def test_a_full_disk_fails_the_task_with_the_reason(server: Server) -> None:
    """Where the engine finds no room for its film, the task says so, and the next one is rendered."""
    assert "no space left" in server.finish(server.accept("[full]"))["error"]
    assert server.finish(server.accept("with room again"))["status"] == "completed"
