"""Danish words of mails and of what is said about them: periods, dates, verdicts."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime

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
FOR_FAA = "for få til at konkludere"
KILDER = {
    "dubu": "register",
    "sofus": "ventelister",
    "tilsyn": "sagsgennemgang",
    "spoergeskema": "spørgeskema",
}


def dato(dag: date) -> str:
    """`5. marts 2021`."""
    return format_date(dag, "d. MMMM y", locale=SPROG)


def klokken(tidspunkt: str) -> str:
    """A moment out of the ledger as people write it: `05-03-2021 kl. 14.07`."""
    return f"{datetime.fromisoformat(tidspunkt):%d-%m-%Y kl. %H.%M}"


def periode_tekst(periode: Periode) -> str:
    """`april 2021`, `2. kvartal 2021` or `12 måneder til april 2021`."""
    if periode.periodetype == "kvartal":
        return f"{periode.periode[-1]}. kvartal {periode.foerste.year}"
    navn = format_date(periode.sidste, "MMMM y", locale=SPROG)
    return f"12 måneder til {navn}" if periode.periodetype == "rullende12" else navn


def procent(vaerdi: float) -> str:
    """A milestone with the decimals it was written with: `50 %`."""
    return f"{format_decimal(vaerdi, '0.###', locale=SPROG)} %"


def antal(n: int, ental: str, flertal: str) -> str:
    """A count with its noun: `1 mail`, `3 mails`."""
    return f"{format_decimal(n, '#,##0', locale=SPROG)} {ental if n == 1 else flertal}"


def opremsning(led: list[str]) -> str:
    """`a`, `a og b`, `a, b og c`."""
    return "".join(led) if len(led) < 2 else f"{', '.join(led[:-1])} og {led[-1]}"


def enlinje(tekst: str) -> str:
    """A text out of the data as one line without control signs, fit for a header.

    Line breaks, also Unicode's own, become a blank; invisible signs that turn the reading direction
    are dropped: a team's name must not pretend to be a header or another name. What looks like the
    beginning of an encoded word is broken up: mail libraries decode it, line breaks and all.
    """
    rene = (" " if unicodedata.category(tegn) in {"Cc", "Zl", "Zp"} else tegn for tegn in tekst)
    synlige = "".join(t for t in rene if unicodedata.category(t) not in {"Cf", "Cs", "Co"})
    return " ".join(synlige.replace("=?", "= ?").split())


def forkortet(tekst: str, laengde: int) -> str:
    """The text, cut with an ellipsis where it is longer than there is room for."""
    return tekst if len(tekst) <= laengde else tekst[: laengde - 1].rstrip() + "…"
