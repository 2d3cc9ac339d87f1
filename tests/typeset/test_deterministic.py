"""One meeting gives one packet: the same bytes again, in another process, at another place, time zone and language."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.typeset import constructs, meetings
from tests.typeset.packets import packet_of
from tests.typeset.pictures import write_pictures

_PROGRAM = """
import hashlib, pathlib, sys
from tests.typeset import constructs, meetings
from tests.typeset.packets import packet_of
root = pathlib.Path(sys.argv[1])
for subject in (meetings.sample(), constructs.every_construct()):
    print(hashlib.sha256(packet_of(subject, root).pdf).hexdigest())
"""


def test_the_same_bytes_again(root: Path) -> None:
    first = packet_of(constructs.every_construct(), root)
    packet_of(meetings.sample(), root)
    assert packet_of(constructs.every_construct(), root) == first


@pytest.mark.parametrize(
    "circumstances",
    [
        {"TZ": "Asia/Tokyo", "LANG": "tr_TR.UTF-8", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "UTC", "PYTHONHASHSEED": "2"},
    ],
)
def test_the_same_bytes_in_another_process(root: Path, tmp_path: Path, circumstances: dict[str, str]) -> None:
    elsewhere = tmp_path / "elsewhere"
    write_pictures(elsewhere)
    project = Path(__file__).resolve().parents[2]
    environment = {**os.environ, **circumstances, "PYTHONPATH": str(project), "SOURCE_DATE_EPOCH": "1"}
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(elsewhere)],
        check=True,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environment,
    )
    here = [packet_of(subject, root).pdf for subject in (meetings.sample(), constructs.every_construct())]
    assert done.stdout.split() == [hashlib.sha256(pdf).hexdigest() for pdf in here]
