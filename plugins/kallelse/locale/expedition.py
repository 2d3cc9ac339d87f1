"""The columns of the list of those to whom decisions are sent."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.model.settings import Language

COLUMNS: Mapping[Language, tuple[str, ...]] = {
    "sv": (
        *("Nämnd", "Sammanträde", "Paragraf", "Diarienummer", "Ärende", "Utgång"),
        *("Skickas till", "Ändamål", "Justerad", "Rättad", "Protokollsutdrag"),
    ),
    "en": (
        *("Committee", "Meeting", "Paragraph", "Registry number", "Item", "Outcome"),
        *("Sent to", "Purpose", "Adjusted", "Corrected", "Extract"),
    ),
}
