"""The words of findings about the adjustment of minutes, their notices and their corrections."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.model.settings import Language

TEXTS: Mapping[str, Mapping[Language, tuple[str, str]]] = {
    "set-empty": {
        "sv": ("Justeringen gäller inga paragrafer.", "Skriv vilka, eller ta bort den."),
        "en": ("The adjustment is of no paragraphs.", "Write which ones, or remove it."),
    },
    "set-overlap": {
        "sv": (
            "{paragraphs} justeras här, men också i justeringen på rad {line}.",
            "Låt varje paragraf stå i en justering.",
        ),
        "en": (
            "{paragraphs} are adjusted here, but also in the adjustment on line {line}.",
            "Let each paragraph stand in one adjustment.",
        ),
    },
    "set-unknown": {
        "sv": ("{paragraphs} justeras, men finns inte i protokollet.", "Rätta paragraferna."),
        "en": ("{paragraphs} are adjusted, but are not in the minutes.", "Correct the paragraphs."),
    },
    "set-without": {
        "sv": (
            "{paragraphs} hör inte till någon justering.",
            "Lägg till dem i en av justeringarna, eller en egen för dem.",
        ),
        "en": (
            "{paragraphs} belong to no adjustment.",
            "Add them to one of the adjustments, or one of their own.",
        ),
    },
    "set-early": {
        "sv": (
            "{paragraphs} är justerade {date}, innan sammanträdet {meeting} var slut.",
            "Kontrollera dagen och klockslaget. Justerades de under mötet, skriv att det skedde omedelbart.",
        ),
        "en": (
            "{paragraphs} were adjusted on {date}, before the meeting of {meeting} was over.",
            "Check day and time. If they were adjusted during the meeting, write that it was done at once.",
        ),
    },
    "set-late": {
        "sv": (
            "{paragraphs} är justerade {date}, men sista dagen var {last}, 14 dagar efter mötet (5 kap. 69 § KL).",
            "Kontrollera dagen. Stämmer den, lämna det så.",
        ),
        "en": (
            "{paragraphs} were adjusted on {date}, but the last day was {last}, 14 days after the meeting (KL 5:69).",
            "Check the day. If it is right, leave it so.",
        ),
    },
    "set-overdue": {
        "sv": (
            "{paragraphs} är inte justerade, fast sista dagen var {last} (5 kap. 69 § KL).",
            "Justera dem, och skriv dagen.",
        ),
        "en": (
            "{paragraphs} are not adjusted, though the last day was {last} (KL 5:69).",
            "Adjust them, and write the day.",
        ),
    },
    "set-kept": {
        "sv": (
            "Det står inte var protokollet förvaras ({paragraphs}). Anslaget måste säga det (8 kap. 12 § KL).",
            "Skriv det: kept: Kommunkansliet.",
        ),
        "en": (
            "Where the minutes are kept is not said ({paragraphs}). The notice must say it (KL 8:12).",
            "Write it: kept: Kommunkansliet.",
        ),
    },
    "adjuster-missing": {
        "sv": ("{paragraphs} är justerade, men det står inte av vem.", "Skriv vem som justerade."),
        "en": ("{paragraphs} are adjusted, but by whom is not said.", "Write who adjusted them."),
    },
    "adjuster-chair": {
        "sv": (
            "{name} justerar {paragraphs} men var själv ordförande där.",
            "Skriv den som justerade vid sidan av ordföranden.",
        ),
        "en": (
            "{name} adjusts {paragraphs} but was in the chair there.",
            "Write who adjusted them beside the chair.",
        ),
    },
    "adjuster-away": {
        "sv": (
            "{name} justerar {paragraphs} men deltog inte där, enligt närvarolistan.",
            "Kontrollera namnet och närvarolistan.",
        ),
        "en": (
            "{name} adjusts {paragraphs} but took no part there, says the attendance list.",
            "Check the name and the attendance list.",
        ),
    },
    "posting-board": {
        "sv": ("Nämnden har ingen anslagstavla {board}.", "Menar du {near}? Nämndens tavlor står i dess index.md."),
        "en": ("The committee has no board {board}.", "Do you mean {near}? Its boards stand in its index.md."),
    },
    "posting-twice": {
        "sv": ("{paragraphs} anslås två gånger på {board}.", "Ta bort den ena raden."),
        "en": ("{paragraphs} are posted twice on {board}.", "Remove one of the lines."),
    },
    "posting-draft": {
        "sv": (
            "{paragraphs} är anslagna {date} på {board} men inte justerade.",
            "Skriv dagen för justeringen, eller ta bort anslaget.",
        ),
        "en": (
            "{paragraphs} were posted on {date} on {board} but are not adjusted.",
            "Write the day of the adjustment, or remove the posting.",
        ),
    },
    "posting-early": {
        "sv": (
            "{paragraphs} är anslagna {date} på {board}, före justeringen {adjusted}.",
            "Kontrollera dagarna: det är justeringen som anslås.",
        ),
        "en": (
            "{paragraphs} were posted on {date} on {board}, before the adjustment of {adjusted}.",
            "Check the days: what is announced is the adjustment.",
        ),
    },
    "posting-late": {
        "sv": (
            "{paragraphs} är anslagna {date} på {board}, men sista dagen var {last} (8 kap. 12 § KL).",
            "Kontrollera dagen. Stämmer den, lämna det så.",
        ),
        "en": (
            "{paragraphs} were posted on {date} on {board}, but the last day was {last} (KL 8:12).",
            "Check the day. If it is right, leave it so.",
        ),
    },
    "posting-missing": {
        "sv": (
            "{paragraphs} är justerade men inte anslagna på {boards}.",
            "Anslå dem, och skriv dagen: tiden att överklaga räknas från när de är anslagna på alla tavlor.",
        ),
        "en": (
            "{paragraphs} are adjusted but not posted on {boards}.",
            "Post them, and write the day: the time to appeal runs from when they are posted on all boards.",
        ),
    },
    "posting-removed": {
        "sv": (
            "Anslaget om {paragraphs} på {board} togs ned {removed}, men ska sitta uppe till {down} (8 kap. 12 § KL).",
            "Ta bort dagen, och låt anslaget sitta kvar. Togs det verkligen ned för tidigt, anslå det på nytt.",
        ),
        "en": (
            "The notice of {paragraphs} on {board} was taken down on {removed}, but must stay until {down} (KL 8:12).",
            "Remove the day, and let the notice stay. If it really was taken down too early, post it anew.",
        ),
    },
    "correction-unknown": {
        "sv": ("Rättelsen gäller § {paragraph}, som inte finns i protokollet ({known}).", "Rätta numret."),
        "en": ("The correction is of § {paragraph}, which the minutes lack ({known}).", "Correct the number."),
    },
    "correction-draft": {
        "sv": (
            "Rättelsen {date} gäller något som inte är justerat.",
            "Rätta texten själv, och ta bort rättelsen.",
        ),
        "en": (
            "The correction of {date} is of something that is not adjusted.",
            "Correct the text itself, and remove the correction.",
        ),
    },
    "correction-early": {
        "sv": (
            "Rättelsen är daterad {date}, före justeringen {adjusted}.",
            "Kontrollera dagen. Gjordes ändringen före justeringen är den ingen rättelse: ta bort raden.",
        ),
        "en": (
            "The correction is dated {date}, before the adjustment of {adjusted}.",
            "Check the day. What was changed before the adjustment is no correction: remove the line.",
        ),
    },
}
