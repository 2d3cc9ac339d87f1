"""Who is disqualified as a part of a paragraph has it: not whoever is denied to be, nor one of whom nobody can tell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.model.finding import Severity
from kallelse.read.record.disqualified import Aside, read_aside

from tests.read.record.held import held
from tests.read.record.test_naming import NAMES, PEOPLE

PER, EVA, JOHAN, KARIN = "Per Nyberg", "Eva Lind", "Johan Westin", "Karin Ahlström"


def aside(*lines: str) -> Aside:
    return read_aside(lines, PEOPLE)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Per Nyberg anmäler jäv.", [PER]),
        ("Per Nyberg anmäler jäv och är inte med när ärendet behandlas.", [PER]),
        ("Per Nyberg, som är jävig, deltar inte.", [PER]),
        ("Per Nyberg deltar inte i beslutet på grund av jäv.", [PER]),
        ("Per Nyberg deltar på grund av jäv inte i beslutet.", [PER]),
        ("Per Nyberg är på grund av jäv inte närvarande.", [PER]),
        ("Per Nyberg anmäler jäv utan att ange skäl.", [PER]),
        ("Per Nyberg informerar om att han är jävig.", [PER]),
        ("Per Nyberg (C), 6 kap. 28 § KL", [PER]),
        ("Per Nyberg lämnar rummet och Karin Ahlström tar upp frågan.", [PER]),
        ("Johan Westin anmäler jäv. Karin Ahlström tar upp frågan.", [JOHAN]),
        ("Johan Westin anmäler jäv och ordföranden Karin Ahlström tar upp frågan.", [JOHAN]),
        ("Karin Ahlström och Johan Westin anmäler jäv.", [KARIN, JOHAN]),
        ("Ledamöterna Karin Ahlström, Per Nyberg (C) och Johan Westin är jäviga.", [KARIN, PER, JOHAN]),
        ("Karin Ahlström anmäler jäv, liksom Johan Westin (M).", [KARIN, JOHAN]),
        ("Karin Ahlström anmäler jäv. Det gör även Johan Westin.", [KARIN, JOHAN]),
        ("Jäv anmäls av Per Nyberg och Eva Lind.", [PER, EVA]),
        ("Jäv: Per Nyberg (C), Eva Lind (S)", [PER, EVA]),
        ("På grund av jäv deltar varken Per Nyberg eller Johan Westin.", [PER, JOHAN]),
        # Others have their own part in it.
        ("På grund av jäv lämnar Per Nyberg lokalen och Eva Lind tar upp frågan.", [PER]),
        ("På grund av jäv lämnar Per Nyberg och Johan Westin lokalen och Eva Lind tar upp frågan.", [PER, JOHAN]),
        ("På grund av jäv ersätts Per Nyberg av Eva Lind.", [PER]),
        ("Eva Lind tjänstgör för Per Nyberg på grund av jäv.", [PER]),
        ("Per Nyberg anmäler jäv, lämnar salen och ersätts av Eva Lind.", [PER]),
        ("Per Nyberg anmäler jäv till ordföranden Karin Ahlström.", [PER]),
        ("Per Nyberg anmäler jäv, eftersom Eva Lind är hans syster.", [PER]),
        ("Karin Ahlström finner att jäv föreligger för Johan Westin.", [JOHAN]),
        # What is denied of others, or answered.
        ("Per Nyberg anmäler jäv. Ingen annan är jävig.", [PER]),
        ("Per Nyberg är jävig men Eva Lind och Johan Westin är inte jäviga.", [PER]),
        ("Jäv föreligger för Per Nyberg men inte för Eva Lind.", [PER]),
        ("Per Nyberg och Eva Lind anmäler jäv. Nämnden finner att jäv inte föreligger för Eva Lind.", [PER]),
        ("Per Nyberg väcker frågan om Eva Lind är jävig. Nämnden finner att Eva Lind är jävig.", [EVA]),
        ("Per Nyberg väcker frågan om Eva Lind är jävig. Nämnden finner att jäv föreligger.", [EVA]),
        ("Per Nyberg anmäler jäv. Nämnden finner att beslutet inte påverkas av jävet.", [PER]),
        ("Per Nyberg recuses himself.", [PER]),
        ("Per Nyberg is not present due to a conflict of interest and Eva Lind takes the chair.", [PER]),
    ],
)
def test_who_is_disqualified_is_named(text: str, names: list[str]) -> None:
    found = aside(text)
    assert (list(found.names), found.doubtful) == (names, ())


@pytest.mark.parametrize(
    "text",
    [
        "Nämnden finner att jäv inte föreligger för Per Nyberg.",
        "Jäv föreligger inte för Per Nyberg (C) och Eva Lind (S).",
        "Jäv för Per Nyberg (C) föreligger ej.",
        "Jäv saknas för Per Nyberg.",
        "Per Nyberg (C) är inte jävig.",
        "Per Nyberg anser sig inte vara jävig.",
        "Per Nyberg har inte anmält jäv.",
        "Varken Per Nyberg eller Eva Lind är jäviga.",
        "Nämnden finner inte att jäv föreligger för Per Nyberg.",
        "Karin Ahlström finner att jäv inte föreligger för Johan Westin.",
        "Per Nyberg anmäler jäv. Nämnden finner att jäv inte föreligger.",
        "Per Nyberg väcker frågan om sitt jäv. Nämnden finner att jäv inte föreligger.",
        "Per Nyberg väcker frågan om Eva Lind är jävig. Nämnden finner att hon inte är jävig.",
        "Följande är inte jäviga: Per Nyberg och Eva Lind.",
        "Ingen anmäler jäv.",
        "Inget jäv föreligger.",
        "Ingen.",
        "Per Nyberg is not disqualified.",
    ],
)
def test_a_denial_disqualifies_nobody(text: str) -> None:
    assert aside(text) == Aside(is_denied=True)


@pytest.mark.parametrize(
    ("text", "names", "doubtful"),
    [
        ("Per Nyberg väcker frågan om Eva Lind är jävig.", [], [EVA]),
        ("Per Nyberg anmäler att Eva Lind är jävig.", [], [PER, EVA]),
        ("Per Nyberg avstår inte på grund av jäv.", [], [PER]),
        ("Per Nyberg lämnar inte rummet.", [], [PER]),
        ("Nämnden bifaller inte att Per Nyberg ska avstå för jäv.", [], [PER]),
        ("Per Nyberg anmäler jäv. Eva Lind lämnar lokalen.", [PER], [EVA]),
        ("På grund av jäv lämnar Per Nyberg lokalen och Eva Lind salen.", [PER], [EVA]),
        ("På grund av jäv lämnar Per Nyberg och Eva Lind tar upp frågan.", [], [PER, EVA]),
        ("Per Nyberg och Eva Lind anmäler jäv. Nämnden finner att jäv inte föreligger.", [], [PER, EVA]),
    ],
)
def test_what_cannot_be_read_for_certain_disqualifies_nobody(text: str, names: list[str], doubtful: list[str]) -> None:
    found = aside(text)
    assert (list(found.names), list(found.doubtful)) == (names, doubtful)


@given(st.lists(st.sampled_from(NAMES), unique=True, min_size=1), st.sampled_from((", ", " och ", " samt ")))
def test_all_that_are_listed_are_named_or_denied(names: list[str], between: str) -> None:
    listed = between.join(names)
    assert aside(f"{listed} anmäler jäv.").names == tuple(names)
    assert aside("Följande är jäviga:", *names).names == tuple(names)
    assert aside(f"Jäv föreligger inte för {listed}.") == Aside(is_denied=True)
    assert aside(f"{listed} är inte jäviga.") == Aside(is_denied=True)


@given(
    st.lists(st.sampled_from((*NAMES, "jäv", "inte", "och", "om", "för", "lämnar", "är", ".", ",", "(")), max_size=12)
)
def test_nobody_is_disqualified_and_doubtful_at_once(parts: list[str]) -> None:
    found = aside(" ".join(parts))
    assert not set(found.names) & set(found.doubtful)
    assert {*found.names, *found.doubtful} <= set(NAMES)


def test_a_denial_in_minutes_is_no_finding_and_a_doubt_is_a_remark_on_its_line() -> None:
    denied = held("## 2\n\n### Jäv\n\nNämnden finner att jäv inte föreligger för Per Nyberg (C).\n")
    assert (denied.only.disqualified, denied.told) == ((), [])
    unclear = held("## 2\n\n### Jäv\n\nFrågan väcks.\n\nAnders Holmgren anmäler att Per Nyberg (C) är jävig.\n")
    assert unclear.only.disqualified == ()
    assert unclear.told == [("disqualified-doubtful", 7), ("disqualified-doubtful", 7)]
    assert all(each.severity is Severity.REMARK for each in unclear.findings)
