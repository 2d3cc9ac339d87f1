"""What the site has for programs turned into its page on open data, and into files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kallelse.locale.data import data_words
from kallelse.model.address import absolute, relative
from kallelse.model.manifest import MANIFEST
from kallelse.model.memory import Memory
from kallelse.publish import when
from kallelse.publish.dcat import DCAT, dcat_files
from kallelse.publish.dcat import is_published as is_catalogued
from kallelse.publish.oparl.api import is_published, oparl_files
from kallelse.publish.oparl.thing import SYSTEM
from kallelse.publish.page import Asset, Page, PageKind
from kallelse.publish.parts import Card, Value
from kallelse.publish.plan import DATA, FOLLOW, REPORT, Plan
from kallelse.publish.selfreport import Report, report_files
from kallelse.publish.tabular import DataTable, data_tables


@dataclass(frozen=True, slots=True)
class LicenceWords:
    """What may be done with the data, and where that is said in full."""

    text: str
    href: str


def data_page(plan: Plan, memory: Memory) -> Page:
    """The page that says what there is, in which form, and under which licence."""
    said, settings = data_words(plan.language), plan.settings
    tables = data_tables(plan, memory)
    licence = settings.open_data.licence
    html = plan.render(
        "data.html",
        o=said,
        built=said.built.format(day=when.day(plan.as_of, plan.language)),
        tables=[_card(plan, table) for table in tables.whole],
        years=[Value(str(year), relative(table.address, DATA)) for year, table in tables.years],
        licence=LicenceWords(said.licences[licence], licence.value) if licence is not None else None,
        oparl=Value(absolute(plan.settings.url, SYSTEM), relative(SYSTEM, DATA)) if is_published(plan) else None,
        oparl_said=(
            *(said.oparl_static, said.oparl_lists, said.oparl_days),
            *(said.oparl_deleted, said.oparl_matters, said.oparl_persons),
        ),
        no_oparl=said.no_oparl if settings.url else said.no_url,
        follow=relative(FOLLOW, DATA),
        manifest=relative(MANIFEST, DATA) if plan.is_verifiable else "",
        manifest_name=MANIFEST,
        catalogue=Value(DCAT, relative(DCAT, DATA)) if is_catalogued(plan) else None,
        report=relative(REPORT, DATA),
    )
    return Page(
        address=DATA,
        title=said.data,
        description=said.lead,
        html=html,
        kind=PageKind.DATA,
        here=said.data,
    )


def data_files(plan: Plan, report: Report, files: Iterable[Asset], memory: Memory) -> Iterator[Asset]:
    """The files for programs; `files` are the others of the site, of which `report` tells what is missing."""
    tables = data_tables(plan, memory)
    yield from tables.assets()
    yield from report_files(plan, report)
    yield from dcat_files(plan, tables)
    yield from oparl_files(plan, {asset.address: asset.content for asset in files}, memory)


def _card(plan: Plan, table: DataTable) -> Card:
    said = data_words(plan.language)
    rows = plan.words.count(table.rows, said.row_count)
    detail = f"{table.about} {said.file_size.format(rows=rows, size=plan.words.size(len(table.content)))}"
    return Card(table.title, detail, relative(table.address, DATA), "CSV")
