"""Words of mails and of what is said about them: sources and moments."""

from __future__ import annotations

from datetime import datetime

KILDER = {
    "dubu": "register",
    "sofus": "ventelister",
    "tilsyn": "sagsgennemgang",
    "spoergeskema": "spørgeskema",
}


def klokken(tidspunkt: str) -> str:
    """A moment out of the ledger as people write it: `05-03-2021 kl. 14.07`."""
    return f"{datetime.fromisoformat(tidspunkt):%d-%m-%Y kl. %H.%M}"
