"""What a municipality's month was made from and what it left, as one hash: unchanged, it is not made anew."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline import __version__
from pipeline.base.durable import sha256
from pipeline.base.workspace import Workspace


def read_before(folder: Workspace, leverance: Path, settings: Path | None, *said: str) -> str:
    """Of what goes in: delivery, settings, own plans, workbooks returned, the program and what is said."""
    inputs = [*_files(leverance), *_files(folder.plans), *_files(folder.returned)]
    return _hash(inputs + ([settings] if settings else []), (__version__, *said))


def read_after(folder: Workspace, before: str) -> str:
    """Of what went in, and of what the month left: somebody may have published another one since."""
    return _hash((file for file in (folder.published, folder.reviews) if file.is_file()), (before,))


def _hash(files: Iterable[Path], said: tuple[str, ...]) -> str:
    sha = hashlib.sha256("\0".join(said).encode())
    for file in files:
        sha.update(f"\0{file}\0{sha256(file)}".encode())
    return sha.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    """The files in a folder, in order; none where it is not there."""
    return iter(sorted(file for file in folder.rglob("*") if file.is_file()) if folder.is_dir() else ())
