"""When a delivery is refused (contract, section 1): too much quarantined, or too little delivered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from pipeline.definitions.extract_models import Extract
from pipeline.errors import DataAfvist
from pipeline.settings import Graenser


@dataclass(frozen=True)
class FilTal:
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
class Porte:
    """The limits in force for one run; `fald_procent` None: no limit on how far a file may shrink."""

    karantaene_procent: float
    karantaene_raekker: int
    accepteret_procent: float
    fald_procent: float | None


@dataclass(frozen=True)
class Lempelser:
    """What a single run asks to be spared from."""

    tillad_karantaene: float | None = None
    tillad_fald: bool = False

    def bemaerkninger(self) -> list[str]:
        """What the reports must say about it."""
        fundne = []
        if self.tillad_karantaene is not None:
            fundne.append(
                "Leverancen er indlæst med en særlig grænse: op til "
                f"{_procent(self.tillad_karantaene)} af en fils rækker måtte være sat i karantæne."
            )
        if self.tillad_fald:
            fundne.append("Leverancen er indlæst uden grænse for, hvor meget en fil måtte være faldet.")
        return fundne


def porte(graenser: Graenser, lempelser: Lempelser) -> Porte:
    """The settings' limits, and what a single run lifts of them."""
    tilladt = lempelser.tillad_karantaene
    return Porte(
        graenser.karantaene_procent if tilladt is None else tilladt,
        graenser.karantaene_raekker,
        graenser.accepteret_procent if tilladt is None else 100 - tilladt,
        None if lempelser.tillad_fald else graenser.fald_procent,
    )


def proev(
    filer: Sequence[FilTal],
    extracts: Mapping[str, Extract],
    gaeldende: Porte,
    tidligere: Mapping[str, int],
    karantaenemappe: str,
    aarsager: Mapping[str, str],
) -> None:
    """Stop a delivery that is not fit to be published.

    `tidligere` are rows read of the one before, `aarsager` a sentence per file on why rows are quarantined.

    Raises:
        DataAfvist: one line per file and limit; counts only.
    """
    fejl: list[str] = []
    henviste: set[str] = set()
    for tal in filer:
        extract = extracts[tal.extract]
        if linjer := list(_stop(tal, extract, gaeldende, tidligere.get(tal.extract, 0))):
            linjer += [aarsager[tal.extract]] if tal.karantaene and tal.extract in aarsager else []
            fejl += (f"{tal.extract}.csv: {linje}" for linje in linjer)
            henviste |= {
                kolonne.henviser.extract for kolonne in extract.kolonner.values() if kolonne.henviser
            }
    if fejl:
        # All that refers to an empty file falls: so it is named first.
        fejl = [*uden_raekker([tal for tal in filer if tal.extract in henviste]), *fejl]
        if any(tal.karantaene for tal in filer):
            fejl.append(f"Rækkerne i karantæne ligger i arbejdsmappen under karantaene/{karantaenemappe}.")
        raise DataAfvist(*fejl)


def uden_raekker(filer: Sequence[FilTal]) -> list[str]:
    """A word about each file that has headings alone."""
    return [f"{tal.extract}.csv: filen har kun en overskrift." for tal in filer if not tal.laest]


def _stop(tal: FilTal, extract: Extract, porte: Porte, foer: int) -> Iterator[str]:
    if extract.stop_ved_karantaene and tal.karantaene:
        yield f"{tal.karantaene} af {tal.laest} rækker er sat i karantæne; her må ingen være det."
    if extract.valgfri:
        return
    if _over(tal.egne, porte.karantaene_procent, tal.laest) and tal.egne > porte.karantaene_raekker:
        yield (
            f"{tal.egne} af {tal.laest} rækker er sat i karantæne for egne fejl "
            f"(grænsen er {_procent(porte.karantaene_procent)}){_afledte(tal)}."
        )
    godtaget = tal.accepteret + tal.dubletter
    if _under(godtaget, porte.accepteret_procent, tal.laest):
        yield (
            f"kun {godtaget} af {tal.laest} rækker kan bruges "
            f"(grænsen er {_procent(porte.accepteret_procent)}){_afledte(tal)}."
        )
    if porte.fald_procent is not None and _under(tal.laest, porte.fald_procent, foer):
        yield (
            f"filen har {tal.laest} rækker, den forrige leverance havde {foer} "
            f"(grænsen er {_procent(porte.fald_procent)}; --tillad-fald ophæver den)."
        )


def _afledte(tal: FilTal) -> str:
    antal = tal.karantaene - tal.egne
    return f"; {antal} er i karantæne, alene fordi den række, de henviser til, er det" if antal else ""


def _procent(tal: float) -> str:
    return f"{tal:g} %".replace(".", ",")


def _over(antal: int, procent: float, af: int) -> bool:
    return 100 * antal > Fraction(str(procent)) * af


def _under(antal: int, procent: float, af: int) -> bool:
    return 100 * antal < Fraction(str(procent)) * af
