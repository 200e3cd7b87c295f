"""What the keys of one indicator must agree on: kind, value, goal, milestones, words and SQL.

Whatever a plan file may say is used; what this kind of measure has no use for is refused, so that
nobody believes that it counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

from pipeline.definitions.parameters import parameter_faults
from pipeline.definitions.places import Fault, Place
from pipeline.definitions.plan_models import Indicator, Milepael
from pipeline.definitions.sql_files import find_unit_file, parameters_of, states_group

_WORDS_OF: dict[str, tuple[str, ...]] = {
    "opfyldt_ord": ("andel", "antal"),
    "vaerdienhed": ("rate", "sum", "gennemsnit", "median"),
    "vaerdi_ord": ("rate", "sum", "gennemsnit", "median"),
    "kategorier": ("fordeling",),
}
"""The keys that say a value in words, and the kinds of value that have each."""

WITH_DEADLINES = ("frist", "kadence")
"""Kinds that judge each unit against a day: kept or not, so nothing but a share comes out."""


def indicator_faults(
    place: Place, indicator: Indicator, frame: tuple[date, date], first_month: str, plan_folder: Path
) -> Iterator[Fault]:
    """Every fault between the keys of one indicator.

    `frame` is the plan's first and last day, `first_month` the first that is computed and
    `plan_folder` where the plan's file lies.
    """
    yield from _kind(place, indicator)
    yield from _action(place, indicator)
    yield from _words(place, indicator)
    yield from _goal(place, indicator)
    yield from _milestones(place, indicator, frame)
    yield from _baseline(place, indicator, frame, first_month)
    yield from _references(place, indicator)
    yield from _sql(place, indicator, plan_folder)


def _kind(place: Place, indicator: Indicator) -> Iterator[Fault]:
    kind, value_type = indicator.art, indicator.vaerditype
    if kind in WITH_DEADLINES and value_type != "andel":
        yield Fault((*place, "vaerditype"), f"{kind} kan kun opgøres som andel")
    if value_type == "rate" and kind == "beholdning":
        yield Fault((*place, "vaerditype"), "rate kan kun opgøres for en haendelse")
    if indicator.kilde == "tilsyn" and value_type != "andel":
        yield Fault((*place, "vaerditype"), "svar i ledelsestilsynet kan kun opgøres som andel")
    if indicator.kilde == "tilsyn" and not indicator.tilsyn_foerer:
        yield Fault((*place, "tilsyn_foerer"), "skal være true, når kilden er tilsyn")


def _action(place: Place, indicator: Indicator) -> Iterator[Fault]:
    """What is to be done stands with a deadline, and only there is it ever told."""
    if indicator.handling and indicator.art not in WITH_DEADLINES:
        yield Fault((*place, "handling"), f"bruges ikke, når art er {indicator.art}: den har ingen frister")


def _words(place: Place, indicator: Indicator) -> Iterator[Fault]:
    """The words a report needs to say a value are there, and no words that it would never say."""
    for key, kinds in _WORDS_OF.items():
        given = getattr(indicator, key) is not None
        if given and indicator.vaerditype not in kinds:
            yield Fault((*place, key), f"bruges ikke, når vaerditype er {indicator.vaerditype}")
        elif not given and indicator.vaerditype in kinds:
            yield Fault((*place, key), f"mangler, når vaerditype er {indicator.vaerditype}")
    if indicator.opfyldt_ord_ental and not indicator.opfyldt_ord:
        yield Fault((*place, "opfyldt_ord_ental"), "kræver opfyldt_ord")


def _goal(place: Place, indicator: Indicator) -> Iterator[Fault]:
    """The kind of goal and what it needs go together, and nothing else stands beside it."""
    for key in ("milepaele", "baseline"):
        given = bool(getattr(indicator, key))
        if given != (indicator.maaltype == key):
            demand = "må ikke have" if given else "kræver"
            yield Fault((*place, "maaltype"), f"maaltype {indicator.maaltype} {demand} {key}")
    if indicator.maaltype == "milepaele" and indicator.vaerditype == "fordeling":
        yield Fault((*place, "maaltype"), "en fordeling har ikke én værdi og kan ikke have milepaele")


def _milestones(place: Place, indicator: Indicator, frame: tuple[date, date]) -> Iterator[Fault]:
    start, end = frame
    for number, milepael in enumerate(indicator.milepaele):
        here = (*place, "milepaele", number)
        if not start <= milepael.dato <= end:
            yield Fault((*here, "dato"), "ligger uden for planens periode")
        if milepael.vedtaget and milepael.vedtaget > end:
            yield Fault((*here, "vedtaget"), "ligger efter planens slutdato")
        if indicator.vaerditype == "andel" and milepael.procent > 100:
            yield Fault((*here, "procent"), "skal være et tal fra 0 til 100")
    yield from _order(place, indicator)
    yield from _direction(place, indicator)


def _key(milepael: Milepael) -> tuple[date, date]:
    return milepael.dato, milepael.vedtaget or date.min


def _order(place: Place, indicator: Indicator) -> Iterator[Fault]:
    for number, (before, after) in enumerate(pairwise(indicator.milepaele), start=1):
        if _key(before) == _key(after):
            yield Fault((*place, "milepaele", number), "samme dato står to gange uden en ny vedtaget-dato")
        elif _key(before) > _key(after):
            yield Fault(
                (*place, "milepaele", number), "skal stå i rækkefølge efter dato og derefter vedtaget"
            )


def _direction(place: Place, indicator: Indicator) -> Iterator[Fault]:
    """Milestones adopted together go one way; a revision may take back what was promised before."""
    sign = -1 if indicator.retning == "faldende" else 1
    latest: dict[date | None, float] = {}
    for number, milepael in enumerate(indicator.milepaele):
        if sign * milepael.procent < sign * latest.get(milepael.vedtaget, milepael.procent):
            here = (*place, "milepaele", number, "procent")
            yield Fault(here, f"går den forkerte vej: retningen er {indicator.retning}")
        latest[milepael.vedtaget] = milepael.procent


def _baseline(
    place: Place, indicator: Indicator, frame: tuple[date, date], first_month: str
) -> Iterator[Fault]:
    """The month compared with is one that is computed, else every change would be without a beginning."""
    if not indicator.baseline:
        return
    if indicator.baseline < first_month:
        yield Fault((*place, "baseline"), "ligger før foerste_periode, så der er intet at måle ændringen mod")
    if indicator.baseline > f"{frame[1]:%Y-%m}":
        yield Fault((*place, "baseline"), "ligger efter planens slutdato")


def _references(place: Place, indicator: Indicator) -> Iterator[Fault]:
    if indicator.referencer and indicator.vaerditype == "fordeling":
        yield Fault((*place, "referencer"), "bruges ikke, når vaerditype er fordeling")
    for index, reference in enumerate(indicator.referencer):
        number = reference.vaerdi
        if indicator.vaerditype == "andel" and number is not None and not 0 <= number <= 100:
            yield Fault((*place, "referencer", index, "vaerdi"), "skal være et tal fra 0 til 100")


def _sql(place: Place, indicator: Indicator, plan_folder: Path) -> Iterator[Fault]:
    name = f"{indicator.beregning.sql}.sql"
    file = find_unit_file(indicator.beregning.sql, plan_folder)
    if file is None:
        yield Fault((*place, "beregning", "sql"), f"{name} findes ikke i sql/units eller i planens egen sql")
        return
    asked = parameters_of(file)
    given = indicator.beregning.parametre.keys()
    if missing := sorted(asked - given):
        yield Fault((*place, "beregning", "parametre"), f"{name} spørger også efter {', '.join(missing)}")
    if unused := sorted(given - asked):
        yield Fault((*place, "beregning", "parametre"), f"{name} bruger ikke {', '.join(unused)}")
    yield from parameter_faults((*place, "beregning", "parametre"), file, indicator.beregning.parametre)
    if states_group(file) and not indicator.grupper:
        yield Fault((*place, "grupper"), f"mangler: {name} deler enhederne i grupper")
    if indicator.grupper and not states_group(file):
        yield Fault((*place, "grupper"), f"bruges ikke: {name} deler ikke enhederne i grupper")
