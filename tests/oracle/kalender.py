"""The calendar of the contract's section 2, worked out a second time and on its own.

Nothing here is borrowed from the pipeline: a fault in its calendar must not be able to hide in both.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

BASELINE = date(2020, 10, 1)
"""'Computed from the current delivery: every period from October 2020'."""

EN_DAG = timedelta(days=1)


@dataclass(frozen=True)
class Periode:
    """One period; `opgjort_pr` = 'the period's last day, or the delivery's date if earlier'."""

    periodetype: str
    periode: str
    foerste: date
    sidste: date
    opgjort_pr: date

    @property
    def foreloebig(self) -> bool:
        """'or the delivery's date if earlier (the period is then `foreloebig`)'."""
        return self.opgjort_pr < self.sidste

    def indeholder(self, dag: date) -> bool:
        """Whether the period contains the day, by its own first and last day."""
        return self.foerste <= dag <= self.sidste


def sidste_dag(aar: int, maaned: int) -> date:
    """Last day of a month: the day before the first of the next."""
    naeste = date(aar + 1, 1, 1) if maaned == 12 else date(aar, maaned + 1, 1)
    return naeste - EN_DAG


def plus_maaneder(dag: date, antal: int) -> date:
    """'months clamp to the month's last day'; `antal` may be negative."""
    aar, maaned = dag.year, dag.month
    for _ in range(abs(antal)):
        maaned += 1 if antal > 0 else -1
        if maaned == 13:
            aar, maaned = aar + 1, 1
        if maaned == 0:
            aar, maaned = aar - 1, 12
    return min(date(aar, maaned, 1) + (dag.day - 1) * EN_DAG, sidste_dag(aar, maaned))


def er_fyldt(foedselsdato: date | None, aar: int, dag: date) -> bool:
    """'A child is n years when foedselsdato + n years (clamped) <= the day'; no birth date: not."""
    return foedselsdato is not None and plus_maaneder(foedselsdato, 12 * aar) <= dag


def _graenser(periode: str) -> tuple[date, date]:
    aar = int(periode[:4])
    if "K" in periode:
        kvartal = int(periode[-1])
        return date(aar, 3 * kvartal - 2, 1), sidste_dag(aar, 3 * kvartal)
    maaned = int(periode[5:])
    return date(aar, maaned, 1), sidste_dag(aar, maaned)


def rapporteret_opgjort_pr(rapporteret: str, udtraeksdato: date) -> date:
    """The reported period's opgjort_pr, on which the deadline list is drawn."""
    return min(_graenser(rapporteret)[1], udtraeksdato)


def perioder(rapporteret: str, udtraeksdato: date) -> list[Periode]:
    """Every period computed when `rapporteret` (`2021-04` or `2021-K2`) is asked for.

    'A month or quarter whose first day is after the delivery's date is not computed, nor the rolling
    period of such a month'; 'whose last day is not after the reported period's last day'.
    """
    foerste, graense = _graenser(rapporteret)
    if foerste > udtraeksdato:
        raise ValueError("the reported period begins after the delivery")
    fundet: list[Periode] = []

    def tag(periodetype: str, navn: str, fra: date, til: date) -> None:
        if til <= graense:
            fundet.append(Periode(periodetype, navn, fra, til, min(til, udtraeksdato)))

    dag = BASELINE
    while dag <= udtraeksdato and dag <= graense:
        navn, til = f"{dag.year:04}-{dag.month:02}", sidste_dag(dag.year, dag.month)
        tag("maaned", navn, dag, til)
        tag("rullende12", navn, plus_maaneder(dag, -11), til)
        if dag.month in (1, 4, 7, 10):
            kvartal = {1: 1, 4: 2, 7: 3, 10: 4}[dag.month]
            tag("kvartal", f"{dag.year}-K{kvartal}", dag, _graenser(f"{dag.year}-K{kvartal}")[1])
        dag = til + EN_DAG
    return fundet
