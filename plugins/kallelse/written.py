"""Files of a new site turned into files on a disk, those that the site before has alike as the very same files."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path


class Writer:
    """Writes files below a folder, by address.

    What `before` has under the same address, with the same content, becomes a second name of that file (a hard link):
    a disk makes new files slowly, and who sends a site on sees by their times which files are new. So nothing that
    stands in the folder may be changed in place, only exchanged.
    """

    def __init__(self, folder: Path, before: Path | None = None) -> None:
        self._folder, self._before = str(folder), None if before is None else str(before)
        self._made: set[str] = set()
        mask = os.umask(0)
        os.umask(mask)
        # A file that others may not read, since it was made when none was to be read by others, is made anew.
        self._mode = stat.S_IFREG | (0o666 & ~mask)

    def put(self, address: str, content: bytes) -> None:
        """Writes one file, in place of what there is under that address."""
        place = os.path.join(self._folder, address)
        folder = os.path.dirname(place)
        if folder not in self._made:
            os.makedirs(folder, exist_ok=True)
            self._made.add(folder)
        if self._before is not None and self._is_taken(os.path.join(self._before, address), content, place):
            return
        try:
            _write(place, content)
        except FileExistsError:
            # It may be a file of before, which is not to be changed.
            os.unlink(place)
            _write(place, content)

    def put_all(self, files: Mapping[str, bytes], below: str = "") -> None:
        """Writes files by their addresses `below` another."""
        for address, content in files.items():
            self.put(f"{below}{address}", content)

    def _is_taken(self, old: str, content: bytes, place: str) -> bool:
        """Whether the file of before has that content, and could be taken; what has another may stand there."""
        try:
            told = os.lstat(old)
            if told.st_mode != self._mode or told.st_size != len(content):
                return False
            os.link(old, place)
            # Another build may exchange the site before: what is read is what was taken.
            with open(place, "rb", buffering=0) as file:
                return file.read() == content
        except OSError:
            # There is none, or this disk or the owner of the file allows it no second name.
            return False


def _write(place: str, content: bytes) -> None:
    with open(place, "xb") as file:
        file.write(content)
