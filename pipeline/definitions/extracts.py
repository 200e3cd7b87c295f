"""Every extract that is expected of a delivery: `expectations/<extract>.yaml`, read strictly.

Adding an extract is adding one YAML file: reading, typing, checking, storing, publishing and the data
dictionary all walk what stands there.
"""

from __future__ import annotations

import functools
from pathlib import Path

from pipeline.base.errors import DefinitionsError
from pipeline.base.resources import resource
from pipeline.base.strict import read_model
from pipeline.definitions.column_models import HAS_TIME_OF_DAY, Column
from pipeline.definitions.extract_checks import check_extracts
from pipeline.definitions.extract_models import Extract

__all__ = ["HAS_TIME_OF_DAY", "Column", "Extract", "read_extracts", "read_extracts_folder"]


@functools.cache
def read_extracts() -> dict[str, Extract]:
    """Every extract by name, in the order they are judged: what is referred to comes first.

    Raises:
        DefinitionsError: a file in `expectations/` does not hold; one line per fault of all the files.
    """
    return read_extracts_folder(resource("expectations"))


def read_extracts_folder(folder: Path) -> dict[str, Extract]:
    """As `read_extracts`, for the YAML files of another folder."""
    found: list[Extract] = []
    error: list[str] = []
    for file in sorted(folder.glob("*.yaml")):
        try:
            extract = read_model(file, Extract)
        except DefinitionsError as at_reading:
            error += at_reading.lines
            continue
        if extract.extract != file.stem:
            error.append(f"{file.name}: extract skal være filens navn")
        found.append(extract)
    found.sort(key=lambda extract: extract.orden)
    # Between files only when each file holds: a missing file would make every reference to it a fault.
    error = error or check_extracts(found)
    if error:
        raise DefinitionsError(*error)
    return {extract.extract: extract for extract in found}
