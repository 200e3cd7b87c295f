"""What a person at the terminal is told about mails: Danish lines with masked addresses, never whole ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from pipeline.danish import antal
from pipeline.delivery.addresses import hvem, maskeret
from pipeline.delivery.ledger import (
    AFVENTER,
    BORTFALDET,
    SENDT,
    UDEN_ADRESSE,
    Forsendelse,
    Godkendelse,
)
from pipeline.delivery.outbox import Udbakke
from pipeline.delivery.sender import Afsendelse
from pipeline.delivery.words import klokken

_TILSTANDE = {
    AFVENTER: "afventer",
    SENDT: "sendt",
    BORTFALDET: "skal ikke længere sendes",
    UDEN_ADRESSE: "ingen gyldig mailadresse",
}


def _mails(n: int) -> str:
    return antal(n, "mail", "mails")


def _modtager(f: Forsendelse) -> str:
    return f"{hvem(f.team_id)} ({maskeret(f.modtager)})"


def udbakkens_linjer(udbakke: Udbakke) -> Iterator[str]:
    """What a run adds to the count of mails: corrections, mails that need not go out, faulty addresses."""
    if udbakke.rettede:
        yield f"Rettede udgaver: {udbakke.rettede} (tal, der er sendt før, er ændret)."
    if udbakke.sendte:
        yield f"Sendt før og uændret: {_mails(udbakke.sendte)}."
    yield from udbakke.problemer


def naeste_skridt(udbakke: Udbakke, periode: str, kommando: Callable[[str], str]) -> str:
    """What to do after a run; `kommando` makes a command that can be typed as it stands."""
    if not udbakke.mails:
        return "Næste skridt: ingen; alle mails er sendt før."
    return (
        f"Intet er sendt. Næste skridt: se {_mails(len(udbakke.mails))} igennem, og kør: "
        f"{kommando(f'approve --periode {periode}')}"
    )


def godkendelsens_linjer(
    godkendelse: Godkendelse, forsendelser: Sequence[Forsendelse], kommando: Callable[[str], str]
) -> Iterator[str]:
    """What was released, mail by mail, and what to do now; `kommando` as in `naeste_skridt`."""
    venter = [f for f in forsendelser if f.mangler]
    for f in venter:
        rettet = f", rettet udgave {f.udgave}" if f.udgave > 1 else ""
        yield f"  {f.fil}: {_modtager(f)}{rettet}"
    yield (
        f"Godkendt af {godkendelse.godkendt_af}: {_mails(len(venter))} for {godkendelse.periode}. "
        f"Send med: {kommando(f'send --periode {godkendelse.periode}')}"
    )


def afsendelsens_linjer(afsendelse: Afsendelse, foer: int = 0, til: str | None = None) -> Iterator[str]:
    """What was sent, and by name of report who did not get it, and why; `foer` had been sent already."""
    if til:
        yield f"Prøve: {_mails(len(afsendelse.sendt))} sendt til {maskeret(til)}; modtagerne har intet fået."
    elif foer and not (afsendelse.sendt or afsendelse.mangler):
        yield f"Intet at sende: alle har allerede fået deres ({_mails(foer)})."
    else:
        yield f"Sendt: {_mails(len(afsendelse.sendt))}{f' ({foer} er sendt før)' if foer else ''}."
    if afsendelse.mangler:
        yield f"Ikke sendt: {_mails(len(afsendelse.mangler))}:"
        yield from (f"  {_modtager(f)}: {hvorfor}" for f, hvorfor in afsendelse.mangler)
        yield "Kør send igen, når årsagen er rettet: det sender kun det, der mangler."


def postbogens_linjer(
    periode: str, forsendelser: Sequence[Forsendelse], godkendelse: Godkendelse | None, gaelder: bool | None
) -> Iterator[str]:
    """The ledger of a period: one line per report and recipient."""
    yield f"Mails for {periode}: {_frigivet(godkendelse, gaelder)}"
    raekker = [("Rapport", "Modtager", "Udgave", "Tilstand", "Seneste svar")]
    raekker += [
        (hvem(f.team_id), maskeret(f.modtager), str(f.udgave), _tilstand(f), f.svar or "–")
        for f in forsendelser
    ]
    bredder = [max(len(r[i]) for r in raekker) for i in range(len(raekker[0]))]
    for r in raekker:
        yield "  ".join(celle.ljust(bredde) for celle, bredde in zip(r, bredder, strict=True)).rstrip()


def _frigivet(godkendelse: Godkendelse | None, gaelder: bool | None) -> str:
    if godkendelse is None:
        return "ikke godkendt."
    hvornaar = f"godkendt {klokken(godkendelse.tidspunkt)} af {godkendelse.godkendt_af}"
    return f"{hvornaar}." if gaelder else f"{hvornaar}, men ændret siden: se dem igennem, og godkend igen."


def _tilstand(f: Forsendelse) -> str:
    if f.tilstand == SENDT and f.sendt:
        return f"sendt {klokken(f.sendt)}"
    if f.paabegyndt:
        return f"uvist: begyndt {klokken(f.paabegyndt)}"
    return _TILSTANDE[f.tilstand]
