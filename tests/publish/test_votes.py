"""How the page of a paragraph tells a vote and an election: what was decided, who voted, for whose seat."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from kallelse.model.person import Person
from kallelse.model.presence import Bound, Presence, Stretch
from kallelse.model.record import Attendance, Attendee
from kallelse.model.section import SectionKind
from kallelse.model.vote import Ballot, Outcome, Side, Stand, StepKind, Tally, Vote
from kallelse.publish.vote import people_of

from tests.publish import councils, records, sites
from tests.publish.recordpages import MEETING, PAGES, with_minutes, with_paragraph
from tests.publish.records import decided, section, told
from tests.publish.sites import read

YES, NO = Side("förslaget"), Side("yrkandet")

ERIK = Person("Erik Dahl", party="S")
PART = Presence("del av § 24", (Stretch(Bound(24, is_part=True), Bound(24, is_part=True)),))


def voted(*votes: Vote) -> str:
    """What is read on the page of a paragraph with those votes."""
    blocks = tuple(told(vote, "Berättat i ord.") for vote in votes)
    part = section(SectionKind.VOTES, "Omröstning", *blocks)
    paragraph = decided(24, "Ärendet", ("Så blev det.", Outcome.APPROVED), sections=(part,))
    return read(with_paragraph(paragraph)[f"{MEETING}/paragraf-24.html"])


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
    assert shown.count(" | Ja | |\n") == 32
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
    assert "| Erik Dahl (S) Ekvik tjänstgör på en vakant plats | Ekvik | | | Avstår" in read(
        pages[f"{MEETING}/paragraf-24.html"]
    )
    assert "Erik Dahl (S) tjänstgör på en vakant plats" in read(pages[f"{MEETING}/protokoll.html"])


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
    assert f"{said} | Ekvik | | | Avstår" in served(*serving)


def test_a_member_serves_nobodys_seat() -> None:
    members = (Attendee(ERIK, records.since(24)),)
    assert "| Erik Dahl (S) Ekvik | Ekvik" in served(Attendee(ERIK, records.until(23), "Mats Öberg"), members=members)


def test_the_minutes_say_who_somebody_was_and_the_list_of_today_only_what_they_leave_out() -> None:
    then = Attendee(Person("Johan Westin", party="KD"))
    page = served(Attendee(ERIK, seat="Johan Westin"), members=(then,))
    assert "| Erik Dahl (S) Ekvik tjänstgör för Johan Westin (KD) | Ekvik | | | Avstår" in page


def test_an_election_tells_who_was_elected_and_by_what() -> None:
    council = sites.by_address(councils.council(), as_of=records.LATER)
    shown = read(council[f"{councils.COUNCIL}/2022-09-19/paragraf-102.html"])
    assert "| Anna Alm Vald | 31\n| Bo Alm | 20\n| Cecilia Alm Vald genom lottning | 20\n| Blanka röster | 3" in shown
    assert "- Val med slutna sedlar\n" in shown


# Who of several


NAMESAKE = Person("Karin Ahlström", party="M", place="Ekvik")


def voted_by(*ballots: Ballot, members: tuple[Attendee, ...], chairs: tuple[Attendee, ...], **fields: Any) -> str:
    """The page of § 24 with a vote of those ballots, of members who attended and were in the chair as given."""
    made = records.minutes()
    vote = Vote(YES, NO, ballots, casting=Stand.NO)
    blocks = section(SectionKind.VOTES, "Omröstning", told(vote, "Ord."))
    one = decided(24, "Ärendet", ("Så blev det.", Outcome.APPROVED), sections=(blocks,))
    attendance = replace(made.attendance, members=members, **fields)
    paragraphs = tuple(one if each.number == 24 else each for each in made.paragraphs)
    archive = with_minutes(replace(made, attendance=attendance, chairs=chairs, paragraphs=paragraphs))
    return read(sites.by_address(archive, as_of=records.LATER)[f"{MEETING}/paragraf-24.html"])


def test_of_two_of_one_name_each_has_the_chair_the_seat_the_party_and_the_place_that_are_theirs() -> None:
    chair = Person("Karin Ahlström", party="S")
    ballots = (Ballot(chair, Stand.NO), Ballot(NAMESAKE, Stand.YES, "Mats Öberg", is_deputy=True))
    page = voted_by(
        *ballots,
        members=(Attendee(chair),),
        serving=(Attendee(NAMESAKE, seat="Mats Öberg"),),
        chairs=(Attendee(chair),),
    )
    assert "| Karin Ahlström (S) ordförande | | | Nej" in page
    assert "| Karin Ahlström (M) Ekvik tjänstgör för Mats Öberg (S) | Ekvik | Ja" in page


def test_of_those_who_shared_the_chair_the_one_who_voted_so_had_the_casting_vote() -> None:
    karin, anders = Person("Karin Ahlström", party="S"), Person("Anders Holmgren", party="M")
    chairs = (Attendee(karin, PART), Attendee(anders, PART))
    ballots = (Ballot(karin, Stand.YES), Ballot(anders, Stand.NO))
    page = voted_by(*ballots, members=(Attendee(karin), Attendee(anders)), chairs=chairs)
    assert "Ordföranden Anders Holmgren har utslagsröst och röstar nej." in page
    assert page.count(" ordförande | ") == 2
    assert "Ordförande\nKarin Ahlström (S)\nAnders Holmgren (M)\n" in page


def test_the_lists_of_today_give_nobody_the_party_of_another_of_the_same_name() -> None:
    made = records.minutes()
    committee = replace(records.archive().committees[0], members=(records.CHAIR, NAMESAKE), deputies=())
    bare = replace(made, attendance=Attendance(members=(Attendee(Person("Karin Ahlström")),)))
    assert people_of(committee, bare)["Karin Ahlström"] == Person("Karin Ahlström")
    of_ekvik = replace(made, attendance=Attendance(members=(Attendee(Person("Karin Ahlström", place="Ekvik")),)))
    assert people_of(committee, of_ekvik)["Karin Ahlström"].party == "M"
