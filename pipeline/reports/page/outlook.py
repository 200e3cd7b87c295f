"""What stands beside a verdict so that it does not mislead: since when, how far to go, what has changed.

Each function gives one sentence, or none where there is nothing to say.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from math import ceil

from pipeline.danish import antal, dato, milepael, opremsning, periode_tekst, tal
from pipeline.definitions.plan_models import Indikator
from pipeline.periods import Periode, laes_periode, maaned
from pipeline.reports.facts import ALLE, Grundlag, Resultat, Revision
from pipeline.reports.page.model import Linje
from pipeline.reports.page.verdict import antal_og_andel, vurder

SENE_DAGE = 14
REVISIONER_HOEJST = 3


def byg_udsigt(
    grundlag: Grundlag, indikator: Indikator, resultat: Resultat | None, team_id: str
) -> tuple[Linje, ...]:
    """The lines below one indicator's conclusion; `resultat` is what the block leads with."""
    if resultat is None:
        return ()
    led = (
        ("Under milepælen", bagud_siden(grundlag, resultat)),
        ("Vejen frem", vejen_frem(grundlag, indikator, resultat)),
        ("Seneste milepælsmåling", seneste_maaling(grundlag, resultat)),
        ("Overtaget sent", overtaget_sent(grundlag, resultat, team_id)),
        ("Revideret", revideret(grundlag, resultat)),
    )
    return tuple(Linje(maerke, tekst) for maerke, tekst in led if tekst)


def bagud_siden(grundlag: Grundlag, nu: Resultat) -> str:
    """Since when the figure has been below the milestone in force, periods without cases passed over."""
    fra, n = bagud_fra(grundlag, nu)
    if fra is None:
        return ""
    if n == 1:
        sidst = _sidst_bagud(grundlag, nu, fra)
        igen = f"Igen i {periode_tekst(fra)}; sidst i {periode_tekst(sidst)}." if sidst else ""
        return igen or f"Første gang i {periode_tekst(fra)}."
    enheder = "kvartaler" if fra.periodetype == "kvartal" else "måneder"
    return f"Siden {periode_tekst(fra)}: {tal(n)} {enheder} i træk med sager."


def _sidst_bagud(grundlag: Grundlag, nu: Resultat, fra: Periode) -> Periode | None:
    """The last period before `fra` that was below its milestone."""
    for periode in reversed(grundlag.alle_perioder):
        r = grundlag.resultat(nu.team_id, nu.indikator_id, nu.kilde, periode)
        if periode.sidste < fra.foerste and r and r.status == "ikke_naaet":
            return periode
    return None


def bagud_fra(grundlag: Grundlag, nu: Resultat, til: Periode | None = None) -> tuple[Periode | None, int]:
    """The first period of the unbroken run below the milestone that ends now, and how many hold cases."""
    fra, n = None, 0
    for periode in reversed(grundlag.alle_perioder):
        if til and periode.sidste > til.sidste:
            continue
        r = grundlag.resultat(nu.team_id, nu.indikator_id, nu.kilde, periode)
        if r is None or not r.naevner:
            continue
        if r.status != "ikke_naaet":
            break
        fra, n = periode, n + 1
    return (fra, n) if nu.status == "ikke_naaet" else (None, 0)


def vejen_frem(grundlag: Grundlag, indikator: Indikator, r: Resultat) -> str:
    """How many of what is still to come must succeed to reach the next milestone.

    The next milestone; the one in force where it is the last and not reached. Known deadlines are
    counted where there are deadlines, the units of today for a stock; else as many cases as now.
    """
    maal = _maal(r)
    if maal is None:
        return ""
    kraevet, dag = maal
    er_naeste = dag > grundlag.periode.sidste
    navn = f"{'den næste milepæl' if er_naeste else 'milepælen'} på {milepael(kraevet)}"
    navn += f" ({dato(dag)})" if er_naeste else ""
    er_hovedkilde = r.kilde == indikator.kilde
    if (
        er_hovedkilde
        and any(f.indikator_id == indikator.id for f in grundlag.frister)
        and indikator.art == "frist"
    ):
        return _kendte_frister(grundlag, r, kraevet, dag, navn)
    if not r.naevner:
        return ""
    flere = ceil(Fraction(str(kraevet)) * r.naevner / 100) - r.taeller
    if flere <= 0:
        return ""
    if er_hovedkilde and indikator.art == "beholdning":
        return f"{tal(flere)} flere af de {tal(r.naevner)} skal opfylde kravet for at nå {navn}."
    return (
        f"Med lige så mange som nu ({tal(r.naevner)}) skal {tal(flere + r.taeller)} opfylde kravet for at nå "
        f"{navn}: {tal(flere)} flere end nu."
    )


def _maal(r: Resultat) -> tuple[float, date] | None:
    if r.naeste_procent is not None and r.naeste_dato:
        return r.naeste_procent, r.naeste_dato
    if r.status == "ikke_naaet" and r.milepael_procent is not None and r.milepael_dato:
        return r.milepael_procent, r.milepael_dato
    return None


def _kendte_frister(grundlag: Grundlag, r: Resultat, kraevet: float, dag: date, navn: str) -> str:
    """Open deadlines known today; a milestone that has come is to be reached by all of them."""
    frist = dag if dag > grundlag.opgoerelse.opgjort_pr else None
    kendte = sum(
        f.indikator_id == r.indikator_id
        and f.tilstand == "kommende"
        and r.team_id in (ALLE, f.team_id)
        and (frist is None or f.frist_dato <= frist)
        for f in grundlag.frister
    )
    inden = f" inden {dato(frist)}" if frist else ""
    if not kendte:
        return f"Ingen kendte frister forfalder{inden or ' senere'}."
    skal = ceil(Fraction(str(kraevet)) * kendte / 100)
    if kendte == 1:
        return f"1 kendt frist forfalder{inden or ' senere'}; den skal holdes for at nå {navn}."
    hvor_mange = "de skal alle" if skal == kendte else f"mindst {tal(skal)} af dem skal"
    return (
        f"{tal(kendte)} kendte frister forfalder{inden or ' senere'}; {hvor_mange} holdes for at nå {navn}."
    )


def seneste_maaling(grundlag: Grundlag, r: Resultat) -> str:
    """The result of the month the milestone in force is dated by, where that is not the reported period."""
    if r.milepael_dato is None:
        return ""
    maalt = maaned(r.milepael_dato.replace(day=1))
    if maalt == grundlag.periode:
        return ""
    da = grundlag.resultat(r.team_id, r.indikator_id, r.kilde, maalt)
    if da is None or not da.naevner:
        return f"{periode_tekst(maalt).capitalize()}: ingen at opgøre."
    return f"{periode_tekst(maalt).capitalize()}: {antal_og_andel(da)}, {vurder(da).ord.lower()}."


def overtaget_sent(grundlag: Grundlag, r: Resultat, team_id: str) -> str:
    """How many of the missed deadlines the team inherited when they were about to pass."""
    if team_id == ALLE:
        return ""
    n = sum(
        m.overtaget_sent
        for m in grundlag.mangler
        if (m.team_id, m.indikator_id, m.kilde) == (team_id, r.indikator_id, r.kilde)
    )
    misset = r.naevner - r.taeller
    if not n:
        return ""
    return (
        f"Af {antal(misset, 'ikke opfyldt', 'ikke opfyldte')} er {tal(n)} overtaget fra et andet team i "
        f"fristens sidste {SENE_DAGE} dage."
    )


def revideret(grundlag: Grundlag, r: Resultat) -> str:
    """Earlier figures of this indicator that the last report had otherwise, newest first."""
    egne = [
        v
        for v in grundlag.revisioner
        if (v.team_id, v.indikator_id, v.kilde) == (r.team_id, r.indikator_id, r.kilde)
    ]
    if not egne:
        return ""
    led = [
        f"{periode_tekst(laes_periode(v.periode))} fra {foer} til {nu}"
        for v in egne
        for foer, nu in [_foer_nu(grundlag, v)]
    ]
    led.reverse()
    rest = len(led) - REVISIONER_HOEJST
    if rest > 0:
        led = [*led[:REVISIONER_HOEJST], antal(rest, "anden periode", "andre perioder")]
    return f"Ændret siden den forrige udgivelse: {opremsning(led)}."


def _foer_nu(grundlag: Grundlag, v: Revision) -> tuple[str, str]:
    """What stood and what stands now, both shown against the milestones the period is judged by now."""
    nu = grundlag.resultater[v.team_id, v.indikator_id, v.kilde, v.periodetype, v.periode]
    foer = replace(nu, taeller=v.foer_taeller, naevner=v.foer_naevner)
    return _tal(foer), _tal(nu)


def _tal(r: Resultat) -> str:
    return antal_og_andel(r) if r.naevner else "ingen"
