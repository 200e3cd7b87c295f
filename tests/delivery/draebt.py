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

from pipeline.base.settings import Mail
from pipeline.delivery.ledger import Postbog
from pipeline.delivery.sender import Sender
from pipeline.delivery.smtp import MailServer


class Step:
    """Counts the steps once armed, and stops the process dead before the chosen one."""

    def __init__(self, last: int | None, track: Path) -> None:
        self._last, self._track, self._count, self.taeller = last, track, 0, False

    def __call__(self, name: str) -> None:
        """Take one step."""
        if not self.taeller:
            return
        if self._count == self._last:
            self._track.write_text(name)
            os.kill(os.getpid(), signal.SIGKILL)
        self._count += 1
        if self._last is None:
            sys.stdout.write(f"{name}\n")


class Connection:
    """The ledger's connection, with every statement a step."""

    def __init__(self, genuine: Any, step: Step) -> None:
        self._genuine, self._step = genuine, step

    def execute(self, sentence: str, *fields: Any) -> Any:
        """One statement."""
        word = " ".join(line for line in sentence.splitlines() if not line.startswith("--")).split()
        self._step(f"postbog: {' '.join(word[:3])}")
        return self._genuine.execute(sentence, *fields)

    def close(self) -> None:
        """The end."""
        self._genuine.close()


def main(root: Path, periode: str, port: int, ca_file: str, last: int | None) -> None:
    step = Step(last, root / "spor")
    sig, read = smtplib.SMTP.send, smtplib.SMTP.getreply

    def send(self: smtplib.SMTP, s: bytes | str) -> None:
        text = s if isinstance(s, str) else s.decode("ascii", "replace")
        step(f"sig: {text.split()[0] if len(text) < 200 else 'mailen'}")
        sig(self, s)

    def getreply(self: smtplib.SMTP) -> tuple[int, bytes]:
        step("hør")
        return read(self)

    smtplib.SMTP.send, smtplib.SMTP.getreply = send, getreply
    mail = Mail(
        server="127.0.0.1",
        port=port,
        ca_fil=Path(ca_file),
        afsender="ledelsestilsyn@kommune.example",
        forsoeg=1,
    )
    with Postbog(root / "postbog.sqlite3") as book, MailServer(mail, None) as server:
        waiting = [f for f in book.dispatches("slagelse_2021_2023", periode) if f.waiting]
        book._connection = Connection(book._connection, step)
        begin, called = book.begin, []

        def really_begin(f: Any) -> Any:
            called.append(f)
            step.taeller = len(called) == 2
            return begin(f)

        book.begin = really_begin  # type: ignore[method-assign]
        Sender(server, mail, root / "udbakke" / periode, lambda _: None).send(book, waiting)


if __name__ == "__main__":
    root, periode, port, ca_file, *last = sys.argv[1:]
    main(Path(root), periode, int(port), ca_file, int(last[0]) if last else None)
