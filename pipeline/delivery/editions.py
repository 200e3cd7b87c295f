"""Which edition of a report a recipient is to have: pure decisions, from the ledger's row and the figures.

Nobody is left without the figures of now, nobody gets the same twice but where the server's answer was
lost, and nobody gets other figures without being told what they were.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace

from pipeline.delivery.ledger import AFVENTER, LAPSED, SENT, Dispatch


@dataclass(frozen=True)
class Edition:
    """One edition; `tidspunkt` is when the server took it, or was given it without answering."""

    udgave: int
    indhold: str
    tal: str
    tidspunkt: str
    message_id: str
    sikker: bool = True


def earlier_editions(f: Dispatch) -> list[Edition]:
    """What the recipient has, then what she may have, oldest first: what a new edition must correct."""
    doubt = [Edition(**part) for part in json.loads(f.tvivl)]
    if not (f.kendt_udgave and f.kendt_indhold and f.kendt_tal and f.kendt_tidspunkt and f.kendt_message_id):
        return doubt
    known = Edition(f.kendt_udgave, f.kendt_indhold, f.kendt_tal, f.kendt_tidspunkt, f.kendt_message_id)
    return [known, *doubt]


def next_edition(old: Dispatch, content: str, figures: str) -> Dispatch:
    """The row for the figures as they are now.

    Unchanged figures leave it as it is. Changed ones make the first edition anew while nobody can have
    seen it, else the one after the last that the recipient has or may have. Figures that are back where
    she has them leave nothing to send; back where she may have them, that edition is sent again.
    """
    if old.indhold == content:
        return _resumed(old) if old.tilstand == LAPSED else old
    f = _with_doubt(old)
    earlier = earlier_editions(f)
    latest = earlier[-1] if earlier else None
    new = replace(f, indhold=content, tal=figures, tilstand=AFVENTER, sendt=None, svar=None)
    if latest is None or latest.indhold != content:
        return replace(new, udgave=latest.udgave + 1 if latest else 1)
    new = replace(new, udgave=latest.udgave, message_id=latest.message_id)
    if latest.sikker:
        return replace(new, tilstand=SENT, sendt=latest.tidspunkt)
    return replace(new, paabegyndt=latest.tidspunkt, tvivl=_as_json(earlier[:-1]))


def _resumed(f: Dispatch) -> Dispatch:
    """A row whose recipient was left out for a while and is back."""
    has = f.kendt_indhold == f.indhold and f.kendt_udgave == f.udgave
    return replace(f, tilstand=SENT if has else AFVENTER)


def _with_doubt(f: Dispatch) -> Dispatch:
    """The row, with an edition whose last conversation ended in doubt put among those she may have."""
    if f.paabegyndt is None:
        return f
    maybe = Edition(f.udgave, f.indhold, f.tal, f.paabegyndt, f.message_id, sikker=False)
    return replace(f, paabegyndt=None, tvivl=_as_json([*earlier_editions(f), maybe]))


def _as_json(editions: list[Edition]) -> str:
    """The doubtful ones; the certain one has its own columns."""
    return json.dumps([asdict(u) for u in editions if not u.sikker], ensure_ascii=False)
