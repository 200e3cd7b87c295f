"""The country's own folder: what each municipality told, period by period, and what is published of it.

A municipality's three files are one thing: the state names the hashes of the two tables and is written last,
so that what was cut short counts as not told, and what is told again takes the place of what was.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from pipeline.base.durable import write
from pipeline.base.errors import BusyError, SettingsError, UsageFault
from pipeline.base.periods import Periode, read_periode
from pipeline.country.month import Counts, Told

TABLES = ("resultat", "indikator")


@dataclass(frozen=True)
class Kept:
    """What a municipality told last of a period: where its tables lie."""

    fingerprint: str
    counts: Counts
    resultat: Path
    indikator: Path


@dataclass(frozen=True)
class CountryFolder:
    """Paths inside the country's folder; nothing is made before `locked`."""

    root: Path

    @property
    def published(self) -> Path:
        """The country's DuckDB file."""
        return self.root / "publiceret" / "land.duckdb"

    @property
    def reports(self) -> Path:
        """The country's reports: `<periode>/rapport.html`."""
        return self.root / "rapporter"

    @property
    def computation(self) -> Path:
        """What is being put together, and the engine's own files."""
        return self.root / "beregning"

    @property
    def log(self) -> Path:
        """What was done when: counts, never the content of a row."""
        return self.root / "log"

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Make the folder, closed to everybody else, and keep every other run of the country out.

        Raises:
            BusyError: another run is using it.
            SettingsError: it cannot be made or written to.
        """
        import filelock

        try:
            for folder in (self.root, self.computation, self.log, self._kept):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            raise SettingsError(f"{self.root}: landsmappen kan ikke oprettes eller skrives i.") from None
        lock = filelock.FileLock(self.root / "land.lock", mode=0o600)
        try:
            lock.acquire(timeout=0)
        except filelock.Timeout:
            raise BusyError(f"{self.root}: landsmappen er i brug af en anden kørsel.") from None
        try:
            yield
        finally:
            lock.release()

    @property
    def _kept(self) -> Path:
        return self.root / "kommuner"

    def require_same_kind(self, periode: Periode) -> None:
        """Refuse another kind of period than the folder holds: a quarter less its months would tell.

        Raises:
            UsageFault: the folder has periods of another kind.
        """
        kinds = {read_periode(folder.name).periodetype for folder in self._kept.iterdir()}
        if other := kinds - {periode.periodetype}:
            raise UsageFault(
                f"{self.root}: landsmappen har perioder af slagsen {min(other)}. Små tal, der er skjult, "
                f"kunne regnes ud, hvis {periode.periode} lå ved siden af; brug en anden landsmappe."
            )

    def read(self, periode: str, kommune_id: str) -> Kept | None:
        """What a municipality told last of a period; None where it has not, or its files are damaged."""
        tables = {name: self._file(periode, kommune_id, f"{name}.parquet") for name in TABLES}
        try:
            state = json.loads(self._file(periode, kommune_id, "json").read_text(encoding="utf-8"))
            if any(_sha(file.read_bytes()) != state[name] for name, file in tables.items()):
                return None
            counts = state["counts"]
            counts["udtraeksdato"] = date.fromisoformat(counts["udtraeksdato"])
            return Kept(state["fingerprint"], Counts(**counts), **tables)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def write(self, periode: str, kommune_id: str, told: Told) -> None:
        """Keep what a municipality has told, in the place of what it told before."""
        (self._kept / periode).mkdir(mode=0o700, exist_ok=True)
        self._file(periode, kommune_id, "json").unlink(missing_ok=True)
        state: dict[str, object] = {"fingerprint": told.fingerprint}
        for name in TABLES:
            content: bytes = getattr(told, name)
            write(self._file(periode, kommune_id, f"{name}.parquet"), content, flush_name=False)
            state[name] = _sha(content)
        if told.counts:
            state["counts"] = {**asdict(told.counts), "udtraeksdato": str(told.counts.udtraeksdato)}
        write(self._file(periode, kommune_id, "json"), json.dumps(state, indent=2))

    def _file(self, periode: str, kommune_id: str, ending: str) -> Path:
        return self._kept / periode / f"{kommune_id}.{ending}"


def _sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
