"""Nobody gets a mail that no person has looked at: who released the mails of a period, and what exactly.

A release holds for the mails as they lie in the outbox and for what was published when it was given.
When either changes, somebody has to look again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.base.audit import account
from pipeline.base.database import open_file
from pipeline.base.errors import NothingPublished, UsageFault
from pipeline.base.harmless import one_line
from pipeline.base.periods import is_week
from pipeline.delivery.ledger import LAPSED, SENT, Approval, Dispatch, Postbog, now
from pipeline.delivery.outbox import publication
from pipeline.delivery.sender import read_file


@dataclass(frozen=True)
class Published:
    """What the published file reports, its fingerprint, and how a command about it is typed."""

    plan_id: str
    periode: str
    publication: str
    command: Callable[[str], str]

    def run(self, periode: str, when: str = "") -> str:
        """What makes the mails of a period, with all the command must be told.

        A sentence that ends with a command has no full stop, which would be typed with it.
        """
        word = "week" if is_week(periode) else f"run --periode {periode}"
        return f"kør {when}{self.command(f'{word} --leverance MAPPE')}"

    def approve(self, periode: str) -> str:
        """What releases the mails of a period."""
        return f"kør {self.command(f'approve --periode {periode}')}"


def read_published(file: Path, command: Callable[[str], str]) -> Published:
    """Read the published file; `command` makes a command that can be typed as it stands.

    Raises:
        NothingPublished: there is no such file.
    """
    if not file.is_file():
        raise NothingPublished(file)
    with open_file(file) as database:
        run = database.rows("outbox", "opgoerelse")[0]
        return Published(run["plan_id"], run["periode"], publication(database), command)


def week_told_of(book: Postbog, name: str, command: Callable[[str], str]) -> Published:
    """A week's mails tell of nothing that is published: of the deadlines they were written from.

    Raises:
        UsageFault: no mails have been written of that week.
    """
    plan_id = book.plan_of(name)
    if plan_id is None:
        raise UsageFault(
            f"Der er ingen mails for {name} i udbakken; kør først {command('week --leverance MAPPE')}"
        )
    return Published(plan_id, name, book.publication(plan_id, name) or "", command)


def outbox(book: Postbog, published: Published, periode: str) -> list[Dispatch]:
    """The mails of a period that somebody is to have or has had.

    Raises:
        UsageFault: the period is not the published one, it has no mails, or the mails tell of
            something else than what is published.
    """
    again = f"{published.run(periode)} igen, og se mails igennem på ny"
    if published.periode != periode:
        raise UsageFault(f"Det udgivne er {published.periode}, ikke {periode}: {again}.")
    written = book.publication(published.plan_id, periode)
    if written is None:
        raise UsageFault(f"Der er ingen mails for {periode} i udbakken; {published.run(periode, 'først ')}")
    if written != published.publication:
        raise UsageFault(f"Det udgivne er ændret, siden mails for {periode} blev skrevet: {again}.")
    return [f for f in book.dispatches(published.plan_id, periode) if f.tilstand != LAPSED]


def approve(book: Postbog, published: Published, periode: str, folder: Path, af: str | None) -> Approval:
    """Record that somebody has looked at the mails of a period and releases them.

    Raises:
        UsageFault: as `outbox`; or a mail that waits is gone or was changed after it was written.
    """
    dispatches = outbox(book, published, periode)
    changed = [f.fil for f in dispatches if f.tilstand != SENT and read_file(folder, f) is None]
    if changed:
        what = "mailen mangler eller er ændret, siden den blev skrevet"
        raise UsageFault(*(f"{name}: {what}; {published.run(periode)} igen." for name in changed))
    konto = account()
    approval = Approval(
        published.plan_id,
        periode,
        one_line(af or "") or konto,
        konto,
        now(),
        _fingerprint(dispatches),
        published.publication,
    )
    book.approve(approval)
    return approval


def require_approved(book: Postbog, published: Published, periode: str) -> list[Dispatch]:
    """The mails of a period, when they are released.

    Raises:
        UsageFault: as `outbox`; or they are not released, or what was released is not what is there.
    """
    dispatches = outbox(book, published, periode)
    match approval_covers(book, published, dispatches):
        case None:
            raise UsageFault(
                f"Mails for {periode} er ikke godkendt: se dem igennem, og {published.approve(periode)}"
            )
        case False:
            raise UsageFault(
                f"Mails eller tal for {periode} er ændret efter godkendelsen: "
                f"se dem igennem igen, og {published.approve(periode)}"
            )
    return dispatches


def approval_covers(book: Postbog, published: Published, dispatches: Sequence[Dispatch]) -> bool | None:
    """Whether the latest release covers these mails; None when there is none."""
    approval = book.approval(published.plan_id, published.periode)
    if approval is None:
        return None
    return (approval.mails, approval.publikation) == (_fingerprint(dispatches), published.publication)


def _fingerprint(dispatches: Sequence[Dispatch]) -> str:
    """Fingerprint of every mail, whether it waits or is sent: sending some does not undo the release."""
    parts = sorted([f.team_id, f.modtager, f.udgave, f.fil_sha256] for f in dispatches)
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()
