"""What the reports read: one query per table for all teams at once, as frozen facts.

Nothing is worded, rounded or judged here; `Grundlag` only makes the published rows easy to look up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from functools import cached_property
from typing import Any, TypeVar

from pipeline.database import Database
from pipeline.errors import InternFejl
from pipeline.periods import FOERSTE_MAANED, Periode, kvartal, laeg_maaneder_til, laes_periode, maaned

ALLE = "ALLE"
UKENDT = "UKENDT"
MAANEDER_I_KURVEN = 13
KVARTALER_I_KURVEN = 9


@dataclass(frozen=True)
class Opgoerelse:
    """The run: which period, known by which day, from which delivery."""

    plan_id: str
    periode: str
    periodetype: str
    foerste_dag: date
    sidste_dag: date
    opgjort_pr: date
    udtraeksdato: date
    foreloebig: bool
    program_version: str


@dataclass(frozen=True)
class Resultat:
    """One row of `indikator_resultat`; percents are unrounded."""

    indikator_id: str
    kilde: str
    periodetype: str
    periode: str
    team_id: str
    taeller: int
    naevner: int
    undtaget: int
    afventer: int
    vaerdi: float | None
    ki_nedre: float | None
    ki_oevre: float | None
    milepael_procent: float | None
    milepael_dato: date | None
    naeste_procent: float | None
    naeste_dato: date | None
    afstand_pp: float | None
    status: str
    usikker: bool


@dataclass(frozen=True)
class Mangel:
    """One unit of the reported period that was not met; `aarsag` is for_sent, mangler or indhold."""

    indikator_id: str
    kilde: str
    enhed_id: str
    sag_id: str | None
    team_id: str
    raadgiver_id: str | None
    frist_dato: date | None
    haendelsesdato: date | None
    referencedato: date
    aarsag: str


@dataclass(frozen=True)
class Frist:
    """One open deadline; `dage` since it passed (`overskredet`) or until it falls (`kommende`)."""

    indikator_id: str
    enhed_id: str
    sag_id: str | None
    team_id: str
    raadgiver_id: str | None
    frist_dato: date
    tilstand: str
    dage: int


@dataclass(frozen=True)
class Aktivitetsstatus:
    """What was reported of one activity milestone."""

    milepael_id: str
    status: str
    dato: date | None
    antal: int | None
    i_alt: int | None


@dataclass(frozen=True)
class Hold:
    """One team with results in the reported period."""

    team_id: str
    navn: str


@dataclass(frozen=True)
class Grundlag:
    """Everything the reports of one period are made from."""

    opgoerelse: Opgoerelse
    bemaerkninger: tuple[str, ...]
    hold: tuple[Hold, ...]
    resultater: Mapping[tuple[str, str, str, str, str], Resultat]
    milepaele: Mapping[str, tuple[tuple[date, float], ...]]
    mangler: tuple[Mangel, ...]
    frister: tuple[Frist, ...]
    aktiviteter: Mapping[str, Aktivitetsstatus]

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
        return historik(self.periode)


def rullende_til(periode: Periode) -> Periode:
    """The twelve months that end with the period's last month."""
    sidste = periode.sidste
    return Periode("rullende12", f"{sidste:%Y-%m}", laeg_maaneder_til(sidste.replace(day=1), -11), sidste)


def historik(periode: Periode) -> tuple[Periode, ...]:
    """The last periods of the same kind, oldest first, none before October 2020."""
    skridt, byg, flest = (
        (3, kvartal, KVARTALER_I_KURVEN)
        if periode.periodetype == "kvartal"
        else (1, maaned, MAANEDER_I_KURVEN)
    )
    starter = [laeg_maaneder_til(periode.foerste, -skridt * i) for i in range(flest)]
    return tuple(byg(dag) for dag in reversed(starter) if dag >= FOERSTE_MAANED)


def efter(periode: Periode, antal: int) -> tuple[Periode, ...]:
    """The next periods of the same kind."""
    byg = kvartal if periode.periodetype == "kvartal" else maaned
    fundne: list[Periode] = []
    while len(fundne) < antal:
        fundne.append(byg((fundne[-1] if fundne else periode).sidste + timedelta(days=1)))
    return tuple(fundne)


_T = TypeVar("_T")


def _som(type_: type[_T], raekker: Iterable[Mapping[str, Any]]) -> list[_T]:
    navne = [felt.name for felt in fields(type_)]  # type: ignore[arg-type]
    return [type_(**{navn: raekke[navn] for navn in navne}) for raekke in raekker]


def hent_grundlag(database: Database) -> Grundlag:
    """Read everything the reports need.

    Raises:
        InternFejl: the published file does not hold exactly one run.

    """
    opgoerelser = _som(Opgoerelse, database.raekker("reports", "opgoerelse"))
    if len(opgoerelser) != 1:
        raise InternFejl(f"Tabellen opgoerelse har {len(opgoerelser)} rækker; der skal være netop én.")
    run = opgoerelser[0]
    periode = laes_periode(run.periode)
    valgt = {"plan_id": run.plan_id, "periodetype": run.periodetype, "periode": run.periode}
    resultater = _som(
        Resultat,
        database.raekker(
            "reports",
            "resultater",
            **valgt,
            fra=historik(periode)[0].periode,
            rullende=rullende_til(periode).periode,
        ),
    )
    return Grundlag(
        opgoerelse=run,
        bemaerkninger=tuple(r["tekst"] for r in database.raekker("reports", "bemaerkninger")),
        hold=tuple(
            _som(Hold, database.raekker("reports", "hold", periodetype=run.periodetype, periode=run.periode))
        ),
        resultater={(r.team_id, r.indikator_id, r.kilde, r.periodetype, r.periode): r for r in resultater},
        milepaele=_milepaele(database, run),
        mangler=tuple(_som(Mangel, database.raekker("reports", "mangler", **valgt))),
        frister=tuple(_som(Frist, database.raekker("reports", "frister", plan_id=run.plan_id))),
        aktiviteter={
            a.milepael_id: a
            for a in _som(
                Aktivitetsstatus,
                database.raekker("reports", "aktiviteter", plan_id=run.plan_id, dag=run.opgjort_pr),
            )
        },
    )


def _milepaele(database: Database, run: Opgoerelse) -> dict[str, tuple[tuple[date, float], ...]]:
    fundne: dict[str, tuple[tuple[date, float], ...]] = {}
    for r in database.raekker("reports", "milepaele", plan_id=run.plan_id, dag=run.sidste_dag):
        fundne[r["indikator_id"]] = (*fundne.get(r["indikator_id"], ()), (r["dato"], float(r["procent"])))
    return fundne
