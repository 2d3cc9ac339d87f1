from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from kallelse.model.glossary import Term
from kallelse.publish.explained import Explainer
from kallelse.publish.keptplaces import keep_places, kept_explainer

TERMS = (Term("Bordläggning", ("bordlagt",), "Att skjuta upp."), Term("dnr", (), "Ärendets nummer."))
PAGES = ("<p>Bordlagt, dnr 3, bordlagt</p>", "<p>dnr</p>", "<p>Ingenting</p>")


def _kept(store: Path) -> Path:
    (file,) = store.glob("*/*.words")
    return file


def test_pages_that_are_the_same_are_explained_without_being_searched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = kept_explainer(TERMS, tmp_path)
    made = [first.explained(html) for html in PAGES]
    assert made == [Explainer(TERMS).explained(html) for html in PAGES]
    keep_places(first, tmp_path)
    monkeypatch.setattr(Explainer, "_found", lambda _, html: pytest.fail(html))
    again = kept_explainer(TERMS, tmp_path)
    assert [again.explained(html) for html in PAGES] == made


def test_what_no_page_has_any_more_is_kept_no_longer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = kept_explainer(TERMS, tmp_path)
    for html in PAGES:
        first.explained(html)
    keep_places(first, tmp_path)
    fewer = kept_explainer(TERMS, tmp_path)
    fewer.explained(PAGES[0])
    keep_places(fewer, tmp_path)
    same = kept_explainer(TERMS, tmp_path)
    assert len(same.known) == 1
    same.explained(PAGES[0])
    monkeypatch.setattr("kallelse.publish.keptplaces.keep_if_possible", lambda *_, **__: pytest.fail("written again"))
    keep_places(same, tmp_path)


def test_other_terms_are_sought_anew(tmp_path: Path) -> None:
    first = kept_explainer(TERMS, tmp_path)
    first.explained(PAGES[0])
    keep_places(first, tmp_path)
    for changed in (TERMS[:1], (replace(TERMS[0], meaning="Annat."), TERMS[1]), TERMS[::-1]):
        assert kept_explainer(changed, tmp_path).known == {}


@pytest.mark.parametrize("damaged", [b"", b"x", b"\x80\x05N."])
def test_what_is_damaged_is_not_taken(tmp_path: Path, damaged: bytes) -> None:
    first = kept_explainer(TERMS, tmp_path)
    made = first.explained(PAGES[0])
    keep_places(first, tmp_path)
    _kept(tmp_path).write_bytes(damaged)
    again = kept_explainer(TERMS, tmp_path)
    assert again.known == {}
    assert again.explained(PAGES[0]) == made
