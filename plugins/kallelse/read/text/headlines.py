"""The lines in a fence turned into its head lines, `rubrik: …` and `not: …`, and the lines that come after them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from kallelse.locale.words import CAPTION_LINES, NOTE_LINES, TABLE_SOURCES
from kallelse.model.finding import Finding, Place

_HEAD_LINE = re.compile(r"(?P<key>[^\W\d_]+)\s*:\s*(?P<value>.*)")


@dataclass(frozen=True, slots=True)
class Head:
    """What the head lines say, with the line of each."""

    caption: str = ""
    caption_line: int = 0
    note: str = ""
    note_line: int = 0


def read_head(
    lines: Sequence[str], first_line: int, path: str, *, noted: bool
) -> tuple[Head, tuple[str, ...], int, tuple[Finding, ...]]:
    """The head, the lines after it, the number of the first of them, and findings.

    The head ends before the first line that is no head line; with `noted` it may have a note, and a source, which
    keeps its word and stands last in the note.
    """
    known = dict.fromkeys(CAPTION_LINES, "caption")
    if noted:
        known |= dict.fromkeys(NOTE_LINES, "note") | {word.lower(): "source" for word in TABLE_SOURCES}
    values: dict[str, tuple[str, int]] = {}
    findings: list[Finding] = []
    at = 0
    while at < len(lines) and (match := _HEAD_LINE.fullmatch(lines[at].strip())):
        key, place = match["key"].lower(), Place(path, first_line + at)
        name = known.get(key)
        if name is None:
            words = {"word": match["key"]}
            if near := get_close_matches(key, known, 1, 0.6):
                findings.append(Finding("fence-head", place, {**words, "near": near[0]}))
            else:
                findings.append(Finding("fence-head-listed", place, {**words, "known": ", ".join(known)}))
        elif name in values:
            findings.append(Finding("fence-head-twice", place, {"word": match["key"]}))
        else:
            said = match["value"] if name != "source" else f"{key.capitalize()}: {match['value']}"
            values[name] = said, first_line + at
        at += 1
    notes = [values[name] for name in ("note", "source") if name in values]
    note = (" ".join(text for text, _ in notes), notes[0][1]) if notes else ("", 0)
    head = Head(*values.get("caption", ("", 0)), *note)
    return head, tuple(lines[at:]), first_line + at, tuple(findings)
