"""What a finding says should be written is written, and the finding is gone: no suggested mark is unknown."""

from __future__ import annotations

import re

import pytest
from kallelse.locale.findings import remedy, wrong
from kallelse.model.finding import Finding
from kallelse.model.settings import Language

from tests.finance.tables import all_findings, codes, said

UNIT = "enhet: tkr\n\n"


def suggested(finding: Finding, language: Language = "sv") -> list[tuple[str, str]]:
    """Each name in a remedy that has marks after it, with them."""
    return re.findall("[”“]([^”“[]+?) \\[([^]…]+)\\][”“]", remedy(finding, language))


def marked(source: str, name: str, mark: str) -> str:
    """The source with the cell of that name, or of its beginning, marked so and no otherwise."""
    lines = []
    done = False
    for line in source.split("\n"):
        cells = line.split("|")
        for index, cell in enumerate(cells):
            bare = re.sub(r"\s*\[[^\]]*\]", "", cell).strip()
            if not done and bare and (name == bare or name.startswith(f"{bare}, ")):
                cells[index] = f" {name} [{mark}] "
                done = True
        lines.append("|".join(cells))
    assert done, (name, source)
    return "\n".join(lines)


SHARES = "| | Budget | Utfall | Prognos | {} |\n| A | 100 | 80 | 160 | {} |\n| B | 200 | 90 | 120 | {} |\n"
CASES = [
    ("finance-share-fits", SHARES.format("Förbrukat %", "50,0 %", "75,0 %"), "[= Utfall / Prognos]"),
    ("finance-share-fits", SHARES.format("Andel [andel av Prognos]", "50,0", "75,0"), "[andel = Utfall / Prognos]"),
    ("finance-share-fits", SHARES.format("Andel", "80,0", "45,0"), "[= Utfall / Budget]"),
    ("finance-share-fits", SHARES.format("%", "160,0", "60,0"), "[andel av Budget]"),
    ("finance-share-several", SHARES.format("%", "", ""), "[andel av Budget]"),
    ("finance-share-several", SHARES.format("Andel", "12,0", "13,0"), "[andel av Budget]"),
    ("finance-base-fits", SHARES.format("Avvikelse", "60", "-80"), "[= Prognos − Budget]"),
    ("finance-base-fits", SHARES.format("Avvikelse", "20", "110"), "[= Budget − Utfall]"),
    ("finance-base-several", SHARES.format("Avvikelse", "", ""), "[= Prognos − Budget]"),
    (
        "finance-base-fits",
        "| | Budget | Till [budget] | Prognos | Avvikelse |\n| A | 10 | 2 | 15 | -3 |\n| B | 20 | 1 | 18 | 3 |\n",
        "[= Budget + Till − Prognos]",
    ),
    (
        "finance-base-fits",
        "| | Budget | Utfall | Rest [prognos] | Avvikelse |\n| A | 90 | 80 | 30 | 20 |\n| B | 200 | 90 | 70 | -40 |\n",
        "[= Utfall + Rest − Budget]",
    ),
    ("finance-column-unit", SHARES.format("Kvar", "12 %", "13 %"), "[%]"),
    ("finance-cell-unit", SHARES.format("Kvar", "12 %", "13"), "[uppgift]"),
    ("finance-role-several", SHARES.replace("Prognos", "Budget eller utfall").format("Rest", "1", "2"), "[budget]"),
    ("finance-years", "| | Byggår 1 | Utfall |\n| A | 1999 | 5 |\n| B | 2001 | 6 |\n", "[text]"),
    ("finance-columns-several", "| | Budget | Tillägg | Summa |\n| A | 1 | 2 | 3 |\n", "[= Budget + Tillägg]"),
    ("finance-column-unchecked", "| | 2024 | 2025 | Förändring |\n| A | 100 | 120 | 20 |\n", "[= 2025 − 2024]"),
    ("finance-sum-undeclared", "| | Belopp |\n| A | 100 |\n| B | 120 |\n| Alla | 220 |\n", "[delsumma]"),
    ("finance-result-unchecked", "| | Belopp |\n| A | 100 |\n| B | -120 |\n| Resultat | -20 |\n", "[summa]"),
    ("finance-row-blank", "| | Belopp |\n| A | 100 |\n| B | -120 |\n| Kvar | |\n", "[summa]"),
    ("finance-sum-kind", "| | X |\n| A | 1 |\n| Delsumma | 1 |\n| B | 2 |\n| Delsumma 2 | 3 |\n", "[summa]"),
    (
        "finance-sum-heading",
        "| | X |\n| A | 100 |\n| Drift | |\n| B | 200 |\n| C | 500 |\n| Summa | 700 |\n",
        "[rubrik]",
    ),
]


@pytest.mark.parametrize(("code", "rows", "mark"), CASES)
def test_a_mark_that_is_suggested_mends_what_it_is_suggested_for(code: str, rows: str, mark: str) -> None:
    source = UNIT + rows
    finding = next(finding for finding in all_findings(source) if finding.code == code)
    assert mark in said(finding)
    names = suggested(finding)
    assert names, said(finding)
    for name, typed in names:
        after = all_findings(marked(source, name, typed))
        assert code not in codes(after), (name, typed)
        assert "finance-mark-unknown" not in codes(after)


@pytest.mark.parametrize("code", sorted({code for code, _, _ in CASES if code.endswith("-fits")}))
def test_a_mark_that_is_said_to_hold_leaves_nothing_to_tell(code: str) -> None:
    for other, rows, _ in CASES:
        if other == code:
            (finding,) = all_findings(UNIT + rows)
            (found,) = suggested(finding)
            assert all_findings(marked(UNIT + rows, *found)) == ()


def test_no_example_is_given_that_the_stated_figures_speak_against() -> None:
    finding = all_findings(UNIT + SHARES.format("Avvikelse", "7", "9"))[0]
    assert finding.code == "finance-base-several"
    assert "”Avvikelse [= … − …]”" in said(finding)


def test_the_columns_that_are_named_are_those_that_the_example_is_made_of() -> None:
    finding = all_findings(UNIT + SHARES.format("Förbrukat %", "50,0 %", "75,0 %"))[0]
    assert wrong(finding, "sv").endswith("ur Budget, Utfall och Prognos.")


def test_a_share_of_itself_is_asked_after() -> None:
    source = UNIT + SHARES.format("Andel [andel av Prognos]", "", "")
    assert codes(all_findings(source)) == ["finance-share-several"]


def test_columns_of_the_same_heading_are_named_with_their_groups() -> None:
    source = (
        f"{UNIT}| | Januari | | Helår | | Andel |\n| | Budget | Utfall | Budget | Utfall | % |\n"
        "| A | 10 | 5 | 100 | 80 | 5,0 |\n| B | 20 | 4 | 200 | 90 | 2,0 |\n"
    )
    finding = all_findings(source)[0]
    assert finding.code == "finance-share-fits"
    assert "[= Januari, Utfall / Helår, Budget]" in said(finding)
    (found,) = suggested(finding)
    assert all_findings(marked(source, *found)) == ()


@pytest.mark.parametrize("heading", ["Kvar [uppgift]", "Kvar % [uppgift]", "Avvikelse [uppgift]", "Summa [uppgift]"])
def test_a_column_that_is_only_told_is_neither_added_nor_checked(heading: str) -> None:
    rows = f"| | Budget | Utfall | {heading} |\n| A | 10 | 20 | 3 % |\n| B | 5 | 6 | 4 % |\n| Summa | 15 | 26 | |\n"
    assert all_findings(UNIT + rows) == ()


def test_a_suggestion_in_english_is_a_word_that_is_known() -> None:
    source = "unit: SEK\n\n| | Budget | Outcome | Forecast | Share |\n| A | 10 | 8 | 16 | 50.0 |\n"
    (finding,) = all_findings(source, "en")
    assert "[= Outcome / Forecast]" in said(finding, "en")
    assert all_findings(source.replace("Share", "Share [= Outcome / Forecast]"), "en") == ()
    assert all_findings(source.replace("Share", "Share [information]"), "en") == ()
