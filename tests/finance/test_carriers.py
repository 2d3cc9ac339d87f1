"""Tables written as fences, CSV files and workbooks, and read from them again: the same in all three."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.model.settings import Language
from kallelse.publish.finance import finance_csv
from kallelse.read.finance.sheet import csv_sheet
from kallelse.read.sources import Sources, read_sources
from kallelse.tables import Found, tables_of, written
from openpyxl import load_workbook

from tests.finance.shapes import SHAPES
from tests.finance.tables import FOLDER, PATH, UNHURRIED, grid
from tests.folders import written as made
from tests.site.builds import kallelse

FORMS = (".csv", ".xlsx", "")
SAMPLE = Path(__file__).resolve().parents[2] / "meetings"


def sources_of(root: Path, files: dict[str, str | bytes]) -> Sources:
    sources, findings = read_sources(made(root, files))
    assert findings == ()
    return sources


def of_fence(root: Path, fence: str, language: Language = "sv") -> Found:
    sources = sources_of(root, {PATH: f"---\ntitle: A\n---\n\n```ekonomi\n{fence}\n```\n"})
    (found,), findings = tables_of(sources, PATH, language)
    assert findings == ()
    assert found.line == 5
    return found


@pytest.mark.parametrize("suffix", FORMS)
@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_every_shape_of_table_is_the_same_in_every_form(tmp_path: Path, shape: object, suffix: str) -> None:
    found = of_fence(tmp_path, shape.source)  # type: ignore[attr-defined]
    content = written(found, suffix, "Blad1", "sv")
    assert content is not None
    if suffix:
        sources = sources_of(tmp_path / "b", {f"{FOLDER}tal{suffix}": content})
        (again,), findings = tables_of(sources, f"{FOLDER}tal{suffix}", "sv")
    else:
        again, findings = of_fence(tmp_path / "b", content.decode().removeprefix("```ekonomi\n")[:-5]), ()
    assert findings == ()
    assert grid(again.table) == grid(found.table)
    assert [column.role for column in again.table.columns] == [column.role for column in found.table.columns]
    # And from there to each other form.
    assert all(written(again, other, "Blad1", "sv") is not None for other in FORMS)


@pytest.mark.parametrize("suffix", FORMS)
def test_every_table_of_the_sample_can_be_written_in_every_form(suffix: str) -> None:
    sources, _ = read_sources(SAMPLE)
    count = 0
    for path in sources.texts:
        if path.endswith(".md"):
            tables, findings = tables_of(sources, path, "sv")
            assert findings == ()
            count += len(tables)
            assert all(written(found, suffix, "Blad1", "sv") is not None for found in tables)
    assert count >= 3


TEXTS = st.text(alphabet="abcåäö =+-@;,\"'|%*1234567890", max_size=12).map(str.strip)


@given(
    rows=st.lists(st.tuples(TEXTS, st.decimals(-(10**9), 10**9, places=2), TEXTS), min_size=1, max_size=4),
    suffix=st.sampled_from(FORMS),
)
@UNHURRIED
def test_what_is_written_is_read_as_the_same_or_not_written(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, object, str]], suffix: str
) -> None:
    lines = [
        "| x" + a.replace("|", "\\|") + f" | {str(b).replace('.', ',')} | " + c.replace("|", "\\|") + " |"
        for a, b, c in rows
    ]
    fence = "\n".join(("enhet: kr", "", "| Post | Utfall | Text [text] |", *lines))
    root = tmp_path_factory.mktemp("blad")
    sources = sources_of(root, {PATH: f"```ekonomi\n{fence}\n```\n"})
    found, findings = tables_of(sources, PATH, "sv")
    if findings or not found:
        return
    content = written(found[0], suffix, "Blad1", "sv")
    # A cell that begins as a head line does is the only one that a file cannot hold.
    assert content is not None or (suffix and any(":" in a for a, _, _ in rows))


def test_figures_are_numbers_in_a_workbook_and_no_text_is_a_formula(tmp_path: Path) -> None:
    found = of_fence(
        tmp_path,
        "enhet: kr\nid: a\n\n| | Utfall | Not [text] |\n"
        "| Drift | 1 043,50 | =1+1 |\n| Lån | −7,0 % | +46 70 123 |\n| C | +3 | 031 |",
    )
    content = written(found, ".xlsx", "Blad1", "sv")
    assert content is not None
    sheet = load_workbook(io.BytesIO(content))["Blad1"]
    assert [sheet[cell].value for cell in ("A1", "A2", "A3", "B4", "B5", "B6", "B7")] == [
        "enhet: kr",
        "id: a",
        None,
        "Utfall",
        1043.5,
        -0.07,
        3,
    ]
    assert [sheet[cell].number_format for cell in ("B5", "B6", "B7")] == ["#,##0.00", "0.0%", "+0;-0;0"]
    assert [(sheet[cell].value, sheet[cell].data_type) for cell in ("C5", "C6", "C7")] == [
        ("=1+1", "s"),
        ("+46 70 123", "s"),
        ("031", "s"),
    ]


def test_a_csv_file_is_one_that_excel_opens_in_sweden(tmp_path: Path) -> None:
    found = of_fence(tmp_path, "enhet: kr\n\n| | Utfall | Not [text] |\n| Drift | −1,5 | a; b – c |")
    content = written(found, ".csv", "Blad1", "sv")
    assert content is not None
    assert content.startswith(b"\xef\xbb\xbfenhet: kr\r\n\r\n")
    assert list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))[3] == ["Drift", "-1,5", "a; b – c"]


LIVE = (
    "=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "+A1", "-A1", "- varav bad", "-1+cmd|' /C calc'!A0", "-2-3", "+/−", "'=1",
    "''-x", "＝1+1", "-1 (2)",
)  # fmt: skip
DEAD = ("-", "–", "-4,2", "+3", "-1 234,5", "-7,0 %", "-12 kr/mån", "-21,0**", "a = b", "'a", "−x", "")


@pytest.mark.parametrize("text", [*LIVE, *DEAD])
def test_no_words_of_a_csv_file_are_a_formula_and_all_are_read_as_they_were(tmp_path: Path, text: str) -> None:
    typed = text.replace("|", "\\|")
    found = of_fence(tmp_path, f"enhet: kr\n\n| Post | Utfall | Not [text] |\n| x | 5 | {typed} |\n| {typed} | 6 | y |")
    content = written(found, ".csv", "Blad1", "sv")
    assert content is not None
    site = b"enhet: kr\r\n\r\n" + finance_csv(found.table).removeprefix(b"\xef\xbb\xbf").replace(b"Not", b"Not [text]")
    for number, file in enumerate((content, site)):
        rows = list(csv.reader(io.StringIO(file.decode("utf-8-sig")), delimiter=";"))
        assert [rows[3][2], rows[4][0]] == [f"'{text}" if text in LIVE else text] * 2
        sources = sources_of(tmp_path / str(number), {f"{FOLDER}tal.csv": file})
        (again,), findings = tables_of(sources, f"{FOLDER}tal.csv", "sv")
        assert findings == ()
        assert grid(again.table) == grid(found.table)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_the_file_of_the_site_has_the_figures_of_the_table(tmp_path: Path, shape: object) -> None:
    table = of_fence(tmp_path, shape.source).table  # type: ignore[attr-defined]
    sheet, findings = csv_sheet(finance_csv(table).decode(), "a.csv")
    assert findings == ()
    kept = str.maketrans("−", "-", " \u00a0")
    body = [[cell.translate(kept) for cell in row.cells] for row in sheet.grid.rows[len(table.head) :]]
    assert body == [bare for row in grid(table) if any(bare := [cell.translate(kept) for cell in row])]


def test_the_command_writes_beside_the_text_and_back(tmp_path: Path) -> None:
    text = "---\ntitle: A\n---\n\n```ekonomi\nid: utfall\nenhet: kr\n\n| | Utfall |\n| A | 1,0 |\n| Summa | |\n```\n"
    other = "\n```ekonomi\nenhet: tkr\n\n| | Budget |\n| B | 2,0 |\n```\n"
    folder = made(tmp_path / "meetings", {PATH: text + other}) / FOLDER
    several = kallelse(tmp_path, "table", f"meetings/{PATH}", "--to", "xlsx")
    assert (several.status, "efter --table: utfall, 14" in several.said) == (2, True)
    done = kallelse(tmp_path, "table", f"meetings/{PATH}", "--to", "xlsx", "--table", "utfall")
    assert done.status == 0, done.said
    assert "```ekonomi\nfil: utfall.xlsx\n```\n" in done.said
    assert (folder / "utfall.xlsx").is_file()
    again = kallelse(tmp_path, "table", f"{FOLDER}utfall.xlsx!Blad1", "--to", "fence")
    assert (
        again.said
        == "```ekonomi\nid: utfall\nenhet: kr\n\n|       | Utfall |\n| A     | 1,0    |\n| Summa |        |\n```\n"
    )
    twice = kallelse(tmp_path, "table", f"{PATH}", "--to", "xlsx", "--table", "utfall")
    assert (twice.status, "finns redan" in twice.said) == (2, True)
    assert kallelse(tmp_path, "table", f"{PATH}", "--to", "csv", "--table", "14").status == 0
    assert (folder / "bilaga-1.csv").is_file()


@pytest.mark.parametrize(
    ("source", "status", "said"),
    [
        ("saknas.md", 2, "saknas.md finns inte"),
        ("gsn/a.md", 2, "har ingen ekonomisk tabell"),
        ("gsn/fel.md", 1, "meetings/gsn/fel.md:2: fel:"),
        ("gsn/tal.xlsx", 1, "Arbetsboken går inte att läsa"),
    ],
)
def test_what_cannot_be_written_is_told(tmp_path: Path, source: str, status: int, said: str) -> None:
    files: dict[str, str | bytes] = {
        "gsn/a.md": "text",
        "gsn/fel.md": "```ekonomi\nenhet: guld\n\n| | 2022 |\n| A | 1 |\n```\n",
        "gsn/tal.xlsx": b"PK",
    }
    made(tmp_path / "meetings", files)
    done = kallelse(tmp_path, "table", source, "--to", "csv")
    assert (done.status, said in done.said) == (status, True), done.said
