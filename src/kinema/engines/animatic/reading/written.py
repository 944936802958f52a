"""Text that a prompt wants to be read: in quotation marks of any kind, or after "that says"."""

from __future__ import annotations

import re
from typing import NamedTuple

_SAYS = r"(?:\b(?:reading|reads|saying|says|written|words?|text|titled|labell?ed)\s*[:,]?\s*|写着\s*)?"
_MARKS = (
    r"[\"“„「『]([^\"“”„「」『』\n]{1,60})[\"”“」』]",
    r"[«‹]\s*([^«»‹›\n]{1,60}?)\s*[»›]",
    r"(?<![A-Za-z0-9])[‘']([^‘'’\n](?:[^‘'’\n]|['’](?=\w)){0,59})['’](?![A-Za-z0-9])",
)
_QUOTED = re.compile(_SAYS + "(?:" + "|".join(_MARKS) + ")", re.IGNORECASE)
_TITLE = re.compile(
    r"\b(?:title|titled|caption|captioned|subtitles?|credits|intro text|logo)\b|标题|片名|字幕|题为|片头",
    re.IGNORECASE,
)
"""Words beside a quoted text that make it a title over the picture."""
_BOOK = re.compile(r"《([^《》\n]{1,60})》")
"""Names of books and films: text where they are said to be a title."""
_NAME = r"[A-Z0-9][\w'’!?-]*(?: [A-Z0-9&][\w'’!?-]*){0,7}"
"""Words that all begin with a capital letter."""
_BOARDS = (
    r"(?:sign|banner|board|poster|billboard|card|letters|screen|plaque|flag|placard|cake|signpost|label)s?"
)
_UNQUOTED = re.compile(
    r"\b(?:that|which|and) (?:says|reads|spells(?: out)?) (" + _NAME + r")"
    r"|\b"
    + _BOARDS
    + r" (?:says|saying|reads|reading|announcing|advertising|spelling(?: out)?) ("
    + _NAME
    + r")"
    r"|\b" + _BOARDS + r" (?:\w+ ){1,3}(?:says|reads) ([A-Z]{2,}(?: [A-Z]{2,})*)\b"
    r"|\b" + _BOARDS + r":? ([A-Z]{2,}(?: [A-Z]{2,})*)\b"
    r"|\b(?:titled|labell?ed|marked|spelling(?: out)?|(?:with|bearing) the (?:text|title|words?)) ("
    + _NAME
    + r")"
    r"|\b[Tt]itle card[:,]? (" + _NAME + r")|\b[Tt]he words? (" + _NAME + r")"
    r"|\b(?:[Tt]itle|[Tt]ext|[Ll]ogo): (" + _NAME + r")"
    r"|\b(?:[Cc]aption|[Ss]ubtitle)s?(?:: | reads | says )([^,.;:\n]{1,40})"
    r"|(?:^|[,.;] )(?!An? |The )(" + _NAME + r") (?:text|title|lettering|caption)\b"
    r"|写着(?:[:：]\s*)?([\u4e00-\u9fffA-Za-z0-9]{1,20}?)(?=的|[一二两三四五六七八九十几]个大?字|[，。,；;！!]|\s|$)"
    r"|(?:标题|片名|字幕|文字)[:：]\s*([^\s，。,；;“”]{1,20})"
    r"|[印刻绣刷]着([A-Z][A-Za-z0-9]{0,19}(?: [A-Z][A-Za-z0-9]*){0,5})"
)
_BESIDE = 24
"""Characters before and after a text in which what makes it a title is looked for."""


class Written(NamedTuple):
    """A text to be read, whether it is a title, and from where to where the prompt speaks of it."""

    text: str
    titled: bool
    start: int
    end: int


def written(prompt: str) -> Written | None:
    """The first text that is quoted; else what is said to be written, without marks."""
    for pattern in (_QUOTED, _BOOK, _UNQUOTED):
        for found in pattern.finditer(prompt):
            titled = _is_title(prompt, found)
            if pattern is not _BOOK or titled:
                text = next(group for group in found.groups() if group)
                return Written(text, titled, found.start(), found.end())
    return None


def _is_title(prompt: str, found: re.Match[str]) -> bool:
    start, end = found.span()
    return bool(
        _TITLE.search(prompt, max(start - _BESIDE, 0), start)
        or _TITLE.search(prompt, end, end + _BESIDE)
        or _TITLE.match(prompt, start)
    )
