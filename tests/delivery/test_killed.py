"""Kill -9 at every step of sending: afterwards a second call leaves ledger and mailbox in agreement."""

from __future__ import annotations

import signal
import subprocess
import sys
from email import message_from_bytes
from pathlib import Path

from pipeline.delivery.ledger import Postbog
from pipeline.delivery.postoffice import godkend_mails, send_mails
from tests.delivery.conftest import Start
from tests.delivery.opstilling import PLAN, Opstilling
from tests.delivery.server import Certifikat, Server

HOLD = {"T1": "Team Nord", "T2": "Team Syd", "T3": "Team Øst"}
DOBBELT = [
    "hør",
    "postbog: begin immediate",
    "postbog: insert into forsendelse",
    "postbog: insert into haendelse",
    "postbog: commit",
]
"""From the server's yes to the commit: the only steps that may double a mail."""
ROD = Path(__file__).parents[2]


def draeb(
    o: Opstilling, server: Server, certifikat: Certifikat, skridt: int | None
) -> subprocess.CompletedProcess[str]:
    argumenter = [str(o.rod), o.periode, str(server.port), str(certifikat.fil)]
    argumenter += [] if skridt is None else [str(skridt)]
    return subprocess.run(
        [sys.executable, "-m", "tests.delivery.draebt", *argumenter],
        cwd=ROD,
        capture_output=True,
        text=True,
        check=False,
    )


def test_no_mail_is_lost_or_doubled_wherever_the_sender_is_killed(o: Opstilling, start: Start, certifikat):
    """Each mail arrives; twice only when killed between the server's yes and the commit, with the same id."""
    o.hold = dict(HOLD)
    o.ledere = {team_id: f"{team_id.lower()}@kommune.example" for team_id in HOLD}
    o.tal.update({("T3", i, p): v for (t, i, p), v in list(o.tal.items()) if t == "T1"})
    server = start()
    o.med_mail(server="127.0.0.1", port=server.port, ca_fil=certifikat.fil, pause_sekunder=0)
    o.skriv()
    godkend_mails(o.posthus, o.periode, None)
    foer = o.postbog.read_bytes()
    hele = draeb(o, server, certifikat, None)
    assert hele.returncode == 0, hele.stderr
    skridt = hele.stdout.splitlines()
    efter_250 = skridt.index("hør", skridt.index("sig: mailen"))
    vindue = range(efter_250, efter_250 + len(DOBBELT))
    assert [skridt[nr] for nr in vindue] == DOBBELT
    assert skridt[0] == "postbog: begin immediate"
    dobbelte = set()
    for nr in range(len(skridt)):
        server.kasse.modtaget.clear()
        o.postbog.write_bytes(foer)
        (o.rod / "spor").unlink(missing_ok=True)
        assert draeb(o, server, certifikat, nr).returncode == -signal.SIGKILL, skridt[nr]
        if _dobbelte_efter_andet_kald(o, server, f"{nr} {skridt[nr]}"):
            dobbelte.add(nr)
    assert dobbelte <= set(vindue)
    assert vindue[-1] in dobbelte  # the window is there: it is said, not hidden


def _dobbelte_efter_andet_kald(o: Opstilling, server: Server, skridt: str) -> list[str]:
    """Send what is missing; every mail is there, under one id. The recipients who got it twice."""
    assert send_mails(o.posthus, o.periode, {}, lambda _: None).alle_leveret, skridt
    with Postbog(o.postbog) as bog:
        raekker = bog.forsendelser(PLAN, o.periode)
    assert [f.tilstand for f in raekker] == ["sendt"] * len(HOLD), skridt
    dobbelte = []
    for f in raekker:
        ider = [message_from_bytes(mail)["Message-ID"] for mail in server.kasse.til(f.modtager)]
        assert set(ider) == {f.message_id}, skridt
        assert len(ider) <= 2, skridt
        dobbelte += [f.modtager] * (len(ider) - 1)
    return dobbelte
