"""One delivery on its way in: received, judged, accounted for, and then stored or refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TypeAlias

from pipeline.base.ahead import ahead
from pipeline.base.database import Database
from pipeline.base.errors import DataRefused
from pipeline.base.settings import Settings
from pipeline.definitions.extracts import read_extracts
from pipeline.intake.account import Account, FileAccount, how_read
from pipeline.intake.arrival import Received, receive
from pipeline.intake.assumptions import assumptions
from pipeline.intake.causes import read_causes, value_causes
from pipeline.intake.distribution import Distribution, changes, distribution
from pipeline.intake.forgotten import read_forgotten
from pipeline.intake.gates import FileCounts, Relaxations, gates, without_rows
from pipeline.intake.judge import Judge
from pipeline.intake.lost_columns import Columns, Lost, keep_filled, never_filled, refusals, remarks
from pipeline.intake.own_words import Fold, OwnWords, fold_of, read_own_words
from pipeline.intake.quarantine import clear, folder_for, move
from pipeline.intake.raw import RawLayer
from pipeline.intake.refusal import Loss, Refusal
from pipeline.intake.store import Store, definition_sha256
from pipeline.intake.tidy import NOTHING
from pipeline.intake.validate import load

AccountTo: TypeAlias = Callable[[Account, Path], None]
"""Whoever is given the account of a delivery, and the folder of its quarantined rows."""


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


@dataclass(frozen=True)
class Arrival:
    """A delivery that has arrived, and what its words mean."""

    received: Received
    own_words: OwnWords
    fold: Fold
    leverance_id: str
    definition_sha256: str


@dataclass(frozen=True)
class Work:
    """One delivery on its way in; with `keep` False it is only tried."""

    store: Store
    settings: Settings
    key: bytes
    maalepunkter: frozenset[str]
    relaxations: Relaxations
    loss: Loss
    account_to: AccountTo
    progress: Callable[[str], None]
    keep: bool

    def receive(self, database: Database, folder: Path) -> Arrival:
        """Find the files and what their headings mean."""
        database.run_file("typed", "typer")
        database.run_file("typed", "tal")
        database.run_file("typed", "profile")
        fold = fold_of(database)
        own_words = read_own_words(self.settings, read_extracts(), fold)
        try:
            received = receive(
                folder, read_extracts(), own_words, self.settings, fold, light=self.relaxations.light
            )
        except DataRefused as refused:
            karantaene = self.store.working_karantaene(keep=self.keep)
            clear(karantaene)
            self.account_to(Account(self.store.udtraeksdato, refused=refused.lines), karantaene)
            raise
        leverance_id = f"{self.store.udtraeksdato}-{received.indhold_sha256[:8]}"
        return Arrival(received, own_words, fold, leverance_id, definition_sha256(self.maalepunkter))

    def unchanged(self, arrival: Arrival) -> Intake | None:
        """What is stored already, when it has the same content and was judged by the same rules."""
        kept = self.store.kept()
        new = (arrival.received.indhold_sha256, arrival.definition_sha256)
        if kept is None or (kept["indhold_sha256"], kept["definition_sha256"]) != new:
            return None
        messages = (*self.store.messages(), "Leverancen er indlæst før med samme indhold; intet er ændret.")
        return self._intake(arrival, self.store.file_counts(), messages, same=True)

    def judge(self, database: Database, arrival: Arrival) -> Intake:
        """Judge every file, and store the delivery when it is fit to be."""
        karantaene, extracts = self.store.working_karantaene(keep=self.keep), read_extracts()
        clear(karantaene)
        with self.store.new_file(database, keep=self.keep):
            database.run_file("intake", "delivery_tables")
            judge = self._judge(database, arrival, karantaene)
            files = self._files(judge, arrival)
            now = distribution(database, "data", extracts)
            empty = never_filled(now, files, extracts)
            lost = self.store.lost(empty)
            refused = tuple(self._refusal(database, arrival, files, lost).lines(self.loss, karantaene.name))
            told = (*assumptions(database, extracts), *remarks(lost, self.loss), *self.relaxations.remarks())
            noted = (*arrival.received.messages, *without_rows(files), *judge.raw_layer.remarks())
            messages = (*noted, *value_causes(database, extracts), *told)
            account = self._account(database, arrival, judge, files, now, empty, lost)
            self.account_to(replace(account, messages=(*noted, *told), refused=refused), karantaene)
            if refused:
                raise DataRefused(*refused)
            self._seal(database, arrival, lost, told, messages)
            keep_filled(database, (column for column, of in now.items() if of.filled))
            if self.keep:  # before the delivery stands: cut short in between, the next run does both again
                move(karantaene, folder_for(self.store.workspace, self.store.udtraeksdato))
        return self._intake(arrival, files, messages)

    def _account(
        self,
        database: Database,
        arrival: Arrival,
        judge: Judge,
        files: Sequence[FileCounts],
        now: Distribution,
        empty: Columns,
        lost: Lost,
    ) -> Account:
        """What the account says of the files themselves."""
        extracts, received = read_extracts(), arrival.received
        refused, warned = read_causes(database), read_causes(database, "advarsel")
        moved = list(changes(now, self.store.earlier_distribution()))

        def file(counts: FileCounts) -> FileAccount:
            name = counts.extract
            headings, readings = received.headings[name], judge.readings.get(name, {})
            return FileAccount(
                counts,
                how_read(received.files[name], headings, extracts[name], readings, arrival.fold),
                refused.get(name, ()),
                warned.get(name, ()),
                tuple(column for column in empty.get(name, ()) if column in headings.names),
                tuple(lost.columns.get(name, ())),
                tuple(change for change in moved if change.extract == name),
            )

        left_out = tuple(name for name in extracts if name not in received.files)
        return Account(self.store.udtraeksdato, tuple(map(file, files)), left_out, before=lost.before)

    def _refusal(
        self, database: Database, arrival: Arrival, files: Sequence[FileCounts], lost: Lost
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

    def _judge(self, database: Database, arrival: Arrival, karantaene: Path) -> Judge:
        self.progress("Gør klar til at kontrollere")
        load()
        return Judge(
            database,
            RawLayer(
                self.key,
                (*NOTHING, *self.settings.tomme),
                read_forgotten(self.store.workspace, self.key),
            ),
            arrival.own_words,
            frozenset(arrival.fold(sorted(self.maalepunkter))),
            arrival.leverance_id,
            self.store.udtraeksdato,
            karantaene,
        )

    def _files(self, judge: Judge, arrival: Arrival) -> tuple[FileCounts, ...]:
        """Judge every file, the next ones being taken in meanwhile."""
        figures: list[FileCounts] = []
        received = arrival.received
        with (
            judge.database.beside() as second,
            closing(ahead(judge.take_in(second, received))) as taken_in,
        ):
            for name, extract in read_extracts().items():
                if file := received.files.get(name):
                    self.progress(f"Kontrollerer {name}")
                    figures.append(judge.judge(extract, file, received.headings[name], next(taken_in)))
                else:
                    judge.without_file(extract)
        return tuple(figures)

    def _seal(
        self,
        database: Database,
        arrival: Arrival,
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
        self, arrival: Arrival, files: tuple[FileCounts, ...], messages: tuple[str, ...], same: bool = False
    ) -> Intake:
        file = self.store.file if self.keep else None
        return Intake(arrival.leverance_id, self.store.udtraeksdato, file, files, same, messages)
