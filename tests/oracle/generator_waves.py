"""Months that differ from each other beyond chance, so that a change since a baseline can be told."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from tests.oracle.days import add_days, add_months, month_name
from tests.oracle.dice import Dice
from tests.oracle.generator_cases import Data

Record = dict[str, Any]
MONTHS = range(12, 21)
"""The history's months that have a wave: the months of the baselines, and some before and after."""


def waves(t: Dice, data: Data) -> None:
    """In half of the deliveries: a batch of like cases each month, its levels drawn for the month."""
    if t.chance(0.5):
        return
    for n in MONTHS:
        day = add_days(add_months(t.first, n), t.number(0, 27))
        levels = {
            "cases": t.one_of((0, 6, 9, 12)),
            "wait": t.one_of((1, 9, 25)),
            "length": t.one_of((10, 60, 200)),
            "goals": t.one_of((1, 3)),
            "missed": t.one_of((0, 0, 1, 4)),
        }
        for nr in range(levels["cases"]):
            _case(t, data, f"W{n}-{nr:02}", day, levels)


def _case(t: Dice, data: Data, sag_id: str, day: date, levels: dict[str, int]) -> None:
    """A small child's case with a notification, an early measure, a placement, a plan and no-shows."""
    data["sager"].append(
        {
            "sag_id": sag_id,
            "barn_id": f"barn-{sag_id}",
            "foedselsdato": add_months(t.delivery_date, -60),
            "sagstype": "barn",
            "oprettet_dato": add_months(t.first, -60),
            "team_id": "T1",
            "raadgiver_id": "T1-R2",
            "lukket_dato": add_days(day, t.number(0, 40)) if t.chance(0.5) else None,
        }
    )
    _notification(t, data, sag_id, day, levels["wait"] + t.number(-1, 1))
    data["indsatser"] += [
        _measure(f"I-{sag_id}", sag_id, "forebyggende_11_3", "11.3")
        | {
            "start_dato": add_days(day, -levels["length"] - t.number(0, 9)),
            "slut_dato": day,
            "slut_aarsag": "maal_naaet",
            "leverandoer_type": "privat",
        },
        _measure(f"J-{sag_id}", sag_id, "anbringelse", "52.3.7") | {"start_dato": add_months(t.first, -30)},
    ]
    _plan_expense_and_missed(t, data, sag_id, day, levels)


def _plan_expense_and_missed(t: Dice, data: Data, sag_id: str, day: date, levels: dict[str, int]) -> None:
    exception = t.chance(0.1)
    data["handleplaner"].append(
        {
            "handleplan_id": f"H-{sag_id}",
            "sag_id": sag_id,
            "type": "barn",
            "oprettet_dato": day,
            "antal_maal": 4 - levels["goals"] if exception else levels["goals"],
        }
    )
    data["udgifter"].append(
        {
            "postering_id": f"P-{sag_id}",
            "sag_id": sag_id,
            "indsats_id": f"J-{sag_id}",
            "maaned": month_name(day),
            "beloeb": Decimal(levels["length"] * 1000 + t.number(0, 5000)),
        }
    )
    for nr in range(levels["missed"]):
        data["opfoelgninger"].append(
            {
                "opfoelgning_id": f"O-{sag_id}-{nr}",
                "sag_id": sag_id,
                "dato": add_days(day, nr),
                "form": "udeblevet",
            }
        )


def _measure(indsats_id: str, sag_id: str, kategori: str, paragraf: str) -> Record:
    return {"indsats_id": indsats_id, "sag_id": sag_id, "kategori": kategori, "paragraf": paragraf}


def _notification(t: Dice, data: Data, sag_id: str, day: date, wait: int) -> None:
    received = add_days(day, -wait)
    data["underretninger"].append(
        {
            "underretning_id": f"U-{sag_id}",
            "sag_id": sag_id,
            "modtaget_tidspunkt": datetime(received.year, received.month, received.day, 9),  # noqa: DTZ001
            "modtaget_tidspunkt_har_klokkeslaet": True,
            "underretter_type": "fagperson",
            "tilbagemelding_dato": day,
            "faglig_vurdering_dato": t.one_of((None, day)),
        }
    )
