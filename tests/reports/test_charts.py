"""Charts: what stands in the picture, and that it is the same picture every time."""

from __future__ import annotations

import base64
from xml.etree import ElementTree as ET

import pytest

from pipeline.reports.blocks.curves import Curve, Point
from pipeline.reports.pictures import Painter
from pipeline.reports.pictures.trend import HEIGHT, WIDTH
from pipeline.reports.words.axis import Axis

SVG = "{http://www.w3.org/2000/svg}"


def svg(curve: Curve) -> ET.Element:
    with Painter() as painter:
        address = painter.draw(curve)
    head, _, content = address.partition(",")
    assert head == "data:image/svg+xml;base64"
    return ET.fromstring(base64.b64decode(content))  # noqa: S314 - our own picture


PERCENT = Axis(100.0, ((0.0, "0 %"), (50.0, "50 %"), (100.0, "100 %")))
"""The axis of a share."""


def curve(*points: tuple[float | None, int, float | None], other: tuple[float | None, ...] = ()) -> Curve:
    own = tuple(
        Point(f"m{i} 21", value, str(n) if n else "", n < 5, target)
        for i, (value, n, target) in enumerate(points)
    )
    coming = (Point("m9 21", None, "", False, 80.0),)
    return Curve(own, other or (None,) * len(own), coming, (), PERCENT, "alt")


def texts(root: ET.Element) -> list[str]:
    return [t.text or "" for t in root.iter(f"{SVG}text")]


def strokes(root: ET.Element) -> list[str]:
    return [p.get("style", "") for p in root.iter(f"{SVG}path")]


def test_every_point_has_its_count_and_a_gap_has_a_dash():
    """The number of units stands under each point; a period without cases shows a dash."""
    found = texts(svg(curve((20.0, 12, None), (None, 0, None), (40.0, 3, 25.0))))
    assert [t for t in found if t in {"12", "–", "3"}] == ["3", "–", "12"]
    assert {"0 %", "50 %", "100 %", "antal"} <= set(found)


def test_what_labels_share_is_said_once():
    """Font, colour and alignment stand on the group; a label is its place and its word, escaped."""
    with Painter() as painter:
        raw = base64.b64decode(painter.draw(curve((20.0, 12, None))).partition(",")[2]).decode()
    root = ET.fromstring(raw)  # noqa: S314 - our own picture
    assert {frozenset(t.attrib) for t in root.iter(f"{SVG}text")} == {frozenset({"x", "y"})}
    assert raw.count("font:") == sum(g.get("style", "").startswith("font:") for g in root.iter(f"{SVG}g")) > 0
    dangerous = Curve((Point("<b>&", 20.0, "9", False, None),), (None,), (), (), PERCENT, "alt")
    assert "<b>&" in texts(svg(dangerous))


def test_a_period_without_cases_breaks_the_line():
    """Three points around a gap are two strokes: the line is not drawn through 0 %."""
    whole = svg(curve((20.0, 12, None), (30.0, 9, None), (40.0, 8, None)))
    broken = svg(curve((20.0, 12, None), (30.0, 9, None), (None, 0, None), (40.0, 8, None), (50.0, 8, None)))
    blue = [[p.get("d", "").count("M") for p in root.iter(f"{SVG}path") if "1.8" in p.get("style", "")]
            for root in (whole, broken)]  # fmt: skip
    assert blue == [[1], [2]]


def test_points_on_fewer_than_five_are_hollow():
    """Filled from five units on."""
    root = svg(curve((20.0, 4, None), (30.0, 5, None)))
    fill = [
        group.get("style", "") for group in root.iter(f"{SVG}g") if group.find(f"{SVG}circle") is not None
    ]
    assert sorted("#ffffff" in style for style in fill) == [False, True]


def test_the_staircase_is_dashed_and_the_other_source_is_thin():
    """Lines are told apart without colour."""
    root = svg(curve((20.0, 9, 25.0), (30.0, 9, 50.0), other=(10.0, 15.0)))
    assert sum("stroke-dasharray" in style for style in strokes(root)) == 1
    assert sum("stroke-width: 0.9" in style for style in strokes(root)) == 1


def test_nothing_is_drawn_outside_the_picture():
    """0 and 100 % of the first and the last period stay inside the frame."""
    root = svg(curve((0.0, 5, 100.0), *[(100.0, 1234, 0.0)] * 12))
    dots = list(root.iter(f"{SVG}circle"))
    assert len(dots) == 13
    for dot in dots:
        assert 3 <= float(dot.get("cx", "-1")) <= WIDTH - 3
        assert 3 <= float(dot.get("cy", "-1")) <= HEIGHT - 3


@pytest.mark.parametrize(("naevner", "count"), [(7, 13), (123, 13), (12345, 7)])
def test_counts_never_run_into_each_other(naevner, count):
    """Where long numbers have no room every second is written, always the newest."""
    found = texts(svg(curve(*[(50.0, naevner, None)] * 13)))
    assert found.count(str(naevner)) == count


def test_the_same_trend_is_the_same_picture():
    """Drawn again, in the same run or after others, a chart is byte for byte the same."""
    en, other = curve((20.0, 9, 25.0), (30.0, 2, 50.0)), curve((70.0, 9, None))
    with Painter() as painter:
        first = painter.draw(en)
        painter.draw(other)
        assert painter.draw(en) == first
    with Painter() as painter:
        assert painter.draw(en) == first


def test_settings_of_the_drawing_library_are_put_back():
    """What else draws in the same process is not touched."""
    import matplotlib as mpl

    before = mpl.rcParams["svg.fonttype"]
    with Painter() as painter:
        painter.draw(curve((20.0, 9, 25.0)))
    assert mpl.rcParams["svg.fonttype"] == before
