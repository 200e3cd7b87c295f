# ruff: noqa: E501 - a drawn table is not broken over several lines
"""For every example: a small municipality drawn as tables, and the answer worked out by hand.

The delivery and the reported month are of 31 December 2021. What a drawing does not mention is
ordinary, as in the drawings of the indicators.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count

TEAMS = """
    team_id | navn
    T1      | Nord
    T2      | Syd
"""


@dataclass(frozen=True)
class Trial:
    """`why` says which rows must not count, and why the numbers are what they are."""

    why: str
    extracts: Mapping[str, str]
    reply: str


def _undersoegelser_maaned_for_maaned() -> str:
    """Four BFUs ended in each month from July, of which so many have at most two focus points."""
    lines = ["bfu_id | startet_dato | afsluttet_dato | antal_fokuspunkter | partshoering_form"]
    number = count(1)
    for maaned, good in zip(range(7, 13), (2, 1, 2, 1, 1, 1), strict=True):
        for i in range(4):
            points = 2 if i < good else 3
            lines.append(f"B{next(number)} | 2021-{maaned:02}-01 | 2021-{maaned:02}-20 | {points} | mundtlig")
    return "\n".join(lines)


SAMPLES = {
    "helaarsanbragte": Trial(
        "I1 har 92 døgn i hvert kvartal, I2 ti og I4 37: altid to decimaler; K4 mangler posteringer for november og december og har ingen pris",
        {
            "sager": "sag_id | barn_id\nS1 | B1\nS2 | B2\nS3 | B3\nS4 | B4",
            "indsatser": """
                indsats_id | sag_id | kategori    | anbringelsessted | start_dato | slut_dato
                I4         | S4     | anbringelse | opholdssted      | 2021-07-01 | 2021-08-07
                I1         | S1     | anbringelse | plejefamilie     | 2021-07-01 |
                I2         | S2     | anbringelse | institution      | 2021-08-01 | 2021-08-11
                I3         | S3     | aflastning  | institution      | 2021-07-01 |
            """,
            "udgifter": """
                postering_id | sag_id | indsats_id | maaned  | beloeb
                K1           | S1     | I1         | 2021-07 | 10000
                K2           | S1     | I1         | 2021-08 | 10000
                K3           | S1     | I1         | 2021-09 | 10000
                K4           | S1     | I1         | 2021-10 | 12000
                K5           | S2     | I2         | 2021-08 | 5000
                K6           | S3     | I3         | 2021-08 | 7000
                K7           | S4     | I4         | 2021-08 | 9000
            """,
        },
        """
            kvartal | anbringelsessted | boern | helaarsanbragte | bogfoerte_maaneder | udgift   | udgift_pr_helaarsanbragt
            2021-K4 | plejefamilie     | 1     | 0.25            | 1                  | 12000.00 |
            2021-K3 | institution      | 1     | 0.03            | 3                  | 5000.00  | 182500
            2021-K3 | opholdssted      | 1     | 0.10            | 3                  | 9000.00  | 88784
            2021-K3 | plejefamilie     | 1     | 0.25            | 3                  | 30000.00 | 119022
        """,
    ),
    "forbrug_mod_budget": Trial(
        "K2 har intet budget og er ikke med i afvigelsen; K4 hører til en måned, der ikke er kommet",
        {
            "indsatser": "indsats_id | sag_id | kategori\nI1 | S1 | forebyggende_52",
            "udgifter": """
                postering_id | sag_id | indsats_id | maaned  | beloeb | budget
                K1           | S1     | I1         | 2021-10 | 1000   | 800
                K2           | S1     | I1         | 2021-11 | 1000   |
                K3           | S1     |            | 2021-10 | 500    | 500
                K4           | S1     | I1         | 2022-01 | 999    | 1
                K5           | S1     | I1         | 2021-09 | 90.50  | 100
            """,
        },
        """
            kvartal | bogfoerte_maaneder | kategori        | forbrug | budget | afvigelse | afvigelse_procent
            2021-K4 | 2                  | forebyggende_52 | 2000.00 | 800.00 | 200.00    | 25
            2021-K4 | 2                  | uden_indsats    | 500.00  | 500.00 | 0.00      | 0
            2021-K3 | 1                  | forebyggende_52 | 90.50   | 100.00 | -9.50     | -9.5
        """,
    ),
    "ventetid_pr_tilbud": Trial(
        "H5 bortfaldt, H6 kom i gang for mere end et år siden, og H7 går først i gang efter opgørelsesdagen",
        {
            "ventetider": """
                henvisning_id | tilbud        | henvist_dato | igangsat_dato | bortfaldet_dato
                H1            | kontaktperson | 2021-01-01   | 2021-01-11    |
                H2            | kontaktperson | 2021-02-01   | 2021-02-21    |
                H3            | kontaktperson | 2021-03-01   | 2021-03-31    |
                H4            | kontaktperson | 2021-12-01   |               |
                H5            | kontaktperson | 2021-06-01   |               | 2021-06-20
                H6            | kontaktperson | 2020-12-01   | 2020-12-31    |
                H7            | kontaktperson | 2021-12-20   | 2022-01-05    |
                H8            | ungegruppe    | 2021-05-01   |               | 2021-05-02
            """
        },
        """
            tilbud        | igangsat | median_dage | venter_nu | laengste_ventetid_nu
            kontaktperson | 3        | 20          | 2         | 30
        """,
    ),
    "milepaele_i_fare": Trial(
        "6.4: værdierne 50, 25, 50, 25, 25, 25 giver linjen 22,62 - 4,29 pr. måned; 6.3 står på 100; 6.8 har kun to "
        "måneder, og 3.1 og 6.1 har ingen næste milepæl",
        {"undersoegelser": _undersoegelser_maaned_for_maaned()},
        """
            plan_id            | indikator_id | titel                        | milepael_dato | milepael_procent | niveau_nu | pp_pr_maaned | ventet
            slagelse_2021_2023 | 6.2          | Netværksmøde i undersøgelsen | 2022-04-30    | 70               | 0         | 0            | 0
            slagelse_2021_2023 | 6.4          | Højst 2 fokuspunkter         | 2022-04-30    | 60               | 22.6      | -4.3         | 5.5
        """,
    ),
    "skift_paa_indsatstrappen": Trial(
        "En sags trin er det højeste i gang: I1's slutning flytter ikke S1; S3's begyndelse er for gammel; I6 bortfaldt",
        {
            "indsatser": """
                indsats_id | sag_id | kategori        | indsatstrin | start_dato | slut_dato  | bortfaldet_dato
                I1         | S1     | forebyggende_52 | 2           | 2021-02-01 | 2021-05-01 |
                I2         | S1     | anbringelse     | 4           | 2021-04-01 |            |
                I3         | S2     | forebyggende_52 | 3           | 2021-03-01 | 2021-06-01 |
                I4         | S3     | anbringelse     | 5           | 2020-06-01 | 2021-07-01 |
                I5         | S3     | forebyggende_52 | 1           | 2021-07-01 |            |
                I6         | S4     | forebyggende_52 | 1           |            |            | 2021-07-01
                I7         | S5     | forebyggende_52 | 1           | 2022-02-01 |            |
            """
        },
        """
            retning | fra_trin | til_trin | skift | sager
            begyndt |          | 2        | 1     | 1
            begyndt |          | 3        | 1     | 1
            ned     | 5        | 1        | 1     | 1
            op      | 2        | 4        | 1     | 1
            ophoert | 3        |          | 1     | 1
        """,
    ),
    "tre_underretninger": Trial(
        "S1 har tre inden for et år og en ældre; S2 har to; S3 er lukket",
        {
            "teams": TEAMS,
            "raadgivere": "raadgiver_id | team_id\nR1 | T1",
            "sager": """
                sag_id | lukket_dato
                S1     |
                S2     |
                S3     | 2021-12-01
            """,
            "sagsfordeling": "sag_id | fra_dato | team_id | raadgiver_id\nS1 | 2020-01-01 | T1 | R1",
            "underretninger": """
                underretning_id | sag_id | modtaget_tidspunkt
                U1              | S1     | 2021-01-01 10:00
                U2              | S1     | 2021-06-01 10:00
                U3              | S1     | 2021-12-31 10:00
                U4              | S1     | 2020-12-31 10:00
                U5              | S2     | 2021-05-01 10:00
                U6              | S2     | 2021-06-01 10:00
                U7              | S3     | 2021-05-01 10:00
                U8              | S3     | 2021-06-01 10:00
                U9              | S3     | 2021-07-01 10:00
            """,
            "undersoegelser": "bfu_id | sag_id | startet_dato\nB1 | S1 | 2021-12-01",
        },
        """
            sag_id | team_navn | raadgiver_id | alder | underretninger_12_maaneder | aabne_undersoegelser | aktive_indsatser
            S1     | Nord      | R1           | 11    | 3                          | 1                    | 0
        """,
    ),
    "boern_med_tre_underretninger": Trial(
        "BA har to på sin sag og en uden sag; BB har kun lukkede sager; BC har to det seneste år og en ældre",
        {
            "sager": """
                sag_id | barn_id | lukket_dato
                S1     | BA      |
                S2     | BA      | 2020-05-01
                S3     | BB      | 2021-08-01
                S4     | BC      |
            """,
            "underretninger": """
                underretning_id | sag_id | barn_id | modtaget_tidspunkt
                U1              | S1     |         | 2021-01-01 00:00
                U2              | S1     | BA      | 2021-06-01 10:00
                U3              |        | BA      | 2021-12-31 23:59
                U4              | S3     |         | 2021-05-01 10:00
                U5              | S3     |         | 2021-06-01 10:00
                U6              | S3     |         | 2021-07-01 10:00
                U7              | S4     |         | 2020-12-31 10:00
                U8              | S4     |         | 2021-06-01 10:00
                U9              | S4     |         | 2021-07-01 10:00
            """,
        },
        """
            barn_id | underretninger_12_maaneder | uden_sag | seneste    | aaben_sag
            BA      | 3                          | 1        | 2021-12-31 | S1
            BB      | 3                          | 0        | 2021-07-01 |
        """,
    ),
    "frister_de_naeste_14_dage": Trial(
        "Fra 31. december er 14. januar 14 dage; 4 uger falder senere, og U1's 24 timer er udløbet",
        {
            "teams": TEAMS,
            "underretninger": """
                underretning_id | team_id | underretter_type | barn_id | sag_id | modtaget_tidspunkt
                U1              | T1      | privat           | B1      |        | 2021-12-20 10:00
                U2              | T1      | privat           | B2      |        | 2021-12-31 10:00
            """,
        },
        """
            team_id | team_navn | indikator_id | titel                         | frister | foerste_frist
            T1      | Nord      | 5.4          | Vurdering inden for 24 timer  | 1       | 2022-01-01
            T1      | Nord      | 5.1          | Partshøring inden for 14 dage | 2       | 2022-01-03
        """,
    ),
    "aeldste_overskridelser": Trial(
        "Nord har seks overskredne partshøringer, hvoraf de fem ældste vises; Syd har én",
        {
            "teams": TEAMS,
            "underretninger": """
                underretning_id | team_id | underretter_type | barn_id | sag_id | modtaget_tidspunkt | vurderet_24t_tidspunkt | faglig_vurdering_dato
                U1              | T1      | privat           | B1      |        | 2021-11-01 10:00   | 2021-11-01 11:00       | 2021-11-02
                U2              | T1      | privat           | B2      |        | 2021-11-02 10:00   | 2021-11-02 11:00       | 2021-11-03
                U3              | T1      | privat           | B3      |        | 2021-11-03 10:00   | 2021-11-03 11:00       | 2021-11-04
                U4              | T1      | privat           | B4      |        | 2021-11-04 10:00   | 2021-11-04 11:00       | 2021-11-05
                U5              | T1      | privat           | B5      |        | 2021-11-05 10:00   | 2021-11-05 11:00       | 2021-11-06
                U6              | T1      | privat           | B6      |        | 2021-11-06 10:00   | 2021-11-06 11:00       | 2021-11-07
                U7              | T2      | privat           | B7      |        | 2021-12-16 10:00   | 2021-12-16 11:00       | 2021-12-17
            """,
        },
        """
            team_navn | indikator_id | titel                         | sag_id | enhed_id | raadgiver_id | frist_dato | dage_over
            Nord      | 5.1          | Partshøring inden for 14 dage |        | U1       |              | 2021-11-15 | 46
            Nord      | 5.1          | Partshøring inden for 14 dage |        | U2       |              | 2021-11-16 | 45
            Nord      | 5.1          | Partshøring inden for 14 dage |        | U3       |              | 2021-11-17 | 44
            Nord      | 5.1          | Partshøring inden for 14 dage |        | U4       |              | 2021-11-18 | 43
            Nord      | 5.1          | Partshøring inden for 14 dage |        | U5       |              | 2021-11-19 | 42
            Syd       | 5.1          | Partshøring inden for 14 dage |        | U7       |              | 2021-12-30 | 1
        """,
    ),
    "undersoegelsers_varighed": Trial(
        "B1 tog 119 dage fra kommunen blev opmærksom, B2 121 fra start; B3 blev afbrudt, B4 er ikke slut endnu",
        {
            "undersoegelser": """
                bfu_id | opmaerksom_dato | startet_dato | afsluttet_dato | afslutning
                B1     | 2021-01-01      | 2021-01-05   | 2021-04-30     | faerdig
                B2     |                 | 2021-01-01   | 2021-05-02     |
                B3     |                 | 2021-01-01   | 2021-04-02     | afbrudt
                B4     |                 | 2021-11-01   | 2022-01-02     | faerdig
            """
        },
        """
            kvartal | afsluttet | median_dage | inden_fire_maaneder | procent
            2021-K2 | 2         | 120         | 1                   | 50
        """,
    ),
    "sagstal_pr_raadgiver": Trial(
        "S4 er lukket, S5 har ingen rådgiver; midten af 2 og 1 er 1,5",
        {
            "teams": TEAMS,
            "raadgivere": "raadgiver_id | team_id\nR1 | T1\nR2 | T1\nR3 | T2",
            "sager": """
                sag_id | lukket_dato | team_id | raadgiver_id
                S1     |             | T1      | R1
                S2     |             | T1      | R1
                S3     |             | T1      | R2
                S4     | 2021-12-31  | T1      | R2
                S5     |             | T1      |
                S6     |             | T2      | R3
            """,
            "indsatser": "indsats_id | sag_id | kategori | start_dato\nI1 | S2 | anbringelse | 2021-01-01",
        },
        """
            team_navn | raadgiver_id | sager | heraf_anbragte | team_median
            Nord      | R1           | 2     | 1              | 1.5
            Nord      | R2           | 1     | 0              | 1.5
            Syd       | R3           | 1     | 0              | 1
        """,
    ),
    "underretningers_udfald": Trial(
        "U5 er mere end tolv måneder gammel, og U7 kom efter opgørelsesdagen",
        {
            "underretninger": """
                underretning_id | underretter_type | modtaget_tidspunkt | faglig_vurdering_udfald
                U1              | fagperson        | 2021-01-01 10:00   | paragraf_50
                U2              | fagperson        | 2021-02-01 10:00   | paragraf_50
                U3              | fagperson        | 2021-03-01 10:00   | luk
                U4              | fagperson        | 2021-12-31 10:00   |
                U5              | fagperson        | 2020-12-31 10:00   | akut
                U6              | privat           | 2021-05-01 10:00   | luk
                U7              | privat           | 2022-01-01 10:00   | akut
            """
        },
        """
            underretter_type | udfald        | antal | procent
            fagperson        | paragraf_50   | 2     | 50
            fagperson        | ikke vurderet | 1     | 25
            fagperson        | luk           | 1     | 25
            privat           | luk           | 1     | 100
        """,
    ),
    "tidlig_indsats_holder": Trial(
        "I2 blev fulgt af en undersøgelse; I3's halve år er ikke gået; I4 er ikke efter § 11, stk. 3",
        {
            "indsatser": """
                indsats_id | sag_id | kategori          | tilbud        | leverandoer_type | start_dato | slut_dato
                I1         | S1     | forebyggende_11_3 | kontaktperson | privat           | 2021-01-01 | 2021-03-01
                I2         | S2     | forebyggende_11_3 | kontaktperson | privat           | 2021-01-01 | 2021-03-01
                I3         | S3     | forebyggende_11_3 | kontaktperson | familiehus       | 2021-01-01 | 2021-10-01
                I4         | S4     | forebyggende_52   | kontaktperson | privat           | 2021-01-01 | 2021-03-01
            """,
            "undersoegelser": "bfu_id | sag_id | startet_dato\nB1 | S2 | 2021-05-01",
        },
        """
            leverandoer | tilbud        | afsluttet | uden_undersoegelse | procent
            privat      | kontaktperson | 2         | 1                  | 50
        """,
    ),
    "anbragte_uden_tilsyn": Trial(
        "S1 har to tilsyn med samtale, men det ene er mere end et år gammelt; S2 har to og er ikke med; S3 har to, men talte "
        "kun med barnet ved det ene; S4 har aldrig haft et; S5 har ikke været anbragt et år",
        {
            "teams": TEAMS,
            "sager": """
                sag_id | team_id
                S1     | T1
                S2     | T1
                S3     | T1
                S4     | T2
                S5     | T2
            """,
            "indsatser": """
                indsats_id | sag_id | kategori    | start_dato | slut_dato
                I1         | S1     | anbringelse | 2020-10-01 |
                I2         | S2     | anbringelse | 2020-12-31 |
                I3         | S3     | anbringelse | 2020-10-01 |
                I4         | S4     | anbringelse | 2020-10-01 |
                I5         | S5     | anbringelse | 2021-01-01 |
                I6         | S5     | anbringelse | 2020-01-01 | 2021-01-01
            """,
            "opfoelgninger": """
                opfoelgning_id | sag_id | dato       | form   | tilsyn_paa_anbringelsessted | talt_med_barnet
                O1             | S1     | 2020-12-31 | besoeg | ja                          | ja
                O2             | S1     | 2021-06-30 | besoeg | ja                          | ja
                O3             | S2     | 2021-01-01 | besoeg | ja                          | ja
                O4             | S2     | 2021-07-01 | moede  | ja                          | ja
                O5             | S3     | 2021-05-01 | besoeg | ja                          | ja
                O6             | S3     | 2021-11-01 | besoeg | ja                          | nej
                O7             | S4     | 2021-12-01 | besoeg | nej                         | ja
                O8             | S4     | 2022-01-01 | besoeg | ja                          | ja
            """,
        },
        """
            sag_id | team_id | raadgiver_id | alder | tilsyn_med_samtale | seneste_tilsyn
            S4     | T2      |              | 11    | 0                  |
            S1     | T1      |              | 11    | 1                  | 2021-06-30
            S3     | T1      |              | 11    | 1                  | 2021-11-01
        """,
    ),
    "tilsyn_mod_register": Trial(
        "Registeret har tre af fire undersøgelsesplaner, tilsynet så én af to; 1.1 måles kun i tilsynet",
        {
            "teams": TEAMS,
            "undersoegelser": """
                bfu_id | startet_dato | undersoegelsesplan_dato | afsluttet_dato
                B1     | 2021-01-01   | 2021-01-10              | 2021-02-01
                B2     | 2021-01-01   | 2021-01-10              | 2021-02-01
                B3     | 2021-01-01   | 2021-01-10              | 2021-02-01
                B4     | 2021-01-01   |                         | 2021-02-01
            """,
            "tilsynssvar": """
                tilsyn_id | maalepunkt | team_id | gennemgaaet_dato | svar
                G1        | 6.1        | T1      | 2021-03-01       | ja
                G2        | 6.1        | T1      | 2021-03-01       | delvist
                G3        | 1.1        | T1      | 2021-03-01       | ja
            """,
        },
        """
            plan_id            | indikator_id | titel                       | sager_set | tilsyn | sager_i_alt | register | forskel_pp | foerer
            slagelse_2021_2023 | 6.1          | Skriftlig undersøgelsesplan | 2         | 50     | 4           | 75       | -25        | register
        """,
    ),
    "teams_under_milepaelen": Trial(
        "Nord partshørte fire af fem i tide og er sikkert under 100 procent; Syd har kun fire i nævneren",
        {
            "teams": TEAMS,
            "underretninger": """
                underretning_id | team_id | underretter_type | barn_id | sag_id | modtaget_tidspunkt | partshoering_dato | vurderet_24t_tidspunkt | vurdering_24t_begrundet | faglig_vurdering_dato | samtale_begrundelse
                U1              | T1      | privat           | B1      |        | 2021-12-01 10:00   | 2021-12-02        | 2021-12-01 11:00       | ja                      | 2021-12-02            | ja
                U2              | T1      | privat           | B2      |        | 2021-12-01 10:00   | 2021-12-02        | 2021-12-01 11:00       | ja                      | 2021-12-02            | ja
                U3              | T1      | privat           | B3      |        | 2021-12-01 10:00   | 2021-12-02        | 2021-12-01 11:00       | ja                      | 2021-12-02            | ja
                U4              | T1      | privat           | B4      |        | 2021-12-01 10:00   | 2021-12-02        | 2021-12-01 11:00       | ja                      | 2021-12-02            | ja
                U5              | T1      | privat           | B5      |        | 2021-12-01 10:00   | 2021-12-20        | 2021-12-01 11:00       | ja                      | 2021-12-02            | ja
                U6              | T2      | privat           | B6      |        | 2021-12-01 10:00   | 2021-12-02        | 2021-12-01 11:00       | ja                      | 2021-12-02            | ja
                U7              | T2      | privat           | B7      |        | 2021-12-01 10:00   | 2021-12-02        | 2021-12-01 11:00       | ja                      | 2021-12-02            | ja
                U8              | T2      | privat           | B8      |        | 2021-12-01 10:00   | 2021-12-20        | 2021-12-01 11:00       | ja                      | 2021-12-02            | ja
                U9              | T2      | privat           | B9      |        | 2021-12-01 10:00   | 2021-12-20        | 2021-12-01 11:00       | ja                      | 2021-12-02            | ja
            """,
        },
        """
            plan_id            | team_navn | indikator_id | titel                         | kilde | vaerdienhed | taeller | naevner | vaerdi | milepael_procent | afstand_pp
            slagelse_2021_2023 | Nord      | 5.1          | Partshøring inden for 14 dage | dubu  | procent     | 4       | 5       | 80     | 100              | -20
        """,
    ),
    "undersoegelser_uden_boernesamtale": Trial(
        "B2's samtale blev ikke holdt, B3's blev, B4 sluttede i november, og B5's blev undladt med begrundelse",
        {
            "teams": TEAMS,
            "sager": "sag_id | team_id\nS1 | T1\nS2 | T1\nS3 | T1\nS4 | T1\nS5 | T1",
            "undersoegelser": """
                bfu_id | sag_id | startet_dato | afsluttet_dato
                B1     | S1     | 2021-10-01   | 2021-12-10
                B2     | S2     | 2021-10-01   | 2021-12-05
                B3     | S3     | 2021-10-01   | 2021-12-10
                B4     | S4     | 2021-10-01   | 2021-11-30
                B5     | S5     | 2021-10-01   | 2021-12-10
            """,
            "boernesamtaler": """
                samtale_id | sag_id | dato       | paragraf | udfald
                C2         | S2     | 2021-11-01 | 48       | ikke_afholdt
                C3         | S3     | 2021-11-01 | 48       | afholdt
                C5         | S5     | 2021-11-01 | 48       | undladt_begrundet
            """,
        },
        """
            bfu_id | sag_id | team_id | raadgiver_id | afsluttet_dato | aarsag
            B2     | S2     | T1      |              | 2021-12-05     | indhold
            B1     | S1     | T1      |              | 2021-12-10     | mangler
        """,
    ),
    "dyreste_sager": Trial(
        "K5 er fra måneden før de tolv; S2's posteringer nævner ingen indsats",
        {
            "indsatser": """
                indsats_id | sag_id | kategori
                I1         | S1     | anbringelse
                I2         | S1     | forebyggende_52
            """,
            "udgifter": """
                postering_id | sag_id | indsats_id | maaned  | beloeb
                K1           | S1     | I1         | 2021-01 | 1000
                K2           | S1     | I1         | 2021-12 | 2000
                K3           | S1     | I2         | 2021-06 | 500
                K4           | S2     |            | 2021-06 | 900
                K5           | S2     |            | 2020-12 | 99999
                K6           | S2     |            | 2022-01 | 99999
            """,
        },
        """
            sag_id | beloeb  | heraf_anbringelse | kategorier                   | maaneder
            S1     | 3500.00 | 3000.00           | anbringelse, forebyggende_52 | 3
            S2     | 900.00  |                   |                              | 1
        """,
    ),
    "forebyggelse_mod_anbringelse": Trial(
        "Posteringer uden indsats er ikke med, de kan ikke henføres, men K6 viser, at september er bogført",
        {
            "indsatser": """
                indsats_id | sag_id | kategori
                I1         | S1     | anbringelse
                I2         | S1     | forebyggende_52
                I3         | S1     | forebyggende_11_3
            """,
            "udgifter": """
                postering_id | sag_id | indsats_id | maaned  | beloeb
                K1           | S1     | I1         | 2021-10 | 600
                K2           | S1     | I2         | 2021-11 | 300
                K3           | S1     | I3         | 2021-12 | 100
                K4           | S1     |            | 2021-12 | 5000
                K5           | S1     | I1         | 2021-08 | 50
                K6           | S1     |            | 2021-09 | 70
            """,
        },
        """
            kvartal | bogfoerte_maaneder | forebyggelse | anbringelse | forebyggelse_procent
            2021-K4 | 3                  | 400.00       | 600.00      | 40
            2021-K3 | 2                  |              | 50.00       |
        """,
    ),
    "gentagne_underretninger": Trial(
        "U2 kom på dagen et halvt år efter U1 om samme barn, også uden sag; U2 selv er for ny til at tælle",
        {
            "sager": "sag_id | barn_id\nS1 | B1",
            "underretninger": """
                underretning_id | sag_id | barn_id | modtaget_tidspunkt
                U1              | S1     |         | 2021-01-10 10:00
                U2              |        | B1      | 2021-07-10 10:00
                U3              |        | B9      | 2021-02-01 10:00
            """,
        },
        """
            kvartal | underretninger | fulgt_af_ny | procent
            2021-K1 | 2              | 1           | 50
        """,
    ),
    "vendt_siden_sidst": Trial(
        "I november var 100 procent også nok til decembers milepæl; 5.4-5.6 fik først en milepæl i december; "
        "2.1 havde ingen tal i november",
        {
            "teams": "team_id | navn\nT1 | Nord",
            "underretninger": """
                underretning_id | team_id | underretter_type | barn_id | sag_id | modtaget_tidspunkt | partshoering_dato | vurderet_24t_tidspunkt | vurdering_24t_begrundet | faglig_vurdering_dato | samtale_begrundelse
                U1              | T1      | privat           | B1      |        | 2021-11-01 10:00   | 2021-11-02        | 2021-11-01 11:00       | ja                      | 2021-11-02            | ja
                U2              | T1      | privat           | B2      |        | 2021-12-01 10:00   | 2021-12-02        | 2021-12-01 11:00       | ja                      | 2021-12-02            | nej
            """,
            "tilsynssvar": """
                tilsyn_id | maalepunkt | team_id | gennemgaaet_dato | svar
                G1        | 2.1        | T1      | 2021-12-01       | ja
            """,
        },
        """
            plan_id            | indikator_id | titel                                          | kilde | foerer | team_id | status_foer           | status     | usikker
            slagelse_2021_2023 | 5.1          | Partshøring inden for 14 dage                  | dubu  | ja     | ALLE    | foran                 | naaet      | ja
            slagelse_2021_2023 | 5.2          | Faglig vurdering inden for 4 uger              | dubu  | ja     | ALLE    | foran                 | naaet      | ja
            slagelse_2021_2023 | 5.4          | Vurdering inden for 24 timer                   | dubu  | ja     | ALLE    | foer_foerste_milepael | naaet      | ja
            slagelse_2021_2023 | 5.5          | Begrundelse for vurderingen inden for 24 timer | dubu  | ja     | ALLE    | foer_foerste_milepael | naaet      | ja
            slagelse_2021_2023 | 5.6          | Begrundelse for samtale med barnet             | dubu  | ja     | ALLE    | foer_foerste_milepael | ikke_naaet | ja
            slagelse_2021_2023 | 5.1          | Partshøring inden for 14 dage                  | dubu  | ja     | T1      | foran                 | naaet      | ja
            slagelse_2021_2023 | 5.2          | Faglig vurdering inden for 4 uger              | dubu  | ja     | T1      | foran                 | naaet      | ja
            slagelse_2021_2023 | 5.4          | Vurdering inden for 24 timer                   | dubu  | ja     | T1      | foer_foerste_milepael | naaet      | ja
            slagelse_2021_2023 | 5.5          | Begrundelse for vurderingen inden for 24 timer | dubu  | ja     | T1      | foer_foerste_milepael | naaet      | ja
            slagelse_2021_2023 | 5.6          | Begrundelse for samtale med barnet             | dubu  | ja     | T1      | foer_foerste_milepael | ikke_naaet | ja
        """,
    ),
    "fejl_der_skal_rettes": Trial(
        "To fejl i samme kolonne tælles sammen; en anden leverances fejl er ikke med",
        {
            "karantaene": """
                leverance_id | extract | linje | kolonne     | aarsag
                L1           | sager   | 2     | lukket_dato | Datoen ligger før oprettet_dato
                L1           | sager   | 9     | lukket_dato | Datoen ligger før oprettet_dato
                L1           | teams   | 3     |             | Rækken har 8 felter, overskriften har 9
                L0           | sager   | 2     | sagstype    | Koden kendes ikke
            """
        },
        """
            extract | kolonne       | aarsag                                  | fejl | raekker
            sager   | lukket_dato   | Datoen ligger før oprettet_dato         | 2    | 2
            teams   | (hele rækken) | Rækken har 8 felter, overskriften har 9 | 1    | 1
        """,
    ),
    "sagstal_i_trin": Trial(
        "R1 har 15 sager og R2 én; R3 er leder og tæller ikke; S16 er lukket",
        {
            "teams": TEAMS,
            "raadgivere": "raadgiver_id | team_id | rolle\nR1 | T1 |\nR2 | T2 | raadgiver\nR3 | T2 | leder",
            "sager": "sag_id | team_id | raadgiver_id | lukket_dato\n"
            + "\n".join(f"S{number} | T1 | R1 |" for number in range(15))
            + "\nS15 | T2 | R2 |\nS16 | T2 | R2 | 2021-12-31\nS17 | T2 | R3 |",
        },
        """
            plan_id            | indikator_id | team_navn       | sager         | raadgivere | procent
            slagelse_2021_2023 | 4.8          | Hele afdelingen | 1-14 sager    | 1          | 50
            slagelse_2021_2023 | 4.8          | Hele afdelingen | 15-19 sager   | 1          | 50
            slagelse_2021_2023 | 4.8          | Hele afdelingen | 20-25 sager   | 0          | 0
            slagelse_2021_2023 | 4.8          | Hele afdelingen | 26-30 sager   | 0          | 0
            slagelse_2021_2023 | 4.8          | Hele afdelingen | Over 30 sager | 0          | 0
            slagelse_2021_2023 | 4.8          | Nord            | 1-14 sager    | 0          | 0
            slagelse_2021_2023 | 4.8          | Nord            | 15-19 sager   | 1          | 100
            slagelse_2021_2023 | 4.8          | Nord            | 20-25 sager   | 0          | 0
            slagelse_2021_2023 | 4.8          | Nord            | 26-30 sager   | 0          | 0
            slagelse_2021_2023 | 4.8          | Nord            | Over 30 sager | 0          | 0
            slagelse_2021_2023 | 4.8          | Syd             | 1-14 sager    | 1          | 100
            slagelse_2021_2023 | 4.8          | Syd             | 15-19 sager   | 0          | 0
            slagelse_2021_2023 | 4.8          | Syd             | 20-25 sager   | 0          | 0
            slagelse_2021_2023 | 4.8          | Syd             | 26-30 sager   | 0          | 0
            slagelse_2021_2023 | 4.8          | Syd             | Over 30 sager | 0          | 0
        """,
    ),
    "nye_og_genvurderinger": Trial(
        "U1 og U2 har ingen sag i forvejen, U3's sag var åben; U4's tilbagemelding er der ikke endnu, så 5.8 har kun tre",
        {
            "sager": "sag_id | oprettet_dato\nS1 | 2020-05-01",
            "underretninger": """
                underretning_id | sag_id | barn_id | underretter_type | modtaget_tidspunkt | tilbagemelding_dato | partshoering_dato
                U1              |        | B1      | fagperson        | 2021-12-01 10:00   | 2021-12-05          | 2021-12-02
                U2              |        | B2      | fagperson        | 2021-12-01 10:00   | 2021-12-11          |
                U3              | S1     |         | fagperson        | 2021-12-01 10:00   | 2021-12-21          | 2021-12-05
                U4              | S1     |         | fagperson        | 2021-12-02 10:00   |                     | 2021-12-05
            """,
        },
        """
            plan_id            | indikator_id | titel                                          | vaerdienhed | nye | ny  | genvurderinger | genvurdering | forskel
            slagelse_2021_2023 | 5.1          | Partshøring inden for 14 dage                  | procent     | 2   | 50  | 2              | 100          | 50
            slagelse_2021_2023 | 5.2          | Faglig vurdering inden for 4 uger              | procent     | 2   | 0   | 2              | 0            | 0
            slagelse_2021_2023 | 5.3          | Tilbagemelding til faglig underretter          | procent     | 2   | 100 | 2              | 50           | -50
            slagelse_2021_2023 | 5.4          | Vurdering inden for 24 timer                   | procent     | 2   | 0   | 2              | 0            | 0
            slagelse_2021_2023 | 5.5          | Begrundelse for vurderingen inden for 24 timer | procent     | 2   | 0   | 2              | 0            | 0
            slagelse_2021_2023 | 5.6          | Begrundelse for samtale med barnet             | procent     | 2   | 0   | 2              | 0            | 0
            slagelse_2021_2023 | 5.7          | Underretter inddraget i partshøringen          | procent     | 1   | 0   | 2              | 0            | 0
            slagelse_2021_2023 | 5.8          | Tid til tilbagemelding                         | dage        | 2   | 7   | 1              | 20           | 13
        """,
    ),
}
