"""The conversation with the mail server.

Every fault becomes a `Reply` that says whether trying again can help and whether the server may have the
mail all the same; none is swallowed. The server's own words are not kept: they may repeat an address.
"""

from __future__ import annotations

import re
import smtplib
import socket
import ssl
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from pipeline.base.errors import SettingsError
from pipeline.base.settings import Mail
from pipeline.delivery.ledger import REFUSED
from pipeline.delivery.smtp.patient import Patient, PatientEncrypted

ENVIRONMENT_SMTP = "LEDELSESTILSYN_SMTP_ADGANGSKODE"
_EXTENDED = re.compile(rb"[245]\.\d{1,3}\.\d{1,3}")


@dataclass(frozen=True)
class ServerReply:
    """How it went with one mail.

    `temporary`: it may go better later. `unsure`: the mail was handed over but never answered for.
    `interrupted`: the connection is gone. `applies_all`: there was none to be had, so the next mail would
    fare no better.
    """

    text: str
    delivered: bool = False
    temporary: bool = False
    unsure: bool = False
    interrupted: bool = False
    applies_all: bool = False


def password(mail: Mail, environment: Mapping[str, str]) -> str | None:
    """The password from the environment, else from its file; None where no user is named.

    Raises:
        SettingsError: it is missing, not plain ASCII, or its file can be read by others.
    """
    if mail.bruger is None:
        return None
    code = environment.get(ENVIRONMENT_SMTP) or _from_file(mail)
    if not code:
        raise SettingsError(
            "mail.bruger er sat, men adgangskoden mangler: "
            f"sæt {ENVIRONMENT_SMTP} eller mail.adgangskode_fil."
        )
    if not (code.isascii() and code.isprintable()):
        raise SettingsError("Adgangskoden til mailserveren må kun have tegn fra ASCII.")
    return code


def _from_file(mail: Mail) -> str:
    if mail.adgangskode_fil is None:
        return ""
    try:
        if mail.adgangskode_fil.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise SettingsError("mail.adgangskode_fil: filen må kun kunne læses af sin ejer (chmod 600).")
        return mail.adgangskode_fil.read_text(encoding="utf-8").strip("\r\n")
    except (OSError, UnicodeDecodeError):
        raise SettingsError("mail.adgangskode_fil: filen kan ikke læses.") from None


class MailServer:
    """One server, connected to when the first mail is sent and again after a fault."""

    def __init__(self, mail: Mail, code: str | None) -> None:
        """Only checks the settings.

        Raises:
            SettingsError: no server is named, or the file of trusted certificates cannot be read.
        """
        if not mail.server:
            raise SettingsError("mail.server mangler i indstillingerne.")
        self._mail, self._code, self._host = mail, code, mail.server
        self._tls = None if mail.sikkerhed == "ingen" else _trust(mail)
        self._smtp: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Say goodbye, where there is still somebody to say it to."""
        if self._smtp:
            try:
                self._smtp.quit()
            except (smtplib.SMTPException, OSError):
                self._smtp.close()  # every mail has its answer by now; the farewell decides nothing
            self._smtp = None

    def send(self, sender: str, to: str, mail: bytes) -> ServerReply:
        """Hand over one mail to one recipient."""
        try:
            smtp = self._smtp or self._connect()
        except (smtplib.SMTPException, OSError) as error:
            return _connection_error(error)
        self._smtp = smtp
        reply = _hand_over(smtp, sender, to, mail)
        if reply.interrupted:
            smtp.close()
            self._smtp = None
        return reply

    def _connect(self) -> smtplib.SMTP:
        limit = self._mail.timeout_sekunder
        smtp: smtplib.SMTP
        if self._mail.sikkerhed == "tls":
            smtp = PatientEncrypted(self._host, self._mail.serverport, timeout=limit, context=self._tls)
        else:
            smtp = Patient(self._host, self._mail.serverport, timeout=limit)
        try:
            if self._mail.sikkerhed == "starttls":
                smtp.starttls(context=self._tls)
            smtp.ehlo_or_helo_if_needed()
            if self._mail.bruger and self._code:
                smtp.login(self._mail.bruger, self._code)
        except BaseException:
            smtp.close()
            raise
        return smtp


def _trust(mail: Mail) -> ssl.SSLContext:
    """Certificates are checked, with the host's name, against the system's authorities or the file named."""
    try:
        tls = ssl.create_default_context(cafile=str(mail.ca_fil) if mail.ca_fil else None)
    except OSError:
        raise SettingsError("mail.ca_fil: filen med certifikater kan ikke læses.") from None
    tls.minimum_version = ssl.TLSVersion.TLSv1_2
    return tls


def _hand_over(smtp: smtplib.SMTP, sender: str, to: str, mail: bytes) -> ServerReply:
    """RSET, MAIL, RCPT, DATA; from DATA on an interruption leaves it open whether the server has the mail."""
    unsure = False
    try:
        smtp.rset()  # the mail before may have been refused half way
        for step, word in (("afsenderen", smtp.mail), ("modtageren", smtp.rcpt)):
            code, text = word(sender if step == "afsenderen" else to)
            if code // 100 != 2:
                return _refused(code, text, step)
        unsure = True
        code, text = smtp.data(mail)
    except smtplib.SMTPDataError as error:
        return _refused(error.smtp_code, error.smtp_error, "mailen")
    except (
        smtplib.SMTPServerDisconnected,
        smtplib.SMTPResponseException,
        OSError,
    ):  # no reply, or none meant
        when = "efter at mailen var afleveret" if unsure else "før mailen var afleveret"
        return ServerReply(
            f"forbindelsen blev afbrudt, {when}", temporary=True, unsure=unsure, interrupted=True
        )
    if code // 100 != 2:
        return _refused(code, text, "mailen")
    return ServerReply(_code(code, text), delivered=True)


def _refused(code: int, text: bytes | str, what: str) -> ServerReply:
    """A definite no; 421 and an answer that is none mean that the server hangs up."""
    hangs_up = code == 421 or code < 200
    temporary = code // 100 == 4 or hangs_up
    how = "serveren afviste foreløbig" if temporary else REFUSED
    return ServerReply(
        f"{how} {what} ({_code(code, text)})",
        temporary=temporary,
        interrupted=hangs_up,
    )


def _code(code: int, text: bytes | str) -> str:
    """`250 2.0.0`: the numbers of an answer, without its words."""
    extended = _EXTENDED.match(text if isinstance(text, bytes) else text.encode("ascii", "replace"))
    return f"{code} {extended[0].decode()}" if extended else str(code)


def _connection_error(error: smtplib.SMTPException | OSError) -> ServerReply:
    """Why no mail can be handed over at all."""
    text, temporary = _explanation(error)
    return ServerReply(text, temporary=temporary, applies_all=True)


def _explanation(error: smtplib.SMTPException | OSError) -> tuple[str, bool]:
    if isinstance(error, smtplib.SMTPAuthenticationError):
        code = _code(error.smtp_code, error.smtp_error)
        return f"serveren afviste brugernavn eller adgangskode ({code})", error.smtp_code // 100 == 4
    if isinstance(error, smtplib.SMTPResponseException):
        return f"serveren afviste forbindelsen ({_code(error.smtp_code, error.smtp_error)})", (
            error.smtp_code // 100 != 5
        )
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return "serveren tilbyder ikke den kryptering eller det login, indstillingerne kræver", False
    if isinstance(error, ssl.SSLCertVerificationError):
        return "serverens certifikat kunne ikke bekræftes", False
    if isinstance(error, ssl.SSLError):
        return "der kunne ikke aftales en krypteret forbindelse med serveren", False
    if isinstance(error, socket.gaierror):
        return "serverens navn kunne ikke slås op", True
    if isinstance(error, TimeoutError):
        return "serveren svarede ikke inden for tiden", True
    return "der kunne ikke oprettes forbindelse til serveren", True
