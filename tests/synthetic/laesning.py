"""Reads a written delivery back with the csv module alone: nothing of the intake or the generator is used."""

from __future__ import annotations

import csv
import io
import tomllib
from datetime import date, datetime
from functools import cache
from pathlib import Path

PROEVER = Path(__file__).parents[2] / "data_samples"
EXTRACTS = (
    "teams", "raadgivere", "sager", "sagsfordeling", "underretninger", "undersoegelser", "boernesamtaler",
    "aktiviteter", "indsatser", "handleplaner", "opfoelgninger", "afdaekninger", "ventetider", "tilsynssvar",
    "spoergeskemasvar", "milepaelsstatus", "kommentarer", "udgifter",
)  # fmt: skip
KRAEVEDE = EXTRACTS[:11]
Raekke = dict[str, str]


def tekst(fil: Path) -> str:
    """A file's text: UTF-8 where it is, else Windows-1252."""
    raa = fil.read_bytes()
    try:
        return raa.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raa.decode("cp1252")


@cache
def indstillinger() -> dict[str, dict[str, dict[str, str]]]:
    """The sample settings file."""
    return tomllib.loads((PROEVER / "indstillinger.toml").read_text(encoding="utf-8"))


@cache
def linjer(fil: Path) -> tuple[tuple[str, ...], ...]:
    """Every record of a file, the header first, blank ones included."""
    indhold = tekst(fil)
    skilletegn = max(";,\t", key=indhold.splitlines()[0].count)
    return tuple(map(tuple, csv.reader(io.StringIO(indhold, newline=""), delimiter=skilletegn)))


@cache
def raekker(fil: Path) -> tuple[Raekke, ...]:
    """Rows by the contract's column names; only those with as many fields as the header."""
    hoved, *resten = linjer(fil)
    egne = indstillinger()["overskrifter"].get(fil.stem, {})
    navne = [egne.get(navn, navn) for navn in hoved]
    return tuple(dict(zip(navne, felter, strict=True)) for felter in resten if len(felter) == len(navne))


def gode(fil: Path) -> list[Raekke]:
    """Rows without the faulty ones: no id of theirs begins with X or stands nowhere, and none twice."""
    set_: dict[tuple[tuple[str, str], ...], Raekke] = {}
    for raekke in raekker(fil):
        if not any(v.startswith(("X", "FINDES")) for v in raekke.values()) and next(iter(raekke.values())):
            set_.setdefault(tuple(raekke.items()), raekke)
    return list(set_.values())


def dato(felt: str) -> date:
    """A date in either form, a timestamp's day."""
    return tid(felt).date()


def tid(felt: str) -> datetime:
    """A date or timestamp in either form."""
    if felt[2:3] == "-":
        felt = f"{felt[6:10]}-{felt[3:5]}-{felt[:2]}{felt[10:]}"
    return datetime.fromisoformat(felt)
