"""Values freed of what systems write around or instead of them, before anything else is asked of them.

Every function hands a column back as it came where there is nothing to mend.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pipeline.definitions.extract_models import Extract
from pipeline.intake.marks import Marks

NOTHING = ("NULL", "(null)", r"\N", "N/A", "#N/A", "#I/T")
"""What systems write for a missing value (contract, section 1); its settings name a municipality's own."""


class Tidier:
    """Tidies the columns of one file; `words` stand for a missing value."""

    def __init__(self, extract: Extract, marks: Marks, words: Iterable[str]) -> None:
        self._extract = extract
        self._guards = marks.guards
        self._words = sorted({word.strip().lower() for word in words}) if marks.nothing else []

    def column(self, name: str, values: Any) -> Any:
        """An Arrow text column of trimmed values; a missing value is ''."""
        described = self._extract.kolonner.get(name)
        if self._guards:
            values = _unguarded(values)
        if self._words and described and not described.fritekst:
            values = _without(values, self._words)
        if described and (described.pseudonym or name.endswith("_id")):
            values = _whole(values)
        return values


def unguarded(text: str) -> str:
    """One text without a guard: `="..."`, one leading apostrophe, or one at each end."""
    if text.startswith('="') and text.endswith('"') and len(text) > 2:
        return text[2:-1].strip()
    if text.startswith("'") and text.endswith("'") and len(text) > 1:
        return text[1:-1].strip()
    return text.removeprefix("'").strip()


def _unguarded(values: Any) -> Any:
    import pyarrow as pa
    import pyarrow.compute as pc

    guarded = pc.or_(pc.starts_with(values, "'"), pc.starts_with(values, '="'))
    if not pc.any(guarded).as_py():
        return values
    bare = [unguarded(text) for text in pc.filter(values, guarded).to_pylist()]
    return pc.replace_with_mask(values, guarded, pa.array(bare, pa.string()))


def _without(values: Any, words: list[str]) -> Any:
    """The values, the missing ones empty."""
    import pyarrow as pa
    import pyarrow.compute as pc

    missing = pc.is_in(pc.utf8_lower(values), pa.array(words, pa.string()))
    return pc.if_else(missing, "", values) if pc.any(missing).as_py() else values


def _whole(values: Any) -> Any:
    """Ids that are numbers without the `.0` that a table with gaps gives them: they name other rows' ids."""
    import pyarrow.compute as pc

    if not pc.any(pc.or_(pc.ends_with(values, ".0"), pc.ends_with(values, ",0"))).as_py():
        return values
    return pc.replace_substring_regex(values, r"^([0-9]+)[.,]0$", r"\1")
