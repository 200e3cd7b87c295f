"""A published file with the contract's columns, filled by the test, and the plan's own definitions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from math import sqrt
from pathlib import Path

import pytest

from pipeline.base.database import Database, open_database
from pipeline.base.periods import Periode, all_perioder, maaned, read_periode, rolling_to
from pipeline.definitions.plan_models import Plan
from pipeline.definitions.plans import read_plan
from pipeline.reports.facts import Facts, fetch_facts
from tests.reports.own_plan import database as database
from tests.reports.own_plan import own as own

PLAN = "slagelse_2021_2023"
TABLES = Path(__file__).with_name("published.sql")
LEVERANCE = Path(__file__).with_name("delivery.sql")


@pytest.fixture(scope="session")
def plan() -> Plan:
    return read_plan(PLAN)


def wilson(k: int, n: int) -> tuple[float, float]:
    """Wilson's 95 % interval in percent, exact at the ends."""
    z = 1.959963984540054
    p = k / n
    middle, width = p + z * z / (2 * n), z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    lower, upper = (100 * (middle + s * width) / (1 + z * z / n) for s in (-1, 1))
    return (0.0 if k == 0 else lower, 100.0 if k == n else upper)


@dataclass
class File:
    """What a test publishes; every method adds rows and every default is harmless."""

    database: Database
    plan: Plan
    periode: Periode = field(default_factory=lambda: read_periode("2021-04"))
    _waiting: dict[tuple[str, ...], list[dict[str, object]]] | None = None

    def set_(self, table: str, **fields: object) -> None:
        """Append one row; columns not named are missing."""
        if self._waiting is None:
            self.database.insert(table, [fields])
        else:
            self._waiting[table, *fields].append(fields)

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Append the rows of a block together at its end: where there are many, that is most of a test."""
        self._waiting = waiting = defaultdict(list)
        yield
        self._waiting = None
        for (table, *_), rows in waiting.items():
            self.database.insert(table, rows)

    def calculate(self, periode: str, udtraeksdato: date | None = None) -> None:
        """Report this period, drawn on its last day unless another day is given."""
        self.periode = p = read_periode(periode)
        extract = udtraeksdato or p.last
        self.database.run("delete from opgoerelse")
        self.set_(
            "opgoerelse", plan_id=PLAN, periode=p.periode, periodetype=p.periodetype, foerste_dag=p.first,
            sidste_dag=p.last, opgjort_pr=p.opgjort_pr(extract), udtraeksdato=extract, leverance_id="L1",
            foreloebig=p.preliminary(extract), program_version="9.9.9",
        )  # fmt: skip
        self.database.run("delete from periode")
        month_row = {"plan_id": PLAN, "periodetype": "maaned"}
        self.database.insert("periode", [
            {**month_row, "periode": month.periode, "foerste_dag": month.first} for month in self.months()
        ])  # fmt: skip

    def months(self) -> tuple[Periode, ...]:
        """The plan's months up to the reported period's last."""
        return all_perioder(maaned(self.periode.last.replace(day=1)), self.plan.first_month.first)

    def facts(self) -> Facts:
        """What the reports read of it."""
        (facts,) = fetch_facts(self.database, [self.plan])
        return facts

    def remark(self, number: int, text: str) -> None:
        """One remark about the run."""
        self.set_("bemaerkning", nr=number, tekst=text)

    def team(self, team_id: str, name: str) -> None:
        """One team's public row."""
        self.set_("teams", team_id=team_id, navn=name)

    def result(
        self, indikator_id: str, team_id: str, k: int, n: int, *, periode: str | None = None,
        rolling: bool = False, source: str | None = None, undtaget: int = 0, afventer: int = 0,
        leads: bool | None = None,
    ) -> None:  # fmt: skip
        """One share, judged against the plan's milestones as the contract says; the main source leads.

        `leads`: whether this source does, which the results decide for the whole row.
        """
        p = read_periode(periode) if periode else self.periode
        p = rolling_to(p) if rolling else p
        indicator = self.plan.indicator(indikator_id)
        in_force = next((m for m in reversed(indicator.milepaele) if m.dato <= p.last), None)
        next_ = next((m for m in indicator.milepaele if m.dato > p.last), None)
        value = 100 * k / n if n else None
        lower, upper = wilson(k, n) if n else (None, None)
        target = in_force.procent if in_force else None
        self.set_(
            "indikator_resultat", plan_id=PLAN, indikator_id=indikator_id, kilde=source or indicator.kilde,
            periodetype=p.periodetype, periode=p.periode, team_id=team_id, taeller=k, naevner=n,
            undtaget=undtaget, afventer=afventer, vaerdi=value, ki_nedre=lower, ki_oevre=upper,
            milepael_procent=target, milepael_dato=in_force.dato if in_force else None,
            naeste_procent=next_.procent if next_ else None, naeste_dato=next_.dato if next_ else None,
            afstand_pp=value - target if value is not None and target is not None else None,
            status=_status(bool(indicator.milepaele), value, target, next_.procent if next_ else None),
            usikker=bool(n and target is not None and (n < 5 or lower < target < upper)), foreloebig=False,
            foerer=leads if leads is not None else source in {None, indicator.kilde},
        )  # fmt: skip

    def value(
        self, indikator_id: str, team_id: str, vaerdi: float | None, n: float, **fields: object
    ) -> None:
        """One result of another kind of value than a share; by default nothing is promised of it."""
        indicator, p = self.plan.indicator(indikator_id), self.periode
        row = {
            "plan_id": PLAN, "indikator_id": indikator_id, "team_id": team_id, "vaerdi": vaerdi, "naevner": n,
            "kilde": indicator.kilde, "periodetype": p.periodetype, "periode": p.periode, "undtaget": 0,
            "afventer": 0, "status": "uden_milepael", "usikker": n < 5, "foreloebig": False, "foerer": True,
        }  # fmt: skip
        self.set_("indikator_resultat", **{**row, **fields})

    def shortfall(
        self, indikator_id: str, team_id: str | None, enhed_id: str, *, sag_id: str | None = "S1",
        raadgiver_id: str | None = "R1", source: str | None = None, frist: date | None = None,
        day: date | None = None, reason: str = "mangler", udfald: str = "ikke_opfyldt",
        team_siden: date | None = None,
    ) -> None:  # fmt: skip
        """One row of indikator_raekke in the reported period."""
        indicator, p = self.plan.indicator(indikator_id), self.periode
        self.set_(
            "indikator_raekke", plan_id=PLAN, indikator_id=indikator_id, kilde=source or indicator.kilde,
            periodetype="maaned", periode=self.months()[-1].periode, enhed_id=enhed_id, sag_id=sag_id,
            team_id=team_id, raadgiver_id=raadgiver_id, referencedato=day or frist or p.last,
            frist_dato=frist, haendelsesdato=day, udfald=udfald, aarsag=reason, team_siden=team_siden,
        )  # fmt: skip

    def frist(
        self, indikator_id: str, team_id: str, enhed_id: str, frist: date, *, sag_id: str | None = "S1",
        raadgiver_id: str | None = "R1",
    ) -> None:  # fmt: skip
        """One open deadline, overdue or coming as of the reported day."""
        now = self.database.value("select opgjort_pr from opgoerelse")
        self.set_(
            "fristliste", plan_id=PLAN, indikator_id=indikator_id, enhed_id=enhed_id, sag_id=sag_id,
            team_id=team_id, raadgiver_id=raadgiver_id, frist_dato=frist, dage=abs((frist - now).days),
            tilstand="overskredet" if frist <= now else "kommende",
        )  # fmt: skip

    def activity(
        self, milepael_id: str, status: str, day: date | None = None, count: int | None = None,
        i_alt: int | None = None,
    ) -> None:  # fmt: skip
        """What was reported of one activity."""
        self.set_(
            "milepaelsstatus",
            plan_id=PLAN,
            milepael_id=milepael_id,
            status=status,
            dato=day,
            antal=count,
            i_alt=i_alt,
        )

    def sag(self, sag_id: str, team_id: str, raadgiver_id: str | None = "R1", **fields: object) -> None:
        """One case, and who has had it from the day it was opened."""
        created = fields.pop("oprettet_dato", date(2021, 1, 4))
        self.set_("sager", sag_id=sag_id, barn_id=f"B-{sag_id}", oprettet_dato=created, **fields)
        self.distribute(sag_id, team_id, created, raadgiver_id)

    def distribute(self, sag_id: str, team_id: str, since: object, raadgiver_id: str | None = "R1") -> None:
        """Who holds a case from a day."""
        self.set_("sagsfordeling", sag_id=sag_id, team_id=team_id, fra_dato=since, raadgiver_id=raadgiver_id)

    def leverance(self) -> File:
        """Attach a delivery: its confidential rows and the warnings of the intake."""
        run_file(self.database, LEVERANCE)
        return self

    def comment(self, indikator_id: str, team_id: str, periode: str, text: str, **fields: object) -> None:
        """A leader's word on a figure."""
        self.set_(
            "lev.data.kommentarer", plan_id=PLAN, indikator_id=indikator_id, team_id=team_id, periode=periode,
            tekst=text, **fields,
        )  # fmt: skip

    def reply(self, maalepunkt: str, team_id: str, reply: str, *, day: date, **fields: object) -> None:
        """One answer of a case review."""
        self.set_(
            "lev.data.tilsynssvar",
            **{"tilsyn_id": "G1", "sag_id": "S1", "raadgiver_id": "R1", **fields},
            maalepunkt=maalepunkt, team_id=team_id, gennemgaaet_dato=day, svar=reply,
        )  # fmt: skip

    def raadgiver(self, raadgiver_id: str, name: str) -> None:
        """A caseworker's name."""
        self.set_("lev.data.raadgivere", raadgiver_id=raadgiver_id, navn=name)

    def warning(self, extract: str, line: int, column: str, reason: str, **raw: object) -> None:
        """One warning of the intake, and the raw row it is about."""
        self.set_("lev.advarsel", extract=extract, linje=line, kolonne=column, aarsag=reason)
        self.set_(f"lev.raa.{extract}", linje=line, **raw)

    def publish_earlier(self) -> None:
        """Keep the results as they are now as those published before."""
        self.database.run("attach ':memory:' as tidligere")
        self.database.run("create table tidligere.indikator_resultat as from indikator_resultat")


def run_file(database: Database, file: Path) -> None:
    """Every statement of a test's SQL file."""
    for sentence in file.read_text(encoding="utf-8").split(";\n"):
        if sentence.strip():
            database.run(sentence)


def _status(has: bool, value: float | None, target: float | None, next_: float | None) -> str:
    if value is None:
        return "ingen_data"
    if target is None:
        return "foer_foerste_milepael" if has else "uden_milepael"
    if next_ is not None and value >= next_:
        return "foran"
    return "naaet" if value >= target else "ikke_naaet"


@contextmanager
def empty_file(plan: Plan) -> Iterator[File]:
    """An empty published file that reports April 2021."""
    with open_database() as database:
        run_file(database, TABLES)
        database.insert("plan", [{"plan_id": PLAN, "orden": 1}])
        database.insert("indikator", [
            {"plan_id": PLAN, "indikator_id": i.id, "kilde": i.kilde, "art": i.art} for i in plan.indikatorer
        ])  # fmt: skip
        database.insert("milepael", [
            {"plan_id": PLAN, "indikator_id": i.id, **m.model_dump()}
            for i in plan.indikatorer
            for m in i.milepaele
        ])  # fmt: skip
        new = File(database, plan)
        new.calculate("2021-04")
        yield new


@pytest.fixture
def file(plan: Plan) -> Iterator[File]:
    """An empty published file of one test's own."""
    with empty_file(plan) as new:
        yield new


Report = Callable[..., str]


@pytest.fixture
def report(file: File, tmp_path: Path) -> Report:
    """Write one team's papers, or the department's, and read its report."""

    def read(team_id: str = "ALLE") -> str:
        return written_report(file, tmp_path, team_id)

    return read


def written_report(file: File, folder: Path, team_id: str) -> str:
    """A reader's report after its papers are written, as `Reports.write` has them written for everybody."""
    from pipeline.reports.build import WITH_REPORT, readers_of, write_for

    facts = [file.facts()]
    readers = [r for r in readers_of(facts) if r.team_id == team_id and r.audience in WITH_REPORT]
    write_for(facts, (), folder, readers)
    return (folder / readers[0].folder / "rapport.html").read_text(encoding="utf-8")
