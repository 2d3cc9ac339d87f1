"""The sets that the front matter of minutes names turned into sets of paragraphs, adjusted and announced each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from kallelse.model.finding import Finding, Place
from kallelse.model.record import Adjustment, HeldSitting, ParagraphSet, Posting, Signature, Stubs
from kallelse.read.frontmatter import FrontMatter, Location
from kallelse.read.meeting.people import people
from kallelse.read.record.presence import numbers_of
from kallelse.read.record.schema import AdjustmentFields, MinutesFields, ParagraphSetFields, SignatureFields

# What tells where the adjustment of all paragraphs stands, or would stand: the first of these that is there.
_WHERE = ("adjusted", "signatures", "adjusters", "reserve", "adjusted_at", "kept", "postings", "end", "sittings")


def read_sets(
    fields: MinutesFields, matter: FrontMatter, opened: dt.datetime
) -> tuple[tuple[ParagraphSet, ...], tuple[Finding, ...]]:
    """The sets, each with what is said of all where it says nothing itself; notes beside minutes have none."""
    if fields.notes:
        return (), ()
    if not fields.sets:
        return (_set(fields, fields, (), (), matter, opened),), ()
    sets: list[ParagraphSet] = []
    findings: list[Finding] = []
    for number, each in enumerate(fields.sets):
        location: Location = ("sets", number)
        numbers = numbers_of(each.paragraphs) if each.paragraphs else ()
        if numbers is None:
            place = Place(matter.path, matter.line((*location, "paragraphs")))
            findings.append(Finding("set-unread", place, {"text": each.paragraphs}))
        sets.append(_set(each, fields, numbers or (), location, matter, opened))
    return tuple(sets), tuple(findings)


def _set(
    own: AdjustmentFields,
    common: AdjustmentFields,
    numbers: tuple[int, ...],
    location: Location,
    matter: FrontMatter,
    opened: dt.datetime,
) -> ParagraphSet:
    said = own if isinstance(own, ParagraphSetFields) else ParagraphSetFields()
    here = location if own.postings else ()
    is_apart = own is not common and bool(own.start or own.end or own.place)
    return ParagraphSet(
        numbers=numbers,
        stated=said.paragraphs,
        is_immediate=said.immediate,
        reason=said.reason,
        adjustment=_adjustment(own, common),
        postings=tuple(
            Posting(each.board, each.date, each.removed, matter.line((*here, "postings", n)))
            for n, each in enumerate(own.postings or common.postings)
        ),
        kept=own.kept or common.kept,
        line=matter.line(location or next(((key,) for key in _WHERE if (key,) in matter.lines), ())),
        sitting=HeldSitting(own.start or opened, own.end, own.place) if is_apart else None,
        stubs=Stubs(own.stubs or common.stubs or Stubs.NONE.value),
        lines=_lines(location, matter),
    )


def _lines(location: Location, matter: FrontMatter) -> Mapping[str, int]:
    """The lines of the fields of a set, and of those said of all that it does not say itself."""
    found: dict[str, int] = {}
    for base in dict.fromkeys((location, ())):
        there = {each[len(base) :]: line for each, line in matter.lines.items() if each[: len(base)] == base}
        keys = {each[0] for each in there if each} & ParagraphSetFields.model_fields.keys() - found.keys()
        found |= {".".join(map(str, each)): line for each, line in there.items() if each and each[0] in keys}
    return found


def _adjustment(own: AdjustmentFields, common: AdjustmentFields) -> Adjustment:
    """Who adjusted, when and where: without a day of its own, when the last of them signed.

    When the set itself was signed tells more of it than a day that is said of all.
    """
    signatures = own.signatures or common.signatures
    said = None if any(each.at for each in own.signatures) else common.adjusted
    adjusted = own.adjusted or said or _last_of(signatures)
    moment = adjusted if isinstance(adjusted, dt.datetime) else None
    return Adjustment(
        date=moment.date() if moment is not None else adjusted,
        time=None if moment is None else moment.time(),
        place=own.adjusted_at or common.adjusted_at,
        adjusters=people(own.adjusters or common.adjusters),
        reserve=people(own.reserve or common.reserve),
        signatures=tuple(Signature(each.name, each.at, each.reference) for each in signatures),
    )


def _last_of(signatures: Sequence[SignatureFields]) -> dt.datetime | None:
    """When the last of them signed; None as long as somebody has not."""
    signed = [each.at for each in signatures if each.at is not None]
    return max(signed) if signed and len(signed) == len(signatures) else None
