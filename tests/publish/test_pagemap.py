from __future__ import annotations

import datetime as dt
import hashlib
import json
import posixpath
from dataclasses import replace

from kallelse.model.issue import Change, Issue, IssuedDocument
from kallelse.model.pages import Packet, PageMap
from kallelse.publish.pagemap import page_map_json

from tests.publish import archives, sites

MEETING = f"{archives.GSN}/2022-09-26"


def found() -> dict[str, bytes]:
    made = sites.assets(archives.archive(), archives.packets(), sites.read_bytes)
    return {asset.address: asset.content for asset in made}


def test_each_packet_stands_beside_its_page_map() -> None:
    files = found()
    packet = archives.packets()[f"{MEETING}/index.md"]
    told = json.loads(files[f"{MEETING}/kallelse.json"])["packet"]
    assert files[f"{MEETING}/kallelse.pdf"] == packet.pdf
    assert told == {
        "file": "kallelse.pdf",
        "pages": 18,
        "bytes": len(packet.pdf),
        "sha256": hashlib.sha256(packet.pdf).hexdigest(),
        "standards": ["PDF/A-3a", "PDF/UA-1"],
    }
    assert [path for path in files if path.endswith(".json") and path.startswith(MEETING)] == [
        f"{MEETING}/kallelse.json"
    ]


def test_machines_are_told_the_pages_that_the_agenda_prints() -> None:
    agenda = json.loads(found()[f"{MEETING}/kallelse.json"])["agenda"]
    assert [(row["number"], row["pages"]) for row in agenda] == [
        ("1", None),
        ("2", None),
        ("3", {"first": 2, "last": 7, "printed": "2–7"}),
        ("4", {"first": 8, "last": 14, "printed": "8–14"}),
        ("5", {"first": 15, "last": 18, "printed": "15–18"}),
        ("6", None),
    ]
    assert [(each["kind"], each["number"], each["pages"]) for each in agenda[2]["documents"]] == [
        ("letter", None, {"first": 2, "last": 5, "printed": "2–5"}),
        ("attachment", 1, {"first": 6, "last": 6, "printed": "6"}),
        ("attachment", 2, {"first": 7, "last": 7, "printed": "7"}),
    ]


def test_its_links_lead_to_pages_of_the_site() -> None:
    told = json.loads(found()[f"{MEETING}/kallelse.json"])
    links = [told["committee"]["page"], told["meeting"]["page"], *(row["page"] for row in told["agenda"])]
    links += [each["page"] for row in told["agenda"] for each in row["documents"]]
    links += [each["document"] for each in told["starts"]]
    pages = sites.sample_pages()
    assert [link for link in links if posixpath.normpath(posixpath.join(MEETING, link)) not in pages] == []


def test_days_and_times_are_iso_8601_and_what_is_not_known_is_null() -> None:
    told = json.loads(found()[f"{MEETING}/kallelse.json"])
    assert told["version"] == 1
    assert told["meeting"] == {
        "title": None,
        "date": "2022-09-26",
        "sittings": [{"start": "2022-09-26T13:15", "end": None}],
        "place": "Digitalt",
        "issued": "2022-09-19",
        "page": "index.html",
    }
    assert told["starts"][0] == {"page": 2, "document": "03-rapportering/index.html", "block": 0, "word": "Förslag"}


def test_nothing_confidential_is_told_to_machines() -> None:
    archive = archives.with_meeting(archives.secret_meeting())
    packets = {f"{MEETING}/index.md": Packet(b"%PDF", PageMap(1))}
    made = {each.address: each.content for each in sites.assets(archive, packets, sites.read_bytes)}
    rows = json.loads(made[f"{MEETING}/kallelse.json"])["agenda"]
    assert [row["kind"] for row in rows] == ["formality", "group", "case", "break", "case"]
    assert [each["page"] for each in rows[2]["documents"]] == [None, None]
    assert rows[4]["dnr"] is None


def test_a_machine_is_told_what_was_changed_and_which_pages_are_vacant() -> None:
    subject = archives.sample_meeting()
    kept = next(case for case in subject.cases if case.letter is not None)
    assert kept.letter is not None
    gone, late = f"{MEETING}/bilaga-9-bort.md", dt.date(2022, 9, 22)
    out = (
        IssuedDocument(gone, "Borttagen bilaga", "3", ("6", "7"), "x"),
        IssuedDocument(kept.letter.path, kept.letter.title, "3", ("2",), "y"),
    )
    changed = replace(
        subject,
        issues=(Issue(dt.date(2022, 9, 19), out, (), f"{MEETING}/issues/1.pdf"),),
        changes=(Change(gone, late, "Drogs tillbaka.", withhold=False), Change(kept.letter.path, late, "Ett fel.")),
    )
    archive = archives.with_meeting(changed)
    (committee,) = archive.committees
    told = json.loads(page_map_json(committee, changed, archives.packets()[subject.path]))["changes"]
    number = next(row.number for row in changed.agenda if row.case is kept)
    assert told[0] == {
        "kind": "withdrawn",
        "date": "2022-09-22",
        "reason": "Drogs tillbaka.",
        "number": "3",
        "title": "Borttagen bilaga",
        "printed": "6–7",
        "page": None,
    }
    assert (told[1]["kind"], told[1]["number"], told[1]["title"]) == ("replaced", number, kept.letter.title)
    assert (told[1]["printed"], told[1]["page"]) == (None, "03-rapportering/index.html")
