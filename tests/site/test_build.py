from __future__ import annotations

import gzip
import json
import posixpath
import re
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from kallelse.model.address import RESERVED
from kallelse.publish.searchtext import CUT, DOTS, RING

from tests import foreign
from tests.folders import CASE, MEETING, SETTINGS, archive_of, written
from tests.foreign import saved
from tests.office import docx
from tests.site.builds import CONFIG, files_of, kallelse, sample, small

CONFIDENTIAL = "hemligstämplat"


def test_one_commit_gives_the_same_bytes_in_any_folder_zone_and_language(tmp_path: Path, sample_site: Path) -> None:
    other = sample(tmp_path / "annan mapp med å")
    environment = {"TZ": "Pacific/Auckland", "LANG": "tr_TR.UTF-8", "LC_ALL": "C", "PYTHONHASHSEED": "4711"}
    done = kallelse(other, "build", "--strict", environment=environment)
    assert done.status == 0, done.said
    one, two = files_of(sample_site), files_of(other / "site")
    assert sorted(one) == sorted(two)
    assert [path for path in one if one[path] != two[path]] == []
    assert len(one) > 50


def test_all_that_was_published_of_the_samples_records_is_listed(tmp_path: Path) -> None:
    done = kallelse(sample(tmp_path), "build", "--strict", "--as-of", "2022-11-01")
    assert (done.status, "anmärkning:" in done.said) == (0, False), done.said


def test_a_zone_that_names_some_file_is_no_trouble(tmp_path: Path) -> None:
    folder = archive_of(small(tmp_path) / "meetings", {"1-a.md": CASE}).parent
    done = kallelse(folder, "build", environment={"TZ": f":{__file__}"})
    assert (done.status, "Traceback" in done.said) == (0, False), done.said


def test_a_build_that_fails_its_check_leaves_the_site_before_untouched(tmp_path: Path) -> None:
    folder = archive_of(small(tmp_path) / "meetings", {"1-a.md": CASE}).parent
    assert kallelse(folder, "build").status == 0
    before = files_of(folder / "site")
    written(folder / "meetings", {"gsn/2022-09-26/2-b.md": "---\ntitel: x\n---\n"})
    done = kallelse(folder, "build")
    assert done.status == 1
    assert "meetings/gsn/2022-09-26/2-b.md:2: fel: Uppgiften titel finns inte." in done.said
    assert "Menar du title?" in done.said
    assert "Aborted" not in done.said
    assert files_of(folder / "site") == before
    assert [path.name for path in folder.iterdir() if path.name.startswith("site")] == ["site"]


def test_a_build_that_was_ended_while_it_swapped_has_its_site_put_back(tmp_path: Path) -> None:
    folder = archive_of(small(tmp_path) / "meetings", {"1-a.md": "---\ntitel: x\n---\n"}).parent
    (folder / "site.before").mkdir()
    (folder / "site.before" / "index.html").write_text("before", encoding="utf-8")
    assert kallelse(folder, "build").status == 1
    assert files_of(folder / "site") == {"index.html": b"before"}


def test_a_warning_of_the_engine_in_a_strict_build_publishes_nothing(tmp_path: Path) -> None:
    folder = archive_of(small(tmp_path) / "meetings", {"1-a.md": CASE}).parent
    (folder / "docs" / "handbok.md").write_text("# Handbok\n\n[död](finns-inte.md)\n", encoding="utf-8")
    done = kallelse(folder, "build", "--strict")
    assert done.status == 1
    assert "finns-inte.md" in done.said
    assert [path.name for path in folder.iterdir() if path.name.startswith("site")] == []


def test_what_stands_under_the_root_of_a_site_is_no_name_for_a_committee(sample_site: Path) -> None:
    root = {path.partition("/")[0] for path in files_of(sample_site)}
    sources = {path.name for folder in ("docs", "meetings") for path in (sample_site.parent / folder).iterdir()}
    assert root - sources <= RESERVED
    assert len(root & RESERVED) > 5


def test_the_foot_of_every_page_leads_to_where_a_record_is_checked(sample_site: Path) -> None:
    pages = {path: content.decode() for path, content in files_of(sample_site).items() if path.endswith(".html")}
    assert "kontrollera.html" in pages
    ours = {path: text for path, text in pages.items() if 'class="k-foot"' in text and path != "404.html"}
    assert len(ours) > 20
    for path, text in ours.items():
        there = posixpath.relpath("kontrollera.html", posixpath.dirname(path) or ".")
        assert f'<a href="{there}">Kontrollera ett protokoll</a>' in text.partition('class="k-foot"')[2], path


def test_a_build_without_the_plugin_fails_whatever_the_engine_says(tmp_path: Path) -> None:
    folder = archive_of(small(tmp_path) / "meetings", {"1-a.md": CASE}).parent
    config = folder / "mkdocs.yml"
    config.write_text(re.sub(r"plugins:\n.*\n", "plugins: []\n", config.read_text(encoding="utf-8")), encoding="utf-8")
    done = kallelse(folder, "build")
    assert done.status == 1
    assert "kallelse" in done.said
    assert "plugins" in done.said


def test_without_any_meeting_a_site_is_still_built(tmp_path: Path) -> None:
    folder = small(tmp_path)
    written(folder / "meetings", {"kallelse.yml": SETTINGS})
    done = kallelse(folder, "build", "--strict")
    assert done.status == 0, done.said
    start = (folder / "site" / "index.html").read_text(encoding="utf-8")
    assert "Norrsala kommun" in start


def test_a_folder_of_meetings_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    done = kallelse(small(tmp_path), "build")
    assert done.status == 1
    assert "Mappen finns inte" in done.said


def test_a_build_ends_with_its_counts_and_tells_where_the_packets_are(tmp_path: Path) -> None:
    text = CASE + "Text.\n"
    folder = archive_of(small(tmp_path) / "meetings", {"1-a.md": text, "2-b.md": CASE}).parent
    done = kallelse(folder, "build")
    assert done.status == 0, done.said
    assert re.search(r"Sammanträden +1\n", done.said)
    assert re.search(r"Ärenden +2\n", done.said)
    assert re.search(r"Kallelser \(PDF\) +1\n", done.said)
    assert re.search(r"Sekunder +\d", done.said)
    assert "gsn/2022-09-26/kallelse.pdf (2 sidor" in done.said


def test_a_meeting_not_issued_yet_is_published_as_date_time_and_place_alone(tmp_path: Path) -> None:
    meeting = MEETING.replace("2022-09-19", "2022-09-25")
    folder = archive_of(
        small(tmp_path) / "meetings", {"index.md": meeting, "1-a.md": CASE.replace("Budget", CONFIDENTIAL) + "Text.\n"}
    ).parent
    assert kallelse(folder, "build").status == 0
    assert [path for path, data in files_of(folder / "site").items() if CONFIDENTIAL.encode() in data] == []
    assert not (folder / "site/gsn/2022-09-26/kallelse.pdf").exists()
    assert kallelse(folder, "build", "--as-of", "2022-09-25").status == 0
    assert (folder / "site/gsn/2022-09-26/kallelse.pdf").exists()
    assert kallelse(folder, "build", "--drafts").status == 0
    assert (folder / "site/gsn/2022-09-26/kallelse.pdf").exists()


@pytest.mark.parametrize("day", ["2022-9-1", "igår", "2022-02-30"])
def test_a_day_that_is_none_is_refused(tmp_path: Path, day: str) -> None:
    folder = archive_of(small(tmp_path) / "meetings", {"1-a.md": CASE}).parent
    done = kallelse(folder, "build", "--as-of", day)
    assert done.status == 2
    assert day in done.said
    assert not (folder / "site").exists()


def secret_archive(folder: Path) -> Path:
    """An archive with the word planted in every place of a confidential case and of a confidential attachment."""
    fields = "\n".join(
        f"{key}: {CONFIDENTIAL}" for key in ("title", "officer", "unit", "proposal", "signed", "presenters", "slug")
    ).replace(f"slug: {CONFIDENTIAL}", "slug: hemligstamplat")
    lists = (
        f"recipients: [{CONFIDENTIAL}]\nrevisions: [{{date: 2022-01-01, version: '1', name: {CONFIDENTIAL}}}]\n"
        f"follows: [{{body: {CONFIDENTIAL}, date: 2022-01-01}}]\n"
        f"attachments: [{{title: {CONFIDENTIAL}, separate: true}}]\n"
        "dnr: GSN 2022/9876\nother_dnr: [GSN 2022/9877]\nparagraph: 98765\n"
    )
    table = f"```ekonomi\nrubrik: {CONFIDENTIAL}\nenhet: mnkr\nid: t\n\n| | Budget |\n| {CONFIDENTIAL} | 1,0 |\n```\n"
    image = f"![{CONFIDENTIAL}](hemligstamplat.svg)"
    body = f"# {CONFIDENTIAL}\n\n{CONFIDENTIAL}[^1] {image}\n\n{table}\n[^1]: {CONFIDENTIAL}\n"
    case = f"---\naccess: confidential\n{fields}\n{lists}---\n{body}"
    attachment = f"---\naccess: confidential\ntitle: {CONFIDENTIAL}\nowner: {CONFIDENTIAL}\n---\n{body}"
    picture = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>{CONFIDENTIAL}</title></svg>'
    paper = saved(foreign.pdf(CONFIDENTIAL))
    declared = (
        f"attachments: [{{file: {CONFIDENTIAL}.pdf, title: {CONFIDENTIAL}, access: confidential}}, "
        f"{{title: {CONFIDENTIAL}, separate: true, access: confidential}}]"
    )
    files: dict[str, str | bytes] = {
        f"1-{CONFIDENTIAL}/karta-{CONFIDENTIAL}.pdf": paper,
        f"2-b/{CONFIDENTIAL}.pdf": paper,
        f"2-b/{CONFIDENTIAL}.docx": docx(CONFIDENTIAL),
        f"1-{CONFIDENTIAL}/index.md": case,
        f"1-{CONFIDENTIAL}/bilaga-{CONFIDENTIAL}.md": attachment,
        f"1-{CONFIDENTIAL}/hemligstamplat.svg": picture,
        "2-b/index.md": CASE.replace("title", f"{declared}\ntitle", 1) + "Offentlig text.\n",
        f"2-b/bilaga-{CONFIDENTIAL}.md": attachment,
        "2-b/hemligstamplat.svg": picture,
    }
    root = archive_of(small(folder) / "meetings", files)
    # What programs are told needs an address and a licence.
    with (root / "kallelse.yml").open("a", encoding="utf-8") as settings:
        settings.write("url: https://m.example/\nopen_data: {licence: CC0-1.0}\n")
    return root.parent


def readable(path: str, data: bytes) -> str:
    """All that is to be read in a published file: text as it is, compressed streams and pages of a PDF unpacked."""
    if path.endswith(".pdf"):
        with pikepdf.open(Path(path)) as pdf:
            streams = [each.read_bytes() for each in pdf.objects if isinstance(each, pikepdf.Stream)]
            objects = [repr(each) for each in pdf.objects if not isinstance(each, pikepdf.Stream)]
        document = pypdfium2.PdfDocument(path)
        pages = [page.get_textpage().get_text_range() for page in document]
        document.close()
        return "\n".join([*objects, *(each.decode("latin-1") for each in streams), *pages])
    if data[:2] == b"\x1f\x8b":
        data = gzip.decompress(data)
    text = data.decode("utf-8", "replace")
    return unspelled(text) if "/pagefind/" in path else text


def unspelled(text: str) -> str:
    """A text of the search index as it is read: publish/searchtext.py tells how it is spelled there."""
    for spelling, letter in ((f"{RING}a", "å"), (f"{RING}A", "Å"), (f"{DOTS}a", "ä"), (f"{DOTS}A", "Ä")):
        text = text.replace(spelling, letter)
    text = text.replace(f"{DOTS}o", "ö").replace(f"{DOTS}O", "Ö").replace(CUT, "")
    return "".join(chr(ord(each) - 0xE000) if 0xE000 <= ord(each) < 0xE800 else each for each in text)


def test_nothing_confidential_stands_in_any_published_byte(tmp_path: Path) -> None:
    folder = secret_archive(tmp_path)
    done = kallelse(folder, "build", "--strict")
    assert done.status == 0, done.said
    site = folder / "site"
    planted = (CONFIDENTIAL, "hemligstamplat", "2022/9876", "2022/9877", "98765")
    found = [
        (path, word)
        for path, data in files_of(site).items()
        for word in planted
        if word.casefold() in readable(str(site / path), data).casefold() or word in path
    ]
    assert found == []
    assert (site / "data/dcat.rdf").is_file()
    assert list((site / "api/oparl/agendaitems/gsn/2022-09-26").iterdir())
    pages = json.loads((site / "gsn/2022-09-26/kallelse.json").read_text(encoding="utf-8"))
    assert pages["packet"]["pages"] == 2
    meeting = (site / "gsn/2022-09-26/index.html").read_text(encoding="utf-8")
    assert "Ärendet omfattas av sekretess" in meeting


def test_the_reader_of_published_bytes_would_see_a_planted_word(tmp_path: Path) -> None:
    folder = archive_of(small(tmp_path) / "meetings", {"1-a.md": CASE + f"Ordet {CONFIDENTIAL} står här.\n"}).parent
    assert kallelse(folder, "build").status == 0
    site = folder / "site"
    seen = {path for path, data in files_of(site).items() if CONFIDENTIAL in readable(str(site / path), data)}
    assert "gsn/2022-09-26/kallelse.pdf" in seen
    assert "gsn/2022-09-26/1-a.html" in seen
    assert any(path.startswith("pagefind/fragment/") for path in seen)


PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>hemligstämplat</title></svg>'


@pytest.mark.parametrize(
    "text", ["[karta](../1-a/karta.svg)", "![karta](../1-a/karta.svg)", "[ärende](../1-a/index.md)"]
)
def test_a_public_text_cannot_bring_a_file_of_a_confidential_case_out(tmp_path: Path, text: str) -> None:
    files: dict[str, str | bytes] = {
        "1-a/index.md": CASE.replace("title", "access: confidential\ntitle"),
        "1-a/karta.svg": PICTURE,
        "2-b/index.md": CASE + text + "\n",
    }
    folder = archive_of(small(tmp_path) / "meetings", files).parent
    done = kallelse(folder, "build")
    assert done.status == 1
    assert "2-b/index.md:5: fel:" in done.said
    assert not (folder / "site").exists()


def test_a_public_text_cannot_bring_a_paper_of_an_unissued_meeting_out(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "1-a.md": CASE + "[karta](../2022-11-28/karta.svg) och [mötet](../2022-11-28/index.md)\n",
        "../2022-11-28/index.md": "---\nstart: 2022-11-28 13:15\n---\n",
        "../2022-11-28/karta.svg": PICTURE,
    }
    folder = archive_of(small(tmp_path) / "meetings", files).parent
    done = kallelse(folder, "build")
    assert done.status == 1
    assert done.said.count(": fel:") == 1
    assert "karta.svg" in done.said


def test_what_is_kept_of_a_build_before_never_changes_the_next(tmp_path: Path) -> None:
    folder = sample(tmp_path)
    assert kallelse(folder, "build").status == 0
    fresh = files_of(folder / "site")
    kept = sorted(path for path in (folder / ".cache" / "kallelse").rglob("*") if path.is_file())
    assert {path.suffix for path in kept} == {".cases", ".index", ".pages", ".pdfs"}
    pdfs = [path for path in kept if path.suffix == ".pdfs"]
    assert len(pdfs) == sum(path.endswith(("/kallelse.pdf", "/protokoll.pdf")) for path in fresh)
    assert kallelse(folder, "build").status == 0
    assert files_of(folder / "site") == fresh
    for number, file in enumerate(kept):
        file.write_bytes(file.read_bytes()[: 20 * number])
    assert kallelse(folder, "build").status == 0
    assert files_of(folder / "site") == fresh


def test_templates_of_the_theme_are_compiled_once_and_anew_when_they_are_edited(tmp_path: Path) -> None:
    folder = small(tmp_path / "m")
    (folder / "meetings").mkdir()
    (folder / "meetings" / "kallelse.yml").write_text("name: Norrsala kommun\n", encoding="utf-8")
    (folder / "own").mkdir()
    config = CONFIG.replace("name: material", "name: material, custom_dir: own")
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    compiled = tmp_path / "compiled"
    environment = {"PYTHONPYCACHEPREFIX": str(compiled), "PYTHONDONTWRITEBYTECODE": ""}

    def built(word: str) -> bytes:
        template = f'{{% extends "base.html" %}}{{% block content %}}<p>{word}</p>{{% endblock %}}'
        (folder / "own" / "main.html").write_text(template, encoding="utf-8")
        done = kallelse(folder, "build", environment=environment)
        assert done.status == 0, done.said
        return (folder / "site" / "handbok.html").read_bytes()

    first = built("Först")
    kept = {path: path.stat().st_mtime_ns for path in compiled.rglob("theme-*")}
    assert kept
    assert built("Först") == first
    assert {path: path.stat().st_mtime_ns for path in compiled.rglob("theme-*")} == kept
    assert b"<p>Sist</p>" in built("Sist")
    # Where others may change how they are compiled, nothing is taken from there.
    for path in kept:
        path.unlink()
    (folder / "hook.py").write_text("def on_env(env, **_):\n    env.filters['own'] = str\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(f"{config}hooks: [hook.py]\n", encoding="utf-8")
    assert b"<p>Sist</p>" in built("Sist")
    assert list(compiled.rglob("theme-*")) == []
