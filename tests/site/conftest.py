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


@pytest.fixture(scope="session")
def moved_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The finished site of the sample after its meeting of 26 September, which was called for the 19th first.

    Its settings name whom to tell of a weakness.
    """
    folder = sample(tmp_path_factory.mktemp("moved"))
    meeting = folder / "meetings/gemensamma-servicenamnden/2022-09-26/index.md"
    text = meeting.read_text(encoding="utf-8")
    meeting.write_text(text.replace("---\n", "---\nmoved_from: 2022-09-19\n", 1), encoding="utf-8")
    with (folder / "meetings/kallelse.yml").open("a", encoding="utf-8") as file:
        file.write("security_contact: sakerhet@norrsala.example\n")
    done = kallelse(folder, "build", "--strict", "--as-of", "2022-10-10")
    assert done.status == 0, done.said
    return folder / "site"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive of the test's own, whose meeting is not issued yet."""
    return begun(tmp_path)
