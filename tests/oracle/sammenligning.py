"""Hold two versions of a computed table against each other, cell by cell."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from decimal import Decimal

NOEGLER: dict[str, tuple[str, ...]] = {
    "indikator_raekke": ("indikator_id", "kilde", "periodetype", "periode", "enhed_id"),
    "indikator_resultat": ("indikator_id", "kilde", "periodetype", "periode", "team_id"),
    "fristliste": ("indikator_id", "enhed_id"),
}
"""What names a row in each computed table."""

Tabel = Sequence[Mapping[str, object]]


def forskelle(tabel: str, maalt: Tabel, ventet: Tabel, hoejst: int = 12) -> list[str]:
    """The first differences between the rows measured and those expected, as lines; none: they agree.

    A row is named by its key, a differing cell by its column. Columns the measured table has beyond
    the expected ones are not compared.
    """
    linjer: list[str] = []
    maalte, ventede = _efter_noegle(tabel, maalt, linjer), _efter_noegle(tabel, ventet, linjer)
    for noegle in sorted(maalte.keys() | ventede.keys(), key=str):
        if noegle not in ventede:
            linjer.append(f"{tabel} {noegle}: not expected, but measured {dict(maalte[noegle])}")
        elif noegle not in maalte:
            linjer.append(f"{tabel} {noegle}: missing, expected {dict(ventede[noegle])}")
        else:
            for kolonne, vaerdi in ventede[noegle].items():
                if not _ens(maalte[noegle][kolonne], vaerdi):
                    maalt_vaerdi = maalte[noegle][kolonne]
                    linjer.append(
                        f"{tabel} {noegle} {kolonne}: measured {maalt_vaerdi!r}, expected {vaerdi!r}"
                    )
    return linjer[:hoejst] + ([f"... and {len(linjer) - hoejst} more"] if len(linjer) > hoejst else [])


def _efter_noegle(
    tabel: str, raekker: Tabel, linjer: list[str]
) -> dict[tuple[object, ...], Mapping[str, object]]:
    fundet: dict[tuple[object, ...], Mapping[str, object]] = {}
    for raekke in raekker:
        noegle = tuple(raekke[kolonne] for kolonne in NOEGLER[tabel])
        if noegle in fundet:
            linjer.append(f"{tabel} {noegle}: stands twice")
        fundet[noegle] = raekke
    return fundet


def _ens(maalt: object, ventet: object) -> bool:
    """Equal; numbers to the precision that two orders of the same arithmetic can keep."""
    if isinstance(maalt, (float, Decimal)) or isinstance(ventet, float):
        if not isinstance(maalt, (int, float, Decimal)) or not isinstance(ventet, (int, float)):
            return False
        return math.isclose(float(maalt), float(ventet), rel_tol=1e-12, abs_tol=1e-10)
    return type(maalt) is type(ventet) and maalt == ventet
