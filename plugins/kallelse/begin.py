"""A name and a day into the texts of new files by path: of a case, a meeting, an archive."""

from __future__ import annotations

import datetime as dt
import math
import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import yaml

from kallelse.locale import beginnings
from kallelse.model.address import RESERVED, is_device, slug
from kallelse.model.archive import Archive
from kallelse.model.filekinds import DRAWING, FOREIGN, PICTURES, WEB_FONTS
from kallelse.model.finding import listed
from kallelse.model.meeting import Committee, Meeting
from kallelse.model.person import Person
from kallelse.model.settings import Language
from kallelse.read.fieldtypes import person as read_person
from kallelse.read.sources import natural

_NUMBERED = re.compile(r"\d{1,4}(?!\d)")
# A summons goes out a week before, where no meeting tells otherwise.
_AHEAD = dt.timedelta(days=7)
# Letters of a folder's name that is made of a title: some systems take no path longer than 260 in all.
_LONGEST = 60
# So many folders are named of those that may be meant.
_MOST = 5
# What builds make, which git does not keep.
_NOT_KEPT = ("site/", "site.*/", "private/", "private.*/", ".venv/", ".cache/", ".kallelse/")
_BINARY = sorted({end for end in (*PICTURES, *FOREIGN, *WEB_FONTS) if end != DRAWING})
# Line ends of Windows would be other texts, and what has gone out or is adjusted must be the very same everywhere.
_ATTRIBUTES = "* text=auto eol=lf\n" + "".join(f"*{end} binary\n" for end in _BINARY)
_FORGES = Path(__file__).parent / "forges"
_YEARBOOK = "INHERIT: mkdocs.yml\nplugins:\n  kallelse: {{yearbook: true}}\n  with-pdf: {{output_path: {name}}}\n"


class BeginError(Exception):
    """What was asked for cannot be begun; `code` names the reason in `locale.refusals.REFUSALS`, `words` fill it."""

    def __init__(self, code: str, **words: str) -> None:
        super().__init__(code)
        self.code, self.words = code, words


@dataclass(frozen=True, slots=True)
class Beginning:
    """The texts of new files by path; `row` is the case that an agenda which is written out still has to name.

    `before` is the first of those that come after it where it could not be last.
    """

    files: Mapping[str, str]
    row: str = ""
    before: str = ""


def new_archive(name: str, committees: Sequence[str], language: Language) -> Beginning:
    """A municipality's own repository, with its committees and no meeting yet."""
    title = beginnings.SITE[language]
    engine = (
        f"site_name: {in_yaml(title)}\nuse_directory_urls: false\nstrict: true\n"
        f"theme: {{name: material, language: {language}, font: false}}\nextra: {{generator: false}}\n"
        f"plugins: {{kallelse: {{meetings: meetings}}}}\nnav:\n  - {in_yaml(beginnings.ABOUT[language])}: om.md\n"
    )
    files = {
        "mkdocs.yml": engine,
        "yearbook.yml": _YEARBOOK.format(name=beginnings.YEARBOOK[language]),
        "docs/om.md": beginnings.HANDBOOK[language],
        "meetings/kallelse.yml": f"name: {in_yaml(name)}\nlanguage: {language}\n",
        ".gitattributes": _ATTRIBUTES,
        ".github/workflows/publish.yml": (_FORGES / "github.yml").read_text(encoding="utf-8"),
        ".gitlab-ci.yml": (_FORGES / "gitlab.yml").read_text(encoding="utf-8"),
        ".gitignore": "".join(f"/{each}\n" for each in (*_NOT_KEPT, beginnings.YEARBOOK[language])),
    }
    for committee in committees:
        for path, text in new_committee(committee).files.items():
            if files.setdefault(f"meetings/{path}", text) != text:
                raise BeginError("begin-same-folder", name=committee, folder=posixpath.dirname(path))
    return Beginning(files)


def new_committee(name: str) -> Beginning:
    """A committee without meetings, in a folder named after it."""
    folder = _name(name) or "namnd"
    folder = f"{folder}-namnd" if folder in RESERVED else folder
    if is_device(folder):
        raise BeginError("begin-device", name=name)
    return Beginning({f"{folder}/index.md": f"---\ntitle: {in_yaml(name)}\n---\n"})


def new_meeting(archive: Archive, folder: str, day: dt.date, suffix: str, time: str) -> Beginning:
    """A meeting of the committee in `folder`, not issued yet; what the committee's last one says is taken over.

    `suffix` (`-2`) tells it from another of the same day.
    """
    committee = next((each for each in archive.committees if each.folder == folder), None)
    if committee is None:
        known = ", ".join(each.folder for each in archive.committees)
        raise BeginError("begin-no-committee", folder=folder, known=known)
    last = committee.meetings[-1] if committee.meetings else None
    begins = time or (f"{last.sittings[0].start:%H:%M}" if last else "13:00")
    lines = [f"start: {day} {begins}"]
    if last is not None:
        lines += list(_taken_over(last))
    language = archive.settings.language
    lines.append(beginnings.ISSUED[language].format(day=day - _ahead(last)).rstrip("\n"))
    name = f"{day.isoformat()}{suffix}"
    if any(each.folder == name for each in committee.meetings):
        raise BeginError("begin-meeting-there", folder=posixpath.join(folder, name), other=f"{day.isoformat()}-2")
    path = posixpath.join(folder, name, "index.md")
    return Beginning({path: "---\n" + "\n".join(lines) + "\n---\n"})


def new_case(archive: Archive, path: str, title: str, dnr: str, with_folder: bool, names: Collection[str]) -> Beginning:
    """A case of the meeting in folder `path`, in a folder of its own `with_folder`.

    `names` are those of all files and folders of cases there, whatever can be read of them: it is numbered after the
    highest.
    """
    _, meeting = meeting_in(archive, path)
    number = max((int(match[0]) for name in names if (match := _NUMBERED.match(name))), default=len(names)) + 1
    name = f"{number:02}-{_name(title) or 'arende'}"
    kind = f"kind: decision # {beginnings.KINDS[archive.settings.language]}"
    lines = [f"title: {in_yaml(title)}", *([f"dnr: {in_yaml(dnr)}"] if dnr else []), kind]
    text = "---\n" + "\n".join(lines) + "\n---\n\n" + beginnings.LETTER[archive.settings.language]
    file = f"{name}/index.md" if with_folder else f"{name}.md"
    files = {posixpath.join(path, file): text}
    if any(row.line for row in meeting.agenda):
        return Beginning(files, row=name)
    # Names without a number come after all that have one.
    later = [each for each in sorted(names, key=natural) if natural(each) > natural(file)]
    return Beginning(files, before=later[0] if later else "")


def meeting_in(archive: Archive, path: str) -> tuple[Committee, Meeting]:
    """The meeting in folder `path`, with its committee."""
    meetings = {posixpath.dirname(each[1].path): each for each in archive.meetings()}
    if path not in meetings:
        code, words = no_meeting(archive, path)
        raise BeginError(code, **words)
    return meetings[path]


def no_meeting(archive: Archive, path: str) -> tuple[str, dict[str, str]]:
    """Why nothing can be done with the meeting in folder `path`, which is not there: the refusal and its words."""
    folders = [posixpath.dirname(meeting.path) for _, meeting in archive.meetings()]
    day = posixpath.basename(path)
    near = [each for each in folders if posixpath.basename(each) == day]
    near = near or get_close_matches(path, folders, _MOST, 0.8)
    if near:
        return "begin-near-meeting", {"folder": path, "near": listed(near, _MOST)}
    return "begin-no-meeting", {"folder": path, "known": listed(folders, _MOST)}


def _name(title: str) -> str:
    """The name of a folder or file for what has that title, cut between two words where it is long."""
    whole = slug(title)
    return whole if len(whole) <= _LONGEST else whole[: _LONGEST + 1].rpartition("-")[0] or whole[:_LONGEST]


def _taken_over(last: Meeting) -> Iterable[str]:
    if last.place:
        yield f"place: {in_yaml(last.place)}"
    for key, person in (("chair", last.chair), ("secretary", last.secretary)):
        if person is not None:
            yield f"{key}: {person_in_yaml(person, read_person)}"
    for key, several in (("recipients", last.recipients), ("copies", last.copies)):
        if several:
            yield f"{key}: {in_yaml(list(several))}"


def _ahead(last: Meeting | None) -> dt.timedelta:
    return last.date - last.issued if last is not None and last.issued is not None else _AHEAD


def person_in_yaml(person: Person, read: Callable[[object], object]) -> str:
    """The person as a line, or as fields where `read`, which takes it, would read a line as something else."""
    fields = {"name": person.name, "party": person.party, "title": person.title, "place": person.place}
    said = {key: value for key, value in fields.items() if value}
    try:
        is_line = read(person.line) == said
    except ValueError:
        is_line = False
    return in_yaml(person.line if is_line else said)


def in_yaml(value: str | list[str] | dict[str, str]) -> str:
    """`value` in YAML (YAML 1.2, 7.3 and 7.4.1) on one line, in quotes where it needs them."""
    plain = " ".join(value.split()) if isinstance(value, str) else value
    said = yaml.safe_dump(plain, allow_unicode=True, width=math.inf, default_flow_style=True, sort_keys=False)
    return str(said).removesuffix("\n").removesuffix("...").rstrip("\n")
