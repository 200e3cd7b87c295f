"""`send`, killed at random: no mail is lost; twice comes only what was killed after the server's yes."""

from __future__ import annotations

import random
import socket
import time
from collections import Counter
from email import message_from_bytes
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller

from tools.torture.world import Broken, World, after, begin, kill_when, report

PERIODE = ("--periode", "2021-04")
_MAIL = """
[mail]
server = "127.0.0.1"
port = {port}
sikkerhed = "ingen"
afsender = "ledelsestilsyn@eksempel.example"
pause_sekunder = 0
"""


class Box:
    """What has come, by recipient; each answer takes a while, so that a kill can fall anywhere."""

    def __init__(self) -> None:
        self.came: Counter[tuple[str, str]] = Counter()

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - the library's
        """A mail."""
        time.sleep(0.02)
        for to in envelope.rcpt_tos:
            self.came[to, str(message_from_bytes(envelope.content)["Message-ID"])] += 1
        return "250 OK"


def killed(room: Path, count: int, dice: random.Random) -> None:
    """Kill `send` again and again until all is sent, in several rounds; count what came."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    box = Box()
    control = Controller(box, hostname="127.0.0.1", port=port)
    control.start()
    try:
        world = begin(room / "post", _MAIL.format(port=port))
        world.give("approve", *PERIODE)
        kills, rounds, doubled, mails = 0, 0, 0, 0
        while kills < count:
            box.came.clear()
            trial = world.copy(room / "post2")
            kills += _until_all_is_sent(trial, dice)
            mails, rounds = _expected(trial), rounds + 1
            if len(box.came) != mails:
                raise Broken(f"{len(box.came)} of {mails} mails came")
            doubled += sum(n - 1 for n in box.came.values())
    finally:
        control.stop()
    report("kills of send", [("kills", kills), ("mails", mails * rounds), ("lost", 0), ("doubled", doubled)])


def _until_all_is_sent(trial: World, dice: random.Random) -> int:
    kills = 0
    for _ in range(4):
        kills += kill_when(trial.start("send", *PERIODE), after(dice.uniform(0.8, 3)))
    trial.give("send", *PERIODE)
    trial.give("verify")
    return kills


def _expected(trial: World) -> int:
    return len(list((trial.folder / "udbakke" / PERIODE[1]).glob("*.eml")))
