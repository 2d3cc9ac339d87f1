from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from kallelse.foreign import opened
from kallelse.model.finding import Finding, Place
from kallelse.report import annotation_lines, disturbed, finding_lines, progress, summary
from kallelse.run import Answer, PacketFacts

from tests.folders import written


@pytest.mark.parametrize(("total", "told"), [(3, [1, 2, 3]), (40, [4, 8, 12, 16, 20, 24, 28, 32, 36, 40])])
def test_long_work_tells_how_far_it_is(total: int, told: list[int]) -> None:
    stream = io.StringIO()
    watch = progress(stream, "sv")
    for done in range(1, total + 1):
        watch("typeset", done, total)
    assert stream.getvalue().splitlines() == [f"Sätter kallelser {done}/{total} …" for done in told]


def test_a_book_is_told_in_place_of_a_site() -> None:
    packets = (PacketFacts("a/kallelse.pdf", 2, 3000),)
    answer = Answer("site", {"meetings": 1}, packets, "sv")
    assert list(summary(answer, 1.25))[3:] == [
        "Kallelse: site/a/kallelse.pdf (2 sidor, 3 kB)",
        "Webbplatsen: site/index.html",
        "Öppna site/index.html i en webbläsare, eller kör kallelse serve.",
    ]
    book = Answer("site", {"meetings": 1}, packets, "en", "arsbok.pdf")
    assert list(summary(book, 1.25))[3:] == ["The yearbook: arsbok.pdf"]


def test_what_was_left_out_is_told_with_how_to_see_it() -> None:
    answer = Answer("site", {"meetings": 1}, (), "sv", unissued=("ks/2026-10-12",))
    (told,) = (line for line in summary(answer, 1, "scripts/") if "ks/2026-10-12" in line)
    assert told.startswith("Utan issued visas bara mötets dag, tid och plats: ks/2026-10-12.")
    assert told.endswith("scripts/serve eller scripts/build --drafts.")


def test_what_is_private_is_told_beside_the_site() -> None:
    answer = Answer("site", {"meetings": 1}, (), "en", private=("private/list.csv",))
    assert list(summary(answer, 1))[3:5] == [
        "For you alone, not on the site: private/list.csv",
        "The site: site/index.html",
    ]


def test_a_file_that_another_program_has_open_is_named_with_what_to_do(tmp_path: Path) -> None:
    written(tmp_path, {"private/lista.csv": "a", "private/.~lock.lista.csv#": "", "private/annan.csv": "b"})
    file = tmp_path / "private" / "lista.csv"
    told = f"{file} är öppen i ett annat program, som Excel eller Word. Stäng den där, och kör kommandot igen."
    for name in (tmp_path / "private", file):
        assert disturbed(PermissionError(13, "Permission denied", str(name)), "sv") == told
    # What is written aside and put in its place.
    aside = PermissionError(13, "Permission denied", str(tmp_path / ".lista.csv.next-1"), None, str(file))
    assert disturbed(aside, "sv") == told


def test_what_the_system_refuses_otherwise_is_told_as_it_says(tmp_path: Path) -> None:
    written(tmp_path, {"private/lista.csv": "a"})
    file = tmp_path / "private" / "lista.csv"
    assert "ledigt utrymme" in disturbed(OSError(28, "No space left on device", str(file)), "sv")
    assert "ledigt utrymme" in disturbed(PermissionError(13, "Permission denied", str(file.parent)), "sv")
    assert "ledigt utrymme" in disturbed(PermissionError(13, "Permission denied"), "sv")
    if os.name != "nt":
        assert "ledigt utrymme" in disturbed(PermissionError(13, "Permission denied", str(file)), "sv")


def test_windows_says_nothing_but_that_a_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, {"lista.csv": "a"})
    error = PermissionError(13, "Permission denied", str(tmp_path / "lista.csv"))
    monkeypatch.setattr(opened, "_WINDOWS", True)
    assert opened.held_of(error) == tmp_path / "lista.csv"


# What turns the order of reading round, moves the cursor, ends a line, or begins a workflow command.
HARMFUL = "a\u202eb\u2066c\x1b[2Jd\re\n::error::f\x9bg\u2028h\u200bi"
HARMLESS = r"a\u202eb\u2066c\u001b[2Jd\u000de\u000a::error::f\u009bg\u2028h\u200bi"


def test_what_a_name_or_a_title_has_to_mislead_with_is_printed_as_its_code() -> None:
    finding = Finding("file-twice", Place(f"{HARMFUL}.md", 3), {"other": HARMFUL})
    wrong, remedy = finding_lines([finding], f"m{HARMFUL}", "sv")
    assert wrong.startswith(f"m{HARMLESS}/{HARMLESS}.md:3: fel: ")
    assert HARMLESS in wrong.partition("fel: ")[2]
    (line,) = annotation_lines([finding], f"m{HARMFUL}", "sv")
    told = disturbed(OSError(28, "No space", f"/{HARMFUL}"), "sv")
    for printed in (wrong, remedy, line, told):
        assert printed.isprintable()
    assert f"/{HARMLESS}" in told


def test_all_other_letters_are_printed_as_they_are() -> None:
    name = "Å ä – ”é” \N{NO-BREAK SPACE}§ e\u0301 日本 \\u202e"
    wrong, _ = finding_lines([Finding("file-twice", Place(name), {"other": name})], "m", "sv")
    assert wrong.count(name) == 2
