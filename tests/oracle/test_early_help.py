"""Hand-drawn early help: how it ends, how long it lasts, what follows."""

from __future__ import annotations

from typing import Any

import pytest

from tests.oracle.drawn import cell, course, d, municipality

EARLY = {"indsats_id": "I", "kategori": "forebyggende_11_3", "leverandoer_type": "privat"}


@pytest.mark.parametrize(
    ("indsats", "bfu", "in_4_1", "in_4_5", "in_4_4"),
    [
        # A BFU within the measure: 4.1 has come to its end in time, 4.5's deed is not done at all.
        ({"slut_dato": "2021-05-01"}, "2021-05-01", "opfyldt", "indhold", "ikke_opfyldt"),
        # A BFU after the measure's end is 4.4's alone.
        ({"slut_dato": "2021-05-01"}, "2021-05-02", "opfyldt", None, "ikke_opfyldt"),
        # On the start day: in no window.
        ({"slut_dato": "2021-05-01"}, "2021-02-28", "opfyldt", None, "opfyldt"),
        # On the last day of 4.4's window (1 May + 6 months), and the day after.
        ({"slut_dato": "2021-05-01"}, "2021-11-01", "opfyldt", None, "ikke_opfyldt"),
        ({"slut_dato": "2021-05-01"}, "2021-11-02", "opfyldt", None, "opfyldt"),
        # 28 Feb + 6 months = 28 Aug.
        ({}, "2021-08-28", "opfyldt", "mangler", None),
        ({}, "2021-08-29", "ikke_opfyldt", "mangler", None),
        ({"slut_dato": "2021-08-28"}, None, "opfyldt", None, "opfyldt"),
        ({"slut_dato": "2021-08-29"}, None, "ikke_opfyldt", "for_sent", "opfyldt"),
        ({"bortfaldet_dato": "2021-08-28"}, None, "undtaget", None, None),
        # A measure that began before the family moved in counts from the day the case was opened.
        ({"start_dato": "2018-05-01", "slut_dato": "2019-02-01"}, None, None, None, "opfyldt"),
        ({"start_dato": "2018-05-01", "slut_dato": "2018-12-31"}, None, None, None, None),
    ],
)
def test_early_help_and_the_bfu_that_follows(
    indsats: Any, bfu: Any, in_4_1: Any, in_4_5: Any, in_4_4: Any
) -> None:
    """4.1 runs 'frem til lukning eller evt. § 50', 4.5 must close without one, 4.4 have none after."""
    bfus = [] if bfu is None else [{"bfu_id": "B", "startet_dato": bfu}]
    row = EARLY | {"start_dato": "2021-02-28"} | indsats
    o = municipality(indsatser=[row], undersoegelser=bfus)
    assert course(o, "4.1").get("2021-08") == in_4_1
    assert course(o, "4.5", "aarsag").get("2021-08") == in_4_5
    assert course(o, "4.2") == {}
    if row["start_dato"] > "2020":
        final = {u for u in course(o, "4.4").values() if u != "afventer"}
        assert final == (set() if in_4_4 is None else {in_4_4})


def test_how_long_early_help_lasted_and_whether_it_solved_the_matter() -> None:
    """4.6 counts days to the earlier of its end and a BFU; 4.7 asks for the reason at the end."""
    rows = [
        EARLY | {"start_dato": "2021-01-31", "slut_dato": "2021-03-02", "slut_aarsag": "maal_naaet"},
        EARLY | {"indsats_id": "J", "start_dato": "2021-03-01", "leverandoer_type": None},
        EARLY | {"indsats_id": "K", "start_dato": "2021-03-01", "bortfaldet_dato": "2021-03-11"},
        EARLY | {"indsats_id": "L", "start_dato": "2021-02-27", "slut_dato": "2021-03-01"},
    ]
    o = municipality(indsatser=rows, undersoegelser=[{"bfu_id": "B", "startet_dato": "2021-03-11"}])
    days = {r["enhed_id"]: r["vaerdi"] for r in o.raekke if r["indikator_id"] == "4.6"}
    assert days == {"I": 30, "J": 10, "L": 2}
    march = cell(o, "4.6", "maaned", "2021-03")
    # 2, 10 and 30: mean 14, s = sqrt((144 + 16 + 256) / 2) = 14.422, t(0.975, 2) = 4.30265, half 35.827.
    assert (march["naevner"], march["vaerdi"], march["taeller"]) == (3, 14, None)
    assert march["ki_nedre"] == pytest.approx(-21.8267, abs=1e-3)
    assert (march["status"], march["usikker"]) == ("uden_milepael", True)
    groups = {
        g["gruppe"]: g["vaerdi"]
        for g in o.gruppe
        if g["indikator_id"] == "4.6" and g["periodetype"] == "maaned" and g["team_id"] == "ALLE"
    }
    assert groups == {"privat": 16, "ukendt": 10}
    reasons = {r["enhed_id"]: (r["udfald"], r["aarsag"]) for r in o.raekke if r["indikator_id"] == "4.7"}
    assert reasons == {"I": ("opfyldt", None), "L": ("ikke_opfyldt", "mangler")}


def test_4_4_waits_until_its_deadline_whatever_happens() -> None:
    """4.4 is 'decided only at F (until then afventer, also when a BFU has started)'."""
    i = EARLY | {"start_dato": "2021-01-01", "slut_dato": "2021-02-01"}
    o = municipality(indsatser=[i], undersoegelser=[{"bfu_id": "B", "startet_dato": "2021-02-05"}])
    months = [f"2021-{m:02}" for m in range(2, 8)]
    assert course(o, "4.4") == dict.fromkeys(months, "afventer") | {"2021-08": "ikke_opfyldt"}
    assert set(course(o, "4.4", "referencedato").values()) == {d("2021-02-01")}


def test_a_measure_that_became_an_investigation_is_off_the_deadline_list() -> None:
    """4.5's closed measures are left out though the deed was not done; what the BFU owes stays."""
    o = municipality(
        indsatser=[EARLY | {"start_dato": "2021-04-01", "slut_dato": "2021-04-10"}],
        undersoegelser=[{"bfu_id": "B", "startet_dato": "2021-04-05"}],
    )
    assert {f["indikator_id"] for f in o.fristliste} == {"6.8"}
