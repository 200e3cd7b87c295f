"""A workspace with a little published in it, and a real mail server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.delivery.opstilling import Opstilling
from tests.delivery.server import Certifikat, Postkasse, Server, lav_certifikat, lyt


@pytest.fixture
def o(tmp_path: Path) -> Opstilling:
    return Opstilling(tmp_path / "tilsyn")


@pytest.fixture(scope="session")
def certifikat(tmp_path_factory: pytest.TempPathFactory) -> Certifikat:
    return lav_certifikat(tmp_path_factory.mktemp("certifikat"))


Start = Callable[..., Server]


@pytest.fixture
def start(certifikat: Certifikat) -> Iterator[Start]:
    """Start a server; it is stopped after the test."""
    koerende = []

    def ny(sikkerhed: str = "starttls", *, login: bool = False, **svar: object) -> Server:
        styring, server = lyt(Postkasse(**svar), certifikat, sikkerhed, login=login)
        koerende.append(styring)
        return server

    yield ny
    for styring in koerende:
        styring.stop()
