"""A folder of sources turned into values: its texts, and the names of all its files."""

from __future__ import annotations

import bisect
import os
import posixpath
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kallelse.fonts.coverage import invisible
from kallelse.foreign.opened import is_held
from kallelse.model.address import is_device
from kallelse.model.finding import Finding, Place

_TEXTS = (".md", ".yml", ".yaml", ".csv")
# What separates the parts of an address, what Windows refuses, control characters, bytes that are no UTF-8.
_UNFIT = re.compile(r'[#?%\\:*"<>|\x00-\x1f\x7f\ud800-\udfff]')
_SOFT = "\N{SOFT HYPHEN}"
_LONGEST = 200
# A number that nobody wrote, and that would take Python for ever.
_LONG = 500
_ENDLESS, _DIGIT = re.compile(rf"\d{{{_LONG}}}"), re.compile(r"\d")
# How ZIP (so new office files), older office files and PDFs begin.
_BINARY = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-")
_NEVER_SOURCES = ("Thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text with composed letters and plain line ends, as if every checkout were the same."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Sources:
    """All files below `root`, in order, by path with `/` and composed letters; `texts` holds those that are read.

    `files` are the same without order. `withheld` are the files that no text may use: those of confidential cases and
    attachments, and what is kept of issues. `unread` are those that are there and could not be opened, with why.
    """

    root: Path
    files: frozenset[str]
    paths: tuple[str, ...]
    texts: Mapping[str, SourceText]
    withheld: frozenset[str] = frozenset()
    unread: Mapping[str, Finding] = field(default_factory=dict)

    @property
    def public(self) -> tuple[str, ...]:
        """The paths that a text may point at."""
        return tuple(path for path in (*self.paths, *self.unread) if path not in self.withheld)

    def load(self, path: str) -> str | None:
        """The text of `path`; None where there is none, none that can be read, or none that others may use."""
        source = None if path in self.withheld else self.texts.get(path)
        return None if source is None else source.text

    def file(self, path: str) -> Path | None:
        """Where the file `path` is; None where there is none, or none that others may use."""
        return None if path in self.withheld or path not in self.files else self.root / path

    def below(self, folder: str) -> tuple[str, ...]:
        """The files below `folder` (empty: all), in order."""
        if not folder:
            return self.paths
        start = bisect.bisect_left(self.paths, folder + "/")
        end = bisect.bisect_left(self.paths, folder + "0")
        return self.paths[start:end]

    def within(self, folder: str) -> Sources:
        """The same for `folder` alone."""
        paths = self.below(folder)
        return Sources(
            self.root,
            frozenset(paths),
            paths,
            {path: self.texts[path] for path in paths if path in self.texts},
            frozenset(path for path in paths if path in self.withheld),
            {path: why for path, why in self.unread.items() if not folder or path.startswith(folder + "/")},
        )

    def children(self, folder: str) -> tuple[str, ...]:
        """The names directly in `folder`, files and folders, as a person would order them: 9 before 10."""
        skip = len(folder) + 1 if folder else 0
        names = {path[skip:].partition("/")[0] for path in self.below(folder)}
        return tuple(sorted(names, key=lambda name: (natural(name), name)))


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """A key that puts `bilaga-10` after `bilaga-9`."""
    parts = re.findall(r"[0-9]+|[^0-9]+", name.casefold())
    return tuple((0, int(part), part) if part.isdecimal() else (1, 0, part) for part in parts)


def read_sources(root: Path) -> tuple[Sources, tuple[Finding, ...]]:
    """What stands below `root`; hidden files and those of the operating system are no sources."""
    files: set[str] = set()
    texts: dict[str, SourceText] = {}
    findings: list[Finding] = []
    folded: dict[str, str] = {}
    unread: dict[str, Finding] = {}
    for name, entry in _files(root, "", findings):
        path = _path(name)
        if _is_unfit(entry.name):
            findings.append(Finding("file-name", Place(path)))
            continue
        if path != name and not (root / path).exists():
            findings.append(Finding("file-letters", Place(path)))
            continue
        key = path.casefold()
        if key in folded:
            findings.append(Finding("file-twice", Place(path), {"other": folded[key]}))
            continue
        folded[key] = path
        if entry.is_symlink():
            findings.append(Finding("file-link", Place(path)))
            continue
        if not entry.is_file():
            findings.append(Finding("file-special", Place(path)))
            continue
        is_text = path.lower().endswith(_TEXTS)
        try:
            data = _opened(Path(entry), whole=is_text)
        except OSError as error:
            unread[path] = unreadable(path, error, Path(entry))
            findings.append(unread[path])
            continue
        if is_text:
            text, wrong = decode(path, data)
            findings += wrong
            if text is not None:
                texts[path] = text
        files.add(path)
    return Sources(root, frozenset(files), tuple(sorted(files)), texts, unread=unread), tuple(findings)


def _path(name: str) -> str:
    """How a name from the root is told and known, whatever the letters that it is stored with."""
    return unicodedata.normalize("NFC", name.encode("utf-8", "replace").decode())


def _is_unfit(name: str) -> bool:
    """Whether the name of a file or a folder is none for an address or for Windows, or has what nobody sees."""
    if _UNFIT.search(name) or _SOFT in name or invisible(name):
        return True
    return is_device(name) or len(name.encode("utf-8", "replace")) > _LONGEST


def _opened(file: Path, *, whole: bool) -> bytes:
    """What is in a file, or, unless the `whole` of it is wanted, nothing once it is clear that it can be opened."""
    with file.open("rb") as opened:
        return opened.read() if whole else b""


def unreadable(path: str, error: OSError, file: Path) -> Finding:
    """Why `path`, which is `file`, cannot be read: another program has it open, or whatever the system says."""
    if is_held(error, file):
        return Finding("file-open", Place(path), {"file": posixpath.basename(path)})
    return Finding("file-unreadable", Place(path), {"reason": error.strerror or str(error)})


def _files(folder: Path, inside: str, findings: list[Finding]) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """The files below `folder`, which is `inside` the root, each with its name from there; its own before others.

    What lies in a folder whose name is unfit is not among them: all of it would bear that name.
    """
    try:
        with os.scandir(folder) as entries:
            found = [entry for entry in entries if not _hidden(entry.name)]
    except OSError as error:
        findings.append(unreadable(_path(inside.rstrip("/")) or ".", error, folder))
        return
    for is_folder, name, entry in sorted((_is_folder(entry), inside + entry.name, entry) for entry in found):
        if not is_folder:
            if entry.name not in _NEVER_SOURCES:
                yield name, entry
        elif entry.is_symlink():
            findings.append(Finding("file-link", Place(_path(name))))
        elif _is_unfit(entry.name):
            findings.append(Finding("folder-name", Place(_path(name))))
        else:
            yield from _files(Path(entry), name + "/", findings)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        # A link that leads to itself cannot even be asked.
        return False


def _hidden(name: str) -> bool:
    return name.startswith((".", "~$"))


def decode(path: str, data: bytes) -> tuple[SourceText | None, tuple[Finding, ...]]:
    """The text in `data`; a finding names the line of the first byte that is not UTF-8."""
    try:
        text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        if data.startswith(_BINARY):
            return None, (Finding("file-not-text", Place(path, 1)),)
        return None, (Finding("file-not-utf8", Place(path, data.count(b"\n", 0, error.start) + 1)),)
    if "\0" in text:
        return None, (Finding("file-not-text", Place(path, text[: text.index("\0")].count("\n") + 1)),)
    # Of so many digits in a row, one is among every 500th letter.
    if _DIGIT.search(text[_LONG - 1 :: _LONG]) and (endless := _ENDLESS.search(text)):
        return None, (Finding("file-digits", Place(path, text.count("\n", 0, endless.start()) + 1)),)
    return SourceText(path, unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))), ()
