"""The archive and its packets turned into the files of the site that are no pages."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from kallelse.fonts import WEB_FONT
from kallelse.model import fold
from kallelse.model.address import csv_address
from kallelse.model.addresses import files, record_pdfs
from kallelse.model.archive import Archive
from kallelse.model.manifest import MANIFEST, Manifest, manifest_of, manifest_text
from kallelse.model.meeting import Document
from kallelse.model.memory import Itself, Memory
from kallelse.model.moved import moves
from kallelse.model.pages import Packet, RecordPdfs
from kallelse.model.settings import Settings
from kallelse.publish.colours import colours_css, handbook_css
from kallelse.publish.faces import face_css
from kallelse.publish.finance import finance_csv
from kallelse.publish.page import Asset
from kallelse.publish.pagemap import page_map_json

FOLDER = "kallelse"
HANDBOOK_COLOURS = f"{FOLDER}/handbook-colours.css"
HANDBOOK_STYLES = (HANDBOOK_COLOURS, f"{FOLDER}/handbook.css")
# A comment of a style sheet, which every reader would fetch and none sees.
_COMMENT = re.compile(rb"/\*.*?\*/\n?", re.DOTALL)
FONT = f"{FOLDER}/kallelse-sans.woff2"
_STATIC = Path(__file__).parent / "static"


def packet_files(archive: Archive, packets: Mapping[str, Packet], memory: Memory) -> Iterator[Asset]:
    """Each packet with its page map, and its parts."""
    for committee, meeting in archive.meetings():
        packet = packets.get(meeting.path)
        if packet is not None:
            yield Asset(meeting.packet, packet.pdf)
            body = (committee.name, committee.short, committee.address)
            parts = (body, Itself(meeting), Itself(packet))
            told = memory.of(("map", meeting.path), parts, partial(page_map_json, committee, meeting, packet))
            yield Asset(meeting.page_map, told)
            for case in meeting.cases:
                if case.path in packet.cases:
                    yield Asset(case.pdf, packet.cases[case.path].pdf)
            if packet.supplement is not None:
                yield Asset(meeting.supplement, packet.supplement.pdf)


def record_files(
    archive: Archive, records: Mapping[str, RecordPdfs], read_bytes: Callable[[str], bytes]
) -> Iterator[Asset]:
    """The PDFs of the records, none but those of what the archive has of the minutes, and the list of all of them.

    What was kept when it was adjusted is published as it was then.
    """
    found: list[Asset] = []
    for _, meeting in archive.meetings():
        minutes, made = meeting.minutes, records.get(meeting.path)
        if made is None or minutes is None:
            continue
        kept = {minutes.set_pdf(one): one.pdf for one in minutes.sets}
        for address in record_pdfs(minutes):
            if kept.get(address):
                found.append(Asset(address, read_bytes(kept[address])))
            elif address in made.files:
                found.append(Asset(address, made.files[address].pdf))
    yield from found
    now = ((hashlib.sha256(asset.content).hexdigest(), asset.address) for asset in found)
    if entries := (*_listed(archive), *now):
        yield Asset(MANIFEST, manifest_text(entries).encode())


def _listed(archive: Archive) -> Iterator[tuple[str, str]]:
    """What is listed among the sources; a PDF whose folder was renamed is under its address of now, too.

    There it is, or what came after it, which would be another record's under another address.
    """
    folders = [move for move in moves(archive) if move.is_of_folders]
    for digest, address in archive.manifest:
        yield digest, address
        move = next((each for each in folders if address.startswith(each.old)), None)
        if move is not None:
            yield digest, move.new + address.removeprefix(move.old)


def unlisted_records(archive: Archive, published: Iterable[Asset]) -> Manifest:
    """The PDFs among the `published` files that were never listed among the sources, of meetings that are locked.

    A proof of notice gets its days, an extract its last day to appeal, when the record has been locked already; and
    another version of Typst writes other bytes.
    """
    listed = next((asset.content for asset in published if asset.address == MANIFEST), b"")
    locked = {posixpath.dirname(meeting.path) for _, meeting in archive.meetings() if meeting.locks}
    known = set(_listed(archive))
    found = (entry for entry in manifest_of(listed.decode()) if posixpath.dirname(entry[1]) in locked)
    return tuple(entry for entry in found if entry not in known)


def issue_files(archive: Archive, read_bytes: Callable[[str], bytes]) -> Iterator[Asset]:
    """Each issue of a packet as it went out, where nothing in it has become confidential since."""
    for _, meeting in archive.meetings():
        for number, issue in enumerate(meeting.issues, start=1):
            if not issue.withheld:
                yield Asset(meeting.issue_address(number), read_bytes(issue.pdf))


def table_files(archive: Archive, memory: Memory) -> Iterator[Asset]:
    """Each finance table as CSV, beside the page that shows it."""
    for _, _, document in archive.documents():
        parts = (document.address, Itself(document.body))
        yield from memory.of(("csv", document.path), parts, partial(_tables_of, document))


def _tables_of(document: Document) -> tuple[Asset, ...]:
    tables = enumerate(fold.finance_tables(document.body), start=1)
    return tuple(Asset(csv_address(document.address, number), finance_csv(table)) for number, table in tables)


def linked_files(archive: Archive, read_bytes: Callable[[str], bytes], memory: Memory) -> Iterator[Asset]:
    """Each picture that a body shows, each file that one leads to, each foreign attachment: once, by address."""
    for address, path in sorted(files(archive, memory)):
        yield Asset(address, read_bytes(path))


def logo_address(settings: Settings) -> str:
    """Where the logo stands on the site; empty where there is none."""
    return FOLDER + "/logo" + posixpath.splitext(settings.logo)[1].lower() if settings.logo else ""


def static_names() -> tuple[str, ...]:
    """The styles, scripts and pictures that a municipality's own may replace."""
    return tuple(path.name for path in sorted(_STATIC.iterdir()))


def shell_files(settings: Settings, read_bytes: Callable[[str], bytes], overrides: Path | None) -> Iterator[Asset]:
    """Style without its comments, scripts, font, sign and logo; a file in `overrides` replaces that of its name."""
    named = enumerate(settings.web_font)
    fonts = {f"font-{number}{posixpath.splitext(font)[1].lower()}": font for number, font in named}
    face = face_css(tuple(fonts))
    yield Asset(f"{FOLDER}/colours.css", (colours_css(settings.colours) + face).encode())
    logo = logo_address(settings)
    handbook = handbook_css(settings.colours, posixpath.basename(logo))
    yield Asset(HANDBOOK_COLOURS, (handbook + face).encode())
    for name, font in fonts.items():
        yield Asset(f"{FOLDER}/{name}", read_bytes(font))
    for path in sorted(_STATIC.iterdir()):
        own = path if overrides is None or not (overrides / path.name).is_file() else overrides / path.name
        content = own.read_bytes()
        yield Asset(f"{FOLDER}/{path.name}", _COMMENT.sub(b"", content) if path.suffix == ".css" else content)
    yield Asset(FONT, WEB_FONT.read_bytes())
    if logo:
        yield Asset(logo, read_bytes(settings.logo))
