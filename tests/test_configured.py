"""What the configuration of an engine says to the plugin: the folder of the meetings and the day."""

from __future__ import annotations

from pathlib import Path

import pytest
from kallelse.configured import Configured, configured, meetings_of


def written(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.yml").write_text(text, "utf-8")
    return folder / "mkdocs.yml"


@pytest.mark.parametrize(
    ("said", "meetings", "as_of"),
    [
        ("plugins: [search, kallelse]", "meetings", ""),
        ("plugins: {kallelse: }", "meetings", ""),
        ("plugins: [kallelse: {meetings: moten, as_of: 2022-09-21}]", "moten", "2022-09-21"),
        ("plugins: {kallelse: {meetings: ../moten}}", "../moten", ""),
        ("INHERIT: above.yml", "nämnder", "2022-09-21"),
        ("INHERIT: above.yml\nplugins: {kallelse: {as_of: 2024-01-01}}", "nämnder", "2024-01-01"),
        ("INHERIT: above.yml\nplugins: {with-pdf: }", "nämnder", "2022-09-21"),
        # A list stands in the place of what is inherited.
        ("INHERIT: above.yml\nplugins: [kallelse: {as_of: 2024-01-01}]", "meetings", "2024-01-01"),
    ],
)
def test_what_is_said_to_the_plugin(tmp_path: Path, said: str, meetings: str, as_of: str) -> None:
    config = written(tmp_path, mkdocs=said, above="plugins: {kallelse: {meetings: nämnder, as_of: 2022-09-21}}")
    assert configured(config) == Configured(tmp_path / meetings, as_of)
    assert meetings_of(config) == tmp_path / meetings


@pytest.mark.parametrize("said", ["plugins: [search]", "INHERIT: mkdocs.yml", "INHERIT: gone.yml", "- a", "{", ""])
def test_nothing_said_is_the_usual_folder(tmp_path: Path, said: str) -> None:
    config = written(tmp_path, mkdocs=said)
    assert configured(config) is None
    assert meetings_of(config) == tmp_path / "meetings"
