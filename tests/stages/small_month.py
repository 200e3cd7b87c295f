"""The small delivery that a month's job is done on."""

from __future__ import annotations

from pathlib import Path

from pipeline.call import Leverance
from tests.intake.delivery import FACTS, Delivery

MAANED = "2021-03"
"""The month that is reported."""


def leverance(root: Path, **changed: str) -> Leverance:
    """A small delivery of 30 April 2021."""
    folder = root / "2021-04-30"
    folder.mkdir(parents=True)
    for name, content in Delivery(root, own=FACTS).files.items():
        for old, new in changed.items():
            content = content.replace(old.encode(), new.encode())
        (folder / name).write_bytes(content)
    return Leverance(folder)
