"""Render the gallery: the chosen prompts as films, the held-out ones as contact sheets, on one page.

`make gallery`; with `ALL=1` the held-out prompts are rendered as films too.
"""

from __future__ import annotations

import argparse
import functools
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from rich.progress import track

from bench.gallery import films, page
from bench.gallery.films import Shown
from bench.gallery.looks import Looks, looks
from bench.gallery.prompts import Exhibit, chosen, held_out
from kinema.engines.animatic import AnimaticEngine
from kinema.videos.size import LANDSCAPE, Size

PROCESSES = 2
SHEET = Size(640, 360)
"""The frames of exhibits that are a sheet alone."""


def main() -> None:
    """Render into the folder, and say where the page is."""
    parser = argparse.ArgumentParser(prog="python -m bench.gallery", description=__doc__)
    parser.add_argument("word", nargs="?", default="", help="only prompts that have this word")
    parser.add_argument("--all", action="store_true", help="films of the held-out prompts too")
    parser.add_argument("--seconds", type=int, default=8, help="the length of the films")
    parser.add_argument("--size", type=Size.parse, default=LANDSCAPE)
    parser.add_argument("-o", "--output", type=Path, default=Path("out/gallery"))
    asked = parser.parse_args()
    twelve = [exhibit for exhibit in chosen() if asked.word in exhibit.says]
    others = [exhibit for exhibit in held_out() if asked.word in exhibit.says]
    written = build(twelve, others, asked.output, asked.size, asked.seconds, looks(), films_of_all=asked.all)
    print(written)


def build(
    twelve: list[Exhibit],
    others: list[Exhibit],
    folder: Path,
    size: Size,
    seconds: int,
    seen: Looks,
    *,
    films_of_all: bool = False,
) -> Path:
    """Render in two processes, write page and films into `folder` and return the page's path."""
    folder.mkdir(parents=True, exist_ok=True)
    pattern = films.pattern(folder / films.PATTERN, seconds)
    draw = functools.partial(films.show, folder=folder, seconds=seconds)
    # Spawned, since libraries that have threads of their own must not be forked.
    with ProcessPoolExecutor(PROCESSES, get_context("spawn"), AnimaticEngine().load) as pool:
        first = [pool.submit(draw, exhibit, size=size, width=1280, whole=True) for exhibit in twelve]
        small = size if films_of_all else SHEET
        rest = [pool.submit(draw, exhibit, size=small, width=960, whole=films_of_all) for exhibit in others]
        shown: list[Shown] = [job.result() for job in track([*first, *rest], "rendering")]
    path = folder / "index.html"
    path.write_text(page.page(shown[: len(first)], shown[len(first) :], seen, pattern))
    return path


if __name__ == "__main__":
    main()
