"""Drawn tables: what can be read of them, and what is said of those that cannot."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from pipeline.definitions.drawn import DrawingFault, table, typed


def test_cells_are_typed_as_their_columns():
    """Days, timestamps with and without a clock, numbers, booleans and codes; an empty cell is missing."""
    drawn = {
        "underretninger": """
            underretning_id | modtaget_tidspunkt | overgreb | kvittering_dato
            U1 | 2021-04-01 10:00 | ja | 2021-04-02
            U2 | 2021-04-01 | nej |
        """,
        "udgifter": "postering_id | maaned | beloeb\nP1 | 2021-04 | 12.5",
        "handleplaner": "handleplan_id | antal_maal\nH1 | 3",
    }
    rows = typed(drawn, "m.")
    first, second = rows["underretninger"]
    assert first["underretning_id"] == "m.U1"
    assert first["modtaget_tidspunkt"] == datetime(2021, 4, 1, 10)  # noqa: DTZ001 - as the extracts hold it
    assert (first["modtaget_tidspunkt_har_klokkeslaet"], second["modtaget_tidspunkt_har_klokkeslaet"]) == (
        True,
        False,
    )
    assert (first["overgreb"], second["overgreb"], second["kvittering_dato"]) == (True, False, None)
    assert first["kvittering_dato"] == date(2021, 4, 2)
    assert rows["udgifter"][0]["beloeb"] == Decimal("12.5")
    assert rows["handleplaner"][0]["antal_maal"] == 3
    assert [row["sag_id"] for row in rows["sager"]] == ["m.S"]


@pytest.mark.parametrize(
    ("extracts", "told"),
    [
        ({"sag": "sag_id\nS"}, "udtrækket sag findes ikke: vælg en af teams"),
        ({"sager": " \n"}, "sager: tabellen er tom"),
        ({"sager": "sag_id | sag_id\nS | S"}, "sager: en kolonne i den første linje står to gange"),
        ({"sager": "sag_id |\nS |"}, "sager: en kolonne i den første linje .* har intet navn"),
        ({"sager": "sag_id | distrikt\nS"}, "sager: række 1 har 1 felter, men der er 2 kolonner"),
        ({"sager": "sag_id | fødselsdato\nS |"}, "sager: kolonnen fødselsdato findes ikke i udtrækket"),
        (
            {"sager": "oprettet_dato\n1-2-2021"},
            "oprettet_dato skal være en dato som .*, ikke 1-2-2021",
        ),
        ({"sager": "projekt_undtaget\nmåske"}, "projekt_undtaget skal være ja eller nej, ikke måske"),
        ({"sager": "sagstype\nbørn"}, "sagstype skal være en af barn, ufoedt, ikke børn"),
        ({"indsatser": "indsatstrin\nto"}, "indsatstrin skal være en af 1, 2, 3, 4, 5, ikke to"),
        ({"handleplaner": "antal_maal\n3,5"}, "antal_maal skal være et helt tal, ikke 3,5"),
        ({"udgifter": "beloeb\n1.000,50"}, "beloeb skal være et tal som 12.5, ikke"),
        (
            {"underretninger": "modtaget_tidspunkt\ni går"},
            "modtaget_tidspunkt skal være et tidspunkt som 2021-04-30 10:00 eller en dato",
        ),
    ],
)
def test_a_table_that_cannot_be_read_is_told_in_words(extracts: dict[str, str], told: str):
    """With extract, column and what was expected."""
    with pytest.raises(DrawingFault, match=told):
        typed(extracts)


def test_blank_lines_are_no_rows():
    """A block in YAML may end with one."""
    assert table("\n a | b \n\n 1 | \n") == [{"a": "1", "b": ""}]
