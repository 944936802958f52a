"""Makes the lexicon's table of nouns of WordNet 3.0: which drawable subject plays what an English noun names.

    python -m bench.wordnet /usr/share/wordnet

A noun's player is that of the nearest hypernym of its everyday sense that `ANCHORS` has. What has none is no
subject: places, substances, feelings. WordNet is Princeton University's; see NOTICE.
"""

from __future__ import annotations

import argparse
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kinema.engines.animatic.lexicon.index import index
from kinema.engines.animatic.lexicon.nouns import ENGLISH
from kinema.engines.animatic.reading.words import spellings

_CHOICES = tomllib.loads(Path(__file__).with_suffix(".toml").read_text())
ANCHORS: dict[str, str] = _CHOICES["anchors"]
COMPOUNDS = frozenset(_CHOICES["words"]["compounds"])
NOT_MEANT = frozenset(_CHOICES["words"]["not_meant"].split())

RAREST = 2.0
"""How common a word must be to be listed: once in ten million words (Zipf's scale)."""


@dataclass(frozen=True)
class Sense:
    """One sense of a noun: its synset, and how often texts were tagged with it."""

    synset: str
    times: int


class WordNet:
    """The nouns of WordNet's database files."""

    def __init__(self, folder: Path) -> None:
        self.senses: dict[str, list[Sense]] = defaultdict(list)
        self.otherwise: dict[str, int] = defaultdict(int)
        """How often a word was tagged as another part of speech, and once more where it may be one."""
        self.capital: set[str] = set()
        self._above: dict[str, list[str]] = {}
        self.rude: set[str] = set()
        for line in (folder / "data.noun").read_text().splitlines():
            if not line.startswith("  "):
                if _RUDE.search(line.split(" | ")[1]):
                    self.rude.add(line[:8])
                synset, above = _hypernyms(line.split(" | ")[0].split())
                self._above[synset] = above
                names = line.split()[4 : 4 + 2 * int(line.split()[3], 16) : 2]
                self.capital.update(f"{synset} {name.lower()}" for name in names if name[0].isupper())
        for line in (folder / "index.sense").read_text().splitlines():
            key, synset, _, times = line.split()
            word, part = key.split("%")[0], key.split("%")[1][0]
            if part == "1":
                self.senses[word].append(Sense(synset, int(times)))
            else:
                self.otherwise[word] += int(times) + 1
        for line in (folder / "index.noun").read_text().splitlines():
            if not line.startswith("  "):  # the order of senses is told here
                word, *rest = line.split()
                order = [field for field in rest if len(field) == 8 and field.isdigit()]
                self.senses[word].sort(key=lambda sense: order.index(sense.synset))

    def is_name(self, synset: str, lemma: str) -> bool:
        """Whether a word is written with a capital letter in a sense; breeds of animals are."""
        return f"{synset} {lemma}" in self.capital and not 1_300_000 < int(synset) < 2_700_000

    def above(self, synset: str) -> Iterator[str]:
        """A synset and what it is a kind of, the nearest first."""
        seen, row = {synset}, [synset]
        while row:
            yield from row
            row = [up for one in row for up in self._above[one] if not (up in seen or seen.add(up))]  # type: ignore[func-returns-value]


def _hypernyms(fields: list[str]) -> tuple[str, list[str]]:
    at = 4 + 2 * int(fields[3], 16)
    pointers = [fields[at + 1 + 4 * n : at + 5 + 4 * n] for n in range(int(fields[at]))]
    return fields[0], [target for kind, target, part, _ in pointers if kind == "@" and part == "n"]


def players(net: WordNet) -> dict[str, str]:
    """Every noun that somebody plays, and who."""
    anchors = {
        net.senses[word][int(number) - 1].synset: name
        for name, words in ANCHORS.items()
        for word, number in (anchor.split("#") for anchor in words.split())
    }
    known = index().meanings
    found: dict[str, str] = {}
    for lemma in sorted(net.senses, key=lambda lemma: ("_" in lemma, lemma)):
        word = lemma.replace("_", " ")
        if word in NOT_MEANT or "-" in word:
            continue
        if (
            any(spelling in known for spelling, _ in spellings(word))
            or not word.replace(" ", "").replace("-", "").isalpha()
            or len(word) < 3
        ):
            continue
        name = _player(net, lemma, anchors)
        if not name or not is_common(word, RAREST if " " not in word else 3.5):
            continue
        head = re.split("[ -]", word)[-1]
        if head != word and word not in COMPOUNDS and (head in found or _known_player(head)):
            continue  # the last word says it
        found[word] = name
    return found


def _player(net: WordNet, lemma: str, anchors: dict[str, str]) -> str | None:
    """Who plays the everyday sense of a noun: its first that is played, where no other is said oftener."""
    senses = [sense for sense in net.senses[lemma] if not net.is_name(sense.synset, lemma)]
    if any(sense.synset in net.rude for sense in senses):
        return None
    played = [
        (sense.times, next((anchors[up] for up in net.above(sense.synset) if up in anchors), None))
        for sense in senses
    ]
    every = sum(times for times, _ in played)
    best = next(((times, name) for times, name in played if name), None)
    if best is None:
        return None
    if not every:  # of senses that are told apart by nothing, a thing is plainer than who works with it
        names = [name for _, name in played]
        return next((n for n in names[:3] if n and n not in _FOLK), None) or (names[0] or names[-1])
    share = sum(times for times, name in played if name) / every
    return best[1] if share >= 0.5 else None


def _known_player(word: str) -> str | None:
    """Who plays a word that the tables have."""
    meanings = index().meanings.get(word, ())
    return next((meaning.value for meaning in meanings if meaning.kind == "subject"), None)


_RUDE = re.compile(
    r"slur|offensive|obscene|vulgar|derogat|disparag|contempt|insult|prostitut|sexual|terms? of abuse"
)
"""In the gloss of a word that nobody should be called."""
_FOLK = frozenset(("person", "man", "woman"))


def is_common(word: str, rarest: float) -> bool:
    """Whether every part of a word or phrase is at least that common, on Zipf's scale."""
    from wordfreq import zipf_frequency  # type: ignore[import-not-found]  # only whoever makes the table has it

    return bool(min(zipf_frequency(part, "en") for part in word.split()) >= rarest)


def main() -> None:
    """Write the table: a line for each player, its nouns behind it; those that are other words too in "?"."""
    parser = argparse.ArgumentParser(prog="python -m bench.wordnet", description=__doc__)
    parser.add_argument("folder", type=Path, help="of WordNet's data.noun and index.sense")
    net = WordNet(parser.parse_args().folder)
    ENGLISH.write_text("")  # what is in it is known as well
    rows: dict[str, list[str]] = defaultdict(list)
    for word, name in players(net).items():
        often = sum(sense.times for sense in net.senses[word.replace(" ", "_")])
        doubtful = net.otherwise.get(word.replace(" ", "_"), 0) > often
        rows[name].append(word.replace(" ", "_") + "?" * doubtful)
    ENGLISH.write_text("".join(f"{name}: {' '.join(words)}\n" for name, words in sorted(rows.items())))
    print(f"{sum(map(len, rows.values()))} nouns, {ENGLISH.stat().st_size} bytes")


if __name__ == "__main__":
    main()
