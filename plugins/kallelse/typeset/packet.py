"""A meeting into its packet: the source, the setting, the packing and the reading back, in that order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kallelse.locale.pages import spoken
from kallelse.model.finding import Finding, Place, errors
from kallelse.model.meeting import Committee, Meeting
from kallelse.model.pages import Packet, PageMap
from kallelse.model.settings import Settings
from kallelse.typeset import literal
from kallelse.typeset.case import sheet_source
from kallelse.typeset.cover import cover_source, cover_title
from kallelse.typeset.engine import Files, compile_packet
from kallelse.typeset.foreign import foreign_source, standards_of
from kallelse.typeset.heads import head_of, occasion
from kallelse.typeset.join import join
from kallelse.typeset.pack import pack
from kallelse.typeset.places import Places, places_of
from kallelse.typeset.plan import Plan, part_of, plan_of
from kallelse.typeset.readback import read_back
from kallelse.typeset.targets import targets_of
from kallelse.typeset.template import Template, template_of

_MAIN = '#import "kallelse/packet.typ": *\n'


@dataclass(frozen=True, slots=True)
class Source:
    """A packet's Typst sources, with the folders of their faces."""

    files: Files
    fonts: tuple[str, ...]


def typeset_packet(
    committee: Committee, meeting: Meeting, settings: Settings, root: Path, addresses: Mapping[str, str]
) -> tuple[Packet | None, tuple[Finding, ...]]:
    """The packet of `meeting` and of each of its cases, pictures and template read below `root`.

    None where an error stops it. `addresses` are those of the site's pages by source path.
    """
    plan = plan_of(committee, meeting, settings, addresses)
    template, findings = template_of(settings, root)
    if errors(findings):
        return None, findings
    packet, more = _typeset(plan, template, root)
    findings += more
    if packet is None or not settings.case_pdfs:
        return packet, findings
    cases: dict[str, Packet] = {}
    for path in plan.span:
        part, more = _typeset(part_of(plan, path, packet.pages), template, root)
        findings += more
        if part is None:
            return None, findings
        cases[path] = part
    return replace(packet, cases=cases), findings


def _typeset(plan: Plan, template: Template, root: Path) -> tuple[Packet | None, tuple[Finding, ...]]:
    """A packet or a part of one, from its source to what is read back."""
    source, findings = packet_source(plan, template)
    if errors(findings):
        return None, findings
    pdf, places, more = set_packet(plan, source, root)
    findings += more
    if pdf is None or places is None:
        return None, findings
    packed = pack(join(pdf, plan, places, root), plan.labels, _spoken(plan, places))
    texts, starts, more = read_back(packed, plan, places, template, root)
    findings += more
    if errors(findings):
        return None, findings
    pages = PageMap(places.total, places.cases, places.documents, starts, plan.labels)
    return Packet(packed, pages, texts, standards_of(plan)), findings


def _spoken(plan: Plan, places: Places) -> dict[int, str]:
    """How the agenda's page ranges are read aloud, by the page that they lead to."""
    if not plan.cover:
        return {}
    return {pages.first: spoken(pages, plan.settings.language, plan.labels) for pages in places.cases.values()}


def packet_source(plan: Plan, template: Template) -> tuple[Source, tuple[Finding, ...]]:
    """The Typst sources of a packet, and what cannot be set in it."""
    facts = _facts(plan)
    targets = targets_of(plan)
    statements: list[str] = []
    findings: list[Finding] = []
    if plan.cover:
        cover, found = cover_source(plan, template.sizes, targets)
        statements.append(cover)
        findings += found
    for sheet in plan.sheets:
        if sheet.document.foreign is not None:
            statements.append(foreign_source(sheet, sheet.document.foreign, plan))
            continue
        written, found = sheet_source(sheet, plan, template.sizes, targets)
        statements.append(written)
        findings += found
    main = _MAIN + _opening(plan) + "#{\n" + "\n".join(statements) + "\n}\n" + page_map(plan)
    files = {"main.typ": main.encode(), "kallelse/facts.typ": facts, **template.files}
    return Source(files, template.fonts), tuple(findings)


def set_packet(plan: Plan, source: Source, root: Path) -> tuple[bytes | None, Places | None, tuple[Finding, ...]]:
    """The PDF as Typst makes it, and where everything stands in it."""
    issued = plan.meeting.issued or plan.meeting.date
    compiled, findings = compile_packet(source.files, root, issued, source.fonts, Place(plan.meeting.path))
    if compiled is None:
        return None, None, findings
    return compiled.pdf, places_of(compiled.map, plan), findings


def page_map(plan: Plan) -> str:
    """The last statement of a packet's source, which tells where everything stands."""
    return f"#page-map({literal.array(str(index) for index in plan.indexes)})\n"


def _opening(plan: Plan) -> str:
    date: dt.date = plan.meeting.issued or plan.meeting.date
    what = cover_title(plan) if plan.cover else head_of(plan.sheets[0], plan).case_entry
    title = f"{what}, {plan.committee.name}, {plan.meeting.date.isoformat()}"
    return (
        f"#show: packet.with(title:{literal.string(title)},author:{literal.string(plan.committee.name)},"
        f"date:datetime(year:{date.year},month:{date.month},day:{date.day}))\n"
    )


def _facts(plan: Plan) -> bytes:
    settings, words = plan.settings, plan.words
    logo = literal.string("/" + settings.logo.lstrip("/")) if settings.logo else "none"
    return (
        f"#let brand = rgb({literal.string(settings.colours.brand)})\n"
        f"#let language = {literal.string(settings.language)}\n"
        f"#let logo = {logo}\n"
        f"#let labels = {literal.array(map(literal.string, plan.labels)) if plan.labels else 'none'}\n"
        f"#let last-label = {literal.string(plan.last) if plan.last else 'none'}\n"
        f"#let committee = {literal.string(plan.committee.name)}\n"
        f"#let occasion = {literal.string(occasion(plan))}\n"
        f"#let words = (page: {literal.string(words.page)}, sheet: {literal.string(words.sheet)}, "
        f"of: {literal.string(words.of)})\n"
    ).encode()
