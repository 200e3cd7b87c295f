"""Where children of the project are offered a placement or relief."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {
    "kategorier": ["anbringelse", "aflastning"],
    "steder": ["netvaerksplejefamilie", "plejefamilie"],
    "under_alder": 7,
}
DRAWINGS = (
    Drawing(
        "En netværks- eller plejefamilie er opfyldt, andre steder ikke; mangler stedet, er afgørelsen ikke "
        "opfyldt",
        {
            "sager": "sag_id | foedselsdato\nS | 2016-01-01",
            "indsatser": """
                indsats_id | kategori        | afgoerelse_dato | anbringelsessted
                I1         | anbringelse     | 2021-04-12      | netvaerksplejefamilie
                I2         | aflastning      | 2021-04-30      | plejefamilie
                I3         | anbringelse     | 2021-04-12      | institution
                I4         | anbringelse     | 2021-04-12      |
                I5         | forebyggende_52 | 2021-04-12      | plejefamilie
                I6         | anbringelse     | 2021-05-01      | plejefamilie
                I7         | anbringelse     |                 | plejefamilie
            """,
        },
        """
            enhed_id | udfald       | aarsag  | haendelsesdato
            I1       | opfyldt      |         | 2021-04-12
            I2       | opfyldt      |         | 2021-04-30
            I3       | ikke_opfyldt | indhold | 2021-04-12
            I4       | ikke_opfyldt | mangler | 2021-04-12
        """,
    ),
    Drawing(
        "Barnet skal være under 7 år eller ufødt på afgørelsesdagen, sagen åben og ikke undtaget fra "
        "projektet; mangler et født barns fødselsdato, er sagen ikke med",
        {
            "sager": """
                sag_id | sagstype | foedselsdato | oprettet_dato | lukket_dato | projekt_undtaget
                S1     | barn     | 2014-04-12   | 2019-01-01    |             |
                S2     | barn     | 2014-04-13   | 2019-01-01    |             |
                S3     | ufoedt   |              | 2019-01-01    |             |
                S4     | ufoedt   | 2021-06-01   | 2019-01-01    |             |
                S5     | barn     |              | 2019-01-01    |             |
                S6     | barn     | 2018-01-01   | 2019-01-01    |             | ja
                S7     | barn     | 2018-01-01   | 2019-01-01    |             | nej
                S8     | barn     | 2018-01-01   | 2021-04-13    |             |
                S9     | barn     | 2018-01-01   | 2021-04-12    |             |
                S10    | barn     | 2018-01-01   | 2019-01-01    | 2021-04-12  |
                S11    | barn     | 2018-01-01   | 2019-01-01    | 2021-04-13  |
            """,
            "indsatser": """
                indsats_id | sag_id | kategori    | afgoerelse_dato | anbringelsessted
                I1         | S1     | anbringelse | 2021-04-12      | plejefamilie
                I2         | S2     | anbringelse | 2021-04-12      | plejefamilie
                I3         | S3     | anbringelse | 2021-04-12      | plejefamilie
                I4         | S4     | anbringelse | 2021-04-12      | plejefamilie
                I5         | S5     | anbringelse | 2021-04-12      | plejefamilie
                I6         | S6     | anbringelse | 2021-04-12      | plejefamilie
                I7         | S7     | anbringelse | 2021-04-12      | plejefamilie
                I8         | S8     | anbringelse | 2021-04-12      | plejefamilie
                I9         | S9     | anbringelse | 2021-04-12      | plejefamilie
                I10        | S10    | anbringelse | 2021-04-12      | plejefamilie
                I11        | S11    | anbringelse | 2021-04-12      | plejefamilie
            """,
        },
        """
            enhed_id | udfald
            I2       | opfyldt
            I3       | opfyldt
            I4       | opfyldt
            I7       | opfyldt
            I9       | opfyldt
            I11      | opfyldt
        """,
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_afgoerelse_sted(drawing, computed):
    """Event: a measure of the kinds in P at its decision; the place is one of those named."""
    assert computed[drawing.title] == drawing.expected_rows()
