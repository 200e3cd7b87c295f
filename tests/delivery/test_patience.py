"""A mail server that drips, floods or never ends holds nobody for long, and takes no memory."""

from __future__ import annotations

import itertools
import socket
import threading
import time
import tracemalloc
from collections.abc import Callable, Iterator

import pytest

from pipeline.base.settings import Mail
from pipeline.delivery.smtp import MailServer, ServerReply

LIMIT = 1.0
Speech = Callable[[], Iterator[bytes]]


def dripping() -> Iterator[bytes]:
    """One byte at a time, each well within what one read may take."""
    yield b"2"
    for _ in range(200):
        time.sleep(0.05)
        yield b"2"


def lines_without_end() -> Iterator[bytes]:
    return itertools.repeat(b"220-velkommen\r\n" * 1000)


def one_line_without_end() -> Iterator[bytes]:
    return itertools.repeat(b"x" * 60_000)


def greets_then_floods() -> Iterator[bytes]:
    yield b"220 her\r\n"
    yield from itertools.repeat(b"250-kan meget\r\n" * 1000)


def takes_the_mail_then_floods() -> Iterator[bytes]:
    """Every reply up to the mail itself, and then one that never ends."""
    yield b"220 a\r\n250 b\r\n250 c\r\n250 d\r\n250 e\r\n354 f\r\n"
    yield from one_line_without_end()


def silent() -> Iterator[bytes]:
    time.sleep(LIMIT * 3)
    yield b""


@pytest.fixture
def talk() -> Iterator[Callable[[Speech], int]]:
    """A server that says what it is told to, to whoever calls; its port."""
    listening: list[socket.socket] = []

    def serve(sock: socket.socket, speech: Speech) -> None:
        try:
            caller, _ = sock.accept()
            with caller:
                for data in speech():
                    caller.sendall(data)
        except OSError:
            return

    def begin(speech: Speech) -> int:
        sock = socket.create_server(("127.0.0.1", 0))
        listening.append(sock)
        threading.Thread(target=serve, args=(sock, speech), daemon=True).start()
        return int(sock.getsockname()[1])

    yield begin
    for sock in listening:
        sock.close()


def send(port: int) -> ServerReply:
    mail = Mail(server="127.0.0.1", port=port, sikkerhed="ingen", timeout_sekunder=LIMIT)
    with MailServer(mail, None) as server:
        return server.send("a@x.example", "b@x.example", b"Subject: x\r\n\r\nx\r\n")


@pytest.mark.parametrize(
    "speech",
    [
        dripping,
        lines_without_end,
        one_line_without_end,
        greets_then_floods,
        takes_the_mail_then_floods,
        silent,
    ],
)
def test_every_reply_has_an_end(talk: Callable[[Speech], int], speech: Speech):
    """Within the time of the settings, in little memory; the mail waits, in doubt if it was handed over."""
    port = talk(speech)
    tracemalloc.start()
    begun = time.monotonic()
    reply = send(port)
    taken, (_, most) = time.monotonic() - begun, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert not reply.delivered
    assert reply.unsure == (speech is takes_the_mail_then_floods)
    assert taken < LIMIT * 4
    assert most < 20_000_000
