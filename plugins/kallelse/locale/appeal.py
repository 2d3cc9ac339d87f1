"""How decisions are appealed: the package's own texts, and the headings under which a municipality writes its own."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.model.address import slug
from kallelse.model.law import Appeal
from kallelse.model.settings import Language
from kallelse.model.text import Body, Heading, Para, Text

HEADINGS: Mapping[str, Appeal] = {
    "Laglighetsprövning": Appeal.MUNICIPAL,
    "Kommunalbesvär": Appeal.MUNICIPAL,
    "Förvaltningsbesvär": Appeal.ADMINISTRATIVE,
    "Beslut som inte kan överklagas": Appeal.NONE,
    "Review of legality": Appeal.MUNICIPAL,
    "Administrative appeal": Appeal.ADMINISTRATIVE,
    "Decisions that cannot be appealed": Appeal.NONE,
}
"""The headings of the municipality's file, which hold in every language of the site."""


def _body(heading: str, *paragraphs: str) -> Body:
    return Body((Heading(2, (Text(heading),), slug(heading)), *(Para((Text(each),)) for each in paragraphs)))


_STANDARD: Mapping[Language, Mapping[Appeal, Body]] = {
    "sv": {
        Appeal.MUNICIPAL: _body(
            "Laglighetsprövning",
            "Den som är medlem av kommunen kan få ett besluts laglighet prövad av förvaltningsrätten. Medlem är den "
            "som är folkbokförd i kommunen, äger fast egendom där eller ska betala kommunalskatt där.",
            "Överklaga skriftligt hos förvaltningsrätten. Skriv vilket beslut det gäller och vilka omständigheter du "
            "stöder dig på.",
            "Överklagandet ska ha kommit in till förvaltningsrätten inom tre veckor från den dag då anslagstavlan "
            "visade att protokollet hade justerats. För en nämnd som är gemensam för flera kommuner räknas tiden från "
            "den dag då anslaget fanns på alla kommunernas anslagstavlor. Sista dagen står i varje anslag. Rätten "
            "prövar bara de omständigheter som du har pekat på före den dagens slut.",
            "Ett beslut får verkställas innan det har fått laga kraft, om inte särskilda skäl talar emot det.",
        ),
        Appeal.ADMINISTRATIVE: _body(
            "Förvaltningsbesvär",
            "Vissa beslut gäller en enskild, till exempel ett bygglov eller ett bistånd. Den som ett sådant beslut "
            "gäller kan överklaga det, om det har gått honom eller henne emot.",
            "Skriv till den nämnd som har fattat beslutet. Skriv vilket beslut det gäller och hur du vill att det "
            "ändras.",
            "Nämnden ska ha fått överklagandet inom tre veckor från den dag då du fick del av beslutet. Nämnden lämnar "
            "det sedan vidare till domstolen.",
        ),
        Appeal.NONE: _body(
            "Beslut som inte kan överklagas",
            "Ett beslut som bara förbereder ett annat beslut eller verkställer ett som redan är fattat kan inte "
            "överklagas.",
        ),
    },
    "en": {
        Appeal.MUNICIPAL: _body(
            "Review of legality",
            "A member of the municipality may have the legality of a decision reviewed by the administrative court. "
            "Members are those who are registered in the municipality, own real property there or are to pay municipal "
            "tax there.",
            "Appeal in writing to the administrative court. State which decision it concerns and the circumstances "
            "that you rely on.",
            "The appeal must have reached the administrative court within three weeks from the day on which the notice "
            "board showed that the minutes had been adjusted. For a committee that several municipalities share, the "
            "time runs from the day on which the notice was on the boards of all of them. The last day is given in "
            "each notice. The court considers only circumstances that you have pointed out by the end of that day.",
            "A decision may be carried out before it has gained legal force, unless special reasons speak against it.",
        ),
        Appeal.ADMINISTRATIVE: _body(
            "Administrative appeal",
            "Some decisions concern an individual, such as a building permit or social assistance. The person "
            "concerned may appeal such a decision if it went against him or her.",
            "Write to the committee that made the decision. State which decision it concerns and how you want it to be "
            "changed.",
            "The committee must have received the appeal within three weeks from the day on which you learnt of the "
            "decision. The committee then hands it on to the court.",
        ),
        Appeal.NONE: _body(
            "Decisions that cannot be appealed",
            "A decision that only prepares another decision, or carries out one already made, cannot be appealed.",
        ),
    },
}
# KL 13 kap. 1, 2, 4, 5, 7 and 14 §§, FL 42–44 §§.


def appeal_text(appeal: Appeal, own: Mapping[Appeal, Body], language: Language) -> Body:
    """How decisions of that kind are appealed, heading first: in the municipality's `own` words, if it has any."""
    return own.get(appeal) or _STANDARD[language][appeal]
