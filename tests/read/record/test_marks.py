"""Marks at the end of a heading or a point: what they say, where they are read, and where they are not."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.locale.findings import remedy
from kallelse.locale.record import APPEALS, MARKS, OUTCOMES
from kallelse.model.decision import Assignment, Extension
from kallelse.model.fold import plain
from kallelse.model.law import Appeal
from kallelse.model.text import Block, Para
from kallelse.model.vote import Outcome
from kallelse.read.record.marks import NO_MARKS, Marks, stray_marks, take_marks, take_marks_of, typed_marks

from tests.read.reading import PATH
from tests.read.reading import read as read_body
from tests.read.record.held import held


def blocks(typed: str) -> tuple[Block, ...]:
    return read_body(typed)[0].blocks


def taken(typed: str, *, is_heading: bool = False) -> tuple[str, Marks, list[tuple[str, int]]]:
    """The words left of a paragraph, its marks, and what is told of them."""
    (block,) = blocks(typed)
    assert isinstance(block, Para)
    content, marks, findings = take_marks(block.content, PATH, is_heading=is_heading)
    findings = (*findings, *stray_marks(content, PATH))
    return plain((Para(content),)), marks, [(each.code, each.place.line) for each in findings]


@pytest.mark.parametrize("word", OUTCOMES)
def test_every_word_of_an_outcome(word: str) -> None:
    assert taken(f"Ärendet. {{{word}}}")[:2] == (
        "Ärendet.",
        Marks(OUTCOMES[word], is_withdrawn=OUTCOMES[word] is Outcome.WITHDRAWN),
    )
    assert taken(f"Ärendet. {{ {word.upper()} }}")[1].outcome is OUTCOMES[word]


@pytest.mark.parametrize("word", APPEALS)
def test_every_word_of_an_appeal(word: str) -> None:
    for name in ("överklagas", "appeal"):
        assert taken(f"Ärendet. {{{name}: {word}}}", is_heading=True)[1:] == (Marks(appeal=APPEALS[word]), [])


@pytest.mark.parametrize("name", ["uppdrag", "assignment", "Uppdrag"])
@pytest.mark.parametrize(
    ("said", "assignment"),
    [
        ("IT-chefen, senast 2022-11-28", Assignment("IT-chefen", dt.date(2022, 11, 28), 1)),
        ("IT-chefen, by 2022-11-28", Assignment("IT-chefen", dt.date(2022, 11, 28), 1)),
        ("IT-chefen, 2022-11-28", Assignment("IT-chefen", dt.date(2022, 11, 28), 1)),
        ("IT-chefen", Assignment("IT-chefen", None, 1)),
        ("IT-chefen senast 2022-11-28", Assignment("IT-chefen", dt.date(2022, 11, 28), 1)),
        ("IT-chefen; Senast 2022-11-28", Assignment("IT-chefen", dt.date(2022, 11, 28), 1)),
        ("IT-chefen 2022-11-28", Assignment("IT-chefen", dt.date(2022, 11, 28), 1)),
        ("Kultur- och byrådet", Assignment("Kultur- och byrådet", None, 1)),
    ],
)
def test_an_assignment_says_to_whom_and_by_when(name: str, said: str, assignment: Assignment) -> None:
    assert taken(f"Punkt. {{{name}: {said}}}") == ("Punkt.", Marks(assignment=assignment), [])


@pytest.mark.parametrize("name", ["förlängt", "extended", "Förlängt"])
@pytest.mark.parametrize("said", ["§ 41 2020-11-30, senast 2023-12-31", "41, 2020-11-30, by 2023-12-31"])
def test_an_extension_says_which_assignment_and_to_what_day(name: str, said: str) -> None:
    extension = Extension(41, dt.date(2020, 11, 30), dt.date(2023, 12, 31), 1)
    assert taken(f"Punkt. {{{name}: {said}}}") == ("Punkt.", Marks(extension=extension), [])


@pytest.mark.parametrize("said", ["§ 41", "§ 41 2020-11-30", "§ 41 2020-11-31, senast 2023-12-31", "senast 2023-12-31"])
def test_an_extension_of_nothing_is_told(said: str) -> None:
    assert taken(f"Punkt. {{förlängt: {said}}}") == ("Punkt.", Marks(), [("mark-extension", 1)])


@pytest.mark.parametrize("day", ["senast 2022-13-01", "senast 28 november", "i höst"])
def test_a_day_that_is_none_is_told(day: str) -> None:
    _, marks, told = taken(f"Punkt. {{uppdrag: IT-chefen, {day}}}")
    assert marks.assignment == Assignment("IT-chefen", None, 1)
    assert told == [("mark-day", 1)]


@pytest.mark.parametrize("apart", [",", ""])
def test_a_day_in_words_is_told_with_a_comma_before_it_and_without(apart: str) -> None:
    assert taken(f"Punkt. {{uppdrag: IT-chefen{apart} senast den 28 november}}")[1:] == (
        Marks(assignment=Assignment("IT-chefen", None, 1)),
        [("mark-day", 1)],
    )


@pytest.mark.parametrize("said", [", senast 2022-11-28", "senast 2022-11-28", "2022-11-28"])
def test_an_assignment_to_nobody_is_told(said: str) -> None:
    assert taken(f"Punkt. {{uppdrag: {said}}}")[2] == [("mark-nobody", 1)]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Punkt.{avslag}", "Punkt."),
        ("**Punkt.** {avslag}", "Punkt."),
        ("*Punkt*{avslag}", "Punkt"),
        ("Se [planen](b.md) {avslag}", "Se planen"),
        ("Punkt `kod` {avslag}", "Punkt kod"),
        ("Första raden\nandra raden {avslag}", "Första raden andra raden"),
        ("Första raden\n{avslag}", "Första raden"),
        ("{avslag}", ""),
    ],
)
def test_a_mark_is_taken_after_whatever_stands_before_it(typed: str, words: str) -> None:
    assert taken(typed) == (words, Marks(Outcome.REJECTED), [])


@pytest.mark.parametrize(
    "typed",
    [
        "Punkt. {avslag} {uppdrag: A} {yrkande: B}",
        "Punkt. {yrkande: B}{uppdrag: A}{avslag}",
        "**Punkt.** {uppdrag: A}\n{avslag}\n{yrkande: B}",
    ],
)
def test_several_marks_are_taken_in_whatever_order(typed: str) -> None:
    words, marks, told = taken(typed)
    assert (words, told) == ("Punkt.", [])
    assert (marks.outcome, marks.motion) == (Outcome.REJECTED, "B")
    assert marks.assignment is not None


def test_marks_of_a_heading_say_what_became_of_the_item() -> None:
    assert taken("Budget {extra}", is_heading=True)[1] == Marks(is_added=True)
    assert taken("Budget {dnr: GSN 2022/35} {utgår}", is_heading=True)[1] == Marks(
        Outcome.WITHDRAWN, dnr="GSN 2022/35", is_withdrawn=True
    )
    assert taken("Enligt förslag. {yrkande: A}")[1] == Marks(motion="A")


@pytest.mark.parametrize("typed", ["extra", "tillagt", "dnr: GSN 2022/35", "överklagas: nej"])
def test_what_is_about_the_whole_item_is_read_in_its_heading_alone(typed: str) -> None:
    assert taken(f"Budget {{{typed}}}", is_heading=True)[2] == []
    assert taken(f"Punkt. {{avslag}} {{{typed}}}") == ("Punkt.", Marks(Outcome.REJECTED), [("mark-item", 1)])
    assert ("mark-item", 7) in held(f"## 1\n\n### Beslut\n\n1. Punkt.\n\n{{{typed}}}\n").told


@pytest.mark.parametrize("typed", ["uppdrag: A", "yrkande: A", "förlängt: § 41 2020-11-30, senast 2023-12-31"])
def test_what_a_decision_alone_says_is_read_in_no_heading(typed: str) -> None:
    assert taken(f"Punkt. {{{typed}}}")[2] == []
    assert taken(f"Budget {{{typed}}}", is_heading=True)[1:] == (NO_MARKS, [("mark-heading", 1)])


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("Nämnden {avslag} ärendet.", 1),
        ("**Punkt {avslag}**", 1),
        ("*{bifall}*", 1),
        ("En rad.\nPunkt {avslag} här.\nEn rad.", 2),
        ("Punkt {uppdrag: A} och så vidare.", 1),
        ("[{avslag}](b.md)", 1),
    ],
)
def test_a_mark_where_it_is_not_read_is_told(typed: str, line: int) -> None:
    _, marks, told = taken(typed)
    assert marks == NO_MARKS
    assert told == [("mark-place", line)]


def test_braces_that_are_no_mark_are_told_wherever_they_stand_but_in_code() -> None:
    assert taken("Formeln {x} räknas ut.") == ("Formeln {x} räknas ut.", NO_MARKS, [("mark-unknown", 1)])
    assert taken("Formeln `{avslag}`") == ("Formeln {avslag}", NO_MARKS, [])
    assert taken("Formeln `{avslag` och `}`.")[2] == []
    assert taken("Punkt. {extra: två}")[2] == [("mark-unknown", 1)]
    assert taken("Punkt. {överklagas: kanske}", is_heading=True)[2] == [("mark-appeal", 1)]


@pytest.mark.parametrize(
    "typed",
    [
        "sägas upp. {uppdrag: IT-chefen, senast 2023-02-15",
        "informationen. {noterat",
        "informationen. noterat}",
        "informationen. {{noterat}",
        "{noterat",
        "Nämnden {bordlägger ärendet.",
        "**Nämnden {noterat**",
        "informationen. {**noterat**",
    ],
)
def test_a_brace_without_the_other_is_told(typed: str) -> None:
    told = taken(f"En rad.\n{typed}")[2]
    assert ("mark-open", 2) in told


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("{avslg}", "avslag"),
        ("{bordlägt}", "bordlagt"),
        ("{”bordlagt”}", "bordlagt"),
        ("{'bordlagt'}", "bordlagt"),
        ("{uppdrag}", "uppdrag: …"),
    ],
)
def test_the_mark_that_is_meant_is_told(typed: str, near: str) -> None:
    for text in (f"Punkt. {typed}", f"Punkt {typed} här."):
        (block,) = blocks(text)
        assert isinstance(block, Para)
        content, _, findings = take_marks(block.content, PATH)
        (finding,) = (*findings, *stray_marks(content, PATH))
        assert (finding.code, finding.words["near"]) == ("mark-misspelt", near)
        assert remedy(finding, "sv") == f"Menar du {{{near}}}?"


def test_what_is_unknown_is_told_with_the_words_of_the_language_that_fit_there() -> None:
    for is_heading, known in ((False, "{bifall}"), (True, "{extra}")):
        (block,) = blocks("Punkt. {kvack}")
        assert isinstance(block, Para)
        (finding,) = take_marks(block.content, PATH, is_heading=is_heading)[2]
        assert known in remedy(finding, "sv")
        assert "approved" not in remedy(finding, "sv")


def test_marks_that_say_different_things_of_one_point_are_told() -> None:
    assert taken("Punkt. {bordlagt} {avslag}")[2] == [("mark-two", 1)]
    assert taken("Punkt. {bifall} {enligt förslaget}")[2] == []
    assert taken("Punkt. {bifall} {valt}")[1].is_elected


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("uppdrag: A, senast 2022-11-28", "uppdrag: A, senast 2022-12-01"),
        ("uppdrag: A", "assignment: B"),
        ("förlängt: § 41 2020-11-30, senast 2023-12-31", "förlängt: § 42 2020-11-30, senast 2023-12-31"),
        ("yrkande: A", "yrkande: B"),
        ("överklagas: nej", "överklagas: laglighetsprövning"),
        ("dnr: GSN 2022/35", "dnr: GSN 2022/36"),
    ],
)
def test_of_two_marks_of_a_kind_none_is_lost_untold(first: str, second: str) -> None:
    is_heading = first.startswith(("dnr", "överklagas"))
    assert taken(f"Punkt. {{{first}}} {{{second}}}", is_heading=is_heading)[2] == [("mark-two", 1)]
    assert taken(f"Punkt. {{{first}}} {{{first}}}", is_heading=is_heading)[2] == []


def test_of_several_blocks_the_last_paragraph_has_the_marks() -> None:
    kept, marks, _ = take_marks_of(blocks("Första.\n\nAndra. {avslag}\n\n```\nkod\n```\n"), PATH)
    assert marks.outcome is Outcome.REJECTED
    assert plain(kept[:2]) == "Första. Andra."
    kept, marks, _ = take_marks_of(blocks("Första. {avslag}\n\n- punkt\n"), PATH)
    assert marks == NO_MARKS


def test_every_mark_has_a_word_in_both_languages_and_what_is_typed_of_a_heading_says_the_same() -> None:
    for kind in set(MARKS.values()) - {"dnr"}:
        assert sum(each == kind for each in MARKS.values()) > 1, kind
    marks = Marks(Outcome.WITHDRAWN, appeal=Appeal.ADMINISTRATIVE, is_added=True, is_withdrawn=True)
    assert taken(f"Punkt {typed_marks(marks)}", is_heading=True)[1] == marks
    assert typed_marks(Marks(Outcome.REJECTED, Assignment("A"), dnr="GSN 1", motion="A")) == ""


@given(st.text(alphabet="ab {}:,*`[]()\n", max_size=40))
def test_no_braces_end_the_reading(typed: str) -> None:
    for block in blocks("x " + typed):
        take_marks_of((block,), PATH)
        list(stray_marks((block,), PATH))


@pytest.mark.parametrize(
    ("heading", "near"),
    [("### Beslutt", "Beslut"), ("### Nämndens beslutt", "Nämndens beslut"), ("### Annat", "Beslut")],
)
def test_a_mark_at_the_end_of_what_is_no_decision_is_told_with_the_heading_to_write(heading: str, near: str) -> None:
    found = held(f"## 2\n\n{heading}\n\nNämnden noterar. {{noterat}}\n")
    (finding,) = [each for each in found.findings if each.code.startswith("mark-")]
    assert (finding.code, finding.place.line - found.above, finding.words["near"]) == ("mark-section", 5, near)
    assert held("## 2\n\n{noterat}\n").told == [("mark-section", 3)]


def test_a_brace_in_the_heading_of_an_item_is_told() -> None:
    assert ("mark-open", 1) in held("## 2. Plan {utgår\n").told
    assert ("mark-place", 1) in held("## 2. Plan {utgår} nu\n").told


def test_braces_of_a_proposal_are_not_those_of_the_minutes() -> None:
    cases = {"01-a.md": "---\ntitle: A\n---\n## Förslag till beslut\n\nFormeln {x} används.\n"}
    assert held("## 1\n\n### Beslut\n\n{enligt förslaget}\n", cases).told == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mötet öppnas. {avslås}\n\n## 2\n", ("mark-unknown", 1)),
        ("Mötet öppnas. {noterat}\n\n## 2\n", ("mark-place", 1)),
        ("- Mötet {öppnas\n\n## 2\n", ("mark-open", 1)),
        ("# Protokoll {x}\n\n## 2\n", ("mark-unknown", 1)),
        ("## 2\n\nText.[^1]\n\n[^1]: Not {avslås}\n", ("mark-unknown", 5)),
        ("## 2\n\n```yrkande\nav: Per Nyberg\natt det {avslås}\n```\n", ("mark-unknown", 5)),
        ("## 2\n\n```yrkande\nav: Per Nyberg\natt det avslås {avslag}\n```\n", ("mark-place", 5)),
        ("## 2\n\n```yrkande\nav: Per Nyberg\natt det avslås {avslag\n```\n", ("mark-open", 5)),
        ("## 2\n\n```yrkande\nav: Per Nyberg {bifall}\natt det avslås\n```\n", ("mark-place", 4)),
        ("## 2\n\n```yrkande\nav: Per Nyberg\nstöds av: Leila Haddad {x}\natt\n```\n", ("mark-unknown", 5)),
        ("## 2\n\n```proposition\nförslag: a {avslås}\nförslag: b\nbifall: a\n```\n", ("mark-unknown", 4)),
        ("## 2\n\n```proposition\nförslag: a\nförslag: b {avslag}\nbifall: a {bifall}\n```\n", ("mark-place", 5)),
        ("## 2\n\n```proposition\nförslag: a {bifall}\nbifall: a {bifall}\n```\n", ("mark-place", 4)),
        ("## 2\n\n```val\nPer Nyberg {valt}: 3\n```\n", ("mark-place", 4)),
        ("## 2\n\n```val\nPer Nyberg: 3\nlott: Per Nyberg {valt}\n```\n", ("mark-place", 5)),
        ("## 2\n\n```omröstning\nja: a\nnej: b\nPer Nyberg {x}: ja\n```\n", ("mark-unknown", 6)),
    ],
)
def test_braces_are_told_before_the_first_item_in_notes_and_in_blocks(text: str, told: tuple[str, int]) -> None:
    assert held(text).told == [told]


def test_braces_in_code_before_the_first_item_are_none() -> None:
    assert held("Skriv `{kod}`.\n\n## 2\n").told == []
