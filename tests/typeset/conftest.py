"""A folder of sources with the pictures that the meetings of these tests show."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typeset.pictures import write_pictures


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sources' folder."""
    folder = tmp_path_factory.mktemp("meetings")
    write_pictures(folder)
    return folder
