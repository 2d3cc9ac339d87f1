"""Words that are not to be published turned into what finds them in a text, however they are typed there."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import Enum
from functools import cache
from typing import cast
from urllib.parse import unquote

from kallelse.model.fold import plain
from kallelse.model.person import Person
from kallelse.model.presence import Bound
from kallelse.model.record import Attendee, Minutes, Paragraph, ParagraphSet, Posting

# Letters without width, and those that say which way a text runs.
_UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
# Between the letters of a word: marks of emphasis, what is not seen, a hyphen at the end of a line.
_INSIDE = f"(?:[*_~{_UNSEEN}]|&shy;|-[ ]*\n[ \t>]*)*"
# Between two words: what is no letter of either; of what ends a sentence only that which stands in an address.
_BETWEEN = f"(?:[\\s*_~>\\\\{_UNSEEN}\u2010-\u2015\u2212-]|&nbsp;|<br ?/?>|(?<=\\S)[.+/](?=\\S))*"
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


def without_hidden(minutes: Minutes, public: Callable[[str], str]) -> Minutes:
    """What is said of a meeting before its paragraphs are read, with `public` of every text.

    Who decides, keeps the minutes and adjusts is named all the same, who else attended is not.
    """
    scrubbed = cast(Minutes, _scrubbed(minutes, public))
    others = tuple(
        replace(each, person=replace(each.person, name=public(each.person.name), party=public(each.person.party)))
        for each in scrubbed.attendance.others
    )
    return replace(scrubbed, attendance=replace(scrubbed.attendance, others=others))


# What is the reader's own, and what others are looked up by.
_KEPT: Mapping[type, tuple[str, ...]] = {
    Minutes: ("path", "folder", "paragraphs", "body", "preamble", "items", "lines"),
    ParagraphSet: ("pdf", "lines"),
    Person: ("name", "party"),
    Attendee: ("seat",),
    Posting: ("board",),
    Bound: ("item",),
}


def _scrubbed(value: object, public: Callable[[str], str]) -> object:
    if isinstance(value, str):
        return public(value)
    if isinstance(value, tuple):
        return tuple(_scrubbed(each, public) for each in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        names = (field.name for field in dataclasses.fields(value) if field.name not in _KEPT.get(type(value), ()))
        return replace(value, **{name: _scrubbed(getattr(value, name), public) for name in names})
    # A field of any other kind might hold words.
    assert value is None or isinstance(value, int | dt.date | dt.time | Enum), type(value)
    return value


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _strings(each)
    elif dataclasses.is_dataclass(value) and not isinstance(value, Enum):
        for field in dataclasses.fields(value):
            yield from _strings(getattr(value, field.name))
