"""Random but seeded deliveries, small and nasty, as typed rows an intake would accept.

Every row is acceptable (known references, unique keys, no end before its start); warnings are not
avoided: deeds before their start, events after the delivery, measures of another case, unknown caseworkers.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from tests.oracle.days import ONE_DAY, add_months
from tests.oracle.dice import Dice
from tests.oracle.generator_answers import other_rows, reviews, surveys
from tests.oracle.generator_cases import Data, investigation, notification, talks_and_activities
from tests.oracle.generator_edges import deeds_at_edges, rounds
from tests.oracle.generator_measures import measures, waiting
from tests.oracle.generator_plans import followups, plans
from tests.oracle.generator_teams import TEAMS, caseworker, organisation
from tests.oracle.generator_waves import waves

OPTIONAL = (
    "afdaekninger",
    "ventetider",
    "tilsynssvar",
    "spoergeskemasvar",
    "milepaelsstatus",
    "kommentarer",
    "udgifter",
)
REQUIRED = (
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
LONG_AGO = -60
"""Months from the history's first to the day most cases were opened."""


def generate(
    seed: int,
    delivery_date: date = date(2021, 9, 15),
    *,
    without_allocation: bool = False,
    plan_ids: Sequence[str] = ("slagelse_2021_2023",),
) -> Data:
    """One delivery of 30 to 120 cases; the same seed and date give the same rows.

    Some optional extracts are missing, some are empty. With `without_allocation` sagsfordeling is missing
    and the cases' own team_id has to do. The review asks what the plans of `plan_ids` have.
    """
    t = Dice(seed, delivery_date)
    data: Data = {name: [] for name in REQUIRED + OPTIONAL}
    organisation(t, data)
    crowd = t.one_of((0.0, 0.3, 0.6, 0.9))
    for nr in range(t.number(30, 120)):
        t.new_case()
        _case(t, data, f"S{nr:03}", crowd)
    t.new_case()
    for nr in range(t.number(0, 6)):
        notification(t, data, f"U-X{nr}", None, f"barn-x{nr}")
    for nr in range(t.number(1, 8)):
        _sparring(t, data, f"A-sparring{nr}")
    rounds(t, data)
    waves(t, data)
    reviews(t, data, plan_ids)
    surveys(t, data)
    other_rows(t, data)
    for name in OPTIONAL:
        if t.chance(0.12):
            data[name] = []
        if t.chance(0.12):
            del data[name]
    if without_allocation:
        del data["sagsfordeling"]
    return data


def _sparring(t: Dice, data: Data, aktivitet_id: str) -> None:
    """Sparring about no case, by a known caseworker, an unknown one or nobody."""
    data["aktiviteter"].append(
        {
            "aktivitet_id": aktivitet_id,
            "sag_id": None,
            "dato": t.day(),
            "type": "sparring",
            "undertype": t.one_of(
                ("sagssparring", "Ledersparring", "kollegial_sparring", "supervision", "familieraadslagning")
            ),
            "raadgiver_id": caseworker(t),
        }
    )


def _child(t: Dice) -> dict[str, Any]:
    """No date, a term, a leap day's child, or one of an age the rules ask for on, before or after a day."""
    kind = t.number(0, 9)
    if kind <= 1:
        born = t.day() if kind else None
        return {"foedselsdato": born, "sagstype": "ufoedt" if t.chance(0.75) else "barn"}
    if kind == 2:
        born = t.one_of((date(2012, 2, 29), date(2004, 2, 29)))
    else:
        born = add_months(t.day(), -12 * t.one_of((8, 8, 18, 18, 3, 7, 7, 12)))
        born += t.one_of((-1, 0, 0, 1)) * ONE_DAY
    return {"foedselsdato": born, "sagstype": "ufoedt" if t.chance(0.05) else "barn"}


def _case(t: Dice, data: Data, sag_id: str, crowd: float) -> None:
    sag: dict[str, Any] = {
        "sag_id": sag_id,
        "barn_id": f"barn-{sag_id}",
        **_child(t),
        "oprettet_dato": add_months(t.first, LONG_AGO) if t.chance(0.7) else t.day(),
        "distrikt": t.one_of(("Nord", "Syd", "Vest", "Øst", None)),
        "familie_id": t.one_of(("F1", "F2", None)),
        "almenomraade_involveret": t.yes_no_empty(),
        "projekt_undtaget": t.one_of((True, False, False, None)),
        "team_id": t.one_of(TEAMS)[0] if t.chance(0.5) else None,
        "raadgiver_id": caseworker(t, crowd),
    }
    data["sager"].append(sag)
    for nr in range(t.number(0, 3)):
        notification(t, data, f"U-{sag_id}-{nr}", sag_id, f"barn-{sag_id}" if t.chance(0.3) else None)
    for nr in range(t.number(0, 2)):
        investigation(t, data, f"B-{sag_id}-{nr}", sag_id)
    measures(t, data, sag_id)
    plans(t, data, sag_id)
    waiting(t, data, sag_id)
    talks_and_activities(t, data, sag_id)
    followups(t, data, sag_id)
    deeds_at_edges(t, data, sag)
    if t.chance(0.4):
        closed = t.near(t.one_of(t.days)) if t.chance(0.4) else t.one_of(t.days)
        sag["lukket_dato"] = max(closed, sag["oprettet_dato"])
    if sag.get("lukket_dato") is not None or t.chance(0.05):
        reasons = ("afsluttet", "fraflyttet", "fyldt_18", "doed", "andet", "fraflyttet", None)
        sag["lukket_aarsag"] = t.one_of(reasons)
    _allocation(t, data, sag_id, crowd)


def _allocation(t: Dice, data: Data, sag_id: str, crowd: float) -> None:
    """None, one that begins after most events, or several with gaps and overlaps."""
    count = t.one_of((0, 1, 1, 2, 3))
    early = add_months(t.first, LONG_AGO)
    for start in sorted({early if t.chance(0.4) else t.day() for _ in range(count)}):
        data["sagsfordeling"].append(
            {
                "sag_id": sag_id,
                "fra_dato": start,
                "til_dato": t.not_before(start, 0.6),
                "team_id": t.one_of(TEAMS)[0],
                "raadgiver_id": caseworker(t, crowd),
            }
        )
