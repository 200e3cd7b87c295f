"""The generator's case reviews, surveys and the extracts no indicator reads."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.oracle.tilfaeldig import Terning

Data = dict[str, list[dict[str, Any]]]

MAALEPUNKTER = (
    *("1.1", "1.2", "2.1", "6.5", "6.6", "6.7", "6.9", "6.10", "7.9", "7.10"),
    *("5.1", "3.1", "7.7", "1.3", "9.9"),
)
"""Main sources; then second sources of register and survey indicators, and one no plan knows."""


def tilsynssvar(t: Terning, data: Data) -> None:
    """Reviews of a few cases, several points each, carrying a team of their own."""
    for nr in range(t.antal(0, 20)):
        sag = t.en_af(data["sager"])
        t.ny_sag()
        for maalepunkt in sorted({t.en_af(MAALEPUNKTER) for _ in range(3)}):
            data["tilsynssvar"].append(
                {
                    "tilsyn_id": f"L{nr}",
                    "maalepunkt": maalepunkt,
                    "sag_id": sag["sag_id"],
                    "team_id": t.en_af(data["teams"])["team_id"],
                    "raadgiver_id": t.en_af((None, "T1-R1", "T3-R2")),
                    "gennemgaaet_dato": t.dag(),
                    "svar": t.en_af(("ja", "ja", "delvist", "nej", "ikke_relevant", "kan_ikke_ses")),
                    "bemaerkning": t.en_af((None, 'Se "bilag"; side 2', "To\nlinjer")),
                }
            )


def spoergeskemasvar(t: Terning, data: Data) -> None:
    """Surveys on a few days: per team none, fewer than five or enough answers."""
    nr = 0
    for maaned in (date(2021, 3, 31), date(2021, 5, 1), date(2021, 8, 31)):
        for team in data["teams"]:
            for spoergsmaal in ("tydelig_ledelse", "loeft"):
                for _ in range(t.en_af((0, 0, 4, 5, 6)) if t.held(0.5) else t.en_af((0, 5, 7))):
                    nr += 1
                    data["spoergeskemasvar"].append(
                        {
                            "svar_id": f"Q{nr}",
                            "team_id": team["team_id"],
                            "spoergsmaal": t.en_af((spoergsmaal, spoergsmaal.replace("_", " ").title())),
                            "besvaret_dato": maaned,
                            "score": t.antal(1, 5),
                        }
                    )


def oevrige(t: Terning, data: Data) -> None:
    """Rows that must change no figure."""
    data["milepaelsstatus"].append(
        {"plan_id": "slagelse_2021_2023", "milepael_id": "A1.01", "status": "i_gang", "dato": t.dag()}
    )
    data["kommentarer"].append(
        {
            "plan_id": "slagelse_2021_2023",
            "indikator_id": "5.1",
            "team_id": t.en_af(("ALLE", "T1")),
            "periode": "2021-04",
            "tekst": "Ferie i teamet; se næste måned",
            "dato": t.dag(),
        }
    )
