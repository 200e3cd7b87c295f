"""Publishes typed rows drawn in a test, by the same steps as a run, and draws what comes out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from pipeline.base.database import open_database
from pipeline.base.periods import read_periode
from pipeline.definitions.drawn import table, typed
from pipeline.definitions.extracts import read_extracts
from pipeline.definitions.plans import Plan, read_plan
from pipeline.economist.examples import Answer
from pipeline.indicators.calculate import calculate
from pipeline.indicators.laid import Extracts, lay
from pipeline.publication.contents import copy_extracts
from pipeline.stages.check import collect_publication

SLAGELSE = read_plan("slagelse_2021_2023")
BOOKKEEPING = ("leverance_fil", "karantaene")
LEVERANCE = {
    "leverance_id": "L1",
    "udtraeksdato": date(2021, 12, 31),
    "indlaest_tidspunkt": datetime(2022, 1, 3, 8, 15),  # noqa: DTZ001 - stored without one
    "indhold_sha256": "ab12",
}


def plan_with(plan: Plan, new: Mapping[str, Mapping[str, object]], **changed: object) -> Plan:
    """A plan with some of its indicators, and perhaps itself, changed."""
    indicators = [i.model_copy(update=dict(new.get(i.id, {}))) for i in plan.indikatorer]
    return plan.model_copy(update={"indikatorer": tuple(indicators), **changed})


def _other_plan() -> Plan:
    """A copy that begins later, turns the order around, and holds three indicators against a baseline."""
    baseline = {"maaltype": "baseline", "milepaele": (), "baseline": "2021-04"}
    plan = plan_with(
        SLAGELSE,
        {"5.1": baseline, "5.8": {**baseline, "retning": "faldende"}, "7.13": baseline},
        plan_id="aaa_egen_plan",
        titel="Vores egen plan",
        foerste_periode="2021-02",
    )
    return plan.model_copy(update={"indikatorer": plan.indikatorer[::-1]})


PLANS = (SLAGELSE, _other_plan())
"""Two plans with the same ids; the one that leads is not the first by name."""


def publish(
    data: Extracts,
    file: Path,
    *,
    udtraeksdato: date = date(2021, 12, 31),
    periode: str = "2021-12",
    plans: Sequence[Plan] = (),
) -> Path:
    """Write the published file of these typed rows; rows of `BOOKKEEPING` stand beside the delivery L1."""
    with open_database([file.parent]) as database:
        database.run("attach ':memory:' as lev")
        database.use("lev")
        database.run_file("intake", "delivery_tables")
        leverance = {**LEVERANCE, "udtraeksdato": udtraeksdato}
        database.insert("lev.main.leverance", [{**leverance, "definition_sha256": "cd34"}])
        database.use("lev", "data")
        lay(database, {name: rows for name, rows in data.items() if name not in BOOKKEEPING})
        database.attach(file, "ud", writable=True)
        reported, all_ = read_periode(periode), plans or [SLAGELSE]
        calculate(database, all_, reported, udtraeksdato)
        copy_extracts(database, read_extracts())
        collect_publication(database, [], all_[0], reported, udtraeksdato)
        database.insert("ud.leverance", [leverance])
        for table_name in BOOKKEEPING:
            database.insert(f"ud.{table_name}", data.get(table_name, ()))
        database.use("memory")
        database.detach("ud")
    return file


def drawn_delivery(extracts: Mapping[str, str]) -> Extracts:
    """Drawn tables as typed rows; amounts are read as such."""
    books = {name: table(text) for name, text in extracts.items() if name in BOOKKEEPING}
    typed_rows = typed({name: text for name, text in extracts.items() if name not in BOOKKEEPING})
    for row in typed_rows.get("udgifter", ()):
        for column in ("beloeb", "budget"):
            row[column] = Decimal(str(row[column])) if row.get(column) else None
    return {**typed_rows, **{name: [_book(r) for r in rows] for name, rows in books.items()}}


def _book(row: Mapping[str, str]) -> dict[str, object]:
    figures = {"linje", "laest", "accepteret", "dubletter", "karantaene", "advarsler"}
    return {
        "leverance_id": "L1",
        **{k: (int(v) if k in figures else v) if v else None for k, v in row.items()},
    }


def sign(reply: Answer) -> list[dict[str, str]]:
    """An answer as it is drawn: days 2021-04-30, yes and no as ja and nej, missing as empty."""
    return [dict(zip(reply.columns, map(_shown, row), strict=True)) for row in reply.rows]


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, float):
        return repr(value + 0.0).removesuffix(".0")
    return str(value)


def outcome(text: str) -> Sequence[Mapping[str, str]]:
    """The rows of one drawn answer, in their order."""
    return table(text)
