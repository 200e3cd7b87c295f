"""What the reports are made from: the computed file, the delivery it came from, the results published before.

Figures of earlier periods change when something is registered late. To say so, the reports compare with the
last publication of another delivery: the published file itself while it still is that one, else the results
kept of it when it was replaced. Publishing the same delivery twice therefore changes nothing.
"""

from __future__ import annotations

from pathlib import Path

from pipeline.database import Database, aabn, aabn_fil
from pipeline.errors import UlaeseligDatabase
from pipeline.workspace import Arbejdsmappe


def rapportgrundlag(mappe: Arbejdsmappe) -> Database:
    """The computed file, with its delivery attached as `lev` and the earlier results as `tidligere`.

    A delivery taken in anew since it was computed is another one: its comments and answers are left out.
    """
    id_ = _leverance_id(mappe.kandidat)
    database = aabn([mappe.rod])
    database.tilknyt(mappe.kandidat.resolve(), "kandidat")
    for fil in mappe.leverancefiler():
        database.tilknyt(fil.resolve(), "lev")
        if database.vaerdi("select leverance_id from lev.leverance") == id_:
            break
        database.frakobl("lev")
    if tidligere := _tidligere(mappe, id_):
        database.tilknyt(tidligere.resolve(), "tidligere")
    database.brug("kandidat")
    return database


def _tidligere(mappe: Arbejdsmappe, leverance_id: str) -> Path | None:
    if (fil := udgivet(mappe)) and _leverance_id(fil) != leverance_id:
        return fil
    return mappe.tidligere if mappe.tidligere.is_file() else None


def gem_tidligere(mappe: Arbejdsmappe) -> None:
    """Before the publication is replaced by one of another delivery: keep its results, and no more of it."""
    fil = udgivet(mappe)
    if fil is None or _leverance_id(fil) == _leverance_id(mappe.kandidat):
        return
    ny = mappe.beregning / "ny_tidligere.duckdb"
    ny.unlink(missing_ok=True)
    with aabn([mappe.rod]) as database:
        database.tilknyt(fil, "gammel")
        database.tilknyt(ny, "gemt", skrivbar=True)
        ny.chmod(0o600)
        database.koer_fil("reports", "gem_tidligere")
        database.frakobl("gemt")
    ny.replace(mappe.tidligere)


def udgivet(mappe: Arbejdsmappe) -> Path | None:
    """The published file so far; one that cannot be read is none, so that the next one can replace it.

    Raises:
        OptagetFejl: another program holds it open for writing.
    """
    if not mappe.publiceret.is_file():
        return None
    try:
        with aabn_fil(mappe.publiceret) as database:
            ulaeselig = database.fejl_i(lambda: _laes_igennem(database))
    except UlaeseligDatabase:
        return None
    return None if ulaeselig else mappe.publiceret


def _laes_igennem(database: Database) -> None:
    """All that the next publication is compared with: damage may lie anywhere in the file."""
    database.hent("select leverance_id from opgoerelse")
    database.hent("select max(hash(r)) from indikator_resultat as r")


def _leverance_id(fil: Path) -> str:
    """The delivery a published file was computed from."""
    with aabn_fil(fil) as database:
        return str(database.vaerdi("select leverance_id from opgoerelse"))
