"""One mail as bytes: headers, plain text first, then HTML with its pictures.

Everything is encoded to seven bits, so that no relay need rewrite it, and the same content gives the
same bytes apart from the date. The strict policy refuses a header that holds a line break.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.header import Header
from email.headerregistry import Address, BaseHeader, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.utils import format_datetime
from html import escape

from pipeline.delivery.content import EMNETS_LAENGDE, emne
from pipeline.harmless import enlinje, forkortet
from pipeline.mailbody import PROEVEPLADS, Mailkrop
from pipeline.settings import Mail

_LINJE = 76
"""What RFC 2047 allows a line with an encoded word."""


class _Id(UnstructuredHeader, BaseHeader):
    """A header of one id, never folded: the library would encode a long one until no program knows it."""

    def fold(self, *, policy: policy.Policy) -> str:
        return f"{self.name}: {self}{policy.linesep}"


class _Emne(UnstructuredHeader, BaseHeader):
    """A subject encoded whole: folding piece by piece, the library loses the blank between two pieces."""

    def fold(self, *, policy: policy.Policy) -> str:
        kodet = Header(str(self), "us-ascii" if self.isascii() else "utf-8", _LINJE, "Subject")
        return f"{self.name}: {kodet.encode(linesep=policy.linesep)}{policy.linesep}"


def _register() -> HeaderRegistry:
    register = HeaderRegistry()
    register.map_to_type("Subject", _Emne)
    for navn in ("In-Reply-To", "References", "List-Id"):
        register.map_to_type(navn, _Id)
    return register


POLITIK = (policy.SMTP + policy.strict).clone(header_factory=_register())
UDEN_AFSENDER = "ledelsestilsyn@afsender.invalid"
"""Stands in a mail made before the settings name a sender; such a mail is never sent."""
SAGSNUMRE = "X-Ledelsestilsyn-Sagsnumre"
"""Marks a mail that holds case ids, so that it is never sent over an open connection."""
_PROEVE = '<p style="margin:0 0 12px;background-color:#fdefe1;font-weight:600;">'
_DATO = re.compile(rb"^Date: [^\r\n]*\r\n", re.MULTILINE)


@dataclass(frozen=True)
class Konvolut:
    """Who a mail is from and to; `til` is empty where a team has no address yet."""

    til: str
    message_id: str
    svar_paa: str | None = None


def afsender(mail: Mail) -> str:
    """The sender's address."""
    return mail.afsender or UDEN_AFSENDER


def message_id(mail: Mail, *dele: object) -> str:
    """The id of one edition of one report to one recipient: always the same, so a server can drop a copy."""
    aftryk = hashlib.sha256("\0".join(str(del_) for del_ in dele).encode()).hexdigest()
    return f"<{aftryk[:40]}@{_domaene(mail)}>"


def byg(krop: Mailkrop, konvolut: Konvolut, mail: Mail, nu: datetime) -> bytes:
    """The whole mail; one that answers an earlier one is a corrected edition of it."""
    besked = EmailMessage(policy=POLITIK)
    for navn, vaerdi in _hoved(krop, konvolut, mail, nu):
        besked[navn] = vaerdi
    besked.set_content(krop.tekst, cte="quoted-printable")
    besked.add_alternative(krop.html, subtype="html", cte="quoted-printable")
    html = besked.get_body(("html",))
    if isinstance(html, EmailMessage):
        for billede in krop.billeder:
            html.add_related(
                billede.png,
                "image",
                "png",
                cid=f"<{billede.cid}>",
                filename=billede.navn,
                disposition="inline",
            )
    besked["Content-Language"] = "da"
    _faste_graenser(besked, konvolut.message_id)
    return besked.as_bytes()


def uden_dato(mail: bytes) -> bytes:
    """What of a mail stays the same when it is made again."""
    return _DATO.sub(b"", mail, count=1)


def med_dato(mail: bytes, nu: datetime) -> bytes:
    """The mail, dated the moment it is sent."""
    return _DATO.sub(b"Date: " + format_datetime(nu).encode() + b"\r\n", mail, count=1)


def fejl_ved_afsendelse(data: bytes, mail: Mail) -> str | None:
    """Why a finished mail must not be sent with these settings, which may be newer than it; else None."""
    besked = message_from_bytes(data, policy=POLITIK)
    if [a.addr_spec for a in besked["From"].addresses] != [mail.afsender]:
        return "mailen har en anden afsender end mail.afsender; kør run for perioden igen"
    if besked[SAGSNUMRE] and mail.sikkerhed == "ingen":
        return "mailen rummer sagsnumre og må ikke sendes ukrypteret"
    return None


def som_proeve(data: bytes, til: str, hvem: str, message_id: str) -> bytes:
    """A mail turned into a trial: to another address, and marked wherever it is read."""
    besked = message_from_bytes(data, policy=POLITIK)
    tekst = f"PRØVE: denne mail er kun sendt til dig. Den er lavet til modtageren af rapporten for {hvem}."
    for navn, vaerdi in (
        ("To", til),
        ("Subject", forkortet(f"PRØVE: {besked['Subject']}", EMNETS_LAENGDE)),
        ("Message-ID", message_id),
        ("X-Ledelsestilsyn-Proeve", "ja"),
    ):
        del besked[navn]
        besked[navn] = vaerdi
    del besked["In-Reply-To"], besked["References"]
    _erstat(besked, "plain", lambda t: f"{tekst}\n\n{t}")
    _erstat(besked, "html", lambda t: t.replace(PROEVEPLADS, f"{_PROEVE}{escape(tekst)}</p>", 1))
    return besked.as_bytes()


def _hoved(krop: Mailkrop, konvolut: Konvolut, mail: Mail, nu: datetime) -> Iterator[tuple[str, object]]:
    navn, domaene = afsender(mail).rsplit("@", 1)
    yield "From", Address(enlinje(mail.afsender_navn), navn, domaene)
    if konvolut.til:
        yield "To", konvolut.til
    yield "Reply-To", mail.svar_til or afsender(mail)
    yield "Subject", emne(krop, rettet=konvolut.svar_paa is not None)
    yield "Date", nu
    yield "Message-ID", konvolut.message_id
    if konvolut.svar_paa:
        yield "In-Reply-To", konvolut.svar_paa
        yield "References", konvolut.svar_paa
    yield "List-Id", f"<ledelsestilsyn.{_domaene(mail)}>"
    yield "Auto-Submitted", "auto-generated"
    yield "X-Auto-Response-Suppress", "All"
    if krop.sagsnumre:
        yield SAGSNUMRE, "ja"


def _domaene(mail: Mail) -> str:
    return afsender(mail).rsplit("@", 1)[1].lower()


def _faste_graenser(besked: EmailMessage, froe: str) -> None:
    """Boundaries that follow from the mail's id; `=_` cannot stand in a quoted-printable text."""
    for nr, del_ in enumerate(besked.walk()):
        if del_.is_multipart():
            del_.set_boundary(f"=_{hashlib.sha256(froe.encode()).hexdigest()[:32]}_{nr}")


def _erstat(besked: EmailMessage, slags: str, ny: Callable[[str], str]) -> None:
    del_ = besked.get_body((slags,))
    if isinstance(del_, EmailMessage):
        tekst = del_.get_content().replace("\r\n", "\n")
        del_.set_content(ny(tekst), subtype=slags, cte="quoted-printable")
