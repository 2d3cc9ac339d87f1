"""The file that a finance fence names turned into head lines and a grid, whatever kind of file carries them."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from difflib import get_close_matches
from typing import TypeAlias

from kallelse.model.filekinds import CARRIERS, WORKBOOK
from kallelse.model.finding import Finding, Place
from kallelse.model.settings import Language
from kallelse.read.finance.sheet import TypedTable, csv_sheet
from kallelse.read.sources import Sources, unreadable

Load: TypeAlias = Callable[[str], tuple[TypedTable | None, tuple[Finding, ...]]]
"""The sheet of a file by its path from the sources' folder, with `!` and a sheet's name behind that of a workbook.

None without a finding where there is no such file, or none that a text may use. With an error the sheet has no rows,
but the head lines that could be read. A finding without a place stands at the line that names the file.
"""


def target_of(file: str, path: str) -> str:
    """The path from the sources' folder of the file that a text at `path` names, with the sheet's name behind it."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), file))


def carried_by(file: str, path: str, load: Load) -> tuple[TypedTable | None, tuple[Finding, ...]]:
    """The sheet of the file that a text at `path` names; None where the text may not use it, or it cannot be read."""
    target = target_of(file, path)
    return load(target) if _is_beside(target, path) else (None, ())


def _is_beside(target: str, path: str) -> bool:
    """Whether a file lies below the folder of the text's own meeting: others may not be public yet."""
    folder = "/".join(path.split("/")[:-1][:2])
    return target.startswith(f"{folder}/") if folder else not target.startswith("../")


def loader(sources: Sources, language: Language) -> Load:
    """What opens the tables that lie among `sources`, whose figures are typed as `language` does."""

    def load(target: str) -> tuple[TypedTable | None, tuple[Finding, ...]]:
        path, _, name = target.partition("!")
        if path in sources.unread and path not in sources.withheld:
            return None, (sources.unread[path],)
        if path.lower().endswith(WORKBOOK):
            file = sources.file(path)
            if file is None:
                return None, _misspelt(path, sources)
            # A library that few archives need takes longer to load than the rest of this package.
            from kallelse.read.finance.workbook import workbook_sheet  # noqa: PLC0415

            try:
                data = file.read_bytes()
            except OSError as error:
                return None, (unreadable(path, error, file),)
            return workbook_sheet(data, path, name.strip(), language)
        text = sources.load(path)
        if text is None:
            return None, _misspelt(path, sources)
        return (None, ()) if "\ufffd" in text else csv_sheet(text, path)

    return load


def _misspelt(path: str, sources: Sources) -> tuple[Finding, ...]:
    """The table beside a file that is not there whose name is most like it; none where none is like it."""
    folder, name = posixpath.split(path)
    beside = [posixpath.basename(each) for each in sources.public if posixpath.dirname(each) == folder]
    near = get_close_matches(name.casefold(), [each for each in beside if each.lower().endswith(CARRIERS)], 1, 0.6)
    return tuple(Finding("finance-file-misspelt", Place(""), {"near": each}) for each in near if each != name)
