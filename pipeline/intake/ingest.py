"""Take a delivery in: judge every file, refuse what is not fit, and store the rest at one stroke."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from pipeline.base.database import Database, open_database
from pipeline.base.errors import UsageFault
from pipeline.base.settings import Settings
from pipeline.base.text import one_line
from pipeline.definitions.extracts import read_extracts
from pipeline.intake.arrival import Received, receive
from pipeline.intake.assumptions import assumptions
from pipeline.intake.causes import read_causes
from pipeline.intake.gates import FileCounts, Relaxations, gates
from pipeline.intake.judge import Judge
from pipeline.intake.lost_columns import Lost, never_filled, refusals, remarks
from pipeline.intake.own_words import Fold, OwnWords, read_own_words
from pipeline.intake.quarantine import clear, folder_for, move
from pipeline.intake.raw import RawLayer
from pipeline.intake.refusal import Loss, Refusal, require_fit
from pipeline.intake.store import Store, definition_sha256
from pipeline.intake.validate import Validator

__all__ = ["FileCounts", "Intake", "take_in", "udtraeksdato_of"]


@dataclass(frozen=True)
class Intake:
    """What became of a delivery; `database` is None when it was only checked.

    `unchanged`: the same content was taken in before, and nothing was done.
    """

    leverance_id: str
    udtraeksdato: date
    database: Path | None
    files: tuple[FileCounts, ...]
    unchanged: bool
    messages: tuple[str, ...]


def udtraeksdato_of(folder: Path) -> date:
    """The day a delivery was drawn, from its folder's name: `2021-04-30`, or the last day of `2021-04`.

    Raises:
        UsageFault: the name is neither.
    """
    name = folder.resolve().name
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", name, re.ASCII):
            return date.fromisoformat(name)
        if re.fullmatch(r"\d{4}-\d{2}", name, re.ASCII):
            year, maaned = int(name[:4]), int(name[5:])
            return date(year, maaned, calendar.monthrange(year, maaned)[1])
    except ValueError:  # no such day or month
        pass
    raise UsageFault(
        f"{one_line(str(folder))}: mappens navn er ikke en dato (forventet: åååå-mm-dd eller åååå-mm); "
        "angiv --udtraeksdato."
    )


def take_in(
    folder: Path,
    udtraeksdato: date,
    workspace: Path,
    settings: Settings,
    key: bytes,
    kendte_maalepunkter: frozenset[str],
    *,
    allow_karantaene: float | None = None,
    allow_drop: bool = False,
    allow_missing_column: bool = False,
    only_check: bool = False,
    loss: Loss | None = None,
    progress: Callable[[str], None] | None = None,
) -> Intake:
    """Take in the folder `folder`, or with `only_check` only say whether it would be accepted.

    The caller holds the workspace's lock. Quarantined rows are written to the workspace either way. `loss`
    names the indicators that read a file or a column.

    Raises:
        UsageFault: the folder cannot be read, or `allow_karantaene` is no percentage.
        SettingsError: the settings' maps name something unknown.
        DataRefused: the delivery is refused (contract, section 1); one line per reason.
    """
    if allow_karantaene is not None and not 0 <= allow_karantaene <= 100:
        raise UsageFault("--tillad-karantaene skal være et tal fra 0 til 100.")
    call = _Call(
        Store(workspace, udtraeksdato),
        settings,
        key,
        kendte_maalepunkter,
        Relaxations(allow_karantaene, allow_drop, allow_missing_column),
        loss or _unknown_loss,
        progress or _quiet,
    )
    call.store.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with open_database([call.store.folder]) as database:
        arrival = call.receive(database, folder)
        if not only_check and (same := call.unchanged(arrival)):
            return same
        return call.judge(database, arrival, keep=not only_check)


@dataclass(frozen=True)
class _Arrival:
    """A delivery that has arrived, and what its words mean."""

    received: Received
    own_words: OwnWords
    fold: Fold
    leverance_id: str
    definition_sha256: str


@dataclass(frozen=True)
class _Call:
    """One delivery on its way in."""

    store: Store
    settings: Settings
    key: bytes
    maalepunkter: frozenset[str]
    relaxations: Relaxations
    loss: Loss
    progress: Callable[[str], None]

    def receive(self, database: Database, folder: Path) -> _Arrival:
        """Find the files and what their headings mean."""
        database.run_file("typed", "typer")
        database.run_file("typed", "profile")
        fold = _fold(database)
        own_words = read_own_words(self.settings, read_extracts(), fold)
        received = receive(folder, read_extracts(), own_words, self.settings, fold)
        leverance_id = f"{self.store.udtraeksdato}-{received.indhold_sha256[:8]}"
        return _Arrival(received, own_words, fold, leverance_id, definition_sha256(self.maalepunkter))

    def unchanged(self, arrival: _Arrival) -> Intake | None:
        """What is stored already, when it has the same content and was judged by the same rules."""
        kept = self.store.kept()
        new = (arrival.received.indhold_sha256, arrival.definition_sha256)
        if kept is None or (kept["indhold_sha256"], kept["definition_sha256"]) != new:
            return None
        messages = (*self.store.messages(), "Leverancen er indlæst før med samme indhold; intet er ændret.")
        return self._intake(arrival, self.store.file_counts(), messages, kept=True, unchanged=True)

    def judge(self, database: Database, arrival: _Arrival, *, keep: bool) -> Intake:
        """Judge every file, and store the delivery when it is fit to be."""
        final = folder_for(self.store.workspace, self.store.udtraeksdato)
        karantaene = self._working_karantaene(final, keep=keep)
        clear(karantaene)
        with self.store.new_file(database, keep=keep):
            database.run_file("intake", "delivery_tables")
            files = self._files(self._judge(database, arrival, karantaene), arrival)
            lost = self.store.lost(never_filled(database, files, read_extracts()))
            require_fit(self._refusal(database, arrival, files, lost), self.loss, karantaene.name)
            told = (
                *assumptions(database, read_extracts()),
                *remarks(lost, self.loss),
                *self.relaxations.remarks(),
            )
            messages = (*arrival.received.messages, *_without_rows(files), *told)
            self._seal(database, arrival, lost, told, messages)
        if keep:
            move(karantaene, final)
        return self._intake(arrival, files, messages, kept=keep, unchanged=False)

    def _refusal(
        self, database: Database, arrival: _Arrival, files: Sequence[FileCounts], lost: Lost
    ) -> Refusal:
        allowed = self.relaxations.allow_missing_column
        headings = arrival.received.headings
        return Refusal(
            files,
            read_extracts(),
            gates(self.settings.graenser, self.relaxations),
            self.store.earlier_read(),
            read_causes(database),
            () if allowed else tuple(refusals(lost, headings, read_extracts(), self.loss)),
        )

    def _working_karantaene(self, final: Path, *, keep: bool) -> Path:
        """Where quarantined rows go until the delivery is taken in.

        What lies in the delivery in force's own folder is left alone by a trial or a refusal.
        """
        if self.store.kept() is None:
            return final
        return final.with_name(f"{final.name}.{'afvist' if keep else 'proevet'}")

    def _judge(self, database: Database, arrival: _Arrival, karantaene: Path) -> Judge:
        self.progress("Gør klar til at kontrollere")
        return Judge(
            database,
            RawLayer(database, self.key),
            Validator(),
            arrival.own_words,
            frozenset(arrival.fold(sorted(self.maalepunkter))),
            arrival.leverance_id,
            self.store.udtraeksdato,
            karantaene,
        )

    def _files(self, judge: Judge, arrival: _Arrival) -> tuple[FileCounts, ...]:
        figures: list[FileCounts] = []
        for name, extract in read_extracts().items():
            if file := arrival.received.files.get(name):
                self.progress(f"Kontrollerer {name}")
                figures.append(judge.judge(extract, file, arrival.received.headings[name]))
            else:
                judge.without_file(extract)
        return tuple(figures)

    def _seal(
        self,
        database: Database,
        arrival: _Arrival,
        lost: Lost,
        remarks: Sequence[str],
        messages: Sequence[str],
    ) -> None:
        database.run_file(
            "intake",
            "seal",
            leverance_id=arrival.leverance_id,
            udtraeksdato=self.store.udtraeksdato,
            indlaest_tidspunkt=datetime.now().replace(microsecond=0),  # noqa: DTZ005 - local: people read it
            indhold_sha256=arrival.received.indhold_sha256,
            definition_sha256=arrival.definition_sha256,
            bemaerkninger=list(remarks),
            beskeder=list(messages),
        )
        database.insert(
            "lev.mistet_kolonne",
            [
                {"extract": extract, "kolonne": column}
                for extract, columns in lost.columns.items()
                for column in columns
            ],
        )

    def _intake(
        self,
        arrival: _Arrival,
        files: tuple[FileCounts, ...],
        messages: tuple[str, ...],
        *,
        kept: bool,
        unchanged: bool,
    ) -> Intake:
        file = self.store.file if kept else None
        return Intake(arrival.leverance_id, self.store.udtraeksdato, file, files, unchanged, messages)


def _fold(database: Database) -> Fold:
    def fold(texts: Sequence[str]) -> list[str]:
        reply = database.value(
            "select list_transform($tekster::varchar[], lambda t: foldet(t))", tekster=list(texts)
        )
        return list(reply)

    return fold


def _without_rows(files: Sequence[FileCounts]) -> list[str]:
    """A word about each file that has headings alone."""
    return [f"{figures.extract}.csv: filen har kun en overskrift." for figures in files if not figures.laest]


def _unknown_loss(_: str, __: Collection[str]) -> tuple[str, ...]:
    """What an extract or its columns are for, where no plan says it."""
    return ()


def _quiet(_: str) -> None:
    """Progress nobody watches."""
