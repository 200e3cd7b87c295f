"""3.5 The child is spoken to before a measure is decided."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"maaneder": 6, "paragraffer": ["48", "50", "5"]}
DRAWINGS = (
    Drawing(
        "En børnesamtale efter § 48, § 50 eller § 5 på afgørelsens dag eller højst 6 måneder før er opfyldt",
        {
            "indsatser": """
                indsats_id | sag_id | kategori    | afgoerelse_dato
                I1         | S1     | anbringelse | 2021-08-31
                I2         | S2     | anbringelse | 2021-08-31
                I3         | S3     | anbringelse | 2021-08-31
                I4         | S4     | anbringelse | 2021-08-31
                I5         | S5     | anbringelse | 2021-08-31
                I6         | S6     | anbringelse | 2021-08-31
            """,
            "boernesamtaler": """
                samtale_id | sag_id | dato       | paragraf | udfald
                X1         | S1     | 2021-08-31 | 48       | afholdt
                X2         | S2     | 2021-02-28 | 50       | afholdt
                X3         | S3     | 2021-02-27 | 48       | afholdt
                X4         | S4     | 2021-09-01 | 48       | afholdt
                X5         | S5     | 2021-06-01 | 5        | afholdt
                X6         | S6     | 2021-06-01 | 137      | afholdt
            """,
        },
        """
            enhed_id | udfald       | aarsag
            I1       | opfyldt      |
            I2       | opfyldt      |
            I3       | ikke_opfyldt | mangler
            I4       | ikke_opfyldt | mangler
            I5       | opfyldt      |
            I6       | ikke_opfyldt | mangler
        """,
        period="2021-08",
    ),
    Drawing(
        "Er samtalen undladt med begrundelse, er afgørelsen undtaget, medmindre en anden samtale er afholdt",
        {
            "indsatser": """
                indsats_id | sag_id | kategori   | afgoerelse_dato
                I1         | S1     | aflastning | 2021-04-12
                I2         | S2     | aflastning | 2021-04-12
                I3         | S3     | aflastning | 2021-04-12
                I4         | S4     | aflastning | 2021-04-12
            """,
            "boernesamtaler": """
                samtale_id | sag_id | dato       | paragraf | udfald
                X1         | S1     | 2021-04-01 | 48       | undladt_begrundet
                X2         | S2     | 2021-04-01 | 48       | undladt_begrundet
                X3         | S2     | 2021-01-01 | 48       | afholdt
                X4         | S3     | 2021-04-01 | 48       | ikke_afholdt
                X5         | S4     | 2021-04-01 | 155a     | afholdt
                X6         | S1     | 2021-04-02 | 48       | ikke_afholdt
            """,
        },
        """
            enhed_id | udfald       | aarsag
            I1       | undtaget     |
            I2       | opfyldt      |
            I3       | ikke_opfyldt | indhold
            I4       | ikke_opfyldt | mangler
        """,
    ),
    Drawing(
        "Er barnet ikke født, når der træffes afgørelse, er afgørelsen undtaget",
        {
            "sager": """
                sag_id | sagstype | foedselsdato
                S1     | ufoedt   |
                S2     | ufoedt   | 2021-04-13
                S3     | ufoedt   | 2021-04-12
            """,
            "indsatser": """
                indsats_id | sag_id | kategori        | afgoerelse_dato
                I1         | S1     | forebyggende_52 | 2021-04-12
                I2         | S2     | forebyggende_52 | 2021-04-12
                I3         | S3     | forebyggende_52 | 2021-04-12
            """,
        },
        """
            enhed_id | udfald       | aarsag
            I1       | undtaget     |
            I2       | undtaget     |
            I3       | ikke_opfyldt | mangler
        """,
    ),
    Drawing(
        "Kun afgørelser i måneden om forebyggende foranstaltninger, aflastning og anbringelser tæller",
        {
            "indsatser": """
                indsats_id | kategori          | afgoerelse_dato | start_dato | bortfaldet_dato
                I1         | forebyggende_52   | 2021-04-01      |            |
                I2         | aflastning        | 2021-04-30      |            | 2021-04-30
                I3         | anbringelse       | 2021-04-12      | 2021-05-01 |
                I4         | forebyggende_11_3 | 2021-04-12      | 2021-05-01 |
                I5         | anbringelse       |                 | 2021-04-12 |
                I6         | anbringelse       | 2021-05-01      | 2021-04-12 |
            """,
            "boernesamtaler": "samtale_id | dato | paragraf | udfald\nX1 | 2021-03-01 | 48 | afholdt",
        },
        "enhed_id | udfald\nI1 | opfyldt\nI2 | opfyldt\nI3 | opfyldt",
    ),
    Drawing(
        "En foranstaltning, der er besluttet, før sagen blev oprettet, er en anden kommunes og tæller ikke",
        {
            "sager": "sag_id | oprettet_dato\nS1 | 2021-04-12\nS2 | 2021-04-13",
            "indsatser": """
                indsats_id | sag_id | kategori    | afgoerelse_dato | start_dato
                I1         | S1     | anbringelse | 2021-04-12      |
                I2         | S2     | anbringelse | 2021-04-12      | 2021-04-20
            """,
        },
        "enhed_id | udfald | aarsag\nI1 | ikke_opfyldt | mangler",
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_afgoerelse_boernesamtale(drawing, computed):
    """Event: a 52 at its decision; a talk held then or in the months before; else exempt as for a BFU."""
    assert computed[drawing.title] == drawing.expected_rows()
