"""What stands on every page of a PDF beside its text, in words: heads and feet as `running.typ` prints them."""

from __future__ import annotations

from dataclasses import dataclass

from kallelse.locale.packet import Words
from kallelse.model.pages import PageRange, label_of


@dataclass(frozen=True, slots=True)
class Running:
    """What all pages of a PDF share; `occasion` stands at the foot beside the committee's name.

    `labels` say what the pages print as their numbers, `last` what stands for the last page, where these are not those
    of the file itself. `initials` are those who sign each page at its foot, in place of committee and occasion.
    """

    committee: str
    occasion: str
    words: Words
    labels: tuple[str, ...] = ()
    last: str = ""
    initials: tuple[str, ...] = ()

    def page(self, page: int, total: int) -> str:
        """`Sida 8 av 18`: what page `page` of a file of `total` prints as its number."""
        return f"{self.words.page} {label_of(page, self.labels)} {self.words.of} {self.last or total}"

    def foot(self, page: int, total: int) -> str:
        """What stands at the foot of a page."""
        left = " ".join(self.initials) or f"{self.committee} · {self.occasion}"
        return f"{left} {self.page(page, total)}"

    def within(self, page: int, pages: PageRange) -> str:
        """`sida 2 av 3`: which page of a sheet that has `pages` this is."""
        return f"{self.words.sheet} {page - pages.first + 1} {self.words.of} {len(pages)}"

    def letterhead(self, name: str, pages: PageRange) -> str:
        """The head of the first page of a sheet called `name`."""
        return f"{self.committee} {name} {self.within(pages.first, pages)}"

    def head(self, kicker: str, title: str, name: str, page: int, pages: PageRange) -> str:
        """The head of a further page of a sheet."""
        return f"{kicker} {title} {name}, {self.within(page, pages)}"
