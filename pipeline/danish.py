"""Danish numbers, dates and phrases: the only place where a figure becomes text.

Rounding rule: a percent is shown without decimals, and with as many decimals as it takes when fewer would
contradict a comparison (49,96 % against a milestone of 50 %) or claim all or nothing (99,6 % is not 100 %).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache

from babel.dates import format_date
from babel.numbers import format_decimal

from pipeline.periods import Periode

SPROG = "da_DK"
STATUSORD = {
    "ingen_data": "ingen data",
    "uden_milepael": "milepæl ikke fastsat",
    "foer_foerste_milepael": "ingen milepæl endnu",
    "foran": "foran planen",
    "naaet": "nået",
    "ikke_naaet": "ikke nået",
}
"""Each status of a result in words (contract, section 2)."""
KILDER = {
    "dubu": "DUBU",
    "sofus": "SOFUS",
    "tilsyn": "sagsgennemgang i ledelsestilsynet",
    "spoergeskema": "spørgeskema til medarbejderne",
}
"""Where an indicator's figures come from, by the name its readers know."""
FOR_FAA = "for få til at konkludere"
FAERREST = 5
"""Below this many no percent is shown: one case more would turn it over."""
HAARDT_MELLEMRUM = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
_FLEST_DECIMALER = 6


@cache
def tal(antal: int) -> str:
    """A whole number with Danish thousands points: `1.234`."""
    return format_decimal(antal, "#,##0", locale=SPROG)


def antal(n: int, ental: str, flertal: str) -> str:
    """A count with its noun: `1 frist`, `0 frister`, `12 frister`."""
    return f"{tal(n)} {ental if n == 1 else flertal}"


def decimal(vaerdi: float) -> str:
    """A number with one decimal: `20,4`."""
    return str(format_decimal(vaerdi, "#,##0.0", locale=SPROG))


def dage(n: int) -> str:
    """A length in days: `1 dag`, `14 dage`."""
    return antal(n, "dag", "dage")


@cache
def dato(dag: date) -> str:
    """A date in full: `5. marts 2021`."""
    return format_date(dag, "d. MMMM y", locale=SPROG)


def kort_dato(dag: date) -> str:
    """A date for tables, of equal width: `05-03-2021`."""
    return f"{dag:%d-%m-%Y}"


@cache
def maaned(dag: date) -> str:
    """A month in full: `marts 2021`."""
    return format_date(dag, "MMMM y", locale=SPROG)


@cache
def kort_maaned(dag: date) -> str:
    """A month for the axis of a chart: `mar 21`."""
    return f"{format_date(dag, 'MMM', locale=SPROG).rstrip('.')} {dag:%y}"


def periode_tekst(periode: Periode) -> str:
    """A period's name: `april 2021`, `2. kvartal 2021`, `12 måneder til april 2021`."""
    if periode.periodetype == "kvartal":
        return f"{periode.periode[-1]}. kvartal {periode.foerste.year}"
    if periode.periodetype == "rullende12":
        return f"12 måneder til {maaned(periode.sidste)}"
    return maaned(periode.foerste)


def kort_periode(periode: Periode) -> str:
    """A period's name on an axis: `apr 21` or `2. kv. 21`."""
    if periode.periodetype == "kvartal":
        return f"{periode.periode[-1]}. kv. {periode.foerste:%y}"
    return kort_maaned(periode.foerste)


def opremsning(led: Sequence[str]) -> str:
    """A list in running text: `a`, `a og b`, `a, b og c`."""
    if len(led) < 2:
        return "".join(led)
    return f"{', '.join(led[:-1])} og {led[-1]}"


def _rundet(tal_: Fraction, decimaler: int) -> Decimal:
    skridt = Decimal(1).scaleb(-decimaler)
    naermere = Decimal(tal_.numerator * 10**9 // tal_.denominator) / Decimal(10**9)
    return naermere.quantize(skridt, rounding=ROUND_HALF_UP)


def _modsiger(sand: Fraction, vist: Decimal, graense: Fraction) -> bool:
    """Whether the shown value stands on another side of the limit than the true one."""
    vist_broek = Fraction(vist)
    return (sand >= graense) != (vist_broek >= graense) or (sand == graense) != (vist_broek == graense)


class Procent:
    """A share k of n as it is shown; `graenser` are the percents it is compared with.

    The shown value never stands on another side of a limit than the true one, so a reader can check the
    verdict against the numbers on the page.
    """

    def __init__(self, taeller: int, naevner: int, graenser: Iterable[float | None] = ()) -> None:
        sand = Fraction(100 * taeller, naevner)
        alle = [Fraction(0), Fraction(100), *(Fraction(str(g)) for g in graenser if g is not None)]
        self.decimaler = next(
            (
                d
                for d in range(_FLEST_DECIMALER)
                if not any(_modsiger(sand, _rundet(sand, d), graense) for graense in alle)
            ),
            _FLEST_DECIMALER,
        )
        self.vist = _rundet(sand, self.decimaler)

    def __str__(self) -> str:
        """The percent: `75 %`, `49,96 %`."""
        return _procent(self.vist, self.decimaler)

    def afstand(self, milepael: float) -> str:
        """How far from a milestone, without its direction: `25 procentpoint`."""
        return f"{self._afstand(milepael)} procentpoint"

    def forskel(self, milepael: float) -> str:
        """Signed distance to a milestone: `+25`, `−12,5`, `0`."""
        return {"over": "+", "under": MINUS, "på": ""}[self.stilling(milepael)] + self._afstand(milepael)

    def stilling(self, milepael: float) -> str:
        """Where the figure stands to a milestone: over, under or på."""
        forskel = self.vist - Decimal(str(milepael))
        return "på" if forskel == 0 else "over" if forskel > 0 else "under"

    def _afstand(self, milepael: float) -> str:
        """The difference of the two shown figures, so that a reader's subtraction gives the same."""
        forskel = abs(self.vist - Decimal(str(milepael)))
        return _decimal(forskel, max(self.decimaler, _decimaler(forskel)) if forskel else 0)


def milepael(procent: float) -> str:
    """A milestone's percent with the decimals it was written with: `50 %`, `12,5 %`."""
    vaerdi = Decimal(str(procent)).normalize()
    return _procent(vaerdi, _decimaler(vaerdi))


def aendring(fra: Procent, til: Procent) -> str:
    """The change between two shown percents: `fra 20 % til 45 %`."""
    return f"fra {fra} til {til}"


def _decimaler(vaerdi: Decimal) -> int:
    eksponent = vaerdi.normalize().as_tuple().exponent
    return max(0, -eksponent) if isinstance(eksponent, int) else 0


@cache
def _decimal(vaerdi: Decimal, decimaler: int) -> str:
    moenster = "#,##0" + ("." + "0" * decimaler if decimaler else "")
    return str(format_decimal(vaerdi, moenster, locale=SPROG))


def _procent(vaerdi: Decimal, decimaler: int) -> str:
    return f"{_decimal(vaerdi, decimaler)}{HAARDT_MELLEMRUM}%"
