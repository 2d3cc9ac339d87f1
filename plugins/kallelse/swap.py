"""What is finished put in the place of what was there before, whole or not at all: a site, or a single file."""

from __future__ import annotations

import os
import re
import shutil
import stat
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from kallelse.written import Writer

# Between the name of the site's folder and the number of the process that builds into it.
_ASIDE = ".next-"
# After the name of the site's folder, and before the number where what has that name cannot be taken away.
_BEFORE = ".before"
# A copy of one's own (`site.before-2025`) is nothing that builds left.
_REST_ASIDE, _REST_BEFORE = re.compile(rf"{re.escape(_ASIDE)}\d+"), re.compile(rf"{re.escape(_BEFORE)}-\d+-\d+")
_HOUR = 3600
_DAY = 24 * _HOUR
# Seconds to wait before each further try; one that looks for viruses or words is done with a file by then.
_WAITS = (0.05, 0.2, 0.5, 1.0)


@dataclass(frozen=True, slots=True)
class Left:
    """A folder that nobody needs any more and that cannot be taken away, and why."""

    folder: Path
    reason: str


def place_aside(site: Path, now: float) -> Path:
    """An empty folder where a new site may grow beside `site`, once what ended builds left there is put right.

    `now` in seconds since 1970.
    """
    _tidy(site, now)
    return _begun(site)


def put_in_place(aside: Path, site: Path, then: Callable[[], tuple[Left, ...]] = tuple) -> tuple[Left, ...]:
    """Puts the finished site in the place of the one before, which is gone only once the new one stands there.

    What cannot be taken away is told, and is no reason to keep the site back. Where something is to be exchanged with
    it, `then` does so; if it cannot, the site before stands there again.
    """
    before = _name_before(site)
    had_one = _is_renamed(site, before)
    try:
        _rename(aside, site)
    except OSError:
        if not (aside.exists() and site.exists()):
            if had_one:
                _rename(before, site)
            raise
        # Another build has put its own there, which is one more before.
        return (*put_in_place(aside, site, then), *_left((before,)))
    try:
        more = then()
    except BaseException:
        _rename(site, aside)
        if had_one:
            _rename(before, site)
        raise
    return (*more, *_left(dict.fromkeys((_before(site), before))))


def _is_renamed(folder: Path, name: Path) -> bool:
    """Gives a folder another name, where there is one, and another build does not do so at this moment."""
    try:
        _rename(folder, name)
    except FileNotFoundError:
        return False
    # Another build tells by its time that it is needed still.
    with suppress(OSError):
        os.utime(name)
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
    """Writes a file that whoever opens it finds as it was or as it is now, whatever ends the writing.

    It stays whose it was, and for whom.
    """
    aside = file.with_name(f".{file.name}{_ASIDE}{os.getpid()}")
    try:
        # Nobody reads it meanwhile who may not read it afterwards.
        aside.touch()
        _take_rights(aside, file, stat.S_IWUSR)
        aside.write_bytes(content)
        aside.replace(file)
    finally:
        aside.unlink(missing_ok=True)


def put_folder(folder: Path, files: Mapping[str, bytes]) -> tuple[Left, ...]:
    """Has a folder hold `files` by their addresses below it and nothing else, whole or not at all."""
    aside = _begun(folder)
    try:
        Writer(aside, folder).put_all(files)
        return put_in_place(aside, folder)
    finally:
        remove(aside)


def put_files(files: Mapping[str, bytes], folder: Path, now: float) -> tuple[Left, ...]:
    """Has a folder hold `files` by name and nothing else, whole or not at all; of no files there is no folder.

    `now` in seconds since 1970.
    """
    _tidy(folder, now)
    if not files:
        remove(folder)
    elif not _holds(folder, files):
        # Somebody may look at what need not be written again.
        return put_folder(folder, files)
    return ()


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


def _tidy(site: Path, now: float) -> None:
    """Puts back the site before where a build was ended amid its swap, and takes away what else is left of builds.

    What a build that still runs writes into is younger than a day; what it has of the site before, than an hour.
    """
    _restore(site)
    for rest, lasts in ((_REST_ASIDE, _DAY), (_REST_BEFORE, _HOUR)):
        for left in _beside(site, rest):
            # One that ends at this moment takes its own away.
            with suppress(OSError):
                if now - left.stat().st_mtime > lasts:
                    shutil.rmtree(left, ignore_errors=True)


def _beside(site: Path, rest: re.Pattern[str]) -> Iterator[Path]:
    """What stands beside a site under its name and the rest of a name that builds give."""
    folder, name = site.parent, site.name
    names = [each.name for each in folder.iterdir()] if folder.is_dir() else []
    return (folder / each for each in names if each.startswith(name) and rest.fullmatch(each, len(name)))


def _begun(folder: Path) -> Path:
    """An empty folder that may take the place of another, whose rights it has, and so what is written into it."""
    aside = folder.with_name(f"{folder.name}{_ASIDE}{os.getpid()}")
    # A build that was killed may have had the number of this process.
    remove(aside)
    aside.mkdir(parents=True)
    _take_rights(aside, folder, stat.S_IRWXU)
    return aside


def _take_rights(aside: Path, place: Path, least: int) -> None:
    """Gives what may take the place of a folder or file whose and for whom that is; `least` is for whoever writes."""
    with suppress(FileNotFoundError):
        told = place.stat()
        # Who may not give a folder away may still give it to a group of their own.
        for owner, group in ((-1, told.st_gid), (told.st_uid, -1)):
            # Windows has no such owners, and some disks know none.
            with suppress(OSError, AttributeError):
                os.chown(aside, owner, group)
        with suppress(OSError):
            # Lists of who may do what come along.
            shutil.copystat(place, aside)
            aside.chmod(stat.S_IMODE(told.st_mode) | least)
            os.utime(aside)


def _before(site: Path) -> Path:
    return site.with_name(f"{site.name}{_BEFORE}")


def _name_before(site: Path) -> Path:
    """The name that the site before may have: one that nothing has, or nothing that cannot be taken away."""
    first = _before(site)
    more = (first.with_name(f"{first.name}-{os.getpid()}-{number}") for number in count(1))
    return next(name for name in chain((first,), more) if _is_free(name))


def _is_free(name: Path) -> bool:
    _left((name,))
    return not name.exists()


def _restore(site: Path) -> None:
    """Puts the site before back where a build was ended between taking it away and putting the new one there."""
    if not site.exists() and _before(site).exists():
        try:
            _before(site).rename(site)
        except OSError:
            # Another build may have done so, or have put its own there.
            if not site.exists():
                raise


def _left(folders: Iterable[Path]) -> tuple[Left, ...]:
    """Removes what nobody needs any more; what cannot be removed, and why."""
    found = []
    for folder in folders:
        try:
            remove(folder)
        except FileNotFoundError:
            # Another build removes it at this moment.
            pass
        except OSError as error:
            found.append(Left(folder, error.strerror or str(error)))
    return tuple(found)
