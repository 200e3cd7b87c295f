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

from pipeline.delivery.addresses import hvem, inden_for_domaener
from pipeline.delivery.ledger import Forsendelse, Postbog
from pipeline.delivery.message import fejl_ved_afsendelse, med_dato, message_id, som_proeve
from pipeline.delivery.smtp import Mailserver, Svar
from pipeline.settings import Mail

VOKSER = 3
"""How many times longer each pause is than the one before."""


@dataclass(frozen=True)
class Afsendelse:
    """What became of the mails: those the server took, and for each of the others why it did not."""

    sendt: tuple[Forsendelse, ...]
    mangler: tuple[tuple[Forsendelse, str], ...]


Aflever = Callable[[Forsendelse, bytes], Svar]


class Afsender:
    """Sends the mails of one outbox through one server."""

    def __init__(
        self,
        server: Mailserver,
        mail: Mail,
        mappe: Path,
        fremdrift: Callable[[str], None],
        sov: Callable[[float], None] = time.sleep,
    ) -> None:
        self._server, self._mail, self._mappe, self._fremdrift, self._sov = (
            server,
            mail,
            mappe,
            fremdrift,
            sov,
        )

    def send(self, bog: Postbog, forsendelser: Sequence[Forsendelse]) -> Afsendelse:
        """Send what waits, each to its recipient, and keep the ledger.

        A mail once in doubt stays in doubt until the server has taken it: a later no does not tell what
        became of it the first time.
        """
        i_tvivl = {f.noegle for f in forsendelser if f.paabegyndt}

        def aflever(f: Forsendelse, data: bytes) -> Svar:
            begyndt = bog.begynd(f)
            svar = self._server.send(str(self._mail.afsender), f.modtager, med_dato(data, _nu()))
            if svar.leveret:
                bog.afslut(begyndt, svar.tekst)
                return svar
            if svar.uvist:
                i_tvivl.add(f.noegle)
            bog.opgiv(begyndt, svar.tekst, uvist=f.noegle in i_tvivl)
            return svar

        return self._runder(forsendelser, aflever)

    def send_proever(self, bog: Postbog, forsendelser: Sequence[Forsendelse], til: str) -> Afsendelse:
        """Send a marked copy of each mail to one address; what the recipients have is not changed."""

        def aflever(f: Forsendelse, data: bytes) -> Svar:
            id_ = message_id(self._mail, f.message_id, "proeve", til, _nu().isoformat())
            proeve = med_dato(som_proeve(data, til, hvem(f.team_id), id_), _nu())
            svar = self._server.send(str(self._mail.afsender), til, proeve)
            bog.proeve(f, svar.tekst)
            return svar

        return self._runder(forsendelser, aflever, til=til)

    def _runder(
        self, forsendelser: Sequence[Forsendelse], aflever: Aflever, til: str | None = None
    ) -> Afsendelse:
        """Try all; what is put off for now is tried again after a pause, everything else has its answer."""
        sendt: list[Forsendelse] = []
        mangler: list[tuple[Forsendelse, str]] = []
        venter, pause = [(f, "") for f in forsendelser], self._mail.pause_sekunder
        for forsoeg in range(self._mail.forsoeg):
            if forsoeg:
                self._fremdrift(f"Venter {pause:g} sekunder og prøver {len(venter)} mails igen")
                self._sov(pause)
                pause *= VOKSER
            runde = self._runde([f for f, _ in venter], aflever, til)
            sendt, mangler, venter = sendt + runde.sendt, mangler + runde.opgivet, runde.udsat
            if not venter:
                break
        return Afsendelse(tuple(sendt), (*mangler, *venter))

    def _runde(self, forsendelser: Sequence[Forsendelse], aflever: Aflever, til: str | None) -> _Runde:
        runde = _Runde()
        for nr, f in enumerate(forsendelser, 1):
            self._fremdrift(f"Sender mail {nr} af {len(forsendelser)}")
            svar = self._en(f, aflever, til)
            if svar.gaelder_alle:
                for resten in forsendelser[nr - 1 :]:
                    runde.noter(resten, svar)
                break
            runde.noter(f, svar)
        self._server.luk()
        return runde

    def _en(self, f: Forsendelse, aflever: Aflever, til: str | None) -> Svar:
        """One mail, when nothing in it or about it forbids sending it."""
        if not (til or f.modtager):
            return Svar("der er ingen gyldig mailadresse")
        if not inden_for_domaener(til or f.modtager, self._mail):
            return Svar("adressen ligger uden for mail.domaener")
        data = laes_fil(self._mappe, f)
        if data is None:
            return Svar("mailen i udbakken mangler eller er ændret; kør run for perioden igen")
        if fejl := fejl_ved_afsendelse(data, self._mail):
            return Svar(fejl)
        return aflever(f, data)


@dataclass
class _Runde:
    sendt: list[Forsendelse] = field(default_factory=list)
    opgivet: list[tuple[Forsendelse, str]] = field(default_factory=list)
    udsat: list[tuple[Forsendelse, str]] = field(default_factory=list)

    def noter(self, f: Forsendelse, svar: Svar) -> None:
        """Put a mail where its answer says it belongs."""
        if svar.leveret:
            self.sendt.append(f)
        else:
            (self.udsat if svar.midlertidig else self.opgivet).append((f, svar.tekst))


def laes_fil(mappe: Path, f: Forsendelse) -> bytes | None:
    """The mail as it was written to the outbox; None when it is gone or no longer what was written."""
    try:
        data = (mappe / f.fil).read_bytes()
    except FileNotFoundError:
        return None
    return data if hashlib.sha256(data).hexdigest() == f.fil_sha256 else None


def _nu() -> datetime:
    return datetime.now().astimezone()
