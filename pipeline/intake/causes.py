"""Why most of a file's rows are in quarantine, for the message that refuses it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipeline.database import Database
from pipeline.definitions.extract_models import Extract
from pipeline.intake.expected import UKENDT_KODE


def hovedaarsager(database: Database, extracts: Mapping[str, Extract]) -> dict[str, str]:
    """For each extract with quarantined rows, one sentence on the fault most of them have; no values."""
    raekker = database.raekker("intake", "main_reasons")
    return {raekke["extract"]: _saetning(raekke, extracts[raekke["extract"]]) for raekke in raekker}


def _saetning(raekke: Mapping[str, Any], extract: Extract) -> str:
    sted = f"{raekke['kolonne']}: " if raekke["kolonne"] else ""
    antal = raekke["raekker"]
    maengde = f"{antal} {'række' if antal == 1 else 'rækker'}, første gang i linje {raekke['linje']}"
    return f"hyppigste årsag ({maengde}): {sted}{raekke['aarsag']}{_raad(raekke, extract)}."


def _raad(raekke: Mapping[str, Any], extract: Extract) -> str:
    """Which codes there are, and where the municipality's own are mapped to them."""
    if raekke["aarsag"] != UKENDT_KODE:
        return ""
    koder = ", ".join(extract.kolonner[raekke["kolonne"]].koder)
    sted = f"[vaerdier.{extract.extract}.{raekke['kolonne']}]"
    return f" (forventet: {koder}); egne værdier oversættes i indstillingsfilen under {sted}"
