"""From a delivery to the leaders' mailboxes, with the commands a person gives and a real mail server.

April's mails go out on April's sample delivery. The delivery of December says more of April: those whose
figures changed get a corrected edition, the others nothing. Every eighth case of the samples is enough.
"""

from __future__ import annotations

import csv
import email
import email.policy
import io
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.delivery.server import Certifikat, Postkasse, Server, lav_certifikat, lyt

ROD = Path(__file__).resolve().parent.parent
PROEVER = ROD / "data_samples"
PERIODE = ("--periode", "2021-04")
HVER = 8
UDEN_SAG = ("teams", "raadgivere")
PAAKRAEVEDE = (
    *("sager", *UDEN_SAG, "sagsfordeling", "underretninger", "undersoegelser", "boernesamtaler"),
    *("aktiviteter", "indsatser", "handleplaner", "opfoelgninger"),
)
CHEF, ANALYTIKER = "chef@eksempelkommune.example", "analytiker@eksempelkommune.example"
RETTET = re.compile(
    r"- (\d\.\d+) (?:(?!Før:).)*\(register, april 2021\) Før: (\d+ af \d+)(?:(?!Før:).)* Nu: (\d+ af \d+)"
)

Kald = subprocess.CompletedProcess[str]
Koer = Callable[..., Kald]


@pytest.fixture
def certifikat(tmp_path: Path) -> Certifikat:
    return lav_certifikat(tmp_path)


@pytest.fixture
def server(certifikat: Certifikat) -> Iterator[Server]:
    styring, server = lyt(Postkasse(), certifikat, "starttls")
    yield server
    styring.stop()


@pytest.fixture
def koer(tmp_path: Path, server: Server, certifikat: Certifikat) -> Koer:
    """Give a command in a workspace whose settings name the server."""
    mappe = tmp_path / "tilsyn"
    mappe.mkdir()
    (mappe / "indstillinger.toml").write_text(
        f'[mail]\nserver = "127.0.0.1"\nport = {server.port}\nca_fil = "{certifikat.fil}"\n'
        'afsender = "ledelsestilsyn@eksempelkommune.example"\npause_sekunder = 0\n'
        f'domaener = ["eksempelkommune.example"]\nafdelingens_laesere = ["{CHEF}"]\n',
        encoding="utf-8",
    )

    def kald(*ord_: str, kode: int = 0) -> Kald:
        svar = subprocess.run(
            [sys.executable, str(ROD / "cli.py"), *ord_, "--arbejdsmappe", str(mappe)],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONUTF8": "1", "COLUMNS": "200"},
        )
        assert svar.returncode == kode, svar.stderr
        return svar

    return kald


def udsnit(fra: Path, til: Path) -> Path:
    """The required files of a sample delivery, with every eighth case and without its faulty rows."""
    til.mkdir()
    sager: set[str] = set()
    for navn in PAAKRAEVEDE:
        tekst = (fra / f"{navn}.csv").read_text(encoding="utf-8-sig")
        skilletegn = ";" if ";" in tekst.partition("\n")[0] else ","
        hoved, *raekker = csv.reader(io.StringIO(tekst, newline=""), delimiter=skilletegn)
        gode = [r for r in raekker if len(r) == len(hoved) and not any(felt.startswith("X") for felt in r)]
        if navn == "sager":
            sager = {r[0] for r in gode if r[0].startswith("S") and int(r[0][1:]) % HVER == 0}
        if navn not in UDEN_SAG:
            gode = [r for r in gode if r[hoved.index("sag_id")] in sager]
        with (til / f"{navn}.csv").open("w", encoding="utf-8", newline="") as fil:
            csv.writer(fil, delimiter=";").writerows([hoved, *gode])
    return til


def breve(server: Server) -> dict[str, EmailMessage]:
    """The mail each recipient has been given since last asked; nobody has two."""
    modtaget = list(server.kasse.modtaget)
    server.kasse.modtaget.clear()
    assert len({til for til, _ in modtaget}) == len(modtaget)
    return {til: email.message_from_bytes(data, policy=email.policy.default) for til, data in modtaget}


def rettelser(brev: EmailMessage) -> dict[str, tuple[str, str]]:
    """The register's figures for April that a mail says have changed: old and new."""
    del_ = brev.get_body(("plain",))
    assert del_ is not None
    fundne = RETTET.findall(" ".join(str(del_.get_content()).split()))
    return {id_: (foer, nu) for id_, foer, nu in fundne if foer != nu}


def tal(koer: Koer, team: str) -> dict[str, str]:
    """The register's published figure for April of each indicator, as a mail writes it."""
    svar = koer("status", *PERIODE, "--team", team, "--format", "csv")
    raekker = csv.DictReader(io.StringIO(svar.stdout))
    return {r["indikator_id"]: f"{r['taeller']} af {r['naevner']}" for r in raekker if r["kilde"] == "dubu"}


def teamledere(leverance: Path) -> dict[str, str]:
    """Whose report each recipient gets: the leaders' by the delivery, the department's by the settings."""
    tekst = (leverance / "teams.csv").read_text(encoding="utf-8")
    teams = csv.DictReader(io.StringIO(tekst, newline=""), delimiter=";")
    return {CHEF: "ALLE"} | {team["leder_email"]: team["team_id"] for team in teams}


def send_foerste_gang(koer: Koer, server: Server, leverance: Path) -> dict[str, EmailMessage]:
    """April as it first goes out: not before it is approved, on trial to one's own address, and once."""
    assert "Intet er sendt." in koer("run", *PERIODE, "--leverance", str(leverance)).stdout
    koer("send", *PERIODE, kode=2)
    koer("approve", *PERIODE)
    koer("send", *PERIODE, "--til", ANALYTIKER)
    proever = [til for til, _ in server.kasse.modtaget]
    server.kasse.modtaget.clear()
    koer("send", *PERIODE)
    sendt = breve(server)
    assert proever == [ANALYTIKER] * len(sendt)
    koer("send", *PERIODE)
    assert breve(server) == {}
    return sendt


def send_rettelsen(koer: Koer, server: Server, leverance: Path) -> dict[str, EmailMessage]:
    """April once more, on a later delivery: approved anew before anything goes out."""
    koer("run", *PERIODE, "--leverance", str(leverance))
    koer("send", *PERIODE, kode=2)
    assert breve(server) == {}
    assert "rettet udgave 2" in koer("approve", *PERIODE).stdout
    koer("send", *PERIODE)
    return breve(server)


def test_two_deliveries_reach_the_mailboxes_with_a_corrected_edition(
    koer: Koer, server: Server, tmp_path: Path
) -> None:
    """A correction says the old figure and the new as they were published, to those it concerns alone."""
    foerste = udsnit(PROEVER / "2021-04-30", tmp_path / "2021-04-30")
    team_af = teamledere(foerste)
    sendt = send_foerste_gang(koer, server, foerste)
    assert CHEF in sendt
    assert len(sendt) > 3
    assert not [til for til, brev in sendt.items() if "Rettet" in brev["Subject"]]
    foer = {team_af[til]: tal(koer, team_af[til]) for til in sendt}

    rettede = send_rettelsen(koer, server, udsnit(PROEVER / "2021-12-31", tmp_path / "2021-12-31"))
    assert all(brev["Subject"].startswith("Rettet udgave: ") for brev in rettede.values())
    sagt = {team_af[til]: rettelser(brev) for til, brev in rettede.items()}
    nu = {team: tal(koer, team) for team in foer}
    aendret = {
        team: {id_: (foer[team][id_], nyt) for id_, nyt in nu[team].items() if foer[team][id_] != nyt}
        for team in foer
    }
    assert sagt["ALLE"]
    assert sagt == {team: aendret[team] for team in sagt}
    assert set(sagt) < set(foer), "a team without a change shows that it is left in peace"
    assert not any(aendret[team] for team in set(foer) - set(sagt))
    status = koer("send", *PERIODE, "--status").stdout
    udgaver = [len(re.findall(rf" {udgave} +sendt ", status)) for udgave in (1, 2)]
    assert udgaver == [len(sendt) - len(rettede), len(rettede)]
