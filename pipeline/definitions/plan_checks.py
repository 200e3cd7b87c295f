"""What the entries of one plan file must agree on: names, dates, milestones and SQL.

The checks read the entries that hold on their own, also when others do not, so that one run of the
loader names every fault of the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pydantic import ValidationError

from pipeline.definitions.places import Sted
from pipeline.definitions.plan_models import Aktivitet, Indikator, Milepael
from pipeline.definitions.sql_files import filens_parametre
from pipeline.definitions.strict import Streng
from pipeline.periods import laeg_maaneder_til

FORBEREDELSE_MAANEDER = 12
"""An activity may lie this long before the plan begins: plans count their preparations in."""


_NAVNE = {"udviklingspunkter": "nr", "indikatorer": "id", "aktiviteter": "id", "spor": "nr"}
"""The lists whose entries others refer to, and by which key."""


class Fejl(NamedTuple):
    """A fault and the path of keys and list positions it stands at."""

    sted: Sted
    tekst: str


Model = TypeVar("Model", bound=Streng)


def planfejl(raa: Mapping[str, Any], sql_mappe: Path) -> list[Fejl]:
    """Every fault between entries of a plan file, as parsed from YAML."""
    return [
        *_gentagelser(raa),
        *_ukendte_henvisninger(raa),
        *_plandatoer(raa),
        *(
            fejl
            for sted, indikator in _hele(raa, "indikatorer", Indikator)
            for fejl in _indikator(raa, sted, indikator, sql_mappe)
        ),
        *(
            fejl
            for sted, aktivitet in _hele(raa, "aktiviteter", Aktivitet)
            for fejl in _aktivitet(raa, sted, aktivitet)
        ),
    ]


def _poster(raa: Mapping[str, Any], noegle: str) -> Iterator[tuple[Sted, Mapping[str, Any]]]:
    liste = raa.get(noegle)
    for nr, post in enumerate(liste if isinstance(liste, list) else []):
        if isinstance(post, dict):
            yield (noegle, nr), post


def _hele(raa: Mapping[str, Any], noegle: str, model: type[Model]) -> Iterator[tuple[Sted, Model]]:
    """The entries that hold on their own; the others' faults are named by the models."""
    for sted, post in _poster(raa, noegle):
        try:
            yield sted, model.model_validate(post)
        except ValidationError:
            continue


def _gentagelser(raa: Mapping[str, Any]) -> Iterator[Fejl]:
    for noegle, felt in _NAVNE.items():
        set_: list[object] = []
        for sted, post in _poster(raa, noegle):
            if (navn := post.get(felt)) in set_:
                yield Fejl((*sted, felt), f"{navn} står to gange")
            elif navn is not None:
                set_.append(navn)


def _ukendte_henvisninger(raa: Mapping[str, Any]) -> Iterator[Fejl]:
    punkter = [post.get("nr") for _, post in _poster(raa, "udviklingspunkter")]
    indikatorer = [post.get("id") for _, post in _poster(raa, "indikatorer")]
    aktiviteter = [post.get("id") for _, post in _poster(raa, "aktiviteter")]
    for noegle, felt, kendte in (
        ("indikatorer", "udviklingspunkt", punkter),
        ("aktiviteter", "udviklingspunkt", punkter),
        ("ikke_fastsat", "udviklingspunkt", punkter),
        ("ikke_fastsat", "indikator", indikatorer),
        ("ikke_fastsat", "aktivitet", aktiviteter),
    ):
        for sted, post in _poster(raa, noegle):
            if (navn := post.get(felt)) is not None and navn not in kendte:
                yield Fejl((*sted, felt), f"{navn} findes ikke i planen")


def _ramme(raa: Mapping[str, Any]) -> tuple[date, date]:
    """The plan's first and last day; without two days in order everything lies inside."""
    start, slut = raa.get("start_dato"), raa.get("slut_dato")
    if type(start) is date and type(slut) is date and start < slut:
        return start, slut
    return date.min, date.max


def _plandatoer(raa: Mapping[str, Any]) -> Iterator[Fejl]:
    start, slut = raa.get("start_dato"), raa.get("slut_dato")
    if type(start) is date and type(slut) is date and slut <= start:
        yield Fejl(("slut_dato",), "skal ligge efter start_dato")


def _indikator(raa: Mapping[str, Any], sted: Sted, indikator: Indikator, sql_mappe: Path) -> Iterator[Fejl]:
    start, slut = _ramme(raa)
    for nr, milepael in enumerate(indikator.milepaele):
        her = (*sted, "milepaele", nr)
        if not start <= milepael.dato <= slut:
            yield Fejl((*her, "dato"), "ligger uden for planens periode")
        if milepael.vedtaget and milepael.vedtaget > slut:
            yield Fejl((*her, "vedtaget"), "ligger efter planens slutdato")
    yield from _raekkefoelge(sted, indikator)
    yield from _retning(sted, indikator)
    yield from list(_maaltype(sted, indikator)) or _opgoeres(sted, indikator)
    yield from _sql(sted, indikator, sql_mappe)


def _noegle(milepael: Milepael) -> tuple[date, date]:
    return milepael.dato, milepael.vedtaget or date.min


def _raekkefoelge(sted: Sted, indikator: Indikator) -> Iterator[Fejl]:
    for nr, (foer, efter) in enumerate(pairwise(indikator.milepaele), start=1):
        if _noegle(foer) == _noegle(efter):
            yield Fejl((*sted, "milepaele", nr), "samme dato står to gange uden en ny vedtaget-dato")
        elif _noegle(foer) > _noegle(efter):
            yield Fejl((*sted, "milepaele", nr), "skal stå i rækkefølge efter dato og derefter vedtaget")


def _retning(sted: Sted, indikator: Indikator) -> Iterator[Fejl]:
    """Milestones adopted together rise, and are judged so; a revision may lower what was promised before."""
    if indikator.retning == "faldende" and indikator.milepaele:
        yield Fejl((*sted, "retning"), "faldende kan endnu ikke opgøres mod milepæle, kun stigende")
        return
    seneste: dict[date | None, float] = {}
    for nr, milepael in enumerate(indikator.milepaele):
        if milepael.procent < seneste.get(milepael.vedtaget, milepael.procent):
            her = (*sted, "milepaele", nr, "procent")
            yield Fejl(her, f"går den forkerte vej: retningen er {indikator.retning}")
        seneste[milepael.vedtaget] = milepael.procent


def _maaltype(sted: Sted, indikator: Indikator) -> Iterator[Fejl]:
    """The kind of goal and what it needs go together, and nothing else stands beside it."""
    for felt in ("milepaele", "baseline", "spaend"):
        findes = bool(getattr(indikator, felt))
        if findes != (indikator.maaltype == felt):
            krav = "må ikke have" if findes else "kræver"
            yield Fejl((*sted, "maaltype"), f"maaltype {indikator.maaltype} {krav} {felt}")
    if indikator.spaend and indikator.spaend.fra > indikator.spaend.til:
        yield Fejl((*sted, "spaend"), "fra må ikke være større end til")


def _opgoeres(sted: Sted, indikator: Indikator) -> Iterator[Fejl]:
    """What a plan may say but nothing computes yet is refused: else the reports would tell another thing."""
    if indikator.vaerditype != "andel":
        yield Fejl((*sted, "vaerditype"), f"{indikator.vaerditype} kan endnu ikke opgøres, kun andel")
    if indikator.maaltype in {"baseline", "spaend"}:
        maaltype = f"{indikator.maaltype} kan endnu ikke opgøres, kun milepaele og ingen"
        yield Fejl((*sted, "maaltype"), maaltype)


def _sql(sted: Sted, indikator: Indikator, sql_mappe: Path) -> Iterator[Fejl]:
    navn = f"{indikator.beregning.sql}.sql"
    if not (sql_mappe / navn).is_file():
        yield Fejl((*sted, "beregning", "sql"), f"{navn} findes ikke i sql/indicators")
        return
    spurgt = filens_parametre(sql_mappe / navn)
    givet = indikator.beregning.parametre.keys()
    if mangler := sorted(spurgt - givet):
        yield Fejl((*sted, "beregning", "parametre"), f"{navn} spørger også efter {', '.join(mangler)}")
    if overskud := sorted(givet - spurgt):
        yield Fejl((*sted, "beregning", "parametre"), f"{navn} bruger ikke {', '.join(overskud)}")


def _aktivitet(raa: Mapping[str, Any], sted: Sted, aktivitet: Aktivitet) -> Iterator[Fejl]:
    if aktivitet.maaned and aktivitet.kvartal:
        yield Fejl(sted, "kan ikke have både maaned og kvartal")
    start, slut = _ramme(raa)
    tidligst = start if start == date.min else laeg_maaneder_til(start, -FORBEREDELSE_MAANEDER)
    if aktivitet.frist and not tidligst <= aktivitet.frist <= slut:
        yield Fejl(sted, "ligger efter planens slutdato eller mere end et år før dens startdato")
