"""Great Expectations: what the YAML expects of single values. What it refuses is quarantined or warned of.

It is loaded and asked in the program's second process (`pipeline.base.aside`), while the first one reads.

The suite of an extract runs once, over the distinct values of each column (with how each was read), so
its cost does not grow with the rows; what is refused is joined back to the rows in SQL. Keys, references
and rules between columns are SQL's (findings.py).
"""

from __future__ import annotations

import functools
import gc
import importlib.util
import logging
import os
import sys
import warnings
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pipeline.base.aside import aside
from pipeline.base.errors import InternalError

if TYPE_CHECKING:  # the second process loads little else
    from pipeline.definitions.column_models import Severity

_LONG = 1000
_TALKATIVE = ("great_expectations", "great_expectations.data_context.types.base")


@dataclass(frozen=True, eq=False)
class Trial:
    """One expectation about one column.

    `pairs` are the column's distinct texts as delivered (None: missing) and, for each, the value that the
    expectation is about.
    """

    column: str
    type: str
    severity: Severity
    reason: str
    pairs: Sequence[tuple[str | None, Any]]
    kwargs: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Refused:
    """One text of a column that an expectation refuses; `raa` None: the missing are refused."""

    kolonne: str
    raa: str | None
    alvor: Severity
    aarsag: str


def load() -> None:
    """Begin to load Great Expectations, where that has not been done."""
    aside().begin(_load)


def refused(extract: str, trials: Sequence[Trial]) -> list[Refused]:
    """As `Validator.refused`, of the one in the second process."""
    return aside().begin(_refused_by_it, extract, trials).result()


def _load() -> None:
    _validator()  # what it made stays there


def _refused_by_it(extract: str, trials: Sequence[Trial]) -> list[Refused]:
    return _validator().refused(extract, trials)


@functools.cache
def _validator() -> Validator:
    # What is loaded stays, so nothing is gained by looking for what could go: a fifth of the time was.
    gc.disable()
    try:
        return Validator()
    finally:
        gc.freeze()
        gc.enable()


def _put_off(name: str) -> None:
    """Let a module load when something of it is first used (the standard library's recipe)."""
    parent, _, child = name.rpartition(".")
    if name in sys.modules or not (spec := importlib.util.find_spec(name)) or not spec.loader:
        return
    spec.loader = importlib.util.LazyLoader(spec.loader)
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    setattr(sys.modules[parent], child, module)


class Validator:
    """Great Expectations, quiet and offline; one for a whole process, since loading it takes seconds."""

    def __init__(self) -> None:
        os.environ["GX_ANALYTICS_ENABLED"] = "false"  # read when the package is imported
        _put_off("scipy.stats")  # a third of the time to load, for expectations that none of ours is
        with warnings.catch_warnings():  # it imports modules that the standard library has deprecated
            warnings.simplefilter("ignore", DeprecationWarning)
            import great_expectations
            from great_expectations.data_context.types.base import ProgressBarsConfig

        for name in _TALKATIVE:  # after the import: one of them sets its own level
            logging.getLogger(name).setLevel(logging.WARNING)
        context = great_expectations.get_context(mode="ephemeral")
        context.variables.progress_bars = ProgressBarsConfig(globally=False)
        source = context.data_sources.add_pandas("leverance")
        self._table = source.add_dataframe_asset("extract").add_batch_definition_whole_dataframe("hel")

    def refused(self, extract: str, trials: Sequence[Trial]) -> list[Refused]:
        """Every text that an expectation refuses, with its severity and reason.

        Raises:
            InternalError: an expectation is unknown, was dropped or crashed: our fault, never the data's.
        """
        columns = _columns([trial for trial in trials if trial.pairs])
        short = [column for column in columns if len(column.values) <= _LONG]
        # A column of very many values would lengthen all the others.
        groups = [short, *([column] for column in columns if len(column.values) > _LONG)]
        return [refused for group in groups if group for refused in self._in_a_frame(extract, group)]

    def _in_a_frame(self, extract: str, columns: Sequence[_Column]) -> list[Refused]:
        from great_expectations import ExpectationSuite

        expectations = [_expectation(extract, number, column) for number, column in enumerate(columns)]
        length = max(len(column.values) for column in columns)
        expectations.append(_row_counts(length))
        batch = self._table.get_batch({"dataframe": _frame(columns, length)})
        reply = batch.validate(
            ExpectationSuite(name=extract, expectations=expectations),
            result_format={"result_format": "COMPLETE", "return_unexpected_index_query": False},
        )
        if len(reply.results) != len(expectations):
            raise InternalError(f"{extract}: en forventning blev ikke prøvet")
        return [refused for result in reply.results for refused in _refused_in(extract, result, columns)]


@dataclass(frozen=True)
class _Column:
    """One column of the frame: the values of one expectation, and whose each value is.

    Expectations that ask the same of several columns share one: each costs milliseconds, however few
    its values.
    """

    trials: Sequence[Trial]

    @cached_property
    def values(self) -> list[Any]:
        """The different values, in order: each is asked about once, however many texts stand for it."""
        return list({_different(value): value for trial in self.trials for _, value in trial.pairs}.values())

    def refused(self, indices: Iterable[int]) -> list[Refused]:
        """What was refused; past the end stand repetitions of the last value."""
        last = len(self.values) - 1
        refused = {_different(self.values[min(index, last)]) for index in indices}
        return [
            Refused(trial.column, raw, trial.severity, trial.reason)
            for trial in sorted(self.trials, key=lambda trial: (trial.column, trial.reason))
            for raw in sorted({r for r, value in trial.pairs if _different(value) in refused}, key=str)
        ]


def _different(value: Any) -> tuple[type, Any]:
    """By which two values are told apart: 1 is not true."""
    return type(value), value


def _columns(trials: Sequence[Trial]) -> list[_Column]:
    collected: dict[tuple[str, str], list[Trial]] = {}
    for trial in trials:
        collected.setdefault((trial.type, repr(sorted(trial.kwargs.items()))), []).append(trial)
    return [_Column(found) for found in collected.values()]


def _expectation(extract: str, number: int, column: _Column) -> Any:
    from great_expectations import expectations

    trial = column.trials[0]
    class_ = getattr(expectations, "".join(part.capitalize() for part in trial.type.split("_")), None)
    if class_ is None:
        raise InternalError(f"{extract}.{trial.column}: forventningen {trial.type} kendes ikke")
    try:
        return class_(column=str(number), meta={"nr": number}, **trial.kwargs)
    except (TypeError, ValueError):
        raise InternalError(f"{extract}.{trial.column}: {trial.type} har forkerte kwargs") from None


def _row_counts(count: int) -> Any:
    """An empty frame would meet every expectation: its length is expected too."""
    from great_expectations.expectations.core.expect_table_row_count_to_equal import (
        ExpectTableRowCountToEqual,
    )

    return ExpectTableRowCountToEqual(value=count, meta={"nr": -1})


def _frame(columns: Sequence[_Column], length: int) -> Any:
    """One column per expectation; the shorter ones repeat their last value, which changes no verdict."""
    import pandas as pd

    named_columns = {}
    for number, column in enumerate(columns):
        values = column.values + column.values[-1:] * (length - len(column.values))
        named_columns[str(number)] = pd.Series(values, dtype=object).infer_objects()
    return pd.DataFrame(named_columns)


def _refused_in(extract: str, result: Any, columns: Sequence[_Column]) -> list[Refused]:
    number = result.expectation_config.meta["nr"]
    if number < 0 or _crashed(result.exception_info):
        if number < 0 and result.success is True:
            return []
        place = columns[number].trials[0].column if number >= 0 else "rækketallet"
        raise InternalError(f"{extract}.{place}: en forventning kunne ikke prøves")
    column: _Column = columns[number]
    indices = [int(index) for index in result.result.get("unexpected_index_list") or ()]
    if bool(indices) == result.success:
        trial = column.trials[0]
        raise InternalError(f"{extract}.{trial.column}: {trial.type} gav ikke et svar pr. værdi")
    return column.refused(indices)


def _crashed(information: Mapping[str, Any] | None) -> bool:
    """Whether an expectation crashed: said either flat, or once per metric."""
    if not information:
        return False
    if "raised_exception" in information:
        return bool(information["raised_exception"])
    return any(_crashed(part) for part in information.values() if isinstance(part, Mapping))
