"""From judged rows to results: each value kind and each target kind is one SQL file.

The files are found by walking `sql/values` and `sql/targets`; a file's name is the kind it is for. A value
kind fills `opgjort` for its cells, a target kind `vurdering`; no file knows another of its folder.
"""

from __future__ import annotations

from pipeline.base.database import Database
from pipeline.base.errors import InternalError
from pipeline.base.resources import resource


def write_results(database: Database) -> None:
    """Fill `ud.indikator_resultat`, `ud.indikator_fordeling` and `ud.indikator_gruppe`; makes the tables too.

    Reads the temp tables `raekke`, `eksponering` and `periodemaaned`, the typed extract `teams`, and of `ud`
    plan definitions and periods. Temp table `uopgjort_indikator` (plan_id, indikator_id, grund) names the
    indicators whose extract the delivery lacks; without it there are none.

    Raises:
        InternalError: an indicator has a value kind or a target kind without a file.
    """
    for file in ("resultattabeller", "fraktiler", "intervaller", "optalt", "celler", "maanedsvaerdi"):
        database.run_file("results", file)
    for folder, kind in _kinds_in_use(database):
        database.run_file(folder, kind)
    database.run_file("results", "resultater")


def kinds(folder: str) -> frozenset[str]:
    """The kinds there are: `values` or `targets`."""
    return frozenset(file.stem for file in resource("sql", folder).glob("*.sql"))


def _kinds_in_use(database: Database) -> list[tuple[str, str]]:
    in_use = [(str(r["folder"]), str(r["kind"])) for r in database.rows("results", "kinds_in_use")]
    if unknown := [f"sql/{folder}/{kind}.sql" for folder, kind in in_use if kind not in kinds(folder)]:
        raise InternalError(f"Planerne bruger værdi- eller måltyper uden fil: {', '.join(unknown)}.")
    return in_use
