"""Packets after their issue: whatever is changed, what members have keeps its numbers, and the rest says what it is."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from kallelse.issue import issue_of
from kallelse.locale import dates
from kallelse.locale.findings import remedy
from kallelse.model.digest import document_digest
from kallelse.model.issue import Change, Issue, LatePages
from kallelse.model.meeting import AgendaRow, Document, Meeting, RowKind
from kallelse.model.pages import Packet, label_of
from kallelse.model.settings import Language, Settings
from kallelse.typeset import packet as packets
from kallelse.typeset.order import ordered

from tests.foreign import attached, pdf, saved
from tests.typeset.build import DAY, FOLDER, agenda, case, committee, document, letter, meeting, p
from tests.typeset.constructs import LOREM
from tests.typeset.packets import bookmarks, link_descriptions, links, packet_of, set_alone

ISSUED = dt.date(2022, 9, 19)
LATER = dt.date(2022, 9, 22)
PAGE = 14
SETTINGS = Settings(url="https://m.example")


def paper(name: str, title: str, pages: int, number: int) -> Document:
    """An attachment of about that many pages, each with words of its own."""
    texts = [p(f"{title} stycke {n}. {LOREM}") for n in range(PAGE * pages - PAGE // 2)]
    return document(f"{FOLDER}/{DAY}/{name}.md", title, *texts, number=number)


def before() -> Meeting:
    """Three cases: a letter with two attachments, a letter with one, a letter alone."""
    first = letter("01-a", "Avtal", p("Om avtalet.")), paper("a1", "Villkor", 2, 1), paper("a2", "Priser", 1, 2)
    second = letter("02-b", "Budget", p("Om budgeten.")), paper("b1", "Ramar", 2, 1)
    third = letter("03-c", "Centrum", p("Om centrum."))
    return meeting(
        *agenda(case("01-a", "Avtal", *first), case("02-b", "Budget", *second), case("03-c", "Centrum", third))
    )


def issued(subject: Meeting, root: Path) -> Meeting:
    return replace(subject, issues=(issue_of(subject, packet_of(subject, root), ISSUED, "sv"),))


def with_documents(subject: Meeting, number: int, *documents: Document) -> Meeting:
    """The meeting with other documents in its case `number`."""
    rows = list(subject.agenda)
    old = rows[number - 1].case
    assert old is not None
    attachments = tuple(one for one in documents if one.number is not None)
    new = replace(old, letter=next((one for one in documents if one.number is None), None), attachments=attachments)
    rows[number - 1] = replace(rows[number - 1], case=new)
    return replace(subject, agenda=tuple(rows))


def documents_of(subject: Meeting, number: int) -> tuple[Document, ...]:
    return subject.cases[number - 1].documents


def numbers(packet: Packet) -> dict[str, list[str]]:
    """The numbers that stand on the pages of each document, by its name, read from the foot of each page."""
    found: dict[str, list[str]] = {}
    for path, pages in packet.pages.documents.items():
        feet = [re.findall(r"Sida (\S+) av \S+", packet.texts[page - 1]) for page in range(pages.first, pages.last + 1)]
        assert all(len(each) == 1 for each in feet), feet
        found[path.rpartition("/")[2].removesuffix(".md")] = [each[0] for each in feet]
    return found


ADDED = paper("a3", "Underlag", 2, 3)


def added(subject: Meeting) -> Meeting:
    return with_documents(subject, 1, *documents_of(subject, 1), ADDED)


def shorter(subject: Meeting) -> Meeting:
    first, _, last = documents_of(subject, 1)
    return with_documents(subject, 1, first, paper("a1", "Villkor", 1, 1), last)


def withdrawn(subject: Meeting) -> Meeting:
    return with_documents(subject, 1, *(one for one in documents_of(subject, 1) if one.number != 1))


def case_added(subject: Meeting) -> Meeting:
    new = case("09-n", "Nytt ärende", letter("09-n", "Nytt ärende", p("Om det nya.")))
    row = AgendaRow(RowKind.CASE, new.title, "4", new, new.minutes)
    return replace(subject, agenda=(subject.agenda[0], row, *subject.agenda[1:]))


def case_withdrawn(subject: Meeting) -> Meeting:
    return replace(subject, agenda=(subject.agenda[0], subject.agenda[2]))


def reordered(subject: Meeting) -> Meeting:
    return replace(subject, agenda=(subject.agenda[1], subject.agenda[0], subject.agenda[2]))


SIX = {
    "added": added,
    "shorter": shorter,
    "withdrawn": withdrawn,
    "case added": case_added,
    "case withdrawn": case_withdrawn,
    "reordered": reordered,
}


@pytest.mark.parametrize("late", LatePages)
@pytest.mark.parametrize("way", SIX)
def test_a_packet_changed_in_any_way_keeps_its_numbers(root: Path, way: str, late: LatePages) -> None:
    subject = issued(before(), root)
    was = numbers(packet_of(before(), root))
    packet = packet_of(replace(SIX[way](subject), late=late), root)
    now = numbers(packet)
    for name in was.keys() & now.keys():
        assert now[name] == was[name][: len(now[name])], name
    labels = packet.pages.labels or tuple(str(n) for n in range(1, packet.pages.total + 1))
    assert len(set(labels)) == len(labels) == packet.pages.total
    with pikepdf.open(io.BytesIO(packet.pdf)) as opened:
        assert [page.label for page in opened.pages] == list(labels)


def test_all_of_it_at_once_with_letters(root: Path) -> None:
    subject = issued(before(), root)
    changed = added(with_documents(subject, 2, *documents_of(subject, 2)[:1], paper("b1", "Ramar", 3, 1)))
    packet = packet_of(replace(changed, late=LatePages.LETTERED), root)
    assert numbers(packet) == {
        "01-a": ["2"],
        "a1": ["3", "4"],
        "a2": ["5"],
        "a3": ["5a", "5b"],
        "02-b": ["6"],
        "b1": ["7", "8", "8a"],
        "03-c": ["9"],
    }
    cover = " ".join(packet.texts[0].split())
    assert "Avtal 2–5, 5a–5b" in cover
    assert "Budget 6–8, 8a" in cover
    assert "Sida 1 av 9" in cover


@pytest.mark.parametrize(("covers", "settles"), [((1, 2, 2), True), ((1, 2, 1, 2), False)])
def test_numbers_are_given_anew_until_they_are_those_of_the_pages_that_there_are(
    root: Path, monkeypatch: pytest.MonkeyPatch, covers: tuple[int, ...], settles: bool
) -> None:
    subject, left = issued(before(), root), iter(covers)

    def counted(issue: Issue, cover: str, counts: list[tuple[str, int]], *more: Any) -> Any:
        # With some numbers it takes a page more than with others.
        return ordered(issue, cover, [(cover, next(left)), *counts[1:]], *more)

    monkeypatch.setattr(packets, "ordered", counted)
    packet, findings = set_alone(committee(), added(subject), Settings(case_pdfs=False), root)
    codes = [finding.code for finding in findings]
    assert next(left, None) is None
    assert (packet is None, "issue-unsettled" in codes) == (not settles, not settles)


def test_where_the_last_pages_have_letters_the_last_number_is_still_that_of_the_last_page(root: Path) -> None:
    subject = replace(issued(before(), root), late=LatePages.LETTERED)
    longer = letter("03-c", "Centrum", *(p(f"Om centrum {number}. {LOREM}") for number in range(PAGE)))
    packet = packet_of(with_documents(subject, 3, longer), root)
    assert numbers(packet)["03-c"] == ["9", "9a"]
    assert all(" av 9\n" in f"{text}\n" for text in packet.texts)


def test_a_page_of_another_case_is_in_no_printed_range(root: Path) -> None:
    first = replace(issued(before(), root), late=LatePages.LETTERED)
    between = replace(case_added(first), issues=first.issues)
    packet = packet_of(between, root)
    second = replace(between, issues=(*between.issues, issue_of(between, packet, LATER, "sv")))
    grown = declared(added(second), ("a3", "Kom in sent."), ("09-n", "Nytt."))
    packet = packet_of(grown, root, settings=SETTINGS)
    cover = " ".join(packet.texts[0].split())
    assert "Avtal 2–5, 5b–5c" in cover
    assert "Nytt ärende 5a" in cover
    assert "Bilaga 3 Underlag, sidor 5b–5c" in cover


def test_late_pages_at_the_end_are_named_in_the_agenda_and_lead_there(root: Path) -> None:
    packet = packet_of(added(issued(before(), root)), root)
    assert "Avtal 2–5, 10–11" in " ".join(packet.texts[0].split())
    assert {target for page, target in links(packet.pdf) if page == 1} >= {2, 10}
    assert [(title, page) for _, title, page in bookmarks(packet.pdf)][-2:] == [
        ("1 Avtal", 10),
        ("Bilaga 3 Underlag", 10),
    ]


def test_late_pages_are_read_aloud_as_a_range_only_where_the_agenda_prints_it(root: Path) -> None:
    rows = (AgendaRow(RowKind.FORMALITY, f"Punkt {number}", "", None, None) for number in range(5))
    subject = before()
    first = issued(replace(subject, agenda=(*subject.agenda, *rows)), root)
    late = with_documents(first, 1, *documents_of(first, 1), ADDED, paper("a4", "Tillägg", 1, 4))
    packet = packet_of(late, root)
    told = zip(links(packet.pdf), link_descriptions(packet.pdf, 1), strict=False)
    assert [words for (_, target), words in told if target in (2, 10)] == [
        *("sidorna 2 till 5", "sidorna 2 till 5", "sidorna 10 till 12"),
        # From the lines of the first document in each place.
        *("sida 2", "sida 2", "sida 10", "sida 10"),
    ]


def test_vacant_pages_say_what_stood_there(root: Path) -> None:
    subject = issued(before(), root)
    packet = packet_of(withdrawn(subject), root)
    for page in (3, 4):
        said = " ".join(packet.texts[page - 1].split())
        assert "Sidan utgår: Bilaga 1 Villkor har dragits tillbaka." in said
        assert f"Sida {page} av 9" in said
    assert "har blivit kortare" in packet_of(shorter(subject), root).texts[3]


def test_a_longer_document_stops_a_packet_without_letters_and_says_what_to_do(root: Path) -> None:
    subject = issued(before(), root)
    longer = with_documents(subject, 2, *documents_of(subject, 2)[:1], paper("b1", "Ramar", 3, 1))
    packet, findings = set_alone(committee(), longer, Settings(case_pdfs=False), root)
    assert packet is None
    assert [(finding.code, finding.place.path) for finding in findings] == [("issue-moves", f"{FOLDER}/{DAY}/b1.md")]
    assert "8a" in remedy(findings[0], "sv")


@pytest.mark.parametrize("late", LatePages)
def test_another_template_or_program_gives_no_document_other_pages(root: Path, late: LatePages) -> None:
    longer = with_documents(before(), 2, *documents_of(before(), 2)[:1], paper("b1", "Ramar", 3, 1))
    subject = issued(before(), root)
    digest = document_digest(longer.cases[1], longer.cases[1].attachments[0])
    documents = [
        replace(one, digest=digest) if one.path.endswith("/b1.md") else one for one in subject.issues[0].documents
    ]
    set_otherwise = replace(longer, issues=(replace(subject.issues[0], documents=tuple(documents)),), late=late)
    packet, findings = set_alone(committee(), set_otherwise, Settings(case_pdfs=False), root)
    assert packet is None
    assert [(each.code, each.place.path) for each in findings] == [("issue-other-pages", f"{FOLDER}/{DAY}/b1.md")]


def declared(subject: Meeting, *changes: tuple[str, str]) -> Meeting:
    """The meeting with changes of LATER, each a document's name and a reason."""
    return replace(
        subject,
        changes=tuple(Change(f"{FOLDER}/{DAY}/{name}.md", LATER, reason) for name, reason in changes),
    )


def test_the_cover_lists_what_was_changed_when_and_why(root: Path) -> None:
    subject = withdrawn(added(issued(before(), root)))
    changes = ("a3", "Kom in sent."), ("a1", "Drogs tillbaka."), ("03-c", "Ett fel rättat.")
    cover = " ".join(packet_of(declared(subject, *changes), root).texts[0].split())
    assert (
        "Ändrat efter utskicket 19 september 2022 "
        "Tillkommer: Ärende 1, Bilaga 3 Underlag, sidor 10–11 22 september 2022. Kom in sent. "
        "Utgår: Ärende 1, Bilaga 1 Villkor, sidor 3–4 22 september 2022. Drogs tillbaka. "
        "Ändras: Ärende 3, Tjänsteskrivelse Centrum, sida 9 22 september 2022. Ett fel rättat."
    ) in cover


def test_the_supplement_holds_only_what_is_new_or_changed_with_the_packets_numbers(root: Path) -> None:
    subject = declared(added(issued(before(), root)), ("a3", "Kom in sent."), ("03-c", "Ett fel rättat."))
    packet = packet_of(subject, root)
    assert packet.supplement is not None
    with pikepdf.open(io.BytesIO(packet.supplement.pdf)) as opened:
        assert [page.label for page in opened.pages] == ["9", "10", "11"]
        assert str(opened.docinfo.Title).startswith("Tillägg och ändringar, ")
    assert packet_of(issued(before(), root), root).supplement is None


@pytest.mark.parametrize(
    ("language", "new", "changed"),
    [
        ("sv", "Tillägg {0} till kallelsen den {1}: ", "Ändring {0} i kallelsen den {1}: "),
        ("en", "Addition of {0} to the summons of {1}: ", "Change of {0} to the summons of {1}: "),
    ],
)
def test_the_supplement_says_what_it_adds_to_and_why(root: Path, language: Language, new: str, changed: str) -> None:
    late = attached(root, "karta", saved(pdf("Karta")), 4)
    documents = (*documents_of(added(before()), 1), late)
    reason = "Underlaget kom in efter att kallelsen gått ut. " * 8
    subject = declared(with_documents(issued(before(), root), 1, *documents), ("a3", reason), ("03-c", "Ett fel."))
    subject = replace(subject, changes=(*subject.changes, Change(late.path, LATER, reason)))
    packet = packet_of(subject, root, settings=replace(SETTINGS, language=language))
    assert packet.supplement is not None
    days = [dates.day(day, language) for day in (LATER, ISSUED)]
    texts = [" ".join(text.split()) for text in packet.supplement.texts]
    assert texts[0].startswith(changed.format(*days) + "Ett fel.")
    assert texts[1].startswith(new.format(*days) + "Underlaget kom in")
    assert new.format(*days) not in texts[2]
    assert new.format(*days) + "Underlaget" in texts[3]
    assert all(reason.strip() not in text and "…" in text for text in (texts[1], texts[3]))
    assert not any(new.format(*days) in " ".join(text.split()) for text in packet.texts)


def test_the_supplement_tells_each_change_of_what_came_late(root: Path) -> None:
    subject = declared(added(issued(before(), root)), ("a3", "Kom in sent"), ("03-c", "Ett fel."))
    day = LATER + dt.timedelta(days=1)
    again = [replace(change, date=day, reason="Ett tal rättat.") for change in subject.changes]
    packet = packet_of(replace(subject, changes=(*subject.changes, *again)), root)
    assert packet.supplement is not None
    texts = [" ".join(text.split()) for text in packet.supplement.texts]
    assert texts[0].startswith(
        "Ändring 22 september 2022 i kallelsen den 19 september 2022: Ett fel. "
        "Ändring 23 september 2022 i kallelsen den 19 september 2022: Ett tal rättat."
    )
    # It never stood in what went out.
    assert texts[1].startswith(
        "Tillägg 22 september 2022 till kallelsen den 19 september 2022: Kom in sent. "
        "Ändring 23 september 2022: Ett tal rättat."
    )


def test_who_gets_the_supplement_alone_is_told_what_is_withdrawn(root: Path) -> None:
    subject = declared(withdrawn(issued(before(), root)), ("a1", "Behövs inte."))
    packet = packet_of(subject, root)
    assert packet.supplement is not None
    with pikepdf.open(io.BytesIO(packet.supplement.pdf)) as opened:
        assert [page.label for page in opened.pages] == ["3", "4"]
    for text in packet.supplement.texts:
        assert " ".join(text.split()).startswith(
            "Sidan utgår: Bilaga 1 Villkor har dragits tillbaka. "
            "Ändring 22 september 2022 i kallelsen den 19 september 2022: Behövs inte."
        )
    assert not any("Behövs inte" in text for text in packet.texts[1:])
    assert "Utgår: Ärende 1, Bilaga 1 Villkor, sidor 3–4" in " ".join(packet.texts[0].split())


def test_who_gets_the_supplement_alone_is_told_what_has_become_shorter(root: Path) -> None:
    subject = declared(shorter(issued(before(), root)), ("a1", "Ett villkor ströks."))
    packet = packet_of(subject, root, settings=SETTINGS)
    assert packet.supplement is not None
    with pikepdf.open(io.BytesIO(packet.supplement.pdf)) as opened:
        assert [page.label for page in opened.pages] == ["3", "4"]
    notice = "Ändring 22 september 2022 i kallelsen den 19 september 2022: Ett villkor ströks."
    filled, vacant = (" ".join(text.split()) for text in packet.supplement.texts)
    assert filled.startswith(notice)
    assert vacant.startswith(f"Sidan utgår: Bilaga 1 Villkor har blivit kortare. {notice}")
    assert not any("utgår" in text for text in packet.cases[subject.cases[0].path].texts)


def test_pages_that_a_document_no_longer_fills_stay_its_own(root: Path) -> None:
    subject = issued(before(), root)
    less = shorter(subject)
    packet = packet_of(less, root)
    # They part no case: what comes behind them does not begin as another's.
    assert ["Till föredragningslistan" in packet.texts[page - 1] for page in (2, 3, 5)] == [True, False, False]
    out = issue_of(less, packet, LATER, "sv").documents
    assert [(one.path.rpartition("/")[2], one.labels, one.vacant) for one in out][1:4] == [
        ("01-a.md", ("2",), 0),
        ("a1.md", ("3", "4"), 1),
        ("a2.md", ("5",), 0),
    ]


def test_each_page_says_which_of_its_document_it_is(root: Path) -> None:
    late = attached(root, "karta", saved(pdf("Kartan", "Dess baksida", "Sist")), 3)
    packet = packet_of(with_documents(before(), 1, *documents_of(before(), 1), late), root)
    texts = [" ".join(text.split()) for text in packet.texts]
    assert ["sida 1 av 2" in text for text in texts[2:4]] == [True, False]
    assert ["sida 2 av 2" in text for text in texts[2:4]] == [False, True]
    for number, text in enumerate(texts[5:8], start=1):
        assert f"Återges i 92 % storlek, sida {number} av 3" in text


def test_the_pdf_of_a_case_has_its_late_pages_too(root: Path) -> None:
    subject = added(issued(before(), root))
    packet = packet_of(subject, root, settings=SETTINGS)
    with pikepdf.open(io.BytesIO(packet.cases[subject.cases[0].path].pdf)) as opened:
        assert [page.label for page in opened.pages] == ["2", "3", "4", "5", "10", "11"]


def test_a_packet_that_is_as_it_was_issued_has_the_same_bytes(root: Path) -> None:
    assert packet_of(issued(before(), root), root).pdf == packet_of(before(), root).pdf


def test_foreign_pages_come_late_too(root: Path) -> None:
    late = attached(root, "karta", saved(pdf("Kartan", "Dess baksida")), 3)
    subject = issued(before(), root)
    packet = packet_of(with_documents(subject, 1, *documents_of(subject, 1), late), root)
    assert numbers(packet)["karta.pdf"] == ["10", "11"]
    lettered = replace(with_documents(subject, 1, *documents_of(subject, 1), late), late=LatePages.LETTERED)
    assert numbers(packet_of(lettered, root))["karta.pdf"] == ["5a", "5b"]


def test_an_issue_after_the_issue_keeps_what_came_between(root: Path) -> None:
    first = issued(before(), root)
    between = replace(withdrawn(added(first)), late=LatePages.LETTERED)
    packet = packet_of(between, root)
    second = replace(between, issues=(*between.issues, issue_of(between, packet, LATER, "sv")))
    assert [(one.path.rpartition("/")[2], one.labels) for one in second.issues[1].documents] == [
        ("index.md", ("1",)),
        ("01-a.md", ("2",)),
        ("", ("3", "4")),
        ("a2.md", ("5",)),
        ("a3.md", ("5a", "5b")),
        ("02-b.md", ("6",)),
        ("b1.md", ("7", "8")),
        ("03-c.md", ("9",)),
    ]
    again = packet_of(second, root)
    assert (again.pages.labels, again.texts) == (packet.pages.labels, packet.texts)
    assert issue_of(second, again, LATER, "sv").documents == second.issues[1].documents


def test_page_labels_stand_in_the_map(root: Path) -> None:
    packet = packet_of(replace(added(issued(before(), root)), late=LatePages.LETTERED), root)
    for path, pages in packet.pages.documents.items():
        expected = [label_of(page, packet.pages.labels) for page in range(pages.first, pages.last + 1)]
        assert numbers(packet)[path.rpartition("/")[2].removesuffix(".md")] == expected
    with pikepdf.open(io.BytesIO(packet.pdf)) as document:
        assert tuple(page.label for page in document.pages) == packet.pages.labels
        assert {"5a", "6"} <= set(packet.pages.labels)


def test_packets_with_late_and_vacant_pages_pass_verapdf(
    root: Path, tmp_path: Path, verapdf: Callable[[Sequence[Path]], Sequence[Any]]
) -> None:
    subject = declared(withdrawn(added(issued(before(), root))), ("a3", "Kom in sent."), ("a1", "Drogs tillbaka."))
    paths = []
    for late in LatePages:
        packet = packet_of(replace(subject, late=late), root, settings=SETTINGS)
        assert packet.supplement is not None
        for number, one in enumerate((packet, packet.supplement, *packet.cases.values())):
            paths.append(tmp_path / f"{late.value}-{number}.pdf")
            paths[-1].write_bytes(one.pdf)
    anew = withdrawn(issued(before(), root))
    packet = packet_of(replace(anew, issues=()), root)
    out = issue_of(anew, packet, LATER, "sv", renumbered=True)
    counted = packet_of(replace(anew, issues=(*anew.issues, out)), root)
    assert "Sidorna numrerades om" in counted.texts[0]
    paths.append(tmp_path / "renumbered.pdf")
    paths[-1].write_bytes(counted.pdf)
    assert [str(verdict) for verdict in verapdf(paths) if not verdict.passed] == []


def test_a_letter_lists_a_late_attachment_only_once_it_is_changed_itself(root: Path) -> None:
    subject = added(issued(before(), root))
    assert "Underlag" not in packet_of(subject, root).texts[1]
    assert "3. Underlag" in packet_of(declared(subject, ("01-a", "Listan rättad.")), root).texts[1]


@pytest.mark.parametrize("day", [ISSUED + dt.timedelta(days=1), LATER])
def test_a_letter_that_went_out_again_lists_what_it_listed_then(root: Path, day: dt.date) -> None:
    text = letter("01-a", "Avtal", p("Om det nya avtalet."))
    second = added(issued(before(), root))
    second = with_documents(second, 1, text, *documents_of(second, 1)[1:])
    changes = [replace(one, date=day) for one in declared(second, ("01-a", "Ny text."), ("a3", "Sen.")).changes]
    second = replace(second, changes=tuple(changes), late=LatePages.LETTERED)
    second = replace(second, issues=(*second.issues, issue_of(second, packet_of(second, root), LATER, "sv")))
    third = with_documents(second, 1, *documents_of(second, 1), paper("a4", "Yttrande", 1, 4))
    listed = packet_of(third, root).texts[1]
    assert "3. Underlag" in listed
    assert "Yttrande" not in listed
    anew = letter("01-a", "Avtal", p("Om det allra nyaste avtalet."))
    again = with_documents(third, 1, anew, *documents_of(third, 1)[1:])
    assert "4. Yttrande" in packet_of(again, root).texts[1]
