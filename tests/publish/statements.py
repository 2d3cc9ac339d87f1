"""An accessibility statement that says all that one can say."""

from __future__ import annotations

import datetime as dt

from kallelse.model.statement import Conformance, Lack, Method, Statement

MADE = Statement(
    path="kallelse.yml",
    line=3,
    status=Conformance.PARTIAL,
    assessed=dt.date(2022, 9, 1),
    updated=dt.date(2022, 9, 5),
    method=Method.SELF,
    how="Med tangentbord.",
    report="https://a.example/rapport",
    published=dt.date(2022, 8, 1),
    mended=dt.date(2023, 1, 31),
    lacks=(Lack("Skannade bilagor", "De saknar taggar.", "Bilagans egen sida."),),
    burden=(Lack("Kartor <1990", "Det kostar mer än det ger."),),
    outside=(Lack("Gamla filer", "De är äldre än lagen."),),
    form="https://a.example/brist",
    email="hjalp@norrsala.example",
    phone="0100-12 34 56",
    answer="inom två dagar",
    work=("Vi prövar varje månad.",),
)
