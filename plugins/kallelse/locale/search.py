"""The words of the search page, most of them filled in by its script."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from kallelse.model.settings import Language


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words; those with `{names}` are filled by `str.format`, pairs are one and several."""

    # Filters and order
    kind: str
    order: str
    relevance: str
    newest: str
    oldest: str
    # What a page is, as a filter
    kinds: Mapping[str, str]
    # Told by the script
    from_disk: str
    broken: str
    again: str
    script: ScriptWords


@dataclass(frozen=True, slots=True)
class ScriptWords:
    """What the script fills, with names in braces."""

    searching: str
    hit: str
    hits: str
    none: str
    none_narrowed: str
    packet_page: str
    file_page: str
    no_number: str
    number: str
    several: str
    mentioned: str
    not_mentioned: str
    asked: str

    def told(self) -> Mapping[str, str]:
        """The words by their names."""
        return asdict(self)


_WORDS: Mapping[Language, Words] = {
    "sv": Words(
        kind="Typ",
        order="Ordna efter",
        relevance="Bäst träff först",
        newest="Nyast först",
        oldest="Äldst först",
        kinds={
            "committee": "Nämnd",
            "meeting": "Möte",
            "case": "Ärende",
            "attachment": "Bilaga",
            "minutes": "Protokoll och minnesanteckningar",
            "board": "Anslagstavla",
            "paragraph": "Beslut",
            "matter": "Ärendets gång",
        },
        from_disk="Sökningen fungerar inte när sidorna öppnas från en mapp på datorn: webbläsaren låter då inte sidan "
        "läsa sökregistret. Den fungerar på webbplatsen. Här hittar du allt i listorna:",
        broken="Sökningen kunde inte läsas in. Försök igen om en stund. Du hittar också allt i listorna:",
        again="Sök igen",
        script=ScriptWords(
            searching="Söker …",
            hit="{count} träff",
            hits="{count} träffar",
            none="Inga träffar på ”{query}”. Kontrollera stavningen eller pröva ett kortare ord.",
            none_narrowed="Inga träffar på ”{query}” med de här avgränsningarna.",
            packet_page="Sidan {page} i kallelsen (PDF)",
            file_page="Sidan {page} i bilagan (PDF)",
            no_number="Inget ärende har diarienummer {number}.",
            number="Ärende med diarienummer {number}",
            several="Ärenden som du kan mena",
            mentioned="Sidor som nämner numret",
            not_mentioned="Ingen sida nämner numret.",
            asked="Du sökte efter ”{query}”.",
        ),
    ),
    "en": Words(
        kind="Type",
        order="Sort by",
        relevance="Best match first",
        newest="Newest first",
        oldest="Oldest first",
        kinds={
            "committee": "Committee",
            "meeting": "Meeting",
            "case": "Case",
            "attachment": "Attachment",
            "minutes": "Minutes and notes",
            "board": "Notice board",
            "paragraph": "Decision",
            "matter": "The way of the matter",
        },
        from_disk="Search does not work when the pages are opened from a folder on the computer: the browser does not "
        "let the page read the index then. It works on the website. Here you find everything in the lists:",
        broken="The search could not be loaded. Try again in a while. You also find everything in the lists:",
        again="Search again",
        script=ScriptWords(
            searching="Searching …",
            hit="{count} hit",
            hits="{count} hits",
            none="No hits for “{query}”. Check the spelling or try a shorter word.",
            none_narrowed="No hits for “{query}” with these filters.",
            packet_page="Page {page} of the packet (PDF)",
            file_page="Page {page} of the attachment (PDF)",
            no_number="No case has registry number {number}.",
            number="Case with registry number {number}",
            several="Cases that you may mean",
            mentioned="Pages that mention the number",
            not_mentioned="No page mentions the number.",
            asked="You searched for “{query}”.",
        ),
    ),
}


def search_words(language: Language) -> Words:
    """The words of one language."""
    return _WORDS[language]
