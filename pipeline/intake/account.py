"""The account of a delivery: per file how it was read and what became of its rows; counts, no content."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pipeline.definitions.extract_models import Extract
from pipeline.intake.causes import Cause
from pipeline.intake.distribution import Change
from pipeline.intake.files import File
from pipeline.intake.gates import FileCounts
from pipeline.intake.headings import Headings
from pipeline.intake.lookups import Reading
from pipeline.intake.own_words import Fold
from pipeline.intake.unknown import Unknown

_ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8 med mærke",
    "cp1252": "Windows-1252",
    "utf-16": "UTF-16",
}
_SEPARATORS = {";": "semikolon", ",": "komma", "\t": "tabulator"}
_READINGS: dict[Reading, str] = {
    "komma": "komma er decimaltegn",
    "punkt": "punktum er decimaltegn",
    "tusind": "punktum er tusindtegn",
}


@dataclass(frozen=True)
class HowRead:
    """How a file was read: its characters, separator, amounts by column, and what its headings mean.

    `heading_line` is the line the headings stand in, `mapped` those of the municipality's own that its
    settings map, `missing` the columns that the file does not have.
    """

    encoding: str
    separator: str
    heading_line: int
    decimals: Mapping[str, str]
    mapped: Mapping[str, str]
    missing: tuple[str, ...]
    unknown: Unknown


@dataclass(frozen=True)
class FileAccount:
    """What became of one file: its counts, its causes of quarantine and warnings, and its columns.

    `never_filled` are columns that the file has and no accepted row fills, `lost` those that an earlier
    delivery filled, `changes` codes whose share moved much since the delivery before.
    """

    counts: FileCounts
    read: HowRead
    quarantined: tuple[Cause, ...] = ()
    warned: tuple[Cause, ...] = ()
    never_filled: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True)
class Account:
    """A delivery's files, what its reader should know besides the causes, and why it is refused, if it is.

    `before` is the date of the delivery it is compared with.
    """

    udtraeksdato: date
    files: tuple[FileAccount, ...] = ()
    left_out: tuple[str, ...] = ()
    messages: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    before: date | None = None


def how_read(
    file: File, headings: Headings, extract: Extract, readings: Mapping[str, Reading], fold: Fold
) -> HowRead:
    """What is known of a file once it has been read."""
    folded = fold([text.strip() for text in headings.written])
    own = {
        text.strip(): name
        for text, plain, name in zip(headings.written, folded, headings.names, strict=True)
        if name in extract.kolonner and plain != name
    }
    present = [name for name in readings if name in headings.names]
    return HowRead(
        _ENCODINGS.get(file.charset, file.charset.upper()),
        _SEPARATORS.get(headings.separator, "et andet tegn"),
        headings.line,
        {name: _READINGS[readings[name]] for name in present},
        own,
        tuple(name for name in extract.kolonner if name not in headings.names),
        headings.unknown,
    )
