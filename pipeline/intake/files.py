"""Which files of a folder belong to the delivery, and what each is: characters, marks, or no CSV at all."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from pipeline.base.cpr import masked
from pipeline.base.errors import DataRefused, UsageFault
from pipeline.base.harmless import one_line, shortened
from pipeline.intake.charset import bytes_in_blocks, fingerprint_and_charset
from pipeline.intake.foreign import foreign
from pipeline.intake.limits import TooLong, long_line, too_large, whole_lines
from pipeline.intake.marks import Marks, find_marks
from pipeline.intake.own_words import Fold

_LONGEST_NAME = 60
_BESIDE_A_NAME = frozenset({
    "csv", "txt", "tsv", "tab", "xls", "xlsx", "xlsm", "xlsb", "ods", "dat", "zip", "gz", "bak",
    "kopi", "copy", "af", "of", "ny", "nyt", "ret", "rettet", "final", "endelig", "v", "dbo", "dubu", "sofus",
    "udtraek", "eksport", "export", "data", "t", "z", "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
})  # fmt: skip
"""What stands beside an extract's name in that of its file, when it is that extract."""
_KEEP_AS = "gem den som CSV i UTF-8"


@dataclass(frozen=True)
class File:
    """One file of a delivery; `charset` is a Python codec, and `whole` whether all of the file is in it."""

    extract: str
    path: Path
    sha256: str
    charset: str
    whole: bool
    marks: Marks

    @property
    def name(self) -> str:
        """The file's name as it can be shown."""
        return shown(self.path)


@dataclass(frozen=True)
class Folder:
    """A delivery's files by extract, the names of files that are none, and of folders that hold extracts."""

    files: dict[str, File]
    unknown: tuple[str, ...]
    inner: tuple[str, ...]


def shown(path: Path) -> str:
    """A file's name as messages show it: one line without control signs and CPR numbers, not too long."""
    return shortened(masked(one_line(path.name)), _LONGEST_NAME)


def read_folder(folder: Path, extracts: Collection[str], fold: Fold, nothing: Sequence[str]) -> Folder:
    """Find and fingerprint the files of a delivery; `nothing` are the words for a missing value.

    Raises:
        UsageFault: the folder cannot be read.
        DataRefused: a file cannot be read or decoded, or two files are the same extract; one line each.
    """
    found, unknown = _distribute(_files(folder), extracts, fold)
    error = [
        f"{' og '.join(shown(path) for path in paths)}: udtrækket {name} må kun ligge der én gang"
        for name in extracts
        if len(paths := found.get(name, [])) > 1
    ]
    read = _read_files({name: found[name][0] for name in extracts if len(found.get(name, [])) == 1}, nothing)
    error += [file for file in read.values() if not isinstance(file, File)]
    if error:
        raise DataRefused(*error)
    files = {name: file for name, file in read.items() if isinstance(file, File)}
    return Folder(files, unknown, _inner(folder, extracts, fold))


def _read_files(paths: Mapping[str, Path], nothing: Sequence[str]) -> dict[str, File | str]:
    """Each extract's file, or why it cannot be used.

    Two at a time: hashing and searching let the interpreter go meanwhile.
    """
    with ThreadPoolExecutor(2) as threads:
        read = threads.map(partial(_read_file, nothing=nothing), paths, paths.values())
        return dict(zip(paths, read, strict=True))


def _read_file(name: str, path: Path, nothing: Sequence[str]) -> File | str:
    """The file, or why it cannot be used."""
    try:
        if what := too_large(path):
            return f"{shown(path)}: {what}"
        if what := foreign(path):
            return f"{shown(path)}: filen er {what}; {_KEEP_AS}"
        sha256, charset, whole = fingerprint_and_charset(path)
        base = "cp1252" if charset == "cp1252" else "utf-8"
        marks = find_marks(whole_lines(bytes_in_blocks(path, charset)), base, nothing)
    except TooLong:
        return f"{shown(path)}: {long_line(path, charset)}"
    except OSError:
        return (
            f"{shown(path)}: filen kan ikke læses; luk den i andre programmer, og se efter, om du må læse den"
        )
    return File(name, path, sha256, charset, whole, marks if whole else replace(marks, suspect=True))


def lookalikes(extract: str, names: Sequence[str], fold: Fold, *, sure: bool = False) -> list[str]:
    """Files that are the extract under another name: a date or a copy's number after it, another ending.

    With `sure` nothing but such may stand beside the extract's name.
    """
    found = []
    for name, folded in zip(names, fold([name.strip() for name in names]), strict=True):
        parts = [part.strip("0123456789") for part in re.split(r"[^a-z0-9]+", folded)]
        others = {part for part in parts if part} - {extract}
        if extract in parts and (not sure or others <= _BESIDE_A_NAME):
            found.append(name)
    return found


def _inner(folder: Path, extracts: Collection[str], fold: Fold) -> tuple[str, ...]:
    """Folders in the folder that hold extracts."""
    try:
        inner = sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))
        return tuple(shown(path) for path in inner if _distribute(_files(path), extracts, fold)[0])
    except (OSError, UsageFault):  # a folder that may not be looked into is not ours to judge
        return ()


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    except OSError:
        raise UsageFault(
            f"{one_line(str(folder))}: mappen kan ikke læses (forventet: en mappe med CSV-udtræk)."
        ) from None


def _distribute(
    paths: Sequence[Path], extracts: Collection[str], fold: Fold
) -> tuple[dict[str, list[Path]], tuple[str, ...]]:
    found: dict[str, list[Path]] = {}
    unknown: list[str] = []
    for path, name in zip(paths, fold([path.stem.strip() for path in paths]), strict=True):
        if name in extracts and path.suffix.lower() == ".csv":
            found.setdefault(name, []).append(path)
        else:
            unknown.append(shown(path))
    return found, tuple(unknown)
