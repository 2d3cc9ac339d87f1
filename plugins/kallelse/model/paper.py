"""Sizes of paper in points, upright: width and height (ISO 216)."""

from __future__ import annotations

POINTS = 72 / 25.4
"""The points in a millimetre."""

A4 = (210 * POINTS, 297 * POINTS)
A3 = (297 * POINTS, 420 * POINTS)
