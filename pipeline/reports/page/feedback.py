"""One page per caseworker: what the case reviews saw, and the caseworker's own deadlines.

Feedback, not a ranking: no percents, no totals, nobody else's figures. It lies in the team leader's
folder alone, and holds only what belongs to that team.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.danish import dato, kort_dato, periode_tekst
from pipeline.definitions.plan_models import Plan
from pipeline.reports.facts import Frist, Grundlag, Svar
from pipeline.reports.page.actions import hvor_langt
from pipeline.reports.page.document import Dokument, Kapitel
from pipeline.reports.page.model import Kolonne, Tabel
from pipeline.reports.page.names import holdnavn

DAGE_FREM = 28
"""Coming deadlines a caseworker sees: until the next report is at hand."""

INDLEDNING = (
    "Siden viser, hvad sagsgennemgangen så i dine sager, og hvilke frister du har. Den er til en samtale med "
    "din leder og sammenligner dig ikke med nogen."
)
SVARORD = {
    "ja": "Ja",
    "delvist": "Delvist",
    "nej": "Nej",
    "ikke_relevant": "Ikke relevant",
    "kan_ikke_ses": "Kan ikke ses",
}


def raadgivere(grundlag: Grundlag, team_id: str) -> tuple[str, ...]:
    """Caseworkers of a team with anything to be told."""
    fundne = {s.raadgiver_id for s in grundlag.svar if s.team_id == team_id}
    fundne |= {f.raadgiver_id for f in _frister(grundlag, team_id)}
    return tuple(sorted(r for r in fundne if r is not None))


def _frister(grundlag: Grundlag, team_id: str) -> list[Frist]:
    return [
        f
        for f in grundlag.frister
        if f.team_id == team_id and (f.tilstand == "overskredet" or f.dage <= DAGE_FREM)
    ]


def byg_feedback(grundlag: Grundlag, plan: Plan, team_id: str, raadgiver_id: str) -> Dokument:
    """The page of one caseworker in one team."""
    run, periode = grundlag.opgoerelse, periode_tekst(grundlag.periode)
    svar = [s for s in grundlag.svar if (s.team_id, s.raadgiver_id) == (team_id, raadgiver_id)]
    frister = [f for f in _frister(grundlag, team_id) if f.raadgiver_id == raadgiver_id]
    hvem = grundlag.raadgiver(raadgiver_id)
    return Dokument(
        titel=f"Feedback: {hvem}, {periode}",
        rubrik=f"Ledelsestilsyn · {holdnavn(grundlag, team_id)}",
        overskrift=f"Feedback til {hvem}, {periode}",
        meta=f"Opgjort pr. {dato(run.opgjort_pr)}.",
        indledning=(INDLEDNING,),
        kapitler=(
            Kapitel(f"Sagsgennemgang i {periode}", (), _gennemgang(plan, svar)),
            Kapitel(
                "Dine frister",
                (),
                (
                    _fristtabel(plan, "Overskredet", [f for f in frister if f.tilstand == "overskredet"]),
                    _fristtabel(
                        plan, f"De næste {DAGE_FREM} dage", [f for f in frister if f.tilstand == "kommende"]
                    ),
                ),
            ),
        ),
        note="Fortroligt: siden er til rådgiveren og teamlederen.",
        version=run.program_version,
    )


def _gennemgang(plan: Plan, svar: Sequence[Svar]) -> tuple[Tabel, ...]:
    """A table per reviewed case, in the plan's order; what was not relevant there is left out."""
    orden = {i.id: nr for nr, i in enumerate(plan.indikatorer)}
    sager: dict[tuple[str, str], list[Svar]] = {}
    for s in sorted(
        svar, key=lambda s: (s.gennemgaaet_dato, s.tilsyn_id, orden.get(s.maalepunkt, len(orden)))
    ):
        sager.setdefault((s.tilsyn_id, s.sag_id), []).append(s)
    if not sager:
        return (Tabel("Sagsgennemgang", (), (), tom="Ingen af dine sager blev gennemgået."),)
    return tuple(
        Tabel(
            titel=f"Sag {sag_id}, gennemgået {dato(egne[0].gennemgaaet_dato)}",
            kolonner=(Kolonne("Målepunkt", bred=True), Kolonne("Svar"), Kolonne("Bemærkning", bred=True)),
            raekker=tuple(
                (_maalepunkt(plan, s.maalepunkt), SVARORD.get(s.svar, s.svar), s.bemaerkning or "")
                for s in egne
                if s.svar != "ikke_relevant" or s.bemaerkning
            ),
            tom="Intet målepunkt var relevant i sagen.",
        )
        for (_, sag_id), egne in sager.items()
    )


def _maalepunkt(plan: Plan, maalepunkt: str) -> str:
    """The indicator's question where the point is one of the plan's; else the point as it is called."""
    fundne = [i for i in plan.indikatorer if i.id == maalepunkt]
    return f"{fundne[0].id} {fundne[0].titel}" if fundne else maalepunkt


def _fristtabel(plan: Plan, titel: str, frister: Sequence[Frist]) -> Tabel:
    return Tabel(
        titel=titel,
        kolonner=(
            Kolonne("Frist"),
            Kolonne("Sag"),
            Kolonne("Enhed"),
            Kolonne("Hvad", bred=True),
            Kolonne("Hvor langt"),
        ),
        raekker=tuple(
            (
                kort_dato(f.frist_dato),
                f.sag_id or "–",
                "–" if f.enhed_id == f.sag_id else f.enhed_id,
                f"{f.indikator_id} {plan.indikator(f.indikator_id).titel}",
                hvor_langt(f),
            )
            for f in frister
        ),
        tom="Ingen.",
    )
