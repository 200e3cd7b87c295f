"""Which edition of a report a recipient is to have: pure decisions, from the ledger's row and the figures.

Nobody is left without the figures of now, nobody gets the same twice but where the server's answer was
lost, and nobody gets other figures without being told what they were.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace

from pipeline.delivery.ledger import AFVENTER, BORTFALDET, SENDT, Forsendelse


@dataclass(frozen=True)
class Udgave:
    """One edition; `tidspunkt` is when the server took it, or was given it without answering."""

    udgave: int
    indhold: str
    tal: str
    tidspunkt: str
    message_id: str
    sikker: bool = True


def tidligere_udgaver(f: Forsendelse) -> list[Udgave]:
    """What the recipient has, then what she may have, oldest first: what a new edition must correct."""
    tvivl = [Udgave(**del_) for del_ in json.loads(f.tvivl)]
    if not (f.kendt_udgave and f.kendt_indhold and f.kendt_tal and f.kendt_tidspunkt and f.kendt_message_id):
        return tvivl
    kendt = Udgave(f.kendt_udgave, f.kendt_indhold, f.kendt_tal, f.kendt_tidspunkt, f.kendt_message_id)
    return [kendt, *tvivl]


def naeste_udgave(gammel: Forsendelse, indhold: str, tal: str) -> Forsendelse:
    """The row for the figures as they are now.

    Unchanged figures leave it as it is. Changed ones make the first edition anew while nobody can have
    seen it, else the one after the last that the recipient has or may have. Figures that are back where
    she has them leave nothing to send; back where she may have them, that edition is sent again.
    """
    if gammel.indhold == indhold:
        return _genoptaget(gammel) if gammel.tilstand == BORTFALDET else gammel
    f = _med_tvivl(gammel)
    tidligere = tidligere_udgaver(f)
    seneste = tidligere[-1] if tidligere else None
    ny = replace(f, indhold=indhold, tal=tal, tilstand=AFVENTER, sendt=None, svar=None)
    if seneste is None or seneste.indhold != indhold:
        return replace(ny, udgave=seneste.udgave + 1 if seneste else 1)
    ny = replace(ny, udgave=seneste.udgave, message_id=seneste.message_id)
    if seneste.sikker:
        return replace(ny, tilstand=SENDT, sendt=seneste.tidspunkt)
    return replace(ny, paabegyndt=seneste.tidspunkt, tvivl=_som_json(tidligere[:-1]))


def _genoptaget(f: Forsendelse) -> Forsendelse:
    """A row whose recipient was left out for a while and is back."""
    har = f.kendt_indhold == f.indhold and f.kendt_udgave == f.udgave
    return replace(f, tilstand=SENDT if har else AFVENTER)


def _med_tvivl(f: Forsendelse) -> Forsendelse:
    """The row, with an edition whose last conversation ended in doubt put among those she may have."""
    if f.paabegyndt is None:
        return f
    maaske = Udgave(f.udgave, f.indhold, f.tal, f.paabegyndt, f.message_id, sikker=False)
    return replace(f, paabegyndt=None, tvivl=_som_json([*tidligere_udgaver(f), maaske]))


def _som_json(udgaver: list[Udgave]) -> str:
    """The doubtful ones; the certain one has its own columns."""
    return json.dumps([asdict(u) for u in udgaver if not u.sikker], ensure_ascii=False)
