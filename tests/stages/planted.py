"""A word planted in a workspace, and every file that still holds it."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from pathlib import Path
from zipfile import ZipFile


def files_with(root: Path, *words: str) -> set[str]:
    """Names of the files under a folder that hold one of the words in any place, also a free or packed one.

    Databases may keep a word's beginning apart from its end, so that half of it counts too.
    """
    parts = [part.encode(code) for word in words for part in _halves(word) for code in ("utf-8", "utf-16-le")]
    return {
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and any(part in content for content in _contents(path) for part in parts)
    }


def _contents(path: Path) -> Iterator[bytes]:
    """The file's name, its bytes as they lie, and what is packed in them."""
    yield str(path).encode()
    yield path.read_bytes()
    if path.suffix == ".xlsx":
        with ZipFile(path) as parts:
            yield from map(parts.read, parts.namelist())
    if path.suffix == ".eml":
        payloads = (part.get_payload(decode=True) for part in message_from_bytes(path.read_bytes()).walk())
        yield from (payload for payload in payloads if isinstance(payload, bytes))


def _halves(word: str) -> tuple[str, str]:
    middle = len(word) // 2
    return word[:middle], word[middle:]
