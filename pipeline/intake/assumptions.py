"""What a delivery makes us assume, for the reports to say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.base.database import Database, col, quote
from pipeline.base.text import number
from pipeline.definitions.extract_models import Extract, Spared


def assumptions(database: Database, extracts: Mapping[str, Extract]) -> Iterator[str]:
    """One Danish sentence for each extract that says nothing of some rows it should speak for."""
    for extract in extracts.values():
        if spared := extract.kan_undvaeres:
            count, all_ = _without_rows(database, extract, extracts[spared.extract], spared)
            if count:
                yield spared.bemaerkning.format(antal=number(count), alle=number(all_))


def _without_rows(database: Database, extract: Extract, other: Extract, spared: Spared) -> tuple[int, int]:
    """Rows of the other extract that this one has no row for but that fill the column; and all its rows."""
    (key,) = other.key
    (refers,) = (
        name
        for name, column in extract.kolonner.items()
        if column.henviser and column.henviser.til == f"{other.extract}.{key}"
    )
    all_ = database.connection.table(f"data.{quote(other.extract)}")
    own = database.connection.table(f"data.{quote(extract.extract)}").project(col(refers).alias("·egen"))
    without = all_.filter(col(spared.column).isnotnull()).join(own, col(key) == col("·egen"), how="anti")
    database.connection.register("uden_raekker", without)
    return database.count("uden_raekker"), database.count(f"data.{quote(other.extract)}")
