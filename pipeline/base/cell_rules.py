"""What a cell of a form may be filled with; programs show it as a list, or say what is wrong."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from pipeline.base.sheets import Fill, SheetColumn

LONGEST_LIST = 250
"""How long a list of choices may be that stands in the cell's own rule."""
_LISTS = "Valglister"


class Lists:
    """Choices too many to stand in a cell's own rule; they stand on a hidden sheet."""

    def __init__(self) -> None:
        self._columns: list[tuple[str, ...]] = []

    def rule(self, words: Sequence[str]) -> str:
        """What a cell's rule says of its choices."""
        inline = ",".join(words)
        if len(inline) <= LONGEST_LIST and not any("," in word or '"' in word for word in words):
            return f'"{inline}"'
        if tuple(words) not in self._columns:
            self._columns.append(tuple(words))
        letter = get_column_letter(self._columns.index(tuple(words)) + 1)
        return f"{_LISTS}!${letter}$1:${letter}${len(words)}"

    def write(self, book: Workbook) -> None:
        """The hidden sheet, where one is needed."""
        if not self._columns:
            return
        sheet = book.create_sheet(_LISTS)
        sheet.sheet_state = "hidden"
        for number, words in enumerate(self._columns, start=1):
            for row, word in enumerate(words, start=1):
                cell = sheet.cell(row, number, word)
                cell.data_type = "s"


def cell_rule(column: SheetColumn, lists: Lists) -> DataValidation | None:
    """What a cell of the column may be filled with; programs show it as a list, or say what is wrong."""
    if column.fill is Fill.CHOICE:
        rule = DataValidation(type="list", formula1=lists.rule(list(column.words.values())), allow_blank=True)
        rule.error = "Vælg på listen, eller lad feltet stå tomt."
    elif column.fill is Fill.DAY:
        rule = DataValidation(type="date", operator="greaterThan", formula1="32874", allow_blank=True)
        rule.error = "Skriv en dato, fx 31-12-2021."
    elif column.fill is Fill.NUMBER:
        rule = DataValidation(type="whole", operator="greaterThanOrEqual", formula1="0", allow_blank=True)
        rule.error = "Skriv et helt tal."
    else:
        return None
    rule.errorTitle, rule.showErrorMessage = column.heading[:32], True
    return rule
