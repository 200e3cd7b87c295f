"""The generator at other scales, seeds and dates."""

from __future__ import annotations

import csv
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import ForkertBrug
from pipeline.synthetic import PROEVER as DATOER
from pipeline.synthetic import __main__ as kommando
from pipeline.synthetic import skriv_leverancer
from tests.synthetic.laesning import EXTRACTS, PROEVER, raekker

DAG = date(2021, 9, 30)
NOEGLER = {
    "teams": ("team_id",), "raadgivere": ("raadgiver_id",), "sager": ("sag_id",),
    "sagsfordeling": ("sag_id", "fra_dato"), "underretninger": ("underretning_id",),
    "undersoegelser": ("bfu_id",), "boernesamtaler": ("samtale_id",), "aktiviteter": ("aktivitet_id",),
    "indsatser": ("indsats_id",), "handleplaner": ("handleplan_id",), "opfoelgninger": ("opfoelgning_id",),
    "afdaekninger": ("afdaekning_id",), "ventetider": ("henvisning_id",),
    "tilsynssvar": ("tilsyn_id", "maalepunkt"), "spoergeskemasvar": ("svar_id",),
    "milepaelsstatus": ("plan_id", "milepael_id"),
    "kommentarer": ("plan_id", "indikator_id", "team_id", "periode"),
    "udgifter": ("postering_id",),
}  # fmt: skip
HENVISNINGER = {
    "sag_id": "sager",
    "team_id": "teams",
    "raadgiver_id": "raadgivere",
    "indsats_id": "indsatser",
}


@pytest.fixture(scope="module")
def fire(tmp_path_factory) -> Path:
    """A clean delivery at four times the size: two sets of teams."""
    rod = tmp_path_factory.mktemp("fire")
    skriv_leverancer(rod, datoer=[DAG], skala=4, snavs=False)
    return rod / f"{DAG}"


def test_cases_grow_with_the_scale_and_teams_with_its_root(fire, tmp_path):
    """Four times the cases and caseworkers, twice the teams."""
    skriv_leverancer(tmp_path, datoer=[DAG], snavs=False)
    en = {e: len(raekker(tmp_path / f"{DAG}" / f"{e}.csv")) for e in EXTRACTS}
    flere = {e: len(raekker(fire / f"{e}.csv")) for e in EXTRACTS}
    assert flere["teams"] == 2 * en["teams"]
    for extract in ("sager", "underretninger", "aktiviteter", "udgifter", "tilsynssvar"):
        assert 3.8 <= flere[extract] / en[extract] <= 4.2


def test_a_clean_delivery_has_no_faults(fire):
    """Keys are filled and unique, and every reference stands in the delivery."""
    kendte = {n: {r[NOEGLER[n][0]] for r in raekker(fire / f"{n}.csv")} for n in HENVISNINGER.values()}
    for extract, noegle in NOEGLER.items():
        alle = raekker(fire / f"{extract}.csv")
        antal = Counter(tuple(r[k] for k in noegle) for r in alle)
        assert max(antal.values()) == 1, extract
        assert all(all(n) for n in antal), extract
        for kolonne, maal in HENVISNINGER.items():
            brugt = {r[kolonne] for r in alle if r.get(kolonne)} - {"ALLE"}
            assert brugt <= kendte[maal], (extract, kolonne)


def test_the_same_seed_gives_the_same_bytes(tmp_path):
    """One delivery written alone equals the one written among three; another seed gives another history."""
    skriv_leverancer(tmp_path, datoer=[DATOER[2]])
    skriv_leverancer(tmp_path / "anden", datoer=[DATOER[2]], froe=7)
    for extract in EXTRACTS:
        fil = Path(f"{DATOER[2]}") / f"{extract}.csv"
        assert (tmp_path / fil).read_bytes() == (PROEVER / fil).read_bytes()
    fil = Path(f"{DATOER[2]}") / "sager.csv"
    assert (tmp_path / fil).read_bytes() != (tmp_path / "anden" / fil).read_bytes()


@pytest.mark.parametrize("dato", [date(2019, 12, 31), date(2024, 1, 1)])
def test_a_date_outside_the_history_is_refused(dato, tmp_path):
    """The history runs from 2020 to 2023; the message names the date."""
    with pytest.raises(ForkertBrug, match=f"{dato:%d-%m-%Y}"):
        skriv_leverancer(tmp_path, datoer=[dato])


def test_a_scale_below_one_is_refused(tmp_path):
    """Less than one municipality cannot be made."""
    with pytest.raises(ForkertBrug, match="mindst 1"):
        skriv_leverancer(tmp_path, datoer=[DAG], skala=0)


def test_the_history_can_be_delivered_from_its_first_day_to_its_last(tmp_path):
    """Deliveries at both ends hold all extracts, the first with hardly anything but the stock."""
    skriv_leverancer(tmp_path, datoer=[date(2020, 1, 1), date(2023, 12, 31)])
    for dag in ("2020-01-01", "2023-12-31"):
        assert {f.stem for f in (tmp_path / dag).iterdir()} == set(EXTRACTS)
    assert len(raekker(tmp_path / "2020-01-01" / "underretninger.csv")) < 50
    assert len(raekker(tmp_path / "2023-12-31" / "underretninger.csv")) > 8000


def test_the_command_writes_a_delivery(tmp_path, monkeypatch):
    """`python -m pipeline.synthetic --rod DIR --dato D --uden-snavs` writes that delivery without faults."""
    monkeypatch.setattr(
        sys, "argv", ["synthetic", "--rod", f"{tmp_path}", "--dato", f"{DATOER[0]}", "--uden-snavs"]
    )
    kommando.main()
    with (tmp_path / f"{DATOER[0]}" / "sager.csv").open(encoding="utf-8-sig", newline="") as fil:
        alle = list(csv.DictReader(fil, delimiter=";"))
    assert len({r["sag_id"] for r in alle}) == len(alle) > 1000
