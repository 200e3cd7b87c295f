"""What a plan gives the shipped SQL is held against what that SQL can use, before any row is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.base.errors import DefinitionsError
from pipeline.base.strict import read_yaml
from pipeline.definitions.parameters import KNOWN, parameter_faults
from pipeline.definitions.plan_review_checks import ALWAYS_GIVEN
from pipeline.definitions.plans import all_plans
from pipeline.definitions.sql_files import frame_folder, parameters_of, unit_folder
from tests.definitions.plan_file import error_in

OWN = "beregning: {sql: til_tiden, parametre: {dage: 14, fra_dato: 2020-10-01, slags: null}}"
WHOLE = "skal være et helt tal fra 0 til 36500"
WRONG = [
    ("afgoerelse_igangsat", "dage: fire uger", f"dage: {WHOLE}"),
    ("afgoerelse_igangsat", 'dage: "28"', f"dage: {WHOLE}"),
    ("afgoerelse_igangsat", "dage: -28", f"dage: {WHOLE}"),
    ("afgoerelse_igangsat", "dage: 28.5", f"dage: {WHOLE}"),
    ("afgoerelse_igangsat", "dage: 99999999999", f"dage: {WHOLE}"),
    ("afgoerelse_igangsat", "dage: true", f"dage: {WHOLE}"),
    ("afgoerelse_igangsat", "dage: null", f"dage: må ikke være null: {WHOLE}"),
    ("tilsynssvar", "maalepunkt: 6.10", "maalepunkt: skal være tekst i anførselstegn, fx '6.10'"),
    ("aktivitet", "type: moede, undertyper: genogram", "undertyper: skal være en liste af tekster"),
    (
        "underretning_partshoering",
        "dage: 14, fra_dato: oktober",
        "fra_dato: skal være en dato (åååå-mm-dd)",
    ),
]


@pytest.mark.parametrize(("sql", "given", "line"), WRONG, ids=[given for _, given, _ in WRONG])
def test_a_value_the_sql_cannot_use_is_told(tmp_path: Path, sql: str, given: str, line: str):
    """An empty table takes anything; the month would have stopped with a fault nobody expected."""
    told = error_in(tmp_path, (OWN, f"beregning: {{sql: {sql}, parametre: {{{given}}}}}"))
    assert [one for one in told if f"beregning parametre {line}" in one] != []


def test_the_plans_own_sql_may_call_things_as_it_likes(tmp_path: Path):
    """Nobody here knows what its `dage` are."""
    file = tmp_path / "sql" / "til_tiden.sql"
    assert list(parameter_faults((), file, {"dage": "mange", "slags": None})) == []


def test_every_parameter_of_a_shipped_file_is_known():
    """One that is added says what it is; and what the shipped plans give holds, or they would not load."""
    files = [*unit_folder().glob("*.sql"), *frame_folder().glob("*.sql")]
    assert set().union(*map(parameters_of, files)) - ALWAYS_GIVEN - KNOWN == set()
    assert len(all_plans()) == 6


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("a: 1\n\tb: 2\n", "brug mellemrum, ikke tabulator"),
        ("titel: Plan: den gode\n", "sæt tekst med kolon i anførselstegn"),
        ("titel:Plan\na: 1\n", "der mangler et kolon med et mellemrum efter|sæt tekst med kolon"),
        ("a: 1\na: 2\n", "nøglen 'a' står to gange"),
        ("a: 1\n---\nb: 2\n", "linjen --- begynder en fil til"),
        ("a: !!python/object:x {}\n", "et mærke, der begynder med !"),
        ("a: [1\n", "se på indrykning, kolon, klammer og anførselstegn"),
    ],
)
def test_what_is_no_yaml_is_told_with_what_to_look_for(tmp_path: Path, text: str, hint: str):
    """The parser's words are English, and the line itself may hold anything."""
    file = tmp_path / "plan.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DefinitionsError, match=hint):
        read_yaml(file)


def test_a_name_no_file_can_have_is_told(tmp_path: Path):
    """Longer than a file system takes; nobody looks for it."""
    (line,) = error_in(tmp_path, ("sql: til_tiden", f"sql: {'x' * 300}"))
    assert "beregning sql: har ikke den form, der forventes" in line
