"""indikator_resultat: shares, Wilson limits, milestones, status and the grid of teams."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tests.oracle.kalender import Periode
from tests.oracle.raekke import AFVENTER, IKKE_OPFYLDT, OPFYLDT, PLAN_ID, UNDTAGET, Enhedsraekke
from tests.oracle.register import ALLE, Register

Z = 1.959963984540054
Milepael = tuple[str, date, float, date | None]


@dataclass(frozen=True)
class Maal:
    """The milestones of one indicator as one period sees them: in force, and next."""

    findes: bool
    gaeldende: tuple[date, Fraction] | None
    naeste: tuple[date, Fraction] | None


def maal_for(milepaele: list[Milepael], indikator_id: str, sidste: date) -> Maal:
    """'In force = the last milestone dated <= the period's last day; next = the first one after'.

    'a period is judged by what was adopted by its last day': per date the entry with the latest
    vedtaget <= that day (missing = since the beginning); one adopted later does not exist.
    """
    vedtaget_pr_dato: dict[date, tuple[date, Fraction]] = {}
    for indikator, dato, procent, vedtaget in milepaele:
        siden = date.min if vedtaget is None else vedtaget
        if indikator != indikator_id or siden > sidste:
            continue
        if dato not in vedtaget_pr_dato or siden > vedtaget_pr_dato[dato][0]:
            vedtaget_pr_dato[dato] = siden, Fraction(str(procent))
    serie = [(dato, procent) for dato, (_, procent) in sorted(vedtaget_pr_dato.items())]
    gaeldende = [m for m in serie if m[0] <= sidste]
    naeste = [m for m in serie if m[0] > sidste]
    return Maal(bool(serie), gaeldende[-1] if gaeldende else None, naeste[0] if naeste else None)


def wilson(taeller: int, naevner: int) -> tuple[float, float]:
    """95 % Wilson limits in percent: 'exactly 0 at taeller 0 and exactly 100 at taeller = naevner'."""
    andel, z2 = taeller / naevner, Z * Z
    midte = andel + z2 / (2 * naevner)
    halv = Z * math.sqrt(andel * (1 - andel) / naevner + z2 / (4 * naevner * naevner))
    naemner = 1 + z2 / naevner
    nedre = 0.0 if taeller == 0 else 100 * (midte - halv) / naemner
    oevre = 100.0 if taeller == naevner else 100 * (midte + halv) / naemner
    return nedre, oevre


def inden_i_wilson(taeller: int, naevner: int, procent: Fraction) -> bool:
    """Whether the percent lies strictly inside the Wilson interval, without computing its limits.

    The interval is by definition the shares p0 that the score test does not refuse:
    (share - p0)^2 < z^2 * p0 * (1 - p0) / n. Exact in fractions.
    """
    p0 = procent / 100
    afstand = Fraction(taeller, naevner) - p0
    return afstand * afstand < Fraction(Z) ** 2 * p0 * (1 - p0) / naevner


def status(andel: Fraction | None, maal: Maal) -> str:
    """The contract's statuses in its order; 'Values are compared unrounded'."""
    if andel is None:
        return "ingen_data"
    if not maal.findes:
        return "uden_milepael"
    if maal.gaeldende is None:
        return "foer_foerste_milepael"
    if maal.naeste is not None and andel >= maal.naeste[1]:
        return "foran"
    return "naaet" if andel >= maal.gaeldende[1] else "ikke_naaet"


def er_usikker(taeller: int, naevner: int, maal: Maal) -> bool:
    """'(only with a milestone in force and a naevner) = naevner < 5, or the milestone strictly inside'."""
    if maal.gaeldende is None or naevner == 0:
        return False
    return naevner < 5 or inden_i_wilson(taeller, naevner, maal.gaeldende[1])


def resultat(
    indikator_id: str, kilde: str, periode: Periode, team_id: str, antal: Counter[str], maal: Maal
) -> dict[str, object]:
    """One row of indikator_resultat out of the counts of each udfald."""
    taeller, naevner = antal[OPFYLDT], antal[OPFYLDT] + antal[IKKE_OPFYLDT]
    andel = Fraction(100 * taeller, naevner) if naevner else None
    nedre, oevre = wilson(taeller, naevner) if naevner else (None, None)
    afstand = None if andel is None or maal.gaeldende is None else float(andel - maal.gaeldende[1])
    return {
        "plan_id": PLAN_ID,
        "indikator_id": indikator_id,
        "kilde": kilde,
        "periodetype": periode.periodetype,
        "periode": periode.periode,
        "team_id": team_id,
        "taeller": taeller,
        "naevner": naevner,
        "undtaget": antal[UNDTAGET],
        "afventer": antal[AFVENTER],
        "vaerdi": None if andel is None else float(andel),
        "ki_nedre": nedre,
        "ki_oevre": oevre,
        "milepael_procent": None if maal.gaeldende is None else float(maal.gaeldende[1]),
        "milepael_dato": None if maal.gaeldende is None else maal.gaeldende[0],
        "naeste_procent": None if maal.naeste is None else float(maal.naeste[1]),
        "naeste_dato": None if maal.naeste is None else maal.naeste[0],
        "afstand_pp": afstand,
        "status": status(andel, maal),
        "usikker": er_usikker(taeller, naevner, maal),
        "foreloebig": periode.foreloebig,
    }


def aktive_teams(register: Register, periode: Periode) -> set[str]:
    """'aktiv_fra missing or <= its last day, aktiv_til missing or >= its first'."""
    return {
        t["team_id"]
        for t in register.alle("teams")
        if (t.get("aktiv_fra") is None or t["aktiv_fra"] <= periode.sidste)
        and (t.get("aktiv_til") is None or t["aktiv_til"] >= periode.foerste)
    }


def _teams_i_gitter(hovedkilde: bool, kilde: str, enheder: Counter[str], aktive: set[str]) -> set[str]:
    """The teams that get a row; `enheder` counts the units of each team.

    'Full grid for main sources: every team active in the period (and any other with units), and ALLE;
    second sources and UKENDT only where rows exist'.
    'spoergeskema: team rows only in periods where every team with answers to that question has at least
    5, or none has any, else ALLE alone'.
    """
    if not hovedkilde:
        return set(enheder) | {ALLE} if enheder else set()
    if kilde == "spoergeskema" and any(antal < 5 for antal in enheder.values()):
        return {ALLE}
    return aktive | set(enheder) | {ALLE}


def resultater(
    register: Register,
    perioder: list[Periode],
    raekker: list[Enhedsraekke],
    hovedkilder: dict[str, str],
    milepaele: list[Milepael],
) -> Iterator[dict[str, object]]:
    """Every row of indikator_resultat; `hovedkilder` gives each indicator's main source."""
    udfald: dict[tuple[str, str, Periode], dict[str, Counter[str]]] = defaultdict(
        lambda: defaultdict(Counter)
    )
    for r in raekker:
        for team_id in (r.team_id, ALLE):
            udfald[r.indikator_id, r.kilde, r.periode][team_id][r.udfald] += 1
    for periode in perioder:
        aktive = aktive_teams(register, periode)
        for indikator_id, hovedkilde in hovedkilder.items():
            maal = maal_for(milepaele, indikator_id, periode.sidste)
            for kilde in {hovedkilde, "tilsyn"}:
                pr_team = udfald.get((indikator_id, kilde, periode), {})
                enheder = Counter({t: sum(a.values()) for t, a in pr_team.items() if t != ALLE})
                for team_id in _teams_i_gitter(kilde == hovedkilde, kilde, enheder, aktive):
                    antal = pr_team.get(team_id, Counter())
                    yield resultat(indikator_id, kilde, periode, team_id, antal, maal)
