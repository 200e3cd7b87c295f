"""`make bench`: seconds, rows per second, peak memory and ratios; a printout to read, not a test.

python -m bench              the sample municipality, ten times it and a hundred times it
python -m bench --skala 10   only up to ten times
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tools.synthetic import write_leverancer

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "data_samples"
DATO = date(2021, 12, 31)


@dataclass(frozen=True)
class Measurement:
    """Wall seconds, processor seconds and peak memory of one finished command."""

    wall: float
    cpu: float
    mb: float

    def __str__(self) -> str:
        return f"{self.wall:7.2f} s wall {self.cpu:7.2f} s cpu {self.mb:7.0f} MB"


def measure(*command: str, environment: dict[str, str] | None = None) -> Measurement:
    """Run one command to its end; a failure ends the benchmark with what the command said."""
    start = time.perf_counter()
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(
            command, cwd=ROOT, stdout=out, stderr=subprocess.STDOUT, env={**os.environ, **(environment or {})}
        )
        _, code, spending = os.wait4(process.pid, 0)
        if code:
            out.seek(0)
            sys.exit(f"{' '.join(command)}\n{out.read().decode()}")
    return Measurement(
        time.perf_counter() - start, spending.ru_utime + spending.ru_stime, spending.ru_maxrss / 1024
    )


def cli(*arguments: str) -> tuple[str, ...]:
    """The command line of this checkout."""
    return (sys.executable, str(ROOT / "cli.py"), *arguments)


def step(workspace: Path) -> dict[str, float]:
    """Seconds of each stage, added up from the workspace's log."""
    seconds: dict[str, float] = {}
    for line in (workspace / "log" / "ledelsestilsyn.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if record["haendelse"] == "trin":
            seconds[record["trin"]] = seconds.get(record["trin"], 0.0) + record["sekunder"]
    return seconds


def count_rows(folder: Path) -> int:
    """Lines of every file of a delivery, headers left out."""
    return sum(file.read_bytes().count(b"\n") - 1 for file in folder.glob("*.csv"))


def target_help() -> None:
    """Start-up: what everybody waits for at every command."""
    times = [measure(*cli("--help")).wall for _ in range(5)]
    print(f"--help                     {statistics.median(times):7.2f} s (median of {len(times)})")


def target_municipality() -> None:
    """The sample municipality: the whole monthly job, cold."""
    with tempfile.TemporaryDirectory() as root:
        workspace = Path(root) / "tilsyn"
        measurement = measure(
            *cli("run", "--leverance", str(SAMPLES / DATO.isoformat()), "--arbejdsmappe", str(workspace)),
            *("--indstillinger", str(SAMPLES / "indstillinger.toml")),
        )
        print(f"municipality, whole run    {measurement}")
        _show_step(step(workspace), measurement.wall)


def _show_step(seconds: dict[str, float], wall: float) -> None:
    for name, elapsed in seconds.items():
        print(f"    {name:<22} {elapsed:7.2f} s")
    print(f"    {'start and imports':<22} {wall - _without_inner(seconds):7.2f} s")


def _without_inner(seconds: dict[str, float]) -> float:
    """Stages added up; building the publication is timed inside the indicators' stage."""
    return sum(elapsed for name, elapsed in seconds.items() if name != "udgivelse_bygges")


def target_scale(scale: int, *, with_floor: bool) -> float:
    """Ingest and check at a scale, and the floor beside it; their wall seconds together."""
    with tempfile.TemporaryDirectory() as root:
        write_leverancer(Path(root), dates=[DATO], scale=scale, dirt=False)
        leverance, workspace = Path(root) / DATO.isoformat(), Path(root) / "tilsyn"
        rows = count_rows(leverance)
        option = ("--arbejdsmappe", str(workspace))
        in_ = measure(*cli("ingest", "--leverance", str(leverance), *option))
        calculated = measure(*cli("check", *option))
        together = in_.wall + calculated.wall
        print(f"x{scale}, {rows} rows")
        print(f"    ingest                 {in_}  {rows / in_.wall:10.0f} rows/s")
        print(f"    check                  {calculated}  {rows / calculated.wall:10.0f} rows/s")
        _show_step(step(workspace), together)
        if with_floor:
            floor = measure(sys.executable, "-m", "bench.floor", str(leverance))
            print(f"    floor (bare DuckDB)    {floor}")
            print(f"    ratio to the floor     {together / floor.wall:7.2f}")
    return together


def main() -> None:
    """Measure, smallest first."""
    reads = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    reads.add_argument("--skala", type=int, default=100, help="largest scale: 1, 10 or 100")
    largest = reads.parse_args().skala
    target_help()
    target_municipality()
    times = {scale: target_scale(scale, with_floor=True) for scale in (10, 100) if scale <= largest}
    if len(times) > 1:
        print(f"growth from x10 to x100    {times[100] / times[10]:7.2f}")


if __name__ == "__main__":
    main()
