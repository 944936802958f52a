"""A small client of the Sora gateway contract."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2

from kinema.client import events
from kinema.client.refusal import GRACE, PASSING, ClientError, refusal


@dataclass(frozen=True)
class Film:
    """A task as its server last told of it. `progress` is a percentage, `duration` in seconds."""

    id: str
    status: str
    progress: float
    video_url: str | None
    duration: float | None
    error: str | None

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen."""
        return self.status in {"completed", "failed"}


class Client:
    """A client of one server with one key; a context manager.

    `url` is the server's address with its prefix, as `http://127.0.0.1:8000`.
    """

    def __init__(self, url: str, key: str, *, timeout: float = 30.0) -> None:
        try:
            self._http = httpx2.Client(
                base_url=url.rstrip("/"), headers={"Authorization": f"Bearer {key}"}, timeout=timeout
            )
        except (httpx2.InvalidURL, UnicodeEncodeError) as error:
            raise ClientError(f"The server's address or the key cannot be one: {error}") from error

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def create(self, prompt: str, *, model: str = "openAiSora2Plus", **fields: Any) -> str:
        """Create a task; return its id. Further fields are the contract's (`size`, `seconds`, …)."""
        body = {"model": model, "prompt": prompt, **fields}
        answer = self._ask("POST", "/v1/sora/videos", json=body)
        return str(answer["id"])

    def result(self, task_id: str) -> Film:
        """Ask how a task stands."""
        answer = self._ask("GET", f"/v1/result/{task_id}")
        return Film(
            answer["id"],
            answer["status"],
            answer.get("progress", 0),
            answer["video_url"],
            answer["actualDuration"],
            answer["error"],
        )

    def follow(self, task_id: str, *, every: float = 0.5) -> Iterator[Film]:
        """Yield the task again and again, until it is over; a server that is away is waited for."""
        away_since = None
        while True:
            try:
                film = self.result(task_id)
            except ClientError as error:
                now = time.monotonic()
                away_since = away_since or now
                if error.status not in PASSING or now - away_since > GRACE:
                    raise
                time.sleep(1)
                continue
            away_since = None
            yield film
            if film.is_over:
                return
            time.sleep(every)

    def events(self, task_id: str | None = None, *, last: str | None = None) -> Iterator[events.Event]:
        """Yield what happens to a task, to its end, or to all tasks of the key's tenant, without end.

        A stream that breaks off is taken up again where it was. `last` is the id of an event to go on
        behind. An event `reset` says that what followed it is not kept any more.
        """
        path = f"/v1/result/{task_id}/events" if task_id is not None else "/v1/events"
        for event in events.follow(self._http, path, last):
            yield event
            if task_id is not None and event.type in events.ENDS:
                return

    def download(self, film: Film, path: Path, received: Callable[[int], None] = lambda _: None) -> Path:
        """Save a completed film at `path`, whole or not at all; `received` is told of each piece's bytes."""
        if film.video_url is None:
            raise ClientError(film.error or f"The film of {film.id} is not there to be downloaded.")
        partial = path.with_name(path.name + ".part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            # The link needs no key, and may lead to another host: the key stays here.
            with httpx2.stream("GET", film.video_url, timeout=60) as answer, partial.open("wb") as file:
                if answer.status_code != 200:
                    raise ClientError(
                        f"The download failed with HTTP {answer.status_code}.", answer.status_code
                    )
                for piece in answer.iter_bytes():
                    file.write(piece)
                    received(len(piece))
            partial.replace(path)
        except httpx2.HTTPError as error:
            raise ClientError(f"The download broke off: {error}") from error
        except OSError as error:
            raise ClientError(f"The film cannot be saved as {path}: {error.strerror}") from error
        finally:
            with contextlib.suppress(OSError):
                partial.unlink(missing_ok=True)
        return path

    def _ask(self, method: str, path: str, **arguments: Any) -> dict[str, Any]:
        try:
            answer = self._http.request(method, path, **arguments)
        except httpx2.HTTPError as error:
            raise ClientError(f"{self._http.base_url} cannot be reached: {error}") from error
        if answer.status_code != 200:
            raise refusal(answer)
        try:
            body = answer.json()
        except ValueError:
            body = None
        if not isinstance(body, dict):
            raise refusal(answer)
        return body
