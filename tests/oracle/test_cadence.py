"""The chain of deadlines, drawn link by link."""

from __future__ import annotations

from typing import Any

import pytest

from tests.oracle.cadence import Base
from tests.oracle.days import add_days
from tests.oracle.drawn import course, d, municipality
from tests.oracle.periods import months
from tests.oracle.register import Holder, Register

INDSATS = {
    "indsats_id": "I",
    "kategori": "aflastning",
    "start_dato": "2021-01-31",
    "opfoelgning_maaneder": 4,
}


def meetings(*days: str, **more: Any) -> list[dict[str, Any]]:
    """Meetings of the case on these days."""
    return [{"opfoelgning_id": day, "dato": day, "form": "moede"} | more for day in days]


def links(*days: str, period: str = "2022-12", indsats: Any = (), sag: Any = ()) -> list[tuple[Any, ...]]:
    """7.7's rows as month, anchor, outcome, reason and the first follow-up."""
    o = municipality(
        indicators=["7.7"],
        indsatser=[INDSATS | dict(indsats)],
        opfoelgninger=meetings(*days),
        sager=[dict(sag)],
        period=period,
    )
    return [
        (r["periode"][2:], r["enhed_id"][-5:], r["udfald"], r["aarsag"], str(r["haendelsesdato"] or "-")[-5:])
        for r in sorted(o.raekke, key=lambda r: (r["periode"], r["startdato"]))
    ]


def test_frequent_meetings_make_no_extra_links_and_one_silence_is_one_breach() -> None:
    """F1 = 30 April (3 months); kept, the anchor moves to the last meeting by F; breached, to the next.

    Whatever has been kept so far, the base waits for one meeting at each month's end.
    """
    days = ("2021-02-10", "2021-03-10", "2021-10-15", "2021-10-20")
    assert links(*days, period="2022-03") == [
        ("21-01", "01-31", "afventer", None, "-"),
        ("21-02", "02-10", "afventer", None, "-"),
        ("21-03", "03-10", "afventer", None, "-"),
        ("21-04", "01-31", "opfyldt", None, "02-10"),
        ("21-04", "03-10", "afventer", None, "-"),
        ("21-05", "03-10", "afventer", None, "-"),
        ("21-06", "03-10", "afventer", None, "-"),
        ("21-07", "03-10", "ikke_opfyldt", "mangler", "-"),
        *((month, "10-20", "afventer", None, "-") for month in ("21-10", "21-11", "21-12", "22-01")),
        ("22-02", "10-15", "opfyldt", None, "10-20"),
        ("22-02", "10-20", "ikke_opfyldt", "mangler", "-"),
    ]


def test_a_breach_ended_within_its_month_is_too_late() -> None:
    """'aarsag for_sent when that day is after Fk', and the day is known by opgjort_pr; else mangler."""
    assert ("21-04", "01-31", "ikke_opfyldt", "mangler", "-") in links("2021-05-01", period="2021-05")
    start = {"start_dato": "2021-01-15"}
    april = ("21-04", "01-15", "ikke_opfyldt", "for_sent", "04-30")
    assert april in links("2021-04-30", indsats=start, period="2021-05")


@pytest.mark.parametrize(
    ("indsats", "sag", "judged"),
    [
        ({"slut_dato": "2021-04-30"}, {}, False),
        ({"slut_dato": "2021-05-01"}, {}, True),
        ({"bortfaldet_dato": "2021-04-30"}, {}, False),
        ({}, {"lukket_dato": "2021-04-30"}, False),
        ({}, {"lukket_dato": "2021-05-01"}, True),
    ],
)
def test_a_link_exists_when_its_base_is_in_force_on_its_day(indsats: Any, sag: Any, judged: bool) -> None:
    """'no end, or an end after Fk'; one that does not ends the chain."""
    found = links(indsats=indsats, sag=sag, period="2021-12")
    assert (("21-04", "01-31", "ikke_opfyldt", "mangler", "-") in found) == judged
    assert [row[0] for row in found if row[2] == "afventer"] == ["21-01", "21-02", "21-03"]


def test_whose_follow_ups_a_measure_has() -> None:
    """Those that name it whichever case they carry; those of its case without a measure while it runs."""
    other = {"sag_id": "T"}
    row = INDSATS | {"slut_dato": "2021-09-01"}
    cases: list[tuple[dict[str, Any], bool]] = [
        ({"indsats_id": "I", **other}, True),
        ({}, True),
        (other, False),
        ({"form": "udeblevet"}, False),
        ({"form": "besoeg"}, False),
    ]
    for more, own in cases:
        o = municipality(
            indicators=["7.7"],
            sager=[{}, other],
            indsatser=[row],
            opfoelgninger=meetings("2021-04-30", **more),
            period="2021-04",
        )
        first = [
            r["udfald"] for r in o.raekke if r["periode"] == "2021-04" and r["startdato"] == d("2021-01-31")
        ]
        assert first == ["opfyldt" if own else "ikke_opfyldt"], more


def test_7_12_is_a_jour_until_its_due() -> None:
    """On the due day itself it is too late; before the first meeting it is afventer."""
    o = municipality(
        indicators=["7.12", "7.7"],
        indsatser=[INDSATS],
        opfoelgninger=meetings("2021-05-31"),
        period="2021-10",
    )
    assert course(o, "7.12") == {
        "2021-01": "afventer",
        "2021-02": "afventer",
        "2021-03": "afventer",
        "2021-04": "ikke_opfyldt",
        "2021-05": "opfyldt",
        "2021-06": "opfyldt",
        "2021-07": "opfyldt",
        "2021-08": "opfyldt",
        "2021-09": "ikke_opfyldt",
        "2021-10": "ikke_opfyldt",
    }
    due = course(o, "7.12", "frist_dato")
    assert (due["2021-01"], due["2021-05"]) == (d("2021-04-30"), d("2021-09-30"))
    assert [(f["indikator_id"], f["enhed_id"], f["tilstand"], f["dage"]) for f in o.fristliste] == [
        ("7.7", "I", "overskredet", 31)
    ]
    assert o.fristliste[0]["startdato"] == d("2021-05-31")


@pytest.mark.parametrize(
    ("which", "numbers", "listed"),
    [("alle", [1, 2], 1), ("foerste", [1], 0), ("senere", [2], 1)],
)
def test_which_links_count(which: str, numbers: list[int], listed: int) -> None:
    """'which links count (`foerste`, `senere`, `alle`)', in days too, and for a caseworker without a case."""
    base = Base(
        "R",
        None,
        d("2021-01-01"),
        None,
        lambda day: add_days(day, 14),
        lambda day: add_days(day, 42),
        (d("2021-01-01"), d("2021-01-15"), d("2021-01-16")),
        which,
        holder=Holder("A", "R"),
    )
    register = Register({}, d("2021-03-31"))
    judged = [
        j for month in months("2021-01", "2021-03", d("2021-03-31")) for j in base.in_month(register, month)
    ]
    ids = {1: "R@2021-01-01", 2: "R@2021-01-15"}
    assert [j.enhed_id for j in judged if j.verdict.udfald == "opfyldt"] == [ids[n] for n in numbers]
    assert len(list(base.listed(register, d("2021-03-31")))) == listed
