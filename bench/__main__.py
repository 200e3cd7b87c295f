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

from pipeline.synthetic import skriv_leverancer

ROD = Path(__file__).resolve().parent.parent
PROEVER = ROD / "data_samples"
DATO = date(2021, 12, 31)


@dataclass(frozen=True)
class Maaling:
    """Wall seconds, processor seconds and peak memory of one finished command."""

    vaeg: float
    cpu: float
    mb: float

    def __str__(self) -> str:
        return f"{self.vaeg:7.2f} s wall {self.cpu:7.2f} s cpu {self.mb:7.0f} MB"


def maal(*kommando: str, miljoe: dict[str, str] | None = None) -> Maaling:
    """Run one command to its end; a failure ends the benchmark with what the command said."""
    start = time.perf_counter()
    with tempfile.TemporaryFile() as ud:
        proces = subprocess.Popen(
            kommando, cwd=ROD, stdout=ud, stderr=subprocess.STDOUT, env={**os.environ, **(miljoe or {})}
        )
        _, kode, forbrug = os.wait4(proces.pid, 0)
        if kode:
            ud.seek(0)
            sys.exit(f"{' '.join(kommando)}\n{ud.read().decode()}")
    return Maaling(time.perf_counter() - start, forbrug.ru_utime + forbrug.ru_stime, forbrug.ru_maxrss / 1024)


def cli(*argumenter: str) -> tuple[str, ...]:
    """The command line of this checkout."""
    return (sys.executable, str(ROD / "cli.py"), *argumenter)


def trin(arbejdsmappe: Path) -> dict[str, float]:
    """Seconds of each stage, added up from the workspace's log."""
    sekunder: dict[str, float] = {}
    for linje in (arbejdsmappe / "log" / "ledelsestilsyn.jsonl").read_text(encoding="utf-8").splitlines():
        post = json.loads(linje)
        if post["haendelse"] == "trin":
            sekunder[post["trin"]] = sekunder.get(post["trin"], 0.0) + post["sekunder"]
    return sekunder


def antal_raekker(mappe: Path) -> int:
    """Lines of every file of a delivery, headers left out."""
    return sum(fil.read_bytes().count(b"\n") - 1 for fil in mappe.glob("*.csv"))


def maal_hjaelp() -> None:
    """Start-up: what everybody waits for at every command."""
    tider = [maal(*cli("--help")).vaeg for _ in range(5)]
    print(f"--help                     {statistics.median(tider):7.2f} s (median of {len(tider)})")


def maal_kommune() -> None:
    """The sample municipality: the whole monthly job, cold."""
    with tempfile.TemporaryDirectory() as rod:
        arbejdsmappe = Path(rod) / "tilsyn"
        maaling = maal(
            *cli("run", "--leverance", str(PROEVER / DATO.isoformat()), "--arbejdsmappe", str(arbejdsmappe)),
            *("--indstillinger", str(PROEVER / "indstillinger.toml")),
        )
        print(f"municipality, whole run    {maaling}")
        _vis_trin(trin(arbejdsmappe), maaling.vaeg)


def _vis_trin(sekunder: dict[str, float], vaeg: float) -> None:
    for navn, tid in sekunder.items():
        print(f"    {navn:<22} {tid:7.2f} s")
    print(f"    {'start and imports':<22} {vaeg - _uden_indre(sekunder):7.2f} s")


def _uden_indre(sekunder: dict[str, float]) -> float:
    """Stages added up; building the publication is timed inside the indicators' stage."""
    return sum(tid for navn, tid in sekunder.items() if navn != "udgivelse_bygges")


def maal_skala(skala: int, *, med_gulv: bool) -> float:
    """Ingest and check at a scale, and the floor beside it; their wall seconds together."""
    with tempfile.TemporaryDirectory() as rod:
        skriv_leverancer(Path(rod), datoer=[DATO], skala=skala, snavs=False)
        leverance, arbejdsmappe = Path(rod) / DATO.isoformat(), Path(rod) / "tilsyn"
        raekker = antal_raekker(leverance)
        valg = ("--arbejdsmappe", str(arbejdsmappe))
        ind = maal(*cli("ingest", "--leverance", str(leverance), *valg))
        opgjort = maal(*cli("check", *valg))
        sammen = ind.vaeg + opgjort.vaeg
        print(f"x{skala}, {raekker} rows")
        print(f"    ingest                 {ind}  {raekker / ind.vaeg:10.0f} rows/s")
        print(f"    check                  {opgjort}  {raekker / opgjort.vaeg:10.0f} rows/s")
        _vis_trin(trin(arbejdsmappe), sammen)
        if med_gulv:
            gulv = maal(sys.executable, "-m", "bench.floor", str(leverance))
            print(f"    floor (bare DuckDB)    {gulv}")
            print(f"    ratio to the floor     {sammen / gulv.vaeg:7.2f}")
    return sammen


def main() -> None:
    """Measure, smallest first."""
    laeser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    laeser.add_argument("--skala", type=int, default=100, help="largest scale: 1, 10 or 100")
    stoerste = laeser.parse_args().skala
    maal_hjaelp()
    maal_kommune()
    tider = {skala: maal_skala(skala, med_gulv=True) for skala in (10, 100) if skala <= stoerste}
    if len(tider) > 1:
        print(f"growth from x10 to x100    {tider[100] / tider[10]:7.2f}")


if __name__ == "__main__":
    main()
