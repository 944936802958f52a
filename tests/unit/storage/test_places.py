"""Where objects can be: what is refused before anything is opened, and in which words."""

from __future__ import annotations

import pytest

from kinema.errors import Misconfigured
from kinema.storage.places import open_place

KEYS = {"AWS_ACCESS_KEY_ID": "ana", "AWS_SECRET_ACCESS_KEY": "hunter2-and-more"}

REFUSED = [
    ({}, "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"),
    ({"AWS_ACCESS_KEY_ID": "ana"}, "AWS_SECRET_ACCESS_KEY is not set"),
    ({**KEYS, "AWS_ACCESS_KEY_ID": ""}, "AWS_ACCESS_KEY_ID is not set"),
    ({**KEYS, "AWS_ENDPOINT_URL": "minio:9000"}, "AWS_ENDPOINT_URL is no address"),
]

ACCEPTED = [
    KEYS,
    {**KEYS, "AWS_ENDPOINT_URL": "http://minio:9000"},
    {"AWS_METADATA_ENDPOINT": "http://169.254.169.254"},
    {"AWS_WEB_IDENTITY_TOKEN_FILE": "/run/token"},
    {"AWS_SKIP_SIGNATURE": "true"},
]


@pytest.mark.parametrize(("environment", "words"), REFUSED)
def test_a_bucket_without_credentials_is_refused(environment: dict[str, str], words: str) -> None:
    """A bucket whose credentials or address cannot work is refused, naming the variable and no secret."""
    with pytest.raises(Misconfigured) as refused:
        open_place("s3://films/kinema", environment)
    assert words in refused.value.message
    assert "hunter2" not in refused.value.message


@pytest.mark.parametrize("environment", ACCEPTED)
def test_a_bucket_with_credentials_is_opened(environment: dict[str, str]) -> None:
    """Keys, a role or none on purpose: each is enough to open a bucket, and a bucket has no folder."""
    _, folder = open_place("s3://films/kinema", environment)
    assert folder is None


def test_what_obstore_refuses_is_misconfigured(monkeypatch: pytest.MonkeyPatch) -> None:
    """A storage that obstore cannot open is refused with its first line, not with all it knows."""
    monkeypatch.delenv("AZURE_STORAGE_ACCOUNT_NAME", raising=False)
    with pytest.raises(Misconfigured, match="Account must be specified") as refused:
        open_place("az://films")
    assert "\n" not in refused.value.message
