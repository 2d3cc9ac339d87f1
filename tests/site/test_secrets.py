"""Of what becomes confidential no word is left in any file of the site, whatever place it had; all else stays."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from kallelse.build import Request, build

from tests.folders import written
from tests.site.builds import called
from tests.site.issues import CONFIG
from tests.site.secrets import FOLDER, SECRET, Shown, files

AS_OF = dt.date(2022, 12, 1)
STUB = "---\ntitle: zqctitle\naccess: confidential\n{}---\n"


def shown(folder: Path) -> Shown:
    built = build(Request(folder / "meetings", AS_OF))
    assert [each for each in built.findings if each.severity.name == "ERROR"] == []
    assert FOLDER + "/kallelse.pdf" in {each.address for each in built.assets}
    return Shown(built)


@dataclass(frozen=True, slots=True)
class Public:
    """The archive after it was issued and built while all of it was public, and the words that were seen then."""

    folder: Path
    words: frozenset[str]


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Public:
    folder = tmp_path_factory.mktemp("public")
    written(folder, {"mkdocs.yml": CONFIG, "docs/om.md": "# Om\n\nText.\n"})
    written(folder / "meetings", files())
    done = called(folder, "issue", FOLDER, "--date", "2022-09-19")
    assert done.status == 0, done.said
    return Public(folder, frozenset(shown(folder).words("zq[a-d]")))


def _mark(file: Path, said: str = "access: confidential\n") -> None:
    file.write_text(file.read_text(encoding="utf-8").replace("---\n", f"---\n{said}", 1), encoding="utf-8")


def _case(root: Path) -> None:
    _mark(root / SECRET / "index.md")


def _emptied(root: Path) -> None:
    shutil.rmtree(root / SECRET)
    written(root, {f"{SECRET}/index.md": STUB.format("")})


def _one_file(root: Path) -> None:
    shutil.rmtree(root / SECRET)
    written(root, {f"{SECRET}.md": STUB.format("")})


def _renamed(root: Path) -> None:
    (root / SECRET).rename(root / FOLDER / "02-annat")
    _mark(root / FOLDER / "02-annat/index.md", "access: confidential\nmoved_from: 02-hemligt\n")


def _renamed_file(root: Path) -> None:
    shutil.rmtree(root / SECRET)
    written(root, {f"{FOLDER}/02-annat.md": STUB.format("moved_from: 02-hemligt\n")})


def _papers(root: Path) -> None:
    """Makes what a case names confidential row by row, and a text that says it itself."""
    _mark(root / SECRET / "zqdfile.md")
    case = root / SECRET / "index.md"
    text = case.read_text(encoding="utf-8")
    for said in ("scantitle", "photoalt", "apart, separate: true"):
        text = text.replace(f"zqc{said}}}", f"zqc{said}, access: confidential}}")
    case.write_text(text, encoding="utf-8")


def _apart(root: Path) -> None:
    """Makes confidential what has no pages of its own, and that alone."""
    case = root / SECRET / "index.md"
    text = case.read_text(encoding="utf-8")
    case.write_text(text.replace("separate: true", "separate: true, access: confidential"), encoding="utf-8")


SCAN = {"scan", "scantitle", "scanned", "scanxmp", "bookmark"}
ROWS = {*SCAN, "photo", "phototitle", "photoalt", "exposed", "apart"}
HEAD = {
    "title",
    "officer",
    "unit",
    "presenter",
    "signed",
    "recipient",
    "purpose",
    "follows",
    "reviser",
    "role",
    "comment",
}
BODY = {"proposal", "summary", "link", "host", "path", "heading", "alt", "picture", "drawn", "head", "cell", "note"}
FIGURES = {"caption", "label", "csv", "xlsx"}


@pytest.mark.parametrize("hide", [_case, _emptied, _one_file, _renamed, _renamed_file, _papers, _apart])
def test_no_word_is_left_of_what_has_become_confidential(
    public: Public, tmp_path: Path, hide: Callable[[Path], None]
) -> None:
    folder = shutil.copytree(public.folder, tmp_path / "now")
    hide(folder / "meetings")
    secret = {word for word in public.words if word.startswith(("zqc", "zqd"))}
    if hide is _papers:
        secret = {word for word in secret if word.startswith("zqd") or word.removeprefix("zqc") in ROWS}
    elif hide is _apart:
        secret = {"zqcapart"}
    assert secret
    assert shown(folder).words("zq[a-d]") == public.words - secret


def test_every_place_was_shown_while_all_was_public(public: Public) -> None:
    """What is never shown, the test of what is hidden would not miss."""
    seen = {word.removeprefix("zqa") for word in public.words if word.startswith("zqa")}
    assert seen >= ROWS | HEAD | BODY | FIGURES
