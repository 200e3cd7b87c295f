"""What a person at the terminal is told about mails: Danish lines with the recipients' addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from urllib.parse import urlsplit

from pipeline.base.settings import Mail
from pipeline.base.text import count_of
from pipeline.delivery.addresses import shown, who
from pipeline.delivery.corrections import clock
from pipeline.delivery.ledger import (
    AFVENTER,
    LAPSED,
    SENT,
    WITHOUT_ADDRESS,
    Approval,
    Dispatch,
)
from pipeline.delivery.outbox import Outbox
from pipeline.delivery.sender import Sending

_STATES = {
    AFVENTER: "afventer",
    SENT: "sendt",
    LAPSED: "skal ikke længere sendes",
    WITHOUT_ADDRESS: "ingen gyldig mailadresse",
}


def _mails(n: int) -> str:
    return count_of(n, "mail", "mails")


def _recipient(f: Dispatch) -> str:
    return f"{who(f.team_id)} ({shown(f.modtager)})"


def outbox_lines(outbox: Outbox) -> Iterator[str]:
    """What a run adds to the count of mails: corrections, mails that need not go out, faulty addresses."""
    if outbox.corrected:
        yield f"Rettede udgaver: {outbox.corrected} (tal, der er sendt før, er ændret)."
    if outbox.sent:
        yield f"Sendt før og uændret: {_mails(outbox.sent)}."
    yield from outbox.problems


def asked_for(mail: Mail) -> Iterator[str]:
    """What the settings do not say, without which a reader of a mail gets no further."""
    if urlsplit(mail.rapportsted or "").scheme not in {"http", "https"}:
        lacks = "er ingen webadresse" if mail.rapportsted else "mangler"
        yield (
            f"Mailene har ingen links: mail.rapportsted {lacks} i indstillingerne. Skriv webadressen, hvor "
            'lederne finder mappen rapporter, fx rapportsted = "https://intra.eksempel.example/tilsyn".'
        )
    if mail.afsender and not mail.svar_til:
        yield (
            "Svar på mailene går til afsenderen: mail.svar_til mangler i indstillingerne. "
            "Skriv analytikerens adresse."
        )


def next_step(outbox: Outbox, periode: str, command: Callable[[str], str]) -> str:
    """What to do after a run; `command` makes a command that can be typed as it stands."""
    if not outbox.mails:
        return "Næste skridt: ingen; alle mails er sendt før."
    return (
        f"Intet er sendt. Næste skridt: se {_mails(len(outbox.mails))} igennem, og kør: "
        f"{command(f'approve --periode {periode}')}"
    )


def approval_lines(
    approval: Approval, dispatches: Sequence[Dispatch], command: Callable[[str], str]
) -> Iterator[str]:
    """What was released, mail by mail, and what to do now; `command` as in `next_step`."""
    waits = [f for f in dispatches if f.waiting]
    for f in waits:
        corrected = f", rettet udgave {f.udgave}" if f.udgave > 1 else ""
        yield f"  {f.fil}: {_recipient(f)}{corrected}"
    yield (
        f"Godkendt af {approval.godkendt_af}: {_mails(len(waits))} for {approval.periode}. "
        f"Send med: {command(f'send --periode {approval.periode}')}"
    )


def sending_lines(sending: Sending, before: int = 0, to: str | None = None) -> Iterator[str]:
    """What was sent, and by name of report who did not get it, and why; `before` had been sent already."""
    if to:
        yield f"Prøve: {_mails(len(sending.sent))} sendt til {shown(to)}; modtagerne har intet fået."
    elif before and not (sending.sent or sending.missing):
        yield f"Intet at sende: alle har allerede fået deres ({_mails(before)})."
    else:
        yield f"Sendt: {_mails(len(sending.sent))}{f' ({before} er sendt før)' if before else ''}."
    if sending.missing:
        yield f"Ikke sendt: {_mails(len(sending.missing))}:"
        yield from (f"  {_recipient(f)}: {why}" for f, why in sending.missing)
        yield "Kør send igen, når årsagen er rettet: det sender kun det, der mangler."


def postbog_lines(
    periode: str, dispatches: Sequence[Dispatch], approval: Approval | None, applies: bool | None
) -> Iterator[str]:
    """The ledger of a period: one line per report and recipient."""
    yield f"Mails for {periode}: {_released(approval, applies)}"
    rows = [("Rapport", "Modtager", "Udgave", "Tilstand", "Seneste svar")]
    rows += [(who(f.team_id), shown(f.modtager), str(f.udgave), _state(f), f.svar or "–") for f in dispatches]
    widths = [max(len(r[i]) for r in rows) for i in range(len(rows[0]))]
    for r in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(r, widths, strict=True)).rstrip()


def _released(approval: Approval | None, applies: bool | None) -> str:
    if approval is None:
        return "ikke godkendt."
    when = f"godkendt {clock(approval.tidspunkt)} af {approval.godkendt_af}"
    return f"{when}." if applies else f"{when}, men ændret siden: se dem igennem, og godkend igen."


def _state(f: Dispatch) -> str:
    if f.tilstand == SENT and f.sendt:
        return f"sendt {clock(f.sendt)}"
    if f.paabegyndt:
        return f"uvist: begyndt {clock(f.paabegyndt)}"
    return "afvist" if f.refused else _STATES[f.tilstand]
