"""What real minutes hold, case by case, typed as a secretary would: the model holds each of them.

The numbers are those of a list of what was seen in the minutes of many committees; all content here is made up.
"""

from __future__ import annotations

import datetime as dt

import pytest
from kallelse.model.dnr import Dnr
from kallelse.model.fold import plain
from kallelse.model.meeting import Access, RowKind
from kallelse.model.person import Person
from kallelse.model.presence import Share
from kallelse.model.record import HeldSitting, Paragraph, Publication, RecordForm, Signature, Stubs
from kallelse.model.section import SectionKind
from kallelse.model.settings import Settings
from kallelse.model.text import Table
from kallelse.model.vote import Fate, Outcome, Proposition, Stand, StepKind, Vote, Way, decided_outcome, result_of

from tests.read.record.held import FRONT, Held, held

APPROVED, AMENDED, REJECTED = Outcome.APPROVED, Outcome.AMENDED, Outcome.REJECTED
DAY = dt.date(2022, 9, 26)


def at(hour: int, minute: int = 0, day: int = 26) -> dt.datetime:
    return dt.datetime(2022, 9, day, hour, minute)


def right(found: Held) -> Held:
    """The same, in which nothing is wrong."""
    assert found.told == []
    return found


def extra(*bodies: str) -> str:
    """An item for each body, on no agenda."""
    return "".join(f"## Fråga {number} {{extra}}\n\n{body}\n\n" for number, body in enumerate(bodies, 1))


def names(found: Held, paragraph: Paragraph) -> set[str]:
    """Those who served in a paragraph."""
    return {attendee.person.name for attendee, _ in found.minutes.deciding(paragraph)}


def front(**more: str) -> str:
    """The front matter with other lines for some of its keys."""
    kept = FRONT
    for key in more:
        start = kept.find(f"{key}:")
        if start >= 0:
            end = next(
                (
                    place
                    for place in range(start + 1, len(kept))
                    if kept[place - 1] == "\n" and kept[place] not in " \n"
                ),
                len(kept),
            )
            kept = kept[:start] + kept[end:]
    return kept + "".join(f"{key}:{value}\n" for key, value in more.items())


# Access and outcomes


def test_01_a_proposal_secret_in_the_summons_is_a_public_paragraph() -> None:
    cases = {
        "01.md": "---\ntitle: Upphandling\naccess: confidential\nrecord: full\n---\n## Sammanfattning\n\nHemligt.\n"
    }
    found = right(held("## 1. Upphandling\n\n### Beslut\n\nNämnden antar anbudet. {bifall}\n", cases))
    assert found.meeting.cases[0].access is Access.CONFIDENTIAL
    assert found.only.publication is Publication.FULL
    assert plain(found.only.points[0].blocks) == "Nämnden antar anbudet."
    assert "Hemligt" not in repr(found.only)


@pytest.mark.parametrize(
    ("said", "title", "words"),
    [
        ("record: full", "Placering av barn", "Om Siv."),
        ("record: anonymised\nhidden: Siv", "Placering av barn", "Om ‹uppgift›."),
        ("record: heading\npublic_title: Placering", "Placering", ""),
        ("record: number", "Sekretess", ""),
    ],
)
def test_02_a_paragraph_is_withheld_in_degrees_with_the_phrase_of_the_municipality(
    said: str, title: str, words: str
) -> None:
    cases = {"01.md": f"---\ntitle: Placering av barn\naccess: confidential\ndnr: GSN 2022/7\n{said}\n---\n"}
    found = right(held("## 1\n\n### Beslut\n\nOm Siv. {bifall}\n", cases, settings=Settings(withheld="Sekretess")))
    assert found.only.title == title
    assert " ".join(plain(point.blocks) for point in found.only.points) == words
    assert (found.only.dnr is not None) == (said == "record: full")


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


# Propositions and votes

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


# Presence


@pytest.mark.parametrize(
    ("typed", "shares"),
    [
        ("§ 21 – del av § 23", "WWPN"),
        ("del av § 22 kl. 11.45", "NPNN"),
        ("från § 22 kl. 18.00", "NPWW"),
        ("ärende 1", "WNNN"),
        ("kl. 13.15–14.00", "PPPP"),
        ("ej § 23 p.g.a. jäv", "WWNW"),
    ],
)
def test_09_presence_by_paragraph_by_a_part_by_the_clock_and_by_item(typed: str, shares: str) -> None:
    found = right(held("## 1\n\n" + extra("a", "b", "c"), front=front(members=f" ['Leila Haddad (V), {typed}']")))
    (leila,) = found.minutes.attendance.members
    told = {Share.WHOLE: "W", Share.PART: "P", Share.NONE: "N"}
    assert "".join(told[found.minutes.share(leila, each)] for each in found.paragraphs) == shares
    assert leila.presence.typed == typed


def test_10_two_take_turns_for_one_seat_within_one_long_paragraph() -> None:
    found = right(
        held(
            extra("a", "b"),
            front=front(
                serving="\n  - Erik Dahl för Mats Öberg, del av § 22\n  - Eva Ny för Mats Öberg, del av § 22 kl. 17.00"
            ),
        )
    )
    shares = {each.person.name: share for each, share in found.minutes.deciding(found.paragraphs[1]) if each.seat}
    assert shares == {"Erik Dahl": Share.PART, "Eva Ny": Share.PART}


def test_11_a_deputy_on_a_vacant_seat_of_another_party_and_two_after_each_other_for_one_seat() -> None:
    serving = (
        "\n  - Ulla Bergdahl (L) för vakant plats\n  - Erik Dahl (S) för Mats Öberg (V), ej § 22 p.g.a. jäv"
        "\n  - Eva Ny (C) för Mats Öberg (V), § 22"
    )
    found = right(held(extra("a", "b"), front=front(serving=serving)))
    assert [(each.person.party, each.seat) for each in found.minutes.attendance.serving] == [
        ("L", ""),
        ("S", "Mats Öberg"),
        ("C", "Mats Öberg"),
    ]
    first, second = ({"Erik Dahl", "Eva Ny"} & names(found, each) for each in found.paragraphs)
    assert (first, second) == ({"Erik Dahl"}, {"Eva Ny"})


# Sets

SETS = """
  - adjusted: 2022-10-03
    stubs: contents
  - paragraphs: 22
    immediate: true
    reason: Avtalet löper ut.
    adjusted: 2022-09-26 17:50
  - paragraphs: 23–24
    start: 2022-09-26 18:00
    end: 2022-09-26 18:20
    place: Biblioteket
    chair: Anders Holmgren (M), vice ordförande
    secretary: Nils Ny, sekreterare
    members: [Anders Holmgren (M), Leila Haddad (V)]
    adjusters: Leila Haddad (V)
    adjusted: 2022-09-28
    stubs: text
"""


def test_12_sets_each_with_reason_chair_secretary_adjusters_times_and_attendance_of_its_own() -> None:
    found = right(held(extra("a", "b", "c", "d"), front=front(sets=SETS)))
    minutes = found.minutes
    rest, at_once, later = minutes.sets
    assert [each.numbers for each in minutes.sets] == [(21,), (22,), (23, 24)]
    assert (at_once.is_immediate, at_once.reason, at_once.sitting) == (True, "Avtalet löper ut.", None)
    assert later.sitting == HeldSitting(at(18), at(18, 20), "Biblioteket")
    assert [each.adjustment.adjusters[0].name for each in minutes.sets] == [
        "Anders Holmgren",
        "Anders Holmgren",
        "Leila Haddad",
    ]
    chairs = [minutes.chair_of(each) for each in found.paragraphs]
    assert [each and each.name for each in chairs] == [
        "Karin Ahlström",
        "Karin Ahlström",
        "Anders Holmgren",
        "Anders Holmgren",
    ]
    members = [names(found, each) - {"Erik Dahl"} for each in found.paragraphs]
    everyone = {"Karin Ahlström", "Anders Holmgren", "Leila Haddad", "Per Nyberg"}
    assert members == [everyone, everyone, {"Anders Holmgren", "Leila Haddad"}, {"Anders Holmgren", "Leila Haddad"}]
    assert [each.person.name for each in minutes.attendance.members].count("Anders Holmgren") == 1
    away = next(each.presence for each in minutes.attendance.members if each.person.name == "Per Nyberg")
    assert away.typed == "ej §§ 23–24"
    assert len(minutes.secretaries) == 2
    assert rest.adjustment.date == dt.date(2022, 10, 3)


def test_12_who_is_said_to_be_there_for_some_paragraphs_stays_so_beside_a_set_with_people_of_its_own() -> None:
    said = front(sets=SETS, members="\n  - Karin Ahlström (S)\n  - Per Nyberg (C), §§ 21–22\n  - Eva Ny (C), ej § 21")
    members = held(extra("a", "b", "c", "d"), front=said).minutes.attendance.members
    assert [(each.person.name, each.presence.typed) for each in members] == [
        ("Karin Ahlström", "ej §§ 23–24"),
        ("Per Nyberg", "§§ 21–22"),
        ("Eva Ny", "ej § 21, ej §§ 23–24"),
        ("Anders Holmgren", "§§ 23–24"),
        ("Leila Haddad", "§§ 23–24"),
    ]


def test_13_a_set_may_print_stubs_of_the_paragraphs_of_others_which_belong_to_one_set_each() -> None:
    minutes = held(extra("a", "b", "c", "d"), front=front(sets=SETS)).minutes
    assert [each.stubs for each in minutes.sets] == [Stubs.CONTENTS, Stubs.NONE, Stubs.TEXT]
    for paragraph in minutes.paragraphs:
        assert sum(paragraph.number in each.numbers for each in minutes.sets) == 1


def test_14_a_paragraph_is_adjusted_while_the_meeting_goes_on() -> None:
    minutes = held(extra("a", "b", "c", "d"), front=front(sets=SETS, end=" 2022-09-26 18:20")).minutes
    at_once = minutes.sets[1].adjustment
    assert (at_once.date, at_once.time) == (DAY, dt.time(17, 50))
    assert minutes.closed == at(18, 20)


def test_15_digital_signing_has_a_time_and_a_reference_for_each_and_the_last_is_the_date() -> None:
    signatures = (
        "\n  - {name: Karin Ahlström, at: 2022-10-03 08:15, reference: 0a1b}"
        "\n  - {name: Anders Holmgren, at: 2022-10-04 19:02, reference: 2c3d}"
    )
    said = front(signatures=signatures).replace("adjusted: 2022-10-03\n", "")
    (one,) = right(held(extra("a"), front=said)).minutes.sets
    assert one.adjustment.signatures[0] == Signature("Karin Ahlström", dt.datetime(2022, 10, 3, 8, 15), "0a1b")
    assert (one.adjustment.date, one.adjustment.time) == (dt.date(2022, 10, 4), dt.time(19, 2))


def test_16_two_sittings_in_a_day_and_a_meeting_of_two_days_each_with_a_place() -> None:
    sittings = (
        "\n  - {start: 2022-09-26 09:00, end: 2022-09-26 11:30, place: Rådhuset}"
        "\n  - {start: 2022-09-26 13:00, end: 2022-09-26 16:00, place: Skolan}\n  - start: 2022-09-27 09:00"
    )
    said = front(sittings=sittings).replace("start: 2022-09-26 13:15\nend: 2022-09-26 14:40\n", "")
    minutes = right(held(extra("a"), front=said)).minutes
    assert minutes.sittings == (
        HeldSitting(at(9), at(11, 30), "Rådhuset"),
        HeldSitting(at(13), at(16), "Skolan"),
        HeldSitting(at(9, day=27)),
    )
    assert (minutes.opened, minutes.closed) == (at(9), None)


@pytest.mark.parametrize(
    ("typed", "form", "place"),
    [
        ("circulation", RecordForm.CIRCULATION, ""),
        ("digital", RecordForm.DIGITAL, "Rådhuset"),
        ("hybrid", RecordForm.HYBRID, "Rådhuset"),
    ],
)
def test_17_per_capsulam_without_a_place_all_digital_and_hybrid(typed: str, form: RecordForm, place: str) -> None:
    found = right(held(extra("### Beslut\n\nJa. {bifall}"), front=front(form=f" {typed}")))
    assert (found.minutes.form, found.minutes.place) == (form, place)
    assert found.only.number == 21


def test_18_notes_beside_minutes_have_items_without_numbers_adjustment_or_notice() -> None:
    found = right(held("## Frågor om inköp\n\nRevisorerna frågar.\n", front="notes: true\nothers: Eva Ny, revisor\n"))
    assert found.minutes.is_notes
    assert (found.only.number, found.minutes.sets) == (0, ())
    assert "Revisorerna frågar." in plain(found.only.body.blocks)


# Decisions, proposals and matters


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


def test_20_each_body_has_a_number_of_its_own_and_names_the_paragraph_before() -> None:
    cases = {
        "01.md": "---\ntitle: Ramar\ndnr: KS-2024-00265\nother_dnr: [AU 2024/9]\n"
        "follows: [{body: Arbetsutskottet, date: 2022-09-12, paragraph: 5}]\n---\n"
    }
    found = right(held("## 1\n\n### Beslut\n\nJa. {bifall}\n", cases))
    assert found.only.dnr == Dnr("KS-2024-00265")
    grounds = next(each for each in found.only.sections if each.kind is SectionKind.GROUNDS)
    assert plain(grounds.blocks) == "Arbetsutskottet § 5, 12 september 2022"
    assert found.meeting.cases[0].other_dnr == (Dnr("AU 2024/9"),)


def test_21_sub_numbers_of_one_number_and_two_secret_matters_of_one_number() -> None:
    stub = "---\ntitle: {}\naccess: confidential\nlinkable: false\ndnr: VN-2024-00099\n---\n"
    cases = {
        "01.md": "---\ntitle: Ansökan A\ndnr: VN-2024-00037:1\n---\n",
        "02.md": "---\ntitle: Ansökan B\ndnr: VN-2024-00037:2\n---\n",
        "03.md": stub.format("C"),
        "04.md": stub.format("D"),
    }
    found = right(held("## 1\n\n## 2\n\n## 3\n\n## 4\n", cases))
    assert [each.dnr and each.dnr.value for each in found.paragraphs] == [
        "VN-2024-00037:1",
        "VN-2024-00037:2",
        None,
        None,
    ]
    assert len({each.case for each in found.paragraphs}) == 4


def test_22_an_unnumbered_row_becomes_a_paragraph_and_a_numbered_one_does_not() -> None:
    agenda = (
        "agenda:\n  - group: Inledning\n  - formality: Upprop\n  - case: 01-budget\n  - break: Fika\n"
        "  - formality: Övrigt\n    numbered: true\n  - case: 02-plan\n    numbered: false\n"
    )
    found = right(held("## Upprop\n\n## 1. Budget\n\n## Plan\n", meeting=agenda))
    assert [(row.kind, row.number) for row in found.meeting.agenda] == [
        (RowKind.GROUP, ""),
        (RowKind.FORMALITY, ""),
        (RowKind.CASE, "1"),
        (RowKind.BREAK, ""),
        (RowKind.FORMALITY, "2"),
        (RowKind.CASE, ""),
    ]
    assert [(each.number, each.title) for each in found.paragraphs] == [(21, "Upprop"), (22, "Budget"), (23, "Plan")]


def test_23_a_withdrawn_item_keeps_its_paragraph_and_added_ones_stand_after_a_named_item_or_last() -> None:
    found = right(held("## 1. Budget {utgår}\n\n## Nytt {extra}\n\n## 2. Plan\n\n## Sist {tillagt}\n"))
    assert [(each.number, each.is_withdrawn, each.is_added) for each in found.paragraphs] == [
        (21, True, False),
        (22, False, True),
        (23, False, False),
        (24, False, True),
    ]
    assert found.paragraphs[0].sections == ()


def test_24_a_paragraph_may_have_no_decision() -> None:
    found = right(held("## 2. Plan\n\nIngen information lämnades.\n"))
    assert found.only.decisions == ()
    assert found.only.outcomes == ()


def test_25_a_number_used_twice_is_owned_to_in_words_that_are_printed() -> None:
    text = "## § 21 1. Budget\n\n## § 21 2. Plan\n\n## § 22 Nytt {extra}\n"
    fault = "Numret 21 användes två gånger."
    found = right(held(text, front=front(numbering=f" {fault}")))
    assert [each.number for each in found.paragraphs] == [21, 21, 22]
    assert found.minutes.numbering == fault
    assert len({found.minutes.paragraph_address(each) for each in found.paragraphs}) == 3


def test_26_who_is_proposed_to_adjust_with_a_reserve_and_who_did() -> None:
    proposed = "adjusters: Leila Haddad (V)\nreserve: Per Nyberg (C)\n"
    text = "## Val av justerare {extra}\n\n### Beslut\n\nNämnden utser Anders Holmgren. {valt}\n"
    found = right(held(text, meeting=proposed, front=front(reserve=" Per Nyberg (C)")))
    assert found.meeting.adjusters == (Person("Leila Haddad", party="V"),)
    assert found.meeting.reserve == (Person("Per Nyberg", party="C"),)
    adjustment = found.minutes.sets[0].adjustment
    assert [each.name for each in adjustment.adjusters] == ["Anders Holmgren"]
    assert [each.name for each in adjustment.reserve] == ["Per Nyberg"]


def test_27_a_meeting_is_held_otherwise_than_it_was_summoned() -> None:
    said = front(start=" 2022-09-27 08:30", end=" 2022-09-27 09:00", place=" Skolan", secretary=" Nils Ny")
    found = right(held(extra("a"), front=said))
    assert (found.minutes.opened, found.minutes.place) == (at(8, 30, 27), "Skolan")
    assert [each.person.name for each in found.minutes.secretaries] == ["Nils Ny"]
    assert (found.meeting.date, found.meeting.place) == (DAY, "Rådhuset")
    assert right(held(extra("a"))).minutes.secretaries[0].person == Person("Sofia Berglund", "sekreterare")


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


def test_31_a_sign_without_a_number_is_told_and_guidance_stays_for_the_check_to_see() -> None:
    found = held("## §§ Budget\n\n### Beslut\n\n[Skriv beslutet här]\n")
    assert ("minutes-number", 1) in found.told
    assert "[Skriv beslutet här]" in plain(found.only.points[0].blocks)


# Sizes


def test_a_vote_of_sixty_one_and_thirty_one_paragraphs() -> None:
    voters = "\n".join(f"Ledamot {number} (S): {'ja' if number % 2 else 'nej'}" for number in range(61))
    vote = f"```omröstning\nja: a {{bifall}}\nnej: b {{avslag}}\n\n{voters}\n```"
    found = right(held(extra(*[f"### Beslut\n\nSå.\n\n{vote}"] * 31)))
    assert [each.number for each in found.paragraphs] == list(range(21, 52))
    assert result_of(found.paragraphs[-1].votes[0]).tally.yes == 30
