"""From a delivery to the leaders' mailboxes, with the commands a person gives and a real mail server.

April's mails go out on April's sample delivery. The delivery of December says more of April: those whose
figures changed get a corrected edition, the others nothing. Every eighth case of the samples is enough.
"""

from __future__ import annotations

import csv
import email
import email.policy
import io
import re
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest

import cli
from pipeline.base.errors import LedelsestilsynError
from pipeline.base.settings import ENVIRONMENT_SETTINGS, ENVIRONMENT_WORKSPACE
from pipeline.base.workspace import Workspace
from pipeline.publication.status import fetch_status
from tests.delivery.server import Certificate, Mailbox, Server, listen, make_certificate

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "data_samples"
PERIODE = ("--periode", "2021-04")
EACH = 8
WITHOUT_SAG = ("teams", "raadgivere")
REQUIRED = (
    *("sager", *WITHOUT_SAG, "sagsfordeling", "underretninger", "undersoegelser", "boernesamtaler"),
    *("aktiviteter", "indsatser", "handleplaner", "opfoelgninger"),
)
HEAD, ANALYST = "chef@eksempelkommune.example", "analytiker@eksempelkommune.example"
CORRECTED = re.compile(
    r"- (\d\.\d+) (?:(?!Før:).)*\(DUBU, april 2021\) Før: (\d+ af \d+)(?:(?!Før:).)* Nu: (\d+ af \d+)"
)

Run = Callable[..., str]


@pytest.fixture
def certificate(tmp_path: Path) -> Certificate:
    return make_certificate(tmp_path)


@pytest.fixture
def server(certificate: Certificate) -> Iterator[Server]:
    control, server = listen(Mailbox(), certificate, "starttls")
    yield server
    control.stop()


@pytest.fixture
def run(
    tmp_path: Path,
    server: Server,
    certificate: Certificate,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Run:
    """Give a command in a workspace whose settings name the server; what it says."""
    folder = tmp_path / "tilsyn"
    folder.mkdir()
    (folder / "indstillinger.toml").write_text(
        f'[mail]\nserver = "127.0.0.1"\nport = {server.port}\nca_fil = "{certificate.file}"\n'
        'afsender = "ledelsestilsyn@eksempelkommune.example"\npause_sekunder = 0\n'
        f'domaener = ["eksempelkommune.example"]\nafdelingens_laesere = ["{HEAD}"]\n',
        encoding="utf-8",
    )
    monkeypatch.setenv("COLUMNS", "200")
    for name in (ENVIRONMENT_SETTINGS, ENVIRONMENT_WORKSPACE):
        monkeypatch.delenv(name, raising=False)

    def call(*words: str, code: int = 0) -> str:
        capsys.readouterr()
        try:
            ended = int(cli.app([*words, "--arbejdsmappe", str(folder)], standalone_mode=False) or 0)
        except LedelsestilsynError as error:
            ended = int(error.exit_code)
        assert ended == code
        return capsys.readouterr().out

    return call


def excerpt(since: Path, until: Path) -> Path:
    """The required files of a sample delivery, with every eighth case and without its faulty rows."""
    until.mkdir()
    sager: set[str] = set()
    for name in REQUIRED:
        text = (since / f"{name}.csv").read_text(encoding="utf-8-sig")
        separator = ";" if ";" in text.partition("\n")[0] else ","
        head, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        good = [r for r in rows if len(r) == len(head) and not any(field.startswith("X") for field in r)]
        if name == "sager":
            sager = {r[0] for r in good if r[0].startswith("S") and int(r[0][1:]) % EACH == 0}
        if name not in WITHOUT_SAG:
            good = [r for r in good if r[head.index("sag_id")] in sager]
        with (until / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows([head, *good])
    return until


def letters(server: Server) -> dict[str, EmailMessage]:
    """The mail each recipient has been given since last asked; nobody has two."""
    received = list(server.box.received)
    server.box.received.clear()
    assert len({until for until, _ in received}) == len(received)
    return {until: email.message_from_bytes(data, policy=email.policy.default) for until, data in received}


def corrections(letter: EmailMessage) -> dict[str, tuple[str, str]]:
    """The register's figures for April that a mail says have changed: old and new."""
    part = letter.get_body(("plain",))
    assert part is not None
    found = CORRECTED.findall(" ".join(str(part.get_content()).split()))
    return {id_: (before, now) for id_, before, now in found if before != now}


def figures(folder: Path, team: str) -> dict[str, str]:
    """The register's published share for April of each indicator that has one, as a mail writes it."""
    rows = fetch_status(Workspace(folder).published, PERIODE[1], team).rows
    shares = [r for r in rows if r["vaerditype"] == "andel"]
    register = [r for r in shares if r["kilde"] == "dubu" and r["naevner"]]
    return {r["indikator_id"]: f"{r['taeller']} af {r['naevner']}" for r in register}


def team_leaders(leverance: Path) -> dict[str, str]:
    """Whose report each recipient gets: the leaders' by the delivery, the department's by the settings."""
    text = (leverance / "teams.csv").read_text(encoding="utf-8")
    teams = csv.DictReader(io.StringIO(text, newline=""), delimiter=";")
    return {HEAD: "ALLE"} | {team["leder_email"]: team["team_id"] for team in teams}


def send_first_time(run: Run, server: Server, leverance: Path) -> dict[str, EmailMessage]:
    """April as it first goes out: not before it is approved, on trial to one's own address, and once."""
    assert "Intet er sendt." in run("run", *PERIODE, "--leverance", str(leverance))
    run("send", *PERIODE, code=2)
    run("approve", *PERIODE)
    run("send", *PERIODE, "--til", ANALYST)
    trials = [until for until, _ in server.box.received]
    server.box.received.clear()
    run("send", *PERIODE)
    sent = letters(server)
    assert trials == [ANALYST] * len(sent)
    run("send", *PERIODE)
    assert letters(server) == {}
    return sent


def send_correction(run: Run, server: Server, leverance: Path) -> dict[str, EmailMessage]:
    """April once more, on a later delivery: approved anew before anything goes out."""
    run("run", *PERIODE, "--leverance", str(leverance))
    run("send", *PERIODE, code=2)
    assert letters(server) == {}
    assert "rettet udgave 2" in run("approve", *PERIODE)
    run("send", *PERIODE)
    return letters(server)


def test_two_deliveries_reach_the_mailboxes_with_a_corrected_edition(
    run: Run, server: Server, tmp_path: Path
) -> None:
    """A correction says the old figure and the new as they were published, to those it concerns alone."""
    first = excerpt(SAMPLES / "2021-04-30", tmp_path / "2021-04-30")
    team_of = team_leaders(first)
    sent = send_first_time(run, server, first)
    assert HEAD in sent
    assert len(sent) > 3
    assert not [until for until, letter in sent.items() if "Rettet" in letter["Subject"]]
    before = {team_of[until]: figures(tmp_path / "tilsyn", team_of[until]) for until in sent}

    again = send_correction(run, server, excerpt(SAMPLES / "2021-12-31", tmp_path / "2021-12-31"))
    corrected = {until: letter for until, letter in again.items() if until in sent}
    for until, letter in again.items():
        assert letter["Subject"].startswith("Rettet udgave: ") == (until in corrected), (
            "a new team has its first"
        )
    said = {team_of[until]: corrections(letter) for until, letter in corrected.items()}
    now = {team: figures(tmp_path / "tilsyn", team) for team in before}
    changed = {
        team: {
            id_: (before[team][id_], new)
            for id_, new in now[team].items()
            if before[team].get(id_, new) != new
        }
        for team in before
    }
    assert said["ALLE"]
    assert said == {team: changed[team] for team in said}
    assert set(said) < set(before), "a team without a change shows that it is left in peace"
    assert not any(changed[team] for team in set(before) - set(said))
    status = run("send", *PERIODE, "--status")
    editions = [len(re.findall(rf" {edition} +sendt ", status)) for edition in (1, 2)]
    assert editions == [len({*sent, *again}) - len(corrected), len(corrected)]
