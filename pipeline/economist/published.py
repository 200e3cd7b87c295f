"""The published file as its readers meet it: opened so that nothing can be written, and what it holds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.database import Database, aabn_til_laesning
from pipeline.errors import ForkertBrug


@dataclass(frozen=True)
class Kolonne:
    """One column: its name, DuckDB type and Danish meaning."""

    navn: str
    type: str
    betydning: str


@dataclass(frozen=True)
class Objekt:
    """One published table, view or macro; `art` is tabel, visning or makro, a macro has no columns."""

    navn: str
    art: str
    betydning: str
    kolonner: tuple[Kolonne, ...] = ()


def aabn_udgivelse(fil: Path) -> Database:
    """Open the published file read-only; the run that replaces it meanwhile does not disturb the reader.

    Raises:
        ForkertBrug: nothing is published.
    """
    if not fil.is_file():
        raise ForkertBrug(f"{fil}: der er ikke udgivet noget endnu; kør først run.")
    return aabn_til_laesning(fil)


def objekter(database: Database) -> list[Objekt]:
    """Every table, view and macro in the published file, by name."""
    fundne: dict[str, Objekt] = {}
    kolonner: dict[str, list[Kolonne]] = {}
    for r in database.hent("select objekt, art, kolonne, type, betydning from ordbog order by objekt, nr"):
        if r["art"] == "kolonne":
            kolonner.setdefault(r["objekt"], []).append(
                Kolonne(r["kolonne"], r["type"], r["betydning"] or "")
            )
        else:
            fundne[r["objekt"]] = Objekt(r["objekt"], r["art"], r["betydning"] or "")
    return [Objekt(o.navn, o.art, o.betydning, tuple(kolonner.get(o.navn, ()))) for o in fundne.values()]


def find(database: Database, navn: str) -> Objekt:
    """The published table or view with this name.

    Raises:
        ForkertBrug: there is none; the message names the views.
    """
    alle = [o for o in objekter(database) if o.kolonner]
    for objekt in alle:
        if objekt.navn == navn:
            return objekt
    visninger = ", ".join(o.navn for o in alle if o.art == "visning")
    raise ForkertBrug(f"{navn!r} er hverken en tabel eller en visning. Visningerne er {visninger}.")
