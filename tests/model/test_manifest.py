"""The list of what was published: read as `sha256sum` writes it, and asked for the last that is known."""

from __future__ import annotations

import pytest
from kallelse.model.manifest import is_latest, manifest_findings, manifest_of, manifest_text, published_as

A, B, C = "a" * 64, "b" * 64, "c" * 64
LISTED = ((A, "n/m/protokoll.pdf"), (B, "n/m/en bilaga å.pdf"), (C, "n/m/protokoll.pdf"), (A, "n/ny/protokoll.pdf"))


def test_what_is_written_is_read_again_each_entry_once() -> None:
    assert manifest_text(LISTED[:1]) == f"{A}  n/m/protokoll.pdf\n"
    assert manifest_of(manifest_text((*LISTED, LISTED[0]))) == LISTED


@pytest.mark.parametrize("line", [f"{A}  x.pdf", f"{A} *x.pdf", f"  {A}  x.pdf\t", f"{A}  x.pdf\r"])
def test_a_line_may_have_the_mark_of_a_binary_file_and_the_end_of_windows(line: str) -> None:
    assert manifest_of(f"{line}\n") == ((A, "x.pdf"),)
    assert manifest_findings(f"{line}\n\n", "m") == ()


@pytest.mark.parametrize(
    "line",
    ["<<<<<<< HEAD", f"{A[1:]}  x.pdf", f"{A.upper()}  x.pdf", f"{A} x.pdf", f"{A}  x\x1b[2J.pdf", f"x{A}  x.pdf"],
)
def test_the_first_line_that_is_none_is_told_and_each_passed_over(line: str) -> None:
    text = f"{A}  x.pdf\n\n{line}\n{line}\n{B}  y.pdf\n"
    assert manifest_of(text) == ((A, "x.pdf"), (B, "y.pdf"))
    (found,) = manifest_findings(text, "meetings/manifest.sha256")
    assert (found.code, found.place.path, found.place.line) == ("manifest-damaged", "meetings/manifest.sha256", 3)


def test_a_file_is_the_latest_until_another_is_published_under_its_address() -> None:
    assert [is_latest(digest, address, LISTED) for digest, address in LISTED] == [False, True, True, True]
    assert is_latest(B, "n/m/anslagsbevis.pdf", LISTED)


def test_a_file_is_known_by_the_address_that_it_had_last() -> None:
    assert [published_as(digest, LISTED) for digest in (A, B, C)] == [
        "n/ny/protokoll.pdf",
        "n/m/en bilaga å.pdf",
        "n/m/protokoll.pdf",
    ]
    assert published_as("d" * 64, LISTED) == published_as(A, ()) == ""
