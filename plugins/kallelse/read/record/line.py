"""A line that names one who attended, as minutes have it, turned into the fields of that person."""

from __future__ import annotations

import re

from kallelse.locale.record import SERVING_FOR
from kallelse.read.fieldtypes import person
from kallelse.read.record.presence import BEGINS

_SURE, _PLAIN = SERVING_FOR
# A place may stand beside the party: `Leila Haddad (V, Norrsala)`.
_SEAT = r"(?P<seat>[^,()]+(?:\([^()]*\)[^,()]*)*)$"
_BRACKETS = re.compile(r"\([^()]*\)")
_FOR = re.compile(rf",?\s+(?:{'|'.join(map(re.escape, _SURE))})\s+{_SEAT}", re.IGNORECASE)
# A title may say `chef för skolan`; right after the name it is a seat.
_PLAIN_FOR = re.compile(rf"(?<!,)\s+(?:{'|'.join(map(re.escape, _PLAIN))})\s+{_SEAT}")


def attendee(value: object) -> object:
    """A mapping as it is; `Erik Dahl (S) för Mats Öberg (S), §§ 21–24` as one."""
    if not isinstance(value, str):
        return value
    said = " ".join(value.split())
    fields: dict[str, object] = {}
    if found := BEGINS.search(said):
        fields["paragraphs"], said = found["said"], said[: found.start()]
    found = _FOR.search(said)
    if (
        found is None
        and (plain := _PLAIN_FOR.search(said)) is not None
        and "," not in _BRACKETS.sub("", said[: plain.start()])
    ):
        found = plain
    if found is not None:
        fields["for"], said = found["seat"], said[: found.start()].rstrip(",")
    named = person(said)
    return {**named, **fields} if isinstance(named, dict) else named
