"""Run the indicators of every plan: one SQL file each states its units, one per kind judges them.

The caller gives a database whose unqualified names mean the typed extracts, with the database to be
published attached, writable, as `ud`. No loop runs over months, teams or rows: all plans and periods
are judged at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from pipeline.base.database import Database
from pipeline.base.periods import Periode, perioder
from pipeline.definitions.fingerprints import plan_sha256
from pipeline.definitions.plans import Indicator, Plan
from pipeline.indicators.own_sql import gather_own, is_own
from pipeline.indicators.results import write_results
from pipeline.indicators.working_days import lay_holidays

KINDS = {
    "frist": ("frist_enhed", "frist"),
    "haendelse": ("haendelse",),
    "beholdning": ("beholdning",),
    "kadence": ("kadence_led", "kadence"),
}
"""The kinds of units, each with the files in `sql/kinds` that judge them (contract, section 2)."""

SHARED = (
    "regler", "koder", *(f"enhed_{kind}" for kind in KINDS), "enhed_eksponering", "uopgjort",
    "indsatser", "sager", "undersoegelser", "arbejdsdage", "bedoemmelse", "ansvar", "raadgivere",
)  # fmt: skip
"""What units share, in the order it is made: rules, empty tables, and views by what they are about."""


@dataclass(frozen=True)
class Uncounted:
    """What a delivery cannot tell: reasons by plan_id and indicator id; with `reviews` no review answers."""

    reasons: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    reviews: bool = False

    def why(self, plan: Plan, indicator: Indicator) -> str | None:
        """Why an indicator cannot be computed; None where it can."""
        return self.reasons.get(plan.plan_id, {}).get(indicator.id)


def calculate(
    database: Database,
    plans: Sequence[Plan],
    reported: Periode,
    udtraeksdato: date,
    uncounted: Uncounted | None = None,
) -> None:
    """Fill `ud`: the plans' definitions, their periods, every judged row and result, and the fristliste.

    `plans` stand in the order of the run, the first one leading; each has a period to compute.
    `uncounted` are those of their indicators that have nothing to measure, where empty extracts would make
    them 0.
    """
    judge_units(database, plans, reported, udtraeksdato, uncounted)
    write_results(database)
    database.run_file("results", "indikator_start")
    database.run_file("results", "fristliste")


def judge_units(
    database: Database,
    plans: Sequence[Plan],
    reported: Periode,
    udtraeksdato: date,
    uncounted: Uncounted | None = None,
) -> None:
    """As `calculate`, as far as the judged rows: what comes of each unit, and no results yet."""
    database.run_file("results", "tabeller")
    _insert_definitions(database, plans)
    periods = [row for plan in plans for row in _periods(plan, reported, udtraeksdato)]
    database.insert("ud.periode", periods)
    database.set_variable("udtraeksdato", udtraeksdato.isoformat())
    database.set_variable("opgjort_pr", reported.opgjort_pr(udtraeksdato).isoformat())
    database.run_file("kinds", "kalender")
    prepare(database)
    files = {plan.unit_file(indicator) for plan in plans for indicator in plan.indikatorer}
    lay_holidays(database, files, udtraeksdato)
    for plan in plans:
        for indicator in plan.indikatorer:
            gather_indicator(database, plan, indicator, uncounted)
    if not (uncounted and uncounted.reviews):
        database.run_file("kinds", "tilsyn")
    for file in (*chain.from_iterable(KINDS.values()), "raekker", "optaelling"):
        database.run_file("kinds", file)


def prepare(database: Database) -> None:
    """Make the shared rules and views, and the empty tables that units are gathered in."""
    for file in SHARED:
        database.run_file("kinds", file)


def gather_indicator(
    database: Database, plan: Plan, indicator: Indicator, uncounted: Uncounted | None = None
) -> None:
    """Gather an indicator's units; of one that cannot be computed there are none, and the reason is kept."""
    tell_indicator(database, plan, indicator)
    if uncounted and (why := uncounted.why(plan, indicator)):
        database.insert("uopgjort_indikator", [{**_key(plan, indicator), "grund": why}])
    elif is_own(file := plan.unit_file(indicator)):
        gather_own(database, plan, indicator, file)
    else:
        database.run_path(file, indicator.beregning.parametre)


def tell_indicator(database: Database, plan: Plan, indicator: Indicator) -> None:
    """Tell the SQL to come which plan and indicator its units are of."""
    database.set_variable("plan_id", plan.plan_id)
    database.set_variable("plan_start", plan.start_dato.isoformat())
    database.set_variable("indikator_id", indicator.id)
    database.set_variable("kilde", indicator.kilde)


def _insert_definitions(database: Database, plans: Sequence[Plan]) -> None:
    database.insert(
        "ud.plan",
        [
            {**plan.model_dump(include=set(_PLAN_FIELDS)), "orden": order, "plan_sha256": plan_sha256(plan)}
            for order, plan in enumerate(plans, start=1)
        ],
    )
    for table, rows in {
        "ud.indikator": _indicators,
        "ud.kategori": _categories,
        "ud.milepael": _milestones,
        "ud.reference": _references,
    }.items():
        database.insert(table, [row for plan in plans for row in rows(plan)])


_PLAN_FIELDS = ("plan_id", "titel", "organisation", "start_dato", "slut_dato", "slags")
_INDICATOR_FIELDS = (
    "udviklingspunkt", "titel", "spoergsmaal", "kilde", "planens_maaling", "art", "vaerditype", "enhed",
    "retning", "taeller_tekst", "naevner_tekst", "lovgrundlag", "antagelse", "maaltype", "tilsyn_foerer",
    "vaerdienhed", "baseline",
)  # fmt: skip

Row = dict[str, object]


def _key(plan: Plan, indicator: Indicator) -> Row:
    return {"plan_id": plan.plan_id, "indikator_id": indicator.id}


def _indicators(plan: Plan) -> Iterator[Row]:
    for order, indicator in enumerate(plan.indikatorer, start=1):
        fields = {field: getattr(indicator, field) for field in _INDICATOR_FIELDS}
        yield {**_key(plan, indicator), **fields, "orden": order}


def _categories(plan: Plan) -> Iterator[Row]:
    for indicator in plan.indikatorer:
        for order, (category, text) in enumerate((indicator.kategorier or {}).items(), start=1):
            yield {**_key(plan, indicator), "kategori": category, "tekst": text, "orden": order}


def _milestones(plan: Plan) -> Iterator[Row]:
    for indicator in plan.indikatorer:
        for milepael in indicator.milepaele:
            yield {**_key(plan, indicator), **milepael.model_dump()}


def _references(plan: Plan) -> Iterator[Row]:
    for indicator in plan.indikatorer:
        for reference in indicator.referencer:
            yield {**_key(plan, indicator), **reference.model_dump()}


def _periods(plan: Plan, reported: Periode, udtraeksdato: date) -> Iterator[Row]:
    for periode in perioder(reported, udtraeksdato, plan.first_month.first):
        yield {
            "plan_id": plan.plan_id,
            "periodetype": periode.periodetype,
            "periode": periode.periode,
            "foerste_dag": periode.first,
            "sidste_dag": periode.last,
            "opgjort_pr": periode.opgjort_pr(udtraeksdato),
            "foreloebig": periode.preliminary(udtraeksdato),
        }
