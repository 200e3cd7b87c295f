"""A prompt for the economist: SQL against the published file, with examples and meanings at hand.

The file is opened so that nothing can be written and no other file reached, whatever is typed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from pipeline.database import Database
from pipeline.economist.examples import Svar, alle_eksempler, eksempel, svar_paa
from pipeline.economist.nearest import paa_dansk
from pipeline.economist.published import find, navne, objekter
from pipeline.economist.questions import tilladte_saetninger
from pipeline.errors import ForkertBrug

HJAELP = """\
Skriv SQL, og slut med semikolon. Filen kan kun læses.
.visninger        visningerne, navngivet efter spørgsmål
.tabeller         tabellerne bag dem
.makroer          makroerne, fx from status('ALLE', '2021-04');
.beskriv NAVN     kolonnerne i en tabel eller visning, og hvad de betyder
.eksempler        færdige spørgsmål
.eksempel NAVN    vis og kør et af dem
.hjælp            denne hjælp
.slut             luk"""

VANER = {
    "help": ".hjaelp",
    "hjaelp": ".hjaelp",
    "tables": ".visninger",
    "exit": ".slut",
    "quit": ".slut",
    "slut": ".slut",
}
"""What people type out of habit from other prompts, with or without the point."""


@dataclass(frozen=True)
class Skaerm:
    """Where the shell writes: lines of text, and answers as tables."""

    linje: Callable[[str], None]
    svar: Callable[[Svar], None]


class _Slut(Exception):
    """The user has asked to leave."""


@dataclass
class Skal:
    """One session; `fejl` counts the statements that did not run."""

    database: Database
    skaerm: Skaerm
    fejl: int = 0
    _samlet: list[str] = field(default_factory=list)

    @property
    def klar(self) -> str:
        """What to show before the next line: whether a statement has been begun."""
        return "   ...> " if self._samlet else "tilsyn> "

    def koer(self, linjer: Iterable[str]) -> None:
        """Answer line after line until they end or somebody asks to stop.

        A statement ends with a semicolon at the end of a line; a line that begins with a point is a
        command of the shell's own.
        """
        try:
            for linje in linjer:
                self._modtag(linje)
        except _Slut:
            return
        self._afslut()

    def _modtag(self, linje: str) -> None:
        ren = linje.strip()
        if not self._samlet and (ren.startswith(".") or _vane(ren)):
            self._kommando(ren)
            return
        if linje.strip() or self._samlet:
            self._samlet.append(linje)
        if linje.rstrip().endswith(";"):
            self._afslut()

    def _afslut(self) -> None:
        sql, self._samlet = "\n".join(self._samlet), []
        if sql:
            self._sql(sql)

    def _kommando(self, tekst: str) -> None:
        navn, _, rest = tekst.partition(" ")
        handling = KOMMANDOER.get(_vane(tekst) or navn.replace("æ", "ae"))
        if handling is None:
            self._melde(f"{navn} kendes ikke; skriv .hjælp.")
            return
        try:
            handling(self, rest.strip().rstrip(";"))
        except ForkertBrug as fejl:
            self._melde(*fejl.linjer)

    def _sql(self, sql: str) -> None:
        svar: list[Svar] = []

        def arbejde() -> None:
            tilladte_saetninger(self.database, sql)
            svar.append(svar_paa(self.database, sql))

        try:
            besked = self.database.fejl_i(arbejde)
        except ForkertBrug as fejl:
            self._melde(*fejl.linjer)
            return
        if besked:
            self._melde(paa_dansk(besked, *navne(self.database)))
        elif svar[0].kolonner:
            self.skaerm.svar(svar[0])

    def _melde(self, *linjer: str) -> None:
        self.fejl += 1
        for linje in linjer:
            self.skaerm.linje(f"Fejl: {linje}")

    def hjaelp(self, _: str) -> None:
        """What can be typed."""
        for linje in HJAELP.splitlines():
            self.skaerm.linje(linje)

    def beskriv(self, navn: str) -> None:
        """The columns of a table or view and what they mean."""
        objekt = find(self.database, navn)
        self.skaerm.linje(objekt.betydning)
        self.skaerm.svar(
            Svar(
                ("kolonne", "type", "betydning"),
                tuple((k.navn, k.type, k.betydning) for k in objekt.kolonner),
            )
        )

    def eksempler(self, _: str) -> None:
        """The questions there are answers to."""
        self.skaerm.svar(
            Svar(("navn", "spørgsmål"), tuple((e.navn, e.spoergsmaal) for e in alle_eksempler()))
        )

    def vis_eksempel(self, navn: str) -> None:
        """One of them, with its SQL."""
        valgt = eksempel(navn)
        for linje in valgt.sql.rstrip().splitlines():
            self.skaerm.linje(linje)
        self._sql(valgt.sql)

    def slut(self, _: str) -> None:
        """Leave."""
        raise _Slut


def _vane(tekst: str) -> str | None:
    return VANER.get(tekst.lstrip(".").rstrip(";").lower().replace("æ", "ae"))


def _opregn(art: str) -> Callable[[Skal, str], None]:
    def opregn(skal: Skal, _: str) -> None:
        skal.skaerm.svar(
            Svar(
                ("navn", "betydning"),
                tuple((o.navn, o.betydning) for o in objekter(skal.database) if o.art == art),
            )
        )

    return opregn


KOMMANDOER: dict[str, Callable[[Skal, str], None]] = {
    ".visninger": _opregn("visning"),
    ".tabeller": _opregn("tabel"),
    ".makroer": _opregn("makro"),
    ".beskriv": Skal.beskriv,
    ".eksempler": Skal.eksempler,
    ".eksempel": Skal.vis_eksempel,
    ".hjaelp": Skal.hjaelp,
    ".slut": Skal.slut,
}


def tastede_linjer(klar: Callable[[], str]) -> Iterator[str]:
    """Lines as they are typed, with a prompt, or as they come through a pipe, without one.

    Nothing typed is kept: a query may hold the id of a case.
    """
    if not sys.stdin.isatty():
        yield from (linje.rstrip("\n") for linje in sys.stdin)
        return
    import contextlib

    with contextlib.suppress(ImportError):  # arrow keys, where the system has them
        import readline  # noqa: F401
    with contextlib.suppress(EOFError):
        while True:
            yield input(klar())
