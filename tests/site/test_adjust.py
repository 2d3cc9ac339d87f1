"""`kallelse adjust` and `kallelse verify`: what is adjusted stays as it is, and what was published is known again."""

from __future__ import annotations

import hashlib
import http.server
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from tests.folders import CASE, MEETING, archive_of, written
from tests.site.builds import called, kallelse
from tests.site.issues import CONFIG, FILES, FOLDER

MINUTES = """---
start: 2022-09-26 13:15
end: 2022-09-26 14:40
secretary: Sofia Berglund, sekreterare
members:
  - Karin Ahlström (S), ordförande
  - Anders Holmgren (M)
adjusters: Anders Holmgren (M)
adjusted: 2022-09-28
kept: Kansliet
postings: [{date: 2022-09-29}]
---

## § 1 1. Val av justerare

### Beslut

Nämnden utser Anders Holmgren (M). {valt}

## 2. Budget

### Beslut

{enligt förslaget}

## 3. Centrum

### Beslut

Nämnden avslår förslaget. {avslag}
"""
BUDGET = CASE.replace("information", "decision") + "\n## Förslag till beslut\n\nNämnden antar budgeten.\n"
_CORRECTION = "corrections:\n  - {paragraph: 3, date: 2022-09-30, by: Sofia Berglund, text: Ett ord var fel.}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive of the test's own, with minutes that are adjusted and not locked."""
    files = {**FILES, "index.md": MEETING, "minutes.md": MINUTES, "02-budget/index.md": BUDGET}
    archive_of(tmp_path / "meetings", files)
    return written(tmp_path, {"mkdocs.yml": CONFIG, "docs/om.md": "# Om\n\nText.\n"})


def path(folder: Path, name: str) -> Path:
    return folder / "meetings" / FOLDER / name


def edit(folder: Path, name: str, old: str, new: str) -> None:
    file = path(folder, name)
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def adjusted(folder: Path, day: str = "2022-09-28") -> None:
    done = called(folder, "adjust", FOLDER, "--date", day)
    assert done.status == 0, done.said


def manifest(folder: Path) -> dict[str, str]:
    lines = (folder / "meetings" / "manifest.sha256").read_text(encoding="utf-8").splitlines()
    return {address: digest for digest, address in (line.split("  ") for line in lines)}


def test_what_is_adjusted_is_kept_and_published_as_it_was(folder: Path) -> None:
    adjusted(folder)
    kept = path(folder, "adjusted/protokoll.pdf").read_bytes()
    listed = manifest(folder)
    assert listed[f"{FOLDER}/protokoll.pdf"] == hashlib.sha256(kept).hexdigest()
    assert {Path(each).name for each in listed} == {
        *("protokoll.pdf", "anslagsbevis.pdf"),
        *(f"paragraf-{number}-utdrag.pdf" for number in (1, 2, 3)),
    }
    built = kallelse(folder, "build")
    assert built.status == 0, built.said
    site = folder / "site"
    assert (site / FOLDER / "protokoll.pdf").read_bytes() == kept
    # Every PDF of the record that the site has is in the list that it publishes.
    known = (site / "manifest.sha256").read_text(encoding="utf-8")
    for address in listed:
        assert hashlib.sha256((site / address).read_bytes()).hexdigest() in known


def test_the_same_again_writes_nothing(folder: Path) -> None:
    adjusted(folder)
    before = path(folder, "adjusted/adjusted.yml").read_bytes()
    again = called(folder, "adjust", FOLDER)
    assert again.status == 0
    assert "redan låst" in again.said
    assert path(folder, "adjusted/adjusted.yml").read_bytes() == before


def test_pdfs_that_came_after_the_lock_are_told_of_until_they_are_listed(folder: Path) -> None:
    edit(folder, "minutes.md", "postings: [{date: 2022-09-29}]\n", "")
    adjusted(folder)
    assert "anslagsbevis.pdf" not in {Path(each).name for each in manifest(folder)}
    edit(folder, "minutes.md", "kept: Kansliet\n", "kept: Kansliet\npostings: [{date: 2022-09-29}]\n")
    before = (folder / "meetings" / "manifest.sha256").read_bytes()
    built = kallelse(folder, "build")
    assert built.status == 0, built.said
    assert f"Kör kallelse adjust {FOLDER}" in built.said
    assert (folder / "meetings" / "manifest.sha256").read_bytes() == before
    done = called(folder, "adjust", "--date", "2022-10-10")
    assert (done.status, done.said.count("manifest.sha256")) == (0, 1)
    after = (folder / "meetings" / "manifest.sha256").read_bytes()
    assert after.startswith(before)
    assert "anslagsbevis.pdf" in {Path(each).name for each in manifest(folder)}
    assert "kallelse adjust" not in kallelse(folder, "build").said
    again = called(folder, "adjust", "--date", "2022-10-10")
    assert (again.status, "Ingenting skrevs" in again.said) == (0, True)


def test_what_is_not_locked_is_not_listed(folder: Path) -> None:
    done = called(folder, "adjust", "--date", "2022-10-10")
    assert done.status == 0
    assert not (folder / "meetings" / "manifest.sha256").exists()


def test_nothing_is_listed_where_there_is_an_error(folder: Path) -> None:
    adjusted(folder)
    before = (folder / "meetings" / "manifest.sha256").read_bytes()
    edit(folder, "minutes.md", "avslår förslaget", "bifaller förslaget")
    done = called(folder, "adjust", "--date", "2022-10-10")
    assert (done.status, "minutes.md" in done.said) == (1, True)
    assert (folder / "meetings" / "manifest.sha256").read_bytes() == before


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("minutes.md", "avslår förslaget", "bifaller förslaget"),
        ("minutes.md", "  - Anders Holmgren (M)\nadjusters", "  - Anders Holmgren (M), ej § 2\nadjusters"),
        ("02-budget/index.md", "## Förslag", "## Sammanfattning\n\nEn annan sammanfattning.\n\n## Förslag"),
    ],
)
def test_a_change_without_a_correction_stops_the_build_and_names_the_file(
    folder: Path, name: str, old: str, new: str
) -> None:
    adjusted(folder)
    edit(folder, name, old, new)
    checked = called(folder, "check")
    assert checked.status == 1
    assert f"{FOLDER}/{name}" in checked.said
    assert "är ändrad efter det" in checked.said or "Vem som deltog i" in checked.said


def test_a_correction_allows_the_change_is_printed_and_is_locked_in_its_turn(folder: Path) -> None:
    adjusted(folder)
    first = manifest(folder)
    edit(folder, "minutes.md", "avslår förslaget", "avslår hela förslaget")
    edit(folder, "minutes.md", "kept: Kansliet\n", f"kept: Kansliet\n{_CORRECTION}")
    built = kallelse(folder, "build")
    assert built.status == 0, built.said
    assert "Kör kallelse adjust igen" in built.said
    assert "Ett ord var fel." in (folder / "site" / FOLDER / "paragraf-3.html").read_text(encoding="utf-8")
    adjusted(folder, "2022-09-30")
    assert {each.name for each in path(folder, "adjusted").iterdir()} == {
        *("adjusted.yml", "protokoll.pdf", "protokoll-rattad-1.pdf")
    }
    # What was published before stays known, and is told to be replaced.
    old = called(folder, "verify", str(path(folder, "adjusted/protokoll.pdf")))
    assert (old.status, "ersatts av ett senare" in old.said) == (0, True)
    new = called(folder, "verify", str(path(folder, "adjusted/protokoll-rattad-1.pdf")))
    assert (new.status, "ersatts av ett senare" in new.said) == (0, False)
    lines = (folder / "meetings" / "manifest.sha256").read_text(encoding="utf-8")
    assert first[f"{FOLDER}/protokoll.pdf"] in lines
    assert lines.count(f"{FOLDER}/protokoll.pdf") == 2
    edit(folder, "minutes.md", "Ett ord var fel.", "Inget var fel.")
    assert "är ändrad eller borttagen" in called(folder, "check").said


def test_a_correction_of_a_day_to_come_allows_no_change_and_is_not_locked(folder: Path) -> None:
    adjusted(folder)
    kept = {name: path(folder, f"adjusted/{name}").read_bytes() for name in ("adjusted.yml", "protokoll.pdf")}
    before = manifest(folder)
    edit(folder, "minutes.md", "kept: Kansliet\n", f"kept: Kansliet\n{_CORRECTION}")
    early = called(folder, "adjust", FOLDER, "--date", "2022-09-29")
    assert (early.status, "redan låst" in early.said) == (0, True)
    edit(folder, "minutes.md", "avslår förslaget", "avslår hela förslaget")
    early = called(folder, "adjust", FOLDER, "--date", "2022-09-29")
    assert (early.status, "låstes den 2022-09-28 och är ändrad efter det" in early.said) == (1, True)
    assert {each.name: each.read_bytes() for each in path(folder, "adjusted").iterdir()} == kept
    assert manifest(folder) == before
    adjusted(folder, "2022-09-30")
    # What is locked stays, whatever day is asked for.
    again = called(folder, "adjust", FOLDER, "--date", "2022-09-29")
    assert (again.status, "redan låst" in again.said) == (0, True)


@pytest.mark.parametrize("harm", ["gone", "other", "record", "stray"])
def test_what_was_kept_is_there_byte_for_byte(folder: Path, harm: str) -> None:
    adjusted(folder)
    pdf, record = path(folder, "adjusted/protokoll.pdf"), path(folder, "adjusted/adjusted.yml")
    if harm == "gone":
        pdf.unlink()
    elif harm == "other":
        pdf.write_bytes(pdf.read_bytes() + b"%")
    elif harm == "record":
        record.write_text("locks: nej\n", encoding="utf-8")
    else:
        record.unlink()
    said = called(folder, "check")
    assert said.status == 1
    wanted = {"gone": "saknas", "other": "inte det som justerades", "record": "skadad", "stray": "saknar adjusted.yml"}
    assert wanted[harm] in said.said


@pytest.mark.parametrize("empty", ["", "adjusted:\n"])
def test_minutes_that_name_no_day_are_adjusted_on_the_day_that_is_said(folder: Path, empty: str) -> None:
    edit(folder, "minutes.md", "adjusted: 2022-09-28\n", empty)
    adjusted(folder)
    text = path(folder, "minutes.md").read_text(encoding="utf-8")
    assert (text.count("adjusted:"), "adjusted: 2022-09-28\n---\n" in text) == (1, True)
    assert path(folder, "adjusted/protokoll.pdf").read_bytes().startswith(b"%PDF")
    assert called(folder, "check").status == 0


def test_minutes_whose_day_has_not_come_are_told_when_it_comes(folder: Path) -> None:
    done = called(folder, "adjust", FOLDER, "--date", "2022-09-27")
    assert done.status == 2
    assert "justeras enligt minutes.md först den 2022-09-28, och nu är det 2022-09-27" in done.said
    assert not path(folder, "adjusted").exists()
    assert "inte låsta" not in called(folder, "check", "--as-of", "2022-09-27").said
    assert "inte låsta" in called(folder, "check", "--as-of", "2022-09-28").said


def test_an_error_or_no_minutes_adjusts_nothing(folder: Path) -> None:
    edit(folder, "minutes.md", "## 3. Centrum", "## 9. Centrum")
    wrong = called(folder, "adjust", FOLDER)
    assert "Protokollet låstes inte och ingenting sparades." in wrong.said
    assert wrong.status == 1
    assert "hör inte till något ärende" in wrong.said
    assert not path(folder, "adjusted").exists()
    path(folder, "minutes.md").unlink()
    none = called(folder, "adjust", FOLDER)
    assert none.status == 2
    assert "kallelse new minutes" in none.said


_SETS = (
    "sets:\n  - {paragraphs: 3, immediate: true, adjusted: 2022-09-26, kept: Kansliet, "
    "postings: [{date: 2022-09-27}]}\n"
    "  - {paragraphs: 1–2}\n"
)


def in_sets(folder: Path) -> None:
    """The minutes with § 3 adjusted at once and the rest still to be, somebody there by items of the agenda."""
    edit(folder, "minutes.md", "adjusted: 2022-09-28\nkept: Kansliet\npostings: [{date: 2022-09-29}]\n", _SETS)
    edit(folder, "minutes.md", "adjusters:", "others:\n  - Karin Ekholm, IT-chef, ärende 1–3\nadjusters:")


def test_sets_are_locked_one_after_the_other_and_stay_locked(folder: Path) -> None:
    in_sets(folder)
    adjusted(folder)
    assert [each.name for each in path(folder, "adjusted").glob("*.pdf")] == ["protokoll-paragraf-3.pdf"]
    assert called(folder, "check").said.count("fel:") == 0
    edit(folder, "minutes.md", "{paragraphs: 1–2}", "{paragraphs: 1–2, adjusted: 2022-09-28, kept: Kansliet}")
    adjusted(folder)
    assert len(list(path(folder, "adjusted").glob("*.pdf"))) == 2
    assert called(folder, "check").said.count("fel:") == 0
    # A notice that comes later changes a PDF that is published, which then is listed too.
    before = manifest(folder)
    edit(
        folder,
        "minutes.md",
        "2022-09-28, kept: Kansliet}",
        "2022-09-28, kept: Kansliet, postings: [{date: 2022-09-29}]}",
    )
    adjusted(folder)
    assert {Path(each).name for each in manifest(folder).keys() - before.keys()} == {"anslagsbevis-paragraf-1-2.pdf"}


def test_a_set_whose_day_has_not_come_is_not_locked(folder: Path) -> None:
    edit(folder, "minutes.md", "adjusted: 2022-09-28", "adjusted: 2022-10-28")
    edit(folder, "minutes.md", "date: 2022-09-29", "date: 2022-10-29")
    assert called(folder, "adjust", FOLDER, "--date", "2022-10-01").status == 2
    assert not path(folder, "adjusted").exists()


def test_what_is_gone_as_a_whole_is_missed(folder: Path) -> None:
    adjusted(folder)
    minutes = path(folder, "minutes.md").read_bytes()
    path(folder, "minutes.md").unlink()
    assert "minutes.md finns inte längre" in called(folder, "check").said
    path(folder, "minutes.md").write_bytes(minutes)
    shutil.rmtree(path(folder, "adjusted"))
    assert "mappen adjusted saknas" in called(folder, "check").said


def test_what_was_interrupted_is_done_again(folder: Path) -> None:
    adjusted(folder)
    path(folder, "adjusted/adjusted.yml").unlink()
    (folder / "meetings" / "manifest.sha256").unlink()
    assert called(folder, "check").status == 1
    adjusted(folder)
    (folder / "meetings" / "manifest.sha256").unlink()
    assert "saknas i listan" in called(folder, "check").said
    adjusted(folder)
    assert called(folder, "check").status == 0


def test_an_error_elsewhere_is_told(folder: Path) -> None:
    written(folder / "meetings" / "gsn" / "2022-08-01", {"index.md": "---\nstart: i morgon\n---\n"})
    wrong = called(folder, "adjust", FOLDER)
    assert wrong.status == 1
    assert "2022-08-01/index.md" in wrong.said


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder on a web server of this machine."""
    handler = partial(http.server.SimpleHTTPRequestHandler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def test_a_published_record_is_known_by_its_file_and_by_its_address(folder: Path) -> None:
    adjusted(folder)
    kept = path(folder, "adjusted/protokoll.pdf")
    yes = called(folder, "verify", str(kept))
    assert yes.status == 0, yes.said
    assert f"är ett publicerat protokoll: {FOLDER}/protokoll.pdf, enligt" in yes.said
    changed = folder / "ändrad.pdf"
    changed.write_bytes(kept.read_bytes() + b"\n")
    no = called(folder, "verify", str(changed))
    assert no.status == 1
    assert "finns inte bland de publicerade protokollen" in no.said
    assert kallelse(folder, "build").status == 0
    with served(folder / "site") as address:
        page = f"{address}/{FOLDER}/paragraf-3-utdrag.pdf"
        assert called(folder, "verify", page).status == 0
        assert called(folder, "verify", f"{address}/{FOLDER}/kallelse.pdf").status == 1
        assert called(folder, "verify", str(kept), "--site", address).status == 0
        assert called(folder, "verify", f"{address}/{FOLDER}/finns-inte.pdf").status == 2
        assert called(folder, "verify", f"{address}/en adress med blanka").status == 2
    # Nobody listens there any more.
    gone = called(folder, "verify", str(kept), "--site", address)
    assert (gone.status, f"{address}/manifest.sha256 går inte att läsa: " in gone.said) == (2, True), gone.said
    assert "hittades inte" not in gone.said
    mistyped = called(folder, "verify", str(kept), "--site", "norrsala.example")
    assert (mistyped.status, "http:// / https://" in mistyped.said) == (2, True), mistyped.said


def test_a_committee_or_a_meeting_with_locked_minutes_can_get_another_name(folder: Path) -> None:
    adjusted(folder)
    meetings = folder / "meetings"
    (meetings / "gsn").rename(meetings / "service")
    (meetings / "service/2022-09-26").rename(meetings / "service/2022-09-26-extra")
    gone = called(folder, "check", "--as-of", "2022-09-28").said
    assert "Protokoll i gsn/2022-09-26 har publicerats" in gone
    for name, old in (("service", "gsn"), ("service/2022-09-26-extra", "2022-09-26")):
        index = meetings / name / "index.md"
        index.write_text(index.read_text("utf-8").replace("---\n", f"---\nmoved_from: {old}\n", 1), "utf-8")
    done = called(folder, "check", "--as-of", "2022-09-28")
    assert done.status == 0, done.said
    shutil.rmtree(meetings / "service/2022-09-26-extra/adjusted")
    assert "men mappen adjusted saknas" in called(folder, "check", "--as-of", "2022-09-28").said


def test_a_file_or_a_list_that_is_not_there_is_no_answer(folder: Path) -> None:
    assert called(folder, "verify", "finns-inte.pdf").status == 2
    some = folder / "x.pdf"
    some.write_bytes(b"%PDF-1.7\n")
    unknown = called(folder, "verify", str(some))
    assert unknown.status == 2
    assert "manifest.sha256" in unknown.said


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("nope", "Det finns inget sammanträde i mappen nope. Mapparna är: gsn/2022-09-26."),
        ("2022-09-26", "Menar du gsn/2022-09-26?"),
        ("servicenamnden/2022-09-26", "Menar du gsn/2022-09-26?"),
        ("gsn/2022-09-28", "Menar du gsn/2022-09-26?"),
    ],
)
@pytest.mark.parametrize("command", [("adjust",), ("issue",), ("new", "minutes")])
def test_a_meeting_that_is_not_there_is_told_with_those_that_may_be_meant(
    folder: Path, command: tuple[str, ...], typed: str, told: str
) -> None:
    done = called(folder, *command, typed)
    assert told in done.said
    assert done.status == 2


def test_a_meeting_that_cannot_be_read_is_there(folder: Path) -> None:
    (folder / "meetings" / FOLDER / "index.md").write_text("---\nstart: i går\n---\n", encoding="utf-8")
    done = called(folder, "adjust", FOLDER)
    assert done.status == 1
    assert "index.md:2: fel" in done.said


def test_a_meeting_without_minutes_is_told_to_begin_them(folder: Path) -> None:
    (folder / "meetings" / FOLDER / "minutes.md").unlink()
    assert "Skapa det med kallelse new minutes" in called(folder, "adjust", FOLDER).said
