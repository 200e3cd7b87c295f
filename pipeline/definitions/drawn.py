"""Extracts drawn as text tables: how a made-up case is written, in tests and in a municipality's examples.

A drawn table is a line of column names and a line per row, columns parted by `|`, empty = missing. Days
are written 2021-04-30, a timestamp known to the minute 2021-04-30 10:00, booleans ja and nej.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from pipeline.definitions.extracts import HAS_TIME_OF_DAY, Column, read_extracts

Drawn = dict[str, str]
Typed = dict[str, object]

ORDINARY_CASE: Drawn = {
    "sag_id": "S",
    "sagstype": "barn",
    "foedselsdato": "2010-01-01",
    "oprettet_dato": "2019-01-01",
}
"""A table without the column sag_id is about case S; a case that is not drawn, or the columns that are
not drawn of it, are this."""


class DrawingFault(ValueError):
    """A drawing that cannot be read; the message is Danish and says where."""


def cells(line: str) -> list[str]:
    """The cells of one drawn line."""
    return [cell.strip() for cell in line.split("|")]


def table(text: str) -> list[Drawn]:
    """The rows of one drawn table.

    Raises:
        DrawingFault: there is no heading, a column stands twice or has no name, or a row has too few or too
            many cells.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        raise DrawingFault("tabellen er tom; den første linje skal være kolonnernes navne")
    heading, *rows = [cells(line) for line in lines]
    if "" in heading or len(set(heading)) < len(heading):
        raise DrawingFault("en kolonne i den første linje står to gange eller har intet navn")
    for number, row in enumerate(rows, start=1):
        if len(row) != len(heading):
            raise DrawingFault(f"række {number} har {len(row)} felter, men der er {len(heading)} kolonner")
    return [dict(zip(heading, row, strict=True)) for row in rows]


def typed(extracts: Mapping[str, str], mark: str = "") -> dict[str, list[Typed]]:
    """Drawn tables as the typed extracts hold them, ids with a mark in front.

    Raises:
        DrawingFault: a table cannot be read, or names an extract, a column or a value that there is not.
    """
    drawn = {name: _table_of(name, text) for name, text in extracts.items()}
    return {name: [_typed_row(name, row, mark) for row in rows] for name, rows in _with_cases(drawn).items()}


def _table_of(name: str, text: str) -> list[Drawn]:
    if name not in read_extracts():
        raise DrawingFault(f"udtrækket {name} findes ikke: vælg en af {', '.join(read_extracts())}")
    try:
        rows = table(text)
    except DrawingFault as fault:
        raise DrawingFault(f"{name}: {fault}") from None
    heading = cells(text.strip().partition("\n")[0])
    if unknown := [column for column in heading if column not in read_extracts()[name].kolonner]:
        raise DrawingFault(f"{name}: kolonnen {', '.join(unknown)} findes ikke i udtrækket")
    return rows


def _with_cases(drawn: Mapping[str, Sequence[Drawn]]) -> dict[str, list[Drawn]]:
    """Every row with a case, and every case with a row."""
    full = {name: [_with_case(name, row) for row in rows] for name, rows in drawn.items()}
    cases = full.setdefault("sager", [])
    named = {row.get("sag_id", "") for rows in full.values() for row in rows}
    missing = named - {row["sag_id"] for row in cases} - {""}
    cases += [{**ORDINARY_CASE, "sag_id": sag_id} for sag_id in sorted(missing)]
    return full


def _with_case(name: str, row: Drawn) -> Drawn:
    if name == "sager":
        return {**ORDINARY_CASE, **row}
    has_case = "sag_id" in read_extracts()[name].kolonner
    return {"sag_id": ORDINARY_CASE["sag_id"], **row} if has_case else row


def _typed_row(name: str, row: Drawn, mark: str) -> Typed:
    columns = read_extracts()[name].kolonner
    typed_row: Typed = {}
    for column, text in row.items():
        marked = f"{mark}{text}" if column.endswith("_id") and column != "plan_id" else text
        try:
            typed_row[column] = _value(columns[column], marked) if text else None
        except (ValueError, KeyError, InvalidOperation):
            raise DrawingFault(f"{name}: {column} skal være {_form(columns[column])}, ikke {text}") from None
        if columns[column].type == "tidspunkt":
            typed_row[f"{column}{HAS_TIME_OF_DAY}"] = " " in text if text else None
    return typed_row


def _form(column: Column) -> str:
    return f"en af {', '.join(column.koder)}" if column.koder else _FORMS[column.type]


_FORMS = {
    "heltal": "et helt tal",
    "dato": "en dato som 2021-04-30",
    "tidspunkt": "et tidspunkt som 2021-04-30 10:00 eller en dato",
    "bool": "ja eller nej",
    "decimal": "et tal som 12.5",
}


def _value(column: Column, text: str) -> object:
    if column.type == "dato":
        return date.fromisoformat(text)
    if column.type == "tidspunkt":
        return datetime.fromisoformat(text)
    if column.type == "bool":
        return {"ja": True, "nej": False}[text]
    if column.type == "decimal":
        return Decimal(text)
    if column.type == "heltal" or column.som_tal:
        return int(text)
    if column.koder and text not in column.koder:
        raise ValueError(text)
    return text
