# ruff: noqa: E501 - a drawn table is not broken over several lines
"""A measure is followed up the first time by the end of an investigation under way."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"maaneder": 3, "fra_dato": "2021-01-01"}
DRAWINGS = (
    Drawing(
        "Familien skal være set senest 3 måneder efter starten og ikke på startdagen selv; et møde, et "
        "besøg og en telefonsamtale tæller, en administrativ opfølgning ikke",
        {
            "indsatser": """
                indsats_id | sag_id | kategori        | start_dato
                I1         | S1     | forebyggende_52 | 2021-01-12
                I2         | S2     | aflastning      | 2021-01-12
                I3         | S3     | anbringelse     | 2021-01-12
                I4         | S4     | anbringelse     | 2021-01-12
                I5         | S5     | anbringelse     | 2021-02-12
            """,
            "opfoelgninger": """
                opfoelgning_id | sag_id | indsats_id | dato       | form
                O1             | S1     | I1         | 2021-04-12 | telefon
                O2             | S2     | I2         | 2021-04-13 | moede
                O3             | S3     | I3         | 2021-01-12 | moede
                O4             | S4     | I4         | 2021-02-12 | administrativ
            """,
        },
        """
            enhed_id | udfald       | aarsag   | frist_dato | haendelsesdato
            I1       | opfyldt      |          | 2021-04-12 | 2021-04-12
            I2       | ikke_opfyldt | for_sent | 2021-04-12 | 2021-04-13
            I3       | ikke_opfyldt | mangler  | 2021-04-12 |
            I4       | ikke_opfyldt | mangler  | 2021-04-12 |
            I5       | afventer     |          | 2021-05-12 |
        """,
    ),
    Drawing(
        "Slutter en undersøgelse, en afdækning eller en screening, der var i gang på startdagen, inden da, "
        "er fristen den dag; en afbrudt undersøgelse og en, der begyndte senere, flytter ikke fristen",
        {
            "indsatser": """
                indsats_id | sag_id | kategori   | start_dato
                I1         | S1     | aflastning | 2021-03-12
                I2         | S2     | aflastning | 2021-03-12
                I3         | S3     | aflastning | 2021-01-12
                I4         | S4     | aflastning | 2021-01-12
                I5         | S5     | aflastning | 2021-01-12
                I6         | S6     | aflastning | 2021-01-12
                I7         | S7     | aflastning | 2021-03-12
            """,
            "undersoegelser": """
                bfu_id | sag_id | startet_dato | afsluttet_dato | afslutning
                B1     | S1     | 2021-03-12   | 2021-04-10     | faerdig
                B3     | S3     | 2021-01-01   | 2021-02-10     | afbrudt
                B4     | S4     | 2021-01-13   | 2021-02-10     | faerdig
                B5     | S5     | 2020-12-01   | 2021-01-12     | faerdig
                B6     | S6     | 2021-01-01   |                |
                B7     | S7     | 2021-01-01   | 2021-04-20     | faerdig
            """,
            "afdaekninger": """
                afdaekning_id | sag_id | type       | startet_dato | afsluttet_dato
                A2            | S2     | screening  | 2021-03-01   | 2021-04-11
                A7            | S7     | afdaekning | 2021-03-01   | 2021-04-15
            """,
            "opfoelgninger": "opfoelgning_id | sag_id | indsats_id | dato | form\nO1 | S1 | I1 | 2021-04-11 | moede",
        },
        """
            enhed_id | udfald       | aarsag   | frist_dato
            I1       | ikke_opfyldt | for_sent | 2021-04-10
            I2       | ikke_opfyldt | mangler  | 2021-04-11
            I3       | ikke_opfyldt | mangler  | 2021-04-12
            I4       | ikke_opfyldt | mangler  | 2021-04-12
            I5       | ikke_opfyldt | mangler  | 2021-04-12
            I6       | ikke_opfyldt | mangler  | 2021-04-12
            I7       | ikke_opfyldt | mangler  | 2021-04-15
        """,
    ),
    Drawing(
        "Kun foranstaltninger startet fra skæringsdagen, som stadig løber på fristens dag, tæller, og der "
        "er ingen undtagelser; flytter en familie til, regnes fra den dag, sagen blev oprettet",
        {
            "sager": """
                sag_id | oprettet_dato | lukket_dato | lukket_aarsag
                S4     | 2019-01-01    | 2021-04-12  | fraflyttet
                S6     | 2021-01-12    |             |
            """,
            "indsatser": """
                indsats_id | sag_id | kategori          | start_dato | slut_dato
                I1         | S1     | aflastning        | 2021-01-12 | 2021-04-12
                I2         | S2     | aflastning        | 2021-01-12 | 2021-04-13
                I3         | S3     | forebyggende_11_3 | 2021-01-12 |
                I4         | S4     | aflastning        | 2021-01-12 |
                I5         | S5     | aflastning        | 2020-12-31 |
                I6         | S6     | aflastning        | 2020-06-01 |
                I7         | S7     | aflastning        | 2021-03-01 | 2021-04-30
            """,
            "opfoelgninger": """
                opfoelgning_id | sag_id | indsats_id | dato       | form
                O6             | S6     | I6         | 2021-01-12 | moede
                O6b            | S6     | I6         | 2021-01-08 | moede
            """,
        },
        """
            enhed_id | udfald       | aarsag  | startdato  | haendelsesdato
            I2       | ikke_opfyldt | mangler | 2021-01-12 |
            I6       | opfyldt      |         | 2021-01-12 | 2021-01-12
        """,
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_indsats_foerste_gang_set(drawing, computed):
    """Deadline (f): a measure from its begin; F the earlier of months after it and the end of an investigation under way; the first day seen."""
    assert computed[drawing.title] == drawing.expected_rows()
