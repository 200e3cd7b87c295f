"""Months and quarters: the only module that does calendar arithmetic on periods.

Periodetyper (contract, section 2): `maaned` (2021-04), `kvartal` (2021-K2) and `rullende12` (the
twelve months ending with the month it is named by).
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.errors import ForkertBrug

FOERSTE_MAANED = date(2020, 10, 1)
"""The baseline quarter before the plan's first year (contract, section 2)."""


@dataclass(frozen=True)
class Periode:
    """One period; `foerste` and `sidste` are its first and last day, both included."""

    periodetype: str
    periode: str
    foerste: date
    sidste: date

    def opgjort_pr(self, udtraeksdato: date) -> date:
        """The last day that counts: the period's last, or the delivery's date if earlier."""
        return min(self.sidste, udtraeksdato)

    def foreloebig(self, udtraeksdato: date) -> bool:
        """Whether the delivery was drawn before the period ended."""
        return udtraeksdato < self.sidste


def sidste_i_maaneden(dag: date) -> date:
    """Last day of the month that holds `dag`."""
    return dag.replace(day=calendar.monthrange(dag.year, dag.month)[1])


def laeg_maaneder_til(dag: date, antal: int) -> date:
    """`dag` plus calendar months, clamped to the month's last day."""
    aar, maaned = divmod(dag.year * 12 + dag.month - 1 + antal, 12)
    return date(aar, maaned + 1, min(dag.day, calendar.monthrange(aar, maaned + 1)[1]))


def maaned(foerste: date) -> Periode:
    """The month that begins on `foerste`."""
    return Periode("maaned", f"{foerste:%Y-%m}", foerste, sidste_i_maaneden(foerste))


def kvartal(foerste: date) -> Periode:
    """The quarter that begins on `foerste`."""
    navn = f"{foerste.year}-K{(foerste.month - 1) // 3 + 1}"
    return Periode("kvartal", navn, foerste, sidste_i_maaneden(laeg_maaneder_til(foerste, 2)))


def rullende12(foerste: date) -> Periode:
    """The twelve months that end with the month beginning on `foerste`."""
    return Periode(
        "rullende12", f"{foerste:%Y-%m}", laeg_maaneder_til(foerste, -11), sidste_i_maaneden(foerste)
    )


def laes_periode(tekst: str) -> Periode:
    """Parse `2021-04` or `2021-K2`.

    Raises:
        ForkertBrug: the text is neither.
    """
    if m := re.fullmatch(r"((?!0000)\d{4})-(0[1-9]|1[0-2])", tekst, re.ASCII):
        return maaned(date(int(m[1]), int(m[2]), 1))
    if k := re.fullmatch(r"((?!0000)\d{4})-[Kk]([1-4])", tekst, re.ASCII):
        return kvartal(date(int(k[1]), int(k[2]) * 3 - 2, 1))
    raise ForkertBrug(
        f"Perioden {tekst!r} kendes ikke: skriv en måned som 2021-04 eller et kvartal som 2021-K2."
    )


def seneste_hele_maaned(udtraeksdato: date) -> Periode:
    """The last month that had ended by the delivery's date."""
    foerste = udtraeksdato.replace(day=1)
    if sidste_i_maaneden(udtraeksdato) != udtraeksdato:
        foerste = laeg_maaneder_til(foerste, -1)
    return maaned(foerste)


def perioder(rapporteret: Periode, udtraeksdato: date) -> list[Periode]:
    """Every period computed for a reported one: months, quarters and rolling years from October 2020.

    A month or quarter is left out when its last day is after the reported period's, or its first day
    is after the delivery's date; a rolling year follows the month it is named by.

    Raises:
        ForkertBrug: the reported period lies before October 2020 or begins after the delivery.
    """
    if rapporteret.foerste > udtraeksdato:
        raise ForkertBrug(
            f"Perioden {rapporteret.periode} begynder efter leverancens dato ({udtraeksdato:%d-%m-%Y}) "
            "og kan ikke opgøres."
        )
    if rapporteret.foerste < FOERSTE_MAANED:
        raise ForkertBrug(
            f"Perioden {rapporteret.periode} ligger før oktober 2020, som er den første, der opgøres."
        )
    fundet: list[Periode] = []
    dag = FOERSTE_MAANED
    while dag <= min(rapporteret.sidste, udtraeksdato):
        kandidater = [maaned(dag), rullende12(dag)] + ([kvartal(dag)] if dag.month % 3 == 1 else [])
        fundet += [p for p in kandidater if p.sidste <= rapporteret.sidste]
        dag = sidste_i_maaneden(dag) + timedelta(days=1)
    return fundet
