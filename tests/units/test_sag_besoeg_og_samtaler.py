# ruff: noqa: E501 - a drawn table is not broken over several lines
"""Homes are visited and children talked with."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

VAERDITYPE = "median"
PARAMETERS = {"maaneder": 3}
DRAWINGS = (
    Drawing(
        "Hjemmebesøg og afholdte børnesamtaler i de seneste 3 måneder lægges sammen; uden nogen er tallet 0",
        {
            "sager": """
                sag_id | lukket_dato
                S2     |
                S3     | 2021-04-30
            """,
            "aktiviteter": """
                aktivitet_id | sag_id | dato       | type    | undertype
                K1           | S1     | 2021-01-31 | kontakt | hjemmebesoeg
                K2           | S1     | 2021-01-30 | kontakt | hjemmebesoeg
                K3           | S1     | 2021-04-30 | moede   | hjemmebesoeg
                K4           | S1     | 2021-05-01 | moede   | hjemmebesoeg
                K5           | S1     | 2021-04-12 | moede   | netvaerksmoede
                K6           | S3     | 2021-04-12 | moede   | hjemmebesoeg
            """,
            "boernesamtaler": "samtale_id | sag_id | dato | paragraf | udfald\nB1 | S1 | 2021-04-12 | andet | afholdt",
        },
        """
            enhed_id | udfald  | vaerdi | referencedato
            S1       | opgjort | 3      | 2021-04-30
            S2       | opgjort | 0      | 2021-04-30
        """,
    ),
    Drawing(
        "Samtaler, der ikke er afholdt, tæller ikke, og hver på den samme dag tæller for sig",
        {
            "boernesamtaler": """
                samtale_id | sag_id | dato       | paragraf | udfald
                B1         | S1     | 2021-04-12 | 48       | afholdt
                B2         | S1     | 2021-04-12 | 50       | afholdt
                B3         | S1     | 2021-04-12 | 48       | undladt_begrundet
                B4         | S2     | 2021-04-12 | 48       | ikke_afholdt
            """,
            "aktiviteter": """
                aktivitet_id | sag_id | dato       | type    | undertype
                K1           | S2     | 2021-04-12 | kontakt | hjemmebesoeg
                K2           | S2     | 2021-04-12 | kontakt | hjemmebesoeg
            """,
        },
        """
            enhed_id | udfald  | vaerdi
            S1       | opgjort | 2
            S2       | opgjort | 2
        """,
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_sag_besoeg_og_samtaler(drawing, computed):
    """Stock: an open case; home visits and talks held in the months before."""
    assert computed[drawing.title] == drawing.expected_rows()
