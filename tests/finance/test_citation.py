"""Cells of tables cited in prose by their labels."""

from __future__ import annotations

import pytest
from kallelse.locale.findings import wrong
from kallelse.model.finding import Place
from kallelse.model.settings import Language
from kallelse.model.text import Cite
from kallelse.read.finance.citation import cite

from tests.finance.tables import table_of

INCOME = table_of("""\
id: utfall
enhet: mnkr
tecken: belopp

| | Januari–augusti 2022 | | | Helår 2022 | | | |
| | Budget | Utfall | Avvikelse | Budget | Prognos | Avvikelse | Avvikelse % |
| Intäkter | 43,0 | 50,4 | 7,3 | 64,5 | 63,5 | | |
| Kostnader* | 43,0 | 46,2** | -3,2 | 64,5 | 61,4 | | |
| Summa, brutto [uppgift] | 1 086,0 | – | | Offert | | | |
| Netto | | | 4,1 | | | | |
""")
ROW = table_of("""\
id: investeringar
enhet: mnkr
avvikelse: utfall − budget

| | Januari–augusti 2022 | | | Helår 2022 | |
| | Anslag [budget] | Utfall | Avvikelse | Prognos | Avvikelse [= Prognos − Anslag] |
| | 12,6 | 3,4 | -9,2 | 8,6 | -4,0 |
""")
FIGURES = table_of("""\
id: nyckeltal
enhet: antal

| Nyckeltal | Enhet | 2023 |
| Soliditet | % | 35,5 |
| Kostnad | kr/inv | 61 204 |
| Barn | antal | 1 204 |
""")
TABLES = {table.id: table for table in (INCOME, ROW, FIGURES)}


def printed(table: str, *labels: str, unsigned: bool = False, language: Language = "sv") -> str:
    cited, findings = cite(TABLES, Cite(table, labels, unsigned, line=22), language)
    assert findings == ()
    return cited.printed.replace("\u00a0", " ")


def missed(table: str, *labels: str) -> tuple[str, str]:
    cited, findings = cite(TABLES, Cite(table, labels, line=22), "sv")
    assert cited.printed == ""
    assert len(findings) == 1
    assert findings[0].place == Place("", 22)
    return findings[0].code, wrong(findings[0], "sv")


def test_a_cell_is_printed_with_its_unit_held_to_it() -> None:
    cited, findings = cite(TABLES, Cite("utfall", ("Netto", "Januari–augusti 2022", "Avvikelse")), "sv")
    assert findings == ()
    assert cited.printed == "4,1\u00a0mnkr"


@pytest.mark.parametrize(
    ("labels", "text"),
    [
        (("Netto", "Helår 2022", "Prognos"), "−2,1 mnkr"),
        (("netto", "helår 2022", "prognos"), "−2,1 mnkr"),
        (("Netto", "Prognos"), "−2,1 mnkr"),
        (("Netto", "Prognos", "Helår 2022"), "−2,1 mnkr"),
        (("Kostnader", "Januari-augusti 2022", "Avvikelse"), "−3,2 mnkr"),
        (("Kostnader", "Utfall"), "46,2 mnkr"),
        (("Summa", "brutto", "Januari–augusti 2022", "Budget"), "1 086,0 mnkr"),
        (("Summa, brutto", "Helår 2022", "Budget"), "Offert"),
        (("Kostnader", "Avvikelse %"), "4,8 %"),
    ],
)
def test_labels_name_a_cell_and_not_its_place(labels: tuple[str, ...], text: str) -> None:
    assert printed("utfall", *labels) == text


def test_the_sign_may_be_left_to_the_words() -> None:
    assert printed("utfall", "Kostnader", "Januari–augusti 2022", "Avvikelse", unsigned=True) == "3,2 mnkr"


def test_a_table_of_one_row_without_label_is_cited_by_its_columns_alone() -> None:
    assert printed("investeringar", "Anslag") == "12,6 mnkr"
    assert printed("investeringar", "Helår 2022", "Avvikelse", unsigned=True) == "4,0 mnkr"


def test_a_row_with_a_unit_of_its_own_is_cited_with_it_and_a_count_with_none() -> None:
    assert printed("nyckeltal", "Soliditet", "2023") == "35,5 %"
    assert printed("nyckeltal", "Kostnad", "2023") == "61 204 kr/inv"
    assert printed("nyckeltal", "Barn", "2023") == "1 204"


def test_a_row_that_is_gone_suggests_the_nearest() -> None:
    assert missed("utfall", "Nettokostnad", "Helår 2022", "Avvikelse") == (
        "finance-cite-row",
        "{utfall: Nettokostnad, Helår 2022, Avvikelse}: tabellen har ingen rad Nettokostnad. Menar du Netto?",
    )


@pytest.mark.parametrize(
    ("table", "labels", "code", "hint"),
    [
        ("utfal", ("Netto", "Prognos"), "finance-cite-table", "Menar du ”utfall”?"),
        ("utfall", ("Netto", "Prognosen"), "finance-cite-column", "Menar du Prognos?"),
        ("utfall", ("Netto", "Helår 2023", "Prognos"), "finance-cite-column", "Menar du Helår 2022?"),
        ("utfall", ("Netto", "Avvikelse"), "finance-cite-column-several", "(Helår 2022, Avvikelse)"),
        ("utfall", ("Netto",), "finance-cite-column-several", "(Helår 2022, Prognos)"),
        ("utfall", (), "finance-cite-row-several", "flera rader"),
        ("utfall", ("Summa, brutto", "Utfall"), "finance-cite-blank", "cellen är tom"),
        ("utfall", ("Summa, brutto", "Prognos"), "finance-cite-blank", "cellen är tom"),
        ("investeringar", ("Budget",), "finance-cite-column-listed", "har ingen kolumn Budget"),
        ("inköp", ("Netto", "Prognos"), "finance-cite-table-listed", "har ingen tabell ”inköp”."),
        ("utfall", ("Hyra", "Prognos"), "finance-cite-row-listed", "har ingen rad Hyra."),
    ],
)
def test_what_is_gone_or_unclear_is_an_error(table: str, labels: tuple[str, ...], code: str, hint: str) -> None:
    found, text = missed(table, *labels)
    assert found == code
    assert hint in text


def test_two_rows_of_one_name_are_unclear() -> None:
    table = table_of("id: t\nenhet: mnkr\n\n| | Belopp |\n| a | 1,0 |\n| Delsumma | |\n| b | 2,0 |\n| Delsumma | |\n")
    _, findings = cite({"t": table}, Cite("t", ("Delsumma", "Belopp")), "sv")
    assert [finding.code for finding in findings] == ["finance-cite-row-several"]


def test_a_citation_follows_the_language_of_its_table() -> None:
    table = table_of("id: t\nunit: SEK million\n\n| | Budget |\n| A | -1,004.2 |\n", language="en")
    cited, _ = cite({"t": table}, Cite("t", ("A", "Budget")), "en")
    assert cited.printed == "−1,004.2\u00a0SEK million"
