"""Which edition of a report a recipient is to have: pure decisions, from the ledger's row and the figures.

Nobody gets the same figures twice, and nobody gets other figures without being told what they were.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.delivery.ledger import AFVENTER, BORTFALDET, SENDT, Forsendelse, maaske_modtaget


def naeste_udgave(gammel: Forsendelse, indhold: str, tal: str) -> Forsendelse:
    """The row for the figures as they are now.

    Unchanged figures leave it as it is. Changed ones make the first edition anew while nobody has seen
    it, else the edition after the one the recipient has; where the last conversation with the server
    ended in doubt, the recipient is taken to have it. Figures that are back where the recipient knows
    them leave nothing to send.
    """
    if gammel.indhold == indhold:
        return _genoptaget(gammel) if gammel.tilstand == BORTFALDET else gammel
    f = maaske_modtaget(gammel)
    if f.kendt_indhold == indhold and f.kendt_udgave and f.kendt_message_id:
        return replace(
            f,
            udgave=f.kendt_udgave,
            indhold=indhold,
            tal=tal,
            message_id=f.kendt_message_id,
            tilstand=SENDT,
            sendt=f.kendt_tidspunkt,
            svar=None,
        )
    return replace(
        f,
        udgave=(f.kendt_udgave or 0) + 1,
        indhold=indhold,
        tal=tal,
        tilstand=AFVENTER,
        sendt=None,
        svar=None,
    )


def _genoptaget(f: Forsendelse) -> Forsendelse:
    """A row whose recipient was left out for a while and is back."""
    return replace(f, tilstand=SENDT if f.kendt_indhold == f.indhold else AFVENTER)
