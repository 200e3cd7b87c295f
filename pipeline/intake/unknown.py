"""What may be said of a file's unknown headings: what stands where headings should may be a row.

A lost line break or a stray quote glues a row to the headings. So unknown headings are named only where all
that is known of the first line speaks for it; otherwise their places are told, which say nothing of anybody.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from pipeline.base.cpr import holds_cpr
from pipeline.base.harmless import one_line
from pipeline.base.text import enumeration
from pipeline.definitions.extract_models import Extract

_LONGEST = 40
_MOST_PLACES = 6
_MOST_TIMES = 1.5
_HEADING = re.compile(r"(?!.*\d{3})(?=[^\W\d_])(?:[Nn]r\.|[\w /()§%&+-])+")
"""A letter first, no separator, quote, address or sentence, and no number as ids and years are."""


@dataclass(frozen=True)
class Unknown:
    """A file's unknown headings: their places, counted from 1, among `count`, and their names where told."""

    numbers: tuple[int, ...]
    count: int
    names: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Where they stand: `kolonne 7 og 8 er ikke kendte overskrifter`."""
        if len(self.numbers) > _MOST_PLACES:
            place_of = f"den første i kolonne {self.numbers[0]}"
            return f"{len(self.numbers)} af {self.count} overskrifter kendes ikke, {place_of}"
        what = "en kendt overskrift" if len(self.numbers) == 1 else "kendte overskrifter"
        return f"{column(self.numbers)} er ikke {what}"


NONE = Unknown((), 0)


def find_unknown(
    headings: Sequence[str], folded: Sequence[str], extract: Extract, own: Mapping[str, str]
) -> Unknown:
    """The filled headings that are no columns of the extract; `own` are the municipality's own, folded."""
    pair = enumerate(zip(headings, folded, strict=True), 1)
    numbers = tuple(
        number for number, (text, folded_name) in pair if text.strip() and folded_name not in extract.kolonner
    )
    # Blanks alone are stripped: a tab or a line break at the end of a heading tells of a row.
    texts = [headings[number - 1].strip(" ") for number in numbers]
    safe = _only_headings(folded, extract, own) and all(resembles_heading(t) for t in texts)
    return Unknown(numbers, len(headings), tuple(texts) if safe else ())


def column(numbers: Sequence[int]) -> str:
    """Places in running text: `kolonne 7 og 8`."""
    return f"kolonne {enumeration([str(number) for number in numbers])}"


def _only_headings(folded: Sequence[str], extract: Extract, own: Mapping[str, str]) -> bool:
    """Whether the known headings vouch for the others.

    A row may hold one value that is called as a column, but not two. Blank headings count as unknown: a row
    that is glued to the headings may have few of its fields filled.
    """
    found = [folded_name for folded_name in folded if folded_name in extract.kolonner]
    foreign = [folded_name for folded_name in folded if folded_name not in extract.kolonner]
    missed = {
        n for n, until in [*own.items(), *((k, k) for k in extract.kolonner)] if n and until not in found
    }
    filled = [folded_name for folded_name in foreign if folded_name]
    return (
        len(folded) <= _MOST_TIMES * len(extract.kolonner)
        and 1 < len(found) >= len(foreign)
        and len(set(filled)) == len(filled)
        and not any(_grown_together(folded_name, missed) for folded_name in foreign)
    )


def resembles_heading(text: str) -> bool:
    """Whether a text may be a heading: short, a letter first, no number as ids and years are, no sentence."""
    return (
        len(text) <= _LONGEST
        and text == one_line(text)
        and bool(_HEADING.fullmatch(text))
        and not holds_cpr(text)
    )


def _grown_together(folded: str, missed: Collection[str]) -> bool:
    """Whether a heading begins as one that is missing: the last heading and a row's first value."""
    return any(folded.startswith(name) for name in missed)
