"""A municipality's own files replace those of the template by name; what is wrong with them is a finding."""

from __future__ import annotations

from pathlib import Path

import kallelse.typeset
import pytest
from kallelse import fonts
from kallelse.model.settings import Settings
from kallelse.typeset.template import template_of

from tests.typeset import meetings
from tests.typeset.build import committee
from tests.typeset.packets import cases, packet_of, set_alone
from tests.typeset.pictures import png

_OWN = Path(kallelse.typeset.__file__).parent / "template"


@pytest.fixture
def mall(tmp_path: Path) -> Path:
    folder = tmp_path / "mall"
    folder.mkdir()
    return folder


def _changed(name: str, old: str, new: str) -> str:
    text = (_OWN / name).read_text("utf-8")
    assert old in text
    return text.replace(old, new)


def test_a_file_of_the_same_name_replaces_the_packages(mall: Path) -> None:
    plain = packet_of(meetings.sample(), mall.parent)
    (mall / "tokens.typ").write_text(_changed("tokens.typ", '"#1B1D1F"', '"#000080"'), "utf-8")
    restyled = packet_of(meetings.sample(), mall.parent, settings=Settings(template="mall"))
    assert restyled.pages == plain.pages
    assert restyled.pdf != plain.pdf


def test_other_margins_give_other_pages_and_the_agenda_follows(mall: Path) -> None:
    plain = packet_of(meetings.sample(), mall.parent)
    text = _changed("tokens.typ", "top: 30mm, bottom: 28mm", "top: 30mm, bottom: 120mm")
    (mall / "tokens.typ").write_text(text, "utf-8")
    restyled = packet_of(meetings.sample(), mall.parent, settings=Settings(template="mall"))
    assert restyled.pages.total > plain.pages.total
    last = list(cases(restyled).values())[-1]
    assert f"{last.first}–{last.last}" in restyled.texts[1]


def test_a_face_beside_the_template_can_be_used(mall: Path) -> None:
    (mall / "Egen.otf").write_bytes((fonts.PRINT_DIR / "SourceSerif4-Regular.otf").read_bytes())
    template, findings = template_of(Settings(template="mall"), mall.parent)
    assert findings == ()
    assert template.fonts == (str(fonts.PRINT_DIR), str(mall))


def test_a_logo_takes_the_place_of_the_drawn_mark(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">'
        '<text x="2" y="26" font-size="14">NK</text></svg>',
        "utf-8",
    )
    packet = packet_of(meetings.sample(), tmp_path, settings=Settings(logo="logo.svg"))
    assert "NK" in packet.texts[0]
    assert "NK" in packet.texts[1]
    assert "NK" not in packet.texts[2]


def test_a_missing_folder_is_a_finding(tmp_path: Path) -> None:
    packet, findings = set_alone(committee(), meetings.sample(), Settings(template="borta"), tmp_path)
    assert packet is None
    assert [(finding.code, finding.words["path"]) for finding in findings] == [("template-missing", "borta")]


def test_a_template_that_is_no_text_is_a_finding(mall: Path) -> None:
    (mall / "tokens.typ").write_bytes(b"\xff\xfe#let")
    packet, findings = set_alone(committee(), meetings.sample(), Settings(template="mall"), mall.parent)
    assert packet is None
    assert [(finding.code, finding.place.path) for finding in findings] == [("template-not-text", "mall/tokens.typ")]


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ('#import "@preview/cetz:0.2.2": canvas', "template-package", "@preview/cetz:0.2.2"),
        ('#image("/intern/karta.png")', "template-beyond", "intern/karta.png"),
        ('#image("../intern/karta.png")', "template-beyond", "intern/karta.png"),
        ('#image("/mall/../intern/karta.png")', "template-beyond", "intern/karta.png"),
        ('#image("/mall/vapen.png")', "", ""),
        ('#let between = " / "', "", ""),
    ],
)
def test_a_template_takes_nothing_from_elsewhere(mall: Path, line: str, code: str, told: str) -> None:
    for name in ("intern/karta.png", "mall/vapen.png"):
        (mall.parent / name).parent.mkdir(exist_ok=True)
        (mall.parent / name).write_bytes(png(8, 8))
    own = "// what a municipality draws\n" + line + "\n"
    (mall / "mark.typ").write_text(own, "utf-8")
    _, findings = template_of(Settings(template="mall"), mall.parent)
    shown = [(finding.code, finding.place.line, *finding.words.values()) for finding in findings]
    assert [found[:3] for found in shown] == ([(code, 2, told)] if code else [])


@pytest.mark.parametrize("name", ["tokens.typ", "table.typ"])
def test_a_template_that_typst_refuses_is_a_finding(mall: Path, name: str) -> None:
    (mall / name).write_text("#let x = (\n", "utf-8")
    packet, findings = set_alone(committee(), meetings.sample(), Settings(template="mall"), mall.parent)
    assert packet is None
    assert [finding.code for finding in findings] == ["template-not-set"]
    if name == "table.typ":
        assert "(table.typ:1)" in findings[0].words["message"]
