"""Everything the reports of one period are made from, and the periods they look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from pipeline.periods import (
    FOERSTE_MAANED,
    Periode,
    kvartal,
    laeg_maaneder_til,
    laes_periode,
    maaned,
    rullende12,
)
from pipeline.reports.facts.rows import (
    Aktivitetsstatus,
    Frist,
    Fund,
    Hold,
    Kommentar,
    Mangel,
    Opgoerelse,
    Resultat,
    Revision,
    Sagstal,
    Svar,
    Trin,
)

ALLE = "ALLE"
UKENDT = "UKENDT"
MAANEDER_I_KURVEN = 13
KVARTALER_I_KURVEN = 9


@dataclass(frozen=True)
class Grundlag:
    """Everything the reports of one period are made from.

    What comes from the delivery (comments, answers, names, findings) is empty where it was not handed in.
    """

    opgoerelse: Opgoerelse
    bemaerkninger: tuple[str, ...]
    hold: tuple[Hold, ...]
    resultater: Mapping[tuple[str, str, str, str, str], Resultat]
    milepaele: Mapping[str, tuple[tuple[date, float], ...]]
    mangler: tuple[Mangel, ...]
    frister: tuple[Frist, ...]
    aktiviteter: Mapping[str, Aktivitetsstatus]
    revisioner: tuple[Revision, ...] = ()
    trappe: tuple[Trin, ...] = ()
    sagstal: tuple[Sagstal, ...] = ()
    kommentarer: tuple[Kommentar, ...] = ()
    svar: tuple[Svar, ...] = ()
    fund: tuple[Fund, ...] = ()
    raadgivernavne: Mapping[str, str] = field(default_factory=dict)

    def resultat(self, team_id: str, indikator_id: str, kilde: str, periode: Periode) -> Resultat | None:
        """The result of one team, indicator and source in one period, if it was computed."""
        return self.resultater.get((team_id, indikator_id, kilde, periode.periodetype, periode.periode))

    @cached_property
    def periode(self) -> Periode:
        """The reported period."""
        return laes_periode(self.opgoerelse.periode)

    @cached_property
    def rullende(self) -> Periode:
        """The twelve months that end with the reported period."""
        return rullende_til(self.periode)

    @cached_property
    def forrige(self) -> Periode | None:
        """The period before the reported one; None before October 2020."""
        fundne = [p for p in self.historik if p != self.periode]
        return fundne[-1] if fundne else None

    @cached_property
    def historik(self) -> tuple[Periode, ...]:
        """The periods of the trend, oldest first, ending with the reported one."""
        flest = KVARTALER_I_KURVEN if self.periode.periodetype == "kvartal" else MAANEDER_I_KURVEN
        return self.alle_perioder[-flest:]

    @cached_property
    def alle_perioder(self) -> tuple[Periode, ...]:
        """Every computed period of the reported kind, oldest first, ending with the reported one."""
        return alle_perioder(self.periode)

    @cached_property
    def alle_maaneder(self) -> tuple[Periode, ...]:
        """Every computed month up to the reported period's last, oldest first."""
        return alle_perioder(maaned(self.periode.sidste.replace(day=1)))

    def i_kraft(self, indikator_id: str, periode: Periode) -> float | None:
        """The milestone in force in a period, as adopted by the end of the reported one."""
        gaeldende = [p for dag, p in self.milepaele.get(indikator_id, ()) if dag <= periode.sidste]
        return gaeldende[-1] if gaeldende else None

    def raadgiver(self, raadgiver_id: str | None) -> str:
        """What a page calls a caseworker: name and id, the id alone where the name is not known."""
        if raadgiver_id is None:
            return ""
        navn = self.raadgivernavne.get(raadgiver_id)
        return f"{navn} ({raadgiver_id})" if navn else raadgiver_id


def rullende_til(periode: Periode) -> Periode:
    """The twelve months that end with the period's last month."""
    return rullende12(periode.sidste.replace(day=1))


def alle_perioder(periode: Periode) -> tuple[Periode, ...]:
    """The periods of the same kind from October 2020 to the given one, oldest first."""
    byg, skridt = (kvartal, 3) if periode.periodetype == "kvartal" else (maaned, 1)
    fundne, dag = [], periode.foerste
    while dag >= FOERSTE_MAANED:
        fundne.append(byg(dag))
        dag = laeg_maaneder_til(dag, -skridt)
    return tuple(reversed(fundne))


def efter(periode: Periode, antal: int) -> tuple[Periode, ...]:
    """The next periods of the same kind."""
    byg = kvartal if periode.periodetype == "kvartal" else maaned
    fundne: list[Periode] = []
    while len(fundne) < antal:
        fundne.append(byg((fundne[-1] if fundne else periode).sidste + timedelta(days=1)))
    return tuple(fundne)
