"""What is wrong with a question of the user's own, in Danish and with the line it is wrong in.

Only complaints about how the question is written are told; one raised while rows are read could quote them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from pipeline.database import Database
from pipeline.economist.nearest import mente_du
from pipeline.economist.published import navne
from pipeline.economist.questions import et_spoergsmaal
from pipeline.errors import ForkertBrug

_LINJE = re.compile(r"^LINE (\d+): ", re.MULTILINE)
_SLAGS = re.compile(r"(?:Parser|Binder|Catalog) Error: (?P<hvad>[^\n]*)")
_VED = re.compile(r'syntax error at or near "(?P<ord>.+)"')
_KOLONNE = re.compile(r'Referenced column "(.+?)" not found|does not have a column named "(.+?)"')
_TABEL = re.compile(r"(?:Table|View) with name (\S+) does not exist|Referenced table \"(.+?)\" not found")
_FUNKTION = re.compile(r"Function with name (\S+) does not exist")
_VALG = "SELECT"
_CIFRE = re.compile(r"(['\"])[^'\"]*\d{4}[^'\"]*\1")
"""A quoted run of digits: the number of a person, perhaps, and no help to the reader."""
_SQL_ORD = re.compile(r"[^\W\d]\w*|[^\w'\"\s]+")
"""A word or sign of the language itself; a literal may be anything and is not repeated."""


def kraev_laeselige(database: Database, oenskede: Iterable[str]) -> None:
    """Ask the database whether it understands each file `*.sql` among the names, without running it.

    A file that cannot be read as text is left to whoever reads it for its answer.

    Raises:
        ForkertBrug: it does not; the message names the file, the line where it is known, and what is wrong.
    """
    for navn in oenskede:
        fil = Path(navn)
        if fil.suffix.lower() == ".sql" and (sql := _tekst(fil)) is not None:
            _kraev_laeselig(database, fil.name, sql)


def _tekst(fil: Path) -> str | None:
    try:
        return fil.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None


def _kraev_laeselig(database: Database, filnavn: str, sql: str) -> None:
    besked, linjer_foer = _klage(database, filnavn, sql)
    if fundet := _SLAGS.match(besked):
        linje = int(sted[1]) + linjer_foer if (sted := _LINJE.search(besked)) else 0
        sted_tekst = f", linje {linje}" if linje else ""
        hvad = _hvad(database, _CIFRE.sub('"…"', fundet["hvad"]))
        raise ForkertBrug(f"{filnavn}{sted_tekst}: {hvad}")


def _klage(database: Database, filnavn: str, sql: str) -> tuple[str, int]:
    """All of the database's complaint, empty when it has none, and the lines before those it counts."""
    klager: list[str] = []
    foer = 0

    def spoerg() -> None:
        nonlocal foer
        try:
            ren = et_spoergsmaal(database, sql)
            if database.saetninger(ren)[0][0] == _VALG:  # a pivot cannot be described
                foer = sql[: sql.index(ren)].count("\n") - 1  # the bracket has a line of its own
                database.koer(f"describe (\n{ren}\n)")
        except ForkertBrug as fejl:
            raise ForkertBrug(f"{filnavn}: {fejl}") from None
        except Exception as fejl:
            klager.append(str(fejl))
            raise

    database.fejl_i(spoerg)
    return "".join(klager), foer


def _hvad(database: Database, hvad: str) -> str:
    objekter, kolonner = navne(database)
    for moenster, tekst, kendte in (
        (_KOLONNE, "kolonnen {} findes ikke.", kolonner),
        (_TABEL, "tabellen eller visningen {} findes ikke.", objekter),
        (_FUNKTION, "funktionen eller makroen {} findes ikke.", objekter),
    ):
        if fundet := moenster.search(hvad):
            navn = next(filter(None, fundet.groups()))
            return tekst.format(navn) + mente_du(navn, kendte)
    if ved := _VED.search(hvad):
        ved_tekst = f" ved »{ved['ord']}«" if _SQL_ORD.fullmatch(ved["ord"]) else ""
        return f"forespørgslen kan ikke læses{ved_tekst}."
    return f"forespørgslen kan ikke læses ({hvad})."
