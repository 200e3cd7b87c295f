"""Who gets which report: the team's leader, or whom the settings put in the leader's place, and readers.

An address is personal data: the analyst who releases the mails sees it whole, logs never do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.base.settings import Mail, is_mail_address

ALL = "ALLE"
TEAM = "team"
AFDELING = "afdeling"


@dataclass(frozen=True)
class Recipient:
    """One recipient of one report; `address` is empty where the team has no valid one."""

    team_id: str
    address: str
    leader: bool = False

    @property
    def kind(self) -> str:
        """The report's kind: a team's, or the department's."""
        return AFDELING if self.team_id == ALL else TEAM


@dataclass(frozen=True)
class Distribution:
    """Everybody who gets a mail, and what is wrong with the addresses, in Danish lines without them."""

    recipients: tuple[Recipient, ...]
    problems: tuple[str, ...]


def shown(address: str) -> str:
    """An address as the analyst sees it: whole, since only so is a misspelt one seen to be."""
    return address or "ingen adresse"


def who(team_id: str) -> str:
    """How a line names the report's owner."""
    return "Afdelingen" if team_id == ALL else f"Team {team_id}"


def distribute(leaders: Mapping[str, str | None], teams: Iterable[str], mail: Mail) -> Distribution:
    """The recipients of the reports of `teams` and of the department.

    `leaders` is team_id -> leder_email of the delivery. Nobody is written to twice about one report;
    a team whose leader cannot be written to keeps its place with an empty address.
    """
    recipients: list[Recipient] = []
    problems: list[str] = []
    known = set(teams)
    for team_id in sorted(known):
        address, error = _leader(team_id, leaders.get(team_id), mail)
        recipients.append(Recipient(team_id, address, leader=True))
        recipients += [Recipient(team_id, a) for a in _several(mail.laesere.get(team_id, ()), address)]
        problems += [error] if error else []
    recipients += [Recipient(ALL, a) for a in _several(mail.afdelingens_laesere, "")]
    problems += [
        f"mail.{table}: teamet {team_id} har ingen rapport i perioden."
        for table, names in (("modtagere", mail.modtagere), ("laesere", mail.laesere))
        for team_id in names
        if team_id not in known
    ]
    allowed = tuple(m for m in recipients if m.leader or in_allowed_domain(m.address, mail))
    if len(allowed) < len(recipients):
        problems.append("mail.laesere: en eller flere adresser ligger uden for mail.domaener og udelades.")
    return Distribution(allowed, tuple(problems))


def _leader(team_id: str, leder_email: str | None, mail: Mail) -> tuple[str, str | None]:
    address = mail.modtagere.get(team_id) or (leder_email or "").strip()
    if not is_mail_address(address):
        shortfall = "er ikke gyldig" if address else "mangler"
        return (
            "",
            f"Team {team_id}: lederens mailadresse {shortfall} (teams.leder_email eller mail.modtagere).",
        )
    if not in_allowed_domain(address, mail):
        return "", f"Team {team_id}: lederens mailadresse ligger uden for mail.domaener."
    return address, None


def _several(addresses: Iterable[str], leader: str) -> list[str]:
    """Readers once each, without the leader."""
    set_ = {leader.casefold()}
    return [a for a in addresses if a.casefold() not in set_ and not set_.add(a.casefold())]  # type: ignore[func-returns-value]


def in_allowed_domain(address: str, mail: Mail) -> bool:
    """Whether the settings allow mail to the address's domain."""
    domain = address.rpartition("@")[2].casefold()
    return not mail.domaener or domain in {d.casefold() for d in mail.domaener}
