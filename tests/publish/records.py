"""Records as model values: that of the sample's meeting, and those of two meetings before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from kallelse.model.archive import Archive
from kallelse.model.board import Board
from kallelse.model.decision import Assignment, Decision, Point
from kallelse.model.dnr import Dnr
from kallelse.model.pages import Packet, PageMap, RecordPdfs
from kallelse.model.person import Person
from kallelse.model.presence import Bound, Presence, Stretch
from kallelse.model.record import (
    Adjustment,
    Attendance,
    Attendee,
    Correction,
    Minutes,
    Paragraph,
    ParagraphSet,
    Posting,
    Publication,
    RecordForm,
)
from kallelse.model.section import Section, SectionKind
from kallelse.model.text import Block, OrderedList, Plain, Recorded
from kallelse.model.vote import Ballot, Motion, Outcome, Proposition, RecordNoun, Side, Stand, Vote

from tests.publish import archives
from tests.publish.archives import GSN, GSN_AU
from tests.publish.trees import bullets, para, words

CHAIR = Person("Karin Ahlström", party="S")
ADJUSTER = Person("Anders Holmgren", party="M")
PEOPLE = (
    Person("Karin Ahlström", "ordförande", "S", "Norrsala"),
    Person("Anders Holmgren", "vice ordförande", "M", "Ekvik"),
    Person("Leila Haddad", "", "V", "Norrsala"),
    Person("Per Nyberg", "", "C", "Norrsala"),
    Person("Eva Lindroth", "", "KD", "Ekvik"),
    Person("Birgitta Sjölund", "", "L", "Ekvik"),
    Person("Johan Westin", "", "M", "Norrsala"),
    Person("Mats Öberg", "", "S", "Ekvik"),
)
DEPUTY = Person("Erik Dahl", "", "S", "Ekvik")

NEXT_DAY = dt.date(2022, 9, 27)
"""A day on which § 24 alone is adjusted, and announced."""

LATER = dt.date(2022, 10, 10)
"""A day on which all of the minutes are adjusted."""


def until(last: int) -> Presence:
    return Presence(f"§§ 21–{last}", (Stretch(None, Bound(last)),))


def since(first: int) -> Presence:
    return Presence(f"§§ {first}–26", (Stretch(Bound(first), None),))


def section(kind: SectionKind, heading: str, *blocks: Block, body_name: str = "") -> Section:
    return Section(kind, words(heading), heading.lower().replace(" ", "-"), blocks, body_name)


def told(noun: RecordNoun, text: str) -> Recorded:
    return Recorded(noun, (para(text),))


def decided(
    number: int,
    title: str,
    *points: tuple[str, Outcome],
    sections: Iterable[Section] = (),
    assignment: Assignment | None = None,
    heading: str = "Beslut",
    to: str = "",
    **fields: object,
) -> Paragraph:
    """A paragraph that decides `points`, each a text with what it comes to; an assignment is given by the last."""
    blocks = tuple((Plain(words(text)),) for text, _ in points)
    shown: Block = OrderedList(blocks) if len(points) > 1 else para(points[0][0])
    made = tuple(
        Point(place if len(points) > 1 else 0, block, outcome, assignment if place == len(points) else None)
        for place, (block, (_, outcome)) in enumerate(zip(blocks, points, strict=True), start=1)
    )
    return Paragraph(
        title=title,
        number=number,
        sections=(section(SectionKind.DECISION, heading, shown, body_name=to), *sections),
        decisions=(Decision(0, made, to),),
        **fields,  # type: ignore[arg-type]
    )


def tie() -> Vote:
    """The vote of § 24: four against four, and the chair's casting vote."""
    yes = ("Karin Ahlström", "Leila Haddad", "Per Nyberg")
    ballots = [Ballot(each, Stand.YES) for each in PEOPLE if each.name in yes]
    ballots.append(Ballot(DEPUTY, Stand.YES, "Mats Öberg", is_deputy=True))
    ballots += [Ballot(each, Stand.NO) for each in PEOPLE if each.name not in (*yes, "Mats Öberg")]
    return Vote(
        Side("förvaltningens förslag", Outcome.APPROVED),
        Side("Anders Holmgrens yrkande om 30 juni 2023", Outcome.AMENDED),
        tuple(replace(each, voter=Person(each.voter.name, party=each.voter.party)) for each in ballots),
        casting=Stand.YES,
    )


def strategy_paragraph(folder: str) -> Paragraph:
    """§ 24 of the sample."""
    motion = Motion((ADJUSTER,), ("att tidsramen förlängs till och med den 30 juni 2023",))
    put = Proposition(("förvaltningens förslag", "Anders Holmgrens yrkande"), 0)
    return decided(
        24,
        "Digitaliseringsstrategi",
        ("Tidsramen för uppdraget förlängs till och med den 31 december 2023.", Outcome.APPROVED),
        sections=(
            section(SectionKind.SUMMARY, "Sammanfattning", para("Samordningsgruppen behöver mer tid.")),
            section(SectionKind.GROUNDS, "Beslutsunderlag", bullets("Tjänsteskrivelse, 15 september 2022", "Bilaga 1")),
            section(
                SectionKind.MOTIONS,
                "Yrkanden",
                para("Karin Ahlström (S) yrkar bifall till förvaltningens förslag."),
                told(motion, "Anders Holmgren (M) yrkar att tidsramen förlängs till och med den 30 juni 2023."),
            ),
            section(
                SectionKind.PROPOSITIONS,
                "Propositionsordning",
                told(put, "Ordföranden ställer förslagen mot varandra och finner att nämnden bifaller förslaget."),
                para("Omröstning begärs."),
            ),
            section(SectionKind.VOTES, "Omröstning", told(tie(), "Med fyra röster mot fyra.")),
            section(
                SectionKind.RESERVATION,
                "Reservation",
                para("Anders Holmgren (M) och Eva Lindroth (KD) reserverar sig mot beslutet."),
            ),
            section(SectionKind.SENT_TO, "Beslutet skickas till", bullets("IT-chefen", "Akten")),
        ),
        item="4",
        case=f"{folder}/04-digitaliseringsstrategi/index.md",
        dnr=Dnr("GSN 2020/35"),
        reserved=("Anders Holmgren", "Eva Lindroth"),
        recipients=("IT-chefen", "Akten"),
    )


def minutes() -> Minutes:
    """The minutes of the sample's meeting."""
    folder = f"{GSN}/2022-09-26"
    report = decided(
        23,
        "Rapportering av verksamhetsmål och ekonomi",
        ("Rapporten om verksamhetsmål och ekonomi godkänns, bilaga 1 daterad 13 september 2022.", Outcome.APPROVED),
        (
            "Handlingsplanen godkänns, bilaga 2 daterad 13 september 2022, med redovisning varje kvartal.",
            Outcome.AMENDED,
        ),
        ("IT-chefen får i uppdrag att redovisa åtgärder för att hålla investeringsbudgeten.", Outcome.APPROVED),
        assignment=Assignment("IT-chefen", dt.date(2022, 11, 28)),
        item="3",
        case=f"{folder}/03-rapportering/index.md",
        dnr=Dnr("GSN 2022/35"),
        recipients=("Kommunstyrelsen i Norrsala", "Kommunstyrelsen i Ekvik", "IT-chefen (för kännedom)"),
    )
    paragraphs = (
        decided(
            21,
            "Val av justerare",
            ("Anders Holmgren (M) väljs att justera protokollet.", Outcome.ELECTED),
            item="1",
            case=f"{folder}/01-val-av-justerare.md",
        ),
        decided(
            22,
            "Anmälan av extra ärenden",
            ("Inga extra ärenden anmäls.", Outcome.NOTED),
            item="2",
            case=f"{folder}/02-extra-arenden.md",
        ),
        report,
        strategy_paragraph(folder),
        decided(
            25,
            "Modell för IT-styrning",
            ("Nämnden noterar arbetet och ger i uppdrag att ta fram ett reviderat dokument.", Outcome.APPROVED),
            item="5",
            case=f"{folder}/05-modell-for-it-styrning.md",
        ),
        decided(
            26,
            "Information från verksamheten",
            ("Informationen noteras.", Outcome.NOTED),
            item="6",
            case=f"{folder}/06-information.md",
        ),
    )
    attending = tuple(
        Attendee(Person(each.name, party=each.party), since(25) if each.name == "Mats Öberg" else Presence())
        for each in PEOPLE
    )
    both = ("Norrsala", "Ekvik")
    return Minutes(
        path=f"{folder}/minutes.md",
        folder=folder,
        opened=dt.datetime(2022, 9, 26, 13, 15),
        closed=dt.datetime(2022, 9, 26, 14, 40),
        place="Digitalt",
        form=RecordForm.DIGITAL,
        chairs=(Attendee(CHAIR),),
        secretaries=(Attendee(Person("Sofia Berglund")),),
        attendance=Attendance(
            members=attending,
            serving=(Attendee(Person("Erik Dahl", party="S"), until(24), "Mats Öberg"),),
            others=(Attendee(Person("Karin Ekholm", "IT-chef"), Presence("§§ 23–26"), group="Tjänstepersoner"),),
        ),
        sets=(
            ParagraphSet(
                (24,),
                "24",
                is_immediate=True,
                adjustment=Adjustment(dt.date(2022, 9, 26), adjusters=(ADJUSTER,)),
                postings=tuple(Posting(each, dt.date(2022, 9, 27)) for each in both),
                boards=both,
                kept="Kommunkansliet i Norrsala",
            ),
            ParagraphSet(
                (21, 22, 23, 25, 26),
                "21–23, 25–26",
                adjustment=Adjustment(dt.date(2022, 10, 3), adjusters=(ADJUSTER,)),
                postings=(Posting("Norrsala", dt.date(2022, 10, 4)), Posting("Ekvik", dt.date(2022, 10, 5))),
                boards=both,
                kept="Kommunkansliet i Norrsala",
            ),
        ),
        paragraphs=paragraphs,
        corrections=(
            Correction(
                dt.date(2022, 10, 4),
                "nämndsekreteraren",
                "I yrkandet stod ”30 juni 2022”. Rätt datum är 30 juni 2023.",
                24,
            ),
        ),
    )


def _tabled() -> Minutes:
    folder = f"{GSN}/2022-06-13"
    return one_set(
        folder,
        dt.datetime(2022, 6, 13, 13, 15),
        dt.date(2022, 6, 20),
        decided(
            18,
            "Begäran om förlängd tid",
            ("Ärendet bordläggs.", Outcome.TABLED),
            case=f"{folder}/05-forlangd-tid.md",
            dnr=Dnr("GSN 2020/35"),
        ),
    )


def _prepared() -> Minutes:
    folder = f"{GSN_AU}/2022-09-12"
    return one_set(
        folder,
        dt.datetime(2022, 9, 12, 9, 0),
        dt.date(2022, 9, 14),
        decided(
            6,
            "Förlängd tidsram",
            ("Tidsramen förlängs till och med den 31 december 2023.", Outcome.APPROVED),
            heading="Förslag till beslut i Gemensamma servicenämnden",
            to="Gemensamma servicenämnden",
            case=f"{folder}/02-strategi.md",
            dnr=Dnr("AU 2022/7"),
        ),
    )


def one_set(folder: str, opened: dt.datetime, adjusted: dt.date, *paragraphs: Paragraph, **fields: object) -> Minutes:
    """Minutes whose paragraphs are adjusted together, by the same two persons everywhere."""
    given: dict[str, object] = {
        "chairs": (Attendee(CHAIR),),
        "attendance": Attendance(members=(Attendee(CHAIR), Attendee(ADJUSTER))),
        **fields,
    }
    return Minutes(
        path=f"{folder}/minutes.md",
        folder=folder,
        opened=opened,
        sets=(
            ParagraphSet(
                tuple(each.number for each in paragraphs),
                adjustment=Adjustment(adjusted, adjusters=(ADJUSTER,)),
                postings=(Posting("Norrsala", adjusted + dt.timedelta(days=1)),),
            ),
        ),
        paragraphs=paragraphs,
        **given,  # type: ignore[arg-type]
    )


def archive() -> Archive:
    """The sample with its record, those of two meetings before, and all members."""
    sample = archives.archive()
    records = {
        f"{GSN}/2022-09-26/index.md": minutes(),
        f"{GSN}/2022-06-13/index.md": _tabled(),
        f"{GSN_AU}/2022-09-12/index.md": _prepared(),
    }
    boards = {GSN: (Board("Norrsala"), Board("Ekvik"))}
    committees = tuple(
        replace(
            each,
            members=PEOPLE if each.folder == GSN else each.members,
            boards=boards.get(each.folder, ()),
            meetings=tuple(replace(one, minutes=records.get(one.path)) for one in each.meetings),
        )
        for each in sample.committees
    )
    return replace(sample, committees=committees)


def withheld(number: int, publication: Publication) -> Archive:
    """`archive` as no reader makes it: a paragraph of the sample that may not be told, and of which nothing is cut."""
    made = minutes()
    left = tuple(replace(each, publication=publication) if each.number == number else each for each in made.paragraphs)
    given = archive()
    first = given.committees[0]
    meetings = tuple(
        replace(each, minutes=replace(made, paragraphs=left)) if each.minutes == made else each
        for each in first.meetings
    )
    return replace(given, committees=(replace(first, meetings=meetings), *given.committees[1:]))


def pdfs() -> dict[str, RecordPdfs]:
    """The PDFs of the sample's record: the whole, its two sets, the extract of § 24."""
    made, size = minutes(), b"%PDF-1.7\n" + b"0" * 285_991
    files = {
        made.pdf: Packet(size, PageMap(11)),
        **{made.set_pdf(one): Packet(b"%PDF-1.7\n", PageMap(2 * len(one.numbers))) for one in made.sets},
        made.extract_pdf(made.paragraphs[3]): Packet(b"%PDF-1.7\n", PageMap(2)),
    }
    return {f"{GSN}/2022-09-26/index.md": RecordPdfs(files)}
