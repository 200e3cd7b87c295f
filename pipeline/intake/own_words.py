"""A municipality's own headings and values, from its settings file, as the contract's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.base.database import Database
from pipeline.base.errors import SettingsError
from pipeline.base.settings import Settings
from pipeline.definitions.column_models import Column
from pipeline.definitions.extract_models import Extract

Fold = Callable[[Sequence[str]], list[str]]
"""Texts as headings and codes compare (contract, section 1)."""

REST = "*"
BOOL_WORDS = ("j", "n", "ja", "nej", "true", "false", "sand", "falsk", "yes", "no", "x", "1", "0", "-1")


@dataclass(frozen=True)
class OwnWords:
    """For each extract, folded heading -> column, and for each column, folded value -> value.

    The value `*` stands for every filled value that is neither mapped nor known; an empty target means
    missing.
    """

    headings: Mapping[str, Mapping[str, str]]
    values: Mapping[str, Mapping[str, Mapping[str, str]]]


def read_own_words(settings: Settings, extracts: Mapping[str, Extract], fold: Fold) -> OwnWords:
    """The settings' maps, checked against what they map to.

    Raises:
        SettingsError: an unknown extract, column or code, or two entries that mean the same; one
            line each.
    """
    error = [*_error_in_headings(settings, extracts), *_error_in_values(settings, extracts)]
    headings = {
        name: _folded(short, fold, f"overskrifter.{name}", error)
        for name, short in settings.overskrifter.items()
    }
    values = {
        name: {
            column: _folded(short, fold, f"vaerdier.{name}.{column}", error) for column, short in af.items()
        }
        for name, af in settings.vaerdier.items()
    }
    if error:
        raise SettingsError(*(f"Indstillingsfilen: {line}" for line in error))
    return OwnWords(headings, values)


def _error_in_headings(settings: Settings, extracts: Mapping[str, Extract]) -> Iterator[str]:
    for name, short in settings.overskrifter.items():
        if name not in extracts:
            yield f"overskrifter.{name}: udtrækket kendes ikke{_expected(extracts)}"
            continue
        for column in _unknown(short.values(), extracts[name].kolonner):
            yield f"overskrifter.{name}: kolonnen {column} kendes ikke{_expected(extracts[name].kolonner)}"


def _error_in_values(settings: Settings, extracts: Mapping[str, Extract]) -> Iterator[str]:
    for name, af in settings.vaerdier.items():
        if name not in extracts:
            yield f"vaerdier.{name}: udtrækket kendes ikke{_expected(extracts)}"
            continue
        for column in _unknown(af, extracts[name].kolonner):
            yield f"vaerdier.{name}.{column}: kolonnen kendes ikke{_expected(extracts[name].kolonner)}"
        for column, short in af.items():
            if described := extracts[name].kolonner.get(column):
                yield from (
                    f"vaerdier.{name}.{column}: {error}" for error in _error_in_short(short, described)
                )


def _error_in_short(short: Mapping[str, str], column: Column) -> Iterator[str]:
    if column.pseudonym:
        yield "kolonnens værdier bliver til pseudonymer og kan ikke oversættes"
    for code in _unknown(filter(None, short.values()), column.koder) if column.koder else ():
        yield f"koden {code} kendes ikke{_expected(column.koder)}"
    if REST in short and not (column.koder or column.foldes or column.type == "bool"):
        yield f"{REST} kan kun bruges, hvor der er kendte værdier"


def _expected(known: Iterable[str]) -> str:
    return f" (forventet: {', '.join(known)})"


def _unknown(names: Iterable[str], known: Iterable[str]) -> list[str]:
    return sorted(set(names) - set(known))


def _folded(short: Mapping[str, str], fold: Fold, place: str, error: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, target in zip(fold([key.strip() for key in short]), short.values(), strict=True):
        if found.setdefault(key, target) != target:
            error.append(f"{place}: to linjer betyder begge {key}, men oversættes forskelligt")
    return found


def fold_of(database: Database) -> Fold:
    """How texts compare, by the database that has the macros."""

    def fold(texts: Sequence[str]) -> list[str]:
        reply = database.value(
            "select list_transform($tekster::varchar[], lambda t: foldet(t))", tekster=list(texts)
        )
        return list(reply)

    return fold
