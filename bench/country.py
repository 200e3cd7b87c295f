"""A country of made-up municipalities: seconds per municipality at one worker and at more, and the gain.

python -m bench.country                                 4 municipalities at 1 and 2 workers
python -m bench.country --kommuner 98 --arbejdere 1 2   as many as there are

Each count of workers does a country of its own, cold. Efficiency is how much of the workers' time was gain:
100 % where two take half as long as one.
"""

from __future__ import annotations

import argparse
import tempfile
from datetime import date
from pathlib import Path

from bench.__main__ import cli, count_rows, measure
from tools.synthetic import write_leverancer

DATO = date(2021, 4, 30)


def write_country(root: Path, deliveries: Path, municipalities: int) -> Path:
    """A list of municipalities with new workspaces; some share a delivery, none a workspace."""
    folders = sorted(deliveries.iterdir())
    lines = []
    for number in range(municipalities):
        name = f"k{number:02}"
        lines += [
            f"[kommuner.{name}]",
            f'navn = "Kommune {number:02}"',
            f'arbejdsmappe = "{name}"',
            f'leverance = "{folders[number % len(folders)] / DATO.isoformat()}"',
        ]
    root.mkdir()
    (root / "kommuner.toml").write_text("\n".join(lines), encoding="utf-8")
    return root / "kommuner.toml"


def main() -> None:
    """Measure, fewest workers first."""
    reads = argparse.ArgumentParser(prog="python -m bench.country", description=__doc__)
    reads.add_argument("--kommuner", type=int, default=4, help="how many municipalities")
    reads.add_argument(
        "--arbejdere", type=int, nargs="+", default=[1, 2], help="how many workers, each in turn"
    )
    reads.add_argument("--forskellige", type=int, default=4, help="how many of the deliveries differ")
    chosen = reads.parse_args()
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        for number in range(min(chosen.forskellige, chosen.kommuner)):
            write_leverancer(root / "leveret" / f"{number}", dates=[DATO], seed=2021 + number, dirt=False)
        rows = count_rows(root / "leveret" / "0" / DATO.isoformat())
        print(f"{chosen.kommuner} municipalities of about {rows} rows")
        single = 0.0
        for workers in sorted(chosen.arbejdere):
            file = write_country(root / f"land{workers}", root / "leveret", chosen.kommuner)
            run = measure(*cli("country", "run", "--kommuner", str(file), "--arbejdere", str(workers)))
            each = run.wall / chosen.kommuner
            single = single or run.wall * workers
            gain = f"  efficiency {single / (run.wall * workers):5.0%}"
            print(f"    {workers} workers  {run.wall:8.1f} s, {each:6.2f} s each{gain}")
        again = measure(*cli("country", "run", "--kommuner", str(file), "--arbejdere", str(workers)))
        print(f"    nothing changed    {again.wall:8.1f} s")


if __name__ == "__main__":
    main()
