"""Deliveries of one history: each tells what was registered by its day, in its own way of writing."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tests.tools.synthetic.reading import EXTRACTS, SAMPLES, day_of, good, indstillinger, lines, rows, text

APRIL, AUGUST, DECEMBER = (SAMPLES / d for d in ("2021-04-30", "2021-08-31", "2021-12-31"))
KEYS = {
    "sager": "sag_id", "underretninger": "underretning_id", "undersoegelser": "bfu_id",
    "boernesamtaler": "samtale_id", "aktiviteter": "aktivitet_id", "indsatser": "indsats_id",
    "handleplaner": "handleplan_id", "opfoelgninger": "opfoelgning_id", "udgifter": "postering_id",
}  # fmt: skip


def is_date(column: str) -> bool:
    return column.endswith(("_dato", "_tidspunkt")) or column == "dato"


@pytest.mark.parametrize("folder", [APRIL, AUGUST, DECEMBER], ids=lambda m: m.name)
def test_what_has_not_happened_is_absent(folder):
    """No good row tells of a day after the delivery's."""
    delivered = date.fromisoformat(folder.name)
    for extract in EXTRACTS:
        for row in good(folder / f"{extract}.csv"):
            for column, field in row.items():
                # A child's birth may lie ahead: that is the term of an unborn one.
                if is_date(column) and field and column != "foedselsdato":
                    assert day_of(field) <= delivered, (extract, column)


@pytest.mark.parametrize("extract", sorted(KEYS))
def test_rows_are_never_lost(extract):
    """A later delivery holds every row of the one before."""
    before, after = ({r[KEYS[extract]] for r in good(m / f"{extract}.csv")} for m in (AUGUST, DECEMBER))
    assert before < after


@pytest.mark.parametrize(
    ("extract", "column"),
    [
        ("sager", "oprettet_dato"),
        ("underretninger", "modtaget_tidspunkt"),
        ("undersoegelser", "startet_dato"),
        ("aktiviteter", "dato"),
        ("opfoelgninger", "dato"),
    ],
)
def test_some_rows_come_late(extract, column):
    """Some rows with earlier dates appear only in the next delivery."""
    before, after = ({r[KEYS[extract]]: r for r in good(m / f"{extract}.csv")} for m in (AUGUST, DECEMBER))
    new = [day_of(after[n][column]) for n in set(after) - set(before)]
    assert any(d < date(2021, 8, 25) for d in new)


def test_deeds_are_registered_late_too():
    """A deed done before August's delivery may be missing there and stand in December's."""
    before, after = (
        {r["underretning_id"]: r for r in good(m / "underretninger.csv")} for m in (AUGUST, DECEMBER)
    )
    for deed in ("partshoering_dato", "faglig_vurdering_dato", "tilbagemelding_dato"):
        late = [
            n for n in before
            if not before[n][deed] and after[n][deed] and day_of(after[n][deed]) < date(2021, 8, 31)
        ]  # fmt: skip
        assert len(late) > 1, deed


def test_each_delivery_is_written_in_its_own_way():
    """Encoding, separator, dates, decimals, booleans and CPR numbers differ between the three."""
    assert (APRIL / "sager.csv").read_bytes().startswith(b"\xef\xbb\xbfsag_id;barn_id;")
    assert b"\r\n" in (APRIL / "sager.csv").read_bytes()
    with pytest.raises(UnicodeDecodeError):
        (AUGUST / "sager.csv").read_bytes().decode("utf-8")
    assert text(DECEMBER / "sager.csv").startswith("sag_id,barn_id,")
    amount = [rows(m / "udgifter.csv")[0]["beloeb"] for m in (APRIL, AUGUST, DECEMBER)]
    for field, pattern in zip(amount, (r"\d{1,3}(\.\d{3})*,\d\d", r"\d+,\d\d", r"\d+\.\d\d"), strict=True):
        assert re.fullmatch(pattern, field)
    yes_no = [{r["genvurdering"] for r in good(m / "underretninger.csv")} for m in (APRIL, AUGUST, DECEMBER)]
    assert yes_no == [{"J", "N"}, {"ja", "nej"}, {"true", "false"}]


def test_own_headings_and_values_are_used_where_the_settings_map_them():
    """Every mapped heading stands in August's file, and the mapped values mean codes of the contract."""
    for extract, own in indstillinger()["overskrifter"].items():
        assert set(own) <= set(lines(AUGUST / f"{extract}.csv")[0]), extract
    for extract, columns in indstillinger()["vaerdier"].items():
        for column, words in columns.items():
            used = {r[column] for r in good(AUGUST / f"{extract}.csv")}
            assert set(words) - {"*"} <= used, (extract, column)
            codes = {r[column] for r in good(DECEMBER / f"{extract}.csv")}
            assert {words.get(v, words.get("*", v) if v else v) for v in used} <= codes, (extract, column)


@pytest.mark.parametrize("folder", [APRIL, AUGUST, DECEMBER], ids=lambda m: m.name)
def test_nobody_exists(folder):
    """Every number of a child is a replacement number (day + 60) or the municipality's own."""
    ident = r"(6[1-9]|[78]\d|9[01])(0[1-9]|1[0-2])\d\d-?\d{4}|UFOEDT-\d+"
    for extract in ("sager", "underretninger"):
        for row in good(folder / f"{extract}.csv"):
            if row["barn_id"]:
                assert re.fullmatch(ident, row["barn_id"])
    assert all(r["leder_email"].endswith("@eksempelkommune.example") for r in good(folder / "teams.csv"))
