"""Values that stand for something: codes, folded text, a municipality's own words, perhaps unknown teams.

Each distinct value is looked up once (`kodebog`) and joined back to the rows.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeAlias

from pipeline.base.database import Database, Expression, Relation, col, fn, lit
from pipeline.definitions.column_models import Column
from pipeline.definitions.extract_models import Extract
from pipeline.intake.own_words import BOOL_WORDS

Reading: TypeAlias = Literal["komma", "punkt", "tusind"]
"""How a column of amounts is read: decimal comma, decimal point, or points for thousands and no decimals."""


@dataclass(frozen=True)
class Lookup:
    """The columns of an extract whose values are looked up, and what they may stand for.

    `own` are the municipality's own values; `referred` the keys a column with `ukendt: mangler` may
    hold; `maalepunkter` the known ones, folded; `readings` how each column of amounts is read.
    """

    extract: Extract
    own: Mapping[str, Mapping[str, str]]
    referred: Mapping[str, Collection[str]]
    maalepunkter: Collection[str]
    readings: Mapping[str, Reading] = field(default_factory=dict)

    @cached_property
    def columns(self) -> dict[str, Column]:
        """The columns looked up."""
        return {
            name: column
            for name, column in self.extract.kolonner.items()
            if column.koder or column.foldes or name in self.own or name in self.referred
        }

    def known(self, name: str) -> Collection[str]:
        """The values a looked-up column may stand for; none where it may stand for any."""
        column = self.extract.kolonner[name]
        if name in self.referred:
            return self.referred[name]
        if column.kendte_maalepunkter:
            return self.maalepunkter
        return column.koder or column.kendte

    def text(self, name: str) -> Expression:
        """In `looked_up`: the text of a column after looking up."""
        return col(f"{name}·kode") if name in self.columns else col(name)


def look_up(database: Database, lookup: Lookup) -> None:
    """Fill `kodebog` from `raekke`: what each distinct value of a looked-up column stands for."""
    if not lookup.columns:
        return
    rows = database.connection.table("raekke")
    texts = [fn("tekster", lit(name), col(name)) for name in lookup.columns]
    collected = rows.aggregate([fn("list_value", *texts).alias("kolonner")])
    database.connection.register("opslag", collected)
    database.run_file(
        "intake",
        "look_up",
        kolonner=[
            {
                "kolonne": n,
                "foldes": bool(k.koder) or k.gemmes_foldet,
                "uden_nul": bool(k.koder) or k.type == "bool",
            }
            for n, k in lookup.columns.items()
        ],
        koder=[
            {"kolonne": n, "kode": code} for n, k in lookup.columns.items() for code in _codes(lookup, n, k)
        ],
        oversat=[
            {"kolonne": n, "fra": since, "til": until}
            for n, af in lookup.own.items()
            for since, until in af.items()
        ],
    )


def _codes(lookup: Lookup, name: str, column: Column) -> Collection[str]:
    """What a folded value may be; an id is never folded."""
    if column.type == "bool":
        return BOOL_WORDS
    return lookup.known(name) if column.koder or column.foldes else ()


def looked_up(database: Database, lookup: Lookup) -> Relation:
    """The rows of `raekke`, with what their looked-up values stand for (see `Lookup.tekst`)."""
    rows = database.connection.table("raekke")
    codebook = database.connection.table("kodebog")
    for name in lookup.columns:
        dictionary = codebook.filter(col("kolonne") == lit(name)).project(
            col("raa").alias(f"{name}·raa"), col("kode").alias(f"{name}·kode")
        )
        rows = rows.join(dictionary, col(name) == col(f"{name}·raa"), how="left")
    return rows


def forget_unknown(database: Database, lookup: Lookup) -> None:
    """Take what is refused of a code, or of a reference that may be unknown, as missing."""
    names = [name for name, k in lookup.columns.items() if k.koder or name in lookup.referred]
    database.run_file("intake", "forget_unknown", kolonner=names)
