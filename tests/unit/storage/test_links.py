"""Signed links: made and checked, bent, expired, and signed with an older secret."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kinema.errors import LinkRefused
from kinema.storage.links import Links

NEW, OLD = b"n" * 32, b"o" * 32
TASK = "sora_" + "0123456789abcdef" * 2
LATER = datetime.now(UTC) + timedelta(hours=1)


def parts(path: str) -> tuple[str, int, int, str]:
    """Return a link's task, attempt, expiry and signature."""
    split = urlsplit(path)
    match = re.fullmatch(r"/files/(\w+)/(\d+)\.mp4", split.path)
    assert match, path
    query = parse_qs(split.query)
    return match[1], int(match[2]), int(query["expires"][0]), query["signature"][0]


@given(st.from_regex(r"[a-z]{2,8}_[0-9a-f]{32}", fullmatch=True), st.integers(1, 999_999_999))
def test_a_link_that_was_made_here_opens(task: str, attempt: int) -> None:
    """Any film's own link passes, and holds the film's task and attempt."""
    links = Links([NEW])
    made = parts(links.path(task, attempt, LATER))
    assert made[:3] == (task, attempt, int(LATER.timestamp()))
    links.check(*made)


BENT = (
    st.text(max_size=60) | st.text("0123456789abcdefghijklmnopqrstuvwxyz_", max_size=60),
    st.integers(-(10**12), 10**12),
    st.integers(-(10**12), 10**12),
    st.text(max_size=60) | st.text("ABCxyz019-_", min_size=43, max_size=43),
)


@given(st.integers(0, 3), st.data())
def test_any_bent_part_is_refused(which: int, data: st.DataObject) -> None:
    """A link with any one part changed to anything else is refused."""
    links = Links([NEW])
    made = list(parts(links.path(TASK, 1, LATER)))
    bent = data.draw(BENT[which])
    assume(bent != made[which])
    made[which] = bent
    with pytest.raises(LinkRefused):
        links.check(*made)  # type: ignore[arg-type]


@given(st.data())
def test_any_bent_character_of_the_signature_is_refused(data: st.DataObject) -> None:
    """A signature with one character changed, dropped or added is refused."""
    links = Links([NEW])
    *made, signature = parts(links.path(TASK, 1, LATER))
    at = data.draw(st.integers(0, len(signature)))
    bent = signature[:at] + data.draw(st.text(max_size=2)) + signature[at + data.draw(st.integers(0, 1)) :]
    assume(bent != signature)
    with pytest.raises(LinkRefused):
        links.check(*made, bent)  # type: ignore[arg-type]


@given(st.integers(-(10**9), 0))
def test_an_expired_link_is_refused(seconds: int) -> None:
    """From the second of its expiry on, a link is refused although its signature is good."""
    links = Links([NEW])
    with pytest.raises(LinkRefused):
        links.check(*parts(links.path(TASK, 1, datetime.now(UTC) + timedelta(seconds=seconds))))


def test_rotation_keeps_older_links() -> None:
    """A link signed with an older secret opens while that secret is known, and new ones use the newest."""
    old = parts(Links([OLD]).path(TASK, 1, LATER))
    Links([NEW, OLD]).check(*old)
    new = parts(Links([NEW, OLD]).path(TASK, 1, LATER))
    Links([NEW]).check(*new)
    with pytest.raises(LinkRefused):
        Links([NEW]).check(*old)


@pytest.mark.parametrize("secrets", [[], [b""], [b"short"], [NEW, b"x" * 31]])
def test_short_secrets_sign_nothing(secrets: list[bytes]) -> None:
    """No secret, or one of fewer than 32 bytes beside good ones, is refused before anything is signed."""
    with pytest.raises(ValueError, match="32 bytes"):
        Links(secrets)
