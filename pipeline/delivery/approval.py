"""Nobody gets a mail that no person has looked at: who released the mails of a period, and what exactly.

A release holds for the mails as they lie in the outbox and for what was published when it was given.
When either changes, somebody has to look again.
"""

from __future__ import annotations

import getpass
import hashlib
import json
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.database import aabn_fil
from pipeline.delivery.ledger import BORTFALDET, SENDT, Forsendelse, Godkendelse, Postbog, nu
from pipeline.delivery.outbox import publikation
from pipeline.delivery.sender import laes_fil
from pipeline.errors import ForkertBrug, IntetUdgivet
from pipeline.harmless import enlinje


@dataclass(frozen=True)
class Udgivet:
    """What the published file reports, its fingerprint, and how a command about it is typed."""

    plan_id: str
    periode: str
    publikation: str
    kommando: Callable[[str], str]

    def koer(self, periode: str, hvornaar: str = "") -> str:
        """What makes the mails of a period, with all the command must be told.

        A sentence that ends with a command has no full stop, which would be typed with it.
        """
        return f"kør {hvornaar}{self.kommando(f'run --periode {periode} --leverance MAPPE')}"

    def godkend(self, periode: str) -> str:
        """What releases the mails of a period."""
        return f"kør {self.kommando(f'approve --periode {periode}')}"


def laes_udgivet(fil: Path, kommando: Callable[[str], str]) -> Udgivet:
    """Read the published file; `kommando` makes a command that can be typed as it stands.

    Raises:
        IntetUdgivet: there is no such file.
    """
    if not fil.is_file():
        raise IntetUdgivet(fil)
    with aabn_fil(fil) as database:
        run = database.raekker("outbox", "opgoerelse")[0]
        return Udgivet(run["plan_id"], run["periode"], publikation(database), kommando)


def udbakken(bog: Postbog, udgivet: Udgivet, periode: str) -> list[Forsendelse]:
    """The mails of a period that somebody is to have or has had.

    Raises:
        ForkertBrug: the period is not the published one, it has no mails, or the mails tell of
            something else than what is published.
    """
    igen = f"{udgivet.koer(periode)} igen, og se mails igennem på ny"
    if udgivet.periode != periode:
        raise ForkertBrug(f"Det udgivne er {udgivet.periode}, ikke {periode}: {igen}.")
    skrevet = bog.publikation(udgivet.plan_id, periode)
    if skrevet is None:
        raise ForkertBrug(f"Der er ingen mails for {periode} i udbakken; {udgivet.koer(periode, 'først ')}")
    if skrevet != udgivet.publikation:
        raise ForkertBrug(f"Det udgivne er ændret, siden mails for {periode} blev skrevet: {igen}.")
    return [f for f in bog.forsendelser(udgivet.plan_id, periode) if f.tilstand != BORTFALDET]


def godkend(bog: Postbog, udgivet: Udgivet, periode: str, mappe: Path, af: str | None) -> Godkendelse:
    """Record that somebody has looked at the mails of a period and releases them.

    Raises:
        ForkertBrug: as `udbakken`; or a mail that waits is gone or was changed after it was written.
    """
    forsendelser = udbakken(bog, udgivet, periode)
    aendrede = [f.fil for f in forsendelser if f.tilstand != SENDT and laes_fil(mappe, f) is None]
    if aendrede:
        hvad = "mailen mangler eller er ændret, siden den blev skrevet"
        raise ForkertBrug(*(f"{navn}: {hvad}; {udgivet.koer(periode)} igen." for navn in aendrede))
    konto = _konto()
    godkendelse = Godkendelse(
        udgivet.plan_id,
        periode,
        enlinje(af or "") or konto,
        konto,
        nu(),
        _aftryk(forsendelser),
        udgivet.publikation,
    )
    bog.godkend(godkendelse)
    return godkendelse


def kraev_godkendt(bog: Postbog, udgivet: Udgivet, periode: str) -> list[Forsendelse]:
    """The mails of a period, when they are released.

    Raises:
        ForkertBrug: as `udbakken`; or they are not released, or what was released is not what is there.
    """
    forsendelser = udbakken(bog, udgivet, periode)
    match godkendelsens_stand(bog, udgivet, forsendelser):
        case None:
            raise ForkertBrug(
                f"Mails for {periode} er ikke godkendt: se dem igennem, og {udgivet.godkend(periode)}"
            )
        case False:
            raise ForkertBrug(
                f"Mails eller tal for {periode} er ændret efter godkendelsen: "
                f"se dem igennem igen, og {udgivet.godkend(periode)}"
            )
    return forsendelser


def godkendelsens_stand(bog: Postbog, udgivet: Udgivet, forsendelser: Sequence[Forsendelse]) -> bool | None:
    """Whether the latest release covers these mails; None when there is none."""
    godkendelse = bog.godkendelse(udgivet.plan_id, udgivet.periode)
    if godkendelse is None:
        return None
    return (godkendelse.mails, godkendelse.publikation) == (_aftryk(forsendelser), udgivet.publikation)


def _aftryk(forsendelser: Sequence[Forsendelse]) -> str:
    """Fingerprint of every mail, whether it waits or is sent: sending some does not undo the release."""
    dele = sorted([f.team_id, f.modtager, f.udgave, f.fil_sha256] for f in forsendelser)
    return hashlib.sha256(json.dumps(dele).encode()).hexdigest()


def _konto() -> str:
    """The account of the operating system, which unlike an environment variable is not a matter of choice."""
    try:
        import pwd

        return pwd.getpwuid(os.getuid()).pw_name
    except (ImportError, KeyError):
        return getpass.getuser()
