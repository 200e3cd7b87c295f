# ruff: noqa: E501 - a drawn table is not broken over several lines
"""What every chain of deadlines shares: its links, their anchors, where it ends, and when a link waits."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.definitions.drawn import typed
from tests.units.calculation import Measure, calculation
from tests.units.drawing import Drawing

UNIT = "indsats_opfoelgning"
PARAMETERS = {
    "kategorier": ["aflastning"],
    "former": ["moede"],
    "hoejst_maaneder": 2,
    "foerste_maaneder": 1,
    "led": "alle",
}
DRAWINGS = (
    Drawing(
        "Er der fulgt op efter den forrige opfølgning og senest ved fristen, er leddet opfyldt, og næste frist "
        "regnes fra den sidste af de opfølgninger; hyppig opfølgning giver ikke flere led",
        {
            "indsatser": "indsats_id | kategori | start_dato\nI | aflastning | 2021-01-10",
            "opfoelgninger": """
                opfoelgning_id | indsats_id | dato | form
                O0 | I | 2021-01-10 | moede
                O1 | I | 2021-01-20 | moede
                O2 | I | 2021-02-05 | moede
                O3 | I | 2021-02-10 | moede
                O4 | I | 2021-02-10 | moede
                O5 | I | 2021-03-01 | moede
                O6 | I | 2021-03-20 | moede
            """,
        },
        """
            enhed_id     | periode | udfald   | startdato  | frist_dato | haendelsesdato | referencedato
            I@2021-01-20 | 2021-01 | afventer | 2021-01-20 | 2021-03-20 |                | 2021-01-31
            I@2021-01-10 | 2021-02 | opfyldt  | 2021-01-10 | 2021-02-10 | 2021-01-20     | 2021-01-20
            I@2021-02-10 | 2021-02 | afventer | 2021-02-10 | 2021-04-10 |                | 2021-02-28
            I@2021-03-20 | 2021-03 | afventer | 2021-03-20 | 2021-05-20 |                | 2021-03-31
            I@2021-02-10 | 2021-04 | opfyldt  | 2021-02-10 | 2021-04-10 | 2021-03-01     | 2021-03-01
            I@2021-03-20 | 2021-04 | afventer | 2021-03-20 | 2021-05-20 |                | 2021-04-30
        """,
    ),
    Drawing(
        "Er der ikke fulgt op til tiden, er leddet ikke opfyldt, og næste frist regnes fra den første opfølgning "
        "efter fristen",
        {
            "indsatser": """
                indsats_id | kategori   | start_dato | slut_dato
                I          | aflastning | 2021-01-10 | 2021-05-01
            """,
            "opfoelgninger": """
                opfoelgning_id | indsats_id | dato       | form
                O1             | I          | 2021-02-11 | moede
                O2             | I          | 2021-02-20 | moede
            """,
        },
        """
            enhed_id     | periode | udfald       | aarsag   | frist_dato | haendelsesdato | referencedato
            I@2021-01-10 | 2021-01 | afventer     |          | 2021-02-10 |                | 2021-01-31
            I@2021-01-10 | 2021-02 | ikke_opfyldt | for_sent | 2021-02-10 | 2021-02-11     | 2021-02-10
            I@2021-02-20 | 2021-02 | afventer     |          | 2021-04-20 |                | 2021-02-28
            I@2021-02-20 | 2021-03 | afventer     |          | 2021-04-20 |                | 2021-03-31
            I@2021-02-11 | 2021-04 | opfyldt      |          | 2021-04-11 | 2021-02-20     | 2021-02-20
            I@2021-02-20 | 2021-04 | ikke_opfyldt | mangler  | 2021-04-20 |                | 2021-04-20
        """,
        period="2021-06",
    ),
    Drawing(
        "En lang tavshed er ét brud: uden en opfølgning efter fristen er der ikke flere led",
        {"indsatser": "indsats_id | kategori | start_dato\nI | aflastning | 2020-11-10"},
        """
            enhed_id     | periode | udfald       | aarsag  | frist_dato
            I@2020-11-10 | 2020-11 | afventer     |         | 2020-12-10
            I@2020-11-10 | 2020-12 | ikke_opfyldt | mangler | 2020-12-10
        """,
        period="2021-12",
    ),
    Drawing(
        "En opfølgning den dag, kæden begynder, tæller ikke; en på fristens dag er rettidig, og dagen efter er "
        "den for sen",
        {
            "indsatser": """
                indsats_id | kategori   | start_dato
                I1         | aflastning | 2021-03-10
                I2         | aflastning | 2021-03-10
                I3         | aflastning | 2021-03-10
            """,
            "opfoelgninger": """
                opfoelgning_id | indsats_id | dato       | form
                O1             | I1         | 2021-03-10 | moede
                O2             | I2         | 2021-04-10 | moede
                O3             | I3         | 2021-04-11 | moede
            """,
        },
        """
            enhed_id      | udfald       | aarsag   | frist_dato | haendelsesdato
            I1@2021-03-10 | ikke_opfyldt | mangler  | 2021-04-10 |
            I2@2021-03-10 | opfyldt      |          | 2021-04-10 | 2021-04-10
            I2@2021-04-10 | afventer     |          | 2021-06-10 |
            I3@2021-03-10 | ikke_opfyldt | for_sent | 2021-04-10 | 2021-04-11
            I3@2021-04-11 | afventer     |          | 2021-06-11 |
        """,
    ),
    Drawing(
        "En for sen opfølgning vises kun, når den er sket inden måneden er gjort op; kæden bag fristen ændrer "
        "den ikke",
        {
            "indsatser": "indsats_id | kategori | start_dato\nI1 | aflastning | 2021-03-10",
            "opfoelgninger": "opfoelgning_id | indsats_id | dato | form\nO1 | I1 | 2021-05-01 | moede",
        },
        """
            enhed_id      | periode | udfald       | aarsag  | haendelsesdato | referencedato
            I1@2021-03-10 | 2021-03 | afventer     |         |                | 2021-03-31
            I1@2021-03-10 | 2021-04 | ikke_opfyldt | mangler |                | 2021-04-10
            I1@2021-05-01 | 2021-05 | afventer     |         |                | 2021-05-31
        """,
        period="2021-05",
    ),
    Drawing(
        "Et led findes kun, når det, der følges, stadig er i gang på fristens dag; ellers slutter kæden, og "
        "ingen er undtaget",
        {
            "sager": """
                sag_id | lukket_dato | lukket_aarsag
                S1     |             |
                S2     | 2021-04-10  | fraflyttet
                S3     | 2021-04-11  | fraflyttet
                S4     | 2021-03-31  | doed
            """,
            "indsatser": """
                indsats_id | sag_id | kategori   | start_dato | slut_dato  | bortfaldet_dato
                I1         | S1     | aflastning | 2021-03-10 | 2021-04-10 |
                I2         | S1     | aflastning | 2021-03-10 | 2021-04-11 |
                I3         | S1     | aflastning | 2021-03-10 |            | 2021-04-10
                I4         | S1     | aflastning | 2021-03-10 |            | 2021-04-11
                I5         | S2     | aflastning | 2021-03-10 |            |
                I6         | S3     | aflastning | 2021-03-10 |            |
                I7         | S4     | aflastning | 2021-03-10 |            |
                I8         | S1     | aflastning | 2021-03-10 | 2021-04-10 | 2021-06-01
            """,
        },
        """
            enhed_id      | periode | udfald       | aarsag
            I1@2021-03-10 | 2021-03 | afventer     |
            I2@2021-03-10 | 2021-03 | afventer     |
            I2@2021-03-10 | 2021-04 | ikke_opfyldt | mangler
            I3@2021-03-10 | 2021-03 | afventer     |
            I4@2021-03-10 | 2021-03 | afventer     |
            I4@2021-03-10 | 2021-04 | ikke_opfyldt | mangler
            I5@2021-03-10 | 2021-03 | afventer     |
            I6@2021-03-10 | 2021-03 | afventer     |
            I6@2021-03-10 | 2021-04 | ikke_opfyldt | mangler
            I8@2021-03-10 | 2021-03 | afventer     |
        """,
        period="2021-06",
    ),
    Drawing(
        "Efter et led, der ikke fandtes, kommer der ingen: en opfølgning, der nævner en indsats, som er slut, "
        "begynder ikke kæden igen",
        {
            "indsatser": """
                indsats_id | kategori   | start_dato | slut_dato
                I1         | aflastning | 2021-01-10 | 2021-02-09
            """,
            "opfoelgninger": """
                opfoelgning_id | indsats_id | dato       | form
                O1             | I1         | 2021-02-05 | moede
                O2             | I1         | 2021-02-20 | moede
            """,
        },
        "enhed_id | periode | udfald\nI1@2021-01-10 | 2021-01 | afventer",
        period="2021-06",
    ),
    Drawing(
        "I en foreløbig måned er det, der sker efter leverancens dag, ikke sket: hverken opfølgningen eller "
        "slutningen, og en frist tæller på leverancens dag",
        {
            "indsatser": """
                indsats_id | kategori   | start_dato | slut_dato
                I1         | aflastning | 2021-03-20 |
                I2         | aflastning | 2021-03-21 |
                I3         | aflastning | 2021-03-21 | 2021-04-21
                I4         | aflastning | 2021-03-21 | 2021-04-20
                I5         | aflastning | 2021-04-21 |
            """,
            "opfoelgninger": """
                opfoelgning_id | indsats_id | dato       | form
                O1             | I1         | 2021-04-21 | moede
                O2             | I2         | 2021-04-21 | moede
            """,
        },
        """
            enhed_id      | udfald       | aarsag  | frist_dato | haendelsesdato
            I1@2021-03-20 | ikke_opfyldt | mangler | 2021-04-20 |
            I2@2021-03-21 | afventer     |         | 2021-04-21 |
            I3@2021-03-21 | afventer     |         | 2021-04-21 |
        """,
        delivered="2021-04-20",
    ),
    Drawing(
        "Måneder regnes til månedens sidste dag",
        {
            "indsatser": """
                indsats_id | kategori   | start_dato
                I1         | aflastning | 2021-01-31
                I2         | aflastning | 2021-02-28
            """,
            "opfoelgninger": "opfoelgning_id | indsats_id | dato | form\nO1 | I1 | 2021-02-28 | moede",
        },
        """
            enhed_id      | periode | udfald       | aarsag  | frist_dato | haendelsesdato
            I1@2021-01-31 | 2021-01 | afventer     |         | 2021-02-28 |
            I1@2021-01-31 | 2021-02 | opfyldt      |         | 2021-02-28 | 2021-02-28
            I1@2021-02-28 | 2021-02 | afventer     |         | 2021-04-28 |
            I2@2021-02-28 | 2021-02 | afventer     |         | 2021-03-28 |
            I1@2021-02-28 | 2021-03 | afventer     |         | 2021-04-28 |
            I2@2021-02-28 | 2021-03 | ikke_opfyldt | mangler | 2021-03-28 |
        """,
        period="2021-03",
    ),
    *(
        Drawing(
            title,
            {
                "indsatser": """
                    indsats_id | kategori   | start_dato
                    I1         | aflastning | 2021-01-20
                    I2         | aflastning | 2021-01-20
                """,
                "opfoelgninger": """
                    opfoelgning_id | indsats_id | dato       | form
                    O1             | I1         | 2021-02-10 | moede
                    O2             | I1         | 2021-04-30 | moede
                    O3             | I2         | 2021-04-30 | moede
                """,
            },
            expected,
            period="2021-05",
            parameters={"led": led},
        )
        for led, title, expected in (
            (
                "foerste",
                "Tæller kun de første led, er de senere ikke med, hverken når de afventer eller er afgjort",
                """
                    enhed_id      | periode | udfald       | aarsag
                    I1@2021-01-20 | 2021-01 | afventer     |
                    I2@2021-01-20 | 2021-01 | afventer     |
                    I1@2021-01-20 | 2021-02 | opfyldt      |
                    I2@2021-01-20 | 2021-02 | ikke_opfyldt | mangler
                """,
            ),
            (
                "senere",
                "Tæller kun de senere led, er det første ikke med, hverken når det afventer eller er afgjort",
                """
                    enhed_id      | periode | udfald       | aarsag
                    I1@2021-02-10 | 2021-02 | afventer     |
                    I1@2021-02-10 | 2021-03 | afventer     |
                    I1@2021-02-10 | 2021-04 | ikke_opfyldt | for_sent
                    I1@2021-04-30 | 2021-04 | afventer     |
                    I2@2021-04-30 | 2021-04 | afventer     |
                    I1@2021-04-30 | 2021-05 | afventer     |
                    I2@2021-04-30 | 2021-05 | afventer     |
                """,
            ),
        )
    ),
    Drawing(
        "Er det gjort til tiden, svarer den, der havde sagen ved den første opfølgning; ellers den, der havde "
        "den på fristens dag, og mens et led afventer, den, der har den på opgørelsesdagen",
        {
            "sagsfordeling": """
                sag_id | fra_dato   | team_id | raadgiver_id
                S1     | 2021-01-01 | A       | RA
                S1     | 2021-04-05 | B       | RB
                S1     | 2021-04-12 | C       | RC
                S1     | 2021-04-20 | D       | RD
            """,
            "indsatser": """
                indsats_id | sag_id | kategori   | start_dato
                I1         | S1     | aflastning | 2021-03-12
                I2         | S1     | aflastning | 2021-03-12
                I3         | S1     | aflastning | 2021-03-12
            """,
            "opfoelgninger": """
                opfoelgning_id | sag_id | indsats_id | dato       | form
                O1             | S1     | I1         | 2021-04-04 | moede
                O2             | S1     | I1         | 2021-04-06 | moede
                O3             | S1     | I2         | 2021-04-20 | moede
            """,
        },
        """
            enhed_id      | udfald       | aarsag   | team_id | raadgiver_id | team_siden | referencedato
            I1@2021-03-12 | opfyldt      |          | A       | RA           | 2021-01-01 | 2021-04-04
            I1@2021-04-06 | afventer     |          | D       | RD           | 2021-04-20 | 2021-04-30
            I2@2021-03-12 | ikke_opfyldt | for_sent | C       | RC           | 2021-04-12 | 2021-04-12
            I2@2021-04-20 | afventer     |          | D       | RD           | 2021-04-20 | 2021-04-30
            I3@2021-03-12 | ikke_opfyldt | mangler  | C       | RC           | 2021-04-12 | 2021-04-12
        """,
    ),
)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=str)
def test_kadence(drawing, computed):
    """A chain per base: Fk from the last anchor; met by the last follow-up in time, else broken by the first."""
    assert computed[drawing.title] == drawing.expected_rows()


OWN_SQL = """
insert into enhed_kadence by name
select
    raadgiver_id as enhed_id,
    ansat_fra as startdato,
    ansat_til as slutdato,
    14 as foerste_dage,
    42 as senere_dage,
    'alle' as led,
    true as har_eget_team,
    team_id as egen_team_id,
    raadgiver_id as egen_raadgiver_id
from raadgivere;

insert into kadence_opfoelgning by name
select
    raadgiver_id as enhed_id,
    dato
from aktiviteter
"""


def test_intervals_in_days_and_bases_that_are_no_case(tmp_path):
    """An interval may be days; a caseworker's chain has no case, and the caseworker's own team."""
    (tmp_path / "sql").mkdir()
    (tmp_path / "sql" / "sparring.sql").write_text(OWN_SQL)
    drawn = {
        "raadgivere": "raadgiver_id | team_id | ansat_fra | ansat_til\nR1 | A | 2021-03-01 |\nR2 | B | 2021-03-01 | 2021-03-15",
        "aktiviteter": """
            aktivitet_id | sag_id | dato | type | raadgiver_id
            K1 | | 2021-03-15 | sparring | R1
            K2 | | 2021-03-15 | sparring | R2
            K3 | | 2021-04-27 | sparring | R1
        """,
    }
    measure = {"m": Measure("sparring", folder=tmp_path)}
    columns = "enhed_id, periode, udfald, aarsag, sag_id, team_id, raadgiver_id, frist_dato"
    with calculation(measure, typed(drawn), date(2022, 12, 31), "2021-04") as database:
        rows = database.run(f"select {columns} from ud.indikator_raekke order by all").fetchall()  # noqa: S608
    assert rows == [
        ("R1@2021-03-01", "2021-03", "opfyldt", None, None, "A", "R1", date(2021, 3, 15)),
        ("R1@2021-03-15", "2021-03", "afventer", None, None, "A", "R1", date(2021, 4, 26)),
        ("R1@2021-03-15", "2021-04", "ikke_opfyldt", "for_sent", None, "A", "R1", date(2021, 4, 26)),
        ("R1@2021-04-27", "2021-04", "afventer", None, None, "A", "R1", date(2021, 6, 8)),
    ]
