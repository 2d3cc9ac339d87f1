"""The file of a meeting's minutes turned into its record, its paragraphs not yet numbered."""

from __future__ import annotations

import datetime as dt
import itertools
import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kallelse.locale.meeting import WITHHELD
from kallelse.locale.record_words import TAKEN_OUT
from kallelse.locale.recorded import recorded
from kallelse.locale.words import FENCES, Fence
from kallelse.model.finding import Finding, Place
from kallelse.model.meeting import Meeting
from kallelse.model.record import Adjournment, Correction, HeldSitting, Minutes, Paragraph, Publication, RecordForm
from kallelse.model.settings import Settings
from kallelse.model.text import Block, Body, Recorded
from kallelse.read.frontmatter import FrontMatter, Location, front_matter_of
from kallelse.read.record.access import recorded_access
from kallelse.read.record.attendance import Attending
from kallelse.read.record.digests import digest, typed_digests
from kallelse.read.record.fences import read_recorded
from kallelse.read.record.hidden import shows, taken_out, without_hidden
from kallelse.read.record.items import Agenda, Item, Withheld
from kallelse.read.record.marks import stray_marks
from kallelse.read.record.paragraph import read_paragraph
from kallelse.read.record.roster import Roster
from kallelse.read.record.schema import MinutesFields
from kallelse.read.record.sets import read_sets
from kallelse.read.record.withheld import is_cut, of_public, public_matter, without_uncalled
from kallelse.read.schema import read_fields
from kallelse.read.sources import Sources
from kallelse.read.text.body import body_of, picture_digests
from kallelse.read.text.sections import item_blocks

MINUTES = "minutes.md"


def read_minutes(
    meeting: Meeting, files: Mapping[str, str], sources: Sources, settings: Settings
) -> tuple[Minutes | None, tuple[Finding, ...]]:
    """The minutes beside a meeting's file; None where there are none that can be read.

    `files` are those of its cases, by the path that each case bears.
    """
    path = posixpath.join(posixpath.dirname(meeting.path), MINUTES)
    if path not in sources.files:
        return None, ()
    matter, findings = front_matter_of(path, sources)
    if matter is None:
        return None, findings
    fields, wrong = read_fields(MinutesFields, matter)
    findings += wrong
    if fields is None:
        return None, findings
    withheld = recorded_access(files, sources, settings)
    hidden = tuple(word for one in withheld.values() if is_cut(one) for word in one.hidden)

    def public(text: str) -> str:
        return taken_out(text, hidden, TAKEN_OUT[settings.language])

    attending = Attending(fields, matter, meeting, settings.language)
    sittings = tuple(HeldSitting(each.start, each.end, each.place) for each in fields.sittings)
    opened, closed = _times(fields, meeting)
    sets, wrong = read_sets(fields, matter, opened)
    form = RecordForm(fields.form)
    front = Minutes(
        path=path,
        folder=posixpath.dirname(meeting.address),
        opened=opened,
        closed=closed,
        sittings=sittings,
        place=fields.place or ("" if form is RecordForm.CIRCULATION else meeting.place),
        form=form,
        is_notes=fields.notes,
        chairs=attending.chairs,
        secretaries=attending.secretaries,
        attendance=attending.attendance,
        adjournments=tuple(Adjournment(each.start, each.end, each.paragraph) for each in fields.adjournments),
        first=fields.first or 0,
        numbering=fields.numbering,
        sets=sets,
        corrections=tuple(
            Correction(
                each.date,
                each.by,
                each.text,
                each.paragraph,
                digest((each.by, each.text)),
                matter.line(("corrections", n)),
            )
            for n, each in enumerate(fields.corrections)
        ),
        lines=matter.key_lines,
    )
    front = without_hidden(front, public)
    text = _read_text(matter, fields, meeting, withheld, Roster(front.attendance), sources, settings)
    preamble = without_uncalled(replace(text.body, blocks=text.preamble))
    findings = (*findings, *wrong, *_time_findings(fields, matter, opened), *attending.findings, *text.findings)
    opens = (each.words["word"].lower() for each in findings if each.code == "fence-open")
    is_cut_short = any(word not in FENCES for word in opens)
    whole = replace(front, paragraphs=text.paragraphs, body=text.body, preamble=preamble, is_cut_short=is_cut_short)
    return whole, findings


@dataclass(frozen=True, slots=True)
class _Text:
    """What the text of minutes says, and what stands before its first heading."""

    body: Body
    preamble: tuple[Block, ...]
    paragraphs: tuple[Paragraph, ...]
    findings: tuple[Finding, ...]


def _read_text(
    matter: FrontMatter,
    fields: MinutesFields,
    meeting: Meeting,
    withheld: Mapping[str, Withheld],
    roster: Roster,
    sources: Sources,
    settings: Settings,
) -> _Text:
    """The text as far as it may be published: what is not is cut before it is read again."""

    def read_fence(kind: Fence, lines: Sequence[str], line: int) -> tuple[Recorded | None, tuple[Finding, ...]]:
        noun, found = read_recorded(kind, lines, line, roster, matter.path)
        return (None if noun is None else recorded(noun, settings.language)), found

    agenda = Agenda(meeting.agenda, withheld)
    body, findings = body_of(matter, sources, settings.language, read_fence)
    preamble, cut = item_blocks(body.blocks)
    items: list[Item] = []
    for heading, blocks in cut:
        item, wrong = agenda.item(heading, blocks, matter.path, is_free=fields.notes)
        items.append(item)
        findings += wrong
    shown = matter
    if any(map(is_cut, withheld.values())):
        rows = meeting.agenda
        public = public_matter(matter, body, items, rows, withheld, settings.language, is_free=fields.notes)
        shown = public.matter
        whole = findings
        body, wrong = body_of(public.matter, sources, settings.language, read_fence)
        body = without_uncalled(body)
        preamble, cut = item_blocks(body.blocks)
        found: list[Item] = []
        told: tuple[Finding, ...] = ()
        for heading, blocks in cut:
            item, more = agenda.item(heading, blocks, matter.path, is_free=fields.notes)
            known = public.items.get(heading.line)
            if known is not None and is_cut(known.withheld):
                item = replace(item, row=known.row, marks=known.marks, withheld=known.withheld)
                more = ()
            found.append(item)
            told += more
        items = found
        findings = (*of_public((*wrong, *told), whole), *public.findings)
    outside = (*preamble, *(block for note in body.notes for block in note.content))
    findings = (*findings, *stray_marks(outside, matter.path))
    paragraphs: list[Paragraph] = []
    for item in items:
        paragraph, wrong = read_paragraph(item, body.notes, roster, matter.path, settings)
        if item.withheld is not None and (code := _left(paragraph, item.withheld)):
            findings += (Finding(code, Place(matter.path, item.heading.line)),)
            phrase = settings.withheld or WITHHELD[settings.language]
            stub = replace(item, withheld=Withheld(Publication.NUMBER, phrase))
            paragraph, _ = read_paragraph(stub, (), roster, matter.path, settings)
            body, preamble, wrong = Body(), (), ()
        paragraphs.append(paragraph)
        findings += wrong
    pictures = [picture_digests(paragraph.body, matter.path, sources) for paragraph in paragraphs]
    typed = typed_digests(matter, shown, [paragraph.line for paragraph in paragraphs], pictures)
    whole_paragraphs = (replace(each, typed=said) for each, said in zip(paragraphs, typed, strict=True))
    return _Text(body, preamble, tuple(whole_paragraphs), findings)


def _left(paragraph: Paragraph, withheld: Withheld) -> str:
    """What is wrong with a paragraph that is to be without some words: one is left, or nobody has said which."""
    if withheld.publication is not Publication.ANONYMISED:
        return ""
    if not withheld.hidden:
        return "hidden-missing"
    return "hidden-left" if shows(paragraph, withheld.hidden) else ""


def _times(fields: MinutesFields, meeting: Meeting) -> tuple[dt.datetime, dt.datetime | None]:
    """When it was opened and closed: as the minutes say, else as it was called."""
    if fields.sittings:
        return fields.sittings[0].start, fields.sittings[-1].end
    called = meeting.sittings
    return fields.start or called[0].start, fields.end or (None if fields.start else called[-1].end)


def _time_findings(fields: MinutesFields, matter: FrontMatter, opened: dt.datetime) -> tuple[Finding, ...]:
    if fields.sittings and (fields.start is not None or fields.end is not None):
        return (Finding("meeting-two-times", Place(matter.path, matter.line(("sittings",)))),)
    spans: list[tuple[Location, dt.datetime, dt.datetime]] = [
        (("sittings", number), each.start, each.end or each.start) for number, each in enumerate(fields.sittings)
    ]
    if fields.start is not None:
        spans = [((), fields.start, fields.end or fields.start)]
    wrong = [(*location, "end") for location, start, end in spans if end < start]
    wrong += [(*here, "start") for (_, _, end), (here, start, _) in itertools.pairwise(spans) if start < end]
    # A set with times of its own may have sat at any, and sits from the beginning where it says none.
    apart = [number for number, each in enumerate(fields.sets) if each.end and each.end < (each.start or opened)]
    wrong = [*wrong[:1], *(("sets", number, "end") for number in apart)]
    return tuple(Finding("meeting-time-backwards", Place(matter.path, matter.line(each))) for each in wrong)
