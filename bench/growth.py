"""What grows: one more team, a second plan, and two years of months in one workspace.

python -m bench.growth               all three
python -m bench.growth --maaneder 6  fewer months
"""

from __future__ import annotations

import argparse
import csv
import statistics
import tempfile
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

from bench.__main__ import DATO, SAMPLES, cli, measure, step
from pipeline.base.periods import add_months, end_of_month
from tools.synthetic import write_leverancer

MORE_TEAMS = 4
SECOND_PLAN = "barnets_lov_2024"
FIRST = date(2021, 1, 31)


def run(delivery: Path, workspace: Path, *options: str) -> float:
    """Seconds of one whole run, cold."""
    command = cli("run", "--leverance", str(delivery), "--arbejdsmappe", str(workspace), *options)
    return measure(*command, "--indstillinger", str(SAMPLES / "indstillinger.toml")).wall


def with_more_teams(delivery: Path, root: Path) -> Path:
    """The same delivery with more teams: each takes over some of the caseworkers of the first ones."""
    folder = root / "flere" / delivery.name
    folder.mkdir(parents=True)
    for file in delivery.glob("*.csv"):
        (folder / file.name).write_bytes(file.read_bytes())
    teams = _read(folder / "teams.csv")
    new = [{**teams[number % len(teams)], "team_id": f"TX{number}"} for number in range(MORE_TEAMS)]
    _write(folder / "teams.csv", [*teams, *new])
    for name, number in (("sagsfordeling", 7), ("raadgivere", 5)):
        rows = _read(folder / f"{name}.csv")
        for place, row in enumerate(rows[::number]):
            row["team_id"] = new[place % MORE_TEAMS]["team_id"]
        _write(folder / f"{name}.csv", rows)
    return folder


def _read(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as content:
        return list(csv.DictReader(content))


def _write(file: Path, rows: Sequence[dict[str, str]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as content:
        writer = csv.DictWriter(content, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def measure_team(delivery: Path, root: Path, times: int) -> None:
    """Seconds a further team costs: the whole run with some more, over how many."""
    more = with_more_teams(delivery, root)
    before = [run(delivery, root / f"hold{n}") for n in range(times)]
    after = [run(more, root / f"flere_hold{n}") for n in range(times)]
    each = (statistics.median(after) - statistics.median(before)) / MORE_TEAMS
    print(f"a further team             {each:7.2f} s (median of {times}, {MORE_TEAMS} more)")


def measure_plan(delivery: Path, root: Path, times: int) -> None:
    """Seconds a second plan costs."""
    plans = ("--plan", "slagelse_2021_2023", "--plan", SECOND_PLAN)
    one = [run(delivery, root / f"en{n}", *plans[:2]) for n in range(times)]
    two = [run(delivery, root / f"to{n}", *plans) for n in range(times)]
    cost = statistics.median(two) - statistics.median(one)
    print(f"a second plan              {cost:7.2f} s (median of {times}; {SECOND_PLAN})")


def measure_months(root: Path, months: int) -> None:
    """One delivery a month in one workspace: seconds, and bytes more, of each."""
    days = [end_of_month(add_months(FIRST, number)) for number in range(months)]
    write_leverancer(root / "maaneder", dates=days, dirt=False)
    workspace, seconds, sizes = root / "to_aar", [], [0]
    for day in days:
        seconds.append(run(root / "maaneder" / day.isoformat(), workspace, "--tillad-fald"))
        sizes.append(sum(file.stat().st_size for file in workspace.rglob("*") if file.is_file()))
        print(f"    {day:%Y-%m}  {seconds[-1]:7.2f} s  {(sizes[-1] - sizes[-2]) / 1e6:7.1f} MB more")
    third = statistics.median(seconds[2:5])
    growth = statistics.median(after - before for before, after in pairwise(sizes[1:]))
    print(f"months 3 to 5              {third:7.2f} s (median)")
    print(f"the last three             {statistics.median(seconds[-3:]):7.2f} s (median)")
    print(f"the workspace grows by     {growth / 1e6:7.1f} MB a month (median)")
    for name, elapsed in step(workspace).items():
        print(f"    {name:<22} {elapsed / months:7.2f} s a month")


def main() -> None:
    """Measure all three."""
    reads = argparse.ArgumentParser(prog="python -m bench.growth", description=__doc__)
    reads.add_argument("--maaneder", type=int, default=24, help="how many months in one workspace")
    reads.add_argument("--gange", type=int, default=3, help="runs of each, of which the median is told")
    chosen = reads.parse_args()
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        write_leverancer(root, dates=[DATO], dirt=False)
        measure_team(root / DATO.isoformat(), root, chosen.gange)
        measure_plan(root / DATO.isoformat(), root, chosen.gange)
        measure_months(root, chosen.maaneder)


if __name__ == "__main__":
    main()
