"""A curve small enough to stand in a row: points alone, which the page draws in its own colours.

It is no picture of the canvas: a page holds dozens, and in the page itself it follows light, dark and paper.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.reports.blocks.curves import MiniCurve

WIDTH, HEIGHT = 120, 28
_AIR = 4


@dataclass(frozen=True)
class Spark:
    """The `points` of SVG polylines: the pieces of the curve, and of its milestones; and the last point.

    `hollow`: the last point rests on few.
    """

    lines: tuple[str, ...]
    targets: tuple[str, ...]
    last: tuple[float, float]
    hollow: bool


def spark(curve: MiniCurve) -> Spark:
    """Where everything of a curve lies; a period without cases is a gap."""
    step = (WIDTH - 2 * _AIR) / max(1, len(curve.values) - 1)
    x = [round(_AIR + step * i, 1) for i in range(len(curve.values))]
    places = [(at, _y(value, curve.top)) for at, value in zip(x, curve.values, strict=True)]
    last = max(i for i, value in enumerate(curve.values) if value is not None)
    edges = [
        (edge, _y(target, curve.top))
        for at, target in zip(x, curve.milepaele, strict=True)
        for edge in (round(at - step / 2, 1), round(at + step / 2, 1))
    ]
    at, height = places[last]
    return Spark(_pieces(places), _pieces(edges), (at, height or 0.0), curve.few[last])


def _y(value: float | None, top: float) -> float | None:
    return None if value is None else round(HEIGHT - _AIR - (HEIGHT - 2 * _AIR) * min(value, top) / top, 1)


def _pieces(places: list[tuple[float, float | None]]) -> tuple[str, ...]:
    """Unbroken stretches; one of a single point is a line of no length, drawn as a dot by its round ends."""
    found: list[list[str]] = [[]]
    for x, y in places:
        if y is None:
            found.append([])
        else:
            found[-1].append(f"{x:g},{y:g}")
    return tuple(" ".join(piece if len(piece) > 1 else piece * 2) for piece in found if piece)
