"""Files that `kallelse new` writes: they pass the check, and nothing that is there is written over."""

from __future__ import annotations

import datetime as dt
import errno
import re
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.begin import BeginError, new_archive, new_meeting
from kallelse.build import check
from kallelse.commands import begin
from kallelse.read.frontmatter import read_front_matter
from kallelse.read.sources import SourceText
from kallelse.swap import write_whole

from tests.folders import CASE, MEETING, archive_of, written
from tests.site.builds import called, files_of, kallelse

_ANYBODY = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")


def test_a_new_archive_builds_and_takes_a_meeting_and_cases(tmp_path: Path) -> None:
    done = called(tmp_path, "new", "archive", "egen", "--name", "Ekviks kommun", "--committee", "Bygg: nämnden")
    assert done.status == 0, done.said
    folder = tmp_path / "egen"
    assert called(folder, "new", "meeting", "bygg-namnden", "2023-01-16", "--time", "09.00").status == 0
    first = called(folder, "new", "case", "bygg-namnden/2023-01-16", "§ 1: Val av justerare")
    assert "01-1-val-av-justerare.md" in first.said
    case = ("meetings/bygg-namnden/2023-01-16", "Budget", "--folder", "--dnr", "BN 2023/1")
    assert called(folder, "new", "case", *case).status == 0
    checked = called(folder, "check")
    assert checked.status == 0
    assert re.findall(r"(\S+): anmärkning: Raden", checked.said) == [
        "meetings/bygg-namnden/2023-01-16/01-1-val-av-justerare.md:8",
        "meetings/bygg-namnden/2023-01-16/02-budget/index.md:9",
    ]
    assert checked.said.endswith("Fel: 0. Anmärkningar: 2.\n")
    done = kallelse(folder, "build", "--strict", "--as-of", "2023-01-01")
    assert done.status == 0, done.said
    assert "bygg-namnden/2023-01-16/index.html" in files_of(folder / "site")
    # The page that the engine makes is led to from all others.
    assert (
        b'<a href="../../om.html">Om webbplatsen</a>' in files_of(folder / "site")["bygg-namnden/2023-01-16/index.html"]
    )
    hint = "plats: bygg-namnden/2023-01-16. Se kallelsen innan den går ut med kallelse serve"
    assert hint in done.said
    assert hint not in kallelse(folder, "build", "--drafts", "--as-of", "2023-01-01").said
    index = folder / "meetings/bygg-namnden/2023-01-16/index.md"
    index.write_text(index.read_text(encoding="utf-8").replace("# issued", "issued"), encoding="utf-8")
    for file in index.parent.rglob("*.md"):
        file.write_text(file.read_text(encoding="utf-8").replace("…", "bifalla förslaget."), encoding="utf-8")
    assert kallelse(folder, "build", "--as-of", "2023-01-10").status == 0
    assert "bygg-namnden/2023-01-16/02-budget/index.html" in files_of(folder / "site")


def test_a_new_meeting_takes_over_what_the_last_one_says(tmp_path: Path) -> None:
    told = MEETING.replace("issued", "recipients: [Ledamöter, 'Ordförande, vice']\nissued")
    root = archive_of(tmp_path / "meetings", {"index.md": told, "1-a.md": CASE})
    assert called(tmp_path, "new", "meeting", "gsn", "2022-11-28").status == 0
    text = (root / "gsn/2022-11-28/index.md").read_text(encoding="utf-8")
    matter, findings = read_front_matter(SourceText("index.md", text))
    assert matter is not None
    assert findings == ()
    assert dict(matter.values) == {
        "start": "2022-11-28 13:15",
        "place": "Digitalt",
        "chair": "Karin Ahlström (S)",
        "secretary": "Sofia Berglund",
        "recipients": ["Ledamöter", "Ordförande, vice"],
    }
    assert "# issued: 2022-11-21" in text


def test_a_case_is_numbered_after_the_last_and_told_to_a_written_agenda(tmp_path: Path) -> None:
    told = MEETING.replace("issued", "agenda: [{case: 07-a}]\nissued")
    archive_of(tmp_path / "meetings", {"index.md": told, "07-a.md": CASE})
    done = called(tmp_path, "new", "case", "gsn/2022-09-26", "Övrigt")
    assert done.status == 0
    assert (tmp_path / "meetings/gsn/2022-09-26/08-ovrigt.md").is_file()
    assert "case: 08-ovrigt" in done.said


def test_a_case_is_numbered_after_the_highest_whatever_can_be_read_of_it(tmp_path: Path) -> None:
    withheld = "---\ntitle: Hemligt\naccess: confidential\n---\n"
    kinds = {
        "04-hemligt.md": withheld,
        "06-hemlig-mapp/index.md": withheld,
        "08-trasig.md": "---\ntitle: [\n---\n",
        "10-tom-mapp/karta.txt": "x",
        "12_annat streck.md": CASE,
        "14-fel-slut.txt": "x",
    }
    for n, (path, text) in enumerate(kinds.items()):
        root = archive_of(tmp_path / str(n) / "meetings", {"01-a.md": CASE, path: text, "2022-underlag.csv": "a;b"})
        assert begin.case(root, "gsn/2022-09-26", "Nytt", "", with_folder=False) == 0
        number = int(path[:2]) + 1
        assert (root / f"gsn/2022-09-26/{number:02}-nytt.md").is_file(), path


@pytest.mark.parametrize(
    ("names", "before"),
    [
        (("taxa.md", "budget.md"), "budget.md"),
        (("01-a.md", "taxa/index.md"), "taxa"),
        (("01-a.md", "20221231-b.md"), "20221231-b.md"),
        (("1-a.md", "09-b.md"), ""),
        ((), ""),
    ],
)
@pytest.mark.parametrize("with_folder", [False, True])
def test_a_case_that_could_not_be_last_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], names: tuple[str, ...], before: str, with_folder: bool
) -> None:
    root = archive_of(tmp_path, dict.fromkeys(names, CASE))
    assert begin.case(root, "gsn/2022-09-26", "Nytt", "", with_folder=with_folder) == 0
    said = capsys.readouterr().out
    assert (f"Ärendet kommer före {before}:" in said) == ("kommer före" in said) == bool(before)
    ((_, meeting),) = check(root).archive.meetings()
    assert (meeting.cases[-1].title == "Nytt") == (not before)


def test_an_archive_takes_several_committees_and_more_later(tmp_path: Path) -> None:
    name = ("--name", "Ekvik", "--committee", "Kommunstyrelsen", "--committee", "Ärenden")
    assert called(tmp_path, "new", "archive", "egen", *name).status == 0
    folder = tmp_path / "egen"
    done = called(folder, "new", "committee", "Bygg: nämnden")
    assert (done.status, done.said) == (0, "Skrev meetings/bygg-namnden/index.md\n")
    titles = [each.name for each in check(folder / "meetings").archive.committees]
    assert sorted(titles) == ["Bygg: nämnden", "Kommunstyrelsen", "Ärenden"]
    assert check(folder / "meetings").findings == ()
    assert called(folder, "new", "committee", "Bygg nämnden").status == 2
    assert called(tmp_path, "new", "committee", "Bygg").said.startswith("Mappen meetings finns inte.")


def test_a_checkout_with_the_line_ends_of_windows_holds_the_same_bytes(tmp_path: Path) -> None:
    called(tmp_path, "new", "archive", "egen", "--name", "X", "--committee", "N")
    folder = tmp_path / "egen"
    drawn, paper = b"<svg>\n</svg>\n", b"%PDF-1.4\nno byte of it is zero\n%%EOF\n"
    (folder / "meetings/a.svg").write_bytes(drawn)
    (folder / "meetings/a.pdf").write_bytes(paper)
    for command in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--message", "x")):
        subprocess.run(["git", "-C", folder, *_ANYBODY, *command], check=True)
    other = tmp_path / "other"
    subprocess.run(["git", "-c", "core.autocrlf=true", "clone", "--quiet", folder, other], check=True)
    kept = {path: content for path, content in files_of(other).items() if not path.startswith(".git/")}
    assert kept["meetings/a.svg"] == drawn
    assert kept["meetings/a.pdf"] == paper
    assert [path for path, content in kept.items() if b"\r" in content] == []


def test_what_is_made_or_private_does_not_get_into_git(tmp_path: Path) -> None:
    written(tmp_path, new_archive("x", [], "sv").files)
    subprocess.run(["git", "-C", tmp_path, "init", "--quiet"], check=True)
    made = [f"{name}/x" for name in ("site", "site.new", "private", "private.new", ".venv", ".cache", ".kallelse")]
    sources = ["meetings/private/index.md", "meetings/n/site/index.md", "docs/om.md", "mkdocs.yml"]
    asked = ["git", "-C", str(tmp_path), "check-ignore", "--no-index", *made, "arsbok.pdf", *sources]
    told = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    assert told.splitlines() == [*made, "arsbok.pdf"]


def test_the_first_summons_of_a_committee_goes_out_a_week_before_and_the_next_as_the_last(tmp_path: Path) -> None:
    new = archive_of(tmp_path / "meetings", {"index.md": MEETING.replace("issued: 2022-09-19\n", "")})
    for issued, ahead in (("", "2022-11-21"), ("issued: 2022-09-16\n", "2022-11-18")):
        written(new, {"gsn/2022-09-26/index.md": MEETING.replace("issued: 2022-09-19\n", issued)})
        (text,) = new_meeting(check(new).archive, "gsn", dt.date(2022, 11, 28), "", "").files.values()
        assert f"# issued: {ahead}\n" in text


def test_committees_of_one_folder_are_refused() -> None:
    with pytest.raises(BeginError) as told:
        new_archive("x", ["Bygg-nämnden", "Bygg: nämnden"], "sv")
    assert told.value.words["folder"] == "bygg-namnden"
    assert new_archive("x", ["Bygg", "Bygg"], "sv") == new_archive("x", ["Bygg"], "sv")


def test_nothing_is_written_over_and_no_place_is_made_up(tmp_path: Path) -> None:
    root = archive_of(tmp_path / "meetings", {"1-a.md": CASE})
    before = files_of(root)
    for arguments, told in [
        (("meeting", "gsn", "2022-09-26"), "finns redan"),
        (("meeting", "ks", "2022-09-26"), "gsn"),
        (("case", "gsn/2022-01-01", "x"), "gsn/2022-09-26"),
    ]:
        done = called(tmp_path, "new", *arguments)
        assert done.status == 2
        assert told in done.said
    assert files_of(root) == before


def test_nothing_is_written_beside_what_differs_in_small_and_large_letters_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = archive_of(tmp_path, {"1-a.md": CASE, "Minutes.md": "---\ntitle: Protokoll\n---\n"})
    written(root, {"BUN/index.md": "---\ntitle: BUN\n---\n"})
    before = files_of(root)
    assert begin.committee(root, "Bun") == 2
    assert begin.minutes(root, "gsn/2022-09-26") == 2
    told = capsys.readouterr().err
    assert f"{root / 'BUN/index.md'} finns redan" in told
    assert f"{root / 'gsn/2022-09-26/Minutes.md'} finns redan" in told
    assert files_of(root) == before


def test_a_second_meeting_of_a_day_has_a_folder_with_a_suffix(tmp_path: Path) -> None:
    root = archive_of(tmp_path / "meetings", {"1-a.md": CASE})
    done = called(tmp_path, "new", "meeting", "gsn", "2022-09-26")
    assert (done.status, "gsn/2022-09-26 finns redan" in done.said, "2022-09-26-2" in done.said) == (2, True, True)
    assert called(tmp_path, "new", "meeting", "gsn", "2022-09-26-2").status == 0
    assert (root / "gsn/2022-09-26-2/index.md").is_file()
    assert called(tmp_path, "check").status == 0
    assert called(tmp_path, "new", "meeting", "gsn", "2022-09-26/..").status == 2


def test_what_the_check_would_refuse_is_not_written(tmp_path: Path) -> None:
    root = archive_of(tmp_path / "meetings", {"1-a.md": CASE})
    before = files_of(root)
    done = called(tmp_path, "new", "case", "gsn/2022-09-26", "Budget", "--dnr", "fel")
    assert (done.status, "fel" in done.said, "Traceback" in done.said) == (2, True, False)
    assert files_of(root) == before


def test_a_number_is_not_given_twice_where_a_case_cannot_be_read(tmp_path: Path) -> None:
    root = archive_of(tmp_path / "meetings", {"01-a.md": CASE, "07-trasig.md": "---\ntitle: [\n---\n"})
    assert called(tmp_path, "new", "case", "gsn/2022-09-26", "Budget").status == 0
    assert (root / "gsn/2022-09-26/08-budget.md").is_file()


@pytest.mark.parametrize("name", ["CON", "aux", "Nul", "COM1", "lpt9"])
def test_no_folder_has_a_name_that_windows_refuses(tmp_path: Path, name: str) -> None:
    for folder, committee in (("egen", name), (name, "Bygg")):
        done = called(tmp_path, "new", "archive", folder, "--name", "Ekvik", "--committee", committee)
        assert (done.status, f"{name} kan inte bli en mapp" in done.said) == (2, True)
    assert list(tmp_path.iterdir()) == []


def test_an_archive_that_cannot_be_written_whole_leaves_nothing_in_the_way_of_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(file: Path, content: bytes) -> None:
        if file.name == "kallelse.yml":
            raise OSError(errno.ENOSPC, "No space left on device", str(file))
        write_whole(file, content)

    with monkeypatch.context() as patched:
        patched.setattr(begin, "write_whole", full)
        with pytest.raises(OSError, match="No space left"):
            begin.archive(tmp_path / "egen", "Ekvik", ["Bygg"], "sv")
    assert files_of(tmp_path) == {}
    assert capsys.readouterr().out == ""
    assert begin.archive(tmp_path / "egen", "Ekvik", ["Bygg"], "sv") == 0


def test_an_archive_is_not_made_inside_a_file(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("x", encoding="utf-8")
    for folder in ("fil", "fil/egen"):
        done = called(tmp_path, "new", "archive", folder, "--name", "Ekvik", "--committee", "Bygg")
        assert (done.status, "fil är en fil, ingen mapp" in done.said) == (2, True)


@given(st.text(st.characters(exclude_categories=("C", "Z"), include_characters=" :#-'\"{}[],&*!|>%@`?"), min_size=1))
@pytest.mark.filterwarnings("ignore")
def test_any_name_comes_back_as_it_was_given(name: str) -> None:
    if not name.strip():
        return
    files = new_archive("x", [name], "sv").files
    (written,) = (text for path, text in files.items() if re.fullmatch(r"meetings/.*/index.md", path))
    matter, findings = read_front_matter(SourceText("index.md", written))
    assert matter is not None, written
    assert matter.values["title"] == " ".join(name.split())
    assert [each.code for each in findings if not each.code.startswith("letter-")] == []
