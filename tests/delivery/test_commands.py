"""The commands as a person runs them: exit codes, what is told, and what never is."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.delivery.conftest import Start
from tests.delivery.server import CODE, USER, Certificate, Server
from tests.delivery.setup import SENDER, Setup

CLI = Path(__file__).parents[2] / "cli.py"
NORTH, SOUTH = "nord@kommune.example", "syd@kommune.example"


def run(o: Setup, *word: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """One command in the workspace."""
    return subprocess.run(
        [sys.executable, str(CLI), *word, "--arbejdsmappe", str(o.root)],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "", "LC_ALL": "C.UTF-8", "COLUMNS": "200", **environment},
    )


def configure(o: Setup, server: Server, certificate: Certificate, more: str = "") -> None:
    """The settings file, and mails written with it."""
    (o.root / "indstillinger.toml").write_text(
        f'[mail]\nserver = "127.0.0.1"\nport = {server.port}\nca_fil = "{certificate.file}"\n'
        f'afsender = "{SENDER}"\npause_sekunder = 0\n{more}',
        encoding="utf-8",
    )
    o.write()


def nothing_betrayed(o: Setup, *call: subprocess.CompletedProcess[str]) -> None:
    """No address in the log, and no password there or on the terminal."""
    logged = "".join(f.read_text(encoding="utf-8") for f in (o.root / "log").iterdir())
    assert not [word for word in (NORTH, SOUTH, CODE, "nord@", "syd@") if word in logged]
    assert CODE not in "".join(k.stdout + k.stderr for k in call)


def test_release_then_send_then_look(o, start: Start, certificate):
    """0 all the way, everybody has one mail, and a second send sends nothing."""
    server = start(login=True)
    configure(o, server, certificate, f'bruger = "{USER}"\n')
    code = {"LEDELSESTILSYN_SMTP_ADGANGSKODE": CODE}
    before = run(o, "send", "--periode", "2021-05", **code)
    assert (before.returncode, server.box.received) == (2, [])
    assert "ikke godkendt" in before.stderr
    approved = run(o, "approve", "--periode", "2021-05", "--af", "Anne Andersen")
    sent = run(o, "send", "--periode", "2021-05", **code)
    again = run(o, "send", "--periode", "2021-05", **code)
    ledger = run(o, "send", "--periode", "2021-05", "--status")
    assert [k.returncode for k in (approved, sent, again, ledger)] == [0, 0, 0, 0], sent.stderr
    assert "Sendt: 2 mails." in sent.stdout
    assert "Intet at sende: alle har allerede fået deres (2 mails)." in again.stdout
    assert ledger.stdout.count("  sendt ") == 2
    assert sorted(until for until, _ in server.box.received) == [NORTH, SOUTH]
    nothing_betrayed(o, before, approved, sent, again, ledger)


def test_exit_code_4_names_who_did_not_get_it(o, start: Start, certificate):
    """Published, but some mail was not delivered: team and reason on the terminal and in the log."""
    o.leaders["T2"] = None
    server = start(reply_rcpt=lambda until, _: f"550 5.1.1 <{NORTH}>: no such user")
    configure(o, server, certificate)
    run(o, "approve", "--periode", "2021-05")
    call = run(o, "send", "--periode", "2021-05")
    assert call.returncode == 4
    assert "Team T1 (nord@kommune.example): serveren afviste endeligt modtageren (550 5.1.1)" in call.stdout
    assert "Team T2 (ingen adresse): der er ingen gyldig mailadresse" in call.stdout
    lines = (o.root / "log" / "ledelsestilsyn.jsonl").read_text(encoding="utf-8").splitlines()
    (logged,) = [record for record in map(json.loads, lines) if record["haendelse"] == "mail"]
    assert (logged["sendt"], [m["team"] for m in logged["mangler"]]) == (0, ["T1", "T2"])
    nothing_betrayed(o, call)


def test_a_trial_is_sent_to_the_one_address_and_to_nobody_else(o, start: Start, certificate):
    """`--til` needs no release; `--team` narrows it."""
    server = start()
    configure(o, server, certificate)
    call = run(o, "send", "--periode", "2021-05", "--til", "mig@kommune.example", "--team", "T1")
    assert call.returncode == 0, call.stderr
    assert [until for until, _ in server.box.received] == ["mig@kommune.example"]
    assert "Prøve: 1 mail sendt til mig@kommune.example" in call.stdout


@pytest.mark.parametrize(
    "word",
    [
        ("send",),
        ("approve",),
        ("send", "--periode", "maj"),
        ("send", "--periode", "2021-05", "--status", "--til", "a@b.dk"),
        ("send", "--periode", "2021-05", "--til", "ikke en adresse"),
        ("send", "--periode", "2021-05", "--status", "--team", "T9"),
    ],
)
def test_wrong_usage_is_told_in_one_danish_line(o, start: Start, certificate, word):
    """Exit code 2 and nothing sent."""
    server = start()
    configure(o, server, certificate)
    call = run(o, *word)
    assert call.returncode == 2, call.stderr
    assert call.stderr.strip().splitlines()[-1].startswith("Fejl: ")
    assert "Traceback" not in call.stderr
    assert not server.box.received
