"""What to act on: overdue now, due soon, due later, and what pulled the period's percents down.

One row per unit with everything that is missing in it, by caseworker, since that is whom a leader talks to.
The same rows one by one are the sheets of the workbook beside the report.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.danish import antal, dage, dato, kort_dato, periode_tekst
from pipeline.definitions.plan_models import Plan
from pipeline.reports.facts import UKENDT, Frist, Grundlag, Mangel
from pipeline.reports.page.summary import DAGE_FREM
from pipeline.reports.page.tasks import Ark, Handleliste, Opgave, Opgavegruppe, Opgaveliste

AARSAGER = {"for_sent": "For sent", "mangler": "Mangler", "indhold": "Indhold"}
FORKLARING = (
    "For sent: sket efter fristen. Mangler: ikke dokumenteret. Indhold: dokumenteret, men ikke som krævet."
)
_FRISTER = ("frist", "frister")
UFOLDET_HOEJST = 15
"""A list of no more units stands unfolded on the screen."""
UDEN_RAADGIVER = "Uden kendt rådgiver"
_ARK_FRIST = ("Frist", "Dage", "Indikator", "Titel", "Sag", "Enhed", "Rådgiver", "Navn")
_ARK_MANGEL = ("Dato", "Frist", "Dage over", "Årsag", *_ARK_FRIST[2:], "Kilde")


@dataclass(frozen=True)
class _Punkt:
    """One thing to do about a unit; `orden` puts the most pressing first."""

    raekke: Frist | Mangel
    tekst: str
    orden: tuple[date, str]


def byg_handleliste(grundlag: Grundlag, plan: Plan, team_id: str) -> Handleliste:
    """A team's list."""
    return _byg(grundlag, plan, {team_id}, "Handleliste")


def byg_uden_hold(grundlag: Grundlag, plan: Plan) -> Handleliste:
    """The department's list: cases nobody's report holds, of team UKENDT or of a team with no report."""
    return _byg(grundlag, plan, uden_rapport(grundlag), "Sager uden kendt team")


def uden_rapport(grundlag: Grundlag) -> set[str]:
    """Teams that rows name but that have no report of their own."""
    egne = {hold.team_id for hold in grundlag.hold} - {UKENDT}
    alle = {f.team_id for f in grundlag.frister} | {m.team_id for m in grundlag.mangler}
    return (alle | {f.team_id for f in grundlag.fund}) - egne


def _byg(grundlag: Grundlag, plan: Plan, hold: Collection[str], titel: str) -> Handleliste:
    nu = grundlag.opgoerelse.opgjort_pr
    over, snart, senere = _delt([f for f in grundlag.frister if f.team_id in hold])
    mangler = [m for m in grundlag.mangler if m.team_id in hold]
    graense, periode = dato(nu + timedelta(days=DAGE_FREM)), periode_tekst(grundlag.periode)
    return Handleliste(
        titel=titel,
        overskredet=_liste(
            grundlag,
            f"Overskredet pr. {dato(nu)}",
            _FRISTER,
            [_fristpunkt(plan, f) for f in over],
            "Ingen åbne frister er overskredet.",
        ),
        snart=_liste(
            grundlag,
            f"Forfalder til og med {graense}",
            _FRISTER,
            [_fristpunkt(plan, f) for f in snart],
            f"Ingen frister forfalder de næste {DAGE_FREM} dage.",
        ),
        senere=_liste(
            grundlag,
            f"Forfalder efter {graense}",
            _FRISTER,
            [_fristpunkt(plan, f) for f in senere],
            "Ingen senere frister er åbne.",
        ),
        traekker_ned=_liste(
            grundlag,
            f"Trækker procenterne ned i {periode}",
            ("mangel", "mangler"),
            [_mangelpunkt(grundlag, plan, m) for m in mangler],
            f"Ingen enheder trækker procenterne ned i {periode}.",
        ),
        forklaring=FORKLARING,
    )


def _delt(frister: Iterable[Frist]) -> tuple[list[Frist], list[Frist], list[Frist]]:
    """Overdue, due soon, due later."""
    dele: tuple[list[Frist], list[Frist], list[Frist]] = ([], [], [])
    for f in frister:
        dele[0 if f.tilstand == "overskredet" else 1 if f.dage <= DAGE_FREM else 2].append(f)
    return dele


def _fristpunkt(plan: Plan, f: Frist) -> _Punkt:
    titel = plan.indikator(f.indikator_id).titel
    tekst = f"{f.indikator_id} {titel}: {hvor_langt(f)} (frist {kort_dato(f.frist_dato)})"
    return _Punkt(f, tekst, (f.frist_dato, f.indikator_id))


def hvor_langt(f: Frist) -> str:
    """How far a deadline is: `12 dage over`, `3 dage tilbage`, `udløbet samme dag`."""
    if f.tilstand == "overskredet":
        return f"{dage(f.dage)} over" if f.dage else "udløbet samme dag"
    return f"{dage(f.dage)} tilbage"


def _mangelpunkt(grundlag: Grundlag, plan: Plan, m: Mangel) -> _Punkt:
    indikator = plan.indikator(m.indikator_id)
    led = [f"{indikator.id} {indikator.titel}: {AARSAGER[m.aarsag].lower()}"]
    over = dage_over(m, grundlag.opgoerelse.opgjort_pr)
    if over is not None:
        led.append(f", {dage(over)} over")
    led.append(f" (frist {kort_dato(m.frist_dato)})" if m.frist_dato else f" ({kort_dato(_dag(m))})")
    if m.kilde != indikator.kilde:
        led.append(", sagsgennemgang")
    if m.overtaget_sent:
        led.append(", overtaget i fristens sidste 14 dage")
    return _Punkt(m, "".join(led), (_dag(m), m.indikator_id))


def _dag(m: Mangel) -> date:
    return m.frist_dato or m.haendelsesdato or m.referencedato


def dage_over(m: Mangel, opgjort_pr: date) -> int | None:
    """Days from the deadline until it was done, or until now; none where lateness is not the fault."""
    if m.frist_dato is None or m.aarsag == "indhold":
        return None
    gjort = m.haendelsesdato if m.haendelsesdato and m.haendelsesdato > m.frist_dato else opgjort_pr
    return (gjort - m.frist_dato).days


def _liste(
    grundlag: Grundlag, titel: str, hvad: tuple[str, str], punkter: Sequence[_Punkt], tom: str
) -> Opgaveliste:
    """Units by caseworker; a unit is one row however much is missing in it."""
    enheder: dict[tuple[str, str, str], list[_Punkt]] = {}
    for punkt in sorted(punkter, key=lambda p: p.orden):
        r = punkt.raekke
        hvem = grundlag.raadgiver(r.raadgiver_id) or UDEN_RAADGIVER
        enheder.setdefault((hvem, r.sag_id or "–", _enhed(r)), []).append(punkt)
    grupper: dict[str, list[tuple[Opgave, _Punkt]]] = {}
    for (hvem, sag, enhed), egne in enheder.items():
        opgave = Opgave(sag, enhed, tuple(p.tekst for p in egne))
        grupper.setdefault(hvem, []).append((opgave, egne[0]))
    return Opgaveliste(
        titel=titel,
        antal=f"{antal(len(enheder), 'enhed', 'enheder')}, {antal(len(punkter), *hvad)}",
        grupper=tuple(
            Opgavegruppe(navn, _gruppeantal(grupper[navn]), tuple(o for o, _ in grupper[navn]))
            for navn in sorted(grupper, key=lambda n: (n == UDEN_RAADGIVER, n))
        ),
        tom=tom,
        kort=len(enheder) <= UFOLDET_HOEJST,
    )


def _gruppeantal(egne: Sequence[tuple[Opgave, _Punkt]]) -> str:
    """How many units a caseworker has in the list, and the date of the most pressing."""
    foerst = egne[0][1].orden[0]
    return (
        f"{antal(len(egne), 'enhed', 'enheder')}, {'den første' if len(egne) > 1 else 'fra'} {dato(foerst)}"
    )


def _enhed(raekke: Frist | Mangel) -> str:
    """The unit's id; a meeting, which is its case and day, by its day (contract, section 2)."""
    sag, _, dag = raekke.enhed_id.rpartition("@")
    if sag and sag == raekke.sag_id:
        return f"Møde {kort_dato(date.fromisoformat(dag))}"
    return "Sagen" if raekke.enhed_id == raekke.sag_id else raekke.enhed_id


def byg_ark(grundlag: Grundlag, plan: Plan, hold: Collection[str]) -> tuple[Ark, ...]:
    """The sheets of the workbook: one row per deadline and per unmet unit, to filter and sort."""
    over, snart, senere = _delt([f for f in grundlag.frister if f.team_id in hold])
    mangler = [m for m in grundlag.mangler if m.team_id in hold]
    nu = grundlag.opgoerelse.opgjort_pr
    return (
        Ark(
            "Overskredet", _ARK_FRIST, tuple((f.frist_dato, f.dage, *_hvad(grundlag, plan, f)) for f in over)
        ),
        Ark(
            "Kommende",
            _ARK_FRIST,
            tuple((f.frist_dato, f.dage, *_hvad(grundlag, plan, f)) for f in (*snart, *senere)),
        ),
        Ark(
            "Trækker ned",
            _ARK_MANGEL,
            tuple(
                (
                    _dag(m),
                    m.frist_dato,
                    dage_over(m, nu),
                    AARSAGER[m.aarsag],
                    *_hvad(grundlag, plan, m),
                    "Sagsgennemgang" if m.kilde == "tilsyn" else "Register",
                )
                for m in mangler
            ),
        ),
    )


def _hvad(grundlag: Grundlag, plan: Plan, r: Frist | Mangel) -> tuple[str | None, ...]:
    navn = grundlag.raadgivernavne.get(r.raadgiver_id or "")
    return r.indikator_id, plan.indikator(r.indikator_id).titel, r.sag_id, _enhed(r), r.raadgiver_id, navn
