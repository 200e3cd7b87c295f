"""What has arrived: which files, what their headings mean, and whether any of it stops the run at once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.base.errors import DataRefused
from pipeline.base.settings import Settings
from pipeline.definitions.extract_models import Extract
from pipeline.intake.files import File, Folder, lookalikes, read_folder
from pipeline.intake.garbled import garbled
from pipeline.intake.head_faults import ENOUGH, head_fault
from pipeline.intake.headings import Headings, interpret, recognise
from pipeline.intake.limits import too_many_columns
from pipeline.intake.own_words import Fold, OwnWords
from pipeline.intake.read_csv import open_csv
from pipeline.intake.tidy import NOTHING
from pipeline.intake.unknown import NONE

_DAY = ", og angiv dagen med --udtraeksdato, hvis mappens navn ikke er en dato"


@dataclass(frozen=True)
class Received:
    """A delivery before its rows are read: each extract's file and its headings."""

    files: Mapping[str, File]
    headings: Mapping[str, Headings]
    indhold_sha256: str
    messages: tuple[str, ...]


_ALWAYS = frozenset({"teams", "sager", "sagsfordeling"})
"""The extracts without which nothing can be told to anybody."""


def receive(
    folder: Path,
    extracts: Mapping[str, Extract],
    own_words: OwnWords,
    settings: Settings,
    fold: Fold,
    *,
    light: bool = False,
) -> Received:
    """Find the files and read their headings; a `light` delivery needs to say no more than whose cases are.

    Raises:
        UsageFault: the folder cannot be read.
        DataRefused: a file is missing, there twice, unreadable, or lacks a column; one line each.
    """
    found = read_folder(folder, extracts, fold, (*NOTHING, *settings.tomme))
    headings = {
        name: read_headings(file, extracts[name], own_words, fold) for name, file in found.files.items()
    }
    error = [line for each in headings.values() for line in each.error]
    missed = [
        line + _neighbour(extract, found, fold)
        for extract in extracts.values()
        if not light or extract.extract in _ALWAYS
        for line in _missed(extract, headings)
    ]
    if missed and found.inner:
        missed = [f"udtrækkene ligger i undermappen {found.inner[0]}; angiv den med --leverance{_DAY}"]
    error += missed
    error += [line for name, extract in extracts.items() for line in _left_behind(extract, found, fold)]
    if error:
        raise DataRefused(*error)
    return Received(
        found.files,
        headings,
        _content(found.files, settings),
        tuple(_messages(found, headings, extracts)),
    )


def read_headings(file: File, extract: Extract, own_words: OwnWords, fold: Fold) -> Headings:
    """One file's headings as columns."""
    own = own_words.headings.get(extract.extract, {})

    def recognised(found: Sequence[str]) -> int:
        return len(extract.kolonner.keys() & set(recognise(found, own, fold)))

    with open_csv(file.path, file.charset, recognised, file.marks) as csv_file:
        if fault := too_many_columns(len(csv_file.headings)):
            return Headings((), (), NONE, (f"{file.name}: {fault}",))
        headings = interpret(csv_file.headings, extract, own, fold, file.name)
        headings = replace(headings, line=csv_file.heading_line, separator=csv_file.separator)
    if headings.error and recognised(headings.written) < ENOUGH and (fault := head_fault(file, recognised)):
        return replace(headings, error=(f"{file.name}: {fault}",))
    fault = garbled(file, extract, headings)
    return replace(headings, error=(fault,)) if fault else headings


def _missed(extract: Extract, headings: Mapping[str, Headings]) -> Iterator[str]:
    """Why the run stops when the extract's file is missing; nothing when it may be."""
    if extract.extract in headings or extract.valgfri:
        return
    if spared := extract.kan_undvaeres:
        other = headings.get(spared.extract)
        if other and spared.column in other.names:
            return
        yield (
            f"{extract.extract}.csv: filen mangler (den kan kun undværes, når {spared.extract} "
            f"har kolonnen {spared.column})"
        )
    else:
        yield f"{extract.extract}.csv: filen mangler"


def _left_behind(extract: Extract, found: Folder, fold: Fold) -> Iterator[str]:
    """An optional extract under another name: passed over, its rows would be lost without anybody's wish."""
    if extract.valgfri and extract.extract not in found.files:
        for name in lookalikes(extract.extract, found.unknown, fold, sure=True):
            yield (
                f"{name}: filen ligner udtrækket {extract.extract}, men læses ikke under det navn; "
                f"gem den som {extract.extract}.csv, eller flyt den ud af mappen"
            )


def _neighbour(extract: Extract, found: Folder, fold: Fold) -> str:
    """What lies in the folder under a name like the missing file's: a copy, a workbook."""
    names = lookalikes(extract.extract, found.unknown, fold)
    return f"; skal {' eller '.join(names)} bruges, så gem den som {extract.extract}.csv" if names else ""


def _content(files: Mapping[str, File], settings: Settings) -> str:
    """A fingerprint of all that decides what is read: the files, and the municipality's own words."""
    content = {
        "filer": {name: file.sha256 for name, file in files.items()},
        **settings.model_dump(include={"overskrifter", "vaerdier", *(("tomme",) if settings.tomme else ())}),
    }
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def _messages(
    found: Folder, headings: Mapping[str, Headings], extracts: Mapping[str, Extract]
) -> Iterator[str]:
    if found.unknown:
        yield f"Filer, der ikke er udtræk, er sprunget over: {', '.join(found.unknown)}."
    if found.inner:
        yield f"Undermapper, der ikke er læst: {', '.join(found.inner)}."
    if missed := [name for name in extracts if name not in found.files]:
        yield f"Udtræk, der ikke er med i leverancen: {', '.join(missed)}."
    for name, each in headings.items():
        file = found.files[name].name
        if each.unknown.names:
            yield f"{file}: overskrifter, der ikke kendes, bruges ikke: {', '.join(each.unknown.names)}."
        elif each.unknown.numbers:
            yield f"{file}: {each.unknown}; indholdet bruges ikke."
        if empty := [column for column in extracts[name].kolonner if column not in each.names]:
            yield f"{file}: kolonner, der ikke er med, regnes som tomme: {', '.join(empty)}."
