"""One mail as bytes: headers, plain text first, then HTML with its pictures.

Everything is encoded to seven bits, so that no relay need rewrite it, and the same content gives the
same bytes apart from the date. The strict policy refuses a header that holds a line break.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.header import Header
from email.headerregistry import Address, BaseHeader, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.utils import format_datetime
from html import escape

from pipeline.base.harmless import one_line, shortened
from pipeline.base.mailbody import TRIAL_PLACE, MailBody, MailFile
from pipeline.base.settings import Mail

SUBJECT_LENGTH = 78
_LINE = 76
"""What RFC 2047 allows a line with an encoded word."""


class _Id(UnstructuredHeader, BaseHeader):
    """A header of one id, never folded: the library would encode a long one until no program knows it."""

    def fold(self, *, policy: policy.Policy) -> str:
        return f"{self.name}: {self}{policy.linesep}"


class _Subject(UnstructuredHeader, BaseHeader):
    """A subject encoded whole: folding piece by piece, the library loses the blank between two pieces."""

    def fold(self, *, policy: policy.Policy) -> str:
        coded = Header(str(self), "us-ascii" if self.isascii() else "utf-8", _LINE, "Subject")
        return f"{self.name}: {coded.encode(linesep=policy.linesep)}{policy.linesep}"


def _register() -> HeaderRegistry:
    register = HeaderRegistry()
    register.map_to_type("Subject", _Subject)
    for name in ("In-Reply-To", "References", "List-Id"):
        register.map_to_type(name, _Id)
    return register


POLICY = (policy.SMTP + policy.strict).clone(header_factory=_register())
WITHOUT_SENDER = "ledelsestilsyn@afsender.invalid"
"""Stands in a mail made before the settings name a sender; such a mail is never sent."""
_WORKBOOK = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")
CASE_NUMBERS = "X-Ledelsestilsyn-Sagsnumre"
"""Marks a mail that holds case ids, so that it is never sent over an open connection."""
_TRIAL = '<p style="margin:0 0 12px;background-color:#fdefe1;font-weight:600;">'
_DATO = re.compile(rb"^Date: [^\r\n]*\r\n", re.MULTILINE)


@dataclass(frozen=True)
class Envelope:
    """Who a mail is from and to; `to` is empty where a team has no address yet."""

    to: str
    message_id: str
    answer_to: str | None = None


def sender(mail: Mail) -> str:
    """The sender's address."""
    return mail.afsender or WITHOUT_SENDER


def message_id(mail: Mail, *parts: object) -> str:
    """The id of one edition of one report to one recipient: always the same, so a server can drop a copy."""
    fingerprint = hashlib.sha256("\0".join(str(part) for part in parts).encode()).hexdigest()
    return f"<{fingerprint[:40]}@{_domain(mail)}>"


def build(
    body: MailBody, envelope: Envelope, mail: Mail, now: datetime, files: Sequence[MailFile] = ()
) -> bytes:
    """The whole mail with its files; one that answers an earlier one is a corrected edition of it."""
    message = EmailMessage(policy=POLICY)
    for name, value in _head(body, envelope, mail, now):
        message[name] = value
    message.set_content(body.text, cte="quoted-printable")
    message.add_alternative(body.html, subtype="html", cte="quoted-printable")
    html = message.get_body(("html",))
    if isinstance(html, EmailMessage):
        for picture in body.pictures:
            html.add_related(
                picture.png,
                "image",
                "png",
                cid=f"<{picture.cid}>",
                filename=picture.name,
                disposition="inline",
            )
    for file in files:
        message.add_attachment(file.content, *_WORKBOOK, filename=file.name)
    message["Content-Language"] = "da"
    _fixed_boundaries(message, envelope.message_id)
    return message.as_bytes()


def without_date(mail: bytes) -> bytes:
    """What of a mail stays the same when it is made again."""
    return _DATO.sub(b"", mail, count=1)


def with_date(mail: bytes, now: datetime) -> bytes:
    """The mail, dated the moment it is sent."""
    return _DATO.sub(b"Date: " + format_datetime(now).encode() + b"\r\n", mail, count=1)


def error_when_sending(data: bytes, mail: Mail) -> str | None:
    """Why a finished mail must not be sent with these settings, which may be newer than it; else None."""
    message = message_from_bytes(data, policy=POLICY)
    if [a.addr_spec for a in message["From"].addresses] != [mail.afsender]:
        return "mailen har en anden afsender end mail.afsender; kør run for perioden igen"
    if message[CASE_NUMBERS] and mail.sikkerhed == "ingen":
        return "mailen rummer sagsnumre og må ikke sendes ukrypteret"
    return None


def as_trial(data: bytes, to: str, who: str, message_id: str) -> bytes:
    """A mail turned into a trial: to another address, and marked wherever it is read."""
    message = message_from_bytes(data, policy=POLICY)
    text = f"PRØVE: denne mail er kun sendt til dig. Den er lavet til modtageren af rapporten for {who}."
    for name, value in (
        ("To", to),
        ("Subject", shortened(f"PRØVE: {message['Subject']}", SUBJECT_LENGTH)),
        ("Message-ID", message_id),
        ("X-Ledelsestilsyn-Proeve", "ja"),
    ):
        del message[name]
        message[name] = value
    del message["In-Reply-To"], message["References"]
    _replace(message, "plain", lambda t: f"{text}\n\n{t}")
    _replace(message, "html", lambda t: t.replace(TRIAL_PLACE, f"{_TRIAL}{escape(text)}</p>", 1))
    return message.as_bytes()


def _head(body: MailBody, envelope: Envelope, mail: Mail, now: datetime) -> Iterator[tuple[str, object]]:
    name, domain = sender(mail).rsplit("@", 1)
    yield "From", Address(one_line(mail.afsender_navn), name, domain)
    if envelope.to:
        yield "To", envelope.to
    yield "Reply-To", mail.svar_til or sender(mail)
    yield "Subject", _subject(body, corrected=envelope.answer_to is not None)
    yield "Date", now
    yield "Message-ID", envelope.message_id
    if envelope.answer_to:
        yield "In-Reply-To", envelope.answer_to
        yield "References", envelope.answer_to
    yield "List-Id", f"<ledelsestilsyn.{_domain(mail)}>"
    yield "Auto-Submitted", "auto-generated"
    yield "X-Auto-Response-Suppress", "All"
    if body.case_numbers:
        yield CASE_NUMBERS, "ja"


def _subject(body: MailBody, *, corrected: bool) -> str:
    """The subject: the facts first, for a list of mails shows its beginning; at most 78 characters.

    Where it would be longer, whose it is and of when gives way.
    """
    name, opening = one_line(body.name), "Rettet udgave: " if corrected else ""
    if body.subject:
        told = f"{opening}{one_line(body.subject)} – {name}, {body.periode}"
    else:
        told = f"{opening}{'ledelsestilsyn' if corrected else 'Ledelsestilsyn'} {body.periode}: {name}"
    return shortened(told, SUBJECT_LENGTH)


def _domain(mail: Mail) -> str:
    return sender(mail).rsplit("@", 1)[1].lower()


def _fixed_boundaries(message: EmailMessage, seed: str) -> None:
    """Boundaries that follow from the mail's id; `=_` cannot stand in a quoted-printable text."""
    for number, part in enumerate(message.walk()):
        if part.is_multipart():
            part.set_boundary(f"=_{hashlib.sha256(seed.encode()).hexdigest()[:32]}_{number}")


def _replace(message: EmailMessage, kind: str, new: Callable[[str], str]) -> None:
    part = message.get_body((kind,))
    if isinstance(part, EmailMessage):
        text = part.get_content().replace("\r\n", "\n")
        part.set_content(new(text), subtype=kind, cte="quoted-printable")
