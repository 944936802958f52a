"""Makes the lexicon's table of verbs of WordNet 3.0: by which action an English verb is played.

    python -m bench.wordverbs /usr/share/wordnet

A verb's action is that of the nearest hypernym of its first sense that `ANCHORS` has, else that of the
lexicographer's file of that sense. Files of what cannot be seen (having, being, feeling) have none: of those,
the words under `seen` alone are listed. WordNet is Princeton University's; see NOTICE.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import defaultdict
from pathlib import Path

from bench.wordnet import is_common
from kinema.engines.animatic.lexicon.verbs import TABLE

_CHOICES = tomllib.loads(Path(__file__).with_name("wordnet.toml").read_text())["verbs"]
FILES: dict[str, str] = _CHOICES["files"]
ANCHORS: dict[str, str] = _CHOICES["anchors"]
SEEN: dict[str, str] = _CHOICES["seen"]
UNSEEN = frozenset(_CHOICES["unseen"].split())

RAREST = 2.5
"""How common a verb must be to be listed, on Zipf's scale."""
RARELY = 12
"""How many times as often a word that is hardly a verb is something else: such are left out."""


def _hypernyms(folder: Path) -> dict[str, list[str]]:
    """What each synset of verbs is a way of."""
    found: dict[str, list[str]] = {}
    for line in (folder / "data.verb").read_text().splitlines():
        if line.startswith("  "):
            continue
        fields = line.split(" | ")[0].split()
        at = 4 + 2 * int(fields[3], 16)
        pointers = [fields[at + 1 + 4 * n : at + 5 + 4 * n] for n in range(int(fields[at]))]
        found[fields[0]] = [target for kind, target, part, _ in pointers if kind == "@" and part == "v"]
    return found


def verbs(folder: Path) -> dict[str, tuple[str, bool]]:
    """Every verb with the action that plays it, and whether the word is something else oftener."""
    senses: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    times: dict[str, int] = defaultdict(int)
    others: dict[str, int] = defaultdict(int)
    for line in (folder / "index.sense").read_text().splitlines():
        key, synset, number, often = line.split()
        word, _, rest = key.partition("%")
        if rest[0] == "2":
            senses[word].append((int(number), synset, rest.split(":")[1]))
            times[word] += int(often)
        else:
            others[word] += int(often) + 1
    above = _hypernyms(folder)
    anchors = {
        sorted(senses[word])[int(number) - 1][1]: action
        for action, words in ANCHORS.items()
        for word, number in (anchor.split("#") for anchor in words.split())
    }
    found: dict[str, tuple[str, bool]] = {}
    seen = {word: action for action, words in SEEN.items() for word in words.split()}
    for word in sorted(senses.keys() | seen.keys()):
        if not (word.isalpha() and word.isascii() and len(word) > 1) or word in UNSEEN:
            continue
        _, synset, file = min(senses[word], default=(0, "", ""))
        action = seen.get(word) or _anchored(synset, anchors, above) or FILES.get(file)
        seldom = others[word] > RARELY * (times[word] + 1)
        if action and (word in seen or (not seldom and is_common(word, RAREST))):
            found[word] = action, others[word] > times[word]
    return found


def _anchored(synset: str, anchors: dict[str, str], above: dict[str, list[str]]) -> str | None:
    """The action of the nearest synset above that has one."""
    known, row = {synset}, [synset]
    while row:
        if action := next((anchors[one] for one in row if one in anchors), None):
            return action
        row = [up for one in row for up in above.get(one, ()) if not (up in known or known.add(up))]  # type: ignore[func-returns-value]
    return None


def main() -> None:
    """Write the table: a line for each action, its verbs behind it; "?" ends what is another word oftener."""
    parser = argparse.ArgumentParser(prog="python -m bench.wordverbs", description=__doc__)
    parser.add_argument("folder", type=Path, help="of WordNet's data.verb and index.sense")
    rows: dict[str, list[str]] = defaultdict(list)
    for word, (action, doubtful) in verbs(parser.parse_args().folder).items():
        rows[action].append(word + "?" * doubtful)
    TABLE.write_text("".join(f"{action}: {' '.join(words)}\n" for action, words in sorted(rows.items())))
    print(f"{sum(map(len, rows.values()))} verbs, {TABLE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
