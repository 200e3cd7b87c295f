"""The generator at other scales, seeds and dates."""

from __future__ import annotations

import csv
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from pipeline.base.errors import UsageFault
from tests.tools.synthetic.reading import EXTRACTS, SAMPLES, rows
from tools.synthetic import SAMPLES as DATES
from tools.synthetic import __main__ as command
from tools.synthetic import write_leverancer

DAY = date(2021, 9, 30)
KEYS = {
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
REFERENCES = {
    "sag_id": "sager",
    "team_id": "teams",
    "raadgiver_id": "raadgivere",
    "indsats_id": "indsatser",
}


@pytest.fixture(scope="module")
def four(tmp_path_factory) -> Path:
    """A clean delivery at four times the size: two sets of teams."""
    root = tmp_path_factory.mktemp("fire")
    write_leverancer(root, dates=[DAY], scale=4, dirt=False)
    return root / f"{DAY}"


def test_cases_grow_with_the_scale_and_teams_with_its_root(four, tmp_path):
    """Four times the cases and caseworkers, twice the teams."""
    write_leverancer(tmp_path, dates=[DAY], dirt=False)
    one = {e: len(rows(tmp_path / f"{DAY}" / f"{e}.csv")) for e in EXTRACTS}
    several = {e: len(rows(four / f"{e}.csv")) for e in EXTRACTS}
    assert several["teams"] == 2 * one["teams"]
    for extract in ("sager", "underretninger", "aktiviteter", "udgifter", "tilsynssvar"):
        assert 3.8 <= several[extract] / one[extract] <= 4.2


def test_a_clean_delivery_has_no_faults(four):
    """Keys are filled and unique, and every reference stands in the delivery."""
    known = {n: {r[KEYS[n][0]] for r in rows(four / f"{n}.csv")} for n in REFERENCES.values()}
    for extract, key in KEYS.items():
        every = rows(four / f"{extract}.csv")
        count = Counter(tuple(r[k] for k in key) for r in every)
        assert max(count.values()) == 1, extract
        assert all(all(n) for n in count), extract
        for column, target in REFERENCES.items():
            used = {r[column] for r in every if r.get(column)} - {"ALLE"}
            assert used <= known[target], (extract, column)


def test_the_same_seed_gives_the_same_bytes(tmp_path):
    """One delivery written alone equals the one written among three; another seed gives another history."""
    write_leverancer(tmp_path, dates=[DATES[2]])
    write_leverancer(tmp_path / "anden", dates=[DATES[2]], seed=7)
    for extract in EXTRACTS:
        file = Path(f"{DATES[2]}") / f"{extract}.csv"
        assert (tmp_path / file).read_bytes() == (SAMPLES / file).read_bytes()
    file = Path(f"{DATES[2]}") / "sager.csv"
    assert (tmp_path / file).read_bytes() != (tmp_path / "anden" / file).read_bytes()


@pytest.mark.parametrize("when", [date(2019, 12, 31), date(2024, 1, 1)])
def test_a_date_outside_the_history_is_refused(when, tmp_path):
    """The history runs from 2020 to 2023; the message names the date."""
    with pytest.raises(UsageFault, match=f"{when:%d-%m-%Y}"):
        write_leverancer(tmp_path, dates=[when])


def test_a_scale_below_one_is_refused(tmp_path):
    """Less than one municipality cannot be made."""
    with pytest.raises(UsageFault, match="mindst 1"):
        write_leverancer(tmp_path, dates=[DAY], scale=0)


def test_the_history_can_be_delivered_from_its_first_day_to_its_last(tmp_path):
    """Deliveries at both ends hold all extracts, the first with hardly anything but the stock."""
    write_leverancer(tmp_path, dates=[date(2020, 1, 1), date(2023, 12, 31)])
    for day in ("2020-01-01", "2023-12-31"):
        assert {f.stem for f in (tmp_path / day).iterdir()} == set(EXTRACTS)
    assert len(rows(tmp_path / "2020-01-01" / "underretninger.csv")) < 50
    assert len(rows(tmp_path / "2023-12-31" / "underretninger.csv")) > 8000


def test_the_command_writes_a_delivery(tmp_path, monkeypatch):
    """`python -m tools.synthetic --rod DIR --dato D --uden-snavs` writes that delivery without faults."""
    monkeypatch.setattr(
        sys, "argv", ["synthetic", "--rod", f"{tmp_path}", "--dato", f"{DATES[0]}", "--uden-snavs"]
    )
    command.main()
    with (tmp_path / f"{DATES[0]}" / "sager.csv").open(encoding="utf-8-sig", newline="") as file:
        every = list(csv.DictReader(file, delimiter=";"))
    assert len({r["sag_id"] for r in every}) == len(every) > 1000
