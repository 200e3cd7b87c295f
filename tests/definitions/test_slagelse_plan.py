"""What the plan file of Slagelse 2021-2023 says beside its milestones."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.definitions.plans import read_plan


def names(text: str) -> set[str]:
    return set(text.split())


# The contract's kinds and main sources, and where the plan itself says case review.
FRIST = names("4.1 4.2 4.3 4.4 4.5 5.1 5.2 5.4 6.8 7.4 7.6")
BEHOLDNING = names("4.8 7.5 7.11 7.12")
KADENCE = names("7.7")
TILSYN = names("1.1 1.2 2.1 5.9 5.10 6.5 6.6 6.7 6.9 6.10 6.12 7.9 7.10 7.14 7.15 7.16 7.17")
TILSYN_LEADS = TILSYN | names("3.1 3.2 3.3 6.1 6.2 6.3 6.4 7.1 7.2 7.3 7.5 7.6 7.8")
SOURCES = {**dict.fromkeys(TILSYN, "tilsyn"), "4.3": "sofus", "1.3": "spoergeskema", "3.4": "spoergeskema"}


def test_kinds_and_sources_of_slagelse_are_the_contracts():
    """Deadline, event, stock or cadence, and the main source, as the contract's table says."""
    for i in read_plan("slagelse_2021_2023").indikatorer:
        kinds = {"frist": FRIST, "beholdning": BEHOLDNING, "kadence": KADENCE}
        kind = next((name for name, ids in kinds.items() if i.id in ids), "haendelse")
        outcome = (i.id, kind, SOURCES.get(i.id, "dubu"), i.id in TILSYN_LEADS)
        assert (i.id, i.art, i.kilde, i.tilsyn_foerer) == outcome


PARAMETERS = {
    **{i: {"maalepunkt": i} for i in TILSYN},
    "1.3": {"spoergsmaal": "tydelig_ledelse", "mindste_score": 4},
    "3.4": {"spoergsmaal": "loeft", "mindste_score": 4},
    "3.1": {"paragraffer": ["48", "50", "5"], "fra_dato": None},
    "3.2": {"mindste_alder": 8},
    "3.3": {"under_alder": None},
    "3.5": {"maaneder": 6, "paragraffer": ["48", "50", "5"]},
    "3.6": {"undertyper": ["familieraadslagning"], "type": None},
    "4.1": {"leverandoer_type": "privat", "maaneder": 6},
    "4.2": {"leverandoer_type": "familiehus", "maaneder": 6},
    "4.3": {"dage": 28},
    "4.4": {"maaneder": 6},
    "4.5": {"maaneder": 6},
    "5.1": {"dage": 14, "fra_dato": date(2020, 10, 1)},
    **{i: {"dage": 28, "fra_dato": date(2020, 10, 1)} for i in ("5.2", "5.3", "5.6")},
    **{i: {"fra_dato": date(2020, 10, 1)} for i in ("5.4", "5.5", "5.7", "5.8")},
    "6.2": {"undertyper": ["netvaerksmoede"], "under_alder": None},
    "6.4": {"mindst": 1, "hoejst": 2},
    "6.8": {"maaneder": 4, "fra_dato": None},
    "6.11": {"kun_under_bfu": True},
    "7.2": {"mindst": 3, "hoejst": 5},
    **{i: {"dage": 28} for i in ("7.4", "7.6")},
    "7.7": {
        "kategorier": ["forebyggende_52", "aflastning", "anbringelse"],
        "former": ["moede"],
        "hoejst_maaneder": 6,
        "foerste_maaneder": 3,
        "led": "alle",
    },
    "7.8": {"dage": 14},
    "7.11": {"maaneder": 12, "besoeg": 2},
    "7.12": {"hoejst_maaneder": 6, "foerste_maaneder": 3},
}


def test_the_numbers_in_the_rules_of_slagelse_are_the_contracts():
    """Days, months, ages and scores stand in the plan file alone; these are the contract's."""
    for i in read_plan("slagelse_2021_2023").indikatorer:
        assert i.beregning.parametre == PARAMETERS.get(i.id, {}), i.id


# The contract's (a) marks; what the plan or law leaves open and we decided.
ASSUMED = names("1.3 3.1 3.4 3.5 4.3 4.5 5.1 5.2 5.3 5.4 5.5 5.6 5.7 6.8 7.4 7.6 7.8")


def test_assumptions_of_slagelse_are_said():
    """Every rule the contract marks (a) is said in words where it holds."""
    without = {i.id for i in read_plan("slagelse_2021_2023").indikatorer if not i.antagelse}
    assert not without & ASSUMED


# The value of every measure that is no share | what it is counted or measured in.
VALUES = {
    "3.6": ("antal", None),
    "4.6": ("gennemsnit", "dage"),
    "4.8": ("fordeling", None),
    "5.8": ("median", "dage"),
    "7.13": ("antal", None),
}


def test_the_values_of_slagelse_are_the_contracts():
    """Shares, but for two counts, a mean and a median of days, and the spread of the caseload."""
    plan = read_plan("slagelse_2021_2023")
    found = {i.id: (i.vaerditype, i.vaerdienhed) for i in plan.indikatorer}
    assert {name: v for name, v in found.items() if v[0] != "andel"} == VALUES
    assert {i.id for i in plan.indikatorer if i.retning == "faldende"} == names("4.6 4.8 5.8 7.13")
    categories = plan.indicator("4.8").kategorier
    assert list(categories or {}) == ["1-14", "15-19", "20-25", "26-30", "over 30"]


GROUPS = {
    **{f"5.{number}": names("ny genvurdering") for number in range(1, 9)},
    **dict.fromkeys(("4.5", "4.6"), names("privat familiehus kommunal ukendt")),
    "6.8": names("ny efterslaeb"),
    "7.7": names("forebyggende_52 aflastning anbringelse"),
}


def test_the_groups_of_slagelse_are_the_contracts():
    """New cases and old, suppliers, backlog, kinds of measure: each code has a name."""
    plan = read_plan("slagelse_2021_2023")
    assert {i.id: set(i.grupper.navne) for i in plan.indikatorer if i.grupper} == GROUPS


def test_the_plans_own_length_of_early_help_is_a_reference():
    """The words "gns. ca. 6 måneder" stand beside the mean as half a year, said to be our conversion."""
    plan = read_plan("slagelse_2021_2023")
    (fundet,) = plan.indicator("4.6").referencer
    assert (fundet.vaerdi, fundet.dato) == (183, date(2021, 1, 1))
    assert "omregning" in fundet.forbehold


def test_the_barometer_stands_beside_what_it_measured():
    """Børnesagsbarometret 2021: the talk, the 24 hours and the BFU in time, each with its caveat."""
    plan = read_plan("slagelse_2021_2023")
    found = {i.id: [r.vaerdi for r in i.referencer] for i in plan.indikatorer if i.referencer}
    assert found == {"3.1": [61], "4.6": [183], "5.4": [88], "6.8": [73]}
    barometer = [r for id_ in ("3.1", "5.4", "6.8") for r in plan.indicator(id_).referencer]
    assert all("intet" in r.forbehold and "Ankestyrelsen" in r.kilde for r in barometer)


def test_slagelse_is_computed_from_the_quarter_before_its_first_year():
    """The baseline quarter: October to December 2020."""
    assert read_plan("slagelse_2021_2023").foerste_periode == "2020-10"


@pytest.mark.parametrize("indikator_id", ["7.8", "7.11"])
def test_an_unverified_paragraph_is_marked_for_confirmation(indikator_id: str):
    """§ 148 is recalled, not read: the reader is told."""
    indicator = read_plan("slagelse_2021_2023").indicator(indikator_id)
    assert "§ 148" in indicator.lovgrundlag
    assert "skal bekræftes" in indicator.lovgrundlag


# id | the last day of what the plan says | its words for the time
MOMENTS = (
    ("A1.01", date(2020, 12, 31), "December 2020"),
    ("A1.08", date(2021, 1, 31), "December 2020-Januar 2021"),
    ("A1.10", date(2021, 3, 31), "1. kvartal 2021"),
    ("A1.12", date(2021, 3, 31), "Februar/Marts 2021"),
    ("A1.16", None, "Md år"),
    ("A2.06", date(2022, 12, 31), "December 2022"),
    ("A2.10", None, "Første gang Md ÅR"),
    ("A3.02", date(2021, 12, 31), "4. kvartal 2021"),
    ("A3.06", None, None),
    ("A4.02", date(2021, 2, 28), "Januar og Februar 2021"),
    ("A5.02", date(2021, 10, 31), "Oktober 2021"),
    ("A7.02", date(2021, 8, 31), "August 2021"),
)


@pytest.mark.parametrize(("aktivitet_id", "frist", "word"), MOMENTS, ids=[r[0] for r in MOMENTS])
def test_activities_of_slagelse_are_due_when_the_document_says(
    aktivitet_id: str, frist: date | None, word: str | None
):
    """A span of months is due at its end; "Md år" fixes no date."""
    (activity,) = (a for a in read_plan("slagelse_2021_2023").aktiviteter if a.id == aktivitet_id)
    assert (activity.frist, activity.planens_tidspunkt) == (frist, word)


# What goes on or comes again | how often | from | the plan's words
GENTAGNE = (
    ("A1.11", None, "2021-K2", "2. kvartal 2021 og fremefter"),
    ("A1.23", "maaned", "2021-02", "1 gang månedligt"),
    ("A1.28", "maaned", "2021-03", "Efter de månedsvise ledelsestilsyn"),
    ("A1.29", "halvaar", "2021-H1", "Efter hvert kvartal/halvår"),
    ("A1.40", "kvartal", "2021-K1", "Kvartalsvis i marts, juni, september og december"),
    ("A3.13", "kvartal", "2021-K1", "Hvert kvartal"),
    ("A5.09", "maaned", "2021-03", "Hver måned"),
    ("A6.09", "kvartal", "2021-K1", "Hvert kvartal"),
    ("A7.22", "kvartal", "2021-K1", "Hvert kvartal"),
    ("A7.23", "kvartal", "2021-K1", "Hvert kvartal"),
)


def test_what_slagelse_does_again_and_again_is_not_done_once():
    """Words like "og fremefter", "1 gang månedligt", "hvert kvartal" are no single deadline."""
    found = {
        (a.id, a.gentages, a.gentages_fra or a.loebende_fra, a.planens_tidspunkt)
        for a in read_plan("slagelse_2021_2023").aktiviteter
        if a.gentages or a.loebende_fra
    }
    assert found == set(GENTAGNE)


LOEFTER = (
    "Feedback Informed Treatment (FIT)",
    "første måling er uge 9",
    "At ledelsestilsynskonceptet er klart beskrevet",
    "makkerpar",
    "netværkskort og genogrammer",
    "fælles metodisk samtaleredskab",
    "private og professionelle netværk afdækkes",
    "anbefalet niveau",
    "altid 2 rådgivere med til netværksmøderne",
    "Handleplan udarbejdes sammen med barnet/den unge og forældre",
    "Juridisk undervisning",
)


@pytest.mark.parametrize("loefte", LOEFTER)
def test_what_the_document_promises_to_do_is_an_activity(loefte: str):
    """Read in the document's columns of activities, milestones and goals; each stands once."""
    found = [a.id for a in read_plan("slagelse_2021_2023").aktiviteter if loefte in a.titel]
    assert len(found) == 1


def test_every_udviklingspunkt_of_slagelse_has_indicators_and_activities():
    """All seven are followed, by measures and by what the plan promises to do."""
    plan = read_plan("slagelse_2021_2023")
    all_ = {u.nr for u in plan.udviklingspunkter}
    assert all_ == {1, 2, 3, 4, 5, 6, 7}
    assert {i.udviklingspunkt for i in plan.indikatorer} == all_
    assert {a.udviklingspunkt for a in plan.aktiviteter} == all_


def test_what_slagelse_leaves_open_is_said_and_has_no_milestone():
    """A measure without milestones says why, and 4.5 that the plan gives it no date."""
    plan = read_plan("slagelse_2021_2023")
    opened = {f.indikator for f in plan.ikke_fastsat if f.indikator}
    without = {i.id for i in plan.indikatorer if i.maaltype == "ingen"}
    lovens = names("3.5 5.8 7.11 7.12")  # the plan does not mention these; they stand beside what it does
    assert opened == without - lovens | {"4.5"}
    assert {f.aktivitet for f in plan.ikke_fastsat if f.aktivitet} == names("A1.27 A3.06 A4.07 A6.03 A6.10")


def test_slagelse_reports_to_the_committee_each_quarter_on_four_tracks():
    """March, June, September and December; each of the four tracks has something that shows how it goes."""
    plan = read_plan("slagelse_2021_2023")
    (udvalg,) = (a for a in plan.anvendelser if "udvalg" in a.modtager)
    assert udvalg.hyppighed == "Hvert kvartal, i marts, juni, september og december"
    assert [(s.nr, s.hele_planen) for s in plan.spor] == [(1, True), (2, False), (3, False), (4, False)]
    assert all(s.aktiviteter for s in plan.spor if not s.hele_planen)
    assert "4.8" in plan.spor[2].indikatorer
