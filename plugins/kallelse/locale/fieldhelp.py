"""What each field of front matter is for, as a reference and an editor say it."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.locale import fieldhelp_en, fieldhelp_sv
from kallelse.model.settings import Language

KINDS: Mapping[Language, Mapping[str, str]] = {"sv": fieldhelp_sv.KINDS, "en": fieldhelp_en.KINDS}
"""What each kind of file is, by its name in `schemas.SOURCES`."""

REFERENCE: Mapping[Language, Mapping[str, str]] = {"sv": fieldhelp_sv.REFERENCE, "en": fieldhelp_en.REFERENCE}
"""The reference's own words, and what values are called."""

FIELDS: Mapping[Language, Mapping[str, str]] = {"sv": fieldhelp_sv.FIELDS, "en": fieldhelp_en.FIELDS}
"""What each field is for, as `kind.field`."""
