"""Charts: what stands in the picture, and that it is the same picture every time."""

from __future__ import annotations

import base64
from xml.etree import ElementTree as ET

import pytest

from pipeline.reports.charts import Tegner
from pipeline.reports.charts.trend import BREDDE, HOEJDE
from pipeline.reports.page.pictures import Kurve, Punkt

SVG = "{http://www.w3.org/2000/svg}"


def svg(kurve: Kurve) -> ET.Element:
    with Tegner() as tegner:
        adresse = tegner.tegn(kurve)
    hoved, _, indhold = adresse.partition(",")
    assert hoved == "data:image/svg+xml;base64"
    return ET.fromstring(base64.b64decode(indhold))  # noqa: S314 - our own picture


def kurve(*punkter: tuple[float | None, int, float | None], anden: tuple[float | None, ...] = ()) -> Kurve:
    egne = tuple(Punkt(f"m{i} 21", *punkt) for i, punkt in enumerate(punkter))
    return Kurve(egne, anden or (None,) * len(egne), (Punkt("m9 21", None, 0, 80.0),), "alt")


def tekster(rod: ET.Element) -> list[str]:
    return [t.text or "" for t in rod.iter(f"{SVG}text")]


def streger(rod: ET.Element) -> list[str]:
    return [p.get("style", "") for p in rod.iter(f"{SVG}path")]


def test_every_point_has_its_count_and_a_gap_has_a_dash():
    """The number of units stands under each point; a period without cases shows a dash."""
    fundne = tekster(svg(kurve((20.0, 12, None), (None, 0, None), (40.0, 3, 25.0))))
    assert [t for t in fundne if t in {"12", "–", "3"}] == ["3", "–", "12"]
    assert {"0 %", "50 %", "100 %", "antal"} <= set(fundne)


def test_what_labels_share_is_said_once():
    """Font, colour and alignment stand on the group; a label is its place and its word, escaped."""
    with Tegner() as tegner:
        raa = base64.b64decode(tegner.tegn(kurve((20.0, 12, None))).partition(",")[2]).decode()
    rod = ET.fromstring(raa)  # noqa: S314 - our own picture
    assert {frozenset(t.attrib) for t in rod.iter(f"{SVG}text")} == {frozenset({"x", "y"})}
    assert raa.count("font:") == sum(g.get("style", "").startswith("font:") for g in rod.iter(f"{SVG}g")) > 0
    farlig = Kurve((Punkt("<b>&", 20.0, 9, None),), (None,), (), "alt")
    assert "<b>&" in tekster(svg(farlig))


def test_a_period_without_cases_breaks_the_line():
    """Three points around a gap are two strokes: the line is not drawn through 0 %."""
    hel = svg(kurve((20.0, 12, None), (30.0, 9, None), (40.0, 8, None)))
    brudt = svg(kurve((20.0, 12, None), (30.0, 9, None), (None, 0, None), (40.0, 8, None), (50.0, 8, None)))
    blaa = [[p.get("d", "").count("M") for p in rod.iter(f"{SVG}path") if "1.8" in p.get("style", "")]
            for rod in (hel, brudt)]  # fmt: skip
    assert blaa == [[1], [2]]


def test_points_on_fewer_than_five_are_hollow():
    """Filled from five units on."""
    rod = svg(kurve((20.0, 4, None), (30.0, 5, None)))
    fyld = [brug.get("style", "") for brug in rod.iter(f"{SVG}use")]
    assert sorted("#ffffff" in stil for stil in fyld) == [False, True]


def test_the_staircase_is_dashed_and_the_other_source_is_thin():
    """Lines are told apart without colour."""
    rod = svg(kurve((20.0, 9, 25.0), (30.0, 9, 50.0), anden=(10.0, 15.0)))
    assert sum("stroke-dasharray" in stil for stil in streger(rod)) == 1
    assert sum("stroke-width: 0.9" in stil for stil in streger(rod)) == 1


def test_nothing_is_drawn_outside_the_picture():
    """0 and 100 % of the first and the last period stay inside the frame."""
    rod = svg(kurve((0.0, 5, 100.0), *[(100.0, 1234, 0.0)] * 12))
    for brug in rod.iter(f"{SVG}use"):
        assert 3 <= float(brug.get("x", "-1")) <= BREDDE - 3
        assert 3 <= float(brug.get("y", "-1")) <= HOEJDE - 3


@pytest.mark.parametrize(("naevner", "antal"), [(7, 13), (123, 13), (12345, 7)])
def test_counts_never_run_into_each_other(naevner, antal):
    """Where long numbers have no room every second is written, always the newest."""
    fundne = tekster(svg(kurve(*[(50.0, naevner, None)] * 13)))
    assert fundne.count(str(naevner)) == antal


def test_the_same_trend_is_the_same_picture():
    """Drawn again, in the same run or after others, a chart is byte for byte the same."""
    en, anden = kurve((20.0, 9, 25.0), (30.0, 2, 50.0)), kurve((70.0, 9, None))
    with Tegner() as tegner:
        foerste = tegner.tegn(en)
        tegner.tegn(anden)
        assert tegner.tegn(en) == foerste
    with Tegner() as tegner:
        assert tegner.tegn(en) == foerste


def test_settings_of_the_drawing_library_are_put_back():
    """What else draws in the same process is not touched."""
    import matplotlib as mpl

    foer = mpl.rcParams["svg.fonttype"]
    with Tegner() as tegner:
        tegner.tegn(kurve((20.0, 9, 25.0)))
    assert mpl.rcParams["svg.fonttype"] == foer
