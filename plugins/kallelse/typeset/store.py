"""A packet kept from a build before, found again by everything that it is made of."""

from __future__ import annotations

import contextlib
import hashlib
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from kallelse.foreign.broken import BrokenError, broken_told
from kallelse.foreign.kept import found, keep_if_possible, programs
from kallelse.foreign.values import to_bytes
from kallelse.model.address import resolve
from kallelse.model.fold import of_kind
from kallelse.model.meeting import Meeting
from kallelse.model.pages import Packet, PageMap, PageRange, PageStart
from kallelse.model.settings import Settings
from kallelse.model.text import Image

ENDING = ".packet"
_LIBRARIES = ("typst", "pikepdf", "pypdfium2", "pillow")
_FACTS = "packet.json"


def kept_packet(store: Path, key: str) -> Packet | None:
    """The packet kept in the folder `store` under `key`."""
    file = found(store, key, ENDING)
    if file is None:
        return None
    with contextlib.suppress(BrokenError), broken_told():
        return read_packet(file)
    return None


def keep_packet(packet: Packet, store: Path, key: str) -> None:
    """Keeps a packet with its parts."""
    keep_if_possible(store, key, ENDING, lambda file: write_packet(packet, file))


def packet_key(values: object, meeting: Meeting, settings: Settings, root: Path) -> str:
    """A digest of what the packet of `meeting` is made of: the `values`, files below `root`, programs."""
    digest = hashlib.sha256()

    def add(name: str, content: bytes) -> None:
        digest.update(f"{name}\0{len(content)}\0".encode() + content)

    add("values", to_bytes(values, equal=True))
    for path in sorted(set(_files(meeting, settings, root))):
        file = root / path
        add(path, file.read_bytes() if file.is_file() else b"")
    add("programs", programs(*_LIBRARIES).encode())
    return digest.hexdigest()


def _files(meeting: Meeting, settings: Settings, root: Path) -> Iterator[str]:
    """Template, logo and pictures of a packet, by path; of foreign documents the values tell the digests."""
    if settings.logo:
        yield settings.logo
    if settings.template:
        yield from (file.relative_to(root).as_posix() for file in (root / settings.template).rglob("*"))
    for body, path in meeting.texts:
        for image in of_kind(body, Image):
            yield resolve(image.source, path)[0].lstrip("/")


def write_packet(packet: Packet, file: Path) -> None:
    """Writes a packet with its parts to `file`, a zip that does not tell when it was written."""
    with zipfile.ZipFile(file, "w") as opened:
        facts = {
            "whole": _facts(packet),
            "cases": {path: _facts(case) for path, case in packet.cases.items()},
            "supplement": None if packet.supplement is None else _facts(packet.supplement),
        }
        opened.writestr(zipfile.ZipInfo(_FACTS), json.dumps(facts))
        pdfs = [packet.pdf, *(case.pdf for case in packet.cases.values())]
        pdfs += [] if packet.supplement is None else [packet.supplement.pdf]
        for number, pdf in enumerate(pdfs):
            opened.writestr(zipfile.ZipInfo(f"{number}.pdf"), pdf)


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
