"""A municipality's own headings and values in a delivery, where nothing says yet what they mean.

Values are told of codes and of yes and no alone: what stands in ids, in confidential columns and in text is
somebody's. Headings and values that may be a row's are counted, not told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.base.cpr import holds_cpr
from pipeline.definitions.column_models import Column
from pipeline.definitions.extract_models import Extract
from pipeline.intake.files import File, read_folder
from pipeline.intake.headings import recognise
from pipeline.intake.likely import LEAST, candidates, scores
from pipeline.intake.own_words import BOOL_WORDS, REST, Fold, OwnWords
from pipeline.intake.read_csv import CsvFile, open_csv
from pipeline.intake.tidy import Tidier
from pipeline.intake.unknown import resembles_heading

_MOST_VALUES = 40
_LEAST_COUNT = 3
"""How often a value stands in a column that its heading is only guessed to be: fewer may be somebody's."""


@dataclass(frozen=True)
class OwnWord:
    """A heading or value, what it most likely stands for, and how many rows have it (of a value)."""

    text: str
    candidates: tuple[str, ...]
    count: int = 0


@dataclass(frozen=True)
class OwnValues:
    """The values of a column that are not known, and how many more are not told.

    `heading` is what the column is guessed by, where no heading is known to mean it.
    """

    column: str
    values: tuple[OwnWord, ...]
    untold: int
    heading: str = ""


@dataclass(frozen=True)
class FileWords:
    """What of one file is not known; `untold` headings may be a row's, and `missing` must be there."""

    extract: str
    file: str
    headings: tuple[OwnWord, ...]
    untold: int
    missing: tuple[str, ...]
    values: tuple[OwnValues, ...]


@dataclass(frozen=True)
class Finder:
    """Finds them; `known` are the words the settings map already, `nothing` stand for a missing value."""

    extracts: Mapping[str, Extract]
    known: OwnWords
    nothing: Sequence[str]
    fold: Fold

    def find(self, folder: Path) -> Iterator[FileWords]:
        """One per file that has any.

        Raises:
            UsageFault: the folder cannot be read.
            DataRefused: a file cannot be read.
        """
        for name, file in read_folder(folder, self.extracts, self.fold, self.nothing).files.items():
            found = self._file(self.extracts[name], file)
            if found.headings or found.untold or found.missing or found.values:
                yield found

    def _file(self, extract: Extract, file: File) -> FileWords:
        own = self.known.headings.get(extract.extract, {})

        def recognised(headings: Sequence[str]) -> int:
            return len(extract.kolonner.keys() & set(recognise(headings, own, self.fold)))

        with open_csv(file.path, file.charset, recognised, file.marks) as csv_file:
            names = recognise(csv_file.headings, own, self.fold)
            texts = [text.strip() for text in csv_file.headings]
            missing = [name for name in extract.kolonner if name not in names]
            unknown = [n for n, name in enumerate(names) if texts[n] and name not in extract.kolonner]
            told = [n for n in unknown if _HEADING.fullmatch(texts[n])] if _are_headings(texts, names) else []
            scored = self._scored(extract, {n: names[n] for n in told}, missing)
            words = [OwnWord(texts[n], candidates(scored[n])) for n in told]
            guessed = _one_each(scored)
            asked = {n: name for n, name in enumerate(names) if name in extract.kolonner} | guessed
            values = tuple(self._values(csv_file, extract, file, asked, {n: texts[n] for n in guessed}))
        must = tuple(name for name in missing if extract.kolonner[name].must_exist)
        untold = len(unknown) - len(told)
        return FileWords(extract.extract, file.name, tuple(words), untold, must, values)

    def _scored(
        self, extract: Extract, headings: Mapping[int, str], missing: Sequence[str]
    ) -> dict[int, dict[str, float]]:
        """How near each heading is to each column that the file has no heading for."""
        meanings = self.fold([extract.kolonner[name].betydning for name in missing])
        known = dict(zip(missing, meanings, strict=True))
        return {n: scores(folded, known) for n, folded in headings.items()}

    def _values(
        self,
        csv_file: CsvFile,
        extract: Extract,
        file: File,
        asked: Mapping[int, str],
        guessed: Mapping[int, str],
    ) -> Iterator[OwnValues]:
        told = {n: name for n, name in asked.items() if _is_told(extract.kolonner[name])}
        tidier = Tidier(extract, file.marks, self.nothing)
        counts: dict[int, Counter[str]] = {n: Counter() for n in told}
        for chunk in csv_file.chunks() if told else ():
            for n, name in told.items():
                for pair in tidier.column(name, chunk.columns[n]).value_counts().to_pylist():
                    counts[n][pair["values"]] += pair["counts"]
        for n, name in told.items():
            if found := self._unknown(extract, name, counts[n], guessed.get(n, "")):
                yield found

    def _unknown(self, extract: Extract, name: str, counts: Counter[str], heading: str) -> OwnValues | None:
        column = extract.kolonner[name]
        own = self.known.values.get(extract.extract, {}).get(name, {})
        texts = [text for text in counts if text]
        folded = dict(zip(texts, self.fold([_without_nought(text) for text in texts]), strict=True))
        words = dict.fromkeys(("ja", "nej"), "") if column.type == "bool" else self._meanings(column)
        known = {*own, *words, *(BOOL_WORDS if column.type == "bool" else ())}
        unknown = [text for text in texts if folded[text] not in known] if REST not in own else []
        least = _LEAST_COUNT if heading else 1
        shown = [t for t in unknown if counts[t] >= least and resembles_heading(t)]
        shown = sorted(shown, key=lambda text: (-counts[text], text))[:_MOST_VALUES]
        values = tuple(
            OwnWord(text, candidates(scores(folded[text], words)) or tuple(words), counts[text])
            for text in shown
        )
        # A guess without a value to show for it was most likely a wrong one.
        told = bool(values) if heading else bool(unknown)
        return OwnValues(name, values, len(unknown) - len(values), heading) if told else None

    def _meanings(self, column: Column) -> dict[str, str]:
        return dict(zip(column.koder, self.fold(list(column.koder.values())), strict=True))


def _is_told(column: Column) -> bool:
    """Whether values of the column may be told: codes, and yes and no; nobody's name, id or words."""
    return column.type in {"kode", "bool"} and not column.fortrolig and not column.is_id


def _are_headings(texts: Sequence[str], folded: Sequence[str]) -> bool:
    """Whether a first line is one of headings: a row has numbers or addresses, or says a thing twice."""
    filled = [name for name in folded if name]
    return (
        len(filled) > 1
        and len(set(filled)) == len(filled)
        and not any(_ROWS.search(text) or holds_cpr(text) for text in texts)
    )


_ROWS = re.compile(r"\d{3}|@")
_HEADING = re.compile(r"(?=.*[^\W\d_])[\w /()§%&+,.:?-]{1,60}")


def _one_each(scored: Mapping[int, Mapping[str, float]]) -> dict[int, str]:
    """The column each heading most likely means, no column twice: the surest pair first."""
    pairs = [(-score, n, name) for n, names in scored.items() for name, score in names.items()]
    found: dict[int, str] = {}
    for score, n, name in sorted(pairs):
        if -score >= LEAST and n not in found and name not in found.values():
            found[n] = name
    return found


def _without_nought(text: str) -> str:
    return text[:-2] if text.endswith((".0", ",0")) else text
