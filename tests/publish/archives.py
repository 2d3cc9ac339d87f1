"""Archives as model values: the sample's facts, and smaller ones for what the sample does not show."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from kallelse.model.archive import Archive
from kallelse.model.dnr import Dnr
from kallelse.model.meeting import Access, AgendaRow, Case, CaseKind, Committee, Document, Meeting, RowKind, Sitting
from kallelse.model.pages import Packet, PageMap, PageRange, PageStart
from kallelse.model.person import Person
from kallelse.model.settings import Settings
from kallelse.model.text import Body

from tests.publish.samplecases import model, report, strategy
from tests.publish.trees import para

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

GSN, GSN_AU = "gemensamma-servicenamnden", "arbetsutskottet"


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
