"""The faulty rows of the samples: every kind is there, and the intake does with each as the contract says."""

from __future__ import annotations

import csv
import io
import secrets
from collections import Counter
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest

from pipeline.database import aabn
from pipeline.definitions.plans import kendte_maalepunkter
from pipeline.intake.ingest import Indlaesning, indlaes
from pipeline.settings import laes_indstillinger
from pipeline.synthetic import PROEVER as DATOER
from pipeline.synthetic.fejlraekker import FEJL, Fejl, FraLeverancen, Virkning
from tests.synthetic.laesning import EXTRACTS, KRAEVEDE, PROEVER, indstillinger, linjer, raekker, tekst

# great_expectations imports a module the standard library has deprecated; nothing of ours does.

KARANTAENE = {
    # A missing `*` or `!` value, and what else must be filled.
    "mangler", "mangler_noegle", "hverken_sag_eller_barn", "mangler_sag", "mangler_dato",
    # A value that does not parse as its column's type.
    "ulaeselig_dato", "ulaeseligt_tidspunkt", "ulaeselig_bool", "ulaeseligt_tal", "ulaeseligt_beloeb",
    "ulaeselig_maaned", "ulaeselig_noegle",
    # An unknown code in a `*` or `!` column; too many or too few fields; a conflicting key.
    "ukendt_kode", "for_mange_felter", "for_faa_felter", "modstridende_noegle",
    # An unknown reference; an end before its start.
    "ukendt_sag", "ukendt_team", "ukendt_indsats", "slut_foer_start",
}  # fmt: skip
ADVARSLER = {
    "ukendt_kode", "kun_dato", "efter_leverancen", "gerning_foer_start", "ukendt_raadgiver",
    "indsats_i_anden_sag", "ukendt_maalepunkt", "ukendt_undertype", "mangler_foedselsdato",
    "mangler_leverandoer", "bortfald_og_start", "maaneder_under_1", "ukendt_team",
}  # fmt: skip
Fund = list[dict[str, object]]
SLUT_FOER_START = {
    "sager", "undersoegelser", "afdaekninger", "indsatser", "handleplaner", "sagsfordeling", "raadgivere",
}  # fmt: skip


def slags(virkning: Virkning) -> set[str]:
    return {f.slags for f in FEJL if f.virkning is virkning}


def test_every_kind_of_the_contract_is_there():
    """Section 1's quarantine and warning kinds; an end before its start in every extract but teams."""
    assert slags(Virkning.KARANTAENE) == KARANTAENE
    assert slags(Virkning.ADVARSEL) == ADVARSLER
    assert {f.extract for f in FEJL if f.slags == "slut_foer_start"} == SLUT_FOER_START
    assert {f.kolonne for f in FEJL if f.virkning is Virkning.FALDER_MED} == {"sag_id", "indsats_id"}


def test_no_gate_is_near():
    """No row of teams is quarantined; of a required file at most 3 rows or 5 % of the rows read."""
    egne = Counter(f.extract for f in FEJL if f.virkning is Virkning.KARANTAENE)
    assert egne["teams"] == 0
    for dato in DATOER:
        for extract in KRAEVEDE:
            assert egne[extract] <= max(3, len(raekker(PROEVER / f"{dato}" / f"{extract}.csv")) // 20)


@cache
def poster(fil: Path) -> list[tuple[int, dict[str, str]]]:
    """Each record with the line it begins on and its fields by the contract's names, as far as they go."""
    hoved = linjer(fil)[0]
    egne = indstillinger()["overskrifter"].get(fil.stem, {})
    indhold = tekst(fil)
    laeser = csv.reader(
        io.StringIO(indhold, newline=""), delimiter=max(";,\t", key=indhold.split("\n")[0].count)
    )
    alle, begynder = [], 1
    for felter in laeser:
        alle.append((begynder, dict(zip([egne.get(n, n) for n in hoved], felter, strict=False))))
        begynder = laeser.line_num + 1
    return alle[1:]


def ens(felt: str, vaerdi: str | FraLeverancen, leveret: date) -> bool:
    """Whether a field is what the fault says, in either form of a date."""
    if isinstance(vaerdi, FraLeverancen):
        vaerdi = f"{leveret + timedelta(days=vaerdi.dage)}"
    return felt in (vaerdi, "-".join(reversed(vaerdi.split("-"))))


def linjen(fejl: Fejl, dato: date) -> int:
    """The line of the delivery that carries a fault; there is exactly one."""
    fundne = [
        linje
        for linje, raekke in poster(PROEVER / f"{dato}" / f"{fejl.extract}.csv")
        if any(raekke.values()) and all(ens(raekke.get(k, ""), v, dato) for k, v in fejl.felter.items())
    ]
    assert len(fundne) == 1, (fejl.slags, fejl.extract)
    return fundne[0]


@pytest.fixture(scope="module")
def indlaest(
    tmp_path_factory,
) -> dict[date, tuple[Indlaesning, list[dict[str, object]], list[dict[str, object]]]]:
    """Each sample taken in, with what was quarantined and what was warned of."""
    mappe = tmp_path_factory.mktemp("arbejdsmappe")
    mappe.chmod(0o700)
    noegle, sat = secrets.token_bytes(32), laes_indstillinger(PROEVER / "indstillinger.toml")
    fundet = {}
    for dato in DATOER:
        svar = indlaes(PROEVER / f"{dato}", dato, mappe, sat, noegle, kendte_maalepunkter())
        with aabn([mappe]) as database:
            database.tilknyt(svar.database, "lev")
            hentet = [database.hent(f"select * from lev.{tabel}") for tabel in ("karantaene", "advarsel")]  # noqa: S608
        fundet[dato] = (svar, *hentet)
    return fundet


@pytest.mark.parametrize("dato", DATOER)
def test_nothing_else_is_quarantined(indlaest, dato):
    """Rows read = accepted + duplicates + quarantined, and only the faulty rows are either of the latter."""
    tal = {f.extract: f for f in indlaest[dato][0].filer}
    assert set(tal) == set(EXTRACTS)
    for extract, fil in tal.items():
        ventet = Counter(f.virkning for f in FEJL if f.extract == extract)
        assert fil.laest == fil.accepteret + fil.dubletter + fil.karantaene
        assert fil.dubletter == ventet[Virkning.DUBLET], extract
        assert fil.karantaene == ventet[Virkning.KARANTAENE] + ventet[Virkning.FALDER_MED], extract


def kolonner_ved(fundne: Fund, fejl: Fejl, linje: int) -> set[str]:
    """The columns a table of findings names for a line; a rule of several columns names them all."""
    ved = [r for r in fundne if (r["extract"], r["linje"]) == (fejl.extract, linje)]
    return {kolonne for r in ved for kolonne in str(r["kolonne"]).split(", ")}


@pytest.mark.parametrize("dato", DATOER)
def test_the_intake_names_line_and_column(indlaest, dato):
    """Every quarantined row and every warning stands with its line and the column at fault."""
    _, karantaene, advarsler = indlaest[dato]
    forkerte = []
    for fejl in FEJL:
        if fejl.virkning is Virkning.DUBLET:
            continue
        linje, advarsel = linjen(fejl, dato), fejl.virkning is Virkning.ADVARSEL
        fundet = kolonner_ved(advarsler if advarsel else karantaene, fejl, linje)
        rigtig = fejl.kolonne in fundet if fejl.kolonne else bool(fundet)
        if not rigtig or (advarsel and kolonner_ved(karantaene, fejl, linje)):
            forkerte.append((fejl.extract, fejl.slags, fejl.kolonne, fundet))
    assert forkerte == []
