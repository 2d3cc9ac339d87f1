"""A meeting into its packet: the source, the setting, the packing and the reading back, in that order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from kallelse.locale.changes import change_notice, withdrawal_notices
from kallelse.locale.pages import spoken
from kallelse.model.changed import changed, untouched
from kallelse.model.finding import Finding, Place, errors
from kallelse.model.meeting import AgendaColumn, Committee, Meeting
from kallelse.model.pages import Packet, PageMap
from kallelse.model.settings import Settings
from kallelse.typeset import literal
from kallelse.typeset.case import sheet_source
from kallelse.typeset.cover import cover_source
from kallelse.typeset.expected import expected_of
from kallelse.typeset.foreign import foreign_source, standards_of
from kallelse.typeset.heads import case_entry, running_of
from kallelse.typeset.join import join
from kallelse.typeset.order import Span, ordered
from kallelse.typeset.pack import Spoken
from kallelse.typeset.places import Places
from kallelse.typeset.plan import Plan, Vacant, arranged, case_pages, document_pages, part_of, plan_of
from kallelse.typeset.setting import Setting, finish, set_source
from kallelse.typeset.source import Source, source_of
from kallelse.typeset.starts import page_starts
from kallelse.typeset.targets import Destination, targets_of
from kallelse.typeset.template import Template, template_of
from kallelse.typeset.unlike import truly_lost

# How often a packet is set until the numbers on its cover no longer change how many pages it takes.
_ROUNDS = 4


def typeset_packet(
    committee: Committee,
    meeting: Meeting,
    settings: Settings,
    root: Path,
    addresses: Mapping[str, str],
    *,
    renumber: bool = False,
) -> tuple[Packet | None, tuple[Finding, ...]]:
    """The packet of `meeting` and its parts, pictures and template read below `root`.

    None where an error stops it. `addresses` are those of the site's pages by source path. Pages that went out keep
    their numbers, unless all are to `renumber`.
    """
    prepared, findings = _prepared(committee, meeting, settings, root, addresses)
    packet = None
    if prepared is not None:
        packet, more = _typeset(prepared, root, renumber=renumber)
        findings += more
    if settings.template:
        # What cannot be set by a municipality's own template is hers to mend.
        own = {"folder": settings.template}
        findings = tuple(
            replace(each, code="template-not-set", words={**each.words, **own})
            if each.code == "packet-not-set"
            else each
            for each in findings
        )
    return packet, findings


@dataclass(frozen=True, slots=True)
class _Prepared:
    """All that a packet is set from."""

    plan: Plan
    template: Template
    source: Source


def _prepared(
    committee: Committee, meeting: Meeting, settings: Settings, root: Path, addresses: Mapping[str, str]
) -> tuple[_Prepared | None, tuple[Finding, ...]]:
    plan = plan_of(committee, meeting, settings, addresses)
    template, findings = template_of(settings, root)
    if errors(findings):
        return None, findings
    source, more = packet_source(plan, template)
    findings += more
    return None if errors(findings) else _Prepared(plan, template, source), findings


def _typeset(prepared: _Prepared, root: Path, *, renumber: bool) -> tuple[Packet | None, tuple[Finding, ...]]:
    """A packet from its source, with its parts."""
    plan, template = prepared.plan, prepared.template
    made, findings = _set(plan, prepared.source, root)
    if made is not None and plan.meeting.issues and not renumber:
        made, more = _settled(made, template, root)
        findings += more
    if made is None:
        return None, findings
    packet, more = _finished(made, template, root)
    findings += more
    if packet is None:
        return None, findings
    cases: dict[str, Packet] = {}
    for path in made.plan.runs if plan.settings.case_pdfs else ():
        own = [sheet for sheet in made.plan.sheets if sheet.case.path == path]
        documents = {sheet.document.path for sheet in own}
        alone, more = _part(part_of(made.plan, case_entry(own[0]), documents, packet.pages, {}), template, root)
        findings += more
        if alone is None:
            return None, findings
        cases[path] = alone
    supplement: Packet | None = None
    language = plan.settings.language
    there = [one.change.path for one in changed(plan.meeting) if one.document is not None]
    late = {path: change_notice(path, plan.meeting, language) for path in there}
    notices = {**late, **withdrawal_notices(plan.meeting, language)}
    changes = part_of(made.plan, plan.words.supplement, late, packet.pages, notices)
    if changes.parts:
        supplement, more = _part(changes, template, root)
        findings += more
    return replace(packet, cases=cases, supplement=supplement), findings


@dataclass(frozen=True, slots=True)
class _Made:
    """A packet, or a part of one, as it is set."""

    plan: Plan
    setting: Setting


def _set(plan: Plan, source: Source, root: Path) -> tuple[_Made | None, tuple[Finding, ...]]:
    setting, findings = set_source(source, root)
    return None if setting is None else _Made(plan, setting), findings


def _set_anew(plan: Plan, template: Template, root: Path) -> tuple[_Made | None, tuple[Finding, ...]]:
    source, findings = packet_source(plan, template)
    if errors(findings):
        return None, findings
    made, more = _set(plan, source, root)
    return made, findings + more


def _settled(made: _Made, template: Template, root: Path) -> tuple[_Made | None, tuple[Finding, ...]]:
    """The packet set once more with the pages that members already have, where it is not as they have it."""
    meeting, issue = made.plan.meeting, made.plan.meeting.issues[-1]
    same = untouched(meeting)
    natural = made.plan
    spans: tuple[Span, ...] = ()
    findings: tuple[Finding, ...] = ()
    for _ in range(_ROUNDS):
        places = made.setting.places
        pages = document_pages(made.plan, places)
        counts = [(meeting.path, len(places.sheets[0]))]
        counts += [(sheet.document.path, len(pages[sheet.document.path])) for sheet in natural.sheets]
        wanted, moved = ordered(issue, meeting.path, counts, meeting.late, same)
        if moved:
            return None, (*findings, *moved)
        if wanted == spans:
            return made, findings
        spans = wanted
        plan = arranged(natural, spans)
        if made.plan is natural and _is_as_set(plan, natural):
            return made, findings
        again, more = _set_anew(plan, template, root)
        findings += more
        if again is None:
            return None, findings
        made = again
    return None, (*findings, Finding("issue-unsettled", Place(meeting.path)))


def _is_as_set(plan: Plan, natural: Plan) -> bool:
    """Whether the order and the numbers of `plan` are what a packet has by itself."""
    own = tuple(str(number) for number in range(1, len(plan.labels) + 1))
    return plan.parts == natural.parts and plan.labels == own


def _part(plan: Plan, template: Template, root: Path) -> tuple[Packet | None, tuple[Finding, ...]]:
    made, findings = _set_anew(plan, template, root)
    if made is None:
        return None, findings
    packet, more = _finished(made, template, root)
    return packet, findings + more


def _finished(made: _Made, template: Template, root: Path) -> tuple[Packet | None, tuple[Finding, ...]]:
    """What was set with its foreign pages, packed and read back."""
    plan, places = made.plan, made.setting.places
    expected = expected_of(plan, places, template.sizes)
    finished, findings = finish(
        made.setting,
        expected,
        template,
        root,
        labels=plan.labels,
        spoken=_spoken(plan, places),
        join=partial(join, plan=plan, places=places, root=root),
        doubt=partial(truly_lost, plan=plan, places=places, root=root),
    )
    if finished is None:
        return None, findings
    starts = page_starts(expected[1:] if plan.cover else expected, places, finished.texts, template.sizes.upright.top)
    cover = len(places.sheets[0]) if plan.cover else 0
    pages = PageMap(places.total, case_pages(plan, places), document_pages(plan, places), starts, plan.labels, cover)
    return Packet(finished.pdf, pages, tuple(text.whole for text in finished.texts), standards_of(plan)), findings


def _spoken(plan: Plan, places: Places) -> Spoken:
    """How page ranges are read aloud in the agenda, at the title of each case and where they are printed."""
    if not plan.cover:
        return {}
    is_printed = AgendaColumn.PAGES in plan.committee.agenda_columns
    return {
        # A title leads to the first of its pages.
        pages.first: (spoken(pages, language=plan.settings.language, labels=plan.labels), is_printed + (not later))
        for ranges in case_pages(plan, places).values()
        for later, pages in enumerate(ranges)
    }


def packet_source(plan: Plan, template: Template) -> tuple[Source, tuple[Finding, ...]]:
    """The Typst sources of a packet, and what cannot be set in it."""
    meeting = plan.meeting
    agenda = meeting.path if plan.cover and meeting.agenda else ""
    targets = targets_of(dict(_destinations(plan)), plan.addresses, plan.settings.url, agenda)
    statements: list[str] = []
    findings: list[Finding] = []
    if plan.cover:
        cover, found = cover_source(plan, template.sizes, targets)
        statements.append(cover)
        findings += found
    for part in plan.parts:
        if isinstance(part, Vacant):
            statements.append(
                f"vacant-pages({part.index},{len(part.labels)},{literal.content(literal.breakable(part.words))})"
            )
        elif part.document.foreign is not None:
            statements.append(foreign_source(part, part.document.foreign, plan))
        else:
            written, found = sheet_source(part, plan, template.sizes, targets)
            statements.append(written)
            findings += found
    source = source_of(
        statements,
        plan.indexes,
        title=f"{plan.title}, {plan.committee.name}, {meeting.date.isoformat()}",
        date=meeting.issued or meeting.date,
        path=meeting.path,
        running=running_of(plan),
        settings=plan.settings,
        template=template,
    )
    return source, tuple(findings)


def _destinations(plan: Plan) -> Iterator[tuple[str, Destination]]:
    """Where links to cases and documents lead, a case's to the first of its documents."""
    sheets = {**{path: runs[0][0] for path, runs in plan.runs.items()}, **plan.by_path}
    return ((path, Destination(sheet.index, {sheet.index: sheet.document.body})) for path, sheet in sheets.items())
