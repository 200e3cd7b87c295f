"""The workspace to oneself, and in its audit trail who had it, what for, and how it ended."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from pipeline.base.audit import Entry, recorded
from pipeline.base.errors import UsageFault
from pipeline.base.periods import mail_periode
from pipeline.call import Call
from pipeline.stages import ingest


@contextmanager
def alone(call: Call, handling: str, periode: str | None = None, *, key: bool = False) -> Iterator[Entry]:
    """The workspace to the block alone, which is written down; with `key`, only to whoever has its key.

    Raises:
        BusyError: another call is using the workspace.
        KeyFault: as `ingest.recognise_key`.
    """
    with call.locked(), recorded(call.folder.audit, handling, _name(periode)) as entry:
        if key:
            ingest.recognise_key(call)
        yield entry


def _name(periode: str | None) -> str | None:
    """A period as it is named; what is none is not written down, for it may be anything."""
    try:
        return mail_periode(periode) if periode else None
    except UsageFault:
        return None
