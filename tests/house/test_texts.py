"""What may not stand in the files: SQL in Python, and addresses that packages are fetched from."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.resources import ressource

ROD = Path(__file__).parent.parent.parent
PIPELINE = sorted((ROD / "pipeline").rglob("*.py"))
SQL = re.compile(
    r"\s*(select\b.*\bfrom|insert\s+into|create\s+(\w+\s+)*(table|view|macro)|with\s+\w+\s+as|update\s+\w+\s+set)\b",
    re.I | re.S,
)
EN_LINJE = 130
"""A statement that a reader takes in at a glance; longer ones belong in a file."""


def tekster(fil: Path) -> Iterator[ast.Constant]:
    """Texts of a module that are not documentation, those in f-strings included."""
    trae = ast.parse(fil.read_text(encoding="utf-8"))
    dokumentation = {
        id(k.value) for k in ast.walk(trae) if isinstance(k, ast.Expr) and isinstance(k.value, ast.Constant)
    }
    for knude in ast.walk(trae):
        if (
            isinstance(knude, ast.Constant)
            and isinstance(knude.value, str)
            and id(knude) not in dokumentation
        ):
            yield knude


def lang_sql(tekst: str) -> bool:
    """Whether a text is SQL of more than a line."""
    return bool(SQL.match(tekst)) and ("\n" in tekst.strip() or len(tekst) > EN_LINJE)


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        ("select a\nfrom b", True),
        ("select a from b", False),
        ("select " + "a, " * 60 + "a from b", True),
        ("\n    with x as (select 1)\n    select * from x", True),
        ("create or replace temp table t as\nselect 1", True),
        ("vælg en af\nfrom", False),
    ],
)
def test_the_eye_for_sql_sees(tekst: str, ventet: bool):
    """The heuristic of the test below tells a long statement from a short one and from prose."""
    assert lang_sql(tekst) == ventet


def test_sql_stands_in_files():
    """In Python only one-liners: an analyst reads and lints SQL where it is SQL."""
    fundne = [f"{f.name}:{t.lineno}" for f in PIPELINE for t in tekster(f) if lang_sql(t.value)]
    assert fundne == []


def test_no_value_is_written_into_sql():
    """No `%` or `.format` on a text of SQL; names are quoted in database.py, values are parameters."""
    fundne = []
    for fil in PIPELINE:
        for knude in ast.walk(ast.parse(fil.read_text(encoding="utf-8"))):
            venstre = knude.left if isinstance(knude, ast.BinOp) and isinstance(knude.op, ast.Mod) else None
            if (
                isinstance(knude, ast.Call)
                and isinstance(knude.func, ast.Attribute)
                and knude.func.attr == "format"
            ):
                venstre = knude.func.value
            if (
                isinstance(venstre, ast.Constant)
                and isinstance(venstre.value, str)
                and SQL.match(venstre.value)
            ):
                fundne.append(f"{fil.name}:{knude.lineno}")
    assert fundne == []


REGISTRE = re.compile(
    r"https?://[^\s\"')>]*(?:pypi|pythonhosted|npmjs|crates\.io|conda|docker|proxy|mirror|artifactory|nexus)"
    r"|--(?:extra-)?index-url|^\s*index-url|trusted-host",
    re.I | re.M,
)


def test_no_address_of_a_registry():
    """Where packages come from is the machine's own configuration, so that they install behind any wall."""
    assert REGISTRE.search("pip install --index-url " + "https://" + "example.org/simple")
    assert not REGISTRE.search("pip-compile --no-emit-index-url")
    mapper = [
        ROD / navn
        for navn in (
            "pipeline",
            "sql",
            "plans",
            "expectations",
            "report_templates",
            "pins",
            "docs",
            "tests",
            ".ci",
        )
    ]
    filer = [
        f
        for mappe in mapper
        if mappe.is_dir()
        for f in mappe.rglob("*")
        if f.is_file() and f.suffix != ".pyc"
    ]
    filer += [f for f in ROD.iterdir() if f.is_file() and f.suffix in {".toml", ".md", ".py", ".cfg", ""}]
    fundne = [
        f.relative_to(ROD).as_posix()
        for f in filer
        if f != Path(__file__) and REGISTRE.search(f.read_text(encoding="utf-8", errors="replace"))
    ]
    assert fundne == []


@pytest.mark.parametrize("mappe", ["sql", "plans", "expectations", "report_templates"])
def test_what_travels_with_the_program_is_utf_8(mappe: str):
    """One encoding and one kind of line end, on every machine."""
    for fil in sorted(p for p in ressource(mappe).rglob("*") if p.is_file()):
        raa = fil.read_bytes()
        assert b"\r" not in raa, fil.name
        assert not raa.startswith(b"\xef\xbb\xbf"), fil.name
        assert raa.decode("utf-8").endswith("\n"), fil.name
