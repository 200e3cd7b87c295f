"""The generator's notifications, investigations, talks and activities."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.oracle.days import ONE_DAY, add_days, add_months, month_name
from tests.oracle.dice import Dice
from tests.oracle.generator_teams import TEAMS, caseworker

Data = dict[str, list[dict[str, Any]]]

OUTCOMES = (
    "paragraf_50",
    "paragraf_50",
    "luk",
    "genvurdering",
    "akut",
    "paragraf_11",
    "paragraf_18",
    "paragraf_19",
    "paragraf_20",
    "paragraf_30",
    "andet",
    None,
)
UNDERTYPER = (
    "netvaerksmoede",
    "Netværksmøde",
    " NETVAERKSMOEDE ",
    "familieraadslagning",
    "Familie-rådslagning",
    "genogram",
    "netvaerkskort",
    "Netværkscirkel",
    "foreloebig_vurdering",
    "bekymringsgrundlag",
    "sagsgennemgang",
    "sagssparring",
    "ledersparring",
    "hjemmebesoeg",
    "Hjemmebesøg",
    None,
)


def notification(
    t: Dice, data: Data, underretning_id: str, sag_id: str | None, barn_id: str | None
) -> dict[str, Any]:
    """A notification with deeds before it, on its deadlines, the day after and not at all."""
    day = t.day()
    received, received_known = t.moment(day)
    assessed, assessed_known = t.assessed(received)
    t.remember(day + ONE_DAY)
    row = {
        "underretning_id": underretning_id,
        "sag_id": sag_id,
        "barn_id": barn_id,
        "team_id": t.one_of(TEAMS)[0] if t.chance(0.6) else None,
        "raadgiver_id": caseworker(t),
        "modtaget_tidspunkt": received,
        "modtaget_tidspunkt_har_klokkeslaet": received_known,
        "underretter_type": t.one_of((*["fagperson"] * 3, "privat", "anonym", "myndighed")),
        "genvurdering": t.one_of((True, False, None)),
        "vurderet_24t_tidspunkt": assessed,
        "vurderet_24t_tidspunkt_har_klokkeslaet": assessed_known,
        "vurdering_24t_begrundet": t.yes_no_empty(),
        "kvittering_dato": t.around(day, add_days(day, t.one_of((8, 9, 10, 28)))),
        "partshoering_dato": t.around(day, add_days(day, 14)),
        "partshoering_undladt": t.one_of((True, False, False, None)),
        "underretter_inddraget": t.yes_no_empty(),
        "overgreb": t.one_of((True, False, None)),
        "faglig_vurdering_dato": t.around(day, add_days(day, 28)),
        "faglig_vurdering_udfald": t.one_of(OUTCOMES),
        "tilbagemelding_dato": t.around(day, add_days(day, t.one_of((3, 14, 28, 28)))),
        "samtale_begrundelse": t.yes_no_empty(),
    }
    data["underretninger"].append(row)
    return row


def investigation(t: Dice, data: Data, bfu_id: str, sag_id: str) -> None:
    """A BFU that ends round its deadline, by itself or broken off; some without opmaerksom_dato."""
    startet = t.day()
    aware = t.one_of((None, None, startet, add_days(startet, -10), add_days(startet, 3)))
    start = aware or startet
    if aware is None and t.chance(0.6):
        start = _led_to(t, data, bfu_id, sag_id, startet)
    afsluttet = t.around(start, add_months(start, 4), least=startet)
    planned = (
        None
        if afsluttet is None
        else t.one_of((None, afsluttet, afsluttet - ONE_DAY, afsluttet + ONE_DAY, startet))
    )
    data["undersoegelser"].append(
        {
            "bfu_id": bfu_id,
            "sag_id": sag_id,
            "opmaerksom_dato": aware,
            "startet_dato": startet,
            "afsluttet_dato": afsluttet,
            "afslutning": t.one_of(("faerdig", "faerdig", "afbrudt", None)),
            "undersoegelsesplan_dato": planned,
            "antal_fokuspunkter": t.one_of((None, 0, 1, 2, 3)),
            "partshoering_form": t.one_of((None, "mundtlig", "mundtlig", "skriftlig", "ingen")),
            "efterslaeb": t.yes_no_empty(),
        }
    )


def _led_to(t: Dice, data: Data, bfu_id: str, sag_id: str, startet: date) -> date:
    """Notifications that led to the BFU, on the edges of its four months, some at one and the same minute."""
    first = add_months(startet, -4)
    assessed = startet
    received = None
    for nr in range(t.number(1, 3)):
        row = notification(t, data, f"U-{bfu_id}-{nr}", sag_id, None)
        day = t.one_of((first, first - ONE_DAY, add_days(first, 30), add_days(startet, -1), startet))
        moment, clock = t.moment(day)
        if received is not None and t.chance(0.5):
            moment, clock = received
        received = moment, clock
        assessed = t.one_of((startet, startet, startet + ONE_DAY, moment.date(), add_days(startet, -7)))
        row |= {
            "modtaget_tidspunkt": moment,
            "modtaget_tidspunkt_har_klokkeslaet": clock,
            "faglig_vurdering_udfald": t.one_of(("paragraf_50", "paragraf_50", "paragraf_50", "luk")),
            "faglig_vurdering_dato": t.one_of((assessed, assessed, assessed, None)),
        }
    return assessed


def talks_and_activities(t: Dice, data: Data, sag_id: str) -> None:
    """Talks of every section and outcome, activities by several spellings, screenings and expenses."""
    for nr in range(t.number(0, 3)):
        data["boernesamtaler"].append(
            {
                "samtale_id": f"C-{sag_id}-{nr}",
                "sag_id": sag_id,
                "dato": t.day(),
                "paragraf": t.one_of(("48", "48", "50", "5", "155a", "137", "andet")),
                "udfald": t.one_of(("afholdt", "afholdt", "undladt_begrundet", "ikke_afholdt")),
            }
        )
    for nr in range(t.number(0, 7)):
        data["aktiviteter"].append(
            {
                "aktivitet_id": f"A-{sag_id}-{nr}",
                "sag_id": sag_id,
                "dato": t.day(),
                "type": t.one_of(("moede", "vurdering", "kontakt", "dokument", "sparring")),
                "undertype": t.one_of(UNDERTYPER),
                "raadgiver_id": caseworker(t),
                "antal_raadgivere": t.one_of((None, 0, 1, 2, 3)),
            }
        )
    for nr in range(t.one_of((0, 0, 1, 2))):
        startet = t.day()
        data["afdaekninger"].append(
            {
                "afdaekning_id": f"D-{sag_id}-{nr}",
                "sag_id": sag_id,
                "type": t.one_of(("screening", "afdaekning")),
                "startet_dato": startet,
                "afsluttet_dato": t.one_of((None, startet, add_days(startet, t.number(0, 60)))),
            }
        )


def in_month(t: Dice) -> str:
    """The name of a month near the case's days."""
    return month_name(t.day())
