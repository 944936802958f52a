"""HTTP/1.1 as uvicorn speaks it, but for how it refuses what is no HTTP at all."""

from __future__ import annotations

import uuid

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from kinema.api.errors import answer
from kinema.errors import InvalidRequest


class Protocol(HttpToolsProtocol):
    """Refuses in the envelope of all other refusals: no route ever sees such a request."""

    def send_400_response(self, msg: str) -> None:
        """Answer what cannot be parsed, an unknown method included, and hang up."""
        refusal = answer(InvalidRequest(msg, code="bad_request"))
        headers = [
            *refusal.raw_headers,
            (b"x-request-id", uuid.uuid4().hex.encode()),
            (b"connection", b"close"),
        ]
        lines = [b"HTTP/1.1 400 Bad Request", *(b": ".join(header) for header in headers), b"", b""]
        self.transport.write(b"\r\n".join(lines) + bytes(refusal.body))
        self.transport.close()
