"""A question to git about a folder turned into its answer, or into why there is none."""

from __future__ import annotations

import os
import subprocess
from enum import Enum
from pathlib import Path

# What git says of a folder that is in no repository, and of one whose repository lacks what makes it one.
_NONE = "not a git repository (or any"
# The setting that it asks for where the repository belongs to another, with the folder behind it.
_OWNED = "safe.directory"
_TOLD = "fatal: "
# Where a hook of another repository, or of this one, says that it is.
_PLACES = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE")
# What a user may have chosen for other eyes.
_CHOSEN = ("-c", "log.showRoot=true", "-c", "log.showSignature=false", "-c", "log.mailmap=false")


class Silence(Enum):
    """Why git does not answer; but for the first, there is a repository, or may be one."""

    NO_REPOSITORY = "no repository"
    MISSING = "git is not installed"
    OWNER = "the repository belongs to another user"
    REFUSED = "git refused"


class SilentError(Exception):
    """That git does not answer: why, and what it says of it, or the folder that belongs to another."""

    def __init__(self, why: Silence, words: str = "") -> None:
        super().__init__(why.value, words)
        self.why = why
        self.words = words


def asked(root: Path, *arguments: str) -> str:
    """What git answers in the folder `root`; raises SilentError."""
    if not root.is_dir():
        raise SilentError(Silence.NO_REPOSITORY)
    command = ["git", "-C", str(root), *_CHOSEN, *arguments]
    # What it says is looked at, and so asked for in one language.
    kept = {name: value for name, value in os.environ.items() if name not in _PLACES}
    environment = {**kept, "LC_ALL": "C", "LANGUAGE": "C"}
    try:
        done = subprocess.run(command, capture_output=True, check=False, env=environment)  # noqa: S603
    except OSError as error:
        why = Silence.MISSING if isinstance(error, FileNotFoundError) else Silence.REFUSED
        raise SilentError(why if _place(root) is not None else Silence.NO_REPOSITORY, str(error)) from error
    if done.returncode == 0:
        return done.stdout.decode("utf-8", "surrogateescape")
    said = done.stderr.decode("utf-8", "replace").strip()
    if _NONE in said:
        if (place := _place(root)) is None:
            raise SilentError(Silence.NO_REPOSITORY)
        # In the words that it has for other damage, which name the place.
        raise SilentError(Silence.REFUSED, f"not a git repository: {place}")
    lines = said.splitlines()
    for line in lines:
        if (folder := line.strip().partition(_OWNED)[2]) and line.strip().startswith("git config"):
            raise SilentError(Silence.OWNER, folder.strip())
    first = next((line.removeprefix(_TOLD) for line in lines if line.startswith(_TOLD)), said)
    raise SilentError(Silence.REFUSED, " ".join(first.split()))


def _place(root: Path) -> Path | None:
    """Where the repository of a folder is, or what is left of it."""
    whole = root.resolve()
    places = (folder / ".git" for folder in (whole, *whole.parents))
    # A link that leads nowhere is something left, too.
    return next((place for place in places if os.path.lexists(place)), None)
