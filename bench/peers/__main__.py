"""`python -m bench.peers`: the same month's tables and tests by dbt with dbt-duckdb and by pandas, and ours.

dbt's project is made of our own SQL and definitions, for the leading plan: a model per extract and per table
of the calculation, a test per demand on a column, a key or an order of days. Its rows are held against ours.
dbt wants an environment of its own, whose command is found in BENCH_DBT or on the path; without it the
comparison says so and goes on.

python -m bench.peers               the sample municipality
python -m bench.peers --skala 10    ten times it
python -m bench.peers --gange 5     the median of five
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from bench.__main__ import DATO, Measurement, cli, measure
from bench.floor import take_in
from bench.peers.project import write_project
from bench.peers.recorded import Recorder
from pipeline.base.database import open_database
from pipeline.base.periods import latest_whole_month
from pipeline.definitions.plans import read_plan, standard_plan_id
from pipeline.indicators.calculate import calculate
from tools.synthetic import write_leverancer

RESULTS = ("indikator_raekke", "indikator_resultat", "indikator_fordeling", "indikator_gruppe", "fristliste")


def make_project(delivery: Path, root: Path) -> tuple[int, int]:
    """Do the month once on bare DuckDB, and write down what was done as a project; models and tests."""
    plan = read_plan(standard_plan_id())
    with open_database([delivery, root]) as database:
        take_in(database, delivery)
        database.attach(root / "vores.duckdb", "ud", writable=True)
        recorder = Recorder(database.connection)
        # Views read which plan is being computed when they are used; here it is one throughout.
        recorder.set_variable("plan_id", plan.plan_id)
        recorder.set_variable("plan_start", plan.start_dato.isoformat())
        calculate(recorder, [plan], latest_whole_month(DATO), DATO)
        return write_project(recorder, delivery, root / "projekt")


def differing(root: Path) -> dict[str, int]:
    """How many of our rows dbt has not made alike, by table; floating numbers to nine digits."""
    found = {}
    with open_database([root]) as database:
        database.attach(root / "vores.duckdb", "vores")
        database.attach(root / "projekt" / "maaned.duckdb", "dbt")
        for table in RESULTS:
            rows = database.fetch(f"describe vores.{table}")
            columns = ", ".join(
                f"round({r['column_name']}, 9)" if r["column_type"] == "DOUBLE" else f'"{r["column_name"]}"'
                for r in rows
            )
            both = " except ".join(f"select {columns} from {base}.{table}" for base in ("vores", "dbt"))
            found[table] = int(database.value(f"select count(*) from ({both})"))
    return found


def measured(times: int, *command: str, before: Path | None = None) -> Measurement:
    """The median of some runs of a command; a file left by the one before is taken away first."""
    runs = []
    for _ in range(times):
        if before:
            before.unlink(missing_ok=True)
        runs.append(measure(*command))
    return Measurement(
        *(statistics.median(getattr(run, name) for run in runs) for name in ("wall", "cpu", "mb"))
    )


def ours(delivery: Path, root: Path, times: int) -> Measurement:
    """Intake with all its checks, then the indicators: two commands, cold, each time in a new workspace."""
    runs = []
    for number in range(times):
        option = ("--arbejdsmappe", str(root / f"tilsyn{number}"))
        in_ = measure(*cli("ingest", "--leverance", str(delivery), *option))
        calculated = measure(*cli("check", *option))
        runs.append((in_.wall + calculated.wall, in_.cpu + calculated.cpu, max(in_.mb, calculated.mb)))
    return Measurement(*map(statistics.median, zip(*runs, strict=True)))


def show(name: str, measurement: Measurement, own: Measurement) -> None:
    """One line: seconds, memory, and how many times ours, by the clock and by the processor."""
    ratio = f"{measurement.wall / own.wall:6.2f} and {measurement.cpu / own.cpu:5.2f} times ours"
    print(f"    {name:<24} {measurement}  {ratio}")


def main() -> None:
    """Measure all three on one delivery."""
    reads = argparse.ArgumentParser(prog="python -m bench.peers", description=__doc__)
    reads.add_argument("--skala", type=int, default=1, help="times the sample municipality")
    reads.add_argument("--gange", type=int, default=1, help="runs of each, of which the median is told")
    chosen = reads.parse_args()
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        write_leverancer(root, dates=[DATO], scale=chosen.skala, dirt=False)
        delivery = root / DATO.isoformat()
        own = ours(delivery, root, chosen.gange)
        print(f"x{chosen.skala}, tables and tests of a month")
        show("ledelsestilsyn", own, own)
        show(
            "pandas (no indicators)",
            measured(chosen.gange, sys.executable, "-m", "bench.peers.pandas_peer", str(delivery)),
            own,
        )
        dbt = os.environ.get("BENCH_DBT") or shutil.which("dbt")
        if dbt is None:
            print("    dbt-duckdb               not installed: put the path of dbt in BENCH_DBT")
            return
        models, tests = make_project(delivery, root)
        project = root / "projekt"
        options = (
            "--project-dir",
            str(project),
            "--profiles-dir",
            str(project),
            "--no-partial-parse",
            "--quiet",
        )
        show(
            "dbt-duckdb",
            measured(chosen.gange, dbt, "build", *options, before=project / "maaned.duckdb"),
            own,
        )
        print(f"    {models} models, {tests} tests; rows not alike: {differing(root)}")


if __name__ == "__main__":
    main()
