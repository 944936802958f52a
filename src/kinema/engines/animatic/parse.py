"""From a prompt to a scene: what was said, and what usually goes with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kinema.engines.animatic.lettering import writable
from kinema.engines.animatic.lexicon.appearance import VAGUE_LIGHTS
from kinema.engines.animatic.lexicon.beings import BEINGS, DEFAULT, home
from kinema.engines.animatic.lexicon.company import COMPANY
from kinema.engines.animatic.lexicon.index import HINT, Meaning, player
from kinema.engines.animatic.lexicon.kin import WORKPLACES, WORN
from kinema.engines.animatic.lexicon.standing import RISES, SETS
from kinema.engines.animatic.reading.attire import unclaimed
from kinema.engines.animatic.reading.creatures import lives, may_wear
from kinema.engines.animatic.reading.nouns import describe
from kinema.engines.animatic.reading.relations import relate
from kinema.engines.animatic.reading.strangers import strangers
from kinema.engines.animatic.reading.verbs import act
from kinema.engines.animatic.reading.words import MOST_READ, Mention, legible, named_elsewhere, read, somebody
from kinema.engines.animatic.reading.written import written
from kinema.engines.animatic.scene import Relation, Scene, Subject, Trait
from kinema.engines.animatic.subjects import MOST_SUBJECTS, Named, subjects_of
from kinema.engines.animatic.terms import Style, Weather
from kinema.engines.animatic.vocabulary import motion_of, vocabulary

_PROPER = re.compile(r"(?<=[\w,] )[A-Z][a-z]+\b")
"""A word with a capital letter inside a sentence."""
_ENGLISH = frozenset(("the", "of", "is", "are", "and", "at", "it", "to", "make", "my", "this"))
"""Words that tell a prompt of unknown subjects from one in another language."""
_HOUSED = ("in", "on", "under", "behind")
"""Relations whose second lends its place to the first."""
_WORN = {word: shown for shown, words in WORN.items() for word in words}
_CARRIED = ("in", "on", "riding", "over")
"""Relations whose first needs no ground."""
_WARES = (
    (0x1F32D, 0x1F32F), (0x1F345, 0x1F37F), (0x1F451, 0x1F462), (0x1F484, 0x1F48E), (0x1F4A1, 0x1F4A1),
    (0x1F4B0, 0x1F4FF), (0x1F950, 0x1F96F), (0x1F97B, 0x1F97F), (0x1F9C0, 0x1F9CB), (0x1F9E2, 0x1F9E6),
    (0x1F9EA, 0x1F9FF), (0x1FA70, 0x1FA9F), (0x1FAD0, 0x1FADF), (0x231A, 0x231B),
)  # fmt: skip
"""Blocks of emoji for food, clothes, jewels, devices and what stands on a shelf."""


@dataclass(frozen=True)
class Heard:
    """Everything that a prompt says, and nothing else; None is what it does not say."""

    subjects: tuple[Named, ...]
    setting: str | None
    time: str | None
    weather: str | None
    style: str | None
    light: str | None
    palette: str | None
    camera: str | None
    shot: str | None
    mood: str | None
    text: str | None
    titled: bool
    relations: tuple[Relation, ...]
    excluded: tuple[str, ...]
    left_out: tuple[str, ...]
    looks: tuple[Trait, ...]
    """Those of which it is not said who has them."""
    mentions: tuple[Mention, ...]

    @property
    def anything(self) -> bool:
        """Whether any of it could be understood."""
        said = (
            self.setting,
            self.time,
            self.style,
            self.light,
            self.palette,
            self.camera,
            self.shot,
            self.mood,
        )
        return bool(self.subjects) or any(said) or bool(self.weather)


def parse(prompt: str, names: Sequence[str] = ()) -> Scene:
    """Understand a prompt, whatever text it is. Never fails: what means nothing becomes a mood piece.

    `names` are characters that may play in it.
    """
    said = hear(prompt, names)
    subjects = tuple(named.subject() for named in said.subjects)
    setting = said.setting or _home(subjects, said.relations, said.weather)
    if setting == "sea":
        setting = _of_the_sea(subjects, said.relations)
    weather = said.weather or _usual_weather(subjects, setting, said.excluded)
    return Scene(
        subjects=subjects,
        setting=setting,
        time=said.time or _usual_time(setting, weather, said),
        weather=weather,
        style=said.style or ("neon" if said.light == "neon" else "cinematic"),
        camera=said.camera or usual_camera(subjects),
        mood=said.mood or ("dreamy" if not said.anything else "calm" if not subjects else "neutral"),
        text=said.text,
        titled=said.titled,
        excluded=said.excluded,
        notes=_notes(said, setting),
        light=said.light,
        palette=said.palette,
        shot=said.shot,
        relations=said.relations,
        guessed=tuple(
            kind
            for kind in ("setting", "time", "weather", "style", "camera", "mood")
            if getattr(said, kind) is None
        ),
    )


def _notes(said: Heard, setting: str) -> tuple[str, ...]:
    notes: list[str] = []
    if not said.anything:
        notes.append("Nothing in the prompt could be drawn: this is a mood piece.")
    elif not said.subjects:
        notes.append("No subject was recognised: the place itself is shown.")
    elif not said.setting:
        notes.append(f"No place was named: set in {setting}.")
    played = [
        f"{named.said} by {named.name}" for named in said.subjects if named.said and named.said not in COMPANY
    ]
    if played:
        notes.append(f"Played by the nearest that can be drawn: {', '.join(played)}.")
    shown = [f"{verb} by {motion_of(action)}" for verb, action in _unseen(said.subjects)]
    if shown:
        notes.append(f"Shown by the nearest motion: {', '.join(shown)}.")
    if said.left_out:
        notes.append(f"More than {MOST_SUBJECTS} kinds; left out: {', '.join(said.left_out)}.")
    if said.text and not writable(said.text):
        notes.append("The quoted text has no characters that the font can write.")
    return tuple(notes)


def _unseen(subjects: Sequence[Named]) -> Iterator[tuple[str, str]]:
    """The deeds that no motion acts out, and the action that plays each."""
    plain = ("stand", "sit", "look", "smile", "hold", "shine")
    for named in subjects:
        seen = named.action in plain or bool(BEINGS.get(named.name, DEFAULT).part)
        if named.verb and named.action and not seen and motion_of(named.action) == "stand":
            yield named.verb, named.action


def hear(prompt: str, names: Sequence[str] = (), *, of: bool = False) -> Heard:
    """Take from a prompt what it says; `of` somebody who is there already, who may have on what it names."""
    prompt = legible(prompt[:MOST_READ])
    quoted = written(prompt)
    if quoted and len(quoted.text) * 2 < len(prompt):  # written words show nothing but themselves
        prompt = prompt[: quoted.start] + " , " + prompt[quoted.end :]
    proper = {word.casefold() for word in _PROPER.findall(prompt)}
    mentions, fillers, excluded = read(prompt, names, proper)
    nobody = not any(mention.value("subject") or mention.value("character") for mention in mentions)
    if nobody and _ENGLISH.isdisjoint(fillers):
        mentions = _in_order((*mentions, *named_elsewhere(fillers)))
    if not any(may_wear(mention) for mention in mentions):
        who = somebody(fillers) if any(mention.value("garment") for mention in mentions) else []
        if who:
            mentions = _in_order((*mentions, *who))
        else:
            mentions = [_only_worn(mention) if of else _unworn(mention) for mention in mentions]
    mentions = strangers(mentions, fillers, proper)
    if not any(mention.value(kind) for mention in mentions for kind in ("subject", "character")):
        mentions = _in_order((*mentions, *somebody(fillers)))
    sentence = describe(mentions, fillers)
    act(sentence)
    related = relate(sentence)
    subjects, ids, left_out = subjects_of(sentence.nouns, related)
    said_of = (Relation(ids[a.at], kind, ids[b.at]) for a, kind, b in related if {a.at, b.at} <= ids.keys())
    return Heard(
        subjects=subjects,
        setting=_place(mentions),
        time=_first(mentions, "time") or _sun_s(subjects),
        weather=_firm(mentions, "weather", _vague(vocabulary().weathers)),
        style=_firm(mentions, "style", _vague(vocabulary().styles)),
        light=_firm(mentions, "light", VAGUE_LIGHTS),
        palette=_first(mentions, "palette"),
        camera=_first(mentions, "camera"),
        shot=_first(mentions, "shot"),
        mood=_first(mentions, "mood"),
        text=quoted.text if quoted else None,
        titled=quoted is not None and quoted.titled,
        relations=tuple(dict.fromkeys(r for r in said_of if r.subject != r.object)),
        excluded=excluded,
        left_out=left_out,
        looks=unclaimed(sentence),
        mentions=tuple(mentions),
    )


def _in_order(mentions: Iterable[Mention]) -> list[Mention]:
    return sorted(mentions, key=lambda mention: mention.at)


def _unworn(mention: Mention) -> Mention:
    """What clothes somebody elsewhere, as a subject of its own."""
    if not mention.value("garment") or mention.phrase not in _WORN:
        return mention
    return mention._replace(
        meanings=(Meaning("subject", player(_WORN[mention.phrase])), Meaning("kin", mention.phrase))
    )


def _only_worn(mention: Mention) -> Mention:
    """What clothes somebody, as that alone."""
    if not mention.value("look"):
        return mention
    return mention._replace(meanings=tuple(m for m in mention.meanings if m.kind not in ("subject", "kin")))


def _first(mentions: Sequence[Mention], kind: str) -> str | None:
    """What is said first, outright or else in passing."""
    return next(
        (value for sure in (kind, kind + HINT) for mention in mentions if (value := mention.value(sure))),
        None,
    )


def _place(mentions: Sequence[Mention]) -> str | None:
    """The place that is said first; of "a castle garden", in English, the last word's."""
    places = (mention for mention in mentions if mention.value("setting"))
    first = next(places, None)
    while first and (after := next(places, None)) and after.at == first.end and after.phrase.isascii():
        first = after
    return _first([first] if first else mentions, "setting")


def _firm(mentions: Sequence[Mention], kind: str, vague: Sequence[str]) -> str | None:
    """What is said first, but the vague gives way to anything else."""
    said = [value for mention in mentions if (value := mention.value(kind))]
    firm = next((value for value in said if value not in vague), None)
    return firm or max(said, key=vague.index, default=None)


def _sun_s(subjects: Sequence[Named]) -> str | None:
    """The hour at which the sun does what is said of it."""
    sun = next((named.verb for named in subjects if named.name == "sun"), None)
    return "dawn" if sun in RISES else "sunset" if sun in SETS else None


def _vague(terms: Mapping[str, Weather] | Mapping[str, Style]) -> tuple[str, ...]:
    """The terms that give way to others of their kind, the vaguest first."""
    vague = (term for term in terms.values() if term.vague)
    return tuple(term.name for term in sorted(vague, key=lambda term: -term.vague))


def _home(subjects: tuple[Subject, ...], relations: tuple[Relation, ...], weather: str | None) -> str:
    """Where the subjects live: a fish in a bowl where bowls are, a surfer where waves are."""
    places = [relation.object for relation in relations if relation.kind in _HOUSED]
    held = [relation.object for relation in relations if relation.kind == "holding"]
    for subject in sorted(subjects, key=lambda subject: subject.id not in places):
        if subject.id in held and subject.id not in places:
            continue
        acted = vocabulary().motions[subject.action]
        motion = acted if subject.doing or acted.weather else None
        if motion and motion.gait in ("walk", "run") and _floats(subject):
            continue
        works = "" if weather else WORKPLACES.get(subject.said or "", "")
        place = (motion and motion.home) or home(subject.name, subject.emoji) or works
        if place in vocabulary().places:
            return place
    usual = vocabulary().weathers[weather].home if weather else ""
    if usual in vocabulary().places:
        return usual
    if subjects and all(_is_ware(subject) for subject in subjects):
        return "studio"
    return "meadow" if subjects else "sky"


def _floats(subject: Subject) -> bool:
    """Whether it is usually on the water."""
    return subject.name in BEINGS and BEINGS[subject.name].action == "sail"


def _is_ware(subject: Subject) -> bool:
    """Whether it is something that is shown rather than met: food, clothes, tools, bottles, jewels."""
    return len(subject.emoji) == 1 and any(low <= ord(subject.emoji) <= high for low, high in _WARES)


def _of_the_sea(subjects: tuple[Subject, ...], relations: tuple[Relation, ...]) -> str:
    """The part of the sea that is shown: its beach where somebody walks, its depth where fish swim."""
    if _afoot(subjects, relations):
        return "beach"
    homes = [BEINGS.get(subject.name, DEFAULT).home for subject in subjects]
    swim = all(subject.action in ("swim", "float") for subject in subjects)
    return "underwater" if homes and swim and set(homes) == {"underwater"} else "sea"


def _afoot(subjects: tuple[Subject, ...], relations: tuple[Relation, ...]) -> bool:
    """Whether somebody is there who needs ground to stand on, and has nothing else."""
    carried = {relation.subject for relation in relations if relation.kind in _CARRIED}
    return any(
        lives(subject.name if subject.name in BEINGS else subject.emoji)
        and BEINGS.get(subject.name, DEFAULT).action in ("stand", "walk", "run", "dance")
        and vocabulary().motions[subject.action].footing == "ground"
        and subject.id not in carried
        for subject in subjects
    )


def _usual_weather(subjects: tuple[Subject, ...], setting: str, excluded: Sequence[str]) -> str:
    """It snows where somebody skis, unless the place has snow of its own, or a roof, or nobody wants it."""
    motions = [vocabulary().motions[subject.action] for subject in subjects]
    usual = next((motion.weather for motion in motions if motion.weather and motion.home != setting), "clear")
    return "clear" if vocabulary().places[setting].indoors or usual in excluded else usual


def _usual_time(setting: str, weather: str, said: Heard) -> str:
    if not said.anything:
        return "sunset"
    if any(named.name == "fireworks" for named in said.subjects):
        return "night"
    if vocabulary().places[setting].nightly or vocabulary().weathers[weather].nightly:
        return "night"
    in_town = vocabulary().is_at(setting, "city")
    if vocabulary().weathers[weather].lies == "wet" and in_town:
        return "night"
    dim = any(mention.value("light") == "low key" for mention in said.mentions)
    if dim and vocabulary().places[setting].indoors:
        return "night"
    if said.light in ("neon", "lamps", "fire") or (said.style == "neon" and in_town):
        return "night"
    return "sunset" if said.mood in ("epic", "dreamy", "melancholic") else "day"


def _stays(subject: Subject) -> bool:
    """Whether somebody does something where they are."""
    motion = vocabulary().motions[subject.action]
    elsewhere = motion.speed or motion.rises or motion.level or motion.gait == "ride"
    return motion.footing == "ground" and not elsewhere and lives(subject.emoji)


def usual_camera(subjects: tuple[Subject, ...]) -> str:
    """The camera move that suits what the subjects do; it follows nobody away from others who stay."""
    motions = vocabulary().motions
    suited = [move for subject in subjects if (move := motions[subject.action].camera)]
    if "tracking" in suited and any(subject.doing and _stays(subject) for subject in subjects):
        return "static"
    return "tracking" if "tracking" in suited else suited[0] if suited else "dolly in"
