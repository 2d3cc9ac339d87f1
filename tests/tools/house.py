"""A package's source files turned into the places where they break the rules of the house."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

PACKAGE = "kallelse"
LONGEST = 400
"""Lines of a file."""

STAGES = ("read", "check", "typeset", "publish")
_BELOW = {
    "model": frozenset[str](),
    "law": frozenset({"model"}),
    "locale": frozenset({"model"}),
    "fonts": frozenset({"model"}),
    "foreign": frozenset({"model"}),
    **{stage: frozenset({"model", "law", "locale", "fonts", "foreign"}) for stage in STAGES},
}
"""What each part of the package may import beside itself; the parts above the stages may import all below."""

_ABOVE_BUILD = frozenset({"commands", "plugin"})
_KNOWN_BY = {"mkdocs": ("engine", "plugin"), "argparse": ("cli",)}
_CALLED_FROM_OUTSIDE = frozenset({"KallelsePlugin"})
_TEXT_TREE = f"{PACKAGE}.model.text"


@dataclass(frozen=True, slots=True, order=True)
class Breach:
    """Where a rule is broken, and how."""

    path: str
    line: int
    said: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.said}"


@dataclass(frozen=True, slots=True)
class Module:
    """One source file: its path in the package, the part it belongs to, its text and its syntax tree."""

    path: str
    name: str
    text: str
    tree: ast.Module

    @property
    def part(self) -> str:
        """The folder or file right under the package; the package's own file is its root, an empty part."""
        return self.path.split("/")[0].removesuffix(".py") if self.path != "__init__.py" else ""


@dataclass(frozen=True, slots=True)
class Import:
    """One imported name in full, such as `kallelse.model.text.Para`, and its line."""

    name: str
    line: int

    @property
    def part(self) -> str | None:
        """The part of the package that is imported, None for what is not of the package."""
        top, _, rest = self.name.partition(".")
        return rest.split(".")[0] if top == PACKAGE else None


def modules(package: Path) -> list[Module]:
    """All source files of a package, in order of their paths."""
    found = []
    for file in sorted(package.rglob("*.py")):
        path = file.relative_to(package).as_posix()
        text = file.read_text(encoding="utf-8")
        dotted = ".".join((PACKAGE, *path.removesuffix(".py").split("/"))).removesuffix(".__init__")
        found.append(Module(path, dotted, text, ast.parse(text, path)))
    return found


def imports(module: Module) -> Iterator[Import]:
    """Every import at whatever depth, also one for types only; relative ones are made absolute."""
    for node in ast.walk(module.tree):
        match node:
            case ast.Import(names=names):
                yield from (Import(alias.name, node.lineno) for alias in names)
            case ast.ImportFrom(module=source, names=names, level=level):
                base = source or ""
                if level:
                    inside = module.name.split(".")
                    up = level - module.path.endswith("__init__.py")
                    base = ".".join((*inside[: len(inside) - up], *filter(None, [source])))
                yield from (Import(f"{base}.{alias.name}", node.lineno) for alias in names)
            case ast.Call(func=ast.Name(id="__import__") | ast.Attribute(attr="import_module")):
                yield Import("__import__", node.lineno)
            case _:
                pass


def libraries(everything: Iterable[Module], name: str) -> set[str]:
    """The distributions of which the module `name`, or any that it imports at whatever depth, imports something."""
    known, packed = {module.name: module for module in everything}, _packed()
    found, passed, left = set[str](), set[str](), {name}
    while left:
        module = left.pop()
        passed.add(module)
        for one in imports(known[module]):
            left |= ({one.name, one.name.rpartition(".")[0]} & known.keys()) - passed
            top = one.name.partition(".")[0]
            if top != PACKAGE and (top in packed or top not in sys.stdlib_module_names):
                found |= {each.lower() for each in packed[top]}
    return found


@cache
def _packed() -> Mapping[str, list[str]]:
    """The distributions that hold a package, by its name."""
    # The standard library takes the rules of local time from one where the system has none.
    return {**packages_distributions(), "zoneinfo": ["tzdata"]}


def breaches(package: Path) -> list[Breach]:
    """All places of a package where a rule is broken, in order."""
    return sorted(
        breach
        for module in modules(package)
        for rule in (_directions, _faces, _closed_matches, _opening, _length)
        for breach in rule(module)
    )


def idle(package: Path) -> list[Breach]:
    """What a package defines at the top of a module and never uses by its name, nor in its templates.

    What is a module's own has to be used in it; the words of `locale` by what has them.
    """
    everything = modules(package)
    files = (file for file in package.rglob("*") if file.suffix in (".html", ".typ", ".js"))
    shown = {word for file in files for word in re.findall(r"\w+", file.read_text(encoding="utf-8"))}
    inside = {module.path: set(_used(module)) for module in everything}
    used = shown.union(*inside.values())
    asked = shown | {name for module in everything for name in _asked(module)}
    return sorted(
        Breach(module.path, line, f"{name} is used by nothing")
        for module in everything
        for name, line, among in (
            *((name, line, inside[module.path] if _is_own(name) else used) for name, line in _defined(module)),
            *((name, line, asked) for name, line in _words(module)),
        )
        if name not in among and name not in _CALLED_FROM_OUTSIDE and not name.startswith("__")
    )


def _is_own(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def _asked(module: Module) -> Iterator[str]:
    """The names that something of the module asks of a value."""
    return (node.attr for node in ast.walk(module.tree) if isinstance(node, ast.Attribute))


def _words(module: Module) -> Iterator[tuple[str, int]]:
    """The fields of the classes of words that a module of `locale` defines."""
    if module.part != "locale":
        return
    for node in module.tree.body:
        if isinstance(node, ast.ClassDef) and node.name.endswith("Words"):
            for field in node.body:
                if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
                    yield field.target.id, field.lineno


def _used(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        match node:
            case ast.Name(id=name, ctx=ast.Load()) | ast.Attribute(attr=name):
                yield name
            case _:
                pass


def _defined(module: Module) -> Iterator[tuple[str, int]]:
    for node in module.tree.body:
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                yield name, node.lineno
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                yield name, node.lineno
            case _:
                pass


def _directions(module: Module) -> Iterator[Breach]:
    """One way: stages side by side over what they share, the nouns at the bottom."""
    for imported in imports(module):
        if imported.name == "__import__":
            yield Breach(module.path, imported.line, "an import by a name made at run time hides from this check")
        part = imported.part
        if part is None or part == module.part:
            continue
        if module.part in _BELOW and part not in _BELOW[module.part]:
            yield Breach(module.path, imported.line, f"{module.part} imports {part or PACKAGE}")
        if module.part == "" and not imported.name.startswith(f"{PACKAGE}.model."):
            yield Breach(module.path, imported.line, f"the package's root imports {part}")


def _faces(module: Module) -> Iterator[Breach]:
    """Only the two faces know MkDocs, the command line, and that there is a build."""
    for imported in imports(module):
        top = imported.name.split(".")[0]
        only = _KNOWN_BY.get(top, ())
        if only and module.part not in only:
            told = " and ".join(f"{name}.py" for name in only)
            yield Breach(module.path, imported.line, f"{top} is known by {told} alone")
        if imported.part == "build" and module.part not in _ABOVE_BUILD | {"build"}:
            yield Breach(module.path, imported.line, "only commands and plugin.py import build")


def _closed_matches(module: Module) -> Iterator[Breach]:
    """Who reads the text tree names every kind, so that a new one does not pass unseen."""
    if not any(f"{imported.name}.".startswith(f"{_TEXT_TREE}.") for imported in imports(module)):
        return
    for node in ast.walk(module.tree):
        if isinstance(node, ast.match_case) and _takes_all(node) and not _asserts_never(node):
            yield Breach(module.path, node.pattern.lineno, "a case that takes whatever is left")


def _takes_all(case: ast.match_case) -> bool:
    return isinstance(case.pattern, ast.MatchAs) and case.pattern.pattern is None and case.guard is None


def _asserts_never(case: ast.match_case) -> bool:
    """Whether the case is the one by which the type checker sees that nothing is left; `case _` is none."""
    match case.pattern, case.body:
        case (
            ast.MatchAs(name=str(name)),
            [ast.Expr(ast.Call(func=ast.Name(id="assert_never"), args=[ast.Name(id=given)]))],
        ):
            return name == given
        case _:
            return False


def _opening(module: Module) -> Iterator[Breach]:
    """Each file begins by saying in one sentence what it turns into what."""
    words = ast.get_docstring(module.tree)
    first = words.split("\n")[0] if words else ""
    if not first:
        yield Breach(module.path, 1, "no docstring opens the module")
    elif not re.fullmatch(r"\S.*[^.!?]\.", first) or re.search(r"[.!?] +[^a-zåäö]", first):
        yield Breach(module.path, 1, "the docstring's first line is not one sentence")


def _length(module: Module) -> Iterator[Breach]:
    lines = module.text.count("\n")
    if lines > LONGEST:
        yield Breach(module.path, LONGEST + 1, f"{lines} lines, more than {LONGEST}")
