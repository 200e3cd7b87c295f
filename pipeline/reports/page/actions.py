"""What to act on: overdue now, due soon, due later, and what pulled the period's percents down."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from pipeline.definitions.plan_models import Indikator, Plan
from pipeline.reports.facts import UKENDT, Frist, Grundlag, Mangel
from pipeline.reports.page.model import Handleliste, Kolonne, Tabel
from pipeline.reports.page.summary import DAGE_FREM
from pipeline.reports.words import antal, dato, kort_dato, periode_tekst, tal

INTET = "–"
AARSAGER = {"for_sent": "For sent", "mangler": "Mangler", "indhold": "Indhold"}
FORKLARING = (
    "For sent: sket efter fristen. Mangler: ikke dokumenteret. Indhold: dokumenteret, men ikke som krævet."
)
_HVEM = (Kolonne("Sag"), Kolonne("Enhed"), Kolonne("Rådgiver"))


def byg_handleliste(grundlag: Grundlag, plan: Plan, team_id: str) -> Handleliste:
    """A team's list."""
    return _byg(grundlag, plan, {team_id}, "Handleliste")


def byg_uden_hold(grundlag: Grundlag, plan: Plan) -> Handleliste:
    """The department's list: cases nobody's report holds, of team UKENDT or of a team with no report."""
    egne = {hold.team_id for hold in grundlag.hold} - {UKENDT}
    alle = {f.team_id for f in grundlag.frister} | {m.team_id for m in grundlag.mangler}
    return _byg(grundlag, plan, alle - egne, "Sager uden kendt team")


def _byg(grundlag: Grundlag, plan: Plan, hold: Collection[str], titel: str) -> Handleliste:
    run = grundlag.opgoerelse
    frister = [f for f in grundlag.frister if f.team_id in hold]
    over = [f for f in frister if f.tilstand == "overskredet"]
    kommende = [f for f in frister if f.tilstand == "kommende"]
    mangler = [m for m in grundlag.mangler if m.team_id in hold]
    graense = dato(run.opgjort_pr + timedelta(days=DAGE_FREM))
    periode = periode_tekst(grundlag.periode)
    return Handleliste(
        titel=titel,
        overskredet=_frister(
            plan,
            f"Overskredet pr. {dato(run.opgjort_pr)}",
            over,
            "Dage over",
            "Ingen åbne frister er overskredet.",
        ),
        snart=_frister(
            plan,
            f"Forfalder til og med {graense}",
            [f for f in kommende if f.dage <= DAGE_FREM],
            "Dage til",
            f"Ingen frister forfalder de næste {DAGE_FREM} dage.",
        ),
        senere=_frister(
            plan,
            f"Forfalder efter {graense}",
            [f for f in kommende if f.dage > DAGE_FREM],
            "Dage til",
            "Ingen senere frister er åbne.",
        ),
        traekker_ned=_traekker_ned(grundlag, plan, mangler),
        antal_traekker_ned=f"{antal(len(mangler), 'enhed', 'enheder')} trækker ned i {periode}. {FORKLARING}",
        tom="" if mangler else f"Ingen enheder trækker procenterne ned i {periode}.",
    )


def _frister(plan: Plan, titel: str, frister: Sequence[Frist], dage_navn: str, tom: str) -> Tabel:
    raekker = []
    for f in frister:
        indikator = plan.indikator(f.indikator_id)
        hvad = f"{indikator.id} {indikator.titel}"
        raekker.append((kort_dato(f.frist_dato), tal(f.dage), hvad, *_hvem(f)))
    return Tabel(
        titel=titel,
        kolonner=(Kolonne("Frist"), Kolonne(dage_navn, tal=True), Kolonne("Indikator", bred=True), *_HVEM),
        raekker=tuple(raekker),
        tom=tom,
    )


def _traekker_ned(grundlag: Grundlag, plan: Plan, alle: Sequence[Mangel]) -> tuple[Tabel, ...]:
    """A table for every indicator and source with unmet units, in the plan's order."""
    grupper: dict[tuple[str, bool], list[Mangel]] = {}
    for m in alle:
        grupper.setdefault((m.indikator_id, m.kilde == "tilsyn"), []).append(m)
    return tuple(
        _mangler(grundlag, indikator, grupper[indikator.id, er_tilsyn])
        for indikator in plan.indikatorer
        for er_tilsyn in (False, True)
        if (indikator.id, er_tilsyn) in grupper
    )


def _mangler(grundlag: Grundlag, indikator: Indikator, egne: Sequence[Mangel]) -> Tabel:
    """One indicator's unmet units, oldest first; an event has its date where a deadline has its days."""
    har_frist = any(m.frist_dato for m in egne)
    raekker = []
    for m in egne:
        dag = m.frist_dato or m.haendelsesdato or m.referencedato
        dage = (_dage_over(m, grundlag.opgoerelse.opgjort_pr),) if har_frist else ()
        raekker.append((kort_dato(dag), *dage, AARSAGER[m.aarsag], *_hvem(m)))
    dage_kolonne = (Kolonne("Dage over", tal=True),) if har_frist else ()
    anden_kilde = ", sagsgennemgang" if egne[0].kilde != indikator.kilde else ""
    return Tabel(
        titel=f"{indikator.id} {indikator.titel}{anden_kilde}",
        kolonner=(Kolonne("Frist" if har_frist else "Dato"), *dage_kolonne, Kolonne("Årsag"), *_HVEM),
        raekker=tuple(raekker),
    )


def _dage_over(m: Mangel, opgjort_pr: date) -> str:
    """Days from the deadline until it was done, or until now; none where lateness is not the fault."""
    if m.frist_dato is None or m.aarsag == "indhold":
        return INTET
    gjort = m.haendelsesdato if m.haendelsesdato and m.haendelsesdato > m.frist_dato else opgjort_pr
    return tal((gjort - m.frist_dato).days)


def _hvem(raekke: Frist | Mangel) -> tuple[str, str, str]:
    """Case, unit and caseworker; the unit only where it is something else than the case."""
    return raekke.sag_id or INTET, _enhed(raekke), raekke.raadgiver_id or INTET


def _enhed(raekke: Frist | Mangel) -> str:
    """The unit's id; a meeting, which is its case and day, by its day (contract, section 2)."""
    sag, _, dag = raekke.enhed_id.rpartition("@")
    if sag and sag == raekke.sag_id:
        return f"Møde {kort_dato(date.fromisoformat(dag))}"
    return INTET if raekke.enhed_id == raekke.sag_id else raekke.enhed_id
