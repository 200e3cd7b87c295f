"""What every published table, view and macro means, read from `columns.yaml`, and the comments made of it.

The extracts' own columns mean what `expectations/` says.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from pipeline.base.strict import Strict, read_model
from pipeline.definitions.extracts import Extract

FILE = Path(__file__).with_name("columns.yaml")
ORDER_WORDS = {"plan": "plan (i kørslens rækkefølge)", "indikator": "indikator (i planens rækkefølge)"}
"""What a name in `sorteret` that is no column stands for."""
MAIN_SOURCE_FIRST = "kilde (hovedkilden først)"

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Columns = dict[str, Text | None]
"""Column -> its meaning; null where it means what it means everywhere."""


class Published(Strict):
    """A table or view. `noegle`: no two rows share these; `sorteret`: the order its rows come in."""

    betydning: Text
    noegle: tuple[str, ...] = ()
    sorteret: tuple[str, ...] = ()
    en_raekke: bool = False
    kolonner: Annotated[Columns, Field(min_length=1)]

    @model_validator(mode="after")
    def _names_its_own_columns(self) -> Self:
        if unknown := {*self.noegle, *self.sorteret} - {*self.kolonner, *ORDER_WORDS}:
            raise ValueError(f"nøgle eller orden nævner kolonner, den ikke har: {', '.join(sorted(unknown))}")
        return self

    @property
    def comment(self) -> str:
        """The meaning, the key and the order in a few sentences; a table has no order of its own."""
        sentences = [self.betydning]
        if self.en_raekke:
            sentences.append("Én række.")
        if self.noegle:
            sentences.append(f"Nøgle: {', '.join(self.noegle)}.")
        if self.sorteret:
            sentences.append(f"Sorteret efter {_listed(self._order())}.")
        return " ".join(sentences)

    def _order(self) -> list[str]:
        words = {**ORDER_WORDS, "kilde": MAIN_SOURCE_FIRST} if "indikator" in self.sorteret else ORDER_WORDS
        return [words.get(name, name) for name in self.sorteret]


class Table(Published):
    """A table, whose rows stand in no order."""

    @property
    def comment(self) -> str:
        """As of any other, and that the rows have no order."""
        return super().comment if self.en_raekke else f"{super().comment} Uden fast rækkefølge."


class Macro(Strict):
    """A macro: how it is called and what it gives; one that gives a table also its columns and an example."""

    kald: Text
    betydning: Text
    eksempel: Text | None = None
    kolonner: Columns = Field(default_factory=dict)

    @model_validator(mode="after")
    def _has_an_example(self) -> Self:
        if bool(self.kolonner) != bool(self.eksempel):
            raise ValueError("kolonner og eksempel hører sammen")
        return self

    @property
    def comment(self) -> str:
        """The call, then what it gives."""
        return f"{self.kald}: {self.betydning}"


class Dictionary(Strict):
    """All of `columns.yaml`; `faelles` are the meanings that columns share."""

    faelles: dict[str, Text]
    tabeller: dict[str, Table]
    visninger: dict[str, Published]
    makroer: dict[str, Macro]

    @model_validator(mode="after")
    def _every_column_has_a_meaning(self) -> Self:
        without = [f"{name}.{c}" for name, c in self._bare() if c not in self.faelles]
        unused = self.faelles.keys() - {column for _, column in self._bare()}
        if without or unused:
            raise ValueError(
                f"kolonner uden betydning: {without}; fælles, som ingen bruger: {sorted(unused)}"
            )
        return self

    def _bare(self) -> Iterator[tuple[str, str]]:
        for name, entry in self.entries():
            yield from ((name, column) for column, meaning in entry.kolonner.items() if meaning is None)

    def entries(self) -> Iterator[tuple[str, Table | Published | Macro]]:
        """Everything with its name: tables, views, macros."""
        for part in (self.tabeller, self.visninger, self.makroer):
            yield from part.items()

    def meanings(self, columns: Columns) -> dict[str, str]:
        """Column -> what it means, in their order."""
        return {column: meaning or self.faelles[column] for column, meaning in columns.items()}


@functools.cache
def dictionary() -> Dictionary:
    """The dictionary of what is published.

    Raises:
        DefinitionsError: with one line per fault in the file.
    """
    return read_model(FILE, Dictionary)


def extract_comment(extract: Extract) -> str:
    """What an extract's published table means, with its key."""
    return f"{extract.betydning} Nøgle: {', '.join(extract.key)}. Uden fast rækkefølge."


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} og {names[-1]}" if len(names) > 1 else names[0]
