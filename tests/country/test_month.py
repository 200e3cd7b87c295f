"""One municipality's month as a task: what comes out, what is hidden, and what a fault says."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipeline.base.errors import ExitCode
from pipeline.base.settle import locked
from pipeline.base.workspace import Workspace
from pipeline.country import month as months
from pipeline.country.month import month
from tests.country.conftest import log, task
from tests.country.made import DELIVERED, SECRETS, WORKSPACE


def rows(reply) -> dict[str, dict]:
    return {row["indikator_id"]: row for row in pq.read_table(BytesIO(reply.resultat)).to_pylist()}


@pytest.fixture
def file(in_turn, tmp_path: Path) -> Path:
    """A copy of the country to do things to; the workspaces are done."""
    return Path(shutil.copytree(in_turn[0].parent, tmp_path / "land")) / "kommuner.toml"


def test_what_comes_out_is_the_departments_figures(in_turn):
    """30 of 40 children placed in an institution: a share with its counts and its interval."""
    nordby = rows(in_turn[1]["nordby"])["S12"]
    assert (nordby["antal"], nordby["opfyldt"], nordby["vaerdi"]) == (40, 30, 75.0)
    assert nordby["ki_nedre"] < 75 < nordby["ki_oevre"]
    assert not nordby["skjult"]


def test_one_to_four_stand_nowhere(in_turn):
    """3 of 9: neither the count, nor the percent, interval or doubt it could be worked out from."""
    vestby = rows(in_turn[1]["vestby"])["S12"]
    assert (vestby["antal"], vestby["opfyldt_mindst"], vestby["opfyldt_hoejst"]) == (9, 1, 4)
    assert vestby["skjult"]
    assert {vestby[name] for name in ("opfyldt", "vaerdi", "ki_nedre", "ki_oevre", "usikker")} == {None}


def test_no_row_shows_a_count_of_one_to_four(in_turn):
    """Of how many, who met it and who did not: in no municipality, of no indicator."""
    every = [row for reply in in_turn[1].values() for row in rows(reply).values()]
    shown = [row["antal"] for row in every] + [row["opfyldt"] for row in every]
    shown += [row["antal"] - row["opfyldt"] for row in every if row["opfyldt"] is not None]
    assert len(every) == 3 * len(rows(in_turn[1]["nordby"])) > 40
    assert [count for count in shown if count in {1, 2, 3, 4}] == []


def test_each_has_its_own_key(in_turn):
    """One from a file, the others made in their own workspaces; the same child has another name in each."""
    root = in_turn[0].parent
    assert not (root / "sydby" / WORKSPACE / "noegle").exists()
    prints = {
        (root / id_ / WORKSPACE / "noegle.fingeraftryk").read_text() for id_ in ("nordby", "sydby", "vestby")
    }
    assert len(prints) == 3


def test_what_is_unchanged_is_not_done_again(file: Path, in_turn):
    """Not while delivery, settings, workbooks and what was published are the same; at any change it is."""
    known = month(task(file, "vestby")).fingerprint
    before = len(log(file.parent / "vestby" / WORKSPACE))
    assert month(task(file, "vestby", known=known)).state == "uaendret"
    assert len(log(file.parent / "vestby" / WORKSPACE)) == before
    settings = file.parent / "vestby" / WORKSPACE / "indstillinger.toml"
    settings.write_text(settings.read_text() + "\n")
    assert month(task(file, "vestby", known=known)).state == "koert"


def test_a_refused_delivery_is_told_without_its_rows(file: Path):
    """Exit code 3 and the same lines as in the municipality's own terminal."""
    teams = file.parent / "nordby" / DELIVERED / "teams.csv"
    teams.write_text(teams.read_text().replace("TEAMHEMMELIG", ""))
    reply = month(task(file, "nordby"))
    assert (reply.state, reply.exit_code) == ("afvist", ExitCode.DATA_REFUSED)
    assert "teams" in reply.lines[0]
    assert [s for s in SECRETS if any(s in line for line in reply.lines)] == []


def test_a_fault_nobody_expected_is_told_by_its_type_alone(file: Path, monkeypatch: pytest.MonkeyPatch):
    """Its message may quote a row; the places go to the municipality's own log."""

    def fail(*_: object) -> None:
        raise ArithmeticError("SAGHEMMELIG1")

    monkeypatch.setattr(months, "read_before", fail)
    reply = month(task(file, "nordby"))
    assert (reply.state, reply.exit_code) == ("fejl", ExitCode.INTERNAL_ERROR)
    assert reply.lines == ("Uventet fejl (ArithmeticError). Se log-mappen i arbejdsmappen.",)
    assert log(file.parent / "nordby" / WORKSPACE)[-1]["type"] == "ArithmeticError"


def test_a_worker_of_another_version_does_nothing(file: Path):
    """Its figures could mean something else."""
    reply = month(task(file, "nordby", version="0.0.1"))
    assert (reply.state, reply.exit_code) == ("fejl", ExitCode.USAGE_FAULT)
    assert "samme version" in reply.lines[0]


def test_a_workspace_in_use_is_waited_for_and_then_told(file: Path, monkeypatch: pytest.MonkeyPatch):
    """A worker that was given up may still be at work there; whoever never leaves is named."""
    monkeypatch.setattr(months, "PATIENCE", 0.2)
    monkeypatch.setattr(months, "PAUSE", 0.05)
    with locked(Workspace(file.parent / "nordby" / WORKSPACE)):
        reply = month(task(file, "nordby"))
    assert reply.exit_code is ExitCode.USAGE_FAULT
    assert "i brug" in reply.lines[0]
