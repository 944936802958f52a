"""What must hold when a server is stopped in order."""

from __future__ import annotations

import signal

from tests.servers import Server, eventually


def test_a_stop_costs_a_task_no_attempt() -> None:
    """A task that is handed on by an orderly stop has all of its attempts left."""
    with Server.running(KINEMA_DRAIN_SECONDS="0.2", KINEMA_MAX_ATTEMPTS="2") as server:
        task_id = server.accept("[sleep=3] handed on")
        for _ in range(2):
            eventually(lambda: server.is_processing(task_id), what="the render")
            server.role.signal(signal.SIGTERM)
            assert server.role.process.wait(40) == 0
            server.start()
            server.wait_until_ready()
        assert server.finish(task_id)["status"] == "completed"


def test_a_stop_hands_running_work_on() -> None:
    """SIGTERM in mid-render stops within the drain, and the next start finishes the task at once."""
    with Server.running(KINEMA_DRAIN_SECONDS="0.2") as server:
        task_id = server.accept("[sleep=4] interrupted")
        eventually(lambda: server.is_processing(task_id), what="the render")
        server.role.signal(signal.SIGTERM)
        assert server.role.process.wait(20) == 0
        server.start()
        server.wait_until_ready()
        assert server.finish(task_id, 15)["status"] == "completed"  # sooner than its 20 s lease would end
