"""Which candidate the released reports were made from: mails link to reports, and have to say the same.

The mark is taken away before a period's reports are replaced and written when they stand. Whatever is cut
short in between leaves no mark, never a wrong one.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import ForkertBrug
from pipeline.stages.computed import opgjort
from pipeline.stages.report_sources import rapportgrundlag
from pipeline.workspace import Arbejdsmappe


@contextmanager
def maerket(mappe: Arbejdsmappe) -> Iterator[None]:
    """While the block puts the candidate's reports in their place no mark stands; then it is theirs."""
    maerke = _maerke(mappe)
    maerke.unlink(missing_ok=True)
    yield
    ny = maerke.with_suffix(".ny")
    ny.unlink(missing_ok=True)
    with os.fdopen(os.open(ny, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as ud:
        ud.write(_aftryk(mappe))
        ud.flush()
        os.fsync(ud.fileno())
    ny.replace(maerke)


def kraev_frigivet(mappe: Arbejdsmappe) -> None:
    """Refuse to go on unless the reports that stand in the candidate's period were made from it.

    Raises:
        ForkertBrug: they were not, or there are none; or nothing has been computed.
    """
    periode, maerke = opgjort(mappe).periode, _maerke(mappe)
    staar = (mappe.rapporter / periode).is_dir() and maerke.is_file()
    if not staar or maerke.read_bytes() != _aftryk(mappe).encode():
        raise ForkertBrug(
            f"Rapporterne for {periode} er ikke lavet af det, der sidst blev opgjort; kør først report "
            f"--periode {periode}."
        )


def _maerke(mappe: Arbejdsmappe) -> Path:
    """Not in the folder of the reports: that one is their readers'."""
    return mappe.beregning / "frigivet"


def _aftryk(mappe: Arbejdsmappe) -> str:
    """The candidate's every byte, which name its delivery too, and whether that delivery can still be read.

    Its comments stand in the reports only while it can.
    """
    with mappe.kandidat.open("rb") as fil:
        indhold = hashlib.file_digest(fil, "sha256").hexdigest()
    with rapportgrundlag(mappe) as database:
        har_leverance = database.vaerdi("select count(*) from duckdb_databases() where database_name = 'lev'")
    return f"{indhold} {har_leverance}"
