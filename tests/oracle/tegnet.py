"""A municipality drawn in a few rows, and what became of its units."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from tests.oracle import Oracle, opgoer

SENT = date(2022, 12, 31)


def d(tekst: str) -> date:
    """A date written as in the drawn tables."""
    return date.fromisoformat(tekst)


def typet(raekke: dict[str, Any]) -> dict[str, Any]:
    """A drawn row with its dates and timestamps typed; a timestamp without a clock is known to the day."""
    ud: dict[str, Any] = {}
    for kolonne, vaerdi in raekke.items():
        ud[kolonne] = vaerdi
        if kolonne.endswith("_tidspunkt"):
            ud[kolonne] = datetime.fromisoformat(vaerdi)
            ud[f"{kolonne}_har_klokkeslaet"] = "T" in vaerdi
        elif kolonne.endswith(("dato", "aktiv_fra", "aktiv_til")) and isinstance(vaerdi, str):
            ud[kolonne] = d(vaerdi)
    return ud


def kommune(
    *, udtraek: date = SENT, periode: str = "2022-12", milepaele: Any = (), **extracts: Any
) -> Oracle:
    """Compute a municipality of one case S (barn, born 2010-01-01) unless `sager` says otherwise."""
    sag = {"sag_id": "S", "sagstype": "barn", "foedselsdato": "2010-01-01", "oprettet_dato": "2019-01-01"}
    extracts.setdefault("sager", [sag])
    extracts["sager"] = [sag | s for s in extracts["sager"]]
    typede = {
        navn: [typet(({} if navn == "teams" else {"sag_id": "S"}) | r) for r in raekker]
        for navn, raekker in extracts.items()
    }
    return opgoer(typede, udtraek, periode, list(milepaele))


def forloeb(oracle: Oracle, indikator_id: str, kolonne: str = "udfald") -> dict[str, Any]:
    """One unit's months, period by value."""
    return {
        str(r["periode"]): r[kolonne]
        for r in oracle.raekker
        if r["indikator_id"] == indikator_id and r["periodetype"] == "maaned"
    }
