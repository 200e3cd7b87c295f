"""Three small municipalities, what of theirs must never leave them, and a cluster to run them on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.base.database import open_file
from tests.command_line import ROOT
from tests.intake.delivery import FACTS, Delivery

PERIODE = "2021-03"
PLACED = {"nordby": (40, 30), "sydby": (20, 6), "vestby": (9, 3)}
"""How many children each has placed, and how many of them in an institution."""
WORKSPACE, DELIVERED = "tilsyn", Path("leveret", "2021-04-30")
SECRETS = ("SAGHEMMELIG", "INDSATSHEMMELIG", "716101-1234", "7161011234", "Lise Hemmelig", "TEAMHEMMELIG")
"""Planted in rows of every municipality: ids, a child's (replacement) CPR number, names."""
TABLES = ("opgoerelse", "kommune", "indikator", "resultat", "naaede", "fordeling", "tragten")
_SETTINGS = """planer = ["sverigesmodellen"]
[graenser]
karantaene_procent = 100
karantaene_raekker = 1000
accepteret_procent = 0
"""
WRONG_KEY = "en noegle, der er ingens: den staar i arbejderens omgivelser"


def make_country(root: Path) -> Path:
    """The municipalities' deliveries and settings, and the list of them; one has its key in a file."""
    lines = ['landsmappe = "landet"']
    for id_, (placed, institution) in PLACED.items():
        _deliver(root / id_, placed, institution)
        folder = root / id_ / WORKSPACE
        folder.mkdir()
        (folder / "indstillinger.toml").write_text(_SETTINGS, encoding="utf-8")
        lines += [f"[kommuner.{id_}]", f'navn = "{id_.title()}"', f'arbejdsmappe = "{id_}/{WORKSPACE}"']
        lines.append(f'leverance = "{id_}/leveret"')
    (root / "noegle").write_text("sydbys egen noegle paa mindst 32 tegn", encoding="utf-8")
    lines.insert(lines.index("[kommuner.sydby]") + 1, 'noegle_fil = "noegle"')
    file = root / "kommuner.toml"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def _deliver(root: Path, placed: int, institution: int) -> None:
    delivery = Delivery(root, own=FACTS)
    delivery.rows("teams", [{"team_id": "T1", "navn": "TEAMHEMMELIG", "leder_navn": "Lise Hemmelig"}])
    numbers = range(1, placed + 1)
    delivery.rows("sager", [_case(number) for number in numbers])
    delivery.rows("indsatser", [_placement(number, inside=number <= institution) for number in numbers])
    delivery.write()


def _case(number: int) -> dict[str, str]:
    return {
        "sag_id": f"SAGHEMMELIG{number}",
        "barn_id": "716101-1234" if number == 1 else f"B{number}",
        "foedselsdato": "01-02-2010",
        "sagstype": "barn",
        "oprettet_dato": "01-01-2021",
        "team_id": "T1",
        "raadgiver_id": "R1",
    }


def _placement(number: int, *, inside: bool) -> dict[str, str]:
    return {
        "indsats_id": f"INDSATSHEMMELIG{number}",
        "sag_id": f"SAGHEMMELIG{number}",
        "paragraf": "52",
        "kategori": "anbringelse",
        "start_dato": "01-02-2021",
        "anbringelsessted": "institution" if inside else "netvaerksplejefamilie",
    }


def told(root: Path) -> dict[str, list[dict[str, Any]]]:
    """Every table and view of the country's file, row by row in a fixed order."""
    with open_file(root / "landet" / "publiceret" / "land.duckdb") as database:
        return {table: database.fetch(f"from {table} order by all") for table in TABLES}


def run_country(file: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, as a person gives it."""
    return subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), "country", "run", "--kommuner", str(file), *options],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
    )


@dataclass
class Cluster:
    """A scheduler that writes down all it sends and receives, and its workers."""

    folder: Path
    address: str = ""
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def captured(self) -> Path:
        """Every byte that has crossed the scheduler."""
        return self.folder / "hoert"

    def add_worker(self) -> None:
        """One more worker, with a key in its environment that is no municipality's."""
        options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--memory-limit", "0")
        self.workers.append(_start("dask_worker", self.address, *options, "--local-directory", self.folder))


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[Cluster]:
    """A cluster of processes on the loopback, as `dask scheduler` and `dask worker` start one."""
    started, file = Cluster(folder), folder / "scheduler.json"
    os.environ["HOERT"] = str(started.captured)
    options = ("--port", "0", "--dashboard-address", "127.0.0.1:0", "--scheduler-file", file)
    scheduler = _start("dask_scheduler", *options, "--preload", Path(__file__).with_name("listen.py"))
    try:
        until = time.monotonic() + 60
        while not file.is_file() and time.monotonic() < until:
            time.sleep(0.1)
        started.address = json.loads(file.read_text())["address"]
        for _ in range(workers):
            started.add_worker()
        yield started
    finally:
        for process in (*started.workers, scheduler):
            process.kill()
            process.wait()


def _start(program: str, *options: str | Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", f"distributed.cli.{program}", "--host", "127.0.0.1", *map(str, options)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT), "LEDELSESTILSYN_NOEGLE": WRONG_KEY},
    )
