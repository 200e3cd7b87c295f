"""What a delivery makes us assume, for the reports to say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.database import Database, citat, felt
from pipeline.definitions.extract_models import Extract, Undvaeres


def antagelser(database: Database, extracts: Mapping[str, Extract]) -> Iterator[str]:
    """One Danish sentence for each extract that says nothing of some rows it should speak for."""
    for extract in extracts.values():
        if undvaeres := extract.kan_undvaeres:
            antal, alle = _uden_raekker(database, extract, extracts[undvaeres.extract], undvaeres)
            if antal:
                yield undvaeres.bemaerkning.format(antal=antal, alle=alle)


def _uden_raekker(
    database: Database, extract: Extract, andet: Extract, undvaeres: Undvaeres
) -> tuple[int, int]:
    """Rows of the other extract that this one has no row for but that fill the column; and all its rows."""
    (noegle,) = andet.noegle
    (henviser,) = (
        navn
        for navn, kolonne in extract.kolonner.items()
        if kolonne.henviser and kolonne.henviser.til == f"{andet.extract}.{noegle}"
    )
    alle = database.forbindelse.table(f"data.{citat(andet.extract)}")
    egne = database.forbindelse.table(f"data.{citat(extract.extract)}").project(felt(henviser).alias("·egen"))
    uden = alle.filter(felt(undvaeres.kolonne).isnotnull()).join(
        egne, felt(noegle) == felt("·egen"), how="anti"
    )
    database.forbindelse.register("uden_raekker", uden)
    return database.antal("uden_raekker"), database.antal(f"data.{citat(andet.extract)}")
