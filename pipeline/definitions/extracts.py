"""Every extract that is expected of a delivery: `expectations/<extract>.yaml`, read strictly.

Adding an extract is adding one YAML file: reading, typing, checking, storing, publishing and the data
dictionary all walk what stands there.
"""

from __future__ import annotations

import functools
from pathlib import Path

from pipeline.definitions.extract_checks import tjek_extracts
from pipeline.definitions.extract_models import HAR_KLOKKESLAET, Extract, Kolonne
from pipeline.definitions.strict import laes_model
from pipeline.errors import DefinitionsFejl
from pipeline.resources import ressource

__all__ = ["HAR_KLOKKESLAET", "Extract", "Kolonne", "laes_extractmappe", "laes_extracts"]


@functools.cache
def laes_extracts() -> dict[str, Extract]:
    """Every extract by name, in the order they are judged: what is referred to comes first.

    Raises:
        DefinitionsFejl: a file in `expectations/` does not hold; one line per fault of all the files.
    """
    return laes_extractmappe(ressource("expectations"))


def laes_extractmappe(mappe: Path) -> dict[str, Extract]:
    """As `laes_extracts`, for the YAML files of another folder."""
    fundne: list[Extract] = []
    fejl: list[str] = []
    for fil in sorted(mappe.glob("*.yaml")):
        try:
            extract = laes_model(fil, Extract)
        except DefinitionsFejl as ved_laesning:
            fejl += ved_laesning.linjer
            continue
        if extract.extract != fil.stem:
            fejl.append(f"{fil.name}: extract skal være filens navn")
        fundne.append(extract)
    fundne.sort(key=lambda extract: extract.orden)
    # Between files only when each file holds: a missing file would make every reference to it a fault.
    fejl = fejl or tjek_extracts(fundne)
    if fejl:
        raise DefinitionsFejl(*fejl)
    return {extract.extract: extract for extract in fundne}
