"""Which files of a folder belong to the delivery, and in which characters each is written."""

from __future__ import annotations

import codecs
import hashlib
import itertools
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.base.errors import DataRefused, UsageFault
from pipeline.base.text import one_line, shortened
from pipeline.intake.own_words import Fold
from pipeline.intake.pseudonyms import masked

_BLOCK = 1 << 20
_LONGEST_NAME = 60
_KEEP_AS = "gem den som CSV i UTF-8"
_OTHERS_LABELS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""A file that begins with one of these and is not UTF-8 is broken or UTF-16, never Windows-1252."""

_FOREIGN = {
    b"PK\x03\x04": "et regneark eller en zip-fil",
    b"\xd0\xcf\x11\xe0": "et regneark",
    codecs.BOM_UTF16_LE: "skrevet i UTF-16",
    codecs.BOM_UTF16_BE: "skrevet i UTF-16",
}
"""How what people save in place of a CSV file begins."""

_DANISH_UTF8 = re.compile(rb"\xc3[\x80-\xbf]")
"""æ, ø, å and their like in UTF-8. In Windows-1252 it would be Ã and a sign, which no Danish text holds: a
file with it that is not UTF-8 was put together from both, and either reading would garble the other."""


@dataclass(frozen=True)
class File:
    """One file of a delivery; `charset` is a Python codec."""

    extract: str
    path: Path
    sha256: str
    charset: str

    @property
    def name(self) -> str:
        """The file's name as it can be shown."""
        return shown(self.path)


@dataclass(frozen=True)
class Folder:
    """A delivery's files by extract, and the names of files that are none."""

    files: dict[str, File]
    unknown: tuple[str, ...]


def shown(path: Path) -> str:
    """A file's name as messages show it: one line without control signs and CPR numbers, not too long."""
    return shortened(masked(one_line(path.name)), _LONGEST_NAME)


def read_folder(folder: Path, extracts: Collection[str], fold: Fold) -> Folder:
    """Find and fingerprint the files of a delivery.

    Raises:
        UsageFault: the folder cannot be read.
        DataRefused: a file cannot be read or decoded, or two files are the same extract; one line each.
    """
    found, unknown = _distribute(_files(folder), extracts, fold)
    error: list[str] = []
    files: dict[str, File] = {}
    for name in extracts:
        paths = found.get(name, [])
        if paths[1:]:
            error.append(
                f"{' og '.join(shown(path) for path in paths)}: udtrækket {name} må kun ligge der én gang"
            )
        elif paths:
            file = _read_file(name, paths[0])
            if isinstance(file, File):
                files[name] = file
            else:
                error.append(file)
    if error:
        raise DataRefused(*error)
    return Folder(files, unknown)


def _read_file(name: str, path: Path) -> File | str:
    """The file, or why it cannot be used."""
    try:
        if foreign := _foreign(path):
            return f"{shown(path)}: filen er {foreign}; {_KEEP_AS}"
        sha256, charset = _fingerprint_and_charset(path)
    except OSError:
        return (
            f"{shown(path)}: filen kan ikke læses; luk den i andre programmer, og se efter, om du må læse den"
        )
    if charset is None:
        return f"{shown(path)}: tegnene kan ikke læses (forventet: UTF-8 eller Windows-1252); {_KEEP_AS}"
    return File(name, path, sha256, charset)


def _foreign(path: Path) -> str | None:
    """What the file is, when its first bytes say that it is no CSV file."""
    with path.open("rb") as file:
        beginning = file.read(4)
    return next((what for label, what in _FOREIGN.items() if beginning.startswith(label)), None)


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


def _fingerprint_and_charset(path: Path) -> tuple[str, str | None]:
    """The file's SHA-256 and codec; None when it is in neither of the two.

    UTF-8 is tried first since Windows-1252 reads almost anything; a guessing library was tried and
    guessed wrong on Danish.
    """
    sha = hashlib.sha256()
    utf8 = codecs.getincrementaldecoder("utf-8")()
    is_utf8, beginning, mixed = True, b"", False
    for block in itertools.chain(_blocks(path), [b""]):
        beginning = beginning or block[:3]
        sha.update(block)
        is_utf8 = is_utf8 and _decodable(utf8, block)
        mixed = mixed or _DANISH_UTF8.search(block) is not None
    if is_utf8:
        return sha.hexdigest(), "utf-8-sig" if beginning.startswith(codecs.BOM_UTF8) else "utf-8"
    cp1252 = codecs.getincrementaldecoder("cp1252")()
    possible = not mixed and not beginning.startswith(_OTHERS_LABELS)
    is_cp1252 = possible and all(_decodable(cp1252, block) for block in _blocks(path))
    return sha.hexdigest(), "cp1252" if is_cp1252 else None


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            yield block


def _decodable(decoder: codecs.IncrementalDecoder, block: bytes) -> bool:
    """Whether the next block decodes; an empty one ends the text."""
    try:
        decoder.decode(block, final=not block)
    except UnicodeDecodeError:
        return False
    return True
