"""Deeds on and beside the days that deadlines and chains of the plans ask for."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.oracle.days import add_days, add_months
from tests.oracle.dice import Dice
from tests.oracle.generator_cases import Data
from tests.oracle.generator_teams import caseworker

Record = dict[str, Any]


def deeds_at_edges(t: Dice, data: Data, sag: Record) -> None:
    """What a case's own days call for: concern written down, talks, screenings, visits, network meetings."""
    sag_id = sag["sag_id"]
    if t.chance(0.4):
        _activity(t, data, sag_id, _beside(t, sag["oprettet_dato"], 0, 28), "bekymringsgrundlag")
    for u in [u for u in data["underretninger"] if u["sag_id"] == sag_id]:
        if t.chance(0.4):
            _after_notification(t, data, sag_id, u["modtaget_tidspunkt"].date())
    for b in [b for b in data["undersoegelser"] if b["sag_id"] == sag_id]:
        _round_investigation(t, data, sag_id, b)
    for i in [i for i in data["indsatser"] if i["sag_id"] == sag_id and i["start_dato"] is not None]:
        if t.chance(0.4):
            _first_contacts(t, data, i, max(i["start_dato"], sag["oprettet_dato"]))
    _network_meetings(t, data, sag_id)


def _beside(t: Dice, day: date, *distances: int) -> date:
    """One of the distances from the day, exactly or a day off."""
    return add_days(day, t.one_of(distances) + t.one_of((-1, 0, 0, 0, 1)))


def _activity(
    t: Dice, data: Data, sag_id: str | None, day: date, undertype: str, who: str | None = None
) -> None:
    data["aktiviteter"].append(
        {
            "aktivitet_id": f"A{len(data['aktiviteter'])}",
            "sag_id": sag_id,
            "dato": day,
            "type": "sparring" if sag_id is None else t.one_of(("moede", "vurdering", "kontakt", "dokument")),
            "undertype": undertype,
            "raadgiver_id": who if who is not None else caseworker(t),
            "antal_raadgivere": t.one_of((None, 1, 2)),
        }
    )


def _after_notification(t: Dice, data: Data, sag_id: str, day: date) -> None:
    """A talk about violence and a screening, on the day itself, the last day, or beside them."""
    data["boernesamtaler"].append(
        {
            "samtale_id": f"C{len(data['boernesamtaler'])}",
            "sag_id": sag_id,
            "dato": _beside(t, day, 0, 28),
            "paragraf": t.one_of(("137", "155a")),
            "udfald": t.one_of(("afholdt", "afholdt", "afholdt", "ikke_afholdt")),
        }
    )
    startet = _beside(t, day, 0, 28)
    data["afdaekninger"].append(
        {
            "afdaekning_id": f"D{len(data['afdaekninger'])}",
            "sag_id": sag_id,
            "type": t.one_of(("screening", "screening", "afdaekning")),
            "startet_dato": startet,
            "afsluttet_dato": t.one_of((None, add_days(startet, t.number(0, 120)))),
        }
    )


def _round_investigation(t: Dice, data: Data, sag_id: str, b: Record) -> None:
    """A concern round its end, a preliminary assessment round its deadline, a network circle in it."""
    start, end = b.get("opmaerksom_dato") or b["startet_dato"], b.get("afsluttet_dato")
    if end is not None and t.chance(0.5):
        _activity(t, data, sag_id, _beside(t, end, -14, 0, 28), "bekymringsgrundlag")
        _activity(t, data, sag_id, t.one_of((b["startet_dato"], end)), "netvaerkscirkel")
    if t.chance(0.3):
        day = t.one_of((start, add_months(start, 4), add_days(add_months(start, 4), 1)))
        _activity(t, data, sag_id, day, "foreloebig_vurdering")


def _first_contacts(t: Dice, data: Data, i: Record, begin: date) -> None:
    """First visits, talks and meetings of a measure, and the concern behind a day it was seen."""
    for form, distances in (("besoeg", (1, 14)), ("moede", (1, 45)), ("telefon", (14, 28, 42))):
        day = _beside(t, begin, *distances)
        data["opfoelgninger"].append(
            {
                "opfoelgning_id": f"O{len(data['opfoelgninger'])}",
                "sag_id": i["sag_id"],
                "indsats_id": t.one_of((i["indsats_id"], i["indsats_id"], None)),
                "dato": day,
                "form": form,
                "foraeldre_deltog": t.one_of((True, True, False, None)),
            }
        )
        if t.chance(0.5):
            _activity(t, data, i["sag_id"], _beside(t, day, -28, 0, 28), "bekymringsgrundlag")
    if t.chance(0.7):
        _activity(t, data, i["sag_id"], _beside(t, begin, 1, 14), "kontakt")
        data["aktiviteter"][-1] |= {"type": "kontakt", "undertype": None}


def _network_meetings(t: Dice, data: Data, sag_id: str) -> None:
    """Network meetings six to eight weeks apart, or not."""
    day = t.day()
    for _ in range(t.one_of((0, 0, 0, 2, 3))):
        _activity(t, data, sag_id, day, "netvaerksmoede")
        day = _beside(t, day, 42, 56, 56)


def rounds(t: Dice, data: Data) -> None:
    """Sparring and case walks of each caseworker, a fortnight or eight weeks apart, with silences."""
    for r in data["raadgivere"]:
        for undertype, days in (
            ("ledersparring", 14),
            (t.one_of(("kollegial_sparring", "Supervision")), 14),
            ("sagsgennemgang", 56),
        ):
            day = r["ansat_fra"] or add_months(t.first, t.number(0, 12))
            day = max(
                day, t.one_of((t.first, add_months(t.first, 12), t.delivery_date.replace(month=1, day=1)))
            )
            for _ in range(t.one_of((0, 2, 5, 12))):
                day = add_days(day, days + t.one_of((-5, 0, 0, 0, 1, 60)))
                _activity(t, data, None, day, undertype, r["raadgiver_id"])
