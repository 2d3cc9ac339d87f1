"""The words of findings about bodies; `fences`, `html` and `targets` hold those of these parts of them."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.locale.findings import fences, html, targets
from kallelse.model.settings import Language

TEXTS: Mapping[str, Mapping[Language, tuple[str, str]]] = {
    "conflict-marks": {
        "sv": (
            "Raden börjar med {text}: två personer har ändrat samma rader och git har lagt in båda.",
            "Behåll den rätta texten och ta bort raderna <<<<<<<, ======= och >>>>>>>.",
        ),
        "en": (
            "The line begins with {text}: two people changed the same lines and git put in both.",
            "Keep the right text and delete the lines <<<<<<<, ======= and >>>>>>>.",
        ),
    },
    "text-unfinished": {
        "sv": (
            "Raden ”{text}” är inte färdigskriven.",
            "Skriv klart, eller ta bort den. När kallelsen går ut är det ett fel.",
        ),
        "en": (
            "The line “{text}” is not finished.",
            "Finish it, or delete it. Once the summons goes out this is an error.",
        ),
    },
    "heading-misspelt": {
        "sv": (
            "Rubriken ”{text}” är nästan ”{meant}”, men inte riktigt, och blir en rubrik som alla andra.",
            "Rätta den, om det är ”{meant}” som menas.",
        ),
        "en": (
            "The heading “{text}” is nearly “{meant}” but not quite, and becomes a heading like all others.",
            "Correct it, if “{meant}” is meant.",
        ),
    },
    "access-in-text": {
        "sv": (
            "Raden access: confidential står i texten och gör ingenting hemligt där.",
            "Flytta den upp bland uppgifterna, mellan de två raderna ---.",
        ),
        "en": (
            "The line access: confidential stands in the text, where it keeps nothing secret.",
            "Move it up to the fields, between the two lines ---.",
        ),
    },
    "cite-broken": {
        "sv": (
            "”{text}” ser ut som en hänvisning till tabellen {id} men går inte att läsa.",
            "Skriv {{{id}: rad, kolumn}} med kolon, komma och båda klamrarna.",
        ),
        "en": (
            "“{text}” looks like a citation of the table {id} but cannot be read.",
            "Write {{{id}: row, column}} with colon, comma and both braces.",
        ),
    },
    "text-long": {
        "sv": ("Filen har fler än {most} rader.", "Dela den i flera bilagor."),
        "en": ("The file has more than {most} lines.", "Divide it into several attachments."),
    },
    "text-deep": {
        "sv": (
            "Texten har så många citat, listor eller taggar i varandra att den inte går att läsa.",
            "Skriv den med färre nivåer.",
        ),
        "en": (
            "The text has so many quotes, lists or tags in one another that it cannot be read.",
            "Write it with fewer levels.",
        ),
    },
    "text-lost": {
        "sv": (
            "Raden ”{text}” skulle inte komma med på sidan och i kallelsen.",
            "Skriv om den som vanlig text, utan HTML och hakparenteser.",
        ),
        "en": (
            "The line “{text}” would be left out of the page and the packet.",
            "Write it in another way, as plain text without HTML and square brackets.",
        ),
    },
    "title-twice": {
        "sv": (
            "”{text}” är den andra rubriken på första nivån; texten har redan en på rad {first}.",
            "Börja raden med ## i stället för #.",
        ),
        "en": (
            "“{text}” is a second first-level heading; the text has one already on line {first}.",
            "Begin the line with ## instead of #.",
        ),
    },
    "title-late": {
        "sv": (
            "Rubriken ”{text}” på första nivån står inte först i texten.",
            "Flytta den till textens början, eller börja raden med ##.",
        ),
        "en": (
            "The first-level heading “{text}” does not come first in the text.",
            "Move it to the beginning of the text, or begin the line with ##.",
        ),
    },
    "heading-skipped": {
        "sv": (
            "Rubriken ”{text}” är på nivå {level}, men rubriken före den på nivå {above}.",
            "En nivå saknas emellan: ta bort ett # framför rubriken, eller lägg till en rubrik mellan dem.",
        ),
        "en": (
            "The heading “{text}” is at level {level}, but the one before it at level {above}.",
            "A level is missing between them: delete a # before the heading, or add one between them.",
        ),
    },
    "heading-empty": {
        "sv": ("Rubriken har inga ord.", "Skriv rubriken, eller ta bort raden."),
        "en": ("The heading has no words.", "Write it, or delete the line."),
    },
    "heading-blank": {
        "sv": (
            "Raden ”{text}” börjar med # utan blanksteg efter och blir en rubrik.",
            "Skriv ett blanksteg efter #, eller \\# om tecknet hör till texten.",
        ),
        "en": (
            "The line “{text}” begins with # without a blank after it and becomes a heading.",
            "Write a blank after #, or \\# if the sign belongs to the text.",
        ),
    },
    "heading-underlined": {
        "sv": ("Raden ”{text}” blir en rubrik av strecken under den.", "Skriv en tom rad mellan raden och strecken."),
        "en": ("The line “{text}” becomes a heading by what stands below it.", "Write a blank line between the two."),
    },
    "heading-indented": {
        "sv": ("Raden ”{text}” är indragen och blir därför ingen rubrik.", "Ta bort blankstegen före #."),
        "en": ("The line “{text}” is indented, so it does not become a heading.", "Delete the blanks before #."),
    },
    "heading-in-list": {
        "sv": (
            "Rubriken ”{text}” står i en lista.",
            "Flytta den ut ur listan, eller skriv den som fetstil: **{text}**.",
        ),
        "en": ("The heading “{text}” stands in a list.", "Move it out of the list, or write it in bold: **{text}**."),
    },
    "heading-in-cell": {
        "sv": ("Rubriken ”{text}” står i en tabellcell.", "Skriv den som fetstil i stället: **{text}**."),
        "en": ("The heading “{text}” stands in a table cell.", "Write it in bold instead: **{text}**."),
    },
    "heading-in-note": {
        "sv": ("Rubriken ”{text}” står i en fotnot.", "Skriv fotnoten utan rubrik."),
        "en": ("The heading “{text}” stands in a footnote.", "Write the footnote without a heading."),
    },
    "note-in-heading": {
        "sv": ("Rubriken ”{text}” har en fotnot.", "Flytta fotnoten till texten under rubriken."),
        "en": ("The heading “{text}” has a footnote.", "Move the footnote to the text below the heading."),
    },
    "image-in-heading": {
        "sv": ("Rubriken ”{text}” har en bild.", "Ställ bilden i ett eget stycke under rubriken."),
        "en": ("The heading “{text}” has a picture.", "Put the picture in a paragraph of its own below the heading."),
    },
    "note-undefined": {
        "sv": (
            "Fotnoten [^{key}] har ingen text.",
            "Skriv en rad ”[^{key}]: …” med fotnotens text, eller rätta namnet.",
        ),
        "en": (
            "The footnote [^{key}] has no text.",
            "Write a line “[^{key}]: …” with the text of the footnote, or correct the name.",
        ),
    },
    "note-uncalled": {
        "sv": (
            "Fotnoten [^{key}] har en text men används ingenstans.",
            "Skriv [^{key}] där den hör hemma, eller ta bort den.",
        ),
        "en": (
            "The footnote [^{key}] has a text but is used nowhere.",
            "Write [^{key}] where it belongs, or delete it.",
        ),
    },
    "note-twice": {
        "sv": ("Fotnoten [^{key}] har två texter.", "Ta bort den ena, eller ge den ett annat namn."),
        "en": ("The footnote [^{key}] has two texts.", "Delete one of them, or give it another name."),
    },
    "note-empty": {
        "sv": ("Fotnoten [^{key}] är tom.", "Skriv dess text, eller ta bort den."),
        "en": ("The footnote [^{key}] is empty.", "Write its text, or delete it."),
    },
    "note-in-note": {
        "sv": (
            "En fotnot hänvisar till fotnoten [^{key}].",
            "Skriv ihop de två fotnoterna, eller flytta hänvisningen till texten.",
        ),
        "en": (
            "A footnote refers to the footnote [^{key}].",
            "Make one footnote of the two, or move the reference to the text.",
        ),
    },
    "note-in-head": {
        "sv": (
            "”{text}” har en fotnot i en tabells rubrikrad eller radgrupp, som kan komma igen på nästa sida.",
            "Flytta fotnoten till en cell i tabellen eller till texten före den.",
        ),
        "en": (
            "“{text}” has a footnote in a head or a row group of a table, which may come again on the next page.",
            "Move the footnote to a cell of the table or to the text before it.",
        ),
    },
    "block-in-note": {
        "sv": ("En tabell, figur eller linje står i en fotnot.", "Flytta den till texten."),
        "en": ("A table, figure or rule stands in a footnote.", "Move it to the text."),
    },
    "letter-refused": {
        "sv": (
            "Raden har tecken som ingen text kan ha: {letters}.",
            "Ta bort dem. De följer ofta med när text klistras in från ett annat program.",
        ),
        "en": (
            "The line has characters that no text can hold: {letters}.",
            "Delete them. They often come along when text is pasted from another program.",
        ),
    },
    "letter-missing": {
        "sv": (
            "Tecknet ”{letter}” ({code}, {names}) finns inte i kallelsens typsnitt.",
            "Skriv ett annat tecken eller ett ord i stället.",
        ),
        "en": (
            "The character “{letter}” ({code}, {names}) is in none of the packet's fonts.",
            "Write another character or a word instead.",
        ),
    },
    "letter-invisible": {
        "sv": (
            "Raden har ett osynligt tecken ({code}, {names}).",
            "Ta bort det: skriv om orden runt det. Det följer ofta med när text klistras in.",
        ),
        "en": (
            "The line has an invisible character ({code}, {names}).",
            "Delete it: type the words around it again. It often comes along when text is pasted.",
        ),
    },
    "letter-bidi": {
        "sv": (
            "Raden har ett osynligt tecken som vänder på läsordningen ({code}, {names}).",
            "Ta bort det: skriv om orden runt det.",
        ),
        "en": (
            "The line has an invisible character that turns the reading order round ({code}, {names}).",
            "Delete it: type the words around it again.",
        ),
    },
    "tab-inside": {
        "sv": ("Raden har ett tabbsteg, som blir blanksteg.", "Skriv blanksteg, eller gör en tabell av raderna."),
        "en": ("The line has a tab, which becomes blanks.", "Write blanks, or make a table of the lines."),
    },
    "list-from-star": {
        "sv": (
            "Raden ”{text}” blir en punkt i en lista, men texten har en stjärna som den kan höra till.",
            "Är den en not, skriv \\* först på raden, eller en fotnot: [^1]. Är den en punkt, skriv - först.",
        ),
        "en": (
            "The line “{text}” becomes an item of a list, but the text has a star that it may belong to.",
            "If it is a note, begin it with \\*, or write a footnote: [^1]. If it is an item, begin with -.",
        ),
    },
    "list-from-date": {
        "sv": (
            "”{number}. {word}” i radens början blir punkt {number} i en lista.",
            "Skriv ”{number} {word}” utan punkt, eller ”{number}\\. {word}”.",
        ),
        "en": (
            "“{number}. {word}” at the beginning of the line becomes item {number} of a list.",
            "Write “{number} {word}” without the point, or “{number}\\. {word}”.",
        ),
    },
    "list-start": {
        "sv": (
            "En numrerad lista börjar på {number}.",
            "Är det en lista är allt väl. Är det text, skriv ”{number}\\.” med omvänt snedstreck.",
        ),
        "en": (
            "A numbered list begins with {number}.",
            "If it is a list, all is well. If it is text, write “{number}\\.” with a backslash.",
        ),
    },
    "list-numbers": {
        "sv": (
            "Punkten är numrerad {typed} men får numret {printed}.",
            "Numrera punkterna i följd, eller skriv ”1.” framför alla.",
        ),
        "en": (
            "The item is numbered {typed} but gets the number {printed}.",
            "Number the items one after the other, or write “1.” before all of them.",
        ),
    },
    "list-indent": {
        "sv": (
            "Raden ”{text}” är indragen mindre än fyra blanksteg och hamnar därför inte under punkten ovanför.",
            "Dra in den fyra blanksteg mer än punkten ovanför, eller inte alls.",
        ),
        "en": (
            "The line “{text}” is indented by less than four blanks, so it does not come under the item above it.",
            "Indent it by four blanks more than the item above, or not at all.",
        ),
    },
    "list-empty": {
        "sv": ("Listan har inga punkter.", "Skriv dem, eller ta bort listan."),
        "en": ("The list has no items.", "Write them, or delete the list."),
    },
    "item-empty": {
        "sv": ("Punkten är tom.", "Skriv något i den, eller ta bort den."),
        "en": ("The item is empty.", "Write something in it, or delete it."),
    },
    "term-empty": {
        "sv": (
            "En förklaring står utan ordet som den förklarar.",
            "Skriv ordet på raden före den som börjar med kolon.",
        ),
        "en": (
            "An explanation stands without the word that it explains.",
            "Write the word on the line before the one that begins with a colon.",
        ),
    },
    "meaning-empty": {
        "sv": ("Förklaringen av ”{text}” är tom.", "Skriv den efter kolonet."),
        "en": ("The explanation of “{text}” is empty.", "Write it after the colon."),
    },
    "quote-empty": {
        "sv": ("Citatet är tomt.", "Skriv något efter >, eller ta bort raden."),
        "en": ("The quote is empty.", "Write something after >, or delete the line."),
    },
    "code-empty": {
        "sv": ("Blocket är tomt.", "Skriv något i det, eller ta bort det."),
        "en": ("The block is empty.", "Write something in it, or delete it."),
    },
    "nesting-deep": {
        "sv": ("Citat och listor står i varandra i fler än {most} nivåer.", "Skriv med färre nivåer."),
        "en": ("Quotes and lists stand in one another at more than {most} levels.", "Write with fewer levels."),
    },
    "stars-typed": {
        "sv": (
            "Raden har ** som inte gör något fett och som skulle stå som text.",
            "Skriv ** tätt intill det första och det sista ordet: **så här**. Hör tecknen till texten, skriv \\*\\*.",
        ),
        "en": (
            "The line has ** that makes nothing bold and would stand as text.",
            "Write ** close to the first and last word: **like this**. If the signs belong to the text, write \\*\\*.",
        ),
    },
    "code-indented": {
        "sv": (
            "Raden ”{text}” är indragen fyra blanksteg eller mer och visas därför som kod.",
            "Ta bort blankstegen i början av raden. Är det kod, skriv ``` på raden före och raden efter.",
        ),
        "en": (
            "The line “{text}” is indented by four blanks or more, so it is shown as code.",
            "Delete the blanks at its beginning. If it is code, write ``` on the line before and the line after.",
        ),
    },
    "attributes-typed": {
        "sv": ("”{text}” skulle stå som text på sidan.", "Ta bort det. Hör klammern till texten, skriv \\{{."),
        "en": ("“{text}” would stand on the page as text.", "Delete it. If the brace belongs to the text, write \\{{."),
    },
    **fences.TEXTS,
    **html.TEXTS,
    **targets.TEXTS,
}
