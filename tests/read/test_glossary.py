"""The municipality's own list of words as it is read, and beside that of the package."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest
from kallelse.build import Request, build
from kallelse.locale.findings import remedy, wrong
from kallelse.locale.glossary import glossary
from kallelse.model.glossary import Term
from kallelse.model.settings import Language
from kallelse.read.archive import read_archive

from tests.folders import CASE, archive_of, written


def read(root: Path, text: str) -> tuple[tuple[Term, ...], list[tuple[str, int]]]:
    """The terms of an archive with that list, and what is wrong with it, each said in both languages."""
    archive, _, findings = read_archive(written(archive_of(root, {}), {"glossary.md": text}))
    for finding in findings:
        assert all(wrong(finding, language) and remedy(finding, language) for language in ("sv", "en"))
        assert finding.place.path == "glossary.md"
    return archive.glossary, [(each.code, each.place.line) for each in findings]


def test_a_word_its_forms_and_its_meaning(tmp_path: Path) -> None:
    text = "# Våra ord\n\nBordlägga, bordlagt,  bordlades\n: Skjuta *upp*.\n\nJäv\njävig\n: Ett eget\n    intresse.\n"
    terms, found = read(tmp_path, text)
    assert found == []
    assert terms == (
        Term("Bordlägga", ("bordlagt", "bordlades"), "Skjuta upp.", 3),
        Term("Jäv", ("jävig",), "Ett eget intresse.", 6),
    )


def test_front_matter_is_allowed_and_may_say_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, "---\n---\n\nJäv\n: Eget intresse.\n")[0] == (Term("Jäv", (), "Eget intresse.", 4),)
    assert read(tmp_path, "---\ntitle: Ord\n---\n\nJäv\n: Eget intresse.\n")[1] == [("field-unknown", 2)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jäv\n: Ett.\n\nJäv\n: Två.\n", [("glossary-twice", 4)]),
        ("Jäv, jävig\n: Ett.\n\nJÄVIG\n: Två.\n", [("glossary-twice", 4)]),
        ("Jäv, jäv\n: Ett.\n", []),
        ("Jäv betyder eget intresse.\n", [("glossary-outside", 1)]),
        ("Jäv\n: Ett.\n\n- Lista\n", [("glossary-outside", 4)]),
        ("Jäv\n: [Ett](https://a.example/).\n", [("glossary-plain", 1)]),
        ("Jäv\n: Ett.\n\n    - två\n", [("glossary-plain", 1)]),
        (",\n: Ett.\n", [("glossary-empty", 1)]),
        ("Meröppet:\n: Ett.\n", [("glossary-signs", 1)]),
        ("Meröppet;meröppna\n: Ett.\n", [("glossary-signs", 1)]),
        ("Jäv, ”jävig”, meröppet., - ojävig\n: Ett.\n", [("glossary-signs", 1)] * 3),
        ("och\n: Ett.\n", [("glossary-common", 1)]),
        ("SKR:s, m.m., e-post, ordf., 5 §, (tf)\n: Ett.\n", []),
        (f"Jäv, {'x' * 80}\n: Ett.\n", []),
        (f"Jäv, {'x' * 81}\n: Ett.\n", [("glossary-long", 1)]),
        (f"Skyndsamt\n: Ett.\n\nJäv {'är eget intresse ' * 40}\n: Två.\n", [("glossary-long", 4)]),
    ],
)
def test_what_is_no_word_with_its_meaning_is_told_on_its_line(
    tmp_path: Path, text: str, expected: list[tuple[str, int]]
) -> None:
    assert read(tmp_path, text)[1] == expected


@pytest.mark.parametrize(
    ("text", "line", "typed"),
    [
        ("Jäv\n: Ett.\n\n- **Meröppet**: länge\n- två\n", 4, "- **Meröppet**: länge"),
        ("---\n---\n1. Meröppet\n", 3, "1. Meröppet"),
        ("> Meröppet\n", 1, "> Meröppet"),
        ("Meröppet: länge\n", 1, "Meröppet: länge"),
        ("```\nMeröppet\n```\n", 1, "```"),
        ("| Ord | Betydelse |\n|---|---|\n| Jäv | Ett |\n", 1, "| Ord | Betydelse |"),
    ],
)
def test_what_stands_outside_is_told_as_it_is_typed(tmp_path: Path, text: str, line: int, typed: str) -> None:
    _, _, findings = read_archive(written(archive_of(tmp_path, {}), {"glossary.md": text}))
    assert [(each.code, each.place.line) for each in findings if each.code == "glossary-outside"] == [
        ("glossary-outside", line)
    ]
    assert any(f"”{typed}”" in wrong(each, "sv") for each in findings)


def test_a_committees_folder_may_not_be_named_as_the_list_is(tmp_path: Path) -> None:
    written(tmp_path, {"glossarium.md": "Jäv\n: Ett.\n"})
    _, _, findings = read_archive(archive_of(tmp_path, {}))
    assert [each.code for each in findings] == ["committee-file"]


def test_own_words_stand_in_place_of_those_of_the_package_and_beside_them() -> None:
    own = (Term("Att bordlägga", ("bordlagt",), "Vår förklaring."), Term("Zonplan", (), "En plan."))
    names = [term.name for term in glossary(own, "sv")]
    assert "Att bordlägga" in names
    assert "Bordläggning" not in names
    ordered = {"Yrkande", "Zonplan", "Ändringsyrkande", "Återremiss"}
    assert [name for name in names if name in ordered] == ["Yrkande", "Zonplan", "Återremiss", "Ändringsyrkande"]
    assert len(names) == len(glossary((), "sv")) + 1


def test_an_own_word_that_is_a_form_of_one_of_the_package_explains_all_its_forms() -> None:
    own = (Term("Votering", ("voteringen",), "Vår."), Term("Bordlagt", (), "Skjutet."))
    terms = {term.name: term for term in glossary(own, "sv")}
    assert {"Omröstning", "Bordläggning"}.isdisjoint(terms)
    (standard,) = (term for term in glossary((), "sv") if term.name == "Omröstning")
    assert Counter(terms["Votering"].words) == Counter({*standard.words, "Votering"} - {"votering"})
    assert {"Omröstning", "omröstningar", "voteringar"} < set(terms["Votering"].forms)
    assert {"Bordläggning", "bordlades"} < set(terms["Bordlagt"].forms)
    assert terms["Votering"].meaning == "Vår."


def test_two_own_words_of_one_of_the_package_each_get_the_forms_like_them() -> None:
    own = (Term("Votering", (), "Räknas."), Term("Omröstning", (), "Ropas."))
    terms = {term.name: term for term in glossary(own, "sv")}
    assert terms["Votering"].forms == ("voteringen", "voteringar")
    assert terms["Omröstning"].forms == ("omröstningen", "omröstningar")


def test_a_site_gives_the_own_explanation_to_the_packages_forms(tmp_path: Path) -> None:
    case = CASE + "Omröstningen gällde vägen.\n"
    root = written(archive_of(tmp_path, {"1-a.md": case}), {"glossary.md": "Votering\n: Vår förklaring.\n"})
    made = build(Request(root, dt.date(2022, 9, 21), packets=False))
    page = next(each for each in made.pages if each.address.endswith("1-a.html"))
    assert ">Omröstningen</button>" in page.html
    assert "<strong>Votering</strong> Vår förklaring." in page.html


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_packages_own_words_are_each_there_once_and_explained_in_a_sentence_or_two(language: Language) -> None:
    terms = glossary((), language)
    words = Counter(word.casefold() for term in terms for word in term.words)
    assert [word for word, count in words.items() if count > 1] == []
    for term in terms:
        assert term.meaning.endswith(".")
        assert 1 <= term.meaning.count(". ") + 1 <= 3
        assert len(term.meaning) <= 260


def test_a_site_explains_what_the_list_says(tmp_path: Path) -> None:
    case = CASE + "Nämnden bordlade frågan om zonplanen.\n"
    root = written(archive_of(tmp_path, {"1-a.md": case}), {"glossary.md": "Zonplan, zonplanen\n: Vår plan.\n"})
    made = build(Request(root, dt.date(2022, 9, 21), packets=False))
    page = next(each for each in made.pages if each.address.endswith("1-a.html"))
    assert ">zonplanen</button>" in page.html
    assert ">bordlade</button>" in page.html
    assert "Vår plan." in next(each for each in made.pages if each.address == "ordlista.html").html
