"""The fields of each kind of front matter, declared once, and values turned into them with findings."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BeforeValidator, Field, ValidationError
from pydantic_core import ErrorDetails

from kallelse.locale.fields import meant_field, meant_value
from kallelse.model.finding import Finding, Place
from kallelse.read.fields import Fields
from kallelse.read.fieldtypes import (
    TEXT,
    Date,
    Ground,
    Line,
    Moment,
    Number,
    Or,
    Several,
    Slug,
    Tongue,
    named,
    person,
)
from kallelse.read.frontmatter import FrontMatter, Location


class PersonFields(Fields):
    kind_ = "person"

    name: Line
    title: Line = ""
    party: Line = ""
    place: Line = ""


PersonField = Annotated[PersonFields, BeforeValidator(person), Or(lambda _: dict(TEXT))]


class BoardFields(Fields):
    """A notice board; a plain text is its name."""

    kind_ = "board"

    name: Line
    since: Annotated[Date | None, Field(alias="from")] = None
    until: Date | None = None


BoardField = Annotated[BoardFields, BeforeValidator(named("name")), Or(lambda _: dict(TEXT))]


class CommitteeFields(Fields):
    kind_ = "committee"

    title: Line
    short: Line = ""
    municipalities: Several[Line] = []
    series: Several[Line] = []
    standing: Several[Number] = []
    boards: Several[BoardField] = []
    council: bool = False
    agenda: list[Literal["number", "title", "presenter", "dnr", "proposal", "minutes", "pages"]] | None = None
    members: Several[PersonField] = []
    deputies: Several[PersonField] = []
    moved_from: Several[Line] = []


class SittingFields(Fields):
    kind_ = "sitting"

    start: Moment
    end: Moment | None = None


class AgendaItemFields(Fields):
    kind_ = "row"

    case: Line | None = None
    group: Line | None = None
    formality: Line | None = None
    break_: Annotated[Line | None, Field(alias="break")] = None
    numbered: bool | None = None
    minutes: Annotated[int, Field(ge=0)] | None = None


class ChangeFields(Fields):
    """What was added, replaced or withdrawn after the summons went out, and why."""

    kind_ = "change"

    document: Line
    date: Date
    reason: Line
    withhold: bool | None = None


class IssuedDocumentFields(Fields):
    document: Line = ""
    title: Line = ""
    number: Line = ""
    pages: Line
    digest: Line = ""
    vacant: Annotated[int, Field(ge=0)] = 0


class IssuedCaseFields(Fields):
    case: Line = ""
    row: Line = ""
    number: Line = ""
    attachments: list[str] = []
    left: list[int] = []


class IssuedRowFields(Fields):
    case: Line = ""
    number: Line = ""
    digest: Line
    titled: bool = False


class IssueFields(Fields):
    date: Date
    meeting: Line = ""
    sha256: Line
    withheld: bool = False
    renumbered: bool = False
    agenda: list[IssuedRowFields] = []
    cases: list[IssuedCaseFields]
    documents: list[IssuedDocumentFields]


class IssuesFields(Fields):
    """What `kallelse issue` writes of what went out."""

    issues: list[IssueFields]


class MeetingFields(Fields):
    kind_ = "meeting"

    start: Moment | None = None
    end: Moment | None = None
    sittings: Several[SittingFields] = []
    title: Line = ""
    place: Line = ""
    chair: PersonField | None = None
    secretary: PersonField | None = None
    adjusters: Several[PersonField] = []
    reserve: Several[PersonField] = []
    recipients: Several[Line] = []
    copies: Several[Line] = []
    issued: Date | None = None
    status: Literal["cancelled", "postponed"] | None = None
    status_note: Line = ""
    agenda: list[AgendaItemFields] | None = None
    late: Literal["last", "lettered"] = "last"
    changes: Several[ChangeFields] = []
    moved_from: Several[Line] = []


class FollowsFields(Fields):
    kind_ = "follows"

    body: Line
    date: Date
    paragraph: Line = ""
    reports: bool = False


class RevisionFields(Fields):
    kind_ = "revision"

    date: Date
    version: Line
    name: Line
    role: Line = ""
    comment: Line = ""


class RecipientFields(Fields):
    kind_ = "recipient"

    name: Line
    purpose: Line = ""


class AttachmentFields(Fields):
    """What a case says of an attachment: of a file that cannot say it itself, or of one that is handed out apart."""

    kind_ = "paper"

    file: Line | None = None
    title: Line | None = None
    date: Date | None = None
    separate: bool = False
    alt: Line = ""
    language: Tongue | None = None
    slug: Slug | None = None
    access: Literal["public", "confidential"] = "public"
    publish: Literal["number", "heading"] = "number"
    public_title: Line = ""
    ground: Ground = ""


class DocumentFields(Fields):
    """What a document may say of itself; a letter's stands in the front matter of its case."""

    kind_ = "document"

    title: Line
    date: Date | None = None
    version: Line = ""
    toc: bool = False
    heading_numbers: bool = False
    landscape: bool = False
    revisions: Several[RevisionFields] = []
    slug: Slug | None = None
    access: Literal["public", "confidential"] = "public"
    publish: Literal["number", "heading"] = "number"
    public_title: Line = ""
    ground: Ground = ""


class AttachmentDocumentFields(DocumentFields):
    kind_ = "attachment"

    owner: Line = ""
    language: Tongue | None = None


class CaseFields(DocumentFields):
    kind_ = "case"

    kind: Literal["decision", "information", "election", "notification"] = "decision"
    dnr: Number | None = None
    public_dnr: bool = False
    other_dnr: Several[Number] = []
    follows: Several[FollowsFields] = []
    linkable: bool = True
    paragraph: Line = ""
    record: Literal["full", "anonymised", "heading", "number"] | None = None
    hidden: Several[Line] = []
    officer: PersonField | None = None
    unit: Line = ""
    presenters: Several[PersonField] = []
    minutes: Annotated[int, Field(ge=0)] | None = None
    proposal: Line = ""
    signed: Several[PersonField] = []
    recipients: Several[Annotated[RecipientFields, BeforeValidator(named("name")), Or(lambda _: dict(TEXT))]] = []
    attachments: Several[AttachmentFields] = []
    moved_from: Several[Line] = []


_Fields = TypeVar("_Fields", bound=Fields)
_FORMS: Mapping[str, str] = {
    "string_type": "field-text",
    "int_type": "field-number",
    "greater_than_equal": "field-number",
    "bool_type": "field-bool",
    "list_type": "field-list",
    "model_type": "field-mapping",
    "dict_type": "field-mapping",
    "literal_error": "field-choice",
    "missing": "field-missing",
    "extra_forbidden": "field-unknown",
}


def read_fields(kind: type[_Fields], matter: FrontMatter) -> tuple[_Fields | None, tuple[Finding, ...]]:
    """The front matter as fields of `kind`; None with findings where a value does not fit. An empty value is none."""
    try:
        return kind.model_validate(_without_empty(matter.values)), ()
    except ValidationError as error:
        return None, tuple(_told_once(_finding(kind, matter, each) for each in error.errors(include_url=False)))


def _told_once(found: Iterable[tuple[Location, Finding]]) -> Iterator[Finding]:
    """The findings, without those of missing fields that another name beside them was meant for."""
    by_location = tuple(found)
    meant = {(*location[:-1], each.words["near"]) for location, each in by_location if each.code == "field-misspelt"}
    return (each for location, each in by_location if each.code != "field-missing" or location not in meant)


def _without_empty(value: object) -> Any:
    if isinstance(value, Mapping):
        return {key: _without_empty(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [_without_empty(item) for item in value]
    return value


def _finding(kind: type[Fields], matter: FrontMatter, details: ErrorDetails) -> tuple[Location, Finding]:
    location: Location = tuple(details["loc"])
    # In a list a hyphen alone is an item.
    code = "field-empty" if details["input"] is None else _FORMS.get(details["type"], details["type"])
    # The line tells which of several is meant.
    words = {"key": ".".join(part for part in location if isinstance(part, str))}
    if code == "field-choice":
        choices = str(details.get("ctx", {}).get("expected", "")).replace("'", "").replace(" or ", ", ")
        words |= {"value": _shown(details["input"]), "choices": choices}
        if near := _near(_shown(details["input"]), choices.split(", "), meant_value):
            code, words["near"] = "field-choice-near", near
    elif code == "field-unknown":
        known = sorted(_keys(kind, location[:-1]))
        words["known"] = ", ".join(known)
        if near := _near(str(location[-1]), known, meant_field):
            code, words["near"] = "field-misspelt", near
    elif code not in ("field-missing", "field-empty"):
        words["value"] = _shown(details["input"])
    return location, Finding(code, Place(matter.path, matter.line(location)), words)


def _near(typed: str, known: list[str], meant: Callable[[str, list[str]], str]) -> str:
    """Which of the `known` words was meant by one in Swedish or misspelt; empty for none."""
    return meant(typed, known) or next(iter(difflib.get_close_matches(typed, known, 1, 0.6)), "")


def _shown(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str() | int():
            return str(value)[:60]
        case list():
            return "[…]"
        case _:
            return "{…}"


def _keys(kind: type[Fields], location: Location) -> Iterator[str]:
    for part in location:
        if isinstance(part, str) and part in kind.model_fields:
            kind = _inner(kind.model_fields[part].annotation) or kind
    for name, info in kind.model_fields.items():
        yield info.alias or name


def _inner(annotation: object) -> type[Fields] | None:
    if isinstance(annotation, type) and issubclass(annotation, Fields):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        if (found := _inner(argument)) is not None:
            return found
    return None
