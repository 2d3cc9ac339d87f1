"""Objects of what is moved: each stays where it was, and leads to where its page is now."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path

from kallelse.build import Request, build

from tests import foreign
from tests.folders import COMMITTEE, MEETING, SETTINGS, written
from tests.publish.oparlcheck import Object, objects, wrong

_LETTER = "---\ntitle: {title}\nkind: decision\n{more}---\n\n## Förslag till beslut\n\nJa.\n\n"
_TABLE = "```ekonomi\nid: a\nenhet: mnkr\n\n| | Budget |\n| Drift | 100 |\n```\n"
_MINUTES = (
    "---\nmembers: [Karin Ahlström (S), Eva Lindroth (KD)]\nadjusters: Eva Lindroth\nadjusted: 2022-10-03\n"
    "kept: Kansliet\npostings: {date: 2022-10-04}\n---\n\n## 1. Budget\n\n### Beslut\n\nJa. {bifall}\n\n"
    "## 2. Centrum\n\n### Beslut\n\nJa. {bifall}\n\n## Nytt {extra}\n\n### Beslut\n\nJa. {bifall}\n"
)


def sources(root: Path, folder: str, day: str, cases: tuple[str, str], moved: Mapping[str, str]) -> Path:
    """A meeting with minutes; `moved` tells what stands in each front matter of what was moved."""

    def said(place: str) -> str:
        return f"moved_from: {moved[place]}\n" if place in moved else ""

    at = f"{folder}/{day}"
    meeting = MEETING.replace("2022-09-26", day).replace(
        "place:",
        f"{said('meeting')}agenda: [{{formality: Upprop}}, {{case: {cases[0]}}}, {{case: {cases[1]}}}]\nplace:",
    )
    council = COMMITTEE.replace("short:", f"{said('committee')}members: [Karin Ahlström (S)]\nshort:")
    return written(root, {
        "kallelse.yml": SETTINGS + "url: https://m.example/\n",
        f"{folder}/index.md": council,
        f"{at}/index.md": meeting,
        f"{at}/{cases[0]}/index.md": _LETTER.format(title="Budget", more=said("folder")) + _TABLE,
        f"{at}/{cases[0]}/bilaga-1-ramar.md": "---\ntitle: Ramar\n---\n\nRamarna.\n\n" + _TABLE.replace("id: a\n", ""),
        f"{at}/{cases[0]}/bilaga-2-karta.pdf": foreign.saved(foreign.pdf("Kartan")),
        f"{at}/{cases[1]}.md": _LETTER.format(title="Centrum", more=said("file")) + _TABLE,
        f"{at}/minutes.md": _MINUTES,
    })  # fmt: skip


def made(root: Path) -> dict[str, Object]:
    """The objects of a site, by address."""
    built = build(Request(root, dt.date(2022, 12, 1)))
    assert built.pages, built.findings
    addresses = {page.address for page in built.pages} | {asset.address for asset in built.assets}
    found = {
        asset.address: json.loads(asset.content) for asset in built.assets if asset.address.startswith("api/oparl/")
    }
    assert [each for value in objects(found) for each in wrong(value)] == []
    for value in objects(found):
        for key in ("web", "accessUrl"):
            assert value.get(key, "https://m.example/index.html").removeprefix("https://m.example/") in addresses
    return found


def test_every_object_keeps_its_id_when_committee_meeting_and_cases_are_moved(tmp_path: Path) -> None:
    before = made(sources(tmp_path / "old", "gsn", "2022-09-26", ("01-budget", "02-centrum"), {}))
    after = made(
        sources(tmp_path / "new", "service", "2022-09-27", ("04-budget", "05-centrum"), {
            "committee": "gsn", "meeting": "2022-09-26", "folder": "01-budget", "file": "02-centrum.md",
        })
    )  # fmt: skip
    kinds = {address.split("/")[2] for address in before}
    assert kinds >= {
        *("meetings", "agendaitems", "papers", "files", "consultations", "organizations", "memberships", "lists")
    }
    assert after.keys() == before.keys()
    for address, value in before.items():
        assert value.get("id") == after[address].get("id")
        assert value.get("name") == after[address].get("name", "").replace("27", "26") or "name" not in value
    meeting = after["api/oparl/meetings/gsn/2022-09-26.json"]
    assert meeting["web"] == "https://m.example/service/2022-09-27/index.html"
    plan = after["api/oparl/files/gsn/2022-09-26/01-budget/bilaga-2-karta.pdf.json"]
    assert plan["accessUrl"] == "https://m.example/service/2022-09-27/04-budget/bilaga-2-karta.pdf"


def test_a_case_that_gets_a_folder_keeps_what_it_had(tmp_path: Path) -> None:
    before = made(sources(tmp_path / "old", "gsn", "2022-09-26", ("01-budget", "02-centrum"), {}))
    root = sources(tmp_path / "new", "gsn", "2022-09-26", ("01-budget", "02-centrum"), {})
    file = root / "gsn/2022-09-26/02-centrum.md"
    text = file.read_text(encoding="utf-8").replace("kind:", "moved_from: 02-centrum.md\nkind:")
    file.unlink()
    bilaga = "---\ntitle: Planen\n---\n\nPlanen.\n"
    written(root / "gsn/2022-09-26/02-centrum", {"index.md": text, "bilaga-1-plan.md": bilaga})
    after = made(root)
    assert after.keys() - before.keys() == {"api/oparl/files/gsn/2022-09-26/02-centrum.html/bilaga-1-plan.html.json"}
    assert before.keys() <= after.keys()
