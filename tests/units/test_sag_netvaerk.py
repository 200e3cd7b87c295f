"""Networks of open cases are mapped."""

from __future__ import annotations

import pytest

from tests.units.drawing import Drawing

PARAMETERS = {"undertyper": None, "under_alder": None}
DRAWINGS = (
    Drawing(
        "Et genogram, et netværkskort eller en netværkscirkel senest på opgørelsesdagen er opfyldt, også et"
        " gammelt",
        {
            "sager": """
                sag_id | lukket_dato
                S6     |
                S7     | 2021-04-30
            """,
            "aktiviteter": """
                aktivitet_id | sag_id | dato       | type      | undertype
                K1           | S1     | 2021-04-30 | dokument  | genogram
                K2           | S2     | 2015-01-01 | moede     | netvaerkskort
                K3           | S3     | 2021-04-01 | vurdering | netvaerkscirkel
                K4           | S4     | 2021-05-01 | dokument  | genogram
                K5           | S5     | 2021-04-12 | moede     | netvaerksmoede
                K7           | S7     | 2021-04-12 | dokument  | genogram
            """,
        },
        """
            enhed_id | udfald       | aarsag  | referencedato
            S1       | opfyldt      |         | 2021-04-30
            S2       | opfyldt      |         | 2021-04-30
            S3       | opfyldt      |         | 2021-04-30
            S4       | ikke_opfyldt | mangler | 2021-04-30
            S5       | ikke_opfyldt | mangler | 2021-04-30
            S6       | ikke_opfyldt | mangler | 2021-04-30
        """,
    ),
    Drawing(
        "Skal det være et genogram, er et netværkskort ikke nok",
        {
            "aktiviteter": """
                aktivitet_id | sag_id | dato       | type     | undertype
                K1           | S1     | 2021-04-12 | dokument | genogram
                K2           | S2     | 2021-04-12 | dokument | netvaerkskort
            """,
        },
        """
            enhed_id | udfald       | aarsag
            S1       | opfyldt      |
            S2       | ikke_opfyldt | mangler
        """,
        parameters={"undertyper": ["genogram"]},
    ),
    Drawing(
        "Med en aldersgrænse tæller kun projektets sager: åbne, ikke undtaget, og barnet yngre eller ufødt "
        "på opgørelsesdagen",
        {
            "sager": """
                sag_id | sagstype | foedselsdato | lukket_dato | projekt_undtaget
                S1     | barn     | 2014-04-30   |             |
                S2     | barn     | 2014-05-01   |             |
                S3     | ufoedt   |              |             |
                S4     | barn     |              |             |
                S5     | barn     | 2018-01-01   |             | ja
                S6     | barn     | 2018-01-01   | 2021-04-30  |
                S7     | ufoedt   | 2014-04-30   |             |
            """,
        },
        """
            enhed_id | udfald       | aarsag
            S2       | ikke_opfyldt | mangler
            S3       | ikke_opfyldt | mangler
        """,
        parameters={"under_alder": 7},
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_sag_netvaerk(drawing, computed):
    """Stock: an open case in P; an activity of the kinds, or one that maps the network, by the day."""
    assert computed[drawing.title] == drawing.expected_rows()
