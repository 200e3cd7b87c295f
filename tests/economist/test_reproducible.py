"""The same deliveries and plans give the same published rows, whatever the day, the machine and the order."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from pipeline.base.resources import resource
from pipeline.indicators.laid import Extracts
from pipeline.publication.fingerprint import WHEN, fingerprints, of_all
from tests.economist import publication_made
from tests.economist.publication_made import PLANS, publish
from tests.oracle.generator import generate

DATO = date(2021, 9, 15)


def _published(
    data: Extracts, folder: Path, threads: int, monkeypatch: pytest.MonkeyPatch
) -> Mapping[str, str]:
    """What comes of a delivery, by table, with so many threads and taken in on a day of its own."""
    connect = duckdb.connect

    def on_this_machine(*names: str, config: Mapping[str, object] | None = None, **more: object):
        return connect(*names, config={**(config or {}), "threads": threads}, **more)

    moment = datetime(2022, 1, 3) + timedelta(days=threads)  # noqa: DTZ001 - stored without one
    with monkeypatch.context() as patched:
        patched.setattr(duckdb, "connect", on_this_machine)
        patched.setitem(publication_made.LEVERANCE, "indlaest_tidspunkt", moment)
        file = publish(data, folder / f"{threads}.duckdb", udtraeksdato=DATO, periode="2021-09", plans=PLANS)
    tables = fingerprints(file)
    return {**{table.tabel: table.sha256 for table in tables}, "i alt": of_all(tables)}


def test_rows_in_another_order_on_another_day_and_more_threads_give_the_same(tmp_path, monkeypatch):
    """Also where two rows are as good as each other; another row is another fingerprint."""
    data = {name: list(rows) for name, rows in generate(4, DATO).items()}
    dice = random.Random(4)  # noqa: S311 - the same order each time
    shuffled = {name: dice.sample(rows, len(rows)) for name, rows in data.items()}
    assert shuffled != data
    first = _published(data, tmp_path, 1, monkeypatch)
    assert _published(shuffled, tmp_path, 2, monkeypatch) == first
    assert len(set(first.values())) > 20


def test_a_row_changed_by_one_second_is_another_fingerprint(tmp_path, monkeypatch):
    """So is a missing value that becomes an empty text, and a column of another name."""
    found = set()
    for statement in (
        "select 'a' as x, timestamp '2021-01-01 10:00:00' as t",
        "select 'a' as x, timestamp '2021-01-01 10:00:01' as t",
        "select 'a' as y, timestamp '2021-01-01 10:00:00' as t",
        "select '' as x, timestamp '2021-01-01 10:00:00' as t",
        "select null::varchar as x, timestamp '2021-01-01 10:00:00' as t",
        "select 'NULL' as x, timestamp '2021-01-01 10:00:00' as t",
        "select 'a' as x, timestamp '2021-01-01 10:00:00' as t from range(2)",
    ):
        file = tmp_path / f"{len(found)}.duckdb"
        with duckdb.connect(str(file)) as connection:
            connection.execute("create table plan as select 1 as orden")
            connection.execute(f"create table r as {statement}")
        plan, row = fingerprints(file)
        found.add(row.sha256)
        assert plan.raekker == 1
    assert len(found) == 7


def test_no_sql_asks_for_the_day_or_for_chance():
    """But for who was read long ago, which becomes a number by lot when it is purged."""
    chance = re.compile(r"\b(current_date|current_timestamp|today\(|now\(|random\(|uuid\()")
    asking = {
        file.relative_to(resource("sql")).as_posix()
        for file in resource("sql").rglob("*.sql")
        if chance.search(file.read_text(encoding="utf-8"))
    }
    assert asking == {"review/slet.sql"}
    assert WHEN
