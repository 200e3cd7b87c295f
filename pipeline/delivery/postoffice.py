"""The commands about mail: release, send, try, and look into the ledger."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.base.errors import SettingsError, UsageFault
from pipeline.base.names import choose_team
from pipeline.base.periods import is_week, mail_periode
from pipeline.base.settings import Mail, is_mail_address
from pipeline.delivery.account import approval_lines, postbog_lines, sending_lines
from pipeline.delivery.addresses import in_allowed_domain
from pipeline.delivery.approval import (
    Published,
    approval_covers,
    approve,
    outbox,
    read_published,
    require_approved,
    week_told_of,
)
from pipeline.delivery.ledger import LAPSED, Dispatch, Postbog
from pipeline.delivery.sender import Sender, Sending
from pipeline.delivery.smtp import MailServer, password


@dataclass(frozen=True)
class PostOffice:
    """Where the ledger, the published file and the outbox lie, how mail is sent, how a command is typed."""

    postbog: Path
    published: Path
    outbox: Path
    mail: Mail
    command: Callable[[str], str]


@dataclass(frozen=True)
class Notice:
    """What to tell, and whether everybody who is to have a mail has it."""

    lines: tuple[str, ...]
    sending: Sending | None = None

    @property
    def counted(self) -> str:
        """How many went out and how many did not, for the audit trail."""
        if self.sending is None:
            return ""
        return f"{len(self.sending.sent)} sendt, {len(self.sending.missing)} mangler"

    @property
    def all_delivered(self) -> bool:
        """False when the exit code must say that somebody still waits."""
        return not (self.sending and self.sending.missing)


def approve_mails(post_office: PostOffice, periode: str, af: str | None) -> Notice:
    """Release the mails of a period.

    Raises:
        UsageFault: there are none, or they do not tell of what is published.
    """
    name = mail_periode(periode)
    with Postbog(post_office.postbog) as book:
        published = _told_of(post_office, book, name)
        approval = approve(book, published, name, post_office.outbox / name, af)
        dispatches = outbox(book, published, name)
    return Notice(tuple(approval_lines(approval, dispatches, post_office.command)))


def send_mails(
    post_office: PostOffice,
    periode: str,
    environment: Mapping[str, str],
    progress: Callable[[str], None],
    *,
    team: str | None = None,
    to: str | None = None,
) -> Notice:
    """Send what waits; with `to`, a marked trial of every mail to that one address.

    A trial needs no release: it is one way to look at the mails before they are released.

    Raises:
        UsageFault: the mails are not released, or not as they are now; an unknown team; `to` is no
            address the settings allow.
        SettingsError: the settings name no sender or server, or the password is missing.
    """
    mail, name = post_office.mail, mail_periode(periode)
    if to is not None and not (is_mail_address(to) and in_allowed_domain(to, mail)):
        raise UsageFault("--til: skriv en mailadresse som navn@kommune.dk, inden for mail.domaener.")
    with Postbog(post_office.postbog) as book:
        published = _told_of(post_office, book, name)
        all_ = outbox(book, published, name) if to else require_approved(book, published, name)
        chosen = _teams(all_, team)
        if mail.afsender is None:
            again = f"sæt den, og {published.run(name)} igen"
            raise SettingsError(f"mail.afsender mangler i indstillingerne; {again}.")
        with MailServer(mail, password(mail, environment)) as server:
            sender = Sender(server, mail, post_office.outbox / name, progress)
            if to:
                sending = sender.send_trials(book, chosen, to)
            else:
                sending = sender.send(book, [f for f in chosen if f.waiting])
    before = sum(not f.waiting for f in chosen)
    return Notice(tuple(sending_lines(sending, before, to)), sending)


def show_postbog(post_office: PostOffice, periode: str, team: str | None = None) -> Notice:
    """The ledger of a period, whether it is released, and what each mail's state is.

    Raises:
        UsageFault: nothing is published, or the ledger has no such period or team.
    """
    name = mail_periode(periode)
    with Postbog(post_office.postbog) as book:
        published = _told_of(post_office, book, name)
        all_ = book.dispatches(published.plan_id, name)
        if not all_:
            raise UsageFault(f"Der er ingen mails for {name} i postbogen; {published.run(name, 'først ')}")
        applies = published.periode == name and approval_covers(
            book, published, [f for f in all_ if f.tilstand != LAPSED]
        )
        approval = book.approval(published.plan_id, name)
    return Notice(tuple(postbog_lines(name, _teams(all_, team), approval, applies)))


def _told_of(post_office: PostOffice, book: Postbog, name: str) -> Published:
    """What the mails tell of: what is published, or for a week the deadlines they were written from."""
    if is_week(name):
        return week_told_of(book, name, post_office.command)
    return read_published(post_office.published, post_office.command)


def _teams(dispatches: Sequence[Dispatch], team: str | None) -> list[Dispatch]:
    if team is None:
        return list(dispatches)
    chosen = choose_team(team, (f.team_id for f in dispatches), "har ingen mails i perioden")
    return [f for f in dispatches if f.team_id == chosen]
