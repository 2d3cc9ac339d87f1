"""Swedish words that a secretary may write for a field or its value turned into the names that are meant."""

from __future__ import annotations

from kallelse.model.address import slug

_FIELDS = {
    "title": "titel rubrik arende namn",
    "kind": "typ slag arendetyp",
    "dnr": "diarienummer diarienr arendenummer",
    "date": "datum dag",
    "version": "versionsnummer",
    "officer": "handlaggare",
    "unit": "enhet verksamhet forvaltning",
    "presenters": "foredragande foredragare",
    "minutes": "minuter tid langd",
    "proposal": "forslag beslutsforslag",
    "signed": "undertecknat undertecknare underskrift underskrifter",
    "recipients": "mottagare skickas-till expedieras",
    "revisions": "andringshistorik revideringar historik",
    "toc": "innehall innehallsforteckning",
    "landscape": "liggande",
    "attachments": "bilaga bilagor",
    "slug": "adress webbadress",
    "moved_from": "flyttad-fran hette-forut gammalt-namn",
    "access": "sekretess atkomst",
    "ground": "sekretessgrund lagrum grund",
    "paragraph": "paragraf",
    "follows": "foregas tidigare-beslut",
    "start": "tid borjar starttid",
    "end": "slut slutar sluttid",
    "place": "plats lokal kommun",
    "chair": "ordforande",
    "secretary": "sekreterare",
    "copies": "kopia kopior for-kannedom",
    "issued": "utfardad utfardat kallelse",
    "status_note": "orsak",
    "agenda": "foredragningslista dagordning",
    "case": "arende",
    "group": "grupp mellanrubrik rubrik",
    "break": "paus rast",
    "formality": "formalia upprop",
    "numbered": "numrerad",
    "members": "ledamoter",
    "deputies": "ersattare",
    "municipalities": "kommuner",
    "series": "serie serier",
    "short": "kortnamn forkortning",
    "name": "namn kommun",
    "language": "sprak",
    "colours": "farg farger",
    "logo": "logotyp",
    "template": "mall",
    "headings": "rubriker",
    "contact": "kontakt",
    "email": "epost e-post",
    "security_contact": "sakerhetskontakt sakerhet",
    "case_pdfs": "arende-pdf arendepdf",
    "follow": "folj bevaka ord nyckelord",
    "word": "ord nyckelord",
    "also": "aven ocksa synonymer",
    "open_data": "oppna-data oppnadata",
    "licence": "licens license",
    "publisher": "utgivare",
    "organisation": "organisationsnummer orgnummer organization",
    "role": "roll",
    "comment": "kommentar",
    "party": "parti",
    "file": "fil",
    "separate": "separat",
    "purpose": "andamal syfte",
    "body": "namnd organ",
    "accessibility": "tillganglighet tillganglighetsredogorelse redogorelse",
    "assessed": "bedomd bedomt granskad",
    "method": "metod",
    "updated": "uppdaterad uppdaterat oversyn",
    "lacks": "brister brist",
    "burden": "oskaligt-betungande betungande",
    "outside": "undantag utanfor-lagen",
    "content": "innehall",
    "why": "varfor skal",
    "instead": "i-stallet istallet alternativ",
    "form": "formular",
    "phone": "telefon",
    "answer": "svar svarstid",
    "authority": "myndighet tillsyn tillsynsmyndighet",
}
_VALUES = {
    "decision": "beslut beslutsarende",
    "information": "informationsarende",
    "election": "val",
    "notification": "anmalan delgivning anmalningsarende",
    "cancelled": "installt installd",
    "postponed": "uppskjutet uppskjuten framflyttat",
    "confidential": "sekretess hemlig konfidentiell",
    "public": "offentlig oppen",
    "heading": "rubrik",
    "number": "nummer",
    "full": "helt fullt",
    "partial": "delvis",
    "none": "inte",
    "self": "sjalv sjalvskattning",
    "external": "extern",
    "both": "bada",
    "estimate": "uppskattning",
}


def meant_field(typed: str, known: list[str]) -> str:
    """Which of the `known` field names a Swedish word stands for; empty for none."""
    return _meant(_FIELDS, typed, known)


def meant_value(typed: str, known: list[str]) -> str:
    """Which of the `known` values a Swedish word stands for; empty for none."""
    return _meant(_VALUES, typed, known)


def _meant(table: dict[str, str], typed: str, known: list[str]) -> str:
    word = slug(typed)
    return next((name for name in known if word in table.get(name, "").split()), "")
