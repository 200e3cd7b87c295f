"""What the economist opens: typed extracts without confidential columns, results, and Danish comments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from pipeline.database import Database, citat
from pipeline.definitions.extracts import Extract

SKJULT = {"spoergeskemasvar": frozenset({"team_id"})}
"""Columns kept back beyond the confidential ones: a survey answer is published without its team
(contract, section 3)."""


def kopier_extracts(database: Database, extracts: Mapping[str, Extract]) -> None:
    """Copy the typed extracts into `ud` without their confidential columns.

    `database` has the delivery's typed extracts as its unqualified names.
    """
    for navn, extract in extracts.items():
        skjulte = extract.fortrolige | SKJULT.get(navn, frozenset())
        kolonner = [k for k in database.kolonner(navn) if k not in skjulte]
        database.kopier(navn, f"ud.{citat(navn)}", kolonner)


def kopier_leverancer(database: Database, filer: Sequence[Path]) -> None:
    """Copy the bookkeeping of every delivery taken in, oldest first: files, rows, quarantine places."""
    database.koer_fil("published", "leverancer")
    for fil in filer:
        database.tilknyt(fil, "en_leverance")
        database.koer_fil("published", "en_leverance")
        database.frakobl("en_leverance")


def kommenter(database: Database, extracts: Mapping[str, Extract]) -> None:
    """Give every published table and column its Danish comment."""
    database.koer("begin transaction")  # one write to disk instead of one per comment
    database.koer_fil("published", "kommentarer")
    for navn, extract in extracts.items():
        noegle = ", ".join(extract.noegle)
        database.kommenter(f"ud.{citat(navn)}", f"{extract.betydning} Nøgle: {noegle}. Uden fast rækkefølge.")
        findes = set(database.kolonner(f"ud.{citat(navn)}"))
        for kolonne, betydning in extract.betydninger.items():
            if kolonne in findes:
                database.kommenter(f"ud.{citat(navn)}.{citat(kolonne)}", betydning, kolonne=True)
    database.koer("commit")
