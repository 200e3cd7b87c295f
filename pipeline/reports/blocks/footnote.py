"""How one indicator is measured, for the end of the report: the same every time."""

from __future__ import annotations

from pipeline.base.labels import SOURCES
from pipeline.base.periods import read_periode
from pipeline.base.text import dato, periode_text
from pipeline.definitions.plan_models import Indicator
from pipeline.reports.blocks.views import Footnote
from pipeline.reports.facts import Facts
from pipeline.reports.words.terms import terms_of
from pipeline.reports.words.value import Value
from pipeline.reports.words.values import value_of


def build_footnote(facts: Facts, indicator: Indicator, *, said: bool) -> Footnote:
    """How the indicator is measured, for the end of the report; milestones as adopted by the period's end.

    `said`: the assumption stands beside the indicator's figures already, and is not said twice.
    """
    terms = terms_of(facts.plan)
    value = value_of(indicator, indicator.kilde, terms)
    lines = (
        (_taeller_name(indicator), indicator.taeller_tekst),
        ("Nævner", indicator.naevner_tekst),
        ("Kilde", SOURCES[indicator.kilde]),
        (terms.measures, indicator.planens_maaling),
        ("Grundlag", indicator.lovgrundlag),
        ("Frist", indicator.frist_tekst or ""),
        ("Forudsætning", "" if said else indicator.antagelse or ""),
        ("Mål" if indicator.baseline else terms.targets_heading, _goals(facts, value)),
    )
    return Footnote(indicator.id, indicator.titel, tuple(pair for pair in lines if pair[1]))


def _goals(facts: Facts, value: Value) -> str:
    """The milestones with their dates, or the baseline it is held up against."""
    if month := value.indicator.baseline:
        return f"holdes op mod {periode_text(read_periode(month))}"
    steps = facts.milepaele.get(value.indicator.id, ())
    return ", ".join(f"{value.goal(p)} den {dato(day)}" for day, p in steps) or value.terms.unset


def _taeller_name(indicator: Indicator) -> str:
    return "Tæller" if indicator.vaerdienhed is None else "Måler"
