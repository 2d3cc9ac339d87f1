"""The words of findings about attachments that came from elsewhere: PDFs, office files, scans and pictures."""

from __future__ import annotations

from collections.abc import Mapping

from kallelse.model.settings import Language

TEXTS: Mapping[str, Mapping[Language, tuple[str, str]]] = {
    "office-missing": {
        "sv": (
            "{file} måste göras om till PDF, och LibreOffice som gör det finns inte på den här datorn.",
            "Spara den som PDF i programmet den skrevs i, eller installera LibreOffice (libreoffice.org).",
        ),
        "en": (
            "{file} has to be turned into a PDF, and LibreOffice, which does that, is not on this machine.",
            "Save it as PDF in the program it was written in, or install LibreOffice (libreoffice.org).",
        ),
    },
    "foreign-not-made": {
        "sv": (
            "{file} kunde inte göras om till PDF: {reason}.",
            "Öppna den, kontrollera att den är hel och spara den som PDF.",
        ),
        "en": (
            "{file} could not be turned into a PDF: {reason}.",
            "Open it, see that it is whole, and save it as PDF.",
        ),
    },
    "foreign-elsewhere": {
        "sv": (
            "{file} hämtar en del från en annan fil. Den skulle saknas.",
            "Öppna den i programmet den gjordes i, infoga delen och spara den på nytt som PDF, eller be om en ny.",
        ),
        "en": (
            "{file} takes a part from another file. It would be missing.",
            "Open it in the program it was made in, put the part in and save it again as PDF, or ask for a new one.",
        ),
    },
    "foreign-long": {
        "sv": ("{file} har {pages} sidor, fler än {most}.", "Dela upp den, eller dela ut den separat."),
        "en": ("{file} has {pages} pages, more than {most}.", "Divide it, or hand it out on its own."),
    },
    "foreign-faded": {
        "sv": (
            "{file} är skadad, och det som syns på sidan {pages} när den öppnas går inte att ta över.",
            "Öppna den, skriv ut den till PDF på nytt, eller be om en ny.",
        ),
        "en": (
            "{file} is damaged, and what is seen of page {pages} when it is opened cannot be taken over.",
            "Open it and print it to PDF again, or ask for a new one.",
        ),
    },
    "foreign-heavy": {
        "sv": (
            "{file}: sidan {pages} packas upp till mer än någon dator har plats för.",
            "Öppna den, skriv ut den till PDF på nytt, eller be om en ny.",
        ),
        "en": (
            "{file}: page {pages} unpacks to more than any computer has room for.",
            "Open it and print it to PDF again, or ask for a new one.",
        ),
    },
    "foreign-not-whole": {
        "sv": (
            "{file} är tom, skadad eller av ett annat slag än namnet säger, och kunde inte göras om till PDF.",
            "Öppna den i programmet den skrevs i och spara den på nytt, eller be om en ny.",
        ),
        "en": (
            "{file} is empty, damaged or of another kind than its name says, and could not be turned into a PDF.",
            "Open it in the program it was written in and save it again, or ask for a new one.",
        ),
    },
    "office-changes": {
        "sv": (
            "{file} har spårade ändringar som ingen har godkänt. Läsarna skulle se dem.",
            "Godkänn eller avvisa alla ändringar i dokumentet och spara det.",
        ),
        "en": (
            "{file} has tracked changes that nobody has accepted. Readers would see them.",
            "Accept or reject all changes in the document, and save it.",
        ),
    },
    "office-comments": {
        "sv": ("{file} har kommentarer. De kommer inte med.", "Ta bort dem om ingen behöver dem; annars är allt bra."),
        "en": ("{file} has comments. They are left out.", "Remove them if nobody needs them; otherwise all is well."),
    },
    "office-elsewhere": {
        "sv": (
            "{file} hämtar en bild eller en annan del från en annan plats. Den skulle saknas.",
            "Infoga delen i dokumentet i stället för att länka till den, och spara.",
        ),
        "en": (
            "{file} takes a picture or another part from elsewhere. It would be missing.",
            "Put the part into the document instead of a link to it, and save.",
        ),
    },
    "office-unseen": {
        "sv": (
            "{file} har en del som inte går att söka igenom efter ändringar och kommentarer.",
            "Öppna den, se till att inget sådant finns kvar, och spara den som PDF.",
        ),
        "en": (
            "{file} has a part that cannot be looked through for changes and comments.",
            "Open it, see that none are left in it, and save it as PDF.",
        ),
    },
    "office-old": {
        "sv": (
            "{file} är av ett äldre slag, som inte går att söka igenom efter ändringar och kommentarer.",
            "Spara den som docx, xlsx eller pptx, eller se efter själv och spara den som PDF.",
        ),
        "en": (
            "{file} is of an older kind, which cannot be looked through for changes and comments.",
            "Save it as docx, xlsx or pptx, or look for yourself and save it as PDF.",
        ),
    },
    "foreign-locked": {
        "sv": ("{file} går inte att öppna utan lösenord.", "Spara den utan lösenord, eller be avsändaren göra det."),
        "en": ("{file} cannot be opened without a password.", "Save it without one, or ask its sender to."),
    },
    "foreign-broken": {
        "sv": ("{file} går inte att läsa som PDF.", "Öppna den och spara den på nytt som PDF, eller be om en ny."),
        "en": ("{file} cannot be read as a PDF.", "Open it and save it again as PDF, or ask for a new one."),
    },
    "foreign-empty": {
        "sv": ("{file} har inga sidor.", "Byt ut filen, eller ta bort den."),
        "en": ("{file} has no pages.", "Replace the file, or remove it."),
    },
    "foreign-size": {
        "sv": (
            "{file} har sidor som inte har någon rimlig storlek (sida {pages}).",
            "Skriv ut filen till PDF på nytt, på A4 eller A3, eller be om en ny.",
        ),
        "en": (
            "{file} has pages that have no sensible size (page {pages}).",
            "Print the file to PDF again, on A4 or A3, or ask for a new one.",
        ),
    },
    "foreign-undrawn": {
        "sv": (
            "{file} har något på sidan {pages} ({kinds}) som visas där den öppnas men skulle saknas här.",
            "Öppna filen, skriv ut den till PDF på nytt och lägg den hit i stället.",
        ),
        "en": (
            "{file} has something on page {pages} ({kinds}) that is seen where it is opened and would be missing here.",
            "Open the file, print it to PDF again, and put that here instead.",
        ),
    },
    "foreign-letters": {
        "sv": (
            "{file} har ifyllda fält eller textrutor (sida {pages}) med tecken som inte går att visa här: {letters}",
            "Öppna filen, skriv ut den till PDF på nytt och lägg den hit i stället.",
        ),
        "en": (
            "{file} has filled fields or text boxes (page {pages}) with letters that cannot be shown here: {letters}",
            "Open the file, print it to PDF again, and put that here instead.",
        ),
    },
    "foreign-xfa": {
        "sv": (
            "{file} är ett formulär (XFA) vars sidor bara Adobe Acrobat kan visa.",
            "Öppna den i Acrobat, skriv ut den till PDF på nytt och lägg den hit i stället.",
        ),
        "en": (
            "{file} is a form (XFA) whose pages only Adobe Acrobat can show.",
            "Open it in Acrobat, print it to PDF again, and put that here instead.",
        ),
    },
    "foreign-repaired": {
        "sv": ("{file} är skadad men kunde lagas.", "Kontrollera dess sidor i kallelsen, eller be om en ny fil."),
        "en": ("{file} is damaged but could be repaired.", "Look at its pages in the packet, or ask for a new file."),
    },
    "foreign-no-text": {
        "sv": (
            "{file} har sidor utan text ({pages}). De går inte att söka i eller lyssna på.",
            "Är de inskannade, be om originalet eller tolka texten (OCR) innan filen läggs hit.",
        ),
        "en": (
            "{file} has pages without text ({pages}), which nobody can search or listen to.",
            "If they are scans, ask for the original or have the text recognised (OCR) first.",
        ),
    },
    "picture-no-alt": {
        "sv": ("Bilagan {file} är en bild utan text som säger vad den visar.", "Skriv det som alt i attachments."),
        "en": (
            "The attachment {file} is a picture that nothing describes.",
            "Say what it shows as alt in attachments.",
        ),
    },
    "foreign-inside": {
        "sv": (
            "{file} innehåller andra filer ({inside}), som följer med när den publiceras.",
            "Ta bort dem om de inte ska ut, till exempel genom att skriva ut filen till PDF.",
        ),
        "en": (
            "{file} has other files in it ({inside}), which are published with it.",
            "Take them out unless they are meant to be public, for example by printing the file to PDF.",
        ),
    },
    "foreign-layers": {
        "sv": (
            "{file} har dolda lager ({layers}), som följer med när den publiceras.",
            "Ta bort dem om de inte ska ut, till exempel genom att skriva ut filen till PDF.",
        ),
        "en": (
            "{file} has hidden layers ({layers}), which are published with it.",
            "Take them out unless they are meant to be public, for example by printing the file to PDF.",
        ),
    },
    "foreign-notes": {
        "sv": (
            "{file} har kommentarer (sida {pages}), som syns för alla.",
            "Ta bort dem om de inte ska ut.",
        ),
        "en": ("{file} has comments (page {pages}), which everyone sees.", "Remove them unless they are meant to be."),
    },
    "foreign-acts": {
        "sv": (
            "{file} kan köra något hos den som öppnar den ({acts}), och det följer med när den publiceras.",
            "Ta bort det om det inte behövs, till exempel genom att skriva ut filen till PDF.",
        ),
        "en": (
            "{file} may run something where it is opened ({acts}), and is published with it.",
            "Take that out unless it is needed, for example by printing the file to PDF.",
        ),
    },
    "foreign-redact": {
        "sv": (
            "{file} har maskeringar som inte är genomförda (sida {pages}). Det som ligger under dem går att läsa.",
            "Genomför maskeringarna i programmet de gjordes i, och spara filen på nytt.",
        ),
        "en": (
            "{file} has redactions that are not applied (page {pages}). What lies under them can be read.",
            "Apply the redactions in the program they were made in, and save the file again.",
        ),
    },
}
