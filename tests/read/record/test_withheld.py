"""What is not to be published of an item never comes out of the reader, wherever and however it is typed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.model.fold import plain
from kallelse.model.law import Appeal
from kallelse.model.record import Publication
from kallelse.read.record.hidden import taken_out

from tests.read.record.held import FRONT, Held, held

NAME = "Anna Åkerblom"
PLACES = {
    "in the heading": f"## 2. {NAME}\n\nText.\n",
    "in a heading with closing signs": f"## 2. {NAME} ##\n\nText.\n",
    "in an underlined heading": f"2. {NAME}\n---\n\nText.\n",
    "in an underlined heading without a number": f"{NAME} om bistånd\n-------\n\nText.\n",
    "in the mark of a registry number": f"## 2 {{dnr: {NAME} 1}}\n\nText.\n",
    "in a mark that is unknown": f"## 2 {{{NAME}}}\n\nText.\n",
    "above the first part": f"## 2\n\nHon heter {NAME}.\n",
    "in the heading of a part": f"## 2\n\n### Om {NAME}\n\nText.\n",
    "in a decision": f"## 2\n\n### Beslut\n\n1. Nämnden beviljar {NAME} bistånd. {{bifall}}\n",
    "in an assignment": f"## 2\n\n### Beslut\n\nJa. {{bifall}} {{uppdrag: {NAME}, senast 2022-11-01}}\n",
    "in a motion": f"## 2\n\n### Yrkanden\n\n```yrkande\nav: Leila Haddad\natt {NAME} beviljas\n```\n",
    "in a proposition": f"## 2\n\n```proposition\nförslag: bistånd åt {NAME}\nbifall: bistånd åt {NAME}\n```\n",
    "in a vote": f"## 2\n\n```omröstning\nja: bistånd åt {NAME}\nnej: avslag\nresultat: 3–2\n```\n",
    "in an election": f"## 2\n\n```val\n{NAME}: 3\n```\n",
    "in a fence with a heading in it": f"## 2\n\n```\n## 1. Budget\n{NAME}\n```\n",
    "after a fence in a list": f"## 2\n\n- a\n\n    ```\n    ## 1. Budget\n    ```\n\n{NAME}\n",
    "after code with three signs": f"```x``` y\n\n## 2\n\n{NAME}\n",
    "after a longer fence": f"## 1\n\n````\n```\n````\n\n## 2\n\n{NAME}\n",
    "after a fence that is never closed": f"## 2\n\n```\n{NAME}\n\n## 1. Budget\n\n{NAME}\n",
    "in a comment": f"## 2\n\n<!--\n## 1. Budget\n-->\n\n{NAME}\n",
    "in raw HTML": f"## 2\n\n<p>{NAME}</p>\n\n<table><tr><td>{NAME}</td></tr></table>\n",
    "in a table": f"## 2\n\n| Namn | Belopp |\n|---|---|\n| {NAME} | 3 |\n",
    "in an alt text": f"## 2\n\n![{NAME}](bild.png)\n",
    "in a link": f'## 2\n\n[planen](plan.md "{NAME}")\n',
    "in a footnote of its own": f"## 2\n\nHon.[^a]\n\n[^a]: {NAME}\n",
    "in a footnote among others": (
        f"## 2\n\nHon.[^a]\n\n## 1\n\nText.[^b]\n\n[^b]: Öppet.\n[^a]: {NAME} med\n    mera {NAME}\n"
    ),
    "in a footnote of a footnote": f"[^a]: Se.[^c]\n\n[^c]: Hon {NAME}.\n\n## 2\n\nHon.[^a]\n",
    "in a footnote within another item": f"## 2\n\nHon.[^a]\n\n## 1\n\nText.\n\n[^a]: {NAME}\n\nMer text.\n",
    "in a quote": f"## 2\n\n> Hon\n>\n> {NAME}\n",
    "in a heading of another level": f"## 2\n\n# {NAME}\n\n#### {NAME}\n",
    "the second time the item is typed": f"## 2\n\nText.\n\n## 1\n\nText.\n\n## 2. {NAME}\n\n{NAME}\n",
    "in a heading that says the number of the paragraph": f"## § 22 2. {NAME}\n\n{NAME}\n",
    "with line ends of Windows": f"## 2\r\n\r\n{NAME}\r\n",
    "in letters apart": unicodedata.normalize("NFD", f"## 2\n\n{NAME}\n"),
    "beside an item before it that is open": f"## 1\n\n### Beslut\n\nJa. {{bifall}}\n\n## 2\n{NAME}\n",
    "under a heading with the number of another item": f"## 1. {NAME} om bistånd\n\nText {NAME}.\n",
    "under a heading of an item that is extra": f"## {NAME} om bistånd {{extra}}\n\nText {NAME}.\n",
    "under a heading that is misspelt": f"## {NAME}s ansökan\n\nText {NAME}.\n",
    "under a heading that is too deep": f"## 1\n\nText.\n\n### 2. {NAME} om bistånd\n\n{NAME}\n",
    "under a heading in a list": f"## 1\n\nText.\n\n- ## 2. Hemligt\n\n    {NAME}\n",
    "under a heading that is indented": f"## 1\n\nText.\n\n ## 2. {NAME} om bistånd\n\n{NAME}\n",
    "under a heading that is bold": f"## 1\n\nText.\n\n**{NAME} om bistånd**\n\n{NAME}\n",
    "under its public title, too deep": f"## 1\n\nText.\n\n### Bistånd\n\n{NAME}\n",
    "under its public title, bold and misspelt": f"## 1\n\nText.\n\n**Bistond**\n\n{NAME}\n",
    "under the phrase of the agenda, too deep": f"## 1\n\nText.\n\n### Ärendet omfattas av sekretess\n\n{NAME}\n",
    "under its own title once more, misspelt": (
        f"## 1\n\nText.\n\n## 2\n\nText.\n\n## {NAME} om bistond {{extra}}\n\n{NAME}\n"
    ),
    "under its own title once more, with more after it": (
        f"## 1\n\nText.\n\n## 2\n\nText.\n\n## {NAME} om bistånd (forts.) {{extra}}\n\n{NAME}\n"
    ),
    "under its own title within another item": f"## 2\n\nText.\n\n## 1\n\n**{NAME} om bistånd**\n\n{NAME}\n",
    "under its own title before any item": f"{NAME} om bistånd:\n\n{NAME}\n\n## 2\n\nText.\n",
    "under its own title with the number of another": f"## 2\n\nText.\n\n## 1. {NAME} om bistånd, del 2\n\n{NAME}\n",
}
NOTES = "notes: true\nstart: 2022-09-26 13:15\nend: 2022-09-26 14:40\n"
DEGREES = ("number", "heading", "anonymised")


def secret(text: str, record: str, more: str = "", front: str = FRONT, hidden: str = NAME) -> Held:
    """The meeting of an open case and a confidential one, recorded in that degree."""
    case = (
        f"---\ntitle: {NAME} om bistånd\naccess: confidential\ndnr: GSN 2022/99\nrecord: {record}\n"
        f"public_title: Bistånd\nhidden: {hidden}\n{more}---\n## Sammanfattning\n\nOm {NAME}.\n"
    )
    cases = {"01-budget.md": "---\ntitle: Budget\nkind: information\n---\n", "02-bistand.md": case}
    return held(text, cases, front)


def shown(found: Held) -> str:
    """All that the reader hands on, but for the lines of its keys."""
    return unicodedata.normalize("NFC", repr(found.meeting))


def assert_hidden(found: Held) -> None:
    assert "kerblom" not in shown(found)
    assert "2022/99" not in shown(found)


@pytest.mark.parametrize("record", DEGREES)
@pytest.mark.parametrize("place", PLACES)
def test_no_word_of_a_withheld_item_comes_out_wherever_it_stands(place: str, record: str) -> None:
    assert_hidden(secret(PLACES[place], record))


@pytest.mark.parametrize("record", DEGREES)
@pytest.mark.parametrize("title", ["Bistånd", "Bistond", f"{NAME} om bistond", "Ärendet omfattas av sekretes"])
def test_notes_whose_headings_are_free_tell_no_withheld_item_under_any_of_its_titles(title: str, record: str) -> None:
    assert_hidden(secret(f"## 1\n\nText.\n\n## {title}\n\nOm {NAME}.\n", record, front=NOTES))
    if NAME in title:
        assert_hidden(secret(f"## 1\n\nText.\n\n## 2\n\nText.\n\n## {title}\n\nOm {NAME}.\n", record, front=NOTES))


@pytest.mark.parametrize("place", PLACES)
def test_what_is_typed_would_come_out_of_an_item_that_is_open(place: str) -> None:
    """Each place is one that shows what stands in it, so that the test above can fail."""
    silent = ("in a comment", "in the mark", "in a mark", "in a link", "under", "after a fence that", "in a heading of")
    if not place.startswith(silent):
        assert "kerblom" in shown(secret(PLACES[place], "full", hidden="[]"))


@pytest.mark.parametrize(
    "typed",
    [
        NAME.upper(),
        "Anna Åkerbloms",
        "Anna\nÅkerblom",
        "Anna  Åkerblom",
        "Anna\u00a0Åkerblom",
        "An\u00adna Åker\u00adblom",
        "Anna\u200bÅkerblom",
        "An\u200ena \u200fÅker\u202ablom",
        "https://example.org/?hon=anna+åkerblom",
        "[hon](https://example.org/?q=Anna+%C3%85kerblom)",
        "https://example.org/anna.åkerblom",
        "**Anna** *Åkerblom*",
        "*Anna* Åkerblom",
        "_Anna Åkerblom_",
        "An**na** Åkerblom",
        "Anna-Åkerblom",
        "Anna Åker-\nblom",
        "Anna\\\nÅkerblom",
        "Anna&nbsp;Åkerblom",
        "Anna&shy; Åkerblom",
        "Anna<br>Åkerblom",
        "Anna [Åkerblom](https://example.org)",
        "[Anna](https://example.org) Åkerblom",
        "Anna `Åkerblom`",
        "Anna &Aring;kerblom",
        "Anna <b>Åkerblom</b>",
        "![Anna](a.png) Åkerblom",
        "https://example.org/anna-åkerblom",
        "[hon](https://example.org/Anna_%C3%85kerblom)",
        "> Anna\n> Åkerblom",
        "- Anna\n  Åkerblom",
        "| Anna | Åkerblom |\n|---|---|\n| a | b |",
        unicodedata.normalize("NFD", NAME),
    ],
)
def test_a_name_is_taken_out_however_it_is_typed_or_nothing_of_its_item_is_shown(typed: str) -> None:
    found = secret(f"## 2. Bistånd\n\n### Beslut\n\nOm {typed} och så vidare.\n\n{typed}\n", "anonymised")
    text = plain(found.only.body.blocks)
    letters = "".join(letter for letter in unicodedata.normalize("NFC", text) if letter.isalpha()).casefold()
    assert "annaåkerblom" not in letters
    assert_hidden(found)
    if found.only.publication is Publication.ANONYMISED:
        assert "‹uppgift› och så vidare" in text
    else:
        assert "hidden-left" in found.codes


def test_taking_words_out_leaves_the_others_and_the_lines() -> None:
    assert taken_out("Bo bor hos Bos bror Boris i Boden.", ["Bo"], "X") == "X bor hos X bror Boris i Boden."
    assert taken_out("Anderssons hus, Anderssonska huset", ["Andersson"], "X") == "X hus, X huset"
    assert taken_out("Anna\nAndersson\nb", ["Anna Andersson"], "X") == "X\n\nb"
    assert taken_out("Anna Andersson, Anna", ["Anna", "Anna Andersson"], "X") == "X, X"
    assert taken_out("19800101-1234, 198001011234, 19800101–1234", ["19800101-1234"], "X") == "X, X, X"
    assert taken_out("Storgatan 7. Storgatan. 7 bor där.", ["Storgatan 7"], "X") == "X. Storgatan. 7 bor där."
    assert taken_out("Text.", [], "X") == "Text."
    assert taken_out("Text.", ["-"], "X") == "Text."


@given(st.text(alphabet="anb \n*_->", max_size=60), st.text(alphabet="anb -", max_size=8))
def test_taking_words_out_never_changes_how_many_lines_there_are(text: str, hidden: str) -> None:
    assert taken_out(text, [hidden], "X").count("\n") == text.count("\n")


# What is shown in each degree


TEXT = (
    "## § 21 2. Ansökan {överklagas: förvaltningsbesvär} {utgår}\n\n"
    "### Beslut\n\nNämnden beviljar Anna Åkerblom det. {bifall}\n"
)


def test_a_number_is_a_number_and_nothing_more() -> None:
    paragraph = secret(TEXT, "number").only
    assert (paragraph.number, paragraph.item, paragraph.stated) == (21, "2", 21)
    assert paragraph.title == "Ärendet omfattas av sekretess"
    assert (paragraph.sections, paragraph.decisions) == ((), ())
    assert paragraph.dnr is None
    assert secret(TEXT, "number", "public_dnr: true\n").only.dnr is None
    assert (paragraph.appeal, paragraph.is_withdrawn) == (Appeal.ADMINISTRATIVE, True)


def test_a_heading_is_the_public_title() -> None:
    paragraph = secret(TEXT, "heading").only
    assert (paragraph.title, paragraph.sections, paragraph.dnr) == ("Bistånd", (), None)
    shown_dnr = secret(TEXT, "heading", "public_dnr: true\n").only.dnr
    assert shown_dnr is not None
    assert shown_dnr.value == "GSN 2022/99"


def test_an_anonymised_item_is_its_text_without_the_words() -> None:
    found = secret(TEXT, "anonymised")
    assert found.only.publication is Publication.ANONYMISED
    assert [plain(point.blocks) for point in found.only.points] == ["Nämnden beviljar ‹uppgift› det."]
    assert not found.told
    assert secret("## 2\n\nText.\n", "anonymised").only.title == "Bistånd"


def test_the_footnotes_of_an_anonymised_item_are_without_the_words_wherever_they_stand() -> None:
    text = f"## 2\n\nHon.[^a]\n\n## 1\n\nText.[^b]\n\n[^a]: Om {NAME}.\n\n    Och {NAME}s hus.\n[^b]: Öppet.\n"
    anonymised, public = secret(text, "anonymised").paragraphs
    assert anonymised.publication is Publication.ANONYMISED
    assert [plain(note.content) for note in anonymised.body.notes] == ["Om ‹uppgift›. Och ‹uppgift› hus."]
    assert [plain(note.content) for note in public.body.notes] == ["Öppet."]


def test_without_a_word_a_confidential_case_is_a_number() -> None:
    cases = {"01.md": f"---\ntitle: {NAME}\naccess: confidential\n---\n"}
    found = held(f"## 1. {NAME}\n\n{NAME}\n", cases)
    assert found.only.publication is Publication.NUMBER
    assert_hidden(found)


def test_hidden_words_of_an_open_case_are_taken_out_though_nothing_else_is_said() -> None:
    cases = {"01.md": f"---\ntitle: Bistånd\nhidden: [{NAME}, Åkerblom]\n---\n"}
    found = held(f"## 1\n\nOm {NAME}, familjen Åkerblom.\n", cases)
    assert_hidden(found)
    assert found.only.publication is Publication.ANONYMISED


@pytest.mark.parametrize("access", ["", "access: confidential\n"])
@pytest.mark.parametrize("record", [*DEGREES, "full"])
def test_hidden_words_are_taken_out_of_text_and_title_whatever_else_is_said(record: str, access: str) -> None:
    case = f"---\ntitle: Bistånd åt {NAME}\n{access}record: {record}\nhidden: {NAME}\n---\n"
    found = held(f"## 1\n\nOm {NAME}.\n", {"01.md": case})
    assert "kerblom" not in repr(found.only)
    assert not found.told


def test_taking_nothing_out_is_no_way_to_withhold() -> None:
    cases = {"01.md": "---\ntitle: Bistånd\nrecord: anonymised\n---\n"}
    found = held(f"## 1\n\nOm {NAME}.\n", cases)
    assert found.codes == ["hidden-missing"]
    assert_hidden(found)


@pytest.mark.parametrize("said", ['"record": number', "record : number", '"rec\\u006frd": number'])
def test_the_degree_is_read_however_its_key_is_typed(said: str) -> None:
    found = held(f"## 1\n\nOm {NAME}.\n", {"01.md": f"---\ntitle: Bistånd\n{said}\n---\n"})
    assert_hidden(found)


def test_a_case_that_cannot_be_read_is_not_shown() -> None:
    cases = {"01.md": "---\ntitle: Bistånd\n---\n", "02.md": f"---\ntitle: {NAME}\naccess: confidentiall\n---\n"}
    assert "field-choice-near" in [each.code for each in held(f"## 1\n\nText.\n\n## 2\n\n{NAME}\n", cases).findings]


# What tells that something is wrong


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("## Bistond {extra}\n\nText.\n", [("minutes-withheld-unclear", 1)]),
        ("## Något\n\nText.\n", [("minutes-item-unknown", 1), ("minutes-withheld-unclear", 1)]),
        (f"## 1. {NAME} om bistånd\n\nText.\n", [("minutes-item-other", 1), ("minutes-withheld-unclear", 1)]),
        (f"## 1\n\nText.\n\n## {NAME} om bistond {{extra}}\n", [("minutes-withheld-unclear", 5)]),
        (f"## 1\n\nText.\n\n### {NAME} om bistånd\n\nMer.\n", [("minutes-withheld-unclear", 5)]),
        ("## 1\n\nText.\n\n### 2. Hemligt\n\nMer.\n", [("minutes-withheld-unclear", 5)]),
        (f"## 2\n\nText.\n\n## 1\n\n### {NAME} om bistånd\n\nMer.\n", [("minutes-withheld-title", 7)]),
        (f"## 2\n\nText.\n\n## {NAME} om bistånd – mer {{extra}}\n", [("minutes-withheld-title", 5)]),
        ("## 2\n\n```\nText.\n", [("fence-open", 3)]),
    ],
)
def test_what_may_be_a_withheld_item_is_told_on_its_line(text: str, told: list[tuple[str, int]]) -> None:
    assert secret(text, "number").told == told


@pytest.mark.parametrize(
    "text",
    [
        "## 2\n\nText.[^1] [länk][a]\n\n## Nytt {extra}\n\nText.\n\n[^1]: Not.\n\n[a]: https://example.org\n",
        "## 1. Budget, med tillägg\n\n2. Text i en lista\n",
        f"## 1\n\n### Bistånd\n\n{NAME} om bistånd och annat.\n\n## 2\n\n### {NAME} om bistånd\n",
        "## 1\n",
    ],
)
def test_what_is_cut_makes_no_findings_of_its_own(text: str) -> None:
    found = secret(text, "number")
    assert [code for code in found.codes if code not in ("list-start", "list-number")] == []


def test_what_is_wrong_in_what_is_withheld_is_not_told_and_all_else_is_told_once() -> None:
    for wrong, code in (
        ("Text. {fel}", "mark-unknown"),
        ("Text.[^a]", "note-undefined"),
        (" ## Hej", "heading-indented"),
    ):
        assert secret(f"## 2\n\n{wrong}\n\n## 1\n\n{wrong}\n", "number").told == [(code, 7)]
    assert secret("## 2\n\nText.\n\n## 1\n\n```\nText.\n", "number").told == [("fence-open", 7)]


def test_a_note_that_both_call_stays_with_the_one_that_is_open() -> None:
    found = secret("## 2\n\nHemligt.[^1]\n\n## 1\n\nÖppet.[^1]\n\n[^1]: Gemensam.\n", "number")
    assert [plain(note.content) for note in found.paragraphs[1].body.notes] == ["Gemensam."]
    assert not found.told


def test_what_is_open_keeps_the_notes_of_its_notes_beside_what_is_withheld() -> None:
    text = (
        f"## 2\n\nHon.[^a]\n\n## 1\n\nText.[^b]\n\n[^a]: Om {NAME}.[^c]\n[^b]: Se.[^d]\n[^c]: Och {NAME}.\n[^d]: Mer.\n"
    )
    anonymised, public = secret(text, "anonymised").paragraphs
    assert [plain(note.content) for note in anonymised.body.notes] == ["Om ‹uppgift›.", "Och ‹uppgift›."]
    assert [plain(note.content) for note in public.body.notes] == ["Se.", "Mer."]


def test_notes_keep_what_is_about_nothing_on_the_agenda_though_a_withheld_case_has_no_heading() -> None:
    found = secret("## Samtal\n\nÖppet.\n", "number", front=NOTES)
    assert [plain(each.body.blocks) for each in found.paragraphs] == ["Ärendets behandling Öppet."]
    assert not found.told


def test_two_rows_of_one_title_are_each_as_their_own_case_says() -> None:
    cases = {
        "01.md": "---\ntitle: Ansökan\n---\n",
        "02.md": "---\ntitle: Ansökan\naccess: confidential\n---\n",
    }
    found = held("## 1. Ansökan\n\nÖppet.\n\n## 2. Ansökan\n\nHemligt.\n", cases)
    assert [each.publication for each in found.paragraphs] == [Publication.FULL, Publication.NUMBER]
    assert not found.told


def test_lines_stay_the_same_where_something_is_cut() -> None:
    found = secret("## 2\n\nHemligt\n\ni många\n\nrader.\n\n## 1\n\nText. {fel}\n\n### Beslut\n\nJa. {fel}\n", "number")
    assert found.paragraphs[1].line - found.above == 9
    assert ("mark-unknown", 15) in found.told


def test_what_comes_after_a_line_that_may_be_a_withheld_item_is_still_there() -> None:
    found = secret(f"### {NAME} om bistånd\n\nMer.\n\n## 1\n\nÖppet.\n", "number")
    assert [plain(each.body.blocks) for each in found.paragraphs] == ["Ärendets behandling Öppet."]
    assert found.only.line - found.above == 5
    assert found.codes.count("minutes-withheld-unclear") == 1
    assert_hidden(found)


# Front matter


@pytest.mark.parametrize(
    "front",
    [
        f"corrections: {{paragraph: 21, date: 2022-10-04, by: Sofia, text: 'Fel namn, {NAME}.'}}\n",
        f"sets: [{{paragraphs: 21, reason: '{NAME} väntar', adjusted: 2022-09-26}}]\n",
        f"numbering: '{NAME}'\n",
        f"others: ['{NAME}, sökande']\n",
        f"adjusted_at: 'Hos {NAME}'\n",
        f"kept: 'Hos {NAME}'\n",
        f"place: 'Hos {NAME}'\n",
        f"sittings: [{{start: 2022-09-26 13:15, end: 2022-09-26 14:40, place: 'Hos {NAME}'}}]\n",
        f"sets: [{{paragraphs: 21, start: 2022-09-26 14:00, place: 'Hos {NAME}', adjusted: 2022-09-26}}]\n",
        f"signatures: [{{name: '{NAME}', at: 2022-10-03 12:00, reference: 'ombud {NAME}'}}]\n",
        f"corrections: {{paragraph: 21, date: 2022-10-04, by: 'ombudet för {NAME}', text: Fel.}}\n",
        f"chair: {{name: Karin Ahlström, title: 'god man för {NAME}'}}\n",
        f"secretary: {{name: Siv Sund, place: 'Hos {NAME}'}}\n",
        f"adjusters: {{name: Per Nyberg, title: 'granne till {NAME}'}}\n",
        f"members: [{{name: Per Nyberg, title: 'granne till {NAME}', group: '{NAME}s'}}]\n",
        f"deputies: [{{name: Per Nyberg, place: 'Hos {NAME}'}}]\n",
        f"serving: [{{name: Per Nyberg, for: Leila Haddad, title: 'för {NAME}'}}]\n",
        f"others: ['{NAME}, § 20']\n",
        f"others: [{{name: Ombudet, title: 'ombud för {NAME}', group: '{NAME}s familj'}}]\n",
    ],
)
@pytest.mark.parametrize("record", DEGREES)
def test_hidden_words_are_taken_out_of_what_is_said_of_the_meeting(front: str, record: str) -> None:
    found = secret("## 2\n\nText.\n", record, front=f"first: 21\n{front}")
    assert_hidden(found)
    assert found.minutes.first == 21


def test_no_title_of_who_votes_tells_what_is_hidden() -> None:
    front = f"members: [{{name: Per Nyberg, title: 'granne till {NAME}'}}]\n"
    vote = "```omröstning\nja: a\nnej: b\nPer Nyberg: ja\n```\n"
    found = secret(f"## 1\n\n{vote}\n## 2\n\nText.\n", "number", front=front)
    assert "Per Nyberg, granne till ‹uppgift›" in plain(found.paragraphs[0].body.blocks)
    assert_hidden(found)


@pytest.mark.parametrize("record", ["number", "heading"])
def test_what_is_said_of_a_paragraph_without_text_is_withheld_though_no_word_is_hidden(record: str) -> None:
    front = FRONT.replace("Karin Ekholm, IT-chef", f"{NAME}, sökande, § 21") + (
        f"corrections: {{paragraph: 21, date: 2022-10-04, by: Sofia, text: 'Fel namn, {NAME}.'}}\n"
    )
    assert_hidden(secret("## 2\n\nText.\n", record, front=front, hidden="[]"))


@pytest.mark.parametrize("attended", ["ärende 2", "ärende 2 kl. 13.30–14.00", "§ 22"])
@pytest.mark.parametrize("record", ["number", "heading"])
def test_notes_tell_nothing_of_who_attended_a_withheld_item_alone(record: str, attended: str) -> None:
    front = f"{NOTES}others: ['{NAME}, sökande, {attended}', 'Karin Ekholm, ärende 1', 'Bo Ek']\n"
    front += f"corrections: {{paragraph: 22, date: 2022-10-04, by: Sofia, text: 'Fel namn, {NAME}.'}}\n"
    found = secret("## 1\n\nText.\n\n## § 22 2\n\nText.\n", record, front=front, hidden="[]")
    assert_hidden(found)
    assert [each.person.name for each in found.minutes.attendance.others] == ["Karin Ekholm", "Bo Ek"]


def test_members_are_named_though_a_case_hides_one_of_them() -> None:
    cases = {"01.md": "---\ntitle: Jäv\nhidden: Leila Haddad\n---\n"}
    found = held("## 1\n\nLeila Haddad är sökande.\n", cases)
    assert "Leila Haddad" in [each.person.name for each in found.minutes.attendance.members]
    assert "Haddad" not in repr(found.only)
