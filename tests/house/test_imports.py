"""Who imports what: the command line stays quick, and each heavy library has one door."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PIPELINE = sorted((ROOT / "pipeline").rglob("*.py"))
HEAVY = {
    "pandas", "duckdb", "great_expectations", "matplotlib", "pydantic", "jinja2", "numpy", "pyarrow",
    "distributed",
}  # fmt: skip


def imported(nodes: Iterator[ast.AST]) -> Iterator[str]:
    """Dotted names of what is imported by some statements."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield str(node.module)
            yield from (f"{node.module}.{name.name}" for name in node.names)


def only_for_types(node: ast.AST) -> bool:
    """Whether a statement is `if TYPE_CHECKING:`."""
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def when_run(node: ast.AST) -> Iterator[ast.AST]:
    """A tree without what is imported for types alone."""
    for under in ast.iter_child_nodes(node):
        if not only_for_types(under):
            yield under
            yield from when_run(under)


def at_import(node: ast.AST) -> Iterator[ast.AST]:
    """What runs when a module is imported: neither function bodies nor what is for types alone."""
    for under in ast.iter_child_nodes(node):
        if not isinstance(under, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) and not only_for_types(
            under
        ):
            yield under
            yield from at_import(under)


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


COMMANDS = [ROOT / "cli.py", *sorted((ROOT / "pipeline" / "commands").glob("*.py"))]
SCREEN = {"terminal", "outcomes", "answers", "status_table", "review_table"}
"""What commands import when they are called, and nothing before."""


def own_modules(names: Iterator[str]) -> set[str]:
    """Our own modules among some names, without what is imported from them."""
    parts = (n.split(".") for n in names if n.startswith("pipeline.") and n != "pipeline.base")
    return {".".join(p[: 3 if p[1] == "base" else 2]) for p in parts}


@pytest.mark.parametrize("file", [f for f in COMMANDS if f.stem not in SCREEN], ids=lambda f: f.name)
def test_commands_import_little_when_they_start(file: Path):
    """At module level the standard library, typer, each other, errors and Ctrl-C; the rest when called."""
    names = set(imported(at_import(tree(file))))
    foreign = {n.partition(".")[0] for n in names} - sys.stdlib_module_names
    assert foreign <= {"typer", "pipeline"}
    assert own_modules(iter(names)) <= {
        "pipeline.base.errors",
        "pipeline.base.interrupt",
        "pipeline.commands",
    }
    assert not any(n.startswith(f"pipeline.commands.{f.removesuffix('.py')}") for n in names for f in SCREEN)


@pytest.mark.parametrize("file", COMMANDS, ids=lambda f: f.name)
def test_commands_enter_no_room_that_makes_the_publication(file: Path):
    """Those are the stages' to know. Rooms beside the stages, that only read, have commands of their own."""
    rooms = {"intake", "indicators", "reports", "delivery", "stages"}
    assert all((ROOT / "pipeline" / name / "__init__.py").is_file() for name in rooms)
    assert not own_modules(imported(when_run(tree(file)))) & {f"pipeline.{name}" for name in rooms}


@pytest.mark.parametrize("call", [[], ["run"], ["status"], ["plan"], ["plan", "check"]], ids=" ".join)
def test_help_loads_nothing_heavy(call: list[str]):
    """`--help` imports none of the heavy libraries: it must feel instant on a slow machine.

    Of a single command typer itself imports pydantic, which is none of our doing.
    """
    program = (
        "import sys\n"
        "sys.argv = ['ledelsestilsyn', *sys.argv[1:], '--help']\n"
        "import cli\n"
        "try:\n    cli.main()\n"
        "except SystemExit as slut:\n    assert not slut.code, slut.code\n"
        "print('\\n'.join(sys.modules), file=sys.stderr)\n"
    )
    reply = subprocess.run(
        [sys.executable, "-c", program, *call], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert "Brug: " in reply.stdout
    loaded = {name.partition(".")[0] for name in reply.stderr.splitlines()}
    assert "typer" in loaded
    assert not loaded & (HEAVY - {"pydantic"} if call else HEAVY)


DOORS = {
    "duckdb": "base/database",
    "great_expectations": "intake/validate",
    "pandas": "intake/validate",
    "smtplib": "delivery/smtp",
    "matplotlib": "reports/pictures",
    "jinja2": "reports/render",
    "distributed": "country/engine",
}
"""A module, or a folder of modules where it has grown."""


@pytest.mark.parametrize("library", sorted(DOORS))
def test_each_heavy_library_has_one_door(library: str):
    """Wherever in a module it is imported: so it can be replaced, and its manners kept, in one place."""
    found = {
        "/".join(file.relative_to(ROOT / "pipeline").with_suffix("").parts[:2])
        for file in PIPELINE
        if library in {n.partition(".")[0] for n in imported(when_run(tree(file)))}
    }
    assert found == {DOORS[library]}


def test_the_program_opens_no_address_but_the_mail_servers():
    """No library that fetches over the net is imported; mail goes through one module."""
    net = {
        "urllib.request",
        "http.client",
        "requests",
        "httpx",
        "ftplib",
        "socketserver",
        "telnetlib",
        "webbrowser",
    }
    found = {file.name: net & set(imported(when_run(tree(file)))) for file in PIPELINE}
    assert {name: f for name, f in found.items() if f} == {}
