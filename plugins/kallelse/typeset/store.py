"""A packet or record kept from a build before, found again by everything that it is made of."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from kallelse.foreign.kept import key_of, programs
from kallelse.foreign.keptvalues import keep_value, kept_value
from kallelse.foreign.values import to_bytes
from kallelse.model.address import resolve
from kallelse.model.finding import Finding
from kallelse.model.fold import of_kind
from kallelse.model.meeting import Meeting
from kallelse.model.pages import Packet, RecordPdfs
from kallelse.model.settings import Settings
from kallelse.model.text import Image

ENDING = ".pdfs"
_LIBRARIES = ("typst", "pikepdf", "pypdfium2", "pillow", "holidays", "pyphen")

Kept: TypeAlias = tuple[Packet | RecordPdfs, tuple[Finding, ...]]
"""A packet with its parts, or a record, and what there is to remark of it."""


def kept_pdfs(store: Path, key: str) -> Kept | None:
    """What is kept in the folder `store` under `key`."""
    kept = kept_value(store, key, ENDING)
    if not (isinstance(kept, tuple) and len(kept) == 2 and isinstance(kept[1], tuple)):
        return None
    return (kept[0], kept[1]) if isinstance(kept[0], Packet | RecordPdfs) else None


def keep_pdfs(kept: Kept, store: Path, key: str) -> None:
    """Keeps a packet or a record."""
    keep_value(kept, store, key, ENDING)


def kept_key(values: object, meeting: Meeting, settings: Settings, root: Path) -> str:
    """A digest of what the PDFs of `meeting` are made of: the `values`, files below `root`, programs."""
    digest = hashlib.sha256()

    def add(name: str, content: bytes) -> None:
        digest.update(f"{name}\0{len(content)}\0".encode() + content)

    add("values", to_bytes(values, equal=True))
    for path in sorted({*files_of(settings, root), *pictures_of(meeting)}):
        file = root / path
        add(path, file.read_bytes() if file.is_file() else b"")
    add("programs", programs(*_LIBRARIES).encode())
    return digest.hexdigest()


def are_as_read(meeting: Meeting, root: Path) -> bool:
    """Whether the foreign documents of a packet, of which its key has the digests, are the files that were read."""
    read = ((root / document.path, document.foreign) for _, _, document in meeting.printed())
    try:
        return all(one is None or key_of(file) in (one.digest, one.pdf_digest) for file, one in read)
    except OSError:
        return False


def files_of(settings: Settings, root: Path) -> Iterator[str]:
    """The files below `root` that every packet is made of, by path: logo and template."""
    if settings.logo:
        yield settings.logo
    if settings.template:
        yield from (file.relative_to(root).as_posix() for file in (root / settings.template).rglob("*"))


def pictures_of(meeting: Meeting) -> tuple[str, ...]:
    """The pictures in the texts of a packet, by path; of foreign documents the values tell the digests."""
    images = ((image, path) for body, path in meeting.texts for image in of_kind(body, Image))
    return tuple(resolve(image.source, path)[0].lstrip("/") for image, path in images)
