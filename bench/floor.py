"""The floor: the same CSVs and the same indicator SQL in bare DuckDB, without anything in between.

No encodings, dialects, keys, references, quarantine, pseudonyms, reports or publication: DuckDB's own
reader straight into typed tables, and the indicators on them. Called as `python -m bench.floor DIR`.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import date
from pathlib import Path

from pipeline.base.database import Database, open_database, quote
from pipeline.base.periods import latest_whole_month
from pipeline.definitions.extracts import read_extracts
from pipeline.definitions.plans import read_plan, standard_plan_id
from pipeline.indicators.calculate import calculate


def take_in(database: Database, folder: Path) -> None:
    """Every CSV straight into its typed table; the files must be in ISO dialect."""
    database.run("attach ':memory:' as lev")
    database.run("create schema lev.data")
    database.use("lev", "data")
    for name, extract in read_extracts().items():
        database.create_empty(name, extract.types)
        if (file := folder / f"{name}.csv").is_file():
            database.run(
                f"insert into {quote(name)} by name select * from read_csv($fil, auto_detect = true, "
                "all_varchar = true, header = true, delim = ',', quote = '\"', strict_mode = true)",
                fil=str(file),
            )
    # Samples know the clock of every timestamp; the flag is all the reader cannot see by itself.
    for column in ("modtaget_tidspunkt", "vurderet_24t_tidspunkt"):
        database.run(f"update underretninger set {column}_har_klokkeslaet = true")


def main(folder: Path) -> None:
    """Read and compute, into a database file as the tool does."""
    dato = date.fromisoformat(folder.name)
    with tempfile.TemporaryDirectory() as root, open_database([folder, Path(root)]) as database:
        take_in(database, folder)
        database.attach(Path(root) / "ud.duckdb", "ud", writable=True)
        calculate(database, [read_plan(standard_plan_id())], latest_whole_month(dato), dato)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
