"""What is expected of an extract's single values, with the distinct values it is expected of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from pipeline.base.database import Database, Expression, Relation, col, fn, lit
from pipeline.definitions.extract_models import Column, Expectation
from pipeline.intake.lookups import Lookup
from pipeline.intake.typed import as_type
from pipeline.intake.validate import Trial

_FILLED = "expect_column_values_to_not_be_null"
_KNOWN = "expect_column_values_to_be_in_set"
UNKNOWN_CODE = "Koden kendes ikke"
_SHAPES = {
    "dato": "en dato (dd-mm-åååå eller åååå-mm-dd)",
    "tidspunkt": "et tidspunkt (dd-mm-åååå tt:mm eller åååå-mm-dd tt:mm)",
    "bool": "ja eller nej (J/N, ja/nej, true/false, 1/0)",
    "heltal": "et helt tal",
    "decimal": "et tal (1234,56 eller 1.234,56)",
    "maaned": "en måned (åååå-mm)",
}

Pair: TypeAlias = tuple[str | None, Any]
"""A text as delivered (None: missing), and a value."""


@dataclass(frozen=True)
class _Profile:
    """A column summed up: whether any row fills it, leaves it; texts that do not parse; texts with values."""

    some_filled: bool
    some_empty: bool
    unreadable: Sequence[str]
    different: Sequence[Pair]


def trials(database: Database, lookup: Lookup) -> list[Trial]:
    """Every expectation about single values of the rows in `raekke`."""
    profiles, codes = _profiles(database, lookup), _codes(database)
    found: list[Trial] = []
    for name, column in lookup.extract.kolonner.items():
        profile, looked_up = profiles[name], codes.get(name, [])
        if column.must_exist:
            found.append(_must_be_filled(name, profile, looked_up))
        if column.type in _SHAPES and profile.some_filled:
            found.append(_readable(name, column, profile))
        if name in lookup.columns and (known := _must_be_known(lookup, name, looked_up)):
            found.append(known)
        found += [_own(name, own, profile) for own in column.forventninger]
    return found


def _own(name: str, own: Expectation, profile: _Profile) -> Trial:
    """A missing value meets every expectation but the one that it be filled."""
    pair = [pair for pair in profile.different if own.type == _FILLED or pair[1] is not None]
    return Trial(name, own.type, own.alvor, own.aarsag, pair, own.kwargs)


def _profiles(database: Database, lookup: Lookup) -> dict[str, _Profile]:
    """Every column's profile: one pass over the rows, and a look at `codebook` for what is looked up."""
    rows, codebook = database.connection.table("raekke"), database.connection.table("kodebog")
    columns = lookup.extract.kolonner
    selected = [fn("count"), *(fn("count", col(name)) for name in columns)]
    for name, column in columns.items():
        selected += _reading(column, col(name), col(name)) if name not in lookup.columns else [lit(None)] * 2
    count, *rest = _a_row(rows, selected)
    filled, read = rest[: len(columns)], rest[len(columns) :]
    profiles: dict[str, _Profile] = {}
    for number, (name, column) in enumerate(columns.items()):
        unreadable, different = read[2 * number : 2 * number + 2]
        if name in lookup.columns and (column.type in _SHAPES or column.forventninger):
            own = codebook.filter(col("kolonne") == lit(name))
            unreadable, different = _a_row(own, _reading(column, col("raa"), col("kode")))
        pair = [(part["raa"], part["vaerdi"]) for part in different or ()]
        profiles[name] = _Profile(filled[number] > 0, filled[number] < count, unreadable or (), pair)
    return profiles


def _reading(column: Column, raw: Expression, text: Expression) -> list[Expression]:
    """What did not parse, and what each text parsed as; only what some expectation asks for."""
    value = as_type(column, text)
    return [
        fn("ulaeselige", raw, text, value) if column.type in _SHAPES else lit(None),
        fn("forskellige", raw, value) if column.forventninger else lit(None),
    ]


def _a_row(rows: Relation, selected: Sequence[Expression]) -> tuple[Any, ...]:
    # Numbered: two aggregates of one column would otherwise share a name.
    return tuple(rows.aggregate([u.alias(f"u{number}") for number, u in enumerate(selected)]).fetchall()[0])


def _codes(database: Database) -> dict[str, list[Pair]]:
    found: dict[str, list[Pair]] = {}
    for row in database.fetch("select kolonne, raa, kode from kodebog order by all"):
        found.setdefault(row["kolonne"], []).append((row["raa"], row["kode"]))
    return found


def _must_be_filled(name: str, profile: _Profile, looked_up: Sequence[Pair]) -> Trial:
    """One filled value stands for all; a looked-up one may stand for a missing one."""
    pair: list[Pair] = list(looked_up) or ([("", "")] if profile.some_filled else [])
    if profile.some_empty:
        pair.append((None, None))
    return Trial(name, _FILLED, "karantaene", "Værdien mangler", pair)


def _readable(name: str, column: Column, profile: _Profile) -> Trial:
    """A value that did not parse is null here; those that did need only one to stand for them."""
    pair: list[Pair] = [("", ""), *((text, None) for text in profile.unreadable)]
    return Trial(name, _FILLED, "karantaene", f"Værdien er ikke {_SHAPES[column.type]}", pair)


def _must_be_known(lookup: Lookup, name: str, looked_up: Sequence[Pair]) -> Trial | None:
    column = lookup.extract.kolonner[name]
    kwargs = {"value_set": list(lookup.known(name))}
    if name in lookup.referred and column.henviser:
        reason = f"Værdien findes ikke i {column.henviser.extract} og regnes som manglende"
        return Trial(name, _KNOWN, "advarsel", reason, looked_up, kwargs)
    if column.koder and column.must_exist:
        return Trial(name, _KNOWN, "karantaene", UNKNOWN_CODE, looked_up, kwargs)
    if column.koder:
        reason = f"{UNKNOWN_CODE} og regnes som manglende"
        return Trial(name, _KNOWN, "advarsel", reason, looked_up, kwargs)
    if column.ukendt == "advarsel":
        return Trial(name, _KNOWN, "advarsel", "Værdien kendes ikke", looked_up, kwargs)
    return None
