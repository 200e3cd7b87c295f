"""The floor: the same CSVs and the same indicator SQL in bare DuckDB, without anything in between.

No encodings, dialects, keys, references, quarantine, pseudonyms, reports or publication: DuckDB's own
reader straight into typed tables, and the indicators on them. Called as `python -m bench.floor DIR`.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import date
from pathlib import Path

from pipeline.call import STANDARDPLAN
from pipeline.database import Database, aabn, citat
from pipeline.definitions.extracts import laes_extracts
from pipeline.definitions.plans import laes_plan
from pipeline.indicators.calculate import opgoer
from pipeline.periods import seneste_hele_maaned


def indlaes(database: Database, mappe: Path) -> None:
    """Every CSV straight into its typed table; the files must be in ISO dialect."""
    database.koer("attach ':memory:' as lev")
    database.koer("create schema lev.data")
    database.brug("lev", "data")
    for navn, extract in laes_extracts().items():
        database.opret_tom(navn, extract.typer)
        if (fil := mappe / f"{navn}.csv").is_file():
            database.koer(
                f"insert into {citat(navn)} by name select * from read_csv($fil, auto_detect = true, "
                "all_varchar = true, header = true, delim = ',', quote = '\"', strict_mode = true)",
                fil=str(fil),
            )
    # Samples know the clock of every timestamp; the flag is all the reader cannot see by itself.
    for kolonne in ("modtaget_tidspunkt", "vurderet_24t_tidspunkt"):
        database.koer(f"update underretninger set {kolonne}_har_klokkeslaet = true")


def main(mappe: Path) -> None:
    """Read and compute, into a database file as the tool does."""
    dato = date.fromisoformat(mappe.name)
    with tempfile.TemporaryDirectory() as rod, aabn([mappe, Path(rod)]) as database:
        indlaes(database, mappe)
        database.tilknyt(Path(rod) / "ud.duckdb", "ud", skrivbar=True)
        opgoer(database, laes_plan(STANDARDPLAN), seneste_hele_maaned(dato), dato)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
