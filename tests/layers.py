"""PDFs with layers, made for tests: what is said of them, and where on a page they stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from tests import foreign

HIDDEN = "INTERN"
TEXT = b"BT /F1 30 Tf 50 700 Td (INTERN) Tj ET"

Saying = Callable[[Dictionary, list[pikepdf.Object]], pikepdf.Object]


def said(saying: Saying) -> Pdf:
    """A page with a text in a layer: that which `saying` returns, given the standard view and two groups, A and B.

    B is off, unless the view is changed.
    """
    document = foreign.pdf("Plan")
    groups: list[pikepdf.Object] = [
        document.make_indirect(Dictionary(Type=Name.OCG, Name=String(name))) for name in "AB"
    ]
    view = Dictionary(OFF=Array([groups[1]]))
    layer = saying(view, groups)
    document.Root.OCProperties = Dictionary(OCGs=Array(groups), D=view)
    page = document.pages[0]
    page.obj.Resources.Properties = Dictionary(L=layer if layer.is_indirect else document.make_indirect(layer))
    page.contents_add(b"/OC /L BDC " + TEXT + b" EMC")
    return document


def membership(policy: str, *of: int) -> Saying:
    """A membership of the groups A and B, by number."""
    return lambda _, groups: Dictionary(Type=Name.OCMD, OCGs=Array([groups[n] for n in of]), P=Name(f"/{policy}"))


def expression(*parts: object) -> Saying:
    """A membership by an expression: names as text, groups by number."""

    def built(part: object, groups: Sequence[pikepdf.Object]) -> pikepdf.Object:
        match part:
            case int():
                return groups[part]
            case str():
                return Name(f"/{part}")
            case tuple():
                return Array([built(each, groups) for each in part])
            case _:
                raise AssertionError(part)

    return lambda _, groups: Dictionary(Type=Name.OCMD, VE=built(parts, groups))


def by_usage(usage: Dictionary, *events: Dictionary, off: bool = False) -> Saying:
    """Group A, which is for something, and which `events` set."""

    def saying(view: Dictionary, groups: list[pikepdf.Object]) -> pikepdf.Object:
        groups[0].Usage = usage
        for event in events:
            event.OCGs = Array([groups[0]])
        view.AS = Array(list(events))
        view.OFF = Array([groups[0]] if off else [])
        return groups[0]

    return saying


def event(name: str, *categories: str) -> Dictionary:
    """When a group is set by what it is for (ISO 32000-1, table 103)."""
    return Dictionary(Event=Name(f"/{name}"), Category=Array([Name(f"/{each}") for each in categories]))


def based(*, on: bool, listed: bool = True) -> Saying:
    """Group A where all are off that nothing is said of; `listed` among the document's groups or not."""

    def saying(view: Dictionary, groups: list[pikepdf.Object]) -> pikepdf.Object:
        view.BaseState = Name.OFF
        view.ON = Array([groups[0]] if on else [])
        return groups[0] if listed else groups.pop(0)

    return saying


def intended(*intents: str, of_view: str = "View") -> Saying:
    """Group B, which is off, for whoever reads with such intents."""

    def saying(view: Dictionary, groups: list[pikepdf.Object]) -> pikepdf.Object:
        groups[1].Intent = Array([Name(f"/{each}") for each in intents])
        view.Intent = Name(f"/{of_view}")
        return groups[1]

    return saying


def placed(place: str) -> Pdf:
    """A page with a text in a hidden layer that stands at a `place` of its own."""
    document = foreign.pdf("Plan", "Plan")
    page = document.pages[0]
    group = document.make_indirect(Dictionary(Type=Name.OCG, Name=String("Internt")))
    document.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))
    resources = Dictionary(Font=page.obj.Resources.Font, Properties=Dictionary(L=group))
    form = document.make_stream(TEXT, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 595, 842]))
    form.Resources = resources
    within = document.make_stream(
        b"0.9 g 0 0 9 9 re f /OC /L BDC " + TEXT + b" EMC",
        Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 595, 842]), Resources=resources,
    )  # fmt: skip
    note = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([0, 0, 595, 842]), F=4)
    match place:
        case "form":
            form.OC = group
            page.obj.Resources.XObject = Dictionary(F=form)
            page.contents_add(b"/F Do")
        case "within a form":
            page.obj.Resources.XObject = Dictionary(F=within)
            page.contents_add(b"/F Do")
        case "within many forms":
            for _ in range(40):
                outer = document.make_stream(b"/F Do", Type=Name.XObject, Subtype=Name.Form)
                outer.BBox, outer.Resources = Array([0, 0, 595, 842]), Dictionary(XObject=Dictionary(F=within))
                within = outer
            page.obj.Resources.XObject = Dictionary(F=within)
            page.contents_add(b"/F Do")
        case "form in a layer":
            page.obj.Resources.XObject = Dictionary(F=form)
            page.obj.Resources.Properties = Dictionary(L=group)
            page.contents_add(b"/OC /L BDC /F Do EMC")
        case "annotation":
            note.OC, note.AP = group, Dictionary(N=form)
            page.obj.Annots = Array([document.make_indirect(note)])
        case "appearance":
            form.OC = group
            note.AP = Dictionary(N=form)
            page.obj.Annots = Array([document.make_indirect(note)])
        case "within an appearance":
            note.AP = Dictionary(N=within)
            page.obj.Annots = Array([document.make_indirect(note)])
        case "pattern":
            pattern = document.make_stream(
                b"/OC /L BDC " + TEXT + b" EMC", Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1,
                BBox=Array([0, 0, 595, 842]), XStep=595, YStep=842, Resources=resources,
            )  # fmt: skip
            page.obj.Resources.Pattern = Dictionary(P=pattern)
            page.contents_add(b"/Pattern cs /P scn 0 0 595 842 re f")
        case "content of two pages":
            page.contents_add(b"/OC /L BDC " + TEXT + b" EMC")
            page.contents_coalesce()
            other = document.make_indirect(Dictionary(Type=Name.OCG, Name=String("Synligt")))
            document.Root.OCProperties.OCGs.append(other)
            fonts = page.obj.Resources.Font
            second = document.pages[1].obj
            second.Contents, second.Resources = page.obj.Contents, resources
            page.obj.Resources = Dictionary(Font=fonts, Properties=Dictionary(L=other))
        case _:
            raise AssertionError(place)
    return document
