from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont
from kallelse.fonts import PRINT_DIR, WEB_FONT

ROOT = Path(__file__).resolve().parents[2]
ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyzåäöéüæøßðþ"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖÉÜÆØẞÐÞ0123456789"
    "áčđŋšŧžǥǧǯʒïâÁČĐŊŠŦŽǤǦǮƷÏÂ"
    "ąćęłńóśźżčďěňřšťůýžőűğıİşșțăîāēģīķļņūėįųñçàèìòùâêîôûëĳ"
)
SIGNS = (
    " !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
    "§¶©®°±×÷µ·½¼¾²³¹ªº«»¡¿€£"
    "−–—‘’‚“”„†•…‰‹›™№≤≥≠≈→←↑↓↔✓\u2010\u2011\u00a0\u202f\u2009\u2007\u00ad"
)


def web_font(weight: int | None = None) -> TTFont:
    font = TTFont(WEB_FONT)
    return font if weight is None else instantiateVariableFont(font, {"wght": weight})


def advances(font: TTFont) -> dict[str, int]:
    return {chr(code): font["hmtx"][name][0] for code, name in font.getBestCmap().items()}


def test_the_font_is_small_enough_for_every_page() -> None:
    assert WEB_FONT.stat().st_size <= 36_000
    assert web_font().flavor == "woff2"


def test_every_name_by_which_the_font_is_shown_is_its_own() -> None:
    names = web_font()["name"]
    assert names.getDebugName(1) == names.getDebugName(4) == "Kallelse Sans"
    assert names.getDebugName(6) == "KallelseSans-Regular"
    assert names.getDebugName(16) is names.getDebugName(21) is None
    told = {record.nameID: record.toUnicode() for record in names.names}
    # Copyright and trademark must name the reserved one, the description says what the font was made of.
    assert {number for number, text in told.items() if "Source" in text} == {0, 7, 10}


def test_copyright_and_licence_go_with_the_font_inside_and_beside_it() -> None:
    names = web_font()["name"]
    assert "Adobe" in names.getDebugName(0)
    assert "SIL Open Font License, Version 1.1" in names.getDebugName(13)
    beside = (WEB_FONT.parent / "LICENSE-KallelseSans.md").read_text(encoding="utf-8")
    original = (PRINT_DIR / "LICENSE-SourceSans3.md").read_text(encoding="utf-8")
    assert beside.endswith(original)
    assert "Modified Version of Source Sans 3" in beside
    assert {path.name for path in WEB_FONT.parent.iterdir()} == {WEB_FONT.name, "LICENSE-KallelseSans.md"}


def test_one_axis_of_weight_goes_from_regular_to_bold() -> None:
    (axis,) = web_font()["fvar"].axes
    assert (axis.axisTag, axis.minValue, axis.defaultValue, axis.maxValue) == ("wght", 400, 400, 700)


def test_the_font_has_the_letters_and_signs_of_municipal_texts() -> None:
    assert set(ALPHABETS + SIGNS) <= advances(web_font()).keys()


@pytest.mark.parametrize("weight", [400, 600, 700])
def test_columns_of_figures_and_minus_signs_align_without_any_feature(weight: int) -> None:
    found = advances(web_font(weight))
    assert len({found[sign] for sign in "0123456789\u2212\u2007"}) == 1


@pytest.mark.parametrize(("weight", "face"), [(400, "SourceSans3-Regular"), (600, "SourceSans3-Semibold")])
def test_site_and_packet_are_set_in_the_same_letters(weight: int, face: str) -> None:
    printed, shown = advances(TTFont(PRINT_DIR / f"{face}.otf")), advances(web_font(weight))
    assert {letter: width for letter, width in shown.items() if abs(printed[letter] - width) > 1} == {}


def test_the_script_refuses_a_tarball_that_is_not_the_published_one(tmp_path: Path) -> None:
    (tmp_path / "source-sans-3.52.0.tgz").write_bytes(b"something else")
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "make-web-font"), "--check", "--tarballs", str(tmp_path)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert "source-sans-3.52.0.tgz is not the published one" in done.stderr
