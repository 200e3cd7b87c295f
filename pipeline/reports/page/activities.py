"""What the plan promises without a percent: activities with a month, and what it leaves open."""

from __future__ import annotations

from pipeline.danish import kort_dato, tal
from pipeline.definitions.plan_models import Aktivitet, Plan
from pipeline.reports.facts import Aktivitetsstatus, Grundlag
from pipeline.reports.page.model import Aktivitetslinje, Tone, Vurdering

_STATUS = {
    "opfyldt": Vurdering("✓", "Opfyldt", Tone.GOD),
    "i_gang": Vurdering("▸", "I gang", Tone.INGEN),
    "ikke_startet": Vurdering("–", "Ikke startet", Tone.INGEN),
}
_UOPLYST = Vurdering("○", "Ikke oplyst", Tone.INGEN)


def byg_aktiviteter(
    grundlag: Grundlag, plan: Plan, udviklingspunkt: int, *, med_omfang: bool = True
) -> tuple[Aktivitetslinje, ...]:
    """One udviklingspunkt's activities in the plan's order of dates, those without a date last.

    `med_omfang`: with how many of how many, where that was reported.
    """
    valgte = [a for a in plan.aktiviteter if a.udviklingspunkt == udviklingspunkt]
    valgte.sort(key=lambda a: (a.frist is None, a.frist, a.id) if a.frist else (True, plan.slut_dato, a.id))
    return tuple(
        Aktivitetslinje(
            a.id,
            a.titel,
            a.ansvarlig,
            kort_dato(a.frist) if a.frist else "ikke fastsat",
            status_for(grundlag, a, med_omfang=med_omfang),
        )
        for a in valgte
    )


def status_for(grundlag: Grundlag, aktivitet: Aktivitet, *, med_omfang: bool = True) -> Vurdering:
    """What was reported of an activity; overdue when its last day has passed and it is not done."""
    oplyst = grundlag.aktiviteter.get(aktivitet.id)
    kendt = _STATUS[oplyst.status] if oplyst else _UOPLYST
    omfang = _omfang(oplyst) if med_omfang else ""
    if er_overskredet(grundlag, aktivitet):
        uddybning = ", ".join(filter(None, (kendt.ord.lower(), omfang)))
        return Vurdering("✗", "Overskredet", Tone.MANGLER, uddybning)
    return Vurdering(kendt.tegn, kendt.ord, kendt.tone, omfang)


def _omfang(oplyst: Aktivitetsstatus | None) -> str:
    """How many of how many; what the plan leaves open is said to be so, never shown as a number."""
    if oplyst is None or oplyst.antal is None:
        return ""
    if oplyst.i_alt is None:
        return f"{tal(oplyst.antal)}, i alt ikke fastsat"
    return f"{tal(oplyst.antal)} af {tal(oplyst.i_alt)}"


def er_forfalden(grundlag: Grundlag, aktivitet: Aktivitet) -> bool:
    """Whether the activity's last day has passed."""
    return aktivitet.frist is not None and aktivitet.frist <= grundlag.opgoerelse.opgjort_pr


def er_opfyldt(grundlag: Grundlag, aktivitet: Aktivitet) -> bool:
    """Whether the activity was reported done."""
    oplyst = grundlag.aktiviteter.get(aktivitet.id)
    return oplyst is not None and oplyst.status == "opfyldt"


def er_overskredet(grundlag: Grundlag, aktivitet: Aktivitet) -> bool:
    """Due and not reported done."""
    return er_forfalden(grundlag, aktivitet) and not er_opfyldt(grundlag, aktivitet)


def tael_forfaldne(grundlag: Grundlag, plan: Plan) -> str:
    """How many of the activities that are due have been done, as a sentence."""
    forfaldne = [a for a in plan.aktiviteter if er_forfalden(grundlag, a)]
    if not forfaldne:
        return "Ingen af planens aktiviteter er forfaldet endnu."
    gjort = sum(er_opfyldt(grundlag, a) for a in forfaldne)
    return f"Af planens aktiviteter er {tal(gjort)} af {tal(len(forfaldne))} forfaldne opfyldt."
