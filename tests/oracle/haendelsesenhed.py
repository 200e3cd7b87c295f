"""Event units: what the bullet 'Event (haendelse)' says of one unit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from tests.oracle.raekke import Dom
from tests.oracle.register import Raekke, Register


@dataclass(frozen=True)
class Haendelse:
    """'a unit belongs to the period that contains its date, if that is not after opgjort_pr'."""

    enhed_id: str
    sag_id: str | None
    dato: date
    doemt: Callable[[date], Dom]
    """The judgement as known on opgjort_pr."""
    underretning: Raekke | None = None


Haendelser = Callable[[Register], Iterator[Haendelse]]


def fast(dom: Dom) -> Callable[[date], Dom]:
    """A judgement that nothing after the event can change."""
    return lambda opgjort: dom
