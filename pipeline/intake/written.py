"""How values that cannot be read are written: named by their shape, so that the export can be mended.

What stands in a whole column for one reason, a spreadsheet's number for a day or another country's order, is
no slip; "not a date" would leave its reader to find out which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.definitions.column_models import Type

_AS_DATES = "træk datoer ud som dd-mm-åååå"
_AS_MONTHS = "træk måneder ud som åååå-mm"
_CLOCK = r"(?:[ T].*)?"
_ERRORS = (
    r"#(?:ref(?:erence)?!|værdi!|value!|nav[ne]\?|name\?|div(?:ision)?/0!|num!|tal!|nul[l]?!|spill!|calc!)"
)
MONTH_FIRST = f"Måneden står før dagen, som i USA; {_AS_DATES}"
_DAY_AND_MONTH = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](?:\d{4}|\d{2})(?:[ T].*)?", re.ASCII)


@dataclass(frozen=True)
class _Shape:
    """What texts of some types look like, and what is said of them."""

    types: frozenset[Type]
    pattern: re.Pattern[str]
    reason: str


def _shape(types: tuple[Type, ...], pattern: str, reason: str) -> _Shape:
    return _Shape(frozenset(types), re.compile(pattern, re.IGNORECASE), reason)


_DATES: tuple[Type, ...] = ("dato", "tidspunkt")
_DAYS: tuple[Type, ...] = (*_DATES, "maaned")
_NUMBERS: tuple[Type, ...] = ("heltal", "decimal")
_TYPED: tuple[Type, ...] = (*_DAYS, *_NUMBERS, "bool")
_SHAPES = (
    _shape(
        _TYPED,
        "#{2,}",
        "Kolonnen var for smal, da regnearket blev gemt (#####); gør den bredere, og gem igen",
    ),
    _shape(
        _TYPED, _ERRORS, "Værdien er en fejl i regnearket (#REFERENCE! eller lignende); ret det, og gem igen"
    ),
    _shape(
        _DAYS,
        r"-?\d{1,5}(?:[.,]\d+)?",
        "Værdien er regnearkets tal for en dag (fx 44316); giv kolonnen datoformat, og gem igen",
    ),
    _shape(
        _DATES,
        r".*\d\s?[ap]\.?m\.?",
        "Klokkeslættet er skrevet med AM eller PM; træk det ud med 24 timer (tt:mm)",
    ),
    _shape(
        _DATES, rf"\d{{8}}{_CLOCK}|\d{{12}}(?:\d\d)?", f"Datoen er skrevet uden bindestreger; {_AS_DATES}"
    ),
    _shape(
        _DATES,
        rf"\d{{1,2}}[-/. ]\d{{1,2}}[-/. ]\d{{2}}{_CLOCK}",
        f"Året er skrevet med to cifre; {_AS_DATES}",
    ),
    _shape(
        _DATES,
        rf"\d{{1,2}}[/.]\s?\d{{1,2}}[/.]\s?\d{{4}}{_CLOCK}|\d{{4}}[/.]\d{{1,2}}[/.]\d{{1,2}}{_CLOCK}",
        f"Datoen er skrevet med skråstreg eller punktum; {_AS_DATES}",
    ),
    _shape(
        _DATES,
        rf"(?:\d-\d{{1,2}}|\d\d-\d)-\d{{4}}{_CLOCK}|\d{{4}}-(?:\d-\d{{1,2}}|\d\d-\d){_CLOCK}",
        f"Dag eller måned er skrevet med ét ciffer; {_AS_DATES}",
    ),
    _shape(
        _DATES,
        r"(?:\d\d-\d\d-\d{4}|\d{4}-\d\d-\d\d)\D.*",
        "Klokkeslættet kan ikke læses; træk det ud med et blanktegn foran og som tt:mm (00:00-23:59)",
    ),
    _shape(_DATES, r".*\d.*[^\W\d_]{2}.*|.*[^\W\d_]{2}.*\d.*", f"Datoen er skrevet med ord; {_AS_DATES}"),
    _shape(
        ("maaned",),
        r"[^\W\d_]{3,9}[-. ]+\d{2,4}|\d{2,4}[-. ]+[^\W\d_]{3,9}",
        f"Måneden er skrevet med bogstaver, som regneark gør det; {_AS_MONTHS}",
    ),
    _shape(
        ("maaned",),
        rf"\d\d?[-/.]\d\d?[-/.]\d{{4}}{_CLOCK}|\d{{4}}-\d\d-\d\d{_CLOCK}|\d{{8}}",
        f"Værdien er en hel dato; {_AS_MONTHS}",
    ),
    _shape(
        ("maaned",),
        r"\d{1,2}[-/.]\d{4}|\d{4}(?:[/.]?\d{1,2}|-\d)",
        f"Måneden er skrevet på en anden måde; {_AS_MONTHS}",
    ),
    _shape(
        _NUMBERS,
        r"[-+]?\d+(?:[.,]\d+)?e[-+]?\d+",
        "Tallet er skrevet med potens (fx 1,2E+05); giv kolonnen talformat, og gem igen",
    ),
    _shape(_NUMBERS, r".*\d\s*%", "Tallet er en procent; træk selve tallet ud"),
    _shape(_NUMBERS, r"\D*\(.*\d.*\)\D*", "Minus er skrevet som en parentes; træk tal ud med minus foran"),
    _shape(_NUMBERS, r"\D*\d[\d., ]*[.,]-\D*", "Ørerne er skrevet som en streg (,-); træk tal ud med cifre"),
    _shape(("heltal",), r"-?\d+[.,]\d+", "Tallet har decimaler eller tusindtegn; træk hele tal ud uden"),
    _shape(
        ("decimal",),
        r"[-+]?[€$£]?\s*[-+]?\d[\d., ']*\s*(?:[^\W\d_]{1,4}\.?|[€$£])?",
        "Tallet har et fortegn, en valuta eller skilletegn, der ikke kendes; træk det ud som 1234,56",
    ),
)
_WORD = re.compile(r"[^\d]{1,40}")
NO_VALUE = "; betyder ordet eller tegnet, at der intet er, så skriv det under tomme i indstillingsfilen"


def by_shape(type_: Type, texts: Sequence[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """The reasons that texts of a column cannot be read as its type, each with the texts it is said of.

    A text may have several, the first of which is meant; one without any is not told apart.
    """
    if type_ in _DATES and (first := _month_first(texts)):
        yield MONTH_FIRST, first
    for shape in _SHAPES:
        if type_ in shape.types and (found := frozenset(filter(shape.pattern.fullmatch, texts))):
            yield shape.reason, found


def words(texts: Sequence[str]) -> frozenset[str]:
    """Those of the texts that hold no digit: as likely a system's word for nothing as a slip."""
    return frozenset(filter(_WORD.fullmatch, texts))


def is_by_shape(reason: str) -> bool:
    """Whether a reason tells how a value is written."""
    return reason == MONTH_FIRST or any(reason == shape.reason for shape in _SHAPES)


def _month_first(texts: Sequence[str]) -> frozenset[str]:
    """Every date of a column in which some can only have their month first, and none their day."""
    found = {text: match for text in texts if (match := _DAY_AND_MONTH.fullmatch(text))}
    days = [(int(match[1]), int(match[2])) for match in found.values()]
    only = any(second > 12 for _, second in days) and not any(first > 12 for first, _ in days)
    return frozenset(found) if only else frozenset()
