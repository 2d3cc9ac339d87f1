"""Minutes as nobody should type them: no exception, but a finding on its line, or what was meant."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kallelse.model.fold import plain

from tests.read.record.held import CASES, FRONT, PATH, held, held_of

SECRET = {**CASES, "03-hemligt.md": "---\ntitle: Hemligt\naccess: confidential\nrecord: anonymised\nhidden: ab\n---\n"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", [("front-matter-missing", 1)]),
        ("## 1. Budget\n", [("front-matter-missing", 1)]),
        ("---\nfirst: 1\n", [("front-matter-open", 1)]),
        ("---\nfirst: 1\nfrist: 2\n---\n", [("field-misspelt", 3)]),
        ("---\nfirst: 0\n---\n", [("field-number", 2)]),
        ("---\nfirst: ett\n---\n", [("field-number", 2)]),
        ("---\nmembers:\n  - {name: A, rolle: x}\n---\n", [("field-unknown", 3)]),
        ("---\nadjusted: i går\n---\n", [("field-date", 2)]),
        ("---\nadjusted: 5/12 2022\n---\n", [("field-date", 2)]),
        ("---\nadjusted: 2022-09-26 25.70\n---\n", [("field-moment", 2)]),
        ("---\nsets:\n  - paragraphs: alla\n---\n", [("set-unread", 3)]),
        ("---\nmembers:\n  - A (S), § x\n---\n", [("presence-unread", 3)]),
        ("---\nserving: A (S)\n---\n", [("serving-nobody", 2)]),
        ("---\nmembers: A (S) för B\n---\n", [("serving-elsewhere", 2)]),
        ("---\nstart: 2022-09-26 14:00\nend: 2022-09-26 13:00\n---\n", [("meeting-time-backwards", 3)]),
        (
            "---\nstart: 2022-09-26 14:00\nsittings: {start: 2022-09-26 13:00}\n---\n",
            [("meeting-two-times", 3)],
        ),
        (
            "---\nsittings:\n  - {start: 2022-09-26 13:00, end: 2022-09-26 15:00}\n  - start: 2022-09-26 14:00\n---\n",
            [("meeting-time-backwards", 4)],
        ),
        (
            "---\nsets:\n  - paragraphs: 21\n    start: 2022-09-26 18:00\n    end: 2022-09-26 17:00\n---\n",
            [("meeting-time-backwards", 5)],
        ),
        ("---\nsets:\n  - paragraphs: 21\n    end: 2022-09-26 13:00\n---\n", [("meeting-time-backwards", 4)]),
        ("---\nsets:\n  - paragraphs: 21\n    end: 2022-09-26 13:15\n---\n", []),
        ("---\nsets:\n  - members: A\n---\n", [("set-attendance", 3)]),
        ("---\n\tfirst: 1\n---\n", [("yaml-tab", 2)]),
    ],
)
def test_what_is_wrong_with_the_front_matter_is_told_on_its_line(text: str, told: list[tuple[str, int]]) -> None:
    found = [(one.code, one.place.line) for one in held_of(text).findings if one.place.path == PATH]
    assert found == told


def test_only_front_matter_is_a_record_without_paragraphs() -> None:
    assert held("").paragraphs == ()
    assert held("\n\n  \n").paragraphs == ()
    assert held_of("---\n---\n").minutes.opened == held("").minutes.opened


def test_text_without_a_heading_is_no_paragraph_but_stays() -> None:
    found = held("Sammanträdet var öppet.[^a]\n\n## 1\n\nText.[^b]\n\n[^a]: Not.\n[^b]: En till.\n")
    assert plain(found.minutes.preamble.blocks) == "Sammanträdet var öppet."
    assert [note.key for note in found.minutes.preamble.notes] == ["a"]
    assert len(found.paragraphs) == 1


def test_line_ends_of_windows_and_tabs_change_nothing() -> None:
    text = "## 1\n\n### Beslut\n\n1. Nämnden tackar. {bifall}\n\n```yrkande\nav: Leila Haddad\natt avslå\n```\n"
    plainly = held(text)
    assert held(text.replace("\n", "\r\n")).paragraphs == plainly.paragraphs
    tabs = held(text.replace("av: ", "\tav:\t"))
    assert not tabs.told
    assert tabs.only.motions[0].movers == plainly.only.motions[0].movers


def test_five_hundred_items_are_five_hundred_paragraphs() -> None:
    text = "".join(f"## Fråga {number} {{extra}}\n\n### Beslut\n\nJa. {{bifall}}\n\n" for number in range(500))
    found = held(text)
    assert not found.told
    assert [each.number for each in found.paragraphs] == list(range(21, 521))


def test_a_heading_of_three_thousand_letters_is_told_in_short() -> None:
    found = held("## " + "långt " * 500 + "\n")
    assert found.told == [("minutes-item-unknown", 1)]
    assert len(found.findings[0].words["text"]) < 200
    assert len(held("## " + "långt " * 500 + "{extra}\n").only.title) == 2999


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("##", [("minutes-item-unknown", 1)]),
        ("## {extra}", [("minutes-item-unknown", 1)]),
        ("## § 0 1. Budget", [("minutes-number", 1)]),
        ("## § 99999", [("minutes-item-unknown", 1), ("minutes-number", 1)]),
        ("## 999", [("minutes-item-unknown", 1)]),
        ("## 1. Budget {extra} {utgår}", []),
        ("## 1. Budget {budget}", [("mark-heading", 1)]),
        ("## 1. Budget {bordlagt}", [("mark-heading", 1)]),
    ],
)
def test_an_odd_heading_is_a_paragraph_and_told(heading: str, told: list[tuple[str, int]]) -> None:
    found = held(f"{heading}\n\nText.\n")
    assert len(found.paragraphs) == 1
    assert [each for each in found.told if each[0] != "heading-empty"] == told


def test_parts_of_other_levels_are_parts_or_text() -> None:
    found = held("## 1\n\n#### Beslut\n\nJa.\n\n### Beslut\n\nNej. {avslag}\n\n#### Mer\n\nText.\n")
    headings = [plain(section.heading) for section in found.only.sections]
    assert headings[0] == "Beslut"
    assert "Ärendets behandling" in headings
    assert "Mer Text." in plain(found.only.sections[0].blocks)


LINES = st.sampled_from(
    [
        "## 1",
        "## § 3 2. Plan {utgår}",
        "## 3. ab",
        "# Titel",
        "### Beslut",
        "### Förslag till beslut",
        "1. punkt {avslag} {uppdrag: x, senast y}",
        "{enligt förslaget}",
        "text {bifall}[^1]",
        "[^1]: not ab",
        "---",
        "```omröstning",
        "```",
        "~~~",
        "ja: a {bifall}",
        "nej: b",
        "resultat: 1–1",
        "> ## 2",
        "- ## 2",
        "    ab",
        "<!--",
        "-->",
        "| a | ab |",
        "|---|---|",
        "[ab]: https://example.org/ab",
        "",
        "",
    ]
)


@settings(max_examples=150)
@given(st.lists(LINES, max_size=25).map("\n".join))
def test_no_text_ends_the_reading_nor_shows_what_is_hidden(text: str) -> None:
    """Every finding has its words and a line, which `held` looks at."""
    for cases in (CASES, SECRET):
        found = held(text, cases)
        assert all(
            0 < one.place.line - found.above <= text.count("\n") + 1 for one in found.findings if one.place.path == PATH
        )
    for paragraph in found.paragraphs:
        if paragraph.item == "3":
            assert "ab" not in plain(paragraph.body.blocks).split()


KEYS = st.sampled_from([line.split(":")[0] for line in FRONT.splitlines() if not line.startswith(" ")])


@given(st.dictionaries(KEYS, st.sampled_from(["1", "[]", "{}", "''", "a, § 3", "[1, 2]", "null", "true", "{name: a}"])))
def test_no_front_matter_ends_the_reading(said: dict[str, str]) -> None:
    held("## 1\n", front="".join(f"{key}: {value}\n" for key, value in said.items()))
