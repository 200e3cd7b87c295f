"""What one mail says, in plain text and in HTML; all its wording is here.

A mail names no case, no caseworker and no child: the action list stays in the report, and the mail says
where that lies. Only a municipality whose settings ask for it gets case ids, and never without TLS.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import quote, urlsplit

from pipeline.delivery.corrections import Rettelse
from pipeline.delivery.html import Maerket, blok, saml
from pipeline.delivery.pictures import Billede
from pipeline.delivery.words import enlinje, forkortet

EMNETS_LAENGDE = 78
LINJELAENGDE = 72


class Linje(Protocol):
    """One of the five lines at the top."""

    @property
    def maerke(self) -> str:
        """What the line is about."""

    @property
    def tekst(self) -> str:
        """What it says."""


class Sammenfatning(Protocol):
    """What a leader must know first, as the reports word it."""

    @property
    def navn(self) -> str:
        """The team's name."""

    @property
    def periode(self) -> str:
        """The period in words."""

    @property
    def opgjort_pr(self) -> str:
        """The last day that counts, in words."""

    @property
    def foreloebig(self) -> str | None:
        """The sentence that marks an unfinished period."""

    @property
    def linjer(self) -> Sequence[Linje]:
        """The five lines."""


@dataclass(frozen=True)
class Rettet:
    """That a mail corrects earlier ones, from the moments told, and what it corrects."""

    tidligere: str
    rettelser: tuple[Rettelse, ...]


@dataclass(frozen=True)
class Mailindhold:
    """Everything one mail says."""

    kommune: str
    sammenfatning: Sammenfatning
    billeder: tuple[tuple[str, Billede], ...]
    rapport: str
    bemaerkninger: tuple[str, ...]
    handleliste: tuple[str, ...]
    rettet: Rettet | None = None

    @property
    def emne(self) -> str:
        """The subject: one line of at most 78 characters."""
        s = self.sammenfatning
        forrest = "Rettet udgave: ledelsestilsyn" if self.rettet else "Ledelsestilsyn"
        return forkortet(f"{forrest} {s.periode}: {enlinje(s.navn)}", EMNETS_LAENGDE)

    @property
    def overskrift(self) -> str:
        """The mail's own title."""
        return f"{enlinje(self.sammenfatning.navn)}, {self.sammenfatning.periode}"

    @property
    def opgjort(self) -> str:
        """As of when."""
        return f"Opgjort pr. {self.sammenfatning.opgjort_pr}."


FOD = (
    "Mailen er lavet og sendt automatisk, efter at en medarbejder har set den igennem og frigivet den. "
    "Den nævner ingen børn og ingen rådgivere."
)
SAGSFOD = " Den rummer sagsnumre: videresend den ikke."
HANDLELISTE = "Frister, der er overskredet eller forfalder snart"
FORBEHOLD = "Forbehold ved opgørelsen"


def rettelsestekst(rettet: Rettet) -> str:
    """Why the reader gets this mail again."""
    n = len(rettet.rettelser)
    hvad = "ét tal er ændret" if n == 1 else f"{n} tal er ændret"
    return (
        f"Denne mail erstatter den fra {rettet.tidligere}. Tallene er gjort op på ny, og {hvad}; "
        "før og nu står længere nede."
    )


def rapportens_sted(rapportsted: str | None, *dele: str) -> str:
    """Where the report lies: below a web address, or a path with the slashes its base has."""
    base = (rapportsted or "rapporter").rstrip("/\\")
    if urlsplit(base).scheme in {"http", "https", "file"}:
        return "/".join((base, *(quote(led) for led in dele)))
    return ("\\" if "\\" in base else "/").join((base, *dele))


def som_tekst(indhold: Mailindhold) -> str:
    """The plain text part."""
    s = indhold.sammenfatning
    afsnit = [f"{indhold.kommune}: ledelsestilsyn\n{indhold.overskrift}\n{indhold.opgjort}"]
    if r := indhold.rettet:
        afsnit.append("RETTET UDGAVE\n" + _brudt(rettelsestekst(r)))
    if s.foreloebig:
        afsnit.append(_brudt(s.foreloebig))
    afsnit.append("DET VIGTIGSTE")
    afsnit += [f"{linje.maerke}:\n{_brudt(linje.tekst, '  ', '  ')}" for linje in s.linjer]
    afsnit += [f"{titel}:\n{_brudt(billede.tekst, '  ', '  ')}" for titel, billede in indhold.billeder]
    afsnit.append(f"Hele rapporten med handlelisten ligger her:\n{indhold.rapport}")
    if r := indhold.rettet:
        afsnit.append("RETTEDE TAL")
        afsnit += [
            _brudt(f"- {ret.hvad}", "  ") + f"\n  Før: {ret.foer}\n  Nu:  {ret.nu}" for ret in r.rettelser
        ]
    for titel, punkter in ((HANDLELISTE, indhold.handleliste), (FORBEHOLD, indhold.bemaerkninger)):
        if punkter:
            afsnit.append(f"{titel}:\n" + "\n".join(_brudt(f"- {p}", "  ") for p in punkter))
    afsnit.append("-- \n" + _brudt(_fod(indhold)))
    return "\n\n".join(afsnit) + "\n"


def som_html(indhold: Mailindhold) -> str:
    """The HTML part; its pictures are the related parts of the same names."""
    s = indhold.sammenfatning
    return blok(
        "side",
        emne=indhold.emne,
        rubrik=f"{indhold.kommune}: ledelsestilsyn",
        overskrift=indhold.overskrift,
        opgjort=indhold.opgjort,
        rettet=blok("rettet", tekst=rettelsestekst(indhold.rettet)) if indhold.rettet else Maerket(),
        rettelser=_rettelser(indhold.rettet) if indhold.rettet else Maerket(),
        foreloebig=blok("foreloebig", tekst=s.foreloebig) if s.foreloebig else Maerket(),
        linjer=saml(*(blok("linje", maerke=linje.maerke, tekst=linje.tekst) for linje in s.linjer)),
        billeder=saml(*(_billede(titel, billede) for titel, billede in indhold.billeder)),
        rapport=_rapport(indhold.rapport),
        handleliste=_liste(HANDLELISTE, indhold.handleliste),
        bemaerkninger=_liste(FORBEHOLD, indhold.bemaerkninger),
        fod=_fod(indhold),
    )


def _fod(indhold: Mailindhold) -> str:
    return FOD + (SAGSFOD if indhold.handleliste else "")


def _brudt(tekst: str, videre: str = "", foerste: str = "") -> str:
    return textwrap.fill(
        tekst,
        LINJELAENGDE,
        initial_indent=foerste,
        subsequent_indent=videre,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _rettelser(rettet: Rettet) -> Maerket:
    raekker = (blok("rettelse", hvad=r.hvad, foer=r.foer, nu=r.nu) for r in rettet.rettelser)
    return blok("rettelser", raekker=saml(*raekker))


def _billede(titel: str, billede: Billede) -> Maerket:
    return blok(
        "billede",
        titel=titel,
        tekst=billede.tekst,
        cid=billede.cid,
        alt=billede.alt,
        bredde=billede.bredde,
    )


def _rapport(sted: str) -> Maerket:
    """A button for a web address, the bare place for a path: mail programs do not open paths."""
    if urlsplit(sted).scheme in {"http", "https"}:
        return blok("knap", adresse=sted)
    return blok("sted", sted=sted)


def _liste(titel: str, punkter: tuple[str, ...]) -> Maerket:
    if not punkter:
        return Maerket()
    return blok("liste", titel=titel, punkter=saml(*(blok("punkt", tekst=p) for p in punkter)))
