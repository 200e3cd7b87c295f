# ruff: noqa: E501 - a drawn table is not broken over several lines
"""`explain` tells what an indicator measures, and why a case counts as it does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from pipeline.database import Database
from pipeline.definitions.plans import laes_plan
from pipeline.economist.case import Spoergsmaal, forklar_sag
from pipeline.economist.explain import forklar
from pipeline.economist.published import aabn_udgivelse
from pipeline.economist.sources import laeste_kolonner
from pipeline.errors import ForkertBrug
from tests.economist.eksempelsvar import TEAMS
from tests.economist.udgivelse import tegnede, udgiv

PLAN = laes_plan("slagelse_2021_2023")
SAGER = {
    "teams": TEAMS,
    "raadgivere": "raadgiver_id | team_id\nR1 | T1\nR2 | T2",
    "sager": """
        sag_id | oprettet_dato | lukket_dato | lukket_aarsag | foedselsdato
        S1     | 2021-01-05    |             |               | 2012-05-01
        S2     | 2021-01-05    | 2021-10-05  | fraflyttet    | 2012-05-01
        S3     | 2021-01-05    |             |               | 2012-05-01
    """,
    "sagsfordeling": """
        sag_id | fra_dato   | team_id | raadgiver_id
        S1     | 2021-01-05 | T1      | R1
        S1     | 2021-11-20 | T2      | R2
        S2     | 2021-01-05 | T1      | R1
    """,
    "underretninger": """
        underretning_id | sag_id | underretter_type | modtaget_tidspunkt | partshoering_dato | vurderet_24t_tidspunkt
        U1              | S1     | privat           | 2021-10-01 10:00   | 2021-10-10        | 2021-10-02 10:01
        U2              | S1     | privat           | 2021-11-01 10:00   | 2021-11-16        |
        U3              | S1     | privat           | 2021-11-25 10:00   |                   |
        U4              | S1     | privat           | 2021-12-20 10:00   |                   |
        U5              | S2     | privat           | 2021-10-01 10:00   |                   |
        U6              | S3     | privat           | 2020-09-30 10:00   |                   |
    """,
    "indsatser": """
        indsats_id | sag_id | kategori        | start_dato | opfoelgning_maaneder
        I1         | S1     | forebyggende_52 | 2021-08-01 | 2
    """,
    "opfoelgninger": """
        opfoelgning_id | sag_id | indsats_id | dato       | form  | barn_deltog | barn_undtaget
        O1             | S1     | I1         | 2021-09-15 | moede | nej         | nej
        O2             | S1     | I1         | 2021-10-20 | moede | nej         | ja
    """,
    "tilsynssvar": """
        tilsyn_id | maalepunkt | sag_id | team_id | gennemgaaet_dato | svar
        G1        | 5.1        | S3     | T2      | 2021-11-05       | delvist
        G3        | 5.1        | S2     | T2      | 2021-11-05       | ikke_relevant
        G2        | 6.5        | S3     | T2      | 2021-11-05       | ja
    """,
}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """The drawn cases, published."""
    fil = udgiv(tegnede(SAGER), tmp_path_factory.mktemp("explain") / "ledelsestilsyn.duckdb")
    with aabn_udgivelse(fil) as aaben:
        yield aaben


def fortalt(database: Database, indikator: str, sag: str, periode: str | None = None) -> str:
    """Everything that is told."""
    return "\n".join(forklar_sag(database, Spoergsmaal(PLAN, PLAN.indikator(indikator), sag, periode)))


def afsnit(tekst: str, enhed: str) -> str:
    """The paragraph about one unit."""
    return next(del_ for del_ in tekst.split("\n\n") if f" {enhed}\n" in del_)


@pytest.mark.parametrize("indikator", PLAN.indikatorer, ids=lambda i: i.id)
def test_the_definition_holds_everything_the_plan_says(indikator):
    """Question, numerator, denominator, basis, assumption, every milestone, parameters and the SQL itself."""
    tekst = "\n".join(forklar(PLAN, indikator.id))
    dele = [
        indikator.titel, indikator.spoergsmaal, indikator.taeller_tekst, indikator.naevner_tekst,
        indikator.planens_maaling, indikator.lovgrundlag, indikator.antagelse or "",
        *(f"{m.dato:%d-%m-%Y}: {m.procent:g}\N{NO-BREAK SPACE}%" for m in indikator.milepaele),
        *(f"{navn} = {vaerdi}" for navn, vaerdi in indikator.beregning.parametre.items()),
        f"sql/indicators/{indikator.beregning.sql}.sql", "insert into enhed_",
    ]  # fmt: skip
    assert [d for d in dele if d not in tekst] == []
    assert ("ingen fastsat" in tekst) == (not indikator.milepaele)
    assert tekst.count("(slutmål)") == sum(m.slutmaal for m in indikator.milepaele)


def test_an_unknown_indicator_or_case_is_refused(database: Database):
    """The message names what there is; a case that is not published cannot be told about."""
    with pytest.raises(ForkertBrug, match=r"5\.1"):
        list(forklar(PLAN, "9.9"))
    with pytest.raises(ForkertBrug, match="findes ikke i den udgivne database") as fejl:
        fortalt(database, "5.1", "S999")
    assert "karantaene/2021-12-31/sager.csv" in str(fejl.value)
    with pytest.raises(ForkertBrug, match="kendes ikke"):
        fortalt(database, "5.1", "S1", "april")


def test_a_deadline_met_is_told_from_start_to_team(database: Database):
    """Start, deadline, deed, outcome, period, and who held the case on the day it was done."""
    assert afsnit(fortalt(database, "5.1", "S1"), "U1").splitlines() == [
        "1. Underretning U1",
        "   - Fristen løber fra 01-10-2021 og er 15-10-2021.",
        "   - Det er gjort 10-10-2021, inden fristen udløb.",
        "   - Udfald: opfyldt.",
        "   - Vises i 2021-10, fordi fristen ligger i perioden.",
        "   - Ansvaret har Nord (T1) og rådgiver R1 pr. 10-10-2021, som overtog sagen 05-01-2021.",
        "   - Måned for måned: 2021-10 opfyldt.",
        "   - Tæller også med i kvartal 2021-K4.",
        "   - Tæller også med i tolvmånedersperioderne, der slutter i 2021-10 til 2021-12.",
    ]


def test_late_missing_and_waiting_are_told_apart(database: Database):
    """Done a day late; not done at all, and still on the list; and not due yet."""
    tekst = fortalt(database, "5.1", "S1")
    sent, mangler, venter = (afsnit(tekst, u) for u in ("U2", "U3", "U4"))
    assert "Det er gjort 16-11-2021, 1 dag efter fristen." in sent
    assert "Udfald: ikke opfyldt, fordi det er gjort for sent." in sent
    assert "fordi det, der kræves, ikke var dokumenteret pr. 31-12-2021" in mangler
    assert "2021-11 afventer; 2021-12 ikke opfyldt" in mangler
    assert "Står på fristlisten pr. 31-12-2021: overskredet med 22 dage." in mangler
    assert "Ansvaret har Syd (T2) og rådgiver R2 pr. 09-12-2021, som overtog sagen 20-11-2021." in mangler
    assert "Udfald: afventer; fristen er endnu ikke kommet" in venter
    assert "Står på fristlisten pr. 31-12-2021: 3 dage tilbage." in venter
    assert "kvartal" not in venter  # waiting is in no value


def test_the_clock_is_told_where_it_decides(database: Database):
    """24 hours and a minute: on the deadline's day, yet too late."""
    tekst = afsnit(fortalt(database, "5.4", "S1"), "U1")
    assert "Det er gjort 02-10-2021, men efter det klokkeslæt, fristen udløb." in tekst
    assert "Udfald: ikke opfyldt, fordi det er gjort for sent." in tekst


def test_an_exemption_gives_its_reason(database: Database):
    """A case closed because the child moved, the review's answer whatever the case, the indicator's own."""
    tekst = fortalt(database, "5.1", "S2")
    assert "lukket 05-10-2021 (barnet er flyttet fra kommunen)" in tekst
    assert "undtaget, fordi sagen blev lukket 05-10-2021, da barnet flyttede fra kommunen" in tekst
    assert "undtaget, fordi sagsgennemgangen svarede »ikke relevant«;" in afsnit(tekst, "G3")
    moede = afsnit(fortalt(database, "3.2", "S1"), "S1@2021-10-20")
    assert "undtaget, efter indikatorens egen undtagelse" in moede


def test_an_event_is_told_by_its_day(database: Database):
    """A meeting the child did not come to."""
    moede = afsnit(fortalt(database, "3.2", "S1"), "S1@2021-09-15")
    assert "Datoen er 15-09-2021." in moede
    assert "det, der var dokumenteret pr. 30-09-2021, ikke er som krævet" in moede
    assert "Vises i 2021-09, fordi datoen ligger i perioden." in moede


def test_a_stock_is_told_month_by_month(database: Database):
    """Met two months running, then past due: the months tell the story, the last one in full."""
    tekst = afsnit(fortalt(database, "7.7", "S1"), "I1")
    assert "Det seneste møde var 20-10-2021; det næste skal holdes senest 20-12-2021." in tekst
    assert "Udfald: ikke opfyldt, fordi datoen for det næste møde er passeret." in tekst
    assert "2021-08 afventer; 2021-09 til 2021-11 opfyldt; 2021-12 ikke opfyldt" in tekst
    november = afsnit(fortalt(database, "7.7", "S1", "2021-11"), "I1")
    assert "Er i gang på opgørelsesdagen 30-11-2021." in november
    assert "Udfald: opfyldt." in november


def test_a_period_narrows_to_what_counts_in_it(database: Database):
    """A month or a quarter; where nothing counts, the months that do are named."""
    november = fortalt(database, "5.1", "S1", "2021-11")
    assert [u for u in ("U1", "U2", "U3", "U4") if f" {u}\n" in november] == ["U2", "U3"]
    assert "Udfald: afventer" in afsnit(november, "U3")
    assert [
        u for u in ("U1", "U2", "U3", "U4") if f" {u}\n" in fortalt(database, "5.1", "S1", "2021-K4")
    ] == [
        "U1",
        "U2",
        "U3",
        "U4",
    ]
    assert "Sagen tæller ikke med i 2021-03. Den tæller med i 2021-10, 2021-11, 2021-12." in fortalt(
        database, "5.1", "S1", "2021-03"
    )


def test_the_case_review_is_told_beside_the_register(database: Database):
    """A review's answer is an event of its own team, with the answer itself; other questions stay out."""
    tekst = fortalt(database, "5.1", "S3")
    assert "1. Ledelsestilsyn, gennemgang G1" in tekst
    assert "Ansvaret har Syd (T2) pr. 05-11-2021." in tekst
    assert "svar=delvist" in tekst
    assert "tilsyn_id=G2" not in tekst


def test_a_case_outside_the_population_shows_what_the_register_has(database: Database):
    """Too early to count: the definition of who counts, and the rows read, with their days."""
    tekst = fortalt(database, "5.2", "S3")
    assert "Sagen tæller ikke med i indikatoren." in tekst
    assert PLAN.indikator("5.2").naevner_tekst in tekst
    assert "underretninger: 1 række" in tekst
    assert "modtaget_tidspunkt=2020-09-30 10:00:00" in tekst
    assert "fra_dato = 2020-10-01" in tekst
    assert "måles med spørgeskema" in fortalt(database, "1.3", "S1")


@pytest.mark.parametrize("indikator", PLAN.indikatorer, ids=lambda i: i.id)
def test_every_indicator_can_be_told_about_every_case(database: Database, indikator):
    """No kind of indicator leaves the reader without an answer."""
    for sag in ("S1", "S2", "S3"):
        assert fortalt(database, indikator.id, sag).startswith(f"Sag {sag} og {indikator.id} ")


@pytest.mark.parametrize("indikator", PLAN.indikatorer, ids=lambda i: i.id)
def test_the_columns_shown_are_those_the_sql_reads(indikator):
    """Every indicator reads at least one extract with a case, or is a survey; views are followed."""
    laest = laeste_kolonner(indikator.beregning.sql)
    assert laest
    assert all(kolonner for kolonner in laest.values())
    har_sag = any("sag_id" in kolonner for kolonner in laest.values())
    assert har_sag == (indikator.kilde != "spoergeskema")


def test_a_shared_view_is_followed_to_its_extract():
    """7.7 names indsats_52 only; the columns come from indsatser."""
    assert "opfoelgning_maaneder" in laeste_kolonner("indsats_opfoelgning")["indsatser"]
    assert laeste_kolonner("underretning_partshoering") == {
        "underretninger": (
            "underretning_id",
            "sag_id",
            "team_id",
            "raadgiver_id",
            "modtaget_tidspunkt",
            "partshoering_dato",
        )
    }


def test_what_happened_after_the_day_is_not_told_as_done(tmp_path: Path):
    """A deed dated after the day made up on had not happened: the case is told as published."""
    fil = udgiv(tegnede(SAGER), tmp_path / "ledelsestilsyn.duckdb", udtraeksdato=date(2021, 11, 15),
                periode="2021-11")  # fmt: skip
    with aabn_udgivelse(fil) as aaben:
        u2 = afsnit(fortalt(aaben, "5.1", "S1"), "U2")
    assert "Det er gjort" not in u2
    assert "ikke var dokumenteret pr. 15-11-2021" in u2
