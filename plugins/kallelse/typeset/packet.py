"""A meeting into its packet: the source, the setting, the packing and the reading back, in that order."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pikepdf

from kallelse.locale.changes import change_notice
from kallelse.locale.pages import spoken
from kallelse.model.changed import changed, untouched
from kallelse.model.finding import Finding, Place, errors
from kallelse.model.label import next_label
from kallelse.model.meeting import Committee, Meeting
from kallelse.model.pages import Packet, PageMap
from kallelse.model.settings import Settings
from kallelse.typeset import literal
from kallelse.typeset.case import sheet_source
from kallelse.typeset.cover import cover_source
from kallelse.typeset.engine import Files, compile_packet
from kallelse.typeset.expected import expected_of
from kallelse.typeset.foreign import foreign_source, standards_of
from kallelse.typeset.heads import case_entry, occasion
from kallelse.typeset.join import join
from kallelse.typeset.order import Span, ordered
from kallelse.typeset.pack import pack
from kallelse.typeset.places import Places, places_of
from kallelse.typeset.plan import Plan, Vacant, arranged, case_pages, document_pages, part_of, plan_of
from kallelse.typeset.readback import read_back
from kallelse.typeset.starts import page_starts
from kallelse.typeset.targets import targets_of
from kallelse.typeset.template import Template, template_of

# How often a packet is set until the numbers on its cover no longer change how many pages it takes.
_ROUNDS = 4
_MAIN = '#import "kallelse/packet.typ": *\n'


@dataclass(frozen=True, slots=True)
class Source:
    """A packet's Typst sources, with the folders of their faces."""

    files: Files
    fonts: tuple[str, ...]


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
        alone, more = _part(part_of(made.plan, case_entry(own[0]), documents, packet.pages), template, root)
        findings += more
        if alone is None:
            return None, findings
        cases[path] = alone
    supplement: Packet | None = None
    language = plan.settings.language
    there = [one.change.path for one in changed(plan.meeting) if one.document is not None]
    late = {path: change_notice(path, plan.meeting, language) for path in there}
    if late:
        supplement, more = _part(part_of(made.plan, plan.words.supplement, late, packet.pages, late), template, root)
        findings += more
    return replace(packet, cases=cases, supplement=supplement), findings


@dataclass(frozen=True, slots=True)
class _Made:
    """A packet, or a part of one, as Typst makes it: before anything is joined, packed or read back."""

    plan: Plan
    pdf: bytes
    places: Places


def _set(plan: Plan, source: Source, root: Path) -> tuple[_Made | None, tuple[Finding, ...]]:
    pdf, places, findings = set_packet(plan, source, root)
    return None if pdf is None or places is None else _Made(plan, pdf, places), findings


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
        pages = document_pages(made.plan, made.places)
        counts = [(meeting.path, len(made.places.sheets[0]))]
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
    plan, places = made.plan, made.places
    with pikepdf.open(io.BytesIO(made.pdf)) as document:
        join(document, plan, places, root)
        packed = pack(document, plan.labels, _spoken(plan, places))
    expected = expected_of(plan, places)
    texts, findings = read_back(packed, expected, places, plan.meeting.path, template, root)
    if errors(findings):
        return None, findings
    starts = page_starts(expected[1:] if plan.cover else expected, places, texts, template.sizes.upright.top)
    cover = len(places.sheets[0]) if plan.cover else 0
    pages = PageMap(places.total, case_pages(plan, places), document_pages(plan, places), starts, plan.labels, cover)
    return Packet(packed, pages, tuple(text.whole for text in texts), standards_of(plan)), findings


def _spoken(plan: Plan, places: Places) -> dict[int, str]:
    """How the agenda's page ranges are read aloud, by the page that they lead to."""
    if not plan.cover:
        return {}
    return {
        pages.first: spoken(pages, language=plan.settings.language, labels=plan.labels)
        for ranges in case_pages(plan, places).values()
        for pages in ranges
    }


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
    for part in plan.parts:
        if isinstance(part, Vacant):
            statements.append(
                f"vacant-pages({part.index},{part.pages},{literal.content(literal.breakable(part.words))})"
            )
        elif part.document.foreign is not None:
            statements.append(foreign_source(part, part.document.foreign, plan))
        else:
            written, found = sheet_source(part, plan, template.sizes, targets)
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
    return compiled.pdf, places_of(compiled.map, plan.indexes), findings


def page_map(plan: Plan) -> str:
    """The last statement of a packet's source, which tells where everything stands."""
    return f"#page-map({literal.array(str(index) for index in plan.indexes)})\n"


def _opening(plan: Plan) -> str:
    date: dt.date = plan.meeting.issued or plan.meeting.date
    title = f"{plan.title}, {plan.committee.name}, {plan.meeting.date.isoformat()}"
    return (
        f"#show: packet.with(title:{literal.string(title)},author:{literal.string(plan.committee.name)},"
        f"date:datetime(year:{date.year},month:{date.month},day:{date.day}))\n"
    )


def _goes_on(labels: Sequence[str]) -> Iterator[bool]:
    """Of each page, whether its number goes on from that of the page before, so that both may stand in one range."""
    yield from (
        bool(before) and next_label(before) == label for before, label in zip(("", *labels), labels, strict=False)
    )


def _facts(plan: Plan) -> bytes:
    settings, words = plan.settings, plan.words
    logo = literal.string("/" + settings.logo.lstrip("/")) if settings.logo else "none"
    return (
        f"#let brand = rgb({literal.string(settings.colours.brand)})\n"
        f"#let language = {literal.string(settings.language)}\n"
        f"#let logo = {logo}\n"
        f"#let labels = {literal.array(map(literal.string, plan.labels)) if plan.labels else 'none'}\n"
        f"#let goes-on = {literal.array(map(literal.boolean, _goes_on(plan.labels)))}\n"
        f"#let last-label = {literal.string(plan.last) if plan.last else 'none'}\n"
        f"#let committee = {literal.string(plan.committee.name)}\n"
        f"#let occasion = {literal.string(occasion(plan))}\n"
        f"#let words = (page: {literal.string(words.page)}, sheet: {literal.string(words.sheet)}, "
        f"sheets: {literal.string(words.sheets)}, "
        f"of: {literal.string(words.of)})\n"
    ).encode()
