"""Which cluster a country is run on: what can be said of it before the engine is loaded, or installed."""

from __future__ import annotations

import os
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from pipeline.base.errors import SettingsError, UsageFault


@dataclass(frozen=True)
class Cluster:
    """Where the work is done: `scheduler` is an address; without one a cluster is started on this machine.

    `workers`: how many processes it then has, else one per core; `dashboard`: the address the engine's own
    pages are shown on, else nowhere. `ca`, `certificate` and `key` are the files of TLS.
    """

    scheduler: str | None = None
    workers: int | None = None
    ca: Path | None = None
    certificate: Path | None = None
    key: Path | None = None
    dashboard: str | None = None

    def __post_init__(self) -> None:
        """Raises UsageFault where the parts do not go together, SettingsError where a file cannot be read."""
        of_tls = {"--tls-ca": self.ca, "--tls-certifikat": self.certificate, "--tls-noegle": self.key}
        missing = [option for option, file in of_tls.items() if file is None]
        if 0 < len(missing) < len(of_tls):
            raise UsageFault(f"TLS kræver --tls-ca, --tls-certifikat og --tls-noegle; {missing[0]} mangler.")
        if self.tls and not self.scheduler:
            raise UsageFault("TLS-filerne hører til --scheduler; uden laver programmet sine egne.")
        if self.scheduler and (self.workers or self.dashboard):
            raise UsageFault("--arbejdere og --oversigt gælder kun den klynge, programmet selv starter.")
        for file in of_tls.values():
            if file and not os.access(file, os.R_OK):
                raise SettingsError(f"{file}: filen findes ikke eller kan ikke læses.")

    @property
    def tls(self) -> bool:
        """Whether the files of TLS are given."""
        return self.ca is not None

    @property
    def open_to_others(self) -> bool:
        """Whether whoever reaches the scheduler over the net can have its workers do anything."""
        return bool(self.scheduler) and not self.tls and not _on_loopback(str(self.scheduler))


def _on_loopback(address: str) -> bool:
    return address.partition("://")[2].startswith(("127.", "localhost:", "[::1]:"))


def require_engine() -> None:
    """Refuse to begin where the engine is not installed.

    Raises:
        UsageFault: it is not.
    """
    if find_spec("distributed") is None:
        raise UsageFault(
            'Motoren til et land er ikke installeret: kør pip install "ledelsestilsyn[country]", også på '
            "hver maskine, der skal arbejde."
        )
