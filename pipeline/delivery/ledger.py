"""The ledger of mails: what is to be sent, what has been, who released it. A file of its own.

SQLite, not DuckDB: each mail is two tiny commits that must be on disk before the next word to the mail
server, which is what SQLite is made for. A rollback journal rather than a write-ahead log, since a
workspace may lie on a network drive; `synchronous = extra`, so that a commit also outlives a power cut.

One row per plan, period, report (`art`, `team_id`) and recipient. `kendt_*` is the edition the server took
last, `tvivl` are later ones it may have taken: those are what a corrected edition corrects. `paabegyndt`
is filled while the outcome of a conversation about the present edition is unknown.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Self

from pipeline.errors import ForkertBrug, OptagetFejl
from pipeline.resources import ressource

AFVENTER, SENDT, BORTFALDET, UDEN_ADRESSE = "afventer", "sendt", "bortfaldet", "uden_adresse"
VERSION = 1
"""Of the tables; kept in the file, so that a program never misreads a ledger it does not know."""
_NOEGLE = ("plan_id", "periode", "art", "team_id", "modtager")


@dataclass(frozen=True)
class Forsendelse:
    """One report to one recipient; `indhold` is the fingerprint of the figures in `tal`."""

    plan_id: str
    periode: str
    art: str
    team_id: str
    modtager: str
    udgave: int
    indhold: str
    tal: str
    fil: str
    fil_sha256: str
    message_id: str
    tilstand: str
    paabegyndt: str | None = None
    sendt: str | None = None
    svar: str | None = None
    kendt_udgave: int | None = None
    kendt_indhold: str | None = None
    kendt_tal: str | None = None
    kendt_tidspunkt: str | None = None
    kendt_message_id: str | None = None
    tvivl: str = "[]"

    @property
    def noegle(self) -> tuple[str, ...]:
        """What the row is of."""
        return tuple(getattr(self, navn) for navn in _NOEGLE)

    @property
    def mangler(self) -> bool:
        """Whether somebody still waits for this mail."""
        return self.tilstand in {AFVENTER, UDEN_ADRESSE}


@dataclass(frozen=True)
class Godkendelse:
    """Who released the mails of a period: a name, the account it happened from, and what was released."""

    plan_id: str
    periode: str
    godkendt_af: str
    konto: str
    tidspunkt: str
    mails: str
    publikation: str


def nu() -> str:
    """This moment, with its time zone."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


class Postbog:
    """The open ledger. Use as a context manager."""

    def __init__(self, fil: Path) -> None:
        """Open the file, making it with access for its owner alone.

        Raises:
            OptagetFejl: another program keeps it locked.
            ForkertBrug: another version of the program made it.
        """
        os.close(os.open(fil, os.O_RDWR | os.O_CREAT, 0o600))
        self._forbindelse = sqlite3.connect(fil, isolation_level=None, timeout=5)
        self._forbindelse.row_factory = sqlite3.Row
        try:
            self._forbindelse.execute("pragma journal_mode = delete")
            self._forbindelse.execute("pragma synchronous = extra")
            self._opret(fil.name)
        except sqlite3.OperationalError:
            self._forbindelse.close()
            raise OptagetFejl(f"{fil.name}: postbogen er åben i et andet program.") from None

    def _opret(self, navn: str) -> None:
        """Make the tables in an empty file; a file of another version is left alone."""
        (version,) = self._forbindelse.execute("pragma user_version").fetchone()
        if version == VERSION:
            return
        if self._forbindelse.execute("select 1 from sqlite_schema").fetchone():
            self._forbindelse.close()
            raise ForkertBrug(f"{navn}: postbogen er lavet af en anden version af programmet.")
        with self._samlet():
            for saetning in _sql("postbog").split(";\n"):
                self._forbindelse.execute(saetning)
            self._forbindelse.execute(f"pragma user_version = {VERSION}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._forbindelse.close()

    def forsendelser(self, plan_id: str, periode: str) -> list[Forsendelse]:
        """Every row of a plan and period: the department first, then team by team."""
        return [Forsendelse(**dict(r)) for r in self._hent("forsendelser", plan_id=plan_id, periode=periode)]

    def publikation(self, plan_id: str, periode: str) -> str | None:
        """Fingerprint of the published figures that the outbox tells of; None when it was never written."""
        saetning = "select publikation from udbakke where plan_id = $plan_id and periode = $periode"
        fundet = self._forbindelse.execute(saetning, {"plan_id": plan_id, "periode": periode}).fetchone()
        return str(fundet["publikation"]) if fundet else None

    def skriv_udbakke(
        self, plan_id: str, periode: str, publikation: str, raekker: Sequence[Forsendelse]
    ) -> None:
        """Put a period's rows in place of what it had, all or none.

        A row nobody asks for any longer is kept, but no longer waits to be sent.
        """
        nye = {r.noegle for r in raekker}
        with self._samlet():
            for gammel in self.forsendelser(plan_id, periode):
                if gammel.noegle not in nye and gammel.mangler:
                    self._skriv(replace(gammel, tilstand=BORTFALDET))
            for raekke in raekker:
                self._skriv(raekke)
            self._koer(
                "skriv_udbakke", plan_id=plan_id, periode=periode, publikation=publikation, skrevet=nu()
            )

    def godkend(self, godkendelse: Godkendelse) -> None:
        """Record who released a period's mails."""
        self._koer("skriv_godkendelse", **asdict(godkendelse))

    def godkendelse(self, plan_id: str, periode: str) -> Godkendelse | None:
        """The latest release of a period's mails."""
        fundne = self._hent("godkendelse", plan_id=plan_id, periode=periode)
        return Godkendelse(**dict(fundne[0])) if fundne else None

    def begynd(self, forsendelse: Forsendelse) -> Forsendelse:
        """Say that the server is about to be given the mail; on disk before it hears a word of it."""
        return self._afgoer(replace(forsendelse, paabegyndt=forsendelse.paabegyndt or nu()), "begyndt", None)

    def afslut(self, forsendelse: Forsendelse, svar: str) -> Forsendelse:
        """The server has taken the mail."""
        tidspunkt = nu()
        ny = replace(
            forsendelse,
            tilstand=SENDT,
            paabegyndt=None,
            sendt=tidspunkt,
            svar=svar,
            kendt_udgave=forsendelse.udgave,
            kendt_indhold=forsendelse.indhold,
            kendt_tal=forsendelse.tal,
            kendt_tidspunkt=tidspunkt,
            kendt_message_id=forsendelse.message_id,
            tvivl="[]",
        )
        return self._afgoer(ny, "sendt", svar)

    def opgiv(self, forsendelse: Forsendelse, svar: str, *, uvist: bool) -> Forsendelse:
        """The server has not taken the mail, or (`uvist`) nobody can know whether it has."""
        paabegyndt = forsendelse.paabegyndt if uvist else None
        return self._afgoer(replace(forsendelse, paabegyndt=paabegyndt, svar=svar), "ikke sendt", svar)

    def proeve(self, forsendelse: Forsendelse, svar: str) -> None:
        """A trial of the mail was sent to somebody else; its own state stays as it is."""
        self._haendelse(forsendelse, "prøve", svar)

    def _afgoer(self, ny: Forsendelse, hvad: str, svar: str | None) -> Forsendelse:
        with self._samlet():
            self._skriv(ny)
            self._haendelse(ny, hvad, svar)
        return ny

    def _haendelse(self, f: Forsendelse, hvad: str, svar: str | None) -> None:
        noegle = dict(zip(_NOEGLE, f.noegle, strict=True))
        self._koer("skriv_haendelse", **noegle, tidspunkt=nu(), udgave=f.udgave, hvad=hvad, svar=svar)

    def _skriv(self, raekke: Forsendelse) -> None:
        self._koer("skriv_forsendelse", **asdict(raekke))

    @contextmanager
    def _samlet(self) -> Iterator[None]:
        """All that is written in the block, or nothing of it."""
        self._forbindelse.execute("begin immediate")
        try:
            yield
        except BaseException:
            self._forbindelse.execute("rollback")
            raise
        self._forbindelse.execute("commit")

    def _koer(self, navn: str, **felter: object) -> None:
        self._forbindelse.execute(_sql(navn), felter)

    def _hent(self, navn: str, **felter: object) -> list[Any]:
        return self._forbindelse.execute(_sql(navn), felter).fetchall()


@cache
def _sql(navn: str) -> str:
    return ressource("sql", "outbox", f"{navn}.sql").read_text(encoding="utf-8")
