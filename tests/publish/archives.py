"""Archives as model values: the sample's facts, and smaller ones for what the sample does not show."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from kallelse.model.archive import Archive
from kallelse.model.dnr import Dnr
from kallelse.model.meeting import (
    Access,
    AgendaRow,
    Case,
    CaseKind,
    Committee,
    Document,
    Follows,
    Meeting,
    Recipient,
    Revision,
    RowKind,
    Sitting,
)
from kallelse.model.pages import Packet, PageMap, PageRange, PageStart
from kallelse.model.person import Person
from kallelse.model.settings import Settings
from kallelse.model.text import (
    Block,
    Body,
    Cite,
    Heading,
    Link,
    Note,
    NoteRef,
    Process,
    Quote,
    Step,
    Strong,
    Table,
    Text,
)

from tests.publish.sampletables import action_plan, goals, investments, operations
from tests.publish.trees import (
    bullets,
    cell,
    document,
    heading,
    para,
    points,
    row,
)

AS_OF = dt.date(2022, 9, 21)
"""A day between the summons and the meeting of the sample."""

AFTER = dt.date(2022, 10, 5)
"""A day after that meeting."""

SETTINGS = Settings(
    name="Norrsala kommun",
    site_title="Möten och beslut",
    url="https://moten.norrsala.example/",
    logo="logo.svg",
    contact=("Kommunkansliet, Storgatan 1, 123 45 Norrsala",),
    email="kansli@norrsala.example",
)

LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 44"><path d="M2 2h32v22c0 10-8 16-16 18C10 40 2 34 2 24z"'
    b' fill="#0b4a5c" stroke="#fff" stroke-width="2"/><circle cx="18" cy="10" r="4" fill="#f2b632"/>'
    b'<path d="M3 20c6-5 10-5 15-1s10 3 15-1v8H3z" fill="#fff"/></svg>'
)

CHAIR = Person("Karin Ahlström", party="S")
SECRETARY = Person("Sofia Berglund")
HEAD_OF_IT = Person("Karin Ekholm", "IT-chef")

GSN, GSN_AU = "gemensamma-servicenamnden", "arbetsutskottet"


def report(folder: str) -> Case:
    """Case 3 of the sample."""
    path = f"{folder}/03-rapportering"
    letter = document(
        f"{path}/index.md",
        "Rapportering av verksamhetsmål och ekonomi",
        heading(2, "Förslag till beslut"),
        para("Gemensamma servicenämnden beslutar följande."),
        points(
            "Rapporten om verksamhetsmål och ekonomi godkänns, bilaga 1 daterad 13 september 2022.",
            "Handlingsplanen godkänns, bilaga 2 daterad 13 september 2022.",
        ),
        heading(2, "Sammanfattning"),
        para(
            "Prognosen visar ett överskott på ",
            Cite("drift", ("Netto", "Helår 2022", "Avvikelse"), printed="2,1"),
            " mnkr före justering",
            NoteRef("1"),
            ". Underlaget är ",
            Link((Text("bilaga 1"),), "bilaga-1-utfall.md#driften"),
            ".",
        ),
        heading(2, "Beskrivning av ärendet"),
        goals(),
        heading(3, "Driftkostnader"),
        bullets("Enhet 031: 0,6 mnkr", "Enhet 032: 1,5 mnkr", "Enhet 033: inget överskott"),
        heading(3, "Investeringar"),
        para("Av anslaget på 12,6 mnkr har 3,4 använts under perioden."),
        heading(2, "Ekonomiska konsekvenser"),
        para("Prognosen för helåret är 8,6 mnkr, det vill säga 68 procent av anslaget."),
        address=f"{path}/index.html",
        heading="Rapportering 2022 – tillfälle 3",
        notes=(Note("1", (para("Justering görs i bokslutet."),)),),
        date=dt.date(2022, 9, 13),
    )
    outcome = document(
        f"{path}/bilaga-1-utfall.md",
        "Ekonomisk uppföljning",
        heading(2, "Driften"),
        para("Prognosen för helåret är 2,1 mnkr bättre än budget."),
        operations(),
        heading(2, "Investeringarna"),
        investments(),
        number=1,
        heading="Ekonomisk uppföljning januari–augusti 2022",
        date=dt.date(2022, 9, 13),
    )
    plan = document(
        f"{path}/bilaga-2-handlingsplan.md",
        "Handlingsplan",
        action_plan(),
        number=2,
        date=dt.date(2022, 9, 13),
        landscape=True,
    )
    return Case(
        path=f"{path}/index.md",
        address=f"{path}/index.html",
        title="Rapportering av verksamhetsmål och ekonomi",
        dnr=Dnr("GSN 2022/35"),
        follows=(Follows("GSN-AU", dt.date(2022, 9, 12), "5"),),
        officer=HEAD_OF_IT,
        unit="IT-center",
        signed=(HEAD_OF_IT,),
        letter=letter,
        attachments=(outcome, plan),
        recipients=(
            Recipient("Kommunstyrelsen i Norrsala"),
            Recipient("Kommunstyrelsen i Ekvik"),
            Recipient("IT-chefen", "för kännedom"),
        ),
    )


def strategy(folder: str) -> Case:
    """Case 4 of the sample."""
    path = f"{folder}/04-digitaliseringsstrategi"
    letter = document(
        f"{path}/index.md",
        "Digitaliseringsstrategi",
        heading(2, "Förslag till beslut"),
        para("Tidsramen för uppdraget förlängs till och med den 31 december 2023."),
        heading(2, "Sammanfattning"),
        para("Samordningsgruppen behöver mer tid."),
        address=f"{path}/index.html",
        date=dt.date(2022, 9, 15),
    )
    names = (
        "Bakgrund", "Syfte", "Mål", "Avgränsningar", "Organisation", "Roller", "Tidplan", "Resurser", "Risker",
        "Kommunikation", "Uppföljning",
    )  # fmt: skip
    blocks: list[Block] = []
    for name in names:
        blocks += [heading(2, name), para(f"Här beskrivs {name.lower()} för uppdraget.")]
        if name == "Roller":
            blocks.append(
                Table(
                    head=(row("Roll", "Befattning", "Ansvar"),),
                    body=(
                        row("Uppdragsgivare", "IT-chef", cell(bullets("Beslutar om resurser", "Godkänner planen"))),
                        row("Uppdragsledare", "Strateg", "Leder arbetet"),
                    ),
                    align=("left", "left", "left"),
                )
            )
    description = document(
        f"{path}/bilaga-1-uppdragsbeskrivning.md",
        "Uppdragsbeskrivning",
        *blocks,
        number=1,
        date=dt.date(2022, 9, 15),
        version="1.0",
        toc=True,
        heading_numbers=True,
        revisions=(
            Revision(dt.date(2022, 7, 13), "0.1", "Karin Ekholm", "IT-chef", "Upprättande av dokument"),
            Revision(
                dt.date(2022, 9, 15),
                "1.0",
                "Karin Ekholm",
                "IT-chef",
                "Färdigställt efter dialog med samordningsgruppen",
            ),
        ),
    )
    return Case(
        path=f"{path}/index.md",
        address=f"{path}/index.html",
        title="Digitaliseringsstrategi",
        dnr=Dnr("GSN 2020/35"),
        other_dnr=(Dnr("AU 2022/7"),),
        officer=HEAD_OF_IT,
        letter=letter,
        attachments=(description,),
        recipients=(Recipient("Akten"),),
    )


def model(folder: str) -> Case:
    """Case 5 of the sample."""
    path = f"{folder}/05-modell-for-it-styrning.md"
    letter = document(
        path,
        "Modell för IT-styrning",
        heading(2, "Förslag till beslut"),
        para("Nämnden noterar arbetet och ger i uppdrag att ta fram ett reviderat dokument."),
        heading(2, "Beskrivning av ärendet"),
        Process(
            (
                Step("Samla", "Förvaltningarna samlar behov"),
                Step("Bereda", "IT-center bereder"),
                Step("Prioritera", "Samordningsgruppen prioriterar"),
                Step("Använda", "Verksamheten använder"),
            ),
            "Arbetsgång",
        ),
        heading(3, "Styrning"),
        bullets("En gemensam lista", "Beslut varje kvartal"),
        Quote((para(Strong((Text("Vi gör det tillsammans."),))),)),
        toc=True,
    )
    return Case(
        path=path,
        address=path.replace(".md", ".html"),
        title="Modell för IT-styrning",
        letter=letter,
        recipients=(Recipient("Kommunerna", "för kännedom och publicering"), Recipient("Akten")),
    )


def plain_case(folder: str, name: str, title: str, kind: CaseKind, **fields: object) -> Case:
    """A case without documents."""
    path = f"{folder}/{name}.md"
    return Case(path, path.replace(".md", ".html"), title, kind, **fields)  # type: ignore[arg-type]


def numbered(*cases: Case) -> tuple[AgendaRow, ...]:
    """The cases as the rows of an agenda, numbered from 1."""
    return tuple(
        AgendaRow(RowKind.CASE, case.title, str(number), case, case.minutes)
        for number, case in enumerate(cases, start=1)
    )


def meeting(committee: str, date: str, *agenda: AgendaRow, time: str = "13:15", **fields: object) -> Meeting:
    """A meeting in the folder `<committee>/<date>`; `date` may have a suffix as the folder's name has."""
    start = dt.datetime.fromisoformat(f"{date[:10]}T{time}")
    folder = f"{committee}/{date}"
    given: dict[str, object] = {
        "place": "Digitalt",
        "chair": CHAIR,
        "secretary": SECRETARY,
        "issued": start.date() - dt.timedelta(days=7),
        "sittings": (Sitting(start),),
        **fields,
    }
    return Meeting(
        path=f"{folder}/index.md",
        folder=date,
        address=f"{folder}/index.html",
        packet=f"{folder}/kallelse.pdf",
        committee=committee,
        agenda=agenda,
        **given,  # type: ignore[arg-type]
    )


def sample_meeting() -> Meeting:
    """The sample's meeting of 26 September 2022."""
    folder = f"{GSN}/2022-09-26"
    return meeting(
        GSN,
        "2022-09-26",
        *numbered(
            plain_case(folder, "01-val-av-justerare", "Val av justerare", CaseKind.ELECTION),
            plain_case(folder, "02-extra-arenden", "Anmälan av extra ärenden", CaseKind.NOTIFICATION),
            report(folder),
            strategy(folder),
            model(folder),
            plain_case(folder, "06-information", "Information från verksamheten", CaseKind.INFORMATION),
        ),
        recipients=("Ledamöter i Gemensamma servicenämnden",),
        copies=("Ersättare i Gemensamma servicenämnden",),
        issued=dt.date(2022, 9, 19),
    )


def archive() -> Archive:
    """The sample: two committees, five meetings."""
    old, summer = f"{GSN}/2020-11-30", f"{GSN}/2022-06-13"
    assignment = plain_case(
        old, "02-uppdrag", "Uppdrag att ta fram en digitaliseringsstrategi", CaseKind.DECISION,
        dnr=Dnr("GSN 2020/35"), paragraph="41",
    )  # fmt: skip
    tabled = plain_case(
        summer, "05-forlangd-tid", "Begäran om förlängd tid", CaseKind.DECISION,
        dnr=Dnr("GSN 2020/35"), paragraph="18",
    )  # fmt: skip
    board = Committee(
        path=f"{GSN}/index.md",
        folder=GSN,
        address=f"{GSN}/index.html",
        name="Gemensamma servicenämnden",
        short="GSN",
        municipalities=("Norrsala kommun", "Ekviks kommun"),
        series=("GSN",),
        members=(
            Person("Karin Ahlström", "ordförande", "S", "Norrsala"),
            Person("Anders Holmgren", "vice ordförande", "M", "Ekvik"),
            Person("Leila Haddad", "", "V", "Norrsala"),
        ),
        deputies=(Person("Erik Dahl", "", "S", "Ekvik"),),
        about=Body((para("Nämnden svarar för IT, växel och digital utveckling i båda kommunerna."),)),
        meetings=(
            meeting(GSN, "2020-11-30", *numbered(assignment)),
            meeting(GSN, "2022-06-13", *numbered(tabled)),
            sample_meeting(),
            meeting(GSN, "2022-11-28", issued=None, chair=None, secretary=None),
        ),
    )
    folder = f"{GSN_AU}/2022-09-12"
    preparing = Committee(
        path=f"{GSN_AU}/index.md",
        folder=GSN_AU,
        address=f"{GSN_AU}/index.html",
        name="Servicenämndens arbetsutskott",
        short="GSN-AU",
        series=("AU",),
        meetings=(
            meeting(
                GSN_AU,
                "2022-09-12",
                *numbered(
                    plain_case(
                        folder, "01-rapportering", "Rapportering, tillfälle 3", CaseKind.DECISION,
                        dnr=Dnr("AU 2022/6"), paragraph="5",
                    ),
                    plain_case(
                        folder, "02-strategi", "Förlängd tidsram", CaseKind.DECISION,
                        dnr=Dnr("AU 2022/7"), paragraph="6",
                    ),
                ),
                time="09:00",
            ),
        ),
    )  # fmt: skip
    return Archive(SETTINGS, (board, preparing))


LONG = "Samhällsbyggnadsförvaltningens"
"""A word of thirty letters, as Swedish makes them."""


def long_words() -> Archive:
    """The sample with `LONG` wherever a municipality types words: titles, names, places, persons' titles."""
    sample = archive()
    return replace(sample, committees=tuple(map(_long_committee, sample.committees)))


def _long_committee(one: Committee) -> Committee:
    people = tuple(replace(each, name=f"{LONG} Ek", title=LONG, place=LONG) for each in one.members)
    meetings = tuple(map(_long_meeting, one.meetings))
    return replace(one, name=f"{LONG} arbetsutskott", municipalities=(LONG, LONG), members=people, meetings=meetings)


def _long_meeting(one: Meeting) -> Meeting:
    agenda = tuple(
        replace(row, title=f"{LONG} delegationsordning", case=None if row.case is None else _long_case(row.case))
        for row in one.agenda
    )
    person = Person("Karin Ahlström", LONG, "S")
    return replace(one, title=LONG, place=LONG, chair=person, recipients=(LONG,), copies=(LONG,), agenda=agenda)


def _long_case(one: Case) -> Case:
    person = Person("Karin Ekholm", LONG)
    return replace(
        one,
        title=f"{LONG} delegationsordning",
        officer=person,
        unit=LONG,
        presenters=(person,),
        signed=(person,),
        recipients=(Recipient(LONG, LONG),),
        letter=None if one.letter is None else _long_document(one.letter),
        attachments=tuple(map(_long_document, one.attachments)),
    )


def _long_document(one: Document) -> Document:
    name = (Text(LONG),)
    sections = tuple(replace(each, heading=name) for each in one.sections)
    blocks = tuple(replace(each, content=name) if isinstance(each, Heading) else each for each in one.body.blocks)
    body = replace(one.body, blocks=blocks)
    return replace(one, title=LONG, heading=name, owner=LONG, version=LONG, sections=sections, body=body)


def packets() -> dict[str, Packet]:
    """The sample's packet, with the pages that its cases have in the original."""
    folder = f"{GSN}/2022-09-26"
    three, four = f"{folder}/03-rapportering", f"{folder}/04-digitaliseringsstrategi"
    five = f"{folder}/05-modell-for-it-styrning.md"
    pages = PageMap(
        18,
        {f"{three}/index.md": (PageRange(2, 7),), f"{four}/index.md": (PageRange(8, 14),), five: (PageRange(15, 18),)},
        {
            f"{three}/index.md": PageRange(2, 5),
            f"{three}/bilaga-1-utfall.md": PageRange(6, 6),
            f"{three}/bilaga-2-handlingsplan.md": PageRange(7, 7),
            f"{four}/index.md": PageRange(8, 8),
            f"{four}/bilaga-1-uppdragsbeskrivning.md": PageRange(9, 14),
            five: PageRange(15, 18),
        },
        (PageStart(2, f"{three}/index.md", 0, "Förslag"), PageStart(6, f"{three}/bilaga-1-utfall.md", 0, "Driften")),
    )
    alone = {f"{four}/index.md": Packet(b"%PDF-1.7\n" + b"0" * 151_991, PageMap(7))}
    return {f"{folder}/index.md": Packet(b"%PDF-1.7\n" + b"0" * 411_991, pages, cases=alone)}


def with_meeting(*meetings: Meeting, settings: Settings = SETTINGS, **fields: object) -> Archive:
    """An archive of one committee with the meetings."""
    board = Committee(
        path=f"{GSN}/index.md",
        folder=GSN,
        address=f"{GSN}/index.html",
        name="Gemensamma servicenämnden",
        short="GSN",
        meetings=meetings,
        **fields,  # type: ignore[arg-type]
    )
    return Archive(settings, (board,))


def secret_meeting() -> Meeting:
    """A meeting with a confidential case, a confidential attachment, one handed out, and rows that are no cases."""
    folder = f"{GSN}/2022-09-26"
    secret = plain_case(
        folder, "arende-2", "Uppgiften omfattas av sekretess.", CaseKind.DECISION, access=Access.CONFIDENTIAL
    )
    open_case = replace(
        plain_case(folder, "02-avtal", "Avtal om drift", CaseKind.DECISION, minutes=10),
        attachments=(
            Document(f"{folder}/bilaga-1.md", "", "Uppgiften omfattas av sekretess.", 1, access=Access.CONFIDENTIAL),
            Document(f"{folder}/bilaga-2", "", "Delas ut på mötet", 2, separate=True),
        ),
    )
    return meeting(
        GSN,
        "2022-09-26",
        AgendaRow(RowKind.FORMALITY, "Upprop"),
        AgendaRow(RowKind.GROUP, "Beslutsärenden"),
        AgendaRow(RowKind.CASE, open_case.title, "1", open_case, open_case.minutes),
        AgendaRow(RowKind.BREAK, "Lunch", minutes=45),
        AgendaRow(RowKind.CASE, secret.title, "2", secret, secret.minutes),
    )
