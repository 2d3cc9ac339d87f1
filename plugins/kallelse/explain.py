"""An archive turned into what was inferred in each of its finance tables, for whoever asks."""

from __future__ import annotations

from collections.abc import Iterator

from kallelse.model import fold
from kallelse.model.archive import Archive
from kallelse.model.settings import Language
from kallelse.read.finance.explain import explain


def explained(archive: Archive, language: Language) -> Iterator[str]:
    """For each table its place and caption, then a line for each thing inferred."""
    for _, _, document in archive.documents():
        for table in fold.finance_tables(document.body):
            yield f"{document.path}:{table.line} {table.caption}"
            yield from (f"    {line}" for line in explain(table, language))
