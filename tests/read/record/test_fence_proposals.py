"""The lines of a motion and of a proposition, and what is wrong with them."""

from __future__ import annotations

import pytest
from kallelse.locale.record import FATES, OUTCOMES, RANKS, STEPS
from kallelse.locale.recorded import WORDS, recorded
from kallelse.locale.words import Fence
from kallelse.model.fold import plain
from kallelse.model.person import Person
from kallelse.model.vote import (
    Fate,
    Motion,
    Proposition,
    Vote,
)

from tests.read.record.fencelines import ERIK, KARIN, LEILA, key, read, whole


@pytest.mark.parametrize(
    ("lines", "points"),
    [
        (("- att ett långt", "  yrkande bryts: så", "- att två"), ("att ett långt yrkande bryts: så", "att två")),
        (("1. att ett", "   går", "   vidare", "2. att två"), ("att ett går vidare", "att två")),
        (("  att ett", "  att två"), ("att ett", "att två")),
        (("att ett", "  att två"), ("att ett", "att två")),
        (("- att ett", "  - att under"), ("att ett", "att under")),
        (("att ett", "", "  mer"), ("att ett", "mer")),
        (("att ett", "bifall i övrigt"), ("att ett", "bifall i övrigt")),
    ],
)
def test_a_line_that_is_indented_below_a_point_goes_on_with_it(lines: tuple[str, ...], points: tuple[str, ...]) -> None:
    motion = whole(Fence.MOTION, "av: Erik Dahl", *lines)
    assert isinstance(motion, Motion)
    assert motion.points == points


@pytest.mark.parametrize("by", key("movers"))
@pytest.mark.parametrize("supported", key("supporters"))
@pytest.mark.parametrize("called", key("id"))
def test_a_motion_is_read_in_both_languages(by: str, supported: str, called: str) -> None:
    motion = whole(
        Fence.MOTION,
        f"{by}: Karin Ahlström (S), Leila Haddad och Nils Ny (L)",
        f"{supported.upper()}: Erik Dahl",
        f"{called}: A",
        "- att frågan utreds: nu",
        "",
        "2. att nämnden tackar",
    )
    assert motion == Motion(
        (KARIN, LEILA, Person("Nils Ny", party="L")),
        ("att frågan utreds: nu", "att nämnden tackar"),
        "A",
        (ERIK,),
        line=10,
    )


@pytest.mark.parametrize("word", RANKS)
@pytest.mark.parametrize("hand", key("rank"))
def test_every_word_of_a_motions_rank(hand: str, word: str) -> None:
    motion = whole(Fence.MOTION, "av: Erik Dahl", f"{hand}: {word}", "avslag")
    assert isinstance(motion, Motion)
    assert motion.rank == RANKS[word]
    assert WORDS["sv"].ranks[motion.rank] in plain(recorded(motion, "sv").told)


@pytest.mark.parametrize("word", FATES)
@pytest.mark.parametrize("fate", key("fate"))
def test_every_word_of_a_motions_fate(fate: str, word: str) -> None:
    motion = whole(Fence.MOTION, "av: Erik Dahl", f"{fate}: {word}", "avslag")
    assert isinstance(motion, Motion)
    assert motion.fate is FATES[word]
    assert plain(recorded(motion, "en").told).endswith(WORDS["en"].fates[motion.fate])


def test_what_is_wrong_with_a_motion_is_told_where_it_stands() -> None:
    assert read(Fence.MOTION, "avslag") == (
        Motion((), ("avslag",), line=10),
        [("motion-mover", 10)],
    )
    assert read(Fence.MOTION, "av: Erik Dahl") == (None, [("motion-empty", 10)])
    assert read(Fence.MOTION, "av: A", "av: B", "x")[1] == [("record-line-twice", 12)]
    assert read(Fence.MOTION, "av: A", "hand: femte", "x")[1] == [("record-word", 12)]
    assert read(Fence.MOTION, "av: A", "x", "utgång: kanske")[1] == [("record-word", 13)]
    assert read(Fence.MOTION, "av: A", "stödjs av: B", "x") == (
        Motion((Person("A"),), ("x",), line=10),
        [("record-line-misspelt", 12)],
    )


def test_a_motion_that_is_put_says_nothing_of_its_fate() -> None:
    motion = whole(Fence.MOTION, "av: Erik Dahl", "att frågan utreds.")
    assert isinstance(motion, Motion)
    assert motion.fate is Fate.PUT
    assert plain(recorded(motion, "sv").told) == "Erik Dahl yrkar att frågan utreds."


# Propositions


@pytest.mark.parametrize("side", key("side"))
@pytest.mark.parametrize("winner", key("winner"))
@pytest.mark.parametrize("outcome", OUTCOMES)
def test_a_proposition_is_read_in_both_languages(side: str, winner: str, outcome: str) -> None:
    found = whole(
        Fence.PROPOSITION, f"{side}: att bifalla", f"{side}: att avslå", f"{winner}: Att  avslå {{{outcome}}}"
    )
    assert found == Proposition(("att bifalla", "att avslå"), 1, outcome=OUTCOMES[outcome], line=10)


@pytest.mark.parametrize("kind", [Fence.PROPOSITION, Fence.VOTE])
@pytest.mark.parametrize("word", STEPS)
@pytest.mark.parametrize("step", key("step"))
def test_every_word_of_a_step(step: str, word: str, kind: Fence) -> None:
    lines = ("förslag: a", "bifall: a") if kind is Fence.PROPOSITION else ("ja: a", "nej: b", "resultat: 3–1")
    found = whole(kind, f"{step}: {word}", *lines)
    assert isinstance(found, Proposition | Vote)
    assert found.step is STEPS[word]


def test_one_proposal_alone_need_not_be_said_twice() -> None:
    assert whole(Fence.PROPOSITION, "bifall: förslaget") == Proposition(("förslaget",), 0, line=10)


def test_what_is_wrong_with_a_proposition_is_told_where_it_stands() -> None:
    assert read(Fence.PROPOSITION, "förslag: a") == (None, [("proposition-empty", 10)])
    assert read(Fence.PROPOSITION) == (None, [("proposition-empty", 10)])
    assert read(Fence.PROPOSITION, "förslag: a", "bifall: b") == (None, [("proposition-winner", 12)])
    assert read(Fence.PROPOSITION, "förslag: a", "bifall: a {kanske}")[1] == [("mark-unknown", 12)]
    assert read(Fence.PROPOSITION, "ställs", "bifall: a")[1] == [("record-line", 11)]
    assert read(Fence.PROPOSITION, "forslag: a", "bifall: a")[1] == [("record-line-misspelt", 11)]


# Votes
