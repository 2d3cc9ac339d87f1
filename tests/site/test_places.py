"""Where a site may be written, what the engine around it may not spoil, and that nothing is lost on the way."""

from __future__ import annotations

import os
import re
import shutil
import time
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from kallelse.engine import is_alone
from kallelse.swap import put_files, put_in_place
from mkdocs.config.defaults import MkDocsConfig

from tests.folders import CASE, SETTINGS, archive_of, linked, written
from tests.site.builds import files_of, kallelse, small


def built(folder: Path, line: str = "", **files: str) -> Path:
    """A small archive with a line more in its configuration."""
    root = archive_of(small(folder) / "meetings", {"1-a.md": CASE + "Text.\n", **files}).parent
    config = root / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8") + line, encoding="utf-8")
    return root


@pytest.mark.parametrize("place", ["meetings", "meetings/gsn", "docs", "."])
def test_a_site_never_takes_the_place_of_its_sources(tmp_path: Path, place: str) -> None:
    folder = built(tmp_path, f"site_dir: {place}\n")
    before = files_of(folder / "meetings")
    done = kallelse(folder, "build")
    assert done.status == 1
    assert files_of(folder / "meetings") == before
    assert "Traceback" not in done.said


def test_sources_in_docs_are_refused(tmp_path: Path) -> None:
    folder = built(tmp_path)
    shutil.move(folder / "meetings", folder / "docs" / "meetings")
    config = folder / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("kallelse: {", "kallelse: {meetings: docs/meetings, ")
    config.write_text(text, encoding="utf-8")
    done = kallelse(folder, "build")
    assert done.status == 1
    assert "docs/meetings" in done.said
    assert not (folder / "site").exists()


def test_a_link_to_the_sites_folder_stays_one(tmp_path: Path) -> None:
    folder = built(tmp_path)
    (folder / "www").mkdir()
    linked(folder / "site", folder / "www")
    for _ in range(2):
        assert kallelse(folder, "build").status == 0
    assert (folder / "site").is_symlink()
    assert (folder / "www" / "index.html").is_file()


def test_a_file_where_the_site_belongs_is_left_alone(tmp_path: Path) -> None:
    folder = built(tmp_path)
    (folder / "site").write_text("mine", encoding="utf-8")
    done = kallelse(folder, "build")
    assert done.status == 1
    assert "Traceback" not in done.said
    assert (folder / "site").read_text(encoding="utf-8") == "mine"


def test_what_lies_beside_the_municipalitys_templates_is_not_published(tmp_path: Path) -> None:
    folder = built(tmp_path)
    mall = {"kallelse.yml": SETTINGS + "template: mall\n", "mall/anteckningar.txt": "internt", "mall/ut/a.docx": "x"}
    written(folder / "meetings", mall)
    assert kallelse(folder, "build").status == 0
    assert [path for path in files_of(folder / "site") if "anteckningar" in path or "docx" in path] == []


def test_a_navigation_and_a_text_of_the_handbook_lead_to_any_page(tmp_path: Path) -> None:
    folder = built(tmp_path, "strict: true\n")
    config = folder / "mkdocs.yml"
    nav = "nav: [{Om: om.md}, {Nästa möte: gsn/2022-09-26/index.md}, {Mer: [moten/index.md]}]\n"
    config.write_text(re.sub(r"nav: .*\n", nav, config.read_text(encoding="utf-8")), encoding="utf-8")
    written(
        folder / "docs", {"om.md": "# Om\n\nSe [nämnden](gsn/index.md) och [kallelsen](gsn/2022-09-26/kallelse.pdf).\n"}
    )
    done = kallelse(folder, "build")
    assert done.status == 0, done.said
    found = {path: content.decode() for path, content in files_of(folder / "site").items() if path.endswith(".html")}
    assert 'href="gsn/index.html"' in found["om.html"]
    assert 'href="gsn/2022-09-26/index.html"' in found["om.html"]
    assert '<a href="../om.html">Om</a>' in found["gsn/index.html"]
    assert '<a href="2022-09-26/index.html">Nästa möte</a>' not in found["gsn/index.html"]
    assert found["gsn/2022-09-26/index.html"].startswith("<!doctype html>")


def test_a_shell_of_ones_own_stands_around_every_page(tmp_path: Path) -> None:
    folder = built(tmp_path)
    mall = {"kallelse.yml": SETTINGS + "template: mall\n", "mall/shell.html": "<p>Eget</p>{{ page.content | safe }}"}
    written(folder / "meetings", mall)
    assert kallelse(folder, "build").status == 0
    pages = {path: content for path, content in files_of(folder / "site").items() if path.endswith(".html")}
    # The notice board is set apart from all else, and has a shell of its own.
    apart = {"handbok.html", "anslagstavla/index.html"}
    assert {path for path, content in pages.items() if not content.startswith(b"<p>Eget</p>")} == apart


def test_a_sitemap_lists_the_pages_that_search_engines_may_show(tmp_path: Path) -> None:
    folder = built(tmp_path, "site_url: https://m.example/\n")
    assert kallelse(folder, "build").status == 0
    found = files_of(folder / "site")
    listed = re.findall(r"<loc>https://m.example/(.*)</loc>", found["sitemap.xml"].decode())
    assert sorted(listed) == sorted({path for path in found if path.endswith(".html")} - {"404.html", "sok.html"})


def test_a_sitemap_tells_when_pages_were_changed_and_of_no_other_a_day(tmp_path: Path) -> None:
    folder = built(tmp_path, "site_url: https://m.example/\n")
    assert kallelse(folder, "build", "--as-of", "2022-09-21").status == 0
    text = (folder / "site" / "sitemap.xml").read_text(encoding="utf-8")
    days = dict(re.findall(r"<loc>https://m.example/(\S*)</loc>\s*(?:<lastmod>(.*)</lastmod>)?", text))
    assert days["gsn/2022-09-26/index.html"] == "2022-09-19"
    assert days["handbok.html"] == days["index.html"] == days["moten/index.html"] == ""


def test_pages_stand_where_links_lead_whatever_the_engine_is_told(tmp_path: Path) -> None:
    case = {"README.md": CASE + "Text.\n"}
    plain = built(tmp_path / "plain", **case)
    told = built(tmp_path / "told", "draft_docs: |\n  gsn/**\n", **case)
    config = told / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("use_directory_urls: false", "use_directory_urls: true")
    config.write_text(text, encoding="utf-8")
    assert kallelse(plain, "build").status == 0
    assert kallelse(told, "build").status == 0
    pages = [path for path in files_of(plain / "site") if path.startswith("gsn/")]
    assert "gsn/2022-09-26/README.html" in pages
    assert "gsn/2022-09-26/kallelse.pdf" in pages
    assert [path for path in files_of(told / "site") if path.startswith("gsn/")] == pages


@pytest.mark.parametrize(
    ("day", "status"), [("igår", 2), ("2022-13-01", 2), ("0001-01-01", 2), ("1969-12-31", 1), ("2107-01-01", 1)]
)
def test_a_day_that_no_build_can_have_is_told_plainly(tmp_path: Path, day: str, status: int) -> None:
    done = kallelse(built(tmp_path), "build", "--as-of", day)
    assert done.status == status
    assert f"{day} är ingen dag" in done.said.replace("'", "")
    assert "Traceback" not in done.said


def test_a_build_leaves_the_folder_of_another_alone(tmp_path: Path) -> None:
    folder = built(tmp_path)
    other = folder / f"site.next-{os.getpid()}"
    other.mkdir()
    (other / "half.html").write_text("half", encoding="utf-8")
    assert kallelse(folder, "build").status == 0
    assert (other / "half.html").is_file()
    assert not (folder / "site" / "half.html").exists()


@pytest.mark.parametrize(
    ("name", "template", "told"),
    [
        ("case.html", b"{% if %}", "case.html:1"),
        ("case.html", b"{{ finns_inte.alls }}", "case.html"),
        ("case.html", b"\xe5", "case.html"),
        ("case.html", b"{{ 1 + 'a' }}", "case.html"),
        ("shell.html", b"{{ finns_inte }}", "shell.html"),
    ],
)
def test_a_template_that_does_not_work_is_named(tmp_path: Path, name: str, template: bytes, told: str) -> None:
    folder = built(tmp_path)
    written(folder / "meetings", {"kallelse.yml": SETTINGS + "template: mall\n", f"mall/{name}": template})
    done = kallelse(folder, "build")
    assert done.status == 1
    assert told in done.said
    assert "Traceback" not in done.said


def test_what_cannot_be_removed_keeps_no_site_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(folder: Path) -> None:
        raise PermissionError(1, "not permitted", str(folder))

    for name in ("site", "site.before", "site.next-1"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "which").write_text(name, encoding="utf-8")
    monkeypatch.setattr(shutil, "rmtree", refuse)
    put_in_place(tmp_path / "site.next-1", tmp_path / "site")
    assert (tmp_path / "site" / "which").read_text(encoding="utf-8") == "site.next-1"
    assert (tmp_path / "site.before" / "which").read_text(encoding="utf-8") == "site.before"


@pytest.mark.parametrize("tries", [2, 99])
def test_a_site_that_cannot_take_its_place_leaves_the_one_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tries: int
) -> None:
    for name in ("site", "site.next-1"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "which").write_text(name, encoding="utf-8")
    rename, asked = Path.rename, []

    def refuse(folder: Path, name: Path) -> Path:
        asked.append(folder.name)
        if folder.name == "site.next-1" and asked.count("site.next-1") <= tries:
            raise PermissionError(13, "a file in it is open", str(folder))
        return rename(folder, name)

    monkeypatch.setattr(Path, "rename", refuse)
    monkeypatch.setattr(time, "sleep", lambda _: None)
    with pytest.raises(PermissionError) if tries > 2 else nullcontext():
        put_in_place(tmp_path / "site.next-1", tmp_path / "site")
    stands = "site" if tries > 2 else "site.next-1"
    assert (tmp_path / "site" / "which").read_text(encoding="utf-8") == stands
    assert not (tmp_path / "site.before").exists()


@pytest.mark.parametrize("there", [True, False])
@pytest.mark.parametrize("at", ["site", "site.next-1"])
def test_of_two_builds_that_end_at_once_the_last_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str, there: bool
) -> None:
    for name in ("site", "site.next-1", "site.next-2")[0 if there else 1 :]:
        (tmp_path / name).mkdir()
        (tmp_path / name / "which").write_text(name, encoding="utf-8")
    rename, asked = Path.rename, []

    def met(folder: Path, name: Path) -> Path:
        asked.append(folder.name)
        if asked.count(at) == 1 and folder.name == at:
            # The other build does all that it does just before.
            put_in_place(tmp_path / "site.next-2", tmp_path / "site")
        return rename(folder, name)

    monkeypatch.setattr(Path, "rename", met)
    put_in_place(tmp_path / "site.next-1", tmp_path / "site")
    assert (tmp_path / "site" / "which").read_text(encoding="utf-8") == "site.next-1"
    assert [each.name for each in tmp_path.iterdir()] == ["site"]


def test_a_site_that_another_build_takes_away_at_this_moment_is_none_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("site", "site.next-1"):
        (tmp_path / name).mkdir()
    rename = Path.rename

    def late(folder: Path, name: Path) -> Path:
        if folder.name == "site":
            folder.rmdir()
        return rename(folder, name)

    monkeypatch.setattr(Path, "rename", late)
    put_in_place(tmp_path / "site.next-1", tmp_path / "site")
    assert [each.name for each in tmp_path.iterdir()] == ["site"]


RECIPIENTS = CASE.replace("kind: information", "recipients: [{name: Akten, purpose: för kännedom}]")
ADJUSTED = """\
---
end: 2022-09-26 14:00
members: [Karin Ahlström (S), Dan Ek (M)]
adjusters: Dan Ek (M)
adjusted: 2022-09-28
kept: Kansliet
---

## 1. Budget

### Beslut

Nämnden beslutar.
"""


def recorded(folder: Path, option: str = "") -> Path:
    """A small archive whose meeting is adjusted on 28 September 2022, with an option more of the plugin."""
    root = built(folder, **{"1-a.md": RECIPIENTS, "minutes.md": ADJUSTED})
    config = root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace('"2022-09-21"', f'"2022-10-01"{option}')
    config.write_text(text, encoding="utf-8")
    return root


def test_what_is_for_the_secretary_alone_lies_beside_the_site_and_goes_when_there_is_none(tmp_path: Path) -> None:
    folder = recorded(tmp_path)
    done = kallelse(folder, "build")
    assert done.status == 0, done.said
    assert "Bara för er, inte på webbplatsen: private/expedieringslista.csv\n" in done.said.replace("\\", "/")
    (name, content), *others = files_of(folder / "private").items()
    assert (name, others) == ("expedieringslista.csv", [])
    assert ";§ 1;;Budget;;Akten;för kännedom;2022-09-28;;gsn/2022-09-26/paragraf-1-utdrag.pdf\r\n" in content.decode()
    assert [path for path, data in files_of(folder / "site").items() if name in path or name.encode() in data] == []
    assert kallelse(folder, "build", "--as-of", "2022-09-27").status == 0
    assert sorted(path.name for path in folder.iterdir() if "private" in path.name) == []


def test_a_link_to_the_folder_of_what_is_private_stays_one(tmp_path: Path) -> None:
    folder = recorded(tmp_path)
    (folder / "delad").mkdir()
    linked(folder / "private", folder / "delad")
    for day in ("2022-10-01", "2022-09-27", "2022-10-01"):
        done = kallelse(folder, "build", "--as-of", day)
        assert (done.status, "tas bort" in done.said) == (0, False), done.said
        assert (folder / "private").is_symlink()
        assert [*files_of(folder / "delad")] == (["expedieringslista.csv"] if day == "2022-10-01" else [])


def test_what_is_private_is_not_written_again_where_it_is_the_same(tmp_path: Path) -> None:
    files = {"lista.csv": b"a"}
    put_files(files, tmp_path / "private", 0)
    written(tmp_path, {"private/.~lock.lista.csv#": ""})
    # The file would be the same in another folder.
    before = (tmp_path / "private").stat().st_ino
    put_files(files, tmp_path / "private", 0)
    assert (tmp_path / "private").stat().st_ino == before
    assert (tmp_path / "private" / ".~lock.lista.csv#").exists()
    put_files({"lista.csv": b"b"}, tmp_path / "private", 0)
    assert files_of(tmp_path / "private") == {"lista.csv": b"b"}


def test_what_a_killed_build_left_is_not_among_what_is_private(tmp_path: Path) -> None:
    left = tmp_path / f"private.next-{os.getpid()}"
    left.mkdir()
    (left / "old.csv").write_bytes(b"old")
    put_files({"lista.csv": b"a"}, tmp_path / "private", 0)
    assert [path.relative_to(tmp_path).as_posix() for path in sorted(tmp_path.rglob("*"))] == [
        *("private", "private/lista.csv")
    ]


def test_a_build_that_fails_leaves_what_is_private_untouched(tmp_path: Path) -> None:
    folder = recorded(tmp_path)
    assert kallelse(folder, "build").status == 0
    before = files_of(folder / "private")
    written(folder / "meetings", {"gsn/2022-09-26/2-b.md": "---\ntitel: x\n---\n"})
    assert kallelse(folder, "build").status == 1
    assert files_of(folder / "private") == before


@pytest.mark.parametrize("place", [".", "site", "site/privat", "meetings", "meetings/gsn", "docs"])
def test_what_is_private_never_lies_in_the_site_or_in_the_place_of_sources(tmp_path: Path, place: str) -> None:
    folder = recorded(tmp_path, f", private: {place}")
    before = files_of(folder)
    done = kallelse(folder, "build")
    assert (done.status, "i private" in done.said, "Traceback" in done.said) == (1, True, False)
    assert files_of(folder) == before


def test_a_folder_with_files_of_ones_own_is_not_exchanged(tmp_path: Path) -> None:
    folder = recorded(tmp_path, ", private: eget")
    written(folder, {"eget/anteckningar.txt": "mina"})
    done = kallelse(folder, "build")
    assert (done.status, "anteckningar.txt" in done.said) == (1, True)
    assert files_of(folder / "eget") == {"anteckningar.txt": b"mina"}
    (folder / "eget/anteckningar.txt").rename(folder / "eget/.DS_Store")
    assert kallelse(folder, "build").status == 0
    assert [*files_of(folder / "eget")] == ["expedieringslista.csv"]


@pytest.mark.parametrize("is_alone", [True, False])
def test_a_file_that_is_alike_stays_the_file_of_the_site_before(tmp_path: Path, is_alone: bool) -> None:
    folder = built(tmp_path)
    if not is_alone:
        # A hook may change files of the finished site in place.
        written(folder, {"hook.py": "def on_post_build(**_):\n    pass\n"})
        config = folder / "mkdocs.yml"
        config.write_text(config.read_text(encoding="utf-8") + "hooks: [hook.py]\n", encoding="utf-8")
    assert kallelse(folder, "build").status == 0
    before = {file: file.stat().st_ino for file in (folder / "site").rglob("*") if file.is_file()}
    written(folder / "meetings", {"gsn/2022-09-26/1-a.md": CASE + "Annan text.\n"})
    done = kallelse(folder, "build")
    assert done.status == 0, done.said
    after = {file: file.stat().st_ino for file in before if file.exists()}
    same = {file.relative_to(folder / "site").as_posix() for file in after if before[file] == after[file]}
    assert "gsn/2022-09-26/1-a.html" not in same
    assert ("folj.html" in same) == is_alone
    assert "Annan text." in (folder / "site/gsn/2022-09-26/1-a.html").read_text(encoding="utf-8")


def test_a_template_of_a_theme_never_takes_the_place_of_a_page(tmp_path: Path) -> None:
    folder = built(tmp_path)
    assert kallelse(folder, "build").status == 0
    before = files_of(folder / "site")
    written(folder, {"over/sok.html": "<p>En annan sida</p>"})
    config = folder / "mkdocs.yml"
    theme = "theme: {name: material, font: false, custom_dir: over, static_templates: [sok.html]}\n"
    config.write_text(re.sub(r"theme: .*\n", theme, config.read_text(encoding="utf-8")), encoding="utf-8")
    done = kallelse(folder, "build")
    assert done.status == 1, done.said
    assert "sok.html" in done.said
    assert files_of(folder / "site") == before


def test_a_plugin_is_known_by_what_it_is_and_not_by_its_name() -> None:
    names = ("kallelse.plugin", "mkdocs.contrib.search", "material.plugins.search.plugin", "foo.search", "search")
    plugins = [type("Plugin", (), {"__module__": name})() for name in names]
    alone = [is_alone(cast(MkDocsConfig, SimpleNamespace(plugins={"search": plugin}))) for plugin in plugins]
    assert alone == [True, True, True, False, False]
