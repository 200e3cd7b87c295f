"""The ledger of mails: what is to be sent, what has been, who released it. A file of its own.

SQLite, not DuckDB: each mail is two tiny commits that must be on disk before the next word to the mail
server, which is what SQLite is made for. A rollback journal rather than a write-ahead log, since a
workspace may lie on a network drive; `synchronous = extra`, so that a commit also outlives a power cut.

One row per plan, period, report (`art`, `team_id`) and recipient. `kendt_*` is the edition the server took
last, `tvivl` are later ones it may have taken: those are what a corrected edition corrects. `paabegyndt`
is filled while the outcome of a conversation about the present edition is unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Self

from pipeline.base.resources import resource
from pipeline.delivery.ledger_file import open_ledger, require_whole

AFVENTER, SENT, LAPSED, WITHOUT_ADDRESS = "afventer", "sendt", "bortfaldet", "uden_adresse"
REFUSED = "serveren afviste endeligt"
"""How an answer begins that a server will not change its mind about."""
_KEY = ("plan_id", "periode", "art", "team_id", "modtager")


@dataclass(frozen=True)
class Dispatch:
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
    def key(self) -> tuple[str, ...]:
        """What the row is of."""
        return tuple(getattr(self, name) for name in _KEY)

    @property
    def refused(self) -> bool:
        """Whether the server has refused it for good: it is tried again only when somebody sends again."""
        return self.tilstand == AFVENTER and (self.svar or "").startswith(REFUSED)

    @property
    def waiting(self) -> bool:
        """Whether somebody still waits for this mail."""
        return self.tilstand in {AFVENTER, WITHOUT_ADDRESS}


@dataclass(frozen=True)
class Approval:
    """Who released the mails of a period: a name, the account it happened from, and what was released."""

    plan_id: str
    periode: str
    godkendt_af: str
    konto: str
    tidspunkt: str
    mails: str
    publikation: str


def now() -> str:
    """This moment, with its time zone."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


class Postbog:
    """The open ledger. Use as a context manager."""

    def __init__(self, file: Path) -> None:
        """Open the file as `open_ledger`, and raise as it does."""
        self._connection, self._file = open_ledger(file), file

    def require_whole(self) -> None:
        """Look at every page; raises UnreadableDatabase where some of it is damaged."""
        require_whole(self._connection, self._file)

    def outboxes(self) -> list[tuple[str, str]]:
        """Every plan and period that mails were written for."""
        rows = self._connection.execute("select plan_id, periode from udbakke order by periode, plan_id")
        return [(str(row["plan_id"]), str(row["periode"])) for row in rows]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def dispatches(self, plan_id: str, periode: str) -> list[Dispatch]:
        """Every row of a plan and period: the department first, then team by team."""
        return [Dispatch(**dict(r)) for r in self._fetch("dispatches", plan_id=plan_id, periode=periode)]

    def periods(self) -> dict[str, int]:
        """How many mails of each period the ledger knows."""
        return {row["periode"]: row["mails"] for row in self._fetch("periods")}

    def publication(self, plan_id: str, periode: str) -> str | None:
        """Fingerprint of the published figures that the outbox tells of; None when it was never written."""
        statement = "select publikation from udbakke where plan_id = $plan_id and periode = $periode"
        found = self._connection.execute(statement, {"plan_id": plan_id, "periode": periode}).fetchone()
        return str(found["publikation"]) if found else None

    def plan_of(self, periode: str) -> str | None:
        """The plan that mails about a week were last written of; None when there are none."""
        statement = "select plan_id from udbakke where periode = $periode order by skrevet desc limit 1"
        found = self._connection.execute(statement, {"periode": periode}).fetchone()
        return str(found["plan_id"]) if found else None

    def write_outbox(self, plan_id: str, periode: str, publication: str, rows: Sequence[Dispatch]) -> None:
        """Put a period's rows in place of what it had, all or none.

        A row nobody asks for any longer is kept, but no longer waits to be sent.
        """
        new = {r.key for r in rows}
        with self._together():
            for old in self.dispatches(plan_id, periode):
                if old.key not in new and old.waiting:
                    self._write(replace(old, tilstand=LAPSED))
            for row in rows:
                self._write(row)
            self._run(
                "write_outbox", plan_id=plan_id, periode=periode, publikation=publication, skrevet=now()
            )

    def approve(self, approval: Approval) -> None:
        """Record who released a period's mails."""
        self._run("write_approval", **asdict(approval))

    def approval(self, plan_id: str, periode: str) -> Approval | None:
        """The latest release of a period's mails."""
        found = self._fetch("approval", plan_id=plan_id, periode=periode)
        return Approval(**dict(found[0])) if found else None

    def begin(self, dispatch: Dispatch) -> Dispatch:
        """Say that the server is about to be given the mail; on disk before it hears a word of it."""
        return self._decide(replace(dispatch, paabegyndt=dispatch.paabegyndt or now()), "begyndt", None)

    def finish(self, dispatch: Dispatch, reply: str) -> Dispatch:
        """The server has taken the mail."""
        moment = now()
        new = replace(
            dispatch,
            tilstand=SENT,
            paabegyndt=None,
            sendt=moment,
            svar=reply,
            kendt_udgave=dispatch.udgave,
            kendt_indhold=dispatch.indhold,
            kendt_tal=dispatch.tal,
            kendt_tidspunkt=moment,
            kendt_message_id=dispatch.message_id,
            tvivl="[]",
        )
        return self._decide(new, "sendt", reply)

    def give_up(self, dispatch: Dispatch, reply: str, *, unsure: bool) -> Dispatch:
        """The server has not taken the mail, or (`unsure`) nobody can know whether it has."""
        begun = dispatch.paabegyndt if unsure else None
        return self._decide(replace(dispatch, paabegyndt=begun, svar=reply), "ikke sendt", reply)

    def trial(self, dispatch: Dispatch, reply: str) -> None:
        """A trial of the mail was sent to somebody else; its own state stays as it is."""
        self._event(dispatch, "prøve", reply)

    def _decide(self, new: Dispatch, what: str, reply: str | None) -> Dispatch:
        with self._together():
            self._write(new)
            self._event(new, what, reply)
        return new

    def _event(self, f: Dispatch, what: str, reply: str | None) -> None:
        key = dict(zip(_KEY, f.key, strict=True))
        self._run("write_event", **key, tidspunkt=now(), udgave=f.udgave, hvad=what, svar=reply)

    def _write(self, row: Dispatch) -> None:
        self._run("write_dispatch", **asdict(row))

    @contextmanager
    def _together(self) -> Iterator[None]:
        """All that is written in the block, or nothing of it."""
        self._connection.execute("begin immediate")
        try:
            yield
        except BaseException:
            self._connection.execute("rollback")
            raise
        self._connection.execute("commit")

    def _run(self, name: str, **fields: object) -> None:
        self._connection.execute(_sql(name), fields)

    def _fetch(self, name: str, **fields: object) -> list[Any]:
        return self._connection.execute(_sql(name), fields).fetchall()


@cache
def _sql(name: str) -> str:
    return resource("sql", "outbox", f"{name}.sql").read_text(encoding="utf-8")
