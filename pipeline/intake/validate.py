"""Great Expectations: what the YAML expects of single values. What it refuses is quarantined or warned of.

The suite of an extract runs once, over the distinct values of each column (with how each was read), so
its cost does not grow with the rows; what is refused is joined back to the rows in SQL. Keys, references
and rules between columns are SQL's (findings.py).
"""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.definitions.extract_models import Alvor
from pipeline.errors import InternFejl

_LANG = 1000
_SNAKSALIGE = ("great_expectations", "great_expectations.data_context.types.base")


@dataclass(frozen=True, eq=False)
class Proeve:
    """One expectation about one column.

    `par` are the column's distinct texts as delivered (None: missing) and, for each, the value that the
    expectation is about.
    """

    kolonne: str
    type: str
    alvor: Alvor
    aarsag: str
    par: Sequence[tuple[str | None, Any]]
    kwargs: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Afvist:
    """One text of a column that an expectation refuses; `raa` None: the missing are refused."""

    kolonne: str
    raa: str | None
    alvor: Alvor
    aarsag: str


class Validator:
    """Great Expectations, quiet and offline; one for a whole delivery, since loading it takes seconds."""

    def __init__(self) -> None:
        os.environ["GX_ANALYTICS_ENABLED"] = "false"  # read when the package is imported
        with warnings.catch_warnings():  # it imports modules that the standard library has deprecated
            warnings.simplefilter("ignore", DeprecationWarning)
            import great_expectations
            from great_expectations.data_context.types.base import ProgressBarsConfig

        for navn in _SNAKSALIGE:  # after the import: one of them sets its own level
            logging.getLogger(navn).setLevel(logging.WARNING)
        kontekst = great_expectations.get_context(mode="ephemeral")
        kontekst.variables.progress_bars = ProgressBarsConfig(globally=False)
        kilde = kontekst.data_sources.add_pandas("leverance")
        self._bord = kilde.add_dataframe_asset("extract").add_batch_definition_whole_dataframe("hel")

    def afviste(self, extract: str, proever: Sequence[Proeve]) -> list[Afvist]:
        """Every text that an expectation refuses, with its severity and reason.

        Raises:
            InternFejl: an expectation is unknown, was dropped or crashed: our fault, never the data's.
        """
        korte = [proeve for proeve in proever if 0 < len(proeve.par) <= _LANG]
        # A column of very many values (free text where a code should be) would lengthen all the others.
        grupper = [korte, *([proeve] for proeve in proever if len(proeve.par) > _LANG)]
        return [afvist for gruppe in grupper if gruppe for afvist in self._i_en_ramme(extract, gruppe)]

    def _i_en_ramme(self, extract: str, proever: Sequence[Proeve]) -> list[Afvist]:
        from great_expectations import ExpectationSuite

        spalter = _spalter(proever)
        forventninger = [_forventning(extract, nr, spalte) for nr, spalte in enumerate(spalter)]
        laengde = max(len(spalte.vaerdier) for spalte in spalter)
        forventninger.append(_raekketal(laengde))
        batch = self._bord.get_batch({"dataframe": _ramme(spalter, laengde)})
        svar = batch.validate(
            ExpectationSuite(name=extract, expectations=forventninger),
            result_format={"result_format": "COMPLETE", "return_unexpected_index_query": False},
        )
        if len(svar.results) != len(forventninger):
            raise InternFejl(f"{extract}: en forventning blev ikke prøvet")
        return [afvist for resultat in svar.results for afvist in _afviste(extract, resultat, spalter)]


@dataclass(frozen=True)
class _Spalte:
    """One column of the frame: the values of one expectation, and whose each value is.

    Expectations that ask the same of several columns share one: each costs milliseconds, however few
    its values.
    """

    proever: Sequence[Proeve]

    @property
    def vaerdier(self) -> list[Any]:
        """The values in order."""
        return [vaerdi for proeve in self.proever for _, vaerdi in proeve.par]

    def afvist(self, indekser: Iterable[int]) -> list[Afvist]:
        """What was refused; past the end stand repetitions of the last value."""
        ejere = [(proeve, raa) for proeve in self.proever for raa, _ in proeve.par]
        fundne = {ejere[min(indeks, len(ejere) - 1)] for indeks in indekser}
        return [
            Afvist(proeve.kolonne, raa, proeve.alvor, proeve.aarsag)
            for proeve, raa in sorted(fundne, key=lambda par: (par[0].kolonne, par[0].aarsag, str(par[1])))
        ]


def _spalter(proever: Sequence[Proeve]) -> list[_Spalte]:
    samlet: dict[tuple[str, str], list[Proeve]] = {}
    for proeve in proever:
        samlet.setdefault((proeve.type, repr(sorted(proeve.kwargs.items()))), []).append(proeve)
    return [_Spalte(fundne) for fundne in samlet.values()]


def _forventning(extract: str, nr: int, spalte: _Spalte) -> Any:
    from great_expectations import expectations

    proeve = spalte.proever[0]
    klasse = getattr(expectations, "".join(led.capitalize() for led in proeve.type.split("_")), None)
    if klasse is None:
        raise InternFejl(f"{extract}.{proeve.kolonne}: forventningen {proeve.type} kendes ikke")
    try:
        return klasse(column=str(nr), meta={"nr": nr}, **proeve.kwargs)
    except (TypeError, ValueError):
        raise InternFejl(f"{extract}.{proeve.kolonne}: {proeve.type} har forkerte kwargs") from None


def _raekketal(antal: int) -> Any:
    """An empty frame would meet every expectation: its length is expected too."""
    from great_expectations.expectations.core.expect_table_row_count_to_equal import (
        ExpectTableRowCountToEqual,
    )

    return ExpectTableRowCountToEqual(value=antal, meta={"nr": -1})


def _ramme(spalter: Sequence[_Spalte], laengde: int) -> Any:
    """One column per expectation; the shorter ones repeat their last value, which changes no verdict."""
    import pandas as pd

    kolonner = {}
    for nr, spalte in enumerate(spalter):
        vaerdier = spalte.vaerdier
        vaerdier += vaerdier[-1:] * (laengde - len(vaerdier))
        kolonner[str(nr)] = pd.Series(vaerdier, dtype=object).infer_objects()
    return pd.DataFrame(kolonner)


def _afviste(extract: str, resultat: Any, spalter: Sequence[_Spalte]) -> list[Afvist]:
    nr = resultat.expectation_config.meta["nr"]
    if nr < 0 or _styrtede(resultat.exception_info):
        if nr < 0 and resultat.success is True:
            return []
        sted = spalter[nr].proever[0].kolonne if nr >= 0 else "rækketallet"
        raise InternFejl(f"{extract}.{sted}: en forventning kunne ikke prøves")
    spalte: _Spalte = spalter[nr]
    indekser = [int(indeks) for indeks in resultat.result.get("unexpected_index_list") or ()]
    if bool(indekser) == resultat.success:
        proeve = spalte.proever[0]
        raise InternFejl(f"{extract}.{proeve.kolonne}: {proeve.type} gav ikke et svar pr. værdi")
    return spalte.afvist(indekser)


def _styrtede(oplysning: Mapping[str, Any] | None) -> bool:
    """Whether an expectation crashed: said either flat, or once per metric."""
    if not oplysning:
        return False
    if "raised_exception" in oplysning:
        return bool(oplysning["raised_exception"])
    return any(_styrtede(del_) for del_ in oplysning.values() if isinstance(del_, Mapping))
