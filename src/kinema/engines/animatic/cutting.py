"""Cutting out: from a short film to its subject alone, by what moves and by what differs from the
background."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import cv2
import numpy as np

from kinema.engines.animatic.raster import Raster
from kinema.engines.animatic.spotting import motion, salience
from kinema.engines.contract import Character
from kinema.errors import EngineFailed

LARGEST = 512
"""Pixels of a cut-out's longer side, at most."""
_SIDE = 640
"""Pixels of a frame's longer side while it is looked at."""
_SAMPLES = 24
_COLOURS = 5


@dataclass(frozen=True)
class _Find:
    """What was taken for the subject in one frame: a mask of 0 and 1, and how likely it is one."""

    frame: Raster
    mask: Raster
    score: float


def cut_out(frames: Iterable[Raster], name: str) -> Character:
    """The subject of a film as a character; raises EngineFailed where nothing stands out.

    Frames of one short film, in order. The subject is what moves against the background, or where that
    cannot be told, what differs from the frame's border. GrabCut finds its outline.
    """
    samples = _sampled(frames)
    if not samples:
        raise EngineFailed("The film has no frames to cut a character from.")
    moving = motion(samples)
    hints = moving if moving is not None else [salience(sample) for sample in samples]
    finds = [
        find for sample, hint in zip(samples, hints, strict=True) if (find := _find(sample, hint)) is not None
    ]
    if not finds:
        raise EngineFailed(
            "No subject stands out in this film. Use a few seconds of one subject before a still, "
            "plain background."
        )
    bright = max(float(np.median([find.frame.mean() for find in finds])), 1.0)
    # A film may come up out of the dark: a frame as bright as most shows the subject's own colours.
    best = max(finds, key=lambda find: find.score * min(float(find.frame.mean()) / bright, 1.0) ** 2)
    outline = _outlined(best)
    pixels = _trimmed(best.frame, outline)
    return Character(
        name=name,
        pixels=pixels,
        palette=_palette(pixels),
        facing=_facing(finds) if moving is not None else 0,
        quality=_quality(best, outline, moved=moving is not None),
    )


def _sampled(frames: Iterable[Raster]) -> list[Raster]:
    """At most two dozen frames spread over the film, at a size to look at; never more than twice that in
    memory."""
    kept: list[Raster] = []
    stride = 1
    for number, frame in enumerate(frames):
        if number % stride:
            continue
        scale = _SIDE / max(frame.shape[:2])
        kept.append(
            cv2.resize(frame, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else frame
        )
        if len(kept) == 2 * _SAMPLES:
            kept, stride = kept[::2], stride * 2
    return kept


def _find(frame: Raster, hint: Raster) -> _Find | None:
    """The largest thing that the hint shows, whole, and how well it would do as a character."""
    height, width = hint.shape
    threshold, _ = cv2.threshold(hint, 0, 255, cv2.THRESH_OTSU)
    mask: Raster = (hint > max(threshold * 0.8, 22)).astype(np.uint8)
    joint = max(min(height, width) // 24, 3) | 1
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (joint, joint))
    mask = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    mask = _filled(cv2.morphologyEx(mask, cv2.MORPH_CLOSE, kernel))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask)
    if count < 2:
        return None
    largest = 1 + int(np.argmax(stats[1:, cv2.CC_STAT_AREA]))
    x, y, w, h, area = (int(value) for value in stats[largest])
    share = area / (width * height)
    if not 0.004 < share < 0.7:
        return None
    cut = (x <= 1) + (y <= 1) + (x + w >= width - 1) + (y + h >= height - 1)
    grey = cv2.cvtColor(frame[y : y + h, x : x + w], cv2.COLOR_RGB2GRAY)
    sharp = float(cv2.Laplacian(grey, cv2.CV_32F).std())
    solid = area / (w * h)
    # A walker is seen best from the side with its limbs apart; a third of the frame is as large as need be.
    score = min(share, 0.33) ** 0.5 * (0.3**cut) * (0.4 + solid) * min(sharp / 12, 1.5)
    return _Find(frame, (labels == largest).astype(np.uint8), score)


def _filled(mask: Raster) -> Raster:
    """The mask without holes."""
    outlines, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    return cv2.drawContours(np.zeros_like(mask), outlines, -1, 1, cv2.FILLED)


def _mended(mask: Raster) -> Raster:
    """The mask without small holes: a large one is what is seen between an arm and a body."""
    holes = _filled(mask) - mask
    _, labels, stats, _ = cv2.connectedComponentsWithStats(holes)
    small = [n for n in range(1, len(stats)) if stats[n, cv2.CC_STAT_AREA] < 0.012 * mask.sum()]
    return np.asarray(mask | np.isin(labels, small).astype(np.uint8))


def _outlined(find: _Find) -> Raster:
    """The subject's exact outline, a mask of 0 and 1."""
    _, _, w, h = cv2.boundingRect(find.mask)
    reach = max(int(0.12 * max(w, h)), 6)
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    # Only its innermost part is certain: between limbs there may be background.
    depth = cv2.distanceTransform(find.mask, cv2.DIST_L2, 3)
    core = (depth > 0.72 * depth.max()).astype(np.uint8)
    marks = np.full(find.mask.shape, cv2.GC_BGD, np.uint8)
    marks[cv2.dilate(find.mask, kernel) > 0] = cv2.GC_PR_BGD
    marks[find.mask > 0] = cv2.GC_PR_FGD
    marks[core > 0] = cv2.GC_FGD
    cv2.setRNGSeed(1)
    models = np.zeros((1, 65)), np.zeros((1, 65))
    cv2.grabCut(find.frame, marks, (0, 0, 1, 1), *models, 5, cv2.GC_INIT_WITH_MASK)
    found: Raster = np.isin(marks, (cv2.GC_FGD, cv2.GC_PR_FGD)).astype(np.uint8)
    thin = max(int(0.03 * max(w, h)), 2) | 1
    found = cv2.morphologyEx(
        found, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (thin, thin))
    )
    _, labels, stats, _ = cv2.connectedComponentsWithStats(found)
    if len(stats) < 2:
        return find.mask
    largest = 1 + int(np.argmax(stats[1:, cv2.CC_STAT_AREA]))
    whole = _mended((labels == largest).astype(np.uint8))
    return whole if whole.sum() > 0.4 * find.mask.sum() else find.mask


def _trimmed(frame: Raster, mask: Raster) -> Raster:
    """The subject alone, RGBA, with a soft edge a pixel inside its outline."""
    soft = cv2.GaussianBlur(cv2.erode(mask, np.ones((3, 3), np.uint8)).astype(np.float32), (0, 0), 1.1)
    alpha = (np.clip(soft * 1.25 - 0.1, 0, 1) * 255).astype(np.uint8)
    x, y, w, h = cv2.boundingRect((alpha > 8).astype(np.uint8))
    pixels = np.dstack([frame, alpha])[y : y + h, x : x + w]
    scale = LARGEST / max(h, w)
    if scale < 1:
        pixels = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return np.ascontiguousarray(pixels[:LARGEST, :LARGEST])


def _palette(pixels: Raster) -> tuple[str, ...]:
    """Its colours, the largest share first, those that look alike once."""
    solid = pixels[pixels[..., 3] > 200][:, :3]
    if len(solid) < _COLOURS:
        solid = pixels[..., :3].reshape(-1, 3)
    lab = cv2.cvtColor(solid[None], cv2.COLOR_RGB2LAB)[0].astype(np.float32)
    cv2.setRNGSeed(1)
    criteria = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 20, 0.5)
    _, labels, centres = cv2.kmeans(
        lab, min(_COLOURS, len(lab)), np.empty(0), criteria, 2, cv2.KMEANS_PP_CENTERS
    )
    order = np.argsort(-np.bincount(labels.ravel(), minlength=len(centres)))
    colours: list[Raster] = []
    for centre in centres[order]:
        if all(np.linalg.norm(centre - other) > 12 for other in colours):
            colours.append(centre)
    rgb = cv2.cvtColor(np.array([colours]).astype(np.uint8), cv2.COLOR_LAB2RGB)[0]
    return tuple(f"#{r:02x}{g:02x}{b:02x}" for r, g, b in rgb)


def _facing(finds: list[_Find]) -> int:
    """The way it goes: who moves to the right looks to the right."""
    places = [float(np.flatnonzero(find.mask.any(axis=0)).mean()) / find.mask.shape[1] for find in finds]
    if len(places) < 4:
        return 0
    third = max(len(places) // 3, 1)
    gone = float(np.median(places[-third:]) - np.median(places[:third]))
    return 0 if abs(gone) < 0.06 else 1 if gone > 0 else -1


def _quality(find: _Find, outline: Raster, *, moved: bool) -> float:
    """How clean the cut seems: a large subject, all in the frame, in colours that are not around it."""
    ring = cv2.dilate(outline, np.ones((15, 15), np.uint8)) - outline
    lab = cv2.cvtColor(find.frame, cv2.COLOR_RGB2LAB).astype(np.float32)
    rim = outline - cv2.erode(outline, np.ones((9, 9), np.uint8))
    apart = (
        float(np.linalg.norm(lab[rim > 0].mean(axis=0) - lab[ring > 0].mean(axis=0))) if ring.any() else 0.0
    )
    share = float(outline.mean())
    inner = outline[2:-2, 2:-2].sum() == outline.sum()
    agree = float((outline & find.mask).sum()) / max(float((outline | find.mask).sum()), 1.0)
    quality = 0.35 * min(apart / 40, 1) + 0.25 * min(share / 0.04, 1) + 0.25 * agree + 0.15 * inner
    return round(float(quality) * (1.0 if moved else 0.6), 2)
