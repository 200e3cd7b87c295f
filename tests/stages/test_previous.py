"""What the reports compare with: the last publication of another delivery, kept when it is replaced."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.base.database import open_database
from pipeline.base.workspace import Workspace
from pipeline.definitions.plans import read_plan
from pipeline.stages.candidate import mark_plans, read_candidate
from pipeline.stages.previous import keep_earlier, leverance_id_of


@pytest.fixture
def folder(tmp_path: Path) -> Workspace:
    """A workspace with nothing in it."""
    folder = Workspace(tmp_path)
    folder.create()
    folder.published.parent.mkdir()
    mark_plans(folder, [read_plan("slagelse_2021_2023")])
    return folder


def write(file: Path, leverance_id: str, taeller: int, what: str = "dem") -> None:
    """A published file of a delivery, with one figure that is told apart by its count."""
    file.unlink(missing_ok=True)
    with open_database([file.parent]) as database:
        database.attach(file, "ud", writable=True)
        database.use("ud")
        database.run(
            "create table opgoerelse as select $id as leverance_id, '2021-04' as periode", id=leverance_id
        )
        database.run(
            "create table indikator as select 'p' as plan_id, '5.1' as indikator_id, 'frist' as art, "
            "'andel' as vaerditype, $what as taeller_tekst, 'alle' as naevner_tekst",
            what=what,
        )
        database.run(
            "create table indikator_resultat as select 'p' as plan_id, '5.1' as indikator_id, 'dubu' kilde, "
            "'maaned' as periodetype, '2021-04' as periode, 'T1' as team_id, $k::bigint as taeller, "
            "20::bigint as naevner, 0.5 as vaerdi, false as foreloebig, 'x' as status",
            k=taeller,
        )
        database.use("memory")
        database.detach("ud")


def leverance(folder: Workspace, day: str, leverance_id: str) -> None:
    """A delivery taken in."""
    with open_database([folder.root]) as database:
        database.attach(folder.leverancer / f"{day}.duckdb", "ny", writable=True)
        database.run("create table ny.leverance as select $id as leverance_id", id=leverance_id)
        database.detach("ny")


def earlier(folder: Workspace) -> int | None:
    """The count the reports would compare with; None when there is nothing to compare with."""
    with read_candidate(folder).open(folder) as database:
        if not database.value("select count(*) from duckdb_databases() where database_name = 'tidligere'"):
            return None
        return database.value("select taeller from tidligere.indikator_resultat")


def publish(folder: Workspace, leverance_id: str, taeller: int) -> None:
    """Publish as the monthly job does: keep what there was, then replace it."""
    write(folder.candidate, leverance_id, taeller)
    keep_earlier(folder, leverance_id)
    write(folder.published, leverance_id, taeller)


def test_a_first_report_has_nothing_to_compare_with(folder):
    """Nothing has been published before."""
    write(folder.candidate, "a", 1)
    keep_earlier(folder, "a")
    assert earlier(folder) is None


def test_the_published_file_of_another_delivery_is_compared_with(folder):
    """Before it is replaced."""
    publish(folder, "a", 1)
    write(folder.candidate, "b", 2)
    assert earlier(folder) == 1


def test_publishing_the_same_delivery_again_loses_nothing(folder):
    """The reports of a delivery say the same however often they are written."""
    publish(folder, "a", 1)
    publish(folder, "b", 2)
    assert earlier(folder) == 1
    publish(folder, "b", 3)
    assert earlier(folder) == 1
    publish(folder, "c", 4)
    assert earlier(folder) == 3


def test_a_measure_defined_otherwise_since_is_not_compared(folder):
    """The figure of before was another thing's, also where only the results of it are kept."""
    publish(folder, "a", 1)
    write(folder.candidate, "b", 2, "andre")
    assert earlier(folder) is None
    publish(folder, "b", 2)
    write(folder.candidate, "c", 3, "andre")
    with read_candidate(folder).open(folder) as database:
        assert database.count("tidligere.indikator_resultat") == 0
        assert database.fetch("from tidligere.anderledes") == [{"plan_id": "p", "indikator_id": "5.1"}]


def test_what_an_earlier_version_kept_is_not_compared(folder):
    """It kept counts without what they counted."""
    write(folder.candidate, "b", 2)
    with open_database([folder.root]) as database:
        database.attach(folder.earlier, "t", writable=True)
        database.run("create table t.indikator_resultat as select 'p' as plan_id, 1 as taeller")
        database.detach("t")
    assert earlier(folder) is None


def test_what_is_kept_is_figures_alone_and_closed_to_others(folder):
    """No more of an old publication stays than the reports need."""
    publish(folder, "a", 1)
    publish(folder, "b", 2)
    assert folder.earlier.stat().st_mode & 0o777 == 0o600
    with open_database([folder.root]) as database:
        database.attach(folder.earlier, "t")
        assert database.tables("t") == ["indikator", "indikator_resultat"]
        assert "status" not in database.columns("t.indikator_resultat")
        assert "titel" not in database.columns("t.indikator")


def test_only_the_delivery_it_was_computed_from_is_read(folder):
    """One taken in since then, or in its place, speaks of other figures."""
    write(folder.candidate, "2021-04-30-a", 1)
    leverance(folder, "2021-08-31", "2021-08-31-b")
    assert read_candidate(folder).leverance is None
    leverance(folder, "2021-04-30", "2021-04-30-a")
    found = read_candidate(folder)
    assert found.leverance == folder.leverancer / "2021-04-30.duckdb"
    assert leverance_id_of(found.leverance, "leverance") == "2021-04-30-a"
