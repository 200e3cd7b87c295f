"""What a case that must go is known by: its own number, and those of what was registered on it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

MASK = "xxxx"
"""What stands in a text where the case's number stood."""
_SHORTEST = 5


@dataclass(frozen=True)
class Traces:
    """A case's number, and the values by column (`sag_id`, `bfu_id` ...) that rows of it alone have."""

    sag_id: str
    columns: Mapping[str, frozenset[str]]

    @cached_property
    def _word(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){re.escape(self.sag_id)}(?!\w)")

    @property
    def is_a_word(self) -> bool:
        """Whether the number is known for one within a text: `12` may as well be a day or a count."""
        return not self.sag_id.isdecimal() or len(self.sag_id) >= _SHORTEST

    def holds(self, text: str) -> bool:
        """Whether a text is the number, or names it."""
        return text.strip() == self.sag_id or (self.is_a_word and bool(self._word.search(text)))

    def masked(self, text: str) -> str:
        """A text without the number."""
        if text.strip() == self.sag_id:
            return MASK
        return self._word.sub(MASK, text) if self.is_a_word else text

    def is_of_it(self, column: str, value: str | None) -> bool:
        """Whether a row is the case's, by its value in a column."""
        return value is not None and value.strip() in self.columns.get(column, ())
