"""No mail links to a report that says something else: publish asks which candidate the reports are of."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline import run
from pipeline.call import Koersel, Leverance
from pipeline.errors import ForkertBrug, OptagetFejl
from pipeline.stages import publish, report
from pipeline.workspace import Arbejdsmappe
from tests.intake.levering import AABNE_PORTE, Levering

MAANED, ANDEN = "2021-03", "2021-02"


def leverance(rod: Path, **aendret: str) -> Leverance:
    """A small delivery of 30 April 2021."""
    mappe = rod / "2021-04-30"
    mappe.mkdir(parents=True)
    for navn, indhold in Levering(rod).filer.items():
        for gammelt, nyt in aendret.items():
            indhold = indhold.replace(gammelt.encode(), nyt.encode())
        (mappe / navn).write_bytes(indhold)
    return Leverance(mappe)


@pytest.fixture(scope="module")
def koert(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace after the job of a month."""
    rod = tmp_path_factory.mktemp("frigivet")
    koersel = Koersel(Arbejdsmappe(rod / "tilsyn"), AABNE_PORTE, miljoe={})
    run.koer(koersel, leverance(rod), MAANED)
    return koersel.mappe.rod


@pytest.fixture
def koersel(koert: Path, tmp_path: Path) -> Koersel:
    """A copy of it to do things to."""
    return Koersel(Arbejdsmappe(Path(shutil.copytree(koert, tmp_path / "tilsyn"))), AABNE_PORTE, miljoe={})


def afvises(koersel: Koersel, periode: str) -> None:
    """Nothing is published and no mail is written; the message names the command that mends it."""
    mappe = koersel.mappe

    def udgivet() -> dict[Path, bytes]:
        rum = (mappe.publiceret.parent, mappe.udbakke)
        return {fil: fil.read_bytes() for sted in rum for fil in sted.rglob("*") if fil.is_file()} | {
            mappe.postbog: mappe.postbog.read_bytes()
        }

    foer = udgivet()
    ventet = f"^Rapporterne for {periode} er ikke lavet af .* kør først report --periode {periode}\\.$"
    with pytest.raises(ForkertBrug, match=ventet):
        run.udgiv(koersel)
    assert udgivet() == foer


def test_after_the_monthly_job_its_reports_are_known(koersel: Koersel):
    """Publishing it again is harmless, and needs no new reports."""
    run.udgiv(koersel)


def test_a_period_without_reports_is_not_published(koersel: Koersel):
    """Its mails would link to nothing; when the reports are there they link to them."""
    run.opgoer(koersel, ANDEN)
    afvises(koersel, ANDEN)
    run.rapporter(koersel)
    run.udgiv(koersel)
    assert (koersel.mappe.udbakke / ANDEN).is_dir()


def test_outdated_reports_of_the_same_period_do_not_do(koersel: Koersel, tmp_path: Path):
    """A delivery taken in anew gives other figures; the old reports stand in the same folder."""
    run.indlaes(koersel, leverance(tmp_path, **{"2021": "2020"}))
    run.opgoer(koersel, MAANED)
    afvises(koersel, MAANED)


def test_a_folder_taken_away_is_missed(koersel: Koersel):
    """The mark alone is no report."""
    shutil.rmtree(koersel.mappe.rapporter / MAANED)
    afvises(koersel, MAANED)


def test_comments_that_can_no_longer_be_read_make_other_reports(koersel: Koersel, tmp_path: Path):
    """The delivery of the candidate was replaced after its reports had been written."""
    run.indlaes(koersel, leverance(tmp_path, **{"2021": "2020"}))
    afvises(koersel, MAANED)


def test_a_job_cut_short_before_its_reports_stand_leaves_them_unknown(koersel: Koersel):
    """Published, but the old reports are still there."""
    run.opgoer(koersel, ANDEN)
    report.byg(koersel, report.laes(koersel))
    publish.udgiv(koersel)
    afvises(koersel, ANDEN)


@pytest.mark.parametrize("foer", [True, False], ids=["before the swap", "after the swap"])
def test_a_release_cut_short_leaves_no_mark(koersel: Koersel, monkeypatch: pytest.MonkeyPatch, foer: bool):
    """On either side of the swap: reports that might not stand whole are not taken to."""
    erstat = report.erstat_mappe

    def afbrudt(*givet: object) -> None:
        if not foer:
            erstat(*givet)
        raise OptagetFejl("afbrudt")

    monkeypatch.setattr(report, "erstat_mappe", afbrudt)
    with pytest.raises(OptagetFejl):
        run.rapporter(koersel)
    afvises(koersel, MAANED)
    monkeypatch.undo()
    run.rapporter(koersel)
    run.udgiv(koersel)


def test_the_mark_is_closed_to_others_and_no_reader_meets_it(koersel: Koersel):
    """It lies where the candidate lies."""
    maerke = koersel.mappe.beregning / "frigivet"
    assert maerke.stat().st_mode & 0o777 == 0o600
    assert not [sti for sti in koersel.mappe.rapporter.rglob("*") if sti.name.startswith("frigivet")]
