"""What must hold while the database or the storage is away."""

from __future__ import annotations

from tests.servers import Server, eventually, kill


def test_an_outage_in_mid_render_costs_neither_the_film_nor_the_waking() -> None:
    """A film that is rendered while the database dies is settled by its first attempt, and later tasks are
    claimed as soon as ever: whoever lost its connections to the queue has made new ones.
    """
    with Server.running() as server:
        task_id = server.accept("[sleep=14] through an outage, longer than a drain")
        eventually(lambda: server.is_processing(task_id), what="the render")
        kill(server.role.children("postgres"))
        assert server.finish(task_id)["status"] == "completed"
        server.wait_until_ready(20)
        assert server.rows("SELECT attempt FROM tasks") == [(1,)]
        later = [server.accept(f"after the outage {number}") for number in range(3)]
        for task in later:
            server.finish(task)
        waits = server.rows(
            "SELECT extract(epoch FROM started_at - created_at)::float FROM tasks WHERE prompt LIKE 'after%'"
            " ORDER BY created_at",
        )
        assert float(str(waits[0][0])) < 4, waits


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


def test_a_film_waits_for_a_storage_that_is_away() -> None:
    """A film that is rendered while the storage is broken is stored once it works, by the same attempt."""
    with Server.running() as server:
        films = server.data_dir / "objects" / "films"
        films.write_bytes(b"a file where the folder of films should be")
        task_id = server.accept("worth waiting for")
        eventually(lambda: "storage failed" in server.log.read_text(), what="an attempt to store the film")
        films.unlink()
        assert server.finish(task_id)["status"] == "completed"
        assert server.rows("SELECT attempt FROM tasks") == [(1,)]


def test_a_broken_storage_fails_tasks_and_recovers_by_itself() -> None:
    """Where films cannot be stored in time, tasks fail with a reason; once they can, no restart is needed."""
    with Server.running(KINEMA_STORE_WITHIN="0") as server:
        films = server.data_dir / "objects" / "films"
        films.write_bytes(b"a file where the folder of films should be")
        end = server.finish(server.accept("nowhere to go"))
        assert end["status"] == "failed"
        assert "could not be stored" in end["error"]
        films.unlink()
        assert server.finish(server.accept("somewhere to go"))["status"] == "completed"
