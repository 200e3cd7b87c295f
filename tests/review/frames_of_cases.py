"""The frames of meetings, measures, plans and whole cases, drawn."""

from __future__ import annotations

from tests.review.frames_of_investigations import HELD, Drawing

DRAWINGS = (
    Drawing(
        "Et møde er sagens opfølgninger med form møde samme dag",
        "moeder",
        {
            "opfoelgninger": """
                opfoelgning_id | dato       | form
                O1             | 2021-05-01 | moede
                O2             | 2021-05-01 | moede
                O3             | 2021-05-02 | telefon
                O4             | 2021-03-31 | moede
                O5             | 2021-05-03 | udeblevet
            """,
        },
        "genstand_id | sag_id | genstand_dato\nS@2021-05-01 | S | 2021-05-01",
    ),
    Drawing(
        "Anbringelser i gang den sidste dag, hos dem, der har sagen den dag",
        "anbringelser",
        {
            "sagsfordeling": HELD,
            "indsatser": """
                indsats_id | kategori        | start_dato | slut_dato  | bortfaldet_dato
                I1         | anbringelse     | 2019-05-01 |            |
                I2         | anbringelse     | 2019-05-01 | 2021-06-30 |
                I3         | anbringelse     | 2021-07-01 |            |
                I4         | forebyggende_52 | 2019-05-01 |            |
                I5         | anbringelse     |            |            |
            """,
        },
        "genstand_id | genstand_dato | team_id | raadgiver_id\nI1 | 2019-05-01 | T2 | R3",
    ),
    Drawing(
        "Indsatser af de nævnte arter, der er begyndt i vinduet",
        "indsatser_begyndt",
        {
            "indsatser": """
                indsats_id | kategori          | start_dato
                I1         | forebyggende_11_3 | 2021-04-01
                I2         | forebyggende_11_3 | 2021-03-31
                I3         | forebyggende_52   | 2021-04-01
            """,
        },
        "genstand_id | genstand_dato\nI1 | 2021-04-01",
        {"kategorier": ["forebyggende_11_3"]},
    ),
    Drawing(
        "Handleplaner af de nævnte typer, oprettet i vinduet",
        "handleplaner",
        {
            "handleplaner": """
                handleplan_id | type      | oprettet_dato
                H1            | barn      | 2021-04-01
                H2            | ungeplan  | 2021-06-30
                H3            | foraeldre | 2021-05-01
                H4            | barn      | 2021-07-01
            """,
        },
        "genstand_id | genstand_dato\nH1 | 2021-04-01\nH2 | 2021-06-30",
        {"typer": ["barn", "ungeplan"]},
    ),
    Drawing(
        "Åbne sager med et barn under aldersgrænsen den sidste dag",
        "sager_aabne",
        {
            "sager": """
                sag_id | foedselsdato | oprettet_dato | lukket_dato | projekt_undtaget
                A      | 2014-07-01   | 2019-01-01    |             |
                B      | 2014-06-30   | 2019-01-01    |             |
                C      | 2015-01-01   | 2019-01-01    | 2021-06-30  |
                D      | 2015-01-01   | 2021-07-01    |             |
                E      | 2015-01-01   | 2019-01-01    |             | ja
            """,
        },
        "genstand_id | sag_id | genstand_dato\nA | A | 2019-01-01",
        {"under_alder": 7},
    ),
    Drawing(
        "Lukkede sager, hvor almenområdet er involveret",
        "sager_lukkede",
        {
            "sager": """
                sag_id | oprettet_dato | lukket_dato | almenomraade_involveret
                A      | 2019-01-01    | 2021-04-01  | ja
                B      | 2019-01-01    | 2021-04-01  | nej
                C      | 2019-01-01    | 2021-04-01  |
                D      | 2019-01-01    | 2021-03-31  | ja
            """,
        },
        "genstand_id | sag_id | genstand_dato\nA | A | 2021-04-01",
        {"almenomraade": True},
    ),
)
