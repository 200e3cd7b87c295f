"""A team as it was typed -> its id as the data have it."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.errors import ForkertBrug


def vaelg_team(skrevet: str, kendte: Iterable[str], mangler: str) -> str:
    """The id that is meant: T01 for t01, unless there is a t01 too.

    Raises:
        ForkertBrug: there is no such team; `mangler` says what it has not, as in `har ingen mails`.
    """
    alle = list(dict.fromkeys(kendte))
    ens = [id_ for id_ in alle if id_.casefold() == skrevet.casefold()]
    valgt = ens[0] if len(ens) == 1 else skrevet
    if valgt not in alle:
        raise ForkertBrug(f"Teamet {skrevet!r} {mangler}: vælg en af {', '.join(alle)}.")
    return valgt
