from __future__ import annotations

import pytest

from tests.publish import golden

TEXTS = golden.texts()


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_a_page_reads_as_it_was_reviewed(name: str) -> None:
    assert TEXTS[name] == (golden.FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def test_every_reviewed_text_is_of_a_page() -> None:
    assert sorted(path.stem for path in golden.FOLDER.iterdir()) == sorted(TEXTS)
