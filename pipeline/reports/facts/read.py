"""Read everything the reports need out of the candidate, the delivery and the last publication."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING, fields, replace
from datetime import date
from typing import Any, TypeVar

from pipeline.base.database import Database
from pipeline.base.errors import InternalError
from pipeline.base.periods import add_months, end_of_month, read_periode, shifted
from pipeline.definitions.plan_models import Plan
from pipeline.reports.facts.cases import Caseworker, Finding, Frist, Reply, Shortfall, Step
from pipeline.reports.facts.model import Facts, Run, rolling_to
from pipeline.reports.facts.reading import Reading, fetch_reading
from pipeline.reports.facts.rows import (
    ActivityStatus,
    Agreement,
    ChosenTheme,
    Comment,
    Group,
    Opgoerelse,
    Result,
    Review,
    Revision,
    Share,
    Spending,
    Start,
    TakenOver,
    Team,
)
from pipeline.reports.facts.same import Questions, questions, with_repeats

LEVERANCE = "lev"
EARLIER = "tidligere"
REVIEWS = "gennemgang"
"""Names that the delivery's file, the last publication's results and the store of the reviews are attached
under, where there are any."""

Rows = Iterable[Mapping[str, Any]]
_T = TypeVar("_T")


def fetch_facts(database: Database, plans: Sequence[Plan], steps: Sequence[str] = ()) -> tuple[Facts, ...]:
    """Read everything the reports need, once for all plans: the facts of each, in the order of the run.

    What the delivery and the last publication tell is read where they are attached. `steps` is what the
    municipality calls the steps of its ladder of measures.

    Raises:
        InternalError: the published file does not hold exactly one run, or one of other plans.

    """
    return _Reader(database, steps).facts(plans)


class _Reader:
    """Reads each table once and deals its rows out to the plans."""

    def __init__(self, database: Database, steps: Sequence[str]) -> None:
        self._database, self._steps = database, tuple(steps)
        found = _all(Opgoerelse, database.rows("reports", "opgoerelse"))
        if len(found) != 1:
            raise InternalError(f"Tabellen opgoerelse har {len(found)} rækker; der skal være netop én.")
        self._now = now = found[0]
        self._periode = read_periode(now.periode)
        self._chosen = {"periodetype": now.periodetype, "periode": now.periode}
        self._span = {"fra": self._periode.first, "til": self._periode.last}
        self._before = shifted(self._periode, -1)
        self._attached = {str(r["database_name"]) for r in database.fetch("from duckdb_databases()")}

    def facts(self, plans: Sequence[Plan]) -> tuple[Facts, ...]:
        """The facts of each plan."""
        first = {r["plan_id"]: r["foerste_dag"] for r in self._rows("plans")}
        if (ids := [plan.plan_id for plan in plans]) != list(first):
            raise InternalError(
                f"Rapporterne er bedt om {', '.join(ids)}, men filen er opgjort efter {', '.join(first)}."
            )
        asked, reading = questions(plans), self._reading()
        run, tables = self._run(asked), self._tables()
        facts = [
            replace(
                _facts(run, plan, first[plan.plan_id], tables),
                reading=reading.get(plan.plan_id, Reading()),
            )
            for plan in plans
        ]
        return with_repeats(facts, asked)

    def _reading(self) -> dict[str, Reading]:
        return fetch_reading(self._database, self._now.opgjort_pr) if REVIEWS in self._attached else {}

    def _tables(self) -> dict[str, dict[str, list[Mapping[str, Any]]]]:
        year = rolling_to(self._periode).periode
        tables = {
            "results": self._rows("results", maaned=year, **self._chosen),
            "shares": self._rows("shares", maaned=year, **self._chosen),
            "groups": self._rows("groups", forrige=self._before.periode, **self._chosen),
            "taken_over": self._rows(
                "taken_over", foer_fra=self._before.first, foer_til=self._before.last, **self._span
            ),
            "starts": self._rows("starts", **self._chosen),
            "caseworkers": self._rows("caseworkers", **self._span),
            "reviews": self._rows("reviews", **self._span),
            "milepaele": self._rows("milepaele", dag=self._now.sidste_dag),
            "activities": self._rows("activities", dag=self._now.opgjort_pr),
            "revisions": self._revisions(),
            "comments": self._rows("comments") if LEVERANCE in self._attached else [],
        }
        return {name: _grouped(rows, lambda r: r["plan_id"]) for name, rows in tables.items()}

    def _revisions(self) -> list[dict[str, Any]]:
        """None where the last publication is older than the columns it is compared by."""
        if EARLIER not in self._attached:
            return []
        known = set(self._database.columns(f"{EARLIER}.main.indikator_resultat"))
        return self._rows("revisions", **self._chosen) if {"plan_id", "vaerdi"} <= known else []

    def _run(self, asked: Questions) -> Run:
        now = self._now.opgjort_pr
        frister = _all(Frist, self._rows("frister"))
        shortfalls = _all(Shortfall, self._rows("shortfalls", **self._span))
        run = Run(
            opgoerelse=self._now,
            remarks=tuple(r["tekst"] for r in self._rows("remarks")),
            teams=_all(Team, self._rows("teams", **self._chosen)),
            frister=asked.duties(frister),
            shortfalls=asked.duties(shortfalls),
            all_frister=frister,
            all_shortfalls=shortfalls,
            ladder=_all(Step, self._rows("ladder", nu=now, foer=_one_kvartal_before(now))),
            step_names=self._steps,
            spending=_all(Spending, self._rows("spending", fra=self._periode.first, til=now)),
            open_cases={r["team_id"]: r["antal"] for r in self._rows("open_cases", dag=now)},
        )
        run = self._with_leverance(run) if LEVERANCE in self._attached else run
        return self._with_reviews(run) if REVIEWS in self._attached else run

    def _with_reviews(self, run: Run) -> Run:
        """What stands in the store of the reviews alone."""
        return replace(
            run,
            agreements=_all(Agreement, self._rows("agreements")),
            themes=_all(ChosenTheme, self._rows("chosen_themes", periode=run.periode.periode)),
        )

    def _with_leverance(self, run: Run) -> Run:
        """What is read from the delivery because it is never published, or is about its own faults."""
        self._database.run_file("reports", "responsible", dag=run.opgoerelse.opgjort_pr)
        names = {str(r["raadgiver_id"]): str(r["navn"]) for r in self._rows("raadgiver_names")}
        findings = self._rows("registration", dag=run.opgoerelse.opgjort_pr)
        for row in self._rows("extracts_with_warnings"):
            findings += self._warnings(str(row["extract"]))
        return replace(
            run,
            replies=_all(
                Reply, self._rows("replies", fra=self._periode.first, til=run.opgoerelse.opgjort_pr)
            ),
            raadgiver_names=names,
            findings=_all(Finding, findings),
        )

    def _warnings(self, extract: str) -> list[dict[str, Any]]:
        raw = f"{LEVERANCE}.raa.{extract}"
        kept = extract in self._database.tables(f"{LEVERANCE}.raa")  # not where they were too old to be kept
        on_sager = kept and "sag_id" in self._database.columns(raw)
        return self._rows("warnings_on_sager" if on_sager else "warnings", extract=extract, raa=raw)

    def _rows(self, file: str, **parameters: object) -> list[dict[str, Any]]:
        return self._database.rows("reports", file, **parameters)


def _facts(run: Run, plan: Plan, first: date, tables: Mapping[str, Mapping[str, Rows]]) -> Facts:
    own = {name: list(rows.get(plan.plan_id, ())) for name, rows in tables.items()}
    shares = _grouped(own["shares"], _result_key)
    return Facts(
        run=run,
        plan=plan,
        first_maaned=first,
        results={
            key: _one(Result, {**r, "shares": _all(Share, shares.get(key, ()))})
            for r in own["results"]
            for key in [_result_key(r)]
        },
        groups=_groups(own["groups"], run.periode.periode),
        groups_before=_groups(own["groups"], shifted(run.periode, -1).periode),
        taken_over={
            (r["team_id"], r["indikator_id"], r["kilde"], r["hvornaar"]): _one(TakenOver, r)
            for r in own["taken_over"]
        },
        starts={id_: _all(Start, rows) for id_, rows in _grouped(own["starts"], _indicator).items()},
        milepaele={
            id_: tuple((r["dato"], float(r["procent"])) for r in rows)
            for id_, rows in _grouped(own["milepaele"], _indicator).items()
        },
        activities={r["milepael_id"]: _one(ActivityStatus, r) for r in own["activities"]},
        reviews={(r["team_id"], r["indikator_id"]): _one(Review, r) for r in own["reviews"]},
        revisions=_all(Revision, own["revisions"]),
        comments=_all(Comment, own["comments"]),
        caseworkers={
            key: _all(Caseworker, rows)
            for key, rows in _grouped(own["caseworkers"], lambda r: (r["team_id"], r["indikator_id"])).items()
        },
    )


def _groups(rows: Rows, periode: str) -> dict[tuple[str, str, str], tuple[Group, ...]]:
    """Those of one period, by team, indicator and source."""
    own = _grouped((r for r in rows if r["periode"] == periode), _figure_key)
    return {key: _all(Group, of_key) for key, of_key in own.items()}


def _figure_key(r: Mapping[str, Any]) -> tuple[str, str, str]:
    return r["team_id"], r["indikator_id"], r["kilde"]


def _result_key(r: Mapping[str, Any]) -> tuple[str, str, str, str, str]:
    return r["team_id"], r["indikator_id"], r["kilde"], r["periodetype"], r["periode"]


def _indicator(r: Mapping[str, Any]) -> str:
    return str(r["indikator_id"])


def _grouped(rows: Rows, key: Callable[[Mapping[str, Any]], Any]) -> dict[Any, list[Mapping[str, Any]]]:
    found: dict[Any, list[Mapping[str, Any]]] = {}
    for row in rows:
        found.setdefault(key(row), []).append(row)
    return found


def _one(type_: type[_T], row: Mapping[str, Any]) -> _T:
    return type_(**{f.name: row[f.name] for f in fields(type_)})  # type: ignore[arg-type]


def _all(type_: type[_T], rows: Rows) -> tuple[_T, ...]:
    names = [f.name for f in fields(type_) if f.default is MISSING]  # type: ignore[arg-type]
    return tuple(type_(**{name: row[name] for name in names}) for row in rows)


def _one_kvartal_before(day: date) -> date:
    """Three months before; from a month's last day to a month's last day."""
    before = add_months(day, -3)
    return end_of_month(before) if day == end_of_month(day) else before
