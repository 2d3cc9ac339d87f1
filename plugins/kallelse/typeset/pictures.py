"""The words that a drawn picture itself holds, as they come back from a PDF."""

from __future__ import annotations

from pathlib import Path

import pypdfium2

from kallelse.fonts import SERIF
from kallelse.typeset import literal
from kallelse.typeset.engine import draw


def picture_words(path: str, root: Path, font_paths: tuple[str, ...]) -> str:
    """The text inside a picture at `path` below `root`, where it is a drawing with text; else nothing.

    A drawing's words are set as text, so that they are read back from the PDF among the words around it. They are
    learnt by setting the drawing alone.
    """
    file = root / path
    if file.suffix.lower() != ".svg" or not file.is_file() or b"<text" not in file.read_bytes():
        return ""
    # Without a face that is there, Typst leaves the words of a drawing out.
    face = f"#set text(font: {literal.string(SERIF)})"
    pdf = draw(f"{face}\n#image({literal.string('/' + path)})", root, font_paths)
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()
