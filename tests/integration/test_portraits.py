"""The portrait screen: what the built-in detector takes for a face, and what each policy makes of it."""

from __future__ import annotations

import asyncio
import hashlib
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing, asynccontextmanager
from io import BytesIO
from pathlib import Path

import numpy as np
import psutil
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageOps
from tests.servers import kill, words

from kinema.engines.animatic.rendering import stills
from kinema.engines.contract import RenderRequest
from kinema.errors import Misconfigured, PortraitRefused
from kinema.media.portraits.haar import Haar
from kinema.media.portraits.registry import detector
from kinema.media.portraits.screen import Choice, Policy, Screen
from kinema.media.portraits.yunet import YuNet
from kinema.videos.model import Quality
from kinema.videos.size import LANDSCAPE, PORTRAIT, Size

ASTRONAUT = Path(__file__).parents[1] / "pictures" / "astronaut.jpg"
Pixels = NDArray[np.uint8]


def portrait(size: Size = LANDSCAPE, degrees: float = 0, mirrored: bool = False) -> Pixels:
    """Return a photograph of a person, whole, on grey."""
    image = Image.open(ASTRONAUT)
    if mirrored:
        image = ImageOps.mirror(image)
    return np.asarray(ImageOps.pad(image, size, color=(90, 90, 90)).rotate(degrees, fillcolor=(90, 90, 90)))


def gradient(size: Size, planes: Callable[[Pixels, Pixels], tuple[Pixels, ...]]) -> Pixels:
    """Return a picture of what `planes` makes of two ramps."""
    x, y = np.meshgrid(np.linspace(0, 255, size.width), np.linspace(0, 255, size.height))
    return np.dstack(planes(x, y)).astype(np.uint8)


def png(picture: Pixels) -> bytes:
    """Return a picture as `images.check` would."""
    out = BytesIO()
    Image.fromarray(picture).save(out, "PNG", compress_level=1)
    return out.getvalue()


@pytest.fixture(scope="module")
def haar() -> Haar:
    """Give the built-in detector."""
    return Haar()


# What it sees


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
@pytest.mark.parametrize("degrees", [-30, 0, 30])
@pytest.mark.parametrize("mirrored", [False, True])
def test_a_portrait_is_seen(haar: Haar, size: Size, degrees: float, mirrored: bool) -> None:
    """A photographed face is seen upright, tilted either way, and mirrored."""
    assert haar.faces(portrait(size, degrees, mirrored))


def test_a_face_is_where_it_is_said_to_be(haar: Haar) -> None:
    """The place of a face is told in the picture's own pixels, once."""
    faces = haar.faces(portrait())
    assert len(faces) == 1
    x, y = faces[0].x + faces[0].width / 2, faces[0].y + faces[0].height / 2
    assert abs(x - (280 + 225 * 720 / 512)) < 60  # her nose, in the picture scaled to 720 and centred
    assert abs(y - 115 * 720 / 512) < 60


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
@pytest.mark.parametrize(
    "planes",
    [
        lambda x, y: (x, y, 255 - x),
        lambda x, _: (x, x, x),
        lambda x, y: (0 * x + 220, 170 + y / 9, 140 + x / 9),
    ],
)
def test_gradients_pass(haar: Haar, size: Size, planes: Callable[..., tuple[Pixels, ...]]) -> None:
    """Nobody is seen in a gradient, skin's colours included."""
    assert not haar.faces(gradient(size, planes))


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
def test_noise_passes(haar: Haar, size: Size) -> None:
    """Nobody is seen in noise, random or made by counting."""
    rng = np.random.default_rng(3)
    counted = (np.arange(size.width * size.height * 3) % 251).astype(np.uint8)
    assert not haar.faces(counted.reshape(size.height, size.width, 3))
    assert not haar.faces(rng.integers(0, 256, (size.height, size.width, 3), np.uint8))


@pytest.mark.parametrize(
    "prompt", ["a woman walking on the beach at sunset", "a monkey, close-up", "一只熊猫在竹林里跳舞，水墨画"]
)
def test_our_own_drawings_pass(haar: Haar, prompt: str) -> None:
    """Drawn people and animals are not taken for photographs."""
    request = RenderRequest(prompt, LANDSCAPE, 4, Quality.STANDARD, seed=8)
    assert not haar.faces(np.asarray(stills(request, [1.0])[0]))


# What the policies make of it


@asynccontextmanager
async def screen(policy: Policy, choice: Choice | None = None, seconds: float = 30) -> AsyncIterator[Screen]:
    """Lend a screen."""
    async with aclosing(_Closing(policy, choice, seconds=seconds)) as lent:
        yield lent


class _Closing(Screen):
    aclose = Screen.close


async def test_reject_refuses_a_portrait_and_passes_the_rest() -> None:
    """Under `reject` a portrait is refused, saying what was found and what to do; a gradient passes."""
    async with screen(Policy.REJECT) as rejecting:
        with pytest.raises(PortraitRefused, match=r"a person's face\. Real portraits are not accepted here"):
            await rejecting.examine(png(portrait()))
        assert await rejecting.examine(png(gradient(LANDSCAPE, lambda x, y: (x, y, x)))) is None


async def test_warn_lets_it_pass_and_says_so() -> None:
    """Under `warn` a portrait passes, with a warning."""
    async with screen(Policy.WARN) as warning:
        assert "a person's face" in str(await warning.examine(png(portrait())))
        assert await warning.examine(png(gradient(LANDSCAPE, lambda x, y: (x, y, x)))) is None


async def test_allow_does_not_look() -> None:
    """Under `allow` no detector is even started."""
    async with screen(Policy.ALLOW, Choice("no-such-detector")) as allowing:
        assert await allowing.examine(png(portrait())) is None


BROKEN = """
import os, time
class Broken:
    def __init__(self, model): {load}
    def faces(self, picture): {look}
"""
FAILURES = [
    ("pass", "raise ValueError('secret words')"),
    ("pass", "os._exit(3)"),
    ("pass", "time.sleep(60)"),
    ("pass", "return None"),
    ("pass", "return ['abcde']"),
    ("raise OSError('no weights')", "return []"),
    ("os._exit(3)", "return []"),
]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Give what installs a detector called `broken` for children of this process."""

    def done(load: str, look: str) -> None:
        (tmp_path / "broken.py").write_text(BROKEN.format(load=load, look=look))
        (info := tmp_path / "broken-1.dist-info").mkdir()
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: broken\nVersion: 1\n")
        (info / "entry_points.txt").write_text("[kinema.detectors]\nbroken = broken:Broken\n")
        monkeypatch.setenv("PYTHONPATH", f"{tmp_path}:{':'.join(path for path in sys.path if path)}")

    return done


@pytest.mark.parametrize(("load", "look"), FAILURES)
async def test_a_detector_that_fails_refuses(
    install: Callable[[str, str], None], load: str, look: str
) -> None:
    """Under `reject` whatever a detector does wrong refuses in our words; under `warn` the picture passes."""
    install(load, look)
    tiny = png(np.zeros((8, 8, 3), np.uint8))
    async with screen(Policy.REJECT, Choice("broken"), seconds=1) as rejecting:
        for _ in range(2):  # and again: the failure leaves nothing behind that would let the next one pass
            with pytest.raises(PortraitRefused, match="could not be screened") as refused:
                await rejecting.examine(tiny)
            assert "secret" not in refused.value.message
    async with screen(Policy.WARN, Choice("broken"), seconds=1) as warning:
        assert "could not be screened" in str(await warning.examine(tiny))


async def test_a_detector_of_another_package_decides(install: Callable[[str, str], None]) -> None:
    """An installed detector is found by its name, and what it prints does no harm."""
    install("print('loading', flush=True)", "print('looking'); return [(1, 2, 3, 4, .9)] * 2")
    async with screen(Policy.REJECT, Choice("broken")) as rejecting:
        with pytest.raises(PortraitRefused, match="2 people's faces"):
            await rejecting.examine(png(np.zeros((8, 8, 3), np.uint8)))


def _detectors() -> list[psutil.Process]:
    return [child for child in psutil.Process().children() if "portraits" in words(child)]


async def test_a_killed_detector_is_started_again() -> None:
    """A detector whose process was killed between two pictures refuses one at most; the next is looked at."""
    flat = png(np.zeros((720, 1280, 3), np.uint8))
    async with screen(Policy.REJECT) as rejecting:
        await rejecting.examine(flat)
        kill(_detectors())
        with pytest.raises(PortraitRefused, match="could not be screened"):
            await rejecting.examine(flat)
        assert await rejecting.examine(flat) is None
    assert not _detectors()


async def test_a_cancelled_look_does_not_answer_the_next() -> None:
    """Where a request goes away in the middle of a look, the next picture gets its own answer."""
    async with screen(Policy.REJECT) as rejecting:
        await rejecting.examine(png(np.zeros((720, 1280, 3), np.uint8)))
        looking = asyncio.create_task(rejecting.examine(png(portrait())))
        await asyncio.sleep(0.03)
        looking.cancel()
        await asyncio.gather(looking, return_exceptions=True)
        assert await rejecting.examine(png(np.zeros((720, 1280, 3), np.uint8))) is None


async def test_the_event_loop_goes_on() -> None:
    """While a picture is looked at, nothing else of the process waits."""
    async with screen(Policy.WARN) as warning:
        looking = asyncio.create_task(warning.examine(png(portrait(degrees=30))))
        turns = 0
        while not looking.done():
            await asyncio.sleep(0.005)
            turns += 1
    assert turns > 5


def test_the_api_holds_no_picture_library() -> None:
    """The process that serves requests imports neither OpenCV nor Skia nor FFmpeg."""
    code = "import sys, kinema.serve.api; print(sorted({'cv2', 'skia', 'av'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# What an installation may be set up with


def test_an_unknown_detector_is_refused_at_the_start() -> None:
    """A detector that is not installed cannot be chosen; the refusal lists those that are."""
    with pytest.raises(Misconfigured, match=r"no-such.*haar, yunet"):
        Screen.of("reject", "no-such", None, None)
    assert detector("haar") is Haar


def test_a_model_must_be_the_file_that_it_should_be(tmp_path: Path) -> None:
    """A model file of another hash, or none, stops the start in words that name the setting."""
    model = tmp_path / "yunet.onnx"
    with pytest.raises(Misconfigured, match=r"KINEMA_FACE_MODEL.*cannot be read"):
        Screen.of("reject", "yunet", model, "0" * 64)
    model.write_bytes(b"weights")
    with pytest.raises(Misconfigured, match="KINEMA_FACE_MODEL_SHA256"):
        Screen.of("reject", "yunet", model, "0" * 64)
    Screen.of("reject", "yunet", model, hashlib.sha256(b"weights").hexdigest().upper())


def test_yunet_refuses_what_is_no_model() -> None:
    """YuNet without weights, or with a file that OpenCV cannot read, says what is wrong."""
    with pytest.raises(Misconfigured, match="needs its weights"):
        YuNet(None)
    with pytest.raises(Misconfigured, match="no YuNet model"):
        YuNet(b"weights")


async def test_a_model_that_was_exchanged_is_not_used(tmp_path: Path) -> None:
    """The hash holds at every start of the detector, not only at the server's."""
    model = tmp_path / "yunet.onnx"
    model.write_bytes(b"weights")
    choice = Choice("yunet", model, hashlib.sha256(b"weights").hexdigest())
    model.write_bytes(b"others")
    async with screen(Policy.REJECT, choice) as rejecting:
        with pytest.raises(PortraitRefused, match="could not be screened"):
            await rejecting.examine(png(np.zeros((8, 8, 3), np.uint8)))
