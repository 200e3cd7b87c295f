"""A folder of CSV files -> a delivery in the workspace, or a refusal."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from pipeline.base.errors import DataRefused
from pipeline.base.periods import Periode, latest_whole_month, require_begun
from pipeline.base.space import MB, require_space, size_of
from pipeline.base.workspace import udtraeksdato
from pipeline.call import Call, Leverance
from pipeline.definitions.plans import Plan, kendte_maalepunkter
from pipeline.indicators.unmeasured import Lacking, Read, columns_that_matter, unmeasured
from pipeline.intake.account import Account
from pipeline.intake.gates import Relaxations
from pipeline.intake.ingest import Intake
from pipeline.intake.ingest import take_in as take_inside
from pipeline.intake.key import key
from pipeline.intake.quarantine import folder_for
from pipeline.intake.store import Store
from pipeline.ready import date_of
from pipeline.stages.leverance_report import FILE_NAME as PAGE
from pipeline.stages.leverance_report import account_lines, write_account

ROOM = 50 * MB
"""What a run of a small municipality needs beside its data: log, mails, reports."""


def periode_for(call: Call, leverance: Leverance, wanted: Periode | None) -> Periode:
    """The period to report once the delivery is in: the one asked for, else the delivery's last whole month.

    Raises:
        UsageFault: as `date_of`; or neither this delivery nor one already there reaches the period.
    """
    dato = date_of(leverance)
    periode = wanted or latest_whole_month(dato)
    require_begun(periode, max([dato, *map(udtraeksdato, call.folder.leverance_files())]))
    return periode


def require_room(call: Call, leverance: Leverance) -> None:
    """Refuse to begin a run that the disks have no room for.

    Taken in, computed and published, a delivery is three databases of at most its files' size; the published
    one is written beside the one before, and so are the reports.

    Raises:
        SurroundingsFault: there is none.
    """
    folder, files = call.folder, size_of(leverance.folder)
    published = max(files, size_of(folder.published))
    require_space({
        folder.root: 2 * files + 2 * published + ROOM,
        folder.published.parent: published,
        folder.reports: ROOM,
    })  # fmt: skip


def take_in(call: Call, leverance: Leverance, *, only_check: bool = False) -> Intake:
    """Take a delivery in, or with `only_check` only say whether it would be accepted.

    Raises:
        UsageFault: as `date_of`.
        DataRefused: the delivery is refused.
    """
    dato, told = date_of(leverance), _Told()
    with call.step("indlaesning", f"Indlæser og kontrollerer leverancen af {dato:%d-%m-%Y}"):
        try:
            intake = take_inside(
                leverance.folder,
                dato,
                call.folder.root,
                call.settings,
                key(call.folder.root, call.environment),
                kendte_maalepunkter((call.folder.plans,)),
                relaxations=_relaxations(leverance),
                only_check=only_check,
                loss=_loss(call),
                account_to=told.write,
                progress=call.progress,
            )
        except DataRefused as refused:
            raise DataRefused(*refused.lines, *told.where(told.folder)) from None
    kept = folder_for(call.folder.root, dato) if intake.database else told.folder
    lines = account_lines(told.account) if only_check and told.account else ()
    return replace(intake, messages=(*intake.messages, *lines, *_karantaene(call, intake), *told.where(kept)))


def _relaxations(leverance: Leverance) -> Relaxations:
    return Relaxations(
        leverance.allow_karantaene, leverance.allow_drop, leverance.allow_missing_column, leverance.light
    )


@dataclass
class _Told:
    """The account of a delivery on its way in, and where its page was written."""

    account: Account | None = None
    folder: Path | None = None

    def write(self, account: Account, folder: Path) -> None:
        """Write the page."""
        self.account, self.folder = account, folder
        write_account(account, folder)

    def where(self, folder: Path | None) -> tuple[str, ...]:
        """A word on where the page lies; nothing where none was written."""
        if self.folder is None or folder is None:
            return ()
        return (f"Hele kontrollen af leverancen står i karantaene/{folder.name}/{PAGE}.",)


def _loss(call: Call) -> Callable[[str, Collection[str]], Sequence[str]]:
    """The indicators of the call's plans that cannot be computed without an extract, or its columns."""

    @cache
    def plans() -> Sequence[Plan]:
        return call.plans()

    @cache
    def read(number: int) -> Read:
        return columns_that_matter(plans()[number])

    def loss(extract: str, columns: Collection[str]) -> Sequence[str]:
        lacking = Lacking(columns={extract: columns}) if columns else Lacking({extract})
        return [
            indikator_id if len(plans()) == 1 else f"{indikator_id} ({plan.plan_id})"
            for number, plan in enumerate(plans())
            for indikator_id in unmeasured(plan, lacking, read(number) if columns else None)
        ]

    return loss


def _karantaene(call: Call, intake: Intake) -> tuple[str, ...]:
    """Where the rows in quarantine lie; a trial leaves those of the delivery in force alone."""
    if not any(file.karantaene for file in intake.files):
        return ()
    name = folder_for(call.folder.root, intake.udtraeksdato).name
    if intake.database is None and Store(call.folder.root, intake.udtraeksdato).file.is_file():
        name += ".proevet"
    return (f"Rækkerne i karantæne ligger med årsag i arbejdsmappen under karantaene/{name}/.",)


def recognise_key(call: Call) -> None:
    """Stop a call whose key is not the workspace's, also one that reads no child's id.

    Raises:
        KeyFault: the key is missing, too short, or another one.
    """
    key(call.folder.root, call.environment)


def newer_leverance(call: Call, intake: Intake) -> tuple[str, ...]:
    """A word when what was taken in is not what the figures rest on, and on deliveries dated wrongly."""
    in_force = udtraeksdato(call.folder.newest_leverance())
    newer = f"Arbejdsmappen har en nyere leverance, af {in_force:%d-%m-%Y}; tallene bygger på den."
    misdated = (
        f"Filen leverancer/{file.name} er dateret efter i dag og bruges ikke; den kan slettes."
        for file in call.folder.misdated()
    )
    return (*((newer,) if in_force != intake.udtraeksdato else ()), *misdated)
