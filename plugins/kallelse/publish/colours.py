"""The colours of a municipality turned into the custom properties of the style sheet."""

from __future__ import annotations

from kallelse.model.colour import NIGHT, bands, mix
from kallelse.model.settings import Colours

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

# What Material sets code in on a light ground cannot be read on a dark one.
_CODE_DARK = {
    "md-code-hl-number-color": _DARK["part"],
    "md-code-hl-special-color": _DARK["no"],
    "md-code-hl-function-color": _DARK["wait"],
    "md-code-hl-constant-color": _DARK["wait"],
    "md-code-hl-keyword-color": _DARK["wait"],
    "md-code-hl-string-color": _DARK["ok"],
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
        "band": bands(colours.brand)[1],
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


def handbook_css(colours: Colours, logo: str = "") -> str:
    """The same colours under the names of Material, whose palette is `primary: custom`; and the logo's file, if any."""
    band = bands(colours.brand)[1]
    light = _material(_LIGHT, colours.brand, colours.brand, mix(colours.brand, NIGHT, 0.7))
    dark = _material(_DARK, colours.brand_dark, band, mix(band, NIGHT, 0.7)) | _CODE_DARK
    sign = (
        f".md-logo>*{{display:none!important}}.md-logo::before{{content:'';display:block;width:1.2rem;height:1.4rem;"
        f"background:url({logo}) center/contain no-repeat}}\n"
        if logo
        else ""
    )
    return (
        f":root,[data-md-color-scheme=default]{{color-scheme:light;{_properties(light)}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root,[data-md-color-scheme=default]"
        f"{{color-scheme:dark;{_properties(dark)}}}}}\n{sign}"
    )


def _material(colours: dict[str, str], brand: str, band: str, band_dark: str) -> dict[str, str]:
    ink, soft, ground, surface = (colours[name] for name in ("ink", "ink-2", "bg", "surface"))
    return {
        "md-primary-fg-color": band,
        "md-primary-fg-color--dark": band_dark,
        "md-accent-fg-color": brand,
        "md-typeset-a-color": brand,
        "md-typeset-color": ink,
        "md-typeset-table-color": colours["line"],
        "md-default-fg-color": ink,
        "md-default-fg-color--light": soft,
        "md-default-fg-color--lighter": colours["line-2"],
        "md-default-fg-color--lightest": colours["line"],
        "md-default-bg-color": ground,
        "md-code-fg-color": ink,
        "md-code-bg-color": surface,
    }


def _properties(values: dict[str, str]) -> str:
    return ";".join(f"--{name}:{value}" for name, value in values.items())
