"""Small papers beside the reports, as plain values: headings, sentences and tables."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.reports.page.model import Tabel


@dataclass(frozen=True)
class Kapitel:
    """One heading with what stands under it."""

    titel: str
    tekster: tuple[str, ...]
    tabeller: tuple[Tabel, ...]


@dataclass(frozen=True)
class Dokument:
    """A whole paper; `note` is the footer's word on who may read it."""

    titel: str
    rubrik: str
    overskrift: str
    meta: str
    indledning: tuple[str, ...]
    kapitler: tuple[Kapitel, ...]
    note: str
    version: str
