"""Archives made for tests as OParl tells them: every object at its address."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from kallelse.build import Request, build
from kallelse.model.archive import Archive
from kallelse.model.dnr import Dnr
from kallelse.model.issue import Change, Issue, IssuedCase, IssuedDocument
from kallelse.model.meeting import AgendaRow, CaseKind, Document, MeetingStatus, RowKind
from kallelse.model.published import published

from tests.publish import archives, councils, noticed, records, sites
from tests.publish.archives import GSN, meeting, numbered, plain_case, with_meeting
from tests.publish.oparlcheck import Object

ROOT = "https://moten.norrsala.example/"


API = f"{ROOT}api/oparl"


MEETINGS = Path(__file__).parents[2] / "meetings"


FOLDER = f"{GSN}/2022-09-26"


def addresses_and_files(archive: Archive, as_of: dt.date, **made: Any) -> tuple[set[str], dict[str, Object]]:
    """The addresses of the site's pages and files, and what stands in those of the objects, both whole."""
    shown = published(archive, as_of)
    packets, pdfs = made.get("packets", {}), made.get("records", {})
    pages = sites.pages(shown, packets, as_of, records=pdfs)
    assets = sites.files(archive, packets, as_of, pdfs)
    root = archive.settings.url.rstrip("/") + "/"
    known = {root + quote(address) for address in sites.addresses(pages, assets)}
    files = {root + quote(each.address): json.loads(each.content) for each in assets if each.address.startswith("api/")}
    return known, files


def odd() -> Archive:
    """Two rows of one name, a meeting called off, letters outside ASCII, a case withdrawn after the issue and kept."""
    gone, kept = f"{FOLDER}/02-borta.md", f"{FOLDER}/03-bilagor/index.md"
    paper = Document(f"{FOLDER}/03-bilagor/ritning åäö.pdf", f"{FOLDER}/03-bilagor/ritning åäö.html", "Ritning", 1)
    cases = (
        plain_case(FOLDER, "01-val", 'Val "av" <justerare> & mer', CaseKind.ELECTION),
        replace(plain_case(FOLDER, "03-bilagor/index", "Två handlingar", CaseKind.DECISION), attachments=(paper,)),
        plain_case(FOLDER, "04-staende", "Anmälan", CaseKind.NOTIFICATION, dnr=Dnr("GSN 2022/2")),
        plain_case(FOLDER, "05-staende", "Anmälan igen", CaseKind.NOTIFICATION, dnr=Dnr("GSN 2022/2")),
    )
    out = (
        IssuedDocument(f"{FOLDER}/index.md", "", "", ("1",), ""),
        IssuedDocument(gone, "Ett ärende som utgick", "2", ("2",), ""),
        IssuedDocument(f"{FOLDER}/03-bilagor/bilaga-2-karta.pdf", "Karta", "3", ("3",), ""),
        IssuedDocument(f"{FOLDER}/03-bilagor/bilaga-3-text.md", "Text", "3", ("4",), ""),
        IssuedDocument(f"{FOLDER}/03-bilagor/bilaga-4-rapport.docx", "Rapport", "3", ("5",), ""),
        IssuedDocument(f"{FOLDER}/03-bilagor/hemlig-bilaga.md", "", "3", ("6",), ""),
        IssuedDocument(f"{FOLDER}/03-bilagor/hemligt-kvar.md", "Namn", "3", ("7",), ""),
    )
    issued_cases = tuple(IssuedCase(path, str(number)) for number, path in enumerate((gone, kept), start=2))
    issue = Issue(dt.date(2022, 9, 19), out, issued_cases, f"{FOLDER}/issues/1.pdf")
    changes = [Change(one.path, dt.date(2022, 9, 20), "Utgår.") for one in out[1:]]
    changes[-1] = replace(changes[-1], withhold=True)
    upprop = AgendaRow(RowKind.FORMALITY, "Upprop")
    agenda = (upprop, *numbered(*cases), AgendaRow(RowKind.BREAK, "Lunch"), upprop)
    return with_meeting(
        meeting(GSN, "2022-09-26", *agenda, issues=(issue,), changes=tuple(changes), place="Sal «Å»"),
        meeting(GSN, "2022-09-26-extra", issued=None, status=MeetingStatus.CANCELLED, place=""),
        meeting(GSN, "2022-03-27", issued=dt.date(2022, 3, 1), time="02:30"),
        standing=(Dnr("GSN 2022/2"),),
        members=archives.archive().committees[0].members * 2,
    )


@cache
def made(name: str) -> tuple[set[str], dict[str, Object]]:
    """Sites of all kinds, each made once."""
    match name:
        case "called":
            return addresses_and_files(archives.archive(), archives.AS_OF, packets=archives.packets())
        case "decided":
            pdfs, packets = records.pdfs(), archives.packets()
            return addresses_and_files(records.archive(), records.LATER, packets=packets, records=pdfs)
        case "at once":
            return addresses_and_files(records.archive(), records.NEXT_DAY, records=records.pdfs())
        case "notes":
            notes = replace(noticed.minutes(), is_notes=True, sets=(), closed=dt.datetime(2022, 9, 26, 15))
            return addresses_and_files(noticed.with_minutes(notes), records.LATER)
        case "council":
            return addresses_and_files(councils.council(), records.LATER)
        case "secret":
            return addresses_and_files(with_meeting(archives.secret_meeting()), archives.AS_OF)
        case "odd":
            return addresses_and_files(odd(), archives.AS_OF)
        case "empty":
            return addresses_and_files(Archive(archives.SETTINGS), archives.AS_OF)
        case _:
            day = dt.date.fromisoformat(name)
            found = build(Request(MEETINGS, day, packets=False))
            assert found.pages, found.findings
            known = {ROOT + quote(address) for address in sites.addresses(found.pages, found.assets)}
            files = {
                ROOT + each.address: json.loads(each.content)
                for each in found.assets
                if each.address.startswith("api/")
            }
            return known, files
