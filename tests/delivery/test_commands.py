"""The commands as a person runs them: exit codes, what is told, and what never is."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.delivery.conftest import Start
from tests.delivery.opstilling import AFSENDER, Opstilling
from tests.delivery.server import BRUGER, KODE, Certifikat, Server

CLI = Path(__file__).parents[2] / "cli.py"
NORD, SYD = "nord@kommune.example", "syd@kommune.example"


def koer(o: Opstilling, *ord_: str, **miljoe: str) -> subprocess.CompletedProcess[str]:
    """One command in the workspace."""
    return subprocess.run(
        [sys.executable, str(CLI), *ord_, "--arbejdsmappe", str(o.rod)],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "", "LC_ALL": "C.UTF-8", "COLUMNS": "200", **miljoe},
    )


def indstil(o: Opstilling, server: Server, certifikat: Certifikat, mere: str = "") -> None:
    """The settings file, and mails written with it."""
    (o.rod / "indstillinger.toml").write_text(
        f'[mail]\nserver = "127.0.0.1"\nport = {server.port}\nca_fil = "{certifikat.fil}"\n'
        f'afsender = "{AFSENDER}"\npause_sekunder = 0\n{mere}',
        encoding="utf-8",
    )
    o.skriv()


def intet_roebet(o: Opstilling, *kald: subprocess.CompletedProcess[str]) -> None:
    """No address, password or content of a mail on the terminal or in the log."""
    logget = "".join(f.read_text(encoding="utf-8") for f in (o.rod / "log").iterdir())
    sagt = logget + "".join(k.stdout + k.stderr for k in kald)
    assert not [ord_ for ord_ in (NORD, SYD, KODE, "nord@", "syd@") if ord_ in sagt]


def test_release_then_send_then_look(o, start: Start, certifikat):
    """0 all the way, everybody has one mail, and a second send sends nothing."""
    server = start(login=True)
    indstil(o, server, certifikat, f'bruger = "{BRUGER}"\n')
    kode = {"LEDELSESTILSYN_SMTP_ADGANGSKODE": KODE}
    foer = koer(o, "send", "--periode", "2021-05", **kode)
    assert (foer.returncode, server.kasse.modtaget) == (2, [])
    assert "ikke godkendt" in foer.stderr
    godkendt = koer(o, "approve", "--periode", "2021-05", "--af", "Anne Andersen")
    sendt = koer(o, "send", "--periode", "2021-05", **kode)
    igen = koer(o, "send", "--periode", "2021-05", **kode)
    set_ = koer(o, "send", "--periode", "2021-05", "--status")
    assert [k.returncode for k in (godkendt, sendt, igen, set_)] == [0, 0, 0, 0], sendt.stderr
    assert "Sendt: 2 mails." in sendt.stdout
    assert "Intet at sende: alle har allerede fået deres (2 mails)." in igen.stdout
    assert set_.stdout.count("  sendt ") == 2
    assert sorted(til for til, _ in server.kasse.modtaget) == [NORD, SYD]
    intet_roebet(o, foer, godkendt, sendt, igen, set_)


def test_exit_code_4_names_who_did_not_get_it(o, start: Start, certifikat):
    """Published, but some mail was not delivered: team and reason on the terminal and in the log."""
    o.ledere["T2"] = None
    server = start(svar_rcpt=lambda til, _: f"550 5.1.1 <{NORD}>: no such user")
    indstil(o, server, certifikat)
    koer(o, "approve", "--periode", "2021-05")
    kald = koer(o, "send", "--periode", "2021-05")
    assert kald.returncode == 4
    assert "Team T1 (n***@kommune.example): serveren afviste endeligt modtageren (550 5.1.1)" in kald.stdout
    assert "Team T2 (ingen adresse): der er ingen gyldig mailadresse" in kald.stdout
    linjer = (o.rod / "log" / "ledelsestilsyn.jsonl").read_text(encoding="utf-8").splitlines()
    (logget,) = [post for post in map(json.loads, linjer) if post["haendelse"] == "mail"]
    assert (logget["sendt"], [m["team"] for m in logget["mangler"]]) == (0, ["T1", "T2"])
    intet_roebet(o, kald)


def test_a_trial_is_sent_to_the_one_address_and_to_nobody_else(o, start: Start, certifikat):
    """`--til` needs no release; `--team` narrows it."""
    server = start()
    indstil(o, server, certifikat)
    kald = koer(o, "send", "--periode", "2021-05", "--til", "mig@kommune.example", "--team", "T1")
    assert kald.returncode == 0, kald.stderr
    assert [til for til, _ in server.kasse.modtaget] == ["mig@kommune.example"]
    assert "Prøve: 1 mail sendt til m***@kommune.example" in kald.stdout


@pytest.mark.parametrize(
    "ord_",
    [
        ("send",),
        ("approve",),
        ("send", "--periode", "maj"),
        ("send", "--periode", "2021-05", "--status", "--til", "a@b.dk"),
        ("send", "--periode", "2021-05", "--til", "ikke en adresse"),
        ("send", "--periode", "2021-05", "--status", "--team", "T9"),
    ],
)
def test_wrong_usage_is_told_in_one_danish_line(o, start: Start, certifikat, ord_):
    """Exit code 2 and nothing sent."""
    server = start()
    indstil(o, server, certifikat)
    kald = koer(o, *ord_)
    assert kald.returncode == 2, kald.stderr
    assert kald.stderr.strip().splitlines()[-1].startswith("Fejl: ")
    assert "Traceback" not in kald.stderr
    assert not server.kasse.modtaget
