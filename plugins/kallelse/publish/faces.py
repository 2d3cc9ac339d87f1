"""The files of a municipality's own typeface turned into the faces of the style sheet, before the package's own."""

from __future__ import annotations

from collections.abc import Sequence

_OWN = "Kommunens typsnitt"
_STACK = '"Kallelse Sans","Source Sans 3","Liberation Sans",Arial,sans-serif'
_FORMATS = {".woff2": "woff2", ".woff": "woff", ".otf": "opentype", ".ttf": "truetype"}
# One file has all weights; of two the first is for normal text, the second for what is bold.
_WEIGHTS = {1: ("100 900",), 2: ("100 500", "501 900")}


def face_css(files: Sequence[str]) -> str:
    """`--face`, the family of all text, with a face of its own for each of `files`, named beside the style sheet.

    A letter that these lack is taken from the next family, as browsers do letter by letter.
    """
    faces = "".join(
        f'@font-face{{font-family:"{_OWN}";src:url("{name}") format("{_FORMATS[name[name.rindex(".") :]]}");'
        f"font-weight:{weight};font-display:swap}}\n"
        for name, weight in zip(files, _WEIGHTS.get(len(files), ()), strict=False)
    )
    own = f'"{_OWN}",' if files else ""
    return f"{faces}:root{{--face:{own}{_STACK}}}\n"
