"""A figure that an earlier plan of the run tells in full: one line that leads there, and the own verdict."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.definitions.plan_models import Indicator
from pipeline.reports.blocks.comments import build_comments
from pipeline.reports.blocks.indicator import anchor
from pipeline.reports.blocks.views import Cell, Repeated
from pipeline.reports.facts import Facts
from pipeline.reports.words.series import Series, leading
from pipeline.reports.words.verdicts import against


def told_in(facts: Sequence[Facts], one: Facts, indicator: Indicator) -> tuple[Facts, Indicator]:
    """The plan and indicator that tell the figure in full."""
    plan_id, indikator_id = one.repeats[indicator.id]
    earlier = next(each for each in facts if each.plan.plan_id == plan_id)
    return earlier, earlier.plan.indicator(indikator_id)


def build_repeated(
    facts: Sequence[Facts], one: Facts, indicator: Indicator, team_id: str, page: str
) -> Repeated:
    """The line of one indicator; `page` is the file the figure stands in."""
    earlier, same = told_in(facts, one, indicator)
    series = leading(one, indicator, team_id)
    return Repeated(
        id=indicator.id,
        anchor=anchor(indicator.id),
        title=indicator.titel,
        link=f"{same.id} {same.titel} i rapporten for {earlier.plan.titel}",
        address=f"{page}#{anchor(same.id)}",
        verdict=series.verdict if has_target(indicator) else None,
        text=_own_verdict(series),
        comments=build_comments(one, indicator.id, team_id).recent,
    )


def has_target(indicator: Indicator) -> bool:
    """Whether the plan judges the figure by anything of its own."""
    return bool(indicator.milepaele or indicator.baseline)


def _own_verdict(series: Series) -> str:
    """How the figure stands against this plan's own target; nothing where the plan has none."""
    r = series.now
    if r is None or not r.measured or not has_target(series.indicator):
        return ""
    words = against(series.value, r)
    return f"{words[0].upper()}{words[1:]}".removesuffix(".") + "."


def verdict_alone(series: Series, same_id: str) -> Cell:
    """A cell that tells the verdict, and where the figure stands."""
    return Cell("", "", series.verdict, f"samme tal som {same_id}" if same_id else "")
