"""The declared fields turned into files for editors, or into the handbook's page."""

from __future__ import annotations

from pathlib import Path

from kallelse.locale import report as labels
from kallelse.read.settings import settings_ahead
from kallelse.schemas import SOURCES, findings_page, json_schema, reference, schema_name
from kallelse.swap import write_whole


def run(root: Path, folder: Path, page: str) -> int:
    """Writes what an editor needs to complete and check fields, in the language of the settings."""
    language = settings_ahead(root).language
    if page:
        print(reference(language) if page == "fields" else findings_page(language), end="")
        return 0
    folder.mkdir(parents=True, exist_ok=True)
    for kind in SOURCES:
        file = folder / schema_name(kind)
        write_whole(file, json_schema(kind, language).encode())
        print(labels.BEGUN[language].format(path=file))
    return 0
