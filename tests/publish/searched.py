"""Pages of words that are hard to find, and what a citizen does to find them."""

from __future__ import annotations

import re

from kallelse.model.dnr import Dnr
from kallelse.publish.page import Page, PageKind
from kallelse.publish.pagemarks import END, mark
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from tests.tools.browser import visit

FIELD = "Sök i alla ärenden, beslut och bilagor"


def _page(
    name: str,
    title: str,
    text: str,
    *filters: tuple[str, str],
    day: str = "2022-09-26",
    numbers: tuple[str, ...] = (),
    kind: PageKind = PageKind.CASE,
    meta: tuple[tuple[str, str], ...] = (),
) -> Page:
    return Page(
        f"skn/{name}.html",
        title,
        "",
        f"<h1>{title}</h1>{text if text.startswith('<') else f'<p>{text}</p>'}",
        kind,
        indexed=True,
        filters=filters,
        meta=(("kind", "Ärende"), ("committee", "Skolnämnden"), ("date", day), *meta),
        numbers=tuple(map(Dnr, numbers)),
        day=day,
    )


_LONG = " ".join(f"Mening nummer {number} handlar om ingenting särskilt." for number in range(40))
_PAPER = (
    f"<h2 id='forsta'>Första</h2>{mark(4, '3a', 1)}<p>Parkeringen är sval.</p>"
    f"<h2 id='andra'>Andra</h2>{mark(5, '4', 2)}<p>{_LONG} Utegymmet är varmt.</p>{END}<p>Simhallen.</p>"
)
PAGES = (
    _page("reglemente", "Regler", "Kommunens skolskjutsreglemente ändras."),
    _page("skolorna", "Skolornas tider", "Skolor öppnar."),
    _page("skolan", "Skolans kök", "I skolan lagas mat."),
    _page("namnden", "Nämnden", "Nämndens ordförande är sjuk."),
    _page("namnder", "Nämnder", "Alla nämnder yttrar sig."),
    _page("mal", "Mal", "En mal och en far i bur."),
    _page("maal", "Mål", "Ett mål och ett får i hage."),
    _page("linnea", "Ordförande", "Linnéa Müller valdes."),
    _page("linnea2", "Ersättare", "Linnea Muller valdes."),
    _page("beslut", "Beslutet", "Besluten står fast."),
    _page("slut", "Slut", "Sammanträdet är slut."),
    _page("kommunal", "Kommunal", "Kommunal verksamhet."),
    _page("kostnader", "Kostnader", "Kostnaden stiger."),
    _page("strategi", "Strategi", "Strategin antas."),
    _page("utfall", "Utfall", "Utfallet redovisas."),
    _page("arenden", "Ärenden", "Ärendet återremitteras, två ärenden bordläggs."),
    *(
        _page(
            f"vatten-{number}",
            f"Vatten {number}",
            "Vattenledningen i byn.",
            ("committee", "Miljönämnden" if number % 2 else "Byggnämnden"),
            ("year", str(2010 + number % 3)),
            ("outcome", "Avslag" if number % 4 == 0 else "Bifall"),
            day=f"20{10 + number % 3}-01-{number + 1:02}",
        )
        for number in range(12)
    ),
    _page("nummer", "Skolväg", "Dnr KS 2021/7.", numbers=("KS 2021/7", "SKN 2021/17")),
    _page("nummer2", "Badhus", "Dnr SKN 2021/7.", numbers=("SKN 2021/7",)),
    _page("nummer3", "Hamn", "Ärende 2024-00132.", numbers=("2024-00132",)),
    _page("nummer4", "Torg", "Se ÖN\u00a02021/17 och BN2021/30."),
    _page("nummer5", "Bro", "Dnr VA-2021-9.", numbers=("VA-2021-9",)),
    _page("nummer6", "Väg", "Enligt VA-2021-9 och ON 2021/18."),
    _page("nummer7", "Au", "Dnr GSN-AU 2022/7.", numbers=("GSN-AU 2022/7",)),
    _page("belopp", "Bidrag", "Bidraget är 45 000 kronor, enligt § 16, kl. 13.15 den 26 september 2022."),
    _page("underskott", "Underskott", "Avvikelsen är −4,2 mnkr."),
    _page("overskott", "Överskott", "Avvikelsen är 4,2 mnkr, 16 personer."),
    _page(
        *("bilaga", "Avtal", _PAPER),
        kind=PageKind.ATTACHMENT,
        meta=(
            *(("pages", "Sidorna 4 till 5 i kallelsen (PDF)"), ("packet", "skn/kallelse.pdf#page=4")),
            ("file", "skn/avtal.pdf"),
        ),
    ),
)


def titles(tab: Tab, address: str, query: str) -> list[str]:
    visit(tab, f"{address}/sok.html")
    field = tab.get_by_label(FIELD)
    field.fill(query)
    field.press("Enter")
    expect(tab.locator("#k_count")).to_have_text(re.compile("^(?!Söker).+"))
    if not tab.locator("#k_count").inner_text().startswith("Ing"):
        tab.locator("#k_list h3").first.wait_for()
    return sorted(tab.locator("#k_list h3").all_inner_texts())
