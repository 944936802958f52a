"""English verbs that are not inflected by rule: their past and their past participle."""

# ruff: noqa: E501 - a table is read by its rows
from __future__ import annotations

_FORMS = """
awake awoke awoken, bear bore borne, beat beat beaten, begin began begun, bend bent, bite bit bitten, bleed bled, blow blew blown, break broke broken,
breed bred, bring brought, build built, burn burnt, burst burst, buy bought, catch caught, choose chose chosen, cling clung, come came, creep crept,
cut cut, deal dealt, dig dug, dive dove, do did done, draw drew drawn, dream dreamt, drink drank drunk, drive drove driven, dwell dwelt, eat ate eaten,
fall fell fallen, feed fed, feel felt, fight fought, find found, flee fled, fling flung, fly flew flown, forget forgot, freeze froze frozen, get got,
give gave given, go went gone, grind ground, grow grew grown, hang hung, hide hid hidden, hold held, kneel knelt, knit knit, lay laid, lead led, lean leant,
leap leapt, leave left, lie lay lain, light lit, make made, meet met, mow mown, outrun outran, overtake overtook, put put, read read, ride rode ridden,
ring rang rung, rise rose risen, run ran, saw sawn, say said, see saw seen, seek sought, sell sold, sew sewn, shake shook shaken, shine shone,
shoot shot, show shown, shrink shrank, sing sang sung, sink sank sunk, sit sat, slay slew slain, sleep slept, slide slid, sling slung, slink slunk,
smell smelt, sneak snuck, sow sown, speak spoke spoken, speed sped, spell spelt, spend spent, spill spilt, spin spun, spit spat, spread spread,
spring sprang sprung, stand stood, steal stole stolen, stick stuck, sting stung, stride strode stridden, strike struck, string strung, sweep swept,
swell swollen, swim swam swum, swing swung, take took taken, teach taught, tear tore torn, tell told, think thought, throw threw thrown, tread trod trodden,
wake woke woken, wear wore worn, weave wove woven, weep wept, win won, wind wound, wring wrung, write wrote written
"""

IRREGULAR: dict[str, tuple[str, ...]] = {
    verb: tuple(forms) for verb, *forms in (entry.split() for entry in _FORMS.split(","))
}
"""Their forms that do not end in -ed, by the verb; those that are other words too are left to the tables."""
