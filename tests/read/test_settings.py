"""What a municipality says of itself and of a committee, and what of it does not fit."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.fonts import PRINT_DIR, WEB_FONT
from kallelse.locale.findings import remedy, wrong
from kallelse.model.finding import Severity
from kallelse.model.settings import Keyword
from kallelse.read.archive import read_archive
from kallelse.read.frontmatter import FrontMatter
from kallelse.read.opendata import OpenDataFields
from kallelse.read.schema import read_fields

from tests.folders import CASE, COMMITTEE, SETTINGS, archive_of, written
from tests.read.archives import codes, read

STATEMENT = "status: full, assessed: 2022-09-01, updated: 2022-09-05, method: self"


def test_settings_that_do_not_fit_are_findings_and_the_rest_is_still_read(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"1-a.md": "ingenting", "../../kallelse.yml": "name: x\nlogo: gone.svg\n"}
    _, findings = read(archive_of(tmp_path, files))
    assert codes(findings) == [
        ("settings-no-file", "kallelse.yml"),
        ("front-matter-missing", "gsn/2022-09-26/1-a.md"),
    ]


def test_a_folder_of_templates_may_be_empty(tmp_path: Path) -> None:
    root = archive_of(tmp_path, {"1-a.md": CASE, "../../kallelse.yml": SETTINGS + "template: mall\n"})
    assert codes(read(root)[1]) == [("settings-no-file", "kallelse.yml")]
    (root / "mall").mkdir()
    assert codes(read(root)[1]) == []


def test_colours_and_headings_are_the_municipalitys_own(tmp_path: Path) -> None:
    settings = SETTINGS + 'colours: {brand: "#701C3E"}\nheadings: {proposal: Beslutsförslag till {body}}\n'
    written(tmp_path, {"kallelse.yml": settings.replace("Beslutsförslag till {body}", "'Beslutsförslag till {body}'")})
    archive, findings = read(tmp_path)
    assert not findings
    assert archive.settings.colours.brand == "#701c3e"
    assert dict(archive.settings.headings) == {"Beslutsförslag till {body}": "proposal"}


def test_a_colour_that_cannot_be_read_by_all_is_a_finding_with_its_line(tmp_path: Path) -> None:
    written(tmp_path, {"kallelse.yml": SETTINGS + 'colours:\n  brand: "#f2b632"\n  brand_dark: "#8fd0e2"\n'})
    _, findings = read(tmp_path)
    assert [(each.code, each.place.line, each.words["key"]) for each in findings] == [("settings-contrast", 3, "brand")]
    assert "(1,6:1 mot #e9f0f2)" in wrong(findings[0], "sv")


@pytest.mark.parametrize(
    ("colours", "found"),
    [
        ('brand: "#0b4a5c"\n  accent: "#0b6a7c"', [("settings-contrast-line", 4, "accent")]),
        ('brand: "#701c3e"\n  accent: "#7a7a7a"', [("settings-contrast-line", 4, "accent")]),
        ('brand: "#701c3e"\n  accent: "#f2b632"', []),
        # Between what the tint of the package's own colour allows, and what that of this one does.
        ('brand: "#b5485f"', [("settings-contrast", 3, "brand")]),
        ('brand: "#5c7400"', []),
    ],
)
def test_a_line_that_cannot_be_seen_on_the_band_is_a_finding_too(
    tmp_path: Path, colours: str, found: list[tuple[str, int, str]]
) -> None:
    written(tmp_path, {"kallelse.yml": f"{SETTINGS}colours:\n  {colours}\n"})
    archive, findings = read(tmp_path)
    assert [(each.code, each.place.line, each.words["key"]) for each in findings] == found
    assert found or archive.settings.colours.accent in ("#f2b632", "#ffffff")


@pytest.mark.parametrize(
    ("setting", "code"),
    [
        ("logo: gsn", "settings-logo"),
        ("logo: kallelse.yml", "settings-logo"),
        ("template: gsn", "settings-template"),
        ("url: javascript:alert(1)", "field-url"),
        ("url: moten.norrsala.example", "field-url"),
        ("security_contact: http://norrsala.example/", "field-contact"),
        ("security_contact: Karin Ekholm", "field-contact"),
        ("security_contact: a@.se", "field-contact"),
        ("url: https://", "field-url"),
        ("url: https://-a.example/", "field-url"),
        ("url: https://a..example/", "field-url"),
        ("url: ftp://a.example/", "field-url"),
        ("url: https://a.example/?moten", "field-url"),
        ("email: data(a)tallmo.se", "field-email"),
        ("email: kansli@tallmo", "field-email"),
        ("email: Kansliet <kansli@tallmo.se>", "field-email"),
        ("email: 'a@tallmo.se, b@tallmo.se'", "field-email"),
        ("email: 12", "field-email"),
        ("open_data: {email: data(a)tallmo.se}", "field-email"),
        ("open_data: {publisher: www.tallmo.se}", "field-url"),
        ("open_data: {area: 'javascript:alert(1)'}", "field-url"),
        ("open_data: {organisation: '12'}", "field-organisation"),
        ("open_data: {organisation: 212000-00014}", "field-organisation"),
        ("open_data: {organisation: 212000 0001}", "field-organisation"),
        ("open_data: {organisation: true}", "field-text"),
        ("open_data: {organisation: ''}", "field-empty"),
        ("email: ''", "field-empty"),
        ("url: ''", "field-empty"),
        ("open_data: {organisation: 212000-0002}", "field-organisation-figure"),
        ("open_data: {organisation: 2120000010}", "field-organisation-figure"),
        (f"accessibility: {{{STATEMENT}, email: a(at)tallmo.se}}", "field-email"),
        (f"accessibility: {{{STATEMENT}, form: 'mailto:a@tallmo.se'}}", "field-url"),
        (f"accessibility: {{{STATEMENT}, report: rapport.pdf}}", "field-url"),
        (f"accessibility: {{{STATEMENT}, authority: {{name: PTS, url: pts.se}}}}", "field-url"),
    ],
)
def test_a_setting_that_names_the_wrong_thing_is_told_on_its_line(tmp_path: Path, setting: str, code: str) -> None:
    root = archive_of(tmp_path, {"../../kallelse.yml": f"{SETTINGS}{setting}\n"})
    _, _, findings = read_archive(root)
    assert [(each.code, each.place.path, each.place.line) for each in findings] == [(code, "kallelse.yml", 2)]
    assert all(wrong(findings[0], language) and remedy(findings[0], language) for language in ("sv", "en"))


@pytest.mark.parametrize(
    ("typed", "number"),
    # Those of real municipalities, as they give them.
    [("212000-0142", "212000-0142"), ("2120001355", "212000-1355"), ("'2120001124'", "212000-1124")],
)
def test_an_organisations_number_is_read_with_and_without_its_hyphen(tmp_path: Path, typed: str, number: str) -> None:
    written(tmp_path, {"kallelse.yml": f"{SETTINGS}open_data: {{organisation: {typed}}}\n"})
    archive, findings = read(tmp_path)
    assert (archive.settings.open_data.organisation, findings) == (number, ())


@given(st.integers(0, 10**9 - 1), st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_figure_of_an_organisations_number_is_always_found(first: int, place: int, more: int) -> None:
    def is_taken(number: str) -> bool:
        matter = FrontMatter("kallelse.yml", {"organisation": number})
        return read_fields(OpenDataFields, matter)[0] is not None

    (right,) = (number for number in (f"{first:09}{last}" for last in range(10)) if is_taken(number))
    changed = str((int(right[place]) + more) % 10)
    assert not is_taken(right[:place] + changed + right[place + 1 :])


def test_addresses_of_pages_may_ask_for_something_and_of_mail_may_have_their_scheme(tmp_path: Path) -> None:
    form = "https://www.norrsala.example/e-tj%C3%A4nst/?id=5&typ=brist#steg-1"
    more = f"accessibility: {{{STATEMENT}, form: '{form}', email: 'mailto:a.b-c+d@sub.norrsala.example'}}\n"
    archive, _, findings = read_archive(written(tmp_path, {"kallelse.yml": SETTINGS + more}))
    assert findings == ()
    assert archive.statement is not None
    assert (archive.statement.form, archive.statement.email) == (form, "a.b-c+d@sub.norrsala.example")


# Words to follow


def test_words_to_follow_are_texts_or_have_others_beside_them(tmp_path: Path) -> None:
    written(tmp_path, {"kallelse.yml": SETTINGS + "follow:\n  - bad\n  - {word: Fri entré, also: [gratis, fritt]}\n"})
    archive, findings = read(tmp_path)
    assert not findings
    assert archive.settings.follow == (Keyword("bad"), Keyword("Fri entré", ("gratis", "fritt")))
    assert [each.name for each in archive.settings.follow] == ["bad", "fri-entre"]


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ('["?"]', "settings-follow-none", "?"),
        ("[bad, väg, våg]", "settings-follow-same", "väg och våg"),
        ("[bad, {word: Bad}]", "settings-follow-same", "bad"),
        ("[2026]", "settings-follow-none", "2026"),
        ("bibliotek, skolskjuts", "settings-follow-signs", "bibliotek, skolskjuts"),
        ("bibliotek; skolskjuts", "settings-follow-signs", "bibliotek; skolskjuts"),
        ("bad/simhall", "settings-follow-signs", "bad/simhall"),
        ("[bibliotek.]", "settings-follow-signs", "bibliotek."),
        ("[b]", "settings-follow-short", "b"),
        ("[EU]", "settings-follow-short", "EU"),
        ("[och]", "settings-follow-common", "och"),
        # A place that every `var` is an inflected form of.
        ("[Vara]", "settings-follow-common", "var"),
        ("[{word: bad, also: 'simhall, badhus'}]", "settings-follow-signs", "simhall, badhus"),
    ],
)
def test_a_word_whose_feed_has_no_address_of_its_own_is_a_finding(
    tmp_path: Path, words: str, code: str, told: str
) -> None:
    written(tmp_path, {"kallelse.yml": f"{SETTINGS}follow: {words}\n"})
    _, findings = read(tmp_path)
    assert [(each.code, each.place.line) for each in findings] == [(code, 2)]
    assert all(word in wrong(findings[0], "sv") for word in told.split(" och "))
    assert remedy(findings[0], "sv")
    assert (findings[0].severity is Severity.REMARK) == (words == "[EU]")


def test_another_word_for_the_same_is_told_on_its_own_line(tmp_path: Path) -> None:
    words = "follow:\n  - bad\n  - word: skolskjuts\n    also:\n      - skolresor\n      - en\n"
    _, findings = read(written(tmp_path, {"kallelse.yml": SETTINGS + words}))
    assert [(each.code, each.place.line) for each in findings] == [("settings-follow-common", 7)]


@pytest.mark.parametrize("word", ["bad", "fri entré", "e-tjänst", "1,5 promille", "LSS", "24-timmarsvård"])
def test_a_word_that_says_something_may_be_followed(tmp_path: Path, word: str) -> None:
    assert read(written(tmp_path, {"kallelse.yml": f"{SETTINGS}follow:\n  - {word}\n"}))[1] == ()


@pytest.mark.parametrize(
    ("typed", "contact"),
    [
        ("sakerhet@norrsala.example", "mailto:sakerhet@norrsala.example"),
        ("mailto:sakerhet@norrsala.example", "mailto:sakerhet@norrsala.example"),
        ("https://norrsala.example/sakerhet", "https://norrsala.example/sakerhet"),
    ],
)
def test_an_address_for_weaknesses_gets_its_scheme(tmp_path: Path, typed: str, contact: str) -> None:
    archive, findings = read(written(tmp_path, {"kallelse.yml": f"{SETTINGS}security_contact: {typed}\n"}))
    assert (archive.settings.security_contact, findings) == (contact, ())


# Committees


def test_the_committee_says_its_columns_series_and_people(tmp_path: Path) -> None:
    committee = COMMITTEE.replace("---\ntitle", "---\nagenda: [number, title, pages]\nmembers: [Karin (S)]\ntitle", 1)
    archive, findings = read(written(tmp_path, {"kallelse.yml": SETTINGS, "gsn/index.md": committee}))
    assert not findings
    found = archive.committees[0]
    assert [column.value for column in found.agenda_columns] == ["number", "title", "pages"]
    assert found.members[0].party == "S"


def test_a_column_that_a_committee_names_twice_is_one(tmp_path: Path) -> None:
    committee = COMMITTEE.replace("---\ntitle", "---\nagenda: [title, number, title, pages, number]\ntitle", 1)
    archive, findings = read(written(tmp_path, {"kallelse.yml": SETTINGS, "gsn/index.md": committee}))
    assert not findings
    assert [column.value for column in archive.committees[0].agenda_columns] == ["title", "number", "pages"]


@pytest.mark.parametrize("folder", ["moten", "arenden", "Kallelse", "pagefind"])
def test_a_committee_takes_no_name_of_the_site(tmp_path: Path, folder: str) -> None:
    written(tmp_path, {"kallelse.yml": SETTINGS, f"{folder}/index.md": COMMITTEE})
    _, findings = read(tmp_path)
    assert codes(findings) == [("committee-reserved", f"{folder}/index.md")]


def _with_font(tmp_path: Path, font: str, **files: bytes) -> list[tuple[str, int, str]]:
    written(tmp_path, {"kallelse.yml": f"{SETTINGS}font:\n  web: {font}\n"})
    for name, content in files.items():
        path = tmp_path / "typsnitt" / name.replace("_", ".")
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    _, findings = read(tmp_path)
    return [(each.code, each.place.line, each.severity.value) for each in findings]


def test_an_own_typeface_is_held_against_what_pages_need(tmp_path: Path) -> None:
    variable, plain = WEB_FONT.read_bytes(), (PRINT_DIR / "SourceSans3-Regular.otf").read_bytes()
    own = "typsnitt/a.woff2"
    assert _with_font(tmp_path, own, a_woff2=variable) == []
    assert _with_font(tmp_path, "[typsnitt/b.otf, typsnitt/c.otf]", b_otf=plain, c_otf=plain) == []
    assert _with_font(tmp_path, "typsnitt/b.otf") == [("settings-font-weights", 3, "error")]
    assert _with_font(tmp_path, f"[{own}, {own}, {own}]") == [("settings-font-weights", 3, "error")]
    assert _with_font(tmp_path, "typsnitt/d.woff2") == [("settings-no-file", 3, "error")]
    assert _with_font(tmp_path, "typsnitt/e.woff2", e_woff2=b"no face") == [("settings-font", 3, "error")]
    assert _with_font(tmp_path, "typsnitt/f.bin", f_bin=variable) == [("settings-font", 3, "error")]
