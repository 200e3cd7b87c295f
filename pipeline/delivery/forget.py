"""A case out of the ledger's words and of the mails that lie in the outbox."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from pipeline.base.saved_books import text_in
from pipeline.base.traces import Traces
from pipeline.delivery.ledger import AFVENTER, LAPSED

_TEXTS = ("tal", "kendt_tal", "tvivl", "svar")
"""The columns of a dispatch that may tell what its mail showed."""


def forget_in_ledger(postbog: Path, traces: Traces, gone: Sequence[Path]) -> None:
    """Mask the case's number in what the ledger says of mails, and write the ledger anew.

    `gone` are the mails that go: those that wait do so no more, until the next run writes them anew.
    """
    if not postbog.is_file():
        return

    def masked(text: str | None) -> str | None:
        return None if text is None else traces.masked(text)

    changed = ", ".join(f"{column} = uden_sagen({column})" for column in _TEXTS)
    with closing(sqlite3.connect(postbog, isolation_level=None, timeout=5)) as connection:
        connection.create_function("uden_sagen", 1, masked, deterministic=True)
        connection.execute("pragma secure_delete = on")
        connection.execute(f"update forsendelse set {changed}")  # noqa: S608 - names of our own
        connection.execute("update haendelse set svar = uden_sagen(svar)")
        connection.executemany(
            "update forsendelse set tilstand = ? where periode = ? and fil = ? and tilstand = ?",
            [(LAPSED, file.parent.name, file.name, AFVENTER) for file in gone],
        )
        connection.execute("vacuum")


def mails_about(outbox: Path, traces: Traces) -> list[Path]:
    """The mails in the outbox that name the case."""
    return [file for file in sorted(outbox.rglob("*.eml")) if _names(file, traces)]


def _names(file: Path, traces: Traces) -> bool:
    """Whether a mail names the case, in its text or in a workbook that goes with it."""
    message = message_from_bytes(file.read_bytes(), policy=policy.default)
    for part in message.walk():
        if not isinstance(part, EmailMessage) or part.is_multipart():
            continue
        content = part.get_payload(decode=True)
        if not isinstance(content, bytes):
            continue
        text = part.get_content() if part.get_content_maintype() == "text" else "\n".join(text_in(content))
        if any(traces.holds(word) for word in text.splitlines()):
            return True
    return False
