"""One cell of a returned workbook, read as what it is for: a text, a day, a number or a choice."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from pipeline.base.text import folded

_FORMS = ("%d-%m-%Y", "%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y")
_FIRST_YEAR, _LAST_YEAR = 1990, 2099
Mask = Callable[[str], str]
"""What is done to every text before it is kept: what looks like a CPR number is masked."""


@dataclass(frozen=True)
class Place:
    """Where something stands: `sheet` as its tab says, or its number where somebody renamed it."""

    file: str
    sheet: str
    cell: str = ""

    def __str__(self) -> str:
        """As a message begins with it."""
        return ", ".join(filter(None, (self.file, f"ark {self.sheet}", self.cell and f"celle {self.cell}")))


class Unreadable(Exception):
    """A cell does not hold what it is for; the text says what was expected."""


@dataclass(frozen=True)
class Field:
    """One cell's content and where it stands."""

    content: object
    place: Place

    def text(self, mask: Mask) -> str | None:
        """The text, trimmed; None where there is none."""
        return mask(text) if (text := text_of(self.content)) else None

    def day(self) -> date | None:
        """The day.

        Raises:
            Unreadable: it is none, or one that no review can have.
        """
        found = _day(self.content)
        if found is not None and not _FIRST_YEAR <= found.year <= _LAST_YEAR:
            raise Unreadable("datoen ligger før 1990 eller efter 2099; skriv den som 31-12-2021")
        return found

    def number(self) -> int | None:
        """The whole number.

        Raises:
            Unreadable: it is none.
        """
        text = text_of(self.content)
        if text and not re.fullmatch(r"[0-9]{1,9}", text):
            raise Unreadable("tallet kan ikke læses; skriv et helt tal")
        return int(text) if text else None

    def choice(self, words: Mapping[str, str]) -> str | None:
        """The code chosen.

        Raises:
            Unreadable: it is no choice there is.
        """
        text = text_of(self.content)
        known = {folded(word): code for code, word in words.items()} | {folded(code): code for code in words}
        if text and folded(text) not in known:
            raise Unreadable(f"ordet kendes ikke; vælg {_either(list(words.values()))}")
        return known[folded(text)] if text else None


def text_of(content: object) -> str:
    """What a person would say stands in the cell."""
    if isinstance(content, float) and content.is_integer():
        return str(int(content))
    if isinstance(content, datetime):
        return content.date().isoformat()
    return "" if content is None else str(content).replace("_x000D_", "").strip()


def _day(content: object) -> date | None:
    if isinstance(content, date):
        return content.date() if isinstance(content, datetime) else content
    if isinstance(content, int | float) and not isinstance(content, bool):
        from openpyxl.utils.datetime import from_excel  # loaded with a workbook, and not before

        content = from_excel(content) if 1 <= content < 2**20 else "?"
        return _day(content)
    text = text_of(content)
    for form in _FORMS if text else ():
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            continue
    if text:
        raise Unreadable("datoen kan ikke læses; skriv den som 31-12-2021")
    return None


def _either(words: Sequence[str]) -> str:
    lowered = [word.lower() for word in words]
    return f"{', '.join(lowered[:-1])} eller {lowered[-1]}"
