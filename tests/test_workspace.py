"""The workspace: who may read what, one run at a time, and a swap at one stroke."""

from __future__ import annotations

import grp
import os
import stat
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from pipeline.database import aabn, aabn_fil
from pipeline.errors import ForkertBrug, IndstillingsFejl, OptagetFejl
from pipeline.settings import Rettigheder
from pipeline.workspace import Arbejdsmappe, erstat_fil, erstat_mappe, udtraeksdato

STANDARD = Rettigheder()
UKENDT_GRUPPE = Rettigheder(gruppe="findes-ikke-som-gruppe")


def bits(sti: Path) -> int:
    return stat.S_IMODE(sti.stat().st_mode)


@pytest.fixture
def mappe(tmp_path: Path) -> Arbejdsmappe:
    return Arbejdsmappe(tmp_path / "tilsyn")


@pytest.mark.parametrize("maske", [0o000, 0o022, 0o077])
def test_the_workspace_is_closed_to_everybody_else(mappe: Arbejdsmappe, maske: int):
    """0700 for itself and its own folders, whatever the user's mask; again when it was opened by hand."""
    gammel = os.umask(maske)
    try:
        mappe.opret()
        mappe.log.chmod(0o777)
        mappe.opret()
    finally:
        os.umask(gammel)
    egne = [mappe.rod, mappe.leverancer, mappe.beregning, mappe.udbakke, mappe.log]
    assert {bits(m) for m in egne} == {0o700}
    assert not mappe.publiceret.parent.exists()
    assert not mappe.rapporter.exists()


def test_a_workspace_that_cannot_be_made_is_told(tmp_path: Path):
    """Exit 2, naming the folder."""
    (tmp_path / "fil").touch()
    with pytest.raises(IndstillingsFejl, match="fil/tilsyn"):
        Arbejdsmappe(tmp_path / "fil" / "tilsyn").opret()


def test_only_one_run_at_a_time(mappe: Arbejdsmappe):
    """The second is told so (exit 2), at once; the lock is let go of also by a fault."""
    with mappe.laast():
        assert bits(mappe.rod / "tilsyn.lock") == 0o600
        with pytest.raises(OptagetFejl, match="i brug"), mappe.laast():
            pytest.fail("to kørsler på én gang")
    with pytest.raises(KeyError), mappe.laast():
        raise KeyError
    with mappe.laast():
        pass


def test_a_run_in_another_process_is_kept_out(mappe: Arbejdsmappe):
    """The lock holds between processes, and dies with the one that held it."""
    program = (
        "import sys; from pathlib import Path; from pipeline.workspace import Arbejdsmappe\n"
        "with Arbejdsmappe(Path(sys.argv[1])).laast():\n    print('klar', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(mappe.rod)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as anden:
        assert anden.stdout.readline() == "klar\n"
        with pytest.raises(OptagetFejl), mappe.laast():
            pytest.fail("to kørsler på én gang")
        anden.kill()
    with mappe.laast():
        pass


def skriv_database(fil: Path, tal: int) -> Path:
    """A published file with one number in it."""
    fil.unlink(missing_ok=True)
    with aabn([fil.parent]) as database:
        database.tilknyt(fil, "ud", skrivbar=True)
        database.koer("create table ud.t as select $tal as x", tal=tal)
        database.frakobl("ud")
    return fil


def test_who_has_the_old_publication_open_keeps_it(mappe: Arbejdsmappe):
    """The swap is at one stroke: an open reader sees the old rows to the end, the next one the new."""
    mappe.opret()
    erstat_fil(skriv_database(mappe.kandidat, 1), mappe.publiceret, STANDARD)
    with aabn_fil(mappe.publiceret) as gammel:
        erstat_fil(skriv_database(mappe.kandidat, 2), mappe.publiceret, STANDARD)
        with aabn_fil(mappe.publiceret) as ny:
            assert ny.vaerdi("select x from t") == 2
        assert gammel.vaerdi("select x from t") == 1
    assert [p.name for p in mappe.publiceret.parent.iterdir()] == ["ledelsestilsyn.duckdb"]


def test_a_publication_that_fails_leaves_the_old_one(mappe: Arbejdsmappe, tmp_path: Path):
    """Replaced whole or not at all."""
    mappe.opret()
    ny = tmp_path / "ny"
    ny.write_text("ny", encoding="utf-8")
    mappe.publiceret.parent.mkdir()
    mappe.publiceret.write_text("gammel", encoding="utf-8")
    with pytest.raises(IndstillingsFejl, match="findes-ikke-som-gruppe"):
        erstat_fil(ny, mappe.publiceret, UKENDT_GRUPPE)
    with pytest.raises(FileNotFoundError):
        erstat_fil(tmp_path / "findes_ikke", mappe.publiceret, STANDARD)
    assert mappe.publiceret.read_text(encoding="utf-8") == "gammel"
    assert ny.exists()


def holdt_aaben(*_: object) -> None:
    """What Windows does when a program has the file, or one in the folder, open."""
    raise PermissionError(13, "Adgang nægtet")


def test_a_publication_somebody_holds_open_is_told(
    mappe: Arbejdsmappe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """One line that names the file and what to do; the old one stands, and nothing half is left beside it."""
    mappe.opret()
    kilde = tmp_path / "kilde"
    kilde.write_text("ny", encoding="utf-8")
    mappe.publiceret.parent.mkdir()
    mappe.publiceret.write_text("gammel", encoding="utf-8")
    monkeypatch.setattr(os, "replace", holdt_aaben)
    with pytest.raises(OptagetFejl, match="Luk programmet, og kør kommandoen igen") as fejl:
        erstat_fil(kilde, mappe.publiceret, STANDARD)
    (linje,) = fejl.value.linjer
    assert linje.startswith(str(mappe.publiceret))
    assert mappe.publiceret.read_text(encoding="utf-8") == "gammel"
    assert list(mappe.publiceret.parent.iterdir()) == [mappe.publiceret]


@pytest.mark.parametrize(
    ("rettigheder", "mappebits", "filbits"),
    [(STANDARD, 0o750, 0o640), (Rettigheder(mappe="0700", fil="0600"), 0o700, 0o600)],
)
def test_what_others_read_has_the_modes_of_the_settings(
    mappe: Arbejdsmappe, tmp_path: Path, rettigheder: Rettigheder, mappebits: int, filbits: int
):
    """Default 0750 and 0640, for the publication and for every folder and file of the reports."""
    gammel = os.umask(0)
    try:
        mappe.opret()
        kilde = tmp_path / "kilde"
        kilde.touch()
        erstat_fil(kilde, mappe.publiceret, rettigheder)
        rapporter = mappe.beregning / "rapporter"
        (rapporter / "T1").mkdir(parents=True)
        (rapporter / "T1" / "rapport.html").touch()
        erstat_mappe(rapporter, mappe.rapporter / "2021-04", rettigheder)
    finally:
        os.umask(gammel)
    maaned = mappe.rapporter / "2021-04"
    assert {bits(m) for m in (mappe.publiceret.parent, mappe.rapporter, maaned, maaned / "T1")} == {mappebits}
    assert {bits(f) for f in (mappe.publiceret, maaned / "T1" / "rapport.html")} == {filbits}
    assert bits(mappe.rod) == 0o700


def test_readers_with_a_group_of_their_own_may_pass_through(mappe: Arbejdsmappe, tmp_path: Path):
    """With a group set, it may pass the workspace to what it reads and list nothing; that stays so."""
    gruppe = grp.getgrgid(os.getgid())
    rettigheder = Rettigheder(gruppe=gruppe.gr_name)
    mappe.opret()
    kilde = tmp_path / "kilde"
    kilde.touch()
    erstat_fil(kilde, mappe.publiceret, rettigheder)
    mappe.opret()
    assert bits(mappe.rod) == 0o710
    assert {p.stat().st_gid for p in (mappe.rod, mappe.publiceret.parent, mappe.publiceret)} == {
        gruppe.gr_gid
    }
    assert {bits(m) for m in (mappe.leverancer, mappe.beregning, mappe.udbakke, mappe.log)} == {0o700}


def rapportmappe(sted: Path, *hold: str) -> Path:
    for navn in hold:
        (sted / navn).mkdir(parents=True)
        (sted / navn / "rapport.html").write_text(navn, encoding="utf-8")
    return sted


def test_a_set_of_reports_replaces_the_one_before_whole(mappe: Arbejdsmappe):
    """Nothing of the old set is left, not even a team that is no more; other periods are not touched."""
    mappe.opret()
    for hold in (("A", "NEDLAGT"), ("A", "B")):
        erstat_mappe(
            rapportmappe(mappe.beregning / "rapporter", *hold), mappe.rapporter / "2021-04", STANDARD
        )
    erstat_mappe(rapportmappe(mappe.beregning / "rapporter", "A"), mappe.rapporter / "2021-05", STANDARD)
    assert sorted(str(p.relative_to(mappe.rapporter)) for p in mappe.rapporter.rglob("*.html")) == [
        "2021-04/A/rapport.html",
        "2021-04/B/rapport.html",
        "2021-05/A/rapport.html",
    ]
    assert sorted(p.name for p in mappe.rapporter.iterdir()) == ["2021-04", "2021-05"]
    assert not (mappe.beregning / "rapporter").exists()


def test_reports_that_cannot_be_released_leave_the_old_set(mappe: Arbejdsmappe):
    """A group that does not exist is found before anything is moved."""
    mappe.opret()
    erstat_mappe(rapportmappe(mappe.beregning / "rapporter", "A"), mappe.rapporter / "2021-04", STANDARD)
    with pytest.raises(IndstillingsFejl):
        erstat_mappe(
            rapportmappe(mappe.beregning / "rapporter", "B"), mappe.rapporter / "2021-04", UKENDT_GRUPPE
        )
    assert [p.name for p in (mappe.rapporter / "2021-04").iterdir()] == ["A"]


def test_reports_somebody_holds_open_are_told(mappe: Arbejdsmappe, monkeypatch: pytest.MonkeyPatch):
    """The old set stands, and the new one is kept for the next call."""
    mappe.opret()
    maaned = mappe.rapporter / "2021-04"
    erstat_mappe(rapportmappe(mappe.beregning / "rapporter", "A"), maaned, STANDARD)
    nye = rapportmappe(mappe.beregning / "rapporter", "B")
    monkeypatch.setattr(os, "rename", holdt_aaben)
    with pytest.raises(OptagetFejl, match=f"{maaned}: kan ikke skiftes ud"):
        erstat_mappe(nye, maaned, STANDARD)
    assert [p.name for p in maaned.iterdir()] == ["A"]
    assert [p.name for p in nye.iterdir()] == ["B"]


def test_the_delivery_in_force_is_the_one_drawn_last(mappe: Arbejdsmappe):
    """By its date, not by when it was taken in; files that are no delivery do not count."""
    mappe.opret()
    with pytest.raises(ForkertBrug, match="ingen leverance"):
        mappe.nyeste_leverance()
    for navn in (
        "2021-08-31.duckdb",
        "2020-12-31.duckdb",
        "2021-04-30.duckdb",
        "ny.duckdb",
        "2021-12-31.duckdb.wal",
    ):
        (mappe.leverancer / navn).touch()
    assert [udtraeksdato(fil) for fil in mappe.leverancefiler()] == [
        date(2020, 12, 31),
        date(2021, 4, 30),
        date(2021, 8, 31),
    ]
    assert mappe.nyeste_leverance().name == "2021-08-31.duckdb"
