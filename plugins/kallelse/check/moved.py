"""Names that committees, meetings and cases had before turned into findings."""

from __future__ import annotations

from collections.abc import Iterator

from kallelse.model.addresses import present
from kallelse.model.archive import Archive
from kallelse.model.finding import Finding, Place
from kallelse.model.memory import Memory
from kallelse.model.moved import claims, led_away, moves


def check_moved(archive: Archive, memory: Memory) -> Iterator[Finding]:
    """Names that nothing can have had, that something still has, that two say they had, or that hide others."""
    for claim in claims(archive):
        if claim.problem:
            words = {"name": claim.name, **({"other": claim.other} if claim.other else {})}
            yield Finding(claim.problem, Place(claim.path, claim.line), words)
    if folders := [move for move in moves(archive) if move.is_of_folders]:
        there = dict(present(archive, memory))
        for move, address in led_away(folders, there):
            words = {"name": move.claim.name, "old": move.old, "address": address, "other": there[address]}
            yield Finding("moved-over", Place(move.claim.path, move.claim.line), words)
