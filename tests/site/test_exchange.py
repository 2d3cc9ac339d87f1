"""A site put in the place of the one before: what cannot be taken away, what cannot be exchanged, and whose it is."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import sys
from pathlib import Path

import pytest
from kallelse import report
from kallelse.swap import Left, place_aside, put_files, put_in_place, write_whole

from tests.folders import CASE, archive_of, written
from tests.site.builds import files_of, kallelse, small

_HOUR = 3600
# What a hook of the engine's does to the plugin in the process of a build.
_KEPT = """\
import shutil
rmtree = shutil.rmtree
def refuse(folder, *more, **others):
    if ".before" in str(folder):
        raise PermissionError(13, "Permission denied", str(folder))
    rmtree(folder, *more, **others)
shutil.rmtree = refuse
"""
_HELD = """\
import errno
from pathlib import Path
rename = Path.rename
def refuse(folder, name):
    if folder.name == "site":
        raise OSError(errno.EBUSY, "Device or resource busy", str(folder), None, str(name))
    return rename(folder, name)
Path.rename = refuse
"""


def archive(folder: Path, hook: str = "") -> Path:
    """A small archive whose builds are strict, with a hook of the engine's."""
    root = archive_of(small(folder) / "meetings", {"1-a.md": CASE + "Första texten.\n"}).parent
    written(root, {"hook.py": hook})
    config = root / "mkdocs.yml"
    config.write_text(f"{config.read_text(encoding='utf-8')}strict: true\nhooks: [hook.py]\n", encoding="utf-8")
    return root


def sites(folder: Path, *names: str) -> Path:
    """Folders that hold nothing but their own names."""
    written(folder, {f"{name}/which": name for name in names})
    return folder / "site"


def test_what_cannot_be_taken_away_is_told_and_fails_no_strict_build(tmp_path: Path) -> None:
    folder = archive(tmp_path, _KEPT)
    assert kallelse(folder, "build").status == 0
    written(folder / "meetings", {"gsn/2022-09-26/1-a.md": CASE + "Andra texten.\n"})
    for _ in range(2):
        done = kallelse(folder, "build")
        assert done.status == 0, done.said
        assert "Ingenting publicerades" not in done.said
        before = folder.resolve() / "site.before"
        assert (
            f"Det nya är på plats, men det som fanns förut kunde inte tas bort helt: {before} (Permission" in done.said
        )
    assert "Andra texten." in (folder / "site/gsn/2022-09-26/1-a.html").read_text(encoding="utf-8")
    (folder / "hook.py").write_text("", encoding="utf-8")
    for left in folder.glob("site.before-*"):
        os.utime(left, (0, 0))
    done = kallelse(folder, "build")
    assert (done.status, "tas bort" in done.said) == (0, False), done.said
    assert [path.name for path in folder.iterdir() if path.name.startswith("site")] == ["site"]


def test_each_folder_that_stays_has_a_name_of_its_own_and_goes_when_it_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(folder: Path, **_: object) -> None:
        raise PermissionError(errno.EACCES, "a file in it is open", str(folder))

    site = sites(tmp_path, "site")
    with monkeypatch.context() as patched:
        patched.setattr(shutil, "rmtree", refuse)
        for number in range(3):
            sites(tmp_path, f"next-{number}")
            os.utime(site, (0, 0))
            left = put_in_place(tmp_path / f"next-{number}", site)
            first = tmp_path / "site.before"
            own = first if number == 0 else tmp_path / f"site.before-{os.getpid()}-{number}"
            assert left == tuple(Left(each, "a file in it is open") for each in dict.fromkeys((first, own)))
    assert (site / "which").read_text(encoding="utf-8") == "next-2"
    now = site.stat().st_mtime
    # One that may still be needed by another build stays.
    shutil.rmtree(place_aside(site, now + _HOUR / 2))
    assert len([*tmp_path.glob("site.before-*")]) == 2
    shutil.rmtree(place_aside(site, now + 2 * _HOUR))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "site.before"]
    assert put_in_place(sites(tmp_path, "last").with_name("last"), site) == ()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_copy_of_ones_own_beside_the_site_is_left_alone(tmp_path: Path) -> None:
    own = ["site.before-2025", "site.before-12-old", "site.next-version", "site.next-1.bak", "site-2.next-1"]
    left = ["site.before-12-1", "site.next-1"]
    site = sites(tmp_path, "site", *own, *left)
    for name in (*own, *left):
        os.utime(tmp_path / name, (0, 0))
    shutil.rmtree(place_aside(site, 100 * _HOUR))
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["site", *own])


def test_where_the_site_cannot_be_exchanged_what_is_private_stays_as_it_was(tmp_path: Path) -> None:
    folder = archive(tmp_path, _HELD)
    written(folder, {"private/expedieringslista.csv": "förut", "site/kallelse/site.css": "förut"})
    before = files_of(folder / "private"), files_of(folder / "site")
    done = kallelse(folder, "build")
    assert done.status == 1
    assert f"Mappen {folder.resolve() / 'site'} kan inte bytas ut, eftersom den är en monterad volym" in done.said
    assert "Ingenting publicerades; den tidigare webbplatsen är orörd." in done.said
    assert (files_of(folder / "private"), files_of(folder / "site")) == before
    assert sorted(path.name for path in folder.iterdir() if path.name.startswith(("site", "private"))) == [
        *("private", "site")
    ]


@pytest.mark.parametrize("had_one", [True, False])
def test_where_what_is_private_cannot_be_exchanged_the_site_before_stands(tmp_path: Path, *, had_one: bool) -> None:
    def refuse() -> tuple[Left, ...]:
        assert (tmp_path / "site/which").read_text(encoding="utf-8") == "next"
        raise PermissionError(errno.EACCES, "a file in it is open", "private")

    site = sites(tmp_path, "next", *(("site",) if had_one else ()))
    with pytest.raises(PermissionError):
        put_in_place(tmp_path / "next", site, refuse)
    assert files_of(tmp_path) == {f"{name}/which": name.encode() for name in ("next", "site")[: 1 + had_one]}


def test_a_file_that_cannot_take_its_place_leaves_nothing_beside_it(tmp_path: Path) -> None:
    (tmp_path / "index.md").mkdir()
    with pytest.raises(OSError, match=r"index\.md"):
        write_whole(tmp_path / "index.md", b"text")
    assert [path.name for path in tmp_path.iterdir()] == ["index.md"]


@pytest.mark.parametrize("number", [errno.EBUSY, errno.EXDEV])
def test_a_folder_that_is_a_volume_is_told_with_what_to_do(number: int) -> None:
    told = report.disturbed(OSError(number, "busy", "/srv/moten", None, "/srv/moten.before"), "en")
    assert "The folder /srv/moten cannot be exchanged" in told
    assert "/srv/moten/www" in told
    assert "permissions" in report.disturbed(OSError(number, "busy", "/srv/moten"), "en")


@pytest.mark.skipif(os.name != "posix", reason="only POSIX has such rights")
def test_a_folder_keeps_its_rights_its_group_and_its_owner(tmp_path: Path) -> None:
    site, private = sites(tmp_path, "site"), tmp_path / "private"
    written(private, {"lista.csv": "förut"})
    is_root = os.geteuid() == 0
    owner, group = (65534, 65533) if is_root else (os.geteuid(), os.getgroups()[-1])
    for folder, mode in ((site, 0o2775), (private, 0o2550)):
        os.chown(folder, owner, group)
        folder.chmod(mode)
        os.utime(folder, (0, 0))
    aside = place_aside(site, 0)
    # Its age is its own, and what grows in it belongs to the group from the start.
    assert aside.stat().st_mtime > _HOUR
    written(aside, {"gsn/index.html": ""})
    assert (aside / "gsn").stat().st_gid == group
    put_in_place(aside, site, lambda: put_files({"lista.csv": b"nu"}, private, 0))
    # Whoever builds has to write into it.
    for folder, mode in ((site, 0o2775), (private, 0o2750)):
        told = folder.stat()
        assert (stat.S_IMODE(told.st_mode), told.st_uid, told.st_gid) == (mode, owner, group)
    assert files_of(private) == {"lista.csv": b"nu"}


@pytest.mark.skipif(os.name != "posix", reason="only POSIX has such rights")
@pytest.mark.parametrize(("mode", "kept"), [(0o664, 0o664), (0o600, 0o600), (0o440, 0o640)])
def test_a_file_keeps_its_rights_its_group_and_its_owner(tmp_path: Path, mode: int, kept: int) -> None:
    file = tmp_path / "index.md"
    file.write_text("förut", encoding="utf-8")
    owner, group = (65534, 65533) if os.geteuid() == 0 else (os.geteuid(), os.getgroups()[-1])
    os.chown(file, owner, group)
    file.chmod(mode)
    os.utime(file, (0, 0))
    before = os.umask(0o027)
    try:
        write_whole(file, b"nu")
        write_whole(tmp_path / "ny.md", b"nu")
    finally:
        os.umask(before)
    told = file.stat()
    assert (stat.S_IMODE(told.st_mode), told.st_uid, told.st_gid) == (kept, owner, group)
    assert told.st_mtime > _HOUR
    assert stat.S_IMODE((tmp_path / "ny.md").stat().st_mode) == 0o640
    assert files_of(tmp_path) == {"index.md": b"nu", "ny.md": b"nu"}


@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone tells lists of rights as what they are")
def test_a_folder_keeps_its_list_of_who_may_do_what(tmp_path: Path) -> None:
    site = sites(tmp_path, "site")
    try:
        os.setxattr(site, "user.kallelse", b"1")
    except OSError:
        # Such lists are kept as this is, where a disk has them.
        return
    assert os.getxattr(place_aside(site, 0), "user.kallelse") == b"1"
