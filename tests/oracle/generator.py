"""Random but seeded deliveries, small and nasty, as typed rows an intake would accept.

Every row is acceptable (known references, unique keys, no end before its start); warnings are not
avoided: deeds before their start, events after the delivery, measures of another case.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from tests.oracle.generator_indsatser import handleplaner, indsatser, opfoelgninger, ventetider
from tests.oracle.generator_svar import oevrige, spoergeskemasvar, tilsynssvar
from tests.oracle.kalender import EN_DAG, plus_maaneder
from tests.oracle.tilfaeldig import Terning

Data = dict[str, list[dict[str, Any]]]

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
TEAMS: tuple[tuple[str, date | None, date | None, str | None], ...] = (
    ("T1", None, None, None),
    ("T2", date(2019, 1, 1), date(2021, 2, 15), "T3"),
    ("T3", date(2021, 2, 16), None, None),
    ("T4", date(2021, 4, 30), date(2021, 6, 1), None),
    ("T5", None, date(2020, 9, 30), None),
    ("T6", date(2021, 7, 1), None, None),
)
"""Open all along; closed and followed mid-month; open from a month's last to a month's first day."""


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
        _underretning(t, data, f"U-X{nr}", None, f"barn-x{nr}")
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


def raadgiver(t: Terning) -> str | None:
    """A known caseworker, or none."""
    return f"{t.en_af(TEAMS)[0]}-R{t.antal(1, 2)}" if t.held(0.85) else None


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
        _underretning(t, data, f"U-{sag_id}-{nr}", sag_id, f"barn-{sag_id}" if t.held(0.3) else None)
    for nr in range(t.antal(0, 2)):
        _undersoegelse(t, data, f"B-{sag_id}-{nr}", sag_id)
    indsatser(t, data, sag_id)
    handleplaner(t, data, sag_id)
    ventetider(t, data, sag_id)
    _samtaler_og_aktiviteter(t, data, sag_id)
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


def _underretning(
    t: Terning, data: Data, underretning_id: str, sag_id: str | None, barn_id: str | None
) -> None:
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


def _undersoegelse(t: Terning, data: Data, bfu_id: str, sag_id: str) -> None:
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


def _samtaler_og_aktiviteter(t: Terning, data: Data, sag_id: str) -> None:
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
