"""The operator's own model file: read whole, and used only where its hash is the one that was set."""

from __future__ import annotations

import hashlib
from pathlib import Path

from kinema.errors import Misconfigured


def read_model(path: Path, sha256: str) -> bytes:
    """Return the file's bytes; raises Misconfigured where it cannot be read or is another file."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Misconfigured(
            f"KINEMA_FACE_MODEL: {path} cannot be read: {error.strerror}. Give the path of the model's file."
        ) from None
    found = hashlib.sha256(data).hexdigest()
    if found != sha256.lower():
        raise Misconfigured(
            f"KINEMA_FACE_MODEL: {path} has the SHA-256 {found}, and KINEMA_FACE_MODEL_SHA256 says "
            f"{sha256.lower()}. Fetch the file anew, or correct the setting."
        )
    return data
