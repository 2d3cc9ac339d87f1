"""Short ways to read a body in tests."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from kallelse.locale.findings import remedy, wrong
from kallelse.model.finding import Finding, Severity
from kallelse.model.text import Block, Body
from kallelse.read.text.body import read_body

from tests.finance.tables import opened

PATH = "gsn/2022-09-26/03-rapportering/index.md"


def read(source: str, first_line: int = 1, files: dict[str, str] | None = None) -> tuple[Body, tuple[Finding, ...]]:
    """The body and its findings, each of which has words in both languages."""
    body, findings = read_body(source, PATH, first_line, "sv", opened(files or {}))
    for finding in findings:
        assert finding.place.path == PATH
        assert all(wrong(finding, language) and remedy(finding, language) for language in ("sv", "en"))
    return body, findings


def blocks(source: str) -> tuple[Block, ...]:
    """The blocks of a source in which nothing is wrong."""
    body, findings = read(source)
    assert findings == ()
    return body.blocks


def told(source: str, first_line: int = 1) -> list[tuple[str, int]]:
    """Codes and lines of the findings of a source, in order of lines."""
    _, findings = read(source, first_line)
    return sorted(((finding.code, finding.place.line) for finding in findings), key=lambda each: (each[1], each[0]))


def is_remark(findings: Iterable[Finding], code: str) -> bool:
    """Whether all findings of a code, of which there is one, are remarks."""
    found = [finding for finding in findings if finding.code == code]
    assert found
    return all(finding.severity is Severity.REMARK for finding in found)


def bare(value: object) -> object:
    """A tree without its lines, for comparing what it says."""
    if isinstance(value, tuple):
        return tuple(bare(each) for each in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = (field.name for field in dataclasses.fields(value) if field.name != "line")
        return (type(value).__name__, *(bare(getattr(value, name)) for name in fields))
    return value
