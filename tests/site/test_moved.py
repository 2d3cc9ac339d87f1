"""Old addresses never hide what the finished site has, whoever put it there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.folders import CASE, COMMITTEE, MEETING, SETTINGS, written
from tests.site.builds import Done, kallelse, small

HOOK = """\
from pathlib import Path


def on_post_build(config):
    file = Path(config.site_dir, "bilder", "a.png")
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(b"x")
"""


def _built(folder: Path, name: str, more: dict[str, str | bytes], config: str = "") -> Done:
    """A build in which the committee `nya` says that its folder had that name, with `more` files beside the sources."""
    written(small(folder), more)
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(config)
    committee = COMMITTEE.replace("---\n", f"---\nmoved_from: [{name}]\n", 1)
    meeting = "nya/2022-09-26"
    files = {
        "kallelse.yml": SETTINGS,
        "nya/index.md": committee,
        f"{meeting}/index.md": MEETING,
        f"{meeting}/1.md": CASE,
    }
    written(folder / "meetings", files)
    return kallelse(folder, "build")


@pytest.mark.parametrize(
    ("name", "more", "config", "address"),
    [
        ("bilder", {"docs/bilder/a.png": b"x"}, "", "bilder/a.png"),
        ("handbok", {"docs/handbok/index.md": "# Handbok\n"}, "", "handbok/index.html"),
        ("bilder", {"hook.py": HOOK}, "hooks: [hook.py]\n", "bilder/a.png"),
    ],
)
def test_an_old_name_of_what_the_site_has_is_refused_with_what_to_do(
    tmp_path: Path, name: str, more: dict[str, str | bytes], config: str, address: str
) -> None:
    done = _built(tmp_path, name, more, config)
    assert done.status == 1
    assert f"Adressen {address} finns på webbplatsen, men moved_from i meetings/nya/index.md leder" in done.said
    assert "Ta bort det gamla namnet ur moved_from" in done.said
    assert "Traceback" not in done.said
    assert not (tmp_path / "site").exists()


def test_an_old_name_that_is_free_leads_on(tmp_path: Path) -> None:
    done = _built(tmp_path, "gamla", {"docs/bilder/a.png": b"x"})
    assert done.status == 0, done.said
    assert "/gamla/* /nya/:splat 301" in (tmp_path / "site/_redirects").read_text(encoding="utf-8")
