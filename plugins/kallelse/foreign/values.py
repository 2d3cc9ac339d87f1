"""Values of the model turned into bytes, and back where these hold nothing else."""

from __future__ import annotations

import contextlib
import io
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from operator import attrgetter
from typing import Any, TypeAlias

from kallelse.foreign.broken import BrokenError, broken_told

_PROTOCOL = 5
# What values hold beside those of the model; damaged or foreign bytes call nothing by being read.
_ELSEWHERE = (
    ("datetime", "date"),
    ("datetime", "datetime"),
    ("datetime", "time"),
    ("decimal", "Decimal"),
    ("fractions", "Fraction"),
)

_Reducer: TypeAlias = Callable[[Any], tuple[Any, ...]]


class _Reducers(dict[type, _Reducer]):
    """How a class is told: a dataclass by the arguments that make an equal one, which is several times as quick."""

    def __missing__(self, kind: type) -> _Reducer:
        # A class that a value names is told by its own name.
        if issubclass(kind, type):
            raise KeyError(kind)
        names = [field.name for field in fields(kind)] if is_dataclass(kind) else []
        found = _by_arguments(kind, names) if names else (lambda value: value.__reduce_ex__(_PROTOCOL))
        self[kind] = found
        return found


def _by_arguments(kind: type, names: list[str]) -> _Reducer:
    told = attrgetter(*names)
    return (lambda value: (kind, told(value))) if len(names) > 1 else (lambda value: (kind, (told(value),)))


_REDUCERS = _Reducers()


def to_bytes(value: object, *, equal: bool = False) -> bytes:
    """The bytes of a value; to be `equal` for equal values, what is the same object is told again each time."""
    data = io.BytesIO()
    pickler = pickle.Pickler(data, _PROTOCOL)
    pickler.dispatch_table = _REDUCERS
    pickler.fast = equal
    pickler.dump(value)
    return data.getvalue()


def from_bytes(data: bytes, *also: type) -> object:
    """The value; None where the bytes are damaged or hold what no value of the model does, nor is of a class `also`."""
    with contextlib.suppress(BrokenError), broken_told():
        return _Unpickler(data, also).load()
    return None


# Those that were found: each case names the same few.
_CLASSES: dict[tuple[str, str], type] = {}


class _Unpickler(pickle.Unpickler):
    def __init__(self, data: bytes, also: tuple[type, ...]) -> None:
        super().__init__(io.BytesIO(data))
        self._also = {(kind.__module__, kind.__qualname__): kind for kind in also}

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in self._also:
            return self._also[module, name]
        if (module, name) in _CLASSES:
            return _CLASSES[module, name]
        if module.startswith("kallelse.model.") or (module, name) in _ELSEWHERE:
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                _CLASSES[module, name] = found
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")
