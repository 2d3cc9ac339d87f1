"""The words of findings about links and pictures in bodies."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.model.settings import Language

TEXTS: Mapping[str, Mapping[Language, tuple[str, str]]] = {
    "link-nowhere": {
        "sv": ("Länken leder ingenstans.", "Skriv en adress mellan parenteserna."),
        "en": ("The link leads nowhere.", "Write an address in its brackets."),
    },
    "link-empty": {
        "sv": ("Länken till {target} har inga ord att klicka på.", "Skriv dem mellan hakparenteserna."),
        "en": ("The link to {target} has no words to click on.", "Write them in its square brackets."),
    },
    "link-www": {
        "sv": ("Länken {target} saknar https:// och leder ingenstans.", "Skriv https://{target}."),
        "en": ("The link {target} lacks https:// and leads nowhere.", "Write https://{target}."),
    },
    "link-dead": {
        "sv": (
            "Länken {target} leder till en fil som inte finns eller inte publiceras.",
            "Rätta sökvägen. Den räknas från mappen där texten ligger.",
        ),
        "en": (
            "The link {target} leads to a file that does not exist or is not published.",
            "Correct the path. It counts from the folder of the text.",
        ),
    },
    "link-dead-near": {
        "sv": ("Länken {target} leder till en fil som inte finns eller inte publiceras.", "Menar du {near}?"),
        "en": ("The link {target} leads to a file that does not exist or is not published.", "Do you mean {near}?"),
    },
    "link-anchor": {
        "sv": ("Länken {target} leder till #{anchor}, men den texten har inga rubriker.", "Ta bort #{anchor}."),
        "en": ("The link {target} leads to #{anchor}, but that text has no headings.", "Delete #{anchor}."),
    },
    "link-anchor-listed": {
        "sv": ("Länken {target} leder till rubriken #{anchor}, som inte finns.", "Den textens rubriker: {known}."),
        "en": ("The link {target} leads to the heading #{anchor}, which does not exist.", "Its headings: {known}."),
    },
    "link-anchor-near": {
        "sv": ("Länken {target} leder till rubriken #{anchor}, som inte finns.", "Menar du #{near}?"),
        "en": ("The link {target} leads to the heading #{anchor}, which does not exist.", "Do you mean #{near}?"),
    },
    "link-scheme": {
        "sv": (
            "Länken {target} börjar med ”{scheme}:”, som inte är tillåtet.",
            "Använd https:, http:, mailto: eller tel:.",
        ),
        "en": (
            "The link {target} begins with “{scheme}:”, which is not allowed.",
            "Use https:, http:, mailto: or tel:.",
        ),
    },
    "link-address": {
        "sv": (
            "Adressen {target} är inte hel.",
            "Skriv den som https://exempel.se/sida, mailto:namn@exempel.se eller tel:+46123456.",
        ),
        "en": (
            "The address {target} is not complete.",
            "Write it as https://example.org/page, mailto:name@example.org or tel:+46123456.",
        ),
    },
    "link-absolute": {
        "sv": (
            "Länken {target} börjar med ett snedstreck.",
            "Skriv sökvägen från mappen där texten ligger, till exempel ../fil.md.",
        ),
        "en": (
            "The link {target} begins with a slash.",
            "Write the path from the folder of the text, such as ../file.md.",
        ),
    },
    "link-in-head": {
        "sv": (
            "”{text}” är en länk i en tabells rubrikrad eller radgrupp, som kan komma igen på nästa sida.",
            "Flytta länken till en cell i tabellen eller till texten före den.",
        ),
        "en": (
            "“{text}” is a link in a head or a row group of a table, which may come again on the next page.",
            "Move the link to a cell of the table or to the text before it.",
        ),
    },
    "link-in-link": {
        "sv": ("Länken ”{text}” har en länk i sig.", "Skriv dem var för sig."),
        "en": ("The link “{text}” has a link in it.", "Write them apart."),
    },
    "link-title": {
        "sv": ("Länkens titel ”{title}” visas inte.", "Ta bort den, eller skriv orden i texten."),
        "en": ("The link's title “{title}” is not shown.", "Delete it, or write its words in the text."),
    },
    "link-undefined": {
        "sv": (
            "Länken [{name}] har ingen adress.",
            "Skriv adressen inom parentes efter länkens ord. Hör hakparenteserna till texten, skriv \\[.",
        ),
        "en": (
            "The link [{name}] has no address.",
            "Write the address in brackets after its words. If the square brackets belong to the text, write \\[.",
        ),
    },
    "link-apart": {
        "sv": ("Mellan ] och ( i ”{text}” står ett blanksteg, så det blir ingen länk.", "Ta bort blanksteget."),
        "en": ("There is a blank between ] and ( in “{text}”, so it becomes no link.", "Delete the blank."),
    },
    "link-broken": {
        "sv": (
            "Tecknen ”](” står som text, så en länk är inte hel eller står i en annan länk.",
            "Skriv länken som [ord](adress), utan andra länkar i orden.",
        ),
        "en": (
            "The signs “](” stand as text, so a link is not whole or stands in another link.",
            "Write the link as [words](address), without other links in its words.",
        ),
    },
    "link-unused": {
        "sv": (
            "Raden ”[{name}]: …” blir adressen till en länk som inte finns, så dess ord visas inte.",
            "Är det text, skriv \\[{name}]: i stället. Annars ta bort raden.",
        ),
        "en": (
            "The line “[{name}]: …” becomes the address of a link that does not exist, so its words are not shown.",
            "If it is text, write \\[{name}]: instead. Else delete the line.",
        ),
    },
    "link-twice": {
        "sv": ("Länken [{name}] har två adresser.", "Ta bort den ena."),
        "en": ("The link [{name}] has two addresses.", "Delete one of them."),
    },
    "image-alt": {
        "sv": (
            "Bilden {image} saknar en text som säger vad den visar.",
            "Skriv den mellan hakparenteserna: ![Vad bilden visar]({image}).",
        ),
        "en": (
            "The picture {image} has no text that says what it shows.",
            "Write it in the square brackets: ![What the picture shows]({image}).",
        ),
    },
    "image-missing": {
        "sv": ("Bilden {target} finns inte.", "Rätta sökvägen. Den räknas från mappen där texten ligger."),
        "en": ("The picture {target} does not exist.", "Correct the path. It counts from the folder of the text."),
    },
    "image-missing-near": {
        "sv": ("Bilden {target} finns inte.", "Menar du {near}?"),
        "en": ("The picture {target} does not exist.", "Do you mean {near}?"),
    },
    "image-broken": {
        "sv": ("Bilden {image} går inte att läsa.", "Öppna den i ett bildprogram och spara om den, eller byt bild."),
        "en": ("The picture {image} cannot be read.", "Open it in a picture editor and save it again, or replace it."),
    },
    "image-other-kind": {
        "sv": ("Bilden {image} är egentligen av slaget {kind}.", "Byt filens ändelse, eller spara om bilden."),
        "en": ("The picture {image} is of the kind {kind} in fact.", "Change its ending, or save it again."),
    },
    "image-acts": {
        "sv": (
            "Bilden {image} innehåller {part}, som kan köra något eller hämta något utifrån.",
            "Spara om bilden utan det, eller som PNG.",
        ),
        "en": ("The picture {image} holds {part}, which may act or fetch.", "Save it again without that, or as PNG."),
    },
    "image-declares": {
        "sv": (
            "Bilden {image} har egna förkortningar (entiteter), som inte läses.",
            "Spara om den som vanlig SVG, utan ritprogrammets egna uppgifter, eller som PNG.",
        ),
        "en": (
            "The picture {image} declares abbreviations of its own (entities), which are not read.",
            "Save it again as plain SVG, without what the drawing program keeps for itself, or as PNG.",
        ),
    },
    "image-heavy": {
        "sv": (
            "Bilden {image} tar för lång tid eller för mycket minne att rita: för många delar, filter eller punkter.",
            "Förenkla den i ritprogrammet, eller spara den som PNG.",
        ),
        "en": (
            "The picture {image} takes too long or too much memory to draw: too many parts, filters or points.",
            "Simplify it in the drawing program, or save it as PNG.",
        ),
    },
    "image-deep": {
        "sv": (
            "Bilden {image} har grupper i varandra i fler än {most} nivåer.",
            "Lös upp grupper i ritprogrammet, eller spara bilden som PNG.",
        ),
        "en": (
            "The picture {image} has groups in one another at more than {most} levels.",
            "Ungroup them in the drawing program, or save the picture as PNG.",
        ),
    },
    "image-encoding": {
        "sv": ("Bilden {image} är inte sparad som UTF-8.", "Spara om den som UTF-8, eller som PNG."),
        "en": ("The picture {image} is not saved as UTF-8.", "Save it again as UTF-8, or as PNG."),
    },
    "image-size": {
        "sv": (
            "Bilden {image} har ingen rimlig storlek.",
            "Ange width och height eller viewBox i bilden som vanliga tal, eller spara om den som PNG.",
        ),
        "en": (
            "The picture {image} has no sensible size.",
            "State width and height or viewBox in the picture as plain numbers, or save it again as PNG.",
        ),
    },
    "image-press": {
        "sv": (
            "Bilden {image} är sparad i tryckfärger (CMYK), som inte visas rätt på skärm.",
            "Spara om den i RGB i ett bildprogram.",
        ),
        "en": (
            "The picture {image} is saved in printing colours (CMYK), which screens do not show right.",
            "Save it again in RGB in a picture editor.",
        ),
    },
    "image-large": {
        "sv": (
            "Bilden {image} är {size} MB, {width} × {height} punkter. Tryck visar högst {most} över en hel A4-sida.",
            "Minska den i ett bildprogram till högst {most} punkters bredd, och spara ett foto som JPEG.",
        ),
        "en": (
            "The picture {image} is {size} MB, {width} × {height} points. Print shows {most} at most across A4.",
            "Make it {most} points wide at most in a picture editor, and save a photograph as JPEG.",
        ),
    },
    "image-coarse": {
        "sv": (
            "Bilden {image} är {width} × {height} punkter och blir suddig i tryck, där den är {printed} cm bred.",
            "Lägg in bilden i större upplösning: minst {needed} punkter bred.",
        ),
        "en": (
            "The picture {image} is {width} × {height} points and is blurred in print, where it is {printed} cm wide.",
            "Put in the picture at a higher resolution: {needed} points wide at least.",
        ),
    },
    "image-kind": {
        "sv": ("Bilden {image} är av ett slag som inte kan visas.", "Spara om den som PNG, JPEG, GIF eller SVG."),
        "en": ("The picture {image} is of a kind that cannot be shown.", "Save it as PNG, JPEG, GIF or SVG."),
    },
    "image-outside": {
        "sv": (
            "Bilden {image} ligger inte bland källfilerna.",
            "Spara bilden i samma mapp som texten och skriv dess filnamn.",
        ),
        "en": (
            "The picture {image} is not among the sources.",
            "Save it in the folder of the text and write its file name.",
        ),
    },
    "image-title": {
        "sv": (
            "Bildtexten ”{title}” visas inte, eftersom bilden står i en rad text.",
            "Ställ bilden i ett eget stycke.",
        ),
        "en": (
            "The caption “{title}” is not shown, since the picture stands in a line of text.",
            "Put the picture in a paragraph of its own.",
        ),
    },
}
