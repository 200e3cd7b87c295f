"""The commands about mail: release, send, try, and look into the ledger."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.delivery.account import afsendelsens_linjer, godkendelsens_linjer, postbogens_linjer
from pipeline.delivery.addresses import inden_for_domaener
from pipeline.delivery.approval import godkend, godkendelsens_stand, kraev_godkendt, laes_udgivet, udbakken
from pipeline.delivery.ledger import BORTFALDET, Forsendelse, Postbog
from pipeline.delivery.sender import Afsendelse, Afsender
from pipeline.delivery.smtp import Mailserver, adgangskode
from pipeline.errors import ForkertBrug, IndstillingsFejl
from pipeline.periods import laes_periode
from pipeline.settings import Mail, er_mailadresse
from pipeline.teams import vaelg_team


@dataclass(frozen=True)
class Posthus:
    """Where the ledger, the published file and the outbox lie, how mail is sent, how a command is typed."""

    postbog: Path
    publiceret: Path
    udbakke: Path
    mail: Mail
    kommando: Callable[[str], str]


@dataclass(frozen=True)
class Svar:
    """What to tell, and whether everybody who is to have a mail has it."""

    linjer: tuple[str, ...]
    afsendelse: Afsendelse | None = None

    @property
    def alle_leveret(self) -> bool:
        """False when the exit code must say that somebody still waits."""
        return not (self.afsendelse and self.afsendelse.mangler)


def godkend_mails(posthus: Posthus, periode: str, af: str | None) -> Svar:
    """Release the mails of a period.

    Raises:
        ForkertBrug: there are none, or they do not tell of what is published.
    """
    navn = laes_periode(periode).periode
    udgivet = laes_udgivet(posthus.publiceret, posthus.kommando)
    with Postbog(posthus.postbog) as bog:
        godkendelse = godkend(bog, udgivet, navn, posthus.udbakke / navn, af)
        forsendelser = udbakken(bog, udgivet, navn)
    return Svar(tuple(godkendelsens_linjer(godkendelse, forsendelser, posthus.kommando)))


def send_mails(
    posthus: Posthus,
    periode: str,
    miljoe: Mapping[str, str],
    fremdrift: Callable[[str], None],
    *,
    team: str | None = None,
    til: str | None = None,
) -> Svar:
    """Send what waits; with `til`, a marked trial of every mail to that one address.

    A trial needs no release: it is one way to look at the mails before they are released.

    Raises:
        ForkertBrug: the mails are not released, or not as they are now; an unknown team; `til` is no
            address the settings allow.
        IndstillingsFejl: the settings name no sender or server, or the password is missing.
    """
    mail, navn = posthus.mail, laes_periode(periode).periode
    if til is not None and not (er_mailadresse(til) and inden_for_domaener(til, mail)):
        raise ForkertBrug("--til: skriv en mailadresse som navn@kommune.dk, inden for mail.domaener.")
    udgivet = laes_udgivet(posthus.publiceret, posthus.kommando)
    with Postbog(posthus.postbog) as bog:
        alle = udbakken(bog, udgivet, navn) if til else kraev_godkendt(bog, udgivet, navn)
        valgte = _teamets(alle, team)
        if mail.afsender is None:
            igen = f"sæt den, og {udgivet.koer(navn)} igen"
            raise IndstillingsFejl(f"mail.afsender mangler i indstillingerne; {igen}.")
        with Mailserver(mail, adgangskode(mail, miljoe)) as server:
            afsender = Afsender(server, mail, posthus.udbakke / navn, fremdrift)
            if til:
                afsendelse = afsender.send_proever(bog, valgte, til)
            else:
                afsendelse = afsender.send(bog, [f for f in valgte if f.mangler])
    foer = sum(not f.mangler for f in valgte)
    return Svar(tuple(afsendelsens_linjer(afsendelse, foer, til)), afsendelse)


def vis_postbog(posthus: Posthus, periode: str, team: str | None = None) -> Svar:
    """The ledger of a period, whether it is released, and what each mail's state is.

    Raises:
        ForkertBrug: nothing is published, or the ledger has no such period or team.
    """
    navn = laes_periode(periode).periode
    udgivet = laes_udgivet(posthus.publiceret, posthus.kommando)
    with Postbog(posthus.postbog) as bog:
        alle = bog.forsendelser(udgivet.plan_id, navn)
        if not alle:
            raise ForkertBrug(f"Der er ingen mails for {navn} i postbogen; {udgivet.koer(navn, 'først ')}")
        gaelder = udgivet.periode == navn and godkendelsens_stand(
            bog, udgivet, [f for f in alle if f.tilstand != BORTFALDET]
        )
        godkendelse = bog.godkendelse(udgivet.plan_id, navn)
    return Svar(tuple(postbogens_linjer(navn, _teamets(alle, team), godkendelse, gaelder)))


def _teamets(forsendelser: Sequence[Forsendelse], team: str | None) -> list[Forsendelse]:
    if team is None:
        return list(forsendelser)
    valgt = vaelg_team(team, (f.team_id for f in forsendelser), "har ingen mails i perioden")
    return [f for f in forsendelser if f.team_id == valgt]
