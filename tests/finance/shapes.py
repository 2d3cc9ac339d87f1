"""Twenty shapes of tables that Swedish committee packets hold, with figures of our own, each with a slip to find."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shape:
    """A sound table: how many of its stated figures hold exactly and within rounding; a slip and its finding."""

    name: str
    source: str
    exact: int
    rounding: int
    slip: tuple[str, str]
    found: str


SHAPES = (
    Shape(
        "income, cost and net by period",
        """\
enhet: mnkr
tecken: belopp

|           | Januari–april |        |           | Helår  |         |           |
|           | Budget        | Utfall | Avvikelse | Budget | Prognos | Avvikelse |
| Intäkter  | 21,4          | 22,9   | 1,4       | 64,2   | 66,0    | 1,8       |
| Kostnader | 21,4          | 23,1   | -1,7      | 64,2   | 65,1    | -0,9      |
| Netto     | 0,0           | 0,2    | -0,3      | 0,0    | -0,9    | 0,9       |
""",
        exact=10,
        rounding=2,
        slip=("22,9", "29,2"),
        found="finance-sum-wrong",
    ),
    Shape(
        "appropriation in one row",
        """\
enhet: mnkr
avvikelse: utfall − budget

| | Januari–april | | | | | Helår | |
| | Årsbudget | Beviljat + överfört | Anslag [= Årsbudget + "Beviljat + överfört"] | Utfall | Avvikelse [= Utfall − Anslag] | Prognos | Kvar [= Prognos − Anslag] |
| | 6,2 | 3,5 | 9,7 | 2,8 | –6,9 | 7,0 | –2,7 |
""",  # noqa: E501
        exact=3,
        rounding=0,
        slip=("–6,9", "6,9"),
        found="finance-sign",
    ),
    Shape(
        "action plan",
        """\
enhet: mnkr
decimaler: 2

| Åtgärd       |            |              | Beslut om åtgärd |       | Påbörjad | Ekonomisk effekt |               | Ingår i prognos |        |
| Löpnr [text] | Verksamhet | Beskrivning  | Instans          | Datum |          | Utfall jan–april | Prognos helår | Ja/nej [text]   | Belopp |
| 1.1          | Kök        | Färre menyer | Nämnden          | 14 juni | Ja     | 0,25             | 0,75          | Ja              | 0,75   |
| 1.10         |            |              |                  |       |          |                  |               |                 |        |
| Delsumma     |            |              |                  |       |          | 0,25             | 0,75          |                 | 0,75   |
| 2.1          | Städ       |              |                  |       |          |                  | 0,40          | Nej             |        |
| Delsumma     |            |              |                  |       |          | 0,00             | 0,40          |                 | 0,00   |
| TOTALT       |            |              |                  |       |          | 0,25             | 1,15          |                 | 0,75   |
""",  # noqa: E501
        exact=9,
        rounding=0,
        slip=("1,15", "1,51"),
        found="finance-sum-wrong",
    ),
    Shape(
        "income statement",
        """\
enhet: mnkr

|                                      | Not | Kommunen |          |        | Koncernen |
|                                      |     | Bokslut 2022 [jämförelse] | Bokslut 2023 | Budget | Bokslut 2023 |
| Verksamhetens intäkter               | 2   | 611,2    | 640,8    | 622,0  | 902,3    |
| Verksamhetens kostnader              | 3   | -2 904,5 | -3 051,9 | -3 030,0 | -3 201,4 |
| Avskrivningar                        | 4   | -201,3   | -214,6   | -210,0 | -301,7   |
| Verksamhetens nettokostnader [summa] |     | -2 494,6 | -2 625,8 | -2 618,0 | -2 600,8 |
| Skatteintäkter                       | 5   | 2 101,7  | 2 188,4  | 2 170,0 | 2 188,4 |
| Generella statsbidrag                | 6   | 480,0    | 501,3    | 495,0  | 501,3    |
| Verksamhetens resultat [summa]       |     | 87,1     | 63,9     | 47,0   | 88,9     |
| Finansiella intäkter                 | 7   | 12,0     | 18,2     | 10,0   | 20,5     |
| Finansiella kostnader                | 8   | -9,4     | -21,0    | -15,0  | -66,1    |
| Årets resultat [summa]               |     | 89,7     | 61,1     | 42,0   | 43,3     |
""",
        exact=9,
        rounding=3,
        slip=("-214,6", "214,6"),
        found="finance-sign-part",
    ),
    Shape(
        "multi-year budget",
        """\
enhet: mnkr

|                             | Bokslut 2022 | Budget 2023 | Budget 2024 | Plan 2025 | Plan 2026 |
| Intäkter                    | 310,2        | 318,0       | 325,0       | 331,0     | 338,0     |
| varav jämförelsestörande    | 4,1          |             |             |           |           |
| Kostnader                   | -1 502,6     | -1 540,0    | -1 581,0    | -1 620,0  | -1 661,0  |
| Nettokostnad [summa]        | -1 192,4     | -1 222,0    | -1 256,0    | -1 289,0  | -1 323,0  |
""",
        exact=5,
        rounding=0,
        slip=("-1 289,0", "-1 298,0"),
        found="finance-sum-wrong",
    ),
    Shape(
        "balanskrav reconciliation",
        """\
enhet: mnkr

|                                      | 2022  | 2023  |
| Årets resultat                       | 41,3  | 28,7  |
| Avgår realisationsvinster            | -2,2  | –     |
| Resultat efter justeringar [summa]   | 39,1  | 28,7  |
| Till resultatutjämningsreserv [kostnad] | 18,0 | 5,5  |
| Balanskravsresultat [summa]          | 21,1  | 23,2  |
""",
        exact=4,
        rounding=0,
        slip=("18,0", "15,0"),
        found="finance-sum-wrong",
    ),
    Shape(
        "balance sheet",
        """\
enhet: mnkr

|                                         | 2022    | 2023    |
| TILLGÅNGAR [rubrik]                     |         |         |
| Mark och byggnader                      | 4 210,4 | 4 398,8 |
| Maskiner                                | 311,0   | 325,9   |
| Materiella tillgångar [delsumma]        | 4 521,5 | 4 724,7 |
| Immateriella                            | 0,9     | 0,6     |
| Finansiella                             | 208,3   | 211,0   |
| Summa anläggningstillgångar             | 4 730,6 | 4 936,3 |
| Bidrag till infrastruktur               | 31,0    | 29,5    |
| Omsättningstillgångar                   | 702,2   | 655,1   |
| Summa tillgångar                        | 5 463,8 | 5 620,9 |
| EGET KAPITAL OCH SKULDER [rubrik]       |         |         |
| Eget kapital                            | 2 804,7 | 2 865,8 |
| Avsättningar                            | 330,6   | 341,1   |
| Skulder                                 | 2 328,5 | 2 414,0 |
| Summa skulder och eget kapital [summa, lika: Summa tillgångar] | 5 463,8 | 5 620,9 |
| Ansvarsförbindelser [uppgift]           | 1 102,0 | 1 060,3 |
""",
        exact=9,
        rounding=1,
        slip=("2 414,0", "2 441,0"),
        found="finance-sum-wrong",
    ),
    Shape(
        "cash flow",
        """\
enhet: mnkr

|                                          | 2022 | 2023 |
| LÖPANDE VERKSAMHET [rubrik]              |      |      |
| Årets resultat                           | 90   | 61   |
| Ökning (−)/minskning (+) av fordringar   | -14  | 22   |
| Kassaflöde löpande [summa]               | 76   | 83   |
| INVESTERINGAR [rubrik]                   |      |      |
| Investering i anläggningar               | -310 | -402 |
| Försäljning                              | 12   | 3    |
| Kassaflöde investeringar [summa]         | -298 | -398 |
| Nya lån [post]                           | 250  | 300  |
| Årets kassaflöde [total]                 | 28   | -16  |
| Likvida medel vid årets början [uppgift] | 63   | 91   |
| Likvida medel vid årets slut [= Likvida medel vid årets början + Årets kassaflöde] | 91 | 75 |
""",
        exact=7,
        rounding=1,
        slip=("-16", "16"),
        found="finance-sign",
    ),
    Shape(
        "net cost per committee",
        """\
enhet: mnkr

| Nämnd               | Delår 2023 [jämförelse] | Bokslut 2022 [jämförelse] | Budget | Prognos | Avvikelse | Avvikelse % |
| Kommunstyrelsen     | -140,2 | -281,0 | -290,4 | -284,1 | 6,3   | 2,2  |
| Byggnadsnämnden     | -20,6  | -41,9  | -44,0  | -45,9  | -1,9  | -4,3 |
| Socialnämnden       | -611,7 | -1 204,3 | -1 230,0 | -1 248,8 | -18,9 | -1,5 |
| Totalt nämnder      | -772,5 | -1 527,2 | -1 564,4 | -1 578,8 | -14,4 | -0,9 |
| Exploatering        | 4,0    | 10,2   | 0,0    | 12,5   | 12,5  |      |
| Finansförvaltningen | 791,1  | 1 561,8 | 1 590,0 | 1 600,2 | 10,2 | 0,6  |
| Summa kommunen      | 22,6   | 44,8   | 25,6   | 33,9   | 8,3   | 32,4 |
""",  # noqa: E501
        exact=20,
        rounding=3,
        slip=("-4,3", "4,3"),
        found="finance-sign",
    ),
    Shape(
        "parents above children",
        """\
enhet: mnkr

|                         | Intäkter | Kostnader | Nettokostnad [utfall = Intäkter + Kostnader] | Budget | Avvikelse |
| Kommunstyrelsen [grupp] | 120,4    | -410,2    | -289,8       | -295,0 | 5,2       |
| Kansli                  | 20,1     | -91,3     | -71,2        | -70,0  | -1,2      |
| IT-center               | 100,3    | -318,9    | -218,6       | -225,0 | 6,4       |
| Kulturnämnden [grupp]   | 8,8      | -77,7     | -69,0        | -68,0  | -1,0      |
| Bibliotek               | 3,2      | -40,5     | -37,3        | -37,0  | -0,3      |
| Bad                     | 5,6      | -37,2     | -31,6        | -31,0  | -0,6      |
| Revisionen [grupp]      | 0,0      | -2,4      | -2,4         | -2,5   | 0,1       |
| Totalt                  | 129,2    | -490,3    | -361,2       | -365,5 | 4,3       |
""",
        exact=25,
        rounding=6,
        slip=("-318,9", "-381,9"),
        found="finance-sum-wrong",
    ),
    Shape(
        "change table",
        """\
enhet: tkr

|             | Utfall 2014 | Utfall 2013 [jämförelse] | Förändring [= Utfall 2014 − Utfall 2013] | % [andel = Förändring / Utfall 2013] | Budget | Avvikelse |
| Kansli      | -623        | -614                     | -9  | 1,5 %  | -630 | 7   |
| Städ        | -2 410      | -2 204                   | -206 | 9,3 % | -2 350 | -60 |
| Summa       | -3 033      | -2 818                   | -215 | 7,6 % | -2 980 | -53 |
""",  # noqa: E501
        exact=14,
        rounding=0,
        slip=("9,3 %", "3,9 %"),
        found="finance-quotient-wrong",
    ),
    Shape(
        "investments per committee, spending positive",
        """\
enhet: mnkr
avvikelse: budget − utfall

|                          | Budget | Prognos | Avvikelse | %      |
| Kultur                   | 26,2   | 13,8    | 12,4      | 47,3 % |
| varav finansiell leasing | 2,8    | 0,0     | 2,8       | 100 %  |
| Skola                    | 140,0  | 151,5   | -11,5     | -8,2 % |
| varav finansiell leasing | 9,0    | 10,5    | -1,5      | -16,7 % |
| Summa                    | 166,2  | 165,3   | 0,9       | 0,5 %  |
| Summa exklusive leasing [= Summa − "Kultur, varav finansiell leasing" − "Skola, varav finansiell leasing"] | 154,4 | 154,8 | -0,4 | -0,3 % |
""",  # noqa: E501
        exact=18,
        rounding=0,
        slip=("154,4", "166,4"),
        found="finance-sum-wrong",
    ),
    Shape(
        "investments as spending, income and net, spending negative",
        """\
enhet: mnkr

| Objekt  | Utgifter | Inkomster | Netto [= Utgifter + Inkomster] |
| Skola   | -210,4   | 12,2      | -198,2                         |
| Gator   | -88,1    | 30,3      | -57,7                          |
| Summa   | -298,5   | 42,5      | -255,9                         |
""",
        exact=4,
        rounding=2,
        slip=("30,3", "-30,3"),
        found="finance-sign-part",
    ),
    Shape(
        "paired columns of spending and income under each year",
        """\
enhet: tkr

|        | 2022 |     | 2023 |     | 2022–2023 |     |
|        | U    | I   | U    | I   | U [= "2022, U" + "2023, U"] | I [= "2022, I" + "2023, I"] |
| Vatten | -219 | 1   | -505 | 8   | -724 | 9 |
| Gator  | -44  | 0   | -81  | 20  | -125 | 20 |
| Summa  | -263 | 1   | -586 | 28  | -849 | 29 |
""",
        exact=12,
        rounding=0,
        slip=("-724", "-742"),
        found="finance-sum-wrong",
    ),
    Shape(
        "multi-year projects with mixed decimals",
        """\
enhet: mnkr

| Projekt  | Ackumulerat utfall | Prognos i år | Prognos totalt | Budget totalt | Avvikelse [= Prognos totalt − Budget totalt] |
| Skolan   | -87   | -57 | -107 | -100   | -7,0  |
| Badet    | -24,4 | -3  | -28,2 | -30   | 1,8   |
| Summa    | -111  | -60 | -135 | -130   | -5,2  |
""",  # noqa: E501
        exact=5,
        rounding=3,
        slip=("1,8", "-1,8"),
        found="finance-sign",
    ),
    Shape(
        "committee equity",
        """\
enhet: mnkr

| Nämnd   | Ingående | Disposition | Bidrag  | Intäkter | Kostnader | Resultat [= Bidrag + Intäkter + Kostnader − Disposition] | Utgående [= Ingående + Disposition + Resultat] |
| Social  | 61,3     | -12,0       | 1 204,0 | 210,5    | -1 431,9  | -5,4     | 43,9     |
| Skola   | 30,2     | 0,0         | 880,6   | 55,5     | -930,0    | 6,1      | 36,3     |
| Summa   | 91,5     | -12,0       | 2 084,6 | 266,0    | -2 361,9  | 0,7      | 80,2     |
""",  # noqa: E501
        exact=13,
        rounding=0,
        slip=("880,6", "808,6"),
        found="finance-sum-wrong",
    ),
    Shape(
        "note with movement of a balance and a breakdown",
        """\
enhet: tkr

|                                  | Not | 2023    |
| Ingående avsättning              | 9   | 412 300 |
| Nya avsättningar                 |     | 96 150  |
| Ianspråktaget                    |     | -41 020 |
| Utgående avsättning [summa]      |     | 467 430 |
| Pensioner [uppgift]              |     | 400 000 |
| Deponi [uppgift]                 |     | 67 430  |
| Fördelad avsättning [= Pensioner + Deponi] | | 467 430 |
""",
        exact=2,
        rounding=0,
        slip=("96 150", "69 150"),
        found="finance-sum-wrong",
    ),
    Shape(
        "key figures",
        """\
enhet: antal

| Nyckeltal            | Enhet  | 2020 | 2021 | 2022 | 2023 | Medel [= (2020 + 2021 + 2022) / 3] |
| Soliditet            | %      | 35,5 | 35,4 | 35,9 | *    | 35,6 |
| Nettokostnad         | kr/inv | 61 204 | 62 880 | 64 011 | 66 120 | 62 698 |
| Behöriga till gymnasiet | %   | Åk 9: 88 % | 87,0 | 90,2 | * |  |
| Barn i förskola      | antal  | 1 204 | 1 188 | 1 190 | 1 201 | 1 194 |
""",
        exact=3,
        rounding=0,
        slip=("35,6", "36,5"),
        found="finance-sum-wrong",
    ),
    Shape(
        "fees",
        """\
enhet: kr

| Avgift                      | Faktor [belopp] | Prisbasbelopp | Belopp [= Faktor · Prisbasbelopp / 12] | Andra avgifter |
| Högsta avgift i hemtjänst   | 0,5392 | 58 800 | 2 642 kr/mån | Offert    |
| Korttidsboende              | 0,1    | 58 800 | 490 kr/mån   | 20/25 kr  |
| Larm                        |        |        | 0 kr         | 0 kr      |
""",  # noqa: E501
        exact=2,
        rounding=0,
        slip=("2 642", "2 462"),
        found="finance-quotient-wrong",
    ),
    Shape(
        "transposed, roles as rows",
        """\
enhet: mnkr
tecken: kostnad

|                                       | 2021  | 2022  | 2023  |
| Intäkter                              | -27,8 | -29,0 | -30,4 |
| Kostnader                             | 26,3  | 29,9  | 31,1  |
| Nettokostnad [summa]                  | -1,5  | 0,9   | 0,7   |
| Budget [uppgift]                      | 0,0   | 0,5   | 1,0   |
| Avvikelse [= Budget − Nettokostnad]   | 1,5   | -0,4  | 0,3   |
""",
        exact=6,
        rounding=0,
        slip=("-0,4", "0,4"),
        found="finance-sign",
    ),
)
