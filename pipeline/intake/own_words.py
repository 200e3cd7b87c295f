"""A municipality's own headings and values, from its settings file, as the contract's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.definitions.extract_models import Extract, Kolonne
from pipeline.errors import IndstillingsFejl
from pipeline.settings import Indstillinger

Fold = Callable[[Sequence[str]], list[str]]
"""Texts as headings and codes compare (contract, section 1)."""

RESTEN = "*"
BOOL_ORD = ("j", "n", "ja", "nej", "true", "false", "1", "0")


@dataclass(frozen=True)
class EgneOrd:
    """For each extract, folded heading -> column, and for each column, folded value -> value.

    The value `*` stands for every filled value that is neither mapped nor known; an empty target means
    missing.
    """

    overskrifter: Mapping[str, Mapping[str, str]]
    vaerdier: Mapping[str, Mapping[str, Mapping[str, str]]]


def laes_egne_ord(indstillinger: Indstillinger, extracts: Mapping[str, Extract], fold: Fold) -> EgneOrd:
    """The settings' maps, checked against what they map to.

    Raises:
        IndstillingsFejl: an unknown extract, column or code, or two entries that mean the same; one
            line each.
    """
    fejl = [*_fejl_i_overskrifter(indstillinger, extracts), *_fejl_i_vaerdier(indstillinger, extracts)]
    overskrifter = {
        navn: _foldet(kort, fold, f"overskrifter.{navn}", fejl)
        for navn, kort in indstillinger.overskrifter.items()
    }
    vaerdier = {
        navn: {
            kolonne: _foldet(kort, fold, f"vaerdier.{navn}.{kolonne}", fejl) for kolonne, kort in af.items()
        }
        for navn, af in indstillinger.vaerdier.items()
    }
    if fejl:
        raise IndstillingsFejl(*(f"Indstillingsfilen: {linje}" for linje in fejl))
    return EgneOrd(overskrifter, vaerdier)


def _fejl_i_overskrifter(indstillinger: Indstillinger, extracts: Mapping[str, Extract]) -> Iterator[str]:
    for navn, kort in indstillinger.overskrifter.items():
        if navn not in extracts:
            yield f"overskrifter.{navn}: udtrækket kendes ikke{_forventet(extracts)}"
            continue
        for kolonne in _ukendte(kort.values(), extracts[navn].kolonner):
            yield f"overskrifter.{navn}: kolonnen {kolonne} kendes ikke{_forventet(extracts[navn].kolonner)}"


def _fejl_i_vaerdier(indstillinger: Indstillinger, extracts: Mapping[str, Extract]) -> Iterator[str]:
    for navn, af in indstillinger.vaerdier.items():
        if navn not in extracts:
            yield f"vaerdier.{navn}: udtrækket kendes ikke{_forventet(extracts)}"
            continue
        for kolonne in _ukendte(af, extracts[navn].kolonner):
            yield f"vaerdier.{navn}.{kolonne}: kolonnen kendes ikke{_forventet(extracts[navn].kolonner)}"
        for kolonne, kort in af.items():
            if beskrevet := extracts[navn].kolonner.get(kolonne):
                yield from (f"vaerdier.{navn}.{kolonne}: {fejl}" for fejl in _fejl_i_kort(kort, beskrevet))


def _fejl_i_kort(kort: Mapping[str, str], kolonne: Kolonne) -> Iterator[str]:
    if kolonne.pseudonym:
        yield "kolonnens værdier bliver til pseudonymer og kan ikke oversættes"
    for kode in _ukendte(filter(None, kort.values()), kolonne.koder) if kolonne.koder else ():
        yield f"koden {kode} kendes ikke{_forventet(kolonne.koder)}"
    if RESTEN in kort and not (kolonne.koder or kolonne.foldes or kolonne.type == "bool"):
        yield f"{RESTEN} kan kun bruges, hvor der er kendte værdier"


def _forventet(kendte: Iterable[str]) -> str:
    return f" (forventet: {', '.join(kendte)})"


def _ukendte(navne: Iterable[str], kendte: Iterable[str]) -> list[str]:
    return sorted(set(navne) - set(kendte))


def _foldet(kort: Mapping[str, str], fold: Fold, sted: str, fejl: list[str]) -> dict[str, str]:
    fundet: dict[str, str] = {}
    for noegle, maal in zip(fold([noegle.strip() for noegle in kort]), kort.values(), strict=True):
        if fundet.setdefault(noegle, maal) != maal:
            fejl.append(f"{sted}: to linjer betyder begge {noegle}, men oversættes forskelligt")
    return fundet
