"""The mails of one run: written to `udbakke/<periode>/` and entered in the ledger; nothing is sent.

A mail whose figures and words are as they were is not touched, so that what somebody has looked at and
released stays as it was, byte for byte.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from urllib.parse import quote, urlsplit

from pipeline.base import durable
from pipeline.base.database import Database, of_this_version, open_file
from pipeline.base.mailbody import MailBody, MailFrame, MailTask, ShownFigure
from pipeline.base.settings import Settings
from pipeline.base.text import enumeration
from pipeline.delivery.addresses import Recipient, distribute
from pipeline.delivery.corrections import (
    as_json,
    clock,
    collected_corrections,
    correction_text,
    fingerprint,
    read_told,
)
from pipeline.delivery.editions import Edition, earlier_editions, next_edition
from pipeline.delivery.ledger import AFVENTER, SENT, WITHOUT_ADDRESS, Dispatch, Postbog
from pipeline.delivery.message import Envelope, build, message_id, without_date


@dataclass(frozen=True)
class Basis:
    """What the mails are made from.

    `database` holds the published tables, `leverance_file` is the delivery's own, with the leaders'
    addresses; `body` words the mail about a team's report in a frame, `shown` gives every figure it shows,
    `folder_name` is the folder it lies in. `tasks` are what its leader has to do. `name` is what the ledger
    calls what the mails are about, where it is no period, and `page` the file they lead to; `leaders_only`:
    further readers of a report get none.
    """

    database: Database
    leverance_file: Path
    body: Callable[[str, MailFrame], MailBody]
    shown: Callable[[str], Sequence[ShownFigure]]
    folder_name: Callable[[str], str]
    tasks: Callable[[str], Sequence[MailTask]] = lambda _: ()
    name: str | None = None
    page: str = "rapport.html"
    leaders_only: bool = False


@dataclass(frozen=True)
class Outbox:
    """The outbox of a period.

    `mails` wait to be sent, `corrected` of them correct one sent earlier, `sent` need not be sent again;
    `problems` are Danish lines on faulty addresses, without the addresses.
    """

    mails: tuple[Path, ...]
    corrected: int
    sent: int
    problems: tuple[str, ...]


def publication(database: Database) -> str:
    """Fingerprint of what is published; the same content gives the same one.

    What an earlier version published has none: its mails tell of other figures than are computed today.
    """
    if not of_this_version(database):
        return ""
    return str(database.rows("outbox", "publication")[0]["aftryk"])


def write_mails(basis: Basis, folder: Path, postbog: Path, settings: Settings) -> Outbox:
    """Write `<folder>/<team>.eml` for every team with a report, and for every further reader.

    Readers of the department's report get theirs where the settings name them. A team without a valid
    address gets its file, without a recipient, and a line in `problems`.
    """
    writer = _Writer(basis, folder, settings)
    distribution = distribute(_leaders(basis.leverance_file), writer.teams, settings.mail)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    with Postbog(postbog) as book:
        known = {f.key: f for f in book.dispatches(writer.plan_id, writer.name)}
        chosen = [r for r in distribution.recipients if r.leader or not basis.leaders_only]
        rows = [writer.write(recipient, known) for recipient in chosen]
        durable.flush_folder(folder)  # before the ledger says that they are there
        durable.flush_folder(folder.parent)
        book.write_outbox(writer.plan_id, writer.name, publication(basis.database), rows)
    _clear(folder, rows)
    waiting = [r for r in rows if r.tilstand != SENT]
    return Outbox(
        tuple(folder / r.fil for r in waiting),
        corrected=sum(r.udgave > 1 for r in waiting),
        sent=len(rows) - len(waiting),
        problems=distribution.problems,
    )


def _leaders(leverance_file: Path) -> dict[str, str | None]:
    with open_file(leverance_file) as leverance:
        leverance.use("fil", "data")
        return {r["team_id"]: r["leder_email"] for r in leverance.rows("outbox", "leaders")}


class _Writer:
    """Makes the mails of one run; what is the same for all of them is fetched once."""

    def __init__(self, basis: Basis, folder: Path, settings: Settings) -> None:
        run = basis.database.rows("outbox", "opgoerelse")[0]
        self.plan_id: str = run["plan_id"]
        self.name: str = basis.name or run["periode"]
        self.teams = [r["team_id"] for r in basis.database.rows("outbox", "teams")]
        self._basis, self._folder, self._settings = basis, folder, settings
        self._body, self._shown = functools.cache(basis.body), functools.cache(basis.shown)

    def write(self, recipient: Recipient, known: dict[tuple[str, ...], Dispatch]) -> Dispatch:
        """The recipient's row for the figures of now, with the mail's file written where it must be."""
        figures = self._shown(recipient.team_id)
        row = self._row(recipient, figures, known)
        if row.tilstand == SENT:
            return row
        mail = self._settings.mail
        id_ = message_id(mail, *row.key, row.udgave, row.indhold)
        earlier = earlier_editions(row)
        data = build(
            self._body(recipient.team_id, self._corrected(self._frame(recipient), earlier, figures)),
            Envelope(recipient.address, id_, earlier[-1].message_id if earlier else None),
            mail,
            datetime.now().astimezone(),
            [task.file for task in self._tasks(recipient) if mail.sagsnumre],
        )
        data = _keep(self._folder / row.fil, data)
        return replace(row, message_id=id_, fil_sha256=hashlib.sha256(data).hexdigest())

    def _row(
        self, recipient: Recipient, figures: Sequence[ShownFigure], known: dict[tuple[str, ...], Dispatch]
    ) -> Dispatch:
        new = Dispatch(
            self.plan_id,
            self.name,
            recipient.kind,
            recipient.team_id,
            recipient.address,
            udgave=1,
            indhold=fingerprint(figures),
            tal=as_json(figures),
            fil=self._file_name(recipient),
            fil_sha256="",
            message_id="",
            tilstand=AFVENTER if recipient.address else WITHOUT_ADDRESS,
        )
        old = known.get(new.key)
        if old is None or not recipient.address:
            return new
        return replace(next_edition(old, new.indhold, new.tal), fil=new.fil)

    def _file_name(self, recipient: Recipient) -> str:
        name = self._basis.folder_name(recipient.team_id)
        tail = (
            ""
            if recipient.leader
            else f".{hashlib.sha256(recipient.address.casefold().encode()).hexdigest()[:8]}"
        )
        return f"{name}{tail}.eml"

    def _tasks(self, recipient: Recipient) -> Sequence[MailTask]:
        """What the recipient has to do: the team's leader, and nobody else who reads the report."""
        return self._basis.tasks(recipient.team_id) if recipient.leader else ()

    def _frame(self, recipient: Recipient) -> MailFrame:
        mail, team_id = self._settings.mail, recipient.team_id
        tasks = self._tasks(recipient)
        place = (self.name, self._basis.folder_name(team_id), self._basis.page)
        return MailFrame(
            municipality=self._settings.kommune.navn,
            report=report_place(mail.rapportsted, *place),
            case_numbers=mail.sagsnumre,
            answered=mail.svar_til is not None,
            tasks=tuple(task.text for task in tasks),
            attached=bool(tasks) and mail.sagsnumre,
        )

    def _corrected(
        self, frame: MailFrame, earlier: Sequence[Edition], figures: Sequence[ShownFigure]
    ) -> MailFrame:
        """The frame of a mail that corrects earlier ones."""
        if not earlier:
            return frame
        names = [clock(u.tidspunkt) + ("" if u.sikker else " (måske ikke nået frem)") for u in earlier]
        told = [read_told(u.tal, self.plan_id) for u in earlier]
        found = collected_corrections(told, figures)
        new_rules = any(t.older is not None for t in told)
        text = correction_text(enumeration(names), len(found), new_rules=new_rules)
        return replace(frame, corrected=text, corrections=found)


def report_place(place: str | None, *parts: str) -> str:
    """Where the report lies: below a web address, or a path with the slashes its base has."""
    base = (place or "rapporter").rstrip("/\\")
    if urlsplit(base).scheme in {"http", "https", "file"}:
        return "/".join((base, *(quote(part) for part in parts)))
    return ("\\" if "\\" in base else "/").join((base, *parts))


def _keep(file: Path, data: bytes) -> bytes:
    """Write the file at one stroke unless it says the same already; what lies there afterwards."""
    if file.is_file() and without_date(old := file.read_bytes()) == without_date(data):
        return old
    durable.write(file, data, flush_name=False)
    return data


def _clear(folder: Path, rows: Iterable[Dispatch]) -> None:
    """Take away mails nobody is to have any longer."""
    names = {r.fil for r in rows}
    for file in folder.glob("*.eml"):
        if file.name not in names:
            file.unlink()
