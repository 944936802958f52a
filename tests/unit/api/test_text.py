"""Texts: what the schema says of them is what is taken."""

from __future__ import annotations

import re
import sys

from kinema.api.fields import text, text_of
from kinema.errors import InvalidRequest

_SPACE = r"\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"


def test_a_text_of_space_alone_is_none_to_the_schema_too() -> None:
    """Of every character there is, both say the same: whoever goes by the document is not refused. Patterns
    of JSON Schema are ECMAScript's (ECMA-262, 22.2.2.9), whose space is not quite Python's."""
    pattern = re.compile(text_of(9, "A text")["pattern"].replace(r"\s", _SPACE))
    texts = [chr(n) for n in range(1, sys.maxunicode + 1) if not 0xD800 <= n <= 0xDFFF]
    differ = [character for character in texts if _taken(character) != bool(pattern.search(character))]
    assert differ == []


def _taken(character: str) -> bool:
    try:
        text(character, "prompt", 9)
    except InvalidRequest:
        return False
    return True
