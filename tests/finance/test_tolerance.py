"""What rounding may explain, and what it may not."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.check.finance import check_table
from kallelse.locale.figures import printed, rounded
from kallelse.model.equation import Outcome, judge
from kallelse.model.finding import Severity
from kallelse.model.sums import equations

from tests.finance.tables import UNHURRIED, all_findings, codes, table_of


def sum_table(items: list[str], total: str) -> str:
    rows = "".join(f"| Post {n} | {item} |\n" for n, item in enumerate(items))
    return f"enhet: mnkr\n\n| | Belopp |\n{rows}| Summa | {total} |\n"


@pytest.mark.parametrize(
    ("count", "silent", "remark"),
    [(1, 0, 0), (2, 1, 1), (3, 1, 1), (4, 1, 2), (5, 2, 2), (10, 2, 5), (20, 3, 10)],
)
def test_a_sum_may_be_off_by_half_as_many_units_as_it_has_terms(count: int, silent: int, remark: int) -> None:
    """Up to n/2 units is no error; beyond three standard deviations it is a remark."""
    for units in range(remark + 2):
        for sign in (1, -1):
            total = printed(Decimal(count * 10 + sign * units) / 10, 1, "sv")
            table = table_of(sum_table(["1,0"] * count, total))
            found = check_table(table)
            if units <= silent:
                assert found == ()
            elif units <= remark:
                assert [finding.severity for finding in found] == [Severity.REMARK]
            else:
                assert [finding.severity for finding in found] == [Severity.ERROR]
            assert table.rounded == (units != 0)


def test_each_figure_has_the_precision_it_was_written_in() -> None:
    assert check_table(table_of(sum_table(["517", "4,4"], "521,0"))) == ()
    assert codes(check_table(table_of(sum_table(["517", "4,4"], "520,8")))) == ["finance-sum-wrong"]
    assert codes(check_table(table_of(sum_table(["517,0", "4,4"], "521,0")))) == ["finance-sum-wrong"]


def test_a_row_that_must_equal_another_may_not_be_off_at_all() -> None:
    source = "enhet: mnkr\n\n| | Belopp |\n| A [total] | 10,0 |\n| B [lika: A] | 10,1 |\n"
    source = source.replace("| A [total]", "| Post | 10,0 |\n| A [total]")
    assert codes(check_table(table_of(source))) == ["finance-equal-wrong"]


@pytest.mark.parametrize(
    ("share", "holds"), [("12,1", False), ("12,2", True), ("15", True), ("17,9", True), ("18,1", False)]
)
def test_shares_may_lie_where_the_ranges_of_their_parts_allow(share: str, holds: bool) -> None:
    source = f"enhet: mnkr\n\n| | Budget | Utfall | Avvikelse | % |\n| A | 2,0 | 2,3 | 0,3 | {share} |\n"
    assert (codes(check_table(table_of(source))) == []) == holds


def test_a_share_of_what_may_be_zero_is_not_checked_and_not_computed() -> None:
    source = "enhet: mnkr\n\n| | Budget | Utfall | Avvikelse | % |\n| A | 0,0 | 0,3 | 0,3 | {share} |\n"
    assert check_table(table_of(source.format(share="99"))) == ()
    assert table_of(source.format(share="")).rows[0].cells[4].printed == ""


def test_a_share_is_of_the_size_of_its_base() -> None:
    source = "enhet: mnkr\n\n| | Budget | Utfall | Avvikelse | % |\n| A | -16,4 | -51,4 | -35,0 | {} |\n"
    assert table_of(source.format("")).rows[0].cells[4].printed == "−213,4"
    assert codes(check_table(table_of(source.format("213,4")))) == ["finance-sign"]


def test_a_computed_subtotal_carries_the_rounding_of_its_parts_into_the_total() -> None:
    """Eight rounded items stand behind the total, so that it may be off by four units, not by one."""
    rows = "".join(f"| Post {n} | 1,0 |\n" for n in range(8))
    source = f"enhet: mnkr\n\n| | Belopp |\n{rows}| Delsumma | |\n| Slutsumma [= Delsumma] | {{}} |\n"
    assert check_table(table_of(source.format("8,4"))) == ()
    assert codes(check_table(table_of(source.format("8,5")))) == ["finance-sum-wrong"]


def test_half_a_krona_is_rounded_up_as_in_lists_of_fees() -> None:
    source = "enhet: kr\n\n| | Sats [belopp] | Grund | Avgift [= Sats · Grund] |\n| A | 0,01 | 56 250 | {} |\n"
    assert table_of(source.format("")).rows[0].cells[3].value == Decimal("562.5")
    rows = "enhet: kr\ndecimaler: 0\n\n| | Belopp |\n| Grund [uppgift] | 56 250 |\n| Avgift [= 0,01 · Grund] | |\n"
    assert table_of(rows).rows[1].cells[1].printed == "563"


def test_a_fee_computed_from_an_unrounded_one_is_within_rounding() -> None:
    source = "enhet: kr\n\n| | Belopp |\n| Grund [uppgift] | 7 247 |\n| Avgift [= 1,1 · Grund] | {} |\n"
    assert check_table(table_of(source.format("7 971"))) == ()
    assert check_table(table_of(source.format("7 972"))) == ()
    assert codes(check_table(table_of(source.format("7 970")))) == ["finance-sum-wrong"]


@pytest.mark.parametrize(
    ("unit", "figures", "holds"),
    [
        ("antal", ("1", "2", "3"), True),
        ("antal", ("1", "2", "4"), False),
        ("st", ("1 204", "880", "2 085"), False),
        ("antal", ("1,4", "2,4", "3,9"), True),
        ("antal", ("1", "2,4", "3,5"), True),
        ("kr", ("1 000,50", "2 000,50", "3 001,00"), True),
        ("kr", ("1 000,50", "2 000,50", "3 001,01"), False),
        ("kr", ("1 000 000", "2 000 000", "3 000 001"), True),
        ("kr", ("1 000,50", "2 000", "3 001"), True),
        ("tkr", ("1 000,50", "2 000,50", "3 001,01"), True),
        ("mnkr", ("1", "2", "4"), True),
    ],
)
def test_counts_and_kronor_with_ore_are_not_rounded(unit: str, figures: tuple[str, str, str], holds: bool) -> None:
    rows = "".join(f"| {name} | {figure} |\n" for name, figure in zip(("A", "B", "Summa"), figures, strict=True))
    found = all_findings(f"enhet: {unit}\n\n| | Utfall |\n{rows}")
    assert (found == ()) == holds
    assert all(finding.severity is Severity.ERROR for finding in found)


@pytest.mark.parametrize("heading", ["Medel", "Årsarbetare", "Snitt 2022", "Medelantal anställda"])
def test_means_and_full_time_equivalents_are_rounded_though_they_are_counts(heading: str) -> None:
    assert all_findings(f"enhet: antal\n\n| | {heading} |\n| A | 12 |\n| B | 13 |\n| Summa | 26 |\n") == ()
    assert all_findings("enhet: antal\n\n| | 2022 [belopp] |\n| A | 12 |\n| B | 13 |\n| Summa | 26 |\n") != ()


def test_what_a_formula_divides_is_rounded_though_its_parts_are_counts() -> None:
    source = (
        "enhet: antal\n\n| | Vår | Höst | Barn per termin [= (Vår + Höst) / 2] |\n"
        "| A | 1 | 2 | {} |\n| B | 2 | 3 | 3 |\n| Summa | 3 | 5 | 4 |\n"
    )
    assert all_findings(source.format("2")) == ()
    assert codes(all_findings(source.format("3"))) == ["finance-sum-wrong", "finance-sum-wrong"]


@pytest.mark.parametrize(("zero", "wrong"), [("0,0", "0,4"), ("0,00", "0,03")])
def test_computed_thirds_make_the_sum_that_they_are_and_the_rest_that_they_show(zero: str, wrong: str) -> None:
    """Six times a third of ten is 20,00, though 3,33 stands there; ten less a third is 6,67, as it is of 3,33."""
    rest = shown(Fraction(20, 3), len(zero) - 2)
    columns = "| | Budget | Tredjedel [= Budget / 3] | Rest [= Budget − Tredjedel] |"
    rows = "".join(f"| {name} | 1{zero} | | {{rest}} |\n" for name in "ABCDEF")
    source = f"enhet: kr\n\n{columns}\n{rows}| Summa | 6{zero} | {{total}} | |\n"
    assert all_findings(source.format(total=f"2{zero}", rest=rest)) == ()
    assert "finance-rows-wrong" in codes(all_findings(source.format(total=f"2{wrong}", rest=rest)))
    assert "finance-sum-wrong" in codes(all_findings(source.format(total=f"2{zero}", rest=rest.replace("7", "5"))))


@pytest.mark.parametrize(("deviation", "share", "found"), [("-2", "-1,7", []), ("-1", "-0,8", ["finance-sum-wrong"])])
def test_a_share_beside_counts_makes_them_no_less_exact(deviation: str, share: str, found: list[str]) -> None:
    source = (
        "enhet: mnkr\n\n| | Budget | Utfall | Avvikelse | % |\n| Post | 10,0 | 9,0 | -1,0 | -10,0 |\n"
        f"| Platser, antal | 120 | 118 | {deviation} | {share} |\n"
    )
    assert codes(all_findings(source)) == found


_AMOUNTS = st.lists(st.fractions(-500, 500, max_denominator=1000), min_size=3, max_size=3)
_ITEMS = st.lists(_AMOUNTS, min_size=1, max_size=12)


def shown(value: Fraction, decimals: int) -> str:
    return printed(value, decimals, "sv")


@UNHURRIED
@given(items=_ITEMS, decimals=st.integers(0, 2), places=st.lists(st.integers(0, 2), min_size=12, max_size=12))
def test_a_sound_table_however_it_is_rounded_gives_no_error(
    items: list[list[Fraction]], decimals: int, places: list[int]
) -> None:
    """Budget, outcome and deviation of each row, and their sums, each rounded by itself from exact amounts."""
    totals = [sum((item[i] for item in items), Fraction(0)) for i in range(2)]
    rows = []
    for place, (budget, outcome, _) in zip(places, items, strict=False):
        rows.append((budget, outcome, outcome - budget, place))
    rows.append((totals[0], totals[1], totals[1] - totals[0], decimals))
    labels = [*(f"Post {n}" for n in range(len(items))), "Summa"]
    body = "".join(
        f"| {label} | {' | '.join(shown(value, place) for value in (b, u, d))} |\n"
        for label, (b, u, d, place) in zip(labels, rows, strict=True)
    )
    table = table_of(f"enhet: mnkr\n\n| | Budget | Utfall | Avvikelse |\n{body}")
    assert [finding for finding in check_table(table) if finding.severity is Severity.ERROR] == []


@UNHURRIED
@given(
    half_units=st.lists(st.integers(-2001, 2001), min_size=1, max_size=12),
    signs=st.sampled_from(["resultat", "belopp"]),
)
def test_not_even_ties_touch_the_bound(half_units: list[int], signs: str) -> None:
    """All amounts lie at half units, where rounding is largest."""
    amounts = [Fraction(2 * n + 1, 20) for n in half_units]
    effect = -1 if signs == "belopp" else 1
    labels = ["Intäkter" if n % 2 else f"Post {n}" for n in range(len(amounts))]
    weights = [effect if label == "Intäkter" else 1 for label in labels]
    total = sum((w * a for w, a in zip(weights, amounts, strict=True)), Fraction(0))
    rows = "".join(f"| {label} | {shown(a, 1)} |\n" for label, a in zip(labels, amounts, strict=True))
    table = table_of(f"enhet: mnkr\ntecken: {signs}\n\n| | Belopp |\n{rows}| Summa | {shown(total, 1)} |\n")
    assert [finding for finding in check_table(table) if finding.severity is Severity.ERROR] == []


@UNHURRIED
@given(items=_ITEMS, decimals=st.integers(0, 2))
def test_a_computed_sum_is_the_exact_sum_of_what_is_written_rounded_once(
    items: list[list[Fraction]], decimals: int
) -> None:
    written = [rounded(item[0], 3) for item in items]
    rows = "".join(f"| Post {n} | {printed(value, 3, 'sv')} |\n" for n, value in enumerate(written))
    table = table_of(f"enhet: mnkr\ndecimaler: {decimals}\n\n| | Belopp |\n{rows}| Summa | |\n")
    cell = table.rows[-1].cells[1]
    assert cell.value == sum(written)
    assert cell.printed == printed(sum(written, Decimal(0)), decimals, "sv")


@UNHURRIED
@given(items=st.permutations(["10,4", "-3,5", "0,2", "7", "–", "", "1 204,25"]))
def test_the_order_of_rows_changes_no_sum(items: list[str]) -> None:
    table = table_of(sum_table(items, ""))
    assert table.rows[-1].cells[1].printed == "1\u00a0218,35"


@UNHURRIED
@given(items=_ITEMS, where=st.integers(0, 11), by=st.integers(2, 9))
def test_a_change_beyond_what_rounding_explains_is_found(items: list[list[Fraction]], where: int, by: int) -> None:
    """Of an exact table, a change by more than half as many units as there are terms."""
    values = [rounded(item[0], 1) for item in items]
    total = sum(values, Decimal(0))
    change = Decimal(by + len(items) // 2) / 10
    values[where % len(values)] += change
    source = sum_table([printed(value, 1, "sv") for value in values], printed(total, 1, "sv"))
    found = check_table(table_of(source))
    assert [finding.severity for finding in found if finding.severity is Severity.ERROR] == [Severity.ERROR]


def test_every_verdict_of_a_computed_cell_says_so() -> None:
    table = table_of(sum_table(["1,0", "2,0"], ""))
    assert [judge(table, equation).outcome for equation in equations(table)] == [Outcome.COMPUTED]
