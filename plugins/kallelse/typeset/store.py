"""A packet kept from a build before, found again by everything that it is made of."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from kallelse.fonts import PRINT_DIR
from kallelse.model.address import resolve
from kallelse.model.fold import of_kind
from kallelse.model.pages import Packet, PageMap, PageRange, PageStart
from kallelse.model.text import Image
from kallelse.typeset.engine import Files
from kallelse.typeset.plan import Plan

ENDING = ".packet"
_LIBRARIES = ("typst", "pikepdf", "pypdfium2", "pillow")
_FACTS = "packet.json"
_PACKAGE = Path(__file__).resolve().parent.parent
# A zip tells when it was written; what is kept does not.
_NO_DAY = (1980, 1, 1, 0, 0, 0)


def packet_key(files: Files, fonts: tuple[str, ...], plan: Plan, root: Path) -> str:
    """A digest of all that a packet depends on: its Typst sources, files, faces, what went out before, and programs."""
    digest = hashlib.sha256()

    def add(name: str, content: bytes) -> None:
        digest.update(f"{name}\0{len(content)}\0".encode() + content)

    for name, content in sorted(files.items()):
        add(name, content)
    for path in sorted(set(_files(plan))):
        add(path, (root / path).read_bytes())
    for folder in (Path(each) for each in fonts if Path(each) != PRINT_DIR):
        for file in sorted(each for each in folder.iterdir() if each.is_file()):
            add(file.name, file.read_bytes())
    meeting = plan.meeting
    add("issued", repr((meeting.issues, meeting.changes, meeting.late, plan.settings.case_pdfs)).encode())
    add("foreign", repr([sheet.document.foreign for sheet in plan.sheets]).encode())
    add("programs", _programs().encode())
    return digest.hexdigest()


def _files(plan: Plan) -> Iterator[str]:
    """The pictures that a packet shows, by path; foreign documents are told by their own digests."""
    if plan.settings.logo:
        yield plan.settings.logo
    bodies = [(plan.meeting.note, plan.meeting.path)]
    bodies += [(sheet.document.body, sheet.document.path) for sheet in plan.sheets]
    for body, path in bodies:
        for image in of_kind(body, Image):
            yield resolve(image.source, path)[0].lstrip("/")


@cache
def _programs() -> str:
    """The versions of all that makes a packet; of this package, which may be changed in place, its own text."""
    digest = hashlib.sha256()
    for file in sorted(each for each in _PACKAGE.rglob("*") if each.suffix in (".py", ".typ")):
        digest.update(file.relative_to(_PACKAGE).as_posix().encode() + b"\0" + file.read_bytes())
    return " ".join((digest.hexdigest(), *(f"{name} {version(name)}" for name in _LIBRARIES)))


def write_packet(packet: Packet, file: Path) -> None:
    """Writes a packet with its parts to `file`."""
    with zipfile.ZipFile(file, "w") as opened:
        facts = {
            "whole": _facts(packet),
            "cases": {path: _facts(case) for path, case in packet.cases.items()},
            "supplement": None if packet.supplement is None else _facts(packet.supplement),
        }
        opened.writestr(zipfile.ZipInfo(_FACTS, _NO_DAY), json.dumps(facts))
        pdfs = [packet.pdf, *(case.pdf for case in packet.cases.values())]
        pdfs += [] if packet.supplement is None else [packet.supplement.pdf]
        for number, pdf in enumerate(pdfs):
            opened.writestr(zipfile.ZipInfo(f"{number}.pdf", _NO_DAY), pdf)


def read_packet(file: Path) -> Packet:
    """The packet that `write_packet` wrote to `file`."""
    with zipfile.ZipFile(file) as opened:
        facts = json.loads(opened.read(_FACTS))
        pdfs = iter([opened.read(f"{number}.pdf") for number in range(len(opened.namelist()) - 1)])
    whole = _packet(facts["whole"], next(pdfs))
    cases = {path: _packet(told, next(pdfs)) for path, told in facts["cases"].items()}
    late = None if facts["supplement"] is None else _packet(facts["supplement"], next(pdfs))
    return Packet(whole.pdf, whole.pages, whole.texts, whole.standards, cases, late)


def _facts(packet: Packet) -> Mapping[str, Any]:
    return {"pages": asdict(packet.pages), "texts": packet.texts, "standards": packet.standards}


def _packet(told: Mapping[str, Any], pdf: bytes) -> Packet:
    pages = told["pages"]
    found = PageMap(
        total=pages["total"],
        cases={path: tuple(PageRange(**each) for each in ranges) for path, ranges in pages["cases"].items()},
        documents={path: PageRange(**each) for path, each in pages["documents"].items()},
        starts=tuple(PageStart(**each) for each in pages["starts"]),
        labels=tuple(pages["labels"]),
        cover=pages["cover"],
    )
    return Packet(pdf, found, tuple(told["texts"]), tuple(told["standards"]))
