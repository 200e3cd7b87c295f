"""Why most of a file's rows are in quarantine, for the message that refuses it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipeline.base.database import Database
from pipeline.definitions.extract_models import Extract
from pipeline.intake.value_causes import advice


def main_reasons(database: Database, extracts: Mapping[str, Extract]) -> dict[str, str]:
    """For each extract with quarantined rows, one sentence on the fault most of them have; no values."""
    rows = database.rows("intake", "main_reasons")
    return {row["extract"]: _sentence(row, extracts[row["extract"]]) for row in rows}


def _sentence(row: Mapping[str, Any], extract: Extract) -> str:
    place = f"{row['kolonne']}: " if row["kolonne"] else ""
    count = row["raekker"]
    amount = f"{count} {'række' if count == 1 else 'rækker'}, første gang i linje {row['linje']}"
    return f"hyppigste årsag ({amount}): {place}{row['aarsag']}{_advice(row, extract)}."


def _advice(row: Mapping[str, Any], extract: Extract) -> str:
    column = extract.kolonner.get(row["kolonne"] or "")
    return advice(extract.extract, row["kolonne"], column, row["aarsag"]) if column else ""
