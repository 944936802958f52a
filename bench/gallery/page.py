"""The page: one HTML file that needs no network; only the films lie beside it."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from html import escape
from pathlib import Path

from bench.gallery.films import PATTERN, Shown
from bench.gallery.looks import Look, Looks
from bench.gallery.prompts import Named
from bench.gallery.verdict import Verdict
from kinema.engines.animatic.scene import Scene, Subject
from kinema.engines.animatic.version import VERSION

_HERE = Path(__file__).parent
_MARKS = {"yes": "●", "guessed": "◐", "no": "○"}
_WORDS = {"yes": "understood", "guessed": "guessed", "no": "not understood"}
_FIELDS = (
    "setting", "time", "weather", "style", "light", "palette", "camera", "shot", "mood", "text",
)  # fmt: skip


def page(films: Sequence[Shown], sheets: Sequence[Shown], looks: Looks, pattern: bytes) -> str:
    """The whole page: `films` first, each with its placeholders, then `sheets`.

    `pattern` is the first frame of the test pattern, as WebP.
    """
    return f"""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Kinema: the animatic gallery</title>
<style>{(_HERE / "page.css").read_text()}</style>
<header>
<p class="kicker">Kinema · animatic engine, version {escape(VERSION)} · {datetime.now(UTC):%Y-%m-%d}</p>
<h1>Can you see what was asked for?</h1>
<p class="lead">Each prompt names some elements. Somebody who has not read it should see or hear every one of
them in the film. The engine can say what it <em>understood</em>, and drawing the scene again without an
element shows how much of the picture <em>changes</em>. Whether it can be <em>seen</em>, only those who look
can tell.</p>
{_summary(films, sheets, looks)}
<nav aria-label="Prompts">{"".join(_link(shown) for shown in films)}</nav>
</header>
<main>
{"".join(_exhibit(shown, number, looks, pattern) for number, shown in enumerate(films, 1))}
{_held_out(sheets, looks, pattern)}
</main>
<footer>Films contain Twemoji artwork, CC-BY 4.0, modified.</footer>
<script>{(_HERE / "page.js").read_text()}</script>
</html>
"""


def _summary(films: Sequence[Shown], sheets: Sequence[Shown], looks: Looks) -> str:
    totals = {"the chosen prompts": _totals(films, looks), "the held-out ones": _totals(sheets, looks)}
    kinds = ("named", "understood", "that change the film", "seen", "not seen", "not looked for yet")
    rows = "".join(
        f'<tr><th scope="row">{kind}' + "".join(f"<td>{figure}" for figure in figures) + "</tr>"
        for kind, *figures in zip(kinds, *totals.values(), strict=True)
    )
    return f"""<table class="totals">
{_head("elements", *totals)}
<tbody>{rows}</tbody></table>"""


def _head(*names: str) -> str:
    return "<thead><tr>" + "".join(f'<th scope="col">{name}' for name in names) + "</tr></thead>"


def _totals(exhibits: Sequence[Shown], looks: Looks) -> tuple[int, ...]:
    rows = [(shown.exhibit.id, named, verdict) for shown in exhibits for named, verdict in shown.verdicts]
    looked = [look for prompt, named, _ in rows if (look := looks.get((prompt, named.element)))]
    seen = sum(look.seen for look in looked)
    return (
        len(rows),
        sum(verdict.understood == "yes" for _, _, verdict in rows),
        sum(verdict.shows for _, _, verdict in rows),
        seen,
        len(looked) - seen,
        len(rows) - len(looked),
    )


def _link(shown: Shown) -> str:
    return f'<a href="#{shown.exhibit.id}" lang="{shown.exhibit.language}">{escape(shown.exhibit.says)}</a>'


def _exhibit(shown: Shown, number: int, looks: Looks, pattern: bytes) -> str:
    return f"""<article id="{shown.exhibit.id}">
<h2 lang="{shown.exhibit.language}"><span class="number">{number}</span>{escape(shown.exhibit.says)}</h2>
{_films(shown, pattern)}
{_sheet(shown)}
<div class="reading">{_scene(shown.scene)}{_checklist(shown, looks)}</div>
</article>"""


def _held_out(sheets: Sequence[Shown], looks: Looks, pattern: bytes) -> str:
    if not sheets:
        return ""
    each = "".join(
        f"""<details id="{shown.exhibit.id}"><summary>
<h3 lang="{shown.exhibit.language}">{escape(shown.exhibit.says)}</h3>{_score(shown)}
{_films(shown, pattern)}{_sheet(shown)}</summary>
<div class="reading">{_scene(shown.scene)}{_checklist(shown, looks)}</div></details>"""
        for shown in sheets
    )
    return f"""<section><h2>Held out</h2>
<p class="lead">{len(sheets)} prompts that were put aside while words and rules were tuned. Open one for its
scene and its checklist.</p>{each}</section>"""


def _score(shown: Shown) -> str:
    right = sum(verdict.understood == "yes" for _, verdict in shown.verdicts)
    return f'<p class="score">{right} of {len(shown.verdicts)} understood</p>'


def _films(shown: Shown, pattern: bytes) -> str:
    if not (shown.film and shown.still and shown.poster):
        return ""
    instead = "Instead of it:"
    return f"""<div class="films">
{_video(shown.film, shown.poster, "The film", "controls")}
{_video(PATTERN, pattern, f"{instead} a test pattern", "controls muted loop")}
{_video(shown.still, shown.poster, f"{instead} a still with a zoom", "controls muted loop")}
</div>"""


def _video(name: str, poster: bytes, caption: str, manner: str) -> str:
    return f"""<figure><video {manner} preload="none" poster="{_data(poster)}" src="{name}"></video>
<figcaption>{caption}</figcaption></figure>"""


def _sheet(shown: Shown) -> str:
    return f'<img class="sheet" src="{_data(shown.sheet)}" alt="Eight frames, evenly through the film">'


def _scene(scene: Scene) -> str:
    rows = [("cast", _played(subject)) for subject in scene.subjects] or [("cast", "nobody")]
    rows += [("relation", f"{r.subject} {r.kind} {r.object}") for r in scene.relations]
    for field in _FIELDS:
        if value := getattr(scene, field):
            guess = ' <i class="guess">guessed</i>' if field in scene.guessed else ""
            rows.append((field, escape(value) + guess))
    rows += [("left out", escape(name)) for name in scene.excluded]
    notes = "".join(f"<li>{escape(note)}" for note in scene.notes)
    listed = "".join(f"<dt>{name}<dd>{value}" for name, value in rows)
    return f'<section class="scene"><h3>What it understood</h3><dl>{listed}</dl><ul>{notes}</ul></section>'


def _played(subject: Subject) -> str:
    said = (subject.size, subject.colour, subject.said or subject.name)
    what = " ".join(word for word in said if word)
    doing = subject.doing or f"{subject.action}, as it usually does"
    played = f", moving as “{subject.action}”" if subject.doing not in (None, subject.action) else ""
    plays = f", played by {subject.name}" if subject.said else ""
    return escape(f"{subject.count} × {what}: {doing}{played}{plays}")


def _checklist(shown: Shown, looks: Looks) -> str:
    rows = "".join(
        _row(named, verdict, looks.get((shown.exhibit.id, named.element)))
        for named, verdict in shown.verdicts
    )
    return f"""<section class="checklist"><h3>What it should show</h3><table>
{_head("Named", "Understood", "Drawn by", "Looked for")}
<tbody>{rows}</tbody></table></section>"""


def _row(named: Named, verdict: Verdict, look: Look | None) -> str:
    found = escape(verdict.found)
    cells = (
        ("Understood", verdict.understood, f"{_WORDS[verdict.understood]} <small>{found}</small>"),
        ("Drawn by", *_drawn(verdict)),
        ("Looked for", *_looked(look)),
    )
    return f'<tr><th scope="row">{escape(named.element)}' + "".join(_cells(cells)) + "</tr>"


def _cells(cells: Sequence[tuple[str, str, str]]) -> Iterator[str]:
    for label, mark, text in cells:
        sign = f'<b class="{mark}">{_MARKS[mark]}</b>&nbsp;' if mark in _MARKS else ""
        yield f'<td data-label="{label}">{sign}{text}'


def _drawn(verdict: Verdict) -> tuple[str, str]:
    if verdict.understood == "no":
        return "no", "nothing"
    by = escape(verdict.drawn_by)
    if verdict.changes is None:
        return "", by
    if not verdict.shows:
        return "no", f"{by} <small>nothing changes without it</small>"
    what = "only the sound" if verdict.heard else f"{100 * verdict.changes:.1f} % of the picture"
    return "yes", f"{by} <small>{what} changes without it</small>"


def _looked(look: Look | None) -> tuple[str, str]:
    if look is None:
        return "", "<small>nobody has looked</small>"
    remark = f"{escape(look.remark)}<br>" if look.remark else ""
    when = f"{look.on}, version {escape(look.version)}" + (
        " (not this one)" if look.version != VERSION else ""
    )
    answer = "seen" if look.seen else "not seen"
    return ("yes" if look.seen else "no"), f"{answer} <small>{remark}{when}</small>"


def _data(picture: bytes) -> str:
    return "data:image/webp;base64," + base64.b64encode(picture).decode()
