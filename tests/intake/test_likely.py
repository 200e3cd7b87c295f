"""What an own word is likeliest to mean, as an analyst would guess it."""

from __future__ import annotations

import pytest

from pipeline.definitions.extracts import read_extracts
from pipeline.intake.likely import candidates, scores


@pytest.mark.parametrize(
    ("extract", "heading", "column"),
    [
        ("underretninger", "modtaget_dato_og_tid", "modtaget_tidspunkt"),
        ("underretninger", "underretningsnr.", "underretning_id"),
        ("underretninger", "barnets_cpr_nr.", "barn_id"),
        ("underretninger", "partshoert_den", "partshoering_dato"),
        ("sager", "sagsnummer", "sag_id"),
        ("sager", "oprettet_den", "oprettet_dato"),
        ("sager", "aarsag_til_lukning", "lukket_aarsag"),
        ("undersoegelser", "afsluttet", "afsluttet_dato"),
        ("indsatser", "slutdato", "slut_dato"),
        ("indsatser", "sagsbehandler", None),
    ],
)
def test_a_heading_is_guessed(extract: str, heading: str, column: str | None) -> None:
    """The column is the first of the few offered; a heading like no column has none."""
    names = read_extracts()[extract].kolonner
    assert next(iter(candidates(scores(heading, dict.fromkeys(names, "")))), None) == column


def test_the_meaning_of_a_code_is_asked_too() -> None:
    """A school is a professional, says the data dictionary."""
    codes = {"fagperson": "en fagperson fx fra skole eller dagtilbud", "privat": "en privatperson"}
    assert candidates(scores("skole", codes)) == ("fagperson",)
    assert candidates(scores("noget_helt_andet", codes)) == ()
