"""Sending what waits in the ledger: in rounds with growing pauses, each mail written down before and after.

    begun, on disk  ->  MAIL, RCPT, DATA, the server's 250  ->  sent, on disk

Killed before the 250, a mail is sent by the next call; killed after it and before the last step, it is
sent once more. That instant, and a connection lost while the server answers, are the only ones that can
give a duplicate, and it carries the same Message-ID, so that a server may drop it.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from pipeline.base.settings import Mail
from pipeline.delivery.addresses import in_allowed_domain, who
from pipeline.delivery.ledger import Dispatch, Postbog
from pipeline.delivery.message import as_trial, error_when_sending, message_id, with_date
from pipeline.delivery.smtp import MailServer, ServerReply

GROWS = 3
"""How many times longer each pause is than the one before."""


@dataclass(frozen=True)
class Sending:
    """What became of the mails: those the server took, and for each of the others why it did not."""

    sent: tuple[Dispatch, ...]
    missing: tuple[tuple[Dispatch, str], ...]


HandOver = Callable[[Dispatch, bytes], ServerReply]


class Sender:
    """Sends the mails of one outbox through one server."""

    def __init__(
        self,
        server: MailServer,
        mail: Mail,
        folder: Path,
        progress: Callable[[str], None],
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._server, self._mail, self._folder, self._progress, self._sleep = (
            server,
            mail,
            folder,
            progress,
            sleep,
        )

    def send(self, book: Postbog, dispatches: Sequence[Dispatch]) -> Sending:
        """Send what waits, each to its recipient, and keep the ledger.

        A mail once in doubt stays in doubt until the server has taken it: a later no does not tell what
        became of it the first time.
        """
        in_doubt = {f.key for f in dispatches if f.paabegyndt}

        def hand_over(f: Dispatch, data: bytes) -> ServerReply:
            begun = book.begin(f)
            reply = self._server.send(str(self._mail.afsender), f.modtager, with_date(data, _now()))
            if reply.delivered:
                book.finish(begun, reply.text)
                return reply
            if reply.unsure:
                in_doubt.add(f.key)
            book.give_up(begun, reply.text, unsure=f.key in in_doubt)
            return reply

        return self._rounds(dispatches, hand_over)

    def send_trials(self, book: Postbog, dispatches: Sequence[Dispatch], to: str) -> Sending:
        """Send a marked copy of each mail to one address; what the recipients have is not changed."""

        def hand_over(f: Dispatch, data: bytes) -> ServerReply:
            id_ = message_id(self._mail, f.message_id, "proeve", to, _now().isoformat())
            trial = with_date(as_trial(data, to, who(f.team_id), id_), _now())
            reply = self._server.send(str(self._mail.afsender), to, trial)
            book.trial(f, reply.text)
            return reply

        return self._rounds(dispatches, hand_over, to=to)

    def _rounds(self, dispatches: Sequence[Dispatch], hand_over: HandOver, to: str | None = None) -> Sending:
        """Try all; what is put off for now is tried again after a pause, everything else has its answer."""
        sent: list[Dispatch] = []
        missing: list[tuple[Dispatch, str]] = []
        waits, pause = [(f, "") for f in dispatches], self._mail.pause_sekunder
        for attempts in range(self._mail.forsoeg):
            if attempts:
                self._progress(f"Venter {pause:g} sekunder og prøver {len(waits)} mails igen")
                self._sleep(pause)
                pause *= GROWS
            round_ = self._round([f for f, _ in waits], hand_over, to)
            sent, missing, waits = sent + round_.sent, missing + round_.given_up, round_.put_off
            if not waits:
                break
        return Sending(tuple(sent), (*missing, *waits))

    def _round(self, dispatches: Sequence[Dispatch], hand_over: HandOver, to: str | None) -> _Round:
        round_ = _Round()
        for number, f in enumerate(dispatches, 1):
            self._progress(f"Sender mail {number} af {len(dispatches)}")
            reply = self._one(f, hand_over, to)
            if reply.applies_all:
                for rest in dispatches[number - 1 :]:
                    round_.notes(rest, reply)
                break
            round_.notes(f, reply)
        self._server.close()
        return round_

    def _one(self, f: Dispatch, hand_over: HandOver, to: str | None) -> ServerReply:
        """One mail, when nothing in it or about it forbids sending it."""
        if not (to or f.modtager):
            return ServerReply("der er ingen gyldig mailadresse")
        if not in_allowed_domain(to or f.modtager, self._mail):
            return ServerReply("adressen ligger uden for mail.domaener")
        data = read_file(self._folder, f)
        if data is None:
            return ServerReply("mailen i udbakken mangler eller er ændret; kør run for perioden igen")
        if error := error_when_sending(data, self._mail):
            return ServerReply(error)
        return hand_over(f, data)


@dataclass
class _Round:
    sent: list[Dispatch] = field(default_factory=list)
    given_up: list[tuple[Dispatch, str]] = field(default_factory=list)
    put_off: list[tuple[Dispatch, str]] = field(default_factory=list)

    def notes(self, f: Dispatch, reply: ServerReply) -> None:
        """Put a mail where its answer says it belongs."""
        if reply.delivered:
            self.sent.append(f)
        else:
            (self.put_off if reply.temporary else self.given_up).append((f, reply.text))


def read_file(folder: Path, f: Dispatch) -> bytes | None:
    """The mail as it was written to the outbox; None when it is gone or no longer what was written."""
    try:
        data = (folder / f.fil).read_bytes()
    except FileNotFoundError:
        return None
    return data if hashlib.sha256(data).hexdigest() == f.fil_sha256 else None


def _now() -> datetime:
    return datetime.now().astimezone()
