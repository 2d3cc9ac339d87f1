"""Values of the model kept in a folder by what they were made of, as those that take long to make are."""

from __future__ import annotations

import contextlib
from pathlib import Path

from kallelse.foreign.kept import found, keep_if_possible
from kallelse.foreign.values import from_bytes, to_bytes


def kept_value(folder: Path, key: str, ending: str, *also: type) -> object:
    """What is kept in `folder` under `key`; None where there is nothing, or what no value of the model is, nor of a
    class `also`.
    """
    file = found(folder, key, ending)
    with contextlib.suppress(OSError):
        return None if file is None else from_bytes(file.read_bytes(), *also)
    return None


def keep_value(value: object, folder: Path, key: str, ending: str, *, alone: bool = False) -> None:
    """Keeps a value under `key`, `alone`: instead of what was; where nothing can be kept, only time is lost."""
    keep_if_possible(folder, key, ending, lambda file: file.write_bytes(to_bytes(value)), alone=alone)
