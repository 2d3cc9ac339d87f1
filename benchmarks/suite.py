"""The name of a benchmark and its size turned into figures, each side in processes of its own and in turns."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import growth, joining, machine, memory, packet, preview, searching, searchpages, sites, yearbook
from benchmarks.archive import Size, write_archive
from benchmarks.child import BenchmarkError, in_child
from benchmarks.figures import Figure

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Benchmark:
    """What is measured, at which size, how many rounds; `run` gets a folder for its files."""

    name: str
    about: str
    size: Size
    rounds: int
    run: Callable[[Path, Size, int, Say], tuple[Figure, ...]]


def measured(benchmark: Benchmark, size: Size, rounds: int, say: Say) -> tuple[Figure, ...]:
    """The figures of one benchmark, whose files are gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="kallelse-benchmark-") as folder:
        return benchmark.run(Path(folder), size, rounds, say)


def _packet(folder: Path, size: Size, rounds: int, say: Say) -> tuple[Figure, ...]:
    # The first meeting only warms up, and each round has a document of its own.
    write_archive(folder, Size(rounds + 1, size.cases, size.pages))
    found = in_child(packet.rounds, folder)
    for number, one in enumerate(found, start=1):
        say(f"round {number}: {one.pages} pages, bare {one.bare:.2f} s, ours {one.whole:.2f} s")
    pages = min(one.pages for one in found)
    bare = _quickest(found, lambda one: one.bare)
    kept = _quickest(found, lambda one: one.bare + one.forgetting)
    setting = _quickest(found, lambda one: one.setting)
    forgetting = _quickest(found, lambda one: one.setting + one.forgetting)
    after = _quickest(found, lambda one: one.packing + one.reading_back)
    kilobytes = min(one.size / one.pages for one in found) / 1000
    typst = f"{_ms(bare)} bare Typst"
    return (
        Figure("setting", "making the source and setting it", _ms(setting), typst, setting / bare, pages),
        Figure(
            "forgetting",
            "the same, when both have to forget the document",
            _ms(forgetting),
            f"{_ms(kept)} bare Typst",
            forgetting / kept,
            pages,
        ),
        Figure("reading-back", "packing and reading back", _ms(after), typst, after / bare, pages),
        Figure("kilobytes", "size of a page in the packet", f"{kilobytes:.1f} kB a page", "", kilobytes, pages),
    )


def _yearbook(folder: Path, size: Size, rounds: int, say: Say) -> tuple[Figure, ...]:
    if lack := in_child(yearbook.missing):
        raise BenchmarkError(lack)
    yearbook.write_book(folder, size)
    ours: list[yearbook.Made] = []
    theirs: list[yearbook.Made] = []
    for number in range(1, rounds + 1):
        theirs.append(in_child(yearbook.their_book, folder))
        ours.append(in_child(yearbook.our_packet, folder))
        say(f"round {number}: mkdocs-with-pdf {theirs[-1].seconds:.2f} s, ours {ours[-1].seconds:.2f} s")
    their, our = (min(made, key=lambda one: one.seconds) for made in (theirs, ours))
    their_page, our_page = their.seconds / their.pages, our.seconds / our.pages
    pages = min(their.pages, our.pages)
    return (
        Figure(
            "yearbook",
            "from Markdown to PDF, a page",
            f"{_ms(our_page)} ({our.pages})",
            f"{_ms(their_page)} ({their.pages}) mkdocs-with-pdf",
            their_page / our_page,
            pages,
        ),
        Figure(
            "yearbook-whole",
            "from Markdown to PDF, the whole",
            f"{our.seconds:.2f} s",
            f"{their.seconds:.2f} s mkdocs-with-pdf",
            their.seconds / our.seconds,
            pages,
        ),
    )


def _site(folder: Path, size: Size, rounds: int, say: Say) -> tuple[Figure, ...]:
    sites.write_sites(folder, size)
    ours: list[float] = []
    two: list[float] = []
    kept: list[float] = []
    theirs: list[float] = []
    for number in range(1, rounds + 1):
        theirs.append(in_child(sites.build_plain, folder))
        two.append(in_child(sites.build_two, folder))
        ours.append(in_child(sites.build_ours, folder))
        kept.append(in_child(sites.build_kept, folder))
        took = f"ours {ours[-1]:.2f} s, in two processes {two[-1]:.2f} s, again {kept[-1]:.2f} s"
        say(f"round {number}: plain MkDocs {theirs[-1]:.2f} s, {took}")
    our, stored, their = min(ours), min(kept), min(theirs)
    both = in_child(machine.at_once)
    return (
        Figure(
            "at-once", "work of two processes at once ÷ of one", f"{both:.2f}", "", both, size.meetings * size.cases
        ),
        Figure(
            "site-two",
            "the same in two processes",
            f"{min(two):.2f} s",
            f"{their:.2f} s",
            min(two) / their,
            size.meetings * size.cases,
        ),
        Figure(
            "site-kept",
            "the same from what is kept",
            f"{stored:.2f} s",
            f"{their:.2f} s",
            stored / their,
            size.meetings * size.cases,
        ),
        Figure(
            "site",
            "site without packets, its search included",
            f"{our:.2f} s",
            f"{their:.2f} s MkDocs, Material and its search",
            our / their,
            size.meetings * size.cases,
        ),
    )


def _growth(folder: Path, size: Size, _rounds: int, say: Say) -> tuple[Figure, ...]:
    small, large = size, Size(size.meetings * 4, size.cases, size.pages)
    few = growth.builds(folder / "small", small)
    say(f"{small.meetings * small.cases:,} cases: first {few.first:.2f} s, again {few.again:.2f} s")
    many = growth.builds(folder / "large", large)
    say(f"{large.meetings * large.cases:,} cases: first {many.first:.2f} s, again {many.again:.2f} s")
    first, cases = f"{many.first:.2f} s the first build", large.meetings * large.cases
    return (
        Figure(
            "growth",
            f"a case of {cases:,} ÷ one of {small.meetings * small.cases:,}",
            f"{many.first:.2f} s",
            f"{few.first:.2f} s",
            many.first / few.first / 4,
            cases,
        ),
        Figure("again", "a build without a change", f"{many.again:.2f} s", first, many.first / many.again, cases),
        Figure(
            "edited", "a build with one case edited", f"{many.edited:.2f} s", first, many.first / many.edited, cases
        ),
    )


def _preview(folder: Path, size: Size, rounds: int, say: Say) -> tuple[Figure, ...]:
    found = in_child(preview.edits, folder, size, rounds)
    for number, seconds in enumerate(found, start=1):
        say(f"edit {number}: {seconds:.2f} s")
    quickest, cases = min(found), size.meetings * size.cases
    what = "seconds until an edited case shows, page and packet"
    return (Figure("preview", what, f"{quickest:.2f} s", "", quickest, cases),)


def _joining(folder: Path, size: Size, rounds: int, say: Say) -> tuple[Figure, ...]:
    root = folder / "meetings"
    file = joining.write_foreign(root, size.pages)
    ours: list[float] = []
    theirs: list[float] = []
    for number in range(1, rounds + 1):
        theirs.append(in_child(joining.merged, file))
        ours.append(in_child(joining.joined, root))
        say(f"round {number}: qpdf merging {theirs[-1]:.2f} s, ours joining {ours[-1]:.2f} s")
    our, their = min(ours), min(theirs)
    what = f"joining {size.pages:,} foreign pages"
    return (Figure("joining", what, f"{our:.2f} s", f"{their:.2f} s qpdf, merging", our / their, size.pages),)


def _search(folder: Path, size: Size, rounds: int, say: Say) -> tuple[Figure, ...]:
    cases = size.meetings * size.cases
    ours, theirs = folder / "ours", folder / "theirs"
    in_child(searchpages.write_ours, ours, cases)
    in_child(searchpages.build_theirs, theirs, cases)
    our: list[searching.Asked] = []
    their: list[searching.Asked] = []
    for number in range(1, rounds + 1):
        their.append(in_child(searching.asked, theirs / searchpages.THEIR_SITE, searching.THEIRS, searchpages.WORD))
        our.append(in_child(searching.asked, ours, searching.OURS, searchpages.WORD))
        say(f"round {number}: Material {their[-1].seconds:.2f} s, ours {our[-1].seconds:.2f} s")
    others = [in_child(searching.asked, ours, searching.OURS, each) for each in searchpages.OTHERS]
    for query, one in zip(searchpages.OTHERS, others, strict=True):
        say(f"{query}: {_kb(one.sent)} in {one.answers} answers")
    most, its = max((our[0], *others), key=lambda one: one.sent), their[0].sent
    quickest, slowest = min(one.seconds for one in our), min(one.seconds for one in their)
    return (
        Figure(
            "search-kilobytes",
            f"sent at most for a query of one word or two among {cases:,} cases, to its first ten hits",
            f"{_kb(most.sent)}, {most.answers} answers",
            f"{_kb(its)} Material's search",
            most.sent / 1000,
            cases,
        ),
        Figure(
            "search-first-hit",
            "from opening the page to the first hit",
            f"{quickest:.2f} s",
            f"{slowest:.2f} s Material's search",
            quickest / slowest,
            cases,
        ),
    )


def _kb(sent: int) -> str:
    return f"{sent / 1000:,.0f} kB"


def _memory(folder: Path, size: Size, _rounds: int, _say: Say) -> tuple[Figure, ...]:
    return tuple(_peak(name, folder / name, one) for name, one in (("memory-half", size.scaled(0.5)), ("memory", size)))


def _peak(name: str, folder: Path, size: Size) -> Figure:
    write_archive(folder, size)
    peak = in_child(memory.peak, folder)
    gigabytes = peak.memory / 1e9
    what = f"peak for a packet of {peak.pages:,} pages"
    return Figure(name, what, f"{gigabytes:.2f} GB", "", gigabytes, peak.pages)


def _quickest(rounds: Sequence[packet.Round], seconds: Callable[[packet.Round], float]) -> float:
    """Seconds a page in the best round, for whatever disturbs a measurement only ever adds."""
    return min(seconds(one) / one.pages for one in rounds)


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.2f} ms"


BENCHMARKS: Mapping[str, Benchmark] = {
    benchmark.name: benchmark
    for benchmark in (
        Benchmark("packet", "our packets beside bare Typst", Size(1, 8, 13), 7, _packet),
        Benchmark(
            "yearbook", "a packet beside mkdocs-with-pdf's book of the same texts", Size(1, 14, 13), 3, _yearbook
        ),
        Benchmark("site", "the site beside plain MkDocs with Material and its search", Size(40, 25, 2), 4, _site),
        Benchmark("growth", "builds of an archive and of one four times as large", Size(40, 25, 2), 1, _growth),
        Benchmark("preview", "edits of one case while the site is served", Size(50, 40, 2), 5, _preview),
        Benchmark("joining", "a long foreign document beside qpdf merging its pages", Size(1, 1, 1000), 3, _joining),
        Benchmark("search", "one word asked among many cases, in a browser", Size(100, 100, 1), 3, _search),
        Benchmark("memory", "gigabytes for one large packet, and for half of it", Size(1, 21, 50), 1, _memory),
    )
}
