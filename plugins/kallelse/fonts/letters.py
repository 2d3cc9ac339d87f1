"""One text turned into findings for letters that no shipped face has or that nobody can see."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from kallelse.fonts import coverage
from kallelse.model.finding import Finding, Place

# What nearly every text is made of, which every face has.
ORDINARY = re.compile("[\n -~\u00a0åäöÅÄÖéÉüÜ§–−”’…]*")
# Unicode's Bidi_Control: they turn the order of what is read round while the letters stay as they are.
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def letter_findings(place: Place, text: str, *, printed: bool = True) -> Iterator[Finding]:
    """Findings about the letters of one text; one that is not `printed` needs no face."""
    if ORDINARY.fullmatch(text):
        return
    for letter in dict.fromkeys(_BIDI.findall(text)):
        yield Finding("letter-bidi", place, _told(letter))
    for letter in coverage.invisible(text):
        if not _BIDI.match(letter):
            yield Finding("letter-invisible", place, _told(letter))
    if printed:
        for letter in coverage.missing(text):
            yield Finding("letter-missing", place, {"letter": letter, **_told(letter)})


def _told(letter: str) -> dict[str, str]:
    """How to name a letter, or one with its marks, to a reader who may not see it."""
    codes = " ".join(f"U+{ord(part):04X}" for part in letter)
    names = ", ".join(unicodedata.name(part, "") for part in letter)
    return {"code": codes, "names": names.strip(", ") or codes}
