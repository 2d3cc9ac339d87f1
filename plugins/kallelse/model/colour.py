"""The contrast of two colours, and the grounds that a municipality's own colours stand on."""

from __future__ import annotations

LEAST = 4.5
"""The least contrast of text that is not large (WCAG 2.2, success criterion 1.4.3)."""

LIGHT_GROUNDS = ("#ffffff", "#f3f6f6", "#e9f0f2")
"""Page, surface and tint, on which `brand` is text, and white text on it."""

DARK_GROUNDS = ("#12191c", "#1b2529")
"""Page and surface in the dark scheme, on which `brand_dark` is text."""


def contrast(one: str, other: str) -> float:
    """The ratio of the two colours (`#rrggbb`), 1 to 21 (WCAG 2.2, contrast ratio)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
