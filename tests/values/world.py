"""A plan of one indicator drawn as text: its judged rows in, its results out.

Rows are drawn with the columns `periode` (the month), `team`, `udfald`, `vaerdi`, `kategori`, `gruppe`,
`kilde`, `ved_slut` and `antal` (how many such rows); a column that is not drawn has its usual value.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

import duckdb

from pipeline.base.database import Database, open_database
from pipeline.indicators.results import write_results

Row = dict[str, Any]

LENGTHS = {"maaned": 1, "kvartal": 3, "tertial": 4, "aar": 12}

DEFINITIONS = """
create table ud.plan (plan_id varchar, titel varchar, organisation varchar, start_dato date,
    slut_dato date, orden integer);
create table ud.indikator (plan_id varchar, indikator_id varchar, kilde varchar, art varchar,
    vaerditype varchar, retning varchar, maaltype varchar, tilsyn_foerer boolean, orden integer,
    baseline varchar);
create table ud.kategori (plan_id varchar, indikator_id varchar, kategori varchar, tekst varchar,
    orden integer);
create table ud.milepael (plan_id varchar, indikator_id varchar, dato date, procent double,
    slutmaal boolean, vedtaget date);
create table ud.periode (plan_id varchar, periodetype varchar, periode varchar, foerste_dag date,
    sidste_dag date, opgjort_pr date, foreloebig boolean);
create temp table periodemaaned (plan_id varchar, periodetype varchar, periode varchar, maaned varchar,
    er_sidste boolean);
create temp table raekke (plan_id varchar, indikator_id varchar, kilde varchar, periode varchar,
    enhed_id varchar, team_id varchar, udfald varchar, vaerdi double, kategori varchar, gruppe varchar,
    ved_slut boolean);
create temp table eksponering (plan_id varchar, indikator_id varchar, kilde varchar, periode varchar,
    team_id varchar, antal bigint);
create temp table uopgjort_indikator (plan_id varchar, indikator_id varchar, grund varchar);
create table teams (team_id varchar, aktiv_fra date, aktiv_til date);
"""


@dataclass(frozen=True)
class World:
    """One indicator, and what the run knows around it."""

    vaerditype: str = "andel"
    art: str = "haendelse"
    maaltype: str = "ingen"
    retning: str = "stigende"
    kilde: str = "dubu"
    tilsyn_foerer: bool = False
    baseline: str | None = None
    rows: str = "periode\n"
    milepaele: str = "dato | procent | vedtaget\n"
    kategorier: Sequence[str] = ()
    eksponering: str = "periode | team | antal\n"
    teams: str = "team | aktiv_fra | aktiv_til\nT1 | |"
    first: str = "2021-01"
    last: str = "2021-12"
    delivery: date = date(2022, 3, 1)
    uncounted: bool = False
    threads: int | None = None
    plan_ids: Sequence[str] = ("p",)

    @contextmanager
    def calculated(self) -> Iterator[Database]:
        """The database after the results are written."""
        with self.opened() as database:
            self.fill(database)
            write_results(database)
            yield database

    def results(self, **wanted: object) -> list[Row]:
        """The rows of `indikator_resultat` that have these values."""
        return self.table("indikator_resultat", **wanted)

    def result(self, **wanted: object) -> Row:
        """The one row that has these values; December for the whole department, unless said."""
        usual = {"periodetype": "maaned", "periode": "2021-12", "team_id": "ALLE", "kilde": self.kilde}
        (row,) = self.results(**(usual | wanted))
        return row

    def figures(self, columns: str, **wanted: object) -> tuple[Any, ...]:
        """Some columns of the one row that has these values; see `result`."""
        row = self.result(**wanted)
        return tuple(row[column] for column in columns.split())

    def table(self, name: str, **wanted: object) -> list[Row]:
        """The rows of one of the tables that have these values, in order."""
        rows = self._tables[name]
        return [row for row in rows if all(row[column] == value for column, value in wanted.items())]

    @cached_property
    def _tables(self) -> dict[str, list[Row]]:
        """What comes of the drawing, calculated once whatever is asked of it."""
        with self.calculated() as database:
            return {
                name: table(database, name) for name in database.tables("ud") if name.startswith("indikator_")
            }

    def opened(self) -> Database:
        """An empty database of the program, or one with a number of threads."""
        if self.threads is None:
            return open_database()
        # The program's own door shuts the configuration, so a number of threads is set from outside.
        config = {"threads": self.threads, "preserve_insertion_order": False}
        return Database(duckdb.connect(":memory:", config=config))

    def fill(self, database: Database) -> None:
        """Make everything `write_results` reads."""
        database.run("attach ':memory:' as ud")
        for statement in DEFINITIONS.split(";\n"):
            database.run(statement)
        for plan_id in self.plan_ids:
            self._fill_plan(database, plan_id)
        database.insert("teams", [_typed(row, team="team_id") for row in drawn(self.teams)])

    def _fill_plan(self, database: Database, plan_id: str) -> None:
        key = {"plan_id": plan_id, "indikator_id": "1"}
        names = ("vaerditype", "art", "maaltype", "retning", "kilde", "tilsyn_foerer", "baseline")
        database.insert("ud.indikator", [key | {name: getattr(self, name) for name in names} | {"orden": 1}])
        database.insert("ud.kategori", [key | {"kategori": k, "tekst": k} for k in self.kategorier])
        database.insert("ud.milepael", [key | _typed(row) for row in drawn(self.milepaele)])
        periods = list(periods_between(self.first, self.last, self.delivery))
        database.insert("ud.periode", [{"plan_id": plan_id} | period for period, _ in periods])
        database.insert(
            "periodemaaned", [{"plan_id": plan_id} | month for _, months in periods for month in months]
        )
        source = {"kilde": self.kilde}
        for row in drawn(self.rows):
            usual = {"team_id": "T1", "udfald": "opfyldt", "ved_slut": False} | source
            self._repeat(database, key | usual | _typed(row, team="team_id"))
        exposed = [key | source | _typed(row, team="team_id") for row in drawn(self.eksponering)]
        database.insert("eksponering", exposed)
        if self.uncounted:
            database.run(
                "insert into uopgjort_indikator select plan_id, indikator_id, 'mangler' from ud.indikator"
            )

    def _repeat(self, database: Database, row: Row) -> None:
        times = int(row.pop("antal", 1))
        database.run(
            "insert into raekke by name select unnest($row, recursive := true) from range($times)",
            row=row,
            times=times,
        )


def table(database: Database, name: str) -> list[Row]:
    """All rows of a published table, in order."""
    return database.fetch("select * from query_table($name) order by all", name=f"ud.{name}")


def drawn(text: str) -> list[dict[str, str]]:
    """The rows of a drawn table, as text."""
    head, *lines = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    return [dict(zip(head, line, strict=True)) for line in lines]


def _typed(row: Mapping[str, str], **renamed: str) -> Row:
    """An empty cell is missing; the database casts the texts to its columns' types."""
    return {renamed.get(name, name): value for name, value in row.items() if value}


def periods_between(first: str, last: str, delivery: date) -> Iterator[tuple[Row, list[Row]]]:
    """Each computed period with the months it holds, by the words of the contract, section 2."""
    start, end, known = _number(first), _number(last), _number(str(delivery)[:7])
    for periodetype, length in LENGTHS.items():
        for month in range(start - start % length, end + 1, length):
            if month >= start and month + length - 1 <= end and month <= known:
                yield _period(periodetype, month, month + length - 1, delivery)
    for month in range(start, min(end, known) + 1):
        yield _period("rullende12", month - 11, month, delivery)


def _period(periodetype: str, first: int, last: int, delivery: date) -> tuple[Row, list[Row]]:
    year, month = divmod(last, 12)
    letter = {"kvartal": f"-K{month // 3 + 1}", "tertial": f"-T{month // 4 + 1}", "aar": ""}
    name = f"{year}{letter.get(periodetype, f'-{month + 1:02}')}"
    key: Row = {"periodetype": periodetype, "periode": name}
    until = _first_day(last + 1) - timedelta(days=1)
    days = {"foerste_dag": _first_day(first), "sidste_dag": until, "opgjort_pr": min(until, delivery)}
    held = range(first, min(last, _number(str(delivery)[:7])) + 1)
    months = [key | {"maaned": str(_first_day(m))[:7], "er_sidste": m == held[-1]} for m in held]
    return key | days | {"foreloebig": delivery < until}, months


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _first_day(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)
