"""Words that are not to be published turned into what finds them in a text, however they are typed there."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import cache
from urllib.parse import unquote

from kallelse.model.fold import plain
from kallelse.model.record import Paragraph

# Between the letters of a word: marks of emphasis, letters without width, a hyphen at the end of a line.
_INSIDE = "(?:[*_~\u00ad\u200b-\u200d\u2060]|&shy;|-[ ]*\n[ \t>]*)*"
# Between two words: what is no letter of either.
_BETWEEN = "(?:[\\s*_~>\\\\\u00ad\u200b-\u200d\u2060\u2010-\u2015\u2212-]|&nbsp;|<br ?/?>)*"
_APART = re.compile("[\\s\u2010-\u2015\u2212-]+")
# Shorter words begin too many others for those to be taken out whole.
_SHORT = 4
_LETTER = "[^\\W_]"


def taken_out(text: str, hidden: Sequence[str], phrase: str) -> str:
    """`text` with `phrase` for each of the `hidden` words, and as many lines as before."""
    pattern = _pattern(tuple(hidden))
    return text if pattern is None else pattern.sub(lambda found: phrase + "\n" * found[0].count("\n"), text)


def shows(paragraph: Paragraph, hidden: Sequence[str]) -> bool:
    """Whether any of the `hidden` words is left in a paragraph: its text, its addresses, or across its parts."""
    pattern = _pattern(tuple(hidden))
    if pattern is None:
        return False
    notes = (plain(note.content) for note in paragraph.body.notes)
    texts = (plain(paragraph.body.blocks), *notes, *_strings(paragraph))
    # An address spells some of its letters as numbers.
    spelt = (form for text in texts for form in (text, unquote(text)))
    return any(pattern.search(unicodedata.normalize("NFC", text)) for text in spelt)


@cache
def _pattern(hidden: tuple[str, ...]) -> re.Pattern[str] | None:
    """What finds them: each from the beginning of a word to the end of one, an `s` of the genitive with it."""
    found: list[str] = []
    for typed in sorted(hidden, key=len, reverse=True):
        words = [word for word in _APART.split(unicodedata.normalize("NFC", typed)) if word]
        if words:
            end = f"(?:{_LETTER}|\u00ad)*" if len(words[-1]) >= _SHORT else f"(?:['\u2019]?s)?(?!{_LETTER})"
            found.append(_BETWEEN.join(_INSIDE.join(map(re.escape, word)) for word in words) + end)
    return re.compile(f"(?<!{_LETTER})(?:{'|'.join(found)})", re.IGNORECASE) if found else None


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _strings(each)
    elif dataclasses.is_dataclass(value) and not isinstance(value, Enum):
        for field in dataclasses.fields(value):
            yield from _strings(getattr(value, field.name))
