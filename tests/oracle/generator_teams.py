"""The generator's teams and caseworkers."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.oracle.days import add_days, add_months
from tests.oracle.dice import Dice

Data = dict[str, list[dict[str, Any]]]

TEAMS: tuple[tuple[str, str | None], ...] = (
    ("T1", None),
    ("T2", "T3"),
    ("T3", None),
    ("T4", None),
    ("T5", None),
    ("T6", None),
)
"""Each team, and the one that followed it."""


def _active(t: Dice) -> dict[str, tuple[date | None, date | None]]:
    """Open all along; closed and followed mid-month; from a month's last to a month's first day; past; new.

    All months are counted from the history's first, so that they lie in it whatever the delivery's date.
    """
    change = add_days(add_months(t.first, 13), 14)
    return {
        "T1": (None, None),
        "T2": (add_months(t.first, -12), change),
        "T3": (add_days(change, 1), None),
        "T4": (add_days(add_months(t.first, 16), -1), add_months(t.first, 17)),
        "T5": (None, add_days(add_months(t.first, 9), -1)),
        "T6": (add_months(t.first, 18), None),
    }


def organisation(t: Dice, data: Data) -> None:
    """Six teams of two caseworkers and a leader; some of them employed from a day near an edge."""
    spans = _active(t)
    for team_id, followed_by in TEAMS:
        data["teams"].append(
            {
                "team_id": team_id,
                "navn": f"Team {team_id}",
                "leder_raadgiver_id": f"{team_id}-L",
                "omraade": t.one_of(("visitation", "undersoegelse", "anbringelse", "andet", None)),
                "aktiv_fra": spans[team_id][0],
                "aktiv_til": spans[team_id][1],
                "afloest_af": followed_by,
            }
        )
        for nr, rolle in (("R1", "raadgiver"), ("R2", t.one_of((None, "andet", None))), ("L", "leder")):
            employed = t.one_of((None, add_months(t.first, -30), add_months(t.counting_day(), -3), t.day()))
            data["raadgivere"].append(
                {
                    "raadgiver_id": f"{team_id}-{nr}",
                    "team_id": team_id,
                    "ansat_fra": employed,
                    "ansat_til": t.not_before(employed, 0.2),
                    "rolle": rolle,
                }
            )


def caseworker(t: Dice, crowd: float = 0.0) -> str | None:
    """A known caseworker or leader, an unknown one, or none; `crowd` is how many go to one and the same."""
    if t.chance(crowd):
        return "T1-R1"
    if t.chance(0.06):
        return "Z-R9"
    who = t.one_of(("R1", "R1", "R2", "R2", "R2", "L"))
    return f"{t.one_of(TEAMS)[0]}-{who}" if t.chance(0.85) else None
