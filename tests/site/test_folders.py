from __future__ import annotations

from pathlib import Path

import pytest
from kallelse.commands.folders import folder_in

MEETING = "gsn/2022-09-26"


@pytest.mark.parametrize("root", ["meetings", "./meetings", "{whole}/meetings"])
@pytest.mark.parametrize(
    "typed",
    [
        MEETING,
        f"{MEETING}/",
        f"meetings/{MEETING}",
        f"./meetings/{MEETING}/",
        f"meetings\\{MEETING}",
        f"meetings/gsn/../{MEETING}",
        f"{{whole}}/meetings/{MEETING}",
    ],
)
def test_a_meeting_is_meant_however_its_path_is_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, root: str, typed: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert folder_in(typed.format(whole=tmp_path), Path(root.format(whole=tmp_path))) == MEETING


def test_the_sheet_of_a_workbook_is_kept_and_what_lies_elsewhere_is_told_as_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert folder_in(f"{tmp_path}/meetings/gsn/a.xlsx!Blad1", Path("meetings")) == "gsn/a.xlsx!Blad1"
    assert folder_in("/elsewhere/a.csv", Path("meetings")) == "/elsewhere/a.csv"
