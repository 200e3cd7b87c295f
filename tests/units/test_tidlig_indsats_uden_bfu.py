"""4.4 No BFU begins within 6 months of an early measure's end."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"maaneder": 6}
DRAWINGS = (
    Drawing(
        "Starter en undersøgelse efter indsatsens start og senest 6 måneder efter dens slutning, er "
        "indsatsen ikke opfyldt",
        {
            "indsatser": """
                indsats_id | sag_id | kategori          | start_dato | slut_dato
                I1         | S1     | forebyggende_11_3 | 2020-08-01 | 2020-10-31
                I2         | S2     | forebyggende_11_3 | 2020-08-01 | 2020-10-31
                I3         | S3     | forebyggende_11_3 | 2020-08-01 | 2020-10-31
                I4         | S4     | forebyggende_11_3 | 2020-08-01 | 2020-10-31
                I5         | S5     | forebyggende_11_3 | 2020-08-01 | 2020-10-31
            """,
            "undersoegelser": """
                bfu_id | sag_id | startet_dato
                B2     | S2     | 2021-04-30
                B3     | S3     | 2021-05-01
                B4     | S4     | 2020-08-01
                B5     | S5     | 2020-08-02
            """,
        },
        """
            enhed_id | udfald       | aarsag  | startdato  | frist_dato | haendelsesdato | referencedato
            I1       | opfyldt      |         | 2020-10-31 | 2021-04-30 |                | 2020-10-31
            I2       | ikke_opfyldt | indhold | 2020-10-31 | 2021-04-30 |                | 2020-10-31
            I3       | opfyldt      |         | 2020-10-31 | 2021-04-30 |                | 2020-10-31
            I4       | opfyldt      |         | 2020-10-31 | 2021-04-30 |                | 2020-10-31
            I5       | ikke_opfyldt | indhold | 2020-10-31 | 2021-04-30 |                | 2020-10-31
        """,
    ),
    Drawing(
        "Er sagen lukket efter indsatsen og inden for de 6 måneder, fordi barnet flyttede, blev 18 år "
        "eller døde, er indsatsen undtaget, medmindre der er startet en undersøgelse",
        {
            "sager": """
                sag_id | lukket_dato | lukket_aarsag
                S1     | 2020-10-31  | fraflyttet
                S2     | 2021-04-30  | doed
                S3     | 2021-05-01  | doed
                S4     | 2021-01-01  | afsluttet
                S5     | 2021-01-01  | fyldt_18
                S6     | 2020-10-30  | fyldt_18
            """,
            "indsatser": """
                indsats_id | sag_id | kategori          | start_dato | slut_dato
                I1         | S1     | forebyggende_11_3 | 2020-08-01 | 2020-10-31
                I2         | S2     | forebyggende_11_3 | 2020-08-01 | 2020-10-31
                I3         | S3     | forebyggende_11_3 | 2020-08-01 | 2020-10-31
                I4         | S4     | forebyggende_11_3 | 2020-08-01 | 2020-10-31
                I5         | S5     | forebyggende_11_3 | 2020-08-01 | 2020-10-31
                I6         | S6     | forebyggende_11_3 | 2020-08-01 | 2020-10-31
            """,
            "undersoegelser": "bfu_id | sag_id | startet_dato\nB5 | S5 | 2020-09-01",
        },
        """
            enhed_id | udfald       | aarsag
            I1       | undtaget     |
            I2       | undtaget     |
            I3       | opfyldt      |
            I4       | opfyldt      |
            I5       | ikke_opfyldt | indhold
            I6       | opfyldt      |
        """,
    ),
    Drawing(
        "Indsatsen afventer, fra den slutter, til de 6 måneder er gået, også når en undersøgelse er "
        "startet, eller sagen er lukket",
        {
            "sager": "sag_id | lukket_dato | lukket_aarsag\nS3 | 2020-12-01 | fraflyttet",
            "indsatser": """
                indsats_id | sag_id | kategori          | start_dato | slut_dato
                I1         | S1     | forebyggende_11_3 | 2020-06-01 | 2020-10-31
                I2         | S2     | forebyggende_11_3 | 2020-10-01 | 2020-11-30
                I3         | S3     | forebyggende_11_3 | 2020-10-01 | 2020-11-30
            """,
            "undersoegelser": "bfu_id | sag_id | startet_dato\nB2 | S2 | 2020-10-02",
        },
        """
            enhed_id | periode | udfald       | aarsag
            I1       | 2020-10 | afventer     |
            I1       | 2020-11 | afventer     |
            I1       | 2020-12 | afventer     |
            I1       | 2021-01 | afventer     |
            I1       | 2021-02 | afventer     |
            I1       | 2021-03 | afventer     |
            I1       | 2021-04 | opfyldt      |
            I2       | 2020-11 | afventer     |
            I2       | 2020-12 | afventer     |
            I2       | 2021-01 | afventer     |
            I2       | 2021-02 | afventer     |
            I2       | 2021-03 | afventer     |
            I2       | 2021-04 | afventer     |
            I2       | 2021-05 | ikke_opfyldt | indhold
            I3       | 2020-11 | afventer     |
            I3       | 2020-12 | afventer     |
            I3       | 2021-01 | afventer     |
            I3       | 2021-02 | afventer     |
            I3       | 2021-03 | afventer     |
            I3       | 2021-04 | afventer     |
            I3       | 2021-05 | undtaget     |
        """,
        period="2021-05",
    ),
    Drawing(
        "Flyttede familien til med indsatsen i gang, tæller kun undersøgelser efter den dag, sagen blev "
        "oprettet; en indsats, der var slut inden, måles ikke",
        {
            "sager": "sag_id | oprettet_dato\nS1 | 2020-09-01\nS2 | 2020-09-01\nS3 | 2020-09-01",
            "indsatser": """
                indsats_id | sag_id | kategori          | start_dato | slut_dato
                I1         | S1     | forebyggende_11_3 | 2020-01-01 | 2020-10-31
                I2         | S2     | forebyggende_11_3 | 2020-01-01 | 2020-10-31
                I3         | S3     | forebyggende_11_3 | 2020-01-01 | 2020-08-31
            """,
            "undersoegelser": """
                bfu_id | sag_id | startet_dato
                B1     | S1     | 2020-09-01
                B2     | S2     | 2020-09-02
            """,
        },
        """
            enhed_id | udfald       | aarsag
            I1       | opfyldt      |
            I2       | ikke_opfyldt | indhold
        """,
    ),
    Drawing(
        "Kun indsatser efter § 11, stk. 3, der er startet og slut, måles, uanset leverandør",
        {
            "indsatser": """
                indsats_id | kategori          | leverandoer_type | start_dato | slut_dato
                I1         | forebyggende_11_3 | privat           | 2020-08-01 | 2020-10-31
                I2         | forebyggende_11_3 |                  | 2020-08-01 | 2020-10-31
                I3         | forebyggende_11_3 | privat           | 2020-08-01 |
                I4         | forebyggende_11_3 | privat           |            | 2020-10-31
                I5         | forebyggende_52   | privat           | 2020-08-01 | 2020-10-31
            """
        },
        "enhed_id | udfald\nI1 | opfyldt\nI2 | opfyldt",
    ),
    Drawing(
        "Det team, der havde sagen, da indsatsen sluttede, svarer for den, også mens den afventer",
        {
            "sagsfordeling": """
                fra_dato   | team_id | raadgiver_id
                2020-01-01 | A       | RA
                2020-11-01 | B       | RB
            """,
            "indsatser": """
                indsats_id | kategori          | start_dato | slut_dato
                I1         | forebyggende_11_3 | 2020-08-01 | 2020-10-31
                I2         | forebyggende_11_3 | 2020-08-01 | 2020-11-01
            """,
        },
        """
            enhed_id | udfald   | team_id | raadgiver_id | team_siden
            I1       | opfyldt  | A       | RA           | 2020-01-01
            I2       | afventer | B       | RB           | 2020-11-01
        """,
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_tidlig_indsats_uden_bfu(drawing, computed):
    """Deadline, decided only at F = slut_dato + 6 months: a § 11.3 measure; no BFU in (begin, F]."""
    assert computed[drawing.title] == drawing.expected_rows()
