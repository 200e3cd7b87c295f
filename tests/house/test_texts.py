"""What may not stand in the files: SQL in Python, and addresses that packages are fetched from."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.base.resources import resource

ROOT = Path(__file__).parent.parent.parent
PIPELINE = sorted((ROOT / "pipeline").rglob("*.py"))
SQL = re.compile(
    r"\s*(select\b.*\bfrom|insert\s+into|create\s+(\w+\s+)*(table|view|macro)|with\s+\w+\s+as|update\s+\w+\s+set)\b",
    re.I | re.S,
)
ONE_LINE = 130
"""A statement that a reader takes in at a glance; longer ones belong in a file."""


def texts(file: Path) -> Iterator[ast.Constant]:
    """Texts of a module that are not documentation, those in f-strings included."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    documentation = {
        id(k.value) for k in ast.walk(tree) if isinstance(k, ast.Expr) and isinstance(k.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield node


def long_sql(text: str) -> bool:
    """Whether a text is SQL of more than a line."""
    return bool(SQL.match(text)) and ("\n" in text.strip() or len(text) > ONE_LINE)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("select a\nfrom b", True),
        ("select a from b", False),
        ("select " + "a, " * 60 + "a from b", True),
        ("\n    with x as (select 1)\n    select * from x", True),
        ("create or replace temp table t as\nselect 1", True),
        ("vælg en af\nfrom", False),
    ],
)
def test_the_eye_for_sql_sees(text: str, outcome: bool):
    """The heuristic of the test below tells a long statement from a short one and from prose."""
    assert long_sql(text) == outcome


def test_sql_stands_in_files():
    """In Python only one-liners: an analyst reads and lints SQL where it is SQL."""
    found = [f"{f.name}:{t.lineno}" for f in PIPELINE for t in texts(f) if long_sql(t.value)]
    assert found == []


def test_no_value_is_written_into_sql():
    """No `%` or `.format` on a text of SQL; names are quoted in base/database, values are parameters."""
    found = []
    for file in PIPELINE:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            left = node.left if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod) else None
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "format"
            ):
                left = node.func.value
            if isinstance(left, ast.Constant) and isinstance(left.value, str) and SQL.match(left.value):
                found.append(f"{file.name}:{node.lineno}")
    assert found == []


REGISTERS = re.compile(
    r"https?://[^\s\"')>]*(?:pypi|pythonhosted|npmjs|crates\.io|conda|docker|proxy|mirror|artifactory|nexus)"
    r"|--(?:extra-)?index-url|^\s*index-url|trusted-host",
    re.I | re.M,
)


def test_no_address_of_a_registry():
    """Where packages come from is the machine's own configuration, so that they install behind any wall."""
    assert REGISTERS.search("pip install --index-url " + "https://" + "example.org/simple")
    assert not REGISTERS.search("pip-compile --no-emit-index-url")
    folders = [
        ROOT / name
        for name in (
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
    files = [
        f
        for folder in folders
        if folder.is_dir()
        for f in folder.rglob("*")
        if f.is_file() and f.suffix != ".pyc"
    ]
    files += [f for f in ROOT.iterdir() if f.is_file() and f.suffix in {".toml", ".md", ".py", ".cfg", ""}]
    found = [
        f.relative_to(ROOT).as_posix()
        for f in files
        if f != Path(__file__) and REGISTERS.search(f.read_text(encoding="utf-8", errors="replace"))
    ]
    assert found == []


@pytest.mark.parametrize("folder", ["sql", "plans", "expectations", "report_templates"])
def test_what_travels_with_the_program_is_utf_8(folder: str):
    """One encoding and one kind of line end, on every machine."""
    for file in sorted(p for p in resource(folder).rglob("*") if p.is_file()):
        raw = file.read_bytes()
        assert b"\r" not in raw, file.name
        assert not raw.startswith(b"\xef\xbb\xbf"), file.name
        assert raw.decode("utf-8").endswith("\n"), file.name
