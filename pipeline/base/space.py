"""Whether there is room for what is about to be written, asked before it is begun."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from pipeline.base.errors import SurroundingsFault

MB = 1_000_000


def size_of(path: Path) -> int:
    """Bytes of a file, or of all files in a folder; nothing where there is none."""
    if path.is_file():
        return path.stat().st_size
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())


def require_space(needed: Mapping[Path, int]) -> None:
    """Refuse to begin where a disk lacks room for what its folders will take, in bytes.

    Folders on one disk are added up; one that is not made yet counts where it will be made.

    Raises:
        SurroundingsFault: one does.
    """
    by_disk: dict[int, tuple[Path, int]] = {}
    for folder, count in needed.items():
        there = next(path for path in (folder, *folder.absolute().parents) if path.exists())
        place, before = by_disk.get(there.stat().st_dev, (there, 0))
        by_disk[there.stat().st_dev] = (place, before + count)
    for place, count in by_disk.values():
        if (free := shutil.disk_usage(place).free) < count:
            raise SurroundingsFault(
                f"{place}: der er {free // MB} MB plads på disken, og kørslen kan behøve {count // MB + 1} "
                "MB. Frigør plads, og kør kommandoen igen; intet er begyndt."
            )
