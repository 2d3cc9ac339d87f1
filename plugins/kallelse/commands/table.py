"""A finance table turned into the same in another form, beside its text or on the terminal."""

from __future__ import annotations

import posixpath
import sys
from pathlib import Path, PurePosixPath

from kallelse import report
from kallelse.commands.folders import folder_in
from kallelse.commands.refusal import refused
from kallelse.locale import report as labels
from kallelse.model.finding import errors
from kallelse.read.settings import settings_ahead
from kallelse.read.sources import read_sources
from kallelse.sheets import fenced, naming
from kallelse.tables import TABLES, tables_of, written


def run(root: Path, typed: str, form: str, name: str) -> int:
    """Writes a table beside its text or file in another form, or prints its fence; the text itself is left as it is."""
    language = settings_ahead(root).language
    sources, _ = read_sources(root)
    source = folder_in(typed, root)
    path = source.partition("!")[0]
    if path not in sources.files or posixpath.splitext(path)[1].lower() not in TABLES:
        return refused("table-no-file", language, path=path)
    tables, findings = tables_of(sources, source, language)
    for line in report.finding_lines(findings, root.as_posix(), language):
        print(line, file=sys.stderr)
    if errors(findings):
        return 1
    named = [each for each in tables if not name or name in (each.table.id, str(each.line))]
    if len(named) != 1:
        known = ", ".join(each.table.id or str(each.line) for each in tables)
        return refused("table-several" if tables else "table-none", language, path=path, known=known)
    (found,) = named
    suffix = "" if form == "fence" else f".{form}"
    stem, sheet = found.table.id or PurePosixPath(path).stem, labels.SHEET[language]
    content = written(found, suffix, sheet, language)
    if content is None:
        return refused("table-other", language, form=form)
    if not suffix:
        print(content.decode(), end="")
        return 0
    file = (root / path).with_name(stem + suffix)
    if file.exists():
        return refused("begin-there", language, path=str(file))
    file.write_bytes(content)
    print(labels.BEGUN[language].format(path=file))
    print(labels.TABLE_FENCE[language])
    print(fenced(naming(file.name, language), language), end="")
    return 0
