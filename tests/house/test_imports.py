"""Who imports what: the command line stays quick, and each heavy library has one door."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROD = Path(__file__).parent.parent.parent
PIPELINE = sorted((ROD / "pipeline").rglob("*.py"))
TUNGE = {"pandas", "duckdb", "great_expectations", "matplotlib", "pydantic", "jinja2", "numpy", "pyarrow"}


def importerede(knuder: Iterator[ast.AST]) -> Iterator[str]:
    """Dotted names of what is imported by some statements."""
    for knude in knuder:
        if isinstance(knude, ast.Import):
            yield from (navn.name for navn in knude.names)
        elif isinstance(knude, ast.ImportFrom):
            yield str(knude.module)
            yield from (f"{knude.module}.{navn.name}" for navn in knude.names)


def kun_til_typer(knude: ast.AST) -> bool:
    """Whether a statement is `if TYPE_CHECKING:`."""
    return isinstance(knude, ast.If) and isinstance(knude.test, ast.Name) and knude.test.id == "TYPE_CHECKING"


def ved_koersel(knude: ast.AST) -> Iterator[ast.AST]:
    """A tree without what is imported for types alone."""
    for under in ast.iter_child_nodes(knude):
        if not kun_til_typer(under):
            yield under
            yield from ved_koersel(under)


def ved_indlaesning(knude: ast.AST) -> Iterator[ast.AST]:
    """What runs when a module is imported: neither function bodies nor what is for types alone."""
    for under in ast.iter_child_nodes(knude):
        if not isinstance(under, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) and not kun_til_typer(
            under
        ):
            yield under
            yield from ved_indlaesning(under)


def trae(fil: Path) -> ast.Module:
    return ast.parse(fil.read_text(encoding="utf-8"))


KOMMANDOER = [ROD / "cli.py", *sorted((ROD / "pipeline" / "commands").glob("*.py"))]
SKAERMEN = {"terminal", "answers"}
"""What commands import when they are called, and nothing before."""


def egne_moduler(navne: Iterator[str]) -> set[str]:
    """Our own modules among some names, without what is imported from them."""
    return {".".join(n.split(".")[:2]) for n in navne if n.startswith("pipeline.")}


@pytest.mark.parametrize("fil", [f for f in KOMMANDOER if f.stem not in SKAERMEN], ids=lambda f: f.name)
def test_commands_import_little_when_they_start(fil: Path):
    """At module level the standard library, typer, each other and the errors; the rest when called."""
    navne = set(importerede(ved_indlaesning(trae(fil))))
    fremmede = {n.partition(".")[0] for n in navne} - sys.stdlib_module_names
    assert fremmede <= {"typer", "pipeline"}
    assert egne_moduler(iter(navne)) <= {"pipeline.errors", "pipeline.commands"}
    assert not any(
        n.startswith(f"pipeline.commands.{f.removesuffix('.py')}") for n in navne for f in SKAERMEN
    )


@pytest.mark.parametrize("fil", KOMMANDOER, ids=lambda f: f.name)
def test_commands_enter_no_room_that_makes_the_publication(fil: Path):
    """Those are the stages' to know. Rooms beside the stages, that only read, have commands of their own."""
    rum = {"intake", "indicators", "reports", "delivery", "synthetic", "stages"}
    assert all((ROD / "pipeline" / navn / "__init__.py").is_file() for navn in rum)
    assert not egne_moduler(importerede(ved_koersel(trae(fil)))) & {f"pipeline.{navn}" for navn in rum}


@pytest.mark.parametrize("kald", [[], ["run"], ["status"], ["plan"], ["plan", "check"]], ids=" ".join)
def test_help_loads_nothing_heavy(kald: list[str]):
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
    svar = subprocess.run(
        [sys.executable, "-c", program, *kald], capture_output=True, text=True, check=True, cwd=ROD
    )
    assert "Brug: " in svar.stdout
    indlaeste = {navn.partition(".")[0] for navn in svar.stderr.splitlines()}
    assert "typer" in indlaeste
    assert not indlaeste & (TUNGE - {"pydantic"} if kald else TUNGE)


DOERE = {
    "duckdb": "database",
    "great_expectations": "intake/validate",
    "pandas": "intake/validate",
    "smtplib": "delivery/smtp",
    "matplotlib": "reports/charts",
    "jinja2": "reports/render",
}
"""A module, or a folder of modules where it has grown."""


@pytest.mark.parametrize("bibliotek", sorted(DOERE))
def test_each_heavy_library_has_one_door(bibliotek: str):
    """Wherever in a module it is imported: so it can be replaced, and its manners kept, in one place."""
    fundet = {
        "/".join(fil.relative_to(ROD / "pipeline").with_suffix("").parts[:2])
        for fil in PIPELINE
        if bibliotek in {n.partition(".")[0] for n in importerede(ved_koersel(trae(fil)))}
    }
    assert fundet == {DOERE[bibliotek]}


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
    fundet = {fil.name: net & set(importerede(ved_koersel(trae(fil)))) for fil in PIPELINE}
    assert {navn: f for navn, f in fundet.items() if f} == {}
