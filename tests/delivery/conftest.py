"""A workspace with a little published in it, and a real mail server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.delivery.server import Certificate, Mailbox, Server, listen, make_certificate
from tests.delivery.setup import Setup


@pytest.fixture
def o(tmp_path: Path) -> Setup:
    return Setup(tmp_path / "tilsyn")


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return make_certificate(tmp_path_factory.mktemp("certifikat"))


Start = Callable[..., Server]


@pytest.fixture
def start(certificate: Certificate) -> Iterator[Start]:
    """Start a server; it is stopped after the test."""
    running = []

    def new(security: str = "starttls", *, login: bool = False, **reply: object) -> Server:
        control, server = listen(Mailbox(**reply), certificate, security, login=login)
        running.append(control)
        return server

    yield new
    for control in running:
        control.stop()
