"""The kinds of values a plan file holds, each with the Danish words for what was expected."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated, Literal, TypeAlias, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, PlainValidator

from pipeline.errors import ForkertBrug
from pipeline.periods import laes_periode

Kilde: TypeAlias = Literal["dubu", "sofus", "tilsyn", "spoergeskema"]
Art: TypeAlias = Literal["frist", "haendelse", "beholdning"]
Vaerditype: TypeAlias = Literal["andel", "antal", "gennemsnit", "median", "interval"]
Retning: TypeAlias = Literal["stigende", "faldende"]
Maaltype: TypeAlias = Literal["milepaele", "baseline", "spaend", "ingen"]
Kolonne: TypeAlias = Literal["milepael", "maal", "aktivitet", "opfoelgning"]
ParameterVaerdi: TypeAlias = int | float | str | date | None
Post = TypeVar("Post")


def _dato(vaerdi: object) -> date:
    """A day written in full."""
    if isinstance(vaerdi, date) and not isinstance(vaerdi, datetime):
        return vaerdi
    raise ValueError("skal være en dato (åååå-mm-dd)")


def _sidste_dag(vaerdi: object) -> date:
    """A day as it is; a month (`2021-04`) as its last day."""
    if isinstance(vaerdi, date) and not isinstance(vaerdi, datetime):
        return vaerdi
    if isinstance(vaerdi, str) and re.fullmatch(r"[12]\d{3}-(0[1-9]|1[0-2])", vaerdi, re.ASCII):
        return laes_periode(vaerdi).sidste
    raise ValueError("skal være en måned (åååå-mm) eller en dato (åååå-mm-dd)")


def _en_periode(vaerdi: object) -> str:
    """A month (`2021-04`) or a quarter (`2021-K2`), as its name in the results."""
    try:
        return laes_periode(str(vaerdi)).periode
    except (ForkertBrug, ValueError):
        raise ValueError("skal være en måned (åååå-mm) eller et kvartal (åååå-K1 til åååå-K4)") from None


def _procent(vaerdi: object) -> float:
    if isinstance(vaerdi, int | float) and not isinstance(vaerdi, bool) and 0 <= vaerdi <= 100:
        return float(vaerdi)
    raise ValueError("skal være et tal fra 0 til 100")


def _med_indhold(vaerdi: str) -> str:
    """A text somebody will read: one line of trimmed words, never empty."""
    if not (tekst := " ".join(vaerdi.split())):
        raise ValueError("må ikke være tom")
    return tekst


def mindst_en(poster: tuple[Post, ...]) -> tuple[Post, ...]:
    """Not `min_length`: that would count an entry with a fault of its own as missing too."""
    if not poster:
        raise ValueError("skal have mindst én")
    return poster


def _parameter(vaerdi: object) -> ParameterVaerdi:
    """A value DuckDB binds as it is; true and false are refused, no rule takes one."""
    if isinstance(vaerdi, int | float | str | date | None) and not isinstance(vaerdi, bool | datetime):
        return vaerdi
    raise ValueError("skal være et tal, en tekst, en dato eller null")


Dato: TypeAlias = Annotated[date, BeforeValidator(_dato)]
Maanedsslut: TypeAlias = Annotated[date, BeforeValidator(_sidste_dag)]
Periodenavn: TypeAlias = Annotated[str, BeforeValidator(_en_periode)]
Tekst: TypeAlias = Annotated[str, AfterValidator(_med_indhold)]
Id: TypeAlias = Annotated[str, Field(pattern=r"^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$")]
Filstamme: TypeAlias = Annotated[str, Field(pattern=r"^[a-z0-9_]+$")]
Procent: TypeAlias = Annotated[float, PlainValidator(_procent)]
Parameter: TypeAlias = Annotated[ParameterVaerdi, PlainValidator(_parameter)]
Nummer: TypeAlias = Annotated[int, Field(strict=True, ge=1)]
Maanedsnummer: TypeAlias = Annotated[int, Field(strict=True, ge=1, le=12)]
