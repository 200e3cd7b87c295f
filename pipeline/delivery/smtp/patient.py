"""A mail server's reply has an end: so much time and so many bytes, whatever the server does."""

from __future__ import annotations

import errno
import io
import smtplib
import socket
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

LONGEST_REPLY = 1 << 16
"""Bytes: the longest of honest servers, what they can do, is a twentieth of it."""


class _Bounded(io.RawIOBase):
    """A connection to read from that is given so much time and so many bytes for a reply, and no more.

    A time limit on each read alone lets a server drip one byte at a time for ever, and no limit on the whole
    lets one that never ends its reply take all memory.
    """

    def __init__(self, connection: socket.socket, seconds: float) -> None:
        self._connection, self._seconds = connection, seconds
        self.begin()

    def begin(self) -> None:
        """From here on another reply is awaited."""
        self._until, self._left = time.monotonic() + self._seconds, LONGEST_REPLY

    def readable(self) -> bool:
        """Whether it can be read from, which it is for."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Read what has come.

        Raises:
            TimeoutError: the time for the reply is up.
            OSError: the reply is longer than any that can be meant.
        """
        if (remaining := self._until - time.monotonic()) <= 0:
            raise TimeoutError
        if self._left <= 0:
            raise OSError(errno.EMSGSIZE, "for langt svar")
        self._connection.settimeout(remaining)
        try:
            count = self._connection.recv_into(memoryview(buffer)[: self._left])
        finally:
            self._connection.settimeout(self._seconds)
        self._left -= count
        return count


class Patient(smtplib.SMTP):
    """As the library's own, but every reply has an end; `timeout` is for the whole of it."""

    _bounded: _Bounded | None = None

    def getreply(self) -> tuple[int, bytes]:
        """Read one reply."""
        if self.file is None and self.sock is not None:  # a new connection, or one that is encrypted now
            self._bounded = _Bounded(self.sock, float(self.timeout))
            self.file = io.BufferedReader(self._bounded)
        elif self._bounded:
            self._bounded.begin()
        return super().getreply()


class PatientEncrypted(Patient, smtplib.SMTP_SSL):
    """The same over a connection that is encrypted from its first byte."""
