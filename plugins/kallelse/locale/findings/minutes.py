"""The words of findings about what stands in minutes: headings, fences, people, ranges of paragraphs."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.model.settings import Language

TEXTS: Mapping[str, Mapping[Language, tuple[str, str]]] = {
    "minutes-item-unknown": {
        "sv": (
            "Rubriken ”{text}” hör inte till något ärende på föredragningslistan.",
            "Börja med ärendets nummer, till exempel ## 4. Rubrik, eller skriv {{extra}} sist om ärendet är nytt.",
        ),
        "en": (
            "The heading “{text}” is about no item of the agenda.",
            "Begin it with the item's number, such as ## 4. Title, or put {{added}} at its end if the item is new.",
        ),
    },
    "minutes-item-misspelt": {
        "sv": ("Rubriken ”{text}” hör inte till något ärende på föredragningslistan.", "Skriv ## {near}."),
        "en": ("The heading “{text}” is about no item of the agenda.", "Write ## {near}."),
    },
    "minutes-item-other": {
        "sv": (
            "Rubriken har nummer {number} men titeln på ärende {other}.",
            "Rätta numret eller titeln. Ärende {number} heter ”{title}”.",
        ),
        "en": (
            "The heading has the number {number} but the title of item {other}.",
            "Correct number or title. Item {number} is called “{title}”.",
        ),
    },
    "extension-unknown": {
        "sv": (
            "Det finns inget uppdrag i § {paragraph} den {date} att förlänga.",
            "Kontrollera paragrafen och dagen. Uppdraget ska ha märket {{uppdrag: …}} i det protokollet.",
        ),
        "en": (
            "There is no assignment in § {paragraph} of {date} to extend.",
            "Check the paragraph and the day. The assignment must have the mark {{assignment: …}} in those minutes.",
        ),
    },
    "outcome-doubtful": {
        "sv": (
            "Beslutet säger ”{text}”, men det står inte vad det blev av förslaget.",
            "Skriv det sist i punkten: {{avslag}}, {{bordlagt}}, {{återremiss}} eller {{besvarat}}.",
        ),
        "en": (
            "The decision says “{text}”, but not what became of the proposal.",
            "Say it at the end of the point: {{rejected}}, {{tabled}}, {{referred back}} or {{answered}}.",
        ),
    },
    "fence-record": {
        "sv": ("Blocket ```{word} hör hemma i ett protokoll.", "Flytta det till minutes.md."),
        "en": ("The block ```{word} belongs in minutes.", "Move it to minutes.md."),
    },
    "record-line": {
        "sv": ("Raden ”{text}” går inte att förstå här.", "Skriv ett känt ord före kolonet, eller ta bort raden."),
        "en": ("The line “{text}” cannot be understood here.", "Put a known word before the colon, or remove it."),
    },
    "record-line-twice": {
        "sv": ("Samma uppgift står redan på rad {first}.", "Behåll en av raderna."),
        "en": ("The same is said on line {first}.", "Keep one of the lines."),
    },
    "record-word": {
        "sv": ("”{text}” går inte att förstå här.", "Skriv ett av dessa: {known}."),
        "en": ("“{text}” cannot be understood here.", "Write one of these: {known}."),
    },
    "record-name": {
        "sv": (
            "I ”{text}” läses inte det som står efter parentesen.",
            "Skriv varje namn med partiet i parentes, med kommatecken mellan namnen och inget annat.",
        ),
        "en": (
            "In “{text}” what stands after the brackets is not read.",
            "Write each name with the party in brackets, with commas between the names and nothing else.",
        ),
    },
    "record-number": {
        "sv": ("”{text}” är inget antal.", "Skriv det med siffror."),
        "en": ("“{text}” is no number.", "Write it in figures."),
    },
    "vote-sides": {
        "sv": (
            "Det framgår inte vad ja och nej står för.",
            "Skriv en rad ”ja: …” och en rad ”nej: …” med varsitt förslag.",
        ),
        "en": ("What yes and no stand for is not told.", "Write a line “yes: …” and a line “no: …”, a proposal each."),
    },
    "vote-empty": {
        "sv": (
            "Omröstningen har inga röster.",
            "Skriv en rad för var och en, som ”Namn Namnsson: ja”, eller ”resultat: 5 ja, 3 nej” om den är sluten.",
        ),
        "en": (
            "The vote has no votes.",
            "Write a line for each, such as “First Last: yes”, or “result: 5 yes, 3 no” for a secret ballot.",
        ),
    },
    "vote-result": {
        "sv": ("Resultatet ”{text}” går inte att läsa.", "Skriv till exempel ”resultat: 4 ja, 4 nej, 1 avstår”."),
        "en": ("The result “{text}” cannot be read.", "Write, for example, “result: 4 yes, 4 no, 1 abstains”."),
    },
    "motion-mover": {
        "sv": ("Det framgår inte vem som yrkar.", "Skriv en rad ”av: Namn Namnsson (P)”."),
        "en": ("Who moves is not told.", "Write a line “by: First Last (P)”."),
    },
    "motion-empty": {
        "sv": ("Yrkandet säger ingenting.", "Skriv vad som yrkas på egna rader."),
        "en": ("The motion says nothing.", "Write what is moved on lines of its own."),
    },
    "proposition-empty": {
        "sv": (
            "Propositionen säger inte vad som ställdes eller vad som vann.",
            "Skriv en rad ”förslag: …” för varje förslag och en rad ”bifall: …” för det som vann.",
        ),
        "en": (
            "The proposition does not say what was put or what was carried.",
            "Write a line “proposal: …” for each and a line “carried: …” for the one that won.",
        ),
    },
    "proposition-winner": {
        "sv": ("”{text}” är inget av förslagen.", "Skriv det som något av dessa: {known}."),
        "en": ("“{text}” is none of the proposals.", "Write it as one of these: {known}."),
    },
    "record-nobody": {
        "sv": (
            "Under ”{heading}” nämns ingen som var närvarande.",
            "Skriv hela namnet, som det står bland de närvarande.",
        ),
        "en": ("Under “{heading}” nobody is named who attended.", "Write the whole name, as it stands in the list."),
    },
    "disqualified-doubtful": {
        "sv": (
            "Det går inte att läsa säkert om {name} är jävig.",
            "Skriv en mening för var och en: ”{name} anmäler jäv och är inte med” eller ”{name} är inte jävig”.",
        ),
        "en": (
            "Whether {name} is disqualified cannot be read for certain.",
            "Write a sentence for each: “{name} is disqualified” or “{name} is not disqualified”.",
        ),
    },
    "serving-nobody": {
        "sv": (
            "{name} tjänstgör, men det står inte för vem.",
            "Skriv till exempel ”{name} för Namn Namnsson”, eller ”för vakant” om platsen är tom.",
        ),
        "en": (
            "{name} serves, but not said for whom.",
            "Write, for example, “{name} for First Last”, or “for vacant” where nobody holds the seat.",
        ),
    },
    "serving-elsewhere": {
        "sv": ("{name} tjänstgör för någon men står under {key}.", "Flytta raden till serving."),
        "en": ("{name} serves for somebody but stands under {key}.", "Move the line to serving."),
    },
    "presence-unread": {
        "sv": (
            "”{text}” för {name} går inte att läsa.",
            "Skriv till exempel §§ 21–24, ej § 22, från § 25, del av § 26 eller kl. 13.15–14.00.",
        ),
        "en": (
            "“{text}” of {name} cannot be read.",
            "Write, for example, §§ 21–24, not § 22, from § 25, part of § 26 or at 13:15–14:00.",
        ),
    },
    "set-unread": {
        "sv": ("Paragraferna ”{text}” går inte att läsa.", "Skriv till exempel 21–23, 25–26."),
        "en": ("The paragraphs “{text}” cannot be read.", "Write, for example, 21–23, 25–26."),
    },
    "minutes-number": {
        "sv": (
            "Rubriken ”{text}” har ett paragraftecken men inget nummer som en paragraf kan ha.",
            "Skriv numret efter §, till exempel ## § 24 4. Rubrik, eller ta bort tecknet; numren räknas ut.",
        ),
        "en": (
            "The heading “{text}” has the sign of a paragraph, but no number that one can have.",
            "Write the number after §, such as ## § 24 4. Title, or remove the sign; the numbers are counted.",
        ),
    },
    "minutes-withheld-unclear": {
        "sv": (
            "Ärende {number}, som inte ska publiceras helt, har ingen rubrik. Det här kan vara det och döljs.",
            "Skriv ## {number}. som rubrik för det ärendet, och numret på sitt ärende i den här rubriken.",
        ),
        "en": (
            "Item {number}, not to be published in full, has no heading. This may be it, and is withheld.",
            "Write ## {number}. as the heading of that item, and in this heading the number of its own.",
        ),
    },
    "minutes-withheld-title": {
        "sv": (
            "Det här liknar rubriken på ärende {number}, som inte ska publiceras helt. Det som står härifrån döljs.",
            "Skriv ## {number}. som rubrik om det är det ärendet. Annars skriver du något som inte liknar.",
        ),
        "en": (
            "This is much like the title of item {number}, not to be published in full. From here on it is withheld.",
            "Write ## {number}. as the heading if this is that item. If not, write what is not like it.",
        ),
    },
    "hidden-missing": {
        "sv": (
            "Ärendet ska protokollföras utan vissa uppgifter, men det står inte vilka. Ingenting av det publiceras.",
            "Räkna upp dem i ärendets fil under hidden, eller skriv record: number.",
        ),
        "en": (
            "The item is to be recorded without some words, but not said which. Nothing of it is published.",
            "List them in the file of the case under hidden, or write record: number.",
        ),
    },
    "hidden-left": {
        "sv": (
            "En uppgift som ska tas bort skulle bli kvar. Ingenting av ärendet publiceras.",
            "Skriv namnet utan länk eller tabellrutor emellan, eller skriv record: number i ärendets fil.",
        ),
        "en": (
            "Words that are to be taken out would be left. Nothing of the item is published.",
            "Write the name without links or cells between, or write record: number in the file of the case.",
        ),
    },
    "vote-unmarked": {
        "sv": (
            "Förslaget ”{proposal}” vann omröstningen, men inte vad det innebär. Beslutet går inte att jämföra.",
            "Skriv till exempel {{bifall}} eller {{avslag}} sist på raderna ja och nej i omröstningen.",
        ),
        "en": (
            "The proposal “{proposal}” won the vote, but not said what that comes to. The decision cannot be compared.",
            "Write, for example, {{approved}} or {{rejected}} at the end of the lines yes and no of the vote.",
        ),
    },
    "item-title": {
        "sv": (
            "Rubriken är ”{text}”, men ärende {number} heter ”{title}”.",
            "Rätta titeln eller numret, eller skriv bara numret.",
        ),
        "en": (
            "The heading is “{text}”, but item {number} is called “{title}”.",
            "Correct the title or the number, or write the number alone.",
        ),
    },
    "record-misspelt": {
        "sv": ("Under ”{heading}” nämns {name}, som inte finns bland de närvarande.", "Menar du {near}?"),
        "en": ("Under “{heading}” {name} is named, who is not among those present.", "Do you mean {near}?"),
    },
    "record-stranger": {
        "sv": (
            "Under ”{heading}” nämns {name}, som inte finns bland de närvarande.",
            "Rätta namnet, eller lägg till personen överst i protokollet.",
        ),
        "en": (
            "Under “{heading}” {name} is named, who is not among those present.",
            "Correct the name, or add the person at the top of the minutes.",
        ),
    },
    "decision-empty": {
        "sv": (
            "Beslutet har inga ord.",
            (
                "Skriv beslutet. Bara {{enligt förslaget}}, {{valt}}, {{noterat}} och {{besvarat}} hämtar orden ur "
                "förslaget, om det finns något."
            ),
        ),
        "en": (
            "The decision has no words.",
            (
                "Write the decision. Only {{approved}}, {{elected}}, {{noted}} and {{answered}} take the words of the "
                "proposal, if there is one."
            ),
        ),
    },
    "decision-fewer": {
        "sv": (
            "Beslutet har färre punkter än förslaget.",
            "Skriv sist i en punkt vad det blev, till exempel {{ändrat}}, om inte allt beslutades.",
        ),
        "en": (
            "The decision has fewer points than the proposal.",
            "Say at the end of a point what came of it, such as {{amended}}, if not all that was proposed was decided.",
        ),
    },
    "record-line-misspelt": {
        "sv": ("Raden ”{text}” går inte att förstå här.", "Menar du ”{near}: …”?"),
        "en": ("The line “{text}” cannot be understood here.", "Do you mean “{near}: …”?"),
    },
    "election-twice": {
        "sv": ("{name} står två gånger.", "Behåll en av raderna."),
        "en": ("{name} stands twice.", "Keep one of the lines."),
    },
    "set-attendance": {
        "sv": (
            "Närvaron under {key} gäller några paragrafer, men det står inte vilka.",
            "Skriv paragrafernas nummer i samma grupp, till exempel paragraphs: 163–164.",
        ),
        "en": (
            "The attendance under {key} is that of some paragraphs, but not said which.",
            "Write their numbers in the same set, such as paragraphs: 163–164.",
        ),
    },
}
"""What is wrong, and what to do, by code."""
