from __future__ import annotations

from kallelse.read.finance.explain import explain

from tests.finance.tables import table_of

SOURCE = """\
enhet: mnkr
tecken: belopp

| | Budget | Utfall | Avvikelse | Ram [jämförelse] |
| Intäkter | 43,0 | 50,4 | 7,3 | 1,0 |
| Kostnader | 43,0 | 46,2 | | |
| Netto | | | | |
"""


def test_what_was_inferred_is_told_with_which_sums_hold_and_what_was_computed() -> None:
    assert explain(table_of(SOURCE), "sv") == (
        "Enhet: mnkr. Belopp skrivs utan tecken (tecken: belopp). Avvikelse: plus är bra.",
        "Kolumn 1: radernas namn (av orden eller innehållet)",
        "Kolumn Budget: budget (av orden eller innehållet)",
        "Kolumn Utfall: utfall (av orden eller innehållet)",
        "Kolumn Avvikelse: avvikelse (av orden eller innehållet)",
        "Kolumn Ram: jämförelse (märkt)",
        "Rad Intäkter: intäkt (av orden eller innehållet)",
        "Rad Kostnader: kostnad, dras av (av orden eller innehållet)",
        "Rad Netto: summa, dras av (av orden eller innehållet)",
        "Intäkter, Avvikelse = Utfall 50,4 − Budget 43,0: 7,3 stämmer inom avrundning (7,4)",
        "Kostnader, Avvikelse = Budget 43,0 − Utfall 46,2: beräknad till −3,2",
        "Netto, Budget = Kostnader 43,0 − Intäkter 43,0: beräknad till 0,0",
        "Netto, Utfall = Kostnader 46,2 − Intäkter 50,4: beräknad till −4,2",
        "Netto, Avvikelse = Budget 0,0 − Utfall −4,2: 4,1 stämmer inom avrundning (4,2)",
        "Netto, Avvikelse = Intäkter 7,3 + Kostnader −3,2: beräknad till 4,1",
        "Netto, Ram = − Intäkter 1,0: beräknad till −1,0",
        "Beräknade celler: (Kostnader, Avvikelse), (Netto, Budget), (Netto, Utfall), (Netto, Avvikelse), (Netto, Ram).",
        "Tabellen får en anmärkning om avrundning.",
    )


def test_it_is_told_in_english_too() -> None:
    lines = explain(table_of(SOURCE), "en")
    assert lines[0] == "Unit: mnkr. Amounts are written without signs (signs: amount). Deviation: plus is good."
    assert "Intäkter, Avvikelse = Utfall 50,4 − Budget 43,0: 7,3 holds within rounding (7,4)" in lines


def test_what_cannot_be_checked_is_told() -> None:
    lines = explain(table_of("enhet: mnkr\n\n| | 2023 |\n| a | * |\n| Summa | 5,0 |\n"), "sv")
    assert lines[-1] == "Summa, 2023 = 0: kontrolleras inte"
