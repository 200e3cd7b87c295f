"""A dbt project of a month: a model per extract and per table of the calculation, tests per definition."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from bench.peers.recorded import Made, Recorder, places_taken_out
from pipeline.base.database import quote
from pipeline.definitions.extracts import Extract, read_extracts

_PROFILE = "ledelsestilsyn"
_COMMENT = re.compile(r"--[^\n]*")
_TABLE = re.compile(r"\b(?:from|join)\s+(?:ud\.|lev\.data\.)?(\w+)|(?<=\w)\('(\w+)'\)", re.IGNORECASE)
"""A table where one is read, and one that a macro is given by its name."""
_CALLED = re.compile(r"(\w+)\(")
_CLOCK = re.compile(r"_har_klokkeslaet$")


def write_project(recorder: Recorder, delivery: Path, folder: Path) -> tuple[int, int]:
    """Write the project into an empty folder; how many models and tests it has."""
    models = folder / "models"
    models.mkdir(parents=True)
    macros = [made for made in recorder.made.values() if made.kind == "macro"]
    tables = {name: made for name, made in recorder.made.items() if made.kind != "macro"}
    read = {made.name: _read(made, made.parts[0], tables) for made in macros}
    late = {
        made.name: made
        for made in macros
        if read[made.name] or read.keys() & _calls(made.parts[0]) - {made.name}
    }
    for name, made in late.items():
        (models / f"{_made_by(name)}.sql").write_text(_macro(made, read[name], late), encoding="utf-8")
    for name, made in tables.items():
        (models / f"{name}.sql").write_text(_model(made, tables, late), encoding="utf-8")
    for name, extract in read_extracts().items():
        (models / f"{name}.sql").write_text(_extract(extract, delivery / f"{name}.csv"), encoding="utf-8")
    tests = _write_tests(folder)
    first = [places_taken_out(made.parts[0]) for made in macros if made.name not in late]
    _write_settings(folder, first)
    return len(tables) + len(read_extracts()), tests


def _read(made: Made, text: str, tables: Mapping[str, Made]) -> set[str]:
    """The tables, views and extracts that a text reads: of the names in it those that were there by then."""
    there = (made.known & tables.keys()) | read_extracts().keys()
    return {name for found in _TABLE.findall(_COMMENT.sub("", text)) for name in found} & there


def _calls(text: str) -> set[str]:
    """The functions and macros a text calls."""
    return set(_CALLED.findall(text))


def _made_by(macro: str) -> str:
    """The model that makes a macro: one that reads tables can be made only when they are there."""
    return f"makro_{macro}"


def _macro(made: Made, read: set[str], late: Mapping[str, Made]) -> str:
    calls = late.keys() & _calls(made.parts[0]) - {made.name}
    return _text(
        "view", {*read, *map(_made_by, calls)}, "select 1 as lavet", [places_taken_out(made.parts[0])]
    )


def _model(made: Made, tables: Mapping[str, Made], late: Mapping[str, Made]) -> str:
    """A table's or view's SQL."""
    query = places_taken_out(made.query)
    rests_on = {*_read(made, query, tables), *map(_made_by, late.keys() & _calls(query))} - {made.name}
    return _text(made.kind, rests_on, query, [places_taken_out(text) for text in made.afterwards])


def _text(kind: str, rests_on: set[str], query: str, after: list[str]) -> str:
    """A model's file; what it rests on is said, since names stand in it as they are."""
    refs = "".join(f"-- depends_on: {{{{ ref('{name}') }}}}\n" for name in sorted(rests_on))
    config = f"{{{{ config(materialized='{kind}', post_hook={json.dumps(after)}) }}}}\n"
    return f"{config}{refs}{query}\n"


def _extract(extract: Extract, file: Path) -> str:
    """The CSV into its types, as the floor of the benchmark reads it."""
    heading = file.read_text(encoding="utf-8").partition("\n")[0].strip().split(",") if file.is_file() else []
    columns = ",\n    ".join(
        f"{_field(name, heading)}::{type_} as {quote(name)}" for name, type_ in extract.types.items()
    )
    option = "all_varchar = true, header = true, delim = ',', quote = '\"', strict_mode = true"
    source = f"read_csv('{file}', {option})"
    none = f"select {columns} where false"
    return f"select\n    {columns}\nfrom {source}\n" if heading else f"{none}\n"


def _field(name: str, heading: list[str]) -> str:
    if _CLOCK.search(name):
        return "true"
    return quote(name) if name in heading else "null"


def _write_tests(folder: Path) -> int:
    """The definitions' tests in dbt's words: filled, one of, refers to; keys and order of days in SQL."""
    models, singular = [], folder / "tests"
    singular.mkdir()
    count = 0
    for name, extract in read_extracts().items():
        columns = [
            {"name": column, "data_tests": list(_of_column(spec))}
            for column, spec in extract.kolonner.items()
        ]
        models.append({"name": name, "columns": [c for c in columns if c["data_tests"]]})
        count += sum(len(c["data_tests"]) for c in columns)  # type: ignore[arg-type]
        for number, query in enumerate(_of_rows(extract)):
            (singular / f"{name}_{number}.sql").write_text(query, encoding="utf-8")
            count += 1
    schema = yaml.safe_dump({"version": 2, "models": models}, allow_unicode=True)
    (folder / "models" / "schema.yml").write_text(schema, encoding="utf-8")
    return count


def _of_column(column: Any) -> Iterator[object]:
    if column.must_exist:
        yield "not_null"
    if column.koder:
        yield {"accepted_values": {"arguments": {"values": [str(code) for code in column.koder]}}}
    if (refers := column.henviser) and not refers.undtagen:
        to = {"to": f"ref('{refers.extract}')", "field": refers.column}
        yield {"relationships": {"arguments": to, "config": {"severity": "warn"}}}


def _of_rows(extract: Extract) -> Iterator[str]:
    key = ", ".join(map(quote, extract.key))
    ref = f"{{{{ ref('{extract.extract}') }}}}"
    yield f"select {key} from {ref} group by {key} having count(*) > 1\n"
    for order in extract.tidsorden:
        yield f"select * from {ref} where {quote(order.sidst)} < {quote(order.foerst)}\n"


def _write_settings(folder: Path, macros: list[str]) -> None:
    project = {
        "name": _PROFILE,
        "version": "1.0",
        "profile": _PROFILE,
        "flags": {"send_anonymous_usage_stats": False},
        "on-run-start": macros,
    }
    file = str(folder / "maaned.duckdb")
    output = {"type": "duckdb", "path": file, "threads": 2}
    profile = {_PROFILE: {"target": "dev", "outputs": {"dev": output}}}
    (folder / "dbt_project.yml").write_text(yaml.safe_dump(project, allow_unicode=True), encoding="utf-8")
    (folder / "profiles.yml").write_text(yaml.safe_dump(profile), encoding="utf-8")
