"""The three cases of the sample that have documents, as model values."""

from __future__ import annotations

import datetime as dt

from kallelse.model.dnr import Dnr
from kallelse.model.meeting import Case, Follows, Recipient, Revision
from kallelse.model.person import Person
from kallelse.model.text import Block, Cite, Link, Note, NoteRef, Process, Quote, Step, Strong, Table, Text

from tests.publish.sampletables import action_plan, goals, investments, operations
from tests.publish.trees import bullets, cell, document, heading, para, points, row

HEAD_OF_IT = Person("Karin Ekholm", "IT-chef")


def report(folder: str) -> Case:
    """Case 3 of the sample."""
    path = f"{folder}/03-rapportering"
    letter = document(
        f"{path}/index.md",
        "Rapportering av verksamhetsmål och ekonomi",
        heading(2, "Förslag till beslut"),
        para("Gemensamma servicenämnden beslutar följande."),
        points(
            "Rapporten om verksamhetsmål och ekonomi godkänns, bilaga 1 daterad 13 september 2022.",
            "Handlingsplanen godkänns, bilaga 2 daterad 13 september 2022.",
        ),
        heading(2, "Sammanfattning"),
        para(
            "Prognosen visar ett överskott på ",
            Cite("drift", ("Netto", "Helår 2022", "Avvikelse"), printed="2,1"),
            " mnkr före justering",
            NoteRef("1"),
            ". Underlaget är ",
            Link((Text("bilaga 1"),), "bilaga-1-utfall.md#driften"),
            ".",
        ),
        heading(2, "Beskrivning av ärendet"),
        goals(),
        heading(3, "Driftkostnader"),
        bullets("Enhet 031: 0,6 mnkr", "Enhet 032: 1,5 mnkr", "Enhet 033: inget överskott"),
        heading(3, "Investeringar"),
        para("Av anslaget på 12,6 mnkr har 3,4 använts under perioden."),
        heading(2, "Ekonomiska konsekvenser"),
        para("Prognosen för helåret är 8,6 mnkr, det vill säga 68 procent av anslaget."),
        address=f"{path}/index.html",
        heading="Rapportering 2022 – tillfälle 3",
        notes=(Note("1", (para("Justering görs i bokslutet."),)),),
        date=dt.date(2022, 9, 13),
    )
    outcome = document(
        f"{path}/bilaga-1-utfall.md",
        "Ekonomisk uppföljning",
        heading(2, "Driften"),
        para("Prognosen för helåret är 2,1 mnkr bättre än budget."),
        operations(),
        heading(2, "Investeringarna"),
        investments(),
        number=1,
        heading="Ekonomisk uppföljning januari–augusti 2022",
        date=dt.date(2022, 9, 13),
    )
    plan = document(
        f"{path}/bilaga-2-handlingsplan.md",
        "Handlingsplan",
        action_plan(),
        number=2,
        date=dt.date(2022, 9, 13),
        landscape=True,
    )
    return Case(
        path=f"{path}/index.md",
        address=f"{path}/index.html",
        title="Rapportering av verksamhetsmål och ekonomi",
        dnr=Dnr("GSN 2022/35"),
        follows=(Follows("GSN-AU", dt.date(2022, 9, 12), "5"),),
        officer=HEAD_OF_IT,
        unit="IT-center",
        signed=(HEAD_OF_IT,),
        letter=letter,
        attachments=(outcome, plan),
        recipients=(
            Recipient("Kommunstyrelsen i Norrsala"),
            Recipient("Kommunstyrelsen i Ekvik"),
            Recipient("IT-chefen", "för kännedom"),
        ),
    )


def strategy(folder: str) -> Case:
    """Case 4 of the sample."""
    path = f"{folder}/04-digitaliseringsstrategi"
    letter = document(
        f"{path}/index.md",
        "Digitaliseringsstrategi",
        heading(2, "Förslag till beslut"),
        para("Tidsramen för uppdraget förlängs till och med den 31 december 2023."),
        heading(2, "Sammanfattning"),
        para("Samordningsgruppen behöver mer tid."),
        address=f"{path}/index.html",
        date=dt.date(2022, 9, 15),
    )
    names = (
        "Bakgrund", "Syfte", "Mål", "Avgränsningar", "Organisation", "Roller", "Tidplan", "Resurser", "Risker",
        "Kommunikation", "Uppföljning",
    )  # fmt: skip
    blocks: list[Block] = []
    for name in names:
        blocks += [heading(2, name), para(f"Här beskrivs {name.lower()} för uppdraget.")]
        if name == "Roller":
            blocks.append(
                Table(
                    head=(row("Roll", "Befattning", "Ansvar"),),
                    body=(
                        row("Uppdragsgivare", "IT-chef", cell(bullets("Beslutar om resurser", "Godkänner planen"))),
                        row("Uppdragsledare", "Strateg", "Leder arbetet"),
                    ),
                    align=("left", "left", "left"),
                )
            )
    description = document(
        f"{path}/bilaga-1-uppdragsbeskrivning.md",
        "Uppdragsbeskrivning",
        *blocks,
        number=1,
        date=dt.date(2022, 9, 15),
        version="1.0",
        toc=True,
        heading_numbers=True,
        revisions=(
            Revision(dt.date(2022, 7, 13), "0.1", "Karin Ekholm", "IT-chef", "Upprättande av dokument"),
            Revision(
                dt.date(2022, 9, 15),
                "1.0",
                "Karin Ekholm",
                "IT-chef",
                "Färdigställt efter dialog med samordningsgruppen",
            ),
        ),
    )
    return Case(
        path=f"{path}/index.md",
        address=f"{path}/index.html",
        title="Digitaliseringsstrategi",
        dnr=Dnr("GSN 2020/35"),
        other_dnr=(Dnr("AU 2022/7"),),
        officer=HEAD_OF_IT,
        letter=letter,
        attachments=(description,),
        recipients=(Recipient("Akten"),),
    )


def model(folder: str) -> Case:
    """Case 5 of the sample."""
    path = f"{folder}/05-modell-for-it-styrning.md"
    letter = document(
        path,
        "Modell för IT-styrning",
        heading(2, "Förslag till beslut"),
        para("Nämnden noterar arbetet och ger i uppdrag att ta fram ett reviderat dokument."),
        heading(2, "Beskrivning av ärendet"),
        Process(
            (
                Step("Samla", "Förvaltningarna samlar behov"),
                Step("Bereda", "IT-center bereder"),
                Step("Prioritera", "Samordningsgruppen prioriterar"),
                Step("Använda", "Verksamheten använder"),
            ),
            "Arbetsgång",
        ),
        heading(3, "Styrning"),
        bullets("En gemensam lista", "Beslut varje kvartal"),
        Quote((para(Strong((Text("Vi gör det tillsammans."),))),)),
        toc=True,
    )
    return Case(
        path=path,
        address=path.replace(".md", ".html"),
        title="Modell för IT-styrning",
        letter=letter,
        recipients=(Recipient("Kommunerna", "för kännedom och publicering"), Recipient("Akten")),
    )
