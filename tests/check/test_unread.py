"""Links to texts in which something is wrong: it is told where it is mended, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from kallelse.build import check
from kallelse.model.finding import errors

from tests.folders import CASE, archive_of

LINKING = CASE + "\nSe [det andra](2-b.md) och [det tredje](../2022-10-24/index.md).\n"


@pytest.mark.parametrize("broken", ["---\ntitel: B\n---\n", "", "---\nstart: : b\n---\n"])
def test_a_link_to_a_text_that_cannot_be_read_is_told_of_only_where_that_text_is(tmp_path: Path, broken: str) -> None:
    files: dict[str, str | bytes] = {"1-a.md": LINKING, "2-b.md": broken, "../2022-10-24/index.md": broken}
    found = check(archive_of(tmp_path, files)).findings
    assert errors(found)
    assert "gsn/2022-09-26/1-a.md" not in {finding.place.path for finding in found}


def test_a_link_to_a_file_that_is_no_text_of_the_archive_is_told(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"1-a.md": CASE + "\nSe [det](../../LÄS-MIG.md).\n", "../../LÄS-MIG.md": "# Läs\n"}
    assert "link-dead" in {finding.code for finding in check(archive_of(tmp_path, files)).findings}
