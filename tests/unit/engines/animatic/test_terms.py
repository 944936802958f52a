"""Places, motions, weathers and styles keep their contract, and extensions that do not are left out."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from importlib.metadata import EntryPoint, distributions
from pathlib import Path

import pytest
from tests.packages import install

from kinema.engines.animatic import kit, vocabulary
from kinema.engines.animatic.lexicon.actions import inflect
from kinema.engines.animatic.lexicon.index import index
from kinema.engines.animatic.plan import plan
from kinema.engines.animatic.terms import Look, Motion, Place, Style, Term, Weather
from kinema.engines.contract import Remix, RenderRequest
from kinema.errors import EngineFailed
from kinema.testing.terms import check
from kinema.videos.model import Quality
from kinema.videos.size import Size

KNOWN = vocabulary.vocabulary()
TERMS = [term for kind in (Place, Motion, Weather, Style, Look) for term in KNOWN.of(kind).values()]
ROOM = Path(vocabulary.__file__).parent
ROOMS = ("places", "motions", "weathers", "styles", "looks")
MODULES = [path for room in ROOMS for path in sorted((ROOM / room).glob("[a-z]*.py"))]


def forms(words: Iterable[str]) -> set[str]:
    """English verbs in all their forms, and Chinese ones."""
    return {form for word in words for form in inflect(word)}


@pytest.mark.parametrize("term", TERMS, ids=lambda term: f"{term.kind} {term.name}")
def test_every_term_keeps_the_contract(term: Term) -> None:
    """It is drawn in both orientations, heard, goes on past the shot, and is the same for the same chance."""
    check(term)


def test_every_word_asks_for_its_term_and_no_other_of_its_kind() -> None:
    """The index leads from each word, and from each form of a verb, to one term; no deed has a motion's."""
    for term in TERMS:
        for word in forms(term.words) if isinstance(term, Motion) else term.words:
            found = [meaning.value for meaning in index().meanings[word] if meaning.kind == term.kind]
            assert found == [term.name], word


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_module_is_described_and_made_with_the_kit(path: Path) -> None:
    """A module says what it is, is named like its term, and takes what the kit has from the kit."""
    module = ast.parse(path.read_text())
    assert ast.get_docstring(module)
    known: Mapping[str, Term] = getattr(KNOWN, path.parent.name)
    assert path.stem.replace("_", " ") in known
    for node in ast.walk(module):
        if isinstance(node, ast.ImportFrom) and node.module != kit.__name__:
            assert not {alias.name for alias in node.names} & set(kit.__all__), node.module


HEAD = "from kinema.engines.animatic.kit import *\n"
BROKEN = {
    "no_module": ("", "ModuleNotFoundError"),
    "raises": ("1 / 0", "ZeroDivisionError"),
    "a_word": ("'lighthouse'", "'lighthouse', which is no Place, Motion, Weather, Style, Look"),
    "name_taken": ("Weather(name='rain', words=('wet',))", "a weather called 'rain' already"),
    "word_taken": ("Weather(name='hail', words=('drizzle',))", "'drizzle' is one of the weather 'rain'"),
    "deed_taken": (
        "Motion(name='yawn', words=('sings',), pose=print)",
        "is one of the motion 'sing'",
    ),
    "capitals": (
        "Weather(name='hail', words=('Hail',))",
        "without spaces around them, not 'Hail'",
    ),
    "no_function": ("Motion(name='yawn', words=(), pose=None)", "its pose must be a function, not None"),
    "no_gait": ("Motion(name='yawn', words=(), pose=print, gait='hop')", "must be one of stand, walk"),
    "no_answer": (
        "Motion(name='yawn', words=(), pose=print, gait=type('', (), {'__eq__': lambda *_: 1 / 0})())",
        "is broken: ZeroDivisionError",
    ),
    "no_bed": ("Place(name='attic', words=(), build=print, bed=1)", "its bed must be a Bed, not 1"),
    "no_place": (
        "Place(name='attic', words=(), build=print, bed=HUSH, broader='house')",
        "no place 'house' for it to be a kind of",
    ),
    "no_part": ("Look(name='monocle', words=(), part='nose')", "its part must be one of skin, iris"),
    "no_grade": ("Style(name='lino', words=(), grade=1)", "its grade must be a Grade, not 1"),
}
"""What a package may have at its entry point, and what is said of it."""


@pytest.fixture
def entries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[EntryPoint]]:
    """The entry points of a package that has every mistake, and one term without any."""
    modules = {name: f"{HEAD}TERM = {code}" for name, (code, _) in BROKEN.items() if code}
    modules["right"] = HEAD + "TERM = Weather(name='sleet', words=('sleet',))"
    install(tmp_path, "mistakes", modules, {name: f"mistakes.{name}:TERM" for name in (*BROKEN, "right")})
    monkeypatch.syspath_prepend(str(tmp_path))
    found = next(iter(distributions(path=[str(tmp_path)]))).entry_points
    yield [*found]
    for name in [name for name in sys.modules if name.split(".")[0] == "mistakes"]:
        del sys.modules[name]


def test_what_is_broken_or_clashes_is_named_and_left_out(
    entries: list[EntryPoint], caplog: pytest.LogCaptureFixture
) -> None:
    """The rest is there, and each of the others is in the log with what is wrong with it."""
    found = vocabulary.gathered(entries)
    assert [*found.weathers] == [*KNOWN.weathers, "sleet"]
    assert (found.places, found.motions, found.styles) == (KNOWN.places, KNOWN.motions, KNOWN.styles)
    assert found.extensions.pop("right (mistakes 1.0)") is None
    for name, (_, problem) in BROKEN.items():
        assert problem in (found.extensions[f"{name} (mistakes 1.0)"] or "")
    logged = [record.getMessage() for record in caplog.records]
    assert logged == [f"animatic extension {n} left out: {wrong}" for n, wrong in found.extensions.items()]


@pytest.mark.parametrize("verb", ["v", "a", "v sign"])
def test_a_verb_may_be_a_letter(verb: str) -> None:
    """However short the word of a motion is, it has its forms."""
    assert verb in inflect(verb)


def test_a_scene_with_a_term_that_is_gone_says_so() -> None:
    """A film that an extension was drawn in cannot be drawn again without it."""
    request = RenderRequest("A fox in a meadow", Size(64, 36), 4, Quality.STANDARD, seed=1)
    made = plan(request).understood()
    for change in ({"setting": "lighthouse"}, {"weather": "sleet"}, {"style": "lino"}):
        origin = Remix(scene=made | change, seed=1)
        with pytest.raises(EngineFailed, match=next(iter(change.values()))):
            plan(replace(request, origin=origin))
