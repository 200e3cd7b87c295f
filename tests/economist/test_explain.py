# ruff: noqa: E501 - a drawn table is not broken over several lines
"""`explain` tells what an indicator measures, and why a case counts as it does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from pipeline.base.database import Database, sql_file
from pipeline.base.errors import UsageFault
from pipeline.base.resources import resource
from pipeline.definitions.plans import read_plan
from pipeline.economist.case import Question, explain_sag
from pipeline.economist.explain import explain, find_plan
from pipeline.economist.published import open_publication
from pipeline.economist.sources import read_columns
from tests.economist.example_replies import TEAMS
from tests.economist.publication_made import drawn_delivery, publish

PLAN = read_plan("slagelse_2021_2023")
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
        indsats_id | sag_id | kategori          | start_dato | slut_dato  | opfoelgning_maaneder | leverandoer_type
        I1         | S1     | forebyggende_52   | 2021-08-01 |            | 2                    |
        I2         | S3     | forebyggende_11_3 | 2021-02-01 | 2021-03-03 |                      | privat
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
    file = publish(drawn_delivery(SAGER), tmp_path_factory.mktemp("explain") / "ledelsestilsyn.duckdb")
    with open_publication(file) as opened:
        yield opened


def told(database: Database, indicator: str, sag: str, periode: str | None = None) -> str:
    """Everything that is told."""
    return "\n".join(explain_sag(database, Question(PLAN, PLAN.indicator(indicator), sag, periode)))


def section(text: str, unit: str) -> str:
    """The paragraph about one unit."""
    return next(part for part in text.split("\n\n") if f" {unit}\n" in part)


@pytest.mark.parametrize("indicator", PLAN.indikatorer, ids=lambda i: i.id)
def test_the_definition_holds_everything_the_plan_says(indicator):
    """Question, numerator, denominator, basis, assumption, every milestone, parameters and the SQL itself."""
    text = "\n".join(explain(PLAN, indicator.id))
    parts = [
        indicator.titel, indicator.spoergsmaal, indicator.taeller_tekst, indicator.naevner_tekst,
        indicator.planens_maaling, indicator.lovgrundlag, indicator.antagelse or "",
        *(f"{m.dato:%d-%m-%Y}: {m.procent:g}\N{NO-BREAK SPACE}%" for m in indicator.milepaele),
        *(f"{name} = " for name in indicator.beregning.parametre),
        *(indicator.kategorier or {}).values(), *(r.forbehold for r in indicator.referencer),
        *((indicator.grupper and indicator.grupper.navne) or {}).values(), indicator.vaerdi_ord or "",
        f"sql/units/{indicator.beregning.sql}.sql", "insert into enhed_",
    ]  # fmt: skip
    assert [d for d in parts if d not in text] == []
    assert ("ingen fastsat" in text) == (not indicator.milepaele)
    assert text.count("(slutmål)") == sum(m.slutmaal for m in indicator.milepaele)


def test_a_law_is_explained_in_its_words():
    """As in its reports: demands, where a plan has milestones."""
    law = read_plan("barnets_lov_2024")
    text = "\n".join(
        line for i in law.indikatorer for line in explain(law, i.id) if not line.startswith("--")
    )
    assert "Krav:         intet i tal" in text
    assert re.search(r"^Krav: +\d\d-\d\d-\d{4}: ", text, re.MULTILINE)
    assert "Milepæl:" not in text
    assert "Planen måler:" not in text


def test_an_unknown_indicator_or_case_is_refused(database: Database):
    """The message names what there is; a case that is not published cannot be told about."""
    with pytest.raises(UsageFault, match=r"5\.1"):
        list(explain(PLAN, "9.9"))
    with pytest.raises(UsageFault, match="findes ikke i den udgivne database") as error:
        told(database, "5.1", "S999")
    assert "karantaene/2021-12-31/sager.csv" in str(error.value)
    with pytest.raises(UsageFault, match="kendes ikke"):
        told(database, "5.1", "S1", "april")


def test_a_deadline_met_is_told_from_start_to_team(database: Database):
    """Start, deadline, deed, outcome, period, and who held the case on the day it was done."""
    assert section(told(database, "5.1", "S1"), "U1").splitlines() == [
        "1. Underretning U1",
        "   - Fristen løber fra 01-10-2021 og er 15-10-2021.",
        "   - Det er gjort 10-10-2021, inden fristen udløb.",
        "   - Ny sag eller genvurdering: Genvurderinger og sager, der allerede var åbne.",
        "   - Udfald: opfyldt.",
        "   - Vises i 2021-10, fordi fristen ligger i perioden.",
        "   - Ansvaret har Nord (T1) og rådgiver R1 pr. 10-10-2021, som overtog sagen 05-01-2021.",
        "   - Måned for måned: 2021-10 opfyldt.",
        "   - Tæller også med i kvartal 2021-K4, tertial 2021-T3 og året 2021.",
        "   - Tæller også med i tolvmånedersperioderne, der slutter i 2021-10 til 2021-12.",
    ]


def test_late_missing_and_waiting_are_told_apart(database: Database):
    """Done a day late; not done at all, and still on the list; and not due yet."""
    text = told(database, "5.1", "S1")
    sent, missing, waits = (section(text, u) for u in ("U2", "U3", "U4"))
    assert "Det er gjort 16-11-2021, 1 dag efter fristen." in sent
    assert "Udfald: ikke opfyldt, fordi det er gjort for sent." in sent
    assert "fordi det, der kræves, ikke var dokumenteret pr. 31-12-2021" in missing
    assert "2021-11 afventer; 2021-12 ikke opfyldt" in missing
    assert "Står på fristlisten pr. 31-12-2021: overskredet med 22 dage." in missing
    assert "Ansvaret har Syd (T2) og rådgiver R2 pr. 09-12-2021, som overtog sagen 20-11-2021." in missing
    assert "Udfald: afventer; fristen er endnu ikke kommet" in waits
    assert "Står på fristlisten pr. 31-12-2021: 3 dage tilbage." in waits
    assert "kvartal" not in waits  # waiting is in no value


def test_the_clock_is_told_where_it_decides(database: Database):
    """24 hours and a minute: on the deadline's day, yet too late."""
    text = section(told(database, "5.4", "S1"), "U1")
    assert "Det er gjort 02-10-2021, men efter det klokkeslæt, fristen udløb." in text
    assert "Udfald: ikke opfyldt, fordi det er gjort for sent." in text


def test_an_exemption_gives_its_reason(database: Database):
    """A case closed because the child moved, the review's answer whatever the case, the indicator's own."""
    text = told(database, "5.1", "S2")
    assert "lukket 05-10-2021 (barnet er flyttet fra kommunen)" in text
    assert "undtaget, fordi sagen blev lukket 05-10-2021, da barnet flyttede fra kommunen" in text
    assert "undtaget, fordi sagsgennemgangen svarede »ikke relevant«;" in section(text, "G3")
    meeting = section(told(database, "3.2", "S1"), "S1@2021-10-20")
    assert "undtaget, efter indikatorens egen undtagelse" in meeting


def test_an_event_is_told_by_its_day(database: Database):
    """A meeting the child did not come to."""
    meeting = section(told(database, "3.2", "S1"), "S1@2021-09-15")
    assert "Datoen er 15-09-2021." in meeting
    assert "det, der var dokumenteret pr. 30-09-2021, ikke er som krævet" in meeting
    assert "Vises i 2021-09, fordi datoen ligger i perioden." in meeting


def test_a_stock_is_told_month_by_month(database: Database):
    """Met two months running, then past due: the months tell the story, the last one in full."""
    text = section(told(database, "7.12", "S1"), "I1")
    assert "Det seneste møde var 20-10-2021; det næste skal holdes senest 20-12-2021." in text
    assert "Udfald: ikke opfyldt, fordi datoen for det næste møde er passeret." in text
    assert "2021-08 afventer; 2021-09 til 2021-11 opfyldt; 2021-12 ikke opfyldt" in text
    november = section(told(database, "7.12", "S1", "2021-11"), "I1")
    assert "Er i gang på opgørelsesdagen 30-11-2021." in november
    assert "Udfald: opfyldt." in november


def test_a_chain_is_told_link_by_link(database: Database):
    """From each follow-up to the next; only the link that is open stands on the list, as that of its base."""
    text = told(database, "7.7", "S1")
    in_time, broken = section(text, "I1@2021-08-01"), section(text, "I1@2021-10-20")
    assert "Der skal følges op senest 01-10-2021, regnet fra 01-08-2021." in in_time
    assert "Den næste opfølgning var 15-09-2021, inden fristen udløb." in in_time
    assert "Måned for måned: 2021-08 afventer; 2021-10 opfyldt." in in_time
    assert "Der er ikke dokumenteret en opfølgning siden pr. 31-12-2021." in broken
    assert "Står på fristlisten pr. 31-12-2021: overskredet med 11 dage." in broken
    assert "fristlisten" not in in_time


def test_what_is_measured_is_told_with_its_unit(database: Database):
    """Days, and the group; no verdict on the single unit."""
    text = section(told(database, "4.6", "S3"), "I2")
    assert "Målt til 30 dage." in text
    assert "Leverandør: Private leverandører." in text
    assert "Udfald: tæller med; her måles eller tælles, uden at den enkelte bedømmes." in text
    assert "Måned for måned: 2021-03 talt med." in text


def test_what_belongs_to_no_case_says_so(database: Database):
    """A distribution of caseworkers has no units of a case."""
    assert "måles ikke på enkelte sager, men på hver rådgiver med sager" in told(database, "4.8", "S1")


def test_a_period_narrows_to_what_counts_in_it(database: Database):
    """A month or a quarter; where nothing counts, the months that do are named."""
    november = told(database, "5.1", "S1", "2021-11")
    assert [u for u in ("U1", "U2", "U3", "U4") if f" {u}\n" in november] == ["U2", "U3"]
    assert "Udfald: afventer" in section(november, "U3")
    assert [u for u in ("U1", "U2", "U3", "U4") if f" {u}\n" in told(database, "5.1", "S1", "2021-K4")] == [
        "U1",
        "U2",
        "U3",
        "U4",
    ]
    assert "Sagen tæller ikke med i 2021-03. Den tæller med i 2021-10, 2021-11, 2021-12." in told(
        database, "5.1", "S1", "2021-03"
    )


def test_the_case_review_is_told_beside_the_register(database: Database):
    """A review's answer is an event of its own team, with the answer itself; other questions stay out."""
    text = told(database, "5.1", "S3")
    assert "1. Ledelsestilsyn, gennemgang G1" in text
    assert "Ansvaret har Syd (T2) pr. 05-11-2021." in text
    assert "svar=delvist" in text
    assert "tilsyn_id=G2" not in text


def test_a_case_outside_the_population_shows_what_the_register_has(database: Database):
    """Too early to count: the definition of who counts, and the rows read, with their days."""
    text = told(database, "5.2", "S3")
    assert "Sagen tæller ikke med i indikatoren." in text
    assert PLAN.indicator("5.2").naevner_tekst in text
    assert "underretninger: 1 række" in text
    assert "modtaget_tidspunkt=2020-09-30 10:00:00" in text
    assert "fra_dato = 2020-10-01" in text
    assert "måles med spørgeskema" in told(database, "1.3", "S1")


@pytest.mark.parametrize("indicator", PLAN.indikatorer, ids=lambda i: i.id)
def test_every_indicator_can_be_told_about_every_case(database: Database, indicator):
    """No kind of indicator leaves the reader without an answer."""
    for sag in ("S1", "S2", "S3"):
        assert told(database, indicator.id, sag).startswith(f"Sag {sag} og {indicator.id} ")


@pytest.mark.parametrize("indicator", PLAN.indikatorer, ids=lambda i: i.id)
def test_the_columns_shown_are_those_the_sql_reads(indicator):
    """Every indicator reads at least one extract with a case, or is a survey; views are followed."""
    read = read_columns(PLAN.unit_file(indicator))
    assert read
    assert all(columns for columns in read.values())
    has_sag = any("sag_id" in columns for columns in read.values())
    assert has_sag == (indicator.kilde != "spoergeskema")


def test_a_shared_view_is_followed_to_its_extract():
    """7.12 names views only; the columns come from the extracts they read, and from no other."""
    assert "opfoelgning_maaneder" in read_columns(sql_file("units", "indsats_a_jour"))["indsatser"]
    assert read_columns(sql_file("units", "underretning_partshoering"))["underretninger"] == (
        "underretning_id",
        "sag_id",
        "team_id",
        "raadgiver_id",
        "modtaget_tidspunkt",
        "genvurdering",
        "partshoering_dato",
        "partshoering_undladt",
    )
    assert {"sagsfordeling", "sager"} <= read_columns(sql_file("units", "raadgiver_sagstal")).keys()


def test_the_plan_is_found_among_those_published(several: Path, published: Path, tmp_path: Path):
    """An id that one of them has is of that plan; of one that several have, the plan has to be named."""
    assert find_plan("5.1", None, published, ()).plan_id == PLAN.plan_id
    assert find_plan("5.1", PLAN.plan_id, tmp_path / "findes_ikke", ()) == PLAN
    assert find_plan("5.1", None, tmp_path / "findes_ikke", ()).plan_id == PLAN.plan_id
    (tmp_path / "aaa_egen_plan.yaml").write_text(
        resource("plans", f"{PLAN.plan_id}.yaml").read_text("utf-8").replace(PLAN.plan_id, "aaa_egen_plan"),
        "utf-8",
    )
    with pytest.raises(UsageFault, match=f"{PLAN.plan_id} og aaa_egen_plan: vælg med --plan"):
        find_plan("5.1", None, several, [tmp_path])
    with pytest.raises(UsageFault, match="ikke i nogen af planerne"):
        find_plan("9.9", None, several, [tmp_path])
    with pytest.raises(UsageFault, match="kendes ikke"):
        find_plan("5.1", "findes_ikke", several, [tmp_path])


def test_a_plan_that_is_not_published_tells_nothing_of_a_case(database: Database):
    """Its indicators were not computed, so the case neither counts nor fails to."""
    other = PLAN.model_copy(update={"plan_id": "en_anden"})
    with pytest.raises(UsageFault, match=f"'en_anden' er ikke udgivet; det er {PLAN.plan_id}"):
        list(explain_sag(database, Question(other, PLAN.indicator("5.1"), "S1")))


def test_what_happened_after_the_day_is_not_told_as_done(tmp_path: Path):
    """A deed dated after the day made up on had not happened: the case is told as published."""
    file = publish(drawn_delivery(SAGER), tmp_path / "ledelsestilsyn.duckdb", udtraeksdato=date(2021, 11, 15),
                periode="2021-11")  # fmt: skip
    with open_publication(file) as opened:
        u2 = section(told(opened, "5.1", "S1"), "U2")
    assert "Det er gjort" not in u2
    assert "ikke var dokumenteret pr. 15-11-2021" in u2
