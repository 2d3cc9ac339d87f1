"""A packet of every construct that a body can hold, as values."""

from __future__ import annotations

import datetime as dt

from kallelse.model.meeting import Meeting
from kallelse.model.person import Person
from kallelse.model.text import (
    Block,
    Break,
    BulletList,
    Cell,
    Cite,
    Code,
    CodeBlock,
    Definition,
    DefinitionList,
    Emph,
    Figure,
    Heading,
    Image,
    Link,
    NoteRef,
    OrderedList,
    Para,
    Plain,
    Process,
    Quote,
    Row,
    Rule,
    Step,
    Strike,
    Strong,
    Sub,
    Sup,
    Table,
    Text,
)

from tests.typeset.build import (
    agenda,
    bullets,
    case,
    cell,
    grouped_table,
    h,
    letter,
    meeting,
    numbered,
    p,
    plain,
    row,
    table,
    words,
)
from tests.typeset.tables import finance_blocks

LOREM = (
    "Nämnden ansvarar enligt sitt reglemente för den gemensamma servicen och lämnar varje år en samlad bild av "
    "verksamhet och ekonomi till de båda kommunstyrelserna. "
)
ADDRESS = "https://www.norrsala.example/kommun-och-politik/sammantraden/handlingar/2022/gemensammaservicenamndenochdessarbetsutskott?sida=1&visa=alla"


def inline_blocks() -> tuple[Block, ...]:
    return (
        h(2, "Inliner"),
        Para(
            (
                Text("Vanlig, "),
                Emph((Text("betonad"),)),
                Text(", "),
                Strong((Text("stark, "), Emph((Text("båda"),)))),
                Text(", "),
                Strike((Text("struken"),)),
                Text(", x"),
                Sup((Text("2"),)),
                Text(", CO"),
                Sub((Text("2"),)),
                Text(", kod "),
                Code("SELECT * FROM möten"),
                Text(", rad"),
                Break(),
                Text("brytning och citerad cell "),
                Cite("utfall", ("Netto",), printed="−4,2"),
                Text(". Bild i raden "),
                Image("karta.png", "En karta"),
                Text(" och fotnot"),
                NoteRef("a"),
                Text(" och en till"),
                NoteRef("b"),
                Text(" samt samma igen"),
                NoteRef("a"),
                Text("."),
            )
        ),
        Para(
            (
                Text("Länkar: "),
                Link((Text("utåt"),), "https://www.example.org/"),
                Text(", "),
                Link((Text("post"),), "mailto:kansli@norrsala.example"),
                Text(", "),
                Link((Text("inom texten"),), "#tabeller"),
                Text(", "),
                Link((Text("till en annan handling"),), "04-annat.md#mal"),
                Text(", "),
                Link((Text("till ett annat möte"),), "../2020-11-30/03-uppdrag.md#beslut"),
                Text(", "),
                Link((Text("ingenstans"),), "#finns-inte"),
                Text(" och en lång adress: "),
                Link((Text(ADDRESS),), ADDRESS),
                Text("."),
            )
        ),
        p(
            "Ordet "
            "kommunikationsverksamhetsutvecklingsstrategiarbetsgruppsmedlemmarnasberedningsunderlagsdokumentation "
            "är för långt."
        ),
        p(
            "Tecken ur flera skrifter: Ελληνικά, Русский, Łódź, Ǻ, Ẻ, ﬁ, naïve, Æ, ß, €, ½, ‰, →, √, ≥, −34, “citat”, "
            "”svenskt”, ’ – —…"
        ),
    )


def list_blocks() -> tuple[Block, ...]:
    nested = BulletList(
        (
            (
                plain("Första"),
                BulletList(((plain("Under första"), BulletList(((plain("Djupast"),),))), (plain("Bredvid"),))),
            ),
            (plain("Andra"), OrderedList(((plain("Ett"),), (plain("Två"), OrderedList(((plain("Två ett"),),)))), 3)),
            (p("Ett löst stycke."), p("Och ett till i samma punkt."), CodeBlock("kod = i_punkt()")),
        )
    )
    return (
        h(2, "Listor"),
        nested,
        numbered("Nio", "Tio", "Elva", start=9),
        DefinitionList(
            (
                Definition(
                    words("Anslag"),
                    (
                        (plain("Det som nämnden får använda."),),
                        (p("Också en kungörelse."), bullets("på tavlan", "på webben")),
                    ),
                ),
                Definition(words("Dnr"), ((plain("Diarienummer."),),)),
            )
        ),
        Quote((p("Ett citat i två stycken."), p("Det andra."), Quote((p("Citat i citat."), bullets("med", "lista"))))),
        CodeBlock("def kostnad(budget, utfall):\n\treturn budget - utfall  # " + "lång_rad_" * 12 + "\n\n    sista"),
        Rule(),
        p("Efter linjen."),
    )


def heading_blocks() -> tuple[Block, ...]:
    return (
        Heading(4, words("Djup rubrik före någon sektion"), "djup"),
        p("Text."),
        h(2, "En rubrik i sidospalten som är så lång att den tar mer än fyra rader där"),
        p("Kort."),
        h(2, "Nästa"),
        Heading(6, words("Sjätte nivån direkt"), "sjatte"),
        p("Text under den."),
        h(3, "Tredje"),
        Quote((Heading(5, words("Rubrik i citat"), "i-citat"), p("Citerad text."))),
        h(2, "Tom sektion"),
        h(2, "Sist"),
        p("Slut."),
    )


def table_blocks() -> tuple[Block, ...]:
    spans = Table(
        head=(
            Row(
                (
                    cell("Område", rowspan=2, heading=True),
                    cell("Första halvåret", colspan=2, heading=True),
                    cell("Andra halvåret", colspan=2, heading=True),
                )
            ),
            Row(
                (
                    cell("Mål", heading=True),
                    cell("Utfall", heading=True),
                    cell("Mål", heading=True),
                    cell("Utfall", heading=True),
                )
            ),
        ),
        body=(
            Row((cell("Skola", rowspan=2), cell("Fler behöriga", colspan=2), cell("90"), cell("91"))),
            row("80", "81", "82", "83"),
            Row((cell("Hela raden sammanslagen", colspan=5),)),
            Row(
                (
                    cell("Lista"),
                    Cell((bullets("ett", "två"),)),
                    Cell((p("Stycke ett."), p("Stycke två."))),
                    cell(""),
                    cell("4"),
                )
            ),
        ),
        align=("left", "left", "center", "right", "right"),
        caption=words("Flera rubriknivåer och _spann_"),
        note=words("Källa: egen sammanställning."),
    )
    many = table(
        ("Nr", "Namn", "Anteckning"),
        [[str(n), f"Post {n}", "Text om posten"] for n in range(1, 61)],
        "Sextio rader",
        "Not under tabellen.",
    )
    one_group = grouped_table(
        ("Område", "Mål", "Läge"),
        [("Enda gruppen", [[f"Mål {n}", "pågår"] for n in range(1, 61)])],
        "Sextio rader under en etikett",
    )
    groups = grouped_table(
        ("Grupp", "Rad"),
        [
            ("Kort grupp", [["a"], ["b"]]),
            ("Lång grupp", [[f"Rad {n} " + LOREM] for n in range(30)]),
            ("Sista", [["z"], ["å"]]),
        ],
        "Korta och långa grupper",
    )
    long_cell = Table(
        head=(Row((cell("Fråga", heading=True), cell("Svar", heading=True))),),
        body=(
            row("Kort fråga", "Kort svar"),
            Row(
                (
                    cell("Lång fråga"),
                    Cell((p("; ".join(f"svar nummer {n} på den långa frågan i ärendet" for n in range(1, 200))),)),
                )
            ),
            row("Efter", "Den långa"),
        ),
        align=("left", "left"),
        caption=words("En cell av många rader"),
    )
    high_head = Table(
        head=(
            Row(
                (
                    cell("Smal", heading=True),
                    cell(" ".join(f"rubrikord{n}" for n in range(1, 80)), heading=True),
                    cell("Sist", heading=True),
                )
            ),
        ),
        body=tuple(row(str(n), f"Rad {n} under den höga rubriken", "x") for n in range(60)),
        align=("left", "left", "right"),
        caption=words("Hög rubrik"),
    )
    wide = table(
        [f"Kolumnrubrik{n}" for n in range(1, 9)],
        [[f"Värdet{n}{m}" for n in range(1, 9)] for m in range(3)],
        "Bred tabell som vänds",
    )
    reaching = table(
        ("Roll", "Tjänsteperson", "Ansvar", "Tid"),
        [["Styrgrupp", "Samordningsgruppen", LOREM, "Hela tiden"]] * 3,
        "Tabell över hela bredden",
    )
    bare = Table((), (row("utan", "rubrik"), row("två", "rader")), ("left", "right"))
    noted_head = Table(
        head=(
            Row(
                (
                    Cell((Plain((Text("Rubrik med not"), NoteRef("c"))),), heading=True),
                    Cell((Plain((Link((Text("länk"),), "https://www.example.org/"),)),), heading=True),
                )
            ),
        ),
        body=tuple(row(f"rad {n}", str(n)) for n in range(50)),
        align=("left", "right"),
    )
    return (
        h(2, "Tabeller"),
        spans,
        p("Mellan tabellerna."),
        many,
        one_group,
        groups,
        h(3, "Stora celler"),
        long_cell,
        high_head,
        h(2, "Breda"),
        wide,
        reaching,
        bare,
        noted_head,
        BulletList(((plain("Tabell i en punkt:"), table(("A", "B"), [["1", "2"]], "I listan")),)),
        Quote((table(("A", "B"), [["1", "2"]]),)),
        Table((), (Row((Cell((table(("Inre", "Tabell"), [["i", "cell"]]),)), cell("bredvid"))),), ("left", "left")),
        p("Efter alla tabeller."),
    )


def figure_blocks() -> tuple[Block, ...]:
    return (
        h(2, "Bilder"),
        Figure(Image("karta.png", "Karta över lokalerna"), words("Karta med _text_ och not")),
        Figure(Image("schema.svg", "Schema över ytorna"), ()),
        Figure(Image("hog.png", "En mycket hög bild"), words("Hög bild")),
        Process(
            (
                Step("Sammanställa", "Alla planer."),
                Step("Bereda", "Gruppen."),
                Step("Prioritera", "Nämnden."),
                Step("Använda", "Alla."),
            ),
            "Fyra steg",
        ),
        Process(tuple(Step(f"Verb{n}", f"Vem gör vad {n}.") for n in range(6)), ""),
        Process(
            (Step("Verksamhetsutvecklingsarbete", "Ett mycket långt verb " + LOREM), Step("Slut", "Klart.")),
            "Två steg med långa ord i sex",
        ),
        BulletList(
            (
                (
                    plain("I en punkt:"),
                    Figure(Image("karta.png", "Karta i punkt"), words("I punkten")),
                    Process((Step("Ett", "a"), Step("Två", "b")), "Liten"),
                ),
            )
        ),
        Quote((Process(tuple(Step(f"Prioriteringsarbete {n}", "x") for n in range(4)), "Smalt"),)),
    )


NOTES = {
    "a": (p("Första noten, med _betoning_ och " + LOREM),),
    "b": (p("Andra noten."), bullets("med", "lista"), p("och slut.")),
    "c": (p("Not från ett tabellhuvud."),),
}


def every_construct(landscape: bool = False) -> Meeting:
    """One case whose letter and attachment hold every construct."""
    blocks = (*inline_blocks(), *list_blocks(), *heading_blocks(), *table_blocks(), *finance_blocks(), *figure_blocks())
    return meeting(
        *agenda(
            case(
                "03-allt",
                "Ett ärende med allt",
                letter(
                    "03-allt",
                    "Ett ärende med allt",
                    *blocks,
                    notes=NOTES,
                    landscape=landscape,
                    toc=True,
                    date=dt.date(2022, 9, 13),
                ),
                signed=(Person("Karin Ekholm", "IT-chef"), Person("Leila Haddad", "controller")),
            ),
            case(
                "04-annat",
                "Annat",
                letter(
                    "04-annat",
                    "Annat",
                    p("Inledning utan rubrik."),
                    h(2, "Förslag till beslut i nämnden"),
                    numbered("Nämnden beslutar.", "Nämnden noterar."),
                    h(2, "Förslag till beslut i fullmäktige"),
                    p("Fullmäktige beslutar enligt tabellen."),
                    table(("A", "B"), [["1", "2"]], "Efter rutan"),
                    p("Och mer."),
                    h(2, "Mål"),
                    p(LOREM * 3),
                    heading_numbers=True,
                    toc=True,
                ),
            ),
        )
    )
