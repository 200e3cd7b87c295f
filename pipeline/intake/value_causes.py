"""Why the values of whole columns were not used as they came: a line per cause, with what to do about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.base.database import Database
from pipeline.base.text import count_of
from pipeline.definitions.column_models import Column
from pipeline.definitions.extract_models import Extract
from pipeline.intake.expected import UNKNOWN_CODE, is_about_values


def value_causes(database: Database, extracts: Mapping[str, Extract]) -> Iterator[str]:
    """One line for each column and reason: how many rows, the first of them, and no value."""
    for row in database.rows("intake", "value_causes"):
        extract, name, reason = row["extract"], row["kolonne"], row["aarsag"]
        column = extracts[extract].kolonner.get(name)
        if column and is_about_values(column, reason):
            amount = f"{count_of(row['raekker'], 'række', 'rækker')}, første gang i linje {row['linje']}"
            yield f"{extract}.csv: {name}: {reason} ({amount}){advice(extract, name, column, reason)}."


def advice(extract: str, name: str, column: Column, reason: str) -> str:
    """Which words a column knows, and where own ones are mapped to them; '' for other columns."""
    if column.type not in {"kode", "bool"} or not is_about_values(column, reason):
        return ""
    codes = f" (forventet: {', '.join(column.koder)})" if reason.startswith(UNKNOWN_CODE) else ""
    return f"{codes}; egne værdier oversættes i indstillingsfilen under [vaerdier.{extract}.{name}]"
