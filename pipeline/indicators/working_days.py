"""The public holidays that deadlines in working days are counted by, from the `holidays` package."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from pipeline.base.database import Database
from pipeline.base.errors import InternalError
from pipeline.definitions.sql_files import names_in

WORKING_DAYS = "arbejdsdag"
"""The view that unit files count working days by; without one that names it no holidays are laid."""


def lay_holidays(database: Database, files: Iterable[Path], udtraeksdato: date) -> None:
    """Fill the table `helligdag` where a unit file counts working days.

    From the year of the first underretning to the one after the delivery, where deadlines to come lie.

    Raises:
        InternalError: the package does not know all of those years.
    """
    if not any(WORKING_DAYS in names_in(file) for file in files):
        return
    first = database.value("select min(year(modtaget_tidspunkt)) from underretninger")
    days = danish_holidays(first or udtraeksdato.year, udtraeksdato.year + 1)
    database.insert("helligdag", [{"dato": day} for day in days])


def danish_holidays(first_year: int, last_year: int) -> list[date]:
    """Danish public holidays of some years, in order.

    Constitution Day, Christmas Eve and New Year's Eve are working days here: they are no public holidays
    by law. Store bededag was one until 2023.

    Raises:
        InternalError: the package does not know all of those years.
    """
    # Loaded only when a plan asks: most do not count in working days.
    import holidays

    known = holidays.country_holidays("DK", years=range(first_year, last_year + 1))
    if first_year < known.start_year or last_year > known.end_year:
        raise InternalError(
            f"Helligdagene kendes kun fra {known.start_year} til {known.end_year}; "
            f"beregningen har brug for {first_year} til {last_year}."
        )
    return sorted(known)
