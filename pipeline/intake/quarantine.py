"""Quarantined rows as files for whoever mends them: whole, but for CPR numbers, with line and reason."""

from __future__ import annotations

import csv
import heapq
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.database import Database, citat, felt, konstant
from pipeline.definitions.extract_models import Extract
from pipeline.intake.pseudonyms import maskeret

_OVERSKRIFT = ("linje", "kolonne", "aarsag")
_OVERSKYDENDE = "overskydende_felter"
_FORMEL = re.compile(r"(?![+-][\d.,]+\Z)[=+\-@\t\r]")
"""How a text begins that a spreadsheet would run as a formula; a signed number is none."""


def mappe_for(arbejdsmappe: Path, udtraeksdato: date) -> Path:
    """Where one delivery's quarantined rows lie."""
    return arbejdsmappe / "karantaene" / udtraeksdato.isoformat()


def ryd(mappe: Path) -> None:
    """Remove what an earlier run of the same date left."""
    for fil in mappe.glob("*.csv"):
        fil.unlink()


def flyt(fra: Path, til: Path) -> None:
    """Make the rows of a delivery taken in those of its date."""
    if fra == til:
        return
    ryd(til)
    if fra.is_dir():
        til.mkdir(mode=0o700, exist_ok=True)
        for fil in fra.glob("*.csv"):
            fil.replace(til / fil.name)
        fra.rmdir()


def skriv(database: Database, extract: Extract, navne: Sequence[str], mappe: Path) -> None:
    """Write `<extract>.csv`: one line per quarantined row, as Excel opens it; no file where there is none.

    `navne` are the raw columns in the file's order. A row with too many or too few fields has them as
    they came, and those beyond the last column in a column of their own. A field that a spreadsheet would
    run as a formula has an apostrophe in front: what a citizen wrote must not run on an analyst's machine.
    """
    database.koer_fil("intake", "quarantine_reasons")
    if not database.vaerdi("select count(*) from karantaeneaarsag"):
        return
    for led in (mappe.parent, mappe):
        led.mkdir(mode=0o700, parents=True, exist_ok=True)
    skaeve = list(_skaeve(database, len(navne)))  # all of them first: one query at a time can be read from
    raekker = heapq.merge(_hele(database, extract, navne), skaeve, key=lambda raekke: raekke[0])
    _skriv(mappe / f"{extract.extract}.csv", (*_OVERSKRIFT, *navne, _OVERSKYDENDE), raekker)


def _skriv(fil: Path, overskrift: Sequence[str], raekker: Iterable[Sequence[Any]]) -> None:
    fil.unlink(missing_ok=True)
    beskrivelse = os.open(fil, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(beskrivelse, "w", encoding="utf-8-sig", newline="") as ud:
        skriver = csv.writer(ud, delimiter=";")
        skriver.writerow([_celle(navn) for navn in overskrift])
        skriver.writerows([_celle(felt) for felt in raekke] for raekke in raekker)


def _celle(felt: Any) -> Any:
    """A field without CPR numbers, and with an apostrophe in front of what would run as a formula."""
    if not isinstance(felt, str):
        return felt
    tekst = maskeret(felt)
    return f"'{tekst}" if _FORMEL.match(tekst) else tekst


def _hele(database: Database, extract: Extract, navne: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """Line, column, reason, the row's own columns, and nothing beyond them."""
    forbindelse = database.forbindelse
    aarsager = forbindelse.table("karantaeneaarsag").project(
        felt("linje").alias("·linje"), felt("kolonne").alias("·kolonne"), felt("aarsag").alias("·aarsag")
    )
    raekker = forbindelse.table(f"raa.{citat(extract.extract)}").join(
        aarsager, felt("linje") == felt("·linje")
    )
    udvalg = [felt("·linje"), felt("·kolonne"), felt("·aarsag"), *(felt(navn) for navn in navne)]
    udvalg.append(konstant("").alias("·overskydende"))
    forbindelse.register("karantaeneraekke", raekker.project(*udvalg))
    svar = database.koer("from karantaeneraekke order by all")
    while bid := svar.fetchmany(10_000):
        yield from bid


def _skaeve(database: Database, antal: int) -> Iterator[tuple[Any, ...]]:
    for raekke in database.raekker("intake", "quarantined_misshapen"):
        felter = [*raekke["felter"], *[""] * antal][: max(antal, len(raekke["felter"]))]
        faste = (raekke["linje"], raekke["kolonne"], raekke["aarsag"])
        yield (*faste, *felter[:antal], " | ".join(felter[antal:]))
