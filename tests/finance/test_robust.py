"""No source, however odd, raises; every finding has words; nothing depends on how deep or long a table is."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from kallelse.check.finance import check_table
from kallelse.read.finance.explain import explain

from tests.finance.tables import FOLDER, UNHURRIED, codes, grid, read, said, table_of

_HEADS = [
    "rubrik: x",
    "enhet: mnkr",
    "enhet: %",
    "tecken: belopp",
    "decimaler: 1",
    "fil: a.csv",
    "avvikelse: budget − utfall",
]
_CELLS = [
    "", " ", "-", "1,0", "-3,25", "(3)", "1.5", "2022", "47 %", "5 tkr", "*", "Budget", "Utfall", "Avvikelse", "%",
    "Summa", "Netto", "Intäkter", "varav x", "Totalt [total]", "A [= B − C]", "B [= A]", "C [lika: A]", "D [grupp]",
    "E [rubrik]", "% [andel av Budget]", "X [utfall, = Budget + 1]", "Y [= Budget / Utfall]", "[", "]", "[]", "[=]",
    "\\|", "Z [lika: t/A]",
]  # fmt: skip
_ROWS = st.lists(st.sampled_from(_CELLS), min_size=1, max_size=6).map(lambda cells: f"| {' | '.join(cells)} |")
_SOURCES = st.builds(
    lambda head, rows: "\n".join([*head, "", *rows]),
    st.lists(st.sampled_from(_HEADS), max_size=4),
    st.lists(_ROWS, max_size=8),
)


def looked_at(source: str, csv: str) -> None:
    for language in ("sv", "en"):
        table, findings = read(source, "sv" if language == "sv" else "en", {FOLDER + "a.csv": csv})
        if table is not None:
            findings = (*findings, *check_table(table))
            assert explain(table, "sv")
            assert all(len(row.cells) == len(table.columns) for row in table.rows)
            covered = [c.colspan * c.rowspan for line in table.head for c in line]
            assert sum(covered) == len(table.head) * len(table.columns)
        for finding in findings:
            assert "{" not in said(finding).replace("{}", "")


@UNHURRIED
@given(source=_SOURCES, csv=st.lists(_ROWS, max_size=4).map(lambda rows: "\n".join(rows).replace(" | ", ";")))
def test_tables_of_any_parts_are_read_checked_and_explained(source: str, csv: str) -> None:
    looked_at(source, csv)


@UNHURRIED
@given(source=st.text('|[]=+-−,.:;"*/% \t\n1290aBåSumanetBudgtAvikls', max_size=200))
@example(source="fil: a.csv")
def test_scribbles_are_read_checked_and_explained(source: str) -> None:
    looked_at(source, source)


def test_a_chain_of_a_thousand_formulas_is_computed() -> None:
    rows = "".join(f"| Rad {n + 1} [= Rad {n} + 1] | |\n" for n in range(1000))
    table = table_of(f"enhet: kr\n\n| | Belopp |\n| Rad 0 | 5 |\n{rows}")
    assert grid(table)[-1] == ["Rad 1000", "1 005"]


def test_a_sum_over_a_thousand_columns_is_computed() -> None:
    table = table_of(f"enhet: kr\n\n| | {' | '.join('K' for _ in range(1000))} | Summa |\n| A |{' 1 |' * 1000} |\n")
    assert grid(table)[0][-1] == "1 000"


def test_a_formula_longer_than_a_person_writes_is_refused() -> None:
    _, findings = read(f"enhet: kr\n\n| | Belopp |\n| A | 5 |\n| B [= {'(' * 3000}A{')' * 3000}] | |\n")
    assert codes(findings) == ["finance-formula"]
