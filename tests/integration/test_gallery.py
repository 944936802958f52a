"""The gallery: what its checklists say, and that its page is complete and needs nothing from elsewhere."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field, fields
from html.parser import HTMLParser
from pathlib import Path

import pytest
from bench.gallery.__main__ import build
from bench.gallery.looks import Look, looks
from bench.gallery.prompts import OF_SUBJECTS, Exhibit, Named, chosen, held_out
from bench.gallery.verdict import judge

from kinema.engines.animatic.parse import parse
from kinema.engines.animatic.scene import Scene
from kinema.media.probe import probe
from kinema.videos.size import Size

DOG = Exhibit(
    "dog",
    "A dog <running> & barking on the beach",
    (
        Named("a dog", "subject", ("dog",)),
        Named("running", "action", ("run",), ("dog",)),
        Named("the beach", "setting", ("beach",)),
        Named("barking"),
    ),
)
FOG = Exhibit(
    "fog", "雾中的森林", (Named("fog", "weather", ("fog",)), Named("forest", "setting", ("forest",)))
)
SEEN = {("dog", "a dog"): Look(False, "Is it a <cat>?", datetime.date(2026, 1, 2), "0")}


@dataclass
class Page(HTMLParser):
    """What a page is made of: the addresses that it names, its ids and its text."""

    addresses: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag points to, and what can point to it."""
        assert tag not in ("link", "iframe", "object", "base")
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href", "poster")]
        self.ids += [value or "" for name, value in attrs if name == "id"]

    def handle_data(self, data: str) -> None:
        """Collect the text."""
        self.text += [data.strip()] if data.strip() else []


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A gallery of a tiny film and a sheet."""
    return build([DOG], [FOG], tmp_path_factory.mktemp("gallery"), Size(128, 72), 1, SEEN)


def test_the_page_needs_nothing_but_the_films_beside_it(written: Path) -> None:
    """Every address is a picture within the page, a place on it, or a film that lies there and plays."""
    html = written.read_text()
    page = Page()
    page.feed(html)
    beside = {address for address in page.addresses if not address.startswith(("data:image/webp;", "#"))}
    assert beside == {path.name for path in written.parent.iterdir()} - {written.name}
    assert beside == {"dog.mp4", "dog-still.mp4", "test-pattern.mp4"}
    assert all(probe(written.parent / name).seconds == pytest.approx(1, abs=0.05) for name in beside)
    assert {address[1:] for address in page.addresses if address.startswith("#")} <= set(page.ids)
    assert "http" not in html
    assert "url(" not in html


def test_the_page_has_every_prompt_with_all_that_it_names(written: Path) -> None:
    """Prompts are shown as they were written, each element with what is understood and what it changes."""
    page = Page()
    page.feed(written.read_text())
    for exhibit in (DOG, FOG):
        assert exhibit.says in page.text
        assert {named.element for named in exhibit.named} <= set(page.text)
    assert page.text.count("nobody has looked") == len(DOG.named) + len(FOG.named) - len(SEEN)
    assert {"not seen", "Is it a <cat>?", "2026-01-02, version 0 (not this one)"} <= set(page.text)
    assert any(text.endswith("changes without it") for text in page.text)
    assert "no part of a scene holds it" in page.text


@pytest.mark.parametrize(
    ("named", "understood", "found"),
    [
        (Named("foxes", "subject", ("fox",)), "yes", "fox"),
        (Named("two", "count", (2,), ("fox",)), "yes", "2"),
        (Named("many", "count", ("many",), ("fox",)), "yes", "2"),
        (Named("blue", "colour", ("blue",), ("fox",)), "no", "red"),
        (Named("sleeping", "action", ("sleep",), ("fox",)), "no", "run"),
        (Named("a bear", "subject", ("bear",)), "no", "not in the cast"),
        (Named("a big bear", "size", ("large",), ("bear",)), "no", "not in the cast"),
        (Named("under a tree", "relation", ("fox under tree",)), "yes", "fox under tree"),
        (Named("on a tree", "relation", ("fox on tree",)), "no", "no such relation"),
        (Named("no people", "without", ("person",)), "yes", "left out"),
        (Named("night", "time", ("night",)), "no", "dawn"),
        (Named("cinematic", "style", ("cinematic",)), "guessed", "cinematic"),
        (Named("anime", "style", ("anime",)), "no", "cinematic (guessed)"),
        (Named("soft light", "light", ("soft",)), "no", "nothing"),
    ],
)
def test_a_checklist_says_what_the_scene_has(named: Named, understood: str, found: str) -> None:
    """Understood, guessed or not, and what there is in the scene instead."""
    verdict = judge(named, parse("Two red foxes running under a tree at dawn, no people"))
    assert (verdict.understood, verdict.found) == (understood, found)


def test_all_that_is_named_has_its_place_and_its_name() -> None:
    """Kinds are parts of a scene; ids and, within a prompt, elements are there once; looks are at these."""
    exhibits = [*chosen(), *held_out()]
    kinds = {"subject", "relation", "without", None, *OF_SUBJECTS, *(f.name for f in fields(Scene))}
    assert {named.kind for exhibit in exhibits for named in exhibit.named} <= kinds
    assert len({exhibit.id for exhibit in exhibits}) == len(exhibits)
    elements = [(exhibit.id, named.element) for exhibit in exhibits for named in exhibit.named]
    assert len(set(elements)) == len(elements)
    assert set(looks()) <= set(elements)
