"""The settings' file turned into the accessibility statement that the municipality makes in it."""

from __future__ import annotations

from kallelse.model.finding import Finding, Place, Severity
from kallelse.model.statement import Authority, Conformance, Lack, Method, Statement
from kallelse.read.frontmatter import read_yaml
from kallelse.read.schema import read_fields
from kallelse.read.settings import SETTINGS
from kallelse.read.settingsfields import SettingsFields
from kallelse.read.sources import Sources
from kallelse.read.statementfields import AccessibilityFields, LackFields

_KEY = "accessibility"


def read_statement(sources: Sources) -> tuple[Statement | None, tuple[Finding, ...]]:
    """The statement; None where there is none, with a finding for a site that has an address and so is for everybody.

    What is wrong with the file as a whole is told where the settings are read.
    """
    source = sources.texts.get(SETTINGS)
    values = None if source is None else read_yaml(source)[0]
    fields = None if values is None else read_fields(SettingsFields, values)[0]
    if values is None or fields is None:
        return None, ()
    if fields.accessibility is None:
        place = Place(SETTINGS, values.line(("url",)))
        return None, (Finding("statement-missing", place, severity=Severity.REMARK),) if fields.url else ()
    return _statement(fields.accessibility, values.line((_KEY,)), fields.email), ()


def _statement(fields: AccessibilityFields, line: int, email: str) -> Statement:
    standard = Authority()
    named = fields.authority
    return Statement(
        path=SETTINGS,
        line=line,
        status=Conformance(fields.status),
        assessed=fields.assessed,
        updated=fields.updated,
        method=Method(fields.method),
        how=fields.how,
        report=fields.report,
        published=fields.published,
        mended=fields.mended,
        lacks=_lacks(fields.lacks),
        burden=_lacks(fields.burden),
        outside=_lacks(fields.outside),
        form=fields.form,
        email=fields.email or email,
        phone=fields.phone,
        answer=fields.answer,
        work=tuple(fields.work),
        authority=standard if named is None else Authority(named.name, named.url),
    )


def _lacks(fields: list[LackFields]) -> tuple[Lack, ...]:
    return tuple(Lack(each.content, each.why, each.instead) for each in fields)
