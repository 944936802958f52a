"""A real HTTP server that receives webhooks: what it answers is told by path."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.servers import eventually


@dataclass(frozen=True)
class Received:
    """One request that came in."""

    path: str
    headers: dict[str, str]
    body: bytes
    at: float = field(default_factory=time.monotonic)

    @property
    def id(self) -> str:
        """The webhook's id."""
        return self.headers["webhook-id"]


@dataclass(frozen=True)
class Reply:
    """How a path answers: after `delay` seconds, with this status and fields, perhaps a body without end."""

    status: int = 204
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0
    endless: bool = False


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128


class Receiver:
    """A server on loopback. `replies` holds for each path what it answers in turn; the last answer stays."""

    def __init__(self) -> None:
        self.replies: dict[str, list[Reply]] = {}
        self.received: list[Received] = []
        self.closing = threading.Event()
        self._lock = threading.Lock()
        self._server = _Server(("127.0.0.1", 0), self._handler())
        self.pair = f"127.0.0.1:{self._server.server_port}"

    @classmethod
    @contextmanager
    def running(cls) -> Iterator[Receiver]:
        """Lend one that listens."""
        receiver = cls()
        thread = threading.Thread(target=receiver._server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield receiver
        finally:
            receiver.closing.set()
            receiver._server.shutdown()
            thread.join()
            receiver._server.server_close()

    def url(self, path: str) -> str:
        """Return an address on it."""
        return f"http://{self.pair}{path}"

    def at(self, path: str) -> list[Received]:
        """Return what came to a path so far."""
        with self._lock:
            return [one for one in self.received if one.path == path]

    def wait_for(self, path: str, count: int = 1, patience: float = 20) -> list[Received]:
        """Return what came to a path, once it is so many."""
        return eventually(
            lambda: found if len(found := self.at(path)) >= count else None,
            patience,
            f"webhook {count} at {path}",
            every=0.02,
        )

    def _reply(self, received: Received) -> Reply:
        with self._lock:
            self.received.append(received)
            turn = sum(one.path == received.path for one in self.received)
            replies = self.replies.get(received.path, [Reply()])
            return replies[min(turn, len(replies)) - 1]

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                headers = {name.lower(): value for name, value in self.headers.items()}
                reply = receiver._reply(Received(self.path, headers, body))
                receiver.closing.wait(reply.delay)
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                with suppress(ConnectionError):
                    while reply.endless:
                        self.wfile.write(b"x" * 65536)

            def log_message(self, *_: object) -> None:
                """Be quiet."""

        return Handler
