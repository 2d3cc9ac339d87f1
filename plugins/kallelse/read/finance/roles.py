"""The headings of a finance table and what stands under them turned into its columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kallelse.locale.figures import Flaw
from kallelse.locale.finance import (
    DECIMALS_MARK,
    DEVIATION_HEADING,
    KINDS,
    NOTE_HEADING,
    ROLE_HEADINGS,
    ROLES,
    SHARE_HEADING,
    SUM_HEADING,
    UNIT_WORDS,
    asked,
    meaning,
    nearest,
    plain_label,
    word_for,
    words_of,
)
from kallelse.model.finance import FinanceColumn, FinanceRowKind, Role
from kallelse.model.finding import Finding, Place, Severity
from kallelse.model.settings import Language
from kallelse.read.finance.cells import Content
from kallelse.read.finance.heads import NO_HEADING, Heading, is_year


@dataclass(frozen=True, slots=True)
class Marked:
    """What the marks of a heading say."""

    role: Role | None = None
    unit: str = ""
    decimals: int | None = None
    given: bool = False


def read_column(
    over: Sequence[Heading], contents: Sequence[Content], unit: str, path: str, language: Language
) -> tuple[FinanceColumn, tuple[Finding, ...]]:
    """A figure or text column from the headings over it, from the top, and the cells under it.

    The role is the marked one, else the one its heading says, else its group's; a column whose headings say
    nothing holds amounts where it has a figure, else text.
    """
    own = over[-1] if over else NO_HEADING
    place = Place(path, own.line)
    marked, findings = _marked(own, place, language)
    for group in reversed(over[:-1]):
        above, met = _marked(group, Place(path, group.line), language)
        findings += met
        marked = Marked(
            marked.role or above.role,
            marked.unit or above.unit,
            _first(marked.decimals, above.decimals),
            marked.given or above.given,
        )
    if own.marks.base:
        marked = replace(marked, role=Role.SHARE)
    role, met = _role(marked, over, contents, unit, place, language)
    share = role is Role.SHARE
    column = FinanceColumn(
        own.text,
        role,
        group=", ".join(heading.text for heading in over[:-1]),
        formula=own.marks.formula,
        decimals=marked.decimals,
        unit=marked.unit or ("%" if share else _told_unit(contents) if marked.given else ""),
        base=own.marks.base,
        declared=marked.role is not None or marked.given,
        line=own.line,
        given=marked.given,
    )
    return column, (*findings, *met)


def label_column(over: Sequence[Heading], path: str, language: Language) -> tuple[FinanceColumn, tuple[Finding, ...]]:
    """The first column, which names the rows; only `[text]` may be marked there."""
    findings = tuple(
        Finding(
            "finance-mark-unknown",
            Place(path, heading.line),
            {
                "mark": word,
                "nearest": word_for(Role.TEXT, ROLES, language),
                "known": word_for(Role.TEXT, ROLES, language),
            },
        )
        for heading in over
        for word in heading.marks.words
        if meaning(word, ROLES) is not Role.TEXT
    )
    group = ", ".join(heading.text for heading in over[:-1])
    line = over[-1].line if over else 0
    return FinanceColumn(over[-1].text if over else "", Role.LABEL, group=group, line=line), findings


def heading_roles(text: str, unit: str) -> tuple[Role, ...]:
    """The roles that a heading says: one, none, or several where it is unclear.

    In a table whose unit is per cent, `%` says nothing.
    """
    text = plain_label(text)
    if NOTE_HEADING.fullmatch(text):
        return (Role.NOTE,)
    if SHARE_HEADING.search(text) and unit != "%":
        return (Role.SHARE,)
    if DEVIATION_HEADING.search(text):
        return (Role.DEVIATION,)
    found = tuple(role for role, pattern in ROLE_HEADINGS if pattern.search(text))
    return found or ((Role.SUM,) if SUM_HEADING.fullmatch(text) else ())


def _told_unit(contents: Sequence[Content]) -> str:
    """The unit that stands in all the cells; empty where there are several or none."""
    units = {content.known for content in contents if content.figure is not None}
    return units.pop() if len(units) == 1 else ""


def _first(one: int | None, other: int | None) -> int | None:
    return other if one is None else one


def _marked(heading: Heading, place: Place, language: Language) -> tuple[Marked, tuple[Finding, ...]]:
    marked = Marked()
    findings: list[Finding] = []
    told = word_for(FinanceRowKind.INFORMATION, KINDS, language)
    known = (*words_of(ROLES, language), told, *words_of(UNIT_WORDS, language))
    words = list(heading.marks.words)
    if heading.marks.equals:
        words.append(f"{'lika' if language == 'sv' else 'equal'}: {heading.marks.equals}")
    for word in words:
        meant = word
        if not _is_known(word):
            meant = nearest(word, known)
            code, near = asked(("finance-mark-unknown", "finance-mark-unknown-listed"), word, known)
            findings.append(Finding(code, place, {"mark": word, **near, "known": ", ".join(known)}))
        role, unit, decimals = (
            meaning(meant, ROLES),
            meaning(meant, UNIT_WORDS),
            DECIMALS_MARK.fullmatch(meant),
        )
        if role is not None and marked.role not in (None, role):
            findings.append(Finding("finance-marks-clash", place, {"marks": ", ".join(words)}))
        marked = Marked(
            marked.role or role,
            marked.unit or unit or "",
            int(decimals[1]) if decimals else marked.decimals,
            marked.given or meaning(meant, KINDS) is FinanceRowKind.INFORMATION,
        )
    return marked, tuple(findings)


def _is_known(word: str) -> bool:
    return (
        meaning(word, ROLES) is not None
        or meaning(word, UNIT_WORDS) is not None
        or meaning(word, KINDS) is FinanceRowKind.INFORMATION
        or DECIMALS_MARK.fullmatch(word) is not None
    )


def _role(
    marked: Marked,
    over: Sequence[Heading],
    contents: Sequence[Content],
    unit: str,
    place: Place,
    language: Language,
) -> tuple[Role, tuple[Finding, ...]]:
    if marked.role is not None:
        return marked.role, ()
    own = over[-1] if over else NO_HEADING
    formula = own.marks.formula
    said = heading_roles(own.text, unit)
    figures = [content for content in contents if content.figure is not None]
    flawed = [content for content in contents if content.flaw is not None]
    worded = any(content.has_words for content in contents)
    if said and worded and not figures and not flawed and not formula:
        return Role.TEXT, ()
    if len(said) > 1:
        words = ", ".join(word_for(role, ROLES, language) for role in said)
        return said[0], (
            Finding(
                "finance-role-several",
                place,
                {"heading": own.text, "roles": words, "example": word_for(said[0], ROLES, language)},
            ),
        )
    if said:
        return said[0], ()
    for group in reversed(over[:-1]):
        from_group = heading_roles(group.text, unit)
        if len(from_group) == 1 and from_group[0] not in (Role.NOTE, Role.SUM):
            return from_group[0], ()
    if formula:
        return (Role.AMOUNT if any(sign in formula for sign in "−–·×*/-") else Role.SUM), ()
    if figures and all(is_year(content.text) for content in figures):
        return Role.TEXT, (Finding("finance-years", place, {"heading": own.text, "text": figures[0].text}),)
    if figures or any(content.flaw is not Flaw.POINT for content in flawed):
        return Role.AMOUNT, ()
    if flawed:
        as_text = {"heading": own.text, "text": flawed[0].text}
        return Role.TEXT, (Finding("finance-text-points", place, as_text, Severity.REMARK),)
    return Role.TEXT, ()
