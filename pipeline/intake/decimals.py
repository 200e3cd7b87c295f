"""How a column of amounts is read: one way for all its values, by the signs in them (contract, section 1).

10.727 alone may be ten thousand or ten and a bit; what stands beside it in the column tells which.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from pipeline.base.database import Database, Relation, col, fn, lit
from pipeline.intake.lookups import Lookup, Reading

THOUSANDS = "Punktum læses som tusindtegn, for alle kolonnens punktummer står foran tre cifre"
MISFIT: dict[Reading, str] = {
    "komma": "Tallet passer ikke til kolonnen, hvor komma er decimaltegn og punktum tusindtegn",
    "tusind": "Tallet passer ikke til kolonnen, hvor punktum er tusindtegn",
    "punkt": "Tallet passer ikke til kolonnen, hvor punktum er decimaltegn",
}


def with_readings(database: Database, lookup: Lookup) -> Lookup:
    """The lookup with how each column of amounts in `raekke` is read."""
    amounts = [name for name, column in lookup.extract.kolonner.items() if column.type == "decimal"]
    return replace(lookup, readings={name: _reading(database, lookup, name) for name in amounts})


def say_thousands(database: Database, lookup: Lookup) -> None:
    """Warn of every value whose points are read as thousands; appended to `afvist`."""
    for name, reading in lookup.readings.items():
        if reading == "tusind":
            texts = _texts(database, lookup, name).filter(fn("contains", col("tal"), lit(".")))
            warned = [lit(name), col("raa"), lit("advarsel"), lit(THOUSANDS)]
            texts.project(*warned).distinct().insert_into("afvist")


def misfits(database: Database, lookup: Lookup, name: str, texts: Collection[str]) -> set[str]:
    """Those of a column's unreadable texts that are numbers, but not as the column writes them."""
    numbers = database.rows("intake", "numbers_after_all", tekster=list(texts))
    return {row["tekst"] for row in numbers if not row[lookup.readings[name]]}


def _reading(database: Database, lookup: Lookup, name: str) -> Reading:
    signs = fn("tegn_i_tal", col("tal")).alias("tegn")
    ((found,),) = _texts(database, lookup, name).aggregate([signs]).fetchall()
    if found["komma"] or not found["punkt"]:
        return "komma"
    return "punkt" if found["decimalpunkt"] else "tusind"


def _texts(database: Database, lookup: Lookup, name: str) -> Relation:
    """A column's texts as delivered, and the number each holds."""
    rows, text = database.connection.table("raekke"), col(name)
    raw = text
    if name in lookup.columns:
        rows = database.connection.table("kodebog").filter(col("kolonne") == lit(name))
        raw, text = col("raa"), col("kode")
    return rows.project(raw.alias("raa"), fn("beloeb_tekst", text).alias("tal"))
