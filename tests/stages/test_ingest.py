"""What is said of a delivery before and after it is taken in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.base.errors import UsageFault
from pipeline.base.periods import read_periode, today
from pipeline.base.workspace import Workspace
from pipeline.call import Call, Leverance
from pipeline.ready import date_of
from pipeline.run import run
from pipeline.stages.ingest import newer_leverance, periode_for, take_in
from tests.intake.delivery import FACTS, OPENED_GATES, Delivery

FAULTY = {
    "sag_id": "S9",
    "barn_id": "B9",
    "sagstype": "barn",
    "oprettet_dato": "ikke en dato",
    "team_id": "T1",
}


@pytest.fixture
def call(tmp_path: Path) -> Call:
    return Call(Workspace(tmp_path / "tilsyn"), OPENED_GATES, environment={})


@pytest.fixture
def leverance(tmp_path: Path) -> Leverance:
    """A small delivery of 30 April 2021 with a row that goes into quarantine."""
    delivery = Delivery(tmp_path).rows("sager", [*FACTS["sager"], FAULTY])
    folder = tmp_path / "udtraek" / "2021-04-30"
    folder.mkdir(parents=True)
    for name, content in delivery.files.items():
        (folder / name).write_bytes(content)
    return Leverance(folder)


@pytest.mark.parametrize(
    ("periode", "outcome"),
    [("2021-05", "begynder efter leverancens dato"), ("2020-09", "ligger før 2020-10")],
)
def test_a_period_that_cannot_be_computed_is_refused_before_anything_is_taken_in(
    call: Call, leverance: Leverance, periode: str, outcome: str
):
    """Not even the workspace is made."""
    with pytest.raises(UsageFault, match=outcome):
        run(call, leverance, periode)
    assert not call.folder.root.exists()


def test_a_newer_delivery_in_the_workspace_reaches_a_later_period(call: Call, leverance: Leverance):
    """The figures rest on the newest; without a period it is the last whole month of what comes in."""
    call.folder.create()
    (call.folder.leverancer / "2021-06-15.duckdb").touch()
    june = read_periode("2021-06")
    assert periode_for(call, leverance, june) == june
    assert periode_for(call, leverance, None) == read_periode("2021-04")
    with pytest.raises(UsageFault, match="2021-07 begynder efter"):
        periode_for(call, leverance, read_periode("2021-07"))


def test_the_folder_of_the_quarantined_rows_is_named(call: Call, leverance: Leverance):
    """Of a delivery taken in, of the same again, and of a trial beside it, which has a folder of its own."""
    call.folder.create()

    def named(*, only_check: bool = False) -> Path:
        told = take_in(call, leverance, only_check=only_check).messages
        (line,) = [line for line in told if line.startswith("Rækkerne i karantæne ligger med årsag")]
        return call.folder.root / line.split(" under ")[1].rstrip(".")

    tried_first = named(only_check=True)
    assert (tried_first / "sager.csv").is_file()
    for _ in range(2):
        assert (named() / "sager.csv").is_file()
    tried = named(only_check=True)
    assert (tried / "sager.csv").is_file()
    assert tried != tried_first


def test_without_quarantined_rows_no_folder_is_named(call: Call, leverance: Leverance):
    """There is none."""
    call.folder.create()
    sager = leverance.folder / "sager.csv"
    lines = sager.read_text(encoding="utf-8").splitlines(keepends=True)
    sager.write_text("".join(lines[:-1]), encoding="utf-8")
    assert not [line for line in take_in(call, leverance).messages if line.startswith("Rækkerne i karantæne")]


def test_a_delivery_dated_after_today_is_refused(call: Call, leverance: Leverance, tmp_path: Path):
    """By its folder's name or by the option: it would stand in force over every later one."""
    misdated = leverance.folder.rename(tmp_path / "udtraek" / "2931-04-30")
    for wrong in (Leverance(misdated), Leverance(misdated, date(2931, 1, 1))):
        with pytest.raises(UsageFault, match=r"er senere end i dag .* Ret mappens navn, eller angiv"):
            take_in(call, wrong)
    assert date_of(Leverance(misdated, today())) == today()


def test_a_misdated_delivery_that_lies_there_already_is_in_force_never(call: Call, leverance: Leverance):
    """An earlier version took it in; it is left where it is, with a word."""
    call.folder.create()
    intake = take_in(call, leverance)
    (call.folder.leverancer / "2931-04-30.duckdb").touch()
    assert call.folder.newest_leverance().stem == "2021-04-30"
    (line,) = newer_leverance(call, intake)
    assert "leverancer/2931-04-30.duckdb er dateret efter i dag og bruges ikke" in line
