"""Faces opened without a library, held against what fontTools reads of them."""

from __future__ import annotations

import io
from functools import cache

import pytest
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from kallelse.fonts import PRINT_DIR, WEB_FONT
from kallelse.fonts.opened import NEEDED, face_of

from tests.finance.tables import UNHURRIED

FACES = ("SourceSans3-Regular.otf", "SourceSerif4-It.otf", "SourceCodePro-Regular.otf")


@cache
def made(name: str, flavor: str = "", without: str = "") -> bytes:
    """A shipped face as it is packed for the web, without some of its letters."""
    font = TTFont(PRINT_DIR / name if name.endswith(".otf") else WEB_FONT)
    if without:
        options = Options(layout_features=["*"], notdef_outline=True)
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=[code for code in font.getBestCmap() if chr(code) not in without])
        subsetter.subset(font)
    font.flavor = flavor or None
    data = io.BytesIO()
    font.save(data)
    return data.getvalue()


@pytest.mark.parametrize("name", [*FACES, "web"])
@pytest.mark.parametrize("flavor", ["", "woff"])
def test_letters_are_those_that_fonttools_finds(name: str, flavor: str) -> None:
    face = face_of(made(name, flavor))
    assert face is not None
    known = TTFont(io.BytesIO(made(name))).getBestCmap()
    assert face.letters == frozenset(map(chr, known))
    assert face.is_tabular
    assert face.is_variable == (name == "web")


def test_letters_that_are_not_there_are_not_found() -> None:
    face = face_of(made(FACES[0], "woff", "å−"))
    assert face is not None
    assert face.letters is not None
    assert [letter for letter in NEEDED if letter not in face.letters] == ["å", "−"]


def test_figures_of_different_widths_are_told_unless_there_are_others() -> None:
    font = TTFont(PRINT_DIR / "SourceSerif4-Regular.otf")
    advance, bearing = font["hmtx"]["one"]
    font["hmtx"]["one"] = (advance - 100, bearing)
    for tabular in (True, False):
        if not tabular:
            del font["GSUB"]
        data = io.BytesIO()
        font.save(data)
        face = face_of(data.getvalue())
        assert face is not None
        assert face.is_tabular == tabular


def test_of_woff2_only_the_weights_are_known() -> None:
    variable, fixed = face_of(WEB_FONT.read_bytes()), face_of(made(FACES[0], "woff2"))
    assert variable is not None
    assert fixed is not None
    assert (variable.is_variable, variable.letters) == (True, None)
    assert (fixed.is_variable, fixed.letters) == (False, None)


@UNHURRIED
@given(st.binary(max_size=200), st.sampled_from([b"", b"wOFF", b"wOF2", b"OTTO", b"\x00\x01\x00\x00"]))
def test_what_is_no_face_is_none_and_never_fails(data: bytes, start: bytes) -> None:
    face = face_of(start + data)
    assert face is None or start == b"wOF2"


@UNHURRIED
@given(st.integers(0, 4000), st.integers(0, 255))
def test_a_broken_face_never_fails(place: int, value: int) -> None:
    data = bytearray(made(FACES[0], "woff"))
    data[place] = value
    face_of(bytes(data))
    face_of(bytes(data[:place]))
