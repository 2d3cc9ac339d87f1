"""The package's own words for meetings, where a municipality sets none."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.model.settings import Language

WITHHELD: Mapping[Language, str] = {
    "sv": "Ärendet omfattas av sekretess",
    "en": "This item is confidential",
}
