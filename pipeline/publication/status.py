"""Published results of one period, for the terminal and for scripts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.base.database import Database, of_this_version, open_file
from pipeline.base.errors import EarlierPublication, NothingPublished, UsageFault
from pipeline.base.names import choose_team
from pipeline.base.periods import read_periode
from pipeline.base.text import enumeration

WORDS = {
    "maaned": ("måneden", "månederne"),
    "kvartal": ("kvartalet", "kvartalerne"),
    "tertial": ("tertialet", "tertialerne"),
    "aar": ("året", "årene"),
}
_COUNTS = ("naevner", "baseline_naevner")


class PublishedPlan(NamedTuple):
    """A plan's title and kind; `slags` is None in a publication that does not say."""

    titel: str
    slags: str | None


@dataclass(frozen=True)
class Status:
    """Results of one period and team, one row per plan, indicator and source.

    The plans stand in the order of the run and the indicators in the plan's, the main source first.
    `plans` are those shown, by id.
    """

    periode: str
    periodetype: str
    team_id: str
    opgjort_pr: date
    foreloebig: bool
    rows: tuple[dict[str, Any], ...]
    plans: Mapping[str, PublishedPlan] = field(default_factory=dict)


def fetch_status(file: Path, periode: str | None, team: str | None, plan_id: str | None = None) -> Status:
    """Read the published file: without a period the reported one, without a team ALLE, without a plan all.

    Raises:
        NothingPublished: there is no such file.
        UsageFault: it holds no such plan, period or team.
    """
    if not file.is_file():
        raise NothingPublished(file)
    with open_file(file) as database:
        if not of_this_version(database):
            raise EarlierPublication(file)
        plans = published_plans(database, plan_id)
        name = read_periode(periode).periode if periode else database.value("select periode from opgoerelse")
        chosen = {"periode": name, "plan_id": plan_id}
        found = database.rows("published", "status_periode", **chosen)
        if not found:
            raise UsageFault(f"Perioden {name} er ikke udgivet; {published_periods(database, plan_id)}.")
        teams = database.rows("published", "status_teams", **chosen)
        team_id = choose_team(team or "ALLE", (r["team_id"] for r in teams), f"har ingen resultater i {name}")
        rows = [_counted(r) for r in database.rows("published", "status", team_id=team_id, **chosen)]
    return Status(team_id=team_id, rows=tuple(rows), plans=plans, **found[0])


def published_plans(database: Database, plan_id: str | None = None) -> dict[str, PublishedPlan]:
    """The plans in the published file, by id, in the order of the run; or the one asked for.

    Raises:
        UsageFault: it does not hold the plan asked for; the message names those it does.
    """
    plans = {
        r["plan_id"]: PublishedPlan(r["titel"], r.get("slags"))
        for r in database.fetch("from plan order by orden")
    }
    if plan_id is None:
        return plans
    if plan_id not in plans:
        raise UsageFault(f"Planen {plan_id!r} er ikke udgivet; det er {enumeration(list(plans))}.")
    return {plan_id: plans[plan_id]}


def _counted(row: dict[str, Any]) -> dict[str, Any]:
    """A denominator that is a count is a whole number; that of a rate has decimals where it needs them."""
    whole = {k: int(row[k]) for k in _COUNTS if row[k] is not None and row[k] == int(row[k])}
    return {**row, **whole}


def published_periods(database: Database, plan_id: str | None) -> str:
    """The first and the last period of each kind that are."""
    rows = database.rows("published", "status_perioder", plan_id=plan_id)
    span = {r["periodetype"]: (r["foerste"], r["sidste"]) for r in rows}
    told = []
    for type_, (one, several) in WORDS.items():
        first, last = span.get(type_, (None, None))
        told += [f"{one} {first}" if first == last else f"{several} {first} til {last}"] if first else []
    return f"det er {enumeration(told)}"
