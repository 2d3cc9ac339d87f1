"""Names that committees, meetings and cases had before turned into findings."""

from __future__ import annotations

from collections.abc import Iterator

from kallelse.model.archive import Archive
from kallelse.model.finding import Finding, Place
from kallelse.model.moved import claims


def check_moved(archive: Archive) -> Iterator[Finding]:
    """Names that nothing can have had, that something still has, and that two say they had."""
    for claim in claims(archive):
        if claim.problem:
            words = {"name": claim.name, **({"other": claim.other} if claim.other else {})}
            yield Finding(claim.problem, Place(claim.path, claim.line), words)
