"""Random but seeded deliveries, small and nasty, as typed rows an intake would accept.

Every row is acceptable (known references, unique keys, no end before its start); warnings are not
avoided: deeds before their start, events after the delivery, measures of another case.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.oracle.generator_forloeb import (
    TEAMS,
    Data,
    raadgiver,
    samtaler_og_aktiviteter,
    underretning,
    undersoegelse,
)
from tests.oracle.generator_indsatser import handleplaner, indsatser, opfoelgninger, ventetider
from tests.oracle.generator_svar import oevrige, spoergeskemasvar, tilsynssvar
from tests.oracle.kalender import EN_DAG, plus_maaneder
from tests.oracle.tilfaeldig import Terning

VALGFRIE = (
    "afdaekninger",
    "ventetider",
    "tilsynssvar",
    "spoergeskemasvar",
    "milepaelsstatus",
    "kommentarer",
    "udgifter",
)
PAAKRAEVEDE = (
    "teams",
    "raadgivere",
    "sager",
    "sagsfordeling",
    "underretninger",
    "undersoegelser",
    "boernesamtaler",
    "aktiviteter",
    "indsatser",
    "handleplaner",
    "opfoelgninger",
)


def generer(froe: int, udtraeksdato: date = date(2021, 9, 15), *, uden_fordeling: bool = False) -> Data:
    """One delivery of 30 to 120 cases; the same seed and date give the same rows.

    Some optional extracts are missing, some are empty. With `uden_fordeling` sagsfordeling is missing
    and the cases' own team_id has to do.
    """
    t = Terning(froe, udtraeksdato)
    data: Data = {navn: [] for navn in PAAKRAEVEDE + VALGFRIE}
    _organisation(t, data)
    for nr in range(t.antal(30, 120)):
        t.ny_sag()
        _sag(t, data, f"S{nr:03}")
    t.ny_sag()
    for nr in range(t.antal(0, 6)):
        underretning(t, data, f"U-X{nr}", None, f"barn-x{nr}")
    data["aktiviteter"].append(
        {
            "aktivitet_id": "A-sparring",
            "sag_id": None,
            "dato": t.dag(),
            "type": "sparring",
            "undertype": "sagssparring",
        }
    )
    tilsynssvar(t, data)
    spoergeskemasvar(t, data)
    oevrige(t, data)
    for navn in VALGFRIE:
        if t.held(0.12):
            data[navn] = []
        if t.held(0.12):
            del data[navn]
    if uden_fordeling:
        del data["sagsfordeling"]
    return data


def _organisation(t: Terning, data: Data) -> None:
    for team_id, fra, til, afloest in TEAMS:
        data["teams"].append(
            {
                "team_id": team_id,
                "navn": f"Team {team_id}",
                "omraade": t.en_af(("visitation", "undersoegelse", "anbringelse", "andet", None)),
                "aktiv_fra": fra,
                "aktiv_til": til,
                "afloest_af": afloest,
            }
        )
        data["raadgivere"] += [{"raadgiver_id": f"{team_id}-R{nr}", "team_id": team_id} for nr in (1, 2)]


def _barn(t: Terning) -> dict[str, Any]:
    """No date, a term, a leap day's child, or one who turns 8 or 18 on, before or after a day of the case."""
    slags = t.antal(0, 9)
    if slags <= 1:
        foedt = t.dag() if slags else None
        return {"foedselsdato": foedt, "sagstype": "ufoedt" if t.held(0.75) else "barn"}
    if slags == 2:
        foedt = t.en_af((date(2012, 2, 29), date(2004, 2, 29)))
    else:
        foedt = plus_maaneder(t.dag(), -12 * t.en_af((8, 8, 18, 18, 3, 12)))
        foedt += t.en_af((-1, 0, 0, 1)) * EN_DAG
    return {"foedselsdato": foedt, "sagstype": "ufoedt" if t.held(0.05) else "barn"}


def _sag(t: Terning, data: Data, sag_id: str) -> None:
    sag: dict[str, Any] = {
        "sag_id": sag_id,
        "barn_id": f"barn-{sag_id}",
        **_barn(t),
        "oprettet_dato": date(2019, 6, 1) if t.held(0.85) else t.dag(),
        "distrikt": t.en_af(("Nord", "Syd", None)),
        "almenomraade_involveret": t.ja_nej_tom(),
        "projekt_undtaget": t.ja_nej_tom(),
        "team_id": t.en_af(TEAMS)[0] if t.held(0.5) else None,
        "raadgiver_id": raadgiver(t),
    }
    data["sager"].append(sag)
    for nr in range(t.antal(0, 3)):
        underretning(t, data, f"U-{sag_id}-{nr}", sag_id, f"barn-{sag_id}" if t.held(0.3) else None)
    for nr in range(t.antal(0, 2)):
        undersoegelse(t, data, f"B-{sag_id}-{nr}", sag_id)
    indsatser(t, data, sag_id)
    handleplaner(t, data, sag_id)
    ventetider(t, data, sag_id)
    samtaler_og_aktiviteter(t, data, sag_id)
    opfoelgninger(t, data, sag_id)
    if t.held(0.45):
        sag["lukket_dato"] = max(
            t.naer(t.en_af(t.dage)) if t.held(0.4) else t.en_af(t.dage), sag["oprettet_dato"]
        )
    if sag.get("lukket_dato") is not None or t.held(0.05):
        sag["lukket_aarsag"] = t.en_af(
            ("afsluttet", "fraflyttet", "fyldt_18", "doed", "andet", "fraflyttet", None)
        )
    _fordeling(t, data, sag_id)


def _fordeling(t: Terning, data: Data, sag_id: str) -> None:
    """None, one that begins after most events, or several with gaps and overlaps."""
    antal = t.en_af((0, 1, 1, 2, 3))
    for fra in sorted({date(2019, 6, 1) if t.held(0.3) else t.dag() for _ in range(antal)}):
        data["sagsfordeling"].append(
            {
                "sag_id": sag_id,
                "fra_dato": fra,
                "til_dato": t.fra_og_med(fra, 0.6),
                "team_id": t.en_af(TEAMS)[0],
                "raadgiver_id": raadgiver(t),
            }
        )
