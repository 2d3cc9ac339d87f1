"""A folder that is named for the site, or for what is private, and holds something of somebody else's."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest
from kallelse.places import Places, refusal

from tests.folders import CASE, archive_of, written
from tests.site.builds import ROOT, files_of, kallelse, small


def archive(folder: Path, site: str = "site") -> Path:
    """A small archive in a repository, whose site goes to the folder `site`."""
    root = archive_of(small(folder) / "meetings", {"1-a.md": CASE}).parent
    config = root / "mkdocs.yml"
    config.write_text(f"{config.read_text(encoding='utf-8')}site_dir: {site}\n", encoding="utf-8")
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    return root


def refused(folder: Path, private: tuple[str, ...] = (), private_name: str = "private") -> str:
    places = Places(folder / "meetings", folder / "docs", folder / "site", folder / private_name)
    return refusal(places, private, "sv")


@pytest.mark.parametrize("site", [".git", ".git/webb"])
def test_a_site_never_takes_the_place_of_what_git_has(tmp_path: Path, site: str) -> None:
    folder = archive(tmp_path, site)
    before = files_of(folder / ".git")
    done = kallelse(folder, "build")
    assert (done.status, "site_dir" in done.said, "Traceback" in done.said) == (1, True, False)
    assert files_of(folder / ".git") == before


def test_a_folder_that_no_build_wrote_is_left_as_it_is_and_named(tmp_path: Path) -> None:
    folder = archive(tmp_path, "annan")
    written(folder, {"annan/viktigt.txt": "mitt"})
    done = kallelse(folder, "build")
    assert (done.status, "Traceback" in done.said) == (1, False)
    assert f"Mappen {(folder / 'annan').resolve()} har något som inget bygge har skrivit: viktigt.txt." in done.said
    assert "site_dir" in done.said
    assert files_of(folder / "annan") == {"viktigt.txt": b"mitt"}
    assert sorted(path.name for path in folder.iterdir() if path.name.startswith("annan")) == ["annan"]


@pytest.mark.parametrize("place", ["index.html", ".ssh/id", "kallelse/annat.css", "gsn/kallelse/site.css"])
def test_a_folder_is_strange_where_it_lacks_what_every_site_has(tmp_path: Path, place: str) -> None:
    written(tmp_path, {f"site/{place}": ""})
    assert f": {place.partition('/')[0]}." in refused(tmp_path)


@pytest.mark.parametrize("left", [(), (".DS_Store",), ("Thumbs.db", ".gitkeep")])
def test_an_empty_folder_becomes_the_site_which_the_next_build_knows(tmp_path: Path, left: tuple[str, ...]) -> None:
    folder = archive(tmp_path)
    (folder / "site").mkdir()
    written(folder / "site", dict.fromkeys(left, ""))
    for _ in range(2):
        done = kallelse(folder, "build")
        assert done.status == 0, done.said
    assert not any((folder / "site" / name).exists() for name in left)


def test_a_site_of_any_build_is_known(tmp_path: Path) -> None:
    # No site has more in common with that of the first version than such files.
    written(tmp_path, {"site/index.html": "", "site/kallelse/site.css": "", "site/gsn/index.html": ""})
    assert refused(tmp_path) == ""
    written(tmp_path, {"site/.git/HEAD": "ref: refs/heads/pages\n"})
    assert ": .git." in refused(tmp_path)


def test_a_file_of_the_servers_is_kept_as_the_handbook_says(tmp_path: Path) -> None:
    (line,) = re.findall(r"`(exclude_docs: [^`]+)`", (ROOT / "docs/handbok/publicera.md").read_text(encoding="utf-8"))
    folder = archive(tmp_path, f"site\n{line}")
    written(folder, {"docs/.htaccess": "Options -Indexes\n"})
    for _ in range(2):
        done = kallelse(folder, "build")
        assert done.status == 0, done.said
        assert (folder / "site/.htaccess").read_text(encoding="utf-8") == "Options -Indexes\n"


def test_what_is_private_never_takes_the_place_of_what_git_has(tmp_path: Path) -> None:
    assert refused(tmp_path, private_name=".git/eget") != ""
    written(tmp_path, {"private/lista.csv": "", "private/.DS_Store": ""})
    assert refused(tmp_path, ("lista.csv",)) == ""
    written(tmp_path, {"private/.git/HEAD": "ref: refs/heads/main\n"})
    assert ": .git." in refused(tmp_path, ("lista.csv",))


@pytest.mark.parametrize("mounted", ["site", "private"])
def test_a_volume_is_told_before_anything_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mounted: str
) -> None:
    (tmp_path / mounted).mkdir()
    assert refused(tmp_path) == ""
    monkeypatch.setattr(os.path, "ismount", lambda folder: folder == (tmp_path / mounted).resolve())
    assert "är en monterad volym" in refused(tmp_path)
    assert f"{(tmp_path / mounted).resolve()}/www" in refused(tmp_path)
