"""A real mail server on this machine, with STARTTLS or TLS, that can be told to misbehave."""

from __future__ import annotations

import ipaddress
import socket
import ssl
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

BRUGER, KODE = "tilsyn", "hemmeligt-ord"
Svarer = Callable[[str, int], str | None]


@dataclass
class Postkasse:
    """What the server has taken, and how it answers.

    Each `svar` gets the address and how many times it has been asked; None is yes, "afbryd" a broken
    connection in place of an answer. The methods have the names that the server library calls.
    """

    modtaget: list[tuple[str, bytes]] = field(default_factory=list)
    svar_mail: Svarer = lambda _til, _gang: None
    svar_rcpt: Svarer = lambda _til, _gang: None
    svar_data: Svarer = lambda _til, _gang: None
    set_: Counter[str] = field(default_factory=Counter)
    krypteret: list[bool] = field(default_factory=list)

    async def handle_MAIL(self, server: Any, _s: Any, envelope: Any, address: str, _o: Any) -> str:  # noqa: N802
        """A sender."""
        self.set_["MAIL"] += 1
        if fejl := self.svar_mail(address, self.set_["MAIL"]):
            return _svar(server, fejl)
        envelope.mail_from = address
        self.krypteret.append(server.transport.get_extra_info("cipher") is not None)
        return "250 OK"

    async def handle_RCPT(self, server: Any, _s: Any, envelope: Any, address: str, _o: Any) -> str:  # noqa: N802
        """A recipient."""
        self.set_[f"RCPT {address}"] += 1
        if fejl := self.svar_rcpt(address, self.set_[f"RCPT {address}"]):
            return _svar(server, fejl)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, _s: Any, envelope: Any) -> str:  # noqa: N802
        """A mail."""
        (til,) = envelope.rcpt_tos
        self.set_[f"DATA {til}"] += 1
        fejl = self.svar_data(til, self.set_[f"DATA {til}"])
        if fejl is None or fejl == "tag og afbryd":
            self.modtaget.append((til, envelope.content))
        return _svar(server, fejl) if fejl else "250 2.0.0 OK"

    def til(self, adresse: str) -> list[bytes]:
        """Every mail the address has been given."""
        return [data for modtager, data in self.modtaget if modtager == adresse]


def _svar(server: Any, svar: str) -> str:
    """An answer, or a connection that breaks in its place."""
    if "afbryd" in svar:
        server.transport.abort()
    return svar


@dataclass(frozen=True)
class Server:
    """A running server and what is in its mailbox."""

    port: int
    kasse: Postkasse


@dataclass(frozen=True)
class Certifikat:
    """A certificate made for the test, and the server's context with it."""

    fil: Path
    kontekst: ssl.SSLContext


def lav_certifikat(mappe: Path, navn: str = "127.0.0.1") -> Certifikat:
    """A certificate that signs itself, for one address of this machine."""
    noegle = ec.generate_private_key(ec.SECP256R1())
    emne = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, navn)])
    adresse = x509.IPAddress(ipaddress.ip_address(navn))
    nu = datetime.now(UTC)
    certifikat = (
        x509.CertificateBuilder()
        .subject_name(emne)
        .issuer_name(emne)
        .public_key(noegle.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(nu - timedelta(days=1))
        .not_valid_after(nu + timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName([adresse]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(noegle, hashes.SHA256())
    )
    fil, noeglefil = mappe / f"{navn}.pem", mappe / f"{navn}.key"
    fil.write_bytes(certifikat.public_bytes(serialization.Encoding.PEM))
    noeglefil.write_bytes(
        noegle.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    kontekst = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    kontekst.load_cert_chain(fil, noeglefil)
    return Certifikat(fil, kontekst)


class _Styring(Controller):
    """A controller that takes a free port the system gives it, and speaks STARTTLS or TLS."""

    def __init__(self, kasse: Postkasse, certifikat: Certifikat, sikkerhed: str, *, login: bool) -> None:
        krypteret = {"require_starttls": True, "tls_context": certifikat.kontekst}
        super().__init__(
            kasse,
            hostname="127.0.0.1",
            port=_ledig_port(),
            ssl_context=certifikat.kontekst if sikkerhed == "tls" else None,
            **(krypteret if sikkerhed == "starttls" else {}),
            **({"authenticator": _kend, "auth_required": True} if login else {}),
        )


def _kend(server: Any, session: Any, envelope: Any, mechanism: str, auth_data: Any) -> AuthResult:
    rigtigt = auth_data.login == BRUGER.encode() and auth_data.password == KODE.encode()
    return AuthResult(success=rigtigt, handled=False)


def _ledig_port() -> int:
    with socket.socket() as prop:
        prop.bind(("127.0.0.1", 0))
        return int(prop.getsockname()[1])


def lyt(
    kasse: Postkasse, certifikat: Certifikat, sikkerhed: str, *, login: bool = False
) -> tuple[Controller, Server]:
    """Start listening; the controller must be stopped again."""
    styring = _Styring(kasse, certifikat, sikkerhed, login=login)
    styring.start()
    return styring, Server(styring.port, kasse)
