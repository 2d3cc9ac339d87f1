"""Of what is confidential only a stub is read, whatever its case, its papers and their files are called."""

from __future__ import annotations

from pathlib import Path

import pytest
from kallelse.check.archive import check_archive
from kallelse.model.meeting import Access, Document
from kallelse.read.archive import read_archive

from tests.folders import CASE, archive_of, written
from tests.read.archives import ATTACHMENT, agenda, read

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


@pytest.mark.parametrize(
    ("said", "dnr", "linkable"),
    [
        ("", None, False),
        ("public_dnr: true\n", "GSN 2022/99", True),
        ("public_dnr: true\nlinkable: false\n", "GSN 2022/99", False),
    ],
)
def test_the_number_of_a_confidential_case_is_shown_only_where_that_is_said(
    tmp_path: Path, said: str, dnr: str | None, linkable: bool
) -> None:
    text = f"---\ntitle: x\naccess: confidential\ndnr: GSN 2022/99\n{said}---\n"
    archive, findings = read(archive_of(tmp_path, {"1-a.md": text}))
    assert not findings
    case = agenda(archive)[0].case
    assert case is not None
    assert (case.dnr and case.dnr.value, case.linkable) == (dnr, linkable)


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
    # The case itself is public, and says nothing else.
    assert case.attachments[0].title == "Handlingen omfattas av sekretess"


@pytest.mark.parametrize(("said", "title"), [("", "Om Olle"), ("public_title: Ett avtal\n", "Ett avtal")])
def test_a_heading_that_may_be_shown_is_the_public_one_else_its_own(tmp_path: Path, said: str, title: str) -> None:
    text = f"---\ntitle: Om Olle\naccess: confidential\npublish: heading\n{said}---\n"
    archive, findings = read(archive_of(tmp_path, {"1-a.md": text, "2-b/index.md": CASE, "2-b/x.md": text}))
    assert not findings
    case, other = (row.case for row in agenda(archive))
    assert case is not None
    assert other is not None
    assert [case.title, *(each.title for each in other.attachments)] == [title, title]


@pytest.mark.parametrize("typed", ["26:1", "OSL 26:1", "26 kap. 1 §", "26 kap 1 § OSL", "'26 : 1'"])
def test_the_provision_by_which_something_is_withheld_is_told_and_nothing_beside_it(tmp_path: Path, typed: str) -> None:
    head = f"---\ntitle: {HIDDEN}\naccess: confidential\nground: {typed}\n---\n{HIDDEN}\n"
    files = {
        "1-a.md": head,
        "2-b/index.md": CASE,
        "2-b/b.md": head,
        "2-b/c.md": ATTACHMENT.replace("---", "---\nground: 25:1", 1),
    }
    archive, findings = read(archive_of(tmp_path, files))
    assert not findings
    case, other = (row.case for row in agenda(archive))
    assert case is not None
    assert other is not None
    assert case.ground == "26:1"
    assert {document.ground for document in other.attachments} == {"26:1", ""}
    assert HIDDEN not in repr(archive)


@pytest.mark.parametrize("typed", ["Åkerblom är sjuk", "26", "0:1", "26:1 Åkerblom"])
def test_a_provision_has_no_words_of_its_own(tmp_path: Path, typed: str) -> None:
    text = f"---\ntitle: {HIDDEN}\naccess: confidential\nground: {typed}\n---\n"
    _, findings = read(archive_of(tmp_path, {"1-a.md": text}))
    assert [finding.code for finding in findings] == ["field-ground"]


@pytest.mark.parametrize("row", ["\n  - {}", " {}"])
def test_a_confidential_pdf_is_a_stub_and_never_opened(tmp_path: Path, row: str) -> None:
    paper = row.replace("{}", "{file: olle.pdf, title: Om Olle, access: confidential}")
    declared = f"---\nattachments:{paper}\n"
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
    _, sources, _ = read_archive(tmp_path)
    assert sources.withheld == {"gsn/2022-09-26/1-a/olle.pdf"}


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


def test_a_spelt_out_value_still_withholds_every_file_of_its_case(tmp_path: Path) -> None:
    hidden = '---\ntitle: x\naccess: "confident\\x69al"\n---\nText.\n'
    files: dict[str, str | bytes] = {"1-a/index.md": hidden, "1-a/x.csv": ";Budget\na;1\n", "2-b.md": CASE}
    _, sources, _ = read_archive(archive_of(tmp_path, files))
    assert "gsn/2022-09-26/1-a/x.csv" in sources.withheld


def test_a_confidential_case_of_one_file_withholds_no_other(tmp_path: Path) -> None:
    files = {"1-a.md": "---\ntitle: x\naccess: confidential\n---\n", "2-b/index.md": CASE, "2-b/c.md": ATTACHMENT}
    _, sources, _ = read_archive(archive_of(tmp_path, files))
    assert sources.withheld == {"gsn/2022-09-26/1-a.md"}


def test_no_text_may_use_what_was_issued_or_adjusted(tmp_path: Path) -> None:
    kept = {f"{folder}/1.pdf": b"%PDF-1.7" for folder in ("issues", "adjusted")}
    files: dict[str, str | bytes] = {**kept, "1-a/index.md": CASE, "1-a/issues.pdf": b"%PDF-1.7"}
    _, sources, _ = read_archive(archive_of(tmp_path, files))
    assert sources.withheld == {f"gsn/2022-09-26/{path}" for path in kept}


@pytest.mark.parametrize("other", ["arende-1.md", "arende-1/index.md"])
def test_a_stub_takes_no_address_of_another_case(tmp_path: Path, other: str) -> None:
    hidden = "---\ntitle: x\naccess: confidential\n---\nText.\n"
    files = {"01-a.md": hidden, other: CASE, "b/index.md": CASE, "b/a.md": hidden, "b/bilaga-1.md": ATTACHMENT}
    archive, _ = read(archive_of(tmp_path, files))
    cases = [row.case for row in agenda(archive) if row.case is not None]
    addresses = [case.address for case in cases] + [each.address for case in cases for each in case.attachments]
    assert len(addresses) == len(set(addresses)) == 5
    assert cases[0].path == "gsn/2022-09-26/arende-1-x.md"


def test_what_a_municipality_says_of_what_is_withheld_is_said_of_cases_and_papers(tmp_path: Path) -> None:
    hidden = "---\ntitle: x\naccess: confidential\n---\nText.\n"
    root = archive_of(tmp_path, {"1-a.md": hidden, "2-b/index.md": CASE, "2-b/c.md": hidden})
    written(root, {"kallelse.yml": "name: Norrsala\nwithheld: Visas inte\n"})
    archive, _ = read(root)
    one, two = (row.case for row in agenda(archive))
    assert one is not None
    assert two is not None
    assert [one.title, two.attachments[0].title] == ["Visas inte", "Visas inte"]


@pytest.mark.parametrize(
    ("said", "other"),
    [
        ("b.docx", "b.pdf"),
        ("b.pdf", "b.docx"),
        ("b.md", "b.pdf"),
        ("b.md", "b.docx"),
        ("B.odt", "b.pdf"),
    ],
)
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
    assert [each.code for each in findings] == ([] if said == "b.pdf" else ["attachment-twin"])
    assert "link-dead" in [each.code for each in check_archive(archive, sources.public)]


@pytest.mark.parametrize("typed", ["' b c.pdf'", "'b c.pdf '", "'b  c.pdf'", '"b\\n c.pdf"', '"b\\tc.pdf"'])
def test_blanks_about_the_name_of_a_confidential_paper_make_it_no_other(tmp_path: Path, typed: str) -> None:
    """The case shows a stub of it either way; the file itself is what others may not point at."""
    declared = f"---\nattachments:\n  - {{file: {typed}, access: confidential}}\n"
    case = CASE.replace("---\n", declared, 1) + "\nSe [x](<b c.pdf>).\n"
    archive, sources, findings = read_archive(archive_of(tmp_path, {"1-a/index.md": case, "1-a/b c.pdf": b"x"}))
    assert not findings
    assert not any(path.endswith(".pdf") for path in sources.public)
    assert "link-dead" in [each.code for each in check_archive(archive, sources.public)]


@pytest.mark.parametrize("field", ["title: Om Olle", "separate: true", "access: public", "access: confidential"])
@pytest.mark.parametrize("name", ["olle.md", "olle.pdf"])
@pytest.mark.parametrize("step", [1, -1])
def test_a_paper_that_one_of_two_rows_withholds_is_withheld(tmp_path: Path, field: str, name: str, step: int) -> None:
    rows = [f"  - {{file: {name}, {said}}}\n" for said in ("access: confidential", field)][::step]
    case = CASE.replace("---\n", "---\nattachments:\n" + "".join(rows), 1)
    files: dict[str, str | bytes] = {"1-a/index.md": case, f"1-a/{name}": ATTACHMENT}
    archive, findings = read(archive_of(tmp_path, files))
    found = agenda(archive)[0].case
    assert found is not None
    assert [each.access for each in found.attachments] == [Access.CONFIDENTIAL]
    assert "olle" not in repr(found.attachments).casefold()
    assert [(each.code, each.place.line) for each in findings] == [("attachment-twice", 4)]


def test_a_confidential_paper_without_a_file_says_no_more_than_its_number(tmp_path: Path) -> None:
    declared = "---\nattachments:\n  - {title: Om Olle, separate: true, access: confidential}\n"
    archive, findings = read(archive_of(tmp_path, {"1-a/index.md": CASE.replace("---\n", declared, 1)}))
    assert not findings
    found = agenda(archive)[0].case
    assert found is not None
    assert "Olle" not in repr(found)
