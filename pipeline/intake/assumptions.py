"""What a delivery makes us assume, for the reports to say."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from pipeline.base.database import Database, col, quote
from pipeline.definitions.extract_models import Extract, Spared
from pipeline.intake.headings import Headings


def assumptions(database: Database, extracts: Mapping[str, Extract]) -> Iterator[str]:
    """One Danish sentence for each extract that says nothing of some rows it should speak for."""
    for extract in extracts.values():
        if spared := extract.kan_undvaeres:
            count, all_ = _without_rows(database, extract, extracts[spared.extract], spared)
            if count:
                yield spared.bemaerkning.format(antal=count, alle=all_)


def lapse(
    headings: Mapping[str, Headings],
    extracts: Mapping[str, Extract],
    filled_before: Callable[[Mapping[str, Collection[str]]], Mapping[str, Collection[str]]],
) -> Iterator[str]:
    """One Danish sentence for each extract without a column that an earlier delivery filled.

    A heading renamed at the source would otherwise look like work that is no longer done.
    """
    missed = {
        name: [column for column in extracts[name].kolonner if column not in each.names]
        for name, each in headings.items()
    }
    for name, columns in filled_before(missed).items():
        if columns:
            which, de = ("kolonnen", "Den regnes her som tom")
            if len(columns) > 1:
                which, de = ("kolonnerne", "De regnes her som tomme")
            yield (
                f"Udtrækket {name} mangler {which} {', '.join(columns)}, "
                f"som en tidligere leverance havde. {de}."
            )


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
