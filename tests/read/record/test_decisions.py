"""What is decided, point by point, and what it comes to beside what was proposed."""

from __future__ import annotations

import datetime as dt

import pytest
from kallelse.model.decision import Assignment, Extension
from kallelse.model.fold import plain
from kallelse.model.section import SectionKind
from kallelse.model.vote import Outcome

from tests.read.record.held import Held, held

POINTS = {
    "01-budget.md": (
        "---\ntitle: Budget\n---\n## Förslag till beslut\n\n"
        "1. Nämnden godkänner budgeten.\n2. Nämnden ger chefen i uppdrag.\n"
    )
}
APPROVED, AMENDED, REJECTED = Outcome.APPROVED, Outcome.AMENDED, Outcome.REJECTED


def decided(text: str, cases: dict[str, str] | None = None, more: str = "") -> Held:
    return held(f"## 1\n\n### Beslut\n\n{text}\n{more}", cases)


def outcomes(text: str, cases: dict[str, str] | None = None, more: str = "") -> list[Outcome | None]:
    found = decided(text, cases, more)
    assert not found.told
    return [point.outcome for point in found.only.points]


def test_the_proposals_own_words_are_a_decision_as_proposed() -> None:
    assert outcomes("Nämnden godkänner budgeten.") == [APPROVED]
    assert outcomes("Nämnden  GODKÄNNER\nbudgeten") == [APPROVED]
    assert outcomes("Nämnden godkänner budgeten i juni.") == [AMENDED]
    assert outcomes("1. Nämnden godkänner budgeten.\n2. Nämnden ger chefen i uppdrag.", POINTS) == [APPROVED, APPROVED]
    assert outcomes("- Nämnden ger chefen i uppdrag.\n- Nämnden tackar.\n", POINTS) == [APPROVED, AMENDED]


def test_as_proposed_brings_the_words_of_the_proposal() -> None:
    found = decided("{enligt förslaget}", POINTS)
    assert [(point.number, plain(point.blocks)) for point in found.only.points] == [
        (1, "Nämnden godkänner budgeten."),
        (2, "Nämnden ger chefen i uppdrag."),
    ]
    assert found.only.outcomes == (APPROVED,)
    assert not found.told


def test_as_proposed_with_a_sentence_of_its_own_is_still_as_proposed() -> None:
    assert outcomes("{enligt förslaget}\n\nParagrafen justeras omedelbart.") == [APPROVED]
    assert outcomes("Nämnden godkänner budgeten.\n\nParagrafen förklaras omedelbart justerad.") == [APPROVED]
    assert outcomes("1. Nämnden godkänner budgeten.\n2. Paragrafen justeras omedelbart.") == [APPROVED, None]


def test_as_proposed_may_stand_above_the_proposal_of_an_item_that_is_on_no_agenda() -> None:
    text = "## Ny fråga {extra}\n\n### Beslut\n\n{enligt förslaget}\n\n### Förslag till beslut\n\nNämnden tackar.\n"
    found = held(text)
    assert [plain(point.blocks) for point in found.only.points] == ["Nämnden tackar."]
    assert not found.told


ELECTION = {
    "01-val.md": "---\ntitle: Val\nkind: election\n---\n## Förslag till beslut\n\n"
    "1. Eva Berg väljs.\n2. Per Lund väljs.\n"
}


def test_an_extension_beside_the_mark_of_the_proposal_belongs_to_the_decision() -> None:
    found = decided("{enligt förslaget} {förlängt: § 41 2020-11-30, senast 2023-12-31}", POINTS)
    day, due = dt.date(2020, 11, 30), dt.date(2023, 12, 31)
    last = [point.extension for point in found.only.points][-1]
    assert last == Extension(41, day, due, found.above + 5)
    assert not found.told


@pytest.mark.parametrize(
    "text",
    [
        "{enligt förslaget}",
        "{valt}",
        "{enligt förslaget} {valt}",
        "{valt} {enligt förslaget}",
        "{enligt förslaget}\n\n{valt}",
        "1. Eva Berg väljs.\n2. Per Lund väljs.",
        "1. Eva Berg väljs. {bifall} {valt}\n2. Per Lund väljs. {valt}",
    ],
)
def test_an_election_as_proposed_comes_to_those_elected(text: str) -> None:
    found = decided(text, ELECTION)
    assert [plain(point.blocks) for point in found.only.points] == ["Eva Berg väljs.", "Per Lund väljs."]
    assert [point.outcome for point in found.only.points] == [Outcome.ELECTED, Outcome.ELECTED]
    assert not found.told


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("{enligt förslaget} {valt}", 5),
        ("Nämnden beslutar. {bifall} {valt}", 5),
        ("1. Nämnden tackar. {bordlagt} {avslag}", 5),
        ("{bordlagt}\n\n{avslag}\n\nNämnden beslutar.", 7),
    ],
)
def test_two_outcomes_of_one_decision_are_told(text: str, line: int) -> None:
    assert decided(text).told == [("mark-two", line)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Nämnden tackar. {{{one}}}\n\n{{{other}}}", 7),
        ("1. Nämnden tackar.\n2. Nämnden skriver. {{{one}}}\n\n{{{other}}}", 8),
        ("{{enligt förslaget}} {{{one}}}\n\n{{{other}}}", 7),
    ],
)
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("uppdrag: A", "uppdrag: B"),
        ("förlängt: § 41 2020-11-30, senast 2023-12-31", "förlängt: § 41 2020-11-30, senast 2024-12-31"),
    ],
)
def test_of_two_assignments_of_one_decision_none_is_lost_untold(text: str, line: int, one: str, other: str) -> None:
    found = decided(text.format(one=one, other=other))
    (finding,) = [each for each in found.findings if each.code == "mark-two"]
    assert (finding.place.line - found.above, finding.words) == (line, {"first": one, "second": other})
    assert "mark-two" not in decided(text.format(one=one, other=one)).codes


@pytest.mark.parametrize(
    ("mark", "outcome"),
    [("valt", Outcome.ELECTED), ("noterat", Outcome.NOTED), ("besvarat", Outcome.ANSWERED)],
)
@pytest.mark.parametrize("more", ["", "\n\nParagrafen justeras omedelbart."])
def test_a_mark_alone_takes_the_words_of_the_proposal(mark: str, outcome: Outcome, more: str) -> None:
    found = decided(f"{{{mark}}}{more}")
    (point,) = found.only.points
    assert plain(point.blocks).startswith("Nämnden godkänner budgeten.")
    assert (point.outcome, found.told) == (outcome, [])
    own = decided(f"{{{mark}}}\n\nNämnden tackar.")
    assert [plain(each.blocks) for each in own.only.points] == ["Nämnden tackar."]


@pytest.mark.parametrize("text", ["{enligt förslaget}", "{avslag}", "{yrkande: A}"])
def test_a_decision_without_words_is_told(text: str) -> None:
    found = held(f"## 2\n\n### Beslut\n\n{text}\n")
    assert ("decision-empty", 3) in found.told


def test_a_heading_alone_is_no_decision() -> None:
    found = held("## 2\n\n### Beslut\n\n### Yrkanden\n\nInga.\n")
    assert found.told == [("decision-empty", 3)]
    assert found.only.points == ()


def test_each_point_may_come_to_something_of_its_own() -> None:
    text = "1. Nämnden avslår. {avslag}\n2. Nämnden anser frågan besvarad. {besvarat}\n3. Nämnden bifaller. {bifall}"
    found = decided(text)
    assert found.only.outcomes == (REJECTED, Outcome.ANSWERED, APPROVED)
    assert [point.line - found.above for point in found.only.points] == [5, 6, 7]


def test_a_mark_in_a_paragraph_of_its_own_holds_for_all_points_without_one() -> None:
    text = "1. Nämnden avslår.\n2. Nämnden tackar. {noterat}\n\n{avslag} {uppdrag: Chefen}"
    found = decided(text, POINTS)
    assert [point.outcome for point in found.only.points] == [REJECTED, Outcome.NOTED]
    assert [point.assignment for point in found.only.points] == [None, Assignment("Chefen", None, found.above + 8)]
    assert not found.told


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        ("information", Outcome.NOTED),
        ("notification", Outcome.NOTED),
        ("election", Outcome.ELECTED),
        ("decision", None),
    ],
)
def test_without_a_proposal_the_kind_of_the_case_says_it(kind: str, outcome: Outcome | None) -> None:
    assert outcomes("Så blir det.", {"1.md": f"---\ntitle: A\nkind: {kind}\n---\n"}) == [outcome]


VOTE = "\n### Omröstning\n\n```omröstning\nja: förslaget {%s}\nnej: yrkandet {%s}\nresultat: %s\n```\n"


@pytest.mark.parametrize(
    ("yes", "no", "result", "outcome"),
    [
        ("bifall", "avslag", "5–3", APPROVED),
        ("bifall", "avslag", "3–5", REJECTED),
        ("avslag", "besvarat", "5–3", REJECTED),
        ("avslag", "besvarat", "3–5", Outcome.ANSWERED),
        ("bifall", "återremiss", "3–5", Outcome.REFERRED_BACK),
    ],
)
def test_the_decision_is_what_the_vote_says_whatever_yes_stood_for(
    yes: str, no: str, result: str, outcome: Outcome
) -> None:
    assert outcomes("Så blir det.", more=VOTE % (yes, no, result)) == [outcome]


def test_that_it_is_adjusted_at_once_is_no_answer_though_a_vote_settled_the_rest() -> None:
    text = "1. Nämnden beslutar.\n2. Paragrafen justeras omedelbart."
    assert outcomes(text, more=VOTE % ("bifall", "avslag", "5–3")) == [APPROVED, None]


def test_a_mark_wins_over_the_vote() -> None:
    assert outcomes("Så blir det. {bordlagt}", more=VOTE % ("bifall", "avslag", "5–3")) == [Outcome.TABLED]


def test_nothing_else_answers_a_proposal_that_is_put_off() -> None:
    text = "1. Nämnden bordlägger ärendet. {bordlagt}\n2. Nämnden ger chefen i uppdrag att fråga mer."
    found = decided(text, POINTS)
    assert found.only.outcomes == (Outcome.TABLED,)
    assert not found.told


def test_words_that_say_otherwise_than_what_differs_are_doubtful() -> None:
    assert decided("Nämnden avslår budgeten.").told == [("outcome-doubtful", 5)]
    assert decided("Nämnden avslår budgeten. {avslag}").told == []
    assert decided("1. Nämnden godkänner budgeten.", POINTS).told == [("decision-fewer", 3)]
    assert decided("1. Nämnden godkänner budgeten. {ändrat}", POINTS).told == []


MOTIONS = (
    "\n### Yrkanden\n\n```yrkande\nav: Leila Haddad (V)\nid: A\natt budgeten utreds\n```\n\n"
    "```yrkande\nav: Per Nyberg (C)\natt frågan vilar\natt nämnden tackar\n```\n"
)


def test_a_motion_is_taken_into_the_decision_by_its_id_or_by_whoever_moved_it() -> None:
    found = decided("1. {yrkande: a}\n2. Nämnden tackar. {motion: Leila Haddad}", more=MOTIONS)
    assert [plain(point.blocks) for point in found.only.points] == [
        "att budgeten utreds",
        "Nämnden tackar. att budgeten utreds",
    ]
    assert not found.told
    found = decided("{yrkande: Per Nyberg}", more=MOTIONS)
    assert [plain(point.blocks) for point in found.only.points] == ["att frågan vilar", "att nämnden tackar"]
    assert found.only.outcomes == (AMENDED,)
    assert decided("Ja. {yrkande: B}", more=MOTIONS).told == [("mark-motion", 5)]


def test_a_decision_may_propose_to_one_body_and_decide_on_condition_of_that() -> None:
    found = held(
        "## 1\n\n### Beslut – Förslag till kommunfullmäktige\n\nKommunfullmäktige höjer ramen. {bifall}\n\n"
        "### Beslut under förutsättning av kommunfullmäktiges beslut\n\nNämnden fördelar ramen. {bifall}\n"
    )
    first, second = found.only.decisions
    assert (first.to, first.condition, first.section) == ("kommunfullmäktige", "", 0)
    assert (second.to, second.condition, second.section) == ("", "av kommunfullmäktiges beslut", 1)
    assert [plain(found.only.sections[each.section].blocks) for each in (first, second)] == [
        "Kommunfullmäktige höjer ramen.",
        "Nämnden fördelar ramen.",
    ]


def test_a_decision_is_compared_with_what_is_proposed_to_the_same_body() -> None:
    letter = {
        "01-a.md": "---\ntitle: A\n---\n## Förslag till beslut i kommunfullmäktige\n\nRamen höjs.\n\n"
        "## Förslag till beslut\n\nNämnden tackar.\n"
    }
    text = "## 1\n\n### Beslut – Förslag till Kommunfullmäktige\n\n{enligt förslaget}\n"
    assert [plain(point.blocks) for point in held(text, letter).only.points] == ["Ramen höjs."]


def test_a_mark_that_is_not_read_is_told_in_every_part() -> None:
    found = decided("Nämnden {avslag} ärendet.", more="\n### Yrkanden\n\nPer {bifall} yrkar.\n")
    assert [code for code in found.codes if code == "mark-place"] == ["mark-place", "mark-place"]


def test_the_sections_of_a_paragraph_have_their_decisions_first() -> None:
    found = decided(
        "Nämnden tackar.", more="\n### Yrkanden\n\nInga.\n\n### Beslut för kommunstyrelsen\n\nNej. {avslag}\n"
    )
    kinds = [section.kind for section in found.only.sections]
    assert kinds[:2] == [SectionKind.DECISION, SectionKind.DECISION]
    assert [each.section for each in found.only.decisions] == [0, 1]
