"""Whoever adds an extract, a plan or an SQL file is told what must go with it (unit files: tests/units)."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

from pipeline.base.resources import resource
from pipeline.definitions.extracts import read_extracts
from pipeline.definitions.plans import all_plans

SQL = sorted(resource("sql").rglob("*.sql"))
TEST_FOLDER = Path(__file__).parent.parent


@pytest.mark.parametrize("file", SQL, ids=[f.stem for f in SQL])
def test_every_sql_file_says_first_what_a_row_is(file: Path):
    """The first line is a comment: the grain, or what the statements are for."""
    first = file.read_text(encoding="utf-8").partition("\n")[0]
    assert re.match(r"-- \w", first)


def test_sql_is_found_by_folder_and_name():
    """No SQL file lies loose, and names are the lower-case words code can write."""
    for file in SQL:
        *folders, name = file.relative_to(resource("sql")).parts
        assert folders
        assert all(re.fullmatch(r"[a-z0-9_]+", folder) for folder in folders)
        assert re.fullmatch(r"[a-z0-9_]+\.sql", name)


def test_every_template_and_macro_is_used():
    """What no page shows any more goes with the page that showed it."""
    texts = {file.name: file.read_text(encoding="utf-8") for file in resource("report_templates").iterdir()}
    code = "\n".join(file.read_text(encoding="utf-8") for file in resource("pipeline").rglob("*.py"))
    called = Counter(re.findall(r"\b(\w+)\(", "\n".join(texts.values())))
    defined = [name for text in texts.values() for name in re.findall(r"\bmacro (\w+)\(", text)]
    assert [name for name in defined if called[name] < 2] == []
    named = {found for text in (code, *texts.values()) for found in re.findall(r'"(\w+\.[\w.]+)"', text)}
    assert sorted(set(texts) - named) == []


def test_every_extract_has_a_file_in_every_sample_delivery():
    """The samples show all there is, and nothing that is not an extract."""
    samples = [folder for folder in resource("data_samples").iterdir() if folder.is_dir()]
    assert samples
    for folder in samples:
        assert {f.stem for f in folder.glob("*.csv")} == set(read_extracts()), folder.name


def test_every_open_deadline_of_the_shipped_plans_says_what_to_do():
    """No row of a leader's week is without a call; units that no list holds have nothing to be done."""
    for plan in all_plans():
        for indicator in plan.indikatorer:
            if indicator.art in {"frist", "kadence"}:
                states = plan.unit_file(indicator).read_text(encoding="utf-8")
                listed = not re.search(r"\bfalse as paa_fristliste", states)
                assert bool(indicator.handling) == listed, f"{plan.plan_id} {indicator.id}"


def test_every_extract_is_the_contracts():
    """The names of the contract's table are public: none is lost, renamed or made optional by accident."""
    optional = {
        "afdaekninger",
        "ventetider",
        "tilsynssvar",
        "spoergeskemasvar",
        "milepaelsstatus",
        "kommentarer",
        "udgifter",
    }
    required = {
        "teams", "raadgivere", "sager", "sagsfordeling", "underretninger", "undersoegelser", "boernesamtaler",
        "aktiviteter", "indsatser", "handleplaner", "opfoelgninger",
    }  # fmt: skip
    extracts = read_extracts()
    assert {n for n, e in extracts.items() if e.valgfri} == optional
    assert {n for n, e in extracts.items() if not e.valgfri} == required
    assert {n: e.can_be_spared_with for n, e in extracts.items() if e.can_be_spared_with} == {
        "sagsfordeling": "sager.team_id"
    }


def test_every_plan_lies_under_its_own_id():
    """`plans/<plan_id>.yaml`, and each is loaded."""
    assert {f.stem for f in resource("plans").glob("*.yaml")} == {plan.plan_id for plan in all_plans()}


def test_every_test_says_which_rule_it_protects():
    """A test's docstring is its reason."""
    without = [
        f"{file.name}: {node.name}"
        for file in sorted(TEST_FOLDER.rglob("test_*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and not ast.get_docstring(node)
    ]
    assert without == []
