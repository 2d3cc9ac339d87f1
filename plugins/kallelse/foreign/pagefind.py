"""Pages handed over one by one turned into the files of a search index, by Pagefind in a process of its own.

The program's service is what its own libraries talk to: JSON in base64, each message ended by a comma, and one answer
for each. Those libraries wait a tenth of a second for every answer, and take none beyond two megabytes.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Mapping
from typing import IO, Any

from pagefind.service import get_executable

_AT_ONCE = 1 << 20


class PagefindError(Exception):
    """Pagefind is not there or gave up; the message is its own, or its name."""


class Pagefind:
    """Pagefind at work on pages, from its making until `files` or `end`."""

    def __init__(self, language: str, settings: Mapping[str, str]) -> None:
        """Begins an index in `language`; `settings` are variables that Pagefind knows, and no others of its own count.

        Raises PagefindError where there is no Pagefind.
        """
        program = get_executable()
        if program is None:
            raise PagefindError("pagefind")
        own = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
        # Closed with the process; what is told into a pipe that nobody reads would stop the work.
        self._told = tempfile.TemporaryFile()  # noqa: SIM115
        try:
            self._process = subprocess.Popen(  # noqa: S603
                [program, "--service"],
                env=own | dict(settings),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._told,
            )
        except OSError as error:
            self._told.close()
            raise PagefindError(str(error)) from error
        self._problem = ""
        self._files: list[dict[str, str]] | None = None
        # Answers are read meanwhile: a pipe that nobody empties would stop the work.
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        # Hits name their files, so that a copy of the site works on a host that opens no index of a folder.
        self._send(type="NewIndex", config={"force_language": language, "keep_index_url": True})

    def add(self, address: str, html: str) -> None:
        """Hands over the page at `address`."""
        self._send(type="AddFile", index_id=0, file_path=address, file_contents=html)

    def complete(self) -> None:
        """Says that there are no more pages."""
        self._send(type="GetFiles", index_id=0)

    def files(self) -> dict[str, bytes]:
        """Waits for the files of an index that is complete, by name; raises PagefindError where Pagefind gave up."""
        # It ends with its input, whatever is still to be answered.
        self._reader.join()
        self._close()
        with self._told:
            self._told.seek(0)
            told = self._told.read().decode(errors="replace").strip()
        if self._files is None or self._problem:
            raise PagefindError(self._problem or told or f"pagefind: {self._process.returncode}")
        return {file["path"]: base64.b64decode(file["content"]) for file in self._files}

    def stop(self) -> None:
        """Lets who waits in `files` meet a PagefindError instead of the end of the work."""
        self._process.terminate()

    def end(self) -> None:
        """Ends work that nobody waits for."""
        self.stop()
        self._reader.join()
        self._close()
        self._told.close()

    def _close(self) -> None:
        with contextlib.suppress(OSError):
            self._pipe.close()
        self._process.wait()

    @property
    def _pipe(self) -> IO[bytes]:
        assert self._process.stdin is not None
        return self._process.stdin

    def _send(self, **payload: object) -> None:
        message = json.dumps({"message_id": 0, "payload": payload}).encode()
        # A program that has ended says why by what it told and its status, which `files` asks for.
        with contextlib.suppress(OSError):
            self._pipe.write(base64.b64encode(message) + b",")
            self._pipe.flush()

    def _read(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as stream:
            for message in _messages(stream):
                try:
                    answer: dict[str, Any] = json.loads(base64.b64decode(message))["payload"]
                    if answer["type"] == "Error":
                        self._problem = self._problem or str(answer["message"])
                    elif answer["type"] == "GetFiles":
                        self._files = answer["files"]
                        return
                except (ValueError, TypeError, LookupError) as error:
                    self._problem = self._problem or f"pagefind: {type(error).__name__}: {error}"


def _messages(stream: IO[bytes]) -> Iterator[bytes]:
    """What is sent, without the commas that end each."""
    begun: list[bytes] = []
    while chunk := stream.read1(_AT_ONCE):  # type: ignore[attr-defined]
        *ends, rest = chunk.split(b",")
        for end in ends:
            yield b"".join((*begun, end))
            begun.clear()
        begun.append(rest)
