"""Words to follow, found in texts: inflected, in compounds, and not in words that mean something else."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kallelse.locale.compound_parts import JOINED, PARTS
from kallelse.locale.compounds import cuts
from kallelse.locale.endings import all_inflected
from kallelse.locale.inflected import Finder

_FOUND = {
    "skola": "skola skolan skolor skolorna skolornas skolas skolskjuts förskola förskolan grundskolorna förskolebarn",
    "skolskjuts": "skolskjuts skolskjutsen skolskjutsar skolskjutsarna skolskjutsreglemente särskolskjutsen",
    "park": "park parken parker parkerna stadspark parklek parkskötsel",
    "vatten": "vatten vattnet vattnets vattenledning avloppsvatten dricksvattnet",
    "gymnasium": "gymnasium gymnasiet gymnasier gymnasieskola",
    "bad": "bad badet baden",
    "bibliotek": "bibliotek bibliotekets biblioteken biblioteksplan folkbiblioteksverksamhet",
    "miljö": "miljö miljön miljöplan arbetsmiljö arbetsmiljöarbete",
    "detaljplan": "detaljplan detaljplanen detaljplaner detaljplaneändring DETALJPLAN",
    "skatt": "skatten skatter kommunalskatt fastighetsskatten skattesats skatteavdrag skattehöjning",
    "sport": "sporten sporthall idrottssportens sportfiske",
    "natur": "naturen naturreservat naturvård naturvetenskap naturupplevelse kulturnaturen",
    "mark": "marken marker markägare skogsmark markköp",
    "port": "porten portar hamnporten",
    "rast": "rasten raster skolrast",
    "gata": "gatan gator gatorna gatubelysning storgatan gatunätet",
    "lärare": "lärare läraren lärarna lärarnas lärarlön gymnasielärarna",
    "museum": "museet museer museichef konstmuseum",
    "centrum": "centrum centret centrumplan",
    "ansökan": "ansökan ansökans ansökningen ansökningar ansökningarnas ansökningsblankett bygglovsansökan",
    "bygglovsansökan": "bygglovsansökan bygglovsansökningarna",
    "bok": "bok boken böcker böckernas",
    "stad": "staden städer städernas småstäder stadspark",
    "tjänsteman": "tjänsteman tjänstemannen tjänstemän tjänstemännens",
    "lekrum": "lekrum lekrummet lekrummen",
    # Words that no list holds.
    "skateboard": "skateboarden skateboards skateboardhall skateboardramp bergsskateboard skateboardhallsområde",
    "bredband": "bredbandet bredbandsstrategi fiberbredband stadsbredbandet bredbandsutbyggnad",
    "vattentäkt": "vattentäkten grundvattentäkter vattentäktsområde grundvattentäktsområdet",
    "vindkraft": "vindkraftverk havsvindkraft vindkraftutbyggnad",
    "golf": "golfen golfhall",
    "huvudman": "huvudmannen huvudmän huvudmännens",
}
_NOT_FOUND = {
    "skola": "skolning askol skolkar",
    "skolskjuts": "skola skjuts",
    "park": "parkering parkeringen parkett",
    "bad": "badrum mobbad lobbade badminton",
    "väg": "vägg vägning vägra",
    "mål": "mal målare",
    "skatt": "uppskattas uppskattade uppskattning underskatta skattade",
    "sport": "transport Transporten transporterade transportörer transportplan avtransporten varutransporter",
    "natur": "signatur signaturen naturlig naturligtvis naturalist",
    "port": "rapporten rapporter delrapport import exporten portfölj portion stadsrapport",
    "rast": "kontrasten infrastruktur klarast",
    "mark": "markerade anmärkning marknad arbetsmarknaden marknadsplan",
    "konst": "konstruktion vägkonstruktion konstatera konstant konstellation",
    "handel": "handlar behandlas handla handling",
    "stad": "verkstaden bekostade stadga stadgar bostad",
    "roll": "kontroll kontrollen protokoll protokollet",
    "trafik": "trafikera trafikant trafikerade",
    "parti": "partikelfilter partiklar",
    "plan": "planerar planeten plantering planket planktonet",
    "ansökan": "sökande efterfrågan",
}


@pytest.mark.parametrize(("word", "text"), [(word, each) for word, texts in _FOUND.items() for each in texts.split()])
def test_a_word_is_found_inflected_and_in_compounds(word: str, text: str) -> None:
    finder = Finder({"x": (word,)}, "sv")
    assert finder.found(f"Om {text}, i dag.") == {"x"}
    assert finder.found(text) == {"x"}


@pytest.mark.parametrize(
    ("word", "text"), [(word, each) for word, texts in _NOT_FOUND.items() for each in texts.split()]
)
def test_a_word_is_not_found_in_others(word: str, text: str) -> None:
    assert Finder({"x": (word,)}, "sv").found(f"Om {text}, i dag.") == frozenset()


@pytest.mark.parametrize("text", ["fri entré", "FRI  entré", "om fri entré.", "frias entréer"])
def test_several_words_are_found_in_a_row(text: str) -> None:
    finder = Finder({"x": ("fri entré",)}, "sv")
    assert finder.found(text) == {"x"}
    assert finder.found("fri från entré") == frozenset()


def test_each_thing_is_found_by_any_of_its_words() -> None:
    finder = Finder({"nat": ("bredband", "fiber"), "bad": ("bad",), "e-tjanst": ("e-tjänst",)}, "sv")
    assert finder.found("Utbyggnad av fibern och våra e-tjänster") == {"nat", "e-tjanst"}
    assert finder.found("Badet och bredbandsstrategin") == {"nat", "bad"}
    assert finder.found("") == frozenset()


def test_a_listed_word_of_two_is_known_as_such_after_what_is_not_known() -> None:
    assert Finder({"x": ("skola",)}, "sv").found("Ekförskolan") == {"x"}


def test_what_is_too_long_to_be_a_word_is_not_taken_apart() -> None:
    assert Finder({"x": ("skola",)}, "sv").found("skol" * 3000) == frozenset()


def test_signs_in_a_word_mean_themselves() -> None:
    assert Finder({"x": ("c++ (kurs)",)}, "sv").found("En c++ (kurs) till") == {"x"}
    assert Finder({"x": (".",)}, "sv").found("Allt. Möjligt.") == frozenset()


@given(st.sampled_from(PARTS.split()), st.sampled_from(PARTS.split()), st.sampled_from(PARTS.split()))
def test_each_word_of_a_compound_is_found_where_the_index_cuts_it(first: str, second: str, third: str) -> None:
    compound = first + second + third
    ends = (0, *cuts(compound), len(compound))
    words = {compound[begin:end] for begin, end in itertools.pairwise(ends)} & {first, second, third}
    words = {word for word in words if len(word) > 3}
    assert Finder({word: (word,) for word in words}, "sv").found(compound) >= words


@given(st.sampled_from(PARTS.split()), st.sampled_from(PARTS.split()))
def test_a_word_that_is_listed_is_found_in_no_other_one(word: str, other: str) -> None:
    found = Finder({"x": (word,)}, "sv").found(other)
    assert not found or other in all_inflected(word) or other in JOINED.replace("|", "").split()


def test_english_words_take_their_own_endings() -> None:
    finder = Finder({"x": ("school",)}, "en")
    assert all(finder.found(text) == {"x"} for text in ("school", "Schools", "the school’s roof"))
    assert finder.found("schooling") == frozenset()
