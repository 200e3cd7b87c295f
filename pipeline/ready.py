"""Begun before the rest of the program is loaded: what taking in a delivery waits for longest."""

from __future__ import annotations

import calendar
import re
from datetime import date
from pathlib import Path

from pipeline.base.errors import UsageFault
from pipeline.base.harmless import one_line
from pipeline.base.periods import today
from pipeline.base.workspace import Workspace, udtraeksdato
from pipeline.call import Leverance
from pipeline.intake.validate import load


def get_ready(folder: Workspace, leverance: Leverance) -> None:
    """Let the second process load what judges a delivery, of a day none has been taken in of.

    Raises:
        UsageFault: as `date_of`.
    """
    if date_of(leverance) not in map(udtraeksdato, folder.leverance_files()):
        load()


def date_of(leverance: Leverance) -> date:
    """The day a delivery was drawn: as the caller says, else as its folder is named.

    Raises:
        UsageFault: there is no such folder, it may not be read, neither its name nor the caller says, or the
            day has not come.
    """
    try:
        next(leverance.folder.iterdir(), None)
    except PermissionError:
        raise UsageFault(f"{leverance.folder}: du har ikke ret til at læse mappen.") from None
    except OSError:
        raise UsageFault(
            f"{leverance.folder}: mappen findes ikke (forventet: en mappe med CSV-udtræk)."
        ) from None
    return _come(leverance.dato or udtraeksdato_of(leverance.folder))


def _come(dato: date) -> date:
    """A delivery dated in the future by mistake would stand in force over every later one."""
    if dato > (now := today()):
        raise UsageFault(
            f"Leverancen er dateret {dato:%d-%m-%Y}, som er senere end i dag ({now:%d-%m-%Y}). Ret mappens "
            "navn, eller angiv --udtraeksdato; er det maskinens ur, der går forkert, så stil det."
        )
    return dato


def udtraeksdato_of(folder: Path) -> date:
    """The day a delivery was drawn, from its folder's name: `2021-04-30`, or the last day of `2021-04`.

    Raises:
        UsageFault: the name is neither.
    """
    name = folder.resolve().name
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", name, re.ASCII):
            return date.fromisoformat(name)
        if re.fullmatch(r"\d{4}-\d{2}", name, re.ASCII):
            year, maaned = int(name[:4]), int(name[5:])
            return date(year, maaned, calendar.monthrange(year, maaned)[1])
    except ValueError:  # no such day or month
        pass
    raise UsageFault(
        f"{one_line(str(folder))}: mappens navn er ikke en dato (forventet: åååå-mm-dd eller åååå-mm); "
        "angiv --udtraeksdato."
    )
