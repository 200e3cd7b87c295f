"""The papers of a run: what each is made of, by which template, and for whom.

Every module of this folder that has `PAPERS` is found by walking it; a new paper is one module and one
template.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from pipeline.reports.facts import Facts


class Audience(StrEnum):
    """Who a paper is for, which is the folder it lies in."""

    TEAM = "team"
    DEPARTMENT = "afdeling"
    COMMITTEE = "udvalg"
    LEADERS = "ledermoede"


REPORTED = frozenset({"kvartal", "tertial", "aar"})
"""The kinds of period the committee is told of."""


@dataclass(frozen=True)
class Paper:
    """One paper: `files` gives each file's name with its view, or with its bytes where there is no template.

    It is asked once per reader, with the facts of every plan of the run, the leading one first.
    """

    audience: Audience
    template: str | None
    files: Callable[[Sequence[Facts], str], Iterator[tuple[str, object]]]


@cache
def papers() -> tuple[Paper, ...]:
    """Every paper there is."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    return tuple(paper for module in modules for paper in getattr(module, "PAPERS", ()))


def told_to_committee(facts: Sequence[Facts]) -> list[Facts]:
    """The plans of the run that the committee has a paper on."""
    return [one for one in facts if one.plan.told_to_committee]


def report_name(facts: Sequence[Facts], one: Facts) -> str:
    """The file a plan's report lies in: the leading plan's, or one named by the plan beside it."""
    return "rapport.html" if one is facts[0] else f"{one.plan.plan_id}.html"


def other_reports(facts: Sequence[Facts], one: Facts) -> tuple[tuple[str, str], ...]:
    """Title and file of the reports beside a plan's own, in the order of the run."""
    return tuple((f.plan.titel, report_name(facts, f)) for f in facts if f is not one)
