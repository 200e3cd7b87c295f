"""A delivery in which every column of every extract is filled, made by walking the registry."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.definitions.extracts import Column, read_extracts
from tests.intake.delivery import Delivery, Udfald

DAY = "01-03-2021"
OF_TYPE = {
    "dato": DAY,
    "tidspunkt": f"{DAY} 10:05",
    "bool": "J",
    "heltal": "3",
    "decimal": "1234,50",
    "maaned": "2021-03",
}
COUNT = 2
"""How many rows each file has to begin with; others refer to the first."""

CASES = 20
"""How many cases there are: enough for what is divided between cases."""

Row = dict[str, str]
Typed = dict[str, list[dict[str, Any]]]


def value(extract: str, name: str, number: int) -> str:
    """What a column holds in a sound row."""
    described = read_extracts()[extract].kolonner
    column = described[name]
    if column.kendte_maalepunkter:
        return "5.1"
    if column.henviser:
        return key(column.henviser.extract, 0)
    if name == next(iter(described)):
        return key(extract, number)
    if column.kendte:
        return next(iter(column.kendte))
    return next(iter(column.koder), OF_TYPE.get(column.type, f"tekst {name}"))


def key(extract: str, number: int) -> str:
    """A row's key; its first part where it has several."""
    return f"{extract[:5].upper()}{number}"


def row(extract: str, number: int, **changed: str) -> Row:
    """A sound row with every column filled, but where two exclude each other; some of them changed."""
    described = read_extracts()[extract]
    found = {name: value(extract, name, number) for name in described.kolonner}
    found |= {both.kolonner[1]: "" for both in described.ikke_begge}
    first = described.kolonner[described.key[0]].henviser
    if first:  # a key that names another row names another one in each
        found[described.key[0]] = key(first.extract, number)
    return found | changed


def full(delivery: Delivery) -> dict[str, list[Row]]:
    """Give every file sound rows, and return them to be changed."""
    rows = {name: [row(name, number) for number in range(COUNT)] for name in read_extracts()}
    rows["sager"] += [row("sager", number) for number in range(COUNT, CASES)]
    write(delivery, rows)
    return rows


def write(delivery: Delivery, rows: dict[str, list[Row]]) -> None:
    """Give every file its rows."""
    for name, each in rows.items():
        delivery.rows(name, each)


def typed(udfald: Udfald) -> Typed:
    """All that was accepted, by extract."""
    return {name: udfald.fetch(f"from data.{name} order by all") for name in read_extracts()}


def columns(*types: str) -> Iterator[tuple[str, str, Column]]:
    """Every column of these types, with its extract and name."""
    for extract, described in read_extracts().items():
        for name, column in described.kolonner.items():
            if not types or column.type in types:
                yield extract, name, column
