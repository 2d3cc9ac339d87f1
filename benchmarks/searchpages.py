"""A number of cases turned into a site that finds them, and into the same texts for Material's search."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from html import escape
from pathlib import Path

from kallelse.model.archive import Archive
from kallelse.model.dnr import Dnr
from kallelse.model.settings import Settings
from kallelse.publish import shell, site
from kallelse.publish.page import Page, PageKind
from kallelse.publish.search import FOLDER, Indexing
from kallelse.publish.templates import environment
from kallelse.swap import put_folder
from mkdocs.commands.build import build
from mkdocs.config import load_config

from benchmarks.draws import Draws
from benchmarks.prose import Prose

WORD = "räddningsplan"
"""A word that some of ten thousand cases have, and of which most of them have a part."""
OTHERS = ("räddningsplan personal", "kommunallagen")
"""What is asked for the sake of its bytes alone: the same with another; a word that most cases have."""
THEIR_SITE = "material"

_COMMITTEES = ("Barnnämnden", "Byggnadsnämnden", "Kommunstyrelsen", "Miljönämnden", "Socialnämnden", "Servicenämnden")
_OUTCOMES = ("Bifall", "Bifall", "Bifall", "Avslag", "Bordlagt", "Återremiss")
_PARAGRAPHS = 8
_AT_A_MEETING = 12
_FIRST = dt.date(2010, 1, 11)
_BEGINNINGS = (
    "Berg",
    "Björk",
    "Brunn",
    "Dal",
    "Ek",
    "Fall",
    "Gran",
    "Hag",
    "Holm",
    "Kvarn",
    "Lund",
    "Myr",
    "Näs",
    "Ny",
)
_MIDDLES = ("a", "e", "ar", "er", "in", "lo", "mo", "na", "ra", "sta", "tor", "vi", "ös", "ång", "ul", "il")
_ENDINGS = ("by", "dal", "fors", "hult", "mo", "ryd", "sjö", "torp", "vik", "å")
_MATERIAL = """\
site_name: Möten och beslut
docs_dir: texts
site_dir: material
use_directory_urls: false
theme: {name: material, language: sv, font: false}
plugins:
  search: {lang: sv}
nav: [{Start: index.md}]
"""


def pages(count: int) -> Iterator[tuple[Page, str]]:
    """Pages of cases of some three hundred words, each with its text in Markdown, the same each time.

    Places of made-up names make up for the many words that real papers have and `Prose` does not.
    """
    for number in range(count):
        draws = Draws("search", number)
        prose = Prose(draws)
        meeting = number // _AT_A_MEETING
        committee = _COMMITTEES[meeting % len(_COMMITTEES)]
        day = _FIRST + dt.timedelta(days=meeting // len(_COMMITTEES) * 7)
        title, dnr = prose.title(), f"{committee[:2].upper()} {day.year}/{number % 1000 + 1}"
        texts = [prose.paragraph() for _ in range(_PARAGRAPHS)]
        texts.append(f"Fastigheterna {_place(draws)} och {_place(draws)} berörs.")
        folder = f"{committee.lower().replace('ä', 'a').replace('ö', 'o')}/{day}"
        heads = [prose.heading() for _ in range(_PARAGRAPHS // 2)]
        html = "".join(
            (f'<h2 id="k{place}">{heads[place // 2]}</h2>' if place % 2 == 0 and place // 2 < len(heads) else "")
            + f"<p>{escape(text, quote=False)}</p>"
            for place, text in enumerate(texts)
        )
        yield (
            Page(
                address=f"{folder}/{number % _AT_A_MEETING + 1:02}-arende.html",
                title=f"{title}, {committee} {day}",
                description="",
                html=f"<h1>{title}</h1>{html}",
                kind=PageKind.CASE,
                indexed=True,
                filters=(("committee", committee), ("year", str(day.year)), ("outcome", draws.one(_OUTCOMES))),
                meta=(
                    *(("kind", "Ärende"), ("committee", committee), ("date", str(day)), ("dnr", dnr)),
                    *(("pages", "Sidan 2 i kallelsen (PDF)"), ("packet", f"{folder}/kallelse.pdf#page=2")),
                ),
                numbers=(Dnr(dnr),),
                day=day.isoformat(),
            ),
            f"# {title}\n\n"
            + "\n\n".join(
                (f"## {heads[p // 2]}\n\n" if p % 2 == 0 and p // 2 < len(heads) else "") + t
                for p, t in enumerate(texts)
            ),
        )


def _place(draws: Draws) -> str:
    name = draws.one(_BEGINNINGS) + draws.one(_MIDDLES) + draws.one(_MIDDLES) + draws.one(_ENDINGS)
    return f"{name} {draws.within(1, 9)}:{draws.within(1, 90)}"


def write_ours(folder: Path, count: int) -> None:
    """The search page with its index in `folder`, as a build makes them; the pages that it finds are left out."""
    settings = Settings()
    archive = Archive(settings)
    whole = site.whole_site(archive, {}, _FIRST)
    for page in site.pages(whole):
        _put(folder / page.address, shell.whole(page, shell.shell_of(page, settings), environment("sv")).encode())
    for asset in site.assets(whole, lambda _: b""):
        _put(folder / asset.address, asset.content)
    search = Indexing("sv")
    search(page for page, _ in pages(count))
    put_folder(folder / FOLDER, search.files())


def build_theirs(folder: Path, count: int) -> None:
    """The same texts as a site of MkDocs with Material and its search, in the folder `THEIR_SITE`."""
    texts = folder / "texts"
    for page, text in pages(count):
        _put(texts / page.address.replace(".html", ".md"), text.encode())
    _put(texts / "index.md", b"# Start\n")
    (folder / "material.yml").write_text(_MATERIAL, encoding="utf-8")
    loaded = load_config(str(folder / "material.yml"))
    loaded.plugins.on_startup(command="build", dirty=False)
    build(loaded)


def _put(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
