"""An early measure solves the problem."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

DRAWINGS = (
    Drawing(
        "Indsatsen skal være slut, fordi målet er nået; er årsagen ikke udfyldt, mangler den",
        {
            "indsatser": """
                indsats_id | kategori | start_dato | slut_dato | slut_aarsag
                I1 | forebyggende_11_3 | 2021-01-01 | 2021-04-12 | maal_naaet
                I2 | forebyggende_11_3 | 2021-01-01 | 2021-04-12 | overgaaet_til_bfu
                I3 | forebyggende_11_3 | 2021-01-01 | 2021-04-12 | afbrudt
                I4 | forebyggende_11_3 | 2021-01-01 | 2021-04-12 | andet
                I5 | forebyggende_11_3 | 2021-01-01 | 2021-04-12 |
            """
        },
        """
            enhed_id | udfald | aarsag | haendelsesdato
            I1 | opfyldt | | 2021-04-12
            I2 | ikke_opfyldt | indhold | 2021-04-12
            I3 | ikke_opfyldt | indhold | 2021-04-12
            I4 | ikke_opfyldt | indhold | 2021-04-12
            I5 | ikke_opfyldt | mangler | 2021-04-12
        """,
    ),
    Drawing(
        "Kun startede indsatser efter § 11, stk. 3, der slutter i måneden, tæller",
        {
            "indsatser": """
                indsats_id | kategori          | leverandoer_type | start_dato | slut_dato  | slut_aarsag
                I1         | forebyggende_11_3 |                  | 2021-01-01 | 2021-04-01 | maal_naaet
                I2         | forebyggende_11_3 | privat           | 2021-04-30 | 2021-04-30 | maal_naaet
                I3         | forebyggende_11_3 |                  | 2021-01-01 | 2021-05-01 | maal_naaet
                I4         | forebyggende_11_3 |                  | 2021-01-01 |            | maal_naaet
                I5         | forebyggende_11_3 |                  |            | 2021-04-12 | maal_naaet
                I6         | forebyggende_52   |                  | 2021-01-01 | 2021-04-12 | maal_naaet
            """
        },
        "enhed_id | udfald\nI1 | opfyldt\nI2 | opfyldt",
    ),
    Drawing(
        "En indsats, der var slut, før sagen blev oprettet, tæller ikke",
        {
            "sager": "sag_id | oprettet_dato\nS1 | 2021-04-12\nS2 | 2021-04-13",
            "indsatser": """
                indsats_id | sag_id | kategori          | start_dato | slut_dato  | slut_aarsag
                I1         | S1     | forebyggende_11_3 | 2021-01-01 | 2021-04-12 | maal_naaet
                I2         | S2     | forebyggende_11_3 | 2021-01-01 | 2021-04-12 | maal_naaet
            """,
        },
        "enhed_id | udfald\nI1 | opfyldt",
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_tidlig_indsats_loest(drawing, computed):
    """Event at slut_dato: slut_aarsag maal_naaet."""
    assert computed[drawing.title] == drawing.expected_rows()
