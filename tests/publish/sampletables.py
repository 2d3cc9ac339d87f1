"""The sample's tables as blocks of the model."""

from __future__ import annotations

from kallelse.model.finance import FinanceRowKind, HeadCell, Role
from kallelse.model.text import FinanceBlock, Table

from tests.publish.trees import cell, column, finance, row, words

ITEM, SUBTOTAL, TOTAL = FinanceRowKind.ITEM, FinanceRowKind.SUBTOTAL, FinanceRowKind.TOTAL


def operations() -> FinanceBlock:
    """The first table of the sample's first attachment."""
    first, whole = "Januari–augusti 2022", "Helår 2022"
    names = ("Budget", "Utfall", "Avvikelse", "Budget", "Prognos", "Avvikelse")
    roles = (Role.BUDGET, Role.OUTCOME, Role.DEVIATION, Role.BUDGET, Role.FORECAST, Role.DEVIATION)
    groups = (first,) * 3 + (whole,) * 3
    return FinanceBlock(
        finance(
            "Driftredovisning",
            (
                (HeadCell("", 0, 1, 2), HeadCell(first, 1, 3), HeadCell(whole, 4, 3)),
                tuple(HeadCell(name, place) for place, name in enumerate(names, 1)),
            ),
            (
                column("", Role.LABEL),
                *(column(*each) for each in zip(names, roles, groups, strict=True)),
            ),
            (FinanceRowKind.REVENUE, "Intäkter|43,0|50,4|7,3|64,5|63,5|−1,0"),
            (FinanceRowKind.COST, "Kostnader|43,0|46,2|−3,2|64,5|61,4|3,1"),
            (TOTAL, "Netto|0,0|−4,2|4,1|0,0|−2,1|2,1"),
            note="Netto är kostnader minus intäkter. En avvikelse med plus är bra för resultatet.",
            rounded=True,
        )
    )


def investments() -> FinanceBlock:
    """The second table: no labels, and headings of two levels."""
    first, whole = "Januari–augusti 2022", "Helår 2022"
    names = (
        "Årsbudget",
        "Extra beviljat + överfört",
        "Totalt anslag",
        "Utfall för perioden",
        "Avvikelse mot anslag",
        "Prognos helår",
        "Prognosens avvikelse",
    )
    groups = (first,) * 5 + (whole,) * 2
    return FinanceBlock(
        finance(
            "Investeringsredovisning",
            (
                (HeadCell("", 0, 1, 2), HeadCell(first, 1, 5), HeadCell(whole, 6, 2)),
                tuple(HeadCell(name, place) for place, name in enumerate(names, 1)),
            ),
            (
                column("", Role.LABEL),
                *(column(name, Role.AMOUNT, group) for name, group in zip(names, groups, strict=True)),
            ),
            (ITEM, "|4,9|7,7|12,6|3,4|−9,2|8,6|−4,0"),
            labelled=False,
        )
    )


def action_plan() -> FinanceBlock:
    """The action plan: text columns, groups of headings, headings over both lines, subtotals."""
    head = (
        HeadCell("Åtgärd", 0, 4),
        HeadCell("Beslut om åtgärd", 4, 2),
        HeadCell("Påbörjad", 6, 1, 2),
        HeadCell("Driftsättning", 7, 1, 2),
        HeadCell("Ekonomisk effekt", 8, 2),
        HeadCell("Ingår i helårsprognos", 10, 2),
    )
    names = ("Löpnr", "Verksamhet", "Beskrivning", "Mål", "Instans", "Datum")
    figures = ("Utfall januari–april", "Prognos helår", "Ja/nej", "Belopp")
    groups = (head[0].text,) * 4 + (head[1].text,) * 2 + ("", "") + (head[4].text,) * 2 + (head[5].text,) * 2
    columns = (*names, "Påbörjad", "Driftsättning", *figures)
    roles = [Role.LABEL, *[Role.TEXT] * 7, Role.OUTCOME, Role.FORECAST, Role.TEXT, Role.AMOUNT]
    rows = []
    for group in range(1, 5):
        for place in range(1, 4):
            said = "IT-center|Inga åtgärder" if (group, place) == (1, 1) else "|"
            rows.append((ITEM, f"{group}.{place}|{said}|||||||||"))
        rows.append((SUBTOTAL, "Delsumma||||||||0,00|0,00||0,00"))
    rows.append((TOTAL, "TOTALT||||||||0,00|0,00||0,00"))
    return FinanceBlock(
        finance(
            "Handlingsplan med åtgärder",
            (
                head,
                (
                    *(HeadCell(name, place) for place, name in enumerate(names)),
                    *(HeadCell(name, place) for place, name in enumerate(figures, 8)),
                ),
            ),
            tuple(column(*each) for each in zip(columns, roles, groups, strict=True)),
            *rows,
        )
    )


def goals() -> Table:
    """Goals in two groups, whose labels span their rows."""
    operational = ("Hög tillgänglighet", "Säker drift", "Nöjda användare", "Effektiv support", "Gemensamma system")
    financial = (
        "Oförändrad skattesats",
        "Underliggande resultat ≥ 2 % av skatter och statsbidrag 2018–2022",
        "Självfinansiering av investeringar ≥ 80 % 2018–2022",
    )
    body = [row(cell("Verksamhetsmål", rowspan=5, heading=True), operational[0]), *map(row, operational[1:])]
    body += [row(cell("Finansiella mål", rowspan=3, heading=True), financial[0]), *map(row, financial[1:])]
    return Table(
        head=(row("Område", "Mål"),),
        body=tuple(body),
        align=("left", "left"),
        caption=words("Kommunens mål"),
        note=words("Källa: Kommunfullmäktige 18 november 2020 § 183."),
    )
