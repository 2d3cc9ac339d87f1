"""A committee's file of delegated decisions turned into those decisions."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from typing import Annotated, Literal

from pydantic import BeforeValidator

from kallelse.model.board import Board, boards_of, boards_on
from kallelse.model.delegated import DELEGATED, DelegatedDecision
from kallelse.model.dnr import Dnr
from kallelse.model.finding import Finding
from kallelse.model.law import Appeal
from kallelse.model.record import Posting
from kallelse.read.fields import Fields
from kallelse.read.fieldtypes import Date, Line, Number, Or, Several, named
from kallelse.read.frontmatter import FrontMatter, Location, read_yaml
from kallelse.read.record.schema import PostingFields
from kallelse.read.schema import read_fields
from kallelse.read.sources import Sources

_A_DAY = Or(lambda _: {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"})
_Posting = Annotated[PostingFields, BeforeValidator(named("date")), _A_DAY]


class DelegatedDecisionFields(Fields):
    """A posting that is a day alone holds for all boards of the committee."""

    kind_ = "delegated_decision"

    date: Date
    decision: Line
    by: Line
    dnr: Number | None = None
    postings: Several[_Posting] = []
    kept: Line = ""
    appeal: Literal["municipal", "administrative", "none"] = "municipal"
    reported: Line = ""


class DelegatedFields(Fields):
    kind_ = "delegated"

    decisions: Several[DelegatedDecisionFields] = []


def read_delegated(
    folder: str, boards: Sequence[Board], sources: Sources
) -> tuple[tuple[DelegatedDecision, ...], tuple[Finding, ...]]:
    """The decisions in the file of the committee in `folder`, which announces on `boards`; none without a file."""
    source = sources.texts.get(posixpath.join(folder, DELEGATED))
    if source is None:
        return (), ()
    values, findings = read_yaml(source)
    if values is None:
        return (), findings
    fields, wrong = read_fields(DelegatedFields, values)
    if fields is None:
        return (), findings + wrong
    postings = [
        tuple(_postings(each.postings, boards, values, ("decisions", number, "postings")))
        for number, each in enumerate(fields.decisions)
    ]
    found = (
        DelegatedDecision(
            date=each.date,
            decision=each.decision,
            by=each.by,
            dnr=None if each.dnr is None else Dnr(each.dnr),
            postings=posted,
            boards=boards_of(boards, posted, each.date),
            kept=each.kept,
            appeal=Appeal(each.appeal),
            reported=each.reported,
            line=values.line(("decisions", number)),
        )
        for number, (each, posted) in enumerate(zip(fields.decisions, postings, strict=True))
    )
    return tuple(found), findings


def _postings(
    fields: Sequence[PostingFields], boards: Sequence[Board], values: FrontMatter, location: Location
) -> Iterator[Posting]:
    for number, each in enumerate(fields):
        names = (each.board,) if each.board else boards_on(boards, each.date)
        line = values.line((*location, number))
        yield from (Posting(board, each.date, each.removed, line) for board in names)
