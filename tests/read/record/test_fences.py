"""The lines of a vote and of an election, and what is wrong with them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.locale.record import GROUPED, STANDS
from kallelse.locale.recorded import WORDS, recorded
from kallelse.locale.words import FENCES, RECORD_FENCES, Fence
from kallelse.model.fold import plain
from kallelse.model.record import Attendance, Attendee
from kallelse.model.vote import (
    Ballot,
    Candidate,
    Election,
    Motion,
    Outcome,
    Proposition,
    Side,
    Stand,
    StepKind,
    Tally,
    Vote,
)
from kallelse.read.record.fences import ALLOWED, read_recorded
from kallelse.read.record.roster import Roster

from tests.read.record.fencelines import ERIK, KARIN, LEILA, key, read, whole, words_of


def test_each_fence_has_a_word_in_swedish_and_in_english() -> None:
    for kind in RECORD_FENCES:
        assert len(words_of(FENCES, kind)) >= (1 if kind is Fence.PROPOSITION else 2)


def test_each_line_has_a_word_in_swedish_and_in_english() -> None:
    for name in {name for names in ALLOWED.values() for name in names}:
        assert len(key(name)) >= (1 if name == "id" else 2), name


# Motions


OPEN = ("ja: förslaget {bifall}", "nej: Leila Haddads yrkande {avslag}")
SIDES = (Side("förslaget", Outcome.APPROVED), Side("Leila Haddads yrkande", Outcome.REJECTED))


@pytest.mark.parametrize("yes", ["ja", "yes", "Ja"])
@pytest.mark.parametrize("no", ["nej", "no", "NEJ"])
@pytest.mark.parametrize("word", STANDS)
def test_an_open_vote_is_read_in_both_languages(yes: str, no: str, word: str) -> None:
    vote = whole(
        Fence.VOTE,
        f"{yes}: förslaget {{bifall}}",
        f"{no}: Leila Haddads yrkande {{avslag}}",
        f"Karin Ahlström (S): {word}",
        f"Dahl: {word}.",
    )
    stand = STANDS[word]
    deputy = Ballot(ERIK, stand, "Mats Öberg", 14, is_deputy=True)
    assert vote == Vote(*SIDES, (Ballot(KARIN, stand, line=13), deputy), line=10)


@pytest.mark.parametrize(
    ("attendance", "said"),
    [
        ({"serving": ("Mats Öberg",)}, "Erik Dahl, tjänstgör för Mats Öberg "),
        ({"serving": ("Mats Öberg", "Mats Öberg")}, "Erik Dahl, tjänstgör för Mats Öberg "),
        ({"serving": ("Mats Öberg", "Johan Westin")}, "Erik Dahl, tjänstgörande ersättare "),
        ({"serving": ("Mats Öberg", "")}, "Erik Dahl, tjänstgörande ersättare "),
        ({"serving": ("",)}, "Erik Dahl, tjänstgörande ersättare "),
        ({"serving": ("Mats Öberg",), "members": ("",)}, "Erik Dahl Ja"),
        ({"deputies": ("",)}, "Erik Dahl Ja"),
    ],
)
def test_a_ballot_names_the_seat_only_where_there_is_but_one(attendance: dict[str, tuple[str, ...]], said: str) -> None:
    listed = {role: tuple(Attendee(ERIK, seat=seat) for seat in seats) for role, seats in attendance.items()}
    roster = Roster(Attendance(**listed))
    noun, _ = read_recorded(Fence.VOTE, (*OPEN, "Erik Dahl: ja"), 10, roster, "minutes.md")
    assert isinstance(noun, Vote)
    assert said in plain(recorded(noun, "sv").told)
    assert (WORDS["en"].deputy in plain(recorded(noun, "en").told)) == ("ersättare" in said)


def test_a_ballot_has_a_title_only_where_there_is_but_one() -> None:
    chair = replace(KARIN, title="ordförande")
    for members, title in (((chair,), "ordförande"), ((chair, KARIN), "")):
        roster = Roster(Attendance(members=tuple(Attendee(each) for each in members)))
        noun, _ = read_recorded(Fence.VOTE, (*OPEN, "Karin Ahlström: ja"), 10, roster, "minutes.md")
        assert isinstance(noun, Vote)
        assert noun.ballots[0].voter == replace(KARIN, title=title)


@pytest.mark.parametrize("step", StepKind)
def test_what_is_told_of_a_step_says_which_it_is(step: StepKind) -> None:
    steps: tuple[Proposition | Vote, ...] = (
        Proposition(("bifall", "avslag"), 0, step),
        Vote(*SIDES, stated=Tally(3, 1), step=step),
    )
    for language, words in WORDS.items():
        for noun in steps:
            main = plain(recorded(replace(noun, step=StepKind.MAIN), language).told)
            told = plain(recorded(noun, language).told)
            if step is StepKind.COUNTER:
                # What is chosen to be put against the main proposal is not carried.
                assert told.startswith(words.steps[step])
                assert told != words.steps[step] + main
            else:
                assert told == words.steps[step] + main
        assert bool(words.steps[step]) == (step is not StepKind.MAIN)


@pytest.mark.parametrize(
    ("vote", "told"),
    [
        (Vote(*SIDES, stated=Tally(3, 1)), "Till motförslag utses {yes}."),
        (Vote(*SIDES, stated=Tally(1, 3)), "Till motförslag utses {no}."),
        (
            Vote(*SIDES, stated=Tally(2, 2), casting=Stand.NO),
            "Ordföranden har utslagsröst och röstar nej. Till motförslag utses {no}.",
        ),
        (Vote(*SIDES, stated=Tally(2, 2), lot=Stand.YES), "Lotten avgör. Till motförslag utses {yes}."),
    ],
)
def test_a_counter_proposal_is_chosen_and_not_carried(vote: Vote, told: str) -> None:
    said = plain(recorded(replace(vote, step=StepKind.COUNTER), "sv").told)
    assert said.endswith(told.format(yes=SIDES[0].text, no=SIDES[1].text))
    assert "Bifall" not in said
    several = Proposition(("As yrkande", "Bs yrkande"), 1, StepKind.COUNTER)
    assert plain(recorded(several, "sv").told).endswith(
        "proposition på As yrkande och Bs yrkande och finner att Bs yrkande utses till motförslag."
    )
    assert plain(recorded(several, "en").told).endswith("finds that Bs yrkande is to be the counter-proposal.")


@pytest.mark.parametrize("word", GROUPED)
def test_those_who_vote_alike_may_stand_on_one_line(word: str) -> None:
    vote = whole(Fence.VOTE, *OPEN, f"{word}: Karin Ahlström, Leila Haddad och Erik Dahl")
    assert isinstance(vote, Vote)
    assert [(ballot.voter, ballot.stand) for ballot in vote.ballots] == [
        (each, GROUPED[word]) for each in (KARIN, LEILA, ERIK)
    ]


@pytest.mark.parametrize("apart", [",", ";", " och", " samt", " and", " &", " /", ", and"])
def test_nobody_is_lost_whatever_stands_between_two_names(apart: str) -> None:
    two = f"Karin Ahlström (S){apart} Leila Haddad (V)"
    for line in (f"ja röstar: {two}.", f"{two}: ja"):
        vote = whole(Fence.VOTE, *OPEN, line)
        assert isinstance(vote, Vote)
        assert [ballot.voter for ballot in vote.ballots] == [KARIN, LEILA]
    motion = whole(Fence.MOTION, f"av: {two}", f"stöds av: {two}", "x")
    assert isinstance(motion, Motion)
    assert (motion.movers, motion.supporters) == ((KARIN, LEILA), (KARIN, LEILA))


@pytest.mark.parametrize("more", ["Leila Haddad (V)", "med flera", "m.fl."])
def test_what_stands_after_the_brackets_of_a_name_is_told(more: str) -> None:
    told = [("record-name", 11)]
    assert read(Fence.MOTION, f"av: Karin Ahlström (S) {more}", "x")[1] == told
    election = (f"lott: Karin Ahlström (S) {more}", "Karin Ahlström: 2", "Leila Haddad: 2")
    assert read(Fence.ELECTION, *election)[1] == told


def test_the_title_of_a_mover_is_no_other_mover() -> None:
    chair = replace(KARIN, title="ordförande")
    roster = Roster(Attendance(members=(Attendee(chair), Attendee(LEILA))))
    lines = ("av: Karin Ahlström (S), ordförande, och Leila Haddad", "x")
    motion, findings = read_recorded(Fence.MOTION, lines, 10, roster, "minutes.md")
    assert isinstance(motion, Motion)
    assert (motion.movers, findings) == ((chair, LEILA), ())
    voted, findings = read_recorded(Fence.VOTE, (*OPEN, "Karin Ahlström (S), ordförande: ja"), 10, roster, "minutes.md")
    assert isinstance(voted, Vote)
    assert ([each.voter.name for each in voted.ballots], findings) == (["Karin Ahlström"], ())


def test_a_place_beside_the_party_is_no_other_name() -> None:
    vote = whole(Fence.VOTE, *OPEN, "ja röstar: Karin Ahlström (S, Norrsala), Leila Haddad (V, Ekvik) och Erik Dahl")
    assert isinstance(vote, Vote)
    assert [each.voter.name for each in vote.ballots] == ["Karin Ahlström", "Leila Haddad", "Erik Dahl"]
    motion = whole(Fence.MOTION, "av: Leila Haddad (V, Ekvik) och Karin Ahlström (S, Norrsala)", "att avslå")
    assert isinstance(motion, Motion)
    assert motion.movers == (LEILA, KARIN)
    election = whole(Fence.ELECTION, "Anna Alm: 2", "Bo Alm: 2", "lott: Bo Alm (M, Ekvik)")
    assert isinstance(election, Election)
    assert election.lot == ("Bo Alm",)


@pytest.mark.parametrize("result", key("result"))
@pytest.mark.parametrize(
    ("typed", "tally"),
    [
        ("4 ja, 3 nej, 2 avstår", Tally(4, 3, 2)),
        ("4 ja, 3 nej", Tally(4, 3)),
        ("4 ja-röster och 3 nej-röster.", Tally(4, 3)),
        ("4 jaröster, 1 nejröst, 2 avstår", Tally(4, 1, 2)),
        ("4 Ja; 3 Nej", Tally(4, 3)),
        ("3 nej, 4 ja", Tally(4, 3)),
        ("4 yes votes, 3 no votes, 1 abstains", Tally(4, 3, 1)),
        ("22–18", Tally(22, 18)),
        ("10-3", Tally(10, 3)),
    ],
)
def test_a_secret_ballot_is_its_numbers(result: str, typed: str, tally: Tally) -> None:
    vote = whole(Fence.VOTE, *OPEN, f"{result}: {typed}")
    assert vote == Vote(*SIDES, stated=tally, line=10)
    assert WORDS["sv"].closed in plain(recorded(vote, "sv").told)


@pytest.mark.parametrize("word", ["ja", "nej", "yes", "no"])
@pytest.mark.parametrize("name", ["casting", "lot"])
def test_what_settles_a_tie_is_a_yes_or_a_no(name: str, word: str) -> None:
    for line in key(name):
        vote = whole(Fence.VOTE, *OPEN, f"{line}: {word}", "resultat: 4–4")
        assert isinstance(vote, Vote)
        assert getattr(vote, name) is STANDS[word]
    for typed in ("avstår", "Karin Ahlström"):
        told = read(Fence.VOTE, *OPEN, f"{key(name)[0]}: {typed}", "resultat: 4–4")[1]
        assert told == [(f"vote-{name}-word", 13)]


@pytest.mark.parametrize("needs", ["krav: en tredjedel", "needs: One third"])
@pytest.mark.parametrize("present", key("present"))
def test_a_third_of_those_present_may_be_enough(needs: str, present: str) -> None:
    vote = whole(Fence.VOTE, *OPEN, needs, f"{present}: 61", "resultat: 21–40")
    assert isinstance(vote, Vote)
    assert (vote.by_minority, vote.present) == (True, 61)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("Karin Ahlström: ja",), [("vote-sides", 10)]),
        (("ja: a", "Karin Ahlström: ja"), [("vote-sides", 10)]),
        (OPEN, [("vote-empty", 10)]),
        ((*OPEN, "ja: b", "resultat: 1–0"), [("record-line-twice", 13)]),
        ((*OPEN, "resultat: många"), [("vote-result", 13), ("vote-empty", 10)]),
        ((*OPEN, "resultat: 4 ja, 4 ja"), [("vote-result", 13), ("vote-empty", 10)]),
        ((*OPEN, "resultat: 4 ja"), [("vote-result", 13), ("vote-empty", 10)]),
        ((*OPEN, "resultat: 4 nej, 1 avstår"), [("vote-result", 13), ("vote-empty", 10)]),
        ((*OPEN, "resultat: 4 ja", "Karin Ahlström: ja"), [("vote-result", 13)]),
        ((*OPEN, "Karin Ahlström: kanske", "resultat: 1–0"), [("vote-word", 13)]),
        ((*OPEN, "Karin Ahlströmm: jo", "resultat: 1–0"), [("vote-word", 13)]),
        ((*OPEN, "Dahl: jo"), [("vote-word", 13)]),
        ((*OPEN, "Nils Ny: kanske", "resultat: 1–0"), [("record-line", 13)]),
        ((*OPEN, "", "Karin Ahlström: ", "Leila Haddad:", "Erik Dahl: jo"), [("vote-silent", 14), ("vote-word", 16)]),
        ((*OPEN, "Ja: nej", "Karin Ahlström: ja"), [("vote-name", 13)]),
        ((*OPEN, "Anna: Maria Berg: ja", "Karin Ahlström: ja"), [("vote-name", 13)]),
        ((*OPEN, "ja röstar: Anna: Maria Berg, Ja", "Karin Ahlström: ja"), []),
        ((*OPEN, "Karin Ahlström: ", "Leila Haddad: ja"), [("vote-silent", 13)]),
        ((*OPEN, "Karin Ahlström", "resultat: 1–0"), [("record-line", 13)]),
        ((*OPEN, "resulat: 1–0", "Karin Ahlström: ja"), [("record-line-misspelt", 13)]),
        ((*OPEN, "krav: hälften", "resultat: 1–0"), [("record-word", 13)]),
        ((*OPEN, "närvarande: alla", "resultat: 1–0"), [("record-number", 13)]),
        (("ja: a {kanske}", "nej: b", "resultat: 1–0"), [("mark-unknown", 11)]),
        (("ja: {bifall}", "nej: b", "resultat: 1–0"), [("vote-sides", 11)]),
    ],
)
def test_what_is_wrong_with_a_vote_is_told_where_it_stands(lines: tuple[str, ...], told: list[tuple[str, int]]) -> None:
    assert read(Fence.VOTE, *lines)[1] == told


@given(st.lists(st.sampled_from(["ja", "nej", "avstår"]), min_size=1, max_size=61))
def test_a_vote_of_any_size_is_told_with_a_row_for_each_and_its_sums(stands: list[str]) -> None:
    vote = whole(Fence.VOTE, *OPEN, *(f"Ledamot {number}: {stand}" for number, stand in enumerate(stands)))
    told = plain(recorded(vote, "sv").told)
    places = [told.index(f"Ledamot {number} ") for number in range(len(stands))]
    assert all(one < other for one, other in pairwise(places))
    sums = " ".join(str(stands.count(stand)) for stand in ("ja", "nej", "avstår"))
    assert told.split("Summa")[1].split() == sums.split()


# Elections


@pytest.mark.parametrize("seats", key("seats"))
@pytest.mark.parametrize("blank", key("blank"))
@pytest.mark.parametrize("lot", key("lot"))
def test_an_election_is_read_in_both_languages(seats: str, blank: str, lot: str) -> None:
    election = whole(
        Fence.ELECTION,
        f"{seats}: 2",
        "Karin Ahlström (S): 31",
        "Nils Ny: 15",
        "Leila Haddad: 15",
        f"{blank}: 1",
        f"{lot}: Nils Ny",
    )
    named = (Candidate("Karin Ahlström", 31, 12), Candidate("Nils Ny", 15, 13), Candidate("Leila Haddad", 15, 14))
    assert election == Election(named, 2, 1, ("Nils Ny",), 10)
    assert "Karin Ahlström och Nils Ny är valda." in plain(recorded(election, "sv").told)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ((), [("vote-empty", 10)]),
        (("Karin Ahlström: många",), [("record-line", 11), ("vote-empty", 10)]),
        (("Karin Ahlström: 0",), [("election-none", 10)]),
        (("Karin Ahlström: 0", "Nils Ny: 00", "blanka: 3"), [("election-none", 10)]),
        (("Karin Ahlström: 3", "Nils Ny: 0"), []),
        (("Karin Ahlström: 3", "platser: två"), [("record-number", 12)]),
        (("Karin Ahlström: 3", "Ahlström: 2"), [("election-twice", 12)]),
        (("Karin Ahlström: 3", "blnaka: 2"), [("record-line-misspelt", 12)]),
        (("Karin Ahlström: 3", "ogiltiga: 2"), [("record-line", 12)]),
        (("Karin Ahlström: 3", "Ogiltiga  röster: 2"), [("record-line", 12)]),
        (("Karin Ahlström: 3", "summa: 3"), [("record-line", 12)]),
        (("Karin Ahlström: 3", "närvarande: 4", "avstår: 1"), [("record-line", 12), ("record-line", 13)]),
        (("Karin Ahlström", "Erik Dahl: 2"), [("record-line", 11)]),
    ],
)
def test_what_is_wrong_with_an_election_is_told_where_it_stands(
    lines: tuple[str, ...], told: list[tuple[str, int]]
) -> None:
    assert read(Fence.ELECTION, *lines)[1] == told


@given(st.sampled_from(RECORD_FENCES), st.lists(st.text(alphabet="ajnevtör: {}–,.12\tåK", max_size=20), max_size=8))
def test_no_lines_end_the_reading(kind: Fence, lines: list[str]) -> None:
    noun, told = read(kind, *lines)
    assert noun is not None or told
    if noun is not None:
        assert all(recorded(noun, language).told for language in ("sv", "en"))
    assert all(10 <= line <= 10 + len(lines) for _, line in told)


def test_a_step_stands_in_the_order_of_the_law() -> None:
    assert list(StepKind) == [StepKind.DECIDE_NOW, StepKind.COUNTER, StepKind.MAIN, StepKind.ADDITION]
    assert {Stand.YES, Stand.NO, Stand.ABSTAINS} == set(STANDS.values())


@pytest.mark.parametrize(
    ("side", "told"),
    [
        ("förslaget {bifall", "mark-open"),
        ("förslaget bifall}", "mark-open"),
        ("förslaget {avslag {bifall}", "mark-open"),
        ("{bifall} förslaget", "mark-place"),
        ("förslaget {”bifall”}", "mark-misspelt"),
    ],
)
def test_a_brace_left_in_what_is_put_is_told(side: str, told: str) -> None:
    assert (told, 11) in read(Fence.VOTE, f"ja: {side}", "nej: b", "resultat: 1–0")[1]
    assert told in [code for code, _ in read(Fence.PROPOSITION, f"bifall: {side}")[1]]
