"""Load `plans/*.yaml`: one plan, every plan, and the ids their indicators are known by."""

from __future__ import annotations

import functools
from pathlib import Path

from pydantic import ValidationError

from pipeline.definitions.places import linje, rodknude, stednavn
from pipeline.definitions.plan_checks import Fejl, planfejl
from pipeline.definitions.plan_models import IkkeFastsat, Indikator, Milepael, Plan
from pipeline.definitions.sql_files import indikatormappe
from pipeline.definitions.strict import laes_yaml, modelfejl
from pipeline.errors import DefinitionsFejl, ForkertBrug
from pipeline.resources import ressource

__all__ = [
    "IkkeFastsat",
    "Indikator",
    "Milepael",
    "Plan",
    "alle_planer",
    "kendte_maalepunkter",
    "laes_plan",
    "laes_planfil",
]


@functools.cache
def laes_plan(plan_id: str) -> Plan:
    """The shipped plan with this id.

    Raises:
        ForkertBrug: there is none; the message names those there are.
        DefinitionsFejl: its file does not hold.
    """
    filer = {fil.stem: fil for fil in _planfiler()}
    if plan_id not in filer:
        raise ForkertBrug(f"Planen {plan_id!r} kendes ikke: vælg en af {', '.join(filer)}.")
    return laes_planfil(filer[plan_id])


def laes_planfil(fil: Path, sql_mappe: Path | None = None) -> Plan:
    """A plan from its file; `sql_mappe` is where its indicators' SQL lies, else the shipped folder.

    Raises:
        DefinitionsFejl: one line per fault, with file, line, place and what was expected.
    """
    raa: object = laes_yaml(fil)
    try:
        plan, fejl = Plan.model_validate(raa), []
    except ValidationError as ugyldig:
        plan, fejl = None, [Fejl(*par) for par in modelfejl(ugyldig)]
    if isinstance(raa, dict):
        fejl += planfejl(raa, sql_mappe or indikatormappe())
    if plan and plan.plan_id != fil.stem:
        fejl.append(Fejl(("plan_id",), f"skal være filens navn, {fil.stem}"))
    if fejl or plan is None:
        raise DefinitionsFejl(*_linjer(fil, raa, fejl))
    return plan


def alle_planer() -> tuple[Plan, ...]:
    """Every shipped plan, in order of id.

    Raises:
        DefinitionsFejl: one line per fault of any of the files.
    """
    planer: list[Plan] = []
    linjer: list[str] = []
    for fil in _planfiler():
        try:
            planer.append(laes_planfil(fil))
        except DefinitionsFejl as fejl:
            linjer += fejl.linjer
    if linjer:
        raise DefinitionsFejl(*linjer)
    return tuple(planer)


def kendte_maalepunkter() -> frozenset[str]:
    """The ids a case review's `maalepunkt` may name: those of every plan's indicators."""
    return frozenset(indikator.id for plan in alle_planer() for indikator in plan.indikatorer)


def _planfiler() -> list[Path]:
    return sorted(ressource("plans").glob("*.yaml"))


def _linjer(fil: Path, raa: object, fejl: list[Fejl]) -> list[str]:
    rod = rodknude(fil)
    ordnet = sorted((linje(rod, sted), stednavn(raa, sted), tekst) for sted, tekst in fejl)
    return [f"{fil.name}, linje {nr}: {sted}: {tekst}" for nr, sted, tekst in ordnet]
