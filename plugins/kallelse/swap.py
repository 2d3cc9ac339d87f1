"""What is finished put in the place of what was there before, whole or not at all: a site, or a single file."""

from __future__ import annotations

import logging
import os
import shutil
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from kallelse.written import Writer

log = logging.getLogger("mkdocs.plugins.kallelse")

# Between the name of the site's folder and the number of the process that builds into it.
_ASIDE = ".next-"
_DAY = 24 * 3600
# Seconds to wait before each further try; one that looks for viruses or words is done with a file by then.
_WAITS = (0.05, 0.2, 0.5, 1.0)


def place_aside(site: Path, now: float) -> Path:
    """Where a new site may grow beside `site`, once what builds that were ended left there is put right.

    `now` in seconds since 1970.
    """
    _restore(site)
    _remove_old(site, now)
    return _aside(site)


def put_in_place(aside: Path, site: Path) -> None:
    """Puts the finished site in the place of the one before, which is gone only once the new one stands there."""
    before = _before(site)
    if not _is_gone(before):
        before = before.with_name(f"{before.name}-{os.getpid()}")
    had_one = _is_renamed(site, before)
    try:
        _rename(aside, site)
    except OSError:
        if not (aside.exists() and site.exists()):
            if had_one:
                _rename(before, site)
            raise
        # Another build has put its own there, which is one more before.
        put_in_place(aside, site)
    _is_gone(before)


def _is_renamed(folder: Path, name: Path) -> bool:
    """Gives a folder another name, where there is one, and another build does not do so at this moment."""
    try:
        _rename(folder, name)
    except FileNotFoundError:
        return False
    return True


def _rename(folder: Path, name: Path) -> None:
    """Gives a folder another name; where another program has a file in it open, which Windows minds, a little later."""
    for wait in _WAITS:
        try:
            folder.rename(name)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    folder.rename(name)


def write_whole(file: Path, content: bytes) -> None:
    """Writes a file that whoever opens it finds as it was or as it is now, whatever ends the writing."""
    aside = file.with_name(f".{file.name}{_ASIDE}{os.getpid()}")
    try:
        aside.write_bytes(content)
        aside.replace(file)
    finally:
        aside.unlink(missing_ok=True)


def put_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Has a folder hold `files` by their addresses below it and nothing else, whole or not at all."""
    aside = _aside(folder)
    try:
        # A build that was killed may have had the number of this process.
        remove(aside)
        Writer(aside, folder).put_all(files)
        put_in_place(aside, folder)
    finally:
        remove(aside)


def put_files(files: Mapping[str, bytes], folder: Path, now: float) -> None:
    """Has a folder hold `files` by name and nothing else, whole or not at all; of no files there is no folder.

    `now` in seconds since 1970.
    """
    place_aside(folder, now)
    if not files:
        remove(folder)
    elif not _holds(folder, files):
        # Somebody may look at what need not be written again.
        put_folder(folder, files)


def _holds(folder: Path, files: Mapping[str, bytes]) -> bool:
    """Whether a folder has just these files, beside what programs leave there that have one of them open."""
    try:
        there = {each.name for each in folder.iterdir() if not each.name.startswith((".", "~"))}
        return there == files.keys() and all((folder / name).read_bytes() == data for name, data in files.items())
    except OSError:
        return False


def remove(folder: Path) -> None:
    """Removes a folder, if it is there."""
    if folder.exists():
        shutil.rmtree(folder)


def _remove_old(site: Path, now: float) -> None:
    """Takes away what is left of builds; one that may still be running is younger than a day."""
    for left in site.parent.glob(f"{site.name}{_ASIDE}*"):
        # One that ends at this moment takes its own away.
        with suppress(FileNotFoundError):
            if now - left.stat().st_mtime > _DAY:
                shutil.rmtree(left, ignore_errors=True)


def _aside(site: Path) -> Path:
    return site.with_name(f"{site.name}{_ASIDE}{os.getpid()}")


def _before(site: Path) -> Path:
    return site.with_name(f"{site.name}.before")


def _restore(site: Path) -> None:
    """Puts the site before back where a build was ended between taking it away and putting the new one there."""
    if not site.exists() and _before(site).exists():
        try:
            _before(site).rename(site)
        except OSError:
            # Another build may have done so, or have put its own there.
            if not site.exists():
                raise


def _is_gone(folder: Path) -> bool:
    """Removes what nobody needs any more; what cannot be removed is told, and is no reason to keep the site back."""
    try:
        remove(folder)
    except FileNotFoundError:
        # Another build removes it at this moment.
        pass
    except OSError as error:
        log.warning("%s: %s", folder, error.strerror)
    return not folder.exists()
