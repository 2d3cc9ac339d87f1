"""What pages ask of the day of a build and of addresses turned into the days and addresses that leave them the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Self, TypeVar

_T = TypeVar("_T")
_ONE = dt.timedelta(days=1)


@dataclass(slots=True)
class Asked:
    """What was asked: all answers are the same from the `first` day to the `last`, and where each path that was looked
    up has its address of then, or None as then. `whole` says that all paths were gone through.
    """

    first: dt.date = dt.date.min
    last: dt.date = dt.date.max
    addresses: dict[str, str | None] = field(default_factory=dict)
    whole: bool = False

    def is_answered_alike(self, day: dt.date, addresses: Mapping[str, str]) -> bool:
        """Whether all answers would be the same on that day, among those addresses."""
        is_alike = all(addresses.get(path) == address for path, address in self.addresses.items())
        return self.first <= day <= self.last and is_alike and not self.whole


class Notes:
    """Where what is asked is noted while something is made."""

    def __init__(self) -> None:
        self.asked = Asked()

    def of(self, make: Callable[[], _T]) -> tuple[_T, Asked]:
        """What `make` makes, and what it asked; nothing within it is noted elsewhere."""
        self.asked = asked = Asked()
        try:
            return make(), asked
        finally:
            self.asked = Asked()


class Addresses(Mapping[str, str]):
    """Addresses by path, of which it is noted which are looked up."""

    def __init__(self, plain: Mapping[str, str], notes: Notes) -> None:
        self.plain, self._notes = plain, notes

    def __getitem__(self, path: str) -> str:
        self._notes.asked.addresses[path] = self.plain.get(path)
        return self.plain[path]

    def __iter__(self) -> Iterator[str]:
        self._notes.asked.whole = True
        return iter(self.plain)

    def __len__(self) -> int:
        self._notes.asked.whole = True
        return len(self.plain)


class Day(dt.date):
    """A day of which it is noted what it is compared with; whatever else is asked of it is answered for it alone.

    It equals the same plain day, and what is made of it is plain. That `datetime.combine` is called with it is not
    noted: nobody can see that.
    """

    plain: dt.date
    _notes: Notes

    def __new__(cls, plain: dt.date, notes: Notes) -> Self:
        """The day `plain`, of which `notes` hears."""
        made = super().__new__(cls, plain.year, plain.month, plain.day)
        made.plain, made._notes = plain, notes
        return made

    def __lt__(self, other: dt.date) -> bool:
        return other != dt.date.min and self._is_within(other - _ONE)

    def __le__(self, other: dt.date) -> bool:
        return self._is_within(other)

    def __gt__(self, other: dt.date) -> bool:
        return not self <= other

    def __ge__(self, other: dt.date) -> bool:
        return not self < other

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, dt.date) or isinstance(other, dt.datetime):
            return False
        return self._is_within(other) and not self < other

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self._alone())

    def _is_within(self, last: dt.date) -> bool:
        """Whether it is `last` or before, as all days on the same side of the end of that day are."""
        asked = self._notes.asked
        if self.plain <= last:
            asked.last = min(asked.last, last)
            return True
        asked.first = max(asked.first, last + _ONE)
        return False

    @property
    def year(self) -> int:
        """The year, which stays the same to its end."""
        asked = self._notes.asked
        asked.first = max(asked.first, self.plain.replace(month=1, day=1))
        asked.last = min(asked.last, self.plain.replace(month=12, day=31))
        return self.plain.year

    @property
    def month(self) -> int:
        """The month of the year."""
        return self._alone().month

    @property
    def day(self) -> int:
        """The day of the month."""
        return self._alone().day

    def _alone(self) -> dt.date:
        """The plain day, of which whatever is asked is another thing on every other day."""
        asked = self._notes.asked
        asked.first, asked.last = max(asked.first, self.plain), min(asked.last, self.plain)
        return self.plain


def _of_it_alone(name: str) -> Callable[..., Any]:
    def asked(self: Day, *arguments: Any, **named: Any) -> Any:
        return getattr(self._alone(), name)(*arguments, **named)

    return asked


for _name in (
    *("__add__", "__radd__", "__sub__", "__rsub__", "__reduce__", "__reduce_ex__"),
    *("__str__", "__repr__", "__format__", "ctime", "isoformat", "strftime"),
    *("isocalendar", "isoweekday", "weekday", "toordinal", "timetuple", "replace", "__replace__"),
):
    setattr(Day, _name, _of_it_alone(_name))
