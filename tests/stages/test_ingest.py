"""What is said of a delivery before and after it is taken in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.call import Koersel, Leverance
from pipeline.errors import ForkertBrug
from pipeline.periods import laes_periode
from pipeline.run import koer
from pipeline.stages.ingest import indlaes, leverancens_dato, periode_for
from pipeline.workspace import Arbejdsmappe
from tests.intake.levering import AABNE_PORTE, GRUNDLAG, Levering

FEJLRAMT = {
    "sag_id": "S9",
    "barn_id": "B9",
    "sagstype": "barn",
    "oprettet_dato": "ikke en dato",
    "team_id": "T1",
}


@pytest.fixture
def koersel(tmp_path: Path) -> Koersel:
    return Koersel(Arbejdsmappe(tmp_path / "tilsyn"), AABNE_PORTE, miljoe={})


@pytest.fixture
def leverance(tmp_path: Path) -> Leverance:
    """A small delivery of 30 April 2021 with a row that goes into quarantine."""
    levering = Levering(tmp_path).raekker("sager", [*GRUNDLAG["sager"], FEJLRAMT])
    mappe = tmp_path / "udtraek" / "2021-04-30"
    mappe.mkdir(parents=True)
    for navn, indhold in levering.filer.items():
        (mappe / navn).write_bytes(indhold)
    return Leverance(mappe)


@pytest.mark.parametrize(
    ("periode", "ventet"),
    [("2021-05", "begynder efter leverancens dato"), ("2020-09", "ligger før oktober 2020")],
)
def test_a_period_that_cannot_be_computed_is_refused_before_anything_is_taken_in(
    koersel: Koersel, leverance: Leverance, periode: str, ventet: str
):
    """Not even the workspace is made."""
    with pytest.raises(ForkertBrug, match=ventet):
        koer(koersel, leverance, periode)
    assert not koersel.mappe.rod.exists()


def test_a_newer_delivery_in_the_workspace_reaches_a_later_period(koersel: Koersel, leverance: Leverance):
    """The figures rest on the newest; without a period it is the last whole month of what comes in."""
    koersel.mappe.opret()
    (koersel.mappe.leverancer / "2021-06-15.duckdb").touch()
    juni = laes_periode("2021-06")
    assert periode_for(koersel, leverance, juni) == juni
    assert periode_for(koersel, leverance, None) == laes_periode("2021-04")
    with pytest.raises(ForkertBrug, match="2021-07 begynder efter"):
        periode_for(koersel, leverance, laes_periode("2021-07"))


def test_a_folder_says_when_it_was_drawn_and_why_it_cannot_be_read(
    tmp_path: Path, leverance: Leverance, monkeypatch: pytest.MonkeyPatch
):
    """Not there, not a folder, closed: each exit 2 with its reason."""
    assert leverancens_dato(leverance) == date(2021, 4, 30)
    fil = tmp_path / "fil"
    fil.touch()
    for sti in (tmp_path / "findes-ikke", fil):
        with pytest.raises(ForkertBrug, match="mappen findes ikke"):
            leverancens_dato(Leverance(sti))

    def naegtet(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "iterdir", naegtet)
    with pytest.raises(ForkertBrug, match="du har ikke ret til at læse mappen"):
        leverancens_dato(leverance)


def test_the_folder_of_the_quarantined_rows_is_named(koersel: Koersel, leverance: Leverance):
    """Of a delivery taken in, of the same again, and of a trial beside it, which has a folder of its own."""
    koersel.mappe.opret()

    def naevnt(*, kun_kontrol: bool = False) -> Path:
        linje = indlaes(koersel, leverance, kun_kontrol=kun_kontrol).beskeder[-1]
        assert linje.startswith("Rækkerne i karantæne ligger med årsag i arbejdsmappen under ")
        return koersel.mappe.rod / linje.split(" under ")[1].rstrip(".")

    proevet_foerst = naevnt(kun_kontrol=True)
    assert (proevet_foerst / "sager.csv").is_file()
    for _ in range(2):
        assert (naevnt() / "sager.csv").is_file()
    proevet = naevnt(kun_kontrol=True)
    assert (proevet / "sager.csv").is_file()
    assert proevet != proevet_foerst


def test_without_quarantined_rows_no_folder_is_named(koersel: Koersel, leverance: Leverance):
    """There is none."""
    koersel.mappe.opret()
    sager = leverance.mappe / "sager.csv"
    linjer = sager.read_text(encoding="utf-8").splitlines(keepends=True)
    sager.write_text("".join(linjer[:-1]), encoding="utf-8")
    assert not [linje for linje in indlaes(koersel, leverance).beskeder if "karantaene/" in linje]
