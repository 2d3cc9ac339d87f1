from __future__ import annotations

import os
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from kallelse.model.finding import Place
from kallelse.read.finance.carrier import loader
from kallelse.read.sources import decode, natural, read_sources

from tests.folders import linked, written


def test_a_byte_order_mark_and_foreign_line_ends_leave_no_trace() -> None:
    source, findings = decode("a.md", b"\xef\xbb\xbf---\r\ntitle: x\r---\r\n")
    assert not findings
    assert source is not None
    assert source.text == "---\ntitle: x\n---\n"


def test_decomposed_letters_are_read_as_composed_ones() -> None:
    source, _ = decode("a.md", unicodedata.normalize("NFD", "Åtgärd på ö").encode())
    assert source is not None
    assert source.text == "Åtgärd på ö"


def test_a_text_in_latin_1_is_a_finding_at_its_first_wrong_byte() -> None:
    source, findings = decode("a.md", "rad ett\nsmå".encode("latin-1"))
    assert source is None
    assert [(finding.code, finding.place) for finding in findings] == [("file-not-utf8", Place("a.md", 2))]


@pytest.mark.parametrize("data", [b"PK\x03\x04\xff", b"%PDF-1.7\n%\xe2\xe3", b"\xd0\xcf\x11\xe0\xa1\xb1"])
def test_a_document_that_is_called_a_text_is_told_to_be_none(data: bytes) -> None:
    assert [finding.code for finding in decode("a.md", data)[1]] == ["file-not-text"]


def test_a_file_with_zero_bytes_is_no_text() -> None:
    source, findings = decode("a.md", b"a\nb\0c")
    assert source is None
    assert findings[0].code == "file-not-text"
    assert findings[0].place.line == 2


def test_hidden_files_and_those_of_office_programs_are_no_sources(tmp_path: Path) -> None:
    written(tmp_path, {"a.md": "", ".git/config": "", ".DS_Store": "", "~$rapport.docx": "", "Thumbs.db": ""})
    sources, findings = read_sources(tmp_path)
    assert sources.paths == ("a.md",)
    assert not findings


@pytest.mark.parametrize("name", ["a/bilaga-å.pdf", "åtgärd/a.md"])
def test_a_name_in_decomposed_letters_is_told_where_the_system_tells_it_from_composed_ones(
    tmp_path: Path, name: str
) -> None:
    written(tmp_path, {unicodedata.normalize("NFD", name): "", "b.md": ""})
    sources, findings = read_sources(tmp_path)
    if (tmp_path / name).exists():
        assert (sources.paths, findings) == (tuple(sorted((name, "b.md"))), ())
    else:
        assert [(finding.code, finding.place.path) for finding in findings] == [("file-letters", name)]
        assert sources.paths == ("b.md",)


def test_two_names_that_differ_in_capitals_alone_are_a_finding(tmp_path: Path) -> None:
    written(tmp_path, {"a.md": "", "A.md": ""})
    if len(list(tmp_path.iterdir())) < 2:
        pytest.skip("this file system does not tell capitals from small letters")
    _, findings = read_sources(tmp_path)
    assert [finding.code for finding in findings] == ["file-twice"]


def test_a_link_that_leaves_the_folder_is_never_read(tmp_path: Path) -> None:
    written(tmp_path, {"outside.md": "secret", "in/a.md": ""})
    linked(tmp_path / "in" / "b.md", tmp_path / "outside.md")
    sources, findings = read_sources(tmp_path / "in")
    assert [finding.code for finding in findings] == ["file-link"]
    assert sources.load("b.md") is None


def test_children_stand_in_the_order_a_person_expects(tmp_path: Path) -> None:
    written(tmp_path, {f"m/{name}/index.md": "" for name in ("10-a", "9-b", "1-c")} | {"m/2-d.md": ""})
    sources, _ = read_sources(tmp_path)
    assert sources.children("m") == ("1-c", "2-d.md", "9-b", "10-a")
    assert sources.below("m/9-b") == ("m/9-b/index.md",)


def test_natural_order_takes_numbers_as_numbers() -> None:
    assert sorted(["bilaga-10", "bilaga-9", "bilaga-1a"], key=natural) == ["bilaga-1a", "bilaga-9", "bilaga-10"]


def test_a_link_to_another_source_is_not_read_either(tmp_path: Path) -> None:
    written(tmp_path, {"a.md": "text"})
    linked(tmp_path / "b.md", tmp_path / "a.md")
    linked(tmp_path / "c.md", tmp_path / "c.md")
    sources, findings = read_sources(tmp_path)
    assert [(each.code, each.place.path) for each in findings] == [("file-link", "b.md"), ("file-link", "c.md")]
    assert sources.paths == ("a.md",)


@pytest.mark.parametrize("name", ["m/con.md", "m/AUX", "m/nul.tar.gz", "m/Com1.pdf", "m/lpt9 .md", "m/slut."])
def test_a_name_that_windows_refuses_is_a_finding(tmp_path: Path, name: str) -> None:
    try:
        written(tmp_path, {name: "text", "m/console.md": "text", "m/con-a.md": "text"})
    except OSError:
        pytest.skip("this system has no such name")
    sources, findings = read_sources(tmp_path)
    assert [(each.code, each.place.path) for each in findings] == [("file-name", name)]
    assert sources.paths == ("m/con-a.md", "m/console.md")


@pytest.mark.parametrize(
    "name", ["con", "m.", 'a"b', "a#b", "a?b", "a%41b", "a:b", "a|b", "a\\b", "a\nb", "a\u202eb", "a\u200bb", "a\xadb"]
)
@pytest.mark.parametrize("inside", ["", "gsn/2022-09-26/"])
def test_the_name_of_a_folder_is_held_against_the_same_rule(tmp_path: Path, name: str, inside: str) -> None:
    try:
        written(
            tmp_path, {f"{inside}{name}/index.md": "text", f"{inside}{name}/m/b.md": "text", "a b (c)/å.md": "text"}
        )
    except OSError:
        pytest.skip("this system has no such name")
    sources, findings = read_sources(tmp_path)
    assert [(each.code, each.place.path) for each in findings] == [("folder-name", inside + name)]
    assert sources.paths == ("a b (c)/å.md",)


@pytest.mark.parametrize(
    "name",
    [
        *("a#1.md", "a?.md", "a%20b.md", "x" * 210 + ".md", os.fsdecode(b"m\xe5l.md")),
        *("a\u202eb.md", "a\u2066b.md", "a\u200bb.md", "a\xadb.md", "a\x85b.md"),
    ],
)
def test_a_name_that_is_no_address_is_a_finding(tmp_path: Path, name: str) -> None:
    try:
        (tmp_path / name).write_text("text", encoding="utf-8")
    except OSError:
        pytest.skip("this system has no such name")
    sources, findings = read_sources(tmp_path)
    assert [each.code for each in findings] == ["file-name"]
    assert findings[0].place.path.encode()
    assert sources.paths == ()


def test_raised_figures_are_no_numbers() -> None:
    assert sorted(["03-1²", "03-1"], key=natural) == ["03-1", "03-1²"]


def test_a_number_without_end_is_a_finding_on_its_line(tmp_path: Path) -> None:
    written(tmp_path, {"a.md": "text\n" + "9" * 5000, "b.md": "9" * 400})
    sources, findings = read_sources(tmp_path)
    assert [(each.code, each.place.path, each.place.line) for each in findings] == [("file-digits", "a.md", 2)]
    assert sources.load("a.md") is None


def test_folders_that_are_links_and_files_that_are_none_are_told(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "a.md").write_text("text", encoding="utf-8")
    root = tmp_path / "meetings"
    root.mkdir()
    (root / "gsn").symlink_to(tmp_path / "elsewhere")
    os.mkfifo(root / "pipe.md")
    sources, findings = read_sources(root)
    assert sources.paths == ()
    assert {(each.code, each.place.path) for each in findings} == {("file-link", "gsn"), ("file-special", "pipe.md")}


def test_what_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "karta.pdf").write_bytes(b"%PDF")
    (tmp_path / "a.md").write_text("text", encoding="utf-8")

    def refused(self: Path, *_: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", refused)
    sources, findings = read_sources(tmp_path)
    assert sources.paths == ()
    assert [each.code for each in findings] == ["file-unreadable", "file-unreadable"]


@pytest.mark.parametrize("owner", [".~lock.utfall.csv#", "~$utfall.csv", "~$fall.csv"])
def test_a_file_that_another_program_has_open_is_told_as_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, owner: str
) -> None:
    written(tmp_path, {"m/utfall.csv": "a;b\n", f"m/{owner}": "", "m/a.md": "text"})
    real = Path.open

    def refused(self: Path, *arguments: Any, **named: Any) -> Any:
        if self.name == "utfall.csv":
            raise PermissionError(13, "Permission denied", str(self))
        return real(self, *arguments, **named)

    monkeypatch.setattr(Path, "open", refused)
    sources, findings = read_sources(tmp_path)
    assert [(each.code, each.place.path, each.words) for each in findings] == [
        ("file-open", "m/utfall.csv", {"file": "utfall.csv"})
    ]
    assert (sources.paths, "m/utfall.csv" in sources.public) == (("m/a.md",), True)
    # A table that is taken from it is told of no more than that.
    assert loader(sources, "sv")("m/utfall.csv") == (None, findings)
    assert loader(sources.within("m"), "sv")("m/utfall.csv") == (None, findings)
    assert not sources.within("n").unread


def test_a_file_that_lies_beside_its_owners_file_and_can_be_read_is_no_finding(tmp_path: Path) -> None:
    written(tmp_path, {"utfall.csv": "a;b\n", ".~lock.utfall.csv#": ""})
    assert read_sources(tmp_path)[1] == ()
