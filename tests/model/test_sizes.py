from __future__ import annotations

from pathlib import Path

import pytest
from kallelse.model.finding import Severity
from kallelse.model.sizes import file_findings, site_findings
from kallelse.read.archive import read_archive

from tests.folders import CASE, archive_of


@pytest.mark.parametrize(("size", "told"), [(89_999_999, []), (90_000_000, ["90"]), (309_000_000, ["309"])])
def test_a_file_is_told_before_a_forge_refuses_it(size: int, told: list[str]) -> None:
    found = file_findings("a.pdf", size, "packet-large")
    assert [(finding.words["size"], finding.severity) for finding in found] == [
        (each, Severity.REMARK) for each in told
    ]


def test_a_site_is_told_before_a_host_refuses_it() -> None:
    assert site_findings("kallelse.yml", 899_000_000) == ()
    assert [finding.words["size"] for finding in site_findings("kallelse.yml", 1_300_000_000)] == ["1300"]


def test_a_large_file_of_the_sources_is_told(tmp_path: Path) -> None:
    root = archive_of(tmp_path, {"1-a/index.md": CASE, "1-a/film.mp4": b""})
    with (root / "gsn/2022-09-26/1-a/film.mp4").open("wb") as file:
        file.truncate(95_000_000)
    _, _, findings = read_archive(root)
    assert ("file-large", "gsn/2022-09-26/1-a/film.mp4") in [(each.code, each.place.path) for each in findings]
