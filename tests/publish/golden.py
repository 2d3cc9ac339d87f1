"""The golden page texts: which pages they are of, and how they are written anew (`python -m tests.publish.golden`)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kallelse.model.archive import Archive
from kallelse.model.settings import Keyword

from tests.publish import archives, councils, moved, noticed, records, sites

FOLDER = Path(__file__).parent / "golden"
_MEETING = f"{archives.GSN}/2022-09-26"
_DAYS = (records.LATER, records.NEXT_DAY)


def texts() -> dict[str, str]:
    """What is read on each of the pages, by the name of its file."""
    sample, after = sites.sample_pages(), sites.sample_pages(archives.AFTER)
    secret = sites.by_address(archives.with_meeting(archives.secret_meeting()))
    archive = archives.archive()
    english = sites.by_address(
        replace(archive, settings=replace(archive.settings, language="en", site_title="Meetings and decisions")),
        archives.packets(),
    )
    decided, at_once = (sites.by_address(records.archive(), archives.packets(), day, records.pdfs()) for day in _DAYS)
    whole = records.archive()
    decided_english = sites.by_address(
        replace(whole, settings=replace(whole.settings, language="en")), as_of=records.LATER, records=records.pdfs()
    )
    council = sites.by_address(councils.council(), as_of=records.LATER)
    empty = sites.by_address(Archive(archives.SETTINGS))
    noted = sites.by_address(noticed.whole(), archives.packets(), noticed.AS_OF)
    in_english = replace(noticed.whole(), settings=replace(archive.settings, language="en"))
    board_english = sites.by_address(in_english, as_of=noticed.AS_OF)
    words = (Keyword("digitalisering"), Keyword("bredband", ("fibernät", "fiber")))
    followed = sites.by_address(replace(archive, settings=replace(archive.settings, follow=words)))
    no_address = sites.by_address(replace(archive, settings=replace(archive.settings, url="", language="en")))
    found = {
        "start": sample["index.html"],
        "meetings": sample["moten/index.html"],
        "meetings-2022": sample["moten/2022.html"],
        "matters": sample["arenden/index.html"],
        "committee": sample[f"{archives.GSN}/index.html"],
        "meeting": sample[f"{_MEETING}/index.html"],
        "meeting-held": after[f"{_MEETING}/index.html"],
        "meeting-planned": sample[f"{archives.GSN}/2022-11-28/index.html"],
        "meeting-secret": secret[f"{_MEETING}/index.html"],
        "meeting-english": english[f"{_MEETING}/index.html"],
        "case": sample[f"{_MEETING}/03-rapportering/index.html"],
        "case-secret": secret[f"{_MEETING}/arende-2.html"],
        "attachment-finance": sample[f"{_MEETING}/03-rapportering/bilaga-1-utfall.html"],
        "attachment-toc": sample[f"{_MEETING}/04-digitaliseringsstrategi/bilaga-1-uppdragsbeskrivning.html"],
        "matter": sample["arenden/gsn-2020-35.html"],
        "search": sample["sok.html"],
        "follow": followed["folj.html"],
        "follow-english": no_address["folj.html"],
        "verify": decided["kontrollera.html"],
        "verify-english": decided_english["kontrollera.html"],
        "not-found": sample["404.html"],
        "moved": moved.PAGES[f"{archives.GSN}/2022-09-19/03-rapportering/index.html"],
        "statement-none": sample["tillganglighet.html"],
        "statement-english": english["tillganglighet.html"],
        "glossary": sample["ordlista.html"],
        "glossary-english": english["ordlista.html"],
        "minutes": decided[f"{_MEETING}/protokoll.html"],
        "minutes-incomplete": at_once[f"{_MEETING}/protokoll.html"],
        "paragraph": decided[f"{_MEETING}/paragraf-24.html"],
        "paragraph-votes": council[f"{councils.COUNCIL}/2022-09-19/paragraf-101.html"],
        "paragraph-election": council[f"{councils.COUNCIL}/2022-09-19/paragraf-102.html"],
        "meeting-adjusted": decided[f"{_MEETING}/index.html"],
        "case-decided": decided[f"{_MEETING}/03-rapportering/index.html"],
        "matter-decided": decided["arenden/gsn-2020-35.html"],
        "start-empty": empty["index.html"],
        "start-decided": noted["index.html"],
        "board": noted["anslagstavla/index.html"],
        "board-english": board_english["anslagstavla/index.html"],
        "board-empty": empty["anslagstavla/index.html"],
        "decisions": noted["beslut/index.html"],
        "decisions-2022": noted[f"beslut/{archives.GSN}-2022.html"],
        "assignments": noted["uppdrag/index.html"],
    }
    return {name: sites.reading(page.html) for name, page in found.items()}


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in texts().items():
        (FOLDER / f"{name}.txt").write_text(text, encoding="utf-8")
