"""Whoever adds an indicator, an extract or an SQL file is told what must go with it."""

from __future__ import annotations

import ast
import importlib
import re
from pathlib import Path

import pytest

from pipeline.database import sql_fil
from pipeline.definitions.extracts import laes_extracts
from pipeline.definitions.plans import alle_planer
from pipeline.resources import ressource
from tests.indicators.tegning import Tegning

INDIKATORER = [(plan, i) for plan in alle_planer() for i in plan.indikatorer]
SQL = sorted(ressource("sql").rglob("*.sql"))
TESTMAPPE = Path(__file__).parent.parent / "indicators"


def tegninger(indikator_id: str) -> tuple[Tegning, ...]:
    """The drawings of an indicator's test file."""
    modul = importlib.import_module(f"tests.indicators.test_{indikator_id.replace('.', '_')}")
    assert indikator_id == modul.INDIKATOR
    return tuple(modul.TEGNINGER)


@pytest.mark.parametrize(
    ("plan", "indikator"), INDIKATORER, ids=[f"{p.plan_id} {i.id}" for p, i in INDIKATORER]
)
def test_every_indicator_has_its_sql_and_its_drawings(plan, indikator):
    """The drawings show every outcome its kind can have; only 7.6 has no exemption (contract, section 2)."""
    assert sql_fil("indicators", indikator.beregning.sql).is_file()
    egne = [raekke for tegning in tegninger(indikator.id) for raekke in tegning.ventet()]
    udfald = {raekke["udfald"] for raekke in egne}
    assert {"opfyldt", "ikke_opfyldt"} <= udfald
    if indikator.art == "frist":
        assert "afventer" in udfald
        assert ("undtaget" in udfald) == (indikator.id != "7.6")
    assert all(raekke["aarsag"] for raekke in egne if raekke["udfald"] == "ikke_opfyldt")


def test_every_drawing_is_a_rule_of_its_own():
    """A title is one sentence without a full stop, and none stands twice under an indicator."""
    for _, indikator in INDIKATORER:
        titler = [tegning.titel for tegning in tegninger(indikator.id)]
        assert len(titler) >= 2
        assert len(set(titler)) == len(titler), indikator.id
        assert all(t[0].isupper() and not t.endswith(".") and "  " not in t for t in titler), indikator.id


def test_every_indicator_test_is_of_an_indicator():
    """A test file named after an indicator that no plan has is left over."""
    filer = {f.stem.removeprefix("test_").replace("_", ".") for f in TESTMAPPE.glob("test_[0-9]*.py")}
    assert filer == {indikator.id for _, indikator in INDIKATORER}


def test_every_indicator_sql_is_used_by_a_plan():
    """SQL that measures nothing is left over."""
    brugt = {indikator.beregning.sql for _, indikator in INDIKATORER}
    assert {f.stem for f in ressource("sql", "indicators").glob("*.sql")} == brugt


@pytest.mark.parametrize("fil", SQL, ids=[f.stem for f in SQL])
def test_every_sql_file_says_first_what_a_row_is(fil: Path):
    """The first line is a comment: the grain, or what the statements are for."""
    foerste = fil.read_text(encoding="utf-8").partition("\n")[0]
    assert re.match(r"-- \w", foerste)


def test_sql_is_found_by_folder_and_name():
    """No SQL file lies loose, and names are the lower-case words code can write."""
    for fil in SQL:
        rum, navn = fil.relative_to(ressource("sql")).parts
        assert re.fullmatch(r"[a-z0-9_]+", rum)
        assert re.fullmatch(r"[a-z0-9_]+\.sql", navn)


def test_every_extract_has_a_file_in_every_sample_delivery():
    """The samples show all there is, and nothing that is not an extract."""
    proever = [mappe for mappe in ressource("data_samples").iterdir() if mappe.is_dir()]
    assert proever
    for mappe in proever:
        assert {f.stem for f in mappe.glob("*.csv")} == set(laes_extracts()), mappe.name


def test_every_extract_is_the_contracts():
    """The names of the contract's table are public: none is lost, renamed or made optional by accident."""
    valgfri = {
        "afdaekninger",
        "ventetider",
        "tilsynssvar",
        "spoergeskemasvar",
        "milepaelsstatus",
        "kommentarer",
        "udgifter",
    }
    kraevede = {
        "teams", "raadgivere", "sager", "sagsfordeling", "underretninger", "undersoegelser", "boernesamtaler",
        "aktiviteter", "indsatser", "handleplaner", "opfoelgninger",
    }  # fmt: skip
    extracts = laes_extracts()
    assert {n for n, e in extracts.items() if e.valgfri} == valgfri
    assert {n for n, e in extracts.items() if not e.valgfri} == kraevede
    assert {n: e.kan_undvaeres_med for n, e in extracts.items() if e.kan_undvaeres_med} == {
        "sagsfordeling": "sager.team_id"
    }


def test_every_plan_lies_under_its_own_id():
    """`plans/<plan_id>.yaml`, and each is loaded."""
    assert {f.stem for f in ressource("plans").glob("*.yaml")} == {plan.plan_id for plan in alle_planer()}


def test_every_test_says_which_rule_it_protects():
    """A test's docstring is its reason."""
    uden = [
        f"{fil.name}: {knude.name}"
        for fil in sorted(TESTMAPPE.parent.rglob("test_*.py"))
        for knude in ast.walk(ast.parse(fil.read_text(encoding="utf-8")))
        if isinstance(knude, ast.FunctionDef)
        and knude.name.startswith("test_")
        and not ast.get_docstring(knude)
    ]
    assert uden == []
