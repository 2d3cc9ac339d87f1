"""The contrast of two colours, what is mixed of them, and the grounds that a municipality's own colours stand on."""

from __future__ import annotations

LEAST = 4.5
"""The least contrast of text that is not large (WCAG 2.2, success criterion 1.4.3)."""

LEAST_LINE = 3.0
"""The least contrast of a line that tells something, as which page of the menu is shown (success criterion 1.4.11)."""

LIGHT_GROUNDS = ("#ffffff", "#f3f6f6", "#e9f0f2")
"""Page, surface and the packet's tint, on which `brand` is text, and white text on it."""

DARK_GROUNDS = ("#12191c", "#1b2529")
"""Page and surface in the dark scheme, on which `brand_dark` is text."""

NIGHT = "#070d10"
_WHITE = "#ffffff"


def contrast(one: str, other: str) -> float:
    """The ratio of the two colours (`#rrggbb`), 1 to 21 (WCAG 2.2, contrast ratio)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def light_grounds(brand: str) -> tuple[str, ...]:
    """The grounds on which `brand` is text: those of all municipalities, and its own tint in the packet."""
    return (*LIGHT_GROUNDS, mix(brand, _WHITE, 0.09))


def bands(brand: str) -> tuple[str, str]:
    """The band at the top of each page, on which `accent` is a line: in the light scheme, and in the dark."""
    return brand, mix(brand, NIGHT, 0.38)


def line_on(brand: str, accent: str) -> str:
    """A line for a municipality that has chosen none: `accent`, or white where that is too weak on its bands."""
    return accent if all(contrast(accent, band) >= LEAST_LINE for band in bands(brand)) else _WHITE


def mix(colour: str, ground: str, share: float) -> str:
    """`share` (0 to 1) of `colour` over `ground`, both `#rrggbb`, in sRGB."""
    pairs = zip(_parts(colour), _parts(ground), strict=True)
    return "#" + "".join(f"{round(over * share + under * (1 - share)):02x}" for over, under in pairs)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
