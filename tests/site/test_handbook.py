"""What the handbook says is what happens."""

from __future__ import annotations

from pathlib import Path

from tests.site.walk import MEETING, PAGE, walked


def test_the_first_meeting_goes_as_the_handbook_says(tmp_path: Path) -> None:
    ran = {one.typed: one.done for one in walked(tmp_path)}
    assert len(ran) == 7
    checked = ran.pop("kallelse check")
    assert checked.status == 1
    assert f"```text\n{checked.said}```" in PAGE.read_text(encoding="utf-8")
    assert [(typed, done.said) for typed, done in ran.items() if done.status] == []
    site = tmp_path / "moten" / "site" / MEETING
    assert (site / "kallelse.pdf").read_bytes() == (site / "utskick-1-kallelse.pdf").read_bytes()
    assert "43,5" in (site / "02-budget-2027" / "index.html").read_text(encoding="utf-8")
