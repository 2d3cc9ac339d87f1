"""What a PDF hides in layers is seen nowhere, and what it shows is kept, however either is said."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from kallelse.foreign.flat import flat_pdf
from kallelse.read.foreign import read_foreign
from pikepdf import Dictionary, Name

from tests import layers
from tests.foreign import saved, words_of
from tests.layers import Saying, based, by_usage, event, expression, intended, membership


def read(folder: Path, document: pikepdf.Pdf) -> tuple[list[str], list[str]]:
    file = folder / "plan.pdf"
    file.write_bytes(saved(document))
    found, findings = read_foreign("gsn/plan.pdf", file)
    assert found is not None
    return [page.text for page in found.pages], [each.code for each in findings]


def off(category: str) -> Dictionary:
    return Dictionary({f"/{category}": Dictionary({f"/{category}State": Name.OFF})})


def shown(category: str) -> Dictionary:
    return Dictionary({f"/{category}": Dictionary({f"/{category}State": Name.ON})})


@pytest.mark.parametrize(
    ("saying", "hides"),
    [
        (membership("AnyOn", 0, 1), False),
        (membership("AnyOn", 1), True),
        (membership("AllOn", 0, 1), True),
        (membership("AllOn", 0), False),
        (membership("AnyOff", 0, 1), False),
        (membership("AnyOff", 0), True),
        (membership("AllOff", 0, 1), True),
        (membership("AllOff", 1), False),
        (membership("AllOn"), False),
        (expression("And", 0, 1), True),
        (expression("Or", 0, 1), False),
        (expression("Not", 0), True),
        (expression("Not", 1), False),
        (expression("And", 0, ("Not", 1)), False),
        (expression("Or", 1, ("Not", ("Or", 0, 1))), True),
        (expression("Xor", 0), True),
        (based(on=False), True),
        (based(on=True), False),
        (based(on=False, listed=False), True),
        (by_usage(off("View"), event("View", "View")), True),
        (by_usage(off("View")), True),
        (by_usage(shown("View"), event("View", "View"), off=True), False),
        (by_usage(shown("View"), off=True), True),
        (by_usage(off("Print"), event("Print", "Print")), False),
        (by_usage(off("Print"), event("View", "Print")), True),
        (by_usage(Dictionary(Zoom=Dictionary(min=4)), event("View", "Zoom")), True),
        (by_usage(Dictionary(Zoom=Dictionary(max=4)), event("View", "Zoom")), False),
        (intended("View"), True),
        (intended("Design"), False),
        (intended("Design", "View"), True),
        (intended("Design", of_view="All"), True),
    ],
)
def test_a_layer_is_seen_where_a_viewer_shows_it(tmp_path: Path, saying: Saying, *, hides: bool) -> None:
    (text,), codes = read(tmp_path, layers.said(saying))
    assert (layers.HIDDEN in text, codes) == (not hides, ["foreign-layers"] if hides else codes)
    assert "Plan" in text
    # In a document that says nothing of these layers, too.
    with flat_pdf(tmp_path / "plan.pdf", names_files=True) as flat:
        del flat.Root["/OCProperties"]
        data = io.BytesIO()
        flat.save(data)
    assert words_of(data.getvalue()).split() == text.split()


@pytest.mark.parametrize(
    "place",
    [
        "form",
        "within a form",
        "within many forms",
        "form in a layer",
        "annotation",
        "appearance",
        "within an appearance",
        "pattern",
        "content of two pages",
    ],
)
def test_what_is_hidden_is_not_kept_wherever_it_stands(tmp_path: Path, place: str) -> None:
    texts, codes = read(tmp_path, layers.placed(place))
    assert codes == ["foreign-layers"]
    with flat_pdf(tmp_path / "plan.pdf", names_files=True) as flat:
        data = io.BytesIO()
        flat.save(data)
    if place == "content of two pages":
        assert [layers.HIDDEN in text for text in texts] == [True, False]
        return
    assert texts == ["Plan", "Plan"]
    assert layers.HIDDEN not in words_of(data.getvalue())
    with pikepdf.open(data) as document:
        streams = [each.read_bytes() for each in document.objects if isinstance(each, pikepdf.Stream)]
    assert not [each for each in streams if layers.HIDDEN.encode() in each]


def test_a_form_in_a_layer_that_is_seen_is_in_none_any_more(tmp_path: Path) -> None:
    document = layers.placed("form")
    document.Root.OCProperties.D.OFF = pikepdf.Array([])
    texts, codes = read(tmp_path, document)
    assert (layers.HIDDEN in texts[0], codes) == (True, [])
    with flat_pdf(tmp_path / "plan.pdf", names_files=True) as flat:
        assert "/OC" not in flat.pages[0].Resources.XObject.F


def test_a_drawing_in_layers_that_are_all_seen_is_not_looked_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pikepdf, "parse_content_stream", None)
    document = layers.said(lambda view, groups: groups[0])
    texts, codes = read(tmp_path, document)
    assert (layers.HIDDEN in texts[0], codes) == (True, ["foreign-layers"])


def test_the_layers_that_hide_are_named_once(tmp_path: Path) -> None:
    file = tmp_path / "plan.pdf"
    file.write_bytes(saved(layers.said(expression("And", 0, 1))))
    _, findings = read_foreign("gsn/plan.pdf", file)
    assert [each.words["layers"] for each in findings] == ["A, B"]


def test_lines_below_a_hidden_line_stay_where_they_are(tmp_path: Path) -> None:
    document = layers.said(membership("AnyOn", 1))
    page = document.pages[0]
    page.contents_add(b"BT /F1 20 Tf 24 TL 50 300 Td (Ett) Tj /OC /L BDC (Dolt) ' 0 0 (Dolt) \" EMC (Fyra) ' ET")
    (tmp_path / "plan.pdf").write_bytes(saved(document))
    with flat_pdf(tmp_path / "plan.pdf", names_files=True) as flat:
        operators = [str(each.operator) for each in pikepdf.parse_content_stream(flat.pages[0])]
    assert (operators.count("T*"), operators.count("'"), operators.count('"')) == (2, 1, 0)
