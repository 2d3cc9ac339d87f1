"""What a table states that does not hold, and the words in which it is said."""

from __future__ import annotations

import pytest
from kallelse.check.equality import check_equality
from kallelse.check.finance import check_table
from kallelse.model.finding import Severity

from tests.finance.tables import PATH, all_findings, codes, column, read, said, table_of


def only(source: str, line: int = 1) -> str:
    """What is said of the one thing that is wrong."""
    table, findings = read(source, line=line)
    assert table is not None
    found = (*findings, *check_table(table))
    assert len(found) == 1
    return said(found[0]).removeprefix(PATH)


INCOME = """\
enhet: mnkr
tecken: belopp

| | Budget | Utfall | Avvikelse |
| Intäkter | 43,0 | 50,4 | {} |
| Kostnader | 43,0 | 46,2 | -3,2 |
"""


def test_a_wrong_deviation_names_both_figures_and_what_rounding_explains() -> None:
    assert only(INCOME.format("5,3"), line=8) == (
        ":12 Intäkter, Avvikelse: det står 5,3 men Utfall 50,4 − Budget 43,0 blir 7,4. Avrundning förklarar högst 0,1. "
        "Rätta ett av talen eller lämna Avvikelse tomt."
    )


def test_a_blank_that_two_rules_make_otherwise_is_told_with_both_figures() -> None:
    source = (
        "enhet: mnkr\n\n| | Budget [budget, uppgift] | Utfall [utfall, uppgift] | Avvikelse |\n"
        "| Skola | 10,0 | 11,0 | 1,0 |\n| Vård | 10,0 | 11,0 | 1,0 |\n| Totalt | 25,0 | 30,0 | {} |\n"
    )
    assert only(source.format("")) == (
        ":6 Totalt, Avvikelse är tom och räknas ut till 5,0, men Skola 1,0 + Vård 1,0 blir 2,0. Avrundning förklarar "
        "högst 0,1. Rätta det tal som är fel. kallelse check --explain visar vad som räknas ut av vad."
    )
    assert only(source.format("5,0")).startswith(
        ":6 Totalt, Avvikelse: det står 5,0 men Skola 1,0 + Vård 1,0 blir 2,0."
    )


def test_a_deviation_with_the_wrong_sign_says_which_sign_is_good() -> None:
    assert only(INCOME.format("-7,3")) == (
        ":5 Intäkter, Avvikelse: det står −7,3; Utfall 50,4 − Budget 43,0 ger +7,4. Talet har fel tecken: i den här "
        "tabellen är plus bra för resultatet (”avvikelse: plus är bra”). Vänd tecknet, eller ändra "
        "”avvikelse:” om plus "
        "betyder något annat."
    )


def test_a_plain_difference_with_the_wrong_sign_names_the_rule() -> None:
    source = (
        "enhet: mnkr\navvikelse: budget − utfall\n\n| | Budget | Utfall | Avvikelse |\n| Gator | 5,0 | 7,0 | 2,0 |\n"
    )
    assert only(source).startswith(
        ":5 Gator, Avvikelse: det står 2,0; Budget 5,0 − Utfall 7,0 är −2,0. Talet har fel tecken (”avvikelse: "
        "budget − utfall”)."
    )


def test_a_lost_sign_among_the_parts_is_found_where_the_sum_does_not_hold() -> None:
    source = "enhet: mnkr\n\n| | Belopp |\n| a | 100,0 |\n| b | 1,1 |\n| c | 20,0 |\n| Summa | 118,9 |\n"
    assert only(source).startswith(
        ":7 Summa, Belopp: det står 118,9 men a 100,0 + b 1,1 + c 20,0 blir 121,1. Det stämmer om talet i b, "
        "Belopp (1,1) har "
        "omvänt tecken."
    )
    counts = "enhet: antal\n\n| | Belopp |\n| a | 100 |\n| b | {} |\n| c | 20 |\n| Summa | {} |\n"
    assert codes(all_findings(counts.format(1, 119))) == ["finance-sign-part"]
    assert codes(all_findings(counts.format(2, 117))) == ["finance-sum-wrong"]
    assert codes(all_findings(counts.format(2, -122))) == ["finance-sign"]


@pytest.mark.parametrize(("typed", "holds"), [("16", True), ("7", False), ("13", False), ("17", False)])
def test_a_part_that_is_counted_twice_counts_twice(typed: str, holds: bool) -> None:
    for source in (
        f"enhet: antal\n\n| | Tal |\n| A | 10 |\n| B | 3 |\n| C [= A + 2 · B] | {typed} |\n",
        f"enhet: antal\n\n| | A | B | C [= A + 2 · B] |\n| D | 10 | 3 | {typed} |\n",
    ):
        assert (all_findings(source) == ()) == holds


def test_a_result_that_another_sum_bears_out_is_not_blamed_for_its_sign() -> None:
    source = (
        "enhet: mnkr\ntecken: belopp\n\n| | Budget | Prognos | Avvikelse |\n| Intäkter | 64,5 | 63,5 | -1,0 |\n"
        "| Kostnader | 64,5 | 61,4 | 3,1 |\n| Netto | 0,0 | 2,1 | 2,1 |\n"
    )
    assert codes(all_findings(source)) == ["finance-sign", "finance-sign-part"]


def test_a_difference_that_is_one_row_asks_for_that_row() -> None:
    source = (
        "enhet: mnkr\n\n| | 2023 |\n| Materiella | 9 337,1 |\n| Finansiella | 233,8 |\n| Immateriella | 0,5 |\n"
        "| Summa anläggningstillgångar | 9 570,9 |\n"
    )
    assert only(source) == (
        ":7 Summa anläggningstillgångar, 2023: 9\u00a0570,9 skiljer 0,5 från raderna (9\u00a0571,4). "
        "Skillnaden är raden "
        "Immateriella 0,5: är den med i summan? Rätta summan, eller skriv vad raden är, "
        "till exempel ”Immateriella [post]” eller ”Immateriella [varav]”."
    )


def test_many_rows_are_counted_and_not_listed() -> None:
    rows = "".join(f"| n{i} | 1,0 |\n" for i in range(6))
    assert only(f"enhet: mnkr\n\n| | Belopp |\n{rows}| Summa | 9,6 |\n") == (
        ":10 Summa, Belopp: det står 9,6 men de 6 raderna blir tillsammans 6,0. Avrundning förklarar högst 0,3. "
        "Rätta ett av talen eller lämna Summa tomt."
    )


def test_an_unlikely_sum_is_a_remark_with_the_number_of_rows() -> None:
    rows = "".join(f"| n{i} | 1,0 |\n" for i in range(20))
    source = f"enhet: mnkr\n\n| | Belopp |\n{rows}| Summa nämnder | {{}} |\n"
    assert only(source.format("19,6")) == (
        ":24 Summa nämnder, Belopp: 19,6 är 0,4 lägre än raderna tillsammans. 20 avrundade tal kan ge det, men det är "
        "osannolikt. Kontrollera raderna."
    )
    assert "0,4 högre" in only(source.format("20,4"))
    assert [finding.severity for finding in all_findings(source.format("20,4"))] == [Severity.REMARK]


def test_a_column_of_another_unit_is_added_unless_that_is_a_share_or_a_quotient() -> None:
    source = "enhet: mnkr\n\n| | Belopp | Platser [{}] |\n| a | 1,0 | 40 |\n| b | 2,0 | 50 |\n| Summa | 3,0 | 80 |\n"
    assert codes(all_findings(source.format("antal"))) == ["finance-sum-wrong"]
    for unit in ("%", "kr/inv"):
        assert codes(all_findings(source.format(unit))) == []


def test_a_wrong_share_says_what_rounding_allows() -> None:
    source = "enhet: mnkr\n\n| | Budget | Utfall | Avvikelse | % |\n| A | 2,0 | 2,3 | 0,3 | 21,0 |\n"
    assert only(source).startswith(
        ":4 A, %: det står 21,0 men Avvikelse 0,3 / Budget 2,0 blir 15,0. Avrundning tillåter 12,2 till 17,9."
    )


def test_a_quotient_of_what_is_blank_is_not_checked() -> None:
    source = "enhet: mnkr\n\n| | Utfall | Budget | Andel [andel = Utfall / Budget] |\n| a | {} | 2,0 | 50,0 % |\n"
    assert codes(all_findings(source.format("1,0"))) == []
    assert codes(all_findings(source.format(""))) == []
    assert codes(all_findings(source.format("0,5"))) == ["finance-quotient-wrong"]


def test_rows_that_must_be_equal_name_each_other() -> None:
    source = "enhet: mnkr\n\n| | 2023 |\n| Tillgångar [post] | 7,0 |\n| Skulder [lika: Tillgångar] | 8,0 |\n"
    assert only(source).startswith(
        ":5 Skulder, 2023: det står 8,0 men raden Tillgångar, som den ska vara lika med, har 7,0."
    )


SECTIONS = (
    "enhet: mnkr\n\n| | 2022 | 2023 |\n| a | 1,0 | 2,0 |\n| b | 3,0 | 4,0 |\n| Delsumma | 4,0 | 6,0 |\n"
    "| c | 5,0 | 6,0 |\n| d | 7,0 | 8,0 |\n| {} | 12,0 | 14,0 |\n"
)


def test_a_sum_of_another_kind_is_named_once_for_its_row() -> None:
    assert only(SECTIONS.format("Summa övrigt")) == (
        ":9 Summa övrigt, 2022: det står 12,0 men raderna blir 16,0 om raden är en summa. Skriv "
        "”Summa övrigt [delsumma]”: så stämmer raden i alla kolumner. Rätta annars talen."
    )
    assert all_findings(SECTIONS.format("Summa övrigt [delsumma]")) == ()


def test_a_heading_that_is_not_marked_is_suggested() -> None:
    source = SECTIONS.format("Summa b").replace("| Delsumma | 4,0 | 6,0 |", "| SKULDER | | |")
    assert only(source).endswith(
        "Raderna efter SKULDER ger summan. Är den en rubrik, skriv ”SKULDER [rubrik]”. Rätta annars talen."
    )
    assert all_findings(source.replace("SKULDER", "SKULDER [rubrik]")) == ()


def test_a_row_that_equals_the_rows_above_is_suggested_as_their_sum() -> None:
    source = "enhet: mnkr\n\n| | 2022 | 2023 |\n| a | 1,5 | 2,0 |\n| b | 3,0 | 4,0 |\n| {} | 4,5 | 6,0 |\n"
    assert only(source.format("Resultat")) == (
        ":6 Raden Resultat är lika med raderna intill tillsammans men är inte märkt som deras summa, så den "
        "räknas själv med i "
        "summor. Är den en summa, skriv ”Resultat [delsumma]”. Annars ”Resultat [post]”."
    )
    for mark in ("[summa]", "[delsumma]", "[post]"):
        assert all_findings(source.format(f"Resultat {mark}")) == ()


def test_a_row_that_equals_all_rows_since_the_heading_is_suggested_as_their_sum_and_not_counted_as_a_part() -> None:
    rows = "| X [rubrik] | | |\n| a | 1,5 | 2,0 |\n| b | 3,0 | 4,0 |\n| Delsumma | 4,5 | 6,0 |\n| c | 2,1 | 3,3 |\n"
    source = f"enhet: mnkr\n\n| | 2022 | 2023 |\n| y | 9,1 | 9,2 |\n{rows}| d | 3,3 | 1,2 |\n| {{}} | 9,9 | 10,5 |\n"
    assert "Är den en summa, skriv ”Allt [summa]”" in only(source.format("Allt"))
    assert all_findings(source.format("Allt [summa]")) == ()


def test_a_row_that_equals_the_rows_below_is_suggested_as_their_group() -> None:
    rows = "| KS | 4,5 | 6,0 |\n| a | 1,5 | 2,0 |\n| b | 3,0 | 4,0 |\n| c | 3,1 | 4,1 |\n"
    source = f"enhet: mnkr\n\n| | 2022 | 2023 |\n{rows}"
    assert "skriv ”KS [grupp]”" in only(source)


def test_small_figures_of_one_column_are_no_ground_for_a_suggestion() -> None:
    assert all_findings("enhet: mnkr\n\n| | 2022 |\n| a | 1 |\n| b | 2 |\n| c | 3 |\n") == ()


@pytest.mark.parametrize("typed", ["–", "ej klart"])
def test_a_dash_or_words_where_a_sum_may_stand_state_nothing(typed: str) -> None:
    source = f"enhet: mnkr\n\n| | Belopp | Budget |\n| a | 1,0 | 2,0 |\n| b | 2,0 | 2,0 |\n| Summa | {typed} | 4,0 |\n"
    assert codes(all_findings(source)) == []


@pytest.mark.parametrize("source", [INCOME.format("5,3"), INCOME.format("-7,3"), SECTIONS.format("Summa övrigt")])
def test_findings_speak_english_too(source: str) -> None:
    for finding in all_findings(source):
        text = said(finding, "en")
        assert "is stated" in text
        assert "{" not in text


STATEMENT = "id: resultat\nenhet: mnkr\n\n| | 2022 | 2023 |\n| Nettokostnader | -5 866,3 | -5 804,3 |\n"
COMMITTEES = "enhet: {}\n\n| | 2022 | 2023 |\n| A | {} | {} |\n| Totalt [total, lika: {}] | {} | {} |\n"


def between(committees: str) -> list[str]:
    return [said(finding) for finding in check_equality([table_of(STATEMENT), table_of(committees)])]


def test_a_row_may_have_to_equal_a_row_of_another_table() -> None:
    sound = COMMITTEES.format("mnkr", "-5 866,3", "-5 804,3", "resultat/Nettokostnader", "-5 866,3", "-5 804,3")
    assert between(sound) == []
    wrong = sound.replace("-5 804,3", "-5 277,4")
    assert between(wrong) == [
        (
            f"{PATH}:5 Totalt, 2023: det står −5\u00a0277,4 mnkr men raden Nettokostnader i tabellen resultat har "
            "−5\u00a0804,3 mnkr. Rätta ett av talen, eller ta bort märket om de inte ska vara lika."
        )
    ]


def test_tables_in_different_units_are_compared_in_kronor_within_their_rounding() -> None:
    sound = COMMITTEES.format("tkr", "-5 866 321", "-5 804 270", "resultat/Nettokostnader", "-5 866 321", "-5 804 270")
    assert between(sound) == []
    assert len(between(sound.replace("-5 804 270", "-5 804 100"))) == 1


@pytest.mark.parametrize(
    ("unit", "heading", "sound", "wrong"),
    [
        ("mnkr", "2022", "-5 866,3", "-5 866,4"),
        ("tkr", "2022", "-5 866 350", "-5 866 351"),
        ("kr", "2022 [mnkr]", "-5 866,3", "-5 866,2"),
        ("mnkr", "2022 [tkr]", "-5 866 250", "-5 866 249"),
        ("mnkr", "2022 [kr]", "-5 866 250 000", "-5 866 249 999"),
    ],
)
def test_figures_are_equal_where_both_may_be_rounded_of_one_whatever_table_or_column_says_their_unit(
    unit: str, heading: str, sound: str, wrong: str
) -> None:
    """The other table says −5 866,3 mnkr, which is more than 5 866,25 and less than 5 866,35."""
    source = f"enhet: {unit}\n\n| | {heading} |\n| Netto [uppgift, lika: resultat/Nettokostnader] | {{}} |\n"
    assert between(source.format(sound)) == []
    (told,) = between(source.format(wrong))
    typed = wrong.replace("-", "−").replace(" ", "\u00a0")
    assert f"det står {typed} {heading[6:-1] or unit} men" in told
    assert "−5\u00a0866,3 mnkr" in told


@pytest.mark.parametrize(("figure", "holds"), [("", True), ("–", True), ("ej klart", False), ("1,0", True)])
def test_nothing_equals_any_figure_of_another_table_and_words_none(figure: str, holds: bool) -> None:
    """A share is of its own table, and not held against that of another."""
    columns = "| | 2022 [belopp] | % [andel av 2023] | 2023 [belopp] |\n"
    one = f"enhet: mnkr\nid: ett\n\n{columns}| A [uppgift] | {figure} | 50 | 2,0 |\n"
    other = f"enhet: mnkr\n\n{columns}| B [lika: ett/A] | 1,0 | 100 | |\n"
    assert (check_equality([table_of(one), table_of(other)]) == ()) == holds
    one = one.replace("id: ett\n", "").replace("uppgift", "lika: ett/B")
    other = "id: ett\n" + other.replace("lika: ett/A", "uppgift")
    assert (check_equality([table_of(one), table_of(other)]) == ()) == holds


@pytest.mark.parametrize(
    ("mark", "hint"),
    [
        ("resultet/Nettokostnader", "Menar du ”resultat”?"),
        ("resultat/Nettokostnad", "har ingen rad Nettokostnad. Menar du Nettokostnader?"),
        ("RESULTAT/Nettokostnader", "ingen tabell ”RESULTAT” att jämföra med. Menar du ”resultat”?"),
        ("budget/Summa", "En tabell i ett annat ärende går inte att jämföra med."),
    ],
)
def test_a_table_or_row_that_is_not_there_suggests_the_nearest(mark: str, hint: str) -> None:
    found = between(COMMITTEES.format("mnkr", "1,0", "2,0", mark, "1,0", "2,0"))
    assert len(found) == 1
    assert hint in found[0]


def test_a_row_to_equal_is_found_whatever_its_case_and_told_of_where_it_is_not_the_only_one() -> None:
    sound = COMMITTEES.format("mnkr", "-5 866,3", "-5 804,3", "resultat/NETTOKOSTNADER", "-5 866,3", "-5 804,3")
    assert between(sound) == []
    twice = table_of(STATEMENT + "| B | 1,0 | 2,0 |\n| B | 1,0 | 3,0 |\n")
    found = check_equality([twice, table_of(sound.replace("NETTOKOSTNADER", "B"))])
    assert codes(found) == ["finance-equal-row-several"]
    assert "flera rader B" in said(found[0])


def test_without_any_table_to_compare_with_nothing_is_suggested() -> None:
    (found,) = check_equality([table_of(COMMITTEES.format("mnkr", "1,0", "2,0", "resultat/Netto", "1,0", "2,0"))])
    assert found.code == "finance-equal-none"
    assert "Menar du" not in said(found)


def test_a_row_is_not_held_against_itself() -> None:
    own = "id: ett\n" + COMMITTEES.format("mnkr", "1,0", "2,0", "ett/Totalt", "1,0", "2,0")
    (found,) = check_equality([table_of(own)])
    assert found.code == "finance-equal-row-listed"
    assert "har ingen rad Totalt. Tabellens rader: A" in said(found)


def test_tables_without_a_common_heading_cannot_be_compared() -> None:
    other = COMMITTEES.format("mnkr", "1,0", "2,0", "resultat/Nettokostnader", "1,0", "2,0").replace(
        "2022 | 2023", "B | C"
    )
    assert "ingen kolumn med samma rubrik" in between(other)[0]


def test_a_last_row_without_figures_is_asked_after_and_one_that_is_marked_is_computed() -> None:
    rows = "enhet: kr\n\n| | Budget |\n| a | 1 |\n| b | 2 |\n| {} | |\n"
    assert only(rows.format("Resultat")) == (
        ":6 Raden Resultat har inga tal. Skriv talen, eller skriv ”Resultat [summa]” så räknas raden ut."
    )
    table, findings = read(rows.format("Resultat [summa]"))
    assert table is not None
    assert (*findings, *check_table(table)) == ()
    assert table.rows[-1].cells[1].printed == "3"


@pytest.mark.parametrize("text", ["ca 5", "½", "1e9", "**5**", "±5", "NaN", "1'000"])
def test_words_in_a_sum_are_told_whether_it_is_stated_or_left_out(text: str) -> None:
    rows = f"enhet: kr\n\n| | Budget |\n| a | {text} |\n| b | 2 |\n| Summa | {{}} |\n"
    assert only(rows.format("")) == (
        f":4 a, Budget: ”{text}” är inget tal, så Summa kan inte räknas ut. "
        "Skriv ett tal, eller skriv själv vad Summa är."
    )
    assert only(rows.format("99")) == (
        f":4 a, Budget: ”{text}” är inget tal, så Summa kontrolleras inte. Skriv ett tal, om det ska vara ett."
    )


@pytest.mark.parametrize("text", ["**99**", "5 000:-", "1'000", "--5", "½", "1/2"])
def test_what_looks_like_a_figure_and_is_none_is_told(text: str) -> None:
    found = only(f"enhet: kr\n\n| | Budget |\n| a | {text} |\n| b | 2 |\n")
    assert found.startswith(f":4 a, Budget: ”{text}” läses inte som ett tal och räknas inte med.")


@pytest.mark.parametrize("text", ["Åk 4: 88 %", "saknas", "*", "–", "12 500"])
def test_words_and_figures_in_a_column_of_figures_are_no_doubt(text: str) -> None:
    table, findings = read(f"enhet: kr\n\n| | Budget |\n| a | {text} |\n| b | 2 |\n")
    assert table is not None
    assert (*findings, *check_table(table)) == ()


BOTH = (
    "{head}enhet: tkr\n\n| | Budget | Utfall |\n"
    "| Intäkter | 12 400 | 12 950 |\n| Kostnader | {costs} |\n| Netto | | |\n"
)


def test_revenues_and_costs_are_not_added_together() -> None:
    _, findings = read(BOTH.format(head="", costs="11 900 | 12 730"))
    assert codes(findings) == ["finance-signs-missing"]
    for head, costs in (("tecken: belopp\n", "11 900 | 12 730"), ("tecken: resultat\n", "0 | 0"), ("", "-11 900 | 0")):
        assert codes(read(BOTH.format(head=head, costs=costs))[1]) == []


@pytest.mark.parametrize(
    ("label", "figures"),
    [
        ("Netto [= Intäkter − Kostnader]", ["500", "220", "−280"]),
        ("Netto [= Kostnader − Intäkter]", ["−500", "−220", "−280"]),
        ("Netto", ["−500", "−220", "−280"]),
    ],
)
def test_plus_is_good_in_the_deviation_of_a_net_whichever_way_it_is_made(label: str, figures: list[str]) -> None:
    table = table_of(
        "tecken: belopp\navvikelse: plus är bra\nenhet: tkr\n\n| | Budget | Utfall | Avvikelse |\n"
        f"| Intäkter | 12 400 | 12 950 | |\n| Kostnader | 11 900 | 12 730 | |\n| {label} | | | |\n"
    )
    assert [cell.printed.replace("\u00a0", " ") for cell in table.rows[2].cells[1:]] == figures
    alone = (
        "tecken: belopp\nenhet: tkr\n\n| | Avvikelse |\n| Intäkter | 550 |\n| Kostnader | -830 |\n"
        f"| {label} | {{}} |\n| Efter ränta [= Netto] | |\n"
    )
    assert column(table_of(alone.format("")), 1)[2:] == [figures[2]] * 2
    assert codes(all_findings(alone.format("-280"))) == []
    assert codes(all_findings(alone.format("-290"))) == ["finance-sum-wrong"]
    assert codes(all_findings(alone.format("280"))) == ["finance-sign"]
