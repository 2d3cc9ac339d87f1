"""The accessibility statement as it is read from the settings, and what is said of one that does not hold."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from kallelse.build import Request, build, check
from kallelse.check.archive import check_archive
from kallelse.check.statement import check_days
from kallelse.locale.findings import remedy, wrong
from kallelse.model.finding import Severity
from kallelse.model.statement import Authority, Conformance, Lack, Method, Statement
from kallelse.read.archive import read_archive

from tests.folders import SETTINGS, archive_of, written

URL = "url: https://moten.norrsala.example/\n"
LACKS = "  lacks: [{content: Skannade bilagor, why: De saknar taggar., instead: Bilagans egen sida.}]\n"
MADE = "accessibility:\n  status: partial\n  assessed: 2022-09-01\n  updated: 2022-09-05\n  method: self\n"


def read(root: Path, settings: str) -> tuple[Statement | None, list[tuple[str, int]]]:
    """The statement of an archive with more `settings`, and what is wrong with it, each said in both languages."""
    archive, _, findings = read_archive(written(archive_of(root, {}), {"kallelse.yml": SETTINGS + settings}))
    found = (*findings, *check_archive(archive, ()))
    for finding in found:
        assert all(wrong(finding, language) and remedy(finding, language) for language in ("sv", "en"))
        is_error = finding.code == "statement-full" or finding.code.startswith("field-")
        assert (finding.severity is Severity.ERROR) == is_error
    return archive.statement, [(each.code, each.place.line) for each in found]


def test_all_that_is_said_is_read(tmp_path: Path) -> None:
    more = (
        "  how: Stickprov.\n  report: https://a.example/rapport\n  published: 2022-08-01\n  mended: 2023-01-31\n"
        "  burden: [{content: Kartor, why: Det kostar mer än det ger.}]\n"
        "  outside: [{content: Gamla filer, why: Äldre.}]\n"
        "  form: https://a.example/brist\n  email: hjalp@norrsala.example\n  phone: 0100-12 34 56\n"
        "  answer: inom två dagar\n  work: [Ett., Två.]\n"
        "  authority: {name: PTS, url: 'https://pts.example/anmal'}\n"
    )
    made, found = read(tmp_path, URL + MADE + LACKS + more)
    assert found == []
    assert made == Statement(
        path="kallelse.yml",
        line=3,
        status=Conformance.PARTIAL,
        assessed=dt.date(2022, 9, 1),
        updated=dt.date(2022, 9, 5),
        method=Method.SELF,
        how="Stickprov.",
        report="https://a.example/rapport",
        published=dt.date(2022, 8, 1),
        mended=dt.date(2023, 1, 31),
        lacks=(Lack("Skannade bilagor", "De saknar taggar.", "Bilagans egen sida."),),
        burden=(Lack("Kartor", "Det kostar mer än det ger."),),
        outside=(Lack("Gamla filer", "Äldre."),),
        form="https://a.example/brist",
        email="hjalp@norrsala.example",
        phone="0100-12 34 56",
        answer="inom två dagar",
        work=("Ett.", "Två."),
        authority=Authority("PTS", "https://pts.example/anmal"),
    )


def test_the_municipalitys_own_address_serves_where_there_is_no_other(tmp_path: Path) -> None:
    made, found = read(tmp_path, "email: kansli@norrsala.example\n" + MADE + LACKS)
    assert made is not None
    assert made.email == "kansli@norrsala.example"
    assert found == []


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("", []),
        (URL, [("statement-missing", 2)]),
        (MADE + LACKS, [("statement-unreachable", 2)]),
        (MADE + LACKS + "  phone: 0100-12 34 56\n", []),
        (MADE + "  phone: 0100-12 34 56\n", [("statement-nothing", 2)]),
        ((MADE + "  phone: 0100-12 34 56\n").replace("partial", "full"), []),
        ((MADE + LACKS + "  phone: 0100-12 34 56\n").replace("partial", "full"), [("statement-full", 2)]),
        (
            (MADE + LACKS + "  phone: 1\n").replace("partial", "full").replace("lacks", "burden"),
            [("statement-full", 2)],
        ),
        (
            (MADE + LACKS + "  phone: 1\n").replace("updated: 2022-09-05", "updated: 2022-08-31"),
            [("statement-order", 2)],
        ),
        (MADE.replace("partial", "delvis"), [("field-choice-near", 3)]),
        (MADE + "  burden: [{content: Kartor}]\n", [("field-missing", 7)]),
        (MADE + "  brister: []\n", [("field-misspelt", 7)]),
    ],
)
def test_what_does_not_hold_is_told_on_its_line(tmp_path: Path, settings: str, expected: list[tuple[str, int]]) -> None:
    assert read(tmp_path, settings)[1] == expected


@pytest.mark.parametrize(
    ("updated", "as_of", "expected"),
    [
        ("2022-09-05", "2022-09-04", ["statement-ahead", "statement-ahead"]),
        ("2022-09-05", "2022-09-05", []),
        ("2022-09-05", "2023-09-05", []),
        ("2022-09-05", "2023-09-06", ["statement-old"]),
        ("2024-02-29", "2025-03-01", []),
        ("2024-02-29", "2025-03-02", ["statement-old"]),
    ],
)
def test_a_statement_is_reviewed_each_year(updated: str, as_of: str, expected: list[str]) -> None:
    day = dt.date.fromisoformat(updated)
    made = Statement("kallelse.yml", 1, Conformance.FULL, day, day, Method.SELF)
    found = list(check_days(made, dt.date.fromisoformat(as_of)))
    assert [each.code for each in found] == expected
    assert all(each.severity is Severity.REMARK and updated in wrong(each, "sv") for each in found)
    assert list(check_days(None, day)) == list(check_days(made, None)) == []


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"published": dt.date(2022, 10, 2)}, [("statement-ahead", "published")]),
        ({"assessed": dt.date(2022, 10, 2)}, [("statement-ahead", "assessed")]),
        ({"published": dt.date(2022, 10, 1), "mended": dt.date(2022, 10, 1)}, []),
        ({"mended": dt.date(2022, 9, 30)}, [("statement-mended", "2022-09-30")]),
        ({"mended": dt.date(2022, 9, 30), "lacks": ()}, []),
    ],
)
def test_each_day_of_a_statement_is_held_against_that_of_the_build(
    said: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    day = dt.date(2022, 9, 5)
    made = Statement("kallelse.yml", 1, Conformance.PARTIAL, day, day, Method.SELF, lacks=(Lack("Bilagor", "Äldre."),))
    found = list(check_days(replace(made, **said), dt.date(2022, 10, 1)))
    assert [each.code for each in found] == [code for code, _ in expected]
    for finding, (_, word) in zip(found, expected, strict=True):
        assert all(word in wrong(finding, language) and remedy(finding, language) for language in ("sv", "en"))


@pytest.mark.parametrize("as_of", ["2022-09-03", "2022-09-21", "2024-01-01"])
def test_a_check_finds_the_same_about_the_days_as_a_build(tmp_path: Path, as_of: str) -> None:
    settings = {"kallelse.yml": SETTINGS + MADE + LACKS + "  phone: '1'\n  mended: 2022-12-31\n"}
    root, day = written(archive_of(tmp_path, {}), settings), dt.date.fromisoformat(as_of)
    built = build(Request(root, day, packets=False))
    assert built.pages
    assert check(root, as_of=day).findings == built.findings
    assert [each.code for each in built.findings] == {
        "2022-09-03": ["statement-ahead"], "2022-09-21": [], "2024-01-01": ["statement-mended", "statement-old"],
    }[as_of]  # fmt: skip
