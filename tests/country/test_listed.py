"""The list of municipalities: whose files lie where, which month is meant, and what it may not say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.base.errors import SettingsError, UsageFault
from pipeline.country.cluster import Cluster
from pipeline.country.listed import read_country


def listed(root: Path, *sections: str):
    file = root / "kommuner.toml"
    file.write_text("\n".join(sections), encoding="utf-8")
    return read_country(file)


def section(id_: str, leverance: str = "udtraek", **further: str) -> str:
    keys = {
        "navn": id_.title(),
        "arbejdsmappe": f"{id_}/tilsyn",
        "leverance": f"{id_}/{leverance}",
        **further,
    }
    return "\n".join([f"[kommuner.{id_}]", *(f'{name} = "{value}"' for name, value in keys.items())])


def test_paths_are_from_the_lists_own_folder(tmp_path: Path):
    """So that it can be moved, and called from anywhere; whole paths stay what they are."""
    country = listed(tmp_path, section("a", noegle_fil="/hemmelig/a"))
    assert country.kommuner["a"].arbejdsmappe == tmp_path / "a" / "tilsyn"
    assert country.kommuner["a"].noegle_fil == Path("/hemmelig/a")
    assert country.landsmappe == tmp_path / "land"


def test_of_dated_deliveries_the_newest_is_meant(tmp_path: Path):
    """The list need not be changed each month."""
    for name in ("2021-03-31", "2021-04", "andet"):
        (tmp_path / "a" / "udtraek" / name).mkdir(parents=True)
    kommune = listed(tmp_path, section("a")).kommuner["a"]
    assert kommune.leverance.name == "2021-04"
    assert kommune.drawn == date(2021, 4, 30)


@pytest.mark.parametrize(
    ("drawn", "periode"),
    [
        (["2021-04-30", "2021-04-30", "2021-03-31"], "2021-04"),
        (["2021-04-29", "2021-05-02"], "2021-03"),
        (["ukendt", "2021-05-02"], "2021-04"),
    ],
)
def test_without_a_period_the_month_most_deliveries_reach_is_meant(
    tmp_path: Path, drawn: list[str], periode: str
):
    """Of two the earlier: one laggard moves nobody back, and is refused by itself."""
    sections = [section(f"k{number}", name) for number, name in enumerate(drawn)]
    assert listed(tmp_path, *sections).default_periode().periode == periode


def test_a_period_no_name_tells_has_to_be_named(tmp_path: Path):
    """One line that says so."""
    with pytest.raises(UsageFault, match="angiv --periode"):
        listed(tmp_path, section("a")).default_periode()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "kommuner: mangler"),
        ('[kommuner."../x"]\nnavn = "X"\narbejdsmappe = "x"\nleverance = "y"', "har ikke den form"),
        (section("a", navn="X") + "\n" + section("b", navn="x"), "a og b har samme navn"),
        (
            section("a", arbejdsmappe="w") + "\n" + section("b", arbejdsmappe="w"),
            "a og b har samme arbejdsmappe",
        ),
        (section("a", noegle="hemmelig"), "noegle: er en ukendt nøgle \\(kendte: navn, arbejdsmappe"),
        ("[kommuner.a]\n[kommuner.a]", "er ikke gyldig TOML"),
    ],
)
def test_a_list_that_does_not_hold_is_refused_in_one_line(tmp_path: Path, text: str, told: str):
    """Which key, and what is expected; never a municipality twice in one workspace."""
    with pytest.raises(SettingsError, match=told):
        listed(tmp_path, text)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"ca": "fil"}, "--tls-certifikat mangler"),
        ({"ca": "fil", "certificate": "fil", "key": "fil"}, "hører til --scheduler"),
        ({"scheduler": "tcp://x:1", "workers": 2}, "--arbejdere"),
        (
            {"scheduler": "tls://x:1", "ca": "vaek", "certificate": "fil", "key": "fil"},
            "vaek: filen findes ikke",
        ),
    ],
)
def test_options_that_do_not_go_together_are_refused(tmp_path: Path, options: dict, told: str):
    """Before anything is started."""
    (tmp_path / "fil").touch()
    paths = {
        name: tmp_path / value if name in {"ca", "certificate", "key"} else value
        for name, value in options.items()
    }
    with pytest.raises((UsageFault, SettingsError), match=told):
        Cluster(**paths)


@pytest.mark.parametrize(
    ("scheduler", "open_"),
    [("tcp://10.0.0.4:8786", True), ("tcp://127.0.0.1:8786", False), (None, False)],
)
def test_a_cluster_anybody_can_command_is_told_of(scheduler: str | None, open_: bool):
    """On the net without TLS; on the loopback nobody else comes to it."""
    assert Cluster(scheduler).open_to_others is open_
