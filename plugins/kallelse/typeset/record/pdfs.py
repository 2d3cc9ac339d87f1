"""The record of a meeting into all its PDFs: the whole, each set with its proof of notice, each paragraph's extract."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from kallelse.model.finding import Finding, errors
from kallelse.model.meeting import Committee, Meeting
from kallelse.model.pages import Packet, PageMap, RecordPdfs
from kallelse.model.record import Minutes, Paragraph, Stubs
from kallelse.model.settings import Settings
from kallelse.model.text import Body
from kallelse.typeset.record.expected import expected_of
from kallelse.typeset.record.plan import Kind, RecordPlan, sheets_of
from kallelse.typeset.record.sheets import IMPORT, front_source, paragraph_source
from kallelse.typeset.setting import finish, set_source
from kallelse.typeset.source import Source, source_of
from kallelse.typeset.targets import Destination, targets_of
from kallelse.typeset.template import Template, template_of


def typeset_record(
    committee: Committee,
    meeting: Meeting,
    settings: Settings,
    root: Path,
    addresses: Mapping[str, str],
) -> tuple[RecordPdfs | None, tuple[Finding, ...]]:
    """The PDFs of the minutes of `meeting`, pictures and template read below `root`; None where an error stops one.

    `addresses` are those of the site's pages by source path.
    """
    minutes = meeting.minutes
    if minutes is None:
        return RecordPdfs(), ()
    template, findings = template_of(settings, root)
    if errors(findings):
        return None, findings
    files: dict[str, Packet] = {}
    for address, kind, part in _parts(minutes):
        stubs = _stubs(minutes, part) if kind is Kind.MINUTES else ()
        plan = RecordPlan(kind, committee, meeting, part, settings, addresses, part.sets, stubs)
        made, more = _typeset(plan, template, root)
        findings += more
        if made is None:
            return None, findings
        files[address] = made
    return RecordPdfs(files), findings


def _parts(minutes: Minutes) -> Iterator[tuple[str, Kind, Minutes]]:
    """Each PDF by its address, what it is, and the part of the minutes that it holds."""
    yield minutes.pdf, Kind.MINUTES, minutes
    for one in minutes.sets:
        part = replace(minutes, sets=(one,), paragraphs=minutes.within(one))
        if len(minutes.sets) > 1 and part.paragraphs:
            yield minutes.set_pdf(one), Kind.MINUTES, part
        if one.postings:
            yield minutes.proof_pdf(one), Kind.PROOF, part
        for paragraph in part.paragraphs:
            yield minutes.extract_pdf(paragraph), Kind.EXTRACT, replace(part, paragraphs=(paragraph,))


def _stubs(minutes: Minutes, part: Minutes) -> tuple[Paragraph, ...]:
    """The paragraphs of other sets, with their heads alone, where the minutes of a set shall name them."""
    if len(part.sets) == len(minutes.sets) or part.sets[0].stubs is Stubs.NONE:
        return ()
    others = (each for each in minutes.paragraphs if each not in part.paragraphs)
    return tuple(replace(each, sections=(), decisions=(), body=Body()) for each in others)


def _typeset(plan: RecordPlan, template: Template, root: Path) -> tuple[Packet | None, tuple[Finding, ...]]:
    source, findings = record_source(plan, template)
    if errors(findings):
        return None, findings
    setting, more = set_source(source, root)
    findings += more
    if setting is None:
        return None, findings
    finished, more = finish(setting, expected_of(plan, setting.places), template, root)
    findings += more
    if finished is None:
        return None, findings
    texts = tuple(text.whole for text in finished.texts)
    return Packet(finished.pdf, PageMap(setting.places.total), texts), findings


def record_source(plan: RecordPlan, template: Template) -> tuple[Source, tuple[Finding, ...]]:
    """The Typst sources of one PDF of the record, and what cannot be set in it."""
    statements = [IMPORT]
    findings: list[Finding] = []
    indexes: list[int] = []
    if plan.kind is not Kind.EXTRACT:
        statements.append(front_source(plan, template.sizes))
        indexes.append(0)
    sheets = sheets_of(plan) if plan.kind is not Kind.PROOF else ()
    path = plan.minutes.path
    first = {path: Destination(1, {index: paragraph.body for index, _, paragraph in sheets})} if sheets else {}
    target = targets_of(first, plan.addresses, plan.settings.url)(path)
    for index, after, paragraph in sheets:
        written, found = paragraph_source(index, after, paragraph, plan, template.sizes, target)
        statements.append(written)
        findings += found
        indexes.append(index)
    numbers = f" § {plan.minutes.paragraphs[0].number}" if plan.kind is Kind.EXTRACT else ""
    source = source_of(
        statements,
        indexes,
        title=f"{plan.title}{numbers}, {plan.committee.name}, {plan.minutes.opened.date().isoformat()}",
        date=plan.date,
        path=path,
        running=plan.running,
        settings=plan.settings,
        template=template,
    )
    return source, tuple(findings)
