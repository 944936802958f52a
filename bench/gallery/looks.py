"""What somebody saw who looked at the films: `looked.toml`, by prompt, date and version of the engine."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

LOOKED = Path(__file__).with_name("looked.toml")


@dataclass(frozen=True)
class Look:
    """Whether an element was seen or heard, and what there is to say of it."""

    seen: bool
    remark: str
    on: date
    version: str


Looks = Mapping[tuple[str, str], Look]
"""By a prompt's id and the element."""


def looks(path: Path = LOOKED) -> Looks:
    """The latest look at each element."""
    found: dict[tuple[str, str], Look] = {}
    entries = tomllib.loads(path.read_text()).get("look", [])
    for entry in sorted(entries, key=lambda entry: entry["on"]):
        for element, said in entry["elements"].items():
            look = Look(said["seen"], said.get("remark", ""), entry["on"], entry["engine"])
            found[entry["prompt"], element] = look
    return found
