"""Decisions, motions and votes seen in real minutes, by their numbers in a list of such; all content is made up."""

from __future__ import annotations

import pytest
from kallelse.model.fold import plain
from kallelse.model.section import SectionKind
from kallelse.model.settings import Settings
from kallelse.model.text import Table
from kallelse.model.vote import Fate, Outcome, Proposition, Stand, StepKind, Vote, Way, decided_outcome, result_of

from tests.read.record.held import extra, held, right

APPROVED, AMENDED, REJECTED = Outcome.APPROVED, Outcome.AMENDED, Outcome.REJECTED


def test_03_one_paragraph_proposes_to_the_council_and_decides_itself_on_condition_of_that() -> None:
    found = right(
        held(
            extra(
                "### Beslut – Förslag till kommunfullmäktige\n\nRamen höjs. {bifall}\n\n"
                "### Beslut för egen del, under förutsättning av fullmäktiges beslut\n\nRamen fördelas. {bifall}"
            )
        )
    )
    assert [(each.to, each.condition) for each in found.only.decisions] == [
        ("kommunfullmäktige", ""),
        ("", "av fullmäktiges beslut"),
    ]


def test_04_a_motion_is_rejected_answered_and_granted_in_parts() -> None:
    marks = ["avslag", "besvarat", "bifall", "noterat", "överlämnat", "utgår", "till handlingarna"]
    points = "\n".join(f"{number}. Punkten. {{{mark}}}" for number, mark in enumerate(marks, 1))
    found = right(held(extra(f"### Beslut\n\n{points}")))
    assert [point.outcome for point in found.only.points] == [
        REJECTED,
        Outcome.ANSWERED,
        APPROVED,
        Outcome.NOTED,
        Outcome.REFERRED_ON,
        Outcome.WITHDRAWN,
        Outcome.NOTED,
    ]
    assert len(found.only.outcomes) == 6


@pytest.mark.parametrize(
    ("heading", "kind", "to"),
    [
        ("Beslut – Förslag till kommunfullmäktige", SectionKind.DECISION, "kommunfullmäktige"),
        ("Beslut - förslag till kommunfullmäktige:", SectionKind.DECISION, "kommunfullmäktige"),
        ("Förslag till kommunfullmäktige", SectionKind.DECISION, "kommunfullmäktige"),
        ("Förslag till beslut i kommunfullmäktige", SectionKind.PROPOSAL, "kommunfullmäktige"),
        ("Beslut – för fastställande i kommunfullmäktige", SectionKind.DECISION, "kommunfullmäktige"),
        ("Beslut för kommunfullmäktige", SectionKind.DECISION, "kommunfullmäktige"),
        ("Hemställan hos kommunfullmäktige", SectionKind.DECISION, "kommunfullmäktige"),
        ("Nämndens beslut", SectionKind.DECISION, ""),
    ],
)
def test_19_a_decision_names_its_body_in_one_of_many_forms_and_in_those_of_the_settings(
    heading: str, kind: SectionKind, to: str
) -> None:
    own = Settings(headings={"Hemställan hos {body}": "decision"})
    found = right(
        held(
            extra(
                f"### {heading}\n\nRamen höjs. {{bifall}}"
                if kind is SectionKind.DECISION
                else f"### {heading}\n\nRamen höjs."
            ),
            settings=own,
        )
    )
    (section,) = found.only.sections
    assert (section.kind, section.body_name) == (kind, to)
    assert [each.to for each in found.only.decisions] == ([to] if kind is SectionKind.DECISION else [])


def test_28_several_proposals_in_one_item_each_by_somebody_to_a_body_in_points() -> None:
    body = (
        "### Beslut\n\n1. Punkt 2 gäller från 1 januari.\n2. Se punkt 1.\n\n"
        "### Förslag till beslut i kommunfullmäktige från arbetsutskottet\n\nRamen höjs.\n\n"
        "### Förslag till beslut från förvaltningen\n\n1. Punkt 2 gäller från 1 januari.\n2. Se punkt 1.\n"
    )
    found = right(held(extra(body)))
    proposals = [each for each in found.only.sections if each.kind is SectionKind.PROPOSAL]
    assert [(each.by, each.body_name) for each in proposals] == [
        ("arbetsutskottet", "kommunfullmäktige"),
        ("förvaltningen", ""),
    ]
    assert [point.outcome for point in found.only.points] == [APPROVED, APPROVED]


def test_29_a_decision_by_reference_to_a_motion_and_with_tables_times_and_many_names() -> None:
    elected = "\n".join(f"    - Namn {number}" for number in range(33))
    body = (
        "### Beslut\n\n1. {yrkande: A} {bifall}\n2. Öppet kl. 10.00–16.00 enligt tabellen:\n\n"
        "    | Dag | Tid |\n    |---|---|\n    | måndag | 10.00 |\n\n"
        f"3. Till ombud väljs\n\n{elected}\n\n"
        "### Yrkanden\n\n```yrkande\nav: Leila Haddad (V)\nid: A\natt taxan sänks med 3 %\n```\n"
    )
    found = right(held(extra(body)))
    first, second, third = found.only.points
    assert plain(first.blocks) == "att taxan sänks med 3 %"
    assert any(isinstance(block, Table) for block in second.blocks)
    assert plain(third.blocks).split().count("Namn") == 33


# Motions, propositions and votes


def test_30_motions_in_the_first_and_second_place_joint_lapsed_and_ruled_out() -> None:
    body = (
        "### Yrkanden\n\n```yrkande\nav: Leila Haddad (V), Per Nyberg (C)\nstöds av: Erik Dahl (S)\nhand: första\n"
        "återremiss\n```\n\n```yrkande\nav: Leila Haddad (V)\nhand: andra\nutgång: förfaller\navslag\n```\n\n"
        "```yrkande\nav: Anders Holmgren (M)\nutgång: avvisas\natt en ny väg byggs\n```\n"
    )
    first, second, third = right(held(extra(body))).only.motions
    assert [each.name for each in first.movers] == ["Leila Haddad", "Per Nyberg"]
    assert [each.name for each in first.supporters] == ["Erik Dahl"]
    assert (first.rank, second.rank, third.rank) == (1, 2, 0)
    assert (first.fate, second.fate, third.fate) == (Fate.PUT, Fate.LAPSED, Fate.RULED_OUT)


CHAIN = """### Beslut

Fullmäktige bifaller. {bifall}

### Beslutsgång

```proposition
steg: avgöra i dag
förslag: att ärendet avgörs i dag
förslag: att ärendet återremitteras
bifall: att ärendet avgörs i dag
```

```omröstning
steg: motförslag
ja: Leila Haddads yrkande
nej: Per Nybergs yrkande
resultat: 10 ja, 3 nej, 28 avstår
```

```omröstning
steg: huvudförslag
ja: styrelsens förslag {bifall}
nej: Leila Haddads yrkande {ändrat}
resultat: 22–19
```

```omröstning
steg: tillägg
ja: tillägget {bifall}
nej: avslag på tillägget {avslag}
resultat: 11–30
```
"""


def test_05_a_chain_of_propositions_with_several_votes_in_one_paragraph() -> None:
    steps = right(held(extra(CHAIN))).only.steps
    assert [step.step for step in steps if isinstance(step, Vote | Proposition)] == list(StepKind)
    assert [isinstance(step, Vote) for step in steps] == [False, True, True, True]
    assert decided_outcome(steps) is APPROVED
    (counter, *_) = (step for step in steps if isinstance(step, Vote))
    assert result_of(counter).tally.abstaining == 28


@pytest.mark.parametrize(
    ("yes", "no", "outcome"), [("avslag", "besvarat", REJECTED), ("besvarat", "avslag", Outcome.ANSWERED)]
)
def test_06_yes_means_to_reject_in_one_vote_and_to_deem_answered_in_the_next(
    yes: str, no: str, outcome: Outcome
) -> None:
    body = f"### Beslut\n\nSå.\n\n```omröstning\nja: a {{{yes}}}\nnej: b {{{no}}}\nresultat: 5–3\n```"
    assert right(held(extra(body))).only.outcomes == (outcome,)


def test_07_a_losing_minority_of_a_third_of_those_present_refers_back() -> None:
    body = (
        "### Beslut\n\nÄrendet återremitteras.\n\n```omröstning\nsteg: avgöra i dag\nja: ärendet avgörs i dag\n"
        "nej: ärendet återremitteras {återremiss}\nkrav: en tredjedel\nnärvarande: 61\nresultat: 38–21\n```"
    )
    found = right(held(extra(body)))
    (vote,) = found.only.votes
    assert (result_of(vote).winner, result_of(vote).way) == (Stand.NO, Way.MINORITY)
    assert found.only.outcomes == (Outcome.REFERRED_BACK,)


def test_08_not_taking_part_disqualified_supporting_and_dissenting_are_four_things() -> None:
    body = (
        "### Beslut\n\nJa. {bifall}\n\n### Deltar inte i beslutet\n\nLeila Haddad (V) deltar inte eftersom underlaget "
        "kom sent.\n\n### Jäv\n\nPer Nyberg anmäler jäv.\n\n### Stöd för beslutet\n\nUlla Bergdahl (L), som inte "
        "tjänstgör, stödjer beslutet.\n\n### Avvikande mening\n\nErik Dahl har en avvikande mening.\n\n"
        "### Reservation\n\nAnders Holmgren (M) reserverar sig."
    )
    paragraph = right(held(extra(body))).only
    assert paragraph.not_taking_part == ("Leila Haddad",)
    assert paragraph.disqualified == ("Per Nyberg",)
    assert paragraph.supports == ("Ulla Bergdahl",)
    assert paragraph.dissents == ("Erik Dahl",)
    assert paragraph.reserved == ("Anders Holmgren",)
    assert "underlaget kom sent" in plain(paragraph.body.blocks)


def test_a_vote_of_sixty_one_and_thirty_one_paragraphs() -> None:
    voters = "\n".join(f"Ledamot {number} (S): {'ja' if number % 2 else 'nej'}" for number in range(61))
    vote = f"```omröstning\nja: a {{bifall}}\nnej: b {{avslag}}\n\n{voters}\n```"
    found = right(held(extra(*[f"### Beslut\n\nSå.\n\n{vote}"] * 31)))
    assert [each.number for each in found.paragraphs] == list(range(21, 52))
    assert result_of(found.paragraphs[-1].votes[0]).tally.yes == 30
