"""What is expected of an extract's single values, with the distinct values it is expected of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any, TypeAlias

from pipeline.base.database import Database, Expression, Relation, col, fn, lit
from pipeline.definitions.column_models import AFTER_ALL, TIME_TYPES, Column, Expectation, Severity
from pipeline.intake.decimals import MISFIT, THOUSANDS, misfits
from pipeline.intake.lookups import Lookup, Reading
from pipeline.intake.typed import as_type
from pipeline.intake.validate import Trial
from pipeline.intake.written import NO_VALUE, by_shape, is_by_shape, words

_FILLED = "expect_column_values_to_not_be_null"
_KNOWN = "expect_column_values_to_be_in_set"
_UNLIKELY = "expect_column_values_to_not_be_in_set"
UNKNOWN_CODE = "Koden kendes ikke"
TIME_ZONE = "Værdien har en tidszone (Z, UTC eller +01:00); træk dansk tid ud uden tidszone"
_ZONE = re.compile(
    r"\d[T ]\d.*\d\s*(?:z|utc|gmt|ces?t|[+-]\d\d(?::?\d\d)?)\Z|\A[\d-]{10}\s*(?:z|utc|[+-]\d\d:\d\d)\Z",
    re.IGNORECASE,
)
_SHAPES = {
    "dato": "en dato (dd-mm-åååå eller åååå-mm-dd)",
    "tidspunkt": "et tidspunkt (dd-mm-åååå tt:mm eller åååå-mm-dd tt:mm)",
    "bool": "ja eller nej (J/N, ja/nej, true/false, 1/0)",
    "heltal": "et helt tal",
    "decimal": "et tal (1234,56 eller 1.234,56)",
    "maaned": "en måned (åååå-mm)",
}

_Cause: TypeAlias = tuple[Severity, str, AbstractSet[str]]
"""What becomes of some texts, why, and which they are."""

Pair: TypeAlias = tuple[str | None, Any]
"""A text as delivered (None: missing), and a value."""


@dataclass(frozen=True)
class _Profile:
    """A column summed up: whether any row fills it, leaves it; texts that do not parse; texts with values."""

    some_filled: bool
    some_empty: bool
    unreadable: Sequence[str]
    different: Sequence[Pair]


def is_about_values(column: Column, reason: str) -> bool:
    """Whether a reason is about how a whole column is written, which the export or the settings can mend.

    A date or a number that cannot be read may be one person's slip, and stands in quarantine, where its shape
    tells no more.
    """
    written = [UNKNOWN_CODE, TIME_ZONE, THOUSANDS, *MISFIT.values(), _outside(column)]
    written += [_unreadable(column)] if column.type == "bool" else []
    written += [own.aarsag for own in column.forventninger if own.type == _UNLIKELY]
    return is_by_shape(reason) or reason.startswith(tuple(written))


def trials(database: Database, lookup: Lookup) -> list[Trial]:
    """Every expectation about single values of the rows in `raekke`."""
    profiles, codes = _profiles(database, lookup), _codes(database)
    found: list[Trial] = []
    for name, column in lookup.extract.kolonner.items():
        profile, looked_up = profiles[name], codes.get(name, [])
        if column.must_exist:
            found.append(_must_be_filled(name, profile, looked_up))
        if column.type in _SHAPES and profile.some_filled:
            found += _readable(database, lookup, name, profile)
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
        reading = lookup.readings.get(name, "komma")
        own_texts = name in lookup.columns
        selected += [lit(None)] * 2 if own_texts else _reading(column, col(name), col(name), reading)
    count, *rest = _a_row(rows, selected)
    filled, read = rest[: len(columns)], rest[len(columns) :]
    profiles: dict[str, _Profile] = {}
    for number, (name, column) in enumerate(columns.items()):
        unreadable, different = read[2 * number : 2 * number + 2]
        if name in lookup.columns and (column.type in _SHAPES or column.forventninger):
            own = codebook.filter(col("kolonne") == lit(name))
            reading = lookup.readings.get(name, "komma")
            unreadable, different = _a_row(own, _reading(column, col("raa"), col("kode"), reading))
        pair = [(part["raa"], part["vaerdi"]) for part in different or ()]
        profiles[name] = _Profile(filled[number] > 0, filled[number] < count, unreadable or (), pair)
    return profiles


def _reading(column: Column, raw: Expression, text: Expression, reading: Reading) -> list[Expression]:
    """What did not parse, and what each text parsed as; only what some expectation asks for."""
    value = as_type(column, text, reading)
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


def _readable(database: Database, lookup: Lookup, name: str, profile: _Profile) -> Iterator[Trial]:
    """A value that did not parse is null here; those that did need only one to stand for them."""
    left = list(profile.unreadable)
    general: _Cause = ("karantaene", _unreadable(lookup.extract.kolonner[name]), frozenset(left))
    causes = [*_causes(database, lookup, name, left), general] if left else []
    for severity, reason, texts in causes:
        if refused := [text for text in left if text in texts]:
            yield Trial(name, _FILLED, severity, reason, [("", ""), *((text, None) for text in refused)])
        left = [text for text in left if text not in texts]


def _causes(database: Database, lookup: Lookup, name: str, texts: Sequence[str]) -> Iterator[_Cause]:
    """Which of the unreadable texts have a cause of their own.

    A date that cannot be meant, or a number in another form than its column's, is missing where it may be.
    """
    column = lookup.extract.kolonner[name]
    spared: Severity = "karantaene" if column.must_exist else "advarsel"
    if column.type == "decimal":
        yield spared, MISFIT[lookup.readings[name]], misfits(database, lookup, name, texts)
    if column.type in TIME_TYPES:
        yield spared, _outside(column), _days(database, column, texts)
        yield "karantaene", TIME_ZONE, {text for text in texts if _ZONE.search(text)}
    for reason, found in by_shape(column.type, texts):
        yield "karantaene", reason, found
    if column.type != "bool":  # whose words are mapped
        yield "karantaene", _unreadable(column) + NO_VALUE, words(texts)


def _outside(column: Column) -> str:
    return f"Datoen ligger før {column.tidligst} eller efter {AFTER_ALL.year - 1} og regnes som manglende"


def _unreadable(column: Column) -> str:
    return f"Værdien er ikke {_SHAPES.get(column.type, 'kendt')}"


def _days(database: Database, column: Column, texts: Sequence[str]) -> set[str]:
    """Those of the texts that are days all the same."""
    days = database.rows("intake", "days_after_all", tekster=list(texts))
    return {row["tekst"] for row in days if row[column.type]}


def _one_for_all_unknown(looked_up: Sequence[Pair], known: AbstractSet[str]) -> Sequence[Pair]:
    """The first unknown value stands for all of them: free text where a code should be has thousands."""
    first = next((code for _, code in looked_up if code is not None and code not in known), None)
    return [(raw, code if code is None or code in known else first) for raw, code in looked_up]


def _must_be_known(lookup: Lookup, name: str, looked_up: Sequence[Pair]) -> Trial | None:
    column, known = lookup.extract.kolonner[name], lookup.known(name)
    kwargs, looked_up = {"value_set": list(known)}, _one_for_all_unknown(looked_up, frozenset(known))
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
