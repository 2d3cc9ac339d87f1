"""The items of minutes that `kallelse new` begins: a heading and guidance for each row that has a number."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kallelse.begin_minutes import new_minutes
from kallelse.build import check
from kallelse.model.finding import errors
from kallelse.model.vote import Outcome

from tests.folders import CASE, written
from tests.site.beginnings import FOLDER, MEETING, PROPOSED, archive, begun, minutes_of


@pytest.mark.parametrize(
    ("case", "said"),
    [
        (PROPOSED, "### Beslut\n\n[Skriv {enligt förslaget}, eller beslutets ord]"),
        (
            PROPOSED.replace("## Förslag till beslut", "## Förslag till beslut i kommunfullmäktige"),
            "### Beslut – Förslag till kommunfullmäktige\n\n[Skriv {enligt förslaget}, eller beslutets ord]",
        ),
        (
            PROPOSED.replace("## Förslag till beslut", "## Förslag till beslut i kulturnämnden"),
            "### Beslut\n\n[Skriv {enligt förslaget}, eller beslutets ord]",
        ),
        ("---\ntitle: Avgifter\n---\n", "### Beslut\n\n[Skriv beslutets ord]"),
        ("---\ntitle: Avgifter\nkind: information\n---\n", "### Beslut\n\n[Skriv vad som noterades] {noterat}"),
        ("---\ntitle: Avgifter\nkind: notification\n---\n", "### Beslut\n\n[Skriv vad som anmäldes] {noterat}"),
        ("---\ntitle: Avgifter\nkind: election\n---\n", "### Beslut\n\n[Skriv vem som valdes] {valt}"),
    ],
)
def test_each_kind_of_case_has_its_guidance(tmp_path: Path, case: str, said: str) -> None:
    text, checked = begun(archive(tmp_path, **{"1-a": case}))
    assert text.endswith(f"## 1. Avgifter\n\n{said}\n")
    assert [each.code for each in checked.findings if each.place.path.endswith("minutes.md")].count("record-gap") == 1


def test_the_marks_beside_the_guidance_are_read(tmp_path: Path) -> None:
    root = archive(tmp_path, **{"1-a": "---\ntitle: Val\nkind: election\n---\n", "2-b": CASE, "3-c": PROPOSED})
    text, checked = begun(root)
    assert [each.outcomes for each in minutes_of(checked).paragraphs[:2]] == [(Outcome.ELECTED,), (Outcome.NOTED,)]
    filled = re.sub(r"\[Skriv (\{.*?\}).*\]", r"\1", text)
    (root / FOLDER / "minutes.md").write_text(filled, encoding="utf-8")
    assert minutes_of(check(root)).paragraphs[2].outcomes == (Outcome.APPROVED,)


def test_a_proposal_to_several_bodies_has_a_heading_for_each(tmp_path: Path) -> None:
    heading = "## Förslag till beslut i {}\n\nText.\n\n"
    case = "---\ntitle: Avgifter\n---\n\n" + heading.format("kommunstyrelsen") + heading.format("kommunfullmäktige")
    text, _ = begun(archive(tmp_path, **{"1-a": case}))
    assert re.findall("^### .*", text, re.MULTILINE) == [
        "### Beslut – Förslag till kommunstyrelsen",
        "### Beslut – Förslag till kommunfullmäktige",
    ]


def test_a_municipality_s_own_headings_come_first(tmp_path: Path) -> None:
    own = "headings: {decision: [Kulturnämnden beslutar, 'Kulturnämnden föreslår {body}']}\n"
    to = PROPOSED.replace("## Förslag till beslut", "## Förslag till beslut i kommunfullmäktige")
    text, checked = begun(archive(tmp_path, own=own, **{"1-a": PROPOSED, "2-b": to}))
    assert re.findall("^### .*", text, re.MULTILINE) == [
        "### Kulturnämnden beslutar",
        "### Kulturnämnden föreslår kommunfullmäktige",
    ]
    assert [each.decisions[0].to for each in minutes_of(checked).paragraphs] == ["", "kommunfullmäktige"]


def test_of_a_withheld_case_nothing_but_the_number_is_written(tmp_path: Path) -> None:
    withheld = "---\ntitle: Hemlig sak\naccess: confidential\npresenters: [Hemlig Person]\n{}---\n"
    shown = withheld.format("publish: heading\npublic_title: Hemlig rubrik\n")
    text, checked = begun(archive(tmp_path, **{"1-a": withheld.format(""), "2-b": shown, "3-c": PROPOSED}))
    assert text.endswith(
        "---\n\n## 1.\n\n## 2.\n\n## 3. Avgifter\n\n### Beslut\n\n[Skriv {enligt förslaget}, eller beslutets ord]\n"
    )
    assert "emlig" not in text
    assert [each.case for each in minutes_of(checked).paragraphs][2] == f"{FOLDER}/3-c.md"


def test_rows_without_a_number_have_no_paragraph_and_formalities_with_one_do(tmp_path: Path) -> None:
    agenda = (
        "agenda: [{formality: Upprop}, {group: Beslut}, {formality: Val av justerare, numbered: true}, {case: 1-a}]"
    )
    root = archive(tmp_path, **{"1-a": PROPOSED})
    written(root, {f"{FOLDER}/index.md": MEETING.replace("issued", f"{agenda}\nissued")})
    text, checked = begun(root)
    assert re.findall("^## .*", text, re.MULTILINE) == ["## 1. Val av justerare", "## 2. Avgifter"]
    assert [each.item for each in minutes_of(checked).paragraphs] == ["1", "2"]


@settings(max_examples=30, deadline=None)
@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=("C", "Z", "S"), include_characters=" <>|`^~+=$"), max_size=60
    )
)
def test_any_title_leads_to_its_row(tmp_path_factory: pytest.TempPathFactory, title: str) -> None:
    said = " ".join(title.split())
    if not said or "'" in said:
        return
    root = archive(tmp_path_factory.mktemp("titel"), **{"1-a": f"---\ntitle: '{said}'\n---\n", "2-b": PROPOSED})
    read = check(root)
    if errors(read.findings):
        return
    text = new_minutes(read.archive, FOLDER).files[f"{FOLDER}/minutes.md"]
    (root / FOLDER / "minutes.md").write_text(text, encoding="utf-8")
    checked = check(root)
    assert errors(checked.findings) == ()
    found = [(each.item, each.title) for each in minutes_of(checked).paragraphs]
    assert found == [("1", said), ("2", "Avgifter")]
