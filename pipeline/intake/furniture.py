"""Lines that systems put among a table's rows: its headings again, dashes, and what they say below it.

Such a line is no row. It is told of by its number, since whoever wrote it may have meant one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from pipeline.intake.tidy import unguarded

_COUNTED = r"(?:rows?|row\(s\)|records?|rækker?|poster?|linjer?)"
_COUNT_FIRST = (  # (5 rows affected), 5 rækker valgt, 5 poster
    rf"\(?\d[\d.,]* ?{_COUNTED}(?: (?:affected|selected|returned|fetched|in set|i alt|(?:blev )?(?:berørt|"
    r"påvirket|valgt|fundet|hentet|returneret|udtrukket))(?: \([\d.]+ sec\))?)?\)?\.?"
)
_COUNT_LAST = (  # Antal rækker: 5, Total;5
    rf"\(?(?:(?:berørte|påvirkede|antal|i alt|total|samlet antal) ?{_COUNTED}|{_COUNTED} i alt|antal|i alt|"
    r"total|(?:row|record) ?count|number of rows)[:;,\t ]+\(?\d[\d.,]*\)*\.?|(?:i alt|total)[:.]?"
)
_MADE = (  # Udskrevet 30-04-2021, Rapporten er dannet kl. 10, Completion time: 2021-04-30T10:15
    r"(?:(?:rapport(?:en)?|udtræk(?:ket)?|filen?|data|report) (?:er |is )?)?"
    r"(?:udført|udskrevet|dannet|trukket|udtrukket|genereret|eksporteret|kørt|printet|hentet|udtræksdato|"
    r"udskriftsdato|kørselsdato|completion time|generated|created|exported|printed|executed|run date)"
    r"\b[^;\t]{0,80}"
)
_END = (  # -- slut --, EOF, -----
    r"[-=*# ]*(?:eof|slut(?: på (?:rapport|udtræk|fil)(?:ket|en)?)?|end of (?:file|report|data))[-=*# .]*"
    r"|[-=_*]{3,}"
)
_FOOTER = re.compile("|".join((_COUNT_FIRST, _COUNT_LAST, _MADE, _END)), re.IGNORECASE)
_BEGINS = (
    r"\(?[0-9][0-9.,]* ?[rpl]|\(?(?:berørt|påvirked|antal|i alt|total|samlet|row|record|number of|række|post|"
    r"linje|rapport|udtræk|fil|data|report|ud|dannet|trukket|genereret|eksporteret|kør|printet|hentet|"
    r"completion|generated|created|exported|executed|run date)|[-=*# _]+(?:eof|slut|end of|$)|eof|slut|end of"
)
_MOST_OF_A_FOOTER = 2
"""How many fields a word on the table may fill: its separators are those of the sentence."""
_DASHES = re.compile("[-=]+")


@dataclass(frozen=True)
class Furniture:
    """What is no row of a file with these headings, and the lines it was found in."""

    headings: Sequence[str]
    separator: str
    lines: list[int] = field(default_factory=list)

    @property
    def fewest_fields(self) -> int:
        """How many fields a row must have: headings may end in a separator that rows have not."""
        return max((n for n, text in enumerate(self.headings, 1) if text.strip()), default=len(self.headings))

    def is_furniture(self, fields: Sequence[str]) -> bool:
        """Whether trimmed fields are the headings again, dashes alone, or a word on the table."""
        filled = [text for text in fields if text]
        if not filled:
            return False
        if len(filled) > 1 and (all(map(_DASHES.fullmatch, filled)) or self._are_headings(fields)):
            return True
        if len(filled) > _MOST_OF_A_FOOTER or len(self.headings) < 2 or not fields[0]:
            return False
        return _FOOTER.fullmatch(self.separator.join(fields).strip(f"{self.separator} \"'")) is not None

    def rows_without(self, lines: Sequence[int], columns: Sequence[Sequence[str]]) -> Iterator[int]:
        """The places among some rows, given with their lines, that are none."""
        for place, (line, fields) in enumerate(zip(lines, zip(*columns, strict=True), strict=True)):
            if self.is_furniture(fields):
                self.lines.append(line)
                yield place

    @cached_property
    def pattern(self) -> str:
        """What the first field of every such row matches: all others need no closer look."""
        heading = re.escape(unguarded(self.headings[0].strip()))
        return rf"(?i)^(?:[='\"]*{heading}['\"]*$|{_BEGINS})"

    def _are_headings(self, fields: Sequence[str]) -> bool:
        own = [text.strip() for text in self.headings]
        return [unguarded(text) for text in fields[: len(own)]] == own and not any(fields[len(own) :])
