"""The typefaces that travel with the package: where they lie and what their families are called."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent

# The one folder of faces that Typst is given; their licences stand beside them.
PRINT_DIR = _HERE / "print"
# The site's face, Kallelse Sans, as WOFF2: one file with a weight axis from 400 to 700.
WEB_FONT = _HERE / "web" / "kallelse-sans.woff2"

# Families as Typst calls them. Serif has Regular, Italic, Semibold and Semibold Italic; Sans has Regular,
# Italic and Semibold; Display has Regular and Semibold; Mono has Regular. For any other style Typst takes the
# nearest of these.
SERIF = "Source Serif 4"
DISPLAY = "Source Serif 4 Display"
SANS = "Source Sans 3"
MONO = "Source Code Pro"
FAMILIES = (SERIF, DISPLAY, SANS, MONO)
