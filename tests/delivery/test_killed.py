"""Kill -9 at every step of sending: afterwards a second call leaves ledger and mailbox in agreement."""

from __future__ import annotations

import signal
import subprocess
import sys
from email import message_from_bytes
from pathlib import Path

from pipeline.delivery.ledger import Postbog
from pipeline.delivery.postoffice import approve_mails, send_mails
from tests.delivery.conftest import Start
from tests.delivery.server import Certificate, Server
from tests.delivery.setup import PLAN, Setup

TEAM = {"T1": "Team Nord", "T2": "Team Syd", "T3": "Team Øst"}
DOUBLE = [
    "hør",
    "postbog: begin immediate",
    "postbog: insert into forsendelse",
    "postbog: insert into haendelse",
    "postbog: commit",
]
"""From the server's yes to the commit: the only steps that may double a mail."""
ROOT = Path(__file__).parents[2]


def kill(
    o: Setup, server: Server, certificate: Certificate, step: int | None
) -> subprocess.CompletedProcess[str]:
    arguments = [str(o.root), o.periode, str(server.port), str(certificate.file)]
    arguments += [] if step is None else [str(step)]
    return subprocess.run(
        [sys.executable, "-m", "tests.delivery.draebt", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_no_mail_is_lost_or_doubled_wherever_the_sender_is_killed(o: Setup, start: Start, certificate):
    """Each mail arrives; twice only when killed between the server's yes and the commit, with the same id."""
    o.team = dict(TEAM)
    o.leaders = {team_id: f"{team_id.lower()}@kommune.example" for team_id in TEAM}
    o.figures.update({("T3", i, p): v for (t, i, p), v in list(o.figures.items()) if t == "T1"})
    server = start()
    o.with_mail(server="127.0.0.1", port=server.port, ca_fil=certificate.file, pause_sekunder=0)
    o.write()
    approve_mails(o.post_office, o.periode, None)
    before = o.postbog.read_bytes()
    whole = kill(o, server, certificate, None)
    assert whole.returncode == 0, whole.stderr
    step = whole.stdout.splitlines()
    after_250 = step.index("hør", step.index("sig: mailen"))
    window = range(after_250, after_250 + len(DOUBLE))
    assert [step[number] for number in window] == DOUBLE
    assert step[0] == "postbog: begin immediate"
    doubles = set()
    for number in range(len(step)):
        server.box.received.clear()
        o.postbog.write_bytes(before)
        (o.root / "spor").unlink(missing_ok=True)
        assert kill(o, server, certificate, number).returncode == -signal.SIGKILL, step[number]
        if _doubles_after_other_call(o, server, f"{number} {step[number]}"):
            doubles.add(number)
    assert doubles <= set(window)
    assert window[-1] in doubles  # the window is there: it is said, not hidden


def _doubles_after_other_call(o: Setup, server: Server, step: str) -> list[str]:
    """Send what is missing; every mail is there, under one id. The recipients who got it twice."""
    assert send_mails(o.post_office, o.periode, {}, lambda _: None).all_delivered, step
    with Postbog(o.postbog) as book:
        rows = book.dispatches(PLAN, o.periode)
    assert [f.tilstand for f in rows] == ["sendt"] * len(TEAM), step
    doubles = []
    for f in rows:
        ids = [message_from_bytes(mail)["Message-ID"] for mail in server.box.to(f.modtager)]
        assert set(ids) == {f.message_id}, step
        assert len(ids) <= 2, step
        doubles += [f.modtager] * (len(ids) - 1)
    return doubles
