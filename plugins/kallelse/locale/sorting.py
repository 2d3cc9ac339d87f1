"""Words into keys that sort them as a reader of the language expects, the same on every machine."""

from __future__ import annotations

import re
import unicodedata

from kallelse.model.settings import Language

# Swedish: å, ä, ö are letters of their own after z; Danish and Norwegian æ and ø stand with ä and ö.
_SWEDISH = str.maketrans({"å": "\uffff1", "ä": "\uffff2", "æ": "\uffff2", "ö": "\uffff3", "ø": "\uffff3"})
_PARTS = re.compile(r"(\d+)")

Key = tuple[tuple[tuple[int, int, str], ...], str]


def key(text: str, language: Language) -> Key:
    """A key for `sorted`: letters by the alphabet, case and accents aside, runs of figures by their value.

    Figures stand before letters, so `Bilaga 2` stands before `Bilaga 10`; texts that differ only in case or
    accents are told apart by their own letters last, so that the order never depends on how they were found.
    """
    folded = unicodedata.normalize("NFC", text).casefold()
    if language == "sv":
        folded = folded.translate(_SWEDISH)
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(letter))
    parts = _PARTS.split(plain)
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part), text
