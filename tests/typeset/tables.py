"""Finance tables as values: the sample's, and one of each other shape."""

from __future__ import annotations

from kallelse.model.text import Block, FinanceBlock

from tests.typeset.build import finance, h, p

OPERATIONS = finance(
    "Intäkter och kostnader",
    [
        ("", "", "label"),
        *(
            ("Januari–augusti 2022", name, role)
            for name, role in (("Budget", "budget"), ("Utfall", "utfall"), ("Avvikelse", "avvikelse"))
        ),
        *(
            ("Helår 2022", name, role)
            for name, role in (("Budget", "budget"), ("Prognos", "prognos"), ("Avvikelse", "avvikelse"))
        ),
    ],
    [
        ("revenue", ("Intäkter", "43,0", "50,4", "7,3", "64,5", "63,5", "−1,0")),
        ("cost", ("Kostnader", "43,0", "46,2", "−3,2", "64,5", "61,4", "3,1")),
        ("sum", ("Netto", "0,0", "−4,2", "4,1", "0,0", "−2,1", "2,1")),
    ],
    note="Netto är kostnader minus intäkter. En avvikelse är positiv när den är bra för resultatet.",
    rounded=True,
)
INVESTMENTS = finance(
    "Investeringar",
    [
        ("", "", "label"),
        *(
            ("Januari–augusti 2022", name, role)
            for name, role in (
                ("Årsbudget", "budget"),
                ("Extra beviljat + överfört", "belopp"),
                ("Totalt anslag", "belopp"),
                ("Utfall för perioden", "utfall"),
                ("Avvikelse mot anslag", "avvikelse"),
            )
        ),
        ("Helår 2022", "Prognos", "prognos"),
        ("Helår 2022", "Prognosens avvikelse", "avvikelse"),
    ],
    [("item", ("", "4,9", "7,7", "12,6", "3,4", "−9,2", "8,6", "−4,0"))],
    note="En avvikelse är utfall eller prognos minus totalt anslag: minus betyder att mindre har använts.",
    labelled=False,
)


def _plan_rows() -> list[tuple[str, tuple[str, ...]]]:
    rows: list[tuple[str, tuple[str, ...]]] = []
    for group in range(1, 5):
        for number in range(1, 4):
            first = ("IT-center", "Inga åtgärder") if group == number == 1 else ("", "")
            rows.append(("item", (f"{group}.{number}", *first, *[""] * 9)))
        rows.append(("subtotal", (f"Delsumma {group}", *[""] * 7, "0,00", "0,00", "", "0,00")))
    rows.append(("total", ("TOTALT", *[""] * 7, "0,00", "0,00", "", "0,00")))
    return rows


ACTION_PLAN = finance(
    "Åtgärder för en ekonomi i balans",
    [
        ("Åtgärd", "Löpnr", "label"),
        ("Åtgärd", "Verksamhet", "text"),
        ("Åtgärd", "Beskrivning", "text"),
        ("Åtgärd", "Mål", "text"),
        ("Beslut om åtgärd", "Instans", "text"),
        ("Beslut om åtgärd", "Datum", "text"),
        ("", "Påbörjad", "text"),
        ("", "Driftsättning", "text"),
        ("Ekonomisk effekt", "Utfall januari–april", "utfall"),
        ("Ekonomisk effekt", "Prognos helår", "prognos"),
        ("Ingår i helårsprognos", "Ja/nej", "text"),
        ("Ingår i helårsprognos", "Belopp", "belopp"),
    ],
    _plan_rows(),
)


def finance_blocks() -> tuple[Block, ...]:
    long = finance(
        "Nettokostnad per enhet",
        [("", "Enhet", "label"), ("", "Budget", "budget"), ("", "Utfall", "utfall"), ("", "Avvikelse", "avvikelse")],
        [
            ("heading", ("Förvaltning", "", "", "")),
            *[("item", (f"Enhet {n}", f"−{n}\u00a0001,0", f"−{n}\u00a0000,5", "0,5")) for n in range(1, 70)],
            ("of-which", ("varav jämförelsestörande", "−1,0", "−1,0", "0,0")),
            ("subtotal", ("Delsumma", "−10,0", "−9,5", "0,5")),
            ("group", ("Grupp", "1,0", "1,0", "0,0")),
            ("information", ("Antal", "3", "4", "–")),
            ("total", ("Totalt", "−10,0", "−9,5", "0,5")),
        ],
        unit="tkr",
        note="Uppgifterna är preliminära.",
    )
    plain_one = finance("", [("", "Post", "label"), ("", "Belopp", "belopp")], [("item", ("Hyra", "12,0"))], unit="kr")
    headless = finance(
        "Utan rubriker",
        [("", "", "label"), ("", "", "belopp")],
        [("item", ("Hyra", "12,0")), ("sum", ("Summa", "12,0"))],
    )
    many_columns = finance(
        "Flerårsbudget",
        [("", "Nämnd", "label"), *((f"Period {n}", f"Budget {2020 + n}", "budget") for n in range(11))],
        [("item", (f"Nämnd {m}", *[f"{m}{n}\u00a0{100 + n},5" for n in range(11)])) for m in range(1, 6)],
    )
    return (
        h(2, "Ekonomi"),
        p("Tabellerna nedan."),
        FinanceBlock(long),
        FinanceBlock(plain_one),
        FinanceBlock(headless),
        FinanceBlock(many_columns),
    )
