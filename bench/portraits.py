"""How often the portrait screen is right: `python -m bench.portraits [DETECTOR] [--photos F] [--skimage F]`.

What can be drawn here is drawn: frames of our own films, emoji, gradients, noise. Photographs are brought:
`--photos` is a folder of pictures with a person in each, `--skimage` the `data` folder of scikit-image, which
has one portrait, a man far off, cropped faces and non-faces from LFW, and twenty photographs without people.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import skia
from numpy.typing import NDArray
from PIL import Image, ImageOps

from kinema.engines.animatic.actors.art import VIEW, picture
from kinema.engines.animatic.rendering import stills
from kinema.engines.contract import RenderRequest
from kinema.media.portraits.haar import _turned
from kinema.media.portraits.registry import detector
from kinema.videos.model import Quality
from kinema.videos.size import LANDSCAPE, PORTRAIT

Pixels = NDArray[np.uint8]
SIZES = (LANDSCAPE, PORTRAIT)
PROMPTS = (
    "A cat dancing in the rain, cinematic style", "two foxes in a snowy forest at dawn, watercolour",
    "an astronaut above the earth", "a woman walking on the beach at sunset", "an old man in a cozy room",
    "a girl dancing on a stage", "a robot in a cyberpunk city", "a whale underwater",
    "一只熊猫在竹林里跳舞，水墨画",
    "a red car in the desert, vintage", "a boy and a dog in a meadow", "a lion in space, pixel art",
    "a rocket launching at night", "an owl in the forest, noir", "man and woman in the city, anime",
    "a dragon over the mountains, sketch", "a monkey, close-up", "a sailboat at golden hour",
    "four penguins in snow", "a princess in a garden",
)  # fmt: skip
EMOJI = "😀🙂😎🤖👻👽🐱🐶🦊🐼🐵🐸🐯🦁🐻🐨🐷🐮🎃💀👩👨👧👦👴👵🧑👶🧔👸"
PEOPLE = ("astronaut.png",)
FAR_OFF = ("camera.png",)

Cases = Iterator[tuple[str, bool, Pixels]]


def drawn() -> Cases:
    """Give what needs no photographs: kind, whether a person is in it, picture."""
    rng = np.random.default_rng(1)
    for number, prompt in enumerate(PROMPTS):
        for size in SIZES:
            request = RenderRequest(prompt, size, 4, Quality.STANDARD, seed=number)
            for frame in stills(request, [0.5, 3.0]):
                yield "frames of our films", False, np.asarray(frame)[..., :3]
    for symbol in EMOJI:
        try:
            art = emoji(symbol)
        except LookupError:
            continue
        for size in SIZES:
            canvas = Image.new("RGB", size, "#7aa7c7")
            canvas.paste(art, ((size.width - art.width) // 2, (size.height - art.height) // 2), art)
            yield "emoji", False, np.asarray(canvas)
    for width, height in SIZES:
        x, y = np.meshgrid(np.linspace(0, 255, width), np.linspace(0, 255, height))
        for planes in (
            (x, y, 255 - x),
            (x, x, x),
            (y, y / 2, 128 + 0 * x),
            (x * 0 + 220, 170 + y / 9, 140 + x / 9),
        ):
            yield "gradients", False, np.dstack(planes).astype(np.uint8)
        yield "noise", False, rng.integers(0, 256, (height, width, 3), np.uint8)
        coarse = rng.integers(0, 256, (height // 16, width // 16, 3), np.uint8)
        yield "noise", False, np.asarray(Image.fromarray(coarse).resize((width, height)))
        yield "noise", False, (np.arange(height * width * 3) % 251).astype(np.uint8).reshape(height, width, 3)


def emoji(symbol: str) -> Image.Image:
    """Return the artwork of an emoji, 504 pixels wide; raises LookupError where there is none."""
    surface = skia.Surface(504, 504)
    surface.getCanvas().scale(504 / VIEW, 504 / VIEW)
    surface.getCanvas().drawPicture(picture(symbol))
    rgba = surface.makeImageSnapshot().toarray(colorType=skia.kRGBA_8888_ColorType)
    return Image.fromarray(rgba, "RGBA")


def portraits(paths: list[Path]) -> Cases:
    """Give each photograph whole on a grey ground, upright, tilted, mirrored and without colour."""
    for path in paths:
        image = Image.open(path).convert("RGB")
        for size in SIZES:
            whole = np.asarray(ImageOps.pad(image, size, color=(90, 90, 90)))
            yield "portraits", True, whole
            yield "portraits, grey", True, np.repeat(cv2.cvtColor(whole, cv2.COLOR_RGB2GRAY)[..., None], 3, 2)
            for degrees in (-30, -15, 15, 30):
                yield f"portraits, tilted by {abs(degrees)}°", True, _turned(whole, degrees)


def skimage(folder: Path) -> Cases:
    """Give what scikit-image carries."""
    yield from portraits([folder / name for name in PEOPLE])
    for path in sorted([*folder.glob("*.png"), *folder.glob("*.jpg")]):
        if path.name not in PEOPLE:
            person = path.name in FAR_OFF
            for size in SIZES:
                fitted = np.asarray(ImageOps.fit(Image.open(path).convert("RGB"), size))
                yield "a man far off" if person else "photographs without people", person, fitted
    faces = np.load(folder / "lfw_subset.npy")
    for number, tiny in enumerate(faces):
        size = SIZES[number % 2]
        canvas = np.full((size.height, size.width), 110, np.uint8)
        large = cv2.resize((tiny * 255).astype(np.uint8), (360, 360), interpolation=cv2.INTER_CUBIC)
        canvas[180:540, 180:540] = large
        kind = "LFW faces of 25 px, enlarged" if number < 100 else "LFW non-faces of 25 px, enlarged"
        yield kind, number < 100, np.repeat(canvas[..., None], 3, 2)


def main() -> None:
    """Print a table: kind, how many, how many were refused, how many of these answers were right."""
    parser = argparse.ArgumentParser(prog="python -m bench.portraits")
    parser.add_argument("detector", nargs="?", default="haar")
    parser.add_argument("--model", type=Path)
    parser.add_argument("--photos", type=Path)
    parser.add_argument("--skimage", type=Path)
    given = parser.parse_args()
    found = detector(given.detector)(given.model.read_bytes() if given.model else None)
    sources: list[Cases] = [drawn()]
    if given.photos:
        sources.insert(0, portraits(sorted(path for path in given.photos.iterdir() if path.is_file())))
    if given.skimage:
        sources.append(skimage(given.skimage))
    table: dict[str, list[int]] = {}
    spent: list[float] = []
    for source in sources:
        for kind, person, pixels in source:
            began = time.perf_counter()
            refused = bool(found.faces(pixels))
            spent.append(time.perf_counter() - began)
            row = table.setdefault(kind, [0, 0, 0])
            row[0] += 1
            row[1] += refused
            row[2] += refused == person
    print("| what | pictures | refused | right |\n|---|---|---|---|")
    for kind, (number, refused, right) in table.items():
        print(f"| {kind} | {number} | {refused} | {right / number:.0%} |")
    print(f"\nms a picture: median {np.median(spent) * 1000:.0f}, p95 {np.percentile(spent, 95) * 1000:.0f}")


if __name__ == "__main__":
    main()
