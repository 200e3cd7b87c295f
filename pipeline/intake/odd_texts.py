"""Ids and texts that a spreadsheet spoiled, or that are a sign alone: kept, and told of by column.

None of them can be known for a missing value, as NULL is: what is called "-" may be called so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.base.text import count_of
from pipeline.definitions.extract_models import Extract

_SIGN_ALONE = "holder kun et tegn; betyder det, at der intet er, så skriv det under tomme i indstillingsfilen"
_KINDS = {
    r"^#(?:[A-ZÆØÅa-zæøå/0]+[!?]|#+)$": (
        "holder en fejl fra regnearket (#REFERENCE! eller lignende); ret det, og hent udtrækket igen"
    ),
    r"^[0-9][.,][0-9]+E\+[0-9]+$": (
        "er afkortet af regnearket (fx 1,23E+11); giv kolonnen tekstformat, og hent udtrækket igen"
    ),
    r"^[^\pL\pN\s]{1,3}$": _SIGN_ALONE,
}


@dataclass
class OddTexts:
    """What was found in a delivery: by extract, column and kind, how many fields and the first line."""

    _found: dict[tuple[str, str, str], tuple[int, int]] = field(default_factory=dict)

    def look(self, extract: Extract, names: Sequence[str], columns: Sequence[Any], lines: Any) -> None:
        """Look through columns of trimmed Arrow text; free text, and what is typed, are judged elsewhere."""
        import pyarrow.compute as pc

        for name, values in zip(names, columns, strict=True):
            described = extract.kolonner.get(name)
            if described is None or described.type != "tekst" or described.fritekst or described.fortrolig:
                continue
            for pattern, words in _KINDS.items():
                if words == _SIGN_ALONE and not name.endswith("_id"):
                    continue
                odd = pc.indices_nonzero(pc.match_substring_regex(values, pattern))
                if len(odd):
                    self._add((extract.extract, name, words), len(odd), lines[odd[0].as_py()].as_py())

    def remarks(self) -> Iterator[str]:
        """One line per column and kind."""
        for (extract, name, words), (count, line) in self._found.items():
            amount = count_of(count, "felt", "felter")
            yield f"{extract}.csv: {name}: {amount}, første gang i linje {line}, {words}."

    def _add(self, key: tuple[str, str, str], count: int, line: int) -> None:
        before, first = self._found.get(key, (0, line))
        self._found[key] = before + count, min(first, line)
