"""The drawn tests of an indicator, read from the tests themselves: what is printed is what is run.

They are not part of an installed program; the documents are built in a checkout.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from pipeline.errors import ForkertBrug
from pipeline.resources import ressource


class Tegning(Protocol):
    """One drawn rule: input rows by extract, and the rows that must come out."""

    titel: str
    periode: str
    udtraeksdato: str

    @property
    def kolonner(self) -> tuple[str, ...]:
        """Columns of the rows that must come out."""

    def indhold(self) -> Mapping[str, Sequence[Mapping[str, str]]]:
        """The rows drawn, by extract."""

    def ventet(self) -> Sequence[Mapping[str, str]]:
        """The rows that must come out."""


def tegninger(indikator_id: str) -> Sequence[Tegning]:
    """Every drawing of one indicator, in the order they are written.

    Raises:
        ForkertBrug: the tests, or what they are run with, are not installed.
    """
    fundne: Sequence[Tegning] = _modul(f"test_{indikator_id.replace('.', '_')}").TEGNINGER
    return fundne


def almindelig_sag() -> Mapping[str, str]:
    """What a drawn case is where the drawing does not say otherwise."""
    sag: Mapping[str, str] = _modul("tegning").ALMINDELIG_SAG
    return sag


def _modul(navn: str) -> Any:
    rod = str(ressource())
    if rod not in sys.path:
        sys.path.insert(0, rod)
    try:
        return importlib.import_module(f"tests.indicators.{navn}")
    except ModuleNotFoundError as fejl:
        raise ForkertBrug(
            f"Dokumenterne bygges i en kopi af kildekoden med testene ({fejl.name} findes ikke)."
        ) from None
