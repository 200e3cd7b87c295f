"""Deliveries of one history: each tells what was registered by its day, in its own way of writing."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tests.synthetic.laesning import EXTRACTS, PROEVER, dato, gode, indstillinger, linjer, raekker, tekst

APRIL, AUGUST, DECEMBER = (PROEVER / d for d in ("2021-04-30", "2021-08-31", "2021-12-31"))
NOEGLER = {
    "sager": "sag_id", "underretninger": "underretning_id", "undersoegelser": "bfu_id",
    "boernesamtaler": "samtale_id", "aktiviteter": "aktivitet_id", "indsatser": "indsats_id",
    "handleplaner": "handleplan_id", "opfoelgninger": "opfoelgning_id", "udgifter": "postering_id",
}  # fmt: skip


def er_dato(kolonne: str) -> bool:
    return kolonne.endswith(("_dato", "_tidspunkt")) or kolonne == "dato"


@pytest.mark.parametrize("mappe", [APRIL, AUGUST, DECEMBER], ids=lambda m: m.name)
def test_what_has_not_happened_is_absent(mappe):
    """No good row tells of a day after the delivery's."""
    leveret = date.fromisoformat(mappe.name)
    for extract in EXTRACTS:
        for raekke in gode(mappe / f"{extract}.csv"):
            for kolonne, felt in raekke.items():
                # A child's birth may lie ahead: that is the term of an unborn one.
                if er_dato(kolonne) and felt and kolonne != "foedselsdato":
                    assert dato(felt) <= leveret, (extract, kolonne)


@pytest.mark.parametrize("extract", sorted(NOEGLER))
def test_rows_are_never_lost(extract):
    """A later delivery holds every row of the one before."""
    foer, efter = ({r[NOEGLER[extract]] for r in gode(m / f"{extract}.csv")} for m in (AUGUST, DECEMBER))
    assert foer < efter


@pytest.mark.parametrize(
    ("extract", "kolonne"),
    [
        ("sager", "oprettet_dato"),
        ("underretninger", "modtaget_tidspunkt"),
        ("undersoegelser", "startet_dato"),
        ("aktiviteter", "dato"),
        ("opfoelgninger", "dato"),
    ],
)
def test_some_rows_come_late(extract, kolonne):
    """Some rows with earlier dates appear only in the next delivery."""
    foer, efter = ({r[NOEGLER[extract]]: r for r in gode(m / f"{extract}.csv")} for m in (AUGUST, DECEMBER))
    nye = [dato(efter[n][kolonne]) for n in set(efter) - set(foer)]
    assert any(d < date(2021, 8, 25) for d in nye)


def test_deeds_are_registered_late_too():
    """A deed done before August's delivery may be missing there and stand in December's."""
    foer, efter = (
        {r["underretning_id"]: r for r in gode(m / "underretninger.csv")} for m in (AUGUST, DECEMBER)
    )
    sene = [
        n for n in foer
        if not foer[n]["partshoering_dato"]
        and efter[n]["partshoering_dato"]
        and dato(efter[n]["partshoering_dato"]) < date(2021, 8, 31)
    ]  # fmt: skip
    assert len(sene) > 3


def test_each_delivery_is_written_in_its_own_way():
    """Encoding, separator, dates, decimals, booleans and CPR numbers differ between the three."""
    assert (APRIL / "sager.csv").read_bytes().startswith(b"\xef\xbb\xbfsag_id;barn_id;")
    assert b"\r\n" in (APRIL / "sager.csv").read_bytes()
    with pytest.raises(UnicodeDecodeError):
        (AUGUST / "sager.csv").read_bytes().decode("utf-8")
    assert tekst(DECEMBER / "sager.csv").startswith("sag_id,barn_id,")
    beloeb = [raekker(m / "udgifter.csv")[0]["beloeb"] for m in (APRIL, AUGUST, DECEMBER)]
    for felt, moenster in zip(beloeb, (r"\d{1,3}(\.\d{3})*,\d\d", r"\d+,\d\d", r"\d+\.\d\d"), strict=True):
        assert re.fullmatch(moenster, felt)
    ja_nej = [{r["genvurdering"] for r in gode(m / "underretninger.csv")} for m in (APRIL, AUGUST, DECEMBER)]
    assert ja_nej == [{"J", "N"}, {"ja", "nej"}, {"true", "false"}]


def test_own_headings_and_values_are_used_where_the_settings_map_them():
    """Every mapped heading stands in August's file, and the mapped values mean codes of the contract."""
    for extract, egne in indstillinger()["overskrifter"].items():
        assert set(egne) <= set(linjer(AUGUST / f"{extract}.csv")[0]), extract
    for extract, kolonner in indstillinger()["vaerdier"].items():
        for kolonne, ord_ in kolonner.items():
            brugte = {r[kolonne] for r in gode(AUGUST / f"{extract}.csv")}
            assert set(ord_) - {"*"} <= brugte, (extract, kolonne)
            koder = {r[kolonne] for r in gode(DECEMBER / f"{extract}.csv")}
            assert {ord_.get(v, ord_.get("*", v) if v else v) for v in brugte} <= koder, (extract, kolonne)


@pytest.mark.parametrize("mappe", [APRIL, AUGUST, DECEMBER], ids=lambda m: m.name)
def test_nobody_exists(mappe):
    """Every number of a child is a replacement number (day + 60) or the municipality's own."""
    nummer = r"(6[1-9]|[78]\d|9[01])(0[1-9]|1[0-2])\d\d-?\d{4}|UFOEDT-\d+"
    for extract in ("sager", "underretninger"):
        for raekke in gode(mappe / f"{extract}.csv"):
            if raekke["barn_id"]:
                assert re.fullmatch(nummer, raekke["barn_id"])
    assert all(r["leder_email"].endswith("@eksempelkommune.example") for r in gode(mappe / "teams.csv"))
