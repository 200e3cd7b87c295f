# ruff: noqa: E501 - a drawn table is not broken over several lines
"""An activity of some kinds, or one that maps the network, is part of the BFU."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"undertyper": ["netvaerksmoede"], "under_alder": None}
DRAWINGS = (
    Drawing(
        "Et netværksmøde i sagen fra undersøgelsens første til dens sidste dag er opfyldt",
        {
            "undersoegelser": """
                bfu_id | sag_id | startet_dato | afsluttet_dato
                B1     | S1     | 2021-02-01   | 2021-04-12
                B2     | S2     | 2021-02-01   | 2021-04-12
                B3     | S3     | 2021-02-01   | 2021-04-12
                B4     | S4     | 2021-02-01   | 2021-04-12
                B5     | S5     | 2021-02-01   | 2021-04-12
            """,
            "aktiviteter": """
                aktivitet_id | sag_id | dato       | type  | undertype
                K1           | S1     | 2021-02-01 | moede | netvaerksmoede
                K2           | S2     | 2021-04-12 | moede | netvaerksmoede
                K3           | S3     | 2021-01-31 | moede | netvaerksmoede
                K4           | S4     | 2021-04-13 | moede | netvaerksmoede
            """,
        },
        """
            enhed_id | udfald       | aarsag
            B1       | opfyldt      |
            B2       | opfyldt      |
            B3       | ikke_opfyldt | mangler
            B4       | ikke_opfyldt | mangler
            B5       | ikke_opfyldt | mangler
        """,
    ),
    Drawing(
        "Andre aktiviteter, også familierådslagning, er ikke et netværksmøde, og typen er uden betydning",
        {
            "undersoegelser": """
                bfu_id | sag_id | startet_dato | afsluttet_dato
                B1     | S1     | 2021-02-01   | 2021-04-12
                B2     | S2     | 2021-02-01   | 2021-04-12
            """,
            "aktiviteter": """
                aktivitet_id | sag_id | dato       | type    | undertype
                K1           | S1     | 2021-03-01 | moede   | familieraadslagning
                K2           | S1     | 2021-03-01 | moede   | netvaerkskort
                K3           | S1     | 2021-03-01 | moede   |
                K4           | S2     | 2021-03-01 | kontakt | netvaerksmoede
            """,
        },
        "enhed_id | udfald | aarsag\nB1 | ikke_opfyldt | mangler\nB2 | opfyldt |",
    ),
    Drawing(
        "Kun undersøgelser, der er afsluttet i måneden og ikke afbrudt, tæller",
        {
            "undersoegelser": """
                bfu_id | startet_dato | afsluttet_dato | afslutning
                B1     | 2021-02-01   | 2021-04-30     | faerdig
                B2     | 2021-02-01   | 2021-04-30     | afbrudt
                B3     | 2021-02-01   | 2021-05-01     | faerdig
                B4     | 2021-02-01   |                |
            """,
            "aktiviteter": "aktivitet_id | dato | type | undertype\nK1 | 2021-03-01 | moede | netvaerksmoede",
        },
        "enhed_id | udfald\nB1 | opfyldt",
    ),
    Drawing(
        "Uden nævnte slags tæller det, der afdækker netværket: genogram, netværkskort og netværkscirkel; med en "
        "aldersgrænse tæller kun projektets sager, den dag undersøgelsen blev afsluttet",
        {
            "sager": """
                sag_id | foedselsdato
                S1     | 2018-01-01
                S2     | 2018-01-01
                S3     | 2018-01-01
                S4     | 2018-01-01
                S5     | 2014-04-12
                S6     | 2014-04-13
            """,
            "undersoegelser": """
                bfu_id | sag_id | startet_dato | afsluttet_dato
                B1     | S1     | 2021-02-01   | 2021-04-12
                B2     | S2     | 2021-02-01   | 2021-04-12
                B3     | S3     | 2021-02-01   | 2021-04-12
                B4     | S4     | 2021-02-01   | 2021-04-12
                B5     | S5     | 2021-02-01   | 2021-04-12
                B6     | S6     | 2021-02-01   | 2021-04-12
            """,
            "aktiviteter": """
                aktivitet_id | sag_id | dato       | type     | undertype
                K1           | S1     | 2021-03-01 | dokument | genogram
                K2           | S2     | 2021-03-01 | moede    | netvaerkskort
                K3           | S3     | 2021-03-01 | moede    | netvaerkscirkel
                K4           | S4     | 2021-03-01 | moede    | netvaerksmoede
                K5           | S5     | 2021-03-01 | dokument | genogram
            """,
        },
        """
            enhed_id | udfald       | aarsag
            B1       | opfyldt      |
            B2       | opfyldt      |
            B3       | opfyldt      |
            B4       | ikke_opfyldt | mangler
            B6       | ikke_opfyldt | mangler
        """,
        parameters={"undertyper": None, "under_alder": 7},
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_bfu_aktivitet(drawing, computed):
    """Event: a BFU of P at its end; an aktivitet of the kinds of the case in [startet, afsluttet]."""
    assert computed[drawing.title] == drawing.expected_rows()
