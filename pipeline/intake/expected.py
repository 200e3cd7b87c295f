"""What is expected of an extract's single values, with the distinct values it is expected of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from pipeline.database import Database, Relation, Udtryk, felt, kald, konstant
from pipeline.definitions.extract_models import Forventning, Kolonne
from pipeline.intake.lookups import Opslag
from pipeline.intake.typed import som_type
from pipeline.intake.validate import Proeve

_UDFYLDT = "expect_column_values_to_not_be_null"
_KENDT = "expect_column_values_to_be_in_set"
UKENDT_KODE = "Koden kendes ikke"
_FORMER = {
    "dato": "en dato (dd-mm-åååå eller åååå-mm-dd)",
    "tidspunkt": "et tidspunkt (dd-mm-åååå tt:mm eller åååå-mm-dd tt:mm)",
    "bool": "ja eller nej (J/N, ja/nej, true/false, 1/0)",
    "heltal": "et helt tal",
    "decimal": "et tal (1234,56 eller 1.234,56)",
    "maaned": "en måned (åååå-mm)",
}

Par: TypeAlias = tuple[str | None, Any]
"""A text as delivered (None: missing), and a value."""


@dataclass(frozen=True)
class _Profil:
    """A column summed up: whether any row fills it, leaves it; texts that do not parse; texts with values."""

    nogle_udfyldt: bool
    nogle_tomme: bool
    ulaeselige: Sequence[str]
    forskellige: Sequence[Par]


def proever(database: Database, opslag: Opslag) -> list[Proeve]:
    """Every expectation about single values of the rows in `raekke`."""
    profiler, koder = _profiler(database, opslag), _koder(database)
    fundne: list[Proeve] = []
    for navn, kolonne in opslag.extract.kolonner.items():
        profil, slaaet_op = profiler[navn], koder.get(navn, [])
        if kolonne.skal_findes:
            fundne.append(_skal_udfyldes(navn, profil, slaaet_op))
        if kolonne.type in _FORMER and profil.nogle_udfyldt:
            fundne.append(_kan_laeses(navn, kolonne, profil))
        if navn in opslag.kolonner and (kendt := _skal_kendes(opslag, navn, slaaet_op)):
            fundne.append(kendt)
        fundne += [_egen(navn, egen, profil) for egen in kolonne.forventninger]
    return fundne


def _egen(navn: str, egen: Forventning, profil: _Profil) -> Proeve:
    """A missing value meets every expectation but the one that it be filled."""
    par = [par for par in profil.forskellige if egen.type == _UDFYLDT or par[1] is not None]
    return Proeve(navn, egen.type, egen.alvor, egen.aarsag, par, egen.kwargs)


def _profiler(database: Database, opslag: Opslag) -> dict[str, _Profil]:
    """Every column's profile: one pass over the rows, and a look at `kodebog` for what is looked up."""
    raekker, kodebog = database.forbindelse.table("raekke"), database.forbindelse.table("kodebog")
    kolonner = opslag.extract.kolonner
    udvalg = [kald("count"), *(kald("count", felt(navn)) for navn in kolonner)]
    for navn, kolonne in kolonner.items():
        udvalg += (
            _laesning(kolonne, felt(navn), felt(navn))
            if navn not in opslag.kolonner
            else [konstant(None)] * 2
        )
    antal, *resten = _en_raekke(raekker, udvalg)
    udfyldte, laest = resten[: len(kolonner)], resten[len(kolonner) :]
    profiler: dict[str, _Profil] = {}
    for nr, (navn, kolonne) in enumerate(kolonner.items()):
        ulaeselige, forskellige = laest[2 * nr : 2 * nr + 2]
        if navn in opslag.kolonner and (kolonne.type in _FORMER or kolonne.forventninger):
            egne = kodebog.filter(felt("kolonne") == konstant(navn))
            ulaeselige, forskellige = _en_raekke(egne, _laesning(kolonne, felt("raa"), felt("kode")))
        par = [(del_["raa"], del_["vaerdi"]) for del_ in forskellige or ()]
        profiler[navn] = _Profil(udfyldte[nr] > 0, udfyldte[nr] < antal, ulaeselige or (), par)
    return profiler


def _laesning(kolonne: Kolonne, raa: Udtryk, tekst: Udtryk) -> list[Udtryk]:
    """What did not parse, and what each text parsed as; only what some expectation asks for."""
    vaerdi = som_type(kolonne, tekst)
    return [
        kald("ulaeselige", raa, tekst, vaerdi) if kolonne.type in _FORMER else konstant(None),
        kald("forskellige", raa, vaerdi) if kolonne.forventninger else konstant(None),
    ]


def _en_raekke(raekker: Relation, udvalg: Sequence[Udtryk]) -> tuple[Any, ...]:
    # Numbered: two aggregates of one column would otherwise share a name.
    return tuple(raekker.aggregate([u.alias(f"u{nr}") for nr, u in enumerate(udvalg)]).fetchall()[0])


def _koder(database: Database) -> dict[str, list[Par]]:
    fundne: dict[str, list[Par]] = {}
    for raekke in database.hent("select kolonne, raa, kode from kodebog order by all"):
        fundne.setdefault(raekke["kolonne"], []).append((raekke["raa"], raekke["kode"]))
    return fundne


def _skal_udfyldes(navn: str, profil: _Profil, slaaet_op: Sequence[Par]) -> Proeve:
    """One filled value stands for all; a looked-up one may stand for a missing one."""
    par: list[Par] = list(slaaet_op) or ([("", "")] if profil.nogle_udfyldt else [])
    if profil.nogle_tomme:
        par.append((None, None))
    return Proeve(navn, _UDFYLDT, "karantaene", "Værdien mangler", par)


def _kan_laeses(navn: str, kolonne: Kolonne, profil: _Profil) -> Proeve:
    """A value that did not parse is null here; those that did need only one to stand for them."""
    par: list[Par] = [("", ""), *((tekst, None) for tekst in profil.ulaeselige)]
    return Proeve(navn, _UDFYLDT, "karantaene", f"Værdien er ikke {_FORMER[kolonne.type]}", par)


def _skal_kendes(opslag: Opslag, navn: str, slaaet_op: Sequence[Par]) -> Proeve | None:
    kolonne = opslag.extract.kolonner[navn]
    kwargs = {"value_set": list(opslag.kendte(navn))}
    if navn in opslag.henviste and kolonne.henviser:
        aarsag = f"Værdien findes ikke i {kolonne.henviser.extract} og regnes som manglende"
        return Proeve(navn, _KENDT, "advarsel", aarsag, slaaet_op, kwargs)
    if kolonne.koder and kolonne.skal_findes:
        return Proeve(navn, _KENDT, "karantaene", UKENDT_KODE, slaaet_op, kwargs)
    if kolonne.koder:
        aarsag = f"{UKENDT_KODE} og regnes som manglende"
        return Proeve(navn, _KENDT, "advarsel", aarsag, slaaet_op, kwargs)
    if kolonne.ukendt == "advarsel":
        return Proeve(navn, _KENDT, "advarsel", "Værdien kendes ikke", slaaet_op, kwargs)
    return None
