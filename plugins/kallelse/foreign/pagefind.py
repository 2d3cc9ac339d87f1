"""Pages handed over one by one turned into the files of a search index, by Pagefind in a process of its own.

The program's service is what its own libraries talk to: JSON in base64, each message ended by a comma, and one answer
for each. Those libraries wait a tenth of a second for every answer, and take none beyond two megabytes.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import queue
import subprocess
import tempfile
import threading
import weakref
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO

from pagefind.service import get_executable

_AT_ONCE = 1 << 20
# So much of what Pagefind tells of its end is told again.
_MOST_TOLD = 2000
# Seconds without an answer after which nobody waits any longer: the index of a hundred thousand pages takes a part of
# them.
_PATIENCE = 600
# Seconds for a process to end that was asked to, and for who reads what it still says.
_GRACE = 5


class PagefindError(Exception):
    """Pagefind is not there or gave up; the message is its own, or its name."""


def program() -> Path | None:
    """Where Pagefind is; None where it is not."""
    found = get_executable()
    # One that lies on the way of programs is a mere name to a process that begins in another folder.
    return found if found is None else Path(found).absolute()


class Pagefind:
    """Pagefind at work on pages, from its making until `files` or `end`.

    Whatever it does, nobody who hands over pages waits for it.
    """

    def __init__(self, language: str, settings: Mapping[str, str]) -> None:
        """Begins an index in `language`; `settings` are variables that Pagefind knows, and no others of its own count.

        Raises PagefindError where there is no Pagefind.
        """
        found = program()
        if found is None:
            raise PagefindError("pagefind")
        own = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
        # It takes settings from its folder too, which are not this site's.
        self._folder = tempfile.TemporaryDirectory(prefix="kallelse-pagefind-", ignore_cleanup_errors=True)
        # What is told into a pipe that nobody reads would stop the work.
        self._told = tempfile.TemporaryFile()  # noqa: SIM115
        try:
            self._process = subprocess.Popen(  # noqa: S603
                [found, "--service"],
                cwd=self._folder.name,
                env=own | dict(settings),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._told,
            )
        except OSError as error:
            self._told.close()
            self._folder.cleanup()
            raise PagefindError(str(error)) from error
        # Whoever ends this process, by a key or by an error, ends that one.
        weakref.finalize(self, self._process.kill)
        self._problem = ""
        self._files: dict[str, bytes] | None = None
        self._answers = 0
        self._ended = threading.Event()
        self._to_send: queue.SimpleQueue[Mapping[str, object]] = queue.SimpleQueue()
        for work in (self._send, self._read):
            threading.Thread(target=work, daemon=True).start()
        # Hits name their files, so that a copy of the site works on a host that opens no index of a folder.
        self._ask(type="NewIndex", config={"force_language": language, "keep_index_url": True})

    def add(self, address: str, html: str) -> None:
        """Hands over the page at `address`."""
        self._ask(type="AddFile", index_id=0, file_path=address, file_contents=html)

    def complete(self) -> None:
        """Says that there are no more pages."""
        self._ask(type="GetFiles", index_id=0)

    def files(self) -> dict[str, bytes]:
        """Waits for the files of an index that is complete, by name; raises PagefindError where Pagefind gave up."""
        answers = -1
        while not self._ended.wait(_PATIENCE) and answers != self._answers:
            answers = self._answers
        if self._files is not None and not self._problem:
            self.end()
            return self._files
        status = self._process.poll() if self._ended.is_set() else None
        self._end_process()
        self._told.seek(max(0, self._told.seek(0, os.SEEK_END) - _MOST_TOLD))
        told = self._told.read().decode(errors="replace").strip()
        self.end()
        raise PagefindError(self._problem or told or f"pagefind: {status}")

    def stop(self) -> None:
        """Lets who waits in `files` meet a PagefindError instead of the end of the work."""
        self._ended.set()

    def end(self) -> None:
        """Ends work that nobody waits for."""
        self._ended.set()
        self._to_send.put({})
        self._end_process()
        self._told.close()
        self._folder.cleanup()

    def _end_process(self) -> None:
        for ask in (self._process.terminate, self._process.kill):
            ask()
            try:
                self._process.wait(_GRACE)
            except subprocess.TimeoutExpired:
                continue
            return

    def _ask(self, **payload: object) -> None:
        self._to_send.put(payload)

    def _send(self) -> None:
        assert self._process.stdin is not None
        # It ends with its input, whatever is still to be answered, so this stays open. A program that has ended says
        # why by what it told and its status.
        with contextlib.suppress(OSError), self._process.stdin as stream:
            while not self._ended.is_set() and (payload := self._to_send.get()):
                # Who makes pages lets this thread in only now and then, so it sends much of what there is.
                messages = bytearray(_message(payload))
                while len(messages) < _AT_ONCE and not self._to_send.empty() and (payload := self._to_send.get()):
                    messages += _message(payload)
                stream.write(messages)
                stream.flush()

    def _read(self) -> None:
        assert self._process.stdout is not None
        try:
            with self._process.stdout as stream:
                self._files = self._answered(stream)
            if self._files is None:
                # It ended by itself, or is about to.
                self._process.wait(_GRACE)
        except subprocess.TimeoutExpired:
            self._problem = "pagefind: no answer"
        except Exception as error:  # noqa: BLE001 whatever it answers, it is told, and no reason to wait
            self._problem = f"pagefind: {type(error).__name__}: {error}"[:_MOST_TOLD]
        finally:
            self._ended.set()

    def _answered(self, stream: IO[bytes]) -> dict[str, bytes] | None:
        """The files, once they are sent: none of them where an error came first, None where nothing more came."""
        for message in _messages(stream):
            answer = json.loads(base64.b64decode(message, validate=True))["payload"]
            self._answers += 1
            if answer["type"] == "Error":
                self._problem = str(answer["message"])[:_MOST_TOLD]
                return {}
            if answer["type"] == "GetFiles":
                return {str(file["path"]): base64.b64decode(file["content"]) for file in answer["files"]}
        return None


def _message(payload: Mapping[str, object]) -> bytes:
    message = json.dumps({"message_id": 0, "payload": payload}).encode()
    return base64.b64encode(message) + b","


def _messages(stream: IO[bytes]) -> Iterator[bytes]:
    """What is sent, without the commas that end each."""
    begun: list[bytes] = []
    while chunk := stream.read1(_AT_ONCE):  # type: ignore[attr-defined]
        *ends, rest = chunk.split(b",")
        for end in ends:
            yield b"".join((*begun, end))
            begun.clear()
        begun.append(rest)
