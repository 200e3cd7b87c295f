"""What outsiders have been told of each period: kept in the workspace, since a paper is not taken back.

One line per figure and edition of it, oldest first. The department's results alone, of which every one has
stood in a paper of the committee's, or has been drawn in one, or was told to the country, or was withheld.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.base.durable import beside
from pipeline.base.errors import UsageFault
from pipeline.reports.facts.model import ResultKey
from pipeline.reports.facts.rows import Result, Share, result_key

_DAYS = ("milepael_dato", "naeste_dato")


@dataclass(frozen=True)
class Told:
    """One result as outsiders have met it; `counts` they were told: of how many, and how many did.

    `verdict_alone`: no figure, but a sentence on the month a milestone is dated by.
    """

    plan_id: str
    result: Result
    withheld: bool
    counts: tuple[int | None, int | None] = (None, None)
    verdict_alone: bool = False

    @property
    def key(self) -> tuple[str, ResultKey]:
        """Which figure it is an edition of."""
        return self.plan_id, result_key(self.result)


@dataclass(frozen=True)
class Memory:
    """Every edition of every figure, oldest first."""

    told: tuple[Told, ...] = ()
    _editions: dict[tuple[str, ResultKey], list[Told]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        for one in self.told:
            self._editions.setdefault(one.key, []).append(one)

    def editions(self, plan_id: str, key: ResultKey) -> list[Told]:
        """The editions of one figure, oldest first."""
        return self._editions.get((plan_id, key), [])

    def of_periode(self, periodetype: str, periode: str) -> Iterator[Told]:
        """Every edition of every figure of a period."""
        wanted = periodetype, periode
        return (one for one in self.told if (one.result.periodetype, one.result.periode) == wanted)

    def of_series(self, plan_id: str, indikator_id: str, source: str) -> Iterator[Told]:
        """Every edition of every period's figure of one indicator from one source."""
        wanted = plan_id, indikator_id, source
        return (t for t in self.told if (t.plan_id, t.result.indikator_id, t.result.kilde) == wanted)

    def grown(self, more: Iterable[Told]) -> Memory:
        """With further editions, each that says something new once."""
        new = [one for one in more if (last := self._last(one)) is None or _says(last) != _says(one)]
        return Memory((*self.told, *new))

    def _last(self, one: Told) -> Told | None:
        """The edition before it, of the same kind."""
        editions = reversed(self.editions(*one.key))
        return next((each for each in editions if each.verdict_alone == one.verdict_alone), None)


def _says(one: Told) -> tuple[object, ...]:
    """What makes an edition another one."""
    r = one.result
    return one.withheld, tuple(one.counts), r.taeller, r.naevner, r.vaerdi, r.shares


def read_memory(file: Path) -> Memory:
    """What has been told so far; nothing where there is no file.

    Raises:
        UsageFault: the file is damaged.
    """
    if not file.is_file():
        return Memory()
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
        return Memory(tuple(_told(json.loads(line)) for line in lines))
    except (OSError, ValueError, TypeError, KeyError):
        raise UsageFault(
            f"{file}: filen siger, hvad udvalget har fået at vide, og kan ikke læses; hent den fra en "
            "sikkerhedskopi."
        ) from None


def write_memory(memory: Memory, file: Path) -> None:
    """Write the file whole, for its owner alone."""
    new = beside(file)
    new.unlink(missing_ok=True)
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as out:
        for one in memory.told:
            out.write(json.dumps(asdict(one), ensure_ascii=False, default=date.isoformat) + "\n")
        out.flush()
        os.fsync(out.fileno())
    new.replace(file)


def _told(line: Mapping[str, Any]) -> Told:
    row = dict(line["result"])
    days = {name: date.fromisoformat(row[name]) for name in _DAYS if row[name]}
    shares = tuple(Share(**share) for share in row["shares"])
    known = {f.name for f in fields(Result)}
    result = Result(**{n: v for n, v in row.items() if n in known} | days | {"shares": shares})
    alone = line.get("verdict_alone", result.periodetype == "maaned")  # all an earlier version told of months
    return Told(line["plan_id"], result, line["withheld"], tuple(line["counts"]), alone)
