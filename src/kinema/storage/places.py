"""Where objects can be: a folder, or a bucket behind a URL, whose keys are the usual environment variables.

obstore reads those variables itself. What is looked at here is whether they can work at all, so that an
installation that forgot one is refused when it starts, in words that hold no value.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from obstore.exceptions import BaseError
from obstore.store import LocalStore, from_url

from kinema.errors import Misconfigured
from kinema.storage.folder import Folder

if TYPE_CHECKING:  # the names of types alone, in obstore too
    from obstore.store import ClientConfig, ObjectStore, RetryConfig

_CLIENT: ClientConfig = {
    "allow_http": True,  # an endpoint says itself whether it speaks TLS
    "connect_timeout": timedelta(seconds=3),
    "timeout": timedelta(days=1),  # of a whole request: objects.py bounds each by what it carries
}
_RETRIES: RetryConfig = {
    "max_retries": 4,
    "retry_timeout": timedelta(seconds=6),
    "backoff": {"init_backoff": timedelta(milliseconds=200), "max_backoff": timedelta(seconds=2), "base": 2},
}

_PAIR = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")
_ROLES = (
    "AWS_WEB_IDENTITY_TOKEN_FILE",
    "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
    "AWS_CONTAINER_CREDENTIALS_FULL_URI",
    "AWS_METADATA_ENDPOINT",
)
_ENDPOINTS = ("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL", "AWS_ENDPOINT")


def open_place(
    place: str | Path, environment: Mapping[str, str] = os.environ
) -> tuple[ObjectStore, Folder | None]:
    """Return the store at a folder or URL, and the folder where it is one; raises Misconfigured."""
    if isinstance(place, str) and not place.startswith("file:"):
        return _bucket(place, environment), None
    path = Path(unquote(urlsplit(place).path)) if isinstance(place, str) else place
    try:
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
        return LocalStore(path, automatic_cleanup=True), Folder(path)
    except (BaseError, OSError) as error:
        raise Misconfigured(
            f"Objects cannot be kept in the folder {path}: {getattr(error, 'strerror', None) or error}. "
            "Choose another with KINEMA_STORAGE_URL or KINEMA_DATA_DIR."
        ) from error


def _bucket(url: str, environment: Mapping[str, str]) -> ObjectStore:
    if url.startswith("s3://"):
        _check_aws(environment)
    try:
        return from_url(url, client_options=_CLIENT, retry_config=_RETRIES)
    except (BaseError, ValueError) as error:
        reason = str(error).partition("\n")[0]
        raise Misconfigured(f"The storage of KINEMA_STORAGE_URL cannot be opened. {reason}.") from error


def _check_aws(environment: Mapping[str, str]) -> None:
    given = {name for name, value in environment.items() if value}
    for name in _ENDPOINTS:
        if name in given and not environment[name].startswith(("http://", "https://")):
            raise Misconfigured(f"{name} is no address: write it as https://s3.example.org.")
    missing = [name for name in _PAIR if name not in given]
    if len(missing) == 1:
        raise Misconfigured(f"KINEMA_STORAGE_URL names a bucket, and {missing[0]} is not set.")
    anonymous = environment.get("AWS_SKIP_SIGNATURE", "").lower() in ("1", "true")
    if missing and not anonymous and not given.intersection(_ROLES):
        raise Misconfigured(
            "KINEMA_STORAGE_URL names a bucket, and no credentials are set: set AWS_ACCESS_KEY_ID and "
            "AWS_SECRET_ACCESS_KEY, or, for the role of an EC2 machine, "
            "AWS_METADATA_ENDPOINT=http://169.254.169.254."
        )
