"""What minutes say of their own accord, where a secretary writes no heading or no words."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.model.settings import Language

TREATMENT: Mapping[Language, str] = {"sv": "Ärendets behandling", "en": "Treatment at the meeting"}
"""The heading of what stands under an item without one."""

TAKEN_OUT: Mapping[Language, str] = {"sv": "‹uppgift›", "en": "‹withheld›"}
"""What stands for words that are not published."""

CHAIR: Mapping[Language, str] = {"sv": "ordförande", "en": "chair"}
SECRETARY: Mapping[Language, str] = {"sv": "sekreterare", "en": "secretary"}

AWAY: Mapping[Language, str] = {"sv": "ej {ranges}", "en": "not {ranges}"}
"""When somebody was not there, beside the name."""
