"""The conversation with the mail server: the only importer of smtplib.

Every fault becomes a `Svar` that says whether trying again can help and whether the server may have the
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

from pipeline.errors import IndstillingsFejl
from pipeline.settings import Mail

MILJOE_ADGANGSKODE = "LEDELSESTILSYN_SMTP_ADGANGSKODE"
_UDVIDET = re.compile(rb"[245]\.\d{1,3}\.\d{1,3}")


@dataclass(frozen=True)
class Svar:
    """How it went with one mail.

    `midlertidig`: it may go better later. `uvist`: the mail was handed over but never answered for.
    `afbrudt`: the connection is gone. `gaelder_alle`: there was none to be had, so the next mail would
    fare no better.
    """

    tekst: str
    leveret: bool = False
    midlertidig: bool = False
    uvist: bool = False
    afbrudt: bool = False
    gaelder_alle: bool = False


def adgangskode(mail: Mail, miljoe: Mapping[str, str]) -> str | None:
    """The password from the environment, else from its file; None where no user is named.

    Raises:
        IndstillingsFejl: it is missing, not plain ASCII, or its file can be read by others.
    """
    if mail.bruger is None:
        return None
    kode = miljoe.get(MILJOE_ADGANGSKODE) or _fra_fil(mail)
    if not kode:
        raise IndstillingsFejl(
            "mail.bruger er sat, men adgangskoden mangler: "
            f"sæt {MILJOE_ADGANGSKODE} eller mail.adgangskode_fil."
        )
    if not (kode.isascii() and kode.isprintable()):
        raise IndstillingsFejl("Adgangskoden til mailserveren må kun have tegn fra ASCII.")
    return kode


def _fra_fil(mail: Mail) -> str:
    if mail.adgangskode_fil is None:
        return ""
    try:
        if mail.adgangskode_fil.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise IndstillingsFejl("mail.adgangskode_fil: filen må kun kunne læses af sin ejer (chmod 600).")
        return mail.adgangskode_fil.read_text(encoding="utf-8").strip("\r\n")
    except (OSError, UnicodeDecodeError):
        raise IndstillingsFejl("mail.adgangskode_fil: filen kan ikke læses.") from None


class Mailserver:
    """One server, connected to when the first mail is sent and again after a fault."""

    def __init__(self, mail: Mail, kode: str | None) -> None:
        """Only checks the settings.

        Raises:
            IndstillingsFejl: no server is named, or the file of trusted certificates cannot be read.
        """
        if not mail.server:
            raise IndstillingsFejl("mail.server mangler i indstillingerne.")
        self._mail, self._kode, self._vaert = mail, kode, mail.server
        self._tls = None if mail.sikkerhed == "ingen" else _tillid(mail)
        self._smtp: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.luk()

    def luk(self) -> None:
        """Say goodbye, where there is still somebody to say it to."""
        if self._smtp:
            try:
                self._smtp.quit()
            except (smtplib.SMTPException, OSError):
                self._smtp.close()  # every mail has its answer by now; the farewell decides nothing
            self._smtp = None

    def send(self, fra: str, til: str, mail: bytes) -> Svar:
        """Hand over one mail to one recipient."""
        try:
            smtp = self._smtp or self._forbind()
        except (smtplib.SMTPException, OSError) as fejl:
            return _forbindelsesfejl(fejl)
        self._smtp = smtp
        svar = _aflever(smtp, fra, til, mail)
        if svar.afbrudt:
            smtp.close()
            self._smtp = None
        return svar

    def _forbind(self) -> smtplib.SMTP:
        tid = self._mail.timeout_sekunder
        smtp: smtplib.SMTP
        if self._mail.sikkerhed == "tls":
            smtp = smtplib.SMTP_SSL(self._vaert, self._mail.serverport, timeout=tid, context=self._tls)
        else:
            smtp = smtplib.SMTP(self._vaert, self._mail.serverport, timeout=tid)
        try:
            if self._mail.sikkerhed == "starttls":
                smtp.starttls(context=self._tls)
            smtp.ehlo_or_helo_if_needed()
            if self._mail.bruger and self._kode:
                smtp.login(self._mail.bruger, self._kode)
        except BaseException:
            smtp.close()
            raise
        return smtp


def _tillid(mail: Mail) -> ssl.SSLContext:
    """Certificates are checked, with the host's name, against the system's authorities or the file named."""
    try:
        tls = ssl.create_default_context(cafile=str(mail.ca_fil) if mail.ca_fil else None)
    except OSError:
        raise IndstillingsFejl("mail.ca_fil: filen med certifikater kan ikke læses.") from None
    tls.minimum_version = ssl.TLSVersion.TLSv1_2
    return tls


def _aflever(smtp: smtplib.SMTP, fra: str, til: str, mail: bytes) -> Svar:
    """RSET, MAIL, RCPT, DATA; from DATA on an interruption leaves it open whether the server has the mail."""
    uvist = False
    try:
        smtp.rset()  # the mail before may have been refused half way
        for trin, ord_ in (("afsenderen", smtp.mail), ("modtageren", smtp.rcpt)):
            kode, tekst = ord_(fra if trin == "afsenderen" else til)
            if kode // 100 != 2:
                return _afvist(kode, tekst, trin)
        uvist = True
        kode, tekst = smtp.data(mail)
    except smtplib.SMTPDataError as fejl:
        return _afvist(fejl.smtp_code, fejl.smtp_error, "mailen")
    except (smtplib.SMTPServerDisconnected, OSError):
        hvornaar = "efter at mailen var afleveret" if uvist else "før mailen var afleveret"
        return Svar(f"forbindelsen blev afbrudt, {hvornaar}", midlertidig=True, uvist=uvist, afbrudt=True)
    if kode // 100 != 2:
        return _afvist(kode, tekst, "mailen")
    return Svar(_kode(kode, tekst), leveret=True)


def _afvist(kode: int, tekst: bytes | str, hvad: str) -> Svar:
    """A definite no; 421 and an answer that is none mean that the server hangs up."""
    laegger_paa = kode == 421 or kode < 200
    midlertidig = kode // 100 == 4 or laegger_paa
    hvordan = "foreløbig" if midlertidig else "endeligt"
    return Svar(
        f"serveren afviste {hvordan} {hvad} ({_kode(kode, tekst)})",
        midlertidig=midlertidig,
        afbrudt=laegger_paa,
    )


def _kode(kode: int, tekst: bytes | str) -> str:
    """`250 2.0.0`: the numbers of an answer, without its words."""
    udvidet = _UDVIDET.match(tekst if isinstance(tekst, bytes) else tekst.encode("ascii", "replace"))
    return f"{kode} {udvidet[0].decode()}" if udvidet else str(kode)


def _forbindelsesfejl(fejl: smtplib.SMTPException | OSError) -> Svar:
    """Why no mail can be handed over at all."""
    tekst, midlertidig = _forklaring(fejl)
    return Svar(tekst, midlertidig=midlertidig, gaelder_alle=True)


def _forklaring(fejl: smtplib.SMTPException | OSError) -> tuple[str, bool]:
    if isinstance(fejl, smtplib.SMTPAuthenticationError):
        kode = _kode(fejl.smtp_code, fejl.smtp_error)
        return f"serveren afviste brugernavn eller adgangskode ({kode})", fejl.smtp_code // 100 == 4
    if isinstance(fejl, smtplib.SMTPResponseException):
        return f"serveren afviste forbindelsen ({_kode(fejl.smtp_code, fejl.smtp_error)})", (
            fejl.smtp_code // 100 != 5
        )
    if isinstance(fejl, smtplib.SMTPNotSupportedError):
        return "serveren tilbyder ikke den kryptering eller det login, indstillingerne kræver", False
    if isinstance(fejl, ssl.SSLCertVerificationError):
        return "serverens certifikat kunne ikke bekræftes", False
    if isinstance(fejl, ssl.SSLError):
        return "der kunne ikke aftales en krypteret forbindelse med serveren", False
    if isinstance(fejl, socket.gaierror):
        return "serverens navn kunne ikke slås op", True
    if isinstance(fejl, TimeoutError):
        return "serveren svarede ikke inden for tiden", True
    return "der kunne ikke oprettes forbindelse til serveren", True
