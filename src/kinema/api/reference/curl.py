"""The curl command that asks for an operation."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterable, Mapping
from typing import Any

BREAK = " \\\n  "

SAVED = {"video/mp4": "film.mp4", "application/octet-stream": "file"}
"""Where what is no text goes, by its media type."""


def curl(base: str, method: str, path: str, operation: Mapping[str, Any], parameters: Iterable[Any]) -> str:
    """Return the command, over several lines where it is long; `parameters` are the operation's, resolved."""
    parameters = list(parameters)
    for parameter in parameters:
        if parameter["in"] == "path":
            path = path.replace(f"{{{parameter['name']}}}", str(parameter["example"]))
    query = "&".join(
        f"{one['name']}={one['name'].upper()}"
        for one in parameters
        if one["in"] == "query" and one["required"]
    )
    content_types = {kind for told in operation["responses"].values() for kind in told.get("content", {})}
    options = {"GET": [], "HEAD": ["--head"]}.get(method, ["-X", method])
    if "text/event-stream" in content_types:
        options = ["-N"]
    words = [" ".join(["curl", *options, shlex.quote(base + path + (f"?{query}" if query else ""))])]
    if operation["security"]:
        words.append('-H "Authorization: Bearer $KINEMA_KEY"')
    content = operation.get("requestBody", {}).get("content", {})
    for media_type, given in list(content.items())[:1]:
        if media_type == "application/json":
            words.append("-H 'Content-Type: application/json'")
            words.append("-d " + shlex.quote(json.dumps(given["example"], ensure_ascii=False)))
        else:
            files = given.get("encoding", {})
            words += [
                f"-F {shlex.quote(f'{name}=@{value}' if name in files else f'{name}={value}')}"
                for name, value in given["example"].items()
            ]
    for media_type, name in SAVED.items():
        if media_type in content_types:
            words.append(f"-o {name}")
    return BREAK.join(words)
