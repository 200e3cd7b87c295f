"""Ready-made questions: `sql/examples/*.sql`, each one query that runs in any DuckDB client as it stands.

Its first comment line is the grain, `-- Spørgsmål:` the question it answers and `-- Læs:` how to read
the answer; a line that begins with blanks goes on with the one before.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.database import Database
from pipeline.economist.nearest import mente_du
from pipeline.errors import ForkertBrug, InternFejl
from pipeline.resources import ressource

_MAERKE = re.compile(r"-- (?P<maerke>Spørgsmål|Læs): (?P<tekst>.+)")
_FORTSAT = re.compile(r"-- {2,}(?P<tekst>\S.*)")


@dataclass(frozen=True)
class Eksempel:
    """One question: `raekke` is what a row of the answer is, `laes` how to read it."""

    navn: str
    raekke: str
    spoergsmaal: str
    laes: str
    sql: str


@dataclass(frozen=True)
class Svar:
    """The answer to a query, column by column named."""

    kolonner: tuple[str, ...]
    raekker: tuple[tuple[Any, ...], ...]


@functools.cache
def alle_eksempler() -> tuple[Eksempel, ...]:
    """Every example, in order of name.

    Raises:
        InternFejl: an example does not state its grain, question and reading.
    """
    return tuple(_laes(fil) for fil in sorted(ressource("sql", "examples").glob("*.sql")))


def eksempel(navn: str) -> Eksempel:
    """The example with this name.

    Raises:
        ForkertBrug: there is none; the message names the nearest, else all there are.
    """
    navne = [e.navn for e in alle_eksempler()]
    if navn in navne:
        return alle_eksempler()[navne.index(navn)]
    hjaelp = mente_du(navn, navne) or f" Vælg et af {', '.join(navne)}."
    raise ForkertBrug(f"Eksemplet {navn!r} kendes ikke.{hjaelp}")


def svar_paa(database: Database, sql: str) -> Svar:
    """Run one query and fetch all of its answer."""
    resultat = database.koer(sql)
    kolonner = tuple(str(kolonne[0]) for kolonne in resultat.description or ())
    return Svar(kolonner, tuple(resultat.fetchall()) if kolonner else ())


def _laes(fil: Path) -> Eksempel:
    sql = fil.read_text(encoding="utf-8")
    hoved = [linje for linje in sql.splitlines() if linje.startswith("--")]
    tekster: dict[str, str] = {}
    seneste = ""
    for linje in hoved[1:]:
        if fundet := _MAERKE.fullmatch(linje):
            seneste = fundet["maerke"]
            tekster[seneste] = fundet["tekst"]
        elif (fortsat := _FORTSAT.fullmatch(linje)) and seneste:
            tekster[seneste] += " " + fortsat["tekst"]
    if not hoved or set(tekster) != {"Spørgsmål", "Læs"}:
        raise InternFejl(f"{fil.name}: skal begynde med rækkens betydning, Spørgsmål og Læs.")
    return Eksempel(fil.stem, hoved[0].removeprefix("-- "), tekster["Spørgsmål"], tekster["Læs"], sql)
