"""From a scene and a new prompt to the scene changed: what the prompt names replaces, the rest stays."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from kinema.engines.animatic.parse import Heard, hear, usual_camera
from kinema.engines.animatic.reading.attire import changed, clothes_colour, dyed
from kinema.engines.animatic.reading.creatures import is_somebody, lives
from kinema.engines.animatic.scene import Relation, Scene, Subject, Trait
from kinema.engines.animatic.subjects import MOST_SUBJECTS, Named, new_id, told

_ADD = re.compile(
    r"\b(add|another|also|too|join\w*|together|beside|next to)\b|加|添|还有|另一|一起|旁边", re.I
)
_MORE = re.compile(r"\b(add|another|one more)\b|加|添|还有|另一|再来", re.I)
_SWAP = re.compile(r"\b(replac\w*|swap\w*|instead|turn\w* into|becomes?)\b|换成|替换|改成|变成|代替", re.I)
_KINDS = ("setting", "time", "weather", "style", "light", "palette", "camera", "shot", "mood")


def revise(scene: Scene, prompt: str, names: Sequence[str] = ()) -> Scene:
    """The scene as the prompt wants it. A prompt that names nothing new leaves it as it is, and says so."""
    said = _settled(hear(prompt, names, of=any(lives(s.name) or lives(s.emoji) for s in scene.subjects)))
    values = {kind: getattr(said, kind) or getattr(scene, kind) for kind in _KINDS}
    subjects, now, swaps = _subjects(scene, said, prompt)
    unwanted = set(said.excluded)
    subjects = tuple(subject for subject in subjects if subject.name not in unwanted)
    if values["weather"] in unwanted:
        values["weather"] = "clear"
    if values["light"] in unwanted:
        values["light"] = None
    if values["style"] in unwanted:
        values["style"] = "cinematic"
    if not said.camera and scene.camera == usual_camera(scene.subjects):
        values["camera"] = usual_camera(subjects)  # it was nobody's wish, and suits what they did before
    changed = replace(
        scene,
        subjects=subjects,
        relations=_relations(scene, said, now, swaps, {subject.id for subject in subjects}),
        text=said.text or scene.text,
        titled=said.titled if said.text else scene.titled,
        excluded=tuple(dict.fromkeys((*scene.excluded, *said.excluded))),
        **values,
    )
    return replace(changed, notes=(_difference(scene, changed),))


def _settled(said: Heard) -> Heard:
    """A word with two meanings means the lesser change: "cyberpunk" is a style, and moves nobody to a
    city."""

    def only(kind: str, unless: str) -> str | None:
        return next((v for m in said.mentions if (v := m.value(kind)) and not m.value(unless)), None)

    weather = said.weather
    if weather == "clear":  # "calm" is a mood
        weather = only("weather", "mood")
    return replace(said, setting=only("setting", "style"), weather=weather)


def _subjects(
    scene: Scene, said: Heard, prompt: str
) -> tuple[tuple[Subject, ...], dict[str, str], dict[str, str]]:
    """Who plays now: those named, each in the place of one who was there, or besides them where so said; by
    the prompt's ids, who they are in the scene; and who took whose place."""
    if not said.subjects:
        return tuple(_told(subject, said, first=not n) for n, subject in enumerate(scene.subjects)), {}, {}
    swapped = bool(_SWAP.search(prompt))
    one_more = bool(_MORE.search(prompt)) and not swapped
    known: dict[str, Named] = {}
    new: list[Named] = []
    now: dict[str, str] = {}
    for named in said.subjects:
        there = None if one_more and named.fresh else _counterpart(named, scene.subjects, known)
        if there:
            known[there.id] = named
            now[named.id] = there.id
        else:
            taken = {*(subject.id for subject in scene.subjects), *(one.id for one in new)}
            new.append(replace(named, id=new_id(named.name, taken)))
            now[named.id] = new[-1].id
    colour = _predicate(said)
    kept = [
        _updated(subject, known[subject.id], colour) if subject.id in known else subject
        for subject in scene.subjects
    ]
    if not new or (_ADD.search(prompt) and not swapped):
        return (*kept, *(named.subject() for named in new))[:MOST_SUBJECTS], now, {}
    # The boat stays that somebody stands on, whoever takes their place; so does the horse that is ridden.
    held = {relation.object for relation in scene.relations} - {r.subject for r in scene.relations}
    others = [subject for subject in kept if subject.id not in known]
    out = [subject for subject in kept if subject.id in known] if swapped else []
    out = out or [subject for subject in others if subject.id not in held] or others
    swaps = {gone.id: come.id for gone, come in zip(out, new, strict=False)}
    return _replaced(kept, out, new), now, swaps


def _counterpart(named: Named, subjects: Sequence[Subject], known: Mapping[str, Named]) -> Subject | None:
    """Whom in the scene a prompt speaks of: of several of that name, the one who looks like it."""
    named_so = [subject for subject in subjects if subject.name == named.name and subject.id not in known]
    alike = [
        subject for subject in named_so
        if (named.said, named.colour) in ((subject.said, subject.colour), (None, subject.colour))
    ]  # fmt: skip
    return next(iter(alike or named_so), None)


def _relations(
    scene: Scene, said: Heard, now: Mapping[str, str], swaps: Mapping[str, str], ids: Collection[str]
) -> tuple[Relation, ...]:
    """How those who are left stand to each other: as was said now, else as before or as whose place they
    took."""
    found: dict[frozenset[str], Relation] = {}
    for relation, players in (*((r, now) for r in said.relations), *((r, swaps) for r in scene.relations)):
        one, other = (players.get(player, player) for player in (relation.subject, relation.object))
        if one != other and {one, other} <= set(ids):
            found.setdefault(frozenset((one, other)), Relation(one, relation.kind, other))
    return tuple(found.values())


def _predicate(said: Heard) -> str | None:
    """The colour that is said after a subject, where only one is named: "make the cat black"."""
    named = [n for n, m in enumerate(said.mentions) if m.value("subject") or m.value("character")]
    following = said.mentions[named[0] + 1 :] if len(named) == 1 else ()
    return following[0].value("colour") if following else None


def _replaced(everybody: list[Subject], out: list[Subject], new: list[Named]) -> tuple[Subject, ...]:
    """The newcomers in the places of those who leave, doing and being as many as they were."""
    coming = list(new)
    result: list[Subject] = []
    for subject in everybody:
        if subject not in out:
            result.append(subject)
        elif coming:
            named = coming.pop(0)
            result.append(_in_place_of(subject, named))
    return (*result, *(named.subject() for named in coming))[:MOST_SUBJECTS]


def _in_place_of(subject: Subject, named: Named) -> Subject:
    """A newcomer who does what somebody did, as it can, unless it was told otherwise."""
    come = replace(named, count=named.count or subject.count)
    return (
        come.subject(subject.action)
        if named.action or not subject.doing
        else told(come.subject(), subject.action, subject.doing)
    )


def _updated(subject: Subject, named: Named, colour: str | None) -> Subject:
    """The subject as the prompt wants it; `colour` is what the prompt says it shall be."""
    told_colour = named.colour if named.colour != subject.colour else None
    new = replace(
        subject,
        count=named.count or subject.count,
        size=named.size or subject.size,
    )
    new = _looking(new, told_colour or colour, named.looks)
    return told(new, named.action, named.verb) if named.action else new


def _looking(subject: Subject, colour: str | None, looks: Sequence[Trait]) -> Subject:
    """The subject in another colour, with more looks; a colour alone is that of the clothes it has on."""
    before = dyed(subject.looks, colour) if colour and not looks else subject.looks
    return replace(subject, colour=colour or subject.colour, looks=changed(before, looks))


def _told(subject: Subject, said: Heard, *, first: bool) -> Subject:
    """A subject after a prompt that names nobody: what it tells to do, all do; a colour is the first
    one's."""
    verb = next((m for m in said.mentions if m.value("action")), None)
    colour = next((c for m in said.mentions if (c := m.value("colour"))), None)
    if said.looks:
        colour = (
            clothes_colour(said.looks) if is_somebody(subject.name) or is_somebody(subject.emoji) else None
        )
    new = _looking(subject, colour, said.looks) if first else subject
    return told(new, verb.value("action") or "", verb.verb) if verb else new


def _difference(before: Scene, after: Scene) -> str:
    """What was changed, for people."""
    changes = [
        f"{kind} from {getattr(before, kind) or 'none'} to {getattr(after, kind) or 'none'}"
        for kind in _KINDS
        if getattr(before, kind) != getattr(after, kind)
    ]
    if before.relations != after.relations and before.subjects == after.subjects:
        changes.append("how the subjects stand to each other")
    if before.subjects != after.subjects:
        changes.append(f"subjects from {_list(before.subjects)} to {_list(after.subjects)}")
    return f"Changed {'; '.join(changes)}." if changes else "The prompt names nothing that changes the scene."


def _list(subjects: tuple[Subject, ...]) -> str:
    return " and ".join(
        " ".join(filter(None, (_count(s), s.colour, s.name, _looks(s), f"({s.action})")))
        for s in subjects
    ) or "nobody"  # fmt: skip


def _count(subject: Subject) -> str:
    return str(subject.count) if subject.count > 1 else ""


def _looks(subject: Subject) -> str:
    looks = (" ".join(filter(None, (t.colour, t.pattern, t.look))) for t in subject.looks)
    return f"with {', '.join(looks)}" if subject.looks else ""
