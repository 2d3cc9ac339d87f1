"""The files in a case's folder turned into its attachments: texts to finish, stubs, papers handed out apart."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from difflib import get_close_matches

from kallelse.model.filekinds import BESIDE, FOREIGN, OFFICE, PICTURES, WORKBOOK
from kallelse.model.finding import Finding, Place, Severity
from kallelse.model.foreign import Foreign
from kallelse.model.meeting import Document
from kallelse.model.settings import Settings
from kallelse.model.text import Heading
from kallelse.read.fieldtypes import as_line
from kallelse.read.frontmatter import FrontMatter, Value, front_matter_of
from kallelse.read.made import read_made
from kallelse.read.meeting.document import Draft, document_address, language_of, read_draft
from kallelse.read.meeting.withheld import withheld_document
from kallelse.read.misnamed import as_text, is_text
from kallelse.read.pictures import picture_findings, read_picture
from kallelse.read.schema import AttachmentDocumentFields, AttachmentFields, read_fields
from kallelse.read.sources import Sources
from kallelse.read.text.financefences import files_named

# What a case may say of a text that can say it itself, and then does.
_SHARED = {"title", "date", "language", "slug", "publish", "public_title", "ground"}


def read_attachments(
    declared: list[AttachmentFields],
    matter: FrontMatter,
    folder: str,
    sources: Sources,
    settings: Settings,
    issued: tuple[str, ...] = (),
) -> tuple[tuple[Draft | Document, ...], tuple[Finding, ...]]:
    """The attachments in file order, then those that have no file; `folder` is empty for a case of one file.

    Those that were `issued`, as `IssuedCase` tells them, keep their numbers; what is new is counted after them.
    """
    findings: list[Finding] = []
    by_path: dict[str, AttachmentFields] = {}
    apart: list[AttachmentFields] = []
    for n, each in enumerate(declared):
        place = Place(matter.path, matter.line(("attachments", n)))
        if each.file is None:
            apart.append(each)
            if not (each.separate and each.title):
                findings.append(Finding("attachment-nameless", place))
        elif folder and (path := posixpath.join(folder, each.file)) in sources.files and path != matter.path:
            if (other := by_path.get(path)) is not None:
                findings.append(Finding("attachment-twice", place, {"file": each.file}))
            # Of two rows, none may show what the other withholds.
            if other is None or other.access != "confidential":
                by_path[path] = each
        elif not folder or posixpath.join(folder, each.file) not in sources.unread:
            findings.append(_gone(each.file, place, folder, sources, {other.file for other in declared}))

    read: list[Draft | Document] = []
    there = _paths(folder, sources, findings)
    carried = carriers(folder, sources) if folder else frozenset()
    paths = [
        path
        for path in there
        if path in by_path or not (path.lower().endswith(BESIDE) or path in carried or _is_source(path, there))
    ]
    twins = [path for path in paths if _is_twin_of_withheld(path, by_path.get(path), sources)]
    findings += (Finding("attachment-twin", Place(path), severity=Severity.REMARK) for path in twins)
    paths = [path for path in paths if path not in twins]
    shown = ["" if path in sources.withheld else posixpath.relpath(path, folder) for path in paths]
    titles = ["" if each.access == "confidential" else each.title or "" for each in apart]
    numbers = _numbers([*shown, *titles], issued)
    for path, number in zip(paths, numbers[: len(paths)], strict=True):
        own = by_path.get(path)
        if own is not None and own.access == "confidential":
            read.append(withheld_document(own, folder, number, sources, settings))
        elif own is not None and own.separate and path not in sources.withheld:
            read.append(_apart(own, number, path, sources))
        elif path.lower().endswith(".md"):
            one, wrong = _attachment(path, number, own, folder, sources, settings)
            findings += wrong
            if one is not None:
                read.append(one)
        elif path.lower().endswith(FOREIGN):
            foreign, wrong = read_made(path, sources)
            findings += wrong
            if foreign is not None:
                read.append(_foreign(path, number, own, foreign, settings))
        elif own is not None and path.lower().endswith(PICTURES):
            picture = read_picture(path, sources.root / path, own.alt)
            if picture is None:
                findings += picture_findings(sources.root, (path,))
            else:
                read.append(_foreign(path, number, own, picture, settings))
                if not own.alt:
                    findings.append(Finding("picture-no-alt", Place(path), {"file": posixpath.basename(path)}))
        elif is_text(path):
            name = posixpath.basename(path)
            findings.append(Finding("file-misnamed", Place(path), {"file": name, "near": as_text(name)}))
        else:
            findings.append(Finding("attachment-foreign", Place(path), {"file": posixpath.basename(path)}))
    # Beside a case of one file there is no folder of its name, and another case may have as many attachments.
    base = folder or posixpath.splitext(matter.path)[0]
    for each, number in zip(apart, numbers[len(paths) :], strict=True):
        if each.access == "confidential":
            read.append(withheld_document(each, base, number, sources, settings))
        else:
            read.append(_apart(each, number, posixpath.join(base, f"bilaga-{number}"), sources))
    return tuple(sorted(read, key=_number)), tuple(findings)


def _gone(file: str, place: Place, folder: str, sources: Sources, declared: Collection[str | None]) -> Finding:
    """The finding about a file that is not there; it names one that is, and that nothing else is said of."""
    names = {posixpath.relpath(path, folder) for path in sources.within(folder).public} if folder else set()
    typed = {name.casefold(): name for name in sorted(names - {*declared, "index.md"})}
    near = get_close_matches(file.casefold(), typed, 1, 0.65)
    if not near:
        return Finding("attachment-gone", place, {"file": file})
    return Finding("attachment-gone-near", place, {"file": file, "near": typed[near[0]]})


def carriers(folder: str, sources: Sources) -> frozenset[str]:
    """The workbooks below `folder` that tables of texts below it are taken from."""
    there = sources.below(folder)
    if not any(path.lower().endswith(WORKBOOK) for path in there):
        return frozenset()
    texts = (sources.texts[path] for path in there if path.endswith(".md") and path in sources.texts)
    named = (file for text in texts for file in files_named(text.text, text.path))
    return frozenset(file for file in named if file.lower().endswith(WORKBOOK))


def _is_source(path: str, there: Sequence[str]) -> bool:
    """Whether a file is what a PDF of the same name beside it was written in."""
    return path.lower().endswith(OFFICE) and posixpath.splitext(path)[0] + ".pdf" in there


def _is_twin_of_withheld(path: str, own: AttachmentFields | None, sources: Sources) -> bool:
    """Whether a file is the same document in another form as one that is confidential."""
    is_said = own is not None and own.access == "confidential"
    return path in sources.withheld and path.lower().endswith(FOREIGN) and not is_said


def _numbers(names: Sequence[str], issued: tuple[str, ...]) -> list[int]:
    """The number of each of `names`: its place among those `issued`, else after them all."""
    left = list(enumerate(issued, start=1))
    after = len(issued)
    numbers: list[int] = []
    for name in names:
        slot = next((each for each in left if each[1] == name), None)
        if slot is None:
            after += 1
            numbers.append(after)
        else:
            left.remove(slot)
            numbers.append(slot[0])
    return numbers


def _number(one: Draft | Document) -> int:
    return one.number or 0


def _paths(folder: str, sources: Sources, findings: list[Finding]) -> list[str]:
    if not folder:
        return []
    paths: list[str] = []
    for name in sources.children(folder):
        path = posixpath.join(folder, name)
        if path in sources.files:
            if name != "index.md":
                paths.append(path)
        else:
            deeper = [each for each in sources.below(path) if not each.lower().endswith(BESIDE)]
            findings.extend(Finding("attachment-deep", Place(each)) for each in deeper)
    return paths


def _apart(fields: AttachmentFields, number: int, path: str, sources: Sources) -> Document:
    """A paper that is only listed, by the title that its case gives, else its own, else the name of its file."""
    matter, _ = front_matter_of(path, sources) if path.endswith(".md") else (None, ())
    own = None if matter is None else matter.values.get("title")
    title = fields.title or as_line(own) or _titled(path)
    return Document(path, "", title, number, date=fields.date, separate=True)


def _foreign(path: str, number: int, own: AttachmentFields | None, foreign: Foreign, settings: Settings) -> Document:
    if own is None:
        return Document(path, document_address(path, None), _titled(path), number, foreign=foreign)
    return Document(
        path,
        document_address(path, own.slug),
        own.title or _titled(path),
        number,
        date=own.date,
        foreign=foreign,
        language=language_of(own.language, settings),
    )


def _titled(path: str) -> str:
    """`bilaga-2-karta_over-hamnen.pdf` → `Karta over hamnen`."""
    name = posixpath.splitext(posixpath.basename(path))[0]
    words = re.sub(r"^(?:bilaga|attachment)?[-_ ]*\d*[-_ ]*", "", name, flags=re.IGNORECASE) or name
    words = " ".join(re.split(r"[-_\s]+", words)).strip()
    return words[:1].upper() + words[1:]


def _attachment(
    path: str,
    number: int,
    own: AttachmentFields | None,
    folder: str,
    sources: Sources,
    settings: Settings,
) -> tuple[Draft | Document | None, tuple[Finding, ...]]:
    matter, findings = front_matter_of(path, sources)
    if matter is None:
        return None, findings
    typed = matter
    given: dict[str, Value] = {} if own is None else own.model_dump(mode="json", include=_SHARED, exclude_unset=True)
    given = {key: value for key, value in given.items() if value is not None}
    matter = replace(matter, values=given | {key: said for key, said in typed.values.items() if said is not None})
    fields, wrong = read_fields(AttachmentDocumentFields, matter)
    findings += wrong
    if fields is None:
        return None, findings
    if fields.access == "confidential":
        return withheld_document(fields, folder, number, sources, settings), findings
    for key, said in given.items():
        if getattr(fields, key) != getattr(own, key):
            told = {"key": key, "said": str(said)}
            findings += (Finding("attachment-otherwise", Place(path, typed.line((key,))), told, Severity.REMARK),)
    draft, wrong = read_draft(fields, matter, number, sources, settings)
    findings += wrong
    blocks = draft.body.blocks
    # A heading of the first level is the title of the text, whatever comes after it.
    if not blocks or (len(blocks) == 1 and isinstance(blocks[0], Heading) and blocks[0].level == 1):
        findings += (Finding("attachment-empty", Place(path)),)
    return draft, findings
