"""Reads a written delivery back with the csv module alone: nothing of the intake or the generator is used."""

from __future__ import annotations

import csv
import io
import tomllib
from datetime import date, datetime
from functools import cache
from pathlib import Path

SAMPLES = Path(__file__).parents[3] / "data_samples"
EXTRACTS = (
    "teams", "raadgivere", "sager", "sagsfordeling", "underretninger", "undersoegelser", "boernesamtaler",
    "aktiviteter", "indsatser", "handleplaner", "opfoelgninger", "afdaekninger", "ventetider", "tilsynssvar",
    "spoergeskemasvar", "milepaelsstatus", "kommentarer", "udgifter",
)  # fmt: skip
REQUIRED = EXTRACTS[:11]
Row = dict[str, str]


def text(file: Path) -> str:
    """A file's text: UTF-8 where it is, else Windows-1252."""
    raw = file.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252")


@cache
def indstillinger() -> dict[str, dict[str, dict[str, str]]]:
    """The sample settings file."""
    return tomllib.loads((SAMPLES / "indstillinger.toml").read_text(encoding="utf-8"))


@cache
def lines(file: Path) -> tuple[tuple[str, ...], ...]:
    """Every record of a file, the header first, blank ones included."""
    content = text(file)
    separator = max(";,\t", key=content.splitlines()[0].count)
    return tuple(map(tuple, csv.reader(io.StringIO(content, newline=""), delimiter=separator)))


@cache
def rows(file: Path) -> tuple[Row, ...]:
    """Rows by the contract's column names; only those with as many fields as the header."""
    header, *rest = lines(file)
    own = indstillinger()["overskrifter"].get(file.stem, {})
    names = [own.get(name, name) for name in header]
    return tuple(dict(zip(names, fields_, strict=True)) for fields_ in rest if len(fields_) == len(names))


def good(file: Path) -> list[Row]:
    """Rows without the faulty ones: no id of theirs begins with X or stands nowhere, and none twice."""
    seen: dict[tuple[tuple[str, str], ...], Row] = {}
    for row in rows(file):
        if not any(v.startswith(("X", "FINDES")) for v in row.values()) and next(iter(row.values())):
            seen.setdefault(tuple(row.items()), row)
    return list(seen.values())


def day_of(field_: str) -> date:
    """A date in either form, a timestamp's day."""
    return time_of(field_).date()


def time_of(field_: str) -> datetime:
    """A date or timestamp in either form."""
    if field_[2:3] == "-":
        field_ = f"{field_[6:10]}-{field_[3:5]}-{field_[:2]}{field_[10:]}"
    return datetime.fromisoformat(field_)
