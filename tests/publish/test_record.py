"""What the pages of a record say: decisions, votes, adjustment, proposals beside decisions, the way of a matter."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Any

import pytest
from kallelse.locale.paragraphs import numbered
from kallelse.locale.site import words
from kallelse.model.archive import Archive
from kallelse.model.law import Appeal
from kallelse.model.meeting import AgendaRow, CaseKind, Follows, RowKind
from kallelse.model.memory import Memory
from kallelse.model.pages import Packet, PageMap, RecordPdfs
from kallelse.model.person import Person
from kallelse.model.presence import Bound, Presence, Stretch
from kallelse.model.published import published
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
    Signature,
)
from kallelse.model.section import SectionKind
from kallelse.model.text import Body
from kallelse.model.vote import Ballot, Outcome, Side, Stand, StepKind, Tally, Vote
from kallelse.publish import site
from kallelse.publish.outcome import outcome_tags
from kallelse.publish.page import Page

from tests.publish import archives, councils, records, sites
from tests.publish.archives import GSN
from tests.publish.records import decided, section, told
from tests.publish.trees import bullets, para

MEETING = f"{GSN}/2022-09-26"
PAGES = sites.by_address(records.archive(), archives.packets(), records.LATER, records.pdfs())


def read(page: Page) -> str:
    return sites.reading(page.html).replace("~", " ")


def with_minutes(minutes: Minutes | None, path: str = f"{MEETING}/index.md", **fields: Any) -> Archive:
    """The sample's archive whose meeting at `path` has these minutes, and those fields of its own."""
    archive = records.archive()
    return replace(
        archive,
        committees=tuple(
            replace(
                committee,
                meetings=tuple(
                    replace(each, minutes=minutes, **fields) if each.path == path else each
                    for each in committee.meetings
                ),
            )
            for committee in archive.committees
        ),
    )


def with_paragraph(paragraph: Paragraph, as_of: dt.date = records.LATER) -> dict[str, Page]:
    """The pages of the sample whose § 24 is another."""
    made = records.minutes()
    paragraphs = tuple(paragraph if each.number == paragraph.number else each for each in made.paragraphs)
    return sites.by_address(with_minutes(replace(made, paragraphs=paragraphs)), as_of=as_of)


def voted(*votes: Vote) -> str:
    """What is read on the page of a paragraph with those votes."""
    blocks = tuple(told(vote, "Berättat i ord.") for vote in votes)
    part = section(SectionKind.VOTES, "Omröstning", *blocks)
    paragraph = decided(24, "Ärendet", ("Så blev det.", Outcome.APPROVED), sections=(part,))
    return read(with_paragraph(paragraph)[f"{MEETING}/paragraf-24.html"])


YES, NO = Side("förslaget"), Side("yrkandet")


def test_a_part_that_the_reader_adds_without_an_anchor_has_no_empty_id() -> None:
    bare = replace(section(SectionKind.GROUNDS, "Beslutsunderlag", para("Skrivelsen.")), anchor="")
    one = decided(24, "Ärendet", ("Så blev det.", Outcome.APPROVED), sections=(bare,))
    one = replace(one, sections=(replace(one.sections[0], anchor=""), bare))
    html = with_paragraph(one)[f"{MEETING}/paragraf-24.html"].html
    assert "<h2>Beslutsunderlag</h2>" in html
    assert 'id=""' not in html
    assert '<section class="k-box" aria-labelledby="k_p24">' in html


# Outcomes


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_outcome_stand_step_and_form_has_its_word(language: str) -> None:
    said = words(language)  # type: ignore[arg-type]
    pairs = ((Outcome, said.outcomes), (Stand, said.stands), (StepKind, said.vote_steps), (RecordForm, said.forms))
    for kind, known in pairs:
        assert set(known) == set(kind)
    assert {tag.text for each in Outcome for tag in outcome_tags((each,), said)} == set(said.outcomes.values())


def test_outcomes_that_differ_are_each_told_in_part_and_by_point() -> None:
    page = sites.by_address(councils.council(), as_of=records.LATER)[f"{councils.COUNCIL}/2022-09-19/paragraf-101.html"]
    shown = read(page)
    assert "Delvis bifall Delvis avslag Delvis besvarat" in shown
    assert "- Punkt 2 Avslag\n" in shown
    assert [value for name, value in page.filters if name == "outcome"] == ["Bifall", "Avslag", "Besvarat"]


def test_an_approved_point_beside_an_amended_one_makes_nothing_partly() -> None:
    shown = read(PAGES[f"{MEETING}/paragraf-23.html"])
    assert "Ändrat\n" in shown
    assert "Delvis" not in shown
    assert "Punkt" not in shown


# Votes


def test_a_tie_names_the_chair_and_what_was_decided() -> None:
    shown = read(PAGES[f"{MEETING}/paragraf-24.html"])
    assert (
        "Rösterna är lika. Ordföranden Karin Ahlström har utslagsröst och röstar ja. "
        "Därmed beslutas: förvaltningens förslag." in shown
    )
    assert "- 4 ja, 4 nej, ordförandens utslagsröst\n" in shown
    assert "| Erik Dahl (S) Ekvik tjänstgör för Mats Öberg (S) | Ekvik | Ja" in shown
    assert "Med fyra röster mot fyra." not in shown


@pytest.mark.parametrize(
    ("vote", "said", "short"),
    [
        (Vote(YES, NO, stated=Tally(10, 3)), "Ja fick flest röster. Därmed beslutas: förslaget.", "10 ja, 3 nej"),
        (
            Vote(YES, NO, stated=Tally(3, 10, 28)),
            "Nej fick flest röster. Därmed beslutas: yrkandet.",
            "3 ja, 10 nej, 28 avstår",
        ),
        (
            Vote(YES, NO, stated=Tally(5, 5), lot=Stand.NO),
            "Rösterna är lika. Lotten avgör: nej.",
            "5 ja, 5 nej, lottning",
        ),
        (Vote(YES, NO, stated=Tally(5, 5)), "Rösterna är lika.", "5 ja, 5 nej"),
        (
            Vote(YES, NO, stated=Tally(21, 40), step=StepKind.DECIDE_NOW, by_minority=True, present=61),
            "Minst en tredjedel av de 61 närvarande röstar ja. Det räcker. Därmed beslutas: förslaget.",
            "21 ja, 40 nej, en tredjedel av de närvarande räcker",
        ),
        (
            Vote(YES, NO, stated=Tally(20, 41), step=StepKind.DECIDE_NOW, by_minority=True, present=61),
            "Färre än en tredjedel av de 61 närvarande röstar ja. Därmed beslutas: yrkandet.",
            "20 ja, 41 nej",
        ),
    ],
)
def test_a_vote_says_how_it_was_decided(vote: Vote, said: str, short: str) -> None:
    shown = voted(vote)
    assert said in shown
    assert f"- {short}\n" in shown
    assert "Bara antalet röster redovisas." in shown
    assert "Så röstade" not in shown


def test_of_several_votes_the_main_one_is_told_in_short_and_each_has_its_name() -> None:
    main, counter = Vote(YES, NO, stated=Tally(9, 4)), Vote(YES, NO, stated=Tally(7, 6), step=StepKind.COUNTER)
    shown = voted(counter, main)
    assert "- 2 omröstningar, huvudförslag: 9 ja, 4 nej\n" in shown
    assert "= Omröstning 1 av 2: motförslag" in shown
    assert "Därmed ställs detta mot huvudförslaget: förslaget." in shown


def test_how_the_parties_voted_is_told_of_many_voters_alone() -> None:
    council = sites.by_address(councils.council(), as_of=records.LATER)
    shown = read(council[f"{councils.COUNCIL}/2022-09-19/paragraf-101.html"])
    assert "| S | 21 | 0 | 0\n| M | 0 | 14 | 0\n" in shown
    assert shown.count("| Ja\n") == 32
    assert "Så röstade partierna" not in read(PAGES[f"{MEETING}/paragraf-24.html"])


def test_a_deputy_on_a_vacant_seat_says_so() -> None:
    made = records.minutes()
    attendance = replace(made.attendance, serving=(Attendee(Person("Erik Dahl", party="S"), Presence()),))
    vote = Vote(YES, NO, (Ballot(Person("Erik Dahl"), Stand.ABSTAINS), Ballot(records.CHAIR, Stand.YES)))
    part = section(SectionKind.VOTES, "Omröstning", told(vote, "Ord."))
    one = decided(24, "Ärendet", ("Så blev det.", Outcome.APPROVED), sections=(part,))
    paragraphs = tuple(one if each.number == 24 else each for each in made.paragraphs)
    archive = with_minutes(replace(made, attendance=attendance, paragraphs=paragraphs))
    pages = sites.by_address(archive, as_of=records.LATER)
    assert "| Erik Dahl (S) Ekvik tjänstgör på en vakant plats | Ekvik | Avstår" in read(
        pages[f"{MEETING}/paragraf-24.html"]
    )
    assert "Erik Dahl (S) tjänstgör på en vakant plats" in read(pages[f"{MEETING}/protokoll.html"])


def served(*serving: Attendee, **fields: Any) -> str:
    """The page of § 24, in which Erik Dahl votes as one of `serving`."""
    made = records.minutes()
    attendance = replace(made.attendance, serving=serving, **fields)
    vote = Vote(YES, NO, (Ballot(Person("Erik Dahl"), Stand.ABSTAINS, "Per Nyberg", is_deputy=True),))
    part = section(SectionKind.VOTES, "Omröstning", told(vote, "Ord."))
    one = decided(24, "Ärendet", ("Så blev det.", Outcome.APPROVED), sections=(part,))
    paragraphs = tuple(one if each.number == 24 else each for each in made.paragraphs)
    archive = with_minutes(replace(made, attendance=attendance, paragraphs=paragraphs))
    return read(sites.by_address(archive, as_of=records.LATER)[f"{MEETING}/paragraf-24.html"])


ERIK = Person("Erik Dahl", party="S")
PART = Presence("del av § 24", (Stretch(Bound(24, is_part=True), Bound(24, is_part=True)),))


@pytest.mark.parametrize(
    ("serving", "said"),
    [
        (
            (Attendee(ERIK, records.until(23), "Mats Öberg"), Attendee(ERIK, records.since(24), "Johan Westin")),
            "tjänstgör för Johan Westin (M)",
        ),
        ((Attendee(ERIK, records.until(23), "Mats Öberg"), Attendee(ERIK, records.since(24))), "på en vakant plats"),
        ((Attendee(ERIK, PART, "Mats Öberg"), Attendee(ERIK, PART, "Johan Westin")), "tjänstgörande ersättare"),
        ((Attendee(ERIK, PART, "Mats Öberg"), Attendee(ERIK, seat="Johan Westin")), "tjänstgör för Johan Westin (M)"),
    ],
)
def test_a_deputy_serves_the_seat_of_the_paragraph(serving: tuple[Attendee, ...], said: str) -> None:
    assert f"{said} | Ekvik | Avstår" in served(*serving)


def test_a_member_serves_nobodys_seat() -> None:
    members = (Attendee(ERIK, records.since(24)),)
    assert "| Erik Dahl (S) Ekvik | Ekvik" in served(Attendee(ERIK, records.until(23), "Mats Öberg"), members=members)


def test_the_minutes_say_who_somebody_was_and_the_list_of_today_only_what_they_leave_out() -> None:
    then = Attendee(Person("Johan Westin", party="KD"))
    page = served(Attendee(ERIK, seat="Johan Westin"), members=(then,))
    assert "| Erik Dahl (S) Ekvik tjänstgör för Johan Westin (KD) | Ekvik | Avstår" in page


def test_an_election_tells_who_was_elected_and_by_what() -> None:
    council = sites.by_address(councils.council(), as_of=records.LATER)
    shown = read(council[f"{councils.COUNCIL}/2022-09-19/paragraf-102.html"])
    assert "| Anna Alm Vald | 31\n| Bo Alm | 20\n| Cecilia Alm Vald genom lottning | 20\n| Blanka röster | 3" in shown
    assert "- Val med slutna sedlar\n" in shown


# Adjustment and appeal


@pytest.mark.parametrize("as_of", ["2022-09-25", "2022-09-26", "2022-10-02", "2022-10-03", "2022-10-10"])
def test_no_page_tells_of_what_is_not_adjusted(as_of: str) -> None:
    day = dt.date.fromisoformat(as_of)
    for pages in (
        sites.by_address(records.archive(), as_of=day),
        {page.address: page for page in site.pages(records.archive(), {}, day)},
    ):
        numbers = (
            {24} if "2022-09-26" <= as_of < "2022-10-03" else {21, 22, 23, 24, 25, 26} if as_of > "2022-10" else ()
        )
        own = [address for address in pages if address.startswith(f"{MEETING}/paragraf-")]
        assert own == [f"{MEETING}/paragraf-{number}.html" for number in numbers]
        assert (f"{MEETING}/protokoll.html" in pages) == bool(numbers)
        told = [page.address for page in pages.values() if "redovisa åtgärder" in page.html]
        assert bool(told) == (23 in numbers)


def test_while_a_set_is_not_adjusted_the_meeting_says_which_paragraphs_are_left() -> None:
    pages = sites.by_address(records.archive(), archives.packets(), records.NEXT_DAY)
    shown = read(pages[f"{MEETING}/index.html"])
    assert "Det gäller §§ 21–23, 25–26, som visas här när de är justerade." in shown
    assert "- Justering senast 10 okt" in shown
    assert "Protokoll § 24 <protokoll.html>" in shown
    record = read(pages[f"{MEETING}/protokoll.html"])
    assert "§ 24" in record
    # He came when what is adjusted was over.
    assert "Mats Öberg (S) §§ 25–26" not in record
    assert "13.15–14.40" not in record


def test_on_the_day_itself_an_immediate_adjustment_is_shown_and_the_meeting_is_held() -> None:
    pages = sites.by_address(records.archive(), as_of=dt.date(2022, 9, 26))
    shown = read(pages[f"{MEETING}/index.html"])
    assert "- Hållet (klart) 26 sep" in shown
    assert "§ 24 <paragraf-24.html> Bifall" in shown


def test_an_adjusted_meeting_shows_its_minutes_first_and_what_became_of_each_case() -> None:
    shown = read(PAGES[f"{MEETING}/index.html"])
    assert shown.index("Protokoll §§ 21–26 <protokoll.html>") < shown.index("Kallelse med handlingar")
    assert "- Justerat (klart) 3 okt" in shown
    assert "Handlingarna är förslag" not in shown
    assert "- § 23 <paragraf-23.html> Ändrat" in shown
    assert "PDF, 11 sidor, 286 kB <protokoll.pdf>" in shown
    assert "senast 26 oktober 2022, §§ 21–23, 25–26" in shown


@pytest.mark.parametrize(
    ("number", "said"),
    [(24, "Sista dag att överklaga: 18 oktober 2022"), (23, "Sista dag att överklaga: 26 oktober 2022")],
)
def test_the_last_day_of_appeal_counts_from_the_last_board(number: int, said: str) -> None:
    assert f"- {said}\n" in read(PAGES[f"{MEETING}/paragraf-{number}.html"])


@pytest.mark.parametrize(
    ("appeal", "said"),
    [
        (Appeal.ADMINISTRATIVE, "inom 3 veckor från den dag då hen fick del av det"),
        (Appeal.NONE, "Kan inte överklagas"),
    ],
)
def test_a_decision_says_how_it_is_appealed(appeal: Appeal, said: str) -> None:
    paragraph = replace(records.strategy_paragraph(MEETING), appeal=appeal)
    shown = read(with_paragraph(paragraph)[f"{MEETING}/paragraf-24.html"])
    assert said in shown
    assert "Sista dag" not in shown


def test_where_a_board_has_no_notice_yet_the_time_to_appeal_has_not_begun() -> None:
    made = records.minutes()
    sets = tuple(replace(one, postings=(Posting("Ekvik", dt.date(2022, 9, 27)),)) for one in made.sets)
    pages = sites.by_address(with_minutes(replace(made, sets=sets)), as_of=records.LATER)
    shown = read(pages[f"{MEETING}/paragraf-24.html"])
    assert "Tiden för att överklaga börjar när justeringen är anslagen." in shown
    assert "Sista dag" not in shown


def test_every_set_tells_its_adjustment_and_its_signatures() -> None:
    made = records.minutes()
    first, second = made.sets
    signature = Signature("Karin Ahlström", dt.datetime(2022, 9, 26, 17, 50), "A1B2")
    signing = replace(first.adjustment, time=dt.time(17, 50), place="Kommunhuset", signatures=(signature,))
    archive = with_minutes(replace(made, sets=(replace(first, adjustment=signing), second)))
    shown = read(sites.by_address(archive, as_of=records.LATER)[f"{MEETING}/protokoll.html"])
    assert "26 september 2022 kl. 17.50\nomedelbar justering\n" in shown
    assert "Karin Ahlström, 26 september 2022 kl. 17.50, A1B2" in shown
    assert "4 oktober 2022, Norrsala\n5 oktober 2022, Ekvik" in shown


def test_a_correction_is_told_from_its_day_on_where_it_belongs() -> None:
    assert "Rättat 4 oktober 2022" in read(PAGES[f"{MEETING}/paragraf-24.html"])
    assert "Rätt" not in read(PAGES[f"{MEETING}/paragraf-23.html"])
    assert "- 4 oktober 2022, § 24: I yrkandet" in read(PAGES[f"{MEETING}/protokoll.html"])
    before = sites.by_address(records.archive(), as_of=dt.date(2022, 10, 3))
    assert "Rättat" not in read(before[f"{MEETING}/paragraf-24.html"])


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


def test_a_number_that_was_used_twice_has_two_pages_and_two_places() -> None:
    made = records.minutes()
    path = f"{MEETING}/05-modell-for-it-styrning.md"
    first = decided(25, "Modell", ("Ärendet avgörs i dag.", Outcome.APPROVED), case=path, line=10)
    second = decided(25, "Modell", ("Nämnden noterar arbetet.", Outcome.NOTED), case=path, line=20)
    beside = (
        decided(25, "Fråga ett", ("Frågan noteras.", Outcome.NOTED), line=30),
        decided(25, "Fråga två", ("Frågan noteras.", Outcome.NOTED), line=40),
    )
    kept = tuple(each for each in made.paragraphs if each.number < 25)
    archive = with_minutes(replace(made, paragraphs=(*kept, first, second, *beside)))
    memory = Memory()
    for _ in range(2):
        pages = {page.address: page for page in site.pages(archive, {}, records.LATER, memory=memory)}
        assert "Ärendet avgörs i dag." in read(pages[f"{MEETING}/paragraf-25.html"])
        assert "Nämnden noterar arbetet." in read(pages[f"{MEETING}/paragraf-25-2.html"])
    for address in (f"{MEETING}/protokoll.html", path.replace(".md", ".html")):
        ids = re.findall(r'id="(k_p25[^"]*)"', pages[address].html)
        assert ids[:2] == ["k_p25", "k_p25-2"]
        assert len(ids) == len({*ids})
    shown = read(pages[f"{MEETING}/index.html"])
    assert all(f"<paragraf-25{end}.html>" in shown for end in ("", "-2", "-3", "-4"))


def test_without_adjusted_minutes_a_case_is_as_before_the_meeting_was_recorded() -> None:
    made = records.minutes()
    unsigned = replace(made, sets=tuple(replace(one, adjustment=Adjustment()) for one in made.sets))
    plain, pages = (
        sites.by_address(each, archives.packets(), dt.date(2022, 9, 28))
        for each in (with_minutes(None), with_minutes(unsigned))
    )
    assert pages == plain
    assert "Behandlades måndag 26 september 2022. Beslutet står i protokollet." in read(
        pages[f"{MEETING}/03-rapportering/index.html"]
    )


# The way of a matter


def test_the_way_tells_what_each_body_proposed_or_decided() -> None:
    shown = read(PAGES["arenden/gsn-2020-35.html"])
    steps = shown[shown.index("## Ärendets väg") :]
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


def test_a_case_that_was_put_off_names_the_next_meeting() -> None:
    made = records.minutes()
    one = decided(24, "Digitaliseringsstrategi", ("Ärendet återremitteras.", Outcome.REFERRED_BACK),
                  case=f"{MEETING}/04-digitaliseringsstrategi/index.md")  # fmt: skip
    paragraphs = tuple(one if each.number == 24 else each for each in made.paragraphs)
    pages = sites.by_address(with_minutes(replace(made, paragraphs=paragraphs)), as_of=records.LATER)
    shown = read(pages["arenden/gsn-2020-35.html"])
    assert "- 28 november 2022\n### Nästa möte <../gemensamma-servicenamnden/2022-11-28/index.html>" in shown
    assert "Nästa möte" not in read(PAGES["arenden/gsn-2020-35.html"])


# What is not told


@pytest.mark.parametrize("publication", [Publication.HEADING, Publication.NUMBER])
def test_a_paragraph_that_is_not_published_says_so_and_is_not_searched(publication: Publication) -> None:
    title = "" if publication is Publication.NUMBER else "Ärendet omfattas av sekretess"
    page = with_paragraph(Paragraph(title, 24, publication=publication))[f"{MEETING}/paragraf-24.html"]
    shown = read(page)
    assert "Publiceras inte Innehållet i paragrafen publiceras inte." in shown
    assert "## Beslut" not in shown
    assert not page.indexed


def test_an_anonymised_paragraph_says_so() -> None:
    paragraph = replace(records.strategy_paragraph(MEETING), publication=Publication.ANONYMISED)
    page = with_paragraph(paragraph)[f"{MEETING}/paragraf-24.html"]
    assert "Uppgifter om enskilda är borttagna ur texten." in read(page)
    assert page.indexed


# Notes, rows and search


def test_notes_beside_minutes_are_one_page_without_numbers() -> None:
    folder = f"{GSN}/2022-06-13"
    item = Paragraph(
        "Revisorernas möte", sections=(section(SectionKind.OTHER, "Samtal", para("Revisorerna berättar.")),)
    )
    notes = Minutes(
        f"{folder}/minutes.md",
        folder,
        dt.datetime(2022, 6, 13, 9, 0),
        dt.datetime(2022, 6, 13, 10, 0),
        is_notes=True,
        paragraphs=(item,),
        preamble=Body((para("Mötet var informellt."),)),
    )
    pages = sites.by_address(with_minutes(notes, f"{folder}/index.md"), as_of=records.LATER)
    shown = read(pages[f"{folder}/protokoll.html"])
    assert "# Minnesanteckningar 13 juni 2022" in shown
    assert "### Revisorernas möte\n#### Samtal\nRevisorerna berättar." in shown
    assert "§" not in shown
    assert [address for address in pages if address.startswith(f"{folder}/paragraf")] == []
    assert "Minnesanteckningar 13 juni 2022 <2022-06-13/protokoll.html>" in read(pages[f"{GSN}/index.html"])
    unfinished = replace(notes, closed=None)
    pages = sites.by_address(with_minutes(unfinished, f"{folder}/index.md"), as_of=records.LATER)
    assert f"{folder}/protokoll.html" not in pages


def test_a_row_that_is_no_case_has_its_paragraph_and_one_beside_the_agenda_stands_last() -> None:
    made = records.minutes()
    upprop = decided(20, "Upprop", ("Upprop förrättas.", Outcome.NOTED), item="Upprop")
    late = decided(27, "Ny fråga", ("Frågan besvaras.", Outcome.ANSWERED), is_added=True)
    sets = (*made.sets, replace(made.sets[1], numbers=(20, 27)))
    agenda = (AgendaRow(RowKind.FORMALITY, "Upprop"), *archives.sample_meeting().agenda)
    minutes = replace(made, paragraphs=(upprop, *made.paragraphs, late), sets=sets)
    shown = read(sites.by_address(with_minutes(minutes, agenda=agenda), as_of=records.LATER)[f"{MEETING}/index.html"])
    assert "Upprop\n- § 20 <paragraf-20.html> Noterat" in shown
    assert "Ny fråga <paragraf-27.html> Togs upp under mötet\n- § 27 <paragraf-27.html> Besvarat" in shown
    assert shown.index("§ 26") < shown.index("Ny fråga")


def test_search_finds_paragraphs_by_outcome_and_the_minutes_not_again() -> None:
    page = PAGES[f"{MEETING}/paragraf-24.html"]
    assert page.indexed
    assert ("outcome", "Bifall") in page.filters
    assert ("kind", "Beslut §\N{NO-BREAK SPACE}24") in page.meta
    assert not PAGES[f"{MEETING}/protokoll.html"].indexed


def test_the_committee_leads_to_the_minutes_of_each_meeting() -> None:
    shown = read(PAGES[f"{GSN}/index.html"])
    assert "Protokoll §§ 21–26 26 september 2022 <2022-09-26/protokoll.html>" in shown
    assert "Protokoll § 18 13 juni 2022 <2022-06-13/protokoll.html>" in shown


def test_a_pdf_is_led_to_where_there_is_one_alone() -> None:
    assert "Protokollsutdrag (PDF, 2 sidor) <paragraf-24-utdrag.pdf>" in read(PAGES[f"{MEETING}/paragraf-24.html"])
    assert "utdrag" not in read(PAGES[f"{MEETING}/paragraf-23.html"])
    bare = sites.by_address(records.archive(), as_of=records.LATER)
    assert [address for address, page in bare.items() if ".pdf" in page.html] == []


def test_no_pdf_is_published_of_what_is_not_adjusted() -> None:
    made = records.pdfs()
    partly = published(records.archive(), records.NEXT_DAY)
    assets = {each.address for each in site.assets(partly, {}, sites.read_bytes, records=made)}
    assert f"{MEETING}/paragraf-24-utdrag.pdf" in assets
    hidden = published(records.archive(), dt.date(2022, 9, 25))
    assets = {each.address for each in site.assets(hidden, {}, sites.read_bytes, records=made)}
    assert [address for address in assets if address.endswith(".pdf")] == []


@pytest.mark.parametrize(
    ("numbers", "said"), [((), ""), ((24,), "§ 24"), ((26, 21, 22, 23, 25), "§§ 21–23, 25–26"), ((1, 3), "§§ 1, 3")]
)
def test_paragraphs_are_named_by_their_runs(numbers: tuple[int, ...], said: str) -> None:
    assert numbered(numbers).replace("\N{NO-BREAK SPACE}", " ") == said


def test_both_languages_tell_a_record() -> None:
    archive = records.archive()
    english = replace(archive, settings=replace(archive.settings, language="en"))
    shown = read(sites.by_address(english, archives.packets(), records.LATER)[f"{MEETING}/paragraf-24.html"])
    assert "- 4 yes, 4 no, the chair's casting vote\n- Last day to appeal: 18 October 2022" in shown
    assert "serves for Mats Öberg (S)" in shown
    assert not {"Bifall", "Ledamot", "Rättat"} & set(shown.split())


# What a preview remembers


def _changed(minutes: Minutes) -> dict[str, Archive]:
    first, second = minutes.sets
    one = records.strategy_paragraph(MEETING)
    return {
        "nothing": records.archive(),
        "a correction": with_minutes(
            replace(minutes, corrections=(*minutes.corrections, Correction(dt.date(2022, 10, 5), "", "En till.", 21)))
        ),
        "a posting": with_minutes(
            replace(minutes, sets=(first, replace(second, postings=(Posting("Norrsala", dt.date(2022, 10, 7)),))))
        ),
        "a set not adjusted": with_minutes(replace(minutes, sets=(first, ParagraphSet(second.numbers)))),
        "an attendee": with_minutes(replace(minutes, attendance=Attendance(members=(Attendee(records.CHAIR),)))),
        "a case put off": with_minutes(
            replace(
                minutes,
                paragraphs=tuple(
                    decided(24, one.title, ("Bordläggs.", Outcome.TABLED), case=one.case) if each.number == 24 else each
                    for each in minutes.paragraphs
                ),
            )
        ),
        "minutes of another body": with_minutes(
            replace(records.archive().committees[1].meetings[0].minutes or minutes, corrections=()),
            "arbetsutskottet/2022-09-12/index.md",
        ),
        "no minutes": archives.archive(),
    }


@pytest.mark.parametrize("edit", _changed(records.minutes()))
def test_a_preview_shows_of_a_record_what_a_fresh_build_would(edit: str) -> None:
    memory = Memory()
    site.pages(records.archive(), {}, records.LATER, memory=memory, records=records.pdfs())
    memory.settle()
    after = _changed(records.minutes())[edit]
    again = site.pages(after, {}, records.LATER, memory=memory, records=records.pdfs())
    assert again == site.pages(after, {}, records.LATER, records=records.pdfs())


def test_a_preview_makes_pages_anew_for_a_pdf_that_came_and_no_others() -> None:
    memory, archive, made = Memory(), records.archive(), records.pdfs()
    first = site.pages(archive, {}, records.LATER, memory=memory, records=made)
    same = site.pages(archive, {}, records.LATER, memory=memory, records=made)
    kept = {one.address for one, other in zip(first, same, strict=True) if one is other}
    assert f"{MEETING}/paragraf-24.html" in kept
    [files] = made.values()
    more = {
        f"{MEETING}/index.md": RecordPdfs({**files.files, f"{MEETING}/paragraf-21-utdrag.pdf": Packet(b"", PageMap(1))})
    }
    again = {page.address: page for page in site.pages(archive, {}, records.LATER, memory=memory, records=more)}
    assert "paragraf-21-utdrag.pdf" in again[f"{MEETING}/paragraf-21.html"].html
