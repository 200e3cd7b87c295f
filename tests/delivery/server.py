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

USER, CODE = "tilsyn", "hemmeligt-ord"
Answers = Callable[[str, int], str | None]


@dataclass
class Mailbox:
    """What the server has taken, and how it answers.

    Each `svar` gets the address and how many times it has been asked; None is yes, "afbryd" a broken
    connection in place of an answer. The methods have the names that the server library calls.
    """

    received: list[tuple[str, bytes]] = field(default_factory=list)
    reply_mail: Answers = lambda _until, _time: None
    reply_rcpt: Answers = lambda _until, _time: None
    reply_data: Answers = lambda _until, _time: None
    heard: Counter[str] = field(default_factory=Counter)
    encrypted: list[bool] = field(default_factory=list)

    async def handle_MAIL(self, server: Any, _s: Any, envelope: Any, address: str, _o: Any) -> str:  # noqa: N802
        """A sender."""
        self.heard["MAIL"] += 1
        if error := self.reply_mail(address, self.heard["MAIL"]):
            return _reply(server, error)
        envelope.mail_from = address
        self.encrypted.append(server.transport.get_extra_info("cipher") is not None)
        return "250 OK"

    async def handle_RCPT(self, server: Any, _s: Any, envelope: Any, address: str, _o: Any) -> str:  # noqa: N802
        """A recipient."""
        self.heard[f"RCPT {address}"] += 1
        if error := self.reply_rcpt(address, self.heard[f"RCPT {address}"]):
            return _reply(server, error)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, _s: Any, envelope: Any) -> str:  # noqa: N802
        """A mail."""
        (to,) = envelope.rcpt_tos
        self.heard[f"DATA {to}"] += 1
        error = self.reply_data(to, self.heard[f"DATA {to}"])
        if error is None or error == "tag og afbryd":
            self.received.append((to, envelope.content))
        return _reply(server, error) if error else "250 2.0.0 OK"

    def to(self, address: str) -> list[bytes]:
        """Every mail the address has been given."""
        return [data for recipient, data in self.received if recipient == address]


def _reply(server: Any, reply: str) -> str:
    """An answer, or a connection that breaks in its place."""
    if "afbryd" in reply:
        server.transport.abort()
    return reply


@dataclass(frozen=True)
class Server:
    """A running server and what is in its mailbox."""

    port: int
    box: Mailbox


@dataclass(frozen=True)
class Certificate:
    """A certificate made for the test, and the server's context with it."""

    file: Path
    context: ssl.SSLContext


def make_certificate(folder: Path, name: str = "127.0.0.1") -> Certificate:
    """A certificate that signs itself, for one address of this machine."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    address = x509.IPAddress(ipaddress.ip_address(name))
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName([address]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file, key_file = folder / f"{name}.pem", folder / f"{name}.key"
    file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    key_file.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file, key_file)
    return Certificate(file, context)


class _Control(Controller):
    """A controller that takes a free port the system gives it, and speaks STARTTLS or TLS."""

    def __init__(self, box: Mailbox, certificate: Certificate, security: str, *, login: bool) -> None:
        encrypted = {"require_starttls": True, "tls_context": certificate.context}
        super().__init__(
            box,
            hostname="127.0.0.1",
            port=_free_port(),
            ssl_context=certificate.context if security == "tls" else None,
            **(encrypted if security == "starttls" else {}),
            **({"authenticator": _recognise, "auth_required": True} if login else {}),
        )


def _recognise(server: Any, session: Any, envelope: Any, mechanism: str, auth_data: Any) -> AuthResult:
    right = auth_data.login == USER.encode() and auth_data.password == CODE.encode()
    return AuthResult(success=right, handled=False)


def _free_port() -> int:
    with socket.socket() as prop:
        prop.bind(("127.0.0.1", 0))
        return int(prop.getsockname()[1])


def listen(
    box: Mailbox, certificate: Certificate, security: str, *, login: bool = False
) -> tuple[Controller, Server]:
    """Start listening; the controller must be stopped again."""
    control = _Control(box, certificate, security, login=login)
    control.start()
    return control, Server(control.port, box)
