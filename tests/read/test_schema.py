from __future__ import annotations

import datetime as dt
import re

import pytest
from kallelse.locale.findings import remedy, wrong
from kallelse.model.settings import Language
from kallelse.read.fields import Fields
from kallelse.read.frontmatter import read_front_matter
from kallelse.read.record.schema import MinutesFields
from kallelse.read.schema import CaseFields, MeetingFields, read_fields
from kallelse.read.settingsfields import SettingsFields
from kallelse.read.sources import SourceText


def read(kind: type[Fields], text: str) -> tuple[Fields | None, list[tuple[str, str, int]]]:
    matter, findings = read_front_matter(SourceText("a.md", f"---\n{text}\n---\n"))
    assert matter is not None, findings
    fields, findings = read_fields(kind, matter)
    return fields, [(each.code, each.words["key"], each.place.line) for each in findings]


@pytest.mark.parametrize("typed", ["2022-09-26 13:15", "2022-09-26 13.15", "'2022-09-26T13:15'"])
def test_a_time_of_day_is_read_in_each_common_spelling(typed: str) -> None:
    fields, findings = read(MeetingFields, f"start: {typed}")
    assert not findings
    assert isinstance(fields, MeetingFields)
    assert fields.start == dt.datetime(2022, 9, 26, 13, 15)


@pytest.mark.parametrize("typed", ["13:15", "2022-02-30 10:00", "2022-09-26 25:00", "2022-09-26", "true"])
def test_what_is_no_moment_is_said_so(typed: str) -> None:
    _, findings = read(MeetingFields, f"start: {typed}")
    code = "field-no-moment" if "02-30" in typed else "field-moment"
    assert [code for code, _, _ in findings] == [code]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (MeetingFields, "start: 2026-13-03 13:15"),
        (MeetingFields, "start: 2026-03-03\nend: i dag"),
        (MeetingFields, "sittings: [{start: 2026-02-30 13.15}]"),
        (CaseFields, "title: x\ndate: 2026-13-03"),
        (MinutesFields, "adjusted: 2026-13-03 13:15"),
        (MinutesFields, "adjusted: 2026-13-03"),
        (MinutesFields, "signatures: [{name: A, at: 2026-02-30 8:00}]"),
        (MinutesFields, "adjournments: {start: '25.00'}"),
    ],
)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_what_is_told_of_a_day_or_a_time_names_a_shape_that_is_taken(
    kind: type[Fields], text: str, language: Language
) -> None:
    matter, _ = read_front_matter(SourceText("a.md", f"---\n{text}\n---\n"))
    assert matter is not None
    for finding in read_fields(kind, matter)[1]:
        shape = re.search(r"\d[\d-]*(?:[ .:]\d[\d.:]*)*(?=\.$)", remedy(finding, language))
        assert shape is not None
        text = text.replace(finding.words["value"], shape[0])
    assert read(kind, text)[1] == []


def test_a_person_is_read_from_one_line() -> None:
    fields, _ = read(CaseFields, "title: x\nofficer: Karin Ekholm (S), IT-chef, Norrsala\nsigned: Karin Ekholm")
    assert isinstance(fields, CaseFields)
    assert fields.officer is not None
    assert (fields.officer.name, fields.officer.party) == ("Karin Ekholm", "S")
    assert fields.officer.title == "IT-chef, Norrsala"
    assert [person.name for person in fields.signed] == ["Karin Ekholm"]


def test_an_unknown_key_is_told_its_nearest_known_one_at_every_depth() -> None:
    _, findings = read(MeetingFields, "strat: 2022-09-26 13:15\nagenda:\n  - {case: a, nubered: false}")
    assert ("field-misspelt", "strat", 2) in findings
    assert ("field-misspelt", "agenda.nubered", 4) in findings


def test_a_key_like_no_other_is_told_all_known_ones() -> None:
    matter, _ = read_front_matter(SourceText("a.md", "---\nname: x\nxyzzy: 1\n---\n"))
    assert matter is not None
    _, findings = read_fields(SettingsFields, matter)
    assert [finding.code for finding in findings] == ["field-unknown"]
    assert "language" in findings[0].words["known"]
    assert "xyzzy" in wrong(findings[0], "sv")
    assert "language" in remedy(findings[0], "en")


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (SettingsFields, "name: x\nfollow:\n  - ord: bibliotek", [("field-misspelt", "follow.ord", 4)]),
        (SettingsFields, "namn: x", [("field-misspelt", "namn", 2)]),
        (CaseFields, "titl: x", [("field-misspelt", "titl", 2)]),
        (CaseFields, "title: x\nfollows: {organ: KS, datum: 2022-01-01}", [
            ("field-misspelt", "follows.organ", 3), ("field-misspelt", "follows.datum", 3),
        ]),
        (MeetingFields, "changes:\n  - {handling: 1-a.md, date: 2022-09-20, orsak: Ny}", [
            ("field-misspelt", "changes.handling", 3), ("field-misspelt", "changes.orsak", 3),
        ]),
        # Elsewhere it is missing all the same.
        (SettingsFields, "name: x\nfollow:\n  - ord: bibliotek\n  - also: buss", [
            ("field-missing", "follow.word", 5), ("field-misspelt", "follow.ord", 4),
        ]),
        (CaseFields, "xyzzy: x", [("field-missing", "title", 2), ("field-unknown", "xyzzy", 2)]),
    ],
)  # fmt: skip
def test_a_missing_field_that_another_name_was_meant_for_is_told_once(
    kind: type[Fields], text: str, expected: list[tuple[str, str, int]]
) -> None:
    assert sorted(read(kind, text)[1]) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("title: true", "field-text"),
        ("title: [a]", "field-text"),
        ("title: x\nkind: sammanfattning", "field-choice"),
        ("title: x\nkind: beslut", "field-choice-near"),
        ("title: x\nminutes: tio", "field-number"),
        ("title: x\nminutes: -1", "field-number"),
        ("title: x\ntoc: ja", "field-bool"),
        ("title: x\ndate: 26 september", "field-date"),
        ("title: x\ndate: 2022-11-31", "field-no-day"),
        ("title: x\nofficer: '()'", "field-person"),
        ("title: x\nslug: Å b", "field-slug"),
        ("title: x\nslug: true", "field-slug"),
        ("title: x\nslug: -1", "field-slug"),
        ("title: x\nsigned:\n  -", "field-empty"),
        ("title: x\nother_dnr: [~]", "field-empty"),
        ("title: x\nfollows: [~]", "field-empty"),
        ("title: x\ndnr: saknas", "field-dnr"),
        ("title: x\nfollows: GSN § 5", "field-mapping"),
        ("title: ''", "field-empty"),
        ("kind: decision", "field-missing"),
    ],
)
def test_every_wrong_value_has_its_own_finding_in_both_languages(text: str, code: str) -> None:
    matter, _ = read_front_matter(SourceText("a.md", f"---\n{text}\n---\n"))
    assert matter is not None
    _, findings = read_fields(CaseFields, matter)
    assert [finding.code for finding in findings] == [code]
    assert findings[0].words["key"] in wrong(findings[0], "sv")
    assert wrong(findings[0], "en")
    assert remedy(findings[0], "sv")
    assert remedy(findings[0], "en")


@pytest.mark.parametrize(
    "dnr",
    [
        "2020/35", "KS 2007/1028 10", "2024-00132", "BN-2020-00032", "KS 2014:380", "KS 02-820 107",
        "2011/KS 0206 001", "VN-2024-00037:3", "00322/2026", "MH-2024-1533", "GSN 2022/35", "KS‑2024‑00265",
    ],
)  # fmt: skip
def test_registry_numbers_come_in_many_forms(dnr: str) -> None:
    fields, findings = read(CaseFields, f'title: x\ndnr: "{dnr}"')
    assert not findings
    assert isinstance(fields, CaseFields)
    assert fields.dnr == dnr


def test_all_wrong_values_of_a_file_are_told_at_once() -> None:
    _, findings = read(CaseFields, "kind: beslut\ndate: i går\nplats: här")
    assert len(findings) == 4


@pytest.mark.parametrize("typed", ["2022", "'2022'", "010", "2022-01"])
def test_an_address_may_be_of_figures_alone(typed: str) -> None:
    fields, findings = read(CaseFields, f"title: x\nslug: {typed}")
    assert not findings
    assert isinstance(fields, CaseFields)
    assert fields.slug == typed.strip("'")
