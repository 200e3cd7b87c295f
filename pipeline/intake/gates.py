"""When a delivery is refused (contract, section 1): too much quarantined, or too little delivered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from pipeline.base.errors import DataRefused
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


@dataclass(frozen=True)
class Relaxations:
    """What a single run asks to be spared from."""

    allow_karantaene: float | None = None
    allow_drop: bool = False

    def remarks(self) -> list[str]:
        """What the reports must say about it."""
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


def try_(
    files: Sequence[FileCounts],
    extracts: Mapping[str, Extract],
    in_force: Gates,
    earlier: Mapping[str, int],
    karantaene_folder: str,
    reasons: Mapping[str, str],
) -> None:
    """Stop a delivery that is not fit to be published.

    `earlier` are rows read of the one before, `reasons` a sentence per file on why rows are quarantined.

    Raises:
        DataRefused: one line per file and limit; counts only.
    """
    error: list[str] = []
    referred: set[str] = set()
    for figures in files:
        extract = extracts[figures.extract]
        if lines := list(_stop(figures, extract, in_force, earlier.get(figures.extract, 0))):
            lines += [reasons[figures.extract]] if figures.karantaene and figures.extract in reasons else []
            error += (f"{figures.extract}.csv: {line}" for line in lines)
            referred |= {column.henviser.extract for column in extract.kolonner.values() if column.henviser}
    if error:
        # All that refers to an empty file falls: so it is named first.
        error = [*without_rows([figures for figures in files if figures.extract in referred]), *error]
        if any(figures.karantaene for figures in files):
            error.append(f"Rækkerne i karantæne ligger i arbejdsmappen under karantaene/{karantaene_folder}.")
        raise DataRefused(*error)


def without_rows(files: Sequence[FileCounts]) -> list[str]:
    """A word about each file that has headings alone."""
    return [f"{figures.extract}.csv: filen har kun en overskrift." for figures in files if not figures.laest]


def _stop(figures: FileCounts, extract: Extract, gates: Gates, before: int) -> Iterator[str]:
    if extract.stop_ved_karantaene and figures.karantaene:
        yield f"{figures.karantaene} af {figures.laest} rækker er sat i karantæne; her må ingen være det."
    if extract.valgfri:
        return
    if _over(figures.egne, gates.karantaene_procent, figures.laest) and figures.egne > gates.karantaene_rows:
        yield (
            f"{figures.egne} af {figures.laest} rækker er sat i karantæne for egne fejl "
            f"(grænsen er {_percent(gates.karantaene_procent)}){_derived(figures)}."
        )
    accepted = figures.accepteret + figures.dubletter
    if _under(accepted, gates.accepted_percent, figures.laest):
        yield (
            f"kun {accepted} af {figures.laest} rækker kan bruges "
            f"(grænsen er {_percent(gates.accepted_percent)}){_derived(figures)}."
        )
    if gates.drop_percent is not None and _under(figures.laest, gates.drop_percent, before):
        yield (
            f"filen har {figures.laest} rækker, den forrige leverance havde {before} "
            f"(grænsen er {_percent(gates.drop_percent)}; --tillad-fald ophæver den)."
        )


def _derived(figures: FileCounts) -> str:
    count = figures.karantaene - figures.egne
    return f"; {count} er i karantæne, alene fordi den række, de henviser til, er det" if count else ""


def _percent(figures: float) -> str:
    return f"{figures:g} %".replace(".", ",")


def _over(count: int, percent: float, af: int) -> bool:
    return 100 * count > Fraction(str(percent)) * af


def _under(count: int, percent: float, af: int) -> bool:
    return 100 * count < Fraction(str(percent)) * af
