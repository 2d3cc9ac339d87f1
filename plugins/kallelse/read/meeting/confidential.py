"""What the front matter of a case says of attachments that are confidential."""

from __future__ import annotations

from collections.abc import Iterator

from kallelse.read.fieldtypes import as_line
from kallelse.read.frontmatter import FrontMatter
from kallelse.read.sources import SourceText


def says_confidential(source: SourceText) -> bool:
    """Whether its front matter, which takes time to read, may say so: a quoted value may spell letters as numbers."""
    return "confidential" in source.text or "\\" in source.text


def confidential_rows(matter: FrontMatter, key: str) -> Iterator[str]:
    """What the rows of attachments that are confidential say under `key`: of those with a file their `file`."""
    declared = matter.values.get("attachments")
    for each in declared if isinstance(declared, list) else [declared]:
        if isinstance(each, dict) and each.get("access") == "confidential" and (said := as_line(each.get(key))):
            yield said
