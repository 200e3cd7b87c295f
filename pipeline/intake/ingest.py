"""Take a delivery in: judge every file, refuse what is not fit, and store the rest at one stroke."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path

from pipeline.base.database import open_database
from pipeline.base.settings import Settings
from pipeline.intake.account import Account
from pipeline.intake.gates import FileCounts, Relaxations
from pipeline.intake.refusal import Loss
from pipeline.intake.store import Store
from pipeline.intake.work import AccountTo, Intake, Work

__all__ = ["FileCounts", "Intake", "take_in"]


def take_in(
    folder: Path,
    udtraeksdato: date,
    workspace: Path,
    settings: Settings,
    key: bytes,
    kendte_maalepunkter: frozenset[str],
    *,
    relaxations: Relaxations | None = None,
    only_check: bool = False,
    loss: Loss | None = None,
    account_to: AccountTo | None = None,
    progress: Callable[[str], None] | None = None,
) -> Intake:
    """Take in the folder `folder`, or with `only_check` only say whether it would be accepted.

    The caller holds the workspace's lock. Quarantined rows are written to the workspace either way. `loss`
    names the indicators that read a file or a column; `account_to` is given the account, also of a delivery
    that is refused, and the folder of its quarantined rows.

    Raises:
        UsageFault: the folder cannot be read.
        SettingsError: the settings' maps name something unknown.
        DataRefused: the delivery is refused (contract, section 1); one line per reason.
    """
    work = Work(
        Store(workspace, udtraeksdato),
        settings,
        key,
        kendte_maalepunkter,
        relaxations or Relaxations(),
        loss or _unknown_loss,
        account_to or _unread,
        progress or _quiet,
        keep=not only_check,
    )
    work.store.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with open_database([work.store.folder]) as database:
        arrival = work.receive(database, folder)
        if not only_check and (same := work.unchanged(arrival)):
            return same
        return work.judge(database, arrival)


def _unknown_loss(_: str, __: Collection[str]) -> tuple[str, ...]:
    """What an extract or its columns are for, where no plan says it."""
    return ()


def _unread(_: Account, __: Path) -> None:
    """An account nobody reads."""


def _quiet(_: str) -> None:
    """Progress nobody watches."""
