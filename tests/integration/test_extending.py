"""The package of `docs/extending-animatic.md`, installed as it stands there."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from tests.packages import install

from kinema.engines.animatic import AnimaticEngine
from kinema.engines.animatic.lexicon.index import index
from kinema.engines.animatic.parse import parse
from kinema.engines.animatic.reading.words import _misspelt
from kinema.engines.animatic.vocabulary import vocabulary
from kinema.engines.contract import RenderRequest
from kinema.media.reading import frames, sound
from kinema.videos.model import Quality
from kinema.videos.size import Size

PAGE = (Path(__file__).parents[2] / "docs" / "extending-animatic.md").read_text()
FILES = dict(re.findall(r"^`([\w/.]+)`:\n\n```\w+\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))


def forget() -> None:
    """Have the vocabulary read anew."""
    for read in (vocabulary, index, _misspelt):
        read.cache_clear()


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AnimaticEngine]:
    """The engine with the page's package installed."""
    modules = {Path(name).stem: code for name, code in FILES.items() if name.startswith("teahouse/")}
    declared = tomllib.loads(FILES["pyproject.toml"])["project"]["entry-points"]["kinema.animatic"]
    folder = install(tmp_path_factory.mktemp("site"), "teahouse", modules, declared)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(folder))
        forget()
        loaded = AnimaticEngine()
        loaded.load()
        yield loaded
    for name in [name for name in sys.modules if name.split(".")[0] == "teahouse"]:
        del sys.modules[name]
    forget()


def rendered(engine: AnimaticEngine, prompt: str, folder: Path) -> tuple[np.ndarray, np.ndarray]:
    """The frames and the sound of a prompt's film."""
    request = RenderRequest(prompt, Size(256, 144), 1, Quality.STANDARD, seed=3)
    film = engine.render(request, folder, lambda _: None).path
    return np.stack(list(frames(film))).astype(int), sound(film, 1)


@pytest.fixture(scope="module")
def plain(engine: AnimaticEngine, tmp_path_factory: pytest.TempPathFactory) -> tuple[np.ndarray, np.ndarray]:
    """The film that has none of the examples in it."""
    return rendered(engine, "A fox walks in a meadow by day", tmp_path_factory.mktemp("plain"))


@pytest.mark.parametrize(
    ("term", "english", "chinese"),
    [
        ("tea terraces", "A fox walks on tea terraces by day", "一只狐狸在茶园里走"),
        ("moonwalk", "A fox is moonwalking in a meadow by day", "一只狐狸在草地上跳太空步"),
        ("meteors", "A fox walks in a meadow by day, a meteor shower", "白天，一只狐狸走在草地上，流星雨"),
        ("blueprint", "A fox walks in a meadow by day, blueprint", "一只狐狸走在草地上，蓝图风格"),
        ("sombrero", "A fox in a sombrero walks in a meadow by day", "一只戴墨西哥帽的狐狸在草地上走"),
    ],
)
def test_every_example_is_asked_for_seen_and_heard(
    engine: AnimaticEngine,
    plain: tuple[np.ndarray, np.ndarray],
    tmp_path: Path,
    term: str,
    english: str,
    chinese: str,
) -> None:
    """Its words are understood in both languages and its film is another, in picture and sound: a style's and
    a look's in its picture alone, and a look's where its wearer is."""
    for scene in (parse(english), parse(chinese)):
        fox = scene.subjects[0]
        looks = (trait.look for trait in fox.looks)
        assert term in (scene.setting, fox.action, scene.weather, scene.style, *looks)
    picture, heard = rendered(engine, english, tmp_path)
    assert np.abs(picture - plain[0]).mean() > (0.02 if term == "sombrero" else 0.5)
    assert np.allclose(heard, plain[1], atol=1e-3) == (term in ("blueprint", "sombrero"))


def test_every_example_is_short_and_passes_its_own_test(engine: AnimaticEngine) -> None:
    """None has forty lines, and the page's test of them passes."""
    assert len(FILES) == 7
    for name, code in FILES.items():
        assert len(code.splitlines()) < 40, name
    there: dict[str, Callable[[], None]] = {}
    exec(compile(FILES["test_teahouse.py"], "test_teahouse.py", "exec"), there)  # noqa: S102 - our own page
    there["test_everything_keeps_the_contract"]()
    assert list(vocabulary().extensions.values()) == [None] * 5
