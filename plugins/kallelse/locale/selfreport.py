"""The words with which the site reports on itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kallelse.model.record import Publication
from kallelse.model.settings import Language


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words; those with `{names}` are filled by `str.format`."""

    title: str
    lead: str
    built: str
    in_short: str
    held: str
    decisions: str
    without_papers: str
    without_papers_why: str
    without_minutes: str
    without_minutes_why: str
    cancelled: str
    postponed: str
    late: str
    late_why: str
    unreadable: str
    unreadable_why: str
    withheld: str
    withheld_lead: str
    withheld_cases: str
    withheld_attachments: str
    withheld_issues: str
    withheld_paragraphs: Mapping[Publication, str]
    grounds: str
    ground: str
    no_ground: str
    more: str
    by_year: str
    older: str
    columns: tuple[str, ...]
    files: str
    csv: str
    json: str


_WORDS: Mapping[Language, Words] = {
    "sv": Words(
        title="Så fullständig är webbplatsen",
        lead="Webbplatsen räknar själv vad som saknas, vad som är sent och vad som inte visas.",
        built="Räknat ur det som är publicerat den {day}.",
        in_short="I korthet",
        held="Hållna möten",
        decisions="Beslut i justerade protokoll",
        without_papers="Hållna möten utan handlingar",
        without_papers_why="Möten som har hållits utan att föredragningslistan har publicerats här.",
        without_minutes="Hållna möten utan protokoll efter 21 dagar",
        without_minutes_why=(
            "Ett protokoll ska justeras inom 14 dagar och anslås senast två dagar senare "
            "(5\N{NO-BREAK SPACE}kap. 69\N{NO-BREAK SPACE}§ och 8\N{NO-BREAK SPACE}kap. "
            "12\N{NO-BREAK SPACE}§ kommunallagen). Här står de möten där hela protokollet inte är justerat efter "
            "21\N{NO-BREAK SPACE}dagar."
        ),
        cancelled="Inställda möten",
        postponed="Uppskjutna möten",
        late="Sena anslag",
        late_why=(
            "Justeringen ska anslås senast andra dagen efter den (8\N{NO-BREAK SPACE}kap. 12\N{NO-BREAK SPACE}§ "
            "kommunallagen). Här står de möten där ett anslag kom upp senare eller saknas på någon tavla."
        ),
        unreadable="Bilagor som läshjälpmedel inte kan läsa",
        unreadable_why="Bilagor med en eller flera sidor som är bilder eller inskannade, utan text.",
        withheld="Vad som inte visas",
        withheld_lead="Uppgifter som omfattas av sekretess visas inte, men de räknas.",
        withheld_cases="Ärenden",
        withheld_attachments="Bilagor till ärenden som i övrigt visas",
        withheld_issues="Utskick som inte längre visas som de gick ut",
        withheld_paragraphs={
            Publication.ANONYMISED: "Paragrafer där namn är borttagna",
            Publication.HEADING: "Paragrafer där bara rubriken visas",
            Publication.NUMBER: "Paragrafer där bara numret visas",
        },
        grounds="Ärenden och bilagor efter bestämmelse",
        ground="{chapter}\N{NO-BREAK SPACE}kap. {section}\N{NO-BREAK SPACE}§ offentlighets- och sekretesslagen",
        no_ground="Bestämmelsen är inte angiven",
        more="och {count} till, som står i filen nedan",
        by_year="Nämnd för nämnd och år för år",
        older="Åren före {year} står i filerna nedan.",
        columns=(
            *("Nämnd", "År", "Hållna möten", "Utan handlingar", "Utan protokoll efter 21 dagar", "Inställda"),
            *("Uppskjutna", "Sena anslag", "Ärenden", "Beslut", "Ärenden med sekretess"),
            *("Bilagor med sekretess", "Paragrafer som inte visas helt"),
        ),
        files="Samma uppgifter som filer",
        csv="Tabellen som CSV-fil",
        json="Hela rapporten som JSON",
    ),
    "en": Words(
        title="How complete the site is",
        lead="The site itself counts what is missing, what is late and what is not shown.",
        built="Counted from what is published on {day}.",
        in_short="In short",
        held="Meetings held",
        decisions="Decisions in adjusted minutes",
        without_papers="Meetings held without papers",
        without_papers_why="Meetings that were held and whose agenda was never published here.",
        without_minutes="Meetings held without minutes after 21 days",
        without_minutes_why=(
            "Minutes must be adjusted within 14 days and announced two days later at the latest (Local Government Act, "
            "5:69 and 8:12). Here are the meetings whose minutes are not all adjusted after 21 days."
        ),
        cancelled="Cancelled meetings",
        postponed="Postponed meetings",
        late="Late notices",
        late_why=(
            "An adjustment must be announced on the second day after it at the latest (Local Government Act, 8:12). "
            "Here are the meetings of which a notice came later or is missing on a board."
        ),
        unreadable="Attachments that aids cannot read",
        unreadable_why="Attachments with one or more pages that are pictures or scans, without text.",
        withheld="What is not shown",
        withheld_lead="What is confidential is not shown, but counted.",
        withheld_cases="Cases",
        withheld_attachments="Attachments of cases that are shown",
        withheld_issues="Issues that are no longer shown as they went out",
        withheld_paragraphs={
            Publication.ANONYMISED: "Paragraphs without names",
            Publication.HEADING: "Paragraphs of which the heading alone is shown",
            Publication.NUMBER: "Paragraphs of which the number alone is shown",
        },
        grounds="Cases and attachments by provision",
        ground="Public Access to Information and Secrecy Act, {chapter}:{section}",
        no_ground="The provision is not told",
        more="and {count} more, in the file below",
        by_year="Committee by committee and year by year",
        older="The years before {year} are in the files below.",
        columns=(
            *("Committee", "Year", "Meetings held", "Without papers", "Without minutes after 21 days", "Cancelled"),
            *("Postponed", "Late notices", "Cases", "Decisions", "Confidential cases"),
            *("Confidential attachments", "Paragraphs not shown in full"),
        ),
        files="The same as files",
        csv="The table as a CSV file",
        json="The whole report as JSON",
    ),
}


def report_words(language: Language) -> Words:
    """The words of `language`."""
    return _WORDS[language]
