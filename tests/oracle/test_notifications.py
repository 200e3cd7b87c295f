"""Hand-drawn notifications, and where an investigation they led to starts."""

from __future__ import annotations

from typing import Any

import pytest

from tests.oracle.drawn import course, d, municipality


@pytest.mark.parametrize(
    ("received", "assessed", "expected"),
    [
        ("2021-02-28T10:00", "2021-03-01T10:00:00", ("opfyldt", None)),
        ("2021-02-28T10:00", "2021-03-01T10:00:01", ("ikke_opfyldt", "for_sent")),
        ("2021-02-28T10:00", "2021-02-28T09:59", ("ikke_opfyldt", "mangler")),
        ("2021-02-28", "2021-03-01T23:59", ("opfyldt", None)),
        ("2021-02-28T10:00", "2021-03-01", ("opfyldt", None)),
        ("2021-02-28T10:00", "2021-03-02", ("ikke_opfyldt", "for_sent")),
        ("2021-02-28T00:00", "2021-02-28", ("opfyldt", None)),
    ],
)
def test_24_hours_by_the_clock_where_both_are_known_else_by_date(
    received: str, assessed: str, expected: Any
) -> None:
    """5.4: F is the day after either way."""
    u = {"underretning_id": "U", "underretter_type": "privat", "modtaget_tidspunkt": received}
    o = municipality(underretninger=[u | {"vurderet_24t_tidspunkt": assessed}])
    march = [r for r in o.raekke if r["indikator_id"] == "5.4" and r["periode"] == "2021-03"]
    assert [(r["udfald"], r["aarsag"]) for r in march] == [expected]
    assert [r["frist_dato"] for r in march] == [d("2021-03-01")]


def test_a_withheld_hearing_is_excused_and_an_answer_may_come_late() -> None:
    """5.1: undladt is undtaget, never afventer, unless it was held in time; 5.3 asks whether, not when."""
    u = {"underretning_id": "U", "underretter_type": "fagperson", "modtaget_tidspunkt": "2021-03-30"}
    withheld = u | {"partshoering_undladt": True}
    assert course(municipality(underretninger=[withheld]), "5.1") == {"2021-04": "undtaget"}
    held = withheld | {"partshoering_dato": "2021-04-13"}
    assert course(municipality(underretninger=[held]), "5.1") == {"2021-04": "opfyldt"}
    assert municipality(underretninger=[withheld]).fristliste[0]["indikator_id"] != "5.1"
    for told, expected in (
        ("2021-03-29", "ikke_opfyldt"),
        ("2021-03-30", "opfyldt"),
        ("2022-12-31", "opfyldt"),
        ("2023-01-01", "ikke_opfyldt"),
    ):
        o = municipality(underretninger=[u | {"tilbagemelding_dato": told}])
        assert course(o, "5.3") == {"2021-04": expected}
    assert course(municipality(underretninger=[u]), "5.3", "frist_dato") == {"2021-04": None}


def test_the_group_of_a_notification() -> None:
    """`genvurdering` when it says so or the case was opened before that day; else `ny`, never unknown."""
    u = {"underretning_id": "U", "underretter_type": "privat", "modtaget_tidspunkt": "2021-03-30T08:00"}
    for opened, own, expected in (
        ("2021-03-29", None, "genvurdering"),
        ("2021-03-30", None, "ny"),
        ("2021-03-30", True, "genvurdering"),
    ):
        o = municipality(sager=[{"oprettet_dato": opened}], underretninger=[u | {"genvurdering": own}])
        assert set(course(o, "5.5", "gruppe").values()) == {expected}
        assert {g["gruppe"] for g in o.gruppe if g["indikator_id"] == "5.5"} == {expected}
    alone = municipality(underretninger=[u | {"sag_id": None}])
    assert set(course(alone, "5.5", "gruppe").values()) == {"ny"}
    assert {r["team_id"] for r in alone.raekke} == {"UKENDT"}


def test_where_an_investigation_starts() -> None:
    """6.8: at opmaerksom_dato, else the latest notification that led to it, else startet_dato."""
    u = {"underretter_type": "privat", "faglig_vurdering_udfald": "paragraf_50"}
    first = u | {"underretning_id": "U1", "modtaget_tidspunkt": "2021-01-31T10:00"}
    second = u | {"underretning_id": "U2", "modtaget_tidspunkt": "2021-01-31T10:00"}
    bfu = {"bfu_id": "B", "startet_dato": "2021-05-31"}
    for notes, opmaerksom, expected in (
        ([], None, "2021-05-31"),
        ([first | {"faglig_vurdering_dato": "2021-02-10"}], None, "2021-02-10"),
        ([first | {"faglig_vurdering_dato": "2021-02-10"}], "2021-05-01", "2021-05-01"),
        ([first | {"faglig_vurdering_dato": "2021-06-01"}], None, "2021-05-31"),
        ([first], None, "2021-05-31"),
        (
            [
                first | {"faglig_vurdering_dato": "2021-02-10"},
                second | {"faglig_vurdering_dato": "2021-02-09"},
            ],
            None,
            "2021-02-09",
        ),
        (
            [first | {"modtaget_tidspunkt": "2021-01-30", "faglig_vurdering_dato": "2021-02-10"}],
            None,
            "2021-05-31",
        ),
    ):
        o = municipality(undersoegelser=[bfu | {"opmaerksom_dato": opmaerksom}], underretninger=notes)
        assert set(course(o, "6.8", "startdato").values()) == {d(expected)}
