"""The generator's measures, expenses and waiting times."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from tests.oracle.days import ONE_DAY, add_days, add_months
from tests.oracle.dice import Dice
from tests.oracle.generator_cases import Data, in_month

EARLY = "forebyggende_11_3"
PARAGRAPHS = {
    EARLY: ("11.3", "§ 30"),
    "forebyggende_52": ("52.3.7", "§ 32"),
    "aflastning": ("52.3.5", "32"),
    "anbringelse": ("46", "§ 46", "§47, stk. 1", " § 47", "52.3.7"),
}
PLACES = (
    "netvaerksplejefamilie",
    "plejefamilie",
    "institution",
    "opholdssted",
    "eget_vaerelse",
    "kost_efterskole",
    None,
)


def measures(t: Dice, data: Data, sag_id: str) -> None:
    """Measures with and without a start, a decision, an end; fallen away before or after the start."""
    for nr in range(t.number(0, 4)):
        kategori = t.one_of((EARLY, EARLY, "forebyggende_52", "aflastning", "anbringelse"))
        decided = t.maybe_day(0.7)
        start = _start(t, kategori, decided)
        slut = _end(t, start)
        indsats_id = f"I-{sag_id}-{nr}"
        data["indsatser"].append(
            {
                "indsats_id": indsats_id,
                "sag_id": sag_id,
                "paragraf": t.one_of(PARAGRAPHS[kategori]),
                "kategori": kategori,
                "tilbud": t.one_of(("efterskole", "Friplads", "Familiekurset", None)),
                "leverandoer_type": t.one_of(("privat", "privat", "familiehus", "kommunal", None)),
                "afgoerelse_dato": decided,
                "henvist_dato": t.maybe_day(0.2),
                "start_dato": start,
                "slut_dato": slut,
                "slut_aarsag": t.one_of(("maal_naaet", "overgaaet_til_bfu", "afbrudt", "andet", None)),
                "bortfaldet_dato": _fell_away(t, start, slut),
                "anbringelsessted": t.one_of(PLACES) if kategori in ("anbringelse", "aflastning") else None,
                "indsatstrin": t.one_of((None, 1, 2, 3, 4, 5)),
                "opfoelgning_maaneder": t.one_of((None, None, -1, 0, 1, 2, 3, 4, 6, 7, 12)),
                "plan_paakraevet": t.yes_no_empty(),
            }
        )
        if kategori == EARLY and start is not None and t.chance(0.4):
            _bfu_after(t, data, sag_id, nr, start, slut)
        _expenses(t, data, sag_id, indsats_id)


def _start(t: Dice, kategori: str, decided: date | None) -> date | None:
    """Round the decision's deadline, so that a first meeting falls due on a counting day, or long ago."""
    if kategori == "anbringelse" and t.chance(0.4):
        return t.one_of((add_months(t.first, 3) - ONE_DAY, t.remember(add_months(t.counting_day(), -12))))
    if decided is not None:
        return t.around(decided, add_days(decided, 28))
    if t.chance(0.3):
        return t.remember(add_months(t.counting_day(), t.one_of((-3, -3, -2, -1))))
    return t.maybe_day(0.8)


def _end(t: Dice, start: date | None) -> date | None:
    if start is None:
        return t.maybe_day(0.1)
    if t.chance(0.35):
        return None
    return t.around(start, add_months(start, t.one_of((3, 6, 6, 9))), least=start)


def _fell_away(t: Dice, start: date | None, slut: date | None) -> date | None:
    if slut is not None and t.chance(0.1):
        return t.around(slut, add_months(slut, 6))
    if t.chance(0.04):
        return t.remember(t.counting_day())
    return t.maybe_day(0.3 if start is None else 0.06)


def _bfu_after(t: Dice, data: Data, sag_id: str, nr: int, start: date, slut: date | None) -> None:
    """A BFU on the first or last day that a window of 4.1 or 4.4 holds, or just outside it."""
    half_year = add_months(start, 6)
    edges = [start, start + ONE_DAY, half_year, half_year + ONE_DAY]
    if slut is not None:
        half_year = add_months(slut, 6)
        edges += [slut, slut + ONE_DAY, half_year, half_year + ONE_DAY]
    startet = t.remember(t.one_of(edges))
    data["undersoegelser"].append({"bfu_id": f"B-{sag_id}-i{nr}", "sag_id": sag_id, "startet_dato": startet})


def _expenses(t: Dice, data: Data, sag_id: str, indsats_id: str) -> None:
    """Some months' bookings of the measure: several a month, negative ones, and some that name no measure."""
    for nr in range(t.one_of((0, 0, 1, 3))):
        data["udgifter"].append(
            {
                "postering_id": f"P-{indsats_id}-{nr}",
                "sag_id": sag_id,
                "indsats_id": indsats_id if t.chance(0.85) else None,
                "maaned": in_month(t),
                "beloeb": Decimal(t.number(-50000, 900000)) / 100,
                "art": t.one_of(("opholdsbetaling", None)),
                "budget": Decimal(t.number(-500, 9000)),
            }
        )


def waiting(t: Dice, data: Data, sag_id: str) -> None:
    """Referrals, begun in time or not, some fallen away."""
    if t.chance(0.4):
        referred = t.day()
        own = [i["indsats_id"] for i in data["indsatser"] if i["sag_id"] == sag_id]
        row: dict[str, Any] = {
            "henvisning_id": f"V-{sag_id}",
            "sag_id": sag_id,
            "indsats_id": t.one_of(own) if own and t.chance(0.5) else None,
            "tilbud": "Familiekurset",
            "henvist_dato": referred,
            "igangsat_dato": t.around(referred, add_days(referred, 28)),
            "bortfaldet_dato": t.around(referred, add_days(referred, 28)) if t.chance(0.3) else None,
        }
        data["ventetider"].append(row)
