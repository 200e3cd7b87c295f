"""A damaged publication: the next one replaces it, and its readers are told how."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline import run
from pipeline.call import Koersel
from pipeline.delivery.approval import laes_udgivet
from pipeline.economist.published import aabn_udgivelse, objekter
from pipeline.errors import UlaeseligDatabase
from pipeline.stages.computed import opgjort
from pipeline.status import hent_status
from pipeline.workspace import Arbejdsmappe
from tests.intake.levering import AABNE_PORTE
from tests.stages.test_released import MAANED, leverance

SKADER: dict[str, Callable[[bytes], bytes]] = {
    "four bytes": lambda _: b"xxxx",
    "nothing": lambda _: b"",
    "header": lambda data: b"xxxx" + data[4:],
    "half": lambda data: data[: len(data) // 2],
    "all over": lambda data: bytes(b ^ 255 if nr % 999 == 0 else b for nr, b in enumerate(data)),
}


def laes_alt(fil: Path) -> None:
    """Every table, as the workbook does."""
    with aabn_udgivelse(fil) as database:
        for objekt in (o for o in objekter(database) if o.art == "tabel"):
            database.koer(f"from {objekt.navn}").fetchall()


LAESERE: dict[str, Callable[[Path], object]] = {
    "status": lambda fil: hent_status(fil, None, None),
    "approve": lambda fil: laes_udgivet(fil, str),
    "economist": laes_alt,
}


@pytest.fixture(scope="module")
def koert(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A delivery and a workspace after the job of a month."""
    rod = tmp_path_factory.mktemp("beskadiget")
    koersel = Koersel(Arbejdsmappe(rod / "tilsyn"), AABNE_PORTE, miljoe={})
    run.koer(koersel, leverance(rod), MAANED)
    return rod


@pytest.fixture
def koersel(koert: Path, tmp_path: Path) -> Koersel:
    """A copy of it to damage."""
    kopi = shutil.copytree(koert / "tilsyn", tmp_path / "tilsyn")
    return Koersel(Arbejdsmappe(Path(kopi)), AABNE_PORTE, miljoe={})


def skad(fil: Path, skade: str) -> None:
    fil.write_bytes(SKADER[skade](fil.read_bytes()))


@pytest.mark.parametrize("skade", SKADER)
def test_publish_replaces_it(koersel: Koersel, skade: str):
    """What was published before is lost; what is published now is whole."""
    hel = koersel.mappe.publiceret.read_bytes()
    skad(koersel.mappe.publiceret, skade)
    run.udgiv(koersel)
    assert koersel.mappe.publiceret.read_bytes() == hel


def test_run_replaces_it(koersel: Koersel, koert: Path, tmp_path: Path):
    """With another delivery, too, whose figures would have been compared with the lost ones."""
    skad(koersel.mappe.publiceret, "four bytes")
    run.koer(koersel, leverance(tmp_path, **{"2021": "2020"}), MAANED)
    assert hent_status(koersel.mappe.publiceret, None, None).periode == MAANED


@pytest.mark.parametrize("laeser", LAESERE)
@pytest.mark.parametrize("skade", SKADER)
def test_readers_are_told_how_to_mend_it(koersel: Koersel, skade: str, laeser: str):
    """One Danish line that names the file, whichever way it is damaged."""
    fil = koersel.mappe.publiceret
    skad(fil, skade)
    with pytest.raises(UlaeseligDatabase) as fejl:
        LAESERE[laeser](fil)
    assert fejl.value.linjer == (
        f"{fil} kan ikke læses som en udgivet database; kør publish (eller run) igen.",
    )


def test_a_damaged_candidate_is_computed_again(koersel: Koersel):
    """Publishing it again would not help."""
    skad(koersel.mappe.kandidat, "half")
    with pytest.raises(UlaeseligDatabase, match="kør check igen"):
        opgjort(koersel.mappe)
