"""Who gets which report: the team's leader, or whom the settings put in the leader's place, and readers.

An address is personal data: what people and logs see of it is masked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.settings import Mail, er_mailadresse

ALLE = "ALLE"
UKENDT = "UKENDT"
TEAM = "team"
AFDELING = "afdeling"


@dataclass(frozen=True)
class Modtager:
    """One recipient of one report; `adresse` is empty where the team has no valid one."""

    team_id: str
    adresse: str
    leder: bool = False

    @property
    def art(self) -> str:
        """The report's kind: a team's, or the department's."""
        return AFDELING if self.team_id == ALLE else TEAM


@dataclass(frozen=True)
class Fordeling:
    """Everybody who gets a mail, and what is wrong with the addresses, in Danish lines without them."""

    modtagere: tuple[Modtager, ...]
    problemer: tuple[str, ...]


def maskeret(adresse: str) -> str:
    """An address as others may see it: `l***@kommune.dk`."""
    navn, _, domaene = adresse.rpartition("@")
    return f"{navn[:1]}***@{domaene}" if adresse else "ingen adresse"


def hvem(team_id: str) -> str:
    """How a line names the report's owner."""
    return "Afdelingen" if team_id == ALLE else f"Team {team_id}"


def fordel(ledere: Mapping[str, str | None], hold: Iterable[str], mail: Mail) -> Fordeling:
    """The recipients of the reports of `hold` and of the department.

    `ledere` is team_id -> leder_email of the delivery. Nobody is written to twice about one report;
    a team whose leader cannot be written to keeps its place with an empty address.
    """
    modtagere: list[Modtager] = []
    problemer: list[str] = []
    kendte = set(hold)
    for team_id in sorted(kendte):
        adresse, fejl = _leder(team_id, ledere.get(team_id), mail)
        modtagere.append(Modtager(team_id, adresse, leder=True))
        modtagere += [Modtager(team_id, a) for a in _flere(mail.laesere.get(team_id, ()), adresse)]
        problemer += [fejl] if fejl else []
    modtagere += [Modtager(ALLE, a) for a in _flere(mail.afdelingens_laesere, "")]
    problemer += [
        f"mail.{tabel}: teamet {team_id} har ingen rapport i perioden."
        for tabel, navne in (("modtagere", mail.modtagere), ("laesere", mail.laesere))
        for team_id in navne
        if team_id not in kendte
    ]
    tilladte = tuple(m for m in modtagere if m.leder or inden_for_domaener(m.adresse, mail))
    if len(tilladte) < len(modtagere):
        problemer.append("mail.laesere: en eller flere adresser ligger uden for mail.domaener og udelades.")
    return Fordeling(tilladte, tuple(problemer))


def _leder(team_id: str, leder_email: str | None, mail: Mail) -> tuple[str, str | None]:
    adresse = mail.modtagere.get(team_id) or (leder_email or "").strip()
    if not er_mailadresse(adresse):
        mangel = "er ikke gyldig" if adresse else "mangler"
        return "", f"Team {team_id}: lederens mailadresse {mangel} (teams.leder_email eller mail.modtagere)."
    if not inden_for_domaener(adresse, mail):
        return "", f"Team {team_id}: lederens mailadresse ligger uden for mail.domaener."
    return adresse, None


def _flere(adresser: Iterable[str], leder: str) -> list[str]:
    """Readers once each, without the leader."""
    set_ = {leder.casefold()}
    return [a for a in adresser if a.casefold() not in set_ and not set_.add(a.casefold())]  # type: ignore[func-returns-value]


def inden_for_domaener(adresse: str, mail: Mail) -> bool:
    """Whether the settings allow mail to the address's domain."""
    domaene = adresse.rpartition("@")[2].casefold()
    return not mail.domaener or domaene in {d.casefold() for d in mail.domaener}
