"""The words of findings about votes in which a third of those present is enough."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.model.settings import Language

TEXTS: Mapping[str, Mapping[Language, tuple[str, str]]] = {
    "vote-minority-committee": {
        "sv": (
            "En tredjedel räcker bara i fullmäktige (5 kap. 50 § KL), men § {paragraph} är inte fullmäktiges.",
            "Ta bort kravet: i nämnder avgör flest röster.",
        ),
        "en": (
            "One third is enough in the council alone (KL 5:50), but § {paragraph} is not the council's.",
            "Remove it: in committees most votes decide.",
        ),
    },
    "vote-minority-election": {
        "sv": (
            "En tredjedel räcker inte i val, som det i § {paragraph} (5 kap. 50 § KL).",
            "Ta bort kravet: i val avgör flest röster.",
        ),
        "en": (
            "One third is not enough in elections, such as that in § {paragraph} (KL 5:50).",
            "Remove it: in elections most votes decide.",
        ),
    },
    "vote-minority-step": {
        "sv": (
            "En tredjedel räcker bara för bordläggning och återremiss, men det röstar § {paragraph} inte om.",
            "Skriv {{återremiss}} eller {{bordlagt}} efter det som ja eller nej står för, eller ta bort kravet.",
        ),
        "en": (
            "One third is enough only to table or refer back, which is not what § {paragraph} votes on.",
            "Write {{referred back}} or {{tabled}} after what yes or no stands for, or remove it.",
        ),
    },
    "vote-minority-present": {
        "sv": (
            "En tredjedel av de närvarande räknas, men omröstningen i § {paragraph} säger inte hur många de var.",
            "Skriv antalet närvarande i omröstningen.",
        ),
        "en": (
            "One third of those present counts, but the vote in § {paragraph} does not say how many they were.",
            "Write the number of those present in the vote.",
        ),
    },
    "vote-minority-again": {
        "sv": (
            "En tredjedel har redan skjutit upp ärendet, {date} § {earlier}. Nu krävs flest röster (5 kap. 50 § KL).",
            "Ta bort kravet. Är det ett annat ärende, rätta diarienumret eller follows.",
        ),
        "en": (
            "One third has had the case put off before, {date} § {earlier}. Now most votes are needed (KL 5:50).",
            "Remove it. If it is another case, correct the registry number or follows.",
        ),
    },
    "vote-casting-third": {
        "sv": (
            "Omröstningen i § {paragraph} slutade lika ({tally}), men en tredjedel avgjorde den redan.",
            "Ta bort utslagsrösten. Räcker inte en tredjedel här, ta bort kravet i stället.",
        ),
        "en": (
            "The vote in § {paragraph} ended in a tie ({tally}), but one third had settled it already.",
            "Remove the casting vote. If one third is not enough here, remove that instead.",
        ),
    },
    "vote-lot-third": {
        "sv": (
            "Omröstningen i § {paragraph} slutade lika ({tally}), men en tredjedel avgjorde den redan.",
            "Ta bort lotten. Räcker inte en tredjedel här, ta bort kravet i stället.",
        ),
        "en": (
            "The vote in § {paragraph} ended in a tie ({tally}), but one third had settled it already.",
            "Remove the lot. If one third is not enough here, remove that instead.",
        ),
    },
}
