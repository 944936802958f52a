"""The reference as a page: complete, and sufficient unto itself."""

from __future__ import annotations

import base64
import hashlib
import re
import shlex
from html import unescape

from tests.unit.api.test_reference import OPERATIONS, made

from kinema.api.reference.page import POLICY, page
from kinema.notify.webhook import EVENT_TYPES

PAGE = page(made(), "https://films.example.org")


def test_every_route_has_its_place_and_a_command() -> None:
    """Each operation has an address on the page and a curl command that a shell can read."""
    commands = [unescape(text) for text in re.findall(r"<pre><code>(curl.*?)</code></pre>", PAGE, re.DOTALL)]
    assert len(commands) == len(OPERATIONS)
    for method, path, told in OPERATIONS:
        assert f'<article id="{told["operationId"]}">' in PAGE
        place = re.compile(r"https://films\.example\.org" + re.sub(r"{\w+}", "[^/]+", path) + r"(\?.*)?")
        ways = [shlex.split(command) for command in commands]
        fitting = [words for words in ways if any(place.fullmatch(word) for word in words)]
        option = {"GET": "curl", "HEAD": "--head"}.get(method, method)
        assert any(option in words for words in fitting), (method, path)


def test_fields_within_fields_are_shown() -> None:
    """An object's own fields stand below it, with what each means: a tenant's limits, a character's id."""
    for operation, words in (
        ("createTenant", "creations_per_minute"),
        ("editVideo", "one of your characters"),
    ):
        article = PAGE[PAGE.index(f'<article id="{operation}">') :]
        assert words in article[: article.index("<h4>Answers</h4>")]


def test_webhooks_are_shown_with_a_body() -> None:
    """Each type of event has its place, with the headers that carry its signature."""
    for event_type in EVENT_TYPES:
        assert f"<code>{event_type}</code>" in PAGE
    assert PAGE.count("<code>webhook-signature</code>") == len(EVENT_TYPES)


def test_every_place_that_is_linked_to_exists() -> None:
    """No link of the page leads nowhere."""
    assert set(re.findall(r'href="#([^"]+)"', PAGE)) <= set(re.findall(r'id="([^"]+)"', PAGE))


def test_nothing_is_loaded_and_nothing_runs() -> None:
    """The policy names the page's own style by its hash and allows nothing else, and no more is asked for."""
    style = re.findall(r"<style>(.*?)</style>", PAGE, re.DOTALL)
    hashed = base64.b64encode(hashlib.sha256(style[0].encode()).digest()).decode()
    assert POLICY.startswith(f"default-src 'none'; style-src 'sha256-{hashed}';")
    assert not re.search(r"<script|<link|<img|<iframe|\bon\w+=|style=|url\(|@import|javascript:", PAGE)


def test_an_operators_words_are_shown_as_text() -> None:
    """What stands in a model's name is no HTML."""
    document = made()
    document["info"]["title"] = "<b>&"
    assert "<h1>&lt;b&gt;&amp; API reference</h1>" in page(document, "https://films.example.org")
