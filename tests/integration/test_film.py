"""The encoder and the probe, on real files."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest

from kinema.engines.animatic.rendering import encoding
from kinema.errors import TaskFailed
from kinema.media.film import FPS, SAMPLE_RATE, FilmWriter
from kinema.media.probe import probe
from kinema.media.reading import frames
from kinema.videos.model import Quality
from kinema.videos.size import LANDSCAPE, LARGER, PORTRAIT, Size

SIZE = Size(162, 98)


def gradient(size: Size) -> np.ndarray:
    """A smooth picture with strong colours in its corners."""
    x, y = np.meshgrid(np.linspace(0, 255, size.width), np.linspace(0, 255, size.height))
    return np.stack([x, y, 255 - x], -1).astype(np.uint8)


def write(
    path: Path,
    *,
    frames: int = FPS,
    sound: float | None = 1.0,
    size: Size = SIZE,
    quality: Quality | None = None,
) -> Path:
    """A film of a gradient, with `sound` seconds of a tone."""
    with FilmWriter(
        path,
        size,
        sound=sound is not None,
        metadata={"comment": "a test"},
        **(encoding(quality) if quality else {}),
    ) as film:
        if sound is not None:
            t = np.arange(int(sound * SAMPLE_RATE)) / SAMPLE_RATE
            wave = 0.2 * np.sin(2 * np.pi * 440 * t)
            film.add_sound(np.stack([wave, wave], 1).astype(np.float32))
        picture = gradient(size)
        for _ in range(frames):
            film.write(picture)
    return path


@pytest.mark.parametrize("sound", [0.0, 0.37, 1.0, 3.0])
def test_sound_is_as_long_as_the_picture_whatever_was_handed_over(tmp_path: Path, sound: float) -> None:
    """Too little sound is filled up and too much is cut, to within a frame of video."""
    measured = probe(write(tmp_path / "film.mp4", sound=sound))
    assert (measured.size, measured.fps, measured.frames) == (SIZE, 24.0, 24)
    assert measured.seconds == pytest.approx(1.0)
    assert measured.has_sound
    assert measured.sound_seconds == pytest.approx(1.0, abs=1 / FPS)


def test_a_film_without_sound_has_no_sound_track(tmp_path: Path) -> None:
    """A silent film says so."""
    measured = probe(write(tmp_path / "film.mp4", sound=None))
    assert (measured.has_sound, measured.sound_codec) == (False, None)


@pytest.mark.parametrize("quality", list(Quality))
@pytest.mark.parametrize("size", [SIZE, PORTRAIT, LANDSCAPE, *LARGER], ids=str)
def test_the_file_plays_everywhere(tmp_path: Path, size: Size, quality: Quality) -> None:
    """H.264 High, yuv420p, BT.709 in every tag, AAC stereo at 48 kHz, the index before the data; every
    frame a 24th of a second after the one before, at every size that can be asked for."""
    path = write(tmp_path / "film.mp4", frames=3, sound=0.2, size=size, quality=quality)
    with av.open(str(path)) as container:
        shown = [frame.time for frame in container.decode(video=0)]
        assert shown == pytest.approx([0, 1 / FPS, 2 / FPS])
        assert container.streams.video[0].average_rate == FPS
    assert probe(path).size == size
    with av.open(str(path)) as container:
        video, audio = container.streams.video[0].codec_context, container.streams.audio[0].codec_context
        assert (video.name, video.profile, video.pix_fmt) == ("h264", "High", "yuv420p")
        tags = (video.color_primaries, video.color_trc, video.colorspace, video.color_range)
        assert [int(tag) for tag in tags] == [1, 1, 1, 1]
        assert (audio.name, audio.sample_rate, audio.layout.name) == ("aac", SAMPLE_RATE, "stereo")
        assert container.metadata["comment"] == "a test"
    data = path.read_bytes()
    assert 0 < data.find(b"moov") < data.find(b"mdat")


def test_colours_survive_the_journey(tmp_path: Path) -> None:
    """The conversion really is BT.709's: decoded corners are within a few steps of what went in."""
    with av.open(str(write(tmp_path / "film.mp4"))) as container:
        frame = next(container.decode(video=0))
        decoded = frame.reformat(format="rgb24", src_colorspace="ITU709").to_ndarray().astype(int)
    error = np.abs(decoded - gradient(SIZE))
    assert error[[0, 0, -1, -1], [0, -1, 0, -1]].max() <= 12
    assert error.mean() < 3


def test_brightness_stays_however_often_a_film_is_read_and_written(tmp_path: Path) -> None:
    """Five times over, a picture is as bright as it was."""
    path = write(tmp_path / "0.mp4", frames=1, sound=None)
    for generation in range(1, 6):
        (picture,) = frames(path)
        path = tmp_path / f"{generation}.mp4"
        with FilmWriter(path, SIZE, crf=10, sound=False) as film:
            film.write(picture)
    assert abs(picture.mean() - gradient(SIZE).mean()) < 1


def test_frames_in_planes_are_written_as_they_are(tmp_path: Path) -> None:
    """A film of planes is the film of the RGB frames that they were made of."""
    planes = av.VideoFrame.from_ndarray(gradient(SIZE), format="rgb24").reformat(
        format="yuv420p", dst_colorspace="ITU709", dst_color_range="MPEG"
    )
    with FilmWriter(tmp_path / "planes.mp4", SIZE, sound=False) as film:
        film.write(planes.to_ndarray())
    shown = []
    for path in (write(tmp_path / "rgb.mp4", frames=1), tmp_path / "planes.mp4"):
        with av.open(str(path)) as container:
            shown.append(next(container.decode(video=0)).to_ndarray().astype(int))
    assert np.abs(shown[0] - shown[1]).mean() < 1


def test_an_odd_size_is_refused(tmp_path: Path) -> None:
    """4:2:0 video has even sides; the message says which size was wrong."""
    with pytest.raises(ValueError, match="161x98"):
        FilmWriter(tmp_path / "film.mp4", Size(161, 98))


def test_a_film_given_up_leaves_no_file(tmp_path: Path) -> None:
    """Whatever ends the writing early, no half film stays behind."""
    path = tmp_path / "film.mp4"
    with pytest.raises(ValueError, match="shape"), FilmWriter(path, SIZE) as film:
        film.write(np.zeros((2, 2), np.uint8))
    assert not path.exists()


@pytest.mark.parametrize("content", [b"", b"no film", b"\x00\x00\x00\x20ftypisom" + b"\x00" * 64])
def test_what_is_no_film_is_a_failed_task(tmp_path: Path, content: bytes) -> None:
    """The probe never lets a decoder's error out."""
    path = tmp_path / "film.mp4"
    path.write_bytes(content)
    with pytest.raises(TaskFailed, match=r"film\.mp4"):
        probe(path)
