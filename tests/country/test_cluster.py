"""A country on a cluster: the same cell for cell, a worker that dies, what is done again, what travels."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from tests.command_line import ROOT
from tests.country.conftest import log
from tests.country.made import (
    DELIVERED,
    PERIODE,
    SECRETS,
    WORKSPACE,
    Cluster,
    make_country,
    run_country,
    told,
)


def test_two_workers_give_what_one_after_the_other_gives(side_by_side, expected):
    """Cell for cell, in every table and view: nothing depends on who did what, when."""
    file, said = side_by_side
    assert told(file.parent) == expected
    assert "3 af 3 kommuner er med (3 kørt)" in said


def test_nothing_of_a_case_crosses_the_scheduler(side_by_side, two_workers: Cluster):
    """What was planted in every municipality's rows is not among the bytes; what may be told is."""
    heard = two_workers.captured.read_bytes()
    assert b"nordby" in heard
    assert b"opfyldt_mindst" in heard
    assert [secret for secret in SECRETS if secret.encode() in heard] == []


def test_nothing_of_a_case_stands_in_what_the_country_keeps(side_by_side):
    """Neither in its tables, its file, its report nor its log."""
    folder = side_by_side[0].parent / "landet"
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert {file.suffix for file in files} >= {".parquet", ".json", ".duckdb", ".html", ".jsonl"}
    found = [(f.name, s) for f in files for s in SECRETS if s.encode() in f.read_bytes()]
    assert found == []


def test_what_is_done_is_not_done_again(side_by_side, two_workers: Cluster, expected):
    """A second call runs nobody's month; one changed delivery runs that one's alone."""
    file, _ = side_by_side
    root = file.parent
    options = ("--periode", PERIODE, "--scheduler", two_workers.address)
    before = {id_: len(log(root / id_ / WORKSPACE)) for id_ in ("nordby", "sydby", "vestby")}
    again = run_country(file, *options)
    assert "(3 uændret siden sidst)" in again.stdout
    assert before == {id_: len(log(root / id_ / WORKSPACE)) for id_ in before}
    assert told(root) == expected

    changed = root / "vestby" / DELIVERED / "indsatser.csv"
    changed.write_text(changed.read_text(encoding="utf-8").replace("institution", "opholdssted", 1))
    assert "(1 kørt og 2 uændret siden sidst)" in run_country(file, *options).stdout
    assert told(root) == expected


def test_a_killed_workers_municipality_runs_again_and_nothing_is_doubled(
    two_workers: Cluster, side_by_side, expected, tmp_path: Path
):
    """Killed in the middle of a month: another worker does it anew, and the country is the same."""
    file = make_country(tmp_path)
    command = [sys.executable, str(ROOT / "cli.py"), "country", "run", "--kommuner", str(file)]
    options = ["--periode", PERIODE, "--scheduler", two_workers.address]
    with subprocess.Popen([*command, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        until = time.monotonic() + 120
        while len(list(tmp_path.glob(f"*/{WORKSPACE}/tilsyn.lock"))) < 2 and time.monotonic() < until:
            time.sleep(0.02)
        victim = two_workers.workers.pop(0)
        victim.kill()
        victim.wait()
        done_before = list((tmp_path / "landet" / "kommuner").rglob("*.json"))
        two_workers.add_worker()
        out, errors = run.communicate()
    assert run.returncode == 0, errors.decode()
    assert done_before == []
    assert "3 af 3 kommuner er med (3 kørt)" in out.decode()
    assert told(tmp_path) == expected
