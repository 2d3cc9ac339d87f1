"""The fields of minutes, declared once."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from kallelse.read.fields import Fields
from kallelse.read.fieldtypes import TEXT, Clock, Date, DayOrMoment, Line, Moment, Or, Several
from kallelse.read.record.line import attendee
from kallelse.read.schema import PersonField, PersonFields, SittingFields


class AttendeeFields(PersonFields):
    """Who attended: a deputy serves `for` a member, or for a seat that is vacant."""

    kind_ = "attendee"

    paragraphs: Line = ""
    for_: Annotated[Line, Field(alias="for")] = ""
    group: Line = ""


AttendeeField = Annotated[AttendeeFields, BeforeValidator(attendee), Or(lambda _: dict(TEXT))]


class PostingFields(Fields):
    kind_ = "posting"

    board: Line = ""
    date: Date
    removed: Date | None = None


class SignatureFields(Fields):
    kind_ = "signature"

    name: Line
    at: Moment | None = None
    reference: Line = ""


class HeldFields(SittingFields):
    kind_ = "held"

    place: Line = ""


class AdjustmentFields(Fields):
    """What is said of one set of paragraphs, or of all of them where there is but one."""

    kind_ = "adjustment"

    start: Moment | None = None
    end: Moment | None = None
    place: Line = ""
    chair: Several[AttendeeField] = []
    secretary: Several[AttendeeField] = []
    members: Several[AttendeeField] = []
    serving: Several[AttendeeField] = []
    deputies: Several[AttendeeField] = []
    others: Several[AttendeeField] = []

    adjusted: DayOrMoment | None = None
    adjusted_at: Line = ""
    adjusters: Several[PersonField] = []
    reserve: Several[PersonField] = []
    signatures: Several[SignatureFields] = []
    postings: Several[PostingFields] = []
    kept: Line = ""
    stubs: Literal["none", "contents", "text"] | None = None


class ParagraphSetFields(AdjustmentFields):
    kind_ = "set"

    paragraphs: Line = ""
    immediate: bool = False
    reason: Line = ""


class CorrectionFields(Fields):
    kind_ = "correction"

    paragraph: Annotated[int, Field(ge=0)] = 0
    date: Date
    by: Line
    text: Line


class AdjournmentFields(Fields):
    kind_ = "adjournment"

    start: Clock
    end: Clock | None = None
    paragraph: Annotated[int, Field(ge=0)] = 0


class MinutesFields(AdjustmentFields):
    kind_ = "minutes"

    sittings: Several[HeldFields] = []
    form: Literal["in_person", "digital", "hybrid", "circulation"] = "in_person"
    notes: bool = False
    adjournments: Several[AdjournmentFields] = []
    first: Annotated[int, Field(ge=1)] | None = None
    numbering: Line = ""
    sets: Several[ParagraphSetFields] = []
    corrections: Several[CorrectionFields] = []
