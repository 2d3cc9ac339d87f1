"""The folder of a municipality's own templates turned into findings about the files in it that nothing reads."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from kallelse.model.finding import Finding, Place, Severity
from kallelse.publish.files import static_names
from kallelse.publish.templates import template_names
from kallelse.typeset.template import typeset_names

# What a template takes in by name; faces and pictures are found otherwise.
_KINDS = (".html", ".css", ".js", ".typ")


def look_findings(folder: Path, root: Path) -> Iterator[Finding]:
    """Files in `folder`, below `root`, that neither replace one of the package nor are named in another one there."""
    known = sorted((*template_names(), *static_names(), *typeset_names()))
    files = [file for file in sorted(folder.rglob("*")) if file.suffix.lower() in _KINDS and file.is_file()]
    texts = {file: file.read_text(encoding="utf-8", errors="replace") for file in files}
    for file in files:
        within = file.relative_to(folder).as_posix()
        if within in known or any(file.name in text for other, text in texts.items() if other != file):
            continue
        words = {"name": within}
        if near := get_close_matches(posixpath.basename(within), known, 1, 0.75):
            words["near"] = near[0]
        code = "template-unread-near" if near else "template-unread"
        yield Finding(code, Place(file.relative_to(root).as_posix()), words, Severity.REMARK)
