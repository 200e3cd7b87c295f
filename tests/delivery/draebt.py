"""A sender that is killed at a chosen step: run as a program by the test, never imported by it.

A step is every word to the mail server, every answer read and every statement to the ledger, counted
from the moment the second mail is begun. Without a number it sends to the end and prints the steps.
"""

from __future__ import annotations

import os
import signal
import smtplib
import sys
from pathlib import Path
from typing import Any

from pipeline.delivery.ledger import Postbog
from pipeline.delivery.sender import Afsender
from pipeline.delivery.smtp import Mailserver
from pipeline.settings import Mail


class Skridt:
    """Counts the steps once armed, and stops the process dead before the chosen one."""

    def __init__(self, sidste: int | None, spor: Path) -> None:
        self._sidste, self._spor, self._antal, self.taeller = sidste, spor, 0, False

    def __call__(self, navn: str) -> None:
        """Take one step."""
        if not self.taeller:
            return
        if self._antal == self._sidste:
            self._spor.write_text(navn)
            os.kill(os.getpid(), signal.SIGKILL)
        self._antal += 1
        if self._sidste is None:
            sys.stdout.write(f"{navn}\n")


class Forbindelse:
    """The ledger's connection, with every statement a step."""

    def __init__(self, aegte: Any, skridt: Skridt) -> None:
        self._aegte, self._skridt = aegte, skridt

    def execute(self, saetning: str, *felter: Any) -> Any:
        """One statement."""
        ord_ = " ".join(linje for linje in saetning.splitlines() if not linje.startswith("--")).split()
        self._skridt(f"postbog: {' '.join(ord_[:3])}")
        return self._aegte.execute(saetning, *felter)

    def close(self) -> None:
        """The end."""
        self._aegte.close()


def main(rod: Path, periode: str, port: int, ca_fil: str, sidste: int | None) -> None:
    skridt = Skridt(sidste, rod / "spor")
    sig, laes = smtplib.SMTP.send, smtplib.SMTP.getreply

    def send(self: smtplib.SMTP, s: bytes | str) -> None:
        tekst = s if isinstance(s, str) else s.decode("ascii", "replace")
        skridt(f"sig: {tekst.split()[0] if len(tekst) < 200 else 'mailen'}")
        sig(self, s)

    def getreply(self: smtplib.SMTP) -> tuple[int, bytes]:
        skridt("hør")
        return laes(self)

    smtplib.SMTP.send, smtplib.SMTP.getreply = send, getreply
    mail = Mail(
        server="127.0.0.1",
        port=port,
        ca_fil=Path(ca_fil),
        afsender="ledelsestilsyn@kommune.example",
        forsoeg=1,
    )
    with Postbog(rod / "postbog.sqlite3") as bog, Mailserver(mail, None) as server:
        ventende = [f for f in bog.forsendelser("slagelse_2021_2023", periode) if f.mangler]
        bog._forbindelse = Forbindelse(bog._forbindelse, skridt)
        begynd, kaldt = bog.begynd, []

        def begynd_(f: Any) -> Any:
            kaldt.append(f)
            skridt.taeller = len(kaldt) == 2
            return begynd(f)

        bog.begynd = begynd_  # type: ignore[method-assign]
        Afsender(server, mail, rod / "udbakke" / periode, lambda _: None).send(bog, ventende)


if __name__ == "__main__":
    rod, periode, port, ca_fil, *sidste = sys.argv[1:]
    main(Path(rod), periode, int(port), ca_fil, int(sidste[0]) if sidste else None)
