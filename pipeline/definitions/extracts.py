"""Every extract that is expected of a delivery: `expectations/<extract>.yaml`, read strictly.

Adding an extract is adding one YAML file: reading, typing, checking, storing, publishing and the data
dictionary all walk what stands there. What the files must agree on between them, and inside one between its
columns, is checked here; what one entry must hold by itself is its model's.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.base.errors import DefinitionsError
from pipeline.base.resources import resource
from pipeline.base.strict import read_model
from pipeline.definitions.column_models import HAS_TIME_OF_DAY, TAKEN_NAMES, TIME_TYPES, Column, Reference
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
    faults: list[str] = []
    for file in sorted(folder.glob("*.yaml")):
        try:
            extract = read_model(file, Extract)
        except DefinitionsError as at_reading:
            faults += at_reading.lines
            continue
        if extract.extract != file.stem:
            faults.append(f"{file.name}: extract skal være filens navn")
        found.append(extract)
    found.sort(key=lambda extract: extract.orden)
    # Between files only when each file holds: a missing file would make every reference to it a fault.
    faults = faults or _faults(found)
    if faults:
        raise DefinitionsError(*faults)
    return {extract.extract: extract for extract in found}


def _faults(extracts: Sequence[Extract]) -> list[str]:
    """Every fault found, one Danish line each, naming file and place."""
    known = {extract.extract: extract for extract in extracts}
    faults: list[str] = []
    first_with: dict[int, str] = {}
    for extract in extracts:
        if (other := first_with.setdefault(extract.orden, extract.extract)) != extract.extract:
            faults.append(f"{extract.extract}.yaml: orden {extract.orden} er også {other}s")
        found = [*_columns(extract), *_references(extract, known), *_rules(extract, known)]
        faults += [f"{extract.extract}.yaml: {line}" for line in found]
    return faults


def _columns(extract: Extract) -> Iterator[str]:
    if not extract.key:
        yield "mindst én kolonne skal være noegle"
    for name in extract.kolonner:
        if name in TAKEN_NAMES or name.endswith(HAS_TIME_OF_DAY):
            yield f"kolonner.{name}: navnet er optaget"


def _references(extract: Extract, known: dict[str, Extract]) -> Iterator[str]:
    for name, column in extract.kolonner.items():
        if (reference := column.henviser) is None:
            continue
        place = f"kolonner.{name}.henviser"
        target = known.get(reference.extract)
        if target is None or target.key != (reference.column,):
            yield f"{place}: {reference.til} er ikke nøglen i et kendt udtræk"
            continue
        if reference.ukendt != "tilladt" and target.orden >= extract.orden:
            yield f"{place}: {target.extract} skal have en lavere orden"
        if reference.deler and not {reference.deler} <= extract.kolonner.keys() & target.kolonner.keys():
            yield f"{place}.deler: kolonnen {reference.deler} findes ikke i begge udtræk"


def _rules(extract: Extract, known: dict[str, Extract]) -> Iterator[str]:
    for order in extract.tidsorden:
        yield from _times(extract, "tidsorden", (order.foerst, order.sidst))
    for deed in extract.gerninger:
        yield from _times(extract, "gerninger", (deed.gerning,))
        for path in deed.begyndt:
            yield from _begun(extract, known, path)
    for requirement in extract.kraever:
        yield from _exists(extract, "kraever", (*requirement.en_af, *requirement.naar))
        for name, codes in requirement.naar.items():
            if name in extract.kolonner and not set(codes) <= extract.kolonner[name].koder.keys():
                yield f"kraever.naar.{name}: en af koderne kendes ikke"
    for both in extract.ikke_begge:
        yield from _exists(extract, "ikke_begge", both.kolonner)
    yield from _spared(extract, known)


def _spared(extract: Extract, known: dict[str, Extract]) -> Iterator[str]:
    if spared := extract.kan_undvaeres:
        other = known.get(spared.extract)
        if other is None or spared.column not in other.kolonner:
            yield f"kan_undvaeres.med: {spared.med} er ikke en kolonne i et kendt udtræk"
        if not any(k.henviser and k.henviser.extract == spared.extract for k in extract.kolonner.values()):
            yield f"kan_undvaeres.med: ingen kolonne henviser til {spared.extract}"


def _begun(extract: Extract, known: dict[str, Extract], path: str) -> Iterator[str]:
    """`kolonne`, or `reference.kolonne` for a column of the row referred to."""
    via, dot, name = path.rpartition(".")
    if not dot:
        yield from _times(extract, "gerninger", (name,))
        return
    reference: Reference | None = extract.kolonner[via].henviser if via in extract.kolonner else None
    if reference is None or reference.extract not in known:
        yield f"gerninger: {via} er ikke en henvisning"
        return
    yield from _times(known[reference.extract], f"gerninger.{via}", (name,))


def _exists(extract: Extract, place: str, names: Sequence[str]) -> Iterator[str]:
    for name in names:
        if name not in extract.kolonner:
            yield f"{place}: kolonnen {name} findes ikke"


def _times(extract: Extract, place: str, names: Sequence[str]) -> Iterator[str]:
    yield from _exists(extract, place, names)
    for name in names:
        if name in extract.kolonner and extract.kolonner[name].type not in TIME_TYPES:
            yield f"{place}: kolonnen {name} skal være en dato eller et tidspunkt"
