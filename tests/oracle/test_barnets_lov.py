"""Hand-drawn cases of today's law."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.oracle import barnets_lov
from tests.oracle.drawn import course, d, note, of_plan
from tests.oracle.working_days import easter, is_holiday, working_days_after


@pytest.mark.parametrize(
    ("received", "deadline"),
    [
        # Easter 2024: Thursday, Friday and Monday are holidays.
        ("2024-03-27", "2024-04-09"),
        # Grundlovsdag and the former store bededag (26 April 2024) are working days.
        ("2024-06-03", "2024-06-11"),
        ("2024-04-25", "2024-05-03"),
        # 24 and 31 December are working days, 25 and 26 December and 1 January are not.
        ("2024-12-20", "2025-01-02"),
        ("2024-06-08", "2024-06-17"),
    ],
)
def test_the_sixth_working_day(received: str, deadline: str) -> None:
    """B2's deadline, counted on the calendar by hand."""
    assert working_days_after(d(received), 6) == d(deadline)


def test_moving_holidays() -> None:
    """Easter Sundays as printed, and the days that hang on them."""
    printed = {2015: "04-05", 2019: "04-21", 2021: "04-04", 2024: "03-31", 2025: "04-20", 2026: "04-05"}
    for year, day in printed.items():
        assert easter(year) == d(f"{year}-{day}")
    assert is_holiday(date(2024, 5, 9))
    assert is_holiday(date(2024, 5, 20))
    assert is_holiday(date(2023, 5, 5))
    assert not is_holiday(date(2024, 4, 26))


def test_the_first_follow_up_is_due_when_a_parallel_investigation_ends() -> None:
    """B14: three months, or the first end after the begin of what was under way that day."""
    i = {"indsats_id": "I", "kategori": "aflastning", "start_dato": "2024-03-01"}
    for bfu, expected in (
        ({"startet_dato": "2024-02-01", "afsluttet_dato": "2024-04-10"}, "2024-04-10"),
        (
            {"startet_dato": "2024-02-01", "afsluttet_dato": "2024-04-10", "afslutning": "afbrudt"},
            "2024-06-01",
        ),
        ({"startet_dato": "2024-02-01", "afsluttet_dato": "2024-03-01"}, "2024-06-01"),
        ({"startet_dato": "2024-03-02", "afsluttet_dato": "2024-04-10"}, "2024-06-01"),
        ({"startet_dato": "2024-02-01", "afsluttet_dato": "2024-09-10"}, "2024-06-01"),
    ):
        o = of_plan(
            barnets_lov.PLAN_ID, "B14", "2024-12", indsatser=[i], undersoegelser=[{"bfu_id": "B"} | bfu]
        )
        assert set(course(o, "B14", "frist_dato").values()) == {d(expected)}


def test_a_preliminary_assessment_where_the_investigation_is_late() -> None:
    """B9: only what was not ended by F; made by then, later, or not at all."""
    bfu = {"bfu_id": "B", "startet_dato": "2024-01-31"}
    for end, made, expected in (
        ("2024-05-31", None, {}),
        ("2024-06-01", None, {"2024-05": "mangler"}),
        (None, "2024-05-31", {"2024-05": None}),
        (None, "2024-06-01", {"2024-05": "mangler"}),
        (None, "2024-01-30", {"2024-05": "mangler"}),
    ):
        a = (
            []
            if made is None
            else [
                {"aktivitet_id": "1", "dato": made, "type": "vurdering", "undertype": "foreloebig_vurdering"}
            ]
        )
        o = of_plan(
            barnets_lov.PLAN_ID,
            "B9",
            "2024-12",
            undersoegelser=[bfu | {"afsluttet_dato": end}],
            aktiviteter=a,
        )
        assert course(o, "B9", "aarsag") == expected


def test_a_screening_without_its_extract_says_nothing() -> None:
    """B6: a missing afdaekninger is nothing to measure; an empty one is nobody screened."""
    u = note(modtaget_tidspunkt="2024-03-04T10:00")
    assert of_plan(barnets_lov.PLAN_ID, "B6", "2024-06", underretninger=[u]).raekke == []
    empty = of_plan(barnets_lov.PLAN_ID, "B6", "2024-06", underretninger=[u], afdaekninger=[])
    assert course(empty, "B6") == {"2024-03": "afventer", "2024-04": "ikke_opfyldt"}


def test_a_plan_before_or_after_the_placement_by_its_paragraph() -> None:
    """B12 gives § 46 three months, B13 § 47 none; an ungeplan counts in both."""
    i = {"indsats_id": "I", "kategori": "anbringelse", "afgoerelse_dato": "2024-03-15"}
    plan = {"handleplan_id": "H", "type": "ungeplan", "oprettet_dato": "2024-06-15"}
    for paragraf, late, at_once in (("§ 46, stk. 1", "opfyldt", None), (" §47", None, "ikke_opfyldt")):
        rows = [i | {"paragraf": paragraf}]
        drawn: dict[str, Any] = {"indsatser": rows, "handleplaner": [plan]}
        assert course(of_plan(barnets_lov.PLAN_ID, "B12", "2024-12", **drawn), "B12").get("2024-06") == late
        assert (
            course(of_plan(barnets_lov.PLAN_ID, "B13", "2024-12", **drawn), "B13").get("2024-03") == at_once
        )
