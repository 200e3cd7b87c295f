"""Why values and rows could not be used as they came: a line per cause, with what to do about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.base.database import Database
from pipeline.definitions.extract_models import Extract
from pipeline.intake.expected import UNKNOWN_CODE, is_about_values


def main_reasons(database: Database, extracts: Mapping[str, Extract]) -> dict[str, str]:
    """For each extract with quarantined rows, one sentence on the fault most of them have; no values."""
    rows = database.rows("intake", "main_reasons")
    return {row["extract"]: _sentence(row, extracts[row["extract"]]) for row in rows}


def value_causes(database: Database, extracts: Mapping[str, Extract]) -> Iterator[str]:
    """One line for each column and reason why its values could not be read, or were read otherwise."""
    for row in database.rows("intake", "value_causes"):
        extract = extracts[row["extract"]]
        column = extract.kolonner.get(row["kolonne"])
        if column and is_about_values(column, row["aarsag"]):
            yield f"{row['extract']}.csv: {_place(row)} ({_amount(row)}){_advice(row, extract)}."


def _sentence(row: Mapping[str, Any], extract: Extract) -> str:
    return f"hyppigste årsag ({_amount(row)}): {_place(row)}{_advice(row, extract)}."


def _place(row: Mapping[str, Any]) -> str:
    return f"{row['kolonne']}: {row['aarsag']}" if row["kolonne"] else str(row["aarsag"])


def _amount(row: Mapping[str, Any]) -> str:
    count = row["raekker"]
    return f"{count} {'række' if count == 1 else 'rækker'}, første gang i linje {row['linje']}"


def _advice(row: Mapping[str, Any], extract: Extract) -> str:
    """Which words there are, and where the municipality's own are mapped to them."""
    column = extract.kolonner.get(row["kolonne"] or "")
    if column is None or column.type not in {"kode", "bool"} or not is_about_values(column, row["aarsag"]):
        return ""
    codes = f" (forventet: {', '.join(column.koder)})" if row["aarsag"].startswith(UNKNOWN_CODE) else ""
    place = f"[vaerdier.{extract.extract}.{row['kolonne']}]"
    return f"{codes}; egne værdier oversættes i indstillingsfilen under {place}"
