# ruff: noqa: E501 - a drawn table is not broken over several lines
"""The frames of underretninger, investigations and decisions, drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.definitions.plan_review import Tema
from tests.review.delivered import theme


@dataclass(frozen=True)
class Drawing:
    """One frame: its parameters, a delivery, and the objects there are to draw, 2021-04-01 to 2021-06-30."""

    title: str
    frame: str
    extracts: Mapping[str, str]
    expected: str
    parameters: Mapping[str, object] = field(default_factory=dict)

    @property
    def theme(self) -> Tema:
        """A theme that draws from it."""
        return theme(genstand=self.frame, parametre=dict(self.parameters))


HELD = """
    sag_id | fra_dato   | team_id | raadgiver_id
    S      | 2020-01-01 | T1      | R1
    S      | 2021-06-01 | T2      | R3
"""
DRAWINGS = (
    Drawing(
        "En underretning kan trækkes, når 28 dage er gået, og hører til dem, der vurderede den i tide; uden sag kan den ikke læses",
        "underretninger",
        {
            "sagsfordeling": HELD,
            "sager": "sag_id | oprettet_dato\nS | 2021-05-01",
            "underretninger": """
                underretning_id | modtaget_tidspunkt | faglig_vurdering_dato | sag_id | barn_id | team_id | raadgiver_id
                U1              | 2021-05-04         | 2021-05-20            | S      |         | T1      | R2
                U2              | 2021-05-10         | 2021-06-20            | S      |         | T1      | R2
                U3              | 2021-06-03         |                       | S      |         | T1      | R2
                U4              | 2021-03-03         |                       | S      |         | T1      | R2
                U5              | 2021-05-04         |                       |        | B1      | T1      | R2
            """,
        },
        """
            genstand_id | genstand_dato | team_id | raadgiver_id
            U1          | 2021-05-04    | T1      | R1
            U2          | 2021-05-10    | T2      | R3
        """,
        {"dage": 28, "modtaget_fra": None, "gruppe": None, "overgreb": None},
    ),
    Drawing(
        "Kun nye sager fra en dag, eller kun dem med mistanke om overgreb, når temaet siger det",
        "underretninger",
        {
            "sager": "sag_id | oprettet_dato\nS | 2021-05-04\nG | 2020-01-01",
            "underretninger": """
                underretning_id | modtaget_tidspunkt | sag_id | overgreb | team_id | raadgiver_id
                U1              | 2021-05-04         | S      | ja       | T1      | R2
                U2              | 2021-05-04         | S      | nej      | T1      | R2
                U3              | 2021-05-04         | S      |          | T1      | R2
                U4              | 2021-05-03         | S      | ja       | T1      | R2
                U5              | 2021-05-04         | G      | ja       | T1      | R2
            """,
        },
        "genstand_id | team_id | raadgiver_id\nU1 | T1 | R2",
        {"dage": 1, "modtaget_fra": "2021-05-04", "gruppe": "ny", "overgreb": True},
    ),
    Drawing(
        "Den seneste underretning i året før en afgørelse efter en af paragrafferne; hos dem, der har sagen nu",
        "underretninger_foer_afgoerelse",
        {
            "sagsfordeling": HELD,
            "underretninger": """
                underretning_id | modtaget_tidspunkt | sag_id
                U1              | 2020-04-30         | S
                U2              | 2021-01-10         | S
                U3              | 2021-04-20         | S
                U4              | 2021-05-02         | S
                U5              | 2020-04-30         | A
            """,
            "indsatser": """
                indsats_id | sag_id | kategori        | paragraf | afgoerelse_dato
                I1         | S      | forebyggende_52 | § 32     | 2021-05-01
                I2         | S      | anbringelse     | 46       | 2021-05-01
                I3         | S      | anbringelse     | § 47     | 2021-05-03
                I4         | A      | anbringelse     | § 46     | 2021-05-01
                I5         | S      | anbringelse     | § 46     | 2021-03-31
            """,
        },
        "genstand_id | sag_id | genstand_dato | team_id | raadgiver_id\nU3 | S | 2021-04-20 | T2 | R3",
        {"paragraffer": ["32", "46"], "maaneder": 12},
    ),
    Drawing(
        "En undersøgelse kan trækkes, når den er slut og ikke afbrudt, hos dem, der havde sagen den dag",
        "bfu_afsluttede",
        {
            "sagsfordeling": HELD,
            "undersoegelser": """
                bfu_id | startet_dato | afsluttet_dato | afslutning | efterslaeb
                B1     | 2021-01-01   | 2021-05-31     | faerdig    | nej
                B2     | 2021-01-01   | 2021-06-01     |            |
                B3     | 2021-01-01   | 2021-06-01     | afbrudt    |
                B4     | 2021-01-01   | 2021-03-31     | faerdig    |
                B5     | 2021-01-01   | 2021-07-01     | faerdig    |
                B6     | 2021-01-01   |                |            |
            """,
        },
        """
            genstand_id | genstand_dato | team_id | raadgiver_id
            B1          | 2021-05-31    | T1      | R1
            B2          | 2021-06-01    | T2      | R3
        """,
        {"efterslaeb": None},
    ),
    Drawing(
        "Efterslæb for sig",
        "bfu_afsluttede",
        {
            "undersoegelser": """
                bfu_id | startet_dato | afsluttet_dato | efterslaeb
                B1     | 2021-01-01   | 2021-05-31     | ja
                B2     | 2021-01-01   | 2021-05-31     | nej
                B3     | 2021-01-01   | 2021-05-31     |
            """,
        },
        "genstand_id | team_id\nB1 | UKENDT",
        {"efterslaeb": True},
    ),
    Drawing(
        "Afgørelser om foranstaltninger efter de paragraffer, temaet nævner; ikke dem fra før sagen kom",
        "afgoerelser",
        {
            "sager": "sag_id | oprettet_dato\nS | 2021-04-15",
            "indsatser": """
                indsats_id | kategori          | paragraf | afgoerelse_dato
                I1         | forebyggende_52   | § 32     | 2021-05-01
                I2         | aflastning        | 52       | 2021-05-01
                I3         | forebyggende_11_3 | § 32     | 2021-05-01
                I4         | anbringelse       | § 32     | 2021-04-14
                I5         | anbringelse       | § 32     |
            """,
        },
        "genstand_id | genstand_dato\nI1 | 2021-05-01",
        {"paragraffer": ["32", "46"]},
    ),
    Drawing(
        "Uden paragraffer alle afgørelser om foranstaltninger",
        "afgoerelser",
        {
            "indsatser": """
                indsats_id | kategori          | paragraf | afgoerelse_dato
                I1         | forebyggende_52   | § 32     | 2021-05-01
                I2         | aflastning        | 52       | 2021-06-30
                I3         | forebyggende_11_3 | 11       | 2021-05-01
            """,
        },
        "genstand_id | genstand_dato\nI1 | 2021-05-01\nI2 | 2021-06-30",
        {"paragraffer": None},
    ),
)
