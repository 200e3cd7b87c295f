"""Why a delivery is refused, in few lines: the files at fault first, then those that only refer to them.

A faulty row in one file takes every row that refers to it along. So a file that is stopped for what it refers
to is named after the one that is to be mended, with no reasons of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from pipeline.base.text import enumeration
from pipeline.definitions.extract_models import Extract
from pipeline.intake.causes import Cause, Causes
from pipeline.intake.gates import FileCounts, Gates, too_little_delivered, too_much_quarantined

_MOST_CAUSES = 4

Loss: TypeAlias = Callable[[str, Collection[str]], Sequence[str]]
"""The indicators that cannot be computed without an extract, or without some of its columns."""


@dataclass(frozen=True)
class Refusal:
    """A delivery's files as they were judged, and what they are held against.

    `earlier` are rows read of the delivery before; `lost` are lines about columns that it filled.
    """

    files: Sequence[FileCounts]
    extracts: Mapping[str, Extract]
    gates: Gates
    earlier: Mapping[str, int]
    causes: Causes
    lost: Sequence[str] = ()

    @cached_property
    def _counts(self) -> Mapping[str, FileCounts]:
        return {figures.extract: figures for figures in self.files}

    @cached_property
    def _shrunk(self) -> Mapping[str, Sequence[str]]:
        """What is said of a file that has too few rows; of a header alone only where others miss its rows."""
        return {
            f.extract: list(
                too_little_delivered(f, self.extracts[f.extract], self.gates, self.earlier.get(f.extract, 0))
            )
            for f in self.files
        }

    @cached_property
    def _too_much(self) -> Mapping[str, Sequence[str]]:
        return {
            f.extract: list(too_much_quarantined(f, self.extracts[f.extract], self.gates)) for f in self.files
        }

    @cached_property
    def _stopped(self) -> Sequence[str]:
        return [f.extract for f in self.files if self._shrunk[f.extract] or self._too_much[f.extract]]

    @cached_property
    def _blamed(self) -> frozenset[str]:
        """The extracts that stopped files, and files these refer to, miss rows of."""
        several = Counter(name for file in self._stopped for name in self._missed_by(file))
        found: set[str] = set()
        ahead = list(self._stopped)
        while ahead:
            for name in self._missed_by(ahead.pop()):
                known = self._counts.get(name)
                guilty = known and (known.karantaene or not known.laest or self._shrunk[name])
                if name not in found and known and (guilty or several[name] > 1):
                    found.add(name)
                    ahead.append(name)
        return frozenset(found)

    def _missed_by(self, file: str) -> set[str]:
        """The other files whose rows it misses so many of that it matters: a few unknown ones always are."""
        rows = Counter[str]()
        for cause in self.causes.get(file, ()):
            if (name := cause.refers_to(self.extracts[file])) and name != file:
                rows[name] += cause.raekker
        figures = self._counts[file]
        return {
            name
            for name, count in rows.items()
            if 2 * count >= figures.karantaene or self.gates.too_many(count, figures.laest)
        }

    def _own(self, file: str) -> list[Cause]:
        """The causes that no other file is to be blamed for."""
        causes = self.causes.get(file, ())
        return [
            cause for cause in causes if cause.refers_to(self.extracts[file]) not in self._blamed - {file}
        ]

    def _at_fault(self, file: str) -> bool:
        figures, own = self._counts[file], self._own(file)
        if not figures.laest or self._shrunk[file]:
            return True
        if file in self._stopped:
            rows = min(sum(cause.raekker for cause in own), figures.karantaene)
            alone = not self._missed_by(file) & self._blamed
            strict = self.extracts[file].stop_ved_karantaene
            return bool(own) and (alone or strict or self.gates.too_many(rows, figures.laest))
        return bool(own) or not figures.karantaene

    def lines(self, loss: Loss, karantaene: str) -> Iterator[str]:
        """Why the delivery is refused; nothing where it is not. Few lines, counts only."""
        if not self._stopped and not self.lost:
            return
        guilty = [f for f in self._counts if f in {*self._stopped, *self._blamed} and self._at_fault(f)]
        for file in guilty:
            yield from (f"{file}.csv: {line}." for line in self._told(file))
        if victims := [self._victim(file) for file in self._stopped if file not in guilty]:
            yield f"Rækker, der henviser til dem, kan derfor heller ikke bruges: {enumeration(victims)}."
        yield from self._optional(loss)
        yield from self.lost
        if any(figures.karantaene for figures in self.files):
            yield f"Rækkerne i karantæne ligger i arbejdsmappen under karantaene/{karantaene}."

    def _told(self, file: str) -> Iterator[str]:
        figures, own = self._counts[file], self._own(file)
        if not figures.laest:
            yield "filen har kun en overskrift"
        yield from self._shrunk[file]
        if not own:
            if figures.laest and not self._shrunk[file]:
                yield f"ingen af filens {figures.laest} rækker er dem, andre filer henviser til"
            return
        head = "; ".join(self._too_much[file]) or (
            f"{figures.egne} af {figures.laest} rækker er sat i karantæne for egne fejl"
        )
        reasons = [cause.words(self.extracts[file]) for cause in own]
        if len(reasons) == 1:
            yield f"{head}{_derived(figures)}. Årsag: {reasons[0]}"
            return
        yield f"{head}{_derived(figures)}"
        yield from reasons[:_MOST_CAUSES]
        if (rest := len(reasons) - _MOST_CAUSES) > 0:
            yield f"og {rest} andre årsager, som står ved rækkerne i karantæne"

    def _victim(self, file: str) -> str:
        figures = self._counts[file]
        return f"{figures.karantaene} af {figures.laest} i {file}.csv"

    def _optional(self, loss: Loss) -> Iterator[str]:
        for file in self._stopped:
            if self.extracts[file].valgfri:
                yield (
                    f"{file}.csv: kan filen ikke rettes, så tag den ud af leverancen; "
                    f"{without_file(self.extracts[file], loss)}."
                )


def without_file(extract: Extract, loss: Loss) -> str:
    """What is lost by leaving an optional file out."""
    lost = loss(extract.extract, ())
    if lost:
        return f"så kan {_listed(lost)} ikke opgøres"
    return f"så mangler {extract.mistes}" if extract.mistes else "ingen af kørslens indikatorer bruger den"


def without_columns(extract: str, columns: Collection[str], loss: Loss) -> str:
    """What is lost by going on without some columns."""
    lost = loss(extract, columns)
    return f"så kan {_listed(lost)} ikke opgøres" if lost else "ingen af kørslens indikatorer bruger den"


def _listed(names: Sequence[str]) -> str:
    if len(names) <= _MOST_NAMES:
        return enumeration(list(names))
    return f"{', '.join(names[:_MOST_NAMES])} og {len(names) - _MOST_NAMES} andre indikatorer"


_MOST_NAMES = 12


def _derived(figures: FileCounts) -> str:
    count = figures.karantaene - figures.egne
    return f"; {count} er i karantæne, alene fordi den række, de henviser til, er det" if count else ""
