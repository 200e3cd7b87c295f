"""A published file with the contract's columns, filled by the test, and the plan's own definitions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from math import sqrt
from pathlib import Path

import pytest

from pipeline.database import Database, aabn
from pipeline.definitions.plan_models import Plan
from pipeline.definitions.plans import laes_plan
from pipeline.periods import Periode, laes_periode
from pipeline.reports.facts import rullende_til

PLAN = "slagelse_2021_2023"
TABELLER = Path(__file__).with_name("published.sql")
LEVERANCE = Path(__file__).with_name("delivery.sql")


@pytest.fixture(scope="session")
def plan() -> Plan:
    return laes_plan(PLAN)


def wilson(k: int, n: int) -> tuple[float, float]:
    """Wilson's 95 % interval in percent, exact at the ends."""
    z = 1.959963984540054
    p = k / n
    midte, bredde = p + z * z / (2 * n), z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    nedre, oevre = (100 * (midte + s * bredde) / (1 + z * z / n) for s in (-1, 1))
    return (0.0 if k == 0 else nedre, 100.0 if k == n else oevre)


@dataclass
class Fil:
    """What a test publishes; every method adds rows and every default is harmless."""

    database: Database
    plan: Plan
    periode: Periode = field(default_factory=lambda: laes_periode("2021-04"))

    def saet(self, tabel: str, **felter: object) -> None:
        """Append one row; columns not named are missing."""
        self.database.indsaet(tabel, [felter])

    def opgoer(self, periode: str, udtraeksdato: date | None = None) -> None:
        """Report this period, drawn on its last day unless another day is given."""
        self.periode = p = laes_periode(periode)
        udtraek = udtraeksdato or p.sidste
        self.database.koer("delete from opgoerelse")
        self.saet(
            "opgoerelse", plan_id=PLAN, periode=p.periode, periodetype=p.periodetype, foerste_dag=p.foerste,
            sidste_dag=p.sidste, opgjort_pr=p.opgjort_pr(udtraek), udtraeksdato=udtraek, leverance_id="L1",
            foreloebig=p.foreloebig(udtraek), program_version="9.9.9",
        )  # fmt: skip

    def bemaerk(self, nr: int, tekst: str) -> None:
        """One remark about the run."""
        self.saet("bemaerkning", nr=nr, tekst=tekst)

    def hold(self, team_id: str, navn: str) -> None:
        """One team's public row."""
        self.saet("teams", team_id=team_id, navn=navn)

    def resultat(
        self, indikator_id: str, team_id: str, k: int, n: int, *, periode: str | None = None,
        rullende: bool = False, kilde: str | None = None, undtaget: int = 0, afventer: int = 0,
    ) -> None:  # fmt: skip
        """One result, judged against the plan's milestones as the contract says."""
        p = laes_periode(periode) if periode else self.periode
        p = rullende_til(p) if rullende else p
        indikator = self.plan.indikator(indikator_id)
        i_kraft = next((m for m in reversed(indikator.milepaele) if m.dato <= p.sidste), None)
        naeste = next((m for m in indikator.milepaele if m.dato > p.sidste), None)
        vaerdi = 100 * k / n if n else None
        nedre, oevre = wilson(k, n) if n else (None, None)
        maal = i_kraft.procent if i_kraft else None
        self.saet(
            "indikator_resultat", plan_id=PLAN, indikator_id=indikator_id, kilde=kilde or indikator.kilde,
            periodetype=p.periodetype, periode=p.periode, team_id=team_id, taeller=k, naevner=n,
            undtaget=undtaget, afventer=afventer, vaerdi=vaerdi, ki_nedre=nedre, ki_oevre=oevre,
            milepael_procent=maal, milepael_dato=i_kraft.dato if i_kraft else None,
            naeste_procent=naeste.procent if naeste else None, naeste_dato=naeste.dato if naeste else None,
            afstand_pp=vaerdi - maal if vaerdi is not None and maal is not None else None,
            status=_status(bool(indikator.milepaele), vaerdi, maal, naeste.procent if naeste else None),
            usikker=bool(n and maal is not None and (n < 5 or nedre < maal < oevre)), foreloebig=False,
        )  # fmt: skip

    def mangel(
        self, indikator_id: str, team_id: str | None, enhed_id: str, *, sag_id: str | None = "S1",
        raadgiver_id: str | None = "R1", kilde: str | None = None, frist: date | None = None,
        dag: date | None = None, aarsag: str = "mangler", udfald: str = "ikke_opfyldt",
        team_siden: date | None = None,
    ) -> None:  # fmt: skip
        """One row of indikator_raekke in the reported period."""
        indikator, p = self.plan.indikator(indikator_id), self.periode
        self.saet(
            "indikator_raekke", plan_id=PLAN, indikator_id=indikator_id, kilde=kilde or indikator.kilde,
            periodetype=p.periodetype, periode=p.periode, enhed_id=enhed_id, sag_id=sag_id, team_id=team_id,
            raadgiver_id=raadgiver_id, referencedato=dag or frist or p.sidste, frist_dato=frist,
            haendelsesdato=dag, udfald=udfald, aarsag=aarsag, team_siden=team_siden,
        )  # fmt: skip

    def frist(
        self, indikator_id: str, team_id: str, enhed_id: str, frist: date, *, sag_id: str | None = "S1",
        raadgiver_id: str | None = "R1",
    ) -> None:  # fmt: skip
        """One open deadline, overdue or coming as of the reported day."""
        nu = self.database.vaerdi("select opgjort_pr from opgoerelse")
        self.saet(
            "fristliste", plan_id=PLAN, indikator_id=indikator_id, enhed_id=enhed_id, sag_id=sag_id,
            team_id=team_id, raadgiver_id=raadgiver_id, frist_dato=frist, dage=abs((frist - nu).days),
            tilstand="overskredet" if frist <= nu else "kommende",
        )  # fmt: skip

    def aktivitet(
        self, milepael_id: str, status: str, dag: date | None = None, antal: int | None = None,
        i_alt: int | None = None,
    ) -> None:  # fmt: skip
        """What was reported of one activity."""
        self.saet(
            "milepaelsstatus",
            plan_id=PLAN,
            milepael_id=milepael_id,
            status=status,
            dato=dag,
            antal=antal,
            i_alt=i_alt,
        )

    def sag(self, sag_id: str, team_id: str, raadgiver_id: str | None = "R1", **felter: object) -> None:
        """One case, and who has had it from the day it was opened."""
        oprettet = felter.pop("oprettet_dato", date(2021, 1, 4))
        self.saet("sager", sag_id=sag_id, barn_id=f"B-{sag_id}", oprettet_dato=oprettet, **felter)
        self.fordel(sag_id, team_id, oprettet, raadgiver_id)

    def fordel(self, sag_id: str, team_id: str, fra: object, raadgiver_id: str | None = "R1") -> None:
        """Who holds a case from a day."""
        self.saet("sagsfordeling", sag_id=sag_id, team_id=team_id, fra_dato=fra, raadgiver_id=raadgiver_id)

    def leverance(self) -> Fil:
        """Attach a delivery: its confidential rows and the warnings of the intake."""
        koer_fil(self.database, LEVERANCE)
        return self

    def kommentar(self, indikator_id: str, team_id: str, periode: str, tekst: str, **felter: object) -> None:
        """A leader's word on a figure."""
        self.saet(
            "lev.data.kommentarer", plan_id=PLAN, indikator_id=indikator_id, team_id=team_id, periode=periode,
            tekst=tekst, **felter,
        )  # fmt: skip

    def svar(self, maalepunkt: str, team_id: str, svar: str, *, dag: date, **felter: object) -> None:
        """One answer of a case review."""
        self.saet(
            "lev.data.tilsynssvar",
            **{"tilsyn_id": "G1", "sag_id": "S1", "raadgiver_id": "R1", **felter},
            maalepunkt=maalepunkt, team_id=team_id, gennemgaaet_dato=dag, svar=svar,
        )  # fmt: skip

    def raadgiver(self, raadgiver_id: str, navn: str) -> None:
        """A caseworker's name."""
        self.saet("lev.data.raadgivere", raadgiver_id=raadgiver_id, navn=navn)

    def advarsel(self, extract: str, linje: int, kolonne: str, aarsag: str, **raa: object) -> None:
        """One warning of the intake, and the raw row it is about."""
        self.saet("lev.advarsel", extract=extract, linje=linje, kolonne=kolonne, aarsag=aarsag)
        self.saet(f"lev.raa.{extract}", linje=linje, **raa)

    def udgiv_tidligere(self) -> None:
        """Keep the results as they are now as those published before."""
        self.database.koer("attach ':memory:' as tidligere")
        self.database.koer("create table tidligere.indikator_resultat as from indikator_resultat")


def koer_fil(database: Database, fil: Path) -> None:
    """Every statement of a test's SQL file."""
    for saetning in fil.read_text(encoding="utf-8").split(";\n"):
        if saetning.strip():
            database.koer(saetning)


def _status(har: bool, vaerdi: float | None, maal: float | None, naeste: float | None) -> str:
    if vaerdi is None:
        return "ingen_data"
    if maal is None:
        return "foer_foerste_milepael" if har else "uden_milepael"
    if naeste is not None and vaerdi >= naeste:
        return "foran"
    return "naaet" if vaerdi >= maal else "ikke_naaet"


@contextmanager
def tom_fil(plan: Plan) -> Iterator[Fil]:
    """An empty published file that reports April 2021."""
    with aabn() as database:
        koer_fil(database, TABELLER)
        database.indsaet("milepael", [
            {"plan_id": PLAN, "indikator_id": i.id, **m.model_dump()}
            for i in plan.indikatorer
            for m in i.milepaele
        ])  # fmt: skip
        ny = Fil(database, plan)
        ny.opgoer("2021-04")
        yield ny


@pytest.fixture
def fil(plan: Plan) -> Iterator[Fil]:
    """An empty published file of one test's own."""
    with tom_fil(plan) as ny:
        yield ny


Rapport = Callable[..., str]


@pytest.fixture
def rapport(fil: Fil, plan: Plan, tmp_path: Path) -> Rapport:
    """Write the reports and read one team's, or the department's."""
    from pipeline.reports import Rapporter, mappenavn

    def laes(team_id: str = "ALLE") -> str:
        Rapporter(fil.database, plan).skriv(tmp_path)
        return (tmp_path / mappenavn(team_id) / "rapport.html").read_text(encoding="utf-8")

    return laes
