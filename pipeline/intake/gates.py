"""The limits of what may be published (contract, section 1): too much quarantined, too little delivered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from pipeline.base.errors import UsageFault
from pipeline.base.settings import Limits
from pipeline.definitions.extract_models import Extract


@dataclass(frozen=True)
class FileCounts:
    """How one file's rows were divided: laest = accepteret + dubletter + karantaene.

    `egne` of the quarantined are at fault themselves; the others only refer to one that is.
    `advarsler` of the accepted have at least one warning.
    """

    extract: str
    sha256: str
    laest: int
    accepteret: int
    dubletter: int
    karantaene: int
    egne: int
    advarsler: int


@dataclass(frozen=True)
class Gates:
    """The limits in force for one run; `drop_percent` None: no limit on how far a file may shrink."""

    karantaene_procent: float
    karantaene_rows: int
    accepted_percent: float
    drop_percent: float | None

    def too_many(self, faulty: int, read: int) -> bool:
        """Whether so many rows at fault themselves are more than may be."""
        return _over(faulty, self.karantaene_procent, read) and faulty > self.karantaene_rows


@dataclass(frozen=True)
class Relaxations:
    """What a single run asks to be spared from.

    Raises:
        UsageFault: `allow_karantaene` is no percentage.
    """

    allow_karantaene: float | None = None
    allow_drop: bool = False
    allow_missing_column: bool = False
    light: bool = False

    def __post_init__(self) -> None:
        """Raise at once, before any work is done for it."""
        if self.allow_karantaene is not None and not 0 <= self.allow_karantaene <= 100:
            raise UsageFault("--tillad-karantaene skal være et tal fra 0 til 100.")

    def remarks(self) -> list[str]:
        """What the reports must say about it; what a missing column costs is told column by column."""
        found = []
        if self.allow_karantaene is not None:
            found.append(
                "Leverancen er indlæst med en særlig grænse: op til "
                f"{_percent(self.allow_karantaene)} af en fils rækker måtte være sat i karantæne."
            )
        if self.allow_drop:
            found.append("Leverancen er indlæst uden grænse for, hvor meget en fil måtte være faldet.")
        return found


def gates(limits: Limits, relaxations: Relaxations) -> Gates:
    """The settings' limits, and what a single run lifts of them."""
    allowed = relaxations.allow_karantaene
    return Gates(
        limits.karantaene_procent if allowed is None else allowed,
        limits.karantaene_raekker,
        limits.accepteret_procent if allowed is None else 100 - allowed,
        None if relaxations.allow_drop else limits.fald_procent,
    )


def too_much_quarantined(figures: FileCounts, extract: Extract, gates: Gates) -> Iterator[str]:
    """The limits that a file's quarantined rows break, as halves of a sentence."""
    if extract.stop_ved_karantaene and figures.karantaene:
        yield f"{figures.karantaene} af {figures.laest} rækker er sat i karantæne; her må ingen være det"
    if gates.too_many(figures.egne, figures.laest):
        yield (
            f"{figures.egne} af {figures.laest} rækker er sat i karantæne for egne fejl "
            f"(grænsen er {_percent(gates.karantaene_procent)})"
        )
    usable = figures.accepteret + figures.dubletter
    if _under(usable, gates.accepted_percent, figures.laest):
        yield (
            f"kun {usable} af {figures.laest} rækker kan bruges "
            f"(grænsen er {_percent(gates.accepted_percent)})"
        )


def too_little_delivered(figures: FileCounts, extract: Extract, gates: Gates, before: int) -> Iterator[str]:
    """Whether a required file has shrunk since the delivery before, which had `before` rows."""
    if extract.valgfri or gates.drop_percent is None:
        return
    if _under(figures.laest, gates.drop_percent, before):
        yield (
            f"filen har {figures.laest} rækker, den forrige leverance havde {before} "
            f"(grænsen er {_percent(gates.drop_percent)}; --tillad-fald ophæver den)"
        )


def _percent(figures: float) -> str:
    return f"{figures:g} %".replace(".", ",")


def _over(count: int, percent: float, af: int) -> bool:
    return 100 * count > Fraction(str(percent)) * af


def _under(count: int, percent: float, af: int) -> bool:
    return 100 * count < Fraction(str(percent)) * af


def without_rows(files: Sequence[FileCounts]) -> list[str]:
    """A word about each file that has headings alone."""
    return [f"{figures.extract}.csv: filen har kun en overskrift." for figures in files if not figures.laest]
