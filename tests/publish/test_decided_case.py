"""The page of a decided case, its decision beside its proposal, and the way of its matter."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest
from kallelse.model.archive import Archive
from kallelse.model.decision import Assignment
from kallelse.model.dnr import Dnr
from kallelse.model.meeting import CaseKind, Committee, Follows, Sitting
from kallelse.model.record import Adjustment, Minutes, Paragraph, ParagraphSet
from kallelse.model.section import SectionKind
from kallelse.model.text import Block, Body, FinanceBlock
from kallelse.model.vote import Outcome
from kallelse.publish.status import Status, status

from tests.publish import archives, records, sampletables, sites
from tests.publish.archives import GSN
from tests.publish.recordpages import MEETING, PAGES, with_minutes
from tests.publish.records import decided, section
from tests.publish.sites import read
from tests.publish.trees import bullets, para

# Proposal and decision


def test_words_that_differ_from_the_proposal_are_marked_and_told() -> None:
    html = PAGES[f"{MEETING}/03-rapportering/index.html"].html
    assert '2022<ins><span class="k-vh">(tillagt) </span>, med redovisning varje kvartal</ins>.' in html
    shown = read(PAGES[f"{MEETING}/03-rapportering/index.html"])
    assert shown.count("Enligt förslaget.") == 1
    assert "Fanns inte i förslaget.\nBeslut\n(tillagt) IT-chefen får i uppdrag" in shown
    assert "## Förslag till beslut" not in shown
    assert "Behandlades" not in shown


def test_points_with_bullets_are_compared_as_those_with_numbers() -> None:
    made, path = records.minutes(), f"{MEETING}/03-rapportering/index.md"
    one = decided(
        23, "Rapport", ("Rapporten godkänns.", Outcome.APPROVED), ("Planen antas.", Outcome.APPROVED), case=path
    )
    paragraphs = tuple(one if each.number == 23 else each for each in made.paragraphs)
    ((called, case),) = ((each, case) for _, each, case in records.archive().cases() if case.path == path)
    assert case.letter is not None
    proposal = section(SectionKind.PROPOSAL, "Förslag till beslut", bullets("Rapporten godkänns.", "Planen antas."))
    changed = replace(case, letter=replace(case.letter, sections=(proposal,)))
    agenda = tuple(replace(row, case=changed) if row.case is case else row for row in called.agenda)
    archive = with_minutes(replace(made, paragraphs=paragraphs), agenda=agenda)
    pages = sites.by_address(archive, as_of=records.LATER)
    shown = read(pages[f"{MEETING}/03-rapportering/index.html"])
    assert shown.count("Enligt förslaget.") == 2
    assert "Fanns inte i förslaget." not in shown


@pytest.mark.parametrize("changed", [False, True])
def test_figures_that_differ_from_the_proposal_are_not_told_as_the_same(changed: bool) -> None:
    path = f"{MEETING}/03-rapportering/index.md"
    proposed = sampletables.operations()
    rows = (replace(proposed.table.rows[0], cells=proposed.table.rows[1].cells), *proposed.table.rows[1:])
    other = FinanceBlock(replace(proposed.table, rows=rows)) if changed else proposed

    def adopted(table: FinanceBlock) -> tuple[Block, ...]:
        return (para("Nämnden antar budgeten."), table)

    ((called, case),) = ((each, case) for _, each, case in records.archive().cases() if case.path == path)
    assert case.letter is not None
    section_of = section(SectionKind.PROPOSAL, "Förslag till beslut", *adopted(proposed))
    letter = replace(case.letter, sections=(section_of,), body=Body(adopted(proposed)))
    agenda = tuple(
        replace(row, case=replace(case, letter=letter)) if row.case is case else row for row in called.agenda
    )
    one = decided(23, "Budget", ("Nämnden antar budgeten.", Outcome.APPROVED), case=path)
    points = (replace(one.decisions[0].points[0], blocks=adopted(other)),)
    one = replace(
        one,
        sections=(replace(one.sections[0], blocks=adopted(other)), *one.sections[1:]),
        decisions=(replace(one.decisions[0], points=points),),
    )
    made = records.minutes()
    paragraphs = tuple(one if each.number == 23 else each for each in made.paragraphs)
    archive = with_minutes(replace(made, paragraphs=paragraphs), agenda=agenda)
    html = sites.by_address(archive, as_of=records.LATER)[f"{MEETING}/03-rapportering/index.html"].html
    compared = html.partition('class="k-compared"')[2].partition("</section>")[0]
    assert ("Enligt förslaget." in compared) is not changed
    assert compared.count("<table") == 1 + changed
    assert "tillagt" not in compared
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_what_a_proposal_says_around_its_points_stands_with_them() -> None:
    path = f"{MEETING}/03-rapportering/index.md"
    ((called, case),) = ((each, case) for _, each, case in records.archive().cases() if case.path == path)
    assert case.letter is not None
    around = (para("Om fullmäktige antar planen:"), bullets("Rapporten godkänns."), para("Punkten gäller till 2024."))
    letter = replace(case.letter, sections=(section(SectionKind.PROPOSAL, "Förslag till beslut", *around),))
    agenda = tuple(
        replace(row, case=replace(case, letter=letter)) if row.case is case else row for row in called.agenda
    )
    archive = with_minutes(records.minutes(), agenda=agenda)
    shown = read(sites.by_address(archive, as_of=records.LATER)[f"{MEETING}/03-rapportering/index.html"])
    compared = shown.partition("Förslag och beslut")[2]
    begins, point, ends = (compared.index(each) for each in ("Om fullmäktige", "godkänns.", "gäller till 2024."))
    assert begins < point < ends
    assert compared.count("Om fullmäktige") == compared.count("gäller till 2024.") == 1


def test_a_point_that_was_not_decided_says_so() -> None:
    made = records.minutes()
    one = decided(
        23,
        "Rapportering",
        ("Handlingsplanen godkänns, bilaga 2 daterad 13 september 2022.", Outcome.APPROVED),
        case=f"{MEETING}/03-rapportering/index.md",
    )
    paragraphs = tuple(one if each.number == 23 else each for each in made.paragraphs)
    pages = sites.by_address(with_minutes(replace(made, paragraphs=paragraphs)), as_of=records.LATER)
    shown = read(pages[f"{MEETING}/03-rapportering/index.html"])
    assert "Förslag\nRapporten om verksamhetsmål" in shown
    assert shown.index("Finns inte i beslutet.") < shown.index("Enligt förslaget.")


def test_a_decision_of_another_body_is_compared_with_the_only_proposal() -> None:
    made = records.minutes()
    one = decided(
        23,
        "Rapportering",
        ("Handlingsplanen godkänns, bilaga 2 daterad 13 september 2022.", Outcome.APPROVED),
        to="Kommunfullmäktige",
        case=f"{MEETING}/03-rapportering/index.md",
    )
    paragraphs = tuple(one if each.number == 23 else each for each in made.paragraphs)
    pages = sites.by_address(with_minutes(replace(made, paragraphs=paragraphs)), as_of=records.LATER)
    assert "Enligt förslaget." in read(pages[f"{MEETING}/03-rapportering/index.html"])


def test_a_case_that_was_put_off_keeps_its_proposal_under_the_decision() -> None:
    made = records.minutes()
    one = decided(
        23, "Rapportering", ("Ärendet bordläggs.", Outcome.TABLED), case=f"{MEETING}/03-rapportering/index.md"
    )
    paragraphs = tuple(one if each.number == 23 else each for each in made.paragraphs)
    pages = sites.by_address(with_minutes(replace(made, paragraphs=paragraphs)), as_of=records.LATER)
    shown = read(pages[f"{MEETING}/03-rapportering/index.html"])
    assert shown.index("Bordlagt") < shown.index("## Förslag till beslut")
    assert "Förslag och beslut" not in shown


def test_a_case_with_two_paragraphs_shows_both() -> None:
    made = records.minutes()
    path = f"{MEETING}/05-modell-for-it-styrning.md"
    first = decided(25, "Modell", ("Ärendet avgörs i dag.", Outcome.APPROVED), case=path)
    second = decided(26, "Modell", ("Nämnden noterar arbetet.", Outcome.APPROVED), case=path)
    kept = tuple(each for each in made.paragraphs if each.number < 25)
    archive = with_minutes(replace(made, paragraphs=(*kept, first, second)))
    pages = sites.by_address(archive, as_of=records.LATER)
    shown = read(pages[path.replace(".md", ".html")])
    assert "## Beslut § 25" in shown
    assert "## Beslut § 26" in shown
    assert "Paragraf\n§ 25 <paragraf-25.html>\n§ 26 <paragraf-26.html>" in shown
    assert "- § 25 <paragraf-25.html> Bifall\n- § 26 <paragraf-26.html> Bifall" in read(pages[f"{MEETING}/index.html"])


def test_an_earlier_decision_leads_to_its_paragraph() -> None:
    def told(day: str, paragraph: str) -> str:
        archive = records.archive()
        board = archive.committees[0]
        going_on = archives.plain_case(
            f"{GSN}/2022-11-28", "01-fortsatt", "Fortsatt", CaseKind.DECISION,
            follows=(Follows("GSN", dt.date.fromisoformat(day), paragraph),),
        )  # fmt: skip
        last = replace(archives.meeting(GSN, "2022-11-28", *archives.numbered(going_on)), issued=dt.date(2022, 10, 1))
        changed = replace(
            archive, committees=(replace(board, meetings=(*board.meetings[:3], last)), archive.committees[1])
        )
        shown = read(sites.by_address(changed, as_of=records.LATER)[going_on.address])
        return shown.partition(": Tidigare beslut\n")[2].partition("\n")[0]

    assert told("2022-09-26", "23") == "GSN § 23, 26 september 2022 <../2022-09-26/paragraf-23.html>"
    assert told("2022-09-26", "99") == "GSN § 99, 26 september 2022"


_FIRST, _LAST = dt.datetime(2023, 2, 1, 9), dt.datetime(2023, 2, 2, 9)


@pytest.mark.parametrize("is_whole", [True, False], ids=["no other set", "another set"])
@pytest.mark.parametrize(
    ("as_of", "state"), [("2023-02-01", "CALLED"), ("2023-02-02", "CALLED"), ("2023-02-03", "HELD")]
)
def test_a_meeting_of_two_days_is_not_over_where_a_paragraph_of_the_first_is_adjusted_at_once(
    as_of: str, state: str, is_whole: bool
) -> None:
    day, number = dt.date.fromisoformat(as_of), Dnr("GSN 2023/1")
    body = _of_day("ett", "KS", number, decided(7, "Plan", ("Bifall.", Outcome.APPROVED)))
    (held,) = body.meetings
    assert held.minutes is not None
    sets = (ParagraphSet((7,), is_immediate=True, adjustment=Adjustment(_FIRST.date())),)
    made = replace(held.minutes, sets=sets if is_whole else (*sets, ParagraphSet((8,))))
    both = replace(held, sittings=(Sitting(_FIRST), Sitting(_LAST)), minutes=made)
    archive = Archive(archives.SETTINGS, (replace(body, meetings=(both,)),))
    assert status(both, day) is (Status.ADJUSTED if is_whole and state == "HELD" else Status[state])
    # On its last day it is over once what was handled then is adjusted.
    late = replace(sets[0], adjustment=Adjustment(_LAST.date()))
    ended = status(replace(both, minutes=replace(made, sets=(late,))), day)
    assert (ended is Status.CALLED) == (day < _LAST.date())
    pages = sites.by_address(archive, as_of=day)
    # It has been treated, for all that the meeting goes on.
    shown = read(pages["arenden/gsn-2023-1.html"])
    assert "## Senast: Plan\nBifall\nBifall." in shown
    assert "Kommande" not in shown
    assert "Ska behandlas" not in read(pages["arenden/index.html"])
    told = read(pages["ett/2023-02-01/index.html"])
    assert (
        "Alla paragrafer är inte justerade än. Det gäller § 8," in told.replace("\N{NO-BREAK SPACE}", " ")
    ) != is_whole
    assert "Det gäller ," not in told
    upcoming = read(pages["moten/index.html"]).partition("## Senaste mötena")[0]
    assert ("ett/2023-02-01/index.html" in upcoming) == (state == "CALLED")


# The way of a matter


def test_the_way_tells_what_each_body_proposed_or_decided() -> None:
    shown = read(PAGES["arenden/gsn-2020-35.html"])
    steps = shown[shown.index("## Ärendets gång") :]
    assert "Bordlagt Gemensamma servicenämnden § 18\nÄrendet bordläggs.\nProtokoll § 18" in steps
    assert "Bifall Servicenämndens arbetsutskott § 6\nFörslag till Gemensamma servicenämnden\n" in steps
    assert "Bifall Gemensamma servicenämnden § 24 4 ja, 4 nej, ordförandens utslagsröst\n" in steps
    assert "## Senast: Digitaliseringsstrategi\nBifall\nTidsramen för uppdraget förlängs" in shown


def test_an_assignment_is_to_come_until_a_case_reports_it() -> None:
    address = next(address for address in PAGES if address.startswith("arenden/au-2022-6"))
    assert "- 28 november 2022\n### Uppdrag till IT-chefen" in read(PAGES[address])
    archive = records.archive()
    board = archive.committees[0]
    path = f"{GSN}/2022-11-28/01-uppdrag"
    reporting = archives.plain_case(
        f"{GSN}/2022-11-28", "01-uppdrag", "Åtgärder", CaseKind.DECISION,
        follows=(Follows("GSN", dt.date(2022, 9, 26), "23", reports=True),),
    )  # fmt: skip
    last = replace(archives.meeting(GSN, "2022-11-28", *archives.numbered(reporting)), issued=dt.date(2022, 10, 1))
    reported = replace(
        archive, committees=(replace(board, meetings=(*board.meetings[:3], last)), archive.committees[1])
    )
    shown = read(sites.by_address(reported, as_of=records.LATER)[address])
    assert path.rpartition("/")[2] in shown
    assert "Uppdrag till IT-chefen" not in shown


def test_an_assignment_is_reported_by_a_case_that_names_the_body_that_gave_it() -> None:
    number = Dnr("GSN 2023/1")

    def shown(body: str) -> str:
        given = _of_day("ett", "KS", number, decided(7, "Plan", ("Bifall.", Outcome.APPROVED), assignment=_TASK))
        other = _of_day("tva", "KF", number, decided(7, "Plan", ("Bifall.", Outcome.APPROVED)))
        folder = "ett/2023-03-01"
        case = archives.plain_case(folder, "01-svar", "Svar", CaseKind.INFORMATION, dnr=number,
                                   follows=(Follows(body, dt.date(2023, 2, 1), "7", reports=True),))  # fmt: skip
        later = archives.meeting("ett", "2023-03-01", *archives.numbered(case), issued=dt.date(2023, 2, 20))
        given = replace(given, meetings=(*given.meetings, later))
        pages = sites.by_address(Archive(archives.SETTINGS, (given, other)), as_of=dt.date(2023, 3, 2))
        return read(pages["arenden/gsn-2023-1.html"])

    assert "Uppdrag till IT-chefen" not in shown("KS")
    # Two bodies met on one day, and both have a paragraph of that number.
    assert "Uppdrag till IT-chefen" in shown("KF")


@pytest.mark.parametrize(("as_of", "is_late"), [("2023-06-01", False), ("2023-06-02", True)])
def test_an_assignment_that_nobody_reported_is_late_from_the_day_after_it_was_due(as_of: str, is_late: bool) -> None:
    given = _of_day("ett", "KS", Dnr("GSN 2023/1"), decided(7, "Plan", ("Ja.", Outcome.APPROVED), assignment=_TASK))
    pages = sites.by_address(Archive(archives.SETTINGS, (given,)), as_of=dt.date.fromisoformat(as_of))
    page = pages["arenden/gsn-2023-1.html"]
    told = read(page).partition("### Uppdrag till IT-chefen")[2].splitlines()[1]
    assert (
        told.replace("\N{NO-BREAK SPACE}", " ")
        == f"{'Försenat ' if is_late else ''}Ska redovisas senast denna dag, KS § 7"
    )
    assert ('class="k-coming"' in page.html) != is_late


_TASK = Assignment("IT-chefen", dt.date(2023, 6, 1))


def _of_day(folder: str, name: str, number: Dnr, paragraph: Paragraph) -> Committee:
    """A committee that treated one case on 1 February 2023, in the paragraph."""
    at = f"{folder}/2023-02-01"
    case = archives.plain_case(at, "01-plan", "Plan", CaseKind.DECISION, dnr=number)
    made = Minutes(
        f"{at}/minutes.md", at, dt.datetime(2023, 2, 1, 9),
        sets=(ParagraphSet((paragraph.number,), adjustment=Adjustment(dt.date(2023, 2, 3))),),
        paragraphs=(replace(paragraph, case=case.path),),
    )  # fmt: skip
    held = archives.meeting(folder, "2023-02-01", *archives.numbered(case), minutes=made)
    return Committee(f"{folder}/index.md", folder, f"{folder}/index.html", name, meetings=(held,))


def test_a_case_that_was_put_off_names_the_next_meeting() -> None:
    made = records.minutes()
    one = decided(24, "Digitaliseringsstrategi", ("Ärendet återremitteras.", Outcome.REFERRED_BACK),
                  case=f"{MEETING}/04-digitaliseringsstrategi/index.md")  # fmt: skip
    paragraphs = tuple(one if each.number == 24 else each for each in made.paragraphs)
    pages = sites.by_address(with_minutes(replace(made, paragraphs=paragraphs)), as_of=records.LATER)
    shown = read(pages["arenden/gsn-2020-35.html"])
    assert "- 28 november 2022\n### Nästa möte <../gemensamma-servicenamnden/2022-11-28/index.html>" in shown
    assert "Nästa möte" not in read(PAGES["arenden/gsn-2020-35.html"])
