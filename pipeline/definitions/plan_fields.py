"""The kinds of values a plan file holds, each with the Danish words for what was expected."""

from __future__ import annotations

import math
import re
from datetime import date, datetime
from typing import Annotated, Literal, TypeAlias, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, PlainValidator

from pipeline.base.periods import read_periode
from pipeline.definitions.occurrences import read_span

Source: TypeAlias = Literal["dubu", "sofus", "tilsyn", "spoergeskema"]
Kind: TypeAlias = Literal["frist", "haendelse", "beholdning", "kadence"]
ValueType: TypeAlias = Literal["andel", "antal", "rate", "sum", "gennemsnit", "median", "fordeling"]
Direction: TypeAlias = Literal["stigende", "faldende"]
TargetType: TypeAlias = Literal["milepaele", "baseline", "ingen"]
Severity: TypeAlias = Literal["barnets_sikkerhed", "retssikkerhed", "forloeb"]
"""What an open deadline is about, the gravest first."""
Acts: TypeAlias = Literal["raadgiver", "teamleder"]
Column: TypeAlias = Literal["formaal", "milepael", "maal", "aktivitet", "opfoelgning"]
ParameterValue: TypeAlias = bool | int | float | str | date | list[str] | list[int | float] | None
Record = TypeVar("Record")


def _dato(value: object) -> date:
    """A day written in full."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    raise ValueError("skal være en dato (åååå-mm-dd)")


def _sidste_dag(value: object) -> date:
    """A day as it is; a month (`2021-04`) as its last day."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and re.fullmatch(r"[12]\d{3}-(0[1-9]|1[0-2])", value, re.ASCII):
        return read_periode(value).last
    raise ValueError("skal være en måned (åååå-mm) eller en dato (åååå-mm-dd)")


def _a_periode(value: object) -> str:
    """A month (`2021-04`) or a quarter (`2021-K2`), as its name in the results."""
    if isinstance(value, str) and re.fullmatch(r"[12]\d{3}-(0[1-9]|1[0-2]|K[1-4])", value, re.ASCII):
        return value
    raise ValueError("skal være en måned (åååå-mm) eller et kvartal (åååå-K1 til åååå-K4)")


def _a_maaned(value: object) -> str:
    """A month (`2021-04`) as its name in the results."""
    if isinstance(value, str) and re.fullmatch(r"[12]\d{3}-(0[1-9]|1[0-2])", value, re.ASCII):
        return value
    raise ValueError("skal være en måned (åååå-mm)")


def _span(value: object) -> str:
    """A month, a quarter, a half-year or a year, as its name."""
    try:
        return read_span(str(value)).name
    except ValueError:
        raise ValueError(
            "skal være en måned (åååå-mm), et kvartal, et halvår (åååå-H1) eller et år"
        ) from None


def _number(value: object) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
        return float(value)
    raise ValueError("skal være et tal")


def _not_negative(value: object) -> float:
    """A milestone's number; what it may be at most depends on the kind of value it is compared with."""
    if (number := _number(value)) >= 0:
        return number
    raise ValueError("skal være et tal, der ikke er negativt")


def _with_content(value: str) -> str:
    """A text somebody will read: one line of trimmed words, never empty."""
    if not (text := " ".join(value.split())):
        raise ValueError("må ikke være tom")
    return text


def at_least_one(records: tuple[Record, ...]) -> tuple[Record, ...]:
    """Not `min_length`: that would count an entry with a fault of its own as missing too."""
    if not records:
        raise ValueError("skal have mindst én")
    return records


def at_least_one_text(texts: dict[str, str]) -> dict[str, str]:
    """As `at_least_one`, for a table of names and texts."""
    if not texts:
        raise ValueError("skal have mindst én")
    return texts


def _parameter(value: object) -> ParameterValue:
    """A value DuckDB binds as it is; a list holds texts alone or numbers alone, as an SQL list does."""
    if _single(value) or _alike(value):
        return value  # type: ignore[return-value]
    raise ValueError(
        "skal være et tal, en tekst, en dato, true, false, null eller en liste af tekster eller af tal"
    )


def _single(value: object) -> bool:
    if isinstance(value, float):
        return math.isfinite(value)
    return isinstance(value, bool | int | str | date | None) and not isinstance(value, datetime)


def _alike(value: object) -> bool:
    if not isinstance(value, list) or not value:
        return False
    numbers = [isinstance(v, int | float) and not isinstance(v, bool) and math.isfinite(v) for v in value]
    return all(numbers) or all(isinstance(v, str) for v in value)


Dato: TypeAlias = Annotated[date, BeforeValidator(_dato)]
MaanedEnd: TypeAlias = Annotated[date, BeforeValidator(_sidste_dag)]
PeriodeName: TypeAlias = Annotated[str, BeforeValidator(_a_periode)]
Maaned: TypeAlias = Annotated[str, BeforeValidator(_a_maaned)]
Tidsrum: TypeAlias = Annotated[str, BeforeValidator(_span)]
Text: TypeAlias = Annotated[str, AfterValidator(_with_content)]
Id: TypeAlias = Annotated[str, Field(pattern=r"^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$")]
FileStem: TypeAlias = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,100}$")]
Milepaelstal: TypeAlias = Annotated[float, PlainValidator(_not_negative)]
Figures: TypeAlias = Annotated[float, PlainValidator(_number)]
Parameter: TypeAlias = Annotated[ParameterValue, PlainValidator(_parameter)]
Number: TypeAlias = Annotated[int, Field(strict=True, ge=1)]
