"""What the plan file of Slagelse 2021-2023 says beside its milestones."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.definitions.plans import laes_plan


def navne(tekst: str) -> set[str]:
    return set(tekst.split())


# The contract's kinds and main sources, and where the plan itself says case review.
FRIST = navne("4.1 4.2 4.3 4.4 4.5 5.1 5.2 5.3 5.4 6.8 7.4 7.6")
BEHOLDNING = navne("7.5 7.7 7.11")
TILSYN = navne("1.1 1.2 2.1 6.5 6.6 6.7 6.9 6.10 7.9 7.10")
TILSYN_FOERER = TILSYN | navne("3.1 3.2 3.3 6.1 6.2 6.3 6.4 7.1 7.2 7.3 7.5 7.6 7.8")
KILDER = {**dict.fromkeys(TILSYN, "tilsyn"), "4.3": "sofus", "1.3": "spoergeskema", "3.4": "spoergeskema"}


def test_kinds_and_sources_of_slagelse_are_the_contracts():
    """Deadline, event or stock, and which register is the main source, as the contract's table says."""
    for i in laes_plan("slagelse_2021_2023").indikatorer:
        art = "frist" if i.id in FRIST else "beholdning" if i.id in BEHOLDNING else "haendelse"
        ventet = (i.id, art, KILDER.get(i.id, "dubu"), i.id in TILSYN_FOERER)
        assert (i.id, i.art, i.kilde, i.tilsyn_foerer) == ventet


PARAMETRE = {
    **{i: {"maalepunkt": i} for i in TILSYN},
    "1.3": {"spoergsmaal": "tydelig_ledelse", "mindste_score": 4},
    "3.4": {"spoergsmaal": "loeft", "mindste_score": 4},
    "3.2": {"mindste_alder": 8},
    "3.5": {"maaneder": 6},
    "4.1": {"leverandoer_type": "privat", "maaneder": 6},
    "4.2": {"leverandoer_type": "familiehus", "maaneder": 6},
    "4.3": {"dage": 28},
    "4.4": {"maaneder": 6},
    "4.5": {"leverandoer_type": None, "maaneder": 6},
    "5.1": {"dage": 14, "fra_dato": date(2020, 10, 1)},
    **{i: {"dage": 28, "fra_dato": date(2020, 10, 1)} for i in ("5.2", "5.3", "5.6")},
    **{i: {"fra_dato": date(2020, 10, 1)} for i in ("5.4", "5.5", "5.7")},
    "6.4": {"mindst": 1, "hoejst": 2},
    "6.8": {"maaneder": 4},
    "7.2": {"mindst": 3, "hoejst": 5},
    **{i: {"dage": 28} for i in ("7.4", "7.6")},
    "7.7": {"maaneder": 6, "foerste_maaneder": 3},
    "7.8": {"dage": 14},
    "7.11": {"maaneder": 6},
}


def test_the_numbers_in_the_rules_of_slagelse_are_the_contracts():
    """Days, months, ages and scores stand in the plan file alone; these are the contract's."""
    for i in laes_plan("slagelse_2021_2023").indikatorer:
        assert i.beregning.parametre == PARAMETRE.get(i.id, {}), i.id


# The contract's (a) marks; what the plan or law leaves open and we decided.
ANTAGET = navne("1.3 3.1 3.4 3.5 4.3 5.1 5.2 5.3 5.4 5.5 5.6 5.7 7.4 7.6 7.8")


def test_assumptions_of_slagelse_are_said():
    """Every rule the contract marks (a) is said in words where it holds."""
    uden = {i.id for i in laes_plan("slagelse_2021_2023").indikatorer if not i.antagelse}
    assert not uden & ANTAGET


@pytest.mark.parametrize("indikator_id", ["7.8", "7.11"])
def test_an_unverified_paragraph_is_marked_for_confirmation(indikator_id: str):
    """§ 148 is recalled, not read: the reader is told."""
    indikator = laes_plan("slagelse_2021_2023").indikator(indikator_id)
    assert "§ 148" in indikator.lovgrundlag
    assert "skal bekræftes" in indikator.lovgrundlag


# id | the last day of what the plan says | its words for the time
TIDSPUNKTER = (
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


@pytest.mark.parametrize(("aktivitet_id", "frist", "ord_"), TIDSPUNKTER, ids=[r[0] for r in TIDSPUNKTER])
def test_activities_of_slagelse_are_due_when_the_document_says(
    aktivitet_id: str, frist: date | None, ord_: str | None
):
    """A span of months is due at its end; "Md år" fixes no date."""
    (aktivitet,) = (a for a in laes_plan("slagelse_2021_2023").aktiviteter if a.id == aktivitet_id)
    assert (aktivitet.frist, aktivitet.planens_tidspunkt) == (frist, ord_)


def test_every_udviklingspunkt_of_slagelse_has_indicators_and_activities():
    """All seven are followed, by measures and by what the plan promises to do."""
    plan = laes_plan("slagelse_2021_2023")
    alle = {u.nr for u in plan.udviklingspunkter}
    assert alle == {1, 2, 3, 4, 5, 6, 7}
    assert {i.udviklingspunkt for i in plan.indikatorer} == alle
    assert {a.udviklingspunkt for a in plan.aktiviteter} == alle


def test_what_slagelse_leaves_open_is_said_and_has_no_milestone():
    """Nothing the plan leaves open is a number; an indicator without milestones says why."""
    plan = laes_plan("slagelse_2021_2023")
    aabne = {f.indikator for f in plan.ikke_fastsat if f.indikator}
    uden = {i.id for i in plan.indikatorer if i.maaltype == "ingen"}
    assert aabne == uden - {"3.5", "7.11"}, "3.5 and 7.11 are the law's, the plan does not mention them"
    assert "A3.06" in {f.aktivitet for f in plan.ikke_fastsat}


def test_slagelse_reports_to_the_committee_each_quarter_on_four_tracks():
    """March, June, September and December; the committee's four tracks."""
    plan = laes_plan("slagelse_2021_2023")
    assert plan.rapporteringsmaaneder == (3, 6, 9, 12)
    assert [s.nr for s in plan.spor] == [1, 2, 3, 4]
