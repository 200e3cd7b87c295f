"""What the plans of the four other documents, and of today's law, promise and measure."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.definitions.plans import Indicator, Plan, read_plan

PERIODS = {
    "roskilde_2019": (date(2019, 4, 1), date(2020, 12, 31), "2018-04"),
    "sverigesmodellen": (date(2021, 1, 1), date(2026, 12, 31), "2021-01"),
    "varige_spor": (date(2021, 1, 1), date(2026, 12, 31), "2021-01"),
    "herning_2015": (date(2015, 1, 1), date(2017, 12, 31), "2015-01"),
    "barnets_lov_2024": (date(2024, 1, 1), date(2028, 12, 31), "2024-01"),
}

MEASURES = {
    "roskilde_2019": """
        R1 haendelse andel baseline stigende | R2 beholdning andel 2019-12:100 | R3 haendelse andel ingen
        R4 haendelse andel baseline stigende | R5 haendelse antal baseline stigende
        R6 beholdning fordeling ingen | R7 haendelse median ingen | R8 kadence andel 2019-04:100
        R9 haendelse median baseline faldende
        R10 haendelse rate baseline faldende | R11 haendelse antal ingen | R12 haendelse sum baseline faldende
        R13 haendelse gennemsnit baseline faldende | R14 haendelse median baseline faldende
        R15 haendelse gennemsnit baseline faldende | R16 kadence andel 2019-04:100
        R17 beholdning andel 2019-04:100 | R18 tilsyn | R19 tilsyn | R20 tilsyn | R21 tilsyn
    """,
    "sverigesmodellen": """
        S1 kadence andel 2021-01:100 | S2 kadence andel 2021-01:100 | S3 kadence andel 2021-01:100
        S4 kadence andel 2021-01:100 | S5 beholdning fordeling ingen | S6 kadence andel 2021-01:100
        S7 kadence andel 2021-01:100 | S8 beholdning gennemsnit ingen | S9 beholdning andel ingen
        S10 beholdning gennemsnit ingen | S11 haendelse median ingen | S12 beholdning andel ingen
        S13 beholdning andel ingen | S14 beholdning andel ingen | S15 beholdning fordeling ingen
        S16 frist andel ingen | S17 tilsyn | S18 tilsyn | S19 haendelse andel ingen
    """,
    "varige_spor": """
        V1 beholdning andel 2021-01:100 | V2 beholdning fordeling ingen | V3 frist andel 2021-01:100
        V4 frist andel 2021-01:100 | V5 frist andel ingen | V6 haendelse andel 2021-01:100
        V7 beholdning andel 2021-01:100 | V8 haendelse andel 2021-01:100 | V9 frist andel 2021-01:100
        V10 frist andel 2021-01:100 | V11 frist andel 2021-01:100 | V12 kadence andel 2021-01:100
        V13 beholdning andel 2021-01:100 | V14 beholdning fordeling ingen | V15 beholdning median ingen
        V16 beholdning fordeling ingen | V17 haendelse antal ingen | V18 tilsyn | V19 tilsyn | V20 tilsyn
        V21 tilsyn | V22 tilsyn
    """,
    "herning_2015": """
        H1 frist andel ingen | H2 haendelse andel ingen | H3 haendelse andel ingen | H4 haendelse andel ingen
        H5 tilsyn | H6 beholdning andel ingen | H7 frist andel ingen | H8 beholdning fordeling ingen
        H9 haendelse andel ingen | H10 frist andel ingen | H11 haendelse median ingen
        H12 haendelse median ingen | H13 haendelse median ingen | H14 haendelse andel ingen | H15 tilsyn
    """,
    "barnets_lov_2024": """
        B1 frist andel 2024-01:100 | B2 frist andel 2024-01:100 | B3 haendelse andel ingen
        B4 haendelse andel 2024-01:100 | B5 frist andel ingen | B6 frist andel ingen
        B7 haendelse median ingen | B8 frist andel 2024-01:100 | B9 haendelse andel 2024-01:100
        B10 haendelse andel ingen | B11 frist andel 2024-01:100 | B12 frist andel 2024-01:100
        B13 haendelse andel 2024-01:100 | B14 frist andel 2024-01:100 | B15 haendelse andel 2024-01:100
        B16 kadence andel 2024-01:100 | B17 beholdning andel 2024-12:100 | B18 beholdning andel ingen
        B19 tilsyn | B20 tilsyn
    """,
}
"""Id, kind, kind of value and target; `tilsyn`: a share of case review answers, without a target."""

EVERY = {"laengere_kategori": None, "laengere_maaneder": None}
DAYS_14_42 = {
    **EVERY, "kategorier": ["anbringelse"], "former": None,
    "foerste_dage": 14, "foerste_maaneder": None, "senere_dage": 42, "senere_maaneder": None,
}  # fmt: skip
DAYS_28_MONTHS_3 = {
    **EVERY, "kategorier": ["forebyggende_11_3", "forebyggende_52"], "former": None,
    "foerste_dage": 28, "foerste_maaneder": None, "senere_dage": None, "senere_maaneder": 3,
}  # fmt: skip
MONTHS_3 = {
    "kategorier": None, "former": ["moede"], "laengere_kategori": "anbringelse", "laengere_maaneder": 6,
    "foerste_dage": None, "foerste_maaneder": 3, "senere_dage": None, "senere_maaneder": 3,
}  # fmt: skip
P = {"under_alder": 7}
ALL = {"under_alder": None}
LAW = {"fra_dato": date(2024, 1, 1)}

PARAMETERS = {
    "R1": {
        "kategorier": ["anbringelse", "aflastning"],
        "steder": ["netvaerksplejefamilie", "plejefamilie"],
        **P,
    },
    **{id_: {"undertyper": None, **P} for id_ in ("R2", "R3")},
    **dict.fromkeys(("R4", "R5", "R9", "R10", "R11", "R12", "R13", "R14", "R15"), P),
    "R8": {
        "kategorier": None,
        "fra_dato": None,
        "hoejst_maaneder": 3,
        "foerste_maaneder": 3,
        "led": "alle",
        **P,
    },
    "R16": {"undertyper": ["sagsgennemgang"], "dage": 56},
    "R17": {"hoejst": 2, **P},
    "S1": {**DAYS_14_42, "led": "foerste"},
    "S2": {**DAYS_14_42, "led": "senere"},
    "S3": {**DAYS_28_MONTHS_3, "led": "foerste"},
    "S4": {**DAYS_28_MONTHS_3, "led": "senere"},
    "S6": {"undertyper": ["ledersparring"], "dage": 14},
    "S7": {"undertyper": ["kollegial_sparring", "supervision"], "dage": 14},
    "S8": {"nye_maaneder": 3},
    "S11": {"maaneder": 3},
    "S12": {"steder": ["institution", "opholdssted"]},
    "S13": {"steder": ["netvaerksplejefamilie"]},
    "S14": {"steder": ["kost_efterskole", "eget_vaerelse"]},
    "S15": {"maaneder": 3},
    "S16": {"maaneder": 12, "skift_dage": 7},
    "S19": {"spoergsmaal": "bliver_lyttet_til", "mindste_score": 4},
    "V1": {"mindst": 20, "hoejst": 25},
    "V3": {
        "undertyper": ["bekymringsgrundlag", "foreloebig_vurdering"],
        "dage": 28,
        "fra_dato": date(2021, 1, 1),
    },
    "V4": {"undertyper": ["bekymringsgrundlag"], "dage": 28, "dage_foer": 14},
    "V5": {
        "kategorier": ["forebyggende_11_3"],
        "undertyper": ["bekymringsgrundlag"],
        "dage": 28,
        "dage_foer": 28,
    },
    "V6": {"undertyper": ["netvaerkscirkel"], **ALL},
    "V7": {"undertyper": None, **ALL},
    "V8": {"kun_under_bfu": False},
    "V9": {"dage": 14, "uden_tilbud": ["efterskole"]},
    "V10": {"former": ["moede", "telefon"], "dage": 45, "uden_tilbud": ["efterskole", "friplads"]},
    "V12": {**MONTHS_3, "led": "senere"},
    **{id_: {"maaneder": 3} for id_ in ("V11", "V14", "V15", "V16")},
    "V13": {"maaneder": 6},
    "V17": {"type": "sparring", "undertyper": None},
    "H1": {"fra_dato": date(2015, 1, 1)},
    "H2": {"fra_dato": None},
    "H3": {"dage": 28},
    **{id_: {"maaneder": 4} for id_ in ("H4", "H14")},
    "H6": {"undertyper": ["genogram"], **ALL},
    "H7": {"dage": 56},
    "H8": {"maaneder": 12},
    "H9": {"paragraffer": ["48", "50", "5"], "fra_dato": None},
    "H10": {"maaneder": 4, "fra_dato": None},
    "H13": ALL,
    **dict.fromkeys(("B1", "B4", "B15"), LAW),
    "B2": {"arbejdsdage": 6, **LAW},
    **{id_: {"dage": 28, **LAW} for id_ in ("B3", "B6")},
    "B5": {"paragraffer": ["137", "155a"], "dage": 28, **LAW},
    "B7": {"type": "afdaekning", **LAW},
    **{id_: {"maaneder": 4, **LAW} for id_ in ("B8", "B9")},
    "B10": {"paragraffer": ["5"], **LAW},
    "B11": {
        "kategorier": ["forebyggende_52", "aflastning"],
        "paragraf": None,
        "kun_paakraevet": True,
        "maaneder": 3,
        **LAW,
    },
    "B12": {"kategorier": ["anbringelse"], "paragraf": "46", "kun_paakraevet": False, "maaneder": 3, **LAW},
    "B13": {"paragraf": "47", **LAW},
    "B14": {"maaneder": 3, **LAW},
    "B16": {
        "kategorier": ["forebyggende_52", "aflastning", "anbringelse"],
        "hoejst_maaneder": None,
        "foerste_maaneder": 3,
        "led": "senere",
        **ALL,
        **LAW,
    },
    "B17": {"maaneder": 12, "besoeg": 2},
    "B18": {"under_alder": 18},
}

REFERENCES = {
    "S12": [25, 13],
    "H1": [None, 88],
    "H4": [18.75],
    "H5": [62.5],
    "H9": [61],
    "H10": [73],
    "B1": [88],
    "B8": [73],
    "B10": [61],
}


@pytest.fixture(params=sorted(PERIODS))
def plan(request: pytest.FixtureRequest) -> Plan:
    """Each of the plans."""
    return read_plan(request.param)


def _target(indikator: Indicator) -> str:
    if indikator.maaltype == "baseline":
        assert indikator.baseline == "2019-03"
        return f"baseline {indikator.retning}"
    if indikator.maaltype == "milepaele":
        (milestone,) = indikator.milepaele
        return f"{milestone.dato:%Y-%m}:{milestone.procent:g}"
    return "ingen"


def _row(indikator: Indicator) -> str:
    row = f"{indikator.id} {indikator.art} {indikator.vaerditype} {_target(indikator)}"
    if indikator.kilde != "tilsyn":
        return row
    assert row == f"{indikator.id} haendelse andel ingen"
    assert indikator.beregning.parametre == {"maalepunkt": indikator.id}
    return f"{indikator.id} tilsyn"


def test_a_plan_runs_for_its_document_s_time(plan):
    """The first and last day, and the first month made up: Roskilde's baseline needs the year before."""
    assert (plan.start_dato, plan.slut_dato, plan.foerste_periode) == PERIODS[plan.plan_id]


def test_every_measure_is_of_its_kind_and_has_its_target(plan):
    """No percent is made up: 100 where the document says all or always, else a baseline or nothing."""
    expected = [row.strip() for line in MEASURES[plan.plan_id].split("\n") for row in line.split("|")]
    assert [_row(indikator) for indikator in plan.indikatorer] == [row for row in expected if row]


def test_the_numbers_in_the_rules_are_the_documents(plan):
    """Days, months, ages and codes stand in the plan files alone."""
    for indikator in plan.indikatorer:
        if indikator.kilde != "tilsyn":
            assert indikator.beregning.parametre == PARAMETERS.get(indikator.id, {}), indikator.id


def test_published_figures_stand_beside_what_they_are_about(plan):
    """Each with its source and caveat, and no others."""
    found = {i.id: [r.vaerdi for r in i.referencer] for i in plan.indikatorer if i.referencer}
    ids = {indikator.id for indikator in plan.indikatorer}
    assert found == {id_: values for id_, values in REFERENCES.items() if id_ in ids}


def test_what_the_document_leaves_open_is_told(plan):
    """A measure without a target is named among what is not fixed, but one that only shows another's."""
    told = {entry.indikator for entry in plan.ikke_fastsat}
    beside_another = {"R11", "V2"}
    untold = {i.id for i in plan.indikatorer if i.maaltype == "ingen"} - told - beside_another
    assert untold == set()


def test_no_document_but_slagelse_names_tracks(plan):
    """The committee's tracks are Slagelse's own."""
    assert plan.spor == ()


def test_ids_are_unique_across_plans():
    """A case review answer without a plan belongs to every plan that has its point, so ids carry a letter."""
    ids = [i.id for name in (*PERIODS, "slagelse_2021_2023") for i in read_plan(name).indikatorer]
    assert len(ids) == len(set(ids))


def test_the_law_s_uncertain_sections_are_marked():
    """What was recalled and not read is to be confirmed, and says so."""
    plan = read_plan("barnets_lov_2024")
    marked = {i.id for i in plan.indikatorer if "skal bekræftes" in i.lovgrundlag}
    assert marked == {"B1", "B2", "B3", "B7", "B19", "B20"}
