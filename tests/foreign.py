"""PDFs as they come from elsewhere, made for tests: each word is known, and where it stands on the page."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pikepdf
import pypdfium2
from kallelse.model.meeting import Document
from kallelse.read.foreign import read_foreign
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

A4 = (595.0, 842.0)
A3_LYING = (1191.0, 842.0)


def pdf(
    *texts: str,
    size: tuple[float, float] = A4,
    origin: tuple[float, float] = (0.0, 0.0),
    rotate: int | None = None,
    unit: float | None = None,
    crop: tuple[float, float, float, float] | None = None,
) -> Pdf:
    """A page for each text, which stands near the middle of the sheet; an empty one is a page with a drawing alone."""
    document = Pdf.new()
    font = document.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    )
    left, bottom = origin
    width, height = size
    for text in texts:
        shown = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        x, y = left + width * 0.3, bottom + height * 0.5
        content = b"0.5 g %f %f %f %f re f 0 g " % (x, y - height * 0.15, width * 0.25, height * 0.1)
        if text:
            content += b"BT /F1 %f Tf %f %f Td (" % (min(width, height) * 0.04, x, y) + shown + b") Tj ET"
        page = Dictionary(
            Type=Name.Page,
            MediaBox=Array([left, bottom, left + width, bottom + height]),
            Resources=Dictionary(Font=Dictionary(F1=font)),
            Contents=document.make_stream(content),
        )
        if rotate is not None:
            page.Rotate = rotate
        if unit is not None:
            page.UserUnit = unit
        if crop is not None:
            page.CropBox = Array(list(crop))
        document.pages.append(pikepdf.Page(document.make_indirect(page)))
    return document


def saved(document: Pdf, **options: object) -> bytes:
    """Its bytes, the same each time."""
    file = io.BytesIO()
    document.save(file, **({"deterministic_id": "encryption" not in options} | options))  # type: ignore[arg-type]
    return file.getvalue()


def form(document: Pdf, text: str, width: float, height: float) -> Stream:
    """An appearance that shows `text` (ISO 32000-1, 12.5.5)."""
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    stream = document.make_stream(b"BT /F1 12 Tf 2 4 Td (" + text.encode("cp1252") + b") Tj ET")
    stream.Type, stream.Subtype = Name.XObject, Name.Form
    stream.BBox = Array([0, 0, width, height])
    stream.Resources = Dictionary(Font=Dictionary(F1=font))
    return stream


def stamped(text: str, stamp: str, flags: int = 4) -> Pdf:
    """A page with a stamp laid over it, as a registry does; `flags` are those of the annotation (12.5.3)."""
    document = pdf(text)
    note = Dictionary(
        Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([300, 700, 500, 730]), F=flags,
        AP=Dictionary(N=document.make_indirect(form(document, stamp, 200, 30))),
    )  # fmt: skip
    document.pages[0].Annots = Array([document.make_indirect(note)])
    return document


def filled(text: str, value: str) -> Pdf:
    """A page with a text field that was filled in by a program that drew no appearance."""
    document = pdf(text)
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    field = document.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("namn"), V=String(value), F=4,
            Rect=Array([100, 200, 400, 220]), DA=String("/Helv 12 Tf 0 g"),
        )
    )  # fmt: skip
    document.pages[0].Annots = Array([field])
    document.Root.AcroForm = Dictionary(
        Fields=Array([field]),
        NeedAppearances=True,
        DA=String("/Helv 12 Tf 0 g"),
        DR=Dictionary(Font=Dictionary(Helv=document.make_indirect(font))),
    )
    return document


def bookmarked(texts: Sequence[str]) -> Pdf:
    """Pages each with a bookmark of its text, all but the first below that of the first."""
    document = pdf(*texts)
    with document.open_outline() as outline:
        top = pikepdf.OutlineItem(texts[0], 0)
        top.children += [pikepdf.OutlineItem(text, number) for number, text in enumerate(texts[1:], start=1)]
        outline.root.append(top)
    return document


def continued(text: str, data: bytes, packed: Name = Name.FlateDecode) -> Pdf:
    """A page whose content goes on in a second stream, of bytes that are said to be `packed` somehow."""
    document = pdf(text)
    page = document.pages[0].obj
    more = Stream(document, b"")
    more.write(data, filter=packed)
    page.Contents = Array([page.Contents, document.make_indirect(more)])
    return document


def drawn_twice(text: str) -> Pdf:
    """A page whose content is a form as well, which the next page draws smaller."""
    document = pdf(text)
    first = document.pages[0].obj
    both = first.Contents
    both.Type, both.Subtype = Name.XObject, Name.Form
    both.BBox, both.Matrix = Array([0, 0, *A4]), Array([0.8, 0, 0, 0.8, 0, 0])
    both.Resources = first.Resources
    second = Dictionary(
        Type=Name.Page, MediaBox=first.MediaBox, Resources=Dictionary(XObject=Dictionary(F=both)),
        Contents=document.make_stream(b"/F Do"),
    )  # fmt: skip
    document.pages.append(pikepdf.Page(document.make_indirect(second)))
    return document


def damaged(data: bytes) -> bytes:
    """`data` without the table of its objects, which qpdf can make anew."""
    return data[: data.rindex(b"startxref")] + b"startxref\n7\n%%EOF\n"


def linked(*targets: str | int, rotate: int | None = None) -> Pdf:
    """Two pages; on the first a link for each of `targets`, a URL or a page number, in a box 100 by 20 points."""
    document = pdf("Ett", "Två", rotate=rotate)
    annotations = []
    for number, target in enumerate(targets):
        low = 600 - 40 * number
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([100, low, 200, low + 20]), F=4)
        if isinstance(target, int):
            link.Dest = Array([document.pages[target - 1].obj, Name.Fit])
        elif target.startswith("javascript:"):
            link.A = Dictionary(S=Name.JavaScript, JS=String(target.removeprefix("javascript:")))
        else:
            link.A = Dictionary(S=Name.URI, URI=String(target))
        annotations.append(document.make_indirect(link))
    document.pages[0].Annots = Array(annotations)
    return document


def named(*texts: str) -> Pdf:
    """Pages whose bookmarks and one link lead to destinations by name, as LaTeX and word processors write them."""
    document = pdf(*texts)
    names: list[pikepdf.Object] = []
    for number, page in enumerate(document.pages):
        names += [String(f"d{number}"), Array([page.obj, Name.Fit])]
    document.Root.Names = Dictionary(Dests=document.make_indirect(Dictionary(Names=Array(names))))
    with document.open_outline() as outline:
        outline.root += [
            pikepdf.OutlineItem(text, action=Dictionary(S=Name.GoTo, D=String(f"d{number}")))
            for number, text in enumerate(texts)
        ]
    last = String(f"d{len(texts) - 1}")
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([100, 600, 200, 620]), Dest=last)
    document.pages[0].Annots = Array([document.make_indirect(link)])
    return document


def layered(shown: str, hidden: str) -> Pdf:
    """A page with two layers, of which one is hidden when it is opened."""
    document = pdf(shown)
    groups = [document.make_indirect(Dictionary(Type=Name.OCG, Name=String(name))) for name in ("Synligt", "Internt")]
    page = document.pages[0]
    page.Resources.Properties = Dictionary(L0=groups[0], L1=groups[1])
    text = b"BT /F1 40 Tf 50 700 Td (" + hidden.encode("cp1252") + b") Tj ET"
    page.contents_add(b"/OC /L0 BDC 0.5 g 50 50 100 100 re f EMC /OC /L1 BDC 0 g " + text + b" EMC")
    document.Root.OCProperties = Dictionary(
        OCGs=Array(groups), D=Dictionary(Order=Array(groups), OFF=Array([groups[1]]), Name=String("x"))
    )
    return document


def commented(text: str, note: str) -> Pdf:
    """A page on which somebody marked something and wrote about it."""
    document = pdf(text)
    mark = Dictionary(
        Type=Name.Annot, Subtype=Name.Highlight, Rect=Array([100, 400, 300, 420]), F=4, Contents=String(note),
        QuadPoints=Array([100, 420, 300, 420, 100, 400, 300, 400]),
    )  # fmt: skip
    document.pages[0].Annots = Array([document.make_indirect(mark)])
    return document


def noted(text: str, kind: str, contents: str = "") -> Pdf:
    """A page with an annotation of a kind over it, in which something may be written (ISO 32000-1, 12.5.6)."""
    document = pdf(text)
    note = Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=Array([100, 400, 300, 420]), F=4)
    note.Contents = String(contents)
    note.AP = Dictionary(N=document.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 200, 20])))
    document.pages[0].Annots = Array([document.make_indirect(note)])
    return document


def _of_its_own(value: pikepdf.Object | float) -> pikepdf.Object | float:
    """A value that no other document has taken for one of its own."""
    return pikepdf.Object.parse(value.unparse()) if isinstance(value, pikepdf.Object) else value


def bare(kind: str, **said: pikepdf.Object | float) -> Pdf:
    """A page with an annotation of a kind across it that leaves it to viewers how it looks."""
    document = pdf("Avtal")
    note = Dictionary(
        Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=Array([100, 600, 300, 700]), F=4, Contents=String("Intygas"),
        L=Array([100, 600, 300, 700]), Vertices=Array([100, 600, 300, 600, 200, 700]), DA=String("/Helv 12 Tf 0 g"),
        InkList=Array([Array([100, 600, 200, 650, 300, 600])]),
        QuadPoints=Array([100, 700, 300, 700, 100, 600, 300, 600]),
    )  # fmt: skip
    for name, value in said.items():
        note[f"/{name}"] = _of_its_own(value)
    document.pages[0].contents_add(b"0.7 g 150 590 30 120 re f")
    document.pages[0].obj.Annots = Array([document.make_indirect(note)])
    return document


def bare_field(*, anew: bool = True, **said: pikepdf.Object | int) -> Pdf:
    """A page with a field of a form that leaves it to viewers how it looks."""
    document = pdf("Blankett")
    field = document.make_indirect(
        Dictionary(Type=Name.Annot, Subtype=Name.Widget, F=4, T=String("n"), Rect=Array([100, 600, 300, 700]))
    )
    for name, value in ({"DA": String("/Helv 12 Tf 0 g")} | said).items():
        field[f"/{name}"] = _of_its_own(value)
    page = document.pages[0].obj
    page.Annots = Array([field])
    document.Root.AcroForm = Dictionary(
        Fields=Array([field]), DR=Dictionary(Font=Dictionary(Helv=page.Resources.Font.F1))
    )
    if anew:
        document.Root.AcroForm.NeedAppearances = True
    return document


def file_within(document: Pdf, name: str) -> pikepdf.Object:
    """A file in the file, which nothing leads to yet (7.11.4)."""
    return document.make_indirect(pikepdf.AttachedFileSpec(document, b"data", filename=name).obj)


def acting(text: str, kind: str) -> Pdf:
    """A page that runs something, by what hangs at the place `kind`."""
    document = pdf(text)
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    match kind:
        case "opening":
            document.Root.OpenAction = script
        case "closing":
            document.Root.AA = Dictionary(WC=script)
        case "named":
            document.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script])))
        case "page":
            document.pages[0].obj.AA = Dictionary(O=document.make_indirect(script))
        case "next":
            page = Dictionary(S=Name.GoTo, D=Array([document.pages[0].obj, Name.Fit]), Next=Array([script]))
            document.Root.OpenAction = page
        case "program":
            document.Root.OpenAction = Dictionary(S=Name.Launch, F=String("a.exe"))
        case "address":
            return linked_action(document, Dictionary(S=Name.URI, URI=String("java\tscript:alert(1)")))
        case _:
            return linked_action(document, script)
    return document


def linked_action(document: Pdf, action: pikepdf.Object) -> Pdf:
    """The same with a link that does something."""
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([100, 600, 200, 620]), A=action)
    document.pages[0].Annots = Array([document.make_indirect(link)])
    return document


def carrying(text: str, name: str) -> Pdf:
    """A page in a file that has another file in it."""
    document = pdf(text)
    document.attachments[name] = b"data"
    return document


def attached(root: Path, name: str, data: bytes, number: int = 1) -> Document:
    """A PDF among the sources below `root`, read as an attachment of the case `01-a`."""
    path = f"gsn/2022-09-26/01-a/{name}.pdf"
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    found, _ = read_foreign(path, file)
    assert found is not None
    return Document(path, path.replace(".pdf", ".html"), name.capitalize(), number, foreign=found)


def words_of(data: bytes) -> str:
    """All that a reader finds in a PDF."""
    document = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()
