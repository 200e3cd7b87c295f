"""What the reports compare with: the last publication of another delivery, kept when it is replaced."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.database import aabn
from pipeline.stages.report_sources import gem_tidligere, rapportgrundlag
from pipeline.workspace import Arbejdsmappe


@pytest.fixture
def mappe(tmp_path: Path) -> Arbejdsmappe:
    """A workspace with nothing in it."""
    mappe = Arbejdsmappe(tmp_path)
    mappe.opret()
    mappe.publiceret.parent.mkdir()
    return mappe


def skriv(fil: Path, leverance_id: str, taeller: int) -> None:
    """A published file of a delivery, with one figure that is told apart by its count."""
    fil.unlink(missing_ok=True)
    with aabn([fil.parent]) as database:
        database.tilknyt(fil, "ud", skrivbar=True)
        database.brug("ud")
        database.koer("create table opgoerelse as select $id as leverance_id", id=leverance_id)
        database.koer(
            "create table indikator_resultat as select 'p' as plan_id, '5.1' as indikator_id, 'dubu' kilde, "
            "'maaned' as periodetype, '2021-04' as periode, 'T1' as team_id, $k::bigint as taeller, "
            "20::bigint as naevner, false as foreloebig, 'x' as vaerdi",
            k=taeller,
        )
        database.brug("memory")
        database.frakobl("ud")


def leverance(mappe: Arbejdsmappe, dag: str, leverance_id: str) -> None:
    """A delivery taken in."""
    with aabn([mappe.rod]) as database:
        database.tilknyt(mappe.leverancer / f"{dag}.duckdb", "ny", skrivbar=True)
        database.koer("create table ny.leverance as select $id as leverance_id", id=leverance_id)
        database.frakobl("ny")


def tidligere(mappe: Arbejdsmappe) -> int | None:
    """The count the reports would compare with; None when there is nothing to compare with."""
    with rapportgrundlag(mappe) as database:
        if not database.vaerdi("select count(*) from duckdb_databases() where database_name = 'tidligere'"):
            return None
        return int(database.vaerdi("select taeller from tidligere.indikator_resultat"))


def udgiv(mappe: Arbejdsmappe, leverance_id: str, taeller: int) -> None:
    """Publish as the monthly job does: keep what there was, then replace it."""
    skriv(mappe.kandidat, leverance_id, taeller)
    gem_tidligere(mappe)
    skriv(mappe.publiceret, leverance_id, taeller)


def test_a_first_report_has_nothing_to_compare_with(mappe):
    """Nothing has been published before."""
    skriv(mappe.kandidat, "a", 1)
    gem_tidligere(mappe)
    assert tidligere(mappe) is None


def test_the_published_file_of_another_delivery_is_compared_with(mappe):
    """Before it is replaced."""
    udgiv(mappe, "a", 1)
    skriv(mappe.kandidat, "b", 2)
    assert tidligere(mappe) == 1


def test_publishing_the_same_delivery_again_loses_nothing(mappe):
    """The reports of a delivery say the same however often they are written."""
    udgiv(mappe, "a", 1)
    udgiv(mappe, "b", 2)
    assert tidligere(mappe) == 1
    udgiv(mappe, "b", 3)
    assert tidligere(mappe) == 1
    udgiv(mappe, "c", 4)
    assert tidligere(mappe) == 3


def test_what_is_kept_is_counts_alone_and_closed_to_others(mappe):
    """No more of an old publication stays than the reports need."""
    udgiv(mappe, "a", 1)
    udgiv(mappe, "b", 2)
    assert mappe.tidligere.stat().st_mode & 0o777 == 0o600
    with aabn([mappe.rod]) as database:
        database.tilknyt(mappe.tidligere, "t")
        assert database.tabeller("t") == ["indikator_resultat"]
        assert "vaerdi" not in database.kolonner("t.indikator_resultat")


def test_only_the_delivery_it_was_computed_from_is_read(mappe):
    """One taken in since then, or in its place, speaks of other figures."""

    def tilknyttet() -> object:
        with rapportgrundlag(mappe) as database:
            findes = "select count(*) from duckdb_databases() where database_name = 'lev'"
            return database.vaerdi(findes) and database.vaerdi("select leverance_id from lev.leverance")

    skriv(mappe.kandidat, "a", 1)
    leverance(mappe, "2021-08-31", "b")
    assert not tilknyttet()
    leverance(mappe, "2021-04-30", "a")
    assert tilknyttet() == "a"
