from __future__ import annotations

import hashlib
import shutil
import unicodedata
from pathlib import Path

import pytest
import typst
from fontTools.ttLib import TTFont
from kallelse.fonts import DISPLAY, FAMILIES, MONO, PRINT_DIR, SANS, SERIF
from kallelse.fonts.coverage import letters

from tests.fonts.probe import STYLES, Style, faces, fonts_of, typeset

# As published in source-sans 3.52.0, source-serif 4.5.1 and source-code-pro 2.42.0.
PUBLISHED = {
    "SourceCodePro-Regular.otf": "9f9664e2edf6f045c11e774f9bd0be6993971f2544a39061a5ce478b96b051f8",
    "SourceSans3-It.otf": "430b9f0eb1170be0981706d14b6cf87122efba9d86c373bbdf69daf276421462",
    "SourceSans3-Regular.otf": "08df266400933d3178d081a45f94a08814c3e55b4b7dd2e0ff69cb1329f13ab6",
    "SourceSans3-Semibold.otf": "36f1cd2c344aa3109e64429bce41a41e4b2b923beb2db19b8dbf9bb56f05a4f9",
    "SourceSerif4-It.otf": "f8062257f4693e438a8e317c9fe2b4393f0d4eed84d897edcbfd733c30a1c1a1",
    "SourceSerif4-Regular.otf": "edf160d0d584deee8a3bb2c3371b2a7624ca63580fbe02c57c1f4c91e84d8787",
    "SourceSerif4-Semibold.otf": "25e034392847d9965c92f98971b3646436b7ab919ece9118b0c0e5ec94c02efc",
    "SourceSerif4-SemiboldIt.otf": "fc22addcea5d5ab982dfef6d388fff6bdb3e31ae46c37e0015b8312e634a6e9b",
    "SourceSerif4Display-Regular.otf": "0525aba71e1d7293d3ef645f5a9b56101432d1f6c676cba388f800523c7b2111",
    "SourceSerif4Display-Semibold.otf": "0f2b3699c57dd032db8c8d93b34f7dac72e60fa2638d209aa2e428dfb6eb6400",
}
LICENCES = {"LICENSE-SourceCodePro.md", "LICENSE-SourceSans3.md", "LICENSE-SourceSerif4.md"}


def family_of(font: TTFont) -> str:
    names = font["name"]
    return str(names.getDebugName(16) or names.getDebugName(1))


def test_typst_sees_the_families_and_styles_that_the_templates_ask_for() -> None:
    assert set(faces()) == {
        Style(SERIF), Style(SERIF, "italic"), Style(SERIF, weight=600), Style(SERIF, "italic", 600),
        Style(DISPLAY), Style(DISPLAY, weight=600),
        Style(SANS), Style(SANS, "italic"), Style(SANS, weight=600),
        Style(MONO),
    }  # fmt: skip
    assert set(fonts_of([PRINT_DIR]).families()) == set(FAMILIES)


def test_the_faces_are_the_published_files_unchanged_as_their_reserved_name_asks() -> None:
    shipped = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in PRINT_DIR.glob("*.otf")}
    assert shipped == PUBLISHED


def test_faces_and_licences_are_all_that_is_shipped() -> None:
    assert {path.name for path in PRINT_DIR.iterdir()} == {*PUBLISHED, *LICENCES}
    assert sum(path.stat().st_size for path in PRINT_DIR.iterdir()) < 2_600_000


@pytest.mark.parametrize("name", sorted(LICENCES))
def test_each_typeface_has_its_copyright_and_the_open_font_licence_beside_it(name: str) -> None:
    text = (PRINT_DIR / name).read_text(encoding="utf-8")
    assert "Adobe" in text.partition("\n")[0]
    assert "Reserved Font Name" in text.partition("\n")[0]
    assert "SIL OPEN FONT LICENSE Version 1.1 - 26 February 2007" in text
    assert 'THE FONT SOFTWARE IS PROVIDED "AS IS"' in text


@pytest.mark.parametrize("family", FAMILIES)
def test_the_table_of_letters_is_what_all_faces_of_a_family_share(family: str) -> None:
    fonts = [font for path in PRINT_DIR.glob("*.otf") if family_of(font := TTFont(path)) == family]
    shared = set.intersection(*(set(font.getBestCmap()) for font in fonts))
    assert letters(family) == {chr(code) for code in shared if unicodedata.category(chr(code)) != "Co"}


def test_no_letter_of_any_face_is_left_out_of_all_tables() -> None:
    held = {chr(code) for path in PRINT_DIR.glob("*.otf") for code in TTFont(path).getBestCmap()}
    public = {letter for letter in held if unicodedata.category(letter) != "Co"}
    assert frozenset().union(*map(letters, FAMILIES)) == public


@pytest.mark.parametrize("name", ["SourceSans3-Regular", "SourceSans3-Semibold", "SourceCodePro-Regular"])
def test_minus_and_figure_space_are_as_wide_as_a_figure(name: str) -> None:
    font = TTFont(PRINT_DIR / f"{name}.otf")
    glyphs, advances = font.getBestCmap(), font["hmtx"]
    assert len({advances[glyphs[ord(sign)]][0] for sign in "0123456789\u2212\u2007"}) == 1


def test_the_order_in_which_a_machine_lists_the_files_changes_no_byte(tmp_path: Path) -> None:
    folders = []
    for path in sorted(PRINT_DIR.glob("*.otf")):
        folders.append(tmp_path / path.stem)
        folders[-1].mkdir()
        shutil.copy(path, folders[-1])
    text = "Åtgärd ŧ ♥ ─ ₿ ἀ ǩ № ⅓ ⌘"
    pages = [style.set(text) for style in STYLES]
    orders = (folders, folders[::-1], [*folders[5:], *folders[:5]])
    made = {typeset(pages, typst.Compiler(font_paths=fonts_of(order))) for order in orders}
    assert made == {typeset(pages)}
