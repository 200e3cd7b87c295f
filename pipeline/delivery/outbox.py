"""The mails of one run: written to `udbakke/<periode>/` and entered in the ledger; nothing is sent.

A mail whose figures and words are as they were is not touched, so that what somebody has looked at and
released stays as it was, byte for byte.
"""

from __future__ import annotations

import functools
import hashlib
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from pipeline.danish import opremsning
from pipeline.database import Database, aabn_fil
from pipeline.delivery.addresses import ALLE, UKENDT, Modtager, fordel
from pipeline.delivery.content import rapportens_sted, rettelsestekst
from pipeline.delivery.corrections import samlede_rettelser
from pipeline.delivery.editions import Udgave, naeste_udgave, tidligere_udgaver
from pipeline.delivery.figures import Noegletal, hent_noegletal
from pipeline.delivery.ledger import AFVENTER, SENDT, UDEN_ADRESSE, Forsendelse, Postbog
from pipeline.delivery.message import Konvolut, byg, message_id, uden_dato
from pipeline.delivery.words import klokken
from pipeline.mailbody import Mailkrop, Mailramme
from pipeline.periods import laes_periode
from pipeline.settings import Indstillinger


@dataclass(frozen=True)
class Grundlag:
    """What the mails are made from.

    `database` holds the published tables, `leverancefil` is the delivery's own, with the leaders'
    addresses; `krop` words the mail about a team's report in a frame, `andre_tal` gives
    what it shows beside results and deadlines, `mappenavn` is the folder it lies in.
    """

    database: Database
    leverancefil: Path
    krop: Callable[[str, Mailramme], Mailkrop]
    andre_tal: Callable[[str], tuple[tuple[str, str], ...]]
    mappenavn: Callable[[str], str]


@dataclass(frozen=True)
class Udbakke:
    """The outbox of a period.

    `mails` wait to be sent, `rettede` of them correct one sent earlier, `sendte` need not be sent again;
    `problemer` are Danish lines on faulty addresses, without the addresses.
    """

    mails: tuple[Path, ...]
    rettede: int
    sendte: int
    problemer: tuple[str, ...]


def publikation(database: Database) -> str:
    """Fingerprint of what is published; the same content gives the same one."""
    return str(database.raekker("outbox", "publikation")[0]["aftryk"])


def skriv_mails(grundlag: Grundlag, mappe: Path, postbog: Path, indstillinger: Indstillinger) -> Udbakke:
    """Write `<mappe>/<team>.eml` for every team with a report, and for every further reader.

    Readers of the department's report get theirs where the settings name them. A team without a valid
    address gets its file, without a recipient, and a line in `problemer`.
    """
    skriver = _Skriver(grundlag, mappe, indstillinger)
    fordeling = fordel(_ledere(grundlag.leverancefil), skriver.hold, indstillinger.mail)
    mappe.mkdir(mode=0o700, parents=True, exist_ok=True)
    mappe.chmod(0o700)
    with Postbog(postbog) as bog:
        kendte = {f.noegle: f for f in bog.forsendelser(skriver.plan_id, skriver.periode.periode)}
        raekker = [skriver.skriv(modtager, kendte) for modtager in fordeling.modtagere]
        bog.skriv_udbakke(skriver.plan_id, skriver.periode.periode, publikation(grundlag.database), raekker)
    _ryd(mappe, raekker)
    ventende = [r for r in raekker if r.tilstand != SENDT]
    return Udbakke(
        tuple(mappe / r.fil for r in ventende),
        rettede=sum(r.udgave > 1 for r in ventende),
        sendte=len(raekker) - len(ventende),
        problemer=fordeling.problemer,
    )


def _ledere(leverancefil: Path) -> dict[str, str | None]:
    with aabn_fil(leverancefil) as leverance:
        leverance.brug("fil", "data")
        return {r["team_id"]: r["leder_email"] for r in leverance.raekker("outbox", "ledere")}


class _Skriver:
    """Makes the mails of one run; what is the same for all of them is fetched once."""

    def __init__(self, grundlag: Grundlag, mappe: Path, indstillinger: Indstillinger) -> None:
        run = grundlag.database.raekker("outbox", "opgoerelse")[0]
        self.plan_id: str = run["plan_id"]
        self.periode = laes_periode(run["periode"])
        self._tal = hent_noegletal(grundlag.database, self.periode.periode)
        self.hold = [team_id for team_id in self._tal if team_id not in {ALLE, UKENDT}]
        self._grundlag, self._mappe, self._indstillinger = grundlag, mappe, indstillinger
        self._krop = functools.cache(grundlag.krop)

    def skriv(self, modtager: Modtager, kendte: dict[tuple[str, ...], Forsendelse]) -> Forsendelse:
        """The recipient's row for the figures of now, with the mail's file written where it must be."""
        andre = self._grundlag.andre_tal(modtager.team_id)
        tal = replace(self._tal.get(modtager.team_id, Noegletal()), andre=andre)
        raekke = self._raekke(modtager, tal, kendte)
        if raekke.tilstand == SENDT:
            return raekke
        mail = self._indstillinger.mail
        id_ = message_id(mail, *raekke.noegle, raekke.udgave, raekke.indhold)
        tidligere = tidligere_udgaver(raekke)
        data = byg(
            self._krop(modtager.team_id, _rettet(self._ramme(modtager.team_id), tidligere, tal)),
            Konvolut(modtager.adresse, id_, tidligere[-1].message_id if tidligere else None),
            mail,
            datetime.now().astimezone(),
        )
        data = _gem(self._mappe / raekke.fil, data)
        return replace(raekke, message_id=id_, fil_sha256=hashlib.sha256(data).hexdigest())

    def _raekke(
        self, modtager: Modtager, tal: Noegletal, kendte: dict[tuple[str, ...], Forsendelse]
    ) -> Forsendelse:
        ny = Forsendelse(
            self.plan_id,
            self.periode.periode,
            modtager.art,
            modtager.team_id,
            modtager.adresse,
            udgave=1,
            indhold=tal.aftryk,
            tal=tal.som_json(),
            fil=self._filnavn(modtager),
            fil_sha256="",
            message_id="",
            tilstand=AFVENTER if modtager.adresse else UDEN_ADRESSE,
        )
        gammel = kendte.get(ny.noegle)
        if gammel is None or not modtager.adresse:
            return ny
        return replace(naeste_udgave(gammel, ny.indhold, ny.tal), fil=ny.fil)

    def _filnavn(self, modtager: Modtager) -> str:
        navn = self._grundlag.mappenavn(modtager.team_id)
        hale = (
            ""
            if modtager.leder
            else f".{hashlib.sha256(modtager.adresse.casefold().encode()).hexdigest()[:8]}"
        )
        return f"{navn}{hale}.eml"

    def _ramme(self, team_id: str) -> Mailramme:
        mail = self._indstillinger.mail
        sted = (self.periode.periode, self._grundlag.mappenavn(team_id), "rapport.html")
        return Mailramme(
            kommune=self._indstillinger.kommune.navn,
            rapport=rapportens_sted(mail.rapportsted, *sted),
            sagsnumre=mail.sagsnumre,
        )


def _rettet(ramme: Mailramme, tidligere: Sequence[Udgave], tal: Noegletal) -> Mailramme:
    """The frame of a mail that corrects earlier ones."""
    if not tidligere:
        return ramme
    navne = [klokken(u.tidspunkt) + ("" if u.sikker else " (måske ikke nået frem)") for u in tidligere]
    rettelser = samlede_rettelser([Noegletal.fra_json(u.tal) for u in tidligere], tal)
    return replace(ramme, rettet=rettelsestekst(opremsning(navne), len(rettelser)), rettelser=rettelser)


def _gem(fil: Path, data: bytes) -> bytes:
    """Write the file at one stroke unless it says the same already; what lies there afterwards."""
    if fil.is_file() and uden_dato(gammel := fil.read_bytes()) == uden_dato(data):
        return gammel
    ny = fil.with_name(f".{fil.name}.ny")
    ny.unlink(missing_ok=True)
    with os.fdopen(os.open(ny, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as ud:
        ud.write(data)
        ud.flush()
        os.fsync(ud.fileno())
    ny.replace(fil)
    return data


def _ryd(mappe: Path, raekker: Iterable[Forsendelse]) -> None:
    """Take away mails nobody is to have any longer."""
    navne = {r.fil for r in raekker}
    for fil in mappe.glob("*.eml"):
        if fil.name not in navne:
            fil.unlink()
