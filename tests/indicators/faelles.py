"""Drawings that several indicators share, because the contract says "as 5.1" or "as 4.1"."""

from __future__ import annotations

from datetime import date, timedelta

from tests.indicators.tegning import Tegning


def _efter(dag: str, dage: int) -> str:
    return str(date.fromisoformat(dag) + timedelta(days=dage))


def underretningsfrist(kolonne: str, hvad: str, dage: int) -> tuple[Tegning, ...]:
    """The deadline of 5.1-5.3: `kolonne` filled at the latest `dage` days after the underretning came."""
    hoved = f"underretning_id | underretter_type | modtaget_tidspunkt | {kolonne}"
    frist, efter_frist = _efter("2021-04-01", dage), _efter("2021-04-01", dage + 1)
    kom_20, kom_21 = _efter("2021-04-20", -dage), _efter("2021-04-21", -dage)
    kom_sidst, kom_efter = _efter("2021-04-30", -dage), _efter("2021-05-01", -dage)
    return (
        Tegning(
            f"En {hvad} på den {dage}. dag er rettidig, uanset hvornår på dagen underretningen kom; "
            "dagen efter er den for sent",
            {
                "underretninger": f"""
                    {hoved}
                    U1 | fagperson | 2021-04-01 23:59 | {frist}
                    U2 | fagperson | 2021-04-01 00:00 | {frist}
                    U3 | fagperson | 2021-04-01       | {efter_frist}
                """
            },
            f"""
                enhed_id | udfald       | aarsag   | startdato  | frist_dato | haendelsesdato
                U1       | opfyldt      |          | 2021-04-01 | {frist}    | {frist}
                U2       | opfyldt      |          | 2021-04-01 | {frist}    | {frist}
                U3       | ikke_opfyldt | for_sent | 2021-04-01 | {frist}    | {efter_frist}
            """,
        ),
        Tegning(
            f"En {hvad}, der ikke er dokumenteret, eller som ligger før underretningen, mangler",
            {
                "underretninger": f"""
                    {hoved}
                    U1 | fagperson | 2021-04-01 10:00 |
                    U2 | fagperson | 2021-04-01 10:00 | 2021-03-31
                    U3 | fagperson | 2021-04-01 10:00 | 2021-04-01
                """
            },
            """
                enhed_id | udfald       | aarsag
                U1       | ikke_opfyldt | mangler
                U2       | ikke_opfyldt | mangler
                U3       | opfyldt      |
            """,
        ),
        Tegning(
            "Er sagen lukket inden fristen, fordi barnet flyttede, blev 18 år eller døde, er en manglende "
            f"eller forsinket {hvad} undtaget",
            {
                "sager": f"""
                    sag_id | lukket_dato                 | lukket_aarsag
                    S1     | 2021-04-01                  | fraflyttet
                    S2     | 2021-04-05                  | fyldt_18
                    S3     | {frist}                     | doed
                    S4     | 2021-04-05                  | afsluttet
                    S5     | 2021-03-31                  | doed
                    S6     | {efter_frist}               | doed
                """,
                "underretninger": f"""
                    {hoved} | sag_id
                    U1 | fagperson | 2021-04-01 10:00 |               | S1
                    U2 | fagperson | 2021-04-01 10:00 | {efter_frist} | S2
                    U3 | fagperson | 2021-04-01 10:00 |               | S3
                    U4 | fagperson | 2021-04-01 10:00 |               | S4
                    U5 | fagperson | 2021-04-01 10:00 |               | S5
                    U6 | fagperson | 2021-04-01 10:00 |               | S6
                    U7 | fagperson | 2021-04-01 10:00 | {frist}       | S2
                """,
            },
            """
                enhed_id | udfald       | aarsag
                U1       | undtaget     |
                U2       | undtaget     |
                U3       | undtaget     |
                U4       | ikke_opfyldt | mangler
                U5       | ikke_opfyldt | mangler
                U6       | ikke_opfyldt | mangler
                U7       | opfyldt      |
            """,
        ),
        Tegning(
            "En underretning om et barn uden sag har ingen sag at lukke og er aldrig undtaget",
            {"underretninger": f"{hoved} | sag_id | barn_id\nU1 | fagperson | 2021-04-01 10:00 | | | B1"},
            "enhed_id | sag_id | udfald | aarsag\nU1 | | ikke_opfyldt | mangler",
        ),
        Tegning(
            f"En underretning afventer, indtil der foreligger en {hvad}, sagen lukkes, fordi barnet "
            "flyttede, blev 18 år eller døde, eller fristen kommer",
            {
                "sager": """
                    sag_id | lukket_dato | lukket_aarsag
                    S1     |             |
                    S2     | 2021-03-31  | fraflyttet
                    S3     | 2021-04-05  | fraflyttet
                """,
                "underretninger": f"""
                    {hoved} | sag_id
                    U1 | fagperson | 2021-03-31 10:00 | 2021-04-10 | S1
                    U2 | fagperson | 2021-03-31 10:00 |            | S1
                    U3 | fagperson | 2021-03-31 10:00 | 2021-03-31 | S1
                    U4 | fagperson | 2021-03-31 10:00 |            | S2
                    U5 | fagperson | 2021-03-31 10:00 |            | S3
                """,
            },
            """
                enhed_id | periode | udfald       | aarsag
                U1       | 2021-03 | afventer     |
                U1       | 2021-04 | opfyldt      |
                U2       | 2021-03 | afventer     |
                U2       | 2021-04 | ikke_opfyldt | mangler
                U3       | 2021-04 | opfyldt      |
                U4       | 2021-04 | undtaget     |
                U5       | 2021-03 | afventer     |
                U5       | 2021-04 | undtaget     |
            """,
        ),
        Tegning(
            "I en foreløbig måned tæller en frist på leverancens dag; ligger fristen dagen efter, afventer "
            "underretningen, og er det allerede gjort, tæller den ikke endnu",
            {
                "underretninger": f"""
                    {hoved}
                    U1 | fagperson | {kom_20} 10:00 |
                    U2 | fagperson | {kom_21} 10:00 |
                    U3 | fagperson | {kom_21} 10:00 | 2021-04-20
                """
            },
            """
                enhed_id | udfald       | aarsag
                U1       | ikke_opfyldt | mangler
                U2       | afventer     |
            """,
            udtraeksdato="2021-04-20",
        ),
        Tegning(
            f"En underretning tæller i den måned, der har dens frist, også når en {hvad} er sket måneden før",
            {
                "underretninger": f"""
                    {hoved}
                    U1 | fagperson | {kom_sidst} 10:00 | {kom_sidst}
                    U2 | fagperson | {kom_efter} 10:00 | {kom_efter}
                """
            },
            """
                enhed_id | periode | udfald  | frist_dato
                U1       | 2021-04 | opfyldt | 2021-04-30
                U2       | 2021-05 | opfyldt | 2021-05-01
            """,
            periode="2021-05",
        ),
        Tegning(
            f"En {hvad} efter månedens sidste dag er ikke sket endnu, når måneden gøres op, og mangler",
            {
                "underretninger": f"""
                    {hoved}
                    U1 | fagperson | 2021-04-01 10:00 | 2021-04-30
                    U2 | fagperson | 2021-04-01 10:00 | 2021-05-01
                """
            },
            """
                enhed_id | udfald       | aarsag   | haendelsesdato
                U1       | ikke_opfyldt | for_sent | 2021-04-30
                U2       | ikke_opfyldt | mangler  |
            """,
        ),
        Tegning(
            "Kun underretninger modtaget fra 1. oktober 2020 måles",
            {
                "underretninger": f"""
                    {hoved}
                    U1 | fagperson | 2020-09-30 23:59 |
                    U2 | fagperson | 2020-10-01 00:00 |
                """
            },
            "enhed_id | udfald | aarsag\nU2 | ikke_opfyldt | mangler",
            periode="2020-K4",
        ),
    )


def tidlig_indsats(leverandoer: str) -> tuple[Tegning, ...]:
    """The deadline of 4.1, 4.2 and 4.5: an early measure ends within 6 months, by one kind of supplier."""
    hoved = "indsats_id | kategori | leverandoer_type | start_dato | slut_dato"
    tidlig = f"forebyggende_11_3 | {leverandoer}"
    return (
        Tegning(
            "En indsats, der slutter på dagen 6 måneder efter start, er rettidig; dagen efter er den for "
            "sent, og er den ikke slut, mangler afslutningen",
            {
                "indsatser": f"""
                    {hoved}
                    I1 | {tidlig} | 2020-10-15 | 2021-04-15
                    I2 | {tidlig} | 2020-10-15 | 2021-04-16
                    I3 | {tidlig} | 2020-10-15 |
                    I4 | {tidlig} | 2020-10-15 | 2020-10-15
                """
            },
            """
                enhed_id | udfald       | aarsag   | startdato  | frist_dato
                I1       | opfyldt      |          | 2020-10-15 | 2021-04-15
                I2       | ikke_opfyldt | for_sent | 2020-10-15 | 2021-04-15
                I3       | ikke_opfyldt | mangler  | 2020-10-15 | 2021-04-15
                I4       | opfyldt      |          | 2020-10-15 | 2021-04-15
            """,
        ),
        Tegning(
            "Seks måneder efter den 31. er månedens sidste dag",
            {
                "indsatser": f"""
                    {hoved}
                    I1 | {tidlig} | 2020-10-31 | 2021-04-30
                    I2 | {tidlig} | 2020-10-31 | 2021-05-01
                """
            },
            """
                enhed_id | udfald       | aarsag   | frist_dato
                I1       | opfyldt      |          | 2021-04-30
                I2       | ikke_opfyldt | for_sent | 2021-04-30
            """,
            periode="2021-K2",
        ),
        Tegning(
            "Går indsatsen over til en børnefaglig undersøgelse inden fristen, er den undtaget, også når den "
            "slutter til tiden; undersøgelsen skal starte efter indsatsen og senest, når den slutter",
            {
                "indsatser": f"""
                    {hoved} | sag_id
                    I1 | {tidlig} | 2020-10-15 | 2021-02-01 | S1
                    I2 | {tidlig} | 2020-10-15 |            | S2
                    I3 | {tidlig} | 2020-10-15 | 2021-02-01 | S3
                    I4 | {tidlig} | 2020-10-15 | 2021-02-01 | S4
                    I5 | {tidlig} | 2020-10-15 |            | S5
                    I6 | {tidlig} | 2020-10-15 | 2021-02-01 | S6
                """,
                "undersoegelser": """
                    bfu_id | sag_id | startet_dato
                    B1     | S1     | 2021-02-01
                    B2     | S2     | 2021-04-15
                    B3     | S3     | 2020-10-15
                    B4     | S4     | 2021-02-02
                    B5     | S5     | 2021-04-16
                    B6     | S6     | 2020-10-16
                """,
            },
            """
                enhed_id | udfald       | aarsag
                I1       | undtaget     |
                I2       | undtaget     |
                I3       | opfyldt      |
                I4       | opfyldt      |
                I5       | ikke_opfyldt | mangler
                I6       | undtaget     |
            """,
        ),
        Tegning(
            "Faldt indsatsen bort, eller blev sagen lukket, fordi barnet flyttede, blev 18 år eller døde, "
            "inden fristen og før indsatsen var slut, er den undtaget",
            {
                "sager": """
                    sag_id | lukket_dato | lukket_aarsag
                    S1     | 2021-04-15  | fraflyttet
                    S2     | 2021-04-16  | fraflyttet
                    S3     | 2021-03-01  | afsluttet
                    S4     |             |
                """,
                "indsatser": f"""
                    {hoved} | sag_id | bortfaldet_dato
                    I1 | {tidlig} | 2020-10-15 |            | S1 |
                    I2 | {tidlig} | 2020-10-15 |            | S2 |
                    I3 | {tidlig} | 2020-10-15 |            | S3 |
                    I4 | {tidlig} | 2020-10-15 |            | S4 | 2020-10-15
                    I5 | {tidlig} | 2020-10-15 |            | S4 | 2020-10-14
                    I6 | {tidlig} | 2020-10-15 | 2021-04-15 | S4 | 2020-10-20
                """,
            },
            """
                enhed_id | udfald       | aarsag
                I1       | undtaget     |
                I2       | ikke_opfyldt | mangler
                I3       | ikke_opfyldt | mangler
                I4       | undtaget     |
                I5       | ikke_opfyldt | mangler
                I6       | opfyldt      |
            """,
        ),
        Tegning(
            "En indsats afventer, fra den starter, til den slutter, går over til en undersøgelse, eller "
            "fristen kommer",
            {
                "indsatser": f"""
                    {hoved} | sag_id
                    I1 | {tidlig} | 2020-12-31 | 2021-02-28 | S1
                    I2 | {tidlig} | 2020-12-31 |            | S2
                    I3 | {tidlig} | 2020-12-31 |            | S3
                """,
                "undersoegelser": """
                    bfu_id | sag_id | startet_dato
                    B2     | S2     | 2021-01-31
                    B3     | S2     | 2021-03-10
                """,
            },
            """
                enhed_id | periode | udfald       | aarsag
                I1       | 2020-12 | afventer     |
                I1       | 2021-01 | afventer     |
                I1       | 2021-06 | opfyldt      |
                I2       | 2020-12 | afventer     |
                I2       | 2021-06 | undtaget     |
                I3       | 2020-12 | afventer     |
                I3       | 2021-01 | afventer     |
                I3       | 2021-02 | afventer     |
                I3       | 2021-03 | afventer     |
                I3       | 2021-04 | afventer     |
                I3       | 2021-05 | afventer     |
                I3       | 2021-06 | ikke_opfyldt | mangler
            """,
            periode="2021-07",
        ),
    )


def tilsyn(maalepunkt: str, andet_maalepunkt: str, spoergsmaal: str) -> tuple[Tegning, ...]:
    """What every case review measure shares: the answer, the day, and whose answer it is."""
    hoved = "tilsyn_id | maalepunkt | team_id | raadgiver_id | gennemgaaet_dato | svar"
    return (
        Tegning(
            f"{spoergsmaal}: kun ja er opfyldt; kan det ikke ses, mangler det, og er det ikke relevant, er "
            "sagen undtaget",
            {
                "tilsynssvar": f"""
                    {hoved}
                    T1 | {maalepunkt} | A | R | 2021-04-12 | ja
                    T2 | {maalepunkt} | A | R | 2021-04-12 | delvist
                    T3 | {maalepunkt} | A | R | 2021-04-12 | nej
                    T4 | {maalepunkt} | A | R | 2021-04-12 | ikke_relevant
                    T5 | {maalepunkt} | A | R | 2021-04-12 | kan_ikke_ses
                """
            },
            """
                enhed_id | kilde  | udfald       | aarsag
                T1       | tilsyn | opfyldt      |
                T2       | tilsyn | ikke_opfyldt | indhold
                T3       | tilsyn | ikke_opfyldt | indhold
                T4       | tilsyn | undtaget     |
                T5       | tilsyn | ikke_opfyldt | mangler
            """,
        ),
        Tegning(
            f"{spoergsmaal}: svar på andre målepunkter tæller ikke med",
            {
                "tilsynssvar": f"""
                    {hoved}
                    T1 | {maalepunkt}       | A | R | 2021-04-12 | ja
                    T1 | {andet_maalepunkt} | A | R | 2021-04-12 | nej
                    T2 | {andet_maalepunkt} | A | R | 2021-04-12 | ja
                """
            },
            "enhed_id | udfald\nT1 | opfyldt",
        ),
        Tegning(
            f"{spoergsmaal}: svaret tæller i den måned, sagen er gennemgået",
            {
                "tilsynssvar": f"""
                    {hoved}
                    T1 | {maalepunkt} | A | R | 2021-04-30 | ja
                    T2 | {maalepunkt} | A | R | 2021-05-01 | ja
                """
            },
            """
                enhed_id | periode | udfald  | haendelsesdato
                T1       | 2021-04 | opfyldt | 2021-04-30
                T2       | 2021-05 | opfyldt | 2021-05-01
            """,
            periode="2021-05",
        ),
        Tegning(
            f"{spoergsmaal}: svaret hører til det team og den rådgiver, der står i det, uanset hvem sagen er "
            "fordelt til",
            {
                "sagsfordeling": "sag_id | fra_dato | team_id | raadgiver_id\nS | 2021-01-01 | B | RB",
                "tilsynssvar": f"{hoved}\nT1 | {maalepunkt} | A | RA | 2021-04-12 | nej\n"
                f"T2 | {maalepunkt} | A | | 2021-04-12 | ja",
            },
            """
                enhed_id | sag_id | team_id | raadgiver_id | team_siden | udfald       | aarsag
                T1       | S      | A       | RA           |            | ikke_opfyldt | indhold
                T2       | S      | A       |              |            | opfyldt      |
            """,
        ),
    )


def spoergeskema(spoergsmaal: str, andet_spoergsmaal: str) -> tuple[Tegning, ...]:
    """What every survey measure shares: the score, the question, the day, and that no team is shown."""
    hoved = "svar_id | team_id | spoergsmaal | besvaret_dato | score"
    return (
        Tegning(
            "En besvarelse med 4 eller 5 point er opfyldt",
            {
                "spoergeskemasvar": f"""
                    {hoved}
                    V1 | A | {spoergsmaal} | 2021-04-12 | 1
                    V2 | A | {spoergsmaal} | 2021-04-12 | 3
                    V3 | A | {spoergsmaal} | 2021-04-12 | 4
                    V4 | A | {spoergsmaal} | 2021-04-12 | 5
                """
            },
            """
                enhed_id | kilde        | udfald       | aarsag
                V1       | spoergeskema | ikke_opfyldt | indhold
                V2       | spoergeskema | ikke_opfyldt | indhold
                V3       | spoergeskema | opfyldt      |
                V4       | spoergeskema | opfyldt      |
            """,
        ),
        Tegning(
            "Kun besvarelser af dette spørgsmål tæller, i den måned, de er givet",
            {
                "spoergeskemasvar": f"""
                    {hoved}
                    V1 | A | {spoergsmaal}       | 2021-03-31 | 5
                    V2 | A | {spoergsmaal}       | 2021-04-01 | 5
                    V3 | A | {andet_spoergsmaal} | 2021-04-01 | 5
                """
            },
            "enhed_id | udfald | haendelsesdato\nV2 | opfyldt | 2021-04-01",
        ),
        Tegning(
            "Rækken for en besvarelse viser hverken sag, team eller rådgiver",
            {"spoergeskemasvar": f"{hoved}\nV1 | A | {spoergsmaal} | 2021-04-12 | 2"},
            "enhed_id | sag_id | team_id | raadgiver_id | udfald | aarsag\nV1 | | | | ikke_opfyldt | indhold",
        ),
    )
