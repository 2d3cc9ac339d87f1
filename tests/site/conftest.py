from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.builds import kallelse, sample


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The finished site of the repository's sample."""
    folder = sample(tmp_path_factory.mktemp("sample"))
    done = kallelse(folder, "build", "--strict")
    assert done.status == 0, done.said
    return folder / "site"
