"""What holds of the tests' own tools: what is good passes, and what is bad is seen to fail."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pikepdf
import pytest
import typst
from playwright.sync_api import Browser

from tests.conftest import FindProgram, VeraPDF
from tests.tools.browser import opened, schemes, served, violations, visit
from tests.tools.verapdf import PDF_A_3A, PDF_UA_1, verdicts

_SOURCE = """
#set document(title: "Kallelse", date: datetime(year: 2022, month: 9, day: 21))
#set text(lang: "sv")
= Kallelse
Ärendena står i den ordning de behandlas.
"""


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "gott exempel å.pdf"
    when = dt.datetime(2022, 9, 21, tzinfo=dt.UTC)
    path.write_bytes(typst.compile(_SOURCE.encode(), format="pdf", pdf_standards=["a-3a", "ua-1"], timestamp=when))
    return path


def test_verapdf_passes_a_true_file_and_names_the_clauses_of_an_untrue_one(good: Path, verapdf: VeraPDF) -> None:
    untagged = good.with_name("otaggad.pdf")
    with pikepdf.open(good) as pdf:
        del pdf.Root.StructTreeRoot
        del pdf.Root.MarkInfo
        pdf.save(untagged)
    none = good.with_name("inget.pdf")
    none.write_bytes(b"inte en PDF")

    found = verapdf([good, untagged, none])

    assert [(verdict.path, verdict.standard) for verdict in found] == [
        (path, standard) for path in (good, untagged, none) for standard in (PDF_A_3A, PDF_UA_1)
    ]
    assert [verdict.passed for verdict in found] == [True, True, False, False, False, False]
    assert [str(verdict) for verdict in found[:2]] == [
        "gott exempel å.pdf passes 3a",
        "gott exempel å.pdf passes ua1",
    ]
    assert not any(verdict.failures or verdict.problem for verdict in found[:2])
    # ISO 19005-3, 6.7.2.2 asks for MarkInfo; ISO 14289-1, 7.1 for a structure tree.
    assert [clause for clause, _ in found[2].failures if clause.startswith("6.7.2.2")]
    assert [clause for clause, _ in found[3].failures if clause.startswith("7.1-")]
    assert all(message for verdict in found[2:4] for _, message in verdict.failures)
    assert all(verdict.problem and not verdict.failures for verdict in found[4:])


def test_verapdf_that_does_not_run_is_no_pass(good: Path, program: FindProgram) -> None:
    with pytest.raises(RuntimeError, match="veraPDF did not run"):
        verdicts(program("java"), good.with_name("no.jar"), [good])


def test_no_file_needs_no_java(tmp_path: Path) -> None:
    assert verdicts(tmp_path / "no-java", tmp_path / "no.jar", []) == ()


def test_axe_finds_what_is_wrong_under_a_strict_policy(browser: Browser, tmp_path: Path) -> None:
    policy = """<meta http-equiv="Content-Security-Policy" content="script-src 'self'">"""
    head = f'<!doctype html><html lang="sv"><head><meta charset="utf-8">{policy}<title>Prov</title></head>'
    good = f"{head}<body><main><h1>Prov</h1></main></body></html>"
    (tmp_path / "bra.html").write_text(good, encoding="utf-8")
    (tmp_path / "illa.html").write_text(good.replace("</main>", '<img src="x.png"></main>'), encoding="utf-8")

    with served(tmp_path) as address:
        page = browser.new_page()
        page.goto(f"{address}/bra.html")
        assert violations(page) == ()
        page.goto(f"{address}/illa.html")
        (found,) = violations(page)
        page.close()

    assert (found.rule, found.elements) == ("image-alt", ("img",))


def test_a_page_is_seen_in_dark_colours_too(browser: Browser, tmp_path: Path) -> None:
    dark = "<style>@media (prefers-color-scheme: dark) { body { background: #000; color: #222 } }</style>"
    head = f'<!doctype html><html lang="sv"><head><meta charset="utf-8">{dark}<title>Prov</title></head>'
    (tmp_path / "prov.html").write_text(f"{head}<body><main><h1>Prov</h1></main></body></html>", encoding="utf-8")
    with served(tmp_path) as address, opened(browser) as page:
        visit(page, f"{address}/prov.html")
        found = {scheme: [one.rule for one in violations(page)] for scheme in schemes(page)}
    assert found == {"light": [], "dark": ["color-contrast"]}
