"""What the tests of the commands share: the sample's finished site, and an archive whose meeting goes out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.builds import kallelse, sample
from tests.site.issues import begun


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The finished site of the repository's sample."""
    folder = sample(tmp_path_factory.mktemp("sample"))
    done = kallelse(folder, "build", "--strict")
    assert done.status == 0, done.said
    return folder / "site"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive of the test's own, whose meeting is not issued yet."""
    return begun(tmp_path)
