"""The colours of a municipality turned into the custom properties of the style sheet."""

from __future__ import annotations

from kallelse.model.settings import Colours

_NIGHT = "#070d10"
_WHITE = "#ffffff"
_GROUND = "#12191c"

_LIGHT = {
    "bg": "#fff",
    "surface": "#f3f6f6",
    "ink": "#16232a",
    "ink-2": "#4c5b62",
    "line": "#d5dcde",
    "line-2": "#7f8f95",
    "visited": "#5d3a7e",
    "ok": "#17603a",
    "ok-bg": "#e2f2e8",
    "part": "#6d4a00",
    "part-bg": "#fbeecb",
    "no": "#93231b",
    "no-bg": "#fae5e2",
    "wait": "#4a3f86",
    "wait-bg": "#eae7f7",
    "info": "#3c4d55",
    "info-bg": "#e7edee",
}

_DARK = {
    "bg": _GROUND,
    "surface": "#1b2529",
    "ink": "#e9eff0",
    "ink-2": "#adbabf",
    "line": "#33424a",
    "line-2": "#75868d",
    "visited": "#c9aef0",
    "ok": "#8fdcae",
    "ok-bg": "#143524",
    "part": "#f3cf7a",
    "part-bg": "#3d3010",
    "no": "#ffb3aa",
    "no-bg": "#4a1e1a",
    "wait": "#cbc2ff",
    "wait-bg": "#2e2950",
    "info": "#c3d0d5",
    "info-bg": "#2a373d",
}


def colours_css(colours: Colours) -> str:
    """All colours: those of the reader's system, light or dark, or those chosen by the button."""
    light = {
        **_LIGHT,
        "brand": colours.brand,
        "band": colours.brand,
        "on-brand": "#fff",
        "accent": colours.accent,
        "rest": mix(colours.brand, _WHITE, 0.3),
    }
    dark = {
        **_DARK,
        "brand": colours.brand_dark,
        "band": mix(colours.brand, _NIGHT, 0.38),
        "on-brand": "#0b1418",
        "accent": colours.accent,
        "rest": mix(colours.brand_dark, _GROUND, 0.35),
    }
    return (
        f":root{{color-scheme:light;{_properties(light)}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root:not([data-scheme=light])"
        f"{{color-scheme:dark;{_properties(dark)}}}}}\n"
        f"@media screen{{:root[data-scheme=dark]{{color-scheme:dark;{_properties(dark)}}}}}\n"
    )


def handbook_css(colours: Colours) -> str:
    """The municipality's colour for Material's pages, where their palette is `primary: custom`."""
    light = {"md-primary-fg-color": colours.brand, "md-primary-fg-color--dark": mix(colours.brand, _NIGHT, 0.7)}
    light["md-typeset-a-color"] = colours.brand
    return f":root{{{_properties(light)}}}\n"


def mix(colour: str, ground: str, share: float) -> str:
    """`share` (0 to 1) of `colour` over `ground`, both `#rrggbb`, in sRGB."""
    pairs = zip(_parts(colour), _parts(ground), strict=True)
    return "#" + "".join(f"{round(over * share + under * (1 - share)):02x}" for over, under in pairs)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _properties(values: dict[str, str]) -> str:
    return ";".join(f"--{name}:{value}" for name, value in values.items())
