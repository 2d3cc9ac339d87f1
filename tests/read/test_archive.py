from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import pytest
from kallelse.check.archive import check_archive
from kallelse.locale.findings import wrong
from kallelse.model import fold
from kallelse.model.archive import Archive
from kallelse.model.finding import Finding
from kallelse.model.meeting import Access, AgendaRow, Document, RowKind
from kallelse.model.published import published
from kallelse.model.section import SectionKind
from kallelse.model.text import Cite
from kallelse.read.archive import read_archive
from openpyxl import Workbook

from tests import foreign
from tests.folders import CASE, COMMITTEE, MEETING, SETTINGS, archive_of, written
from tests.foreign import saved

ATTACHMENT = "---\ntitle: Utfall\n---\nEn text.\n"


def read(root: Path) -> tuple[Archive, tuple[Finding, ...]]:
    archive, _, findings = read_archive(root)
    return archive, findings


def codes(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(finding.code, finding.place.path) for finding in findings]


def agenda(archive: Archive) -> tuple[AgendaRow, ...]:
    return archive.committees[0].meetings[0].agenda


def test_an_empty_folder_lacks_its_settings_and_nothing_else(tmp_path: Path) -> None:
    archive, findings = read(tmp_path)
    assert archive.committees == ()
    assert codes(findings) == [("settings-missing", "kallelse.yml")]


def test_cases_stand_in_file_order_and_are_numbered_by_place(tmp_path: Path) -> None:
    files = {"02-b.md": CASE, "10-c.md": CASE, "1-a/index.md": CASE, "1-a/bilaga-1.md": ATTACHMENT}
    archive, findings = read(archive_of(tmp_path, files))
    assert not findings
    rows = agenda(archive)
    assert [row.number for row in rows] == ["1", "2", "3"]
    assert [row.case.path for row in rows if row.case] == [
        "gsn/2022-09-26/1-a/index.md",
        "gsn/2022-09-26/02-b.md",
        "gsn/2022-09-26/10-c.md",
    ]


def test_a_case_without_text_has_no_letter_but_may_have_attachments(tmp_path: Path) -> None:
    archive, _ = read(archive_of(tmp_path, {"1-a/index.md": CASE, "1-a/bilaga-1.md": ATTACHMENT}))
    case = agenda(archive)[0].case
    assert case is not None
    assert case.letter is None
    assert [(each.number, each.title) for each in case.documents] == [(1, "Utfall")]


def test_a_letter_is_cut_into_its_sections(tmp_path: Path) -> None:
    text = (
        "---\ntitle: Budget\n---\n# Budget 2023\n\nInledning.\n\n## Förslag till beslut\n\n1. Nämnden beslutar.\n\n"
        "## Förslag till beslut i kommunfullmäktige\n\nFullmäktige beslutar.\n\n## Sammanfattning\n\nKort.\n"
    )
    archive, findings = read(archive_of(tmp_path, {"1-a.md": text}))
    assert not findings
    case = agenda(archive)[0].case
    assert case is not None
    assert case.letter is not None
    assert [section.kind for section in case.letter.sections] == [
        SectionKind.PROPOSAL,
        SectionKind.PROPOSAL,
        SectionKind.SUMMARY,
    ]
    assert case.letter.sections[1].body_name == "kommunfullmäktige"
    assert len(case.letter.preamble) == 1
    assert case.letter.heading


def test_rows_that_are_no_cases_stand_where_the_agenda_says(tmp_path: Path) -> None:
    meeting = MEETING.replace(
        "issued: 2022-09-19\n",
        "issued: 2022-09-19\nagenda:\n  - formality: Upprop\n  - group: Beslutsärenden\n  - case: 2-b\n"
        "  - {break: Lunch, minutes: 45}\n  - {case: 1-a, numbered: false}\n  - {formality: Övrigt, numbered: true}\n",
    )
    archive, findings = read(archive_of(tmp_path, {"index.md": meeting, "1-a.md": CASE, "2-b.md": CASE}))
    assert not findings
    assert [(row.kind, row.number) for row in agenda(archive)] == [
        (RowKind.FORMALITY, ""),
        (RowKind.GROUP, ""),
        (RowKind.CASE, "1"),
        (RowKind.BREAK, ""),
        (RowKind.CASE, ""),
        (RowKind.FORMALITY, "2"),
    ]
    assert agenda(archive)[3].minutes == 45


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ("  - case: 1-a\n  - case: 1-a\n", "agenda-case-twice"),
        ("  - case: 1-a\n  - case: 1-aa\n", "agenda-case-misspelt"),
        ("  - case: 1-a\n  - case: xyzzy\n", "agenda-case-gone"),
        ("  - group: Beslut\n", "agenda-case-missing"),
        ("  - case: 1-a\n  - {group: Beslut, break: Lunch}\n", "agenda-row"),
        ("  - case: 1-a\n  - {minutes: 5}\n", "agenda-row"),
    ],
)
def test_an_agenda_that_does_not_fit_the_folder_is_a_finding(tmp_path: Path, rows: str, code: str) -> None:
    meeting = MEETING.replace("issued: 2022-09-19\n", f"issued: 2022-09-19\nagenda:\n{rows}")
    _, findings = read(archive_of(tmp_path, {"index.md": meeting, "1-a.md": CASE}))
    assert codes(findings) == [(code, "gsn/2022-09-26/index.md")]


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"1-a/index.md": CASE, "1-a/karta.pdf": b"%PDF"}, "foreign-broken"),
        ({"1-a/index.md": CASE, "1-a/karta.dwg": b"AC"}, "attachment-foreign"),
        (
            {
                "1-a/index.md": CASE.replace("---\n", "---\nattachments: [{file: k.svg, title: Karta}]\n", 1),
                "1-a/k.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
            },
            "picture-no-alt",
        ),
        ({"1-a/index.md": CASE, "1-a/deep/x.md": ATTACHMENT}, "attachment-deep"),
        ({"1-a/index.md": CASE, "1-a/b.md": "---\ntitle: x\n---\n"}, "attachment-empty"),
        ({"1-a/b.md": ATTACHMENT}, "case-no-index"),
        ({"1-a/index.md": CASE, "1-a.md": CASE}, "case-twice"),
        ({"1-a.md": CASE, "rapport.docx": b""}, "meeting-foreign"),
        ({"1-a.md": CASE.replace("---\n", "---\nattachments: [{file: x.md}]\n", 1)}, "attachment-gone"),
        (
            {
                "1-a/index.md": CASE.replace("---\n", "---\nattachments: [{file: Bilaga-1-plankarta.md}]\n", 1),
                "1-a/bilaga-1-plankartan.md": ATTACHMENT,
            },
            "attachment-gone-near",
        ),
        ({"1-a.md": CASE.replace("---\n", "---\nattachments: [{title: x}]\n", 1)}, "attachment-nameless"),
        ({"1-a.md": CASE, "minutes.md": "# x"}, "front-matter-missing"),
        ({"1-a.md": CASE, "../lost.md": CASE}, "committee-foreign"),
        ({"1-a.md": CASE, "../2022-10-01/1-a.md": CASE}, "meeting-no-index"),
        ({"1-a.md": CASE, "../hösten/index.md": MEETING}, "meeting-folder"),
        ({"1-a.md": CASE, "../2022-10-01/index.md": MEETING}, "meeting-other-day"),
        ({"1-a.md": CASE, "../../lost/2022-10-01/index.md": MEETING}, "committee-no-index"),
        ({"1-a.md": CASE, "../../lost.md": CASE}, "committee-file"),
        ({"index.md": MEETING.replace("13:15", "13:15\nend: 2022-09-26 12:00")}, "meeting-time-backwards"),
        ({"index.md": MEETING.replace("start", "sittings: [{start: 2022-09-26 9:00}]\nstart")}, "meeting-two-times"),
        ({"index.md": "---\nplace: Digitalt\n---\n"}, "field-missing"),
    ],
)
def test_nothing_in_a_folder_is_passed_over_in_silence(
    tmp_path: Path, files: dict[str, str | bytes], code: str
) -> None:
    _, findings = read(archive_of(tmp_path, files))
    assert [finding.code for finding in findings] == [code]


def test_all_findings_of_all_files_come_in_one_run(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "1-a.md": "ingenting",
        "2-b.md": "---\ntitel: x\n---\n",
        "3-c/index.md": CASE,
        "3-c/x.pdf": b"",
        "3-c/y.dwg": b"",
    }
    _, findings = read(archive_of(tmp_path, files))
    assert {finding.code for finding in findings} == {
        "front-matter-missing",
        "field-missing",
        "field-misspelt",
        "foreign-broken",
        "attachment-foreign",
    }


def test_two_meetings_may_fall_on_one_day(tmp_path: Path) -> None:
    late = MEETING.replace("13:15", "18:00")
    archive, findings = read(archive_of(tmp_path, {"../2022-09-26-extra/index.md": late}))
    assert not findings
    assert [meeting.folder for meeting in archive.committees[0].meetings] == ["2022-09-26", "2022-09-26-extra"]


def test_a_meeting_may_lie_over_two_days(tmp_path: Path) -> None:
    sittings = "sittings:\n  - {start: 2022-09-26 09:00, end: 2022-09-26 16:00}\n  - {start: 2022-09-27 09:00}\n"
    text = MEETING.replace("start: 2022-09-26 13:15\n", sittings)
    archive, findings = read(archive_of(tmp_path, {"index.md": text}))
    assert not findings
    sitting = archive.committees[0].meetings[0].sittings
    assert [each.start for each in sitting] == [dt.datetime(2022, 9, 26, 9), dt.datetime(2022, 9, 27, 9)]


def test_a_pdf_is_an_attachment_named_by_its_case_or_by_its_file(tmp_path: Path) -> None:
    declared = "---\nattachments:\n  - {file: karta.pdf, title: Plankarta, date: 2022-09-01, slug: kartan}\n"
    files: dict[str, str | bytes] = {
        "1-a/index.md": CASE.replace("---\n", declared, 1),
        "1-a/bilaga-1-avtal_om-drift.pdf": saved(foreign.pdf("Parterna", "Slut")),
        "1-a/karta.pdf": saved(foreign.pdf("Hus A")),
        "1-a/rapport.md": ATTACHMENT,
    }
    archive, findings = read(archive_of(tmp_path, files))
    assert not findings
    found = agenda(archive)[0].case
    assert found is not None
    assert [(each.number, each.title, each.foreign is not None) for each in found.attachments] == [
        (1, "Avtal om drift", True),
        (2, "Plankarta", True),
        (3, found.attachments[2].title, False),
    ]
    assert found.attachments[1].date == dt.date(2022, 9, 1)
    assert found.attachments[1].address == "gsn/2022-09-26/1-a/kartan.html"
    assert found.attachments[0].foreign is not None
    assert [page.text for page in found.attachments[0].foreign.pages] == ["Parterna", "Slut"]


def test_a_confidential_pdf_is_a_stub_and_never_opened(tmp_path: Path) -> None:
    declared = "---\nattachments:\n  - {file: olle.pdf, title: Om Olle, access: confidential}\n"
    files: dict[str, str | bytes] = {
        "1-a/index.md": CASE.replace("---\n", declared, 1),
        "1-a/olle.pdf": b"no PDF at all",
    }
    archive, findings = read(archive_of(tmp_path, files))
    assert not findings
    found = agenda(archive)[0].case
    assert found is not None
    (stub,) = found.attachments
    assert "olle" not in repr(stub).casefold()


def test_papers_handed_out_apart_are_listed_without_pages(tmp_path: Path) -> None:
    case = CASE.replace(
        "---\n", "---\nattachments:\n  - {file: x.pdf, title: Karta, separate: true}\n"
        "  - {title: Budget, separate: true}\n", 1
    )  # fmt: skip
    archive, findings = read(archive_of(tmp_path, {"1-a/index.md": case, "1-a/x.pdf": b"%PDF"}))
    assert not findings
    found = agenda(archive)[0].case
    assert found is not None
    assert [(each.number, each.title, each.has_pages) for each in found.attachments] == [
        (1, "Karta", False),
        (2, "Budget", False),
    ]


def test_front_matter_of_a_case_adds_titles_to_its_attachments(tmp_path: Path) -> None:
    case = CASE.replace("---\n", "---\nattachments: [{file: b.md, title: Från ärendet, date: 2022-09-13}]\n", 1)
    archive, findings = read(archive_of(tmp_path, {"1-a/index.md": case, "1-a/b.md": "---\n---\nText.\n"}))
    assert not findings
    found = agenda(archive)[0].case
    assert found is not None
    assert found.attachments[0].title == "Från ärendet"
    assert found.attachments[0].date == dt.date(2022, 9, 13)


def test_cited_cells_are_found_in_any_table_of_the_case(tmp_path: Path) -> None:
    letter = "---\ntitle: Budget\nkind: information\n---\nNettot är {utfall: Netto, Utfall}.\n"
    table = (
        "---\ntitle: Utfall\n---\n```ekonomi\nid: utfall\nenhet: mnkr\ntecken: belopp\n\n| | Budget | Utfall |\n"
        "| Intäkter | 1,0 | 2,0 |\n| Kostnader | 1,0 | 5,5 |\n| Netto | 0,0 | |\n```\n"
    )
    archive, findings = read(archive_of(tmp_path, {"1-a/index.md": letter, "1-a/b.md": table}))
    assert not findings
    found = agenda(archive)[0].case
    assert found is not None
    assert found.letter is not None
    assert [cited.printed for cited in fold.of_kind(found.letter.body, Cite)] == ["3,5\u00a0mnkr"]


def test_one_table_name_for_two_tables_of_a_case_is_a_finding(tmp_path: Path) -> None:
    table = "```ekonomi\nid: utfall\nenhet: mnkr\n\n| | Budget |\n| Intäkter | 1,0 |\n```\n"
    files: dict[str, str | bytes] = {"1-a/index.md": CASE + table, "1-a/b.md": "---\ntitle: x\n---\n" + table}
    _, findings = read(archive_of(tmp_path, files))
    assert codes(findings) == [("table-id-twice", "gsn/2022-09-26/1-a/b.md")]


HIDDEN = "hemligheten"


@pytest.mark.parametrize("publish", ["", "publish: heading\npublic_title: Ett ärende\n"])
def test_of_a_confidential_case_only_the_stub_exists(tmp_path: Path, publish: str) -> None:
    text = (
        f"---\ntitle: {HIDDEN}\naccess: confidential\n{publish}dnr: GSN 2022/99\nofficer: {HIDDEN}\n"
        f"proposal: {HIDDEN}\nsigned: {HIDDEN}\nrecipients: {HIDDEN}\n---\n# {HIDDEN}\n\n{HIDDEN}\n"
    )
    files = {f"1-{HIDDEN}/index.md": text, f"1-{HIDDEN}/{HIDDEN}.md": f"---\ntitle: {HIDDEN}\n---\n{HIDDEN}\n"}
    archive, findings = read(archive_of(tmp_path, files))
    assert not findings
    assert HIDDEN not in repr(archive)
    assert "2022/99" not in repr(archive)
    case = agenda(archive)[0].case
    assert case is not None
    assert case.access is Access.CONFIDENTIAL
    assert agenda(archive)[0].number == "1"
    assert case.documents == ()
    assert case.title == ("Ett ärende" if publish else "Ärendet omfattas av sekretess")


def test_of_a_confidential_attachment_only_its_number_exists(tmp_path: Path) -> None:
    attachment = f"---\ntitle: {HIDDEN}\naccess: confidential\nowner: {HIDDEN}\n---\n{HIDDEN}\n"
    files = {"1-a/index.md": CASE, f"1-a/b-{HIDDEN}.md": attachment, "1-a/c.md": ATTACHMENT}
    archive, findings = read(archive_of(tmp_path, files))
    assert not findings
    assert HIDDEN not in repr(archive)
    case = agenda(archive)[0].case
    assert case is not None
    assert [(each.number, each.access) for each in case.attachments] == [
        (1, Access.CONFIDENTIAL),
        (2, Access.PUBLIC),
    ]
    assert isinstance(case.attachments[0], Document)


def test_before_its_issue_a_meeting_is_date_time_and_place(tmp_path: Path) -> None:
    archive, _ = read(archive_of(tmp_path, {"1-a.md": CASE}))
    before = published(archive, dt.date(2022, 9, 18)).committees[0].meetings[0]
    after = published(archive, dt.date(2022, 9, 19)).committees[0].meetings[0]
    assert (before.place, before.date, before.agenda) == ("Digitalt", dt.date(2022, 9, 26), ())
    assert (before.chair, before.secretary, before.issued) == (None, None, None)
    assert len(after.agenda) == 1


def test_settings_that_do_not_fit_are_findings_and_the_rest_is_still_read(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"1-a.md": "ingenting", "../../kallelse.yml": "name: x\nlogo: gone.svg\n"}
    _, findings = read(archive_of(tmp_path, files))
    assert codes(findings) == [
        ("settings-no-file", "kallelse.yml"),
        ("front-matter-missing", "gsn/2022-09-26/1-a.md"),
    ]


def test_a_folder_of_templates_may_be_empty(tmp_path: Path) -> None:
    root = archive_of(tmp_path, {"1-a.md": CASE, "../../kallelse.yml": SETTINGS + "template: mall\n"})
    assert codes(read(root)[1]) == [("settings-no-file", "kallelse.yml")]
    (root / "mall").mkdir()
    assert codes(read(root)[1]) == []


def test_colours_and_headings_are_the_municipalitys_own(tmp_path: Path) -> None:
    settings = SETTINGS + 'colours: {brand: "#701C3E"}\nheadings: {proposal: Beslutsförslag till {body}}\n'
    written(tmp_path, {"kallelse.yml": settings.replace("Beslutsförslag till {body}", "'Beslutsförslag till {body}'")})
    archive, findings = read(tmp_path)
    assert not findings
    assert archive.settings.colours.brand == "#701c3e"
    assert dict(archive.settings.headings) == {"Beslutsförslag till {body}": "proposal"}


def test_the_committee_says_its_columns_series_and_people(tmp_path: Path) -> None:
    committee = COMMITTEE.replace("---\ntitle", "---\nagenda: [number, title, pages]\nmembers: [Karin (S)]\ntitle", 1)
    archive, findings = read(written(tmp_path, {"kallelse.yml": SETTINGS, "gsn/index.md": committee}))
    assert not findings
    found = archive.committees[0]
    assert [column.value for column in found.agenda_columns] == ["number", "title", "pages"]
    assert found.members[0].party == "S"


def test_a_colour_that_cannot_be_read_by_all_is_a_finding_with_its_line(tmp_path: Path) -> None:
    written(tmp_path, {"kallelse.yml": SETTINGS + 'colours:\n  brand: "#f2b632"\n  brand_dark: "#8fd0e2"\n'})
    _, findings = read(tmp_path)
    assert [(each.code, each.place.line, each.words["key"]) for each in findings] == [("settings-contrast", 3, "brand")]
    assert "(1,6:1 mot #e9f0f2)" in wrong(findings[0], "sv")


@pytest.mark.parametrize(
    ("setting", "code"),
    [
        ("logo: gsn", "settings-logo"),
        ("logo: kallelse.yml", "settings-logo"),
        ("template: gsn", "settings-template"),
        ("url: javascript:alert(1)", "field-url"),
        ("url: moten.norrsala.example", "field-url"),
    ],
)
def test_a_setting_that_names_the_wrong_thing_is_told_on_its_line(tmp_path: Path, setting: str, code: str) -> None:
    root = archive_of(tmp_path, {"../../kallelse.yml": f"{SETTINGS}{setting}\n"})
    _, _, findings = read_archive(root)
    assert [(each.code, each.place.path, each.place.line) for each in findings] == [(code, "kallelse.yml", 2)]


def test_pictures_are_looked_at_unless_they_are_withheld(tmp_path: Path) -> None:
    withheld = "---\ntitle: x\naccess: confidential\n---\n![y](y.png)\n"
    root = archive_of(tmp_path, {"1-a/index.md": withheld, "1-a/y.png": b"x", "2-b.md": CASE, "z.png": b"x"})
    _, _, findings = read_archive(root)
    assert [(each.code, each.place.path) for each in findings] == [("image-broken", "gsn/2022-09-26/z.png")]


def test_a_confidential_paper_handed_out_apart_is_a_stub(tmp_path: Path) -> None:
    declared = "---\nattachments: [{file: olle.md, separate: true}]\n"
    files: dict[str, str | bytes] = {
        "1-a/index.md": CASE.replace("---\n", declared, 1),
        "1-a/olle.md": "---\ntitle: Om Olle\naccess: confidential\n---\nText.\n",
    }
    archive, _ = read(archive_of(tmp_path, files))
    found = agenda(archive)[0].case
    assert found is not None
    assert "olle" not in repr(found.attachments).casefold()


def test_a_table_takes_its_figures_from_its_own_meeting_alone(tmp_path: Path) -> None:
    fence = "```ekonomi\nrubrik: x\nenhet: kr\nfil: {}\n```\n"
    later = MEETING.replace("2022-09-26", "2022-11-28").replace("issued: 2022-09-19\n", "")
    files: dict[str, str | bytes] = {
        "1-a/index.md": CASE + fence.format("../delat.csv"),
        "delat.csv": ";Budget\na;1\n",
        "../2022-11-28/index.md": later,
        "../2022-11-28/hemligt.csv": ";Budget\na;1\n",
        "2-b.md": CASE + fence.format("../2022-11-28/hemligt.csv"),
    }
    _, findings = read(archive_of(tmp_path, files))
    assert codes(findings) == [("finance-file", "gsn/2022-09-26/2-b.md")]


def test_a_spelt_out_value_still_withholds_every_file_of_its_case(tmp_path: Path) -> None:
    hidden = '---\ntitle: x\naccess: "confident\\x69al"\n---\nText.\n'
    files: dict[str, str | bytes] = {"1-a/index.md": hidden, "1-a/x.csv": ";Budget\na;1\n", "2-b.md": CASE}
    _, sources, _ = read_archive(archive_of(tmp_path, files))
    assert "gsn/2022-09-26/1-a/x.csv" in sources.withheld


def test_a_stub_takes_no_address_of_another_case(tmp_path: Path) -> None:
    hidden = "---\ntitle: x\naccess: confidential\n---\nText.\n"
    files: dict[str, str | bytes] = {"01-a.md": hidden, "arende-1.md": CASE, "b/index.md": CASE, "b/a.md": hidden}
    files["b/bilaga-1.md"] = ATTACHMENT
    archive, _ = read(archive_of(tmp_path, files))
    cases = [row.case for row in agenda(archive) if row.case is not None]
    addresses = [case.address for case in cases] + [each.address for case in cases for each in case.attachments]
    assert len(addresses) == len(set(addresses)) == 5


@pytest.mark.parametrize("folder", ["moten", "arenden", "Kallelse", "pagefind"])
def test_a_committee_takes_no_name_of_the_site(tmp_path: Path, folder: str) -> None:
    written(tmp_path, {"kallelse.yml": SETTINGS, f"{folder}/index.md": COMMITTEE})
    _, findings = read(tmp_path)
    assert codes(findings) == [("committee-reserved", f"{folder}/index.md")]


def workbook(*rows: tuple[str | float | None, ...]) -> bytes:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


TOLD = workbook(("enhet: mnkr",), (), (None, "Budget", "Utfall"), ("Drift", 1.5, 2))
FENCED = "\n```ekonomi\nfil: tal.xlsx!Sheet\n```\n"


def test_a_workbook_that_a_table_is_taken_from_is_no_attachment(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"1-a/index.md": CASE + FENCED, "1-a/tal.xlsx": TOLD}
    archive, findings = read(archive_of(tmp_path, files))
    assert findings == ()
    case = agenda(archive)[0].case
    assert case is not None
    assert case.letter is not None
    assert case.attachments == ()
    (table,) = fold.finance_tables(case.letter.body)
    assert [cell.printed for cell in table.rows[0].cells] == ["Drift", "1,5", "2"]


def test_no_table_is_taken_from_a_withheld_workbook(tmp_path: Path) -> None:
    declared = (
        "---\ntitle: Budget\nkind: information\nattachments:\n  - file: tal.xlsx\n    access: confidential\n---\n"
    )
    files: dict[str, str | bytes] = {"1-a/index.md": declared + FENCED, "1-a/tal.xlsx": TOLD}
    _, findings = read(archive_of(tmp_path, files))
    assert ("finance-file", "gsn/2022-09-26/1-a/index.md") in codes(findings)


@pytest.mark.parametrize(
    ("typed", "found"),
    [("{u Drift, Utfall}", True), ("{u: Drift, Utfall", True), ("{u}", True), ("{annat}", False)],
)
def test_half_a_citation_is_told(tmp_path: Path, typed: str, found: bool) -> None:
    table = "\n```ekonomi\nid: u\nenhet: kr\n\n| | Utfall |\n| Drift | 1 |\n```\n"
    _, findings = read(archive_of(tmp_path, {"1-a.md": f"{CASE}{table}\nDet är {typed} kronor.\n"}))
    assert [each for each in codes(findings) if each[0] == "cite-broken"] == [
        ("cite-broken", "gsn/2022-09-26/1-a.md")
    ] * found


@pytest.mark.parametrize(
    ("name", "near"),
    [("1-a.txt", "1-a.md"), ("1-a.md.txt", "1-a.md"), ("1-a.MD", "1-a.md"), ("1-a.markdown", "1-a.md")],
)
def test_a_text_with_another_ending_is_told_its_right_name(tmp_path: Path, name: str, near: str) -> None:
    _, findings = read(archive_of(tmp_path, {name: CASE}))
    assert [(each.code, each.words["near"]) for each in findings] == [("case-not-md", near)]


@pytest.mark.parametrize("name", ["Kopia av avtal.pdf", "avtal (2).pdf", "avtal - Kopia.pdf", "avtal - Copy.pdf"])
def test_what_looks_like_a_copy_is_told(tmp_path: Path, name: str) -> None:
    files: dict[str, str | bytes] = {"1-a/index.md": CASE, f"1-a/{name}": saved(foreign.pdf("Avtal"))}
    _, findings = read(archive_of(tmp_path, files))
    assert codes(findings) == [("file-copy", f"gsn/2022-09-26/1-a/{name}")]


def test_a_workbook_may_stand_beside_a_case_of_one_file_as_a_csv_file_may(tmp_path: Path) -> None:
    archive, findings = read(archive_of(tmp_path, {"1-a.md": CASE + FENCED, "tal.xlsx": TOLD, "annan.xlsx": TOLD}))
    assert codes(findings) == [("meeting-foreign", "gsn/2022-09-26/annan.xlsx")]
    case = agenda(archive)[0].case
    assert case is not None
    assert case.letter is not None
    assert len(fold.finance_tables(case.letter.body)) == 1


@pytest.mark.parametrize(("said", "other"), [("b.docx", "b.pdf"), ("b.pdf", "b.docx")])
def test_a_confidential_paper_is_confidential_in_its_other_form_too(tmp_path: Path, said: str, other: str) -> None:
    declared = f"---\nattachments:\n  - {{file: {said}, access: confidential}}\n"
    files: dict[str, str | bytes] = {
        "1-a/index.md": CASE.replace("---\n", declared, 1) + f"\nSe [x]({other}).\n",
        said.join(("1-a/", "")): b"x",
        other.join(("1-a/", "")): b"x",
    }
    root = archive_of(tmp_path, files)
    archive, sources, findings = read_archive(root)
    found = agenda(archive)[0].case
    assert found is not None
    assert [each.access for each in found.attachments] == [Access.CONFIDENTIAL]
    assert not any(path.endswith((".pdf", ".docx")) for path in sources.public)
    # What a PDF was written in is no attachment of its own.
    assert [each.code for each in findings] == (["attachment-twin"] if other == "b.pdf" else [])
    assert "link-dead" in [each.code for each in check_archive(archive, sources.public)]


def test_a_confidential_paper_without_a_file_says_no_more_than_its_number(tmp_path: Path) -> None:
    declared = "---\nattachments:\n  - {title: Om Olle, separate: true, access: confidential}\n"
    archive, findings = read(archive_of(tmp_path, {"1-a/index.md": CASE.replace("---\n", declared, 1)}))
    assert not findings
    found = agenda(archive)[0].case
    assert found is not None
    assert "Olle" not in repr(found)


@pytest.mark.parametrize("field", ["separate: true", "separate: true, access: confidential"])
def test_papers_without_files_have_paths_of_their_own(tmp_path: Path, field: str) -> None:
    case = CASE.replace("---\n", f"---\nattachments:\n  - {{title: Underlag, {field}}}\n", 1)
    archive, findings = read(archive_of(tmp_path, {"1-a.md": case, "2-b.md": case, "3-c/index.md": case}))
    assert not findings
    paths = [document.path for _, _, one in archive.cases() for document in one.attachments]
    assert len(set(paths)) == len(paths) == 3


def _workbook(*rows: tuple[str | int | None, ...], hidden: int = 0, merged: str = "") -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (("id: utfall",), ("enhet: kr",), (), (None, "Utfall"), *rows):
        sheet.append(list(row))
    if hidden:
        sheet.row_dimensions[hidden].hidden = True
    if merged:
        sheet.merge_cells(merged)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


CITING = "\nUtfallet är {utfall: Drift, Utfall}, alltså {utfall: Drift, Utfall}.\n"


@pytest.mark.parametrize(
    ("fence", "files", "code"),
    [
        ("id: utfall\nfil: tal.xlsx\n", {}, "finance-file"),
        ("fil: tal.xlsx\n", {}, "finance-file"),
        ("fil: tal.csv\n", {"tal.csv": 'id: utfall\nenhet: kr\n\n;Utfall\n"Drift;1\n'}, "finance-csv"),
        ("fil: tal.xlsx\n", {"tal.xlsx": b"PK"}, "workbook-broken"),
        ("fil: tal.xlsx!Blad9\n", {"tal.xlsx": _workbook(("Drift", 1))}, "workbook-sheet"),
        ("fil: tal.xlsx\n", {"tal.xlsx": _workbook(("Drift", 1), hidden=5)}, "workbook-hidden-rows"),
        ("fil: tal.xlsx\n", {"tal.xlsx": _workbook(("Drift", "=1+1"))}, "workbook-formula"),
        ("fil: tal.xlsx\n", {"tal.xlsx": _workbook(("Drift", 1), merged="B5:C5")}, "workbook-merged"),
        ("id: utfall\nenhet: kr\n", {}, "finance-grid-missing"),
    ],
)
def test_what_cites_a_table_that_cannot_be_read_is_no_error_of_its_own(
    tmp_path: Path, fence: str, files: dict[str, str | bytes], code: str
) -> None:
    letter = f"{CASE}{CITING}\n```ekonomi\n{fence}```\n"
    beside = {f"1-a/{name}": content for name, content in files.items()}
    archive, findings = read(archive_of(tmp_path, {"1-a/index.md": letter, **beside}))
    assert [found for found, _ in codes(findings)] == [code]
    assert check_archive(archive, frozenset(f"gsn/2022-09-26/{name}" for name in beside)) == ()


def test_a_table_that_can_be_read_is_still_cited_by_its_names(tmp_path: Path) -> None:
    known = "\n```ekonomi\nid: budget\nenhet: kr\n\n| | Utfall |\n| Drift | 1 |\n```\n"
    letter = f"{CASE}\n{{budget: Drif, Utfall}} och {{utfall: Drift, Utfall}} och {{bok: A, B}}\n{known}"
    hidden = _workbook(("Drift", 1), hidden=5)
    text = f"{letter}\n```ekonomi\nfil: tal.xlsx\n```\n"
    _, findings = read(archive_of(tmp_path, {"1-a/index.md": text, "1-a/tal.xlsx": hidden}))
    assert sorted(found for found, _ in codes(findings)) == [
        "finance-cite-row",
        "finance-cite-table",
        "workbook-hidden-rows",
    ]


def test_a_row_that_equals_one_of_a_table_that_cannot_be_read_is_not_told_of(tmp_path: Path) -> None:
    known = "\n```ekonomi\nenhet: kr\n\n| | Utfall |\n| Drift [lika: utfall/Drift] | 1 |\n```\n"
    files = {"1-a/index.md": f"{CASE}{known}\n```ekonomi\nfil: tal.xlsx\n```\n"}
    hidden = _workbook(("Drift", 1), hidden=5)
    archive, findings = read(archive_of(tmp_path, {**files, "1-a/tal.xlsx": hidden}))
    assert [found for found, _ in codes(findings)] == ["workbook-hidden-rows"]
    assert check_archive(archive, frozenset()) == ()


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("detaljplan", "02-detaljplan-for-hamnkvarteret"),
        ("02-Detaljplan", "02-detaljplan-for-hamnkvarteret"),
        ("04-detaljplan-hamnkvarteret", "02-detaljplan-for-hamnkvarteret"),
        ("ram", "05-ram"),
    ],
)
def test_a_case_of_the_agenda_is_suggested_by_a_part_of_its_name(tmp_path: Path, typed: str, near: str) -> None:
    names = ("02-detaljplan-for-hamnkvarteret", "05-ram")
    rows = "".join(f"  - case: {name}\n" for name in (*names, typed))
    meeting = MEETING.replace("issued: 2022-09-19\n", f"issued: 2022-09-19\nagenda:\n{rows}")
    _, findings = read(archive_of(tmp_path, {"index.md": meeting, **{f"{name}.md": CASE for name in names}}))
    (finding,) = findings
    assert (finding.code, finding.words["near"]) == ("agenda-case-misspelt", near)


@pytest.mark.parametrize(
    ("typed", "near"), [("utfal.xlsx", "utfall.xlsx"), ("utfall.csv", "utfall.xlsx"), ("x.csv", "")]
)
def test_a_table_whose_file_is_misspelt_suggests_the_one_beside(tmp_path: Path, typed: str, near: str) -> None:
    letter = f"{CASE}\n```ekonomi\nfil: {typed}\n```\n\n```ekonomi\nfil: utfall.xlsx\n```\n"
    _, findings = read(archive_of(tmp_path, {"1-a/index.md": letter, "1-a/utfall.xlsx": _workbook(("Drift", 1))}))
    (finding,) = findings
    assert finding.code == ("finance-file-misspelt" if near else "finance-file")
    assert finding.words.get("near", "") == near
    assert (finding.place.path, finding.words["file"]) == ("gsn/2022-09-26/1-a/index.md", typed)
