"""Pages of the handbook: contact and accessibility statement in their foot, a menu that has a name."""

from __future__ import annotations

from kallelse.model.settings import Settings
from kallelse.publish.handbook import completed

SETTINGS = Settings(name="Norrsala & kommun", contact=("Storgatan 1",), email="kansli@norrsala.example")
PAGE = '<input type="checkbox" id="__drawer" autocomplete="off"><footer><div class="md-copyright">\n</div></footer>'


def test_the_foot_says_what_that_of_every_page_does() -> None:
    html, _ = completed(PAGE, "handbok/index.html", SETTINGS)
    for said in (
        "Norrsala &amp; kommun<br>Storgatan 1<br>",
        'href="mailto:kansli@norrsala.example"',
        '<a href="../tillganglighet.html">Tillgänglighetsredogörelse</a>',
        '<a href="../ordlista.html">Ordlista</a>',
        'id="__drawer" aria-label="Huvudmeny"',
    ):
        assert said in html


def test_a_page_of_another_theme_stays_as_it_is() -> None:
    assert completed("<footer>Egen</footer>", "om.html", SETTINGS)[0] == "<footer>Egen</footer>"
