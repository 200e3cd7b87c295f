"""A team as it was typed -> its id as the data have it."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.base.errors import UsageFault


def choose_team(written: str, known: Iterable[str], missing: str) -> str:
    """The id that is meant: T01 for t01, unless there is a t01 too.

    Raises:
        UsageFault: there is no such team; `missing` says what it has not, as in `har ingen mails`.
    """
    all_ = list(dict.fromkeys(known))
    alike = [id_ for id_ in all_ if id_.casefold() == written.casefold()]
    chosen = alike[0] if len(alike) == 1 else written
    if chosen not in all_:
        raise UsageFault(f"Teamet {written!r} {missing}: vælg en af {', '.join(all_)}.")
    return chosen
