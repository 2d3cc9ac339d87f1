"""The files of a municipality's own typeface turned into findings: files that are none, weights and letters missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kallelse.fonts.opened import NEEDED, Face, face_of
from kallelse.model.filekinds import WEB_FONTS
from kallelse.model.finding import Finding, Place, Severity
from kallelse.read.sources import Sources


def face_findings(paths: Sequence[str], sources: Sources, place: Place) -> Iterator[Finding]:
    """What is wrong with the files `paths` of the site's typeface, which are named at `place`.

    What they lack is taken from the package's own face, letter by letter, so that it is a remark.
    """
    faces: list[Face] = []
    for path in paths:
        file = sources.file(path)
        if file is None:
            yield Finding("settings-no-file", place, {"key": "font", "file": path})
            continue
        face = face_of(file.read_bytes()) if path.lower().endswith(WEB_FONTS) else None
        if face is None:
            yield Finding("settings-font", place, {"file": path})
            continue
        faces.append(face)
        if face.letters is not None and (lacking := [letter for letter in NEEDED if letter not in face.letters]):
            words = {"file": path, "letters": " ".join(lacking)}
            yield Finding("settings-font-letters", place, words, Severity.REMARK)
        if not face.is_tabular:
            yield Finding("settings-font-figures", place, {"file": path}, Severity.REMARK)
    if len(paths) > 2 or (len(paths) == len(faces) == 1 and not faces[0].is_variable):
        yield Finding("settings-font-weights", place)
