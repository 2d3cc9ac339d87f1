from __future__ import annotations

from typing import get_args

import pytest
from kallelse.locale.law import citation
from kallelse.model.law import Provision
from kallelse.model.settings import Language


@pytest.mark.parametrize(
    ("provision", "language", "cited"),
    [
        (Provision.KL_8_12, "sv", "8~kap. 12~§ kommunallagen (2017:725)"),
        (Provision.FL_44, "sv", "44~§ förvaltningslagen (2017:900)"),
        (Provision.TIME_2, "sv", "2~§ lagen (1930:173) om beräkning av lagstadgad tid"),
        (Provision.KL_8_12, "en", "Chapter~8, Section~12 of the Local Government Act (2017:725)"),
        (Provision.FL_44, "en", "Section~44 of the Administrative Procedure Act (2017:900)"),
        (Provision.TIME_2, "en", "Section~2 of the Act (1930:173) on the Calculation of Statutory Time"),
    ],
)
def test_a_provision_is_cited_in_the_language_of_the_site(provision: Provision, language: Language, cited: str) -> None:
    assert citation(provision, language) == cited.replace("~", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize("language", get_args(Language))
def test_no_two_provisions_are_cited_alike(language: Language) -> None:
    assert len({citation(provision, language) for provision in Provision}) == len(Provision)


def test_a_provision_is_called_by_the_section_that_it_stands_in() -> None:
    for provision in Provision:
        section = provision.value
        numbers = [section.number] if section.chapter is None else [section.chapter, section.number]
        letters = {"2017:725": "KL", "2017:900": "FL", "1930:173": "TIME"}[section.statute.value]
        assert provision.name == "_".join([letters, *map(str, numbers)])
