"""A text turned into the finance fences in it, and the files that these name, with no more of it read than that."""

from __future__ import annotations

from kallelse.locale.words import Fence
from kallelse.read.finance.carrier import target_of
from kallelse.read.finance.facts import file_named
from kallelse.read.finance.sheet import fence_sheet
from kallelse.read.text.fences import Cut, cut_fences


def finance_fences(text: str, path: str) -> tuple[Cut, ...]:
    """The finance fences of a text at `path`, in order."""
    _, cuts, _ = cut_fences(text.split("\n"), path, 1)
    return tuple(cut for cut in cuts if cut.kind is Fence.FINANCE)


def files_named(text: str, path: str) -> frozenset[str]:
    """The files that the finance fences of a text at `path` are carried by, by their paths from the sources' folder."""
    sheets = (fence_sheet(cut.inside, path, cut.line + 1)[0] for cut in finance_fences(text, path))
    named = (file_named(sheet.head) for sheet in sheets)
    return frozenset(target_of(file, path).partition("!")[0] for file in named if file)
