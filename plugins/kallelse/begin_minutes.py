"""A meeting's agenda into the text of its minutes, ready to fill in, and who served in an item into a vote's lines."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kallelse.begin import BeginError, Beginning, in_yaml, meeting_in, person_in_yaml
from kallelse.locale.beginnings import MINUTES, ONLINE, VOTE, MinutesWords
from kallelse.locale.figures import SPACE
from kallelse.locale.paragraphs import numbered
from kallelse.locale.record_words import CHAIR, SECRETARY
from kallelse.model.archive import Archive
from kallelse.model.board import boards_on
from kallelse.model.label import compact
from kallelse.model.meeting import Access, AgendaRow, Committee, Meeting, MeetingStatus
from kallelse.model.namesakes import namesakes_of, typed_person
from kallelse.model.person import Person
from kallelse.model.record import Minutes, Paragraph, RecordForm
from kallelse.model.section import SectionKind
from kallelse.model.settings import Settings
from kallelse.read.record.line import attendee
from kallelse.read.record.minutes import MINUTES as FILE

# What Markdown, or the reader of marks, would not leave as it is.
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~^]|&\w+;")
_CALLED = "|".join(map(re.escape, sorted(ONLINE, key=len, reverse=True)))
_ONLINE = re.compile(rf"(?<!\w)(?:(?:via|i|på|by|on|over)\s+)?(?:{_CALLED})(?!\w)", re.IGNORECASE)
# What is a place beside that.
_WORD = re.compile(r"(?!(?:och|samt|eller|möte|and|or|meeting|via)\b)\b[^\W\d_]{3,}", re.IGNORECASE)
_BODY = "{body}"


def new_minutes(archive: Archive, folder: str) -> Beginning:
    """The minutes of the meeting in `folder`: who should attend, and a heading for each numbered row of its agenda."""
    committee, meeting = meeting_in(archive, folder)
    if meeting.status is not MeetingStatus.CALLED:
        raise BeginError("begin-not-held", folder=folder)
    rows = [row for row in meeting.agenda if row.number]
    if not rows:
        raise BeginError("begin-no-items", folder=folder)
    settings = archive.settings
    front = "\n".join(_front(committee, meeting, len(rows), settings))
    items = "\n\n".join("\n\n".join(_item(row, committee, settings)) for row in rows)
    return Beginning({posixpath.join(folder, FILE): f"---\n{front}\n---\n\n{items}\n"})


def _front(committee: Committee, meeting: Meeting, count: int, settings: Settings) -> Iterator[str]:
    language = settings.language
    words = MINUTES[language]
    before = [each.minutes for each in _earlier(committee, meeting) if each.minutes is not None]
    secretaries = [each.person for minutes in reversed(before) for each in minutes.secretaries]
    first, is_known, doubt = _first(committee, meeting, words)
    some = numbered(range(first, first + max(1, count - 1))).replace(SPACE, " ")
    yield f"# {words.comments}"
    yield from _times(meeting, words)
    yield from _form(meeting, words)
    yield from (() if is_known else (f"# {doubt}",))
    yield f"{'' if is_known else '# '}first: {first}"
    chair = _titled(meeting.chair, committee.members, CHAIR[language])
    yield from _alone("chair", chair)
    yield from _alone("secretary", _titled(meeting.secretary, secretaries, SECRETARY[language]))
    yield f"# {words.members.format(name=words.somebody, paragraphs=some)}"
    members = _members(committee, before, chair)
    yield from _listed("members", map(_line, members), words.somebody)
    yield f"# {words.serving}"
    yield from _listed("serving", (), words.deputy.format(name=words.somebody, paragraphs=some))
    yield f"# {words.deputies}"
    yield "deputies:"
    yield from (f"  # - {_line(each)}" for each in committee.deputies)
    yield f"# {words.others}"
    yield from _listed("others", map(_line, _presenters(meeting, members)), "")
    yield f"# {words.adjusters}"
    yield "adjusters:"
    boards = boards_on(committee.boards, meeting.date)
    yield from _adjustment(boards, before, range(first, first + count), words)


def _earlier(committee: Committee, meeting: Meeting) -> tuple[Meeting, ...]:
    """The meetings before one, also on its day."""
    return committee.meetings[: committee.meetings.index(meeting)]


def _times(meeting: Meeting, words: MinutesWords) -> Iterator[str]:
    """When the meeting was to begin and end."""
    *_, last = sittings = meeting.sittings
    if len(sittings) == 1:
        yield f"start: {last.start:%Y-%m-%d %H:%M}"
    else:
        yield "sittings:"
        for each in sittings:
            times = {"start": each.start, "end": each.end}
            said = ", ".join(f"{key}: {time:%Y-%m-%d %H:%M}" for key, time in times.items() if time is not None)
            yield f"  - {{{said}}}"
    if len(sittings) == 1 and last.end is not None:
        yield f"end: {last.end:%Y-%m-%d %H:%M}"
    elif len(sittings) == 1:
        yield f"# {words.end}"
        yield f"# end: {last.start:%Y-%m-%d} {words.clock}"


def _form(meeting: Meeting, words: MinutesWords) -> Iterator[str]:
    """In which form the meeting was held, where its place says that it was not in person for all."""
    if _ONLINE.search(meeting.place):
        form = RecordForm.HYBRID if _WORD.search(_ONLINE.sub("", meeting.place)) else RecordForm.DIGITAL
        yield f"# {words.form}"
        yield f"form: {form.value}"


def _first(committee: Committee, meeting: Meeting, words: MinutesWords) -> tuple[int, bool, str]:
    """The number of the first paragraph, whether the minutes of the year tell it for certain, and why they do not."""
    last, is_known, doubt = 0, False, words.year
    for each in _earlier(committee, meeting):
        minutes = each.minutes
        if each.date.year != meeting.date.year or (minutes is None and each.status is not MeetingStatus.CALLED):
            continue
        if minutes is None:
            is_known, doubt = False, words.unknown
        elif not minutes.is_notes and minutes.paragraphs:
            last, is_known = minutes.paragraphs[-1].number, True
    return last + 1, is_known, doubt


def _members(committee: Committee, before: Sequence[Minutes], chair: Person | None) -> tuple[Person, ...]:
    """The members by the committee's list, else by its last minutes; whoever is in the chair is one of them."""
    last = before[-1].attendance.members if before else ()
    known = committee.members or tuple(each.person for each in last)
    return known if chair is None or any(each.is_alike(chair) for each in known) else (chair, *known)


def _titled(person: Person | None, known: Iterable[Person], office: str) -> Person | None:
    """The person under the title that one of `known` of that name has, else as the holder of the office."""
    if person is None or person.title:
        return person
    title = next((each.title for each in known if each.is_alike(person) and each.title), office)
    return replace(person, title=title)


def _line(person: Person) -> str:
    return person_in_yaml(person, attendee)


def _alone(key: str, person: Person | None) -> Iterator[str]:
    yield f"{key}: {_line(person)}" if person is not None else f"{key}:"


def _listed(key: str, lines: Iterable[str], example: str) -> Iterator[str]:
    """A list of people, or an example of it in a comment."""
    found = tuple(lines)
    yield f"{key}:"
    yield from (f"  - {line}" for line in found)
    if example and not found:
        yield f"  # - {example}"


def _presenters(meeting: Meeting, members: Iterable[Person]) -> tuple[Person, ...]:
    """Those who present the cases, each once, members aside."""
    found = {each.name: each for case in reversed(meeting.cases) for each in reversed(case.presenters)}
    for each in members:
        found.pop(each.name, None)
    return tuple(reversed(found.values()))


def _adjustment(
    boards: Sequence[str], before: Sequence[Minutes], numbers: Sequence[int], words: MinutesWords
) -> Iterator[str]:
    """Where the minutes are kept, as those before were, and what is known of adjustment and notice only afterwards."""
    kept = [one.kept for minutes in before for one in minutes.sets if one.kept]
    yield f"# {words.kept}"
    yield f"kept: {in_yaml(kept[-1])}" if kept else "kept:"
    notices = [{"board": board, "date": words.day} for board in boards] or [{"date": words.day}]
    at_once, rest = numbers[-1:], numbers[:-1]
    day = f"adjusted: {words.day}"
    postings = ["postings:", *(f"  - {in_yaml(each)}" for each in notices)]
    sets = ["sets:", f"  - paragraphs: {_typed(at_once)}", "    immediate: true", f"    reason: {words.reason}"]
    sets += [f"    {line}" for line in (day, *postings)]
    sets += [f"  - paragraphs: {_typed(rest)}", *(f"    {line}" for line in (day, *postings))] if rest else []
    yield f"# {words.adjusted}"
    yield from (f"# {line}" for line in (day, "adjusted_at:", *postings))
    yield f"# {words.at_once}"
    yield from (f"# {line}" for line in sets)
    correction = {"paragraph": str(numbers[0]), "date": words.day, "by": words.somebody, "text": words.correction}
    yield f"# corrections: # {words.corrected}"
    yield from (f"# {'  - ' if key == 'paragraph' else '    '}{key}: {said}" for key, said in correction.items())


def _typed(numbers: Sequence[int]) -> str:
    return compact([str(number) for number in numbers])


def _item(row: AgendaRow, committee: Committee, settings: Settings) -> Iterator[str]:
    """A row's heading, and what it decides: of a withheld case nothing but the number."""
    case, words = row.case, MINUTES[settings.language]
    if case is not None and case.access is not Access.PUBLIC:
        yield f"## {row.number}."
        return
    # A title that would be read as something else is taken from the agenda anyway.
    yield f"## {row.number}. {row.title}" if not _SPECIAL.search(row.title) else f"## {row.number}."
    sections = case.letter.sections if case is not None and case.letter is not None else ()
    own = {each.casefold() for each in (committee.name, committee.short)}
    proposed = dict.fromkeys(each.body_name for each in sections if each.kind is SectionKind.PROPOSAL)
    for body in dict.fromkeys("" if each.casefold() in own else each for each in proposed or ("",)):
        yield f"### {_heading(body, settings)}"
        if case is None:
            yield words.formality
        else:
            yield words.as_proposed if proposed else words.decisions[case.kind]


def _heading(body: str, settings: Settings) -> str:
    """The heading of a decision, or of a proposal to another `body`; the municipality's own before the standard one."""
    words = MINUTES[settings.language]
    own = [pattern for pattern, kind in settings.headings.items() if SectionKind(kind) is SectionKind.DECISION]
    fitting = [pattern for pattern in own if (_BODY in pattern) == bool(body)]
    return next(iter(fitting), words.proposal if body else words.decision).replace(_BODY, body)


def vote_lines(archive: Archive, folder: str, item: str) -> str:
    """A vote of all who served in the item by the minutes of the meeting in `folder`, each still to be counted.

    `item` is its number on the agenda, or `§ 24`. The chair comes last, as in a call of names.
    """
    _, meeting = meeting_in(archive, folder)
    if meeting.minutes is None:
        raise BeginError("vote-no-minutes", folder=folder)
    paragraph = _paragraph(meeting.minutes, item, folder)
    chair = meeting.minutes.chair_of(paragraph)
    shared = namesakes_of(meeting.minutes.attendance)

    def who(person: Person) -> str:
        return shared.label(person) or person.name

    aside = {who(typed_person(name)) for name in (*paragraph.disqualified, *paragraph.not_taking_part)}
    served = [who(each.person) for each, _ in meeting.minutes.deciding(paragraph)]
    names = [name for name in dict.fromkeys(served) if name not in aside]
    if not names:
        raise BeginError("vote-nobody", item=item, path=meeting.minutes.path)
    names.sort(key=lambda name: chair is not None and name == who(chair))
    words = VOTE[archive.settings.language]
    lines = [f"```{words.fence}", f"{words.yes}: {words.for_yes}", f"{words.no}: {words.for_no}", ""]
    return "\n".join([*lines, *(f"{name}: " for name in names), "```"])


def _paragraph(minutes: Minutes, item: str, folder: str) -> Paragraph:
    """The paragraph of an item, the last one where it has several."""
    is_number = item.strip().startswith("§")
    named = {str(each.number) if is_number else each.item: each for each in minutes.paragraphs}
    # As pages write it, `§ 24` has a blank that no line breaks at.
    wanted = item.strip(f" {SPACE}§.")
    if wanted not in named:
        known = ", ".join(each.item or f"§ {each.number}" for each in minutes.paragraphs)
        raise BeginError("vote-no-item", item=item, folder=folder, known=known)
    return named[wanted]
