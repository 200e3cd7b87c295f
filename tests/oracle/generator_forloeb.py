"""The generator's notifications, assessments, talks and activities, and the teams they happen in."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from tests.oracle.kalender import EN_DAG, plus_maaneder
from tests.oracle.tilfaeldig import Terning

Data = dict[str, list[dict[str, Any]]]

TEAMS: tuple[tuple[str, date | None, date | None, str | None], ...] = (
    ("T1", None, None, None),
    ("T2", date(2019, 1, 1), date(2021, 2, 15), "T3"),
    ("T3", date(2021, 2, 16), None, None),
    ("T4", date(2021, 4, 30), date(2021, 6, 1), None),
    ("T5", None, date(2020, 9, 30), None),
    ("T6", date(2021, 7, 1), None, None),
)
"""Open all along; closed and followed mid-month; open from a month's last to a month's first day."""


def raadgiver(t: Terning) -> str | None:
    """A known caseworker, or none."""
    return f"{t.en_af(TEAMS)[0]}-R{t.antal(1, 2)}" if t.held(0.85) else None


def underretning(
    t: Terning, data: Data, underretning_id: str, sag_id: str | None, barn_id: str | None
) -> None:
    """A notification with deeds before it, on its deadlines, the day after and not at all."""
    dag = t.dag()
    modtaget, kendt = t.tidspunkt(dag)
    vurderet, vurderet_kendt = t.efter_24_timer(modtaget)
    t.husk(dag + EN_DAG)
    data["underretninger"].append(
        {
            "underretning_id": underretning_id,
            "sag_id": sag_id,
            "barn_id": barn_id,
            "team_id": t.en_af(TEAMS)[0] if t.held(0.6) else None,
            "raadgiver_id": raadgiver(t),
            "modtaget_tidspunkt": modtaget,
            "modtaget_tidspunkt_har_klokkeslaet": kendt,
            "underretter_type": t.en_af(("fagperson", "fagperson", "privat", "anonym", "myndighed")),
            "vurderet_24t_tidspunkt": vurderet,
            "vurderet_24t_tidspunkt_har_klokkeslaet": vurderet_kendt,
            "vurdering_24t_begrundet": t.ja_nej_tom(),
            "partshoering_dato": t.om_frist(dag, dag + 14 * EN_DAG),
            "underretter_inddraget": t.ja_nej_tom(),
            "faglig_vurdering_dato": t.om_frist(dag, dag + 28 * EN_DAG),
            "faglig_vurdering_udfald": t.en_af(("paragraf_50", "luk", None)),
            "tilbagemelding_dato": t.om_frist(dag, dag + 28 * EN_DAG),
            "samtale_begrundelse": t.ja_nej_tom(),
        }
    )


def undersoegelse(t: Terning, data: Data, bfu_id: str, sag_id: str) -> None:
    """A BFU that ends round its deadline, by itself or broken off; some without opmaerksom_dato."""
    startet = t.dag()
    opmaerksom = t.en_af((None, startet, startet - 10 * EN_DAG, startet + 3 * EN_DAG))
    start = opmaerksom or startet
    afsluttet = t.om_frist(start, plus_maaneder(start, 4), mindst=startet)
    plan = (
        None
        if afsluttet is None
        else t.en_af((None, afsluttet, afsluttet - EN_DAG, afsluttet + EN_DAG, startet))
    )
    data["undersoegelser"].append(
        {
            "bfu_id": bfu_id,
            "sag_id": sag_id,
            "opmaerksom_dato": opmaerksom,
            "startet_dato": startet,
            "afsluttet_dato": afsluttet,
            "afslutning": t.en_af(("faerdig", "faerdig", "afbrudt", None)),
            "undersoegelsesplan_dato": plan,
            "antal_fokuspunkter": t.en_af((None, 0, 1, 2, 3)),
            "partshoering_form": t.en_af((None, "mundtlig", "mundtlig", "skriftlig", "ingen")),
            "efterslaeb": t.ja_nej_tom(),
        }
    )


def samtaler_og_aktiviteter(t: Terning, data: Data, sag_id: str) -> None:
    """Talks of every section and outcome, network meetings by several spellings, and what is not counted."""
    for nr in range(t.antal(0, 3)):
        data["boernesamtaler"].append(
            {
                "samtale_id": f"C-{sag_id}-{nr}",
                "sag_id": sag_id,
                "dato": t.dag(),
                "paragraf": t.en_af(("48", "48", "48", "155a", "5", "137", "andet")),
                "udfald": t.en_af(("afholdt", "afholdt", "undladt_begrundet", "ikke_afholdt")),
            }
        )
    for nr in range(t.antal(0, 3)):
        data["aktiviteter"].append(
            {
                "aktivitet_id": f"A-{sag_id}-{nr}",
                "sag_id": sag_id,
                "dato": t.dag(),
                "type": t.en_af(("moede", "vurdering", "kontakt", "dokument", "sparring")),
                "undertype": t.en_af(
                    ("netvaerksmoede", "Netværksmøde", " NETVAERKSMOEDE ", "genogram", None)
                ),
                "raadgiver_id": raadgiver(t),
                "antal_raadgivere": t.en_af((None, 1, 2)),
            }
        )
    if t.held(0.2):
        startet = t.dag()
        data["afdaekninger"].append(
            {
                "afdaekning_id": f"D-{sag_id}",
                "sag_id": sag_id,
                "type": t.en_af(("screening", "afdaekning")),
                "startet_dato": startet,
                "afsluttet_dato": startet + timedelta(days=t.antal(0, 40)),
            }
        )
    if t.held(0.3):
        data["udgifter"].append(
            {
                "postering_id": f"P-{sag_id}",
                "sag_id": sag_id,
                "maaned": "2021-03",
                "beloeb": Decimal("1234.50"),
                "budget": Decimal(t.antal(-500, 9000)),
            }
        )
